//! Each comparison, and claims, questions and sources, as plain HTML: what a page shows inside `<model-compare>` where
//! the widget does not run.
//!
//! Feeds, crawlers and printers see it, and a reader without script, or before the widget is there. It is drawn by the
//! widget's own component, on the host.

mod page;
mod still;

pub use lol_html::errors::RewritingError;
pub use page::{Drawn, Filled, Wishes, fill};
pub use still::{Fallback, Stills, Subject};
