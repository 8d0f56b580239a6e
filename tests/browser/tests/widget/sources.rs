//! Data sets that `src` loads.

use crate::{aider, data_set};
use browser_tests::{Json, Page, Widget, json};

/// The address of a text that the page itself holds.
fn address(page: &Page, text: &str) -> String {
    page.ask("return URL.createObjectURL(new Blob([given[0]], { type: 'application/json' }))", vec![json!(text)])
}

/// Sets `src` and waits until the view shows other rows.
fn load(widget: &Widget<'_>, src: &str) {
    widget.ask_with::<()>(
        "const changed = new Promise((resolve) => host.addEventListener('model-compare:change', resolve, { once: true }));
        host.src = given[0];
        await changed",
        vec![json!(src)],
    );
}

/// Sets `src`, and tells the message of the error that follows.
fn refused(widget: &Widget<'_>, src: &str) -> String {
    widget.ask_with(
        "const failed = new Promise((resolve) => host.addEventListener('model-compare:error', resolve, { once: true }));
        host.src = given[0];
        const { code, message } = (await failed).detail;
        return `${code}: ${message}`",
        vec![json!(src)],
    )
}

#[test]
fn src_loads_a_data_set_in_place_of_the_tables() {
    let page = aider();
    let widget = page.widget();
    load(&widget, &address(&page, &data_set().to_string()));
    assert_eq!(widget.names(9), ["Alpha", "Delta", "Gamma", "Beta"]);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn an_element_that_starts_with_src_shows_that_first() {
    let page = Page::with("");
    let src = address(&page, &data_set().to_string());
    let script = "await customElements.whenDefined('model-compare');
        const element = document.createElement('model-compare');
        element.src = given[0];
        element.sort = 'price';
        const ready = new Promise((resolve) => element.addEventListener('model-compare:ready', resolve));
        document.body.append(element);
        await ready;
        return element.results.ids";
    assert_eq!(page.ask::<Vec<String>>(script, vec![json!(src)]), ["d", "a", "c", "b"]);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_bad_src_says_why_and_leaves_what_was_shown() {
    let page = aider();
    let widget = page.widget();
    let before = (widget.state(), widget.names(99));
    let mut bad = data_set();
    bad["rows"][1]["price"] = json!("abc");
    let many = format!("{{\"columns\":[],\"rows\":[{}0]}}", "0,".repeat(200_000));
    let cases = [
        ("/no-such.json".to_owned(), "404"),
        (address(&page, "<html>"), "JSON"),
        (address(&page, ""), "JSON"),
        (address(&page, "null"), "data set"),
        (address(&page, "[1]"), "data set"),
        (address(&page, &bad.to_string()), "rows[1].price: expected a number or missing, got \"abc\""),
        (address(&page, &many), "200001 rows; at most 200000"),
        ("http://[".to_owned(), "http://["),
    ];
    for (src, reason) in cases {
        let message = refused(&widget, &src);
        assert!(message.starts_with("src: ") && message.contains(reason), "{reason}: {message}");
        assert_eq!((widget.state(), widget.names(99)), before);
        let line: String =
            widget.ask("return [...root.children].find((child) => child.matches('[part=status]'))?.textContent ?? ''");
        assert!(line.starts_with("The data could not be loaded."), "{line}");
    }
    // It works on.
    widget.press_header("Cost of the run");
    assert_eq!(widget.state_of("sort"), "cost");
    page.after_frames(2);
    load(&widget, &address(&page, &data_set().to_string()));
    assert!(
        widget.ask::<bool>("return ![...root.children].some((child) => child.matches('[part=status]'))"),
        "an old error stays"
    );
}

#[test]
fn a_body_that_is_too_long_is_refused_before_it_is_read_whole() {
    let page = aider();
    let script = "const { size } = new Blob([new Uint8Array(1)]);
        const megabytes = Array.from({ length: 33 }, () => new Uint8Array(1024 * 1024 * size));
        return URL.createObjectURL(new Blob(megabytes))";
    let src: String = page.ask(script, Vec::new());
    let message = refused(&page.widget(), &src);
    assert!(message.contains("longer than 32 MiB"), "{message}");
}

#[test]
fn a_body_that_never_said_how_long_it_is_is_given_up_once_it_is_too_long() {
    let page = aider();
    let widget = page.widget();
    page.ask::<()>(
        "const real = window.fetch;
        window.sent = 0;
        window.givenUp = new Promise((give) => {
          window.fetch = (url, options) => !String(url).endsWith('/endless.json') ? real(url, options)
            : Promise.resolve(new Response(new ReadableStream({
              pull(stream) { window.sent += 1; stream.enqueue(new Uint8Array(1024 * 1024).fill(32)); },
              cancel() { give('up'); },
            })));
        })",
        Vec::new(),
    );
    let message = refused(&widget, "/endless.json");
    assert!(message.contains("longer than 32 MiB"), "{message}");
    let (given, sent): (String, usize) = page.ask("return [await window.givenUp, window.sent]", Vec::new());
    assert_eq!(given, "up");
    assert!((33..=35).contains(&sent), "{sent} MiB were taken");
}

#[test]
fn a_bad_src_from_the_start_leaves_the_fallback() {
    let page = Page::with(r#"<model-compare src="/no-such.json" loading="eager"><p>The fallback</p></model-compare>"#);
    let element = page.element_at(0);
    let shown: bool = element.ask(
        "await customElements.whenDefined('model-compare');
        if (!root.querySelector('a')) {
          await new Promise((resolve) => host.addEventListener('model-compare:error', resolve));
        }
        return host.querySelector('p').checkVisibility() && host.results === undefined",
    );
    assert!(shown);
    assert!(element.ask::<String>("return root.querySelector('a').href").ends_with("help.html#src"));
    element.ask::<()>("host.removeAttribute('src'); await host.updated");
    assert_eq!(element.shown(), 178);
}

#[test]
fn a_faulty_data_set_from_the_start_leaves_the_fallback() {
    let page = Page::with("");
    let mut bad = data_set();
    bad["rows"][1]["price"] = json!("abc");
    let told: Json = page.ask(
        "await customElements.whenDefined('model-compare');
        const element = document.createElement('model-compare');
        element.innerHTML = '<p>The fallback</p>';
        element.src = given[0];
        const failed = new Promise((resolve) => element.addEventListener('model-compare:error', resolve));
        document.body.append(element);
        const { code, message } = (await failed).detail;
        await new Promise(requestAnimationFrame);
        const mounts = element.shadowRoot.querySelectorAll('.mc-mount').length;
        return [code, message.includes('rows[1].price'), mounts, element.firstChild.checkVisibility()]",
        vec![json!(address(&page, &bad.to_string()))],
    );
    assert_eq!(told, json!(["src", true, 0, true]));
    let element = page.element_at(0);
    assert!(!element.is_live());
    let src = address(&page, &data_set().to_string());
    element.ask_with::<()>("host.src = given[0]; await host.updated", vec![json!(src)]);
    page.widget().press_header("Price");
    assert_eq!(element.first(), "Delta");
}

#[test]
fn a_newer_src_wins_over_a_slower_older_one() {
    let page = aider();
    let widget = page.widget();
    let mut slow = data_set();
    slow["rows"][0]["name"] = json!("Slow");
    let script = "
        const [slow, quick] = given.map((set) => URL.createObjectURL(new Blob([JSON.stringify(set)])));
        const real = window.fetch;
        let answer;
        const held = new Promise((resolve) => { answer = resolve; });
        // The older one ignores that it is given up, and answers after the newer one.
        window.fetch = (url, options) => (String(url) === slow ? held.then(() => real(slow)) : real(url, options));
        let changes = 0;
        host.addEventListener('model-compare:change', () => { changes += 1; });
        host.src = slow;
        const changed = new Promise((resolve) => host.addEventListener('model-compare:change', resolve, { once: true }));
        host.src = quick;
        await changed;
        answer();
        await (await real(slow)).text();
        for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
        window.fetch = real;
        return [changes, names()]";
    let told: Json = widget.ask_with(script, vec![slow, data_set()]);
    assert_eq!(told, json!([1, ["Alpha", "Delta", "Gamma", "Beta"]]));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn data_wins_over_a_src_that_is_still_loading() {
    let page = aider();
    let widget = page.widget();
    let src = address(&page, &json!({ "columns": [], "rows": [] }).to_string());
    widget
        .ask_with::<()>("host.src = given[0]; host.data = given[1]; await host.updated", vec![json!(src), data_set()]);
    page.after_frames(5);
    assert_eq!(widget.names(9), ["Alpha", "Delta", "Gamma", "Beta"]);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn without_src_the_compiled_in_tables_are_back() {
    let page = Page::with("<model-compare weight=\"0.8\"></model-compare>");
    let widget = page.widget();
    load(&widget, &address(&page, &data_set().to_string()));
    widget.set_attribute("src", Json::Null);
    let state = widget.state();
    assert_eq!((&state["table"], &state["weight"]), (&json!("models"), &json!(0.8)));
    assert_eq!(widget.shown(), 178);
}

#[test]
fn what_fails_in_one_element_disturbs_no_other_and_no_focus() {
    let one = r#"<model-compare table="aider-polyglot"></model-compare>"#;
    let page = Page::with(&format!("<input id=\"page\" aria-label=\"Of the page\">{one}{one}"));
    let (first, second) = (page.widget(), page.widget_at(1));
    let before = (second.state(), second.names(99));
    page.ask::<()>("document.querySelector('#page').focus()", Vec::new());
    refused(&first, "/no-such.json");
    assert_eq!((second.state(), second.names(99)), before);
    assert_eq!(page.focus().name, "Of the page");
}

#[test]
fn updated_waits_for_the_data_set_of_a_new_src() {
    let page = aider();
    let widget = page.widget();
    let src = address(&page, &data_set().to_string());
    let names: Vec<String> =
        widget.ask_with("host.src = given[0]; await host.updated; return names()", vec![json!(src)]);
    assert_eq!(names, ["Alpha", "Delta", "Gamma", "Beta"]);
    // It never rejects, and a data set that replaces the one that is waited for ends the wait.
    let told: Json = widget.ask_with(
        "host.src = '/no-such.json';
        await host.updated;
        const after = names();
        const real = window.fetch;
        window.fetch = () => new Promise(() => {});
        host.src = '/never.json';
        const waiting = host.updated;
        window.fetch = real;
        host.src = given[0];
        await waiting;
        return [after, names()]",
        vec![json!(address(&page, &data_set().to_string().replace("Alpha", "Omega")))],
    );
    assert_eq!(told, json!([["Alpha", "Delta", "Gamma", "Beta"], ["Omega", "Delta", "Gamma", "Beta"]]));
}

#[test]
fn without_src_the_table_that_the_page_names_is_back() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "rows": 10, "sort": "name" }));
    load(&widget, &address(&page, &data_set().to_string()));
    widget.set_attribute("src", Json::Null);
    let state = widget.state();
    let told = ["table", "rows", "sort"].map(|key| state[key].clone());
    assert_eq!(told, [json!("aider-polyglot"), json!(10), json!("-value")]);
    assert_eq!(widget.first(), "DeepSeek-V3.2-Exp (Chat)");
    assert_eq!(page.heard(), [""; 0]);
}

/// A server that sends the two halves of the data set, the second one once `window.more` is called.
const IN_HALVES: &str = "const bytes = new TextEncoder().encode(given[0]);
    const half = bytes.length / 2;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.slice(0, half));
        window.more = () => { controller.enqueue(bytes.slice(half)); controller.close(); };
      },
    });
    const headers = { 'content-length': String(bytes.length) };
    window.fetch = () => Promise.resolve(new Response(body, { headers }));";

