use crate::aider;
use browser_tests::{Page, Widget, json};

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
