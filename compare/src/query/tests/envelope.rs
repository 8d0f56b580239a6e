//! Winner bands and frontier.

use crate::query::aider_fixture::AIDER;
use crate::query::{Clause, Filter, Test};
use crate::testing::Asked;

/// The bands as `name to weight`, weights to three digits.
fn bands(asked: &Asked, rows: &[u32]) -> Vec<String> {
    let bands = asked.question().bands(rows);
    bands.iter().map(|band| format!("{} to {:.3}", asked.names(&[band.row]), band.to)).collect()
}

fn bands_of(text: &str) -> Vec<String> {
    let asked = Asked::new(text);
    bands(&asked, &asked.all())
}

fn frontier_of(text: &str) -> String {
    let asked = Asked::new(text);
    asked.names(&asked.question().frontier(&asked.all()))
}

#[test]
fn six_aider_models_win_at_some_weight() {
    assert_eq!(
        bands_of(AIDER),
        [
            "gpt-4o-mini-2024-07-18 to 0.012",
            "DeepSeek Chat V3 (prev) to 0.368",
            "DeepSeek-V3.2-Exp (Chat) to 0.570",
            "DeepSeek-V3.2-Exp (Reasoner) to 0.735",
            "gpt-5 (medium) to 0.835",
            "gpt-5 (high) to 1.000",
        ]
    );
}

#[test]
fn eight_aider_models_are_on_the_frontier() {
    let asked = Asked::new(AIDER);
    let frontier = asked.question().frontier(&asked.all());
    let names: Vec<&str> = frontier.iter().map(|row| asked.table.name(*row as usize)).collect();
    assert_eq!(
        names,
        [
            "gpt-4o-mini-2024-07-18",
            "DeepSeek Chat V3 (prev)",
            "Grok 3 Mini Beta (high)",
            "DeepSeek-V3.2-Exp (Chat)",
            "DeepSeek-V3.2-Exp (Reasoner)",
            "gpt-5 (low)",
            "gpt-5 (medium)",
            "gpt-5 (high)",
        ]
    );
}

const THREE: &str = "name | score:number+ | cost:number-
    small | 0 | 1
    middle | 8 | 10
    large | 10 | 100";

#[test]
fn a_band_ends_where_the_next_line_crosses() {
    // Lines 1 − w, 0.5 + 0.3 w and w.
    assert_eq!(bands_of(THREE), ["small to 0.385", "middle to 0.714", "large to 1.000"]);
}

#[test]
fn bands_are_those_of_the_rows_that_are_left_with_the_scales_of_all() {
    let asked = Asked::new(THREE);
    let test = Some(Test::Numbers(Some(5.0), None));
    let filter = Filter::default().with(Clause { field: asked.field("score"), test, missing: false });
    let rows = asked.question().passing(&filter).rows();
    assert_eq!(bands(&asked, &rows), ["middle to 0.714", "large to 1.000"]);
}

#[test]
fn without_a_value_there_is_neither_band_nor_frontier() {
    for text in [
        "name | score:number+ | cost:number-",
        "name | score:number+ | cost:number- \n a | 1 | \n b | | 1",
        "name | score:number+ \n a | 1",
        "name | cost:number- \n a | 1",
    ] {
        assert_eq!(bands_of(text), [""; 0], "{text}");
        assert_eq!(frontier_of(text), "", "{text}");
    }
}

#[test]
fn one_row_wins_at_every_weight() {
    let asked = Asked::new("name | score:number+ | cost:number- \n a | 1 | 2");
    let bands = asked.question().bands(&asked.all());
    assert_eq!(bands.iter().map(|band| (band.row, band.from, band.to)).collect::<Vec<_>>(), [(0, 0.0, 1.0)]);
}

#[test]
fn of_equal_lines_the_lower_cost_has_the_band_then_the_name() {
    // Free counts as the cheapest known cost: its line is that of the other.
    let text = "name | score:number+ | cost:number- \n paid | 5 | 1 \n free | 5 | 0 \n dear | 0 | 9";
    assert_eq!(bands_of(text), ["free to 1.000"]);
    let text = "id | name | score:number+ | cost:number- \n z | b | 5 | 1 \n y | A | 5 | 1 \n x | a | 5 | 1";
    let asked = Asked::new(text);
    let bands = asked.question().bands(&asked.all());
    assert_eq!(bands.iter().map(|band| &*asked.table.ids[band.row as usize]).collect::<Vec<_>>(), ["x"]);
}

#[test]
fn a_row_that_wins_at_one_weight_alone_has_no_band() {
    // Three lines through one point: half of both wins where the two others cross.
    let text = "name | score:number+ | cost:number- \n a | 0 | 1 \n half | 5 | 10 \n b | 10 | 100";
    assert_eq!(bands_of(text), ["a to 0.500", "b to 1.000"]);
}

#[test]
fn lines_that_differ_beyond_the_twelfth_decimal_are_equal() {
    let text = "name | score:number+ | cost:number-
        low  | 0 | 1
        half | 0.5 | 1
        more | 0.5000000000001 | 2
        high | 1 | 3";
    let asked = Asked::new(text);
    let some = &asked.all()[..3];
    assert_eq!(bands(&asked, some), ["half to 1.000"]);
    assert_eq!(asked.names(&asked.question().frontier(some)), "half more");
}

#[test]
fn a_lower_score_may_be_the_better() {
    let text = "name | score:number- | cost:number- \n slow | 30 | 1 \n quick | 10 | 100 \n worse | 20 | 200";
    // The lines 1 − w and 0.1308 + 0.8692 w, where ln 2 / ln 200 = 0.1308.
    assert_eq!(bands_of(text), ["slow to 0.465", "quick to 1.000"]);
    assert_eq!(frontier_of(text), "slow quick");
}

#[test]
fn free_is_cheaper_than_every_price_on_the_frontier() {
    let text = "name | score:number+ | cost:number- \n cheap | 2 | 1 \n free | 1 | 0 \n same | 1 | 1";
    assert_eq!(frontier_of(text), "free cheap");
}

#[test]
fn rows_equal_in_score_and_cost_are_all_on_the_frontier() {
    let text = "name | score:number+ | cost:number- \n b | 5 | 1 \n c | 4 | 1 \n a | 5 | 1 \n d | 5 | 2";
    assert_eq!(frontier_of(text), "a b");
}

#[test]
fn scores_that_are_all_the_same_leave_the_cheapest() {
    let text = "name | score:number+ | cost:number- \n a | 5 | 2 \n b | 5 | 1";
    assert_eq!(frontier_of(text), "b");
    assert_eq!(bands_of(text), ["b to 1.000"]);
}
