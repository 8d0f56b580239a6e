//! What the tables say to a rule: whether it holds, with which numbers, and where they can be seen.

use crate::rule::{Rule, Test};
use crate::told::{Measured, count, number, other, tell, words};
use compare::catalog::{Piece, Press};
use compare::format::{Plain, Words, chip};
use compare::query::{Clause, Field, Filter, Indexed, Question};
use compare::state::View;
use compare::units::Unit;
use std::rc::Rc;

/// What the tables say.
pub(crate) struct Judgement {
    pub(crate) holds: bool,
    /// The numbers, in sentences.
    pub(crate) found: Vec<Piece>,
    pub(crate) press: Press,
}

/// What the tables say to every rule of a claim: it holds where each does. What can be seen is what the first measured
/// that does not, or else the first.
///
/// `None` where there are none.
pub(crate) fn together(judged: Vec<Judgement>) -> Option<Judgement> {
    judged.into_iter().reduce(|mut one, next| {
        if one.holds {
            one.press = if next.holds { one.press } else { next.press };
            one.holds = next.holds;
        }
        one.found.push(words(" "));
        one.found.extend(next.found);
        one
    })
}

/// Asks the tables.
///
/// # Errors
///
/// Which figure the rule needs and no table has.
pub(crate) fn judge(rule: &Rule, tables: &[Rc<Indexed>]) -> Result<Judgement, String> {
    let table = tables.get(rule.table).ok_or("the table is not there: name one that is")?;
    let start = View::new(rule.table, table);
    let tradeoff = start.tradeoff(table);
    let asked = Asked { question: start.question(table, &tradeoff), table };
    let measured = asked.measure(&rule.test)?;
    let holding = measured.iter().filter(|one| rule.bound.holds(one.number)).count();
    let share = 100.0 * holding as f64 / measured.len() as f64;
    let holds = !measured.is_empty() && share >= rule.share;
    let press = Press { label: "Show the figures".into(), view: asked.view(&rule.test).into(), chart: false };
    let found = asked.among(&rule.test).into_iter().chain(tell(rule, &measured)).collect();
    Ok(Judgement { holds, found, press })
}

/// Without the last digits, which reckoning in binary makes up.
pub(crate) fn rounded(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

/// A table that is asked.
pub(crate) struct Asked<'a> {
    pub(crate) question: Question<'a>,
    pub(crate) table: &'a Indexed,
}

