use crate::aider;
use browser_tests::{Key, Page, Widget, json};

fn ties(widget: &Widget<'_>) -> String {
    widget.ask("return words(root.querySelector('[part=table]').getRootNode().querySelector('.mc-ties'))")
}

#[test]
fn the_sentence_of_the_contract_stands_above_the_table() {
    let page = aider();
    let widget = page.widget();
    let said = ties(&widget);
    assert!(said.contains("The cheapest of these, gpt-5 (medium), costs 39 % less."), "{said}");
    assert!(said.contains("Borderline: gpt-5 (low) (64 % less) and o3 (high) (27 % less)."), "{said}");
    let above: bool = widget.ask(
        "return root.querySelector('.mc-ties').getBoundingClientRect().bottom
          <= root.querySelector('table').getBoundingClientRect().top",
    );
    assert!(above);
}

#[test]
fn the_sentence_follows_the_filters() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "cost:..1" }));
    let best = format!("DeepSeek-V3.2-Exp (Chat) has the best score of the {} shown (Solved 70.2 %).", widget.shown());
    assert!(ties(&widget).starts_with(&best), "{}", ties(&widget));
}

#[test]
fn where_intervals_are_not_known_nothing_is_said_of_ties() {
    let page = Page::with(r#"<model-compare table="models"></model-compare>"#);
    assert!(ties(&page.widget()).ends_with("Its interval is not known, so nothing can be said about ties."));
}

#[test]
fn places_are_ranges_by_score_and_places_by_anything_else() {
    let page = aider();
    let widget = page.widget();
    let places = "return all('tbody .mc-place').slice(0, 3).map(words)";
    assert_eq!(widget.ask::<Vec<String>>(places), ["1", "2", "3"]);
    widget.press_header("Solved");
    assert_eq!(widget.ask::<Vec<String>>(places), ["1–6", "1–6", "1–9"]);
    let notes: String = widget.ask("return words(root.querySelector('.mc-notes'))");
    assert!(notes.contains("Places are ranges where scores cannot be plainly told apart."), "{notes}");
}

#[test]
fn all_who_are_tied_unfold_by_mouse_and_by_key() {
    let page = aider();
    let widget = page.widget();
    let row = |at: u32| {
        json!({ "id": format!("m{at}"), "name": format!("M{at}"), "price": at,
        "score": { "value": 90.0 - f64::from(at) / 10.0, "k": 900 - at, "n": 1000 } })
    };
    widget.set(
        "data",
        json!({
            "columns": [{ "id": "name", "label": "Model", "kind": "text" },
                        { "id": "score", "label": "Score", "kind": "number", "unit": "percent", "better": "higher" },
                        { "id": "price", "label": "Price", "kind": "number", "unit": "USD", "better": "lower" }],
            "score": "score", "cost": "price", "rows": (1..=6).map(row).collect::<Vec<_>>(),
        }),
    );
    assert!(ties(&widget).contains("Plainly tied with it: M2, M3, M4 and 2 more."), "{}", ties(&widget));
    let seen = "all('.mc-ties li').filter((line) => line.checkVisibility({ contentVisibilityAuto: true })).length";
    let shown = |lines: usize| widget.until_drawn("the list follows", &format!("{seen} === {lines}"));
    shown(0);
    widget.press_first(".mc-ties summary");
    shown(6);
    assert_eq!(widget.ask::<String>("return words(all('.mc-ties li')[5])"), "M6: 89.4 %, plainly tied");
    widget.ask::<()>("root.querySelector('.mc-ties summary').focus()");
    page.key(Key::Enter);
    shown(0);
    page.key(Key::Enter);
    shown(6);
}
