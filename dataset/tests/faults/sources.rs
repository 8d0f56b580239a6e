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
    assert_eq!(
        source("url = 'example.org'"),
        [r#"4:7: "example.org" is no address to link to: it starts with https:// or http://, without blanks"#]
    );
    assert_eq!(
        source("url = 'javascript:alert(1)'"),
        [r#"4:7: "javascript:alert(1)" is no address to link to: it starts with https:// or http://, without blanks"#]
    );
    assert_eq!(source("date = 'today'"), [r#"4:8: "today" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#]);
    assert_eq!(
        source("date = 2025-08-07T10:00:00"),
        [r#"4:8: expected a date like "2025-08-07", got 2025-08-07T10:00:00"#]
    );
    assert_eq!(source("via = 't'"), [r#"4:7: unknown source "t": known are s (add a new one to sources.toml)"#]);
    assert_eq!(source("license = 'MIT'"), [r#"4:1: unknown key "license": did you mean "licence"?"#]);
    assert_eq!(sources("[[sources]]\nid = 's'"), ["1:1: no title: give the source a `title`, as readers see it"]);
    assert_eq!(sources("[[sources]]\ntitle = 'S'"), ["1:1: no id: give it an `id`"]);
    assert_eq!(
        source("[[sources]]\nid = 's'\ntitle = 'S'"),
        [r#"5:6: source "s" is there twice: give one of them another `id`"#]
    );
}

#[test]
fn a_source_that_nothing_uses_is_told() {
    assert_eq!(
        source("[[sources]]\nid = 'x'\ntitle = 'X'"),
        [r#"5:6: source "x" is used by no figure: remove it, name it in one, or in `cited-by` the page that cites it"#]
    );
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
    let files = [
        ("sources.toml", text),
        ("tables.toml", "tables = ['t', 'u']"),
        ("tables/u/table.toml", other),
        ("tables/u/a.csv", "name\nA"),
        super::ROW,
    ];
    let tables = super::tables(&files).unwrap();
    let ids = |table: usize| tables[table].sources.iter().map(|source| source.id.to_string()).collect::<Vec<_>>();
    assert_eq!((ids(0), ids(1)), (vec!["s".to_owned(), "b".to_owned()], vec!["a".to_owned()]));
    assert_eq!(tables[0].columns[5].source, Some(0));
}

#[test]
fn a_source_that_a_page_cites_is_used_and_stays_with_the_first_table() {
    let text = "[[sources]]\nid = 's'\ntitle = 'S'\n\
        [[sources]]\nid = 'c'\ntitle = 'C'\ncited-by = ['page A']\nchecked = 2026-05-01\nnote = 'Said to count.'";
    let tables = super::tables(&[("sources.toml", text)]).unwrap();
    let cited = tables[0].sources.iter().find(|source| source.id == "c").unwrap();
    assert_eq!(cited.cited_by.as_ref(), ["page A"]);
    assert_eq!(cited.checked.map(|date| date.to_string()).as_deref(), Some("2026-05-01"));
    assert_eq!(cited.note, "Said to count.");
    assert_eq!(
        source("checked = 'soon'"),
        [r#"4:11: "soon" is no date: write it as `2025`, `2025-08` or `2025-08-07`"#]
    );
    assert_eq!(source("cited-by = 'page A'"), [r#"4:12: expected a list of texts, got "page A""#]);
}
