//! The card of a figure: everything that is known of it.

use crate::{aider, data_set};
use browser_tests::{Key, Page, json};

const MODELS: &str = r#"<model-compare table="models" only="llama-3.3-70b gpt-5"></model-compare>"#;

/// The two models, read on a day of the reader's clock.
fn read_on(day: &str) -> Page {
    Page::with(&format!(
        "<script>
          const Real = Date;
          Date = class extends Real {{ constructor(...given) {{ super(...(given.length ? given : ['{day}T12:00'])); }} }};
        </script>{MODELS}"
    ))
}

#[test]
fn a_figure_that_is_pressed_says_what_makes_it_true() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" rows="all"></model-compare>"#);
    let widget = page.widget();
    widget.press_figure("gpt-5 (high) > Solved");
    let card = widget.card();
    for said in
        ["gpt-5 (high)", "88.0 %", "83.1 to 91.6 %: 198 of 225 succeeded", "Aider LLM leaderboards", "Aug 23, 2025"]
    {
        assert!(card.contains(said), "no {said} in {card}");
    }
    let link: String = widget.ask("return card().querySelector('a').href");
    assert_eq!(link, "https://aider.chat/docs/leaderboards/");
}

#[test]
fn a_card_says_who_charges_and_who_reports_what_the_column_is_and_what_is_noted() {
    let page = Page::with(MODELS);
    let widget = page.widget();
    for (figure, said) in [
        ("GPT-5 > Input price", &["Provider OpenAI Reported by OpenAI, its own vendor"][..]),
        ("Llama 3.3 70B Instruct > Input price", &["Provider Groq, another than Meta, who made the model"]),
        (
            "Llama 3.3 70B Instruct > GPQA",
            &[
                "What it is Multiple-choice science questions at graduate level.",
                "Reported by Meta, its own vendor",
                "Note 0-shot CoT",
            ],
        ),
    ] {
        widget.press_figure(figure);
        let card = widget.card();
        for said in said {
            assert!(card.contains(said), "no {said} in {card}");
        }
        page.key(Key::Escape);
        widget.until("the card is closed", "!card()");
    }
}

#[test]
fn a_figure_that_others_have_otherwise_says_so_and_theirs_opens() {
    let page = Page::with(
        r#"<model-compare table="models" only="mistral-large-2402" columns="name humaneval evalplus-humaneval">
        </model-compare>"#,
    );
    let widget = page.widget();
    let told = "const [section] = card().querySelectorAll('section[aria-label^=Others]');
        return words(section.querySelector('details[open]') ?? section)";
    for (figure, said, line, behind) in [
        (
            "HumanEval",
            "Others have another value HumanEval (EvalPlus) 69.5 %",
            "HumanEval (EvalPlus)",
            ["Reported by others than Mistral AI", "Date Dec 26, 2024"],
        ),
        (
            "HumanEval (EvalPlus)",
            "Others have another value HumanEval 45.1 %",
            "HumanEval",
            ["Reported by Mistral AI, its own vendor", "Date Feb 26, 2024"],
        ),
    ] {
        widget.press_figure(&format!("Mistral Large (2402) > {figure}"));
        let card: String = widget.ask(told);
        assert!(card.contains(said), "no {said} in {card}");
        widget.ask::<()>("card().querySelector('section[aria-label^=Others] summary').focus()");
        page.key(Key::Enter);
        widget.until("their figure is open", "card().querySelector('section[aria-label^=Others] details[open]')");
        let opened: String = widget.ask(told);
        assert!(opened.starts_with(line) && behind.iter().all(|said| opened.contains(said)), "{opened}");
        page.key(Key::Escape);
        widget.until("the card is closed", "!card()");
    }
}

