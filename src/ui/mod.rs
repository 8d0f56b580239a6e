//! What a reader sees: components that draw a view and say what the reader does.
//!
//! Props are ids, numbers, handles and the one callback that never changes; state that only one component needs (open,
//! hovered) stays in it.

mod amount;
mod app;
mod bands;
mod bar;
mod book;
mod card;
mod cell;
mod chart;
mod chips;
mod claims;
mod column_picker;
mod compare;
mod dropdown;
mod element;
mod empty_result;
mod facet;
mod faq;
mod figure_facts;
mod filter_bar;
mod finding;
mod given;
mod go;
mod handle;
mod header;
mod hidden;
mod kept;
mod narrowed;
mod notes;
mod offers;
mod pager;
mod panel;
mod parts;
mod plot;
mod range_filter;
mod row;
mod scene;
mod select;
mod share;
mod slider;
mod sort_bar;
mod sort_header;
mod sources;
mod stage;
mod stats;
mod status;
#[cfg(not(target_family = "wasm"))]
mod still;
#[cfg(not(target_family = "wasm"))]
mod still_book;
mod table;
mod ties;
mod told;
mod trends;
mod wording;
mod workload;

pub use app::{App, AppProps};
pub(crate) use chart::chart_file;
pub use go::{Go, Way};
pub use handle::Handle;
pub use share::{Notice, Share};
pub use stage::{Stage, StageProps};
#[cfg(not(target_family = "wasm"))]
pub use still::{Still, StillProps};
#[cfg(not(target_family = "wasm"))]
pub use still_book::{StillBook, StillBookProps};
pub use wording::Wording;