#[test]
fn a_data_set_that_is_on_its_way_says_in_words_how_far_it_is() {
    let page = aider();
    let widget = page.widget();
    let set = data_set().to_string();
    // As many bytes in either half.
    let even = if set.len().is_multiple_of(2) { set } else { set + " " };
    page.ask::<()>(IN_HALVES, vec![json!(even)]);
    widget.ask::<()>("host.src = '/halves.json'");
    let said = "[...root.children].find((child) => child.matches('[part=status]'))?.textContent";
    widget.until("half of it is said to be there", &format!("{said} === 'Loading the data: 50 %'"));
    assert_eq!(widget.shown(), 69, "what was shown stays meanwhile");
    widget.ask::<()>("window.more(); await host.updated");
    assert_eq!(widget.names(1), ["Alpha"]);
    assert!(widget.ask::<bool>(&format!("return {said} === undefined")), "nothing is on its way any more");
}

#[test]
fn what_a_failed_src_has_left_outlives_a_time_away_from_the_page() {
    for loads in [false, true] {
        let page = aider();
        let widget = page.widget();
        if loads {
            load(&widget, &address(&page, &data_set().to_string()));
        }
        widget.set("state", json!({ "weight": 0.8 }));
        let before = (widget.state(), widget.names(9));
        refused(&widget, "/no-such.json");
        widget.ask::<()>("host.remove(); await null; document.body.append(host); await host.updated");
        assert_eq!((widget.state(), widget.names(9)), before);
    }
}

