use super::faults;

#[test]
fn a_folder_that_is_not_listed_is_told() {
    assert_eq!(faults(&[("tables/u/table.toml", "title = 'U'")]), ["x"]);
}

#[test]
fn a_listed_table_has_a_folder_and_a_header() {
    assert_eq!(faults(&[("tables.toml", "tables = [\n  't',\n  'u',\n]")]), ["x"]);
    assert_eq!(faults(&[("tables/t/table.toml", "")]), ["x"]);
}

#[test]
fn the_list_of_tables_holds_ids_once_each() {
    assert_eq!(faults(&[("tables.toml", "tables = ['t', 'T', 't']")]), ["x"]);
    assert_eq!(faults(&[("tables.toml", "tables = 't'")]), ["x"]);
    assert_eq!(faults(&[("tables.toml", "table = ['t']")]), ["x"]);
    assert_eq!(faults(&[("tables.toml", "\n# none")]), ["x"]);
}

#[test]
fn files_that_are_not_there_are_told() {
    assert_eq!(faults(&[("tables.toml", "")]), ["x"]);
    assert_eq!(faults(&[("sources.toml", "")]), ["x"]);
}

#[test]
fn faults_of_several_files_stand_in_order_and_are_told_once() {
    let row = "[[rows]]\nname = 'A'\nscore = 170\n\n[[rows]]\nname = 'a'\n";
    let more = "[[sources]]\nid = 's'\ntitle = 'S'\nurl = 's'";
    let files = [
        ("tables.toml", "tables = ['u', 't', 'v']"),
        ("sources.toml", more),
        ("tables/u/table.toml", super::TABLE),
        ("tables/u/b.toml", row),
        ("tables/u/a.csv", "name,score\nB,x\n"),
        ("tables/t/table.toml", "title = 'T'\nscore = 'x'\ncolumns = [{ id = 'name', label = 'N', kind = 'text' }]"),
        ("tables/t/a.toml", "[[rows]]\nnmae = 'A'"),
    ];
    assert_eq!(faults(&files), ["x"]);
}

#[test]
fn other_files_of_a_table_are_left_alone() {
    assert_eq!(faults(&[("tables/t/notes.md", "x"), ("tables/t/.a.toml", "x")]), [""; 0]);
}

#[test]
fn files_are_utf_8() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("tables.toml"), b"tables = [\n'\xe9']").unwrap();
    std::fs::write(home.path().join("sources.toml"), b"").unwrap();
    let faults = dataset::load(home.path()).unwrap_err();
    let [fault] = faults.0.as_slice() else { panic!("{faults}") };
    let message = "what follows is not UTF-8: save the file as UTF-8";
    assert_eq!((fault.line, fault.column, &*fault.message), (2, 2, message));
}
