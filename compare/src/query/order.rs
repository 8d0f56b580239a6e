use super::{Field, Measure, Question};
use crate::catalog::{Better, Column, Kind, Table};
use std::ops::Range;

/// One key of a sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortKey {
    /// What to sort by.
    pub field: Field,
    /// In which direction.
    pub direction: Direction,
}

/// In which direction a sort goes. Missing comes last both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Small, early, A, no first.
    Ascending,
    /// Great, late, Z, yes first.
    Descending,
}

impl Direction {
    /// The other direction.
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl SortKey {
    /// Best value first: the order in which a table opens and to which it returns.
    pub const BY_VALUE: Self = Self { field: Field::Value, direction: Direction::Descending };

    /// The field in the direction that makes sense first: cheapest, best, newest, open, A to Z.
    pub fn first(field: Field, table: &Table) -> Self {
        let direction = match field {
            Field::Value => Direction::Descending,
            Field::Workload => Direction::Ascending,
            Field::Column(_) => field.column(table).map_or(Direction::Ascending, first_direction),
        };
        Self { field, direction }
    }
}

fn first_direction(column: &Column) -> Direction {
    match (column.kind(), column.better) {
        (Kind::Text | Kind::Category | Kind::Categories, _) | (Kind::Number, Some(Better::Lower)) => {
            Direction::Ascending
        }
        (Kind::Number | Kind::Date | Kind::Flag, _) => Direction::Descending,
    }
}

/// The key of a row where nothing is known: after every other, whatever the direction.
const LAST: u64 = u64::MAX;

/// One thing by which rows are put in order.
#[derive(Clone, Copy)]
pub(super) enum Pass {
    Key(SortKey),
    /// The lower cost first: what tells rows of equal value apart.
    Cost,
    /// By name, then by id: no two rows are equal.
    Name,
}

/// What a sort compares, one after the other; the last tells every two rows apart.
fn passes(sort: &[SortKey]) -> Vec<Pass> {
    let mut passes = Vec::new();
    for key in sort {
        passes.push(Pass::Key(*key));
        passes.extend((key.field == Field::Value).then_some(Pass::Cost));
    }
    passes.push(Pass::Name);
    passes
}

impl Question<'_> {
    /// All of the rows, in order.
    pub fn order(&self, rows: &[u32], sort: &[SortKey]) -> Vec<u32> {
        self.arranged(rows, &passes(sort))
    }

    /// All of the rows, in the order of some passes, the first one first.
    pub(super) fn arranged(&self, rows: &[u32], passes: &[Pass]) -> Vec<u32> {
        // The last first: each pass leaves those that it finds equal as the passes before have put them.
        passes.iter().rev().fold(rows.to_vec(), |order, pass| arrange(&order, self.keys(&order, *pass)))
    }

    /// Those of the rows that stand at some places of the order, in order.
    ///
    /// Only these are sorted, with those that the first key cannot tell from them: the others are merely told apart.
    pub fn page(&self, rows: &[u32], sort: &[SortKey], places: Range<usize>) -> Vec<u32> {
        let (start, end) = (places.start, places.end.min(rows.len()));
        if start >= end {
            return Vec::new();
        }
        let keys = self.keys(rows, passes(sort).first().copied().unwrap_or(Pass::Name));
        let (first, last) = (key_at(&keys, start), key_at(&keys, end - 1));
        let sooner = keys.iter().filter(|key| **key < first).count();
        let near = rows.iter().zip(&keys).filter(|(_, key)| (first..=last).contains(key)).map(|(row, _)| *row);
        let order = self.order(&near.collect::<Vec<u32>>(), sort);
        order.into_iter().skip(start - sooner).take(end - start).collect()
    }

    /// The first of the rows in the order by value: what [`Question::page`] finds for [`SortKey::BY_VALUE`] at place 0,
    /// in one pass.
    pub fn best(&self, rows: &[u32]) -> Option<u32> {
        let names = self.table.name_ranks();
        let key = |row: u32| {
            let place = row as usize;
            let value = self.tradeoff.value(place, self.weight).map_or(LAST, |value| !sortable(value));
            let cost = self.tradeoff.cost(place).map_or(LAST, sortable);
            (value, cost, names.get(place))
        };
        // `min_by_key` would work out the key of the best anew for every row.
        let mut best: Option<(u32, _)> = None;
        for row in rows {
            let key = key(*row);
            if best.is_none_or(|(_, least)| key < least) {
                best = Some((*row, key));
            }
        }
        best.map(|(row, _)| row)
    }

