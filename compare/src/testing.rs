//! Small tables for tests, written so that a case can be read at a glance.

use crate::catalog::{Builder, ColumnSpec, FigureSpec, Header, Rules, Table, Value};
use crate::query::{Direction, Field, Indexed, Question, SortKey, Tradeoff};
use crate::units::{Letters, Weight};
use unicode_normalization::UnicodeNormalization;

/// A table from text: the first line names columns, `id:kind`, with `+` or `-` behind the kind of a number that is
/// better higher or lower, and a unit behind that; then a line a row. Cells are separated by `|`; an empty one is
/// missing. A number may be followed by its interval, as `88 198/225` (k of n) or `88 84..92`.
///
/// The columns `score` and `cost` are those of the trade-off; `in`, `out` and `cache` are the prices of the workload,
/// which is the cost where there is no column `cost`; `window` is the context window. The id of a row is made from its
/// name, or stands in a column
/// `id`.
pub(crate) fn table(text: &str) -> Table {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let heads: Vec<&str> = lines.next().unwrap().split('|').map(str::trim).collect();
    let columns: Vec<ColumnSpec> = heads.iter().filter(|head| **head != "id").map(|head| column(head)).collect();
    let id = |name: &str| columns.iter().find(|column| column.id.as_deref() == Some(name)).and(Some(name.to_owned()));
    let cost = id("cost").or_else(|| id("in").and(Some("workload".to_owned())));
    let header = Header { id: "t".into(), score: id("score"), cost, columns: columns.clone(), ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    for line in lines {
        let cells = heads.iter().zip(line.split('|').map(str::trim));
        let row_id = cells.clone().find(|(head, _)| **head == "id").map(|(_, cell)| cell);
        let known = cells.filter(|(head, cell)| **head != "id" && !cell.is_empty());
        builder.row(row_id, known.map(|(head, cell)| (head.split(':').next().unwrap(), value(head, cell))));
    }
    builder.finish().unwrap()
}

/// A text as it is read: a blank at which no line ends is a blank.
pub(crate) fn read(text: impl AsRef<str>) -> String {
    text.as_ref().replace('\u{a0}', " ")
}

/// What the host knows of letters, for accents are taken off as the browser does it.
pub(crate) const LETTERS: Letters = Letters { lower: str::to_lowercase, decompose: |text| text.nfd().collect() };

/// The same table, ready for search and sort.
pub(crate) fn indexed(text: &str) -> Indexed {
    index(table(text))
}

/// A table, ready for search and sort, with accents taken off as the browser does it.
pub(crate) fn index(table: Table) -> Indexed {
    Indexed::new(table, LETTERS)
}

/// The columns of a table text's first line.
pub(crate) fn columns(heads: &str) -> Vec<ColumnSpec> {
    heads.split('|').map(str::trim).map(column).collect()
}

fn column(head: &str) -> ColumnSpec {
    let (head, unit) = head.split_once(' ').map_or((head, None), |(head, unit)| (head, Some(unit.to_owned())));
    let (id, kind) = head.split_once(':').unwrap_or((head, "text"));
    let better = if kind.ends_with('-') { "lower" } else { "higher" };
    let role = match id {
        "in" => Some("input-price"),
        "out" => Some("output-price"),
        "cache" => Some("cached-price"),
        "window" => Some("context"),
        _ => None,
    };
    ColumnSpec {
        id: Some(id.into()),
        label: Some(id.into()),
        kind: Some(kind.trim_end_matches(['+', '-']).into()),
        better: kind.ends_with(['+', '-']).then(|| better.into()),
        role: role.map(Into::into),
        unit,
        ..ColumnSpec::default()
    }
}

fn value<'a>(head: &str, cell: &'a str) -> Value<'a> {
    let kind = head.split([':', ' ']).nth(1).unwrap_or("text");
    match kind.trim_end_matches(['+', '-']) {
        "number" => number(cell),
        "flag" => Value::Flag(cell == "yes"),
        "categories" => Value::List(cell.split(',').map(Into::into).collect()),
        _ => Value::Text(cell.into()),
    }
}

fn number(cell: &str) -> Value<'_> {
    let parse = |text: &str| Some(text.parse().unwrap());
    let Some((number, interval)) = cell.split_once(' ') else {
        return Value::Number(cell.parse().unwrap());
    };
    let value = Some(Value::Number(number.parse().unwrap()));
    let spec = match (interval.split_once('/'), interval.split_once("..")) {
        (Some((k, n)), _) => FigureSpec { value, k: parse(k), n: parse(n), ..FigureSpec::default() },
        (_, Some((low, high))) => FigureSpec { value, low: parse(low), high: parse(high), ..FigureSpec::default() },
        _ => panic!("{interval} is no interval"),
    };
    Value::Figure(Box::new(spec))
}

/// A table that is asked questions.
pub(crate) struct Asked {
    pub(crate) table: Indexed,
    pub(crate) tradeoff: Tradeoff,
    pub(crate) weight: Weight,
}

impl Asked {
    /// The table of a text, weighed evenly.
    pub(crate) fn new(text: &str) -> Self {
        Self::of(table(text))
    }

    /// A table, weighed evenly.
    pub(crate) fn of(table: Table) -> Self {
        let tradeoff = Tradeoff::new(&table, table.score, table.cost, &table.workload);
        Self { table: index(table), tradeoff, weight: Weight::EVEN }
    }

    /// The same at another weight.
    pub(crate) fn at(self, weight: f64) -> Self {
        Self { weight: Weight::new(weight).unwrap(), ..self }
    }

    pub(crate) fn question(&self) -> Question<'_> {
        Question { table: &self.table, tradeoff: &self.tradeoff, weight: self.weight }
    }

    /// The field of an id.
    pub(crate) fn field(&self, id: &str) -> Field {
        Field::parse(id, &self.table).unwrap()
    }

    /// The keys that column ids write, `-` before one for descending.
    pub(crate) fn keys(&self, sort: &str) -> Vec<SortKey> {
        let key = |word: &str| match word.strip_prefix('-') {
            Some(id) => SortKey { field: self.field(id), direction: Direction::Descending },
            None => SortKey { field: self.field(word), direction: Direction::Ascending },
        };
        sort.split_whitespace().map(key).collect()
    }

    /// Every row.
    pub(crate) fn all(&self) -> Vec<u32> {
        (0..self.table.len() as u32).collect()
    }

    /// The names of all rows in an order, separated by spaces.
    pub(crate) fn sorted(&self, sort: &str) -> String {
        self.names(&self.question().order(&self.all(), &self.keys(sort)))
    }

    /// The names of rows, separated by spaces.
    pub(crate) fn names(&self, rows: &[u32]) -> String {
        rows.iter().map(|row| self.table.name(*row as usize)).collect::<Vec<_>>().join(" ")
    }
}
