use crate::{article, faults};
use browser_tests::{Key, Page, json};

/// A page with the four models of which "performance against cost" is told.
fn four() -> Page {
    article(
        r#"<model-compare table="models" score="mmlu" show="panel"
            only="llama-3-70b mistral-large-2402 gpt-4-turbo claude-3-opus"></model-compare>"#,
    )
}

const SENTENCE: &str = "return words(root.querySelector('.mc-lead-sentence'))";
const FIGURES: &str = "return all('[part=panel] .mc-figure').map(words)";

#[test]
fn an_element_about_four_models_is_their_panel_and_no_more() {
    let page = four();
    let widget = page.widget();
    assert_eq!(
        widget.ask::<Vec<String>>("return all('[part]').map((part) => part.part.value)"),
        ["root", "panel", "status"]
    );
    assert_eq!(widget.ask::<Vec<String>>(FIGURES).len(), 8);
    let sentence: String = widget.ask(SENTENCE);
    assert!(sentence.starts_with("Llama 3 70B Instruct scores 94"), "{sentence}");
    assert_eq!(faults(&page), [""; 0]);
}

#[test]
fn another_cost_chosen_by_mouse_changes_the_figures_and_the_sentence() {
    let page = four();
    let widget = page.widget();
    let before: String = widget.ask(SENTENCE);
    widget.choose("Cost", "Output price");
    // 3.50 dollars of 75.
    let figures: Vec<String> = widget.ask(FIGURES);
    assert!(figures[1].starts_with("4.7"), "{figures:?}");
    assert_ne!(widget.ask::<String>(SENTENCE), before);
}

#[test]
fn another_score_chosen_by_keyboard_stays_with_what_all_share() {
    let page = four();
    let widget = page.widget();
    widget.focus("Score");
    page.key(Key::Up);
    page.settle();
    let chosen = widget.state_of("score");
    assert_ne!(chosen, "mmlu");
    assert_eq!(widget.ask::<Vec<String>>(FIGURES).len(), 8);
}

#[test]
fn the_rows_that_are_picked_make_the_panel() {
    let page = article(r#"<model-compare table="models" show="panel"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "selected": ["gpt-4-turbo", "claude-3-opus", "llama-3-70b"] }));
    let names: Vec<String> =
        widget.ask("return all('[part=panel] tbody th').map((cell) => cell.childNodes[1].textContent)");
    assert_eq!(names, ["GPT-4 Turbo (2024-04-09)", "Claude 3 Opus", "Llama 3 70B Instruct"]);
}

#[test]
fn a_panel_fits_a_phone() {
    let page = four();
    page.resize(360);
    page.widget();
    let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    assert!(needed <= given, "the page is {needed} px wide in a window of {given}");
}
