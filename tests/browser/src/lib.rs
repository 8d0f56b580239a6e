//! What the tests of the built widget are written with: a page in a real browser, and a widget on it.
//!
//! ```no_run
//! use browser_tests::{Key, Page};
//!
//! let page = Page::with(r#"<model-compare table="aider-polyglot"></model-compare>"#);
//! let widget = page.widget();
//! widget.press_header("Cost of the run");
//! assert_eq!(widget.names(1), ["gpt-4o-mini-2024-07-18"]);
//! page.key(Key::Tab);
//! ```
//!
//! Every page has a browser, a driver and a server of its own, which end with it. No test sleeps: a press or a key
//! returns once the view shows what it changed, and [`Widget::until`] waits for what the view shows later.
//!
//! `ENGINE` is `chromium` (which it is by default), `firefox` or `webkit`. The page is looked for in
//! `MODEL_COMPARE_DIST` (`dist` of the workspace), pages of generators in `MODEL_COMPARE_HOSTS` (`target/hosts/site`);
//! browsers and drivers in `CHROMIUM` and `CHROMEDRIVER`, `FIREFOX` and `GECKODRIVER`, `WEBKITDRIVER` and `XVFB`;
//! axe-core in `AXE`. `cargo xtask test` installs all of them and runs every test in each engine.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on ends, saying why")]
#![expect(clippy::missing_panics_doc, reason = "everything here does where the page is not as the test says")]

mod audit;
mod driver;
mod engine;
mod hands;
mod http;
mod journey;
mod page;
mod server;
mod widget;

pub use fantoccini::key::Key;
pub use journey::Stop;
pub use page::Page;
pub use serde_json::{Value as Json, json};
pub use widget::Widget;
