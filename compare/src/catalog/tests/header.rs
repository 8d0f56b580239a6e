use super::*;

/// What is said about a header whose second column is this one.
fn column_fault(column: ColumnSpec) -> String {
    let mut header = sourced("name", &["card"]);
    header.columns.push(column);
    let faults = header_faults(header);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.concat()
}

/// A column of numbers to spoil.
fn column() -> ColumnSpec {
    columns("x:number").remove(0)
}

#[test]
fn a_table_has_columns() {
    let fault = "columns: no columns: describe at least the column `name`";
    assert_eq!(header_faults(Header::default()), [fault]);
}

#[test]
fn a_table_has_a_column_of_names() {
    let fault = "columns: no column `name`: add a column with the id `name` and the kind `text`";
    assert_eq!(header_faults(header("x:number")), [fault]);
}

#[test]
fn names_are_texts() {
    let fault = "columns[0].kind: no text kind: the column `name` is of kind `text`";
    assert_eq!(header_faults(header("name:category")), [fault]);
}

#[test]
fn a_column_has_an_id_a_label_and_a_kind() {
    assert_eq!(column_fault(ColumnSpec { id: None, ..column() }), "columns[1]: no id: give it an `id`");
    for label in [None, Some(" ".into())] {
        assert_eq!(
            column_fault(ColumnSpec { label, ..column() }),
            "columns[1]: no label: give the column a `label`, its heading"
        );
    }
    assert_eq!(
        column_fault(ColumnSpec { kind: None, ..column() }),
        "columns[1]: no kind: say with `kind` what the cells are"
    );
}

#[test]
fn an_id_is_lower_case_and_not_reserved() {
    for id in ["Price", "value", "a_b", ""] {
        assert_eq!(
            column_fault(ColumnSpec { id: Some(id.into()), ..column() }),
            format!(
                "columns[1].id: \"{id}\" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, \
                 `workload`, `text` or `missing`"
            )
        );
    }
}

#[test]
fn the_ids_of_the_rows_are_no_column() {
    assert_eq!(
        column_fault(ColumnSpec { id: Some("id".into()), ..column() }),
        "columns[1].id: column \"id\" is there twice: it holds the ids of the rows; name the column otherwise"
    );
}

#[test]
fn no_two_columns_share_an_id() {
    let fault = r#"columns[2].id: column "x" is there twice: give one of them another `id`"#;
    assert_eq!(header_faults(header("name | x:number | x")), [fault]);
}

#[test]
fn no_two_columns_share_a_role() {
    let mut header = header("name | in:number | out:number");
    header.columns[2].role = Some("input-price".into());
    let fault = r#"columns[2].role: role "input-price" is there twice: one column may bear a role"#;
    assert_eq!(header_faults(header), [fault]);
}

#[test]
fn a_column_holds_the_figures_of_another_that_counts_the_same() {
    let fault = |same_as: &str| {
        let mut header = header("name | x:number percent | y:number percent | z:number tokens | on:date");
        header.columns[2].same_as = Some(same_as.into());
        build(header, RUN_TIME, Vec::new()).map(|table| table.columns[2].same_as)
    };
    assert_eq!(fault("x"), Ok(Some(1)));
    let unlike =
        "columns[2].same-as: no like of the same unit: name another number column whose numbers count the same";
    let mut words = header("name | x:number | y");
    words.columns[2].same_as = Some("x".into());
    assert_eq!(header_faults(words), [unlike]);
    for found in ["y", "z"] {
        assert_eq!(fault(found), Err(vec![unlike.to_owned()]));
    }
    let unknown = r#"columns[2].same-as: unknown number column "on": known are x, y, z"#;
    assert_eq!(fault("on"), Err(vec![unknown.to_owned()]));
}

#[test]
fn words_of_a_closed_set_are_known() {
    assert_eq!(
        column_fault(ColumnSpec { kind: Some("nummer".into()), ..column() }),
        r#"columns[1].kind: unknown kind "nummer": did you mean "number"?"#
    );
    assert_eq!(
        column_fault(ColumnSpec { better: Some("up".into()), ..column() }),
        r#"columns[1].better: unknown better "up": known are lower, higher"#
    );
    assert_eq!(
        column_fault(ColumnSpec { role: Some("input-prise".into()), ..column() }),
        r#"columns[1].role: unknown role "input-prise": did you mean "input-price"?"#
    );
}

#[test]
fn only_numbers_play_a_role() {
    let column = ColumnSpec { kind: Some("text".into()), role: Some("context".into()), ..column() };
    assert_eq!(column_fault(column), "columns[1].role: no number kind: a column with a `role` is of kind `number`");
}

#[test]
fn a_column_names_a_known_source() {
    assert_eq!(
        column_fault(ColumnSpec { source: Some("cards".into()), ..column() }),
        r#"columns[1].source: unknown source "cards": did you mean "card"?"#
    );
}

