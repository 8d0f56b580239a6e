use super::order::{arrange, sortable};
use super::{Question, Split};
use crate::catalog::{Better, Column, Kind, Role, Table};
use crate::units::Gather;

/// What some rows of a table come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// How many rows there are.
    pub rows: usize,
    /// How many have open weights; `None` where the table does not say.
    pub openness: Option<Split>,
    /// How the rows share in licence classes and in licences, where the table has such columns.
    pub licences: Vec<Mix>,
    /// How much dearer closed rows are than open ones at equal score; `None` where no score can be had of both.
    pub prices: Option<PriceRatios>,
    /// The best open beside the best closed row of each benchmark that has both.
    pub best: Vec<Best>,
    /// How long context windows are, and of how many rows none is known; `None` where the table has no such column.
    pub contexts: Option<(Vec<Bin>, usize)>,
}

/// How the rows share in the names of a category column.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// Position of the column.
    pub column: usize,
    /// Positions of names with the rows that bear them, the most frequent first; none without a row.
    pub shares: Vec<(u32, usize)>,
    /// Rows of which nothing is known.
    pub unknown: usize,
}

/// How much dearer closed rows are than open ones, score by score.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceRatios {
    /// For each score of a row that no other of its kind, open or closed, dominates: the cheapest open and the cheapest
    /// closed row with at least that score. The least ratio first; never empty.
    pub pairs: Vec<PriceRatio>,
    /// Such scores that only one kind reaches.
    pub unmatched: usize,
    /// Such scores that a free row reaches: nothing is a multiple of its cost, nor is that one of another's.
    pub free: usize,
}

/// The cheapest rows of both kinds with at least a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceRatio {
    /// Position of the open row.
    pub open: u32,
    /// Position of the closed row.
    pub closed: u32,
    /// The cost of the closed row over that of the open one.
    pub ratio: f64,
}

/// The best open and the best closed row of one benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// Position of the benchmark's column.
    pub column: usize,
    /// Position of the best open row.
    pub open: u32,
    /// Position of the best closed row.
    pub closed: u32,
    /// By how much the closed row is better, in the unit of the column; below 0 where the open one is.
    pub gap: f64,
    /// How many open and how many closed rows have a number, and how many of which it is not known which they are.
    pub scored: Split,
}

/// Rows whose number lies between two bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The least number that belongs to it.
    pub from: f64,
    /// The least number that no longer does; `None` where there is no end.
    pub to: Option<f64>,
    /// How many rows there are.
    pub count: usize,
}

/// Where the bins of context windows begin, in tokens: between the sizes in which windows are sold (8, 32, 128, 256
/// thousand, a million), so that 128,000 and 131,072 stand together.
const CONTEXTS: [f64; 5] = [0.0, 16_000.0, 64_000.0, 200_000.0, 1_000_000.0];

impl PriceRatios {
    /// The ratio in the middle; of an even number of pairs the mean of the two.
    pub fn median(&self) -> f64 {
        let at = |place: usize| self.pairs.get(place).map_or(f64::NAN, |pair| pair.ratio);
        let upper = self.pairs.len() / 2;
        if self.pairs.len() % 2 == 1 { at(upper) } else { at(upper.saturating_sub(1)).midpoint(at(upper)) }
    }
}

