//! What a reader sees: components that draw a view and say what the reader does.
//!
//! Props are ids, numbers, handles and the one callback that never changes; state that only one component needs (open,
//! hovered) stays in it.

mod app;
mod bar;
mod cell;
mod chips;
mod column_picker;
mod dropdown;
mod element;
mod empty_result;
mod facet;
mod filter_bar;
mod handle;
mod header;
mod notes;
mod pager;
mod range_filter;
mod row;
mod scene;
mod select;
mod share;
mod slider;
mod sort_bar;
mod sort_header;
mod stage;
mod status;
#[cfg(not(target_family = "wasm"))]
mod still;
mod table;
mod wording;

pub use app::{App, AppProps};
pub use handle::Handle;
pub use share::Share;
pub use stage::{Stage, StageProps};
#[cfg(not(target_family = "wasm"))]
pub use still::{Still, StillProps};
pub use wording::Wording;
