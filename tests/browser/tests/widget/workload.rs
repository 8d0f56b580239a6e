//! What a reader uses, and what follows from it.

use browser_tests::{Key, Page, Widget, json};

const REQUESTS: &str = "requests:100000; input:1500; output:400; cached:0.2";

fn models() -> Page {
    Page::with(
        r#"<model-compare table="models" show="slider workload filters table" columns="gpqa workload"></model-compare>"#,
    )
}

/// What is said to be wrong with an input.
fn fault(widget: &Widget<'_>, label: &str) -> String {
    widget.ask_with(
        "const input = control(given[0]);
        return words(root.getElementById(input.getAttribute('aria-describedby')))",
        vec![json!(label)],
    )
}

fn value(widget: &Widget<'_>, label: &str) -> String {
    widget.property(label, "value")
}

#[test]
fn an_amount_stays_as_it_is_typed_and_counts_once_it_is_entered_or_left() {
    let page = models();
    let widget = page.widget();
    widget.focus("Requests");
    page.key_with(Key::Control, 'a');
    for (typed, so_far) in [("1", "1"), (",000", "1,000"), (",000", "1,000,000")] {
        page.type_text(typed);
        assert_eq!(value(&widget, "Requests"), so_far);
        assert_eq!(widget.state_of("workload"), REQUESTS, "half of a number does not count");
        assert_eq!(page.focus().name, "Requests a month");
    }
    page.key(Key::Enter);
    assert_eq!(widget.state_of("workload"), REQUESTS.replace("100000", "1000000"));
    assert_eq!(page.focus().name, "Requests a month");
    page.key(Key::Tab);
    assert_eq!(value(&widget, "Requests"), "1000000");
    assert_eq!(fault(&widget, "Requests"), "");
    widget.enter("Requests", "2 000");
    assert_eq!(widget.state_of("workload"), REQUESTS.replace("100000", "2000"));
    assert_eq!(value(&widget, "Requests"), "2000");
}

#[test]
fn every_view_follows() {
    let page = models();
    let widget = page.widget();
    let before = widget.column("Monthly cost");
    widget.enter("Requests", "1e6");
    assert_ne!(widget.column("Monthly cost"), before);
    let verdict: String = widget.ask("return words(root.querySelector('.mc-verdict'))");
    let costs = widget.column("Monthly cost");
    let cost = costs[0].split([' ', '*']).next().unwrap();
    assert!(verdict.contains(cost), "{cost} is not in: {verdict}");
}

/// Dollars per million tokens, and what a million requests of a thousand tokens in, or out, cost: A 1,000 or 10,000, B
/// 4,000 or 2,000, C 20,000 or 40,000.
const PRICED: [(&str, [u32; 2], u32, bool); 3] =
    [("A", [1, 10], 50, true), ("B", [4, 2], 60, false), ("C", [20, 40], 90, false)];

