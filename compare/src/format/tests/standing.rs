//! Who wins where and who is tied, in words.

use crate::format::{Plain, Words, band_range, ceiling, good_buy, ties, wins};
use crate::query::aider_fixture::aider_trials;
use crate::query::{Band, Field, GoodBuy};
use crate::testing::{Asked, read};
use crate::units::Weight;

fn said(text: &str) -> (String, Vec<String>) {
    said_of(text, usize::MAX)
}

/// The same where only the first so many rows are shown.
fn said_of(text: &str, shown: usize) -> (String, Vec<String>) {
    let asked = Asked::new(text);
    let (question, rows) = (asked.question(), asked.all());
    let words = Words { table: &asked.table, numbers: &Plain };
    let standing = question.standing(rows.get(..shown).unwrap_or(&rows));
    let cost = Field::parse("cost", &asked.table);
    let ties = ties(&question, &standing, &words, cost);
    (read(ties.said), ties.all.iter().map(read).collect())
}

fn band(from: f64, to: f64) -> Band {
    Band { row: 0, from, to }
}

#[test]
fn the_cheapest_tied_is_named_with_its_saving_and_the_borderline_as_such() {
    let (said, all) = said(&aider_trials());
    assert_eq!(
        said,
        "gpt-5 (high) has the best score (score 88.0 %). Plainly tied with it: gpt-5 (medium), o3-pro (high) and \
         gemini-2.5-pro-preview-06-05 (32k think). The cheapest of these, gpt-5 (medium), costs 39 % less. Borderline: \
         gpt-5 (low) (64 % less) and o3 (high) (27 % less). Runs on the same tasks make such an unpaired test cautious."
    );
    assert!(all.is_empty(), "everyone is named already");
}

#[test]
fn without_an_interval_nothing_can_be_said() {
    let (said, _) = said("name | score:number+ percent | cost:number- USD \n a | 90 | 2 \n b | 89 | 1");
    assert_eq!(
        said,
        "a has the best score (score 90.0 %). Its interval is not known, so nothing can be said about ties."
    );
}

#[test]
fn those_without_an_interval_are_counted() {
    let (said, _) = said("name | score:number+ percent | cost:number- USD \n a | 90 90/100 | 2 \n b | 89 | 1");
    assert_eq!(said, "a has the best score (score 90.0 %). Of 1 without a known interval nothing can be said.");
}

#[test]
fn a_best_score_that_stands_alone_is_said_to() {
    let (said, _) =
        said("name | score:number+ percent | cost:number- USD \n a | 90 900/1000 | 2 \n b | 20 200/1000 | 1");
    assert_eq!(said, "a has the best score (score 90.0 %). No other is tied with it.");
}

#[test]
fn an_equal_score_is_shared() {
    let (said, _) =
        said("name | score:number+ Elo | cost:number- USD \n a | 1400 1395..1405 | 2 \n b | 1400 1395..1405 | 4");
    assert_eq!(
        said,
        "a and b share the best score (score 1,400 Elo). The cheapest of these, a, costs 50 % less than b."
    );
}

#[test]
fn the_saving_among_those_that_share_the_best_score_is_that_over_the_dearest() {
    let (said, _) = said(
        "name | score:number+ percent | cost:number- USD
        a | 88 | 10 \n b | 88 | 30 \n c | 88 | 20 \n d | 88 | \n e | 87 | 1",
    );
    assert_eq!(
        said,
        "a, c, b and 1 more share the best score (score 88.0 %). The cheapest of these, a, costs 67 % less than b. \
         Their intervals are not known, so nothing can be said about ties."
    );
}

#[test]
fn of_those_that_share_the_best_score_one_with_an_interval_is_held_against_the_others() {
    let (said, _) = said(
        "name | score:number+ percent | cost:number- USD
        a | 90 | 10 \n b | 90 90/100 | 20 \n c | 89 89/100 | 5 \n d | 20 20/100 | 1",
    );
    // Half of what a costs, the cheaper of the two.
    assert_eq!(
        said,
        "a and b share the best score (score 90.0 %). The cheapest of these, a, costs 50 % less than b. Plainly tied \
         with them: c. It costs 50 % less than a. Runs on the same tasks make such an unpaired test cautious. Of 1 \
         without a known interval nothing can be said."
    );
}

#[test]
fn where_rows_are_hidden_the_best_is_that_of_those_shown() {
    let table = "name | score:number+ percent | cost:number- USD
        a | 50 500/1000 | 2 \n b | 20 200/1000 | 1 \n c | | 1 \n d | 90 900/1000 | 1";
    assert_eq!(said_of(table, 3).0, "a has the best score of the 3 shown (score 50.0 %). No other is tied with it.");
    assert_eq!(said_of(table, 4).0, "d has the best score (score 90.0 %). No other is tied with it.");
}

