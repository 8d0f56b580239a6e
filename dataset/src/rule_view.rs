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
        let ids = |rows: &[usize]| {
            let ids = rows.iter().filter_map(|row| self.table.ids.get(*row)).map(|id| &**id);
            ids.collect::<Vec<_>>().join(" ")
        };
        let names = |columns: &[usize], more: &str| {
            let ids = columns.iter().filter_map(|at| self.table.columns.get(*at)).map(|column| &*column.id);
            format!("name {more}{}", ids.collect::<Vec<_>>().join(" "))
        };
        let first =
            |columns: &[usize]| columns.first().and_then(|at| self.table.columns.get(*at)).map_or("", |c| &c.id);
        let filter = |filter: &Filter| self.filter_text(filter);
        let (only, columns, sort, filter) = match test {
            Test::PriceRatio { dear, cheap, columns } => {
                (ids(&[*dear, *cheap]), names(columns, "vendor "), first(columns), String::new())
            }
            Test::ScoreDifference { one, other, columns } => {
                (ids(&[*one, *other]), names(columns, "vendor "), first(columns), String::new())
            }
            Test::Share { among, filter: passing } => {
                let clauses = among.clauses.iter().chain(&passing.clauses).cloned();
                let both = clauses.fold(Filter::default(), Filter::with);
                let shown: Vec<usize> = both
                    .clauses
                    .iter()
                    .filter_map(|clause| match clause.field {
                        Field::Column(column) => Some(column),
                        _ => None,
                    })
                    .collect();
                (String::new(), names(&shown, "vendor "), "name", filter(&both))
            }
            Test::BestOpen { columns, among, .. } => {
                (String::new(), names(columns, "open-weights "), first(columns), filter(among))
            }
            Test::Threshold { rows, columns } => (ids(rows), names(columns, "vendor "), first(columns), String::new()),
            Test::PriceAtScore { column, reach } => {
                let reaching = self.floor(*column, *reach).map(|floor| {
                    let range = if self.is_lower_better(*column) { format!("..{floor}") } else { format!("{floor}..") };
                    format!("{}:{range}", first(&[*column]))
                });
                let columns = names(&[*column], "open-weights workload ");
                (String::new(), columns, "workload", reaching.unwrap_or_default())
            }
        };
        let best_is_least = match test {
            Test::BestOpen { columns, .. } => columns.first().is_some_and(|column| self.is_lower_better(*column)),
            _ => false,
        };
        let sort =
            if best_is_least || matches!(sort, "name" | "workload") { sort.to_owned() } else { format!("-{sort}") };
        // What is said above the table is about the score that it shows.
        let score = match test {
            Test::ScoreDifference { columns, .. } | Test::BestOpen { columns, .. } => first(columns),
            Test::PriceAtScore { column, .. } => first(&[*column]),
            Test::Threshold { columns, .. } if !self.is_price(columns) => first(columns),
            _ => "",
        };
        let score = if score.is_empty() { String::new() } else { format!("/score:{score}") };
        let table = &self.table.id;
        let filter = filter.replace('%', "%25").replace('/', "%2F");
        // What would close a sentence, as the dots of a range do, is cut off the end of a link.
        format!("table:{table}{score}/only:{only}/columns:{columns}/sort:{sort}/filter:{filter}/")
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
