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
    assert_eq!(row("open = tru"), ["x"]);
    assert_eq!(row("vendor = 'V"), ["x"]);
    assert_eq!(row("open = true\nopen = true"), ["x"]);
}

#[test]
fn an_unknown_column_is_pointed_at_with_the_nearest() {
    assert_eq!(row("prise = 3"), ["x"]);
    assert_eq!(row("x = 3"), ["x"]);
}

#[test]
fn a_cell_of_another_kind_is_refused() {
    assert_eq!(row("vendor = 5"), ["x"]);
    assert_eq!(row("modes = 'text'"), ["x"]);
    assert_eq!(row("modes = ['text', 1]"), ["x"]);
    assert_eq!(row("open = 'yes'"), ["x"]);
    assert_eq!(row("released = true"), ["x"]);
    assert_eq!(row("score = '70'"), ["x"]);
    assert_eq!(row("vendor = 2025-08-07"), ["x"]);
    assert_eq!(row("released = 10:00:00"), ["x"]);
    assert_eq!(row("score = { value = '70', note = 'é' }"), ["x"]);
    assert_eq!(row("score = { value = { value = 70 } }"), ["x"]);
}

#[test]
fn numbers_are_finite_and_in_the_range_of_their_unit() {
    assert_eq!(row("score = 170"), ["x"]);
    assert_eq!(row("score = { note = 'é', value = -1.5 }"), ["x"]);
    assert_eq!(row("score = nan"), ["x"]);
    assert_eq!(row("score = 1e999"), ["x"]);
    assert_eq!(row("score = { value = 70, low = -inf, high = inf }"), ["x"]);
}

#[test]
fn an_empty_text_is_not_a_missing_one() {
    assert_eq!(row("vendor = ' '"), ["x"]);
    assert_eq!(row("modes = ['text', '']"), ["x"]);
}

#[test]
fn a_number_has_a_source_that_is_known() {
    assert_eq!(row("price = 3"), ["x"]);
    assert_eq!(row("price = { value = 3, source = 'ss' }"), ["x"]);
    assert_eq!(row("score = { value = 3, source = 'other' }"), ["x"]);
}

#[test]
fn a_date_is_in_the_calendar() {
    assert_eq!(row("released = '2025-02-29'"), ["x"]);
    assert_eq!(row("released = 'soon'"), ["x"]);
    assert_eq!(row("score = { value = 70, as_of = '07.08.2025' }"), ["x"]);
    assert_eq!(row("score = { value = 70, as_of = 2025 }"), ["x"]);
}

#[test]
fn an_interval_holds_its_value_and_is_whole() {
    assert_eq!(row("score = { value = 70, low = 71, high = 75 }"), ["x"]);
    assert_eq!(row("score = { value = 70, low = 69 }"), ["x"]);
    assert_eq!(row("score = { value = 70, k = 7 }"), ["x"]);
    assert_eq!(row("score = { value = 70, k = 11, n = 10 }"), ["x"]);
    assert_eq!(row("score = { value = 70, k = 7, n = 10, low = 60, high = 80 }"), ["x"]);
}

#[test]
fn a_figure_has_known_keys_of_the_right_types_and_a_value() {
    assert_eq!(row("score = { value = 70, sorce = 's' }"), ["x"]);
    assert_eq!(row("score = { vlaue = 70 }"), ["x"]);
    assert_eq!(row("price = { value = 70, source = 5 }"), ["x"]);
    assert_eq!(row("score = { value = 70, low = 'a', high = [] }"), ["x"]);
    assert_eq!(row("score = { note = 'n' }"), ["x"]);
    assert_eq!(row("score = { value = 70, reported_by = 'vendors' }"), ["x"]);
}

#[test]
fn every_row_has_a_name() {
    assert_eq!(rows("\n[[rows]]\nvendor = 'V'"), ["x"]);
    assert_eq!(rows("[[rows]]\nname = ''"), ["x"]);
    assert_eq!(rows("[[rows]]\nnmae = 'A'"), ["x"]);
    assert_eq!(rows("[[rows]]\nname = { value = 'A', nte = 'n' }"), ["x"]);
}

#[test]
fn every_row_has_an_id_of_its_own() {
    assert_eq!(rows("[[rows]]\nname = '()'"), ["x"]);
    assert_eq!(rows("[[rows]]\nname = 'Missing'"), ["x"]);
    assert_eq!(row("id = 'A b'"), ["x"]);
    assert_eq!(row("id = 5"), ["x"]);
    assert_eq!(row("[[rows]]\nname = 'a'"), ["x"]);
    assert_eq!(row("id = 'a'\n[[rows]]\nname = 'B'\nid = 'a'"), ["x"]);
    assert_eq!(row("id = 'B'\n[[rows]]\nname = 'A'"), ["x"]);
}

#[test]
fn a_file_of_rows_holds_nothing_else() {
    assert_eq!(rows("row = []\n[[rows]]\nname = 'A'"), ["x"]);
    assert_eq!(rows("rows = 3"), ["x"]);
    assert_eq!(rows("rows = [{ name = 'A' }, 3]"), ["x"]);
}
