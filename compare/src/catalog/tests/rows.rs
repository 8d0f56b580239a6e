use super::*;
use crate::catalog::{Cost, Workload};
use crate::testing::table;
use crate::units::{Date, Tokens};

/// What is said about rows of a header.
fn faults(header: Header, rules: Rules, rows: Vec<(Option<&str>, Cells)>) -> Vec<String> {
    build(header, rules, rows).err().unwrap_or_default()
}

/// A row without an id.
fn named(name: &'static str, cell: Option<(&'static str, Value<'static>)>) -> (Option<&'static str>, Cells) {
    (None, [("name", text(name))].into_iter().chain(cell).collect())
}

const MAKE_IDS: Rules = Rules { sources: false, make_ids: true };
const WITH_SOURCES: Rules = Rules { sources: true, make_ids: false };

fn ids(header: Header, rows: Vec<(Option<&str>, Cells)>) -> Vec<String> {
    build(header, MAKE_IDS, rows).unwrap().ids.iter().map(ToString::to_string).collect()
}

#[test]
fn a_fault_in_one_row_hides_none_in_another() {
    let cells = [text("abc"), Value::Number(1.0), Value::Number(f64::NAN)];
    let rows = ["a", "b", "c"].into_iter().zip(cells).map(|(id, cell)| row(id, Some(("price", cell)))).collect();
    assert_eq!(
        faults(header("name | price:number"), RUN_TIME, rows),
        [
            r#"rows[0].price: expected a number or missing, got "abc""#,
            "rows[2].price: expected a finite number or missing, got an infinite one or none"
        ]
    );
}

#[test]
fn a_refused_cell_does_not_move_the_next_row_up() {
    let rows = vec![row("a", Some(("x", text("abc")))), (Some("b"), vec![("x", Value::Number(-1.0))])];
    let places = faults(header("name | x:number USD"), RUN_TIME, rows);
    assert_eq!(places.len(), 3);
    assert!(places[1].starts_with("rows[1].x: -1 USD"));
    assert_eq!(places[2], "rows[1]: no name: every row has a text under `name`");
}

#[test]
fn a_row_has_only_known_columns() {
    let rows = || vec![row("a", Some(("prise", Value::Number(1.0))))];
    let fault = r#"rows[0].prise: unknown column "prise": did you mean "price"?"#;
    assert_eq!(faults(header("name | price:number"), RUN_TIME, rows()), [fault]);
    let fault = r#"rows[0].prise: unknown column "prise": known are name, x"#;
    assert_eq!(faults(header("name | x"), RUN_TIME, rows()), [fault]);
}

#[test]
fn of_many_known_columns_the_first_are_named() {
    let heads: Vec<String> = (0..12).map(|at| format!("c{at}")).collect();
    let rows = vec![row("a", Some(("zzz", Value::Missing)))];
    let faults = faults(header(&format!("name | {}", heads.join(" | "))), RUN_TIME, rows);
    assert!(faults[0].ends_with(": known are name, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, … (13 in all)"));
}

#[test]
fn a_row_has_a_name_and_an_id() {
    let fault = "rows[0]: no name: every row has a text under `name`";
    assert_eq!(faults(header("name"), RUN_TIME, vec![(Some("a"), Vec::new())]), [fault]);
    let fault = "rows[0]: no id: every row has an `id`";
    assert_eq!(faults(header("name"), RUN_TIME, vec![named("A", None)]), [fault]);
}

#[test]
fn the_id_of_a_row_is_an_id() {
    let fault = "rows[0].id: \"A 1\" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, \
                 `workload`, `text` or `missing`";
    assert_eq!(faults(header("name"), RUN_TIME, vec![row("A 1", None)]), [fault]);
}

#[test]
fn no_two_rows_share_an_id() {
    let fault = r#"rows[2].id: row "a" is there twice: give one of the rows another `id`"#;
    assert_eq!(faults(header("name"), RUN_TIME, vec![row("a", None), row("b", None), row("a", None)]), [fault]);
}

#[test]
fn a_row_without_an_id_gets_one_from_its_name() {
    let rows = vec![named("GPT-5 (high)", None), row("own", None)];
    assert_eq!(ids(header("name"), rows), ["gpt-5-high", "own"]);
}

