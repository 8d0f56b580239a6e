//! Where the widget meets the host page: mounts, the JavaScript API, the browser's own numbers and letters.

mod exports;
mod intl;
mod mount;
mod state_object;
mod theme;

pub use exports::{Mount, styles};
