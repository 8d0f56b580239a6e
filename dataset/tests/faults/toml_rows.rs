use super::tables;
use compare::units::Date;

/// The lines, without the file's name, for one row named A with these lines after its name, which
/// are the third and on.
fn row(lines: &str) -> Vec<String> {
    rows(&format!("[[rows]]\nname = 'A'\n{lines}"))
}

fn rows(text: &str) -> Vec<String> {
    super::row_faults("a.toml", text)
}

#[test]
fn sound_rows_have_no_faults() {
    let text = "
        vendor = 'V'
        modes = ['text', 'image']
        open = true
        released = 2025-08-07
        score = { value = 70, k = 7, n = 10, as_of = 2025-08, reported_by = 'vendor', note = 'é' }
        price = { value = 1_000.5, source = 's', provider = 'P' }";
    let text = text.replace("2025-08,", "'2025-08',");
    assert_eq!(row(&text), [""; 0]);
    let text = format!("[[rows]]\nname = 'A'\n{text}");
    let tables = tables(&[("tables/t/a.toml", &text)]).unwrap();
    let [table] = tables.as_slice() else { panic!("{tables:?}") };
    assert_eq!(table.ids.as_ref(), ["a"]);
    assert_eq!(table.columns[4].cells.date(0), Date::parse("2025-08-07").ok());
    assert_eq!(table.columns[5].cells.number(0), Some(70.0));
    assert_eq!(table.columns[6].cells.number(0), Some(1000.5));
}

#[test]
fn a_syntax_error_is_told_in_one_line() {
    assert_eq!(row("open = tru"), ["3:8: invalid boolean, expected `true`"]);
    assert_eq!(row("vendor = 'V"), ["3:12: invalid literal string, expected `'`"]);
    assert_eq!(row("open = true\nopen = true"), ["4:1: duplicate key"]);
}

