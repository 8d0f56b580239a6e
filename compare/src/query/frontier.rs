use super::order::{Pass, arrange, sortable};
use super::{Measure, Question};
use crate::catalog::Better;

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
        rows.iter().copied().filter(known).collect()
    }
}

/// The rows that no other dominates by two keys, of each of which the least is the best, in the order of the first key.
///
/// Rows equal in both keys are all kept.
pub(super) fn undominated(rows: &[u32], first: &dyn Fn(u32) -> u64, second: &dyn Fn(u32) -> u64) -> Vec<u32> {
    let by = |rows: &[u32], key: &dyn Fn(u32) -> u64| arrange(rows, rows.iter().map(|row| key(*row)).collect());
    let mut order = by(&by(rows, second), first);
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
