use super::View;
use crate::query::{Indexed, Standing, Verdict};
use crate::units::Gather;

/// What the trade-off says about the rows after the filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights<'a> {
    /// Which row wins at which weight, in order of the weight.
    pub bands: Vec<NamedBand<'a>>,
    /// The ids of the rows that no other dominates, from cheapest to best.
    pub frontier: Vec<&'a str>,
    /// The ids of the best, the plainly tied and the borderline, the best first.
    pub tied: Vec<&'a str>,
    /// The ids of the borderline alone, in the same order.
    pub borderline: Vec<&'a str>,
}

/// An interval of weights with the id of the row that wins in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamedBand<'a> {
    /// The id of the row.
    pub id: &'a str,
    /// The weight at which it begins.
    pub from: f64,
    /// The weight at which it ends.
    pub to: f64,
}

impl View {
    /// What the trade-off says about the rows after the filter.
    pub fn insights<'a>(&self, table: &'a Indexed) -> Insights<'a> {
        let tradeoff = self.tradeoff(table);
        let question = self.question(table, &tradeoff);
        let rows = question.passing(&self.filter).rows();
        let id = |row: u32| table.ids.get(row as usize).map_or("", |id| &**id);
        let Standing { bands, frontier, ties, .. } = question.standing(&rows);
        let borderline = ties.iter().filter(|tie| tie.verdict == Verdict::Borderline);
        Insights {
            bands: bands.iter().map(|band| NamedBand { id: id(band.row), from: band.from, to: band.to }).gathered(),
            frontier: frontier.into_iter().map(id).gathered(),
            tied: ties.iter().map(|tie| id(tie.row)).gathered(),
            borderline: borderline.map(|tie| id(tie.row)).gathered(),
        }
    }
}
