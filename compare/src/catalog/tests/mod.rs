//! What a data set may hold, and what is said about one that holds something else.

mod cells;
mod figures;
mod header;
mod plain;
mod rows;

use super::{Builder, ColumnSpec, FigureSpec, Header, Rules, SourceSpec, Table, Value};
use crate::testing::columns;

/// What run-time data must hold: no sources, but ids.
const RUN_TIME: Rules = Rules { sources: false, make_ids: false };

type Cells = Vec<(&'static str, Value<'static>)>;

/// A header of the columns of a table text's first line.
fn header(heads: &str) -> Header {
    Header { id: "t".into(), columns: columns(heads), ..Header::default() }
}

/// The same with sources of these ids.
fn sourced(heads: &str, ids: &[&str]) -> Header {
    let source = |id: &&str| SourceSpec { id: Some((*id).to_owned()), ..SourceSpec::default() };
    Header { sources: ids.iter().map(source).collect(), ..header(heads) }
}

fn build(header: Header, rules: Rules, rows: Vec<(Option<&str>, Cells)>) -> Result<Table, Vec<String>> {
    let mut builder = Builder::new(header, rules, str::to_lowercase);
    for (id, cells) in rows {
        builder.row(id, cells);
    }
    builder.finish().map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// What is said about a header without rows.
fn header_faults(header: Header) -> Vec<String> {
    build(header, RUN_TIME, Vec::new()).unwrap_err()
}

/// A row of an id and a name with one more cell.
fn row(id: &'static str, cell: Option<(&'static str, Value<'static>)>) -> (Option<&'static str>, Cells) {
    (Some(id), [("name", text("A"))].into_iter().chain(cell).collect())
}

/// What is said about one cell `x` of a column of a kind, as `kind unit`.
fn cell_faults(kind: &str, value: Value<'static>) -> Vec<String> {
    let header = sourced(&format!("name | x:{kind}"), &["card", "paper"]);
    build(header, RUN_TIME, vec![row("a", Some(("x", value)))]).err().unwrap_or_default()
}

/// The same, where one thing is said.
fn cell_fault(kind: &str, value: Value<'static>) -> String {
    let faults = cell_faults(kind, value);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.concat()
}

fn text(text: &'static str) -> Value<'static> {
    Value::Text(text.into())
}

fn list(texts: &[&'static str]) -> Value<'static> {
    Value::List(texts.iter().map(|text| (*text).into()).collect())
}

/// A figure of a number.
fn figure(value: f64, spec: FigureSpec<'static>) -> Value<'static> {
    Value::Figure(Box::new(FigureSpec { value: Some(Value::Number(value)), ..spec }))
}
