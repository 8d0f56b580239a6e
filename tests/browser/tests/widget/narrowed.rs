//! Views to which the book leads, and the way from there to all rows.

use browser_tests::{Key, Page, Widget, json};

/// Presses what shows the figures of a claim about two rows.
fn follow_the_book(widget: &Widget<'_>) {
    widget.press_first("#a04 .mc-onward button");
    widget.until("two rows are shown", "host.results.shown === 2");
}

#[test]
fn what_a_press_of_the_book_narrows_a_press_beside_the_table_lifts() {
    let page = Page::with(r#"<model-compare show="claims table"></model-compare>"#);
    let widget = page.widget();
    let all = widget.shown();
    assert!(!widget.has_button("Show all"));
    follow_the_book(&widget);
    widget.press("Show all");
    assert_eq!(widget.shown(), all);
    assert_eq!(widget.state_of("only"), json!([]));
    assert!(!widget.has_button("Show all"));
    follow_the_book(&widget);
    widget.focus_button("Show all");
    page.key(Key::Enter);
    assert_eq!(widget.shown(), all);
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn a_page_that_compares_a_few_rows_shows_these_again() {
    let page =
        Page::with(r#"<model-compare show="claims table" only="gpt-4o  no-such-row llama-3-70b o1"></model-compare>"#);
    let widget = page.widget();
    assert!(!widget.has_button("Show those of this page"), "these are the page's own");
    let ids = || {
        let mut ids = widget.ids();
        // The view of a claim may have an order of its own.
        ids.sort();
        ids
    };
    let own = ids();
    follow_the_book(&widget);
    widget.press("Show those of this page");
    assert_eq!(ids(), own);
    assert!(!widget.has_button("Show those of this page"));
}

#[test]
fn a_view_of_the_book_keeps_the_weight_that_the_reader_chose() {
    let page = Page::with(r#"<model-compare show="claims slider table" weight="0.3"></model-compare>"#);
    let widget = page.widget();
    widget.focus("Cost or score");
    page.key(Key::End);
    assert_eq!(widget.state_of("weight"), json!(1));
    follow_the_book(&widget);
    assert_eq!(widget.state_of("weight"), json!(1));
    widget.press("Show all");
    assert_eq!(widget.state_of("weight"), json!(1));
}