#[test]
fn a_figure_that_others_have_as_well_says_so_in_a_data_set_of_the_page() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    widget.set(
        "data",
        json!({
            "columns": [
                { "id": "name", "label": "Model", "kind": "text" },
                { "id": "score", "label": "Score", "kind": "number", "unit": "percent" },
                { "id": "rerun", "label": "Rerun", "kind": "number", "unit": "percent", "same_as": "score" },
            ],
            "rows": [{ "id": "a", "name": "A", "score": 70, "rerun": 70 }, { "id": "b", "name": "B", "score": 60 }],
        }),
    );
    for (figure, said) in [("A > Score", true), ("B > Score", false)] {
        widget.press_figure(figure);
        assert_eq!(widget.card().contains("Others have the same value"), said, "{}", widget.card());
        page.key(Key::Escape);
        widget.until("the card is closed", "!card()");
    }
}

#[test]
fn a_value_says_what_it_is_worked_out_from_and_each_figure_opens() {
    let page = aider();
    let widget = page.widget();
    widget.press_figure("DeepSeek-V3.2-Exp (Chat)");
    assert!(widget.card().contains("Worked out from"), "{}", widget.card());
    let seen = || -> bool {
        widget.ask("return [...card().querySelectorAll('dd')].some((it) => it.checkVisibility() && words(it).includes('158 of 225'))")
    };
    assert!(!seen(), "it is folded away at first");
    widget.press_line("Solved");
    assert!(seen());
}

#[test]
fn what_a_figure_is_worked_out_from_is_told_once() {
    let page = Page::with(MODELS);
    let widget = page.widget();
    for (figure, told) in [("GPT-5", 2), ("GPT-5 > Monthly cost", 3)] {
        widget.press_figure(figure);
        let [first, all]: [Vec<String>; 2] = widget.ask(
            "const lists = [...card().querySelectorAll('.mc-card-inside > section > .mc-figures')];
            const labels = (list) => [...list.children].map((item) => words(item.querySelector('span')));
            return [labels(lists[0]), lists.flatMap(labels)]",
        );
        assert_eq!(first.len(), told, "{first:?}");
        assert!(all.len() > 10, "{all:?}");
        for label in &first {
            assert_eq!(all.iter().filter(|other| *other == label).count(), 1, "{label}");
        }
        page.key(Key::Escape);
        widget.until("the card is closed", "!card()");
    }
}

