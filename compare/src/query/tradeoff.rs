use super::field::extent;
use super::workload_costs;
use crate::catalog::{Better, Cost, Table, Workload};
use crate::units::Weight;

/// What every row brings to the trade-off between score and cost, whatever the weight and the filter.
///
/// Kept from one weight to the next: of 100,000 rows the logarithms alone take longer than the rest of a slider step.
#[derive(Clone, Debug, PartialEq)]
pub struct Tradeoff {
    /// Position of the score column.
    score: Option<usize>,
    /// From 0 for the worst score to 1 for the best; not-a-number where no score is known.
    quality: Vec<f64>,
    /// From 0 for the dearest to 1 for the cheapest; not-a-number where no cost is known.
    cheapness: Vec<f64>,
    /// The costs themselves.
    costs: Vec<f64>,
    /// The monthly cost of the workload, whether or not it is the cost of the trade-off.
    workload: Vec<f64>,
}

impl Tradeoff {
    /// The trade-off of a score column and a cost over all rows of the table.
    ///
    /// Scores are scaled by the least and the greatest of all scores, the logarithms of costs by those of all costs
    /// above 0; free counts as the least of them.
    pub fn new(table: &Table, score: Option<usize>, cost: Option<Cost>, workload: &Workload) -> Self {
        let scores = score.and_then(|column| table.columns.get(column));
        let numbers = |column: usize| -> Vec<f64> {
            let cells = table.columns.get(column).map(|column| &column.cells);
            (0..table.len()).map(|row| cells.and_then(|cells| cells.number(row)).unwrap_or(f64::NAN)).collect()
        };
        let workload = workload_costs(table, workload);
        let costs = match cost {
            Some(Cost::Workload) => workload.clone(),
            Some(Cost::Column(column)) => numbers(column),
            None => vec![f64::NAN; table.len()],
        };
        let lower = scores.is_some_and(|column| column.better == Some(Better::Lower));
        let quality = qualities(score.map_or_else(|| vec![f64::NAN; table.len()], numbers), lower);
        Self { score, quality, cheapness: cheapnesses(&costs), costs, workload }
    }

    /// The value of a row, from 0 to 1, to 12 decimals; `None` where its score or cost is missing.
    pub fn value(&self, row: usize, weight: Weight) -> Option<f64> {
        let w = weight.share();
        let value = w * self.quality(row)? + (1.0 - w) * self.cheapness(row)?;
        Some((value * 1e12).round() / 1e12)
    }

    /// How good the score of a row is, from 0 to 1.
    pub fn quality(&self, row: usize) -> Option<f64> {
        known(&self.quality, row)
    }

    /// How cheap a row is, from 0 to 1.
    pub fn cheapness(&self, row: usize) -> Option<f64> {
        known(&self.cheapness, row)
    }

    /// Position of the column whose numbers are the scores.
    pub fn score(&self) -> Option<usize> {
        self.score
    }

    /// The cost of a row.
    pub fn cost(&self, row: usize) -> Option<f64> {
        known(&self.costs, row)
    }

    /// The costs of all rows, not-a-number where none is known.
    pub fn costs(&self) -> &[f64] {
        &self.costs
    }

    /// The monthly workload costs of all rows, not-a-number where none is known.
    pub fn workload(&self) -> &[f64] {
        &self.workload
    }
}

fn known(numbers: &[f64], row: usize) -> Option<f64> {
    numbers.get(row).copied().filter(|number| !number.is_nan())
}

fn qualities(mut scores: Vec<f64>, lower_is_better: bool) -> Vec<f64> {
    let known = scores.iter().copied().filter(|score| !score.is_nan());
    let (low, high) = extent(known).unwrap_or_default();
    // Of halves where the greatest less the least is more than a number can be.
    let unit = if (high - low).is_finite() { 1.0 } else { 0.5 };
    let part = |from: f64, to: f64| to * unit - from * unit;
    for score in &mut scores {
        *score = match (score.is_nan(), low < high) {
            (true, _) => f64::NAN,
            (false, false) => 1.0,
            (false, true) if lower_is_better => part(*score, high) / part(low, high),
            (false, true) => part(low, *score) / part(low, high),
        };
    }
    scores
}

fn cheapnesses(costs: &[f64]) -> Vec<f64> {
    let (low, high) = extent(costs.iter().copied().filter(|cost| *cost > 0.0)).unwrap_or((1.0, 1.0));
    let (low, high) = (low.ln(), high.ln());
    let cheapness = |cost: &f64| match (cost.is_nan(), low < high) {
        (true, _) => f64::NAN,
        (false, false) => 1.0,
        (false, true) if *cost <= 0.0 => 1.0,
        (false, true) => (high - cost.ln()) / (high - low),
    };
    costs.iter().map(cheapness).collect()
}
