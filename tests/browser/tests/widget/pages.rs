use crate::aider;
use browser_tests::{Key, Page, json};

#[test]
fn next_and_previous_turn_the_page() {
    let page = aider();
    let widget = page.widget();
    let first = widget.names(25);
    widget.press("Next");
    assert_eq!(widget.places(), "26–50 of 69");
    assert!(widget.names(25).iter().all(|name| !first.contains(name)));
    widget.press("Previous");
    assert_eq!(widget.names(25), first);
}

#[test]
fn there_is_no_page_before_the_first_and_none_after_the_last() {
    let page = aider();
    let widget = page.widget();
    assert!(widget.is_off("Previous") && !widget.is_off("Next"));
    widget.press("Next");
    widget.press("Next");
    assert_eq!(widget.places(), "51–69 of 69");
    assert!(widget.is_off("Next") && !widget.is_off("Previous"));
}

#[test]
fn the_focus_stays_in_the_pager_on_its_last_page() {
    let page = aider();
    let widget = page.widget();
    widget.focus_button("Next");
    page.key_times(Key::Enter, 3);
    assert_eq!((widget.places().as_str(), widget.state_of("page")), ("51–69 of 69", json!(3)));
    assert_eq!(page.focus().kind, "button", "the focus has fallen back to the page");
}

#[test]
fn the_reader_chooses_how_many_rows_make_a_page() {
    let page = aider();
    let widget = page.widget();
    widget.choose("Rows", "10");
    assert_eq!(widget.names(99).len(), 10);
    assert_eq!(widget.state_of("rows"), 10);
    widget.choose("Rows", "all");
    assert_eq!(widget.names(99).len(), 69);
    assert_eq!(widget.state_of("rows"), "all");
}

#[test]
fn rows_of_the_authors_own_number_are_shown_and_offered() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" rows="7"></model-compare>"#);
    let widget = page.widget();
    assert_eq!(widget.names(99).len(), 7);
    assert_eq!(widget.property::<String>("Rows", "value"), "7");
}

#[test]
fn all_rows_need_no_pages() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" rows="all"></model-compare>"#);
    let widget = page.widget();
    assert_eq!(widget.names(99).len(), 69);
    assert!(!widget.has_button("Next"));
}

#[test]
fn a_filter_turns_back_to_the_first_page() {
    let page = aider();
    let widget = page.widget();
    widget.press("Next");
    widget.search("g");
    assert_eq!(widget.state_of("page"), 1);
}

#[test]
fn rows_are_numbered_across_the_pages() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "page": 2 }));
    let numbers: Vec<String> = widget.ask("return all('tbody tr td:first-child').map(words)");
    assert_eq!((numbers[0].as_str(), numbers[24].as_str()), ("26", "50"));
}

#[test]
fn the_next_page_is_seen_from_its_top() {
    let page = aider();
    let widget = page.widget();
    widget.press("Next");
    let [top, below]: [f64; 2] = widget
        .ask("const { top } = root.querySelector('.mc-sortbar').getBoundingClientRect(); return [top, innerHeight]");
    assert!((-1.0..below).contains(&top), "the table begins at {top} px in a view of {below}");
}
