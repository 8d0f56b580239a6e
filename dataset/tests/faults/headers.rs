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
    assert_eq!(root("titel = 'T'"), [r#"3:1: unknown key "titel": did you mean "title"?"#]);
    assert_eq!(root("score = 5"), ["3:9: expected a text, got 5"]);
    assert_eq!(root("workload = 5"), ["3:12: expected [workload], got 5"]);
    assert_eq!(
        column("{ id = 'a', label = 'A', kind = 'text', shwn = false }"),
        [r#"11:43: unknown key "shwn": did you mean "shown"?"#]
    );
    assert_eq!(
        column("{ id = 'a', label = 'A', kind = 'text', shown = 'yes' }"),
        [r#"11:51: expected true or false, got "yes""#]
    );
    assert_eq!(header("title = 'T'\ncolumns = 'name'"), [r#"2:11: expected [[columns]], got "name""#]);
    assert_eq!(header("title = 'T'\ncolumns = ['name']"), [r#"2:12: expected [[columns]], got "name""#]);
}

#[test]
fn a_table_has_a_title_and_columns_with_a_name_among_them() {
    assert_eq!(
        header(&TABLE.replace("title = 'T'", "")),
        ["1:1: no title: give the table a `title`, as readers see it"]
    );
    assert_eq!(header("title = 'T'"), ["1:1: no columns: describe at least the column `name`"]);
    assert_eq!(
        header("title = 'T'\nsource = 's'\ncolumns = [{ id = 'a', label = 'A', kind = 'text' }]"),
        ["3:11: no column `name`: add a column with the id `name` and the kind `text`"]
    );
}

#[test]
fn the_trade_off_names_columns_of_the_right_kinds() {
    assert_eq!(
        root("score = 'vendor'\ncost = 'prise'"),
        [
            r#"3:9: unknown number column "vendor": known are score, price"#,
            r#"4:8: unknown number column "prise": did you mean "price"?"#
        ]
    );
    assert_eq!(
        root("cost = 'workload'"),
        [
            "3:8: no prices for the workload: give one column the role `input-price` and another `output-price`, or name a cost column"
        ]
    );
    assert_eq!(root("dated-by = 'date'"), [r#"3:12: unknown date column "date": known are released"#]);
    assert_eq!(
        root("tell-apart = 'score'"),
        [r#"3:14: unknown text or category column "score": known are name, vendor"#]
    );
    assert_eq!(
        root("source = 'other'"),
        [r#"3:10: unknown source "other": known are s (add a new one to sources.toml)"#]
    );
}

#[test]
fn a_workload_is_whole_and_makes_sense() {
    let workload = |text: &str| root(&format!("workload = {{ {text} }}"));
    assert_eq!(
        workload("requests = 1, input = 1, output = 1"),
        ["3:12: no cached: a workload has `requests`, `input`, `output` and `cached`"]
    );
    assert_eq!(
        workload("requests = 1, input = 1, output = 1, cached = 2"),
        ["3:60: no share of cached input: `cached` is a share from 0 to 1"]
    );
    assert_eq!(
        workload("requests = -1, input = 1, output = 1, cached = 0"),
        ["3:25: no count: it is a number from 0 to a trillion"]
    );
    assert_eq!(workload("requests = 1, input = inf, output = 1, cached = 0"), ["3:36: expected a number, got inf"]);
    assert_eq!(
        workload("request = 1, input = 1, output = 1, cached = 0"),
        [r#"3:14: unknown key "request": did you mean "requests"?"#]
    );
}

#[test]
fn a_column_says_what_it_is() {
    assert_eq!(column("{ label = 'A', kind = 'text' }"), ["11:3: no id: give it an `id`"]);
    assert_eq!(
        column("{ id = 'a' }"),
        ["11:3: no label: give the column a `label`, its heading", "11:3: no kind: say with `kind` what the cells are"]
    );
    assert_eq!(
        column("{ id = 'A b', label = 'A', kind = 'text' }"),
        [
            r#"11:10: "A b" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#
        ]
    );
    assert_eq!(
        column("{ id = 'id', label = 'A', kind = 'text' }"),
        [r#"11:10: column "id" is there twice: it holds the ids of the rows; name the column otherwise"#]
    );
    assert_eq!(
        column("{ id = 'score', label = 'A', kind = 'text' }"),
        [r#"11:10: column "score" is there twice: give one of them another `id`"#]
    );
    assert_eq!(
        column("{ id = 'a', label = 'A', kind = 'numbers' }"),
        [r#"11:35: unknown kind "numbers": did you mean "number"?"#]
    );
    assert_eq!(
        column("{ id = 'a', label = 'A', kind = 'number', better = 'low', role = 'price' }"),
        [
            r#"11:54: unknown better "low": did you mean "lower"?"#,
            r#"11:68: unknown role "price": known are input-price, output-price, cached-price, parameters, active-parameters, context"#
        ]
    );
    assert_eq!(
        column("{ id = 'a', label = 'A', kind = 'number', source = 'other' }"),
        [r#"11:54: unknown source "other": known are s (add a new one to sources.toml)"#]
    );
}

#[test]
fn a_column_that_holds_the_figures_of_another_names_one_that_counts_the_same() {
    assert_eq!(
        column("{ id = 'a', label = 'A', kind = 'number', same-as = 'name' }"),
        [r#"11:55: unknown number column "name": known are score, price, a"#]
    );
}

#[test]
fn a_syntax_error_is_told_once() {
    assert_eq!(header("title = 'T'\n[[columns]\nid = 'name'"), ["2:11: unclosed array table, expected `]`"]);
}

#[test]
fn figures_count_as_old_after_the_months_of_their_column_or_else_of_their_table() {
    let months = |text: &str| {
        let tables = super::tables(&[("tables/t/table.toml", text)]).unwrap();
        tables[0].columns.iter().map(|column| column.stale_after).collect::<Vec<_>>()
    };
    let columns = "source = 's'\ncolumns = [{ id = 'name', label = 'Name', kind = 'text' }, \
        { id = 'p', label = 'P', kind = 'number', stale-after = 6 }]";
    assert_eq!(months(&format!("title = 'T'\n{columns}")), [None, Some(6)]);
    assert_eq!(months(&format!("title = 'T'\nstale-after = 24\n{columns}")), [Some(24), Some(6)]);
    let faults = faults(&[("tables/t/table.toml", &format!("title = 'T'\nstale-after = 0.5\n{columns}"))]);
    assert_eq!(faults, ["tables/t/table.toml:2:15: expected a whole number of months, like 6, got 0.5"]);
}

#[test]
fn a_table_without_rows_is_a_fault() {
    let told = ["tables/t/table.toml:1:1: no rows: write them in a file beside this one, like rows.csv or rows.toml"];
    assert_eq!(faults(&[("tables/t/a.csv", "name\n")]), told);
    assert_eq!(faults(&[("tables/t/notes.md", "rows")]), told);
    // What keeps the rows from being read is told alone.
    assert_eq!(faults(&[("tables/t/a.toml", "[[rows]")]).len(), 1);
}

#[test]
fn a_unit_that_is_almost_a_known_one_is_a_fault() {
    let told = |found: &str| column(&format!("{{ id = 'a', label = 'A', kind = 'number', unit = '{found}' }}"));
    for (found, meant) in [("%", "percent"), ("usd", "USD"), ("USD/Mtok", "USD/mtok"), ("Seconds", "seconds")] {
        assert_eq!(told(found), [format!(r#"11:52: the unit "{found}" is not known, but "{meant}" is: write that"#)]);
    }
    assert_eq!(told("Elo"), [""; 0]);
}

/// What a table with one more column, which has an order, and its rows come to.
fn ordered(kind: &str, order: &str, cells: &[&str]) -> Result<Vec<String>, Vec<String>> {
    let column = format!("{{ id = 'effort', label = 'Effort', kind = '{kind}', order = {order} }}");
    let sheet = TABLE.replace("\n]", &format!("\n  {column},\n]"));
    let rows = (0..cells.len()).map(|row| format!("[[rows]]\nname = '{row}'\neffort = {}\n", cells[row]));
    let tables = super::tables(&[("tables/t/table.toml", &*sheet), ("tables/t/a.toml", &rows.collect::<String>())]);
    let tables = tables.map_err(|faults| faults.to_string().lines().map(str::to_owned).collect::<Vec<_>>())?;
    let column = &tables[0].columns[7].cells;
    let of = |row: usize| column.categories(row).iter().map(|name| column.names()[*name as usize].to_string());
    let of = (0..cells.len()).map(|row| of(row).collect::<Vec<_>>().join("+"));
    Ok(column.names().iter().map(ToString::to_string).chain(of).collect())
}

#[test]
fn the_names_of_a_column_stand_in_the_order_of_the_author() {
    let levels = "['minimal', 'low', 'medium', 'high']";
    let one = ordered("category", levels, &["'high'", "'low'", "'medium'", "'low'"]).unwrap();
    assert_eq!(one, ["low", "medium", "high", "high", "low", "medium", "low"]);
    let several = ordered("categories", levels, &["['high', 'low']", "[]", "['medium']"]).unwrap();
    assert_eq!(several, ["low", "medium", "high", "high+low", "", "medium"]);
}

#[test]
fn an_order_holds_every_name_once_and_is_one_of_names() {
    let told = |kind: &str, order: &str, cell: &str| ordered(kind, order, &[cell]).unwrap_err();
    let start = "data/tables/t/table.toml:11";
    assert_eq!(
        told("category", "['low']", "'high'"),
        [format!(r#"{start}:65: the order lacks "high", which is in the rows: add it, or mend the rows"#)]
    );
    assert_eq!(
        told("category", "['low', 'low']", "'low'"),
        [format!(r#"{start}:73: name "low" is there twice: list it once"#)]
    );
    assert_eq!(
        told("text", "['low']", "'low'"),
        [format!("{start}:61: only names have an order: take it out, or make the column of kind `category`")]
    );
}
