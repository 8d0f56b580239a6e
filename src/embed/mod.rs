//! Where the widget meets the host page: mounts, the JavaScript API, the browser's own numbers and letters.

mod browser;
mod exports;
mod intl;
mod mount;
mod state_object;
mod theme;

pub use browser::{SizeObserver, decompose, machine_text, observe_size};
pub use exports::{Mount, styles};
pub use intl::IntlNumbers;
