//! The view that shows what a rule has measured.

use crate::judge::Asked;
use crate::rule::Test;
use compare::query::{Field, Filter};
use compare::state::{Setting, View};
use compare::units::RustNumerals;
use std::rc::Rc;

impl Asked<'_> {
    /// The view that shows what a rule has measured, as a link says it.
    pub(crate) fn view(&self, test: &Test) -> String {
        let [only, columns, filter] = self.shown(test);
        let score = self.score(test);
        let score = if score.is_empty() { String::new() } else { format!("/score:{score}") };
        let (table, sort) = (&self.table.id, self.sort(test));
        let prices = self.prices(&columns, &filter);
        let filter = filter.replace('%', "%25").replace('/', "%2F");
        // What would close a sentence, as the dots of a range do, is cut off the end of a link.
        format!("table:{table}{score}{prices}/only:{only}/columns:{columns}/sort:{sort}/filter:{filter}/")
    }

    /// The rows, the columns and the filter in which a rule's numbers can be seen.
    fn shown(&self, test: &Test) -> [String; 3] {
        match test {
            Test::PriceRatio { dear: one, cheap: other, columns } | Test::ScoreDifference { one, other, columns } => {
                [self.ids(&[*one, *other]), self.names(columns, "vendor "), String::new()]
            }
            Test::Share { among, filter } => {
                let both = among.clauses.iter().chain(&filter.clauses).cloned();
                let both = both.fold(Filter::default(), Filter::with);
                let columns = both.clauses.iter().filter_map(|clause| match clause.field {
                    Field::Column(column) => Some(column),
                    _ => None,
                });
                let columns: Vec<usize> = columns.collect();
                [String::new(), self.names(&columns, "vendor "), self.filter_text(&both)]
            }
            Test::BestOpen { columns, among, .. } => {
                [String::new(), self.names(columns, "open-weights "), self.filter_text(among)]
            }
            Test::Threshold { rows, columns } => [self.ids(rows), self.names(columns, "vendor "), String::new()],
            Test::PriceAtScore { columns, reach } => {
                let (only, filter) = match columns[..] {
                    [column] => (String::new(), self.reaching(column, *reach)),
                    _ => (self.ids(&self.all_cheapest(columns, *reach)), String::new()),
                };
                [only, self.names(columns, "open-weights workload "), filter]
            }
        }
    }

    /// What the rows are sorted by: those that a rule is about come first.
    fn sort(&self, test: &Test) -> String {
        let (sort, best_is_least) = match test {
            Test::Share { .. } => ("name", false),
            Test::PriceAtScore { .. } => ("workload", false),
            Test::BestOpen { columns, .. } => {
                (self.first(columns), columns.first().is_some_and(|column| self.is_lower_better(*column)))
            }
            Test::PriceRatio { columns, .. }
            | Test::ScoreDifference { columns, .. }
            | Test::Threshold { columns, .. } => (self.first(columns), false),
        };
        if best_is_least || matches!(sort, "name" | "workload") { sort.to_owned() } else { format!("-{sort}") }
    }

    /// The score that the table shows, for what is said above it is about that; empty where a rule is about none.
    fn score(&self, test: &Test) -> &str {
        match test {
            Test::ScoreDifference { columns, .. }
            | Test::BestOpen { columns, .. }
            | Test::PriceAtScore { columns, .. } => self.first(columns),
            Test::Threshold { columns, .. } if !self.is_price(columns) => self.first(columns),
            _ => "",
        }
    }

    /// The ids of some rows, as a link writes them.
    fn ids(&self, rows: &[usize]) -> String {
        let ids = rows.iter().filter_map(|row| self.table.ids.get(*row)).map(|id| &**id);
        ids.collect::<Vec<_>>().join(" ")
    }

    /// The name, more columns, and some by their positions, as a link writes them.
    fn names(&self, columns: &[usize], more: &str) -> String {
        let ids = columns.iter().filter_map(|at| self.table.columns.get(*at)).map(|column| &*column.id);
        format!("name {more}{}", ids.collect::<Vec<_>>().join(" "))
    }

    /// The id of the first of some columns; empty where there is none.
    fn first(&self, columns: &[usize]) -> &str {
        columns.first().and_then(|at| self.table.columns.get(*at)).map_or("", |column| &column.id)
    }

    /// The prices and the workload by which a rule reckons, where columns or filter are about them: a page may have
    /// chosen others.
    fn prices(&self, columns: &str, filter: &str) -> String {
        let fields = columns.split(' ').chain(filter.split(';').filter_map(|clause| clause.split(':').next()));
        let fields: Vec<Field> = fields.filter_map(|id| Field::parse(id.trim(), self.table)).collect();
        let is_price = |field: &Field| field.column(self.table).is_some_and(|column| column.unit.is_money());
        if fields.iter().any(|field| matches!(field, Field::Workload | Field::Value)) {
            let workload = View::new(0, self.table).text(Setting::Workload, self.table, &RustNumerals);
            let workload = workload.unwrap_or_default().replace("; ", ";");
            return format!("/prices:first-party/workload:{workload}");
        }
        if fields.iter().any(is_price) { "/prices:first-party".to_owned() } else { String::new() }
    }

    /// The filter that lets the rows pass which reach a part of the best score.
    fn reaching(&self, column: usize, reach: f64) -> String {
        let id = self.table.columns.get(column).map_or("", |column| &column.id);
        let range = |floor| if self.is_lower_better(column) { format!("..{floor}") } else { format!("{floor}..") };
        self.floor(column, reach).map(|floor| format!("{id}:{}", range(floor))).unwrap_or_default()
    }

    /// The cheapest rows of some columns, each once.
    fn all_cheapest(&self, columns: &[usize], reach: f64) -> Vec<usize> {
        let mut rows: Vec<usize> = Vec::new();
        for (row, _) in columns.iter().filter_map(|column| self.cheapest(*column, reach).ok()).flatten() {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    /// Whether the first of some columns holds amounts of money.
    fn is_price(&self, columns: &[usize]) -> bool {
        columns.first().and_then(|at| self.table.columns.get(*at)).is_some_and(|column| column.unit.is_money())
    }

    fn filter_text(&self, filter: &Filter) -> String {
        let view = View { filter: Rc::new(filter.clone()), ..View::new(0, self.table) };
        view.text(Setting::Filter, self.table, &RustNumerals).unwrap_or_default()
    }
}
