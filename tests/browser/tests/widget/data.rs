//! Data sets that a page gives to the property `data`.

use crate::{aider, aider_far_below, data_set};
use browser_tests::{Json, Page, Widget, json};

/// What setting a data set throws that a script makes: its name and its message; empty where it throws nothing.
fn thrown(widget: &Widget<'_>, data: &str) -> String {
    widget.ask(&format!("try {{ host.data = {data} }} catch (error) {{ return String(error) }} return ''"))
}

#[test]
fn a_data_set_of_the_page_shows_filters_and_sorts_like_a_compiled_in_one() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    assert_eq!(widget.count(), "4 rows");
    // q = (70.2 − 20) / 70 = 0.717, k = ln(10 / 1.25) / ln(10 / 0.5) = 0.694; Delta 0 and 1, Gamma 0.857 and 0.
    assert_eq!(widget.names(9), ["Alpha", "Delta", "Gamma", "Beta"]);
    assert_eq!(widget.column("Value")[..3], ["70.6", "50.0", "42.9"]);
    widget.press_header("Price");
    assert_eq!(widget.names(9), ["Delta", "Alpha", "Gamma", "Beta"]);
    widget.press_header("Price");
    assert_eq!(widget.names(9), ["Gamma", "Alpha", "Delta", "Beta"]);
    widget.open("Vendor");
    widget.tick("X");
    widget.close("Vendor");
    assert_eq!(widget.ids(), ["c", "a"]);
    widget.set("state", json!({ "filter": "released:2025-03", "sort": "name" }));
    assert_eq!(widget.ids(), ["d"]);
    widget.set("state", json!({ "filter": "open:yes" }));
    assert_eq!(widget.ids(), ["a"]);
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_data_set_answers_who_wins() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    let insights: Json = widget.ask("return host.insights");
    assert_eq!(insights["frontier"], json!(["d", "a", "c"]));
    let winners: Vec<&Json> = insights["bands"].as_array().into_iter().flatten().map(|band| &band["id"]).collect();
    assert_eq!(winners, ["d", "a", "c"]);
}

#[test]
fn a_bad_data_set_throws_an_error_that_names_the_place_and_changes_nothing() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    let before = (widget.state(), widget.names(9));
    let set = data_set();
    let with = |change: &str| format!("(() => {{ const set = {set}; {change}; return set }})()");
    let cases = [
        (with("set.rows[2].price = 'abc'"), "rows[2].price: expected a number or missing, got \"abc\""),
        (with("set.rows[1].price = Infinity"), "rows[1].price"),
        (with("set.rows[1].price = NaN"), "rows[1].price"),
        (with("set.rows[1].price = -1"), "rows[1].price"),
        (with("set.rows[3].released = '2025-02-30'"), "rows[3].released"),
        (with("set.rows[0].open = 'maybe'"), "rows[0].open"),
        (with("set.rows[0].score.low = 99"), "rows[0].score"),
        (with("set.rows[0].score.source = 'none'"), "rows[0].score"),
        (with("set.rows[0].price = () => 1"), "rows[0].price"),
        (with("set.rows[0].price = 1n"), "rows[0].price"),
        (with("set.rows[0].price = Symbol('x')"), "rows[0].price"),
        (with("set.rows[0].price = set"), "rows[0].price"),
        (with("set.rows[0].price = []"), "rows[0].price"),
        (with("set.rows[1].id = 'a'"), "rows[1].id"),
        (with("delete set.rows[1].name"), "rows[1]"),
        (with("set.rows[1].nosuch = 1"), "rows[1].nosuch"),
        (with("set.columns[1].kind = 'nosuch'"), "columns[1].kind"),
        (with("set.columns[1].id = 'price'"), "price"),
        (with("set.columns = []"), "columns"),
        (with("delete set.columns"), "columns"),
        (with("set.score = 'nosuch'"), "score"),
        (with("set.sources[0].url = 'javascript:alert(1)'"), "sources[0].url"),
        (with("set.sources[0].url = 'data:text/html,x'"), "sources[0].url"),
        ("null".to_owned(), "data set"),
        ("undefined".to_owned(), "data set"),
        ("7".to_owned(), "data set"),
        ("'text'".to_owned(), "data set"),
        ("[]".to_owned(), "data set"),
        ("() => 1".to_owned(), "data set"),
    ];
    for (data, place) in cases {
        let thrown = thrown(&widget, &data);
        assert!(thrown.starts_with("TypeError: ") && thrown.contains(place), "{place}: {thrown}");
        assert_eq!((widget.state(), widget.names(9)), before, "{place}");
    }
    widget.press_header("Price");
    assert_eq!(widget.first(), "Delta");
}

