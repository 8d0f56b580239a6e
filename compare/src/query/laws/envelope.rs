//! Laws of winner bands and frontier, each against the plainest way to say the same.

use super::{Case, Row, case};
use crate::query::{Band, SortKey};
use crate::testing::Asked;
use crate::units::Weight;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Values that differ by no more are equal within the rounding of a line's two ends and of the value.
const ROUNDING: f64 = 2e-12;

/// The value of a row before it is rounded.
fn value(asked: &Asked, row: u32, weight: f64) -> f64 {
    let ends = (asked.tradeoff.quality(row as usize), asked.tradeoff.cheapness(row as usize));
    weight * ends.0.unwrap() + (1.0 - weight) * ends.1.unwrap()
}

/// Quality and cheapness of a row to 12 decimals.
fn line(asked: &Asked, row: u32) -> [i64; 2] {
    let ends = [asked.tradeoff.quality(row as usize), asked.tradeoff.cheapness(row as usize)];
    ends.map(|end| (end.unwrap() * 1e12).round() as i64)
}

fn with_value(case: &Case) -> Vec<u32> {
    case.all().into_iter().filter(|row| case.known(*row as usize, "value").is_some()).collect()
}

fn bands(asked: &Asked, rows: &[u32]) -> Vec<Band> {
    asked.question().bands(rows)
}

/// What a row is worth by itself: its score, the greater the better, and its cost.
fn score_and_cost(case: &Case, row: u32) -> (f64, f64) {
    let row = &case.rows[row as usize];
    let score = row.score.unwrap();
    (if case.score_is_better_lower { -score } else { score }, row.cost.unwrap())
}

fn dominates(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0 >= b.0 && a.1 <= b.1 && a != b
}

/// The rows that some other row dominates.
fn beaten(case: &Case) -> Vec<u32> {
    let rows = with_value(case);
    let beats = |row: u32, other: u32| dominates(score_and_cost(case, other), score_and_cost(case, row));
    rows.iter().copied().filter(|row| rows.iter().any(|other| beats(*row, *other))).collect()
}

/// A case of many rows of which all have score and cost, some of them the same.
fn crowd() -> impl Strategy<Value = Case> {
    let score = prop_oneof![select(vec![0.0, 10.0, 25.0, 50.0, 100.0]), 0.0..100.0];
    let cost = prop_oneof![select(vec![0.0, 0.01, 1.0, 10.0, 100.0]), 0.001..1_000.0];
    (case(), vec((score, cost), 1..80)).prop_map(|(case, figures)| {
        let row = |(at, (score, cost)): (usize, (f64, f64))| Row {
            name: format!("m{}", at % 3),
            vendor: None,
            family: None,
            tags: Vec::new(),
            score: Some(score),
            cost: Some(cost),
            on: None,
            open: None,
            prices: [None; 3],
        };
        Case { rows: figures.into_iter().enumerate().map(row).collect(), ..case }
    })
}

fn any_case() -> impl Strategy<Value = Case> {
    prop_oneof![case(), crowd()]
}

proptest! {
    // Each case is looked at under so many weights that fewer cases do.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn at_every_weight_the_row_of_the_band_has_the_highest_value(case in any_case(), weights in vec(0.0..=1.0, 1_000)) {
        let asked = case.asked();
        let bands = bands(&asked, &case.all());
        let rows = with_value(&case);
        for weight in weights.into_iter().filter(|_| !rows.is_empty()) {
            let band = bands.iter().find(|band| (band.from..=band.to).contains(&weight)).unwrap();
            let most = rows.iter().map(|row| value(&asked, *row, weight)).fold(f64::MIN, f64::max);
            prop_assert!(value(&asked, band.row, weight) >= most - ROUNDING, "{weight} {band:?}");
        }
    }
}

