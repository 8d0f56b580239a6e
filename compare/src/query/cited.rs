use super::Field;
use crate::catalog::{Column, Cost, Role, Source, Table};
use crate::units::{Date, Gather};

/// What stands behind the figures of some fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cited<'a> {
    /// The sources of the figures, and those in which they were found, in the order of the table's sources.
    pub sources: Vec<&'a Source>,
    /// The newest date of a figure or of one of the sources.
    pub newest: Option<Date>,
}

impl<'a> Cited<'a> {
    /// What stands behind the known cells of fields, whatever the row. A value stands on the table's own score and
    /// cost, the cost of a workload on prices.
    pub fn new(table: &'a Table, fields: &[Field]) -> Self {
        Self::of_rows(table, fields, &|_| true)
    }

    /// The same of the rows that are meant.
    pub fn of_rows(table: &'a Table, fields: &[Field], is_meant: &dyn Fn(usize) -> bool) -> Self {
        let columns: Vec<usize> = fields.iter().flat_map(|field| columns_behind(*field, table)).gathered();
        let cells = || {
            let known = |column: usize| {
                let rows = (0..table.len()).filter(|row| is_meant(*row));
                rows.filter(move |row| !table.columns[column].cells.is_missing(*row))
            };
            columns.iter().flat_map(move |column| known(*column).map(move |row| (*column, row)))
        };
        let mut ids: Vec<&str> = Vec::new();
        for source in cells().filter_map(|(column, row)| table.source(column, row)) {
            if !ids.contains(&&*source.id) {
                ids.push(&source.id);
            }
        }
        let of_ids = |ids: &[&str]| table.sources.iter().filter(|source| ids.contains(&&*source.id)).gathered();
        let found_in: Vec<&str> = of_ids(&ids).into_iter().map(|source| &*source.via).gathered();
        let sources = of_ids(&[ids, found_in].concat());
        let dates = cells().filter_map(|(column, row)| table.as_of(column, row));
        let newest = dates.chain(sources.iter().filter_map(|source| source.date)).max();
        Self { sources, newest }
    }
}

/// The positions of the columns whose figures a field shows or is worked out from.
pub fn columns_behind(field: Field, table: &Table) -> Vec<usize> {
    let playing = |role: Role| table.columns.iter().position(|column: &Column| column.role == Some(role));
    let prices = || [Role::InputPrice, Role::OutputPrice, Role::CachedPrice].into_iter().filter_map(playing).gathered();
    match field {
        Field::Column(column) => vec![column],
        Field::Workload => prices(),
        Field::Value => {
            let cost = match table.cost {
                Some(Cost::Column(column)) => vec![column],
                Some(Cost::Workload) => prices(),
                None => Vec::new(),
            };
            table.score.into_iter().chain(cost).gathered()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Builder, ColumnSpec, FigureSpec, Header, Rules, SourceSpec, Value};
    use crate::testing::Asked;

    /// Two rows with a score from `card`, found in `list`, and a price from `prices`; nothing is from `unused`.
    fn table() -> Table {
        let column = |id: &str, kind: &str| ColumnSpec {
            id: Some(id.into()),
            label: Some(id.into()),
            kind: Some(kind.into()),
            better: (kind == "number").then(|| "higher".into()),
            ..ColumnSpec::default()
        };
        let source = |id: &str, date: &str, via: &str| SourceSpec {
            id: Some(id.into()),
            date: Some(date.into()),
            via: (!via.is_empty()).then(|| via.into()),
            ..SourceSpec::default()
        };
        let header = Header {
            id: "t".into(),
            title: Some("T".into()),
            columns: vec![column("name", "text"), column("score", "number"), column("price", "number")],
            sources: vec![
                source("unused", "2030", ""),
                source("list", "2025-01", ""),
                source("prices", "2026-02-01", ""),
                source("card", "2025-06-01", "list"),
            ],
            ..Header::default()
        };
        let figure = |value: f64, source: &'static str, as_of: &'static str| {
            Value::Figure(Box::new(FigureSpec {
                value: Some(Value::Number(value)),
                source: Some(source.into()),
                as_of: Some(as_of.into()),
                ..FigureSpec::default()
            }))
        };
        let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
        let alpha = [
            ("name", Value::Text("Alpha".into())),
            ("score", figure(1.0, "card", "2025-05")),
            ("price", figure(2.0, "prices", "2026-03-04")),
        ];
        builder.row(None, alpha);
        builder.row(None, [("name", Value::Text("Beta".into())), ("score", figure(3.0, "card", "2025-07-09"))]);
        builder.finish().unwrap()
    }

    fn cited(ids: &[&str]) -> (Vec<String>, Option<String>) {
        let table = table();
        let fields: Vec<Field> = ids.iter().filter_map(|id| Field::parse(id, &table)).collect();
        let cited = Cited::new(&table, &fields);
        assert_eq!(Asked::of(table.clone()).table.newest_behind(&fields), cited.newest, "the memory says the same");
        let ids = cited.sources.iter().map(|source| source.id.to_string()).collect();
        (ids, cited.newest.map(|date| date.to_string()))
    }

    #[test]
    fn only_the_sources_of_the_fields_are_cited_with_those_in_which_they_were_found() {
        assert_eq!(cited(&["score"]).0, ["list", "card"]);
        assert_eq!(cited(&["price", "score"]).0, ["list", "prices", "card"]);
    }

    #[test]
    fn only_what_stands_behind_the_rows_that_are_meant_is_cited() {
        let table = table();
        let fields = ["price", "score"].map(|id| Field::parse(id, &table).unwrap());
        let cited = Cited::of_rows(&table, &fields, &|row| row == 1);
        let ids: Vec<&str> = cited.sources.iter().map(|source| &*source.id).collect();
        assert_eq!((ids, cited.newest.unwrap().to_string()), (vec!["list", "card"], "2025-07-09".to_owned()));
        assert_eq!(Cited::of_rows(&table, &fields, &|_| false), Cited::default());
    }

    #[test]
    fn the_newest_date_is_that_of_a_figure_or_of_a_source_of_the_fields() {
        assert_eq!(cited(&["score"]).1.as_deref(), Some("2025-07-09"));
        assert_eq!(cited(&["price", "score"]).1.as_deref(), Some("2026-03-04"));
        assert_eq!(cited(&["name"]), (Vec::new(), None));
    }

    #[test]
    fn a_value_and_a_workload_stand_on_the_columns_that_they_are_worked_out_from() {
        let positions = |table: &str, id: &str| {
            let table = crate::testing::table(table);
            columns_behind(Field::parse(id, &table).unwrap(), &table)
        };
        assert_eq!(positions("name | score:number+ | cost:number-", "value"), [1, 2]);
        assert_eq!(positions("name | score:number+ | in:number | out:number | cache:number", "value"), [1, 2, 3, 4]);
        assert_eq!(positions("name | in:number | out:number", "workload"), [1, 2]);
    }
}
