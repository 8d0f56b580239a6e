use crate::aider;
use browser_tests::{Page, json};

#[test]
fn choosing_another_comparison_shows_its_table() {
    let page = aider();
    let widget = page.widget();
    let title: String = widget.ask("return words(root.querySelector('h3'))");
    widget.choose("Comparison", "Open and closed models: score and list price");
    assert_eq!(widget.state_of("table"), "models");
    assert!(widget.headers().contains(&"Monthly cost".to_owned()));
    widget.choose("Comparison", &title);
    assert_eq!(widget.state_of("table"), "aider-polyglot");
}

#[test]
fn another_comparison_keeps_only_weight_and_rows() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "weight": 0.8, "rows": 10, "sort": "cost", "filter": "text:gpt", "page": 2 }));
    widget.choose("Comparison", "Open and closed models: score and list price");
    let state = widget.state();
    let kept = ["weight", "rows", "sort", "filter", "page"].map(|key| &state[key]);
    assert_eq!(kept, [&json!(0.8), &json!(10), &json!("-value"), &json!(""), &json!(1)]);
}

#[test]
fn another_score_takes_the_place_of_the_old_one() {
    let page = models();
    let widget = page.widget();
    let place = widget.headers().iter().position(|header| header == "GPQA").unwrap();
    widget.choose("Score", "MMLU-Pro");
    assert_eq!(widget.headers()[place], "MMLU-Pro");
    assert_eq!(widget.state_of("score"), "mmlu-pro");
}

#[test]
fn another_score_makes_another_order() {
    let page = models();
    let widget = page.widget();
    widget.set("state", json!({ "weight": 1 }));
    widget.choose("Score", "MMLU-Pro");
    let scores = widget.column("MMLU-Pro");
    let scores: Vec<f64> = scores[..10].iter().map(|score| score.parse().unwrap()).collect();
    assert!(scores.is_sorted_by(|one, next| one >= next), "{scores:?}");
}

#[test]
fn another_cost_takes_the_place_of_the_old_one() {
    let page = models();
    let widget = page.widget();
    let place = widget.headers().iter().position(|header| header == "Monthly cost").unwrap();
    widget.choose("Cost", "Cached input price");
    assert_eq!(widget.headers()[place], "Cached input price");
    assert_eq!(widget.state_of("cost"), "price-cached");
    widget.choose("Cost", "Monthly cost");
    assert_eq!(widget.headers()[place], "Monthly cost");
    assert_eq!(widget.state_of("cost"), "workload");
}

#[test]
fn the_column_picker_shows_and_hides_a_column() {
    let page = aider();
    let widget = page.widget();
    widget.open("Columns");
    widget.tick("Edit format");
    assert!(widget.headers().contains(&"Edit format".to_owned()));
    widget.tick("Edit format");
    assert!(!widget.headers().contains(&"Edit format".to_owned()));
    widget.tick("Run on");
    assert!(!widget.headers().contains(&"Run on".to_owned()));
}

fn models() -> Page {
    Page::with(r#"<model-compare table="models"></model-compare>"#)
}
