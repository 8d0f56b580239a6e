use super::{Field, Indexed, Measure, Tradeoff};
use crate::catalog::Column;
use crate::units::Weight;

/// What a question is about: a table, its trade-off and the weight of the score.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The table.
    pub table: &'a Indexed,
    /// Its trade-off.
    pub tradeoff: &'a Tradeoff,
    /// The weight of the score.
    pub weight: Weight,
}

impl<'a> Question<'a> {
    /// The numbers of a field; those of a column of another kind are all missing.
    pub fn measure(&self, field: Field) -> Measure<'a> {
        match field {
            Field::Value => Measure::Value(self.tradeoff, self.weight),
            Field::Workload => Measure::List(self.tradeoff.workload()),
            Field::Column(_) => field.column(self.table).map_or(Measure::List(&[]), Measure::of_column),
        }
    }

    /// The column whose numbers are the scores of the trade-off.
    pub(super) fn score_column(&self) -> Option<&'a Column> {
        self.table.columns.get(self.tradeoff.score()?)
    }
}
