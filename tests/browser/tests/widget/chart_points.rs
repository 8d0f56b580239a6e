//! What a reader points at in the chart, by mouse and by keyboard.

use crate::chart::{POINTS, path, said, until_measured};
use crate::{aider, data_set};
use browser_tests::{Key, Page, Widget, json};

/// What stands beside the point that is shown; empty where none is.
fn tip(widget: &Widget<'_>) -> String {
    widget.ask("return root.querySelector('.mc-tip')?.innerText.replace(/\\s+/g, ' ') ?? ''")
}

#[test]
fn the_mouse_shows_what_is_known_of_a_point_until_escape() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    assert_eq!(tip(&widget), "");
    widget.point_at(".mc-winner");
    let shown = tip(&widget);
    for part in ["DeepSeek-V3.2-Exp (Chat)", "Solved 70.2 % (", "Cost of the run $0.88", "Value 81.", "Press to pick"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    // The mouse may go over it.
    widget.point_at(".mc-tip");
    assert_eq!(tip(&widget), shown);
    page.key(Key::Escape);
    widget.until("the tip is gone", "!root.querySelector('.mc-tip')");
}

#[test]
fn the_mouse_and_the_focus_each_keep_their_point() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    widget.focus(POINTS);
    page.key(Key::End);
    let (best, place) = (said(&widget), widget.property::<String>(POINTS, "value"));
    let shows = |name: &str| assert!(tip(&widget).starts_with(name), "{} and not {name}", tip(&widget));
    shows("gpt-5 (high)");
    widget.point_at(".mc-winner");
    shows("DeepSeek-V3.2-Exp (Chat)");
    assert_eq!((said(&widget), widget.property::<String>(POINTS, "value")), (best, place), "the keyboard's stays");
    widget.point_at(".mc-legend");
    shows("gpt-5 (high)");
    widget.point_at(".mc-winner");
    page.key(Key::Tab);
    shows("DeepSeek-V3.2-Exp (Chat)");
    page.key_with(Key::Shift, Key::Tab);
    page.key(Key::Left);
    shows("gpt-5 (medium)");
    // A press takes the keyboard's point along.
    widget.point_at(".mc-winner");
    widget.press_here();
    assert!(said(&widget).starts_with("DeepSeek-V3.2-Exp (Chat): "), "{}", said(&widget));
    page.key(Key::Escape);
    widget.until("both tips are gone", "!root.querySelector('.mc-tip')");
}

#[test]
fn a_chart_that_had_nothing_to_draw_at_first_is_measured_all_the_same() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let (full, mut without) = (data_set(), data_set());
    for row in without["rows"].as_array_mut().expect("rows") {
        row["price"] = json!(null);
    }
    widget.set("data", without);
    let nothing = "words(root.querySelector('.mc-nothing')).startsWith('No row is drawn')";
    widget.until("it says why nothing is drawn", nothing);
    widget.set("data", full);
    until_measured(&widget);
    for (weight, name) in [(0.0, "Delta"), (1.0, "Gamma")] {
        widget.set("weight", weight);
        widget.point_at(".mc-winner");
        assert!(tip(&widget).starts_with(name), "{} and not {name}", tip(&widget));
    }
    widget.set("only", json!(["b"]));
    widget.until("nothing is drawn again", nothing);
    widget.set("only", json!(null));
    page.resize(700);
    until_measured(&widget);
    widget.point_at(".mc-winner");
    widget.press_here();
    assert_eq!(widget.state_of("selected"), json!(["c"]));
}

#[test]
fn a_fifth_row_cannot_be_picked() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    let four = json!(["gpt-5-high", "gpt-5-medium", "grok-4-high", "gpt-5-low"]);
    widget.set("state", json!({ "selected": four }));
    widget.point_at(".mc-winner");
    let refusal = "Four are picked, as many as stand side by side. Take one out first.";
    assert!(tip(&widget).trim_end().ends_with(refusal), "{:?}", tip(&widget));
    widget.press_here();
    assert_eq!(widget.state_of("selected"), four);
    widget.focus(POINTS);
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("selected"), four);
    // One of them can be dropped.
    page.key(Key::End);
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("selected"), json!(["gpt-5-medium", "grok-4-high", "gpt-5-low"]));
}

