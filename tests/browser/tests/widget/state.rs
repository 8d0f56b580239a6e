use crate::aider;
use browser_tests::{Json, Page, json};

#[test]
fn the_state_tells_every_choice_of_the_reader() {
    let page = aider();
    let expected = json!({
        "table": "aider-polyglot", "score": "pass-rate", "cost": "cost",
        "columns": ["name", "value", "pass-rate", "cost", "seconds", "date"],
        "workload": "requests:100000; input:1500; output:400; cached:0.2",
        "weight": 0.5, "sort": "-value", "filter": "", "rows": 25, "page": 1,
    });
    let state = page.widget().state();
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!((key, &state[key]), (key, value));
    }
}

#[test]
fn setting_the_state_to_itself_changes_nothing() {
    let page = aider();
    let widget = page.widget();
    let rich = json!({
        "score": "well-formed", "cost": "seconds", "columns": ["value", "vendor", "cost", "edit-format"],
        "weight": 0.37, "sort": "vendor -date", "filter": "text:e; open-weights:no; cost:..30,missing; date:2025-03..",
        "rows": 10, "page": 2,
    });
    widget.set("state", rich);
    widget.until("that is announced", "words(root.querySelector('[role=status]'))");
    let before = widget.state();
    let changes: Vec<String> = widget.ask(
        "const changes = [];
        const note = (records) => changes.push(...records.map(({ target }) => target.outerHTML ?? target.data));
        const observer = new MutationObserver(note);
        observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
        host.state = host.state;
        await host.updated;
        await new Promise(requestAnimationFrame);
        note(observer.takeRecords());
        return changes",
    );
    assert_eq!((widget.state(), changes), (before, Vec::new()));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn setting_some_keys_of_the_state_keeps_the_others() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "sort": "name", "filter": "vendor:OpenAI", "rows": 10, "page": 2 }));
    let mut expected = widget.state();
    widget.set("state", json!({ "weight": 0.8, "columns": ["name", "cost"], "page": 2 }));
    expected["weight"] = json!(0.8);
    expected["columns"] = json!(["name", "cost"]);
    assert_eq!(widget.state(), expected);
}

#[test]
fn nonsense_in_the_state_keeps_the_old_value_and_warns_once() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "weight": 0.8, "sort": "name", "rows": 10, "filter": "vendor:OpenAI", "page": 2 }));
    let before = widget.state();
    let nonsense = [
        ("weight", json!("heavy")),
        ("weight", json!(7)),
        ("weight", Json::Null),
        ("sort", json!("no-such")),
        ("rows", json!(0)),
        ("rows", json!({})),
        ("page", json!(0)),
        ("table", json!("no-such")),
        ("columns", json!(["no-such"])),
    ];
    for (key, value) in nonsense {
        let heard = page.heard().len();
        widget.set("state", json!({ key: value }));
        assert_eq!((key, widget.state()), (key, before.clone()));
        let heard = &page.heard()[heard..];
        assert!(heard.len() == 1 && heard[0].contains(key), "{key}: {value} is warned of by {heard:?}");
    }
}

#[test]
fn an_id_with_a_space_in_a_list_is_no_id_and_never_two() {
    let page = aider();
    let widget = page.widget();
    let before = widget.state();
    let ids = widget.ids();
    let two = |parted: &str| json!([ids[..2].join(parted)]);
    for (key, both) in [
        ("columns", json!(["name cost"])),
        ("only", two(" ")),
        ("highlight", two("\u{a0}")),
        ("selected", two("\n")),
        ("sort", json!(["name cost"])),
    ] {
        let heard = page.heard().len();
        widget.set("state", json!({ key: both }));
        assert_eq!((key, widget.state()), (key, before.clone()));
        let heard = &page.heard()[heard..];
        assert!(heard.len() == 1 && heard[0].contains(&format!("{key}: ")), "{both} is warned of by {heard:?}");
    }
    // The others of its list hold.
    widget.set("state", json!({ "selected": ["a b", ids[1], ""] }));
    assert_eq!(widget.state_of("selected"), json!([ids[1]]));
    let heard = page.heard();
    assert!(heard.last().is_some_and(|told| told.contains("selected: \"a␣b\" is not understood")), "{heard:?}");
}

#[test]
fn a_state_that_is_no_object_changes_nothing_and_breaks_nothing() {
    let page = aider();
    let widget = page.widget();
    let before = widget.state();
    for nonsense in [Json::Null, json!(7), json!("x"), json!([1])] {
        widget.set("state", nonsense);
        assert_eq!(widget.state(), before);
    }
}

#[test]
fn the_results_tell_all_rows_after_the_filters_in_shown_order() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "vendor:OpenAI", "sort": "name", "rows": "all" }));
    // An id is the name in lower case, with a dash for each run of other characters, and the edit format.
    let starts: Vec<String> = widget.names(99).iter().map(|name| id_of(name)).collect();
    let ids = widget.ids();
    assert_eq!(ids.len(), starts.len());
    assert!(ids.iter().zip(&starts).all(|(id, start)| id.starts_with(start.as_str())), "{ids:?}\n{starts:?}");
    widget.set("state", json!({ "rows": 10, "page": 2 }));
    assert_eq!(widget.ids(), ids);
    let results: Json = widget.ask("return host.results");
    assert_eq!((&results["total"], &results["shown"]), (&json!(69), &json!(21)));
}

fn id_of(name: &str) -> String {
    let parts = name.split(|char: char| !char.is_ascii_alphanumeric() && char != '.').filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_lowercase()
}

#[test]
fn updated_resolves_when_the_view_shows_the_change() {
    let page = aider();
    let script = "host.weight = 0.95; await host.updated; return names()[0]";
    assert_eq!(page.widget().ask::<String>(script), "gpt-5 (high)");
}

#[test]
fn updated_resolves_where_nothing_changes() {
    let page = aider();
    assert!(page.widget().ask::<bool>("await host.updated; await host.updated; return true"));
}

#[test]
fn two_widgets_of_a_page_share_no_state() {
    let one = r#"<model-compare table="aider-polyglot"></model-compare>"#;
    let page = Page::with(&format!("{one}{one}"));
    let (first, second) = (page.widget(), page.widget_at(1));
    let before = second.state();
    first.press_header("Cost of the run");
    first.search("gpt");
    first.open("Vendor");
    first.tick("OpenAI");
    assert_eq!(second.state(), before);
    assert_eq!(second.first(), "DeepSeek-V3.2-Exp (Chat)");
    second.press_header("Model");
    assert_eq!(first.state_of("sort"), "cost");
}
