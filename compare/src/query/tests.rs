//! What sort, search and trade-off answer in single cases.

mod envelope;
mod good_buys;
mod history;
mod ranks;
mod statistics;
mod ties;

use super::aider_fixture::AIDER;
use super::{Clause, Filter, Measure, Test};
use crate::testing::Asked;

/// The value of each row at even weights.
fn values(text: &str) -> Vec<Option<f64>> {
    let asked = Asked::new(text);
    (0..asked.table.len()).map(|row| asked.question().measure(asked.field("value")).get(row)).collect()
}

#[test]
fn names_sort_by_the_numbers_in_them() {
    let asked = Asked::new("name \n GPT-4.10 \n gpt-4.2 \n GPT-4.1");
    assert_eq!(asked.sorted("name"), "GPT-4.1 gpt-4.2 GPT-4.10");
}

#[test]
fn missing_comes_last_both_ways() {
    let asked = Asked::new("name | size:number \n a | 1 \n b | \n c | 2");
    assert_eq!(asked.sorted("size"), "a c b");
    assert_eq!(asked.sorted("-size"), "c a b");
}

#[test]
fn a_tie_goes_by_name_and_a_descending_sort_does_not_reverse_it() {
    let asked = Asked::new("name | size:number \n b10 | 1 \n B2 | 1 \n a | 0");
    assert_eq!(asked.sorted("size"), "a B2 b10");
    assert_eq!(asked.sorted("-size"), "B2 b10 a");
}

#[test]
fn a_tie_in_name_goes_by_id() {
    let asked = Asked::new("id | name | size:number \n z | A | 1 \n b | a | 1 \n c | A | 1");
    assert_eq!(asked.sorted("-size"), "a A A");
}

#[test]
fn the_two_zeros_are_one_number() {
    let asked = Asked::new("name | size:number \n b | -0.0 \n a | 0.0 \n c | -1");
    assert_eq!(asked.sorted("size"), "c a b");
    assert_eq!(asked.sorted("-size"), "a b c");
}

#[test]
fn dates_sort_by_their_first_day() {
    let asked = Asked::new("name | on:date \n b | 2025-01 \n c | 2025-01-02 \n a | 2025 \n d | 2024-12");
    assert_eq!(asked.sorted("on"), "d a b c");
    assert_eq!(asked.sorted("-on"), "c a b d");
}

#[test]
fn no_comes_before_yes() {
    let asked = Asked::new("name | open:flag \n a | yes \n b | no \n c |");
    assert_eq!(asked.sorted("open"), "b a c");
    assert_eq!(asked.sorted("-open"), "a b c");
}

#[test]
fn a_later_key_decides_between_rows_equal_in_the_ones_before() {
    let text = "name | maker:category | open:flag | size:number
        a | X | yes | 1
        b | X | yes | 2
        c | X | no  | 3
        d | W | no  | 4";
    assert_eq!(Asked::new(text).sorted("-maker -open -size"), "b a c d");
}

#[test]
fn values_that_differ_beyond_the_twelfth_decimal_are_equal() {
    // The quality of the second row is 1e-13 above 0.5; equal values go by the lower cost.
    let asked = Asked::new(
        "name | score:number+ | cost:number-
        low  | 0 | 1
        half | 0.5 | 1
        more | 0.5000000000001 | 2
        high | 1 | 2",
    );
    assert_eq!(asked.at(1.0).sorted("-value"), "high half more low");
}

#[test]
fn values_that_differ_in_the_twelfth_decimal_are_not_equal() {
    let asked = Asked::new(
        "name | score:number+ | cost:number-
        low  | 0 | 1
        half | 0.5 | 1
        more | 0.500000000002 | 2
        high | 1 | 2",
    );
    assert_eq!(asked.at(1.0).sorted("-value"), "high more half low");
}

