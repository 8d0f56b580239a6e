use crate::aider;
use browser_tests::{Key, Page};

const COST: &str = "Cost of the run";

fn by(label: &str, direction: &str) -> Vec<(String, String)> {
    vec![(label.to_owned(), direction.to_owned())]
}

/// A page with every row of the table at once.
fn all_of_aider() -> Page {
    Page::with(r#"<model-compare table="aider-polyglot" rows="all"></model-compare>"#)
}

#[test]
fn pressing_a_cost_header_asks_for_the_cheapest_then_for_the_dearest_then_for_the_best_value() {
    let page = aider();
    let widget = page.widget();
    widget.press_header(COST);
    assert_eq!(widget.names(3), ["gpt-4o-mini-2024-07-18", "DeepSeek Chat V3 (prev)", "gpt-4.1-nano"]);
    widget.press_header(COST);
    assert_eq!(widget.names(3), ["o1-2024-12-17 (high)", "gpt-4.5-preview", "o3-pro (high)"]);
    widget.press_header(COST);
    assert_eq!(widget.sorted(), by("Value", "descending"));
    assert_eq!(widget.first(), "DeepSeek-V3.2-Exp (Chat)");
}

#[test]
fn pressing_a_score_header_asks_for_the_best() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Solved");
    assert_eq!(widget.names(3), ["gpt-5 (high)", "gpt-5 (medium)", "o3-pro (high)"]);
}

#[test]
fn pressing_a_date_header_asks_for_the_newest() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Run on");
    // Of one day: by name.
    assert_eq!(widget.names(2), ["DeepSeek-V3.2-Exp (Chat)", "DeepSeek-V3.2-Exp (Reasoner)"]);
}

#[test]
fn pressing_the_name_header_asks_for_a_to_z() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Model");
    assert_eq!(widget.names(2), ["chatgpt-4o-latest (2025-02-15)", "chatgpt-4o-latest (2025-03-29)"]);
    widget.press_header("Model");
    assert_eq!(widget.first(), "yi-lightning");
}

#[test]
fn rows_without_a_cost_come_last_both_ways() {
    let page = all_of_aider();
    let widget = page.widget();
    for direction in ["ascending", "descending"] {
        widget.press_header(COST);
        assert_eq!(widget.sorted(), by(COST, direction));
        let costs = widget.column(COST);
        let known = costs.iter().take_while(|cost| *cost != "not known").count();
        assert_eq!((known, costs.len()), (51, 69));
        assert!(costs[known..].iter().all(|cost| cost == "not known"));
    }
}

#[test]
fn rows_without_a_value_come_last() {
    let page = all_of_aider();
    let widget = page.widget();
    let values = widget.column("Value");
    assert_eq!(values.iter().position(|value| value == "not known"), Some(51));
    widget.press_header("Value");
    assert_eq!(widget.sorted(), by("Value", "ascending"));
    let values = widget.column("Value");
    assert_eq!(values.iter().position(|value| value == "not known"), Some(51));
}

#[test]
fn exactly_one_header_says_that_the_table_is_sorted_by_it() {
    let page = aider();
    let widget = page.widget();
    assert_eq!(widget.sorted(), by("Value", "descending"));
    widget.press_header(COST);
    assert_eq!(widget.sorted(), by(COST, "ascending"));
    widget.shift_press_header("Solved");
    assert_eq!(widget.sorted(), by(COST, "ascending"));
}

#[test]
fn a_press_with_shift_adds_a_key() {
    let page = aider();
    let widget = page.widget();
    widget.press_header("Run on");
    widget.shift_press_header("Solved");
    assert_eq!(widget.state_of("sort"), "-date -pass-rate");
    // Of the newest day the one that solves more.
    assert_eq!(widget.names(2), ["DeepSeek-V3.2-Exp (Reasoner)", "DeepSeek-V3.2-Exp (Chat)"]);
}

#[test]
fn the_then_by_control_adds_a_key() {
    let page = aider();
    let widget = page.widget();
    widget.choose("Sorted by", "Run on");
    widget.choose("then by", "Solved");
    assert_eq!(widget.state_of("sort"), "-date -pass-rate");
    assert_eq!(widget.names(2), ["DeepSeek-V3.2-Exp (Reasoner)", "DeepSeek-V3.2-Exp (Chat)"]);
}

#[test]
fn the_button_beside_a_key_turns_it_round() {
    let page = aider();
    let widget = page.widget();
    widget.choose("Sorted by", COST);
    widget.press("Cost of the run: ascending; turn round");
    assert_eq!(widget.sorted(), by(COST, "descending"));
    assert_eq!(widget.first(), "o1-2024-12-17 (high)");
}

#[test]
fn enter_and_space_press_the_header_that_has_the_focus() {
    let page = aider();
    let widget = page.widget();
    widget.focus_header("Solved");
    assert_eq!(page.tab().name, "Cost of the run USD");
    page.key(Key::Enter);
    assert_eq!(widget.sorted(), by(COST, "ascending"));
    page.key(' ');
    assert_eq!(widget.sorted(), by(COST, "descending"));
}

#[test]
fn the_focus_stays_on_the_header_that_was_pressed() {
    let page = aider();
    let widget = page.widget();
    widget.focus_header(COST);
    let before = page.focus();
    for _ in 0..3 {
        page.key(Key::Enter);
        assert_eq!(page.focus(), before);
    }
}

#[test]
fn sorting_does_not_scroll_the_page() {
    let page = aider();
    let widget = page.widget();
    widget.focus_header(COST);
    // WebKit brings into view what takes the focus some frames later.
    widget.until_drawn("the header is in view", "focused().getBoundingClientRect().bottom <= innerHeight");
    let place = "return `${scrollX}, ${scrollY}`";
    let before: String = page.ask(place, Vec::new());
    page.key(Key::Enter);
    assert_eq!(page.ask::<String>(place, Vec::new()), before);
}

#[test]
fn the_focus_stays_in_the_choice_that_becomes_a_key() {
    let page = aider();
    let widget = page.widget();
    widget.focus("then by");
    // As a reader's aid chooses: Firefox's driver takes the focus away from a select once it has chosen.
    widget.ask::<()>(
        "focused().value = [...focused().options].find((option) => option.text === 'Solved').value;
        focused().dispatchEvent(new Event('change', { bubbles: true }));
        await host.updated",
    );
    assert_eq!(widget.state_of("sort"), "-value -pass-rate");
    assert_eq!(page.focus().name, "then by", "the focus has fallen back to the page");
}
