//! What the element tells the page.

use crate::{aider, aider_far_below, data_set};
use browser_tests::{Json, Page, Widget, json};

/// Notes every event of the page's elements from now on: its name, what it says, and how far it goes.
fn listen(widget: &Widget<'_>) {
    widget.ask::<()>(
        "window.told = [];
        for (const name of ['ready', 'change', 'select', 'error']) {
          document.addEventListener(`model-compare:${name}`, (event) => {
            const { root: inner } = { root: event.target.shadowRoot };
            const first = inner.querySelector('tbody th[scope=row]')?.innerText.split('\\n')[0].trim() ?? '';
            const wide = event.bubbles && event.composed;
            told.push({ name, detail: event.detail, first, wide });
          });
        }",
    );
}

/// The events that were noted since the last time; two frames are enough for each.
fn told(page: &Page) -> Vec<Json> {
    page.settle();
    page.after_frames(2);
    page.ask("return told.splice(0)", Vec::new())
}

fn names(told: &[Json]) -> Vec<&str> {
    told.iter().filter_map(|event| event["name"].as_str()).collect()
}

#[test]
fn ready_comes_once_with_the_state_even_if_the_element_goes_and_comes_back() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    listen(&element);
    element.scroll_to();
    let widget = page.widget();
    let events = told(&page);
    assert_eq!(names(&events), ["ready"]);
    assert_eq!((&events[0]["detail"], &events[0]["wide"]), (&widget.state(), &json!(true)));
    assert_eq!(events[0]["first"], "DeepSeek-V3.2-Exp (Chat)");
    widget.ask::<()>("window.removed = host; host.remove()");
    page.after_frames(1);
    page.ask::<()>("document.body.append(removed)", Vec::new());
    page.widget();
    assert_eq!(told(&page), Vec::<Json>::new());
}

#[test]
fn many_changes_of_a_frame_are_told_once_after_the_view_shows_them() {
    let page = aider();
    let widget = page.widget();
    listen(&widget);
    widget.ask::<()>("host.weight = 0.6; host.state = { weight: 0.7, rows: 10 }; host.setAttribute('weight', '0.95')");
    let events = told(&page);
    assert_eq!(names(&events), ["change"]);
    assert_eq!(events[0]["detail"], widget.state());
    assert_eq!((&events[0]["first"], &events[0]["wide"]), (&json!("gpt-5 (high)"), &json!(true)));
}

#[test]
fn whoever_changes_the_view_the_page_hears_of_it() {
    let page = aider();
    let widget = page.widget();
    listen(&widget);
    widget.press_header("Cost of the run");
    let events = told(&page);
    assert_eq!((names(&events), &events[0]["detail"]["sort"]), (vec!["change"], &json!("cost")));
    widget.set_attribute("weight", "0.8");
    assert_eq!(names(&told(&page)), ["change"]);
    widget.set("state", json!({ "filter": "vendor:OpenAI" }));
    assert_eq!(names(&told(&page)), ["change"]);
    widget.set("data", data_set());
    assert_eq!(names(&told(&page)), ["change"]);
}

#[test]
fn a_new_data_set_is_a_change_even_if_the_state_stays_the_same() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    page.after_frames(2);
    listen(&widget);
    let mut set = data_set();
    set["rows"][0]["price"] = json!(2);
    widget.set("data", set);
    assert_eq!(names(&told(&page)), ["change"]);
}

#[test]
fn nothing_is_told_where_nothing_changes() {
    let page = aider();
    let widget = page.widget();
    listen(&widget);
    widget.ask::<()>(
        "host.state = host.state;
        host.state = {};
        host.weight = 0.5;
        host.setAttribute('sort', '-value');
        host.setAttribute('title', 'x');
        host.state = { weight: 'heavy' };
        try { host.data = null } catch {}",
    );
    assert_eq!(told(&page), Vec::<Json>::new());
    // There and back within a frame.
    widget.ask::<()>("host.state = { weight: 0.9 }; host.state = { weight: 0.5 }");
    assert_eq!(told(&page), Vec::<Json>::new());
}

#[test]
fn what_is_picked_is_told_with_its_ids() {
    let page = aider();
    let widget = page.widget();
    listen(&widget);
    let ids: Vec<String> = widget.ids().into_iter().take(2).collect();
    widget.set("state", json!({ "selected": ids }));
    let events = told(&page);
    assert_eq!(names(&events), ["change", "select"]);
    assert_eq!((&events[1]["detail"], &events[1]["wide"]), (&json!(ids), &json!(true)));
    assert_eq!(widget.state_of("selected"), json!(ids));
    widget.set("state", json!({ "weight": 0.8 }));
    assert_eq!(names(&told(&page)), ["change"]);
}

#[test]
fn an_error_bubbles_out_of_the_page_s_own_shadow_roots() {
    let page = Page::with("<section></section>");
    let told: Vec<Json> = page.ask(
        "await customElements.whenDefined('model-compare');
        const inner = document.querySelector('section').attachShadow({ mode: 'closed' });
        const element = document.createElement('model-compare');
        const told = new Promise((resolve) => document.addEventListener('model-compare:error', ({ detail }) => resolve(detail)));
        element.data = { columns: 1 };
        inner.append(element);
        const { code, message } = await told;
        return [code, typeof message, message.length > 0]",
        Vec::new(),
    );
    assert_eq!(told, [json!("data"), json!("string"), json!(true)]);
}
