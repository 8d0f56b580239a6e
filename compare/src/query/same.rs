use crate::catalog::Table;
use crate::units::Gather;

/// Finds the columns that hold the figures of one as others have them.
///
/// Returns their positions in the order of the table. A column that is said to hold the figures of another is its
/// like, and so are two that hold those of a third; further it does not reach.
pub fn same_columns(table: &Table, column: usize) -> Vec<usize> {
    let same_as = |position: usize| table.columns.get(position).and_then(|column| column.same_as);
    let is_same = |other: &usize| {
        let joined = same_as(*other) == Some(column) || same_as(column) == Some(*other);
        *other != column && (joined || same_as(column).is_some_and(|third| same_as(*other) == Some(third)))
    };
    (0..table.columns.len()).filter(is_same).gathered()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Builder, Header, Rules};
    use crate::testing::columns;

    #[test]
    fn columns_that_hold_the_figures_of_one_are_each_others_likes() {
        let mut columns = columns("name | run:number | card:number | alone:number | rerun:number");
        for position in [1, 4] {
            columns[position].same_as = Some("card".into());
        }
        let header = Header { id: "t".into(), columns, ..Header::default() };
        let rules = Rules { sources: false, make_ids: true };
        let table = Builder::new(header, rules, str::to_lowercase).finish().unwrap();
        let same: Vec<Vec<usize>> = (0..table.columns.len()).map(|column| same_columns(&table, column)).collect();
        assert_eq!(same, [vec![], vec![2, 4], vec![1, 4], vec![], vec![1, 2]]);
    }
}
