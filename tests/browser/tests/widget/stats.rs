use crate::{article, faults};
use browser_tests::{Key, Page, Widget, json};

fn models() -> Page {
    article(r#"<model-compare table="models" show="stats filters table"></model-compare>"#)
}

const FIRST: &str = "return words(root.querySelector('.mc-takeaways li'))";

/// How many models have open weights, and of how many that is known, as the lines of the table's export say.
fn open_and_known(widget: &Widget<'_>) -> (usize, usize) {
    widget.set("columns", "name open-weights");
    let lines: String = widget.ask("return host.exportCsv()");
    let count = |end: &str| lines.lines().skip(1).filter(|line| line.ends_with(end)).count();
    let open = count(",yes");
    (open, open + count(",no"))
}

#[test]
fn a_takeaway_that_is_pressed_shows_its_rows_and_is_computed_anew() {
    let page = models();
    let widget = page.widget();
    let (open, known) = open_and_known(&widget);
    assert!(0 < open && open < known);
    let told = |of: usize| format!("of the {of} models have open weights: {open} ");
    assert!(widget.ask::<String>(FIRST).contains(&told(known)));
    widget.press("Show the open models in the table");
    assert_eq!(widget.state_of("filter"), "open-weights:yes");
    assert_eq!((widget.shown(), open_and_known(&widget)), (open, (open, open)));
    assert!(page.focus().name.starts_with(&format!("{open} of ")), "{}", page.focus().name);
    assert!(widget.ask::<String>(FIRST).contains(&told(open)));
}

#[test]
fn a_benchmark_is_shown_in_the_table_by_keyboard_with_its_best_model_first() {
    let page = models();
    let widget = page.widget();
    let best: String = widget.ask(
        "const row = all('.mc-pairs tbody tr').find((row) => row.innerText.startsWith('SWE-bench Verified'));
        return row.children[1].querySelector('small').textContent",
    );
    page.tab_to("button", "Show SWE-bench Verified in the table");
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("score"), "swe-bench-verified");
    assert_eq!(widget.state_of("sort"), "-swe-bench-verified");
    // On this benchmark the best open model is the best of all.
    assert!(best.starts_with(&widget.first()), "{best}");
}

#[test]
fn the_ratio_of_prices_leads_to_the_models_that_are_compared() {
    let page = models();
    let widget = page.widget();
    let all = widget.shown();
    widget.press("Show the models that are compared in the table");
    assert_eq!((widget.shown(), widget.state_of("sort")), (6, json!("workload")));
    let said: String = widget.ask("return words(all('.mc-takeaways li')[2])");
    let shown: String = widget.ask("return words(root.querySelector('[part=table] tbody'))");
    for name in ["Amazon Nova Micro", "Gemma 3 12B IT", "Grok 4 Fast (reasoning)", "Qwen3 235B-A22B Thinking 2507"] {
        assert!(said.contains(name) && shown.contains(name), "{name}: {said}; {shown}");
    }
    assert!(all > 6);
    assert_eq!(faults(&page), [""; 0]);
}

#[test]
fn the_takeaways_on_licences_and_on_the_best_lead_to_what_they_say() {
    let page = models();
    let widget = page.widget();
    let said: Vec<String> = widget.ask("return all('.mc-takeaways li').map(words)");
    widget.press("Show these models in the table");
    assert_eq!(widget.state_of("filter"), "license-class:proprietary");
    assert!(
        said[1].contains(&format!("are proprietary, the most frequent licence class: {}", widget.shown())),
        "{said:?}"
    );
    widget.set("state", json!({ "filter": "" }));
    widget.press("Show the best models in the table");
    assert_eq!((widget.state_of("sort"), widget.state_of("score")), (json!("-gpqa"), json!("gpqa")));
    assert!(said[3].contains(&format!("and {} (with a score", widget.first())), "{said:?}");
}

#[test]
fn a_press_opens_the_table_in_the_view_meant_where_none_is_shown() {
    let page = article(r#"<model-compare table="models" show="stats"></model-compare>"#);
    let widget = page.widget();
    assert_eq!(widget.ask::<usize>("return all('[part=table]').length"), 0);
    page.tab_to("button", "Show MMLU-Pro in the table");
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("sort"), "-mmlu-pro");
    assert_eq!(widget.first(), "DeepSeek-R1-0528");
    let focus: String = widget.ask("return host.shadowRoot.activeElement.part.value");
    assert_eq!(focus, "table");
    let (open, _) = open_and_known(&widget);
    widget.focus_button("Show the open models in the table");
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("filter"), "open-weights:yes");
    assert_eq!(widget.shown(), open);
    assert_eq!(faults(&page), [""; 0]);
}

#[test]
fn a_filter_changes_the_statistics() {
    let page = models();
    let widget = page.widget();
    widget.search("qwen");
    let about: String = widget.ask("return words(root.querySelector('[part=stats] .mc-about'))");
    let total: usize = widget.ask("return host.results.total");
    let shown = widget.shown();
    assert_eq!(
        about,
        format!(
            "Computed from {shown} of {total} rows. Only rows that pass the filters count: “qwen”. Lift all filters"
        )
    );
    assert_eq!(faults(&page), [""; 0]);
}

#[test]
fn a_filter_is_lifted_where_statistics_and_trends_are_read_and_the_focus_stays_there() {
    let page = article(r#"<model-compare table="models" show="table stats trends"></model-compare>"#);
    let widget = page.widget();
    let rows = widget.shown();
    for part in ["stats", "trends"] {
        widget.set("state", json!({ "filter": "open-weights:yes" }));
        assert!(widget.shown() < rows);
        let lift = format!("root.querySelector('[part={part}] .mc-about button')");
        assert_eq!(widget.ask::<String>(&format!("{lift}.focus(); return called({lift})")), "Lift all filters");
        page.key(Key::Enter);
        assert_eq!((widget.shown(), widget.state_of("filter")), (rows, json!("")));
        assert_eq!(widget.ask::<String>("return root.activeElement.part.value"), part);
        assert!(widget.ask::<bool>(&format!("return {lift} === null")), "there is nothing to lift any more");
    }
    assert_eq!(faults(&page), [""; 0]);
}

#[test]
fn on_a_phone_open_and_closed_stand_side_by_side_and_stay_a_table() {
    let page = models();
    page.resize(360);
    let widget = page.widget();
    let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    assert!(needed <= given, "the page is {needed} px wide in a window of {given}");
    let tops: Vec<f64> = widget.ask(
        "return [...root.querySelector('.mc-pairs tbody tr').children].map((cell) => cell.getBoundingClientRect().top)",
    );
    assert!((tops[0] - tops[3]).abs() < 1.0 && (tops[1] - tops[2]).abs() < 1.0 && tops[1] > tops[0], "{tops:?}");
    assert_eq!(faults(&page), [""; 0]);
}
