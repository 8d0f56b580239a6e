use super::{row_faults, tables};
use compare::catalog::Interval;

fn csv(text: &str) -> Vec<String> {
    row_faults("a.csv", text)
}

/// The lines for a row named A with one more cell.
fn cell(column: &str, cell: &str) -> Vec<String> {
    csv(&format!("name,{column}\nA,{cell}\n"))
}

#[test]
fn sound_lines_become_rows() {
    let text = "\u{feff}id,name,modes,open,released,score,score.k,score.n,price,price.source\r\n\
        x,\"A, \"\"b\"\"\",text; image,yes,2025-08,70,7,10,,\r\n\
        ,C,,,,,,,1.5,s\r\n";
    let tables = tables(&[("tables/t/a.csv", text)]).unwrap();
    let [table] = tables.as_slice() else { panic!("{tables:?}") };
    assert_eq!(table.ids.as_ref(), ["x", "c"]);
    assert_eq!(table.name(0), "A, \"b\"");
    assert_eq!(table.columns[2].cells.categories(0), [1, 0]);
    assert_eq!(table.columns[5].figures[0].interval, Interval::Trials { k: 7, n: 10 });
    assert_eq!(table.columns[5].cells.number(1), None);
    assert_eq!(table.columns[6].cells.number(1), Some(1.5));
}

#[test]
fn a_column_whose_id_holds_a_point_wins_over_a_key() {
    let column = "{ id = 'score.k', label = 'K', kind = 'text' },\n]";
    let table = super::TABLE.replace(']', column).replace("['t',\n]", "['t']");
    let files = [("tables/t/table.toml", &*table), ("tables/t/a.csv", "name,score.k\nA,many\n")];
    assert_eq!(tables(&files).unwrap()[0].text("score.k", 0), Some("many"));
}

