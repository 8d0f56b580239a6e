use super::faults;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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
        ["tables/t/table.toml:1:1: the file is not there: write it, or put it back where it was"]
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
        ["tables.toml:1:1: the file is not there: write it, or put it back where it was"]
    );
    assert_eq!(
        faults(&[("sources.toml", "")]),
        ["sources.toml:1:1: the file is not there: write it, or put it back where it was"]
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
            r#"sources.toml:4:7: "s" is no address to link to: it starts with https:// or http://, without blanks"#,
            r#"tables/t/table.toml:2:9: unknown number column "x": there is none: add one, or leave this out"#,
            r#"tables/u/a.csv:2:3: expected a number or missing, got "x": where nothing is known, leave the cell empty"#,
            "tables/u/b.toml:3:9: 170 percent is out of range: it is 0 to 100",
            r#"tables/u/b.toml:5:1: row "a" is there twice: give one of the rows another `id`; the other is at data/tables/u/b.toml:1"#,
            r#"tables/t/a.toml:2:1: unknown column "nmae": did you mean "name"?"#
        ]
    );
}

#[test]
fn other_files_of_a_table_are_left_alone() {
    assert_eq!(faults(&[super::ROW, ("tables/t/notes.md", "x"), ("tables/t/.a.toml", "x")]), [""; 0]);
}

#[test]
fn files_are_utf_8() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("tables.toml"), b"tables = [\n'\xe9']").unwrap();
    fs::write(home.path().join("sources.toml"), b"").unwrap();
    let faults = dataset::load(home.path()).unwrap_err();
    let [fault] = faults.0.as_slice() else { panic!("{faults}") };
    let message = "what follows is not UTF-8: save the file as UTF-8";
    assert_eq!((fault.line, fault.column, &*fault.message), (2, 2, message));
}

/// The files that the examples of the README give, by their paths.
fn examples() -> BTreeMap<String, String> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).unwrap();
    let mut files = BTreeMap::new();
    for block in readme.split("```").skip(1).step_by(2) {
        for file in block.split("# data/").skip(1) {
            let (path, text) = file.split_once('\n').unwrap();
            files.insert(path.split(':').next().unwrap().to_owned(), text.to_owned());
        }
        if let Some(rows) = block.strip_prefix("csv\n") {
            files.insert("tables/my-table/rows.csv".to_owned(), rows.to_owned());
        }
    }
    files
}

#[test]
fn data_of_ones_own_need_no_claims_questions_and_trends() {
    let mut files = examples();
    let paths: Vec<&str> = files.keys().map(String::as_str).collect();
    let tables = ["tables.toml", "tables/my-table/rows.csv", "tables/my-table/table.toml"];
    assert_eq!(paths, [&["claims.toml", "questions.toml", "sources.toml"], &tables[..]].concat());
    files.insert("tables.toml".to_owned(), "tables = ['my-table']".to_owned());
    let home = tempfile::tempdir().unwrap();
    let (data, out) = (home.path().join("data"), home.path().join("data.rs"));
    fs::create_dir_all(data.join("tables/my-table")).unwrap();
    for (path, text) in &files {
        fs::write(data.join(path), text).unwrap();
    }
    assert_eq!(dataset::compile(&data, &out), Ok(()));
    let whole = fs::read_to_string(&out).unwrap();
    for path in ["claims.toml", "questions.toml"] {
        fs::remove_file(data.join(path)).unwrap();
    }
    assert_eq!(dataset::compile(&data, &out), Ok(()));
    let alone = fs::read_to_string(&out).unwrap();
    assert!(whole.contains("a-beats-b") && !alone.contains("a-beats-b"));
}

#[test]
fn rows_that_nothing_reads_are_told() {
    let mend = "rows stand in `.toml` and `.csv` files: write it as one of these, or move it elsewhere; notes are `.md` \
                or `.txt`";
    assert_eq!(
        faults(&[super::ROW, ("tables/t/rows.json", "[]"), ("tables/t/ROWS", "x")]),
        ["ROWS", "rows.json"].map(|name| format!("tables/t/{name}:1:1: {mend}"))
    );
    assert_eq!(faults(&[super::ROW, ("tables/t/more.CSV", "name\nTwo"), ("tables/t/one.csv~", "x")]), [""; 0]);
}
