//! The reader's choices in the address of the page.

use crate::data_set;
use browser_tests::{Json, Page, json};

pub(crate) const LINKED: &str = r#"<model-compare table="aider-polyglot" link-state="mc"></model-compare>"#;

/// What the address says after the `#`, once it says what is waited for.
pub(crate) fn hash_with(page: &Page, text: &str) -> String {
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
fn an_element_that_is_away_leaves_the_address_alone_and_follows_it_when_it_is_back() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    page.after_frames(2);
    widget.ask::<()>("window.removed = host; host.remove()");
    // What was chosen last is written as the element goes.
    hash_with(&page, "sort:cost");
    go_to(&page, "mc=sort:name");
    let sort = "document.body.append(removed); await removed.updated; return removed.state.sort";
    assert_eq!(page.ask::<String>(sort, Vec::new()), "name");
    assert_eq!(hash(&page), "#mc=sort:name");
}

#[test]
fn an_element_that_was_away_from_an_address_that_stayed_shows_what_was_chosen_last() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    hash_with(&page, "sort:cost");
    // What no link carries comes back all the same.
    widget.ask::<()>(
        "host.state = { weight: 0.3 };
        await host.updated;
        host.remove();
        await null;
        document.body.append(host);
        await host.updated",
    );
    assert_eq!((widget.state_of("sort"), widget.state_of("weight")), (json!("cost"), json!(0.3)));
    page.ask::<()>(
        "window.removed = document.querySelector('model-compare');
        removed.remove();
        await null;
        history.pushState(null, '', location.pathname + '?elsewhere');
        document.body.append(removed);
        await removed.updated",
        Vec::new(),
    );
    assert_eq!((widget.state_of("sort"), widget.state_of("weight")), (json!("cost"), json!(0.3)));
}

#[test]
fn a_choice_is_not_written_on_a_page_that_was_opened_since() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    // A page of many views shows another one before the address is written, then takes the element away.
    widget.ask::<()>(
        "const changed = new Promise((resolve) => host.addEventListener('model-compare:change', resolve, { once: true }));
        header('Cost of the run').click();
        await changed;
        history.pushState({ view: 2 }, '', `${location.pathname}?view=2`);
        host.remove();
        await null",
    );
    assert_eq!(page.ask::<[String; 2]>("return [location.search, location.hash]", Vec::new()), ["?view=2", ""]);
    // Nor is one that was made in the same frame.
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.ask::<()>(
        "const changed = new Promise((resolve) => host.addEventListener('model-compare:change', resolve, { once: true }));
        header('Cost of the run').click();
        await host.updated;
        history.pushState({ view: 2 }, '', `${location.pathname}?view=2`);
        await changed;
        host.remove();
        await null",
    );
    assert_eq!(page.ask::<[String; 2]>("return [location.search, location.hash]", Vec::new()), ["?view=2", ""]);
}

#[test]
fn a_key_that_is_set_later_shows_what_the_address_says_and_keeps_it() {
    let page = crate::aider();
    let widget = page.widget();
    page.ask::<()>("history.replaceState(null, '', '#mc=weight:0.8')", Vec::new());
    widget.set("linkState", "mc");
    assert_eq!(widget.state_of("weight"), 0.8);
    widget.press_header("Cost of the run");
    let found = hash_with(&page, "sort:cost");
    assert!(found.contains("weight:0.8"), "{found}");
}

#[test]
fn spaces_around_a_key_are_none_of_it() {
    let page = Page::with(&LINKED.replace("\"mc\"", "\" mc \""));
    page.widget().press_header("Cost of the run");
    assert_eq!(hash_with(&page, "mc="), "#mc=sort:cost");
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_link_to_a_place_of_the_page_leaves_the_choices_in_the_address() {
    let page = Page::with(&format!(r##"<a href="#prices">Prices</a>{LINKED}<p id="prices">What it costs</p>"##));
    let widget = page.widget();
    widget.press_header("Cost of the run");
    hash_with(&page, "mc=sort:cost");
    let steps: usize = page.ask("return history.length", Vec::new());
    page.ask::<()>("document.querySelector('a').click()", Vec::new());
    assert_eq!(hash_with(&page, "prices&mc="), "#prices&mc=sort:cost");
    assert_eq!(page.ask::<usize>("return history.length", Vec::new()), steps + 1, "the step of the link alone");
    page.reload();
    assert_eq!(page.widget().state_of("sort"), "cost");
}

#[test]
fn a_route_of_the_page_is_left_alone() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    hash_with(&page, "mc=sort:cost");
    // What is still to be written is written when the page goes.
    let gone = "dispatchEvent(new PageTransitionEvent('pagehide')); return location.hash";
    for (place, hash) in [("/about", "#/about"), ("!/about", "#!/about"), ("about", "#about&mc=sort:cost")] {
        go_to(&page, place);
        assert_eq!(page.ask::<String>(gone, Vec::new()), hash);
    }
}

#[test]
fn an_element_that_goes_with_its_place_of_the_page_leaves_nothing_in_the_address() {
    let page = Page::with(LINKED);
    let widget = page.widget();
    widget.press_header("Cost of the run");
    hash_with(&page, "mc=sort:cost");
    go_to(&page, "/about");
    widget.ask::<()>("host.remove(); await null");
    assert_eq!(hash(&page), "#/about");
}
