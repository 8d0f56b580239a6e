//! What is true about a comparison of models, without a browser.
//!
//! Each module uses those named before it, never those after: [`units`], then [`catalog`] (facts), then [`query`]
//! (questions about them), then [`state`] (what the reader chose). [`chart`] (geometry) and [`mod@format`] (words)
//! stand beside them: they know units, catalog and query, and [`state`] knows neither.

pub mod units;

pub mod catalog;

pub mod query;

pub mod chart;

pub mod format;

pub mod state;

#[cfg(test)]
mod testing;
