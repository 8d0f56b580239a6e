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
    assert_eq!(cell("score", "abc"), ["x"]);
    assert_eq!(cell("score", "inf"), ["x"]);
    assert_eq!(cell("score", " 70"), ["x"]);
    assert_eq!(cell("score", "170"), ["x"]);
    assert_eq!(cell("open", "true"), ["x"]);
    assert_eq!(cell("released", "2025-13"), ["x"]);
    assert_eq!(cell("modes", "text;;image"), ["x"]);
    assert_eq!(cell("price", "1"), ["x"]);
}

#[test]
fn a_quoted_cell_of_many_lines_moves_those_after_it() {
    assert_eq!(csv("name,vendor,score\n\"A\nB\",\"V\nW, é\",x\n"), ["x"]);
}

#[test]
fn keys_of_figures_are_checked_where_they_stand() {
    assert_eq!(cell("score,score.k,score.n", "70,7,"), ["x"]);
    assert_eq!(cell("score,score.low,score.high", "70,a,b"), ["x"]);
    assert_eq!(cell("score,score.source", "70,t"), ["x"]);
    assert_eq!(cell("score,score.note", ",n"), ["x"]);
}

#[test]
fn every_line_has_as_many_cells_as_the_first() {
    assert_eq!(csv("name,vendor,score\nA,V\n"), ["x"]);
    assert_eq!(csv("name,vendor,score\nA,V,70,\"x\",y\n"), ["x"]);
}

#[test]
fn quotes_match() {
    assert_eq!(csv("name,vendor\nA,\"V\nB,W\n"), ["x"]);
    assert_eq!(csv("name,\"vendor\nA,V\n"), ["x"]);
}

#[test]
fn an_unknown_name_in_the_first_line_is_told_once() {
    assert_eq!(csv("name,vendr,score.sorce\nA,V,s\nB,W,s\n"), ["x"]);
    assert_eq!(csv("nmae,vendor\nA,V\n"), ["x"]);
    assert_eq!(csv("name,vendr.note\nA,V\n"), ["x"]);
    assert_eq!(csv("name,\nA,V\n"), ["x"]);
}

#[test]
fn the_first_line_names_each_column_once_and_the_name() {
    assert_eq!(csv("name,vendor,vendor\nA,V,W\n"), ["x"]);
    assert_eq!(csv("vendor\nV\nW\n"), ["x"]);
    assert_eq!(csv("name,score.k\nA,7\n"), ["x"]);
    assert_eq!(csv("\n"), ["x"]);
}

#[test]
fn every_row_has_a_name_and_an_id_of_its_own() {
    assert_eq!(csv("vendor,name\nV,\n"), ["x"]);
    assert_eq!(csv("name,id\nA,a\nB,a\nC,C\n"), ["x"]);
    assert_eq!(csv("name\nA\na\n"), ["x"]);
}