#[test]
fn the_name_of_a_row_is_a_stop_of_the_keyboard_and_leads_to_its_card_and_back() {
    let page = Page::with(&MODELS.replace("only", r#"show="table" only"#));
    let widget = page.widget();
    page.tab_to("button", "Llama 3.3 70B Instruct");
    assert_eq!([page.tab().name, page.tab().name], ["Compare GPT-5", "GPT-5"]);
    page.key_with(Key::Shift, Key::Tab);
    page.key_with(Key::Shift, Key::Tab);
    page.key(Key::Enter);
    widget.until("the card is open", "card()");
    assert!(widget.ask::<bool>("return card().contains(root.activeElement)"));
    page.tab_to("summary", "Vendor");
    page.key(' ');
    assert!(widget.card().contains("Who made the model."), "{}", widget.card());
    page.key(Key::Escape);
    widget.until("the card is closed", "!card()");
    assert_eq!(page.focus().name, "Llama 3.3 70B Instruct");
}

#[test]
fn the_focus_comes_back_to_the_figure_that_was_pressed() {
    let page = aider();
    let widget = page.widget();
    widget.press_figure("DeepSeek-V3.2-Exp (Chat) > Solved");
    widget.press("Close");
    widget.until("the card is closed", "!card()");
    assert!(widget.ask::<bool>("return root.activeElement === figure('DeepSeek-V3.2-Exp (Chat) > Solved')"));
}

#[test]
fn a_card_that_opens_changes_nothing_in_the_table() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>(
        "window.changes = 0;
        const observer = new MutationObserver((records) => { window.changes += records.length; });
        observer.observe(root.querySelector('tbody'), { attributes: true, childList: true, subtree: true })",
    );
    widget.press_figure("DeepSeek-V3.2-Exp (Chat) > Solved");
    page.key(Key::Escape);
    widget.until("the card is closed", "!card()");
    assert_eq!(widget.ask::<u32>("return window.changes"), 0);
}

#[test]
fn an_old_price_is_marked_in_its_cell_and_on_its_card_and_a_score_never_is() {
    let page = read_on("2030-01-01");
    let widget = page.widget();
    assert!(
        widget.column("Input price").iter().all(|price| price.contains("(old)")),
        "{:?}",
        widget.column("Input price")
    );
    assert!(widget.column("GPQA").iter().all(|score| !score.contains("old")));
    widget.press_figure("GPT-5 > Input price");
    assert!(widget.card().contains("Older than 6 months"), "{}", widget.card());
    assert!(widget.card().contains("3 years ago"), "{}", widget.card());
}

#[test]
fn a_price_of_this_month_is_not_marked() {
    let page = read_on("2026-08-30");
    let widget = page.widget();
    assert!(widget.column("Input price").iter().all(|price| !price.contains("old")));
    widget.press_figure("GPT-5 > Input price");
    assert!(!widget.card().contains("Older than"), "{}", widget.card());
}

#[test]
fn what_a_data_set_says_of_a_figure_is_text() {
    let page = aider();
    let widget = page.widget();
    let mut set = data_set();
    let payload = "<img src=x onerror='window.ran = true'>";
    set["rows"][0]["score"]["note"] = json!(payload);
    set["sources"][0]["title"] = json!(payload);
    widget.set("data", set);
    widget.press_figure("Alpha > Score");
    let card = widget.card();
    let noted = format!("Note {payload}");
    for said in [&*noted, &*format!("Source {payload}")] {
        assert!(card.contains(said), "no {said} in {card}");
    }
    for said in ["64.0 to 75.8 %", "others than X", "May 1, 2026"] {
        assert!(card.contains(said), "no {said} in {card}");
    }
    assert!(!widget.ask::<bool>("return Boolean(window.ran || card().querySelector('img'))"));
}

#[test]
fn an_open_card_follows_its_row_into_another_data_set_and_closes_where_that_has_none() {
    let page = aider();
    let widget = page.widget();
    let (mut changed, mut without) = (data_set(), data_set());
    changed["rows"][0]["score"] = json!(71);
    changed["rows"].as_array_mut().unwrap().reverse();
    without["rows"].as_array_mut().unwrap().remove(0);
    widget.set("data", data_set());
    widget.press_figure("Alpha > Score");
    assert!(widget.card().contains("64.0 to 75.8 %"), "{}", widget.card());
    widget.set("data", changed.clone());
    let card = widget.card();
    assert!(card.contains("Alpha") && card.contains("71") && !card.contains("75.8"), "{card}");
    widget.set("data", without);
    widget.until("the card is closed", "!card()");
    widget.set("data", changed);
    assert_eq!(widget.card(), "", "nobody has asked for it again");
}

#[test]
fn an_open_card_closes_with_its_table() {
    let page = aider();
    let widget = page.widget();
    widget.press_figure("DeepSeek-V3.2-Exp (Chat) > Solved");
    widget.set("state", json!({ "table": "models" }));
    widget.until("the card is closed", "!card()");
}

#[test]
fn figures_that_nobody_knows_are_named() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    widget.press_figure("Beta");
    assert!(widget.card().contains("Price: no figure is known"), "{}", widget.card());
    assert!(widget.card().contains("No figure is known: Price, Released, Open weights."), "{}", widget.card());
}

#[test]
fn axe_finds_no_fault_with_an_open_card() {
    let page = crate::article(MODELS);
    let widget = page.widget();
    widget.press_figure("Llama 3.3 70B Instruct > Monthly cost");
    widget.press_line("Offers of 34 providers are known.");
    assert_eq!(crate::faults(&page), [""; 0]);
    page.resize(360);
    assert_eq!(crate::faults(&page), [""; 0]);
}

#[test]
fn a_card_fits_on_a_phone() {
    let page = Page::with(MODELS);
    page.resize(360);
    let widget = page.widget();
    widget.press_figure("GPT-5");
    let overflow: f64 =
        widget.ask("return Math.max(card().scrollWidth - card().clientWidth, card().offsetWidth - innerWidth)");
    assert!(overflow <= 0.0, "{overflow} px too wide");
}