#[test]
fn without_a_table_what_is_picked_stands_below_the_chart() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" show="slider chart"></model-compare>"#);
    let widget = page.widget();
    widget.focus(POINTS);
    for key in [Key::End, Key::Enter, Key::Left, Key::Enter] {
        page.key(key);
        page.settle();
    }
    let heads: Vec<String> = widget.ask("return all('[part=chart] ~ [part=compare] .mc-beside thead th').map(words)");
    assert_eq!(heads[..2], ["gpt-5 (high)", "gpt-5 (medium)"]);
    let said = "2 picked: they stand side by side below the chart.";
    widget.until("it is announced", &format!("words(root.querySelector('[role=status]')) === {}", json!(said)));
}

#[test]
fn a_press_on_a_point_picks_its_row_and_another_drops_it() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    widget.point_at(".mc-winner");
    widget.press_here();
    let picked = widget.state_of("selected");
    assert_eq!(picked, json!([widget.ids()[0]]));
    assert!(!path(&widget, ".mc-picked").is_empty());
    widget.press_here();
    assert_eq!(widget.state_of("selected"), json!([]));
}

#[test]
fn keys_go_from_point_to_point_in_order_of_score() {
    let page = aider();
    let widget = page.widget();
    widget.focus(POINTS);
    assert!(said(&widget).starts_with("DeepSeek-V3.2-Exp (Chat): "), "{}", said(&widget));
    page.key(Key::End);
    let best = said(&widget);
    assert!(best.starts_with("gpt-5 (high): OpenAI, closed, Solved 88.0 % (83."), "{best}");
    assert!(best.ends_with("on the frontier"), "{best}");
    page.key(Key::Left);
    assert!(said(&widget).starts_with("gpt-5 (medium): "));
    page.key(Key::Right);
    assert_eq!(said(&widget), best);
    page.key(Key::Home);
    assert!(said(&widget).starts_with("gpt-4o-mini-2024-07-18: "));
    assert!(tip(&widget).starts_with("gpt-4o-mini-2024-07-18 Solved 3.6 %"), "{}", tip(&widget));
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("selected").as_array().map(Vec::len), Some(1));
    assert!(said(&widget).ends_with("picked"));
    page.key(' ');
    page.settle();
    assert_eq!(widget.state_of("selected"), json!([]));
    page.key(Key::Escape);
    widget.until("the tip is gone", "!root.querySelector('.mc-tip')");
}

#[test]
fn the_points_are_one_stop_of_the_keyboard() {
    let page = aider();
    let widget = page.widget();
    widget.focus(POINTS);
    page.key(Key::Tab);
    assert!(!widget.ask::<bool>("return Boolean(root.activeElement?.closest('.mc-stage'))"));
    page.key_with(Key::Shift, Key::Tab);
    assert!(widget.ask::<bool>("return root.activeElement === control('Points of the chart')"));
}

#[test]
fn the_keyboard_stays_at_its_point_while_others_come_and_go() {
    let page = aider();
    let widget = page.widget();
    widget.focus(POINTS);
    page.key(Key::End);
    page.key(Key::Left);
    let (here, place): (String, String) = (said(&widget), widget.property(POINTS, "value"));
    let name = "gpt-5 (medium): ";
    assert!(here.starts_with(name), "{here}");
    for state in [json!({ "sort": "name" }), json!({ "filter": "text:gpt-5" }), json!({ "filter": "", "sort": "cost" })]
    {
        widget.set("state", state.clone());
        assert!(said(&widget).starts_with(name), "{state}: {}", said(&widget));
    }
    assert_eq!(widget.property::<String>(POINTS, "value"), place);
    widget.set("state", json!({ "filter": "cost:..1", "sort": "-value" }));
    assert!(said(&widget).starts_with(&format!("{}: ", widget.first())), "it is gone, and the best stands for it");
    widget.set("state", json!({ "filter": "" }));
    assert!(said(&widget).starts_with(name), "it is back");
}
