//! What the widget promises, tried in a browser.

use browser_tests::Page;

mod answers;
mod attributes;
mod audit;
mod choices;
mod delivery;
mod fallback;
mod filters;
mod frames;
mod guest;
mod hostile;
mod keyboard;
mod layout;
mod lifecycle;
mod loading;
mod pages;
mod ranges;
mod release;
mod safety;
mod sorting;
mod state;

/// A page with the table whose known answers the contract lists.
fn aider() -> Page {
    Page::with(r#"<model-compare table="aider-polyglot"></model-compare>"#)
}

/// A page with the same table far below what is in view.
fn aider_far_below(attributes: &str) -> Page {
    let element = format!(r#"<model-compare table="aider-polyglot" {attributes}></model-compare>"#);
    Page::with(&format!(r#"<p class="long">A long article.</p>{element}"#))
}
