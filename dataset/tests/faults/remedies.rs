//! What authors often write, and that the message says what to write instead.

use super::book::{answer_faults, rule_faults};
use super::{faults, row_faults};

/// The lines for one cell of a column of a CSV file.
fn cell(column: &str, text: &str) -> Vec<String> {
    row_faults("a.csv", &format!("name,{column}\nA,{text}\n"))
}

#[test]
fn a_cell_that_is_no_number_says_how_to_write_one() {
    let lines = |text: &str| cell("score", text).join("\n").replace("2:3: expected a number or missing, got ", "");
    assert_eq!(lines("\"64,0\""), r#""64,0": decimals take a point, and nothing parts the thousands"#);
    for unit in ["$1.25", "64.0%", "70 points", "~5"] {
        assert_eq!(lines(unit), format!("\"{unit}\": write the number alone, its unit stands with the column"));
    }
    for none in ["n/a", "-", "unknown"] {
        assert_eq!(lines(none), format!("\"{none}\": where nothing is known, leave the cell empty"));
    }
}

#[test]
fn cells_that_no_comma_parts_are_told_at_once() {
    assert_eq!(
        row_faults("a.csv", "name;score;price\nA;64;1"),
        ["1:1: cells are parted by commas, not by semicolons: save the file so"]
    );
    assert_eq!(
        row_faults("a.csv", "name\tscore\nA\t64"),
        ["1:1: cells are parted by commas, not by tabs: save the file so"]
    );
}

#[test]
fn quotation_marks_of_books_are_none() {
    assert_eq!(row_faults("a.toml", "[[rows]]\nname = “A”"), ["2:8: “ is no quotation mark here: write \""]);
}

#[test]
fn a_row_that_is_there_twice_says_where_the_other_is() {
    assert_eq!(
        faults(&[("tables/t/a.csv", "name\nA b\n"), ("tables/t/b.toml", "[[rows]]\nid = 'a-b'\nname = 'B'")]),
        [
            r#"tables/t/b.toml:2:6: row "a-b" is there twice: give one of the rows another `id`; the other is at data/tables/t/a.csv:2"#
        ]
    );
}

#[test]
fn a_number_that_cannot_be_is_told_once() {
    let text = "name,score,score.k,score.n\nA,640,128,200";
    assert_eq!(row_faults("a.csv", text), ["2:3: 640 percent is out of range: it is 0 to 100"]);
}

#[test]
fn a_source_without_a_name_is_none() {
    let row = "[[rows]]\nname = 'A'\nprice = { value = 1, source = '' }";
    assert_eq!(row_faults("a.toml", row), ["3:31: the text is empty: leave it out where nothing is known"]);
}

#[test]
fn a_filter_of_no_column_says_which_may_be_meant() {
    let meant = r#"unknown column "open-weight": did you mean "open-weights"?"#;
    assert_eq!(answer_faults("{t?open-weight:yes} rows"), [format!("5:10: {meant}")]);
    assert_eq!(
        rule_faults("table = 't'\nkind = 'share'\nat-least = 5\nfilter = 'open-weight:yes'"),
        [format!("11:10: {meant}")]
    );
}

#[test]
fn a_bound_that_is_no_number_or_misspelt_is_told_once() {
    let lines = |bound: &str| {
        rule_faults(&format!("table = 't'\nkind = 'threshold'\nrows = ['open-a']\ncolumns = ['score']\n{bound}"))
    };
    assert_eq!(lines("at-least = 'five'"), [r#"12:12: expected a number, got "five""#]);
    assert_eq!(lines("within = '3'"), [r#"12:10: expected a number, got "3""#]);
    assert_eq!(lines("at_least = 5"), [r#"12:1: unknown key "at_least": did you mean "at-least"?"#]);
    assert_eq!(lines("at-least = 5\nat-most = 6").len(), 1);
}
