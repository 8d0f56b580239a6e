use super::{TABLE, faults};

/// The lines for a `table.toml`, without the file's name.
fn header(text: &str) -> Vec<String> {
    let lines = faults(&[("tables/t/table.toml", text)]);
    lines.iter().map(|line| line.strip_prefix("tables/t/table.toml:").unwrap_or(line).to_owned()).collect()
}

/// The lines for a table with these lines before its columns, which are the third and on.
fn root(lines: &str) -> Vec<String> {
    header(&TABLE.replace("columns = [", &format!("{lines}\ncolumns = [")))
}

/// The lines for a table that has this column too, in line 11 from character 3.
fn column(text: &str) -> Vec<String> {
    header(&TABLE.replace("\n]", &format!("\n  {text},\n]")))
}

#[test]
fn keys_are_known_and_of_their_types() {
    assert_eq!(root("titel = 'T'"), ["x"]);
    assert_eq!(root("score = 5"), ["x"]);
    assert_eq!(root("workload = 5"), ["x"]);
    assert_eq!(column("{ id = 'a', label = 'A', kind = 'text', shwn = false }"), ["x"]);
    assert_eq!(column("{ id = 'a', label = 'A', kind = 'text', shown = 'yes' }"), ["x"]);
    assert_eq!(header("title = 'T'\ncolumns = 'name'"), ["x"]);
    assert_eq!(header("title = 'T'\ncolumns = ['name']"), ["x"]);
}

#[test]
fn a_table_has_a_title_and_columns_with_a_name_among_them() {
    assert_eq!(header(&TABLE.replace("title = 'T'", "")), ["x"]);
    assert_eq!(header("title = 'T'"), ["x"]);
    assert_eq!(header("title = 'T'\nsource = 's'\ncolumns = [{ id = 'a', label = 'A', kind = 'text' }]"), ["x"]);
}

#[test]
fn the_trade_off_names_columns_of_the_right_kinds() {
    assert_eq!(root("score = 'vendor'\ncost = 'prise'"), ["x"]);
    assert_eq!(root("cost = 'workload'"), ["x"]);
    assert_eq!(root("dated-by = 'date'"), ["x"]);
    assert_eq!(root("tell-apart = 'score'"), ["x"]);
    assert_eq!(root("source = 'other'"), ["x"]);
}

#[test]
fn a_workload_is_whole_and_makes_sense() {
    let workload = |text: &str| root(&format!("workload = {{ {text} }}"));
    assert_eq!(workload("requests = 1, input = 1, output = 1"), ["x"]);
    assert_eq!(workload("requests = 1, input = 1, output = 1, cached = 2"), ["x"]);
    assert_eq!(workload("requests = -1, input = inf, output = 1, cached = 0"), ["x"]);
    assert_eq!(workload("request = 1, input = 1, output = 1, cached = 0"), ["x"]);
}

#[test]
fn a_column_says_what_it_is() {
    assert_eq!(column("{ label = 'A', kind = 'text' }"), ["x"]);
    assert_eq!(column("{ id = 'a' }"), ["x"]);
    assert_eq!(column("{ id = 'A b', label = 'A', kind = 'text' }"), ["x"]);
    assert_eq!(column("{ id = 'id', label = 'A', kind = 'text' }"), ["x"]);
    assert_eq!(column("{ id = 'score', label = 'A', kind = 'text' }"), ["x"]);
    assert_eq!(column("{ id = 'a', label = 'A', kind = 'numbers' }"), ["x"]);
    assert_eq!(column("{ id = 'a', label = 'A', kind = 'number', better = 'low', role = 'price' }"), ["x"]);
    assert_eq!(column("{ id = 'a', label = 'A', kind = 'number', source = 'other' }"), ["x"]);
}

#[test]
fn a_syntax_error_is_told_once() {
    assert_eq!(header("title = 'T'\n[[columns]\nid = 'name'"), ["x"]);
}