    /// The key of each of the rows: the smallest comes first.
    fn keys(&self, rows: &[u32], pass: Pass) -> Vec<u64> {
        let key = match pass {
            Pass::Key(key) => key,
            Pass::Cost => return number_keys(rows, Measure::List(self.tradeoff.costs()), Direction::Ascending),
            Pass::Name => {
                let ranks = self.table.name_ranks();
                return rows.iter().map(|row| u64::from(ranks[*row as usize])).collect();
            }
        };
        let column = match key.field {
            Field::Column(position) => self.table.columns.get(position).map(|column| (position, column)),
            _ => None,
        };
        let Some((position, column)) = column.filter(|(_, column)| column.kind() != Kind::Number) else {
            return number_keys(rows, self.measure(key.field), key.direction);
        };
        let turn = |known: Option<u64>| match (known, key.direction) {
            (None, _) => LAST,
            (Some(known), Direction::Ascending) => known,
            (Some(known), Direction::Descending) => LAST - 1 - known,
        };
        let cells = &column.cells;
        match cells.kind() {
            Kind::Date => {
                let day = |row: u32| cells.date(row as usize).map(|date| u64::from(date.first_day().key()));
                rows.iter().map(|row| turn(day(*row))).collect()
            }
            Kind::Flag => rows.iter().map(|row| turn(cells.flag(*row as usize).map(u64::from))).collect(),
            _ => {
                let ranks = self.table.text_ranks(position);
                let rank = |row: usize| (!cells.is_missing(row)).then(|| u64::from(ranks[row]));
                rows.iter().map(|row| turn(rank(*row as usize))).collect()
            }
        }
    }
}

fn number_keys(rows: &[u32], measure: Measure<'_>, direction: Direction) -> Vec<u64> {
    let key = |row: &u32| match (measure.get(*row as usize), direction) {
        (None, _) => LAST,
        (Some(number), Direction::Ascending) => sortable(number),
        (Some(number), Direction::Descending) => !sortable(number),
    };
    rows.iter().map(key).collect()
}

/// A whole number that stands where the number stands among all numbers.
///
/// The bits of a positive float are in order already; those of a negative one run backwards, below. Adding 0 makes one
/// of the two zeros. Neither the result nor its complement is [`LAST`]: that would take a float that is not a number.
pub(super) fn sortable(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The key that stands at a place of all in order: byte after byte, the highest first, those are counted that agree so
/// far, and only these are looked at again.
fn key_at(keys: &[u64], mut place: usize) -> u64 {
    let mut near = keys.to_vec();
    let mut found = 0;
    for shift in (0..u64::BITS).step_by(8).rev() {
        let mut counts = [0; 256];
        for key in &near {
            counts[(key >> shift & 0xff) as usize] += 1;
        }
        for (byte, count) in (0..).zip(counts) {
            if place < count {
                found |= byte << shift;
                break;
            }
            place -= count;
        }
        near.retain(|key| key >> shift == found >> shift);
    }
    found
}

/// The rows in the order of their keys; those of equal keys stay as they stand.
///
/// Sorts by one byte of the keys after the other, the lowest first: 100,000 numbers take 3 ms in all where comparing
/// keys took 6 (`cargo bench -p compare`).
pub(super) fn arrange(rows: &[u32], keys: Vec<u64>) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = keys.into_iter().zip(rows.iter().copied()).collect();
    let mut next = order.clone();
    for shift in (0..u64::BITS).step_by(8) {
        let byte = |key: u64| (key >> shift & 0xff) as usize;
        let mut starts = [0; 256];
        for (key, _) in &order {
            starts[byte(*key)] += 1;
        }
        if starts.contains(&order.len()) {
            continue;
        }
        let mut start = 0;
        for place in &mut starts {
            start += std::mem::replace(place, start);
        }
        for (key, row) in &order {
            let place = &mut starts[byte(*key)];
            next[*place] = (*key, *row);
            *place += 1;
        }
        std::mem::swap(&mut order, &mut next);
    }
    order.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_are_arranged_by_their_keys_and_otherwise_stay(keys in vec(prop_oneof![any::<u64>(), 0..9_u64], 0..600)) {
            let rows: Vec<u32> = (0..keys.len() as u32).rev().collect();
            let mut naive: Vec<(u64, u32)> = keys.iter().copied().zip(rows.iter().copied()).collect();
            naive.sort_by_key(|(key, _)| *key);
            let naive: Vec<u32> = naive.into_iter().map(|(_, row)| row).collect();
            prop_assert_eq!(arrange(&rows, keys), naive);
        }

        #[test]
        fn the_key_at_a_place_is_the_one_that_sorting_puts_there(
            keys in vec(prop_oneof![any::<u64>(), 0..9_u64], 1..300), place in any::<proptest::sample::Index>(),
        ) {
            let place = place.index(keys.len());
            let mut sorted = keys.clone();
            sorted.sort_unstable();
            prop_assert_eq!(key_at(&keys, place), sorted[place]);
        }

        #[test]
        fn a_number_and_its_key_stand_in_the_same_order(a in any::<f64>(), b in any::<f64>()) {
            prop_assume!(!a.is_nan() && !b.is_nan());
            prop_assert_eq!(Some(sortable(a).cmp(&sortable(b))), a.partial_cmp(&b));
            prop_assert!(sortable(a) != LAST && !sortable(a) != LAST);
        }
    }
}
