//! What the one live region says besides the result.

use crate::aider;
use browser_tests::{Key, Page, Widget, json};

/// Waits until something is announced.
fn hears(widget: &Widget<'_>, said: &str) {
    widget.until(said, &format!("words(root.querySelector('[role=status]')) === {}", json!(said)));
}

#[test]
fn rows_that_are_picked_are_counted_and_where_they_stand_is_said() {
    let page = aider();
    let widget = page.widget();
    let names = widget.names(2);
    widget.tick(&format!("Compare {}", names[0]));
    hears(&widget, "1 picked: one to three more, and they stand side by side.");
    page.tab_to("input checkbox", &format!("Compare {}", names[1]));
    page.key(' ');
    hears(&widget, "2 picked: they stand side by side below the table.");
    widget.press("Clear");
    hears(&widget, "None picked.");
}

#[test]
fn a_comparison_with_a_place_of_its_own_is_not_below_the_table() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" show="compare table"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "selected": ["gpt-5-high"] }));
    hears(&widget, "1 picked: one to three more, and they stand side by side.");
    widget.set("state", json!({ "selected": ["gpt-5-high", "gpt-5-medium"] }));
    hears(&widget, "2 picked: they stand side by side.");
}

#[test]
fn the_price_of_the_score_to_which_the_slider_moves_is_said() {
    let page = Page::with(r#"<model-compare table="models" show="trends"></model-compare>"#);
    let widget = page.widget();
    assert_eq!(widget.status(), "");
    page.tab_to("input range", "GPQA of at least");
    page.key(Key::End);
    let said: String = widget.ask("return words(root.querySelector('.mc-trend figcaption'))");
    assert!(said.starts_with("GPQA of 87.5 % or more"), "{said}");
    hears(&widget, &said);
    widget.drag("GPQA of at least", 1.0, 0.5);
    let said: String = widget.ask("return words(root.querySelector('.mc-trend figcaption'))");
    hears(&widget, &said);
}

#[test]
fn the_verdict_whose_claims_are_shown_is_said() {
    let page = Page::with(r#"<model-compare show="claims"></model-compare>"#);
    let widget = page.widget();
    widget.focus("All");
    page.key(Key::Down);
    let shown = "return all('.mc-claim').filter((claim) => claim.checkVisibility()).length";
    hears(&widget, &format!("Claims shown: Holds in our data {}", widget.ask::<usize>(shown)));
    widget.tick("All");
    hears(&widget, &format!("Claims shown: All {}", widget.ask::<usize>(shown)));
}

#[test]
fn the_order_of_the_sources_is_said() {
    let page = Page::with(r#"<model-compare show="sources"></model-compare>"#);
    let widget = page.widget();
    page.tab_to("button", "Licence");
    page.key(Key::Enter);
    hears(&widget, "Sources sorted by Licence, ascending");
    widget.press_header("Licence");
    hears(&widget, "Sources sorted by Licence, descending");
}

#[test]
fn why_a_row_that_is_searched_for_is_not_here_is_said_without_a_table_too() {
    let page = Page::with(
        r#"<model-compare table="aider-polyglot" show="slider filters chart" filter="cost:..20"></model-compare>"#,
    );
    let widget = page.widget();
    widget.search("gpt-5 (high)");
    let why = "gpt-5 (high) is hidden by Cost of the run up to $20.00.";
    hears(&widget, &format!("0 of 69 rows, sorted by Value, highest first. {why}"));
    widget.press("Lift it (Cost of the run up to $20.00)");
    assert_eq!(widget.ids(), ["gpt-5-high"]);
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}
