use crate::catalog::Table;
use crate::units::Gather;

/// How many of some rows have open weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Rows whose weights are open.
    pub open: usize,
    /// Rows whose weights are not.
    pub closed: usize,
    /// Rows of which neither is known.
    pub unknown: usize,
}

impl Split {
    /// Counts one more row.
    pub(super) fn count(&mut self, open: Option<bool>) {
        match open {
            Some(true) => self.open += 1,
            Some(false) => self.closed += 1,
            None => self.unknown += 1,
        }
    }

    /// How many rows are known to be one or the other.
    pub fn known(self) -> usize {
        self.open + self.closed
    }

    /// How many rows there are.
    pub fn total(self) -> usize {
        self.known() + self.unknown
    }
}

impl Table {
    /// Position of the flag column that tells open weights from closed ones, where there is one.
    pub fn openness(&self) -> Option<usize> {
        self.column("open-weights")
    }

    /// Whether the weights of each of some rows are open.
    pub(super) fn open(&self, rows: &[u32]) -> Vec<Option<bool>> {
        let cells = self.openness().and_then(|column| self.columns.get(column)).map(|column| &column.cells);
        rows.iter().map(|row| cells?.flag(*row as usize)).gathered()
    }

    /// Those of some rows whose weights are known to be open, or known not to be.
    pub(super) fn rows_that_are(&self, open: bool, rows: &[u32]) -> Vec<u32> {
        let known = rows.iter().zip(self.open(rows));
        known.filter(|(_, is)| *is == Some(open)).map(|(row, _)| *row).gathered()
    }
}