#[test]
fn a_data_set_that_was_on_its_way_when_the_element_left_is_asked_for_again() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "weight": 0.8, "sort": "name", "filter": "text:gpt" }));
    let src = address(&page, &data_set().to_string().replace("Alpha", "Omega"));
    leave_and_return(&widget, &src);
    assert_eq!(widget.first(), "Omega");
    // As with any other data set, of what was chosen before the weight alone stays.
    let state = widget.state();
    assert_eq!(["weight", "sort", "filter"].map(|key| &state[key]), [&json!(0.8), &json!("-value"), &json!("")]);
    assert_eq!(page.heard(), [""; 0]);
}

/// Sets `src`, and takes the element away and back before anything has come.
fn leave_and_return(widget: &Widget<'_>, src: &str) {
    widget.ask_with::<()>(
        "host.src = given[0]; host.remove(); await null; document.body.append(host); await host.updated",
        vec![json!(src)],
    );
}

#[test]
fn a_data_set_without_an_id_is_shown_again_where_what_was_on_its_way_fails() {
    let page = aider();
    let widget = page.widget();
    let mut data = data_set();
    data.as_object_mut().unwrap().remove("id");
    widget.set("data", data);
    let before = widget.names(9);
    leave_and_return(&widget, "/no-such.json");
    assert_eq!(widget.names(9), before);
}

