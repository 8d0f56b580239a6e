use super::ties::is_plainly_better;
use super::{Field, Question, SortKey};
use crate::catalog::Better;
use crate::units::Gather;
use std::ops::RangeInclusive;

/// Above so many rows no ranges are worked out: each row of a page is held against all of them.
const MOST_ROWS: usize = 5_000;

/// Nor for a page of more rows than these.
const MOST_SHOWN: usize = 200;

impl Question<'_> {
    /// Between which places by score each of some rows stands, as far as the figures can tell: from 1 + the number of
    /// rows plainly better to the number of rows not plainly worse.
    ///
    /// `among` are the rows that are ranked, of which those without a score do not count; of a row plainly better or
    /// worse neither test of a tie with it holds (see [`Question::ties`]), and where an interval is not known, nothing
    /// is plain. Rows whose own interval is not known share the places of all with an equal score, and have no range
    /// where no other has it or their own score is not known; and none has one where more than
    /// 200 rows are asked about, or among more than 5,000. The first bound is what `LMArena` calls a rank, with our
    /// test in place of intervals that overlap.
    pub fn rank_ranges(&self, rows: &[u32], among: &[u32]) -> Vec<Option<RangeInclusive<usize>>> {
        let Some(column) = self.score_column().filter(|_| rows.len() <= MOST_SHOWN && among.len() <= MOST_ROWS) else {
            return vec![None; rows.len()];
        };
        let is_scored = |row: &u32| column.cells.number(*row as usize).is_some();
        let ranked: Vec<u32> = among.iter().copied().filter(is_scored).gathered();
        let count = |is: &dyn Fn(u32) -> bool| ranked.iter().filter(|other| is(**other)).count();
        let score = |row: u32| column.cells.number(row as usize);
        let by_score = |row: u32| {
            let equal = count(&|other| score(other) == score(row));
            let better = count(&|other| match column.better {
                Some(Better::Lower) => score(other) < score(row),
                _ => score(other) > score(row),
            });
            (equal > 1).then_some(better + 1..=better + equal)
        };
        let range = |row: &u32| {
            if column.bounds(*row as usize).is_none() {
                return by_score(*row);
            }
            let better = count(&|other| is_plainly_better(column, other, *row));
            let worse = count(&|other| is_plainly_better(column, *row, other));
            Some(better + 1..=ranked.len() - worse)
        };
        rows.iter().map(|row| is_scored(row).then(|| range(row)).flatten()).gathered()
    }

    /// Whether rows in this order stand by score, the best first.
    pub fn is_by_score(&self, sort: &[SortKey]) -> bool {
        let score = self.tradeoff.score().map(|column| SortKey::first(Field::Column(column), self.table));
        score.is_some() && sort.first().copied() == score
    }
}
