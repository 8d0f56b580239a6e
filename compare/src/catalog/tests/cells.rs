use super::*;
use crate::catalog::Value;

#[test]
fn a_text_is_no_number() {
    assert_eq!(cell_fault("number", text("abc")), r#"rows[0].x: expected a number or missing, got "abc""#);
}

#[test]
fn a_number_is_no_text() {
    for kind in ["text", "category"] {
        assert_eq!(cell_fault(kind, Value::Number(1.0)), "rows[0].x: expected a text or missing, got a number");
    }
}

#[test]
fn a_text_is_no_list() {
    assert_eq!(cell_fault("categories", text("a")), r#"rows[0].x: expected a list of texts or missing, got "a""#);
}

#[test]
fn a_list_of_something_else_is_said_to_be_one() {
    let found = Value::Other("a list of numbers");
    assert_eq!(
        cell_fault("categories", found),
        "rows[0].x: expected a list of texts or missing, got a list of numbers"
    );
}

#[test]
fn a_number_is_no_date() {
    assert_eq!(
        cell_fault("date", Value::Number(2025.0)),
        r#"rows[0].x: expected a date like "2025-08-07" or missing, got a number"#
    );
}

#[test]
fn a_text_is_no_flag() {
    assert_eq!(cell_fault("flag", text("yes")), r#"rows[0].x: expected true or false or missing, got "yes""#);
}

#[test]
fn a_flag_is_no_number() {
    assert_eq!(cell_fault("number", Value::Flag(true)), "rows[0].x: expected a number or missing, got true");
}

#[test]
fn a_list_is_no_text() {
    assert_eq!(cell_fault("text", list(&["a"])), "rows[0].x: expected a text or missing, got a list");
}

#[test]
fn a_figure_in_a_figure_is_no_number() {
    let inner = figure(1.0, FigureSpec::default());
    let outer = Value::Figure(Box::new(FigureSpec { value: Some(inner), ..FigureSpec::default() }));
    assert_eq!(cell_fault("number", outer), "rows[0].x: expected a number or missing, got a figure");
}

#[test]
fn what_is_not_finite_is_refused() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(
            cell_fault("number", Value::Number(number)),
            "rows[0].x: expected a finite number or missing, got an infinite one or none"
        );
    }
}

#[test]
fn a_percentage_lies_between_0_and_100() {
    assert_eq!(
        cell_fault("number percent", Value::Number(100.5)),
        "rows[0].x: 100.5 percent is out of range: it is 0 to 100"
    );
    assert_eq!(cell_faults("number percent", Value::Number(100.0)), [""; 0]);
}

#[test]
fn a_price_is_not_below_nothing() {
    assert_eq!(
        cell_fault("number USD/mtok", Value::Number(-0.5)),
        "rows[0].x: -0.5 USD/mtok is out of range: it is 0 or more"
    );
}

#[test]
fn a_number_without_a_unit_may_be_anything_finite() {
    assert_eq!(cell_faults("number", Value::Number(-1e300)), [""; 0]);
}

#[test]
fn a_date_has_one_of_three_forms() {
    assert_eq!(
        cell_fault("date", text("07/08/2025")),
        r#"rows[0].x: "07/08/2025" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#
    );
}

#[test]
fn a_date_is_in_the_calendar() {
    assert_eq!(
        cell_fault("date", text("2025-02-29")),
        r#"rows[0].x: "2025-02-29" is no date: the calendar has no such month or day"#
    );
}

#[test]
fn a_text_of_blanks_is_not_missing_but_a_fault() {
    for kind in ["text", "category", "date"] {
        assert_eq!(cell_fault(kind, text(" ")), "rows[0].x: the text is empty: leave it out where nothing is known");
    }
    assert_eq!(
        cell_fault("categories", list(&["a", ""])),
        "rows[0].x: the text is empty: leave it out where nothing is known"
    );
}

#[test]
fn missing_is_no_fault_in_any_column() {
    for kind in ["text", "category", "categories", "number", "date", "flag"] {
        assert_eq!(cell_faults(kind, Value::Missing), [""; 0]);
    }
}

#[test]
fn a_cell_that_is_left_out_is_missing() {
    let header = header("name | a | b:category | c:categories | d:number | e:date | f:flag");
    let table = build(header, RUN_TIME, vec![row("a", None)]).unwrap();
    assert!(table.columns[1..].iter().all(|column| column.cells.is_missing(0)));
}

#[test]
fn an_empty_list_is_missing() {
    let table = build(header("name | x:categories"), RUN_TIME, vec![row("a", Some(("x", list(&[]))))]).unwrap();
    assert!(table.columns[1].cells.is_missing(0));
}

#[test]
fn a_name_that_a_list_holds_twice_counts_once() {
    let rows = vec![row("a", Some(("x", list(&["b", "a", "b"]))))];
    let table = build(header("name | x:categories"), RUN_TIME, rows).unwrap();
    assert_eq!(table.columns[1].cells.categories(0), [1, 0]);
}

#[test]
fn names_that_differ_in_case_stay_apart_and_a_row_without_one_has_none() {
    let category = |id, name: Option<&'static str>| row(id, name.map(|name| ("x", text(name))));
    let rows = vec![category("a", Some("b")), category("b", None), category("c", Some("B")), category("d", Some("A"))];
    let table = build(header("name | x:category"), RUN_TIME, rows).unwrap();
    let cells = &table.columns[1].cells;
    assert_eq!(cells.names(), ["A", "B", "b"]);
    assert_eq!([0, 1, 2, 3].map(|row| cells.text(row)), [Some("b"), None, Some("B"), Some("A")]);
}

#[test]
fn categories_stand_in_natural_order() {
    let category = |id, name| row(id, Some(("x", text(name))));
    let rows = vec![category("a", "v10"), category("b", "V2"), category("c", "a"), category("d", "v10")];
    let table = build(header("name | x:category"), RUN_TIME, rows).unwrap();
    let cells = &table.columns[1].cells;
    assert_eq!(cells.names(), ["a", "V2", "v10"]);
    assert_eq!([0, 1, 2, 3].map(|row| cells.text(row).unwrap()), ["v10", "V2", "a", "v10"]);
}
