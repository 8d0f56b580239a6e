use super::Question;
use super::order::{arrange, sortable};
use crate::catalog::{Better, Column};
use crate::units::Gather;

/// Score and relative cost of a few rows, from figures of one benchmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Position of the column whose scores are compared.
    pub score: Option<usize>,
    /// The rows, at most [`Panel::MOST`].
    pub rows: Vec<PanelRow>,
}

/// One row of a panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PanelRow {
    /// Its position.
    pub row: u32,
    /// Whether its weights are open.
    pub open: Option<bool>,
    /// Its score.
    pub score: Option<f64>,
    /// Its cost.
    pub cost: Option<f64>,
    /// Its cost as a share of the dearest row's, from 0 to 1; `None` where no cost is known or none is above 0.
    pub share: Option<f64>,
}

/// One row of a panel beside others, all with score and cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// The row that is spoken of.
    pub row: PanelRow,
    /// Those that it stands beside, the best score first.
    pub beside: Vec<PanelRow>,
}

impl Panel {
    /// So many rows can be taken in at a glance.
    pub const MOST: usize = 6;

    /// The row of the panel that the figures speak for.
    ///
    /// The best open row beside the closed ones where there are both, or else the cheapest row beside the others; rows
    /// without score or cost are left out. `None` where fewer than two are left.
    pub fn lead(&self, better: Option<Better>) -> Option<Lead> {
        let complete = |open: Option<bool>| {
            let rows = self.rows.iter().zip(0..).filter(|(row, _)| row.score.is_some() && row.cost.is_some());
            rows.filter(|(row, _)| open.is_none() || row.open == open).map(|(_, place)| place).gathered()
        };
        let key = |number: Option<f64>| sortable(number.unwrap_or(f64::NAN));
        let by_cost = |places: Vec<u32>| {
            let keys = places.iter().map(|place| key(self.rows[*place as usize].cost)).gathered();
            arrange(&places, keys)
        };
        let by_score = |places: Vec<u32>| {
            let score = |place: &u32| key(self.rows[*place as usize].score);
            let turned = |place: &u32| if better == Some(Better::Lower) { score(place) } else { !score(place) };
            let keys = places.iter().map(turned).gathered();
            arrange(&places, keys)
        };
        let (open, closed) = (by_score(by_cost(complete(Some(true)))), complete(Some(false)));
        let (first, beside) = match open.first() {
            Some(first) if !closed.is_empty() => (*first, closed),
            _ => {
                let mut rows = by_cost(complete(None)).into_iter();
                (rows.next()?, rows.gathered())
            }
        };
        let beside: Vec<PanelRow> =
            by_score(by_cost(beside)).into_iter().map(|place| self.rows[place as usize]).gathered();
        (!beside.is_empty()).then(|| Lead { row: self.rows[first as usize], beside })
    }
}

impl Question<'_> {
    /// A few of the rows, side by side: all where there are no more than [`Panel::MOST`], or else as many, evenly from
    /// the first to the last.
    ///
    /// The scores are those of the trade-off where all of these rows have one, or else of the benchmark that most of
    /// them share; of several such, the trade-off's own, then the first of the table.
    pub fn panel(&self, rows: &[u32]) -> Panel {
        let rows = spread(rows);
        let having = |column: &Column| rows.iter().filter(|row| !column.cells.is_missing(**row as usize)).count();
        let mut score = self.tradeoff.score();
        let mut most = score.and_then(|score| self.table.columns.get(score)).map_or(0, having);
        for (position, column) in self.table.columns.iter().enumerate().filter(|(_, column)| column.is_benchmark()) {
            let shared = having(column);
            if shared > most {
                (score, most) = (Some(position), shared);
            }
        }
        let cells = score.and_then(|score| self.table.columns.get(score)).map(|column| &column.cells);
        let cost = |row: u32| self.tradeoff.cost(row as usize);
        let dearest = rows.iter().filter_map(|row| cost(*row)).fold(0.0, f64::max);
        let entry = |(row, open): (&u32, Option<bool>)| PanelRow {
            row: *row,
            open,
            score: cells.and_then(|cells| cells.number(*row as usize)),
            cost: cost(*row),
            share: cost(*row).filter(|_| dearest > 0.0).map(|cost| cost / dearest),
        };
        Panel { score, rows: rows.iter().zip(self.table.open(&rows)).map(entry).gathered() }
    }
}

