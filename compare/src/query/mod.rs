//! Questions about a table: what passes a filter, in which order, with which value.
//!
//! Everything is worked out when asked. Only an [`Indexed`] table keeps what never changes with the question.

mod bands;
mod cited;
mod facets;
mod field;
mod filter;
mod frontier;
mod indexed;
mod order;
mod question;
mod row_set;
mod ties;
mod tradeoff;
mod workload;

pub use bands::Band;
pub use cited::Cited;
pub use facets::Facet;
pub use field::{Field, Measure};
pub use filter::{Clause, Filter, Passing, Test};
pub use indexed::Indexed;
pub use order::{Direction, SortKey};
pub use question::Question;
pub use ties::{Tie, Verdict};
pub use tradeoff::Tradeoff;
pub use workload::{assumes_cached_price, workload_costs};

#[cfg(test)]
pub(crate) mod aider_fixture;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
