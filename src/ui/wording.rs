use super::Handle;
use compare::catalog::Table;
use compare::format::{Digits, Numbers, Words};

/// How numbers and dates are written.
#[derive(Clone, PartialEq)]
pub struct Wording(pub Handle<dyn Numbers>);

impl Wording {
    /// Words for what a table holds.
    pub fn of<'a>(&'a self, table: &'a Table) -> Words<'a> {
        Words { table, numbers: &*self.0 }
    }

    /// A number of things.
    pub fn count(&self, things: usize) -> String {
        self.0.number(things as f64, Digits::exactly(0))
    }
}
