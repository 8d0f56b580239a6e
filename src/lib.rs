//! The widget: what a browser sees of a comparison.
//!
//! [`ui`] draws what [`compare`] knows; [`embed`] meets the host page. Nothing flows back: the page's element owns the
//! view, components ask for changes by an [`Action`](compare::state::Action), and are drawn again.

pub mod embed;
pub mod ui;

mod tables;

pub use tables::tables;