/// At most [`Panel::MOST`] of some rows, evenly from the first to the last.
fn spread(rows: &[u32]) -> Vec<u32> {
    if rows.len() <= Panel::MOST {
        return rows.to_vec();
    }
    (0..Panel::MOST).map(|place| rows[place * (rows.len() - 1) / (Panel::MOST - 1)]).gathered()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Asked;
    use proptest::prelude::*;

    const FOUR: &str = "name | score:number+ percent | mmlu:number+ percent | cost:number- USD | open-weights:flag
        Open | 40 | 82 | 5 | yes
        Large | | 81 | 8 | no
        Turbo | 48 | 86 | 20 | no
        Opus | 50 | 87 | 40 | no";

    fn panel(text: &str) -> (Asked, Panel) {
        let asked = Asked::new(text);
        let panel = asked.question().panel(&asked.all());
        (asked, panel)
    }

    fn name(asked: &Asked, row: &PanelRow) -> String {
        asked.names(&[row.row])
    }

    #[test]
    fn the_benchmark_is_the_one_that_most_rows_share() {
        let (asked, panel) = panel(FOUR);
        assert_eq!(panel.score, asked.table.column("mmlu"));
        assert_eq!(panel.rows[1].score, Some(81.0));
    }

    #[test]
    fn the_score_asked_for_stays_where_no_benchmark_is_shared_by_more() {
        let (asked, panel) =
            panel("name | other:number+ | score:number+ | cost:number- \n A | 1 | 2 | 1 \n B | 1 | 2 | 3");
        assert_eq!(panel.score, asked.table.column("score"));
    }

    #[test]
    fn costs_are_shares_of_the_dearest_and_missing_stays_missing() {
        let (_, panel) =
            panel("name | score:number+ | cost:number- \n A | 1 | 0 \n B | 2 | 10 \n C | 3 | \n D | 4 | 40");
        assert_eq!(
            panel.rows.iter().map(|row| row.share).collect::<Vec<_>>(),
            [Some(0.0), Some(0.25), None, Some(1.0)]
        );
    }

    #[test]
    fn nothing_is_a_share_of_what_is_free() {
        let (_, panel) = panel("name | score:number+ | cost:number- \n A | 1 | 0 \n B | 2 | 0");
        assert!(panel.rows.iter().all(|row| row.share.is_none() && row.cost == Some(0.0)));
    }

    #[test]
    fn the_open_row_is_set_beside_the_closed_ones_best_first() {
        let (asked, panel) = panel(FOUR);
        let lead = panel.lead(Some(Better::Higher)).unwrap();
        assert_eq!(name(&asked, &lead.row), "Open");
        assert_eq!(lead.beside.iter().map(|row| name(&asked, row)).collect::<Vec<_>>(), ["Opus", "Turbo", "Large"]);
    }

    #[test]
    fn where_openness_is_not_known_the_cheapest_is_set_beside_the_others() {
        let (asked, panel) =
            panel("name | score:number+ | cost:number- \n A | 1 | 5 \n B | 2 | 1 \n C | 3 | 9 \n D | 4 | ");
        let lead = panel.lead(Some(Better::Higher)).unwrap();
        assert_eq!((name(&asked, &lead.row), lead.beside.len()), ("B".to_owned(), 2));
        assert_eq!(name(&asked, &lead.beside[0]), "C");
        let lead = panel.lead(Some(Better::Lower)).unwrap();
        assert_eq!(name(&asked, &lead.beside[0]), "A", "where lower is better the lowest is the best");
    }

    #[test]
    fn one_row_with_score_and_cost_leads_nobody() {
        let (_, panel) = panel("name | score:number+ | cost:number- \n A | 1 | 5 \n B | 2 | ");
        assert_eq!(panel.lead(Some(Better::Higher)), None);
    }

    proptest! {
        #[test]
        fn a_panel_is_never_too_long_and_holds_the_first_and_the_last(count in 1..40_u32) {
            let rows: Vec<u32> = (0..count).collect();
            let spread = spread(&rows);
            prop_assert_eq!(spread.len(), rows.len().min(Panel::MOST));
            prop_assert_eq!((spread.first(), spread.last()), (rows.first(), rows.last()));
            prop_assert!(spread.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
