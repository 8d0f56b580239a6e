use crate::aider;
use browser_tests::{Key, Page};

#[test]
fn the_whole_widget_can_be_used_by_keyboard() {
    let page = aider();
    let widget = page.widget();
    page.tab_to("input range", "Cost or score");
    page.key_times(Key::Right, 5);
    assert_eq!(widget.state_of("weight"), 0.55);
    page.tab_to("input search", "Search in");
    page.type_text("e");
    assert_eq!(widget.state_of("filter"), "text:e");
    page.tab_to("button", "Vendor");
    page.key(Key::Enter);
    widget.until("the facet is open", "root.querySelector('fieldset')");
    page.tab_to("input checkbox", "DeepSeek");
    page.key(' ');
    assert_eq!(widget.state_of("filter"), "text:e; vendor:DeepSeek");
    page.key(Key::Escape);
    widget.until("the facet is closed", "!root.querySelector('fieldset')");
    assert!(page.focus().name.starts_with("Vendor"));
    page.tab_to("button", "Reset filters");
    page.key(Key::Enter);
    assert_eq!(widget.count(), "69 rows");
    page.tab_to("button", "Solved %");
    page.key(Key::Enter);
    assert_eq!(widget.first(), "gpt-5 (high)");
    page.tab_to("button", "Next");
    page.key(Key::Enter);
    assert_eq!(widget.places(), "26–50 of 69");
}

#[test]
fn tab_goes_through_the_widget_in_reading_order_and_out_again() {
    let page =
        Page::with(r#"<model-compare table="aider-polyglot" rows="10"></model-compare><button>Further down</button>"#);
    page.widget();
    let stops: Vec<String> = page.tab_to("button", "Further down").into_iter().map(|stop| stop.name).collect();
    let landmarks = ["Comparison", "Cost or score", "Search in", "Vendor", "Sorted by", "Model", "Next", "Rows"];
    let places: Vec<Option<usize>> =
        landmarks.iter().map(|landmark| stops.iter().position(|stop| stop.starts_with(landmark))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} of {stops:?}");
}

#[test]
fn shift_and_tab_lead_back() {
    let page = aider();
    page.widget();
    page.tab_to("input search", "Search in");
    page.key_with(Key::Shift, Key::Tab);
    assert!(page.focus().name.starts_with("Spend up to $10.38"));
}

#[test]
fn a_dropdown_closes_when_the_focus_leaves_it() {
    let page = aider();
    let widget = page.widget();
    widget.open("Edit format");
    page.tab_to("button", "Solved");
    widget.until("the facet is closed", "!root.querySelector('fieldset')");
}

#[test]
fn escape_closes_a_range_and_returns_the_focus_to_its_button() {
    let page = aider();
    let widget = page.widget();
    page.tab_to("button", "Cost of the run");
    page.key(' ');
    widget.until("the range is open", "root.querySelector('fieldset')");
    page.tab_to("input range", "Highest Cost of the run");
    page.key(Key::Left);
    assert_ne!(widget.state_of("filter"), "");
    page.key(Key::Escape);
    widget.until("the range is closed", "!root.querySelector('fieldset')");
    let stop = page.focus();
    assert!(stop.kind == "button" && stop.name.starts_with("Cost of the run"), "{stop:?}");
}

#[test]
fn a_wide_table_can_be_scrolled_by_keyboard() {
    let page = Page::with(r#"<model-compare table="models"></model-compare>"#);
    let widget = page.widget();
    page.resize(800);
    widget.set_attribute("columns", "value gpqa workload mmlu math humaneval mgsm released license vendor");
    widget.until("the table scrolls sideways", "root.querySelector('[role=region]')");
    page.tab_to("div", "Open and closed models: score and list price: scrolls sideways");
    page.key_times(Key::Right, 3);
    widget.until_drawn("the table has moved", "root.querySelector('[role=region]').scrollLeft > 0");
}

#[test]
fn the_focus_stays_where_it_is_while_the_page_changes_the_widget() {
    let page = Page::with(r#"<label>Elsewhere <input></label><model-compare table="aider-polyglot"></model-compare>"#);
    let widget = page.widget();
    page.ask::<()>("document.querySelector('input').focus()", Vec::new());
    let before = page.focus();
    widget.set_attribute("weight", "0.9");
    widget.set_attribute("table", "models");
    assert_eq!(page.focus(), before);
}

#[test]
fn the_focus_stays_on_the_select_whose_choice_changes() {
    let page = aider();
    let widget = page.widget();
    for (select, key) in [("Score", "score"), ("Comparison", "table"), ("Rows", "rows")] {
        let before = widget.state_of(key);
        widget.focus(select);
        page.key(if select == "Comparison" { Key::Up } else { Key::Down });
        assert_ne!(widget.state_of(key), before, "{select} has not changed");
        assert_eq!(page.focus().name, select);
    }
}
