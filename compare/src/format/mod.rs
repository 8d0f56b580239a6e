//! Finds the words: figures, filters and counts as a reader sees them, and a view as text for other programs.
//!
//! Numbers and dates are written by [`Numbers`]: by `Intl` in the browser, in the page's language; by [`Plain`] on the
//! host.

mod age;
mod amount;
mod bands;
mod beside;
mod cell;
mod counted;
mod csv;
mod difference;
mod markdown;
mod numbers;
mod prose;
mod sentence;
mod ties;

pub use age::{age, ratio};
pub use amount::amount;
pub use bands::{band_range, ceiling, good_buy, wins};
mod likeness;
mod past;
mod takeaway;

pub use beside::{benchmark_note, lead_sentence, share};
pub use cell::{Words, heading, unit_note};
pub use counted::counted;
pub use csv::csv;
pub use difference::{apart, trade};
pub use likeness::{coverage, unlike};
pub use markdown::markdown;
pub use numbers::{Digits, Numbers, Plain};
pub use past::{cheapest_sentence, gap, gap_sentence, point, price_note, quarter};
pub use prose::prose;
pub use sentence::{among, chip, count, sorted, weight};
pub use takeaway::{Takeaway, bin, licence_takeaway, openness_takeaway, price_definition, price_takeaway};
pub use ties::{TiesInWords, ties};

#[cfg(test)]
mod tests;
