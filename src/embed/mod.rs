//! Where the widget meets the host page: mounts, the JavaScript API, the browser's own numbers and letters.

mod data_set;
mod exports;
mod intl;
mod mount;
mod stage;
mod state_object;
mod theme;

pub use exports::{Mount, on_panic, styles};
pub use mount::Host;
