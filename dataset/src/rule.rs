//! Rules that check claims: a small closed set of kinds.

use compare::catalog::Role;
use compare::query::{Filter, Indexed};
use std::rc::Rc;

/// What checks a claim.
pub(crate) struct Rule {
    /// Position of the table that it asks.
    pub(crate) table: usize,
    pub(crate) test: Test,
    pub(crate) bound: Bound,
    /// In so many of all columns or rows, in percent, the bound must hold.
    pub(crate) share: f64,
}

/// What a rule measures.
pub(crate) enum Test {
    /// How many times the price of a row is that of another, column by column.
    PriceRatio { dear: usize, cheap: usize, columns: Vec<usize> },
    /// By how much the score of a row is above that of another, column by column.
    ScoreDifference { one: usize, other: usize, columns: Vec<usize> },
    /// How many of the rows that pass one filter pass another, in percent.
    Share { among: Rc<Filter>, filter: Rc<Filter> },
    /// How far the best row with open weights is behind the best without, or what part of its score it has, in percent.
    BestOpen { columns: Vec<usize>, among: Rc<Filter>, percent: bool },
    /// The number of each row in each column.
    Threshold { rows: Vec<usize>, columns: Vec<usize> },
    /// What the cheapest row with open weights costs of what the cheapest without costs, in percent, where both reach a
    /// part of the best score without open weights, in percent, column by column.
    PriceAtScore { columns: Vec<usize>, reach: f64 },
}

/// What is asked of each number.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    AtLeast(f64),
    AtMost(f64),
    /// So far from nothing, to either side.
    Within(f64),
    Between(f64, f64),
}

impl Bound {
    pub(crate) fn holds(self, number: f64) -> bool {
        match self {
            Self::AtLeast(low) => number >= low,
            Self::AtMost(high) => number <= high,
            Self::Within(far) => number.abs() <= far,
            Self::Between(low, high) => (low..=high).contains(&number),
        }
    }
}

/// Whether a table has prices for its workload.
pub(crate) fn has_prices(table: &Indexed) -> bool {
    [Role::InputPrice, Role::OutputPrice].iter().all(|role| table.playing(*role).is_some())
}