impl Asked<'_> {
    fn measure(&self, test: &Test) -> Result<Vec<Measured>, String> {
        match test {
            Test::PriceRatio { dear, cheap, columns } => {
                columns.iter().map(|at| self.ratio(*at, *dear, *cheap)).collect()
            }
            Test::ScoreDifference { one, other, columns } => {
                columns.iter().map(|at| self.difference(*at, *one, *other)).collect()
            }
            Test::Share { among, filter } => self.share(among, filter).map(|share| vec![share]),
            Test::BestOpen { columns, among, percent } => {
                columns.iter().map(|at| self.best_open(*at, among, *percent)).collect()
            }
            Test::Threshold { rows, columns } => {
                let cells = columns.iter().flat_map(|column| rows.iter().map(move |row| (*column, *row)));
                cells.map(|(column, row)| self.cell(column, row)).collect()
            }
            Test::PriceAtScore { columns, reach } => {
                columns.iter().map(|at| self.price_at_score(*at, *reach)).collect()
            }
        }
    }

    fn figure(&self, column: usize, row: usize) -> Result<f64, String> {
        let missing = || {
            let (row, column) = (self.table.ids.get(row), self.table.columns.get(column).map(|column| &column.id));
            let [row, column] = [row, column].map(|id| id.map_or("", |id| id));
            format!("row \"{row}\" has no figure in column \"{column}\": name another, or give it one with a source")
        };
        self.question.measure(Field::Column(column)).get(row).ok_or_else(missing)
    }

    /// The label of a column, before what is said of it.
    pub(crate) fn label(&self, column: usize) -> String {
        self.table.columns.get(column).map(|column| format!("{}: ", column.label)).unwrap_or_default()
    }

    /// What the numbers of a column count.
    pub(crate) fn unit(&self, column: usize) -> Unit {
        self.table.columns.get(column).map_or(Unit::None, |column| column.unit.clone())
    }

    /// What the distance of two numbers of a column counts.
    pub(crate) fn distance(&self, column: usize) -> Unit {
        match self.unit(column) {
            Unit::Percent => other("points"),
            unit => unit,
        }
    }

    /// The name of a row, with who charges the price of a column.
    fn name(&self, row: usize, column: usize) -> String {
        let figure = self.table.columns.get(column).and_then(|column| column.figure(row));
        let provider = figure.map(|figure| &*figure.provider).filter(|provider| !provider.is_empty());
        let provider = provider.map(|provider| format!(" ({provider})")).unwrap_or_default();
        format!("{}{provider}", self.table.name(row))
    }

    fn ratio(&self, column: usize, dear: usize, cheap: usize) -> Result<Measured, String> {
        let (high, low) = (self.figure(column, dear)?, self.figure(column, cheap)?);
        if low <= 0.0 {
            return Err(format!(
                "row \"{}\" is free: nothing is so many times its price; name one that costs something",
                self.table.name(cheap)
            ));
        }
        let (times, unit) = (rounded(high / low), self.unit(column));
        let from = vec![
            number(high, &unit),
            words(&format!(" for {} is ", self.name(dear, column))),
            number(times, &other("times")),
            words(" the "),
            number(low, &unit),
            words(&format!(" for {}", self.name(cheap, column))),
        ];
        Ok(Measured { of: self.label(column), number: times, unit: other("times"), from, of_whom: Vec::new() })
    }

    fn difference(&self, column: usize, one: usize, other: usize) -> Result<Measured, String> {
        let (first, second) = (self.figure(column, one)?, self.figure(column, other)?);
        let (difference, unit) = (rounded(first - second), self.distance(column));
        let side = if difference < 0.0 { " behind" } else { " ahead" };
        let from = vec![
            number(first, &self.unit(column)),
            words(&format!(" for {} against ", self.table.name(one))),
            number(second, &self.unit(column)),
            words(&format!(" for {}, ", self.table.name(other))),
            number(difference.abs(), &unit),
            words(side),
        ];
        Ok(Measured { of: self.label(column), number: difference, unit, from, of_whom: Vec::new() })
    }

    fn share(&self, among: &Filter, filter: &Filter) -> Result<Measured, String> {
        let all = self.question.passing(among).rows();
        let passing = self.question.passing(filter).rows();
        let some = all.iter().filter(|row| passing.contains(row)).count();
        if all.is_empty() {
            return Err("no row passes the filter `among`: widen it".to_owned());
        }
        let share = rounded(100.0 * some as f64 / all.len() as f64);
        let mut from = vec![
            count(some),
            words(" of "),
            count(all.len()),
            words(&format!(" rows with {}, which is ", self.said(among))),
            number(share, &Unit::Percent),
        ];
        let unknown = self.unknown(&all, filter);
        if unknown > 0 {
            from.extend([words("; of "), count(unknown), words(" it is not known")]);
        }
        Ok(Measured {
            of: format!("{}: ", self.said(filter)),
            number: share,
            unit: Unit::Percent,
            from,
            of_whom: Vec::new(),
        })
    }

    /// Which rows a rule asks about, where its numbers do not say so themselves.
    fn among(&self, test: &Test) -> Option<Piece> {
        match test {
            Test::BestOpen { among, .. } if !among.is_empty() => {
                Some(words(&format!("Only rows with {} count. ", self.said(among))))
            }
            _ => None,
        }
    }

    /// How many of some rows are not known in a column that a filter asks.
    fn unknown(&self, all: &[u32], filter: &Filter) -> usize {
        let is_known = |row: &&u32| {
            let missing = |clause: &Clause| Clause { test: None, missing: true, ..clause.clone() };
            let mut clauses = filter.clauses.iter().map(|clause| Filter::default().with(missing(clause)));
            !clauses.any(|missing| self.question.passing(&missing).rows().contains(row))
        };
        all.len() - all.iter().filter(is_known).count()
    }

    /// A filter in words.
    fn said(&self, filter: &Filter) -> String {
        let words = Words { table: self.table, numbers: &Plain };
        let chips: Vec<String> = filter.clauses.iter().map(|clause| chip(clause, &words)).collect();
        if chips.is_empty() { "any value".to_owned() } else { chips.join(" and ") }
    }

    fn cell(&self, column: usize, row: usize) -> Result<Measured, String> {
        let (figure, unit) = (self.figure(column, row)?, self.unit(column));
        let of = format!("{}, {}", self.table.name(row), self.label(column));
        Ok(Measured { of, number: figure, from: vec![number(figure, &unit)], unit, of_whom: Vec::new() })
    }
}
