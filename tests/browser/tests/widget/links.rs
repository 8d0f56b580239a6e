//! The reader's choices in the address of the page.

use crate::data_set;
use browser_tests::{Json, Page, Widget, json};

const LINKED: &str = r#"<model-compare table="aider-polyglot" link-state="mc"></model-compare>"#;

/// What the address says after the `#`, once it says what is waited for.
fn hash_with(page: &Page, text: &str) -> String {
    page.ask(
        "const end = performance.now() + 10_000;
        while (!location.hash.includes(given[0])) {
          if (performance.now() > end) throw new Error(`the address stays ${location.hash}`);
          await new Promise(requestAnimationFrame);
        }
        return location.hash",
        vec![json!(text)],
    )
}

fn hash(page: &Page) -> String {
    page.ask("return location.hash", Vec::new())
}

/// Puts a text after the `#`, as a reader does who edits the address.
fn go_to(page: &Page, hash: &str) {
    page.ask::<()>(
        "const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        location.hash = given[0];
        await heard",
        vec![json!(hash)],
    );
    page.settle();
}

fn share(page: &Page, widget: &Widget<'_>, how: &str) -> String {
    page.ask::<()>(
        "Object.defineProperty(navigator, 'clipboard', {
          configurable: true, value: { writeText: () => Promise.reject(new Error('not allowed')) },
        })",
        Vec::new(),
    );
    widget.open("Share");
    widget.press(how);
    widget.until("the text is shown", "words(root.querySelector('.mc-notice'))");
    let notice: String = widget.ask("return root.querySelector('.mc-notice').textContent");
    notice.split_once("Copy it from here: ").map(|(_, text)| text.to_owned()).unwrap_or(notice)
}

#[test]
fn the_readers_choices_appear_in_the_address_and_other_parts_of_it_stay() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    assert_eq!(hash(&page), "");
    page.ask::<()>("history.replaceState({ own: 1 }, '', '#section&x=1%20y')", Vec::new());
    widget.press_header("Cost of the run");
    let found = hash_with(&page, "mc=");
    assert!(found.starts_with("#section&x=1%20y&mc=") && found.contains("sort"), "{found}");
    assert_eq!(page.ask::<Json>("return history.state", Vec::new()), json!({ "own": 1 }));
    widget.set("state", json!({ "sort": "-value" }));
    page.ask::<()>("while (location.hash.includes('mc=')) await new Promise(requestAnimationFrame)", Vec::new());
    assert_eq!(hash(&page), "#section&x=1%20y");
}

#[test]
fn the_address_alone_brings_the_choices_back() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    let ids = widget.ids();
    widget.set(
        "state",
        json!({
            "score": "well-formed", "cost": "seconds", "columns": ["name", "value", "vendor", "cost"], "weight": 0.37,
            "sort": "vendor -date", "filter": "text:g%3B%26; vendor:OpenAI,Google; cost:..30,missing", "rows": 10,
            "highlight": [ids[0]], "selected": ids[1..3], "only": ids[..40],
        }),
    );
    hash_with(&page, "well-formed");
    let before = (widget.state(), widget.ids());
    page.reload();
    let widget = page.widget();
    assert_eq!((widget.state(), widget.ids()), before);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn back_and_forward_lead_through_what_the_address_has_said() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    let first = hash_with(&page, "cost");
    go_to(&page, "mc=weight:0.8");
    let script = "const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        history.go(given[0]);
        await heard";
    let now = hash(&page);
    let after = widget.state();
    page.ask::<()>(script, vec![json!(-1)]);
    page.settle();
    assert_eq!((hash(&page), widget.state_of("sort")), (first, json!("cost")));
    page.ask::<()>(script, vec![json!(1)]);
    page.settle();
    assert_eq!((hash(&page), widget.state()), (now, after));
}

#[test]
fn what_is_mangled_in_the_address_is_ignored_and_the_rest_holds() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    let good = hash_with(&page, "cost");
    let start = {
        go_to(&page, "nothing");
        widget.state()
    };
    for mangled in ["mc=", "mc=%", "mc=%E0%A4%A", "mc=x", "mc=;;;", "mc=weight", "mc=nosuch:1", "mc=%00", "mc=mc=mc"] {
        go_to(&page, mangled);
        assert!(widget.shown() > 0, "{mangled}");
        assert_eq!(widget.state()["table"], start["table"], "{mangled}");
    }
    // A chat program that writes `&` as `&amp;`, and one that puts a full stop at the end of a link.
    go_to(&page, &format!("section&amp;{}", good.trim_start_matches('#')));
    assert_eq!(widget.state_of("sort"), "cost");
    go_to(&page, &format!("{}&utm_source=chat", good.trim_start_matches('#')));
    assert_eq!(widget.state_of("sort"), "cost");
}

