//! Rows side by side, picked by box.

use crate::aider;
use browser_tests::{Json, Key, Page, Widget, json};

const FOUR: [&str; 4] = ["gpt-5-high", "gpt-5-medium", "o3-pro-high", "deepseek-v3.2-exp-chat"];

/// The names of the rows that stand side by side.
fn beside(widget: &Widget<'_>) -> Vec<String> {
    widget.ask("return all('[part=compare] > table thead th').map((head) => head.textContent)")
}

/// The ids of rows by their places in the order.
fn first_ids(widget: &Widget<'_>, rows: usize) -> Vec<String> {
    widget.ids().into_iter().take(rows).collect()
}

fn tick(widget: &Widget<'_>, row: &str) {
    widget.tick(&format!("Compare {row}"));
}

#[test]
fn two_ticked_rows_stand_side_by_side_and_the_page_hears_of_them() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>(
        "window.heard_of = []; host.addEventListener('model-compare:select', (event) => heard_of.push(event.detail))",
    );
    let names = widget.names(2);
    tick(&widget, &names[0]);
    assert!(beside(&widget).is_empty());
    widget.until_drawn("the page hears of the first", "heard_of.length > 0");
    tick(&widget, &names[1]);
    assert_eq!(beside(&widget), names);
    widget.until_drawn("the page hears of the second", "heard_of.length > 1");
    page.after_frames(2);
    let ids = first_ids(&widget, 2);
    let heard: Vec<Json> = page.ask("return heard_of", Vec::new());
    assert_eq!(heard, [json!([ids[0]]), json!(ids)]);
    assert_eq!(widget.state_of("selected"), json!(ids));
}

#[test]
fn what_is_old_is_marked_side_by_side_as_in_the_table() {
    let page = Page::with(
        r#"<script>
          const Real = Date;
          Date = class extends Real { constructor(...given) { super(...(given.length ? given : ['2027-12-24T12:00'])); } };
        </script><model-compare table="models" show="compare" score="gpqa"></model-compare>"#,
    );
    let widget = page.widget();
    widget.set("state", json!({ "selected": ["gpt-5", "o3"] }));
    let said: Vec<(String, bool)> = widget.ask(
        "return all('[part=compare] tr').filter((row) => row.querySelector('.mc-from'))
          .map((row) => [words(row.querySelector('th')), words(row).includes('† old')])",
    );
    for (field, old) in [("Monthly cost USD a month", true), ("Input price USD / 1M tokens", true), ("GPQA %", false)] {
        assert!(said.contains(&(field.to_owned(), old)), "{field} in {said:?}");
    }
}

#[test]
fn rows_are_picked_shown_and_cleared_by_keyboard() {
    let page = aider();
    let widget = page.widget();
    let names = widget.names(2);
    for name in &names {
        page.tab_to("input checkbox", &format!("Compare {name}"));
        page.key(' ');
    }
    assert_eq!(beside(&widget), names);
    page.tab_to("button", "Show side by side");
    page.key(Key::Enter);
    assert_eq!(page.focus().name, "Side by side");
    page.tab_to("button", "Clear all");
    page.key(Key::Enter);
    assert!(beside(&widget).is_empty());
    assert_eq!(widget.state_of("selected"), json!([]));
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn a_fifth_row_cannot_be_ticked_until_one_is_taken_out() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "selected": FOUR }));
    let free: Vec<String> = widget.ask("return all('.mc-pick input:not([aria-disabled])').map(called)");
    assert!(free.iter().all(|name| widget.property(name, "checked")), "{free:?}");
    let picked: String = widget.ask("return words(root.querySelector('.mc-chosen'))");
    assert!(picked.starts_with("4 picked, as many as stand side by side below the table."), "{picked}");
    widget.press("Remove: gpt-5 (medium)");
    assert_eq!(beside(&widget).len(), 3);
    assert_eq!(page.focus().name, "Side by side");
    assert_eq!(widget.ask::<usize>("return all('.mc-pick [aria-disabled]').length"), 0);
}

/// What is said beside boxes and seen.
fn whys(widget: &Widget<'_>) -> Vec<String> {
    widget.ask("return all('.mc-no-room').filter((why) => why.checkVisibility()).map(words)")
}

#[test]
fn why_a_fifth_row_cannot_be_ticked_is_seen_beside_its_box() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "selected": FOUR, "filter": "text:deepseek" }));
    let name: String = widget.ask("return called(root.querySelector('.mc-pick [aria-disabled]'))");
    assert_eq!(whys(&widget), [""; 0]);
    let said = ["Four are picked, as many as stand side by side. Take one out first."];
    for width in [1200, 360] {
        page.resize(width);
        widget.tick(&name);
        assert_eq!(whys(&widget), said, "by mouse at {width} px");
        assert_eq!(page.focus().name, name);
        let outside: bool = widget.ask(
            "const { left, right } = all('.mc-no-room').find((why) => why.checkVisibility()).getBoundingClientRect();
            return left < 0 || right > innerWidth",
        );
        assert!(!outside, "at {width} px");
    }
    page.key(' ');
    assert!(!widget.property::<bool>(&name, "checked"));
    assert_eq!(widget.state_of("selected"), json!(FOUR));
    assert_eq!(whys(&widget), said);
}

#[test]
fn a_link_carries_the_rows_that_are_picked() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" link-state="mc"></model-compare>"#);
    let widget = page.widget();
    let names = widget.names(3);
    tick(&widget, &names[0]);
    tick(&widget, &names[2]);
    widget.until_drawn("the address has both", "/selected:[^/]*(%20|\\+| )/.test(location.hash)");
    page.reload();
    assert_eq!(beside(&page.widget()), [names[0].clone(), names[2].clone()]);
}