#[test]
fn rows_of_one_name_get_ids_that_tell_them_apart() {
    for kind in ["category", "text"] {
        let header = Header { tell_apart: Some("how".into()), ..header(&format!("name | how:{kind}")) };
        let how = |name, how| named(name, Some(("how", text(how))));
        let rows = vec![how("Qwen", "whole"), how("Qwen", "Diff fenced"), how("o1", "diff"), named("Qwen", None)];
        assert_eq!(ids(header, rows), ["qwen-whole", "qwen-diff-fenced", "o1", "qwen"]);
    }
}

#[test]
fn names_that_make_one_id_are_a_fault() {
    let rows = vec![named("GPT 5", None), named("gpt-5", None)];
    let fault = r#"rows[1].id: row "gpt-5" is there twice: give one of the rows another `id`"#;
    assert_eq!(faults(header("name"), MAKE_IDS, rows), [fault]);
}

#[test]
fn a_name_that_makes_no_id_is_a_fault() {
    let fault = "rows[0].name: no id: the name has no letter or digit to make one of; give the row an `id`";
    assert_eq!(faults(header("name"), MAKE_IDS, vec![named("文心", None)]), [fault]);
    let faults = faults(header("name"), MAKE_IDS, vec![named("Value", None)]);
    assert!(faults[0].starts_with(r#"rows[0].name: "value" is no id: "#), "{faults:?}");
}

#[test]
fn a_cost_is_not_negative() {
    let header = Header { cost: Some("x".into()), ..header("name | x:number") };
    let fault = "rows[0].x: the cost -0.5 is negative: it is 0 (free) or more";
    assert_eq!(faults(header, RUN_TIME, vec![row("a", Some(("x", Value::Number(-0.5))))]), [fault]);
}

#[test]
fn a_negative_cost_is_said_once() {
    let header = Header { cost: Some("x".into()), ..header("name | x:number USD") };
    let fault = "rows[0].x: -0.5 USD is out of range: it is 0 or more";
    assert_eq!(faults(header, RUN_TIME, vec![row("a", Some(("x", Value::Number(-0.5))))]), [fault]);
}

#[test]
fn no_number_that_may_become_the_cost_is_negative() {
    let below = |head: &str| build(header(head), RUN_TIME, vec![row("a", Some(("x", Value::Number(-0.5))))]);
    let fault = "rows[0].x: the cost -0.5 is negative: it is 0 (free) or more";
    assert_eq!(below("name | x:number-").unwrap_err(), [fault]);
    assert_eq!(below("name | x:number+").map(|table| table.columns[1].may_be_cost()), Ok(false));
}

#[test]
fn what_counts_tokens_or_weights_or_money_is_no_score() {
    let may_be = |head: &str| build(header(head), RUN_TIME, Vec::new()).map(|table| table.columns[1].may_be_score());
    for head in ["name | x:number+", "name | x:number+ percent", "name | x:number- seconds", "name | x:number+ Elo"] {
        assert_eq!(may_be(head), Ok(true), "{head}");
    }
    for head in ["tokens", "parameters", "USD"] {
        assert_eq!(may_be(&format!("name | x:number+ {head}")), Ok(false), "{head}");
    }
    assert_eq!(may_be("name | x:number"), Ok(false), "neither more nor less of it is better");
}

#[test]
fn a_price_of_the_workload_is_not_negative() {
    let fault = "rows[0].in: the cost -0.5 is negative: it is 0 (free) or more";
    assert_eq!(
        faults(header("name | in:number"), RUN_TIME, vec![row("a", Some(("in", Value::Number(-0.5))))]),
        [fault]
    );
}

#[test]
fn numbers_need_a_source_where_the_rules_say_so() {
    let rows = || vec![row("a", Some(("x", Value::Number(1.0))))];
    let fault =
        "rows[0].x: the figure has no source: name one with `source`, or give its column or its table a `source`";
    assert_eq!(faults(sourced("name | x:number", &["card"]), WITH_SOURCES, rows()), [fault]);
    assert_eq!(faults(sourced("name | x:number", &["card"]), RUN_TIME, rows()), [""; 0]);
}

#[test]
fn a_source_of_the_figure_the_column_or_the_table_is_enough() {
    let plain = sourced("name | x:number", &["card"]);
    let mut of_column = plain.clone();
    of_column.columns[1].source = Some("card".into());
    let of_table = Header { source: Some("card".into()), ..plain.clone() };
    let number = || vec![row("a", Some(("x", Value::Number(1.0))))];
    let own = figure(1.0, FigureSpec { source: Some("card".into()), ..FigureSpec::default() });
    assert_eq!(faults(of_column, WITH_SOURCES, number()), [""; 0]);
    assert_eq!(faults(of_table, WITH_SOURCES, number()), [""; 0]);
    assert_eq!(faults(plain, WITH_SOURCES, vec![row("a", Some(("x", own)))]), [""; 0]);
}

#[test]
fn an_unknown_source_is_not_called_missing_too() {
    let unknown = figure(1.0, FigureSpec { source: Some("cart".into()), ..FigureSpec::default() });
    let rows = vec![row("a", Some(("x", unknown)))];
    assert_eq!(faults(sourced("name | x:number", &["card"]), WITH_SOURCES, rows).len(), 1);
}

#[test]
fn the_source_of_a_figure_comes_before_that_of_its_column() {
    let mut header =
        Header { source: Some("table".into()), ..sourced("name | x:number | y:number", &["table", "column", "own"]) };
    header.columns[1].source = Some("column".into());
    let own = |value| figure(value, FigureSpec { source: Some("own".into()), ..FigureSpec::default() });
    let rows = vec![
        (Some("a"), vec![("name", text("A")), ("x", own(1.0)), ("y", Value::Number(1.0))]),
        row("b", Some(("x", Value::Number(1.0)))),
    ];
    let table = build(header, RUN_TIME, rows).unwrap();
    let source = |column, row| &*table.source(column, row).unwrap().id;
    assert_eq!([source(1, 0), source(1, 1), source(2, 0)], ["own", "column", "table"]);
    assert_eq!(table.source(3, 0), None);
}

#[test]
fn the_date_of_a_figure_comes_before_that_of_its_row() {
    let header = Header { dated_by: Some("on".into()), ..header("name | on:date | x:number") };
    let own = figure(1.0, FigureSpec { as_of: Some("2026-05".into()), ..FigureSpec::default() });
    let rows = vec![
        (Some("a"), vec![("name", text("A")), ("on", text("2025")), ("x", own)]),
        (Some("b"), vec![("name", text("B")), ("on", text("2025-08")), ("x", Value::Number(1.0))]),
        row("c", Some(("x", Value::Number(1.0)))),
    ];
    let table = build(header, RUN_TIME, rows).unwrap();
    let date = |text| Date::parse(text).ok();
    assert_eq!([0, 1, 2].map(|row| table.as_of(2, row)), [date("2026-05"), date("2025-08"), None]);
    assert_eq!(table.as_of(0, 0), None, "what dates the numbers of a row says nothing of its words");
    assert_eq!(table.newest(), date("2026-05"));
}

#[test]
fn a_row_has_the_bounds_that_its_figure_gives() {
    let spec = FigureSpec { low: Some(0.5), high: Some(1.5), ..FigureSpec::default() };
    let rows = vec![row("a", None), row("b", Some(("x", figure(1.0, spec))))];
    let table = build(header("name | x:number"), RUN_TIME, rows).unwrap();
    assert_eq!([0, 1].map(|row| table.columns[1].bounds(row)), [None, Some((0.5, 1.5))]);
}

#[test]
fn what_is_not_said_has_a_default() {
    let table = build(sourced("name | x:number", &["card"]), RUN_TIME, Vec::new()).unwrap();
    assert!(table.is_empty() && table.columns[1].shown);
    assert_eq!(table.workload, Workload::DEFAULT);
    assert_eq!(table.sources[0].title, "card");
    assert_eq!((table.score, table.cost, table.dated_by), (None, None, None));
}

#[test]
fn what_is_said_is_kept() {
    let header = Header { workload: Some([1.0, 2.0, 3.0, 0.5]), ..header("name") };
    let workload = Workload { requests: 1.0, input: Tokens(2.0), output: Tokens(3.0), cached: 0.5 };
    assert_eq!(build(header, RUN_TIME, Vec::new()).unwrap().workload, workload);
}

#[test]
fn columns_and_rows_are_found_by_id() {
    let table = table("name | in:number | out:number \n A | 1 | 2 \n B | |");
    assert_eq!((table.column("out"), table.column("cost")), (Some(2), None));
    assert_eq!((table.row("b"), table.row("B")), (Some(1), None));
    assert_eq!(table.cost, Some(Cost::Workload));
}