#[test]
fn rows_may_name_other_cells_than_the_row_before_and_in_another_order() {
    let page = aider();
    let widget = page.widget();
    // Only a script can name something by a symbol.
    let rows = "[
        { id: 'a', name: 'Alpha', vendor: 'X', price: 1, score: 10 },
        { score: 40, name: 'Beta', id: 'b', [Symbol('own')]: 7, price: 2 },
        { id: 'c', name: 'Gamma' },
        { price: 3, vendor: 'Y', score: 30, id: 'd', name: 'Delta', released: '2026-01' },
    ]";
    let set = |rows: &str| format!("(() => {{ const set = {}; set.rows = {rows}; return set }})()", data_set());
    assert_eq!(thrown(&widget, &set(rows)), "");
    for (filter, ids) in [
        ("vendor:X", ["a"].as_slice()),
        ("price:2..3", &["b", "d"]),
        ("price:missing", &["c"]),
        ("score:40..40", &["b"]),
        ("released:2026-01", &["d"]),
    ] {
        widget.set("state", json!({ "filter": filter, "sort": "name" }));
        let mut shown = widget.ids();
        shown.sort();
        assert_eq!(shown, ids, "{filter}");
    }
    let with_another = set(&rows.replace("price: 3", "prize: 3"));
    assert!(thrown(&widget, &with_another).contains("rows[3].prize"));
}

#[test]
fn what_is_hostile_in_a_data_set_does_not_break_the_page() {
    let page = aider();
    let widget = page.widget();
    let set = data_set();
    for hostile in [
        "set.self = set",
        "set.rows[0].score.note = set",
        "set.rows.push(set.rows)",
        "Object.defineProperty(set.rows[0], 'vendor', { enumerable: true, get() { throw new Error('no') } })",
        "Object.defineProperty(set, 'title', { enumerable: true, get() { throw new Error('no') } })",
        "set.rows = new Proxy(set.rows, { get() { throw new Error('no') } })",
        "set.rows[0] = new Proxy({}, { ownKeys() { throw new Error('no') } })",
        "set.rows.length = 5e6",
        "set.title = { toString() { throw new Error('no') } }",
        "set.rows[0].price = NaN",
    ] {
        // It may be refused or taken; the widget works on.
        widget.ask::<()>(&format!(
            "const set = {set}; {hostile}; try {{ host.data = set }} catch (error) {{
              if (!/^\\w*Error: /.test(error)) throw new Error(`${{error}} is thrown`);
            }}
            await host.updated"
        ));
        widget.set("data", data_set());
        widget.press_header("Price");
        assert_eq!((hostile, widget.first().as_str()), (hostile, "Delta"));
        assert_eq!((hostile, page.heard()), (hostile, Vec::new()));
    }
}

