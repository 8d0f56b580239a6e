//! What the tables say to a rule: whether it holds, with which numbers, and where they can be seen.

use crate::rule::{Rule, Test, has_prices};
use crate::told::{Measured, count, number, other, tell, words};
use compare::catalog::{Better, Piece, Press};
use compare::format::{Plain, Words, chip};
use compare::query::{Clause, Field, Filter, Indexed, Question, best};
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
fn rounded(number: f64) -> f64 {
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

    fn label(&self, column: usize) -> String {
        self.table.columns.get(column).map(|column| format!("{}: ", column.label)).unwrap_or_default()
    }

    fn unit(&self, column: usize) -> Unit {
        self.table.columns.get(column).map_or(Unit::None, |column| column.unit.clone())
    }

    /// What the distance of two numbers of a column counts.
    fn distance(&self, column: usize) -> Unit {
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

    /// The rows with a number in a column that are open, or that are closed.
    fn sided(&self, column: usize, rows: &[u32], open: bool) -> Vec<(usize, f64)> {
        let openness = self.table.columns.iter().find(|column| column.id == "open-weights");
        let measure = self.question.measure(Field::Column(column));
        let rows = rows.iter().map(|row| *row as usize);
        let rows = rows.filter(|row| openness.and_then(|column| column.cells.flag(*row)) == Some(open));
        rows.filter_map(|row| Some((row, measure.get(row)?))).collect()
    }

    /// Whether less is better in a column.
    pub(crate) fn is_lower_better(&self, column: usize) -> bool {
        self.table.columns.get(column).is_some_and(|column| column.better == Some(Better::Lower))
    }

    fn best(&self, column: usize, rows: &[u32], open: bool) -> Result<(usize, f64), String> {
        let sided = self.sided(column, rows, open);
        let known: Vec<u32> = sided.iter().map(|(row, _)| *row as u32).collect();
        let first = self.table.columns.get(column).and_then(|column| best(column, &known)).map(|row| row as usize);
        sided.into_iter().find(|(row, _)| Some(*row) == first).ok_or_else(|| {
            let (id, side) =
                (self.table.columns.get(column).map_or("", |c| &c.id), if open { "open" } else { "closed" });
            format!("no row with {side} weights has a figure in column \"{id}\": name another column")
        })
    }

    fn best_open(&self, column: usize, among: &Filter, percent: bool) -> Result<Measured, String> {
        let rows = self.question.passing(among).rows();
        let (open, closed) = (self.best(column, &rows, true)?, self.best(column, &rows, false)?);
        let is_lower = self.is_lower_better(column);
        let (more, less) = if is_lower { (open.1, closed.1) } else { (closed.1, open.1) };
        if percent && more == 0.0 {
            return Err("a best number is 0, of which nothing is a part: leave `as` out".to_owned());
        }
        let (result, unit) = if percent {
            (rounded(100.0 * less / more), Unit::Percent)
        } else {
            (rounded(more - less), self.distance(column))
        };
        let mut from = vec![
            number(open.1, &self.unit(column)),
            words(&format!(" for {} (best open) against ", self.table.name(open.0))),
            number(closed.1, &self.unit(column)),
            words(&format!(" for {} (best closed), ", self.table.name(closed.0))),
        ];
        if percent {
            let (before, after) = if is_lower { ("which is ", " of the former") } else { ("", " of it") };
            from.extend([words(before), number(result, &unit), words(after)]);
        } else {
            from.extend([number(result.abs(), &unit), words(if result < 0.0 { " ahead" } else { " behind" })]);
        }
        Ok(Measured { of: self.label(column), number: result, unit, from, of_whom: Vec::new() })
    }

    fn cell(&self, column: usize, row: usize) -> Result<Measured, String> {
        let (figure, unit) = (self.figure(column, row)?, self.unit(column));
        let of = format!("{}, {}", self.table.name(row), self.label(column));
        Ok(Measured { of, number: figure, from: vec![number(figure, &unit)], unit, of_whom: Vec::new() })
    }

    fn rows(&self) -> Vec<u32> {
        (0..self.table.len() as u32).collect()
    }

    /// A part of the best score without open weights: of a score of which less is better, so much more.
    pub(crate) fn floor(&self, column: usize, reach: f64) -> Result<f64, String> {
        let part = if self.is_lower_better(column) { 100.0 / reach } else { reach / 100.0 };
        Ok(rounded(self.best(column, &self.rows(), false)?.1 * part))
    }

    /// The cheapest row with open weights and the cheapest without of those that reach a part of the best score, with
    /// what they cost a month.
    pub(crate) fn cheapest(&self, column: usize, reach: f64) -> Result<[(usize, f64); 2], String> {
        let (rows, floor) = (self.rows(), self.floor(column, reach)?);
        let costs = self.question.measure(Field::Workload);
        let is_lower = self.is_lower_better(column);
        let reaches = |score: f64| if is_lower { score <= floor } else { score >= floor };
        let of = |open: bool| {
            let reaching = self.sided(column, &rows, open).into_iter().filter(|(_, score)| reaches(*score));
            let priced = reaching.filter_map(|(row, _)| Some((row, costs.get(row).filter(|cost| *cost > 0.0)?)));
            priced.min_by(|a, b| a.1.total_cmp(&b.1)).ok_or_else(|| {
                let id = self.table.columns.get(column).map_or("", |column| &column.id);
                let side = if open { "open" } else { "closed" };
                let mend = "ask for less with `reach`, or name another column";
                format!("no row with {side} weights and a price reaches the score in column \"{id}\": {mend}")
            })
        };
        Ok([of(true)?, of(false)?])
    }

    fn price_at_score(&self, column: usize, reach: f64) -> Result<Measured, String> {
        if !has_prices(self.table) {
            return Err("the table has no prices for a workload: name one that has".to_owned());
        }
        let [open, closed] = self.cheapest(column, reach)?;
        let share = rounded(100.0 * open.1 / closed.1);
        let from = vec![
            words(if self.is_lower_better(column) { "down from " } else { "from " }),
            number(self.floor(column, reach)?, &self.unit(column)),
            words(&format!(" on, {} is the cheapest open model and costs ", self.table.name(open.0))),
            number(open.1, &Unit::UsdPerMonth),
            words(&format!(" a month, {} the cheapest closed one at ", self.table.name(closed.0))),
            number(closed.1, &Unit::UsdPerMonth),
            words(": "),
            number(share, &Unit::Percent),
            words(" of it"),
        ];
        let of_whom = vec![
            words(": "),
            number(open.1, &Unit::UsdPerMonth),
            words(&format!(" for {} against ", self.table.name(open.0))),
            number(closed.1, &Unit::UsdPerMonth),
            words(&format!(" for {}", self.table.name(closed.0))),
        ];
        Ok(Measured { of: self.label(column), number: share, unit: Unit::Percent, from, of_whom })
    }
}
