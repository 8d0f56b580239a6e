use super::faults;

/// The lines for a `sources.toml`, without the file's name.
fn sources(text: &str) -> Vec<String> {
    let lines = faults(&[("sources.toml", text)]);
    lines.iter().map(|line| line.strip_prefix("sources.toml:").unwrap_or(line).to_owned()).collect()
}

/// The lines for a source `s` with these keys too.
fn source(keys: &str) -> Vec<String> {
    sources(&format!("[[sources]]\nid = 's'\ntitle = 'S'\n{keys}"))
}

#[test]
fn a_source_is_checked() {
    assert_eq!(source("url = 'example.org'"), ["x"]);
    assert_eq!(source("url = 'javascript:alert(1)'"), ["x"]);
    assert_eq!(source("date = 'today'"), ["x"]);
    assert_eq!(source("date = 2025-08-07T10:00:00"), ["x"]);
    assert_eq!(source("via = 't'"), ["x"]);
    assert_eq!(source("license = 'MIT'"), ["x"]);
    assert_eq!(sources("[[sources]]\nid = 's'"), ["x"]);
    assert_eq!(sources("[[sources]]\ntitle = 'S'"), ["x"]);
    assert_eq!(source("[[sources]]\nid = 's'\ntitle = 'S'"), ["x"]);
}

#[test]
fn a_source_that_nothing_uses_is_told() {
    assert_eq!(source("[[sources]]\nid = 'x'\ntitle = 'X'"), ["x"]);
}

#[test]
fn a_source_in_which_figures_were_found_is_used() {
    assert_eq!(source("date = 2025-08-07\nvia = 'x'\n[[sources]]\nid = 'x'\ntitle = 'X'\nvia = 's'"), [""; 0]);
}

#[test]
fn a_table_keeps_the_sources_that_it_uses() {
    let text = "[[sources]]\nid = 'a'\ntitle = 'A'\n[[sources]]\nid = 's'\ntitle = 'S'\nvia = 'b'\n\
        [[sources]]\nid = 'b'\ntitle = 'B'";
    let other = "title = 'U'\nsource = 'a'\ncolumns = [{ id = 'name', label = 'Name', kind = 'text' }]";
    let files = [("sources.toml", text), ("tables.toml", "tables = ['t', 'u']"), ("tables/u/table.toml", other)];
    let tables = super::tables(&files).unwrap();
    let ids = |table: usize| tables[table].sources.iter().map(|source| source.id.to_string()).collect::<Vec<_>>();
    assert_eq!((ids(0), ids(1)), (vec!["s".to_owned(), "b".to_owned()], vec!["a".to_owned()]));
    assert_eq!(tables[0].columns[5].source, Some(0));
}
