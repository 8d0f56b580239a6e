//! What follows from a fault is not told beside it.

use super::{TABLE, faults};

const ROWS: &str = "[[rows]]\nname = 'A'\nvendor = 'V'\nscore = 70\nprice = { value = 1, source = 's' }";

/// The lines for a table with rows when something in its `table.toml` is replaced.
fn with(found: &str, replaced: &str) -> Vec<String> {
    let table = TABLE.replace("title = 'T'", "title = 'T'\nscore = 'score'\ncost = 'price'\ntell-apart = 'vendor'");
    let table = table.replace(found, replaced);
    let rows = format!("{ROWS}\n{}", ROWS.replace("'V'", "'W'"));
    faults(&[("tables/t/table.toml", &table), ("tables/t/a.toml", &rows)])
}

/// The same for rows in a CSV file.
fn with_csv(found: &str, replaced: &str) -> Vec<String> {
    let table = TABLE.replace(found, replaced);
    faults(&[("tables/t/table.toml", &table), ("tables/t/a.csv", "name,score,open\nA,70,yes\n")])
}

/// The lines for a table with rows when something in its `sources.toml` is replaced.
fn with_source(found: &str, replaced: &str) -> Vec<String> {
    let source = "[[sources]]\nid = 's'\ntitle = 'S'".replace(found, replaced);
    faults(&[("sources.toml", &source), ("tables/t/a.toml", ROWS)])
}

