//! What a data set says is text, whatever it looks like.

use browser_tests::{Json, Page, Widget, json};

/// Texts that would run, or look like something else, where they were taken for more than text.
const PAYLOADS: [&str; 14] = [
    "<img src=x onerror='ran.push(1)'>",
    "<script>ran.push(2)</script>",
    "\"><svg onload=ran.push(3)>",
    "'><iframe srcdoc='<script>parent.ran.push(4)</script>'>",
    "javascript:ran.push(5)",
    "{{constructor.constructor('ran.push(6)')()}}",
    "${ran.push(7)}",
    "</title></style></textarea></template><script>ran.push(8)</script>",
    "<style>*{display:none!important}</style>",
    "<!--<a href=\"javascript:ran.push(9)\">",
    "&lt;img src=x onerror=ran.push(10)&gt;",
    "\u{202e}txet desrever",
    "=HYPERLINK(\"javascript:ran.push(11)\",\"x\")",
    "@import 'javascript:ran.push(12)';\nnext, \"line\"",
];

/// A data set with a payload wherever it says something.
fn corpus() -> Json {
    let text = |at: usize| PAYLOADS[at % PAYLOADS.len()];
    let rows: Vec<Json> = (0..PAYLOADS.len())
        .map(|at| {
            let score = json!({
                "value": 50 + at, "low": 40, "high": 80, "source": "card", "as_of": "2026-05-01",
                "provider": text(at + 2), "note": text(at + 3),
            });
            json!({
                "id": format!("row-{at}"), "name": text(at), "note": text(at + 1), "vendor": text(at + 2),
                "tags": [text(at + 3), text(at + 4)], "price": 1 + at, "score": score,
            })
        })
        .collect();
    json!({
        "title": text(0), "description": text(1), "score": "score", "cost": "price", "source": "card",
        "columns": [
            { "id": "name", "label": text(2), "kind": "text", "description": text(3) },
            { "id": "note", "label": text(4), "kind": "text", "shown": true },
            { "id": "vendor", "label": text(5), "kind": "category", "shown": true },
            { "id": "tags", "label": text(7), "kind": "categories", "shown": true },
            { "id": "price", "label": text(8), "kind": "number", "unit": text(9), "better": "lower" },
            { "id": "score", "label": text(10), "kind": "number", "unit": text(0), "better": "higher" },
        ],
        "sources": [ {
            "id": "card", "title": text(1), "url": "https://example.org/\"><script>ran.push(13)</script>".replace(' ', ""),
            "licence": text(2),
        } ],
        "rows": rows,
    })
}

/// A page that traps whatever runs, with a widget that shows the data set in a table of all columns.
fn page_with_corpus() -> Page {
    let trap = "<script>window.ran = []; for (const name of ['alert', 'eval', 'open']) window[name] = () => ran.push(name)</script>";
    let page = Page::bare(&format!(
        r#"{trap}<script type="module" src="/embed/model-compare.js"></script><model-compare></model-compare>"#
    ));
    let widget = page.widget();
    widget.set("data", corpus());
    widget.set("state", json!({ "columns": ["name", "note", "vendor", "tags", "price", "score"], "rows": "all" }));
    page
}

/// Nothing ran, and nothing is drawn that the widget does not draw itself.
fn assert_nothing_ran(page: &Page, widget: &Widget<'_>) {
    page.after_frames(5);
    widget.ask::<()>(
        "if (ran.length) throw new Error(`ran: ${ran}`);
        const foreign = all('img, script, svg:not([class^=mc-]), iframe, object, embed, style, link, base, form, template');
        if (foreign.length) throw new Error(foreign[0].outerHTML);
        for (const element of all('*')) {
          for (const { name, value } of element.attributes) {
            if (name.startsWith('on') || /^(href|src|srcdoc|action)$/.test(name) && !/^https?:/.test(value)) {
              throw new Error(element.outerHTML);
            }
          }
        }",
    );
}

#[test]
fn no_text_of_a_data_set_runs_and_each_is_shown_as_it_is() {
    let page = page_with_corpus();
    let widget = page.widget();
    assert_nothing_ran(&page, &widget);
    widget.ask_with::<()>(
        "const [payloads, labels] = given, flat = (text) => text.replace(/\\s+/g, ' ').trim();
        const shown = (selector) => all(selector).map((element) => flat(element.textContent)).join('\\n');
        for (const [selector, texts] of Object.entries({ 'tbody th': payloads, 'tbody td': payloads, thead: labels })) {
          for (const text of texts) if (!shown(selector).includes(flat(text))) throw new Error(`${selector} lacks ${text}`);
        }",
        vec![json!(PAYLOADS), json!([2, 4, 5, 7, 8, 10].map(|at: usize| PAYLOADS[at]))],
    );
    for dropdown in widget.dropdowns() {
        widget.open(&dropdown);
        assert_nothing_ran(&page, &widget);
        widget.close(&dropdown);
    }
    widget.set("state", json!({ "selected": ["row-0", "row-1"], "filter": "text:<img" }));
    assert_nothing_ran(&page, &widget);
    assert_loud_about_nothing(&page);
}