#[test]
fn a_data_set_resets_all_but_weight_and_rows() {
    let page =
        Page::with(r#"<model-compare table="aider-polyglot" sort="name" filter="vendor:OpenAI"></model-compare>"#);
    let widget = page.widget();
    widget.set("state", json!({ "weight": 0.8, "rows": 10, "page": 2, "columns": ["name", "cost"] }));
    widget.set("data", data_set());
    let state = widget.state();
    for (key, value) in [
        ("weight", json!(0.8)),
        ("rows", json!(10)),
        ("page", json!(1)),
        ("sort", json!("-value")),
        ("filter", json!("")),
    ] {
        assert_eq!((key, &state[key]), (key, &value));
    }
    assert_eq!((&state["score"], &state["cost"]), (&json!("score"), &json!("price")));
    assert!(state["columns"].as_array().is_some_and(|columns| columns.contains(&json!("price"))), "{state}");
}

#[test]
fn a_data_set_from_before_the_code_is_what_is_shown_first() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    element.ask_with::<()>(
        "host.state = { weight: 0.9, sort: 'cost' }; host.data = given[0]; host.state = { filter: 'vendor:X' }",
        vec![data_set()],
    );
    element.ask::<()>("host.removeAttribute('table')");
    element.scroll_to();
    let widget = page.widget();
    assert_eq!(widget.ids(), ["c", "a"]);
    let state = widget.state();
    assert_eq!((&state["weight"], &state["sort"]), (&json!(0.9), &json!("-value")));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_bad_data_set_from_before_the_code_gives_an_error_and_the_compiled_in_tables() {
    // The data set comes before `src`.
    let page = aider_far_below(r#"src="/no-such.json""#);
    let element = page.element_at(0);
    element.ask_with::<()>(
        "window.errors = [];
        addEventListener('model-compare:error', ({ detail }) => errors.push(`${detail.code} ${detail.message}`));
        given[0].rows[1].price = 'abc';
        host.data = given[0]",
        vec![data_set()],
    );
    element.scroll_to();
    assert_eq!(page.widget().count(), "69 rows");
    let errors: Vec<String> = page.ask("return errors", Vec::new());
    assert_eq!(errors, ["data rows[1].price: expected a number or missing, got \"abc\""]);
}

#[test]
fn a_data_set_that_comes_while_the_element_is_removed_resets_all_but_weight_and_rows() {
    let page = Page::with("<model-compare></model-compare>");
    page.widget().set("state", json!({ "weight": 0.8, "rows": 10, "sort": "name", "filter": "text:a" }));
    page.widget().ask::<()>("window.removed = host; host.remove()");
    page.after_frames(1);
    page.ask::<()>("removed.data = given[0]; document.body.append(removed)", vec![data_set()]);
    let widget = page.widget();
    assert_eq!(widget.names(9).len(), 4);
    let state = widget.state();
    assert_eq!(
        ["weight", "rows", "sort", "filter"].map(|key| state[key].clone()),
        [json!(0.8), json!(10), json!("-value"), json!("")]
    );
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_data_set_outlives_a_time_away_from_the_page() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    widget.press_header("Price");
    let before = widget.state();
    widget.ask::<()>("window.removed = host; host.remove()");
    page.after_frames(1);
    page.ask::<()>("document.body.append(removed)", Vec::new());
    assert_eq!(
        (page.widget().names(9), page.widget().state()),
        (["Delta", "Alpha", "Gamma", "Beta"].map(String::from).to_vec(), before)
    );
}

#[test]
fn a_data_set_of_a_frame_is_taken_like_one_of_the_page() {
    let page = aider();
    let widget = page.widget();
    widget.ask_with::<()>(
        "const frame = document.createElement('iframe');
        document.body.append(frame);
        host.data = frame.contentWindow.JSON.parse(given[0]);
        await host.updated",
        vec![json!(data_set().to_string())],
    );
    assert_eq!(widget.names(9), ["Alpha", "Delta", "Gamma", "Beta"]);
}

#[test]
fn early_years_are_those_that_are_written() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let mut data = data_set();
    data["rows"][0]["released"] = json!("0050-06-17");
    widget.set("data", data);
    let dates = widget.column("Released");
    assert!(dates.contains(&"Jun 17, 50".to_owned()), "{dates:?}");
}

#[test]
fn a_table_that_is_named_after_a_data_set_takes_its_place() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    widget.set("state", json!({ "weight": 0.8, "sort": "price" }));
    widget.set("table", "models");
    let state = widget.state();
    let told = ["table", "weight", "sort"].map(|key| state[key].clone());
    assert_eq!(told, [json!("models"), json!(0.8), json!("-value")]);
    assert!(widget.ask::<bool>("return host.data === undefined"));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_table_that_is_named_while_the_element_is_away_takes_the_place_of_a_data_set() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    widget.set("state", json!({ "weight": 0.8, "sort": "price" }));
    let told: Json = widget.ask(
        "const heard = [];
        for (const name of ['change', 'select']) host.addEventListener(`model-compare:${name}`, () => heard.push(name));
        const changed = new Promise((resolve) => host.addEventListener('model-compare:change', resolve));
        host.remove();
        await null;
        host.table = 'models';
        document.body.append(host);
        await changed;
        await new Promise(requestAnimationFrame);
        const { table, weight, sort } = host.state;
        return [table, weight, sort, heard.join()]",
    );
    // Nothing was picked before, and nothing is now.
    assert_eq!(told, json!(["models", 0.8, "-value", "change"]));
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn a_weight_that_was_written_after_a_state_and_before_a_data_set_counts() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    element.ask_with::<()>(
        "host.state = { weight: 0.3 }; host.weight = 0.8; host.data = given[0]; host.removeAttribute('table')",
        vec![data_set()],
    );
    element.scroll_to();
    let widget = page.widget();
    assert_eq!((widget.shown(), widget.state_of("weight")), (4, json!(0.8)));
}
