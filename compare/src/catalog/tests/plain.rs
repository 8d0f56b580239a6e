use crate::catalog::{Cost, Plain, Reader, Table};

/// A data set as JSON writes it.
fn read(json: &str) -> Result<Table, Vec<String>> {
    let Plain::Object(entries) = plain(&serde_json::from_str(json).unwrap()) else { unreachable!() };
    let mut reader = Reader::new(&entries, str::to_lowercase);
    if let Some((_, Plain::List(rows))) = entries.iter().find(|(key, _)| key == "rows") {
        for row in rows {
            reader.row(row);
        }
    }
    reader.finish().map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

fn plain(json: &serde_json::Value) -> Plain {
    match json {
        serde_json::Value::Null => Plain::Nothing,
        serde_json::Value::Bool(flag) => Plain::Flag(*flag),
        serde_json::Value::Number(number) => Plain::Number(number.as_f64().unwrap()),
        serde_json::Value::String(text) => Plain::Text(text.clone()),
        serde_json::Value::Array(list) => Plain::List(list.iter().map(plain).collect()),
        serde_json::Value::Object(object) => {
            Plain::Object(object.iter().map(|(key, value)| (key.clone(), plain(value))).collect())
        }
    }
}

/// The example of the contract.
const EXAMPLE: &str = include_str!("data_set.json");

#[test]
fn the_example_of_the_contract_is_a_table() {
    let table = read(EXAMPLE).unwrap();
    assert_eq!((&*table.title, table.len()), ("My comparison", 2));
    assert_eq!((table.score, table.cost), (table.column("score"), table.column("price").map(Cost::Column)));
    let price = table.column("price").unwrap();
    assert_eq!([0, 1].map(|row| table.columns[price].cells.number(row)), [Some(1.25), None]);
    let score = table.column("score").unwrap();
    assert_eq!(table.columns[score].bounds(0), Some((64.0, 75.8)));
    assert_eq!(table.source(score, 0).map(|source| &*source.url), Some("https://example.org/card"));
    assert_eq!(table.as_of(score, 0).map(|date| date.to_string()), Some("2026-05-01".to_owned()));
    assert_eq!(table.columns[score].figure(0).map(|figure| &*figure.note), Some("pass@2, n = 225"));
    let open = table.column("open").unwrap();
    assert_eq!([0, 1].map(|row| table.columns[open].cells.flag(row)), [Some(true), None]);
}

/// What is wrong where one text of the example is another.
fn faults(old: &str, new: &str) -> Vec<String> {
    assert!(EXAMPLE.contains(old), "{old}");
    read(&EXAMPLE.replacen(old, new, 1)).unwrap_err()
}

#[test]
fn every_fault_says_where_it_is() {
    for (old, new, wanted) in [
        ("1.25", "\"abc\"", "rows[0].price: expected a number or missing, got \"abc\""),
        ("1.25", "true", "rows[0].price: expected a number or missing, got true"),
        ("1.25", "[1]", "rows[0].price: expected a number or missing, got a list of what is not text"),
        ("70.2", "{}", "rows[0].score: expected a number or missing, got an object"),
        ("64.0", "\"low\"", "rows[0].score.low: expected a number or missing, got \"low\""),
        ("64.0", "71", "rows[0].score: the interval from 71 to 75.8 does not hold the value 70.2"),
        ("\"as_of\"", "\"as-of\"", "rows[0].score.as-of: unknown key \"as-of\": did you mean \"as_of\"?"),
        ("2026-01-31", "2026-01-32", "rows[0].released: \"2026-01-32\" is no date"),
        ("https://", "javascript:", "sources[0].url: \"javascript:example.org/card\" is no address to link to"),
        ("https://example.org/card", "data:text/html,x", "sources[0].url: \"data:text/html,x\" is no address"),
        ("\"id\": \"b\"", "\"id\": \"a\"", "rows[1].id: row \"a\" is there twice"),
        ("\"id\": \"b\", ", "", "rows[1]: no id: every row has an `id`"),
        ("\"kind\": \"date\"", "\"kind\": \"day\"", "columns[4].kind: unknown kind \"day\""),
        ("\"kind\": \"date\"", "\"kind\": 4", "columns[4].kind: expected a text or missing, got a number"),
        (
            "\"cost\": \"price\"",
            "\"cost\": \"prize\"",
            "cost: unknown number column \"prize\": did you mean \"price\"?",
        ),
        ("\"title\"", "\"titel\"", "titel: unknown key \"titel\": did you mean \"title\"?"),
        ("\"source\": \"card\"", "\"source\": \"cart\"", "rows[0].score.source: unknown source \"cart\""),
        ("\"vendor\": \"X\"", "\"seller\": \"X\"", "rows[0].seller: unknown column \"seller\""),
    ] {
        let faults = faults(old, new);
        assert!(faults.iter().any(|fault| fault.starts_with(wanted)), "{old} → {new}: {faults:#?}");
    }
}

#[test]
fn lists_that_are_none_are_refused() {
    assert_eq!(read("{}").unwrap_err(), ["columns: no columns: describe at least the column `name`"]);
    assert!(
        read(r#"{"columns": 5}"#).unwrap_err().contains(&"columns: no columns: it is a list of objects".to_owned())
    );
    let column = r#""columns": [{"id": "name", "label": "Name", "kind": "text"}]"#;
    assert_eq!(read(&format!(r#"{{{column}, "rows": 5}}"#)).unwrap_err(), ["rows: no rows: it is a list of objects"]);
    let faults =
        read(&format!(r#"{{{column}, "sources": ["x"], "workload": 5, "rows": [7, {{"id": "b", "name": 5}}]}}"#));
    let faults = faults.unwrap_err();
    for wanted in [
        "sources[0]: no object: each of the list is an object",
        "workload: no workload: it is an object",
        "rows[0]: no row: every row is an object with an `id` and a `name`",
        "rows[1].name: expected a text or missing, got a number",
    ] {
        assert!(faults.iter().any(|fault| fault == wanted), "{wanted}: {faults:#?}");
    }
}

#[test]
fn a_workload_is_whole() {
    let column = r#""columns": [{"id": "name", "label": "Name", "kind": "text"}], "rows": []"#;
    let workload = |workload: &str| read(&format!(r#"{{{column}, "workload": {workload}}}"#));
    let table = workload(r#"{"requests": 10, "input": 2, "output": 3, "cached": 0.5}"#).unwrap();
    assert_eq!(table.workload.requests.to_bits(), 10_f64.to_bits());
    let faults = workload(r#"{"requests": 10, "input": 2, "output": 3}"#).unwrap_err();
    assert_eq!(faults, ["workload.cached: no share of cached input: `cached` is a share from 0 to 1"]);
}
