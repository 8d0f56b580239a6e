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
fn properties_from_before_the_element_was_defined_count_in_their_order() {
    // Modules wait for the whole page, so the element is not defined yet.
    let page = Page::bare(
        r#"<script type="module" src="/embed/model-compare.js"></script>
        <model-compare table="aider-polyglot"></model-compare>
        <script>
          Object.assign(document.querySelector('model-compare'), { state: { weight: 0.3, sort: 'name' }, weight: 0.8 });
        </script>"#,
    );
    let state = page.widget().state();
    assert_eq!(["weight", "sort"].map(|key| state[key].clone()), [json!(0.8), json!("name")]);
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
fn of_attributes_and_states_before_the_code_is_there_the_last_one_counts() {
    let page = aider_far_below(r#"weight="0.9""#);
    let element = page.element_at(0);
    element.ask::<()>(
        "host.weight = 0.8;
        host.state = { weight: 0.3, rows: 5 };
        host.rows = 10;
        host.sort = 'name';
        host.state = { sort: '-cost', filter: 'vendor:OpenAI' };
        host.removeAttribute('filter');
        host.filter = 'vendor:Google';
        host.removeAttribute('filter')",
    );
    element.scroll_to();
    let state = page.widget().state();
    let told = ["weight", "rows", "sort", "filter"].map(|key| state[key].clone());
    assert_eq!(told, [json!(0.3), json!(10), json!("-cost"), json!("")]);
}

#[test]
fn an_attribute_that_is_taken_away_after_an_early_state_gives_the_default() {
    let page = aider_far_below(r#"weight="0.9""#);
    let element = page.element_at(0);
    element.ask::<()>("host.state = { weight: 0.3, sort: 'name' }; host.removeAttribute('weight')");
    element.scroll_to();
    let state = page.widget().state();
    assert_eq!(["weight", "sort"].map(|key| state[key].clone()), [json!(0.5), json!("name")]);
}

#[test]
fn who_waits_for_an_element_that_is_removed_hears_of_it() {
    let page = aider();
    page.widget().ask::<()>(
        "host.state = { weight: 0.9 };
        const waiting = [host.updated, host.updated];
        host.remove();
        await Promise.all(waiting)",
    );
    // Who waits for a first view waits until there is one.
    let page = aider_far_below("");
    let told: [bool; 2] = page.element_at(0).ask(
        "await customElements.whenDefined('model-compare');
        let told = false;
        const waiting = host.updated.then(() => { told = true; });
        host.remove();
        for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
        const early = told;
        document.body.prepend(host);
        host.scrollIntoView();
        await waiting;
        return [early, host.results.total === 69]",
    );
    assert_eq!(told, [false, true]);
    assert_eq!(page.heard(), [""; 0]);
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
fn an_element_that_is_moved_in_one_piece_keeps_its_state_and_its_widget() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Cost of the run");
    let before = widget.state();
    // A younger browser moves an element without taking it out of the page; the others insert it elsewhere.
    widget.ask::<()>(
        "const place = document.createElement('section');
        document.body.append(place);
        (place.moveBefore ?? place.insertBefore).call(place, host, null)",
    );
    assert_eq!(page.widget().state(), before);
    widget.press_header("Cost of the run");
    assert_eq!(widget.first(), "o1-2024-12-17 (high)");
}

#[test]
fn a_page_that_writes_itself_anew_gets_a_widget_for_the_new_element() {
    let page = aider();
    page.widget().press_header("Cost of the run");
    // Every element of the page is made again out of text.
    page.ask::<()>("document.body.innerHTML += '<p>What was added.</p>'", Vec::new());
    let widget = page.widget();
    assert_eq!(widget.state_of("sort"), "-value");
    widget.press_header("Solved");
    assert_eq!(widget.first(), "gpt-5 (high)");
    assert_eq!(page.heard(), [""; 0]);
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
fn what_was_changed_while_the_element_was_away_is_told_when_it_is_back() {
    let page = aider();
    let weight: f64 = page.widget().ask(
        "const changed = new Promise((resolve) => host.addEventListener('model-compare:change', resolve));
        host.remove();
        await null;
        host.weight = 0.95;
        document.body.append(host);
        return (await changed).detail.weight",
    );
    assert!((weight - 0.95).abs() < 1e-9);
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
