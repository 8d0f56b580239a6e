//! What the page may write to the element and read off it.

use crate::{aider, aider_far_below, data_set};
use browser_tests::{Json, Page, json};

/// Every attribute with its property, and a text that is understood.
const ATTRIBUTES: [(&str, &str, &str); 18] = [
    ("table", "table", "aider-polyglot"),
    ("only", "only", "gpt-5-high-diff gpt-5-medium-diff"),
    ("score", "score", "well-formed"),
    ("cost", "cost", "seconds"),
    ("columns", "columns", "name value"),
    ("workload", "workload", "requests:5; input:1; output:1; cached:0"),
    ("weight", "weight", "0.8"),
    ("sort", "sort", "-date name"),
    ("filter", "filter", "vendor:OpenAI; cost:..5"),
    ("rows", "rows", "all"),
    ("highlight", "highlight", "gpt-5-high-diff"),
    ("prices", "prices", "cheapest"),
    ("show", "show", "table filters"),
    ("theme", "theme", "dark"),
    ("heading-level", "headingLevel", "2"),
    ("link-state", "linkState", "key"),
    ("loading", "loading", "eager"),
    ("src", "src", "/data.json"),
];

#[test]
fn each_attribute_has_a_property_that_reads_and_writes_it() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    element.ask::<()>("host.removeAttribute('table')");
    for (attribute, property, text) in ATTRIBUTES {
        let script = "const [attribute, property, text] = given;
            const absent = host[property];
            host[property] = text;
            const written = host.getAttribute(attribute);
            host[property] = null;
            const gone = host.hasAttribute(attribute);
            host.setAttribute(attribute, text);
            const read = host[property];
            host[property] = undefined;
            return [absent, written, gone, read, host.hasAttribute(attribute)]";
        let told: Json = element.ask_with(script, vec![json!(attribute), json!(property), json!(text)]);
        assert_eq!((attribute, told), (attribute, json!([null, text, false, text, false])));
    }
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn the_loader_observes_every_attribute_that_is_tested_here_and_no_other() {
    let page = aider();
    let observed: Vec<String> = page.ask("return customElements.get('model-compare').observedAttributes", Vec::new());
    let mut expected: Vec<String> =
        ATTRIBUTES.iter().flat_map(|(name, ..)| [(*name).to_owned(), format!("data-{name}")]).collect();
    let mut observed = observed;
    observed.sort();
    expected.sort();
    assert_eq!(observed, expected);
}

#[test]
fn a_data_attribute_works_and_yields_to_the_plain_one() {
    let page = aider();
    let widget = page.widget();
    widget.set_attribute("data-weight", "0.8");
    assert_eq!(widget.state_of("weight"), 0.8);
    widget.set_attribute("weight", "0.3");
    assert_eq!(widget.state_of("weight"), 0.3);
    widget.set_attribute("data-weight", "0.9");
    assert_eq!(widget.state_of("weight"), 0.3);
    widget.set_attribute("weight", Json::Null);
    assert_eq!(widget.state_of("weight"), 0.9);
    widget.set_attribute("data-weight", Json::Null);
    assert_eq!(widget.state_of("weight"), 0.5);
}

#[test]
fn nonsense_in_what_is_no_state_gives_the_default_and_one_warning() {
    let page = aider();
    let widget = page.widget();
    let parts = "return all('[part=slider], [part=filters], [part=table]').map(({ part }) => part.value)";
    for (attribute, text, nonsense, allowed) in [
        ("show", "table", "nosuch", "slider"),
        ("theme", "dark", "blue", "`auto`, `light` or `dark`"),
        ("heading-level", "2", "7", "2 to 6"),
        ("link-state", "key", "no key!", "`none`"),
        ("only", "gpt-5-high-diff", "nosuch", "id"),
        ("highlight", "gpt-5-high-diff", "nosuch", "id"),
        ("prices", "cheapest", "nosuch", "`first-party`"),
    ] {
        if attribute != "only" && attribute != "highlight" {
            widget.set_attribute(attribute, text);
        }
        let before = page.heard().len();
        widget.set_attribute(attribute, nonsense);
        let heard = &page.heard()[before..];
        assert!(
            heard.len() == 1 && [attribute, nonsense, "allowed", allowed].iter().all(|word| heard[0].contains(word)),
            "{attribute}: {heard:?}"
        );
        assert_eq!(widget.ask::<Vec<String>>(parts), ["slider", "filters", "table"], "{attribute}");
        assert_eq!(widget.theme(), "light", "{attribute}");
        assert_eq!(widget.ask::<String>("return root.querySelector('.mc-heading').localName"), "h3", "{attribute}");
        assert_eq!(widget.shown(), 69, "{attribute}");
        widget.set_attribute(attribute, Json::Null);
    }
}

