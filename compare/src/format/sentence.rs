use super::{Digits, Numbers, Words, counted, heading};
use crate::catalog::{Kind, Table};
use crate::query::{Clause, Direction, SortKey, Test};
use crate::units::{Gather, Weight};

/// How much score and cost count: `60 % score, 40 % cost`.
pub fn weight(weight: Weight, numbers: &dyn Numbers) -> String {
    let score = (weight.share() * 100.0).round();
    // Not rounded by itself, or 33.5 and 66.5 would make 101.
    let [score, cost] = [score, 100.0 - score].map(|percent| counted(numbers.number(percent, Digits::exactly(0)), "%"));
    [&score, " score, ", &cost, " cost"].concat()
}

/// How many rows are shown: `12 of 178 rows`.
pub fn count(shown: usize, total: usize, numbers: &dyn Numbers) -> String {
    let number = |count: usize| numbers.number(count as f64, Digits::exactly(0));
    let all = counted(number(total), if total == 1 && shown == 1 { "row" } else { "rows" });
    if shown == total { all } else { number(shown) + " of " + &all }
}

/// Among how many rows somebody is the best, where not all of them are shown.
pub fn among(shown: usize, total: usize, numbers: &dyn Numbers) -> String {
    match shown {
        1 if total > 1 => ", the only one shown".to_owned(),
        shown if shown < total => format!(" of the {} shown", numbers.number(shown as f64, Digits::exactly(0))),
        _ => String::new(),
    }
}

/// In which order rows stand: `sorted by Released, newest first, then by Model, A to Z`.
pub fn sorted(sort: &[SortKey], table: &Table) -> String {
    let key = |key: &SortKey| format!("by {}, {}", heading(key.field, table), direction(*key, table));
    format!("sorted {}", sort.iter().map(key).joined(", then "))
}

/// What comes first under a key, in words.
fn direction(key: SortKey, table: &Table) -> &'static str {
    let kind = key.field.column(table).map_or(Kind::Number, crate::catalog::Column::kind);
    match (kind, key.direction) {
        (Kind::Date, Direction::Ascending) => "oldest first",
        (Kind::Date, Direction::Descending) => "newest first",
        (Kind::Number, Direction::Ascending) => "lowest first",
        (Kind::Number, Direction::Descending) => "highest first",
        (Kind::Flag, Direction::Ascending) => "no first",
        (Kind::Flag, Direction::Descending) => "yes first",
        (_, Direction::Ascending) => "A to Z",
        (_, Direction::Descending) => "Z to A",
    }
}

/// What a clause lets pass: `Monthly cost up to $5.00 or not known`.
pub fn chip(clause: &Clause, words: &Words<'_>) -> String {
    let label = heading(clause.field, words.table);
    let bound = |number: f64| words.bound(clause.field, number);
    let date = |date: crate::units::Date| words.numbers.date(date);
    let test = clause.test.as_ref().map(|test| match test {
        Test::Any(names) => format!(": {}", names.join(", ")),
        Test::Numbers(low, high) => range(low.map(bound), high.map(bound)),
        Test::Dates(from, to) => range(from.map(date), to.map(date)),
    });
    match (test, clause.missing) {
        (Some(test), false) => format!("{label}{test}"),
        (Some(test), true) => format!("{label}{test} or not known"),
        (None, _) => format!("{label} not known"),
    }
}

fn range(low: Option<String>, high: Option<String>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!(" {low} to {high}"),
        (Some(low), None) => format!(" from {low}"),
        (None, Some(high)) => format!(" up to {high}"),
        (None, None) => " known".to_owned(),
    }
}
