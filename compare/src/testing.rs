//! Small tables for tests, written so that a case can be read at a glance.

use crate::catalog::{Builder, ColumnSpec, Header, Rules, Table, Value};
use crate::query::Indexed;
use unicode_normalization::UnicodeNormalization;

/// A table from text: the first line names columns, `id:kind` with `+` or `-` behind the kind of a number that is
/// better higher or lower; then a line a row. Cells are separated by `|`; an empty one is missing.
///
/// The columns `score` and `cost` are those of the trade-off; `in`, `out` and `cache` are the prices of the workload,
/// which is the cost where there is no column `cost`. The id of a row is made from its name, or stands in a column
/// `id`.
pub(crate) fn table(text: &str) -> Table {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let heads: Vec<&str> = lines.next().unwrap().split('|').map(str::trim).collect();
    let columns: Vec<ColumnSpec> = heads.iter().filter(|head| **head != "id").map(|head| column(head)).collect();
    let id = |name: &str| columns.iter().find(|column| column.id.as_deref() == Some(name)).and(Some(name.to_owned()));
    let cost = id("cost").or_else(|| id("in").and(Some("workload".to_owned())));
    let header = Header { id: "t".into(), score: id("score"), cost, columns: columns.clone(), ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true });
    for line in lines {
        let cells = heads.iter().zip(line.split('|').map(str::trim));
        let row_id = cells.clone().find(|(head, _)| **head == "id").map(|(_, cell)| cell);
        let known = cells.filter(|(head, cell)| **head != "id" && !cell.is_empty());
        builder.row(row_id, known.map(|(head, cell)| (head.split(':').next().unwrap(), value(head, cell))));
    }
    builder.finish().unwrap()
}

/// The same table, ready for questions.
pub(crate) fn indexed(text: &str) -> Indexed {
    Indexed::new(table(text), |text| text.nfd().collect())
}

fn column(head: &str) -> ColumnSpec {
    let (id, kind) = head.split_once(':').unwrap_or((head, "text"));
    let better = if kind.ends_with('-') { "lower" } else { "higher" };
    let role = match id {
        "in" => Some("input-price"),
        "out" => Some("output-price"),
        "cache" => Some("cached-price"),
        _ => None,
    };
    ColumnSpec {
        id: Some(id.into()),
        label: Some(id.into()),
        kind: Some(kind.trim_end_matches(['+', '-']).into()),
        better: kind.ends_with(['+', '-']).then(|| better.into()),
        role: role.map(Into::into),
        ..ColumnSpec::default()
    }
}

fn value<'a>(head: &str, cell: &'a str) -> Value<'a> {
    match head.split(':').nth(1).unwrap_or("text").trim_end_matches(['+', '-']) {
        "number" => Value::Number(cell.parse().unwrap()),
        "flag" => Value::Flag(cell == "yes"),
        "categories" => Value::List(cell.split(',').map(Into::into).collect()),
        _ => Value::Text(cell.into()),
    }
}