#[test]
fn an_unknown_column_is_pointed_at_with_the_nearest() {
    assert_eq!(row("prise = 3"), [r#"3:1: unknown column "prise": did you mean "price"?"#]);
    assert_eq!(
        row("x = 3"),
        [r#"3:1: unknown column "x": known are name, vendor, modes, open, released, score, price"#]
    );
}

#[test]
fn a_cell_of_another_kind_is_refused() {
    assert_eq!(row("vendor = 5"), ["3:10: expected a text or missing, got a number"]);
    assert_eq!(row("modes = 'text'"), [r#"3:9: expected a list of texts or missing, got "text""#]);
    assert_eq!(
        row("modes = ['text', 1]"),
        ["3:9: expected a list of texts or missing, got a list that holds more than texts"]
    );
    assert_eq!(row("open = 'yes'"), [r#"3:8: expected true or false or missing, got "yes""#]);
    assert_eq!(row("released = true"), [r#"3:12: expected a date like "2025-08-07" or missing, got true"#]);
    assert_eq!(row("score = '70'"), [r#"3:9: expected a number or missing, got "70""#]);
    assert_eq!(row("vendor = 2025-08-07"), ["3:10: expected a text or missing, got a date"]);
    assert_eq!(row("released = 10:00:00"), [r#"3:12: expected a date like "2025-08-07" or missing, got a time"#]);
    assert_eq!(row("score = { value = '70', note = 'é' }"), [r#"3:19: expected a number or missing, got "70""#]);
    assert_eq!(row("score = { value = { value = 70 } }"), ["3:19: expected a number or missing, got a figure"]);
}

#[test]
fn numbers_are_finite_and_in_the_range_of_their_unit() {
    assert_eq!(row("score = 170"), ["3:9: 170 percent is out of range: it is 0 to 100"]);
    assert_eq!(row("score = { note = 'é', value = -1.5 }"), ["3:31: -1.5 percent is out of range: it is 0 to 100"]);
    assert_eq!(row("score = nan"), ["3:9: expected a finite number or missing, got an infinite one or none"]);
    assert_eq!(row("score = 1e999"), ["3:9: expected a finite number or missing, got an infinite one or none"]);
    assert_eq!(
        row("score = { value = 70, low = -inf, high = inf }"),
        ["3:29: expected a number, got -inf", "3:42: expected a number, got inf"]
    );
}

#[test]
fn an_empty_text_is_not_a_missing_one() {
    assert_eq!(row("vendor = ' '"), ["3:10: the text is empty: leave it out where nothing is known"]);
    assert_eq!(row("modes = ['text', '']"), ["3:9: the text is empty: leave it out where nothing is known"]);
}

#[test]
fn a_number_has_a_source_that_is_known() {
    assert_eq!(
        row("price = 3"),
        ["3:9: the figure has no source: name one with `source`, or give its column or its table a `source`"]
    );
    assert_eq!(
        row("price = { value = 3, source = 'ss' }"),
        [r#"3:31: unknown source "ss": did you mean "s"? (add a new one to sources.toml)"#]
    );
    assert_eq!(
        row("score = { value = 3, source = 'other' }"),
        [r#"3:31: unknown source "other": known are s (add a new one to sources.toml)"#]
    );
}

#[test]
fn a_date_is_in_the_calendar() {
    assert_eq!(
        row("released = '2025-02-29'"),
        [r#"3:12: "2025-02-29" is no date: the calendar has no such month or day"#]
    );
    assert_eq!(row("released = 'soon'"), [r#"3:12: "soon" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#]);
    assert_eq!(
        row("score = { value = 70, as_of = '07.08.2025' }"),
        [r#"3:31: "07.08.2025" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#]
    );
    assert_eq!(row("score = { value = 70, as_of = 2025 }"), [r#"3:31: expected a date like "2025-08-07", got 2025"#]);
}

#[test]
fn an_interval_holds_its_value_and_is_whole() {
    assert_eq!(
        row("score = { value = 70, low = 71, high = 75 }"),
        ["3:9: the interval from 71 to 75 does not hold the value 70: mend one of them"]
    );
    assert_eq!(
        row("score = { value = 70, low = 69 }"),
        ["3:9: no second bound: an interval has both `low` and `high`"]
    );
    assert_eq!(
        row("score = { value = 70, k = 7 }"),
        ["3:9: `k` and `n` go together and count successes and trials: whole numbers, n at least 1, k at most n"]
    );
    assert_eq!(
        row("score = { value = 70, k = 11, n = 10 }"),
        ["3:9: `k` and `n` go together and count successes and trials: whole numbers, n at least 1, k at most n"]
    );
    assert_eq!(
        row("score = { value = 70, k = 7, n = 10, low = 60, high = 80 }"),
        ["3:9: no single interval: write either `low` and `high` or `k` and `n`"]
    );
}

#[test]
fn a_figure_has_known_keys_of_the_right_types_and_a_value() {
    assert_eq!(row("score = { value = 70, sorce = 's' }"), [r#"3:23: unknown key "sorce": did you mean "source"?"#]);
    assert_eq!(row("score = { vlaue = 70 }"), [r#"3:11: unknown key "vlaue": did you mean "value"?"#]);
    assert_eq!(row("price = { value = 70, source = 5 }"), ["3:32: expected a text, got 5"]);
    assert_eq!(
        row("score = { value = 70, low = 'a', high = [] }"),
        [r#"3:29: expected a number, got "a""#, "3:41: expected a number, got a list"]
    );
    assert_eq!(
        row("score = { note = 'n' }"),
        ["3:9: no value: give the figure a `value`, or leave the cell out where nothing is known"]
    );
    assert_eq!(
        row("score = { value = 70, reported_by = 'vendors' }"),
        [r#"3:37: unknown reporter "vendors": did you mean "vendor"?"#]
    );
}

#[test]
fn every_row_has_a_name() {
    assert_eq!(rows("\n[[rows]]\nvendor = 'V'"), ["2:1: no name: every row has a text under `name`"]);
    assert_eq!(rows("[[rows]]\nname = ''"), ["2:8: the text is empty: leave it out where nothing is known"]);
    assert_eq!(rows("[[rows]]\nnmae = 'A'"), [r#"2:1: unknown column "nmae": did you mean "name"?"#]);
    assert_eq!(
        rows("[[rows]]\nname = { value = 'A', nte = 'n' }"),
        [r#"2:23: unknown key "nte": did you mean "note"?"#]
    );
}

#[test]
fn every_row_has_an_id_of_its_own() {
    assert_eq!(
        rows("[[rows]]\nname = '()'"),
        ["2:8: no id: the name has no letter or digit to make one of; give the row an `id`"]
    );
    assert_eq!(
        rows("[[rows]]\nname = 'Missing'"),
        [
            r#"2:8: "missing" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#
        ]
    );
    assert_eq!(
        row("id = 'A b'"),
        [
            r#"3:6: "A b" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#
        ]
    );
    assert_eq!(row("id = 5"), ["3:6: expected a text, got 5"]);
    assert_eq!(
        row("[[rows]]\nname = 'a'"),
        [r#"3:1: row "a" is there twice: give one of the rows another `id`; the other is at data/tables/t/a.toml:1"#]
    );
    assert_eq!(
        row("id = 'a'\n[[rows]]\nname = 'B'\nid = 'a'"),
        [r#"6:6: row "a" is there twice: give one of the rows another `id`; the other is at data/tables/t/a.toml:1"#]
    );
    assert_eq!(
        row("id = 'B'\n[[rows]]\nname = 'A'"),
        [
            r#"3:6: "B" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#
        ]
    );
}

#[test]
fn a_file_of_rows_holds_nothing_else() {
    assert_eq!(rows("row = []\n[[rows]]\nname = 'A'"), [r#"1:1: unknown key "row": did you mean "rows"?"#]);
    assert_eq!(rows("rows = 3"), ["1:8: expected [[rows]], got 3"]);
    assert_eq!(rows("rows = [{ name = 'A' }, 3]"), ["1:25: expected [[rows]], got 3"]);
}
