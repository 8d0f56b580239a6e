//! Finds the words: figures, filters and counts as a reader sees them, and a view as text for other programs.
//!
//! Numbers and dates are written by [`Numbers`]: by `Intl` in the browser, in the page's language; by [`Plain`] on the
//! host.

mod cell;
mod csv;
mod markdown;
mod numbers;
mod sentence;

pub use cell::{Words, heading, unit_note};
pub use csv::csv;
pub use markdown::markdown;
pub use numbers::{Digits, Numbers, Plain};
pub use sentence::{chip, count, sorted, weight};

#[cfg(test)]
mod tests;
