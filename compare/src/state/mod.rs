//! What a reader has chosen, how an action changes it, and how it is written as text.

mod action;
mod grammar;
mod insights;
mod setting;
mod view;

pub use action::{Action, Choice};
pub use grammar::{write_fields, write_filter, write_sort, write_workload};
pub use insights::{Insights, NamedBand};
pub use setting::{Outcome, Setting};
pub use view::{RowLimit, View};

#[cfg(test)]
mod tests;