#[test]
fn a_score_beside_which_there_is_no_other_is_not_called_the_best() {
    let table = "name | score:number+ percent | cost:number- USD \n a | 50 500/1000 | 2 \n b | | 1 \n c | 90 | 1";
    assert_eq!(said_of(table, 1).0, "a has a score (score 50.0 %), and no other row shown has one.");
    assert_eq!(said_of(table, 2).0, "a has a score (score 50.0 %), and no other row shown has one.");
    let (said, _) = said("name | score:number+ \n a | 5 \n b |");
    assert_eq!(said, "a has a score (score 5), and no other row has one.");
}

#[test]
fn a_cost_that_is_no_money_is_not_spoken_of_as_money() {
    let (said, _) = said(
        "name | score:number+ percent | cost:number- seconds
        a | 88 198/225 | 20 \n b | 86.7 195/225 | 5 \n c | 86.2 194/225 | 0 \n d | 81.3 183/225 | 10",
    );
    assert_eq!(
        said,
        "a has the best score (score 88.0 %). Plainly tied with it: b and c. The lowest of these, c, has 100 % less \
         cost. Borderline: d (50 % less cost). Runs on the same tasks make such an unpaired test cautious."
    );
    let asked = Asked::new("name | score:number+ | cost:number- seconds \n a | 1 | 1");
    let (words, cost) = (Words { table: &asked.table, numbers: &Plain }, asked.field("cost"));
    let buy = GoodBuy { row: 0, cost: 12.34, next: Some(20.0) };
    assert_eq!(
        read(good_buy(&buy, cost, &words)),
        "best for a limit of cost from 12.3 up to 20.0 seconds, though it wins at no weight"
    );
    assert_eq!(ceiling(cost, 12.34, &words), "cost up to 12.3");
}

#[test]
fn a_long_list_is_cut_and_counted() {
    let row = |at: u32| format!("m{at} | {} {}/1000 | {at}", 90.0 - f64::from(at) / 10.0, 900 - at);
    let rows: Vec<String> = (1..=6).map(row).collect();
    let (said, all) = said(&format!("name | score:number+ percent | cost:number- USD\n{}", rows.join("\n")));
    assert!(said.contains("Plainly tied with it: m2, m3, m4 and 2 more. Runs"), "{said}");
    assert_eq!((all.len(), &*all[5]), (6, "m6: 89.4 %, plainly tied"));
}

#[test]
fn without_a_score_nothing_is_said() {
    assert_eq!(said("name | score:number+ | cost:number- \n a | | 1"), (String::new(), Vec::new()));
}

#[test]
fn a_tied_row_may_be_free() {
    let (said, _) = said("name | score:number+ percent | cost:number- USD \n a | 90 90/100 | 2 \n b | 89 89/100 | 0");
    assert!(said.contains("Plainly tied with it: b. It is free."), "{said}");
}

#[test]
fn what_costs_something_is_never_a_hundred_percent_less() {
    let (said, _) =
        said("name | score:number+ percent | cost:number- USD \n a | 90 90/100 | 29 \n b | 89 89/100 | 0.1");
    assert!(said.contains("Plainly tied with it: b. It costs 99 % less."), "{said}");
}

#[test]
fn a_band_is_said_in_percent_of_score() {
    let range = |from, to| read(band_range(&band(from, to), &Plain));
    assert_eq!(range(0.368, 0.570), "37 % to 57 %");
    assert_eq!(range(0.8321, 0.8349), "83.2 % to 83.5 %");
    assert_eq!(range(0.832_01, 0.832_02), "about 83.2 %");
    let wins = |from, to| read(wins(&band(from, to), &Plain));
    assert_eq!([wins(0.0, 1.0), wins(0.0, 0.012)], ["at every weight", "from 0 % to 1 % score"]);
}

#[test]
fn the_middle_of_a_band_is_a_whole_percent_where_one_lies_inside() {
    let middle = |from, to| band(from, to).middle();
    assert_eq!(middle(0.368, 0.570), Weight::new(0.47).unwrap());
    assert_eq!(middle(0.0, 0.012), Weight::new(0.01).unwrap());
    assert!(band(0.8321, 0.8349).holds(middle(0.8321, 0.8349)));
}

#[test]
fn a_good_buy_is_said_with_its_budget() {
    let asked = Asked::new("name | score:number+ | cost:number- USD \n a | 1 | 1");
    let words = Words { table: &asked.table, numbers: &Plain };
    let buy = GoodBuy { row: 0, cost: 0.7346, next: Some(0.8756) };
    assert_eq!(
        good_buy(&buy, asked.field("cost"), &words),
        "best for a budget from $0.73 up to $0.88, though it wins at no weight"
    );
}

#[test]
fn of_very_many_the_list_is_cut_too() {
    let rows: Vec<String> = (1..=60).map(|at| format!("m{at} | 90 900/1000 | {at}")).collect();
    let (_, all) = said(&format!("name | score:number+ percent | cost:number- USD\n{}", rows.join("\n")));
    assert_eq!((all.len(), &*all[50]), (51, "and 10 more"));
}
