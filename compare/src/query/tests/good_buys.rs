//! Rows that no other dominates and that win at no weight.

use crate::query::aider_fixture::AIDER;
use crate::query::{Clause, Filter, Test};
use crate::testing::Asked;

/// Each good buy with its cost, that of the next row and its ceiling.
fn good_buys(asked: &Asked) -> Vec<(String, f64, Option<f64>, f64)> {
    let buys = asked.question().standing(&asked.all()).good_buys(&asked.tradeoff);
    buys.iter().map(|buy| (asked.names(&[buy.row]), buy.cost, buy.next, buy.ceiling())).collect()
}

#[test]
fn two_aider_models_are_good_buys_that_win_nowhere() {
    assert_eq!(
        good_buys(&Asked::new(AIDER)),
        [
            ("Grok 3 Mini Beta (high)".to_owned(), 0.7346, Some(0.8756), 0.74),
            ("gpt-5 (low)".to_owned(), 10.3713, Some(17.693), 10.38),
        ]
    );
}

#[test]
fn under_its_ceiling_a_good_buy_has_the_best_score() {
    let asked = Asked::new(AIDER);
    for buy in asked.question().standing(&asked.all()).good_buys(&asked.tradeoff) {
        let test = Some(Test::Numbers(None, Some(buy.ceiling())));
        let filter = Filter::default().with(Clause { field: asked.field("cost"), test, missing: false });
        let rows = asked.question().passing(&filter).rows();
        assert_eq!(asked.question().standing(&rows).bands.last().map(|band| band.row), Some(buy.row));
    }
}

#[test]
fn a_ceiling_has_as_many_decimals_as_keep_the_next_row_out() {
    let text = |cost: &str, next: &str| {
        format!(
            "name | score:number+ | cost:number- \n a | 0 | 0.0001 \n b | 1 | {cost} \n c | 2 | {next} \n d | 90 | 2"
        )
    };
    let ceiling = |cost: &str, next: &str| good_buys(&Asked::new(&text(cost, next)))[0].3;
    let ceilings = [ceiling("0.001", "0.5"), ceiling("0.001", "0.0015"), ceiling("0.00101", "0.00109")];
    assert_eq!(ceilings.to_vec(), [0.01, 0.001, 0.001_01]);
}

#[test]
fn a_row_equal_to_one_that_wins_is_no_good_buy() {
    let text = "name | score:number+ | cost:number- \n a | 0 | 0.0001 \n b | 50 | 0.01 \n b2 | 50 | 0.01 \n d | 90 | 2";
    let asked = Asked::new(text);
    let standing = asked.question().standing(&asked.all());
    assert_eq!(asked.names(&standing.frontier), "a b b2 d");
    assert_eq!(standing.bands.iter().map(|band| asked.names(&[band.row])).collect::<Vec<_>>(), ["a", "b", "d"]);
    assert_eq!(good_buys(&asked), []);
}