#[test]
fn only_narrows_the_rows_and_the_scales() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    let value = || widget.ask::<String>("return column('Value')[names().indexOf('Alpha')]");
    assert_eq!(value(), "70.6");
    // A filter never changes a number.
    widget.set_attribute("filter", "text:a; score:60..85");
    assert_eq!((widget.shown(), value()), (2, "70.6".to_owned()));
    widget.set_attribute("filter", Json::Null);
    widget.set_attribute("only", "a c");
    assert_eq!(widget.ask::<Json>("return host.results"), json!({ "total": 2, "shown": 2, "ids": ["a", "c"] }));
    // The worse of two and the cheaper of two; of equal values the cheaper is first.
    assert_eq!(value(), "50.0");
    assert_eq!((widget.count().as_str(), widget.state_of("only")), ("2 rows", json!(["a", "c"])));
    widget.set_attribute("only", Json::Null);
    assert_eq!((widget.shown(), value()), (4, "70.6".to_owned()));
}

#[test]
fn highlight_marks_the_rows_for_the_eye_and_for_a_screen_reader() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    widget.set_attribute("highlight", "b c");
    let marked = "return all('tbody tr').filter((row) => words(row.querySelector('th')).includes('highlighted'))
        .map((row) => row.querySelector('th').innerText.split(/[\\n,]/)[0].trim())";
    assert_eq!(widget.ask::<Vec<String>>(marked), ["Gamma", "Beta"]);
    let colours = "return all('tbody tr').map((row) => [row, ...row.children]
        .map((cell) => getComputedStyle(cell).backgroundColor + getComputedStyle(cell).boxShadow).join())";
    let colours: Vec<String> = widget.ask(colours);
    assert_ne!(colours[1], colours[2], "{colours:?}");
    assert_eq!(widget.state_of("highlight"), json!(["b", "c"]));
    widget.set_attribute("highlight", Json::Null);
    assert_eq!(widget.ask::<Vec<String>>(marked), [""; 0]);
}

#[test]
fn show_chooses_the_parts_and_their_order() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" show="table"></model-compare>"#);
    let widget = page.widget();
    let parts = "return all('[part=slider], [part=filters], [part=table]').map(({ part }) => part.value)";
    assert_eq!(widget.ask::<Vec<String>>(parts), ["table"]);
    assert!(widget.ask::<bool>("return !root.querySelector('input[type=range], input[type=search]')"));
    widget.set_attribute("show", "table slider filters");
    assert_eq!(widget.ask::<Vec<String>>(parts), ["table", "slider", "filters"]);
    widget.set_attribute("show", "filters table slider filters");
    assert_eq!(widget.ask::<Vec<String>>(parts), ["filters", "table", "slider"]);
    widget.set_attribute("show", Json::Null);
    assert_eq!(widget.ask::<Vec<String>>(parts), ["slider", "filters", "table"]);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn the_heading_has_the_level_that_the_page_asks_for() {
    let page = aider();
    let widget = page.widget();
    let headings = "return all('h1, h2, h3, h4, h5, h6').map(({ localName }) => localName)[0]";
    for (level, heading) in [("2", "h2"), ("6", "h6")] {
        widget.set("headingLevel", level);
        assert_eq!(widget.ask::<String>(headings), heading);
    }
    widget.set_attribute("heading-level", Json::Null);
    assert_eq!(widget.ask::<String>(headings), "h3");
}

#[test]
fn a_dark_theme_on_a_light_page_is_dark_and_readable() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" theme="dark"></model-compare>"#);
    let widget = page.widget();
    assert_eq!(widget.theme(), "dark");
    let lightness =
        "const [red, green, blue] = getComputedStyle(root.querySelector('[part=root]')).color.match(/[\\d.]+/g);
        return red * 0.3 + green * 0.59 + blue * 0.11";
    assert!(widget.ask::<f64>(lightness) > 128.0);
    widget.set_attribute("theme", "light");
    assert_eq!(widget.theme(), "light");
    assert!(widget.ask::<f64>(lightness) < 128.0);
    widget.set_attribute("theme", Json::Null);
    assert_eq!(widget.theme(), "light");
}

