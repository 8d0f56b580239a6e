use super::{Field, columns_behind};
use crate::catalog::Table;
use crate::units::Date;

/// Whether the figure of a row counts as old today, as the author says after how many months its kind does: a price
/// changes, a score does not. A workload's cost is as old as the oldest of its prices; a value never counts as old.
///
/// A figure that is known to the month or the year only counts from the last day that this may mean.
pub fn is_old(table: &Table, field: Field, row: usize, today: Date) -> bool {
    let old = |position: &usize| {
        let column = table.columns.get(*position).filter(|column| !column.cells.is_missing(row));
        let after = column.and_then(|column| column.stale_after);
        let date = table.dated(*position, row);
        after.zip(date).is_some_and(|(after, date)| date.last_day().months_until(today) >= u32::from(after))
    };
    field != Field::Value && columns_behind(field, table).iter().any(old)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, Figure, Interval};

    /// A price of a date, which is old after six months, and a score of it, which never is.
    fn table(as_of: &str) -> Table {
        let mut table = crate::testing::table("name | in:number | out:number | score:number \n A | 1 | 2 | 3");
        let figure = Figure {
            row: 0,
            interval: Interval::Unknown,
            source: None,
            as_of: Date::parse(as_of).ok(),
            reported_by: None,
            provider: "".into(),
            note: "".into(),
        };
        let dated = |column: Column| {
            let stale_after = (column.id == "in").then_some(6);
            Column { figures: vec![figure.clone()].into(), stale_after, ..column }
        };
        table.columns = table.columns.iter().cloned().map(dated).collect();
        table
    }

    fn old(as_of: &str, id: &str, today: &str) -> bool {
        let table = table(as_of);
        is_old(&table, Field::parse(id, &table).unwrap(), 0, Date::parse(today).unwrap())
    }

    #[test]
    fn a_figure_is_old_once_the_months_of_its_kind_are_over() {
        assert!(!old("2026-01-15", "in", "2026-07-14"));
        assert!(old("2026-01-15", "in", "2026-07-15"));
        assert!(!old("2020-01-15", "score", "2026-07-15"));
    }

    #[test]
    fn a_figure_of_a_year_may_be_of_its_last_day() {
        assert!(!old("2025", "in", "2026-06-30"));
        assert!(old("2025", "in", "2026-07-01"));
    }

    #[test]
    fn a_workload_is_as_old_as_its_prices_and_a_value_never_is() {
        assert!(old("2026-01-15", "workload", "2026-07-15"));
        assert!(!old("2026-01-15", "value", "2026-07-15"));
    }
}
