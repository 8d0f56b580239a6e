//! The greatest and the least numbers that there are break neither questions nor axes.

use super::{Axes, Scale};
use crate::query::SortKey;
use crate::testing::Asked;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const COSTS: [&str; 10] =
    ["", "0", "-0.0", "5e-324", "1e-308", "1", "3.5", "1e300", "1.7e308", "1.7976931348623157e308"];

const SCORES: [&str; 6] = ["", "0", "50", "5e-324", "-1.7976931348623157e308", "1.7976931348623157e308"];

proptest! {
    #[test]
    fn extreme_numbers_are_weighed_and_drawn(
        rows in vec((select(&SCORES), select(&COSTS), select(&COSTS), select(&["", "yes", "no"])), 0..8),
        percent in 0..=100_u32,
    ) {
        let line = |(at, (score, cost, window, open)): (usize, (&str, &str, &str, &str))| format!("m{at}|{score}|{cost}|{window}|{open}|202{}", at % 7);
        let heads = "name|score:number+|cost:number- USD|window:number tokens|open-weights:flag|released:date";
        let lines: Vec<String> = rows.into_iter().enumerate().map(line).collect();
        let asked = Asked::new(&[&[heads.to_owned()], &*lines].concat().join("\n")).at(f64::from(percent) / 100.0);
        let (question, all) = (asked.question(), asked.all());
        for row in 0..asked.table.len() {
            let (value, cost) = (asked.tradeoff.value(row, asked.weight), asked.tradeoff.cost(row));
            prop_assert_eq!(value.is_some(), cost.is_some() && asked.table.columns[1].cells.number(row).is_some());
            prop_assert!(value.is_none_or(|value| (0.0..=1.0).contains(&value)));
        }
        prop_assert_eq!(question.page(&all, &[SortKey::BY_VALUE], 0..9).len(), all.len());
        for buy in question.standing(&all).good_buys(&asked.tradeoff) {
            prop_assert!(buy.ceiling() >= buy.cost);
        }
        question.statistics(&all);
        question.panel(&all);
        question.rank_ranges(&all, &all);
        for step in question.history(&all).iter().flat_map(|history| question.cheapest(history, 0.0)) {
            prop_assert!(Scale::log(step.number / 10.0, step.number * 10.0).ticks(5).len() <= 5);
        }
        let axes = Axes::new(&asked.table, &asked.tradeoff);
        for scale in [axes.score, axes.cost].into_iter().flatten() {
            prop_assert!(scale.ticks(9).len() <= 9);
        }
    }
}