proptest! {
    #[test]
    fn bands_cover_every_weight_without_gap_or_overlap(case in any_case()) {
        let asked = case.asked();
        let bands = bands(&asked, &case.all());
        prop_assert_eq!(bands.is_empty(), with_value(&case).is_empty());
        prop_assert!(bands.iter().all(|band| band.from < band.to));
        prop_assert!(bands.windows(2).all(|pair| pair[0].row != pair[1].row));
        let (starts, ends): (Vec<f64>, Vec<f64>) = bands.iter().map(|band| (band.from, band.to)).unzip();
        // Each band ends where the next begins, exactly.
        let all_ends = [&[0.0], &ends[..]].concat();
        let all_starts = [&starts[..], &[1.0]].concat();
        prop_assert!(bands.is_empty() || all_ends == all_starts);
    }

    #[test]
    fn the_row_of_the_band_comes_first_by_value(case in any_case(), weights in vec(0.0..=1.0, 20)) {
        let asked = case.asked();
        let bands = bands(&asked, &case.all());
        for weight in weights {
            let question = crate::query::Question { weight: Weight::new(weight).unwrap(), ..asked.question() };
            let first = question.page(&with_value(&case), &[SortKey::BY_VALUE], 0..1);
            let band = bands.iter().find(|band| (band.from..=band.to).contains(&weight));
            let (Some(first), Some(band)) = (first.first(), band) else {
                prop_assert!(first.is_empty() && band.is_none());
                continue;
            };
            let ends = |row: u32| (asked.tradeoff.quality(row as usize), asked.tradeoff.cheapness(row as usize));
            let near = (value(&asked, *first, weight) - value(&asked, band.row, weight)).abs() <= ROUNDING;
            prop_assert!(*first == band.row || near && ends(*first) != ends(band.row), "{weight} {first} {band:?}");
        }
    }

    #[test]
    fn the_best_row_is_the_first_in_the_order_by_value(case in any_case(), weight in 0.0..=1.0) {
        let asked = case.asked();
        let question = crate::query::Question { weight: Weight::new(weight).unwrap(), ..asked.question() };
        let order = question.order(&case.all(), &[SortKey::BY_VALUE]);
        prop_assert_eq!(question.best(&case.all()), order.first().copied());
    }

    #[test]
    fn the_frontier_holds_the_rows_that_no_other_dominates(case in any_case()) {
        let asked = case.asked();
        let beaten = beaten(&case);
        let naive: Vec<u32> = with_value(&case).into_iter().filter(|row| !beaten.contains(row)).collect();
        let mut frontier = asked.question().frontier(&case.all());
        frontier.sort_unstable();
        prop_assert_eq!(frontier, naive);
    }

    #[test]
    fn the_frontier_goes_from_cheapest_to_best(case in any_case()) {
        let asked = case.asked();
        let frontier = asked.question().frontier(&case.all());
        prop_assert!(frontier.is_sorted_by_key(|row| score_and_cost(&case, *row).1));
        prop_assert!(frontier.is_sorted_by_key(|row| score_and_cost(&case, *row).0));
    }

    #[test]
    fn every_band_is_that_of_a_row_as_good_as_one_on_the_frontier(case in any_case()) {
        let asked = case.asked();
        let frontier = asked.question().frontier(&case.all());
        for band in bands(&asked, &case.all()) {
            prop_assert!(frontier.iter().any(|row| line(&asked, *row) == line(&asked, band.row)));
        }
    }

    #[test]
    fn rows_that_are_dominated_change_neither(case in any_case(), odd in 0..2_u32) {
        let asked = case.asked();
        let beaten = beaten(&case);
        let others: Vec<u32> = case.all().into_iter().filter(|row| row % 2 == odd || !beaten.contains(row)).collect();
        prop_assert_eq!(asked.question().frontier(&others), asked.question().frontier(&case.all()));
        // What dominates a row may be better by less than values are told apart by.
        let lines = |rows: &[u32]| -> Vec<_> {
            bands(&asked, rows).iter().map(|band| (line(&asked, band.row), band.from, band.to)).collect()
        };
        prop_assert_eq!(lines(&others), lines(&case.all()));
    }

    #[test]
    fn neither_depends_on_how_the_rows_come(case in any_case(), turn in 0..80_usize) {
        let asked = case.asked();
        let mut turned = case.all();
        turned.reverse();
        turned.rotate_left(turn.min(case.rows.len()));
        prop_assert_eq!(asked.question().frontier(&turned), asked.question().frontier(&case.all()));
        prop_assert_eq!(bands(&asked, &turned), bands(&asked, &case.all()));
    }
}