#[test]
fn a_column_at_fault_keeps_its_cells_quiet() {
    assert_eq!(with("", ""), [""; 0]);
    assert_eq!(
        with("id = 'score'", "idd = 'score'"),
        [r#"tables/t/table.toml:12:5: unknown key "idd": did you mean "id"?"#]
    );
    assert_eq!(
        with("'number', unit = 'percent'", "'numbers', unit = 'percent'"),
        [r#"tables/t/table.toml:12:43: unknown kind "numbers": did you mean "number"?"#]
    );
    assert_eq!(
        with("'number', unit = 'percent'", "5, unit = 'percent'"),
        ["tables/t/table.toml:12:43: expected a text, got 5"]
    );
    assert_eq!(
        with("source = 's'", "source = 'ss'"),
        [r#"tables/t/table.toml:12:80: unknown source "ss": did you mean "s"? (add a new one to sources.toml)"#]
    );
    assert_eq!(
        with("source = 's'", "sorce = 's'"),
        [r#"tables/t/table.toml:12:71: unknown key "sorce": did you mean "source"?"#]
    );
    assert_eq!(
        with("label = 'Score'", "lable = 'Score'"),
        [r#"tables/t/table.toml:12:19: unknown key "lable": did you mean "label"?"#]
    );
    assert_eq!(
        with("kind = 'text'", "kind = 'category'"),
        ["tables/t/table.toml:7:41: no text kind: the column `name` is of kind `text`"]
    );
    assert_eq!(with("id = 'name', ", ""), ["tables/t/table.toml:7:3: no id: give it an `id`"]);
    assert_eq!(
        with("'category'", "'categry'"),
        [r#"tables/t/table.toml:8:45: unknown kind "categry": did you mean "category"?"#]
    );
    assert_eq!(
        with("columns = [", "column = ["),
        [r#"tables/t/table.toml:6:1: unknown key "column": did you mean "columns"?"#]
    );
}

#[test]
fn a_column_at_fault_keeps_its_cells_in_csv_files_quiet() {
    assert_eq!(with_csv("", ""), [""; 0]);
    assert_eq!(
        with_csv("id = 'score'", "idd = 'score'"),
        [r#"tables/t/table.toml:9:5: unknown key "idd": did you mean "id"?"#]
    );
    assert_eq!(
        with_csv("'number', unit = 'percent'", "'numbers', unit = 'percent'"),
        [r#"tables/t/table.toml:9:43: unknown kind "numbers": did you mean "number"?"#]
    );
    assert_eq!(
        with_csv("'flag'", "'flags'"),
        [r#"tables/t/table.toml:7:41: unknown kind "flags": did you mean "flag"?"#]
    );
    assert_eq!(
        with_csv("{ id = 'name', label = 'Name', kind = 'text' },", ""),
        ["tables/t/table.toml:3:11: no column `name`: add a column with the id `name` and the kind `text`"]
    );
}

#[test]
fn a_misspelt_column_keeps_what_it_was_meant_as_quiet() {
    let rows = |column: &str| {
        let rows = format!("[[rows]]\nname = 'A'\n[[rows]]\nname = 'A'\n{column} = 'b'");
        faults(&[("tables/t/a.toml", &rows)])
    };
    assert_eq!(rows("id"), [""; 0]);
    assert_eq!(
        rows("idd"),
        [r#"tables/t/a.toml:5:1: unknown column "idd": known are name, vendor, modes, open, released, score, price"#]
    );
}

#[test]
fn a_key_at_fault_keeps_what_it_names_quiet() {
    assert_eq!(
        with("tell-apart", "tellapart"),
        [r#"tables/t/table.toml:5:1: unknown key "tellapart": did you mean "tell-apart"?"#]
    );
    assert_eq!(
        with("tell-apart = 'vendor'", "tell-apart = 'vendr'"),
        [r#"tables/t/table.toml:5:14: unknown text or category column "vendr": did you mean "vendor"?"#]
    );
    assert_eq!(
        with("title = 'T'", "titel = 'T'"),
        [r#"tables/t/table.toml:2:1: unknown key "titel": did you mean "title"?"#]
    );
    assert_eq!(with("title = 'T'", "title = 5"), ["tables/t/table.toml:2:9: expected a text, got 5"]);
}

#[test]
fn a_source_at_fault_keeps_its_figures_quiet() {
    assert_eq!(with_source("", ""), [""; 0]);
    assert_eq!(with_source("id = 's'", "idd = 's'"), [r#"sources.toml:2:1: unknown key "idd": did you mean "id"?"#]);
    assert_eq!(
        with_source("title = 'S'", "title = S"),
        ["sources.toml:3:9: string values must be quoted, expected literal string"]
    );
    assert_eq!(
        with_source("[[sources]]", "[[source]]"),
        [r#"sources.toml:1:3: unknown key "source": did you mean "sources"?"#]
    );
}

#[test]
fn an_id_at_fault_keeps_what_it_was_meant_as_quiet() {
    // The second was meant as `s`, which the figures name.
    let twice = "[[sources]]\nid = 'x'\ntitle = 'X'\ncited-by = ['a page']\n[[sources]]\nid = 'x'\ntitle = 'S'";
    assert_eq!(
        faults(&[("sources.toml", twice), ("tables/t/a.toml", ROWS)]),
        [r#"sources.toml:6:6: source "x" is there twice: give one of them another `id`"#]
    );
    let no_id = |place: &str| {
        let ids = "use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`";
        [format!("{place}: {ids}")]
    };
    assert_eq!(with_source("id = 's'", "id = 'S'"), no_id(r#"sources.toml:2:6: "S" is no id"#));
    assert_eq!(with("id = 'score'", "id = 'Score'"), no_id(r#"tables/t/table.toml:12:10: "Score" is no id"#));
    assert_eq!(with_csv("id = 'score'", "id = 'Score'"), no_id(r#"tables/t/table.toml:9:10: "Score" is no id"#));
}

#[test]
fn rows_that_cannot_be_read_keep_their_offers_quiet() {
    let offers = "row,provider,input,output,cached,source,as_of\na,P,1,2,,s,\nb,P,1,x,,s,\n";
    let lines = |name: &str, rows: &str| {
        let sound = ("tables/t/sound.csv", "name\nB");
        faults(&[(&format!("tables/t/{name}"), rows), sound, ("tables/t/offers.csv", offers)])
    };
    let price = r#"tables/t/offers.csv:3:7: expected a price in USD for a million tokens, like `0.25`, got "x""#;
    assert_eq!(lines("a.toml", "[[rows]]\nname = 'A'"), [price]);
    assert_eq!(
        lines("a.toml", "[[rows]]\nname = A"),
        ["tables/t/a.toml:2:8: string values must be quoted, expected literal string", price]
    );
    assert_eq!(
        lines("a.csv", "name,vendor\nA\n"),
        [
            "tables/t/a.csv:2:1: 1 cells where the first line names 2: where nothing is known, leave the cell empty but \
             keep its comma",
            price
        ]
    );
}
