use super::faults;

#[test]
fn a_folder_that_is_not_listed_is_told() {
    assert_eq!(
        faults(&[("tables/u/table.toml", "title = 'U'")]),
        [r#"tables.toml:1:10: the folder tables/u is not listed: add "u", or remove the folder"#]
    );
}

#[test]
fn a_listed_table_has_a_folder_and_a_header() {
    assert_eq!(
        faults(&[("tables.toml", "tables = [\n  't',\n  'u',\n]")]),
        [r#"tables.toml:3:3: no folder tables/u: make it, or take "u" off the list"#]
    );
    assert_eq!(
        faults(&[("tables/t/table.toml", "")]),
        ["tables/t/table.toml:1:1: cannot read the file: No such file or directory (os error 2)"]
    );
}

#[test]
fn the_list_of_tables_holds_ids_once_each() {
    assert_eq!(
        faults(&[("tables.toml", "tables = ['t', 'T', 't']")]),
        [
            r#"tables.toml:1:16: "T" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#,
            r#"tables.toml:1:21: table "t" is there twice: list it once"#
        ]
    );
    assert_eq!(faults(&[("tables.toml", "tables = 't'")]), [r#"tables.toml:1:10: expected a list of texts, got "t""#]);
    assert_eq!(
        faults(&[("tables.toml", "table = ['t']")]),
        [r#"tables.toml:1:1: unknown key "table": did you mean "tables"?"#]
    );
    assert_eq!(
        faults(&[("tables.toml", "\n# none")]),
        [r#"tables.toml:1:1: no tables: list the tables, like `tables = ["models"]`"#]
    );
}

#[test]
fn files_that_are_not_there_are_told() {
    assert_eq!(
        faults(&[("tables.toml", "")]),
        ["tables.toml:1:1: cannot read the file: No such file or directory (os error 2)"]
    );
    assert_eq!(
        faults(&[("sources.toml", "")]),
        ["sources.toml:1:1: cannot read the file: No such file or directory (os error 2)"]
    );
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
    assert_eq!(
        faults(&files),
        [
            r#"tables.toml:1:21: no folder tables/v: make it, or take "v" off the list"#,
            r#"sources.toml:4:7: "s" is no address to link to: it starts with https:// or http://"#,
            r#"tables/t/table.toml:2:9: unknown number column "x": there is none"#,
            r#"tables/u/a.csv:2:3: expected a number or missing, got "x""#,
            "tables/u/b.toml:3:9: 170 percent is out of range: it is 0 to 100",
            r#"tables/u/b.toml:5:1: row "a" is there twice: give one of the rows another `id`"#,
            r#"tables/t/a.toml:2:1: unknown column "nmae": did you mean "name"?"#
        ]
    );
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
