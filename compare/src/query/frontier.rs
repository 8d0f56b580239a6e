use super::order::{Pass, arrange, sortable};
use super::{Measure, Question};
use crate::catalog::Better;
use crate::units::Gather;

impl Question<'_> {
    /// Those of the rows that no other of them dominates: at least as good in score and cost and better in one.
    ///
    /// From cheapest to best, so scores never fall along the result. Rows equal in both are all kept, by name and id.
    /// A cost of 0 is the lowest there is; a row without score or cost is left out.
    pub fn frontier(&self, rows: &[u32]) -> Vec<u32> {
        let Some(column) = self.score_column() else {
            return Vec::new();
        };
        let lower = column.better == Some(Better::Lower);
        let (scores, costs) = (Measure::of_column(column), Measure::List(self.tradeoff.costs()));
        let key = |measure: Measure<'_>, row: u32| sortable(measure.get(row as usize).unwrap_or(f64::NAN));
        let score = |row| if lower { key(scores, row) } else { !key(scores, row) };
        let kept = undominated(&self.weighable(rows), &|row| key(costs, row), &score);
        self.arranged(&kept, &[Pass::Cost, Pass::Name])
    }

    /// Those of the rows that have a value: both score and cost are known.
    pub(super) fn weighable(&self, rows: &[u32]) -> Vec<u32> {
        let known = |row: &u32| {
            let row = *row as usize;
            self.tradeoff.quality(row).is_some() && self.tradeoff.cheapness(row).is_some()
        };
        rows.iter().copied().filter(known).gathered()
    }
}

/// The rows that no other dominates by two keys, of each of which the least is the best, in the order of the first key.
///
/// Rows equal in both keys are all kept. Only those are sorted that a first look cannot tell from the result.
pub(super) fn undominated(rows: &[u32], first: &dyn Fn(u32) -> u64, second: &dyn Fn(u32) -> u64) -> Vec<u32> {
    let by = |rows: &[u32], key: &dyn Fn(u32) -> u64| arrange(rows, rows.iter().map(|row| key(*row)).collect());
    let mut order = by(&by(&promising(rows, first, second), second), first);
    let mut last = None;
    order.retain(|row| {
        let keys = (first(*row), second(*row));
        let kept = last.is_none_or(|last: (u64, u64)| keys.1 < last.1 || keys == last);
        if kept {
            last = Some(keys);
        }
        kept
    });
    order
}

/// Into how many steps of equal height a first look parts the first key.
const STEPS: usize = 1_024;

/// The rows but for most of those that another dominates: each row is held against the best second key among all rows
/// of the lower steps of the first key, which is one pass over the rows where sorting them takes sixteen.
fn promising(rows: &[u32], first: &dyn Fn(u32) -> u64, second: &dyn Fn(u32) -> u64) -> Vec<u32> {
    if rows.len() <= STEPS {
        return rows.to_vec();
    }
    let keys: Vec<(u64, u64)> = rows.iter().map(|row| (first(*row), second(*row))).collect();
    let (low, high) = keys.iter().fold((u64::MAX, 0), |(low, high), (key, _)| (low.min(*key), high.max(*key)));
    let height = (high - low) / STEPS as u64 + 1;
    let step = |key: u64| ((key - low) / height) as usize;
    let mut bests = [u64::MAX; STEPS];
    for (first, second) in &keys {
        let best = &mut bests[step(*first)];
        *best = (*best).min(*second);
    }
    // From the best of each step to the best of all steps below it.
    let mut below = u64::MAX;
    for best in &mut bests {
        below = below.min(std::mem::replace(best, below));
    }
    let is_promising = |(_, (first, second)): &(&u32, &(u64, u64))| {
        let best = bests[step(*first)];
        // In the lowest steps there is nothing to be held against.
        *second < best || best == u64::MAX
    };
    rows.iter().zip(&keys).filter(is_promising).map(|(row, _)| *row).gathered()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// As the definition says it, each row held against every other.
    fn by_definition(keys: &[(u64, u64)]) -> Vec<u32> {
        let dominates = |a: &(u64, u64), b: &(u64, u64)| a.0 <= b.0 && a.1 <= b.1 && a != b;
        let kept = |row: &u32| !keys.iter().any(|other| dominates(other, &keys[*row as usize]));
        let mut rows: Vec<u32> = (0..keys.len() as u32).filter(kept).collect();
        rows.sort_by_key(|row| (keys[*row as usize], *row));
        rows
    }

    fn found(keys: &[(u64, u64)]) -> Vec<u32> {
        let rows: Vec<u32> = (0..keys.len() as u32).collect();
        undominated(&rows, &|row| keys[row as usize].0, &|row| keys[row as usize].1)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn of_many_rows_those_are_kept_that_no_other_dominates(
            near in vec((0..60_u64, 0..60_u64), STEPS..STEPS + 400), far in vec(any::<(u64, u64)>(), 0..400),
            ends in vec(prop_oneof![Just(0), Just(u64::MAX)], 0..6),
        ) {
            let ends: Vec<(u64, u64)> = ends.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
            let all = [near.clone(), far.clone(), ends].concat();
            for keys in [near, all] {
                prop_assert_eq!(found(&keys), by_definition(&keys));
            }
            let along: Vec<(u64, u64)> = far.iter().map(|(key, _)| (*key, u64::MAX - key)).cycle().take(2 * STEPS).collect();
            prop_assert_eq!(found(&along), by_definition(&along));
        }
    }
}
