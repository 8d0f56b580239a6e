//! What a reader has chosen, how an action changes it, and how it is written as text.

mod action;
mod grammar;
mod insights;
mod link;
mod presentation;
mod setting;
mod view;
mod warning;

pub use crate::query::Prices;
pub use action::{Action, Choice};
pub use insights::{Insights, NamedBand};
pub use presentation::{Part, Presentation, Theme};
pub use setting::{Outcome, Setting};
pub use view::{RowLimit, View};

#[cfg(test)]
mod tests;
