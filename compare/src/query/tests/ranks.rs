//! Between which places rows stand, as far as the figures can tell.

use crate::query::aider_fixture::aider_trials;
use crate::testing::Asked;

/// The first rows by score with their ranges.
fn ranges(text: &str, rows: usize) -> Vec<String> {
    let asked = Asked::new(text);
    let order = asked.question().order(&asked.all(), &asked.keys("-score"));
    let ranges = asked.question().rank_ranges(&order[..rows], &asked.all());
    let said = |(row, range): (&u32, &Option<std::ops::RangeInclusive<usize>>)| {
        let range = range.as_ref().map_or("none".to_owned(), |range| format!("{}–{}", range.start(), range.end()));
        format!("{} {range}", asked.names(&[*row]))
    };
    order.iter().zip(&ranges).map(said).collect()
}

#[test]
fn the_best_aider_models_share_the_first_places() {
    // Tied or borderline with the best are five more; each of those is nearer to the rows behind it.
    let first = ranges(&aider_trials(), 1);
    assert_eq!(first, ["gpt-5 (high) 1–6"]);
}

#[test]
fn rows_far_apart_have_one_place_each() {
    let text = "name | score:number+ percent | cost:number-
        a | 90 900/1000 | 1 \n b | 50 500/1000 | 1 \n c | 10 100/1000 | 1 \n d | | 1";
    assert_eq!(ranges(text, 4), ["a 1–1", "b 2–2", "c 3–3", "d none"]);
}

#[test]
fn a_row_without_an_interval_may_stand_anywhere_among_the_others() {
    let text = "name | score:number+ percent | cost:number-
        a | 90 900/1000 | 1 \n b | 50 | 1 \n c | 10 100/1000 | 1";
    assert_eq!(ranges(text, 3), ["a 1–2", "b none", "c 2–3"]);
}

#[test]
fn published_intervals_are_held_against_each_other_too() {
    let text = "name | score:number+ Elo | cost:number-
        a | 1400 1390..1410 | 1 \n b | 1395 1385..1405 | 1 \n c | 1300 1290..1310 | 1";
    assert_eq!(ranges(text, 3), ["a 1–2", "b 1–2", "c 3–3"]);
}

#[test]
fn equal_scores_without_an_interval_share_their_places() {
    let text = "name | score:number+ | cost:number-
        a | 9 | 1 \n b | 7 | 1 \n c | 7 | 2 \n d | 7 | 3 \n e | 1 | 1";
    assert_eq!(ranges(text, 5), ["a none", "b 2–4", "c 2–4", "d 2–4", "e none"]);
    let lower = text.replace("number+", "number-");
    let asked = Asked::new(&lower);
    let ranges = asked.question().rank_ranges(&asked.all(), &asked.all());
    assert_eq!(ranges, [None, Some(2..=4), Some(2..=4), Some(2..=4), None]);
}

#[test]
fn a_lower_score_may_be_the_better_one() {
    let text = "name | score:number- percent | cost:number-
        a | 10 100/1000 | 1 \n b | 50 500/1000 | 1";
    let asked = Asked::new(text);
    let ranges = asked.question().rank_ranges(&asked.all(), &asked.all());
    assert_eq!(ranges, [Some(1..=1), Some(2..=2)]);
    assert!(
        asked.question().is_by_score(&asked.keys("score name")) && !asked.question().is_by_score(&asked.keys("-score"))
    );
}

#[test]
fn more_rows_than_a_page_is_read_of_have_no_ranges() {
    let asked = Asked::new(&aider_trials());
    let row = asked.all()[0];
    let is_known =
        |rows: usize| asked.question().rank_ranges(&vec![row; rows], &asked.all()).iter().any(Option::is_some);
    assert!(is_known(200) && !is_known(201));
}