/// Nothing was thrown at the page.
fn assert_loud_about_nothing(page: &Page) {
    let lines = page.heard();
    assert!(!lines.iter().any(|line| line.starts_with("error:") || line.starts_with("rejected:")), "{lines:?}");
}

#[test]
fn notes_of_figures_and_titles_of_sources_run_nothing_wherever_they_are_shown() {
    let page = page_with_corpus();
    let widget = page.widget();
    widget.set_attribute("show", "slider workload filters chart table compare panel claims stats trends faq sources");
    widget.set("state", json!({ "selected": ["row-0", "row-1"], "rows": 25 }));
    assert_nothing_ran(&page, &widget);
    // Whatever of the table opens something about a figure; what opens a page of its own is not followed.
    for at in 0..widget.ask::<usize>("return all('tbody button').length").min(40) {
        widget.ask_with::<()>("all('tbody button')[given[0]]?.click(); await host.updated", vec![json!(at)]);
    }
    assert_nothing_ran(&page, &widget);
    widget.ask::<()>("for (const details of all('details')) details.open = true");
    assert_nothing_ran(&page, &widget);
    assert_loud_about_nothing(&page);
}

#[test]
fn attributes_and_states_with_payloads_run_nothing() {
    let page = page_with_corpus();
    let widget = page.widget();
    for payload in PAYLOADS {
        for name in
            ["columns", "score", "cost", "sort", "filter", "workload", "rows", "only", "highlight", "show", "theme"]
        {
            widget.set_attribute(name, payload);
            widget.set_attribute(name, Json::Null);
        }
        widget.set("state", json!({ "filter": format!("text:{payload}"), "sort": payload, "score": payload }));
        assert_nothing_ran(&page, &widget);
    }
}

#[test]
fn very_long_texts_and_control_characters_break_nothing() {
    let page = page_with_corpus();
    let widget = page.widget();
    let (long, words, control) = ("W".repeat(3000), "many words ".repeat(300), "a\u{0}b\u{1b}c\u{7f}");
    let data = json!({
        "title": long, "score": "score", "cost": "price",
        "columns": [
            { "id": "name", "label": "Model", "kind": "text" },
            { "id": "vendor", "label": long, "kind": "category", "shown": true },
            { "id": "price", "label": "Price", "kind": "number", "unit": words, "better": "lower" },
            { "id": "score", "label": words, "kind": "number", "better": "higher" },
        ],
        "rows": [
            { "id": "a", "name": long, "vendor": words, "price": 1, "score": 2 },
            { "id": "b", "name": control, "vendor": control, "price": 2, "score": 3 },
        ],
    });
    widget.set("data", data);
    assert_eq!(widget.ids().len(), 2);
    assert_nothing_ran(&page, &widget);
}

#[test]
fn an_address_that_would_run_is_refused_as_a_source() {
    let page = page_with_corpus();
    let widget = page.widget();
    let shown = widget.names(99);
    let addresses = [
        "javascript:ran.push(1)",
        "JaVaScRiPt:ran.push(1)",
        "  javascript:ran.push(1)",
        "ja\tvascript:ran.push(1)",
        "java\nscript:ran.push(1)",
        "\u{1}javascript:ran.push(1)",
        "data:text/html,<script>ran.push(1)</script>",
        "vbscript:ran",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "//example.org/x",
        " https://example.org/",
        "https://exa\nmple.org/",
    ];
    for address in addresses {
        let mut data = corpus();
        data["sources"][0]["url"] = json!(address);
        let fault: String = widget.ask_with(
            "try { host.data = given[0] } catch (error) { return `${error.constructor.name}: ${error.message}` }
            return 'taken'",
            vec![data],
        );
        assert!(fault.starts_with("TypeError: sources[0].url: "), "{address:?} gives {fault}");
    }
    page.settle();
    assert_eq!(widget.names(99), shown);
    assert_nothing_ran(&page, &widget);
}

#[test]
fn another_program_reads_the_same_cells_from_the_csv() {
    let page = page_with_corpus();
    let widget = page.widget();
    widget.set("state", json!({ "sort": "score" }));
    let text: String = widget.ask("return host.exportCsv()");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let lines: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect();
    let data = corpus();
    let labels: Vec<String> =
        data["columns"].as_array().into_iter().flatten().map(|column| written(&column["label"])).collect();
    let (head, rows) = lines.split_first().expect("a line of headings");
    for (cell, label) in head.iter().zip(&labels) {
        assert!(cell.starts_with(label.as_str()), "{cell} is not {label}");
    }
    let columns = ["name", "note", "vendor", "tags", "price"];
    let expected: Vec<Vec<String>> = data["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| {
            let cells = columns.iter().map(|column| written(&row[column]));
            cells.chain([written(&row["score"]["value"])]).collect()
        })
        .collect();
    assert_eq!((head.len(), rows), (6, expected.as_slice()));
    assert!(lines.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
}

/// A cell of the data set as a CSV file has it: a text that spreadsheets would work out has a `'` before it.
fn written(cell: &Json) -> String {
    let text = match cell {
        Json::String(text) => text.clone(),
        Json::Array(texts) => texts.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    };
    if text.starts_with(['=', '@']) { format!("'{text}") } else { text }
}