#[test]
fn free_counts_as_the_cheapest_known_cost_and_no_more() {
    let text = "name | score:number+ | cost:number- \n free | 0 | 0 \n cheap | 1 | 1 \n dear | 1 | 100";
    let asked = Asked::new(text);
    assert_eq!([0, 1, 2].map(|row| asked.tradeoff.cheapness(row)), [1.0, 1.0, 0.0].map(Some));
    assert_eq!(asked.sorted("-value"), "cheap free dear");
}

#[test]
fn a_missing_cost_is_not_free() {
    assert_eq!(values("name | score:number+ | cost:number- \n a | 1 | \n b | 0 | 1")[0], None);
}

#[test]
fn equal_costs_are_all_cheapest() {
    let asked = Asked::new("name | score:number+ | cost:number- \n a | 1 | 7 \n b | 0 | 7");
    assert_eq!([0, 1].map(|row| asked.tradeoff.cheapness(row)), [Some(1.0); 2]);
}

#[test]
fn where_no_cost_is_above_nothing_all_are_cheapest() {
    let asked = Asked::new("name | score:number+ | cost:number- \n a | 1 | 0 \n b | 0 | 0 \n c | 1 |");
    assert_eq!([0, 1, 2].map(|row| asked.tradeoff.cheapness(row)), [Some(1.0), Some(1.0), None]);
}

#[test]
fn equal_scores_are_all_best() {
    let asked = Asked::new("name | score:number+ | cost:number- \n a | 3 | 1 \n b | 3 | 2");
    assert_eq!([0, 1].map(|row| asked.tradeoff.quality(row)), [Some(1.0); 2]);
}

#[test]
fn a_score_that_is_better_lower_is_turned_round() {
    let asked = Asked::new("name | score:number- | cost:number- \n a | 10 | 1 \n b | 30 | 1 \n c | 15 | 1");
    assert_eq!([0, 1, 2].map(|row| asked.tradeoff.quality(row)), [1.0, 0.0, 0.75].map(Some));
}

#[test]
fn a_score_without_a_cost_still_widens_the_scale() {
    let text = "name | score:number+ | cost:number- \n a | 0 | 1 \n b | 5 | 1 \n c | 10 |";
    assert_eq!(values(text), [Some(0.5), Some(0.75), None]);
}

#[test]
fn a_filter_changes_no_value() {
    let asked = Asked::new("name | score:number+ | cost:number- \n a | 0 | 1 \n b | 5 | 10 \n c | 10 | 100");
    let test = Some(Test::Numbers(None, Some(10.0)));
    let filter = Filter::default().with(Clause { field: asked.field("cost"), test, missing: false });
    let rows = asked.question().passing(&filter).rows();
    assert_eq!(asked.names(&rows), "a b");
    assert_eq!(asked.question().measure(asked.field("value")).get(1), Some(0.5));
}

#[test]
fn the_extent_of_a_measure_leaves_out_what_is_missing() {
    let asked = Asked::new("name | size:number \n a | \n b | 3 \n c | -2");
    assert_eq!(asked.question().measure(asked.field("size")).extent(3), Some((-2.0, 3.0)));
    assert_eq!(Measure::List(&[f64::NAN]).extent(1), None);
}

#[test]
fn the_weight_decides_which_aider_model_comes_first() {
    let first = |weight: f64| {
        let asked = Asked::new(AIDER).at(weight);
        asked.names(&asked.question().page(&asked.all(), &asked.keys("-value"), 0..1))
    };
    assert_eq!(first(0.30), "DeepSeek Chat V3 (prev)");
    assert_eq!(first(0.50), "DeepSeek-V3.2-Exp (Chat)");
    assert_eq!(first(0.65), "DeepSeek-V3.2-Exp (Reasoner)");
    assert_eq!(first(0.80), "gpt-5 (medium)");
    assert_eq!(first(0.95), "gpt-5 (high)");
}

#[test]
fn scores_further_apart_than_a_number_can_say_have_values_all_the_same() {
    let text =
        format!("name | score:number+ | cost:number- \n a | {} | 1 \n b | 0 | 10 \n c | {} | 100", f64::MIN, f64::MAX);
    assert_eq!(values(&text), [Some(0.5), Some(0.5), Some(0.5)]);
}