#[test]
fn a_cell_of_another_kind_is_refused_where_it_stands() {
    assert_eq!(
        cell("score", "abc"),
        [r#"2:3: expected a number or missing, got "abc": where nothing is known, leave the cell empty"#]
    );
    assert_eq!(
        cell("score", "inf"),
        [r#"2:3: expected a number or missing, got "inf": where nothing is known, leave the cell empty"#]
    );
    assert_eq!(
        cell("score", " 70"),
        [r#"2:3: expected a number or missing, got " 70": write the number alone, its unit stands with the column"#]
    );
    assert_eq!(cell("score", "170"), ["2:3: 170 percent is out of range: it is 0 to 100"]);
    assert_eq!(cell("open", "true"), [r#"2:3: expected yes, no or nothing, got "true""#]);
    assert_eq!(cell("released", "2025-13"), [r#"2:3: "2025-13" is no date: the calendar has no such month or day"#]);
    assert_eq!(cell("modes", "text;;image"), ["2:3: the text is empty: leave it out where nothing is known"]);
    assert_eq!(
        cell("price", "1"),
        ["2:3: the figure has no source: name one with `source`, or give its column or its table a `source`"]
    );
}

#[test]
fn a_quoted_cell_of_many_lines_moves_those_after_it() {
    assert_eq!(
        csv("name,vendor,score\n\"A\nB\",\"V\nW, é\",x\n"),
        [r#"4:7: expected a number or missing, got "x": where nothing is known, leave the cell empty"#]
    );
}

#[test]
fn keys_of_figures_are_checked_where_they_stand() {
    assert_eq!(
        cell("score,score.k,score.n", "70,7,"),
        ["2:3: `k` and `n` go together and count successes and trials: whole numbers, n at least 1, k at most n"]
    );
    assert_eq!(
        cell("score,score.low,score.high", "70,a,b"),
        [r#"2:6: expected a number, got "a""#, r#"2:8: expected a number, got "b""#]
    );
    assert_eq!(
        cell("score,score.source", "70,t"),
        [r#"2:6: unknown source "t": known are s (add a new one to sources.toml)"#]
    );
    assert_eq!(
        cell("score,score.note", ",n"),
        ["2:3: no value: give the figure a `value`, or leave the cell out where nothing is known"]
    );
}

#[test]
fn every_line_has_as_many_cells_as_the_first() {
    assert_eq!(
        csv("name,vendor,score\nA,V\n"),
        ["2:1: 2 cells where the first line names 3: where nothing is known, leave the cell empty but keep its comma"]
    );
    assert_eq!(
        csv("name,vendor,score\nA,V,70,\"x\",y\n"),
        ["2:8: 5 cells where the first line names 3: put a cell that holds a comma in quotes"]
    );
}

#[test]
fn quotes_match() {
    assert_eq!(
        csv("name,vendor\nA,\"V\nB,W\n"),
        ["2:3: the quotes do not match: put the whole cell in quotes, and double each quote inside it"]
    );
    assert_eq!(
        csv("name,\"vendor\nA,V\n"),
        ["1:6: the quotes do not match: put the whole cell in quotes, and double each quote inside it"]
    );
}

#[test]
fn an_unknown_name_in_the_first_line_is_told_once() {
    assert_eq!(
        csv("name,vendr,score.sorce\nA,V,s\nB,W,s\n"),
        [
            r#"1:6: unknown column "vendr": did you mean "vendor"?"#,
            r#"1:12: unknown key "sorce": did you mean "source"?"#
        ]
    );
    assert_eq!(csv("nmae,vendor\nA,V\n"), [r#"1:1: unknown column "nmae": did you mean "name"?"#]);
    assert_eq!(csv("name,vendr.note\nA,V\n"), [r#"1:6: unknown column "vendr": did you mean "vendor"?"#]);
    assert_eq!(
        csv("name,\nA,V\n"),
        [r#"1:6: unknown column "": known are name, vendor, modes, open, released, score, price"#]
    );
}

#[test]
fn the_first_line_names_each_column_once_and_the_name() {
    assert_eq!(csv("name,vendor,vendor\nA,V,W\n"), [r#"1:13: column "vendor" is there twice: remove one of them"#]);
    assert_eq!(
        csv("vendor\nV\nW\n"),
        ["1:1: no column `name`: the first line names the columns, and every row has a name"]
    );
    assert_eq!(csv("name,score.k\nA,7\n"), [r#"1:6: no column "score" for it to tell about: add "score""#]);
    assert_eq!(csv("\n"), ["1:1: the file is empty: name the columns in its first line"]);
}

#[test]
fn every_row_has_a_name_and_an_id_of_its_own() {
    assert_eq!(csv("vendor,name\nV,\n"), ["2:1: no name: every row has a text under `name`"]);
    assert_eq!(
        csv("name,id\nA,a\nB,a\nC,C\n"),
        [
            r#"3:3: row "a" is there twice: give one of the rows another `id`; the other is at data/tables/t/a.csv:2"#,
            r#"4:3: "C" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#
        ]
    );
    assert_eq!(
        csv("name\nA\na\n"),
        [r#"3:1: row "a" is there twice: give one of the rows another `id`; the other is at data/tables/t/a.csv:2"#]
    );
}

#[test]
fn a_percentage_is_that_of_its_successes_and_trials() {
    let lines = |cells: &str| row_faults("a.csv", &format!("name,score,score.k,score.n\nA,{cells}\n"));
    for rounded in ["70.5,141,200", "71,141,200", "70,139,200", "70.50,141,200", "27.1,60,223"] {
        assert_eq!(lines(rounded), [""; 0], "{rounded}");
    }
    assert_eq!(lines("73.0,141,200"), ["2:3: 73.0 percent is not 141 of 200, which is 70.5: mend one of them"]);
    assert_eq!(lines("27.2,60,223"), ["2:3: 27.2 percent is not 60 of 223, which is 26.91: mend one of them"]);
    assert_eq!(
        row_faults("a.toml", "[[rows]]\nname = 'A'\nscore = { value = 70.0, k = 141, n = 200 }"),
        ["3:19: 70.0 percent is not 141 of 200, which is 70.5: mend one of them"]
    );
}
