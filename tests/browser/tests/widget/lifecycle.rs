use crate::{aider, aider_far_below};
use browser_tests::{Page, json};

#[test]
fn properties_that_were_set_before_the_element_was_defined_are_taken_over() {
    let page = Page::open("early.html");
    let widget = page.widget();
    let state = widget.state();
    assert_eq!(
        ["table", "weight", "rows", "sort"].map(|key| state[key].clone()),
        [json!("aider-polyglot"), json!(0.8), json!(10), json!("name"),]
    );
    assert!(!widget.ask::<bool>("return Object.hasOwn(host, 'weight')"));
}

#[test]
fn before_the_code_is_there_results_are_undefined_and_updated_waits() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    element.ask::<()>("window.updated = false; host.updated.then(() => { window.updated = true })");
    page.after_frames(3);
    assert!(element.ask::<bool>("return host.results === undefined && !window.updated"));
    element.scroll_to();
    page.widget();
    assert!(element.ask::<bool>("return host.results.total === 69 && window.updated"));
}

#[test]
fn writes_before_the_code_is_there_take_effect() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    element.ask::<()>("host.state = { weight: 0.3, sort: 'name' }; host.state = { weight: 0.8 }; host.rows = 10");
    element.scroll_to();
    let state = page.widget().state();
    assert_eq!(["weight", "sort", "rows"].map(|key| state[key].clone()), [json!(0.8), json!("name"), json!(10)]);
}

#[test]
fn writes_before_the_code_is_there_count_in_their_order() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    element.ask::<()>("host.state = { weight: 0.3 }; host.weight = 0.8");
    element.scroll_to();
    assert_eq!(page.widget().state_of("weight"), 0.8);
}

#[test]
fn an_element_that_is_moved_keeps_its_state_and_stays_live() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Cost of the run");
    widget.search("gpt");
    let before = widget.state();
    widget.ask::<()>("document.body.append(document.createElement('section')); document.body.lastChild.append(host)");
    assert_eq!(page.widget().state(), before);
    widget.press_header("Cost of the run");
    assert_eq!(widget.state_of("sort"), "-cost");
}

#[test]
fn an_element_that_is_removed_and_added_again_keeps_its_state_and_stays_live() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Cost of the run");
    let before = widget.state();
    widget.ask::<()>("window.removed = host; host.remove()");
    page.after_frames(3);
    page.ask::<()>("document.body.append(removed)", Vec::new());
    assert_eq!(page.widget().state(), before);
    widget.press_header("Cost of the run");
    assert_eq!(widget.first(), "o1-2024-12-17 (high)");
}

#[test]
fn an_element_that_is_changed_while_it_is_removed_shows_that_when_it_is_back() {
    let page = aider();
    page.widget().ask::<()>("window.removed = host; host.remove(); host.weight = 0.95; host.state = { rows: 10 }");
    page.ask::<()>("document.body.append(removed)", Vec::new());
    let widget = page.widget();
    assert_eq!((widget.first().as_str(), widget.names(99).len()), ("gpt-5 (high)", 10));
}

#[test]
fn an_attribute_that_changes_while_the_element_is_away_counts_when_it_is_back() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "weight": 0.3, "sort": "name", "filter": "vendor:OpenAI" }));
    widget.ask::<()>("window.removed = host; host.remove()");
    page.after_frames(1);
    page.ask::<()>("removed.weight = 0.95; document.body.append(removed)", Vec::new());
    let state = page.widget().state();
    assert_eq!(["weight", "sort"].map(|key| state[key].clone()), [json!(0.95), json!("name")]);
}

#[test]
fn an_element_that_comes_back_does_not_warn_again() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" weight="heavy" theme="blue"></model-compare>"#);
    page.widget();
    let before = page.heard();
    assert_eq!(before.len(), 2);
    page.element_at(0).ask::<()>("window.removed = host; host.remove()");
    page.after_frames(1);
    page.ask::<()>("document.body.append(removed)", Vec::new());
    page.widget();
    assert_eq!(page.heard(), before);
}

#[test]
fn an_element_that_is_removed_before_it_is_live_loads_when_it_is_back_and_near() {
    let page = aider_far_below("");
    page.element_at(0).ask::<()>("window.removed = host; host.remove()");
    page.after_frames(3);
    page.ask::<()>("document.body.prepend(removed)", Vec::new());
    assert_eq!(page.widget().count(), "69 rows");
}

#[test]
fn an_element_that_a_script_makes_works_like_one_of_the_page() {
    let page = Page::with("");
    page.ask::<()>(
        "await customElements.whenDefined('model-compare');
        const made = document.createElement('model-compare');
        made.table = 'aider-polyglot';
        made.state = { weight: 0.8 };
        document.body.append(made)",
        Vec::new(),
    );
    assert_eq!(page.widget().first(), "gpt-5 (medium)");
}

#[test]
fn the_loader_may_be_loaded_twice() {
    let page = aider();
    let widget = page.widget();
    page.ask::<()>("await import('/embed/model-compare.js?again')", Vec::new());
    widget.press_header("Cost of the run");
    assert_eq!(page.heard(), [""; 0]);
}
