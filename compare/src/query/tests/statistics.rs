//! What rows come to, in single cases.

use crate::query::{Split, Statistics};
use crate::testing::Asked;
use crate::units::Gather;

fn statistics(text: &str) -> (Asked, Statistics) {
    let asked = Asked::new(text);
    let statistics = asked.question().statistics(&asked.all());
    (asked, statistics)
}

#[test]
fn rows_of_unknown_openness_are_counted_apart() {
    let (_, statistics) = statistics("name | open-weights:flag \n A | yes \n B | no \n C | \n D | no");
    assert_eq!(statistics.openness, Some(Split { open: 1, closed: 2, unknown: 1 }));
    assert_eq!(statistics.openness.map(|split| (split.known(), split.total())), Some((3, 4)));
}

#[test]
fn a_table_that_does_not_say_so_has_none() {
    let (_, statistics) = statistics("name \n A");
    assert_eq!(statistics, Statistics { rows: 1, ..Statistics::default() });
}

#[test]
fn licences_are_counted_the_most_frequent_first() {
    let (asked, statistics) = statistics("name | license:category \n A | MIT \n B | Apache \n C | Apache \n D | ");
    let names = asked.table.columns[1].cells.names();
    let mix = &statistics.licences[0];
    let shares: Vec<(&str, usize)> =
        mix.shares.iter().map(|(name, count)| (&*names[*name as usize], *count)).gathered();
    assert_eq!((shares, mix.unknown), (vec![("Apache", 2), ("MIT", 1)], 1));
}

#[test]
fn the_cheapest_of_both_kinds_are_compared_at_each_score_of_a_frontier() {
    let (asked, statistics) = statistics(
        "name | score:number+ | cost:number- USD | open-weights:flag
        Open | 50 | 2 | yes
        Dominated | 40 | 3 | yes
        Cheap | 40 | 1 | no
        Equal | 50 | 9 | no
        Better | 60 | 8 | no
        Unreached | 70 | 4 | yes",
    );
    let prices = statistics.prices.unwrap();
    let pairs: Vec<(String, f64)> =
        prices.pairs.iter().map(|pair| (asked.names(&[pair.open, pair.closed]), pair.ratio)).gathered();
    // At scores of 40, 60 and 50; no closed row has 70.
    let expected = [("Open Cheap", 0.5), ("Unreached Better", 2.0), ("Open Better", 4.0)];
    assert_eq!(pairs, expected.map(|(names, ratio)| (names.to_owned(), ratio)));
    assert_eq!((prices.unmatched, prices.free, prices.median()), (1, 0, 2.0));
}

#[test]
fn what_is_free_has_no_multiple() {
    let (_, statistics) = statistics(
        "name | score:number+ | cost:number- USD | open-weights:flag
        Free | 50 | 0 | yes
        Open | 60 | 2 | yes
        Open2 | 70 | 4 | yes
        Closed | 80 | 8 | no",
    );
    let prices = statistics.prices.unwrap();
    assert_eq!((prices.pairs.len(), prices.free, prices.unmatched, prices.median()), (2, 1, 1, 3.0));
}

#[test]
fn what_is_free_is_no_multiple_either() {
    let (_, statistics) = statistics(
        "name | score:number+ | cost:number- USD | open-weights:flag
        Free | 50 | 0 | no
        Closed | 80 | 8 | no
        Open | 60 | 2 | yes
        Open2 | 70 | 4 | yes",
    );
    // At 50 the closed one is free; at 60 and 70 it is 8 over 2 and 8 over 4; 80 is out of reach of the open ones.
    let prices = statistics.prices.unwrap();
    assert_eq!((prices.pairs.len(), prices.free, prices.unmatched, prices.median()), (2, 1, 1, 3.0));
}

#[test]
fn the_gap_says_by_how_much_the_closed_row_is_better() {
    let (asked, statistics) = statistics(
        "name | up:number+ | down:number- | only:number+ | open-weights:flag
        A | 50 | 3 | 1 | yes
        B | 60 | 4 | | no
        C | 40 | 9 | | no
        D | 99 | 1 | | ",
    );
    let best: Vec<(String, f64)> =
        statistics.best.iter().map(|best| (asked.names(&[best.open, best.closed]), best.gap)).gathered();
    assert_eq!(best, [("A B".to_owned(), 10.0), ("A B".to_owned(), -1.0)]);
    assert_eq!(statistics.best[0].scored, Split { open: 1, closed: 2, unknown: 1 });
}

#[test]
fn windows_of_about_one_size_stand_together() {
    let (_, statistics) = statistics(
        "name | window:number tokens \n A | 8192 \n B | 128000 \n C | 131072 \n D | 1000000 \n E | 10000000 \n F | ",
    );
    let (bins, unknown) = statistics.contexts.unwrap();
    assert_eq!(bins.iter().map(|bin| bin.count).gathered(), [1, 0, 2, 0, 2]);
    assert_eq!((unknown, bins[4].to), (1, None));
}
