use crate::aider;
use browser_tests::{Key, json};

#[test]
fn search_goes_by_letters_whatever_their_case_and_accents() {
    let page = aider();
    let widget = page.widget();
    widget.search("GPT-Óss");
    assert_eq!(widget.names(9), ["gpt-oss-120b (high)"]);
}

#[test]
fn search_wants_every_word_in_name_or_vendor() {
    let page = aider();
    let widget = page.widget();
    widget.search("deepseek 0528");
    assert_eq!(widget.names(9), ["DeepSeek R1 (0528)"]);
}

#[test]
fn typing_keeps_the_focus_in_the_search() {
    let page = aider();
    let widget = page.widget();
    widget.search("g");
    let before = page.focus();
    assert_eq!(before.kind, "input search");
    page.type_text("emini pro");
    assert_eq!(page.focus(), before);
    assert_eq!(widget.state_of("filter"), "text:gemini pro");
}

#[test]
fn ticking_choices_of_a_facet_shows_their_rows_together() {
    let page = aider();
    let widget = page.widget();
    widget.open("Vendor");
    widget.tick("DeepSeek");
    assert_eq!(widget.count(), "7 of 69 rows");
    widget.tick("xAI");
    assert_eq!(widget.count(), "11 of 69 rows");
    widget.tick("DeepSeek");
    assert_eq!(widget.count(), "4 of 69 rows");
    assert_eq!(widget.state_of("filter"), "vendor:xAI");
}

#[test]
fn a_facet_counts_what_each_choice_would_show() {
    let page = aider();
    let widget = page.widget();
    widget.search("gpt-5");
    widget.open("Vendor");
    let choices = widget.choices();
    assert!(choices.contains(&("OpenAI 3".to_owned(), false)), "{choices:?}");
    assert!(choices.contains(&("Anthropic 0".to_owned(), false)), "{choices:?}");
    widget.tick("OpenAI");
    assert_eq!(widget.count(), "3 of 69 rows");
}

#[test]
fn a_facet_does_not_count_its_own_choice() {
    let page = aider();
    let widget = page.widget();
    widget.open("Vendor");
    let before = widget.choices();
    widget.tick("OpenAI");
    let names = |choices: Vec<(String, bool)>| choices.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(widget.choices()), names(before));
}

#[test]
fn a_facet_offers_the_rows_of_which_nothing_is_known() {
    let page = aider();
    let widget = page.widget();
    widget.open("Vendor");
    widget.tick("not known");
    assert_eq!(widget.count(), "5 of 69 rows");
}

#[test]
fn a_chip_lifts_one_filter_and_leaves_the_others() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:gpt; vendor:OpenAI; cost:..5" }));
    assert_eq!(
        widget.chips(),
        [
            "Remove filter: “gpt”",
            "Remove filter: Vendor: OpenAI",
            "Remove filter: Cost of the run up to $5.00",
            "Reset filters"
        ]
    );
    widget.press("Remove filter: Vendor: OpenAI");
    assert_eq!(widget.state_of("filter"), "text:gpt; cost:..5");
}

#[test]
fn lifting_a_filter_by_key_leaves_the_focus_in_the_widget() {
    let page = aider();
    let widget = page.widget();
    for button in ["Remove filter: Vendor: Anthropic", "Reset filters", "Lift Vendor: Anthropic: shows 3"] {
        widget.set("state", json!({ "filter": "text:gpt-5; vendor:Anthropic" }));
        widget.focus_button(button);
        page.key(Key::Enter);
        assert_ne!(widget.count(), "0 of 69 rows");
        assert_ne!(page.focus().kind, "", "after \"{button}\" the focus has fallen back to the page");
    }
}

#[test]
fn reset_lifts_every_filter() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:gpt; vendor:OpenAI; cost:..5" }));
    widget.press("Reset filters");
    assert_eq!(widget.state_of("filter"), "");
    assert_eq!(widget.count(), "69 rows");
    assert_eq!(widget.property::<String>("Search in", "value"), "");
}

#[test]
fn an_empty_result_says_which_filter_to_lift_and_lifts_it() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:gpt-5; vendor:Anthropic" }));
    assert_eq!(widget.count(), "0 of 69 rows");
    widget.press("Lift Vendor: Anthropic: shows 3");
    assert_eq!(widget.count(), "3 of 69 rows");
    assert_eq!(widget.state_of("filter"), "text:gpt-5");
}

#[test]
fn an_empty_result_offers_no_filter_whose_lifting_shows_nothing() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "text:nobody; vendor:Anthropic; edit-format:whole" }));
    assert!(!widget.has_button("Lift Vendor"));
    widget.press("Lift all filters");
    assert_eq!(widget.count(), "69 rows");
}

#[test]
fn the_result_is_not_announced_before_the_reader_does_something() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>(
        "const region = root.querySelector('[role=status]');
        window.announced = [words(region)];
        new MutationObserver(() => announced.push(words(region)))
          .observe(region, { characterData: true, childList: true, subtree: true })",
    );
    widget.press_header("Cost of the run");
    widget.until_drawn("the order is announced", "announced.length > 1");
    let announced: Vec<String> = widget.ask("return announced");
    assert_eq!(announced, ["", "69 rows, sorted by Cost of the run, lowest first"]);
}

#[test]
fn the_result_is_announced_after_a_pause() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>(
        "window.typed = []; window.announced = [];
        root.addEventListener('input', () => typed.push(performance.now()));
        const region = root.querySelector('[role=status]');
        new MutationObserver(() => announced.push([performance.now(), words(region)]))
          .observe(region, { characterData: true, childList: true, subtree: true })",
    );
    widget.search("gpt-5");
    widget.until("the result is announced", "words(root.querySelector('[role=status]')).startsWith('3 of 69 rows')");
    assert_eq!(widget.status(), "3 of 69 rows, sorted by Value, highest first");
    let pauses: Vec<f64> =
        widget.ask("return announced.map(([at]) => at - Math.max(...typed.filter((typed) => typed < at)))");
    assert!(pauses.iter().all(|pause| *pause > 240.0), "announced after {pauses:?} ms");
}