impl Question<'_> {
    /// What the rows come to.
    pub fn statistics(&self, rows: &[u32]) -> Statistics {
        let table = self.table;
        let (open, closed) = (table.rows_that_are(true, rows), table.rows_that_are(false, rows));
        let split = Split { open: open.len(), closed: closed.len(), unknown: rows.len() - open.len() - closed.len() };
        let licences = ["license-class", "license"].into_iter().filter_map(|id| mix(table, table.column(id)?, rows));
        let benchmarks = table.columns.iter().enumerate().filter(|(_, column)| column.is_benchmark());
        let best = |(position, column): (usize, &Column)| {
            let score = |row: u32| column.cells.number(row as usize);
            let scored = |rows: &[u32]| rows.iter().filter(|row| score(**row).is_some()).count();
            let (all, scored) = (scored(rows), [&open, &closed].map(|side| scored(side)));
            let scored = Split { open: scored[0], closed: scored[1], unknown: all - scored[0] - scored[1] };
            let (open, closed) = (best(column, &open)?, best(column, &closed)?);
            let ahead = score(closed)? - score(open)?;
            let gap = if column.better == Some(Better::Lower) { 0.0 - ahead } else { ahead };
            Some(Best { column: position, open, closed, gap, scored })
        };
        Statistics {
            rows: rows.len(),
            openness: table.openness().map(|_| split),
            licences: licences.gathered(),
            prices: self.price_ratios(&open, &closed),
            best: benchmarks.filter_map(best).gathered(),
            contexts: table.playing(Role::Context).map(|column| bins(column, rows)),
        }
    }

    fn price_ratios(&self, open: &[u32], closed: &[u32]) -> Option<PriceRatios> {
        let quality = |row: u32| self.tradeoff.quality(row as usize).unwrap_or_default();
        let cost = |row: u32| self.tradeoff.cost(row as usize).unwrap_or_default();
        let (open, closed) = (self.frontier(open), self.frontier(closed));
        // Both are in order of cost and of score: the first that reaches a score is the cheapest.
        let cheapest = |rows: &[u32], level: f64| rows.iter().copied().find(|row| quality(*row) >= level);
        let mut levels: Vec<f64> = Vec::new();
        for level in open.iter().chain(&closed).map(|row| quality(*row)) {
            if !levels.contains(&level) {
                levels.push(level);
            }
        }
        let (mut pairs, mut unmatched, mut free) = (Vec::new(), 0, 0);
        for level in levels {
            match (cheapest(&open, level), cheapest(&closed, level)) {
                (Some(open), Some(closed)) if cost(open) == 0.0 || cost(closed) == 0.0 => free += 1,
                (Some(open), Some(closed)) => {
                    pairs.push(PriceRatio { open, closed, ratio: cost(closed) / cost(open) });
                }
                _ => unmatched += 1,
            }
        }
        let places: Vec<u32> = (0..).take(pairs.len()).gathered();
        let order = arrange(&places, pairs.iter().map(|pair| sortable(pair.ratio)).gathered());
        let pairs: Vec<PriceRatio> = order.into_iter().map(|place| pairs[place as usize]).gathered();
        (!pairs.is_empty()).then_some(PriceRatios { pairs, unmatched, free })
    }
}

/// The row with the best number of a column; of several the first.
pub fn best(column: &Column, rows: &[u32]) -> Option<u32> {
    let scored = rows.iter().filter_map(|row| Some((*row, column.cells.number(*row as usize)?)));
    let better = |new: f64, old: f64| if column.better == Some(Better::Lower) { new < old } else { new > old };
    scored.reduce(|old, new| if better(new.1, old.1) { new } else { old }).map(|(row, _)| row)
}

fn mix(table: &Table, position: usize, rows: &[u32]) -> Option<Mix> {
    let column = table.columns.get(position).filter(|column| column.kind() == Kind::Category)?;
    let mut counts = vec![0; column.cells.names().len()];
    let mut unknown = 0;
    for row in rows {
        match column.cells.categories(*row as usize) {
            [name] => counts[*name as usize] += 1,
            _ => unknown += 1,
        }
    }
    let names: Vec<u32> = (0..).take(counts.len()).gathered();
    let order = arrange(&names, counts.iter().map(|count: &usize| u64::MAX - *count as u64).gathered());
    let shares = order.into_iter().map(|name| (name, counts[name as usize])).filter(|(_, count)| *count > 0);
    Some(Mix { column: position, shares: shares.gathered(), unknown })
}

fn bins(column: &Column, rows: &[u32]) -> (Vec<Bin>, usize) {
    let known: Vec<f64> = rows.iter().filter_map(|row| column.cells.number(*row as usize)).gathered();
    let bin = |(place, from): (usize, &f64)| {
        let to = CONTEXTS.get(place + 1).copied();
        let count = known.iter().filter(|number| **number >= *from && to.is_none_or(|to| **number < to)).count();
        Bin { from: *from, to, count }
    };
    (CONTEXTS.iter().enumerate().map(bin).gathered(), rows.len() - known.len())
}
