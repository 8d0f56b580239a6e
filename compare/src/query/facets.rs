use super::{Field, Passing};
use crate::catalog::{Kind, Table};

/// How many rows each choice of a facet would show, if the facet's own choice did not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// One count for each name of a category column; of a flag column no, then yes.
    pub counts: Vec<u32>,
    /// Rows of which the field is not known.
    pub missing: u32,
}

impl Facet {
    /// Counts the rows that pass all of the filter but the clause on the column itself.
    pub fn new(table: &Table, column: usize, passing: &Passing) -> Self {
        let rows = passing.rows_without(Field::Column(column));
        let Some(column) = table.columns.get(column) else {
            return Self { counts: Vec::new(), missing: 0 };
        };
        let cells = &column.cells;
        let choices = if cells.kind() == Kind::Flag { 2 } else { cells.names().len() };
        let mut facet = Self { counts: vec![0; choices], missing: 0 };
        for row in rows.into_iter().map(|row| row as usize) {
            if cells.is_missing(row) {
                facet.missing += 1;
            }
            if let Some(flag) = cells.flag(row) {
                facet.counts[usize::from(flag)] += 1;
            }
            for name in cells.categories(row) {
                facet.counts[*name as usize] += 1;
            }
        }
        facet
    }
}
