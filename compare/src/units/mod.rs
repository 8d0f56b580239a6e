//! Quantities with their units, how they are read and in which order they stand.

mod date;
mod gather;
mod letters;
mod natural;
mod numerals;
mod ranking;
mod unit;

pub use date::{Date, DateError};
pub use gather::Gather;
pub use letters::{Letters, Lower};
pub use natural::natural_key;
pub use natural::places;
pub use numerals::{Numerals, RustNumerals, is_plain};
pub use ranking::ranking;
pub use unit::Unit;

use std::borrow::Cow;

/// Text that is compiled in or was read at run time.
pub type Text = Cow<'static, str>;

/// A list that is compiled in or was read at run time.
pub type List<T> = Cow<'static, [T]>;

/// The share of the score in the value, from 0 to 1; the rest is the share of cheapness.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Weight(f64);

impl Weight {
    /// Score and cheapness count the same.
    pub const EVEN: Self = Self(0.5);

    /// A weight, or `None` outside 0 to 1.
    pub fn new(share: f64) -> Option<Self> {
        (0.0..=1.0).contains(&share).then_some(Self(share))
    }

    /// The share of the score, from 0 to 1.
    pub fn share(self) -> f64 {
        self.0
    }
}

/// A number of tokens.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Tokens(pub f64);

/// US dollars per million tokens: a list price.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct UsdPerMtok(pub f64);

/// US dollars a month.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct UsdPerMonth(pub f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_lies_between_nothing_and_everything() {
        assert_eq!(Weight::new(0.0).map(Weight::share), Some(0.0));
        assert_eq!(Weight::new(1.0).map(Weight::share), Some(1.0));
        assert_eq!(Weight::new(1.01), None);
        assert_eq!(Weight::new(f64::NAN), None);
    }
}