#[test]
fn bands_chart_filter_and_statistics_follow() {
    let page = Page::with(r#"<model-compare show="slider filters chart stats"></model-compare>"#);
    let widget = page.widget();
    let row = |(name, [input, output], score, open): &(&str, [u32; 2], u32, bool)| json!({ "id": name.to_lowercase(), "name": name, "in": input, "out": output, "score": score, "open-weights": open });
    widget.set(
        "data",
        json!({
            "score": "score", "cost": "workload", "rows": PRICED.iter().map(row).collect::<Vec<_>>(),
            "columns": [{ "id": "name", "label": "Model", "kind": "text" },
                        { "id": "score", "label": "Score", "kind": "number", "unit": "percent", "better": "higher" },
                        { "id": "in", "label": "In", "kind": "number", "unit": "USD/mtok", "role": "input-price" },
                        { "id": "out", "label": "Out", "kind": "number", "unit": "USD/mtok", "role": "output-price" },
                        { "id": "open-weights", "label": "Open weights", "kind": "flag" }],
        }),
    );
    widget.open("Monthly cost");
    // B is as cheap as ln 5 / ln 20 = 0.54 and as good as 0.25 of 1: under the line from A to C. Then A is dearer than B
    // and worse, and B gives way to C at 1 / 1.75. Of closed models with at least 50 % the cheapest costs 4 times what A
    // does, and then a fifth.
    for (workload, bands, frontier, extent, ratio) in [
        ("input:1000; output:0", [("a", 0.5), ("c", 1.0)], "A, B, C", ["$1,000", "$20,000"], "4.0 times"),
        ("input:0; output:1000", [("b", 1.0 / 1.75), ("c", 1.0)], "B, C", ["$2,000", "$40,000"], "80 % less"),
    ] {
        widget.set("state", json!({ "workload": format!("requests:1000000; {workload}; cached:0") }));
        let found: Vec<(String, f64)> = widget.ask("return host.insights.bands.map(({ id, to }) => [id, to])");
        assert_eq!(found.len(), 2);
        for ((id, to), (wanted, end)) in found.iter().zip(bands) {
            assert!(id == wanted && (to - end).abs() < 1e-9, "{id} to {to} at {workload}");
        }
        let words: String = widget.ask("return words(root.getElementById('chart-words'))");
        assert!(words.contains(&format!(": {frontier}.")), "{words}");
        let ends = ["from", "to"].map(|end| widget.property::<String>(&format!("Monthly cost {end}"), "placeholder"));
        assert_eq!(ends, extent);
        let said: String = widget.ask("return words(root.querySelector('[part=stats]'))");
        assert!(said.contains(ratio), "{said}");
    }
}

#[test]
fn nonsense_is_said_beside_the_input_and_changes_nothing() {
    let page = models();
    let widget = page.widget();
    for (label, typed, wanted) in [
        ("Requests", "abc", "from 1 to a trillion"),
        ("Requests", "0", "from 1 to a trillion"),
        ("Input", "-5", "from 0 to a trillion"),
        ("Output", "1,5", "from 0 to a trillion"),
        ("Cached", "150", "from 0 to 100"),
        ("Budget", "much", "leave it empty"),
    ] {
        widget.enter(label, typed);
        let said = fault(&widget, label);
        assert!(said.starts_with(&format!("“{typed}” does not do")) && said.contains(wanted), "{said}");
        assert_eq!(widget.property::<String>(label, "ariaInvalid"), "true");
        assert_eq!(value(&widget, label), typed, "what was typed is there to be mended");
    }
    assert_eq!((widget.state_of("workload"), widget.state_of("filter")), (json!(REQUESTS), json!("")));
    widget.enter("Requests", "2e5");
    assert_eq!(fault(&widget, "Requests"), "");
    assert_eq!(widget.state_of("workload"), REQUESTS.replace("100000", "200000"));
    widget.enter("Cached", "50 %");
    assert_eq!(fault(&widget, "Cached"), "");
}

#[test]
fn an_amount_that_is_taken_away_still_counts_until_there_is_another() {
    let page = models();
    let widget = page.widget();
    widget.focus("Input");
    page.key_with(Key::Control, 'a');
    page.key(Key::Backspace);
    assert_eq!((value(&widget, "Input"), fault(&widget, "Input")), (String::new(), String::new()));
    page.key(Key::Tab);
    assert!(fault(&widget, "Input").starts_with("Nothing is written"), "{}", fault(&widget, "Input"));
    assert!(fault(&widget, "Input").ends_with("Until then 1,500 counts."));
    assert_eq!(widget.state_of("workload"), REQUESTS);
}

#[test]
fn a_typical_workload_is_taken_by_mouse_and_by_key() {
    let page = models();
    let widget = page.widget();
    widget.enter("Requests", "abc");
    widget.press("Coding agent");
    assert_eq!(widget.state_of("workload"), "requests:20000; input:30000; output:1000; cached:0.8");
    assert_eq!((value(&widget, "Requests"), fault(&widget, "Requests")), ("20000".to_owned(), String::new()));
    widget.focus_button("Batch extraction");
    page.key(Key::Enter);
    assert_eq!(widget.state_of("workload"), "requests:1000000; input:2000; output:200; cached:0");
    let pressed: Vec<String> = widget.ask("return all('.mc-use[aria-pressed=true]').map(words)");
    assert_eq!(pressed.len(), 1);
    assert_eq!(page.focus().kind, "button");
}

#[test]
fn a_budget_is_a_ceiling_that_links_and_chips_know() {
    let page = models();
    let widget = page.widget();
    widget.enter("Budget", "100");
    assert_eq!(widget.state_of("filter"), "workload:..100");
    let within: String = widget.ask("return words(root.querySelector('.mc-within'))");
    assert!(within.starts_with(&format!("{} of 176 models stay within it.", widget.shown())), "{within}");
    assert_eq!(widget.chips()[0], "Remove filter: Monthly cost up to $100.00");
    widget.press("Remove filter: Monthly cost up to $100.00");
    assert_eq!(value(&widget, "Budget"), "");
    widget.set_attribute("filter", "workload:..70");
    assert_eq!(value(&widget, "Budget"), "70");
    widget.focus("Budget");
    page.key_with(Key::Control, 'a');
    page.key(Key::Backspace);
    page.key(Key::Tab);
    assert_eq!(widget.state_of("filter"), "");
}

#[test]
fn memory_limits_the_parameters_at_each_precision() {
    let page = models();
    let widget = page.widget();
    widget.enter("Memory", "24");
    assert_eq!(widget.state_of("filter"), "parameters:..12000000000");
    let at_sixteen = widget.shown();
    widget.choose("Precision", "4 bits");
    assert_eq!(widget.state_of("filter"), "parameters:..48000000000");
    assert_eq!(value(&widget, "Memory"), "24");
    assert!(widget.shown() > at_sixteen);
    widget.enter("Memory", "12");
    assert_eq!(widget.state_of("filter"), "parameters:..24000000000");
}

#[test]
fn the_monthly_cost_is_taken_as_the_cost_by_a_press() {
    let page = models();
    let widget = page.widget();
    widget.set_attribute("cost", "price-input");
    widget.focus_button("Use it as the cost");
    page.key(Key::Enter);
    assert_eq!(widget.state_of("cost"), "workload");
    assert!(!widget.has_button("Use it as the cost"));
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn a_table_without_list_prices_leads_to_the_one_that_has_them() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" show="workload table"></model-compare>"#);
    let widget = page.widget();
    widget.press("Open “Open and closed models: score and list price”");
    assert_eq!(widget.state_of("table"), "models");
    assert_eq!(value(&widget, "Requests"), "100000");
    assert_ne!(page.focus().kind, "", "the focus has fallen back to the page");
}

#[test]
fn axe_finds_no_fault_with_the_workload() {
    let page = Page::demo();
    let places = "return [...document.querySelectorAll('model-compare')].findIndex((one) => one.matches(given[0]))";
    let place = page.ask(places, vec![json!("[show~=workload]")]);
    page.element_at(place).scroll_to();
    let widget = page.widget_at(place);
    widget.enter("Requests", "abc");
    assert_eq!(page.violations(), [""; 0]);
    page.resize(360);
    assert_eq!(page.violations(), [""; 0]);
}