#[test]
fn the_state_has_every_key_with_a_value_of_its_kind() {
    let page = aider();
    let state = page.widget().state();
    let mut keys: Vec<&str> = state.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    let expected = [
        "columns",
        "cost",
        "filter",
        "highlight",
        "only",
        "page",
        "prices",
        "rows",
        "score",
        "selected",
        "sort",
        "table",
        "weight",
        "workload",
    ];
    assert_eq!(keys, expected);
    for key in ["columns", "highlight", "only", "selected"] {
        assert!(state[key].is_array(), "{key}: {}", state[key]);
    }
    for key in ["weight", "page", "rows"] {
        assert!(state[key].is_number(), "{key}: {}", state[key]);
    }
    for key in ["table", "score", "cost", "workload", "sort", "filter", "prices"] {
        assert!(state[key].is_string(), "{key}: {}", state[key]);
    }
}

#[test]
fn the_insights_are_those_of_the_contracts_fixture() {
    let page = aider();
    let widget = page.widget();
    let insights: Json = widget.ask("return host.insights");
    let names: Json = widget.ask(
        "host.state = { rows: 'all' }; await host.updated;
        const named = Object.fromEntries(host.results.ids.map((id, at) => [id, names()[at]]));
        const { bands, frontier, tied, borderline } = host.insights;
        return [bands.map(({ id }) => named[id]), frontier.map((id) => named[id]), tied.map((id) => named[id]),
          borderline.map((id) => named[id])]",
    );
    let winners = [
        "gpt-4o-mini-2024-07-18",
        "DeepSeek Chat V3 (prev)",
        "DeepSeek-V3.2-Exp (Chat)",
        "DeepSeek-V3.2-Exp (Reasoner)",
        "gpt-5 (medium)",
        "gpt-5 (high)",
    ];
    let frontier = [
        "gpt-4o-mini-2024-07-18",
        "DeepSeek Chat V3 (prev)",
        "Grok 3 Mini Beta (high)",
        "DeepSeek-V3.2-Exp (Chat)",
        "DeepSeek-V3.2-Exp (Reasoner)",
        "gpt-5 (low)",
        "gpt-5 (medium)",
        "gpt-5 (high)",
    ];
    let tied = ["gpt-5 (high)", "gpt-5 (medium)", "o3-pro (high)", "gemini-2.5-pro-preview-06-05 (32k think)"];
    assert_eq!((&names[0], &names[1]), (&json!(winners), &json!(frontier)));
    let borderline = ["o3 (high)", "gpt-5 (low)"];
    // The contract's tied rows are the best, the plainly tied and the borderline.
    assert_eq!(&names[2].as_array().map(|rows| &rows[..4]), &Some(tied.map(Json::from).as_slice()));
    let found: Vec<&Json> = names[3].as_array().into_iter().flatten().collect();
    assert!(borderline.iter().all(|name| found.contains(&&json!(name))) && found.len() == 2, "{found:?}");
    let edges: Vec<f64> =
        insights["bands"].as_array().into_iter().flatten().filter_map(|band| band["to"].as_f64()).collect();
    for (edge, known) in edges.iter().zip([0.012, 0.368, 0.570, 0.735, 0.835, 1.0]) {
        assert!((edge - known).abs() < 0.0006, "{edges:?}");
    }
}

#[test]
fn the_insights_follow_the_filters_and_the_tables() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "vendor:OpenAI" }));
    let outside: bool = widget.ask(
        "const { bands, frontier } = host.insights, { ids } = host.results;
        return [...bands.map(({ id }) => id), ...frontier].some((id) => !ids.includes(id)) || frontier.length === 0",
    );
    assert!(!outside);
    widget.set("state", json!({ "filter": "text:nosuchmodel" }));
    assert_eq!(
        widget.ask::<Json>("return host.insights"),
        json!({ "bands": [], "frontier": [], "tied": [], "borderline": [] })
    );
}

#[test]
fn the_csv_has_the_shown_columns_of_all_rows_after_the_filters_in_shown_order() {
    let page = aider();
    let widget = page.widget();
    let mut set = data_set();
    set["rows"][2]["name"] = json!("=1+2, \"quoted\"\nline");
    set["rows"][3]["name"] = json!("@SUM(A1)");
    widget.set("data", set);
    widget.set(
        "state",
        json!({ "columns": ["name", "price"], "sort": "price", "rows": 5, "filter": "price:..,missing" }),
    );
    let csv: String = widget.ask("return host.exportCsv()");
    let csv = csv.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(lines[0].starts_with("Model,Price"), "{csv}");
    assert_eq!(lines[1], "'@SUM(A1),0.5");
    assert_eq!(lines[2], "Alpha,1.25");
    assert_eq!(lines[3], "\"'=1+2, \"\"quoted\"\"\nline\",10");
    assert_eq!(lines[4], "Beta,");
    assert_eq!(lines[5..], [""]);
}
