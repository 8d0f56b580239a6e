//! Rows with open weights beside rows without: the best of both, and the cheapest of both that reach a score.

use crate::judge::{Asked, rounded};
use crate::rule::has_prices;
use crate::told::{Measured, number, words};
use compare::catalog::Better;
use compare::query::{Field, Filter, best};
use compare::units::Unit;

impl Asked<'_> {
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

    /// The best row on one of both sides, with its number.
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

    /// How far the best row with open weights is behind the best without, or what part of its score it has.
    pub(crate) fn best_open(&self, column: usize, among: &Filter, percent: bool) -> Result<Measured, String> {
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

    /// What the cheapest row with open weights costs of what the cheapest without costs, where both reach a part of the
    /// best score.
    pub(crate) fn price_at_score(&self, column: usize, reach: f64) -> Result<Measured, String> {
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
