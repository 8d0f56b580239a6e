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

/// A row on its way into order: its first key, its second, and its place by name, which no other row shares.
type Keyed = (u64, u64, u32);

impl Question<'_> {
    /// All of the rows, in order.
    pub fn order(&self, rows: &[u32], sort: &[SortKey]) -> Vec<u32> {
        let mut keyed = self.keyed(rows, sort);
        keyed.sort_unstable();
        keyed.iter().map(|key| self.table.named(key.2)).collect()
    }

    /// Those of the rows that stand at some places of the order, in order.
    ///
    /// Only these are sorted: the rows before and after them are merely told apart.
    pub fn page(&self, rows: &[u32], sort: &[SortKey], places: Range<usize>) -> Vec<u32> {
        let mut keyed = self.keyed(rows, sort);
        let places = places.start.min(keyed.len())..places.end.min(keyed.len());
        let mut page = &mut keyed[..];
        if places.end < page.len() {
            page = page.select_nth_unstable(places.end).0;
        }
        if 0 < places.start && places.start < page.len() {
            page.select_nth_unstable(places.start);
        }
        let page = &mut page[places.start..];
        page.sort_unstable();
        page.iter().map(|key| self.table.named(key.2)).collect()
    }

    /// The keys by which rows compare, smallest first.
    ///
    /// Keys beyond the second are folded into it, from the last one on: the place of a row under the later keys is a
    /// key itself.
    fn keyed(&self, rows: &[u32], sort: &[SortKey]) -> Vec<Keyed> {
        let mut keys: Vec<Vec<u64>> = Vec::new();
        for key in sort {
            keys.push(self.keys(rows, *key));
            if key.field == Field::Value {
                let costs = Measure::List(self.tradeoff.costs());
                keys.push(number_keys(rows, costs, Direction::Ascending));
            }
        }
        while keys.len() > 2 {
            let (last, before) = (keys.pop().unwrap_or_default(), keys.pop().unwrap_or_default());
            keys.push(places(&before, &last));
        }
        let mut keys = keys.into_iter();
        let (first, second) = (keys.next(), keys.next());
        let at = |keys: &Option<Vec<u64>>, place: usize| keys.as_ref().map_or(0, |keys| keys[place]);
        let keyed = rows.iter().enumerate();
        keyed.map(|(place, row)| (at(&first, place), at(&second, place), self.table.name_rank(*row))).collect()
    }

    fn keys(&self, rows: &[u32], key: SortKey) -> Vec<u64> {
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
fn sortable(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The place of each pair of keys among all pairs; equal pairs share a place.
fn places(first: &[u64], second: &[u64]) -> Vec<u64> {
    let mut order: Vec<(u64, u64, u32)> =
        first.iter().zip(second).enumerate().map(|(at, (a, b))| (*a, *b, at as u32)).collect();
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    let (mut place, mut before) = (0, None);
    for (a, b, at) in order {
        place += u64::from(before.is_some_and(|before| before != (a, b)));
        before = Some((a, b));
        places[at as usize] = place;
    }
    places
}