#[test]
fn rows_that_a_filter_hides_stay_side_by_side() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "selected": FOUR, "filter": "text:kimi" }));
    assert_eq!(beside(&widget).len(), 4);
    assert_eq!(widget.shown(), 1);
}

#[test]
fn the_first_four_of_more_are_shown_and_that_is_said() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" show="compare"></model-compare>"#);
    let widget = page.widget();
    let hint: String = widget.ask("return words(root.querySelector('[part=compare] .mc-notes'))");
    assert!(hint.starts_with("Tick the boxes of two to four rows"), "{hint}");
    let more = [&FOUR[..], &["gpt-5-low"]].concat();
    widget.set("state", json!({ "selected": more }));
    assert_eq!(beside(&widget).len(), 4);
    let said: String = widget.ask("return words(root.querySelector('[part=compare] .mc-notes'))");
    assert_eq!(said, "5 are picked: the first 4 of them are shown.");
    for left in [4, 3, 2, 0] {
        widget.ask::<()>("all('[part=compare] .mc-chip')[0].focus()");
        page.key(Key::Enter);
        assert_eq!(beside(&widget).len(), left);
        assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
    }
}

#[test]
fn on_a_phone_each_cell_says_whose_it_is() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "selected": FOUR }));
    page.resize(360);
    let unnamed: usize = widget.ask(
        "return all('.mc-beside tbody td').filter((cell) => cell.checkVisibility()
          && !cell.querySelector('.mc-whose').checkVisibility()).length",
    );
    assert_eq!(unnamed, 0);
    let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    assert!(needed <= given, "the page is {needed} px wide in a window of {given}");
}

#[test]
fn boxes_are_large_enough_to_be_hit() {
    let page = aider();
    let widget = page.widget();
    for width in [1200, 360] {
        page.resize(width);
        let small: Vec<[f64; 2]> = widget.ask(
            "return all('.mc-pick').map((box) => box.getBoundingClientRect())
              .map(({ width, height }) => [width, height]).filter(([width, height]) => Math.min(width, height) < 24)",
        );
        assert!(small.is_empty(), "{small:?} at {width} px");
    }
}

#[test]
fn four_models_fit_on_a_printed_page() {
    let page = Page::with(r#"<model-compare table="models" show="compare"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "selected": ["gpt-5", "deepseek-v3", "claude-opus-4.1", "gemini-2.5-pro"] }));
    // A4 with margins of 1 cm.
    page.resize(718);
    if page.print_on_screen() {
        page.after_frames(2);
        let height: f64 = widget.ask("return host.getBoundingClientRect().height");
        assert!(height < 1047.0, "it is {height} px high");
    }
}

#[test]
fn what_is_folded_is_read_on_paper() {
    let page = Page::with(r#"<model-compare table="models" show="compare"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "selected": ["gpt-5", "deepseek-v3"] }));
    let seen = "return all('[part=compare] summary').filter((line) => line.checkVisibility()).map(words)";
    let on_screen: Vec<String> = widget.ask(seen);
    assert_eq!(on_screen.len(), 2);
    assert!(on_screen.iter().all(|line| !line.contains(": ")), "{on_screen:?}");
    page.resize(718);
    if page.print_on_screen() {
        page.after_frames(2);
        let on_paper: Vec<String> = widget.ask(seen);
        assert_eq!(on_paper.len(), 2);
        for (screen, paper) in on_screen.iter().zip(&on_paper) {
            assert!(paper.starts_with(screen) && paper.len() > screen.len() + 10, "{paper}");
        }
        assert!(on_paper[1].ends_with(", GPT-5") || on_paper[1].ends_with(", DeepSeek-V3"), "{}", on_paper[1]);
        let height: f64 = widget.ask("return host.getBoundingClientRect().height");
        assert!(height < 1047.0, "it is {height} px high");
    }
}

#[test]
fn rows_that_agree_and_scores_of_one_only_unfold_by_mouse_and_by_key() {
    let page = Page::with(r#"<model-compare table="models" show="compare"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "selected": ["gpt-5", "deepseek-v3"] }));
    let seen = |place: usize, is: bool| {
        let table = format!("all('[part=compare] details')[{place}].querySelector('table').checkVisibility()");
        widget.until_drawn("the table follows", &format!("{table} === {is}"));
    };
    for (place, says) in [(0, "agree"), (1, "known of one only")] {
        let one = format!("[part=compare] details:nth-of-type({}) summary", place + 1);
        let said: String = widget.ask_with("return words(root.querySelector(given[0]))", vec![json!(one)]);
        assert!(said.contains(says), "{said}");
        seen(place, false);
        widget.press_first(&one);
        seen(place, true);
        widget.ask_with::<()>("root.querySelector(given[0]).focus()", vec![json!(one)]);
        page.key(Key::Enter);
        seen(place, false);
        page.key(Key::Enter);
        seen(place, true);
    }
}

#[test]
fn axe_finds_no_fault_with_rows_side_by_side() {
    let page = Page::demo();
    let places = "return [...document.querySelectorAll('model-compare')].findIndex((one) => one.matches(given[0]))";
    let place = page.ask(places, vec![json!("[table=aider-polyglot]")]);
    page.element_at(place).scroll_to();
    let widget = page.widget_at(place);
    widget.set("state", json!({ "selected": FOUR }));
    assert_eq!(beside(&widget).len(), 4);
    assert_eq!(page.violations(), [""; 0]);
    page.resize(360);
    assert_eq!(page.violations(), [""; 0]);
}