#[test]
fn a_table_that_is_named_while_a_src_is_on_its_way_is_what_is_shown() {
    let page = aider();
    let widget = page.widget();
    let shown: String = widget.ask_with(
        "let answer;
        window.fetch = () => new Promise((resolve) => { answer = resolve; });
        host.src = '/late.json';
        host.table = 'models';
        answer(new Response(JSON.stringify(given[0])));
        await host.updated;
        await new Promise(requestAnimationFrame);
        return host.state.table",
        vec![data_set()],
    );
    assert_eq!(shown, "models");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn data_that_is_not_there_yet_does_not_take_the_place_of_a_src() {
    let page = Page::with("");
    let src = address(&page, &data_set().to_string());
    let script = "await customElements.whenDefined('model-compare');
        const element = document.createElement('model-compare');
        element.src = given[0];
        // As programs do that write all properties of an element, whether they have something for them or not.
        element.data = undefined;
        const ready = new Promise((resolve) => element.addEventListener('model-compare:ready', resolve));
        document.body.append(element);
        await ready;
        return element.results.ids";
    assert_eq!(page.ask::<Vec<String>>(script, vec![json!(src)]), ["a", "d", "c", "b"]);
}

#[test]
fn the_same_src_again_is_loaded_again_where_it_has_failed() {
    let page = aider();
    let widget = page.widget();
    refused(&widget, "/late.json");
    let told: Json = widget.ask_with(
        "let asked = 0;
        window.fetch = () => { asked += 1; return Promise.resolve(new Response(JSON.stringify(given[0]))); };
        host.src = '/late.json';
        await host.updated;
        host.src = '/late.json';
        await host.updated;
        return [asked, names()[0]]",
        vec![data_set()],
    );
    assert_eq!(told, json!([1, "Alpha"]));
}

#[test]
fn a_table_that_is_named_beside_a_src_is_passed_over_without_a_warning() {
    let page = Page::with("");
    let script = "const element = document.createElement('model-compare');
        element.setAttribute('table', 'models');
        element.setAttribute('src', given[0]);
        document.body.append(element);
        await customElements.whenDefined('model-compare');
        await element.updated";
    page.ask::<()>(script, vec![json!(address(&page, &data_set().to_string()))]);
    assert_eq!(page.widget().first(), "Alpha");
    assert_eq!(page.heard(), [""; 0]);
}
