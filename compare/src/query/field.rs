use super::Tradeoff;
use crate::catalog::{Column, Table};
use crate::units::Weight;

/// Something that rows can be sorted and filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The value at the current weight.
    Value,
    /// The monthly cost of the workload.
    Workload,
    /// The column at this position.
    Column(usize),
}

impl Field {
    /// The field that an id names.
    pub fn parse(id: &str, table: &Table) -> Option<Self> {
        match id {
            "value" => Some(Self::Value),
            "workload" => table.has_workload().then_some(Self::Workload),
            id => table.column(id).map(Self::Column),
        }
    }

    /// The id that [`Field::parse`] reads.
    pub fn id(self, table: &Table) -> &str {
        match self {
            Self::Value => "value",
            Self::Workload => "workload",
            Self::Column(_) => self.column(table).map_or("", |column| &column.id),
        }
    }

    /// Its column, where it is one.
    pub fn column(self, table: &Table) -> Option<&Column> {
        match self {
            Self::Column(position) => table.columns.get(position),
            _ => None,
        }
    }
}

/// The numbers of a field, row by row.
#[derive(Clone, Copy)]
pub enum Measure<'a> {
    /// Numbers that stand in a list, not-a-number where none is known.
    List(&'a [f64]),
    /// The value at a weight.
    Value(&'a Tradeoff, Weight),
}

impl<'a> Measure<'a> {
    /// The numbers of a column; those of a column of another kind are all missing.
    pub fn of_column(column: &'a Column) -> Self {
        Self::List(column.cells.numbers())
    }

    /// The number of a row.
    pub fn get(self, row: usize) -> Option<f64> {
        match self {
            Self::List(numbers) => numbers.get(row).copied().filter(|number| !number.is_nan()),
            Self::Value(tradeoff, weight) => tradeoff.value(row, weight),
        }
    }

    /// The least and the greatest of the numbers of the first rows.
    pub fn extent(self, rows: usize) -> Option<(f64, f64)> {
        extent((0..rows).filter_map(|row| self.get(row)))
    }
}

/// The least and the greatest of some numbers.
pub(super) fn extent(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.fold(None, |extent, number| {
        let (low, high) = extent.unwrap_or((number, number));
        Some((number.min(low), number.max(high)))
    })
}
