//! The widget: what a browser sees of a comparison.
//!
//! [`ui`] draws what [`compare`] knows; [`embed`] meets the host page. Both use the small things that the browser does
//! better than code of ours would. Nothing flows back: the page's element owns the
//! view, components ask for changes by an [`Action`](compare::state::Action), and are drawn again.

mod browser;
pub mod embed;
mod styles;
pub mod ui;

mod tables;

pub use tables::{book, tables};
