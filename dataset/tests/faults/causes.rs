//! What follows from a fault is not told beside it.

use super::{TABLE, faults};

const ROWS: &str = "[[rows]]\nname = 'A'\nvendor = 'V'\nscore = 70\nprice = { value = 1, source = 's' }";

/// The lines for a table with rows when something in its `table.toml` is replaced.
fn with(found: &str, replaced: &str) -> Vec<String> {
    let lines = |lines: &str| lines.replace('\n', "\n");
    let table = TABLE.replace("title = 'T'", "title = 'T'\nscore = 'score'\ncost = 'price'\ntell-apart = 'vendor'");
    let table = lines(&table).replace(found, replaced);
    let rows = format!("{ROWS}\n{}", ROWS.replace("'V'", "'W'"));
    faults(&[("tables/t/table.toml", &table), ("tables/t/a.toml", &rows)])
}

/// The lines for a table with rows when something in its `sources.toml` is replaced.
fn with_source(found: &str, replaced: &str) -> Vec<String> {
    let source = "[[sources]]\nid = 's'\ntitle = 'S'".replace(found, replaced);
    faults(&[("sources.toml", &source), ("tables/t/a.toml", ROWS)])
}

#[test]
fn a_column_at_fault_keeps_its_cells_quiet() {
    assert_eq!(with("", ""), [""; 0]);
    assert_eq!(with("id = 'score'", "idd = 'score'"), ["x"]);
    assert_eq!(with("'number', unit = 'percent'", "'numbers', unit = 'percent'"), ["x"]);
    assert_eq!(with("'number', unit = 'percent'", "5, unit = 'percent'"), ["x"]);
    assert_eq!(with("source = 's'", "source = 'ss'"), ["x"]);
    assert_eq!(with("source = 's'", "sorce = 's'"), ["x"]);
    assert_eq!(with("label = 'Score'", "lable = 'Score'"), ["x"]);
    assert_eq!(with("kind = 'text'", "kind = 'category'"), ["x"]);
    assert_eq!(with("id = 'name', ", ""), ["x"]);
    assert_eq!(with("'category'", "'categry'"), ["x"]);
    assert_eq!(with("columns = [", "column = ["), ["x"]);
}

#[test]
fn a_key_at_fault_keeps_what_it_names_quiet() {
    assert_eq!(with("tell-apart", "tellapart"), ["x"]);
    assert_eq!(with("tell-apart = 'vendor'", "tell-apart = 'vendr'"), ["x"]);
    assert_eq!(with("title = 'T'", "titel = 'T'"), ["x"]);
    assert_eq!(with("title = 'T'", "title = 5"), ["x"]);
}

#[test]
fn a_source_at_fault_keeps_its_figures_quiet() {
    assert_eq!(with_source("", ""), [""; 0]);
    assert_eq!(with_source("id = 's'", "idd = 's'"), ["x"]);
    assert_eq!(with_source("title = 'S'", "title = S"), ["x"]);
    assert_eq!(with_source("[[sources]]", "[[source]]"), ["x"]);
}