#[test]
fn a_table_names_a_known_source() {
    let fault = r#"source: unknown source "card": there is none: add one, or leave this out"#;
    assert_eq!(header_faults(Header { source: Some("card".into()), ..header("name") }), [fault]);
}

/// What is said about a second source.
fn source_fault(source: SourceSpec) -> Vec<String> {
    let mut header = sourced("name", &["card"]);
    header.sources.push(source);
    build(header, RUN_TIME, Vec::new()).err().unwrap_or_default()
}

fn source() -> SourceSpec {
    SourceSpec { id: Some("paper".into()), ..SourceSpec::default() }
}

#[test]
fn a_source_has_an_id_of_its_own() {
    assert_eq!(source_fault(SourceSpec::default()), ["sources[1]: no id: give it an `id`"]);
    let fault = r#"sources[1].id: source "card" is there twice: give one of them another `id`"#;
    assert_eq!(source_fault(SourceSpec { id: Some("card".into()), ..source() }), [fault]);
}

#[test]
fn a_source_is_linked_by_http_or_https() {
    for url in ["javascript:alert(1)", "//example.org", "https://", "https://a b", "data:text/html,x", "card.html"] {
        let fault = format!(
            "sources[1].url: \"{url}\" is no address to link to: it starts with https:// or http://, without blanks"
        );
        assert_eq!(source_fault(SourceSpec { url: Some(url.into()), ..source() }), [fault]);
    }
    for url in ["", "http://example.org", "https://example.org/card?a=b#c"] {
        assert_eq!(source_fault(SourceSpec { url: Some(url.into()), ..source() }), [""; 0]);
    }
}

#[test]
fn a_source_was_found_in_a_known_one() {
    let fault = r#"sources[1].via: unknown source "list": known are card, paper"#;
    assert_eq!(source_fault(SourceSpec { via: Some("list".into()), ..source() }), [fault]);
}

#[test]
fn the_date_of_a_source_is_a_date() {
    let fault = r#"sources[1].date: "2026-13" is no date: the calendar has no such month or day"#;
    assert_eq!(source_fault(SourceSpec { date: Some("2026-13".into()), ..source() }), [fault]);
}

#[test]
fn the_score_is_a_number_column() {
    let fault = r#"score: unknown number column "sore": did you mean "score"?"#;
    assert_eq!(header_faults(Header { score: Some("sore".into()), ..header("name | score:number") }), [fault]);
    let fault = r#"score: unknown number column "name": known are x"#;
    assert_eq!(header_faults(Header { score: Some("name".into()), ..header("name | x:number") }), [fault]);
}

#[test]
fn the_cost_is_a_number_column() {
    let fault = r#"cost: unknown number column "cost": there is none: add one, or leave this out"#;
    assert_eq!(header_faults(Header { cost: Some("cost".into()), ..header("name") }), [fault]);
}

#[test]
fn the_cost_of_a_workload_takes_two_prices() {
    let fault = "cost: no prices for the workload: give one column the role `input-price` and another \
                 `output-price`, or name a cost column";
    assert_eq!(header_faults(Header { cost: Some("workload".into()), ..header("name | in:number") }), [fault]);
}

#[test]
fn figures_are_dated_by_a_date_column() {
    let fault = r#"dated-by: unknown date column "x": known are on"#;
    assert_eq!(header_faults(Header { dated_by: Some("x".into()), ..header("name | x:number | on:date") }), [fault]);
}

#[test]
fn rows_are_told_apart_by_a_text_or_category() {
    let fault = r#"tell-apart: unknown text or category column "x": known are name, kind"#;
    assert_eq!(
        header_faults(Header { tell_apart: Some("x".into()), ..header("name | kind:category | x:number") }),
        [fault]
    );
}

#[test]
fn there_are_no_more_sources_than_a_figure_can_name() {
    let header = Header { sources: vec![source(); 65_537], ..header("name") };
    assert_eq!(header_faults(header), ["sources: no room for so many sources: there are 65,536 at most"]);
}

#[test]
fn a_workload_counts_from_nothing() {
    let header = |workload| Header { workload: Some(workload), ..header("name") };
    for (place, key) in ["requests", "input", "output"].into_iter().enumerate() {
        for count in [-1.0, 1e13, f64::NAN, f64::INFINITY] {
            let mut workload = [1.0; 4];
            workload[place] = count;
            let fault = format!("workload.{key}: no count: it is a number from 0 to a trillion");
            assert_eq!(header_faults(header(workload)), [fault]);
        }
    }
    let fault = "workload.cached: no share of cached input: `cached` is a share from 0 to 1";
    assert_eq!(header_faults(header([1.0, 1.0, 1.0, 1.1])), [fault]);
}

#[test]
fn every_fault_of_a_header_is_said() {
    let mut header = header("name | Bad:number | x:what");
    header.score = Some("y".into());
    let places = header_faults(header).into_iter().map(|fault| fault.split(':').next().unwrap().to_owned());
    assert_eq!(places.collect::<Vec<_>>(), ["columns[1].id", "columns[2].kind", "score"]);
}
