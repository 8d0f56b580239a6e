//! Questions about a table: what passes a filter, in which order, with which value.
//!
//! Everything is worked out when asked. Only an [`Indexed`] table keeps what never changes with the question.

mod age;
mod bands;
mod bibliography;
mod cited;
mod facets;
mod field;
mod filter;
mod frontier;
mod hidden;
mod history;
mod indexed;
mod memory;
mod openness;
mod order;
mod panel;
mod priced;
mod provider;
mod question;
mod ranks;
mod row_set;
mod same;
mod standing;
mod statistics;
mod ties;
mod tradeoff;
mod uses;
mod workload;

pub use age::is_old;
pub use bands::Band;
pub use bibliography::{Entry, Heading, bibliography, ordered};
pub use cited::{Cited, columns_behind};
pub use facets::Facet;
pub use field::{Field, Measure};
pub use filter::{Clause, Filter, Passing, Test};
pub use hidden::Hidden;
pub use history::{Gap, History, Quarter, Step, moment};
pub use indexed::Indexed;
pub use memory::Precision;
pub use openness::Split;
pub use order::{Direction, SortKey};
pub use panel::{Lead, Panel, PanelRow};
pub use priced::{Prices, offers_by_cost};
pub use provider::{later_own_offer, letters, other_provider};
pub use question::Question;
pub use same::same_columns;
pub use standing::{GoodBuy, Standing};
pub use statistics::{Best, Bin, Mix, PriceRatio, PriceRatios, Statistics, best};
pub use ties::{Tie, Verdict};
pub use tradeoff::Tradeoff;
pub use uses::Use;
pub use workload::{assumes_cached_price, workload_costs};

#[cfg(test)]
pub(crate) mod aider_fixture;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
