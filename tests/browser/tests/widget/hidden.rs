use crate::aider;
use browser_tests::{Key, Page, Widget, json};

/// What is said of rows that the search finds and filters hide.
fn found(widget: &Widget<'_>) -> Vec<String> {
    widget.ask("return all('.mc-found li').map(words)")
}

#[test]
fn a_row_that_a_filter_hides_says_so_when_it_is_searched() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "cost:..20; vendor:OpenAI" }));
    widget.search("gpt-5 (high)");
    assert_eq!(
        found(&widget),
        ["gpt-5 (high) is hidden by Cost of the run up to $20.00. Lift it (Cost of the run up to $20.00)"]
    );
    widget.press("Lift it (Cost of the run up to $20.00)");
    assert_eq!(widget.state_of("filter"), "text:gpt-5 (high); vendor:OpenAI");
    assert_eq!(widget.names(1), ["gpt-5 (high)"]);
}

#[test]
fn what_hides_a_row_is_lifted_by_key_and_the_focus_stays() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:gpt-5 (high); cost:..20; vendor:Anthropic" }));
    assert_eq!(widget.count(), "0 of 69 rows");
    let both = "Lift them (Cost of the run up to $20.00 and by Vendor: Anthropic)";
    widget.focus_button(both);
    page.key(Key::Enter);
    assert_eq!(widget.state_of("filter"), "text:gpt-5 (high)");
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn the_count_of_hidden_rows_unfolds_into_what_each_filter_hides() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "cost:..20; vendor:OpenAI" }));
    let said = "return words(root.querySelector('.mc-why summary'))";
    assert_eq!(widget.ask::<String>(said), format!("{} rows are hidden. Why?", 69 - widget.shown()));
    widget.ask::<()>("root.querySelector('.mc-why summary').focus()");
    page.key(Key::Enter);
    widget.until("the filters are listed", "root.querySelector('.mc-why').open");
    widget.press("Lift it (Vendor: OpenAI)");
    assert_eq!(widget.state_of("filter"), "cost:..20");
}

#[test]
fn a_row_that_the_comparison_is_not_about_is_said_to_be_none_of_it() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" only="gpt-5-high grok-4-high"></model-compare>"#);
    let widget = page.widget();
    assert_eq!(widget.ids().len(), 2);
    widget.search("kimi");
    assert_eq!(found(&widget), ["Kimi K2 is not part of this comparison."]);
}

#[test]
fn the_rows_without_a_cost_are_listed_on_a_press() {
    let page = aider();
    let widget = page.widget();
    widget.press("List those without Cost of the run");
    assert_eq!(widget.count(), "18 of 69 rows");
    widget.press("Reset filters");
    assert_eq!(widget.count(), "69 rows");
}
