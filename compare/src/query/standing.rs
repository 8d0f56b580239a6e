use super::{Band, Question, Tie, Tradeoff};
use crate::units::Gather;

/// How some rows stand among each other, whatever the weight: who wins where, whom no other dominates, who is tied with
/// the best.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Which row wins at which weight, in order of the weight.
    pub bands: Vec<Band>,
    /// The rows that no other dominates, from cheapest to best.
    pub frontier: Vec<u32>,
    /// The best, the plainly tied and the borderline, the best first.
    pub ties: Vec<Tie>,
    /// How many rows there are.
    pub rows: usize,
    /// How many have a score.
    pub scored: usize,
    /// How many have a score whose interval is not known.
    pub unsure: usize,
}

impl Standing {
    /// The place of a row among those that win at some weight, from the cheapest on; what is drawn of it takes its
    /// colour from there.
    pub fn band_of(&self, row: u32) -> Option<usize> {
        self.bands.iter().position(|band| band.row == row)
    }
}

/// A row that no other dominates and that wins at no weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoodBuy {
    /// Position of the row.
    pub row: u32,
    /// What it costs.
    pub cost: f64,
    /// What the next row that no other dominates costs, which is more; `None` where there is none.
    pub next: Option<f64>,
}

impl GoodBuy {
    /// A ceiling of the cost that keeps the row in and the next one out: its cost, rounded up to as few decimals as do
    /// that, but to cents below 1,000.
    pub fn ceiling(&self) -> f64 {
        let first = if self.cost >= 1_000.0 { 0 } else { 2 };
        let up = |decimals: i32| {
            let scale = 10_f64.powi(decimals);
            (self.cost * scale).ceil() / scale
        };
        let keeps = |ceiling: &f64| *ceiling >= self.cost && self.next.is_none_or(|next| *ceiling < next);
        (first..=12).map(up).find(keeps).unwrap_or(self.cost)
    }
}

impl Standing {
    /// The rows on the frontier that win at no weight, from cheapest to best: each has the best score for a budget from
    /// its own cost up to that of the next. A row equal in score and cost to one that wins is as good as that one, and
    /// none of these.
    pub fn good_buys(&self, tradeoff: &Tradeoff) -> Vec<GoodBuy> {
        let cost = |row: u32| tradeoff.cost(row as usize);
        let both = |row: u32| (cost(row), tradeoff.quality(row as usize));
        let wins = |row: u32| self.bands.iter().any(|band| both(band.row) == both(row));
        let buy = |(place, row): (usize, &u32)| {
            let own = cost(*row)?;
            let next = self.frontier.iter().skip(place + 1).filter_map(|row| cost(*row)).find(|next| *next > own);
            (!wins(*row)).then_some(GoodBuy { row: *row, cost: own, next })
        };
        self.frontier.iter().enumerate().filter_map(buy).gathered()
    }
}

impl Question<'_> {
    /// How the rows stand among each other.
    pub fn standing(&self, rows: &[u32]) -> Standing {
        let mut standing = Standing {
            bands: self.bands(rows),
            frontier: self.frontier(rows),
            ties: self.ties(rows),
            rows: rows.len(),
            ..Standing::default()
        };
        for row in rows.iter().map(|row| *row as usize) {
            if let Some(column) = self.score_column().filter(|column| column.cells.number(row).is_some()) {
                standing.scored += 1;
                standing.unsure += usize::from(column.bounds(row).is_none());
            }
        }
        standing
    }
}