#[test]
fn two_widgets_with_keys_of_their_own_share_the_address() {
    let page = Page::with(&format!("{LINKED}{}", LINKED.replace("\"mc\"", "\"other\"")));
    let (first, second) = (page.widget(), page.widget_at(1));
    first.press_header("Cost of the run");
    hash_with(&page, "mc=");
    second.press_header("Model");
    let both = hash_with(&page, "other=");
    assert!(both.contains("mc="), "{both}");
    let before = (first.state(), second.state());
    assert_eq!((&before.0["sort"], &before.1["sort"]), (&json!("cost"), &json!("name")));
    page.reload();
    assert_eq!((page.widget().state(), page.widget_at(1).state()), before);
}

#[test]
fn without_a_key_nothing_is_kept_and_no_link_is_offered() {
    let page = crate::aider();
    let widget = page.widget();
    widget.press_header("Cost of the run");
    widget.open("Share");
    assert!(!widget.has_button("Copy link") && widget.has_button("Copy as embed"));
    page.reload();
    assert_eq!((hash(&page).as_str(), page.widget().state_of("sort")), ("", json!("-value")));
}

#[test]
fn a_copied_link_shows_the_same_elsewhere() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.set("state", json!({ "filter": "vendor:OpenAI; text:gpt", "sort": "name", "weight": 0.25 }));
    let before = (widget.state(), widget.ids());
    let link = share(&page, &widget, "Copy link");
    assert!(link.contains("#mc="), "{link}");
    assert!(!link.contains([' ', '(', ')', '*', '"', '<']), "{link}");
    page.ask::<()>("history.replaceState(null, '', given[0])", vec![json!(link)]);
    page.reload();
    assert_eq!((page.widget().state(), page.widget().ids()), before);
}

#[test]
fn a_copied_embed_shows_exactly_the_same_view() {
    let page = Page::with(
        r#"<model-compare table="aider-polyglot" show="chart table filters" theme="dark" heading-level="2"></model-compare>"#,
    );
    let widget = page.widget();
    let ids = widget.ids();
    widget.set(
        "state",
        json!({
            "filter": "text:a%22%3C%26; vendor:OpenAI,Google,missing", "sort": "-date name", "weight": 0.25, "rows": 10,
            "columns": ["name", "cost", "value"], "only": ids[..30], "highlight": ids[..2], "cost": "seconds",
        }),
    );
    let snippet = share(&page, &widget, "Copy as embed");
    let before = (widget.state(), widget.ids(), widget.headers());
    let parts =
        "return all('[part]').map((element) => element.part.value).filter((part) => !['row', 'cell'].includes(part))";
    let parts_before: Vec<String> = widget.ask(parts);
    page.ask::<()>(
        "document.querySelector('model-compare').remove();
        const pasted = document.createRange().createContextualFragment(given[0]);
        document.body.append(pasted)",
        vec![json!(snippet)],
    );
    let widget = page.widget();
    assert_eq!((widget.state(), widget.ids(), widget.headers()), before);
    assert_eq!(widget.ask::<Vec<String>>(parts), parts_before);
    assert_eq!(widget.theme(), "dark");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn an_address_that_means_a_data_set_takes_effect_when_that_is_there() {
    let page = Page::with("");
    page.ask::<()>("history.replaceState(null, '', '#mc=sort:-price/filter:vendor:X')", Vec::new());
    let from_src: Json = page.ask(
        "const element = document.createElement('model-compare');
        element.setAttribute('link-state', 'mc');
        element.setAttribute('src', URL.createObjectURL(new Blob([JSON.stringify(given[0])])));
        document.body.append(element);
        await customElements.whenDefined('model-compare');
        await element.updated;
        const { ids } = element.results;
        element.remove();
        return ids",
        vec![data_set()],
    );
    assert_eq!(from_src, json!(["c", "a"]));
    page.ask::<()>(
        "document.body.innerHTML = '<model-compare link-state=\"mc\"></model-compare>';
        document.querySelector('model-compare').data = given[0]",
        vec![data_set()],
    );
    assert_eq!(page.widget().ids(), ["c", "a"]);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn an_element_that_is_away_leaves_the_address_alone() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    page.after_frames(2);
    widget.ask::<()>("window.removed = host; host.remove()");
    // What was chosen last is written as the element goes.
    hash_with(&page, "sort:cost");
    go_to(&page, "mc=sort:name");
    let sort = "document.body.append(removed); await removed.updated; return removed.state.sort";
    assert_eq!(page.ask::<String>(sort, Vec::new()), "cost");
}
