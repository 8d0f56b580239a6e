//! What the widget promises, tried in a browser.

use browser_tests::{Json, Page, json};

mod announced;
mod answers;
mod attributes;
mod audit;
mod bands;
mod card;
mod chart;
mod chart_file;
mod chart_points;
mod choices;
mod claims;
mod compare;
mod data;
mod delivery;
mod elements;
mod events;
mod fallback;
mod faq;
mod filters;
mod frames;
mod guest;
mod hidden;
mod hostile;
mod hosts;
mod keyboard;
mod layout;
mod leak;
mod lifecycle;
mod links;
mod loading;
mod narrowed;
mod pages;
mod panel;
mod prices;
mod properties;
mod ranges;
mod release;
mod safety;
mod share;
mod sorting;
mod sources;
mod sources_part;
mod state;
mod stats;
mod ties;
mod trends;
mod workload;

/// A page with the table whose known answers the contract lists.
fn aider() -> Page {
    Page::with(r#"<model-compare table="aider-polyglot"></model-compare>"#)
}

/// A page with the same table far below what is in view.
fn aider_far_below(attributes: &str) -> Page {
    let element = format!(r#"<model-compare table="aider-polyglot" {attributes}></model-compare>"#);
    Page::with(&format!(r#"<p class="long">A long article.</p>{element}"#))
}

/// An article with a widget in it.
fn article(element: &str) -> Page {
    Page::with(&format!("<main><h2>Models</h2>{element}</main>"))
}

/// What axe finds fault with in an article: the plain page's own heading lies outside of every landmark.
fn faults(page: &Page) -> Vec<String> {
    page.violations().into_iter().filter(|fault| !fault.starts_with("region: h1:")).collect()
}

/// A data set of four rows; one has no price.
fn data_set() -> Json {
    json!({
        "title": "My comparison", "score": "score", "cost": "price",
        "columns": [
            { "id": "name", "label": "Model", "kind": "text" },
            { "id": "vendor", "label": "Vendor", "kind": "category" },
            { "id": "price", "label": "Price", "kind": "number", "unit": "USD", "better": "lower" },
            { "id": "score", "label": "Score", "kind": "number", "unit": "percent", "better": "higher" },
            { "id": "released", "label": "Released", "kind": "date" },
            { "id": "open", "label": "Open weights", "kind": "flag" },
        ],
        "sources": [{ "id": "card", "title": "Model card", "url": "https://example.org/card", "date": "2026-06-01" }],
        "rows": [
            { "id": "a", "name": "Alpha", "vendor": "X", "price": 1.25, "released": "2026-01-31", "open": true,
              "score": { "value": 70.2, "low": 64.0, "high": 75.8, "source": "card", "as_of": "2026-05-01",
                         "reported_by": "independent", "note": "pass@2, n = 225" } },
            { "id": "b", "name": "Beta", "vendor": "Y", "price": null, "score": 90 },
            { "id": "c", "name": "Gamma", "vendor": "X", "price": 10, "score": 80, "open": false },
            { "id": "d", "name": "Delta", "vendor": "Y", "price": 0.5, "score": 20, "released": "2025-03" },
        ],
    })
}
