//! Which rows the figures cannot tell from the best.

use crate::query::Verdict;
use crate::query::aider_fixture::aider_trials;
use crate::testing::Asked;

/// The rows that are listed, `name verdict`, with z to three digits where there is one.
fn ties(text: &str) -> Vec<String> {
    let asked = Asked::new(text);
    let ties = asked.question().ties(&asked.all());
    let said = |verdict| match verdict {
        Verdict::Best => "best",
        Verdict::Tied => "tied",
        Verdict::Borderline => "borderline",
    };
    let z = |z: Option<f64>| z.map_or(String::new(), |z| format!(" {z:.3}"));
    ties.iter().map(|tie| format!("{} {}{}", asked.names(&[tie.row]), said(tie.verdict), z(tie.z))).collect()
}

#[test]
fn three_aider_models_are_tied_with_the_best_and_two_borderline() {
    assert_eq!(
        ties(&aider_trials()),
        [
            "gpt-5 (high) best 0.000",
            "gpt-5 (medium) tied 0.425",
            "o3-pro (high) tied 0.964",
            "gemini-2.5-pro-preview-06-05 (32k think) tied 1.475",
            "gpt-5 (low) borderline 1.963",
            "o3 (high) borderline 1.963",
        ]
    );
}

#[test]
fn grok_4_is_told_from_the_best() {
    let rows = "name | score:number+ percent | cost:number- \n gpt-5 (high) | 88 198/225 | 1 \n grok-4 (high)";
    assert_eq!(ties(&format!("{rows} | 79.6 179/225 | 1")), ["gpt-5 (high) best 0.000"]);
    // One task more does not tie it; two make it borderline.
    assert_eq!(ties(&format!("{rows} | 81.3 183/225 | 1")).len(), 2);
}

#[test]
fn without_an_interval_nothing_is_said() {
    assert_eq!(ties("name | score:number+ \n a | 90 \n b | 89.9"), ["a best"]);
    assert_eq!(ties("name | score:number+ \n a | 90 198/220 \n b | 89.9"), ["a best 0.000"]);
    assert_eq!(ties("name | score:number+ \n a | 90 \n b | 89.9 89..91"), ["a best"]);
}

#[test]
fn without_a_score_there_is_no_best() {
    assert_eq!(ties("name | score:number+"), [""; 0]);
    assert_eq!(ties("name | score:number+ \n a |"), [""; 0]);
    assert_eq!(ties("name | cost:number- \n a | 1"), [""; 0]);
}

#[test]
fn intervals_that_overlap_may_still_be_apart() {
    // se = 4 / 3.92 each: tied up to a difference of 1.96 · √2 · se = 2 · √2 = 2.83.
    let pair = |other: &str| ties(&format!("name | score:number+ Elo \n a | 1400 1398..1402 \n b | {other}"));
    assert_eq!(pair("1397.2 1395.2..1399.2"), ["a best", "b tied"]);
    assert_eq!(pair("1397.1 1395.1..1399.1"), ["a best"]);
}

#[test]
fn a_proportion_beside_an_interval_counts_with_its_own_interval() {
    // Wilson's interval of 90 of 100 is 82.6 to 94.5: se² is 9.28. With that of 1, tied up to 6.29.
    let pair = |other: &str| ties(&format!("name | score:number+ percent \n a | 90 90/100 \n b | {other}"));
    assert_eq!(pair("84 82.04..85.96"), ["a best 0.000", "b tied"]);
    assert_eq!(pair("83.7 81.74..85.66"), ["a best 0.000"]);
}

#[test]
fn a_lower_score_may_be_the_best() {
    let text = "name | score:number- percent \n a | 20 45/225 \n b | 12 27/225 \n c | 13.3 30/225 \n d | 40 90/225";
    assert_eq!(ties(text), ["b best 0.000", "c tied 0.425"]);
    let asked = Asked::new(text);
    let differences = asked.question().ties(&asked.all()).iter().map(|tie| tie.difference.round()).collect::<Vec<_>>();
    assert_eq!(differences, [0.0, 1.0]);
}

#[test]
fn rows_that_share_the_best_score_are_all_the_best_the_cheapest_first() {
    let text = "name | score:number+ | cost:number- \n a | 90 | \n d | 90 | 2 \n b | 89 | 1 \n c | 90 | 1";
    assert_eq!(ties(text), ["c best", "d best", "a best"]);
}

#[test]
fn of_the_best_one_with_an_interval_is_compared_with_the_others() {
    let text = "name | score:number+ | cost:number- \n a | 90 | 1 \n b | 90 88..92 | 2 \n c | 89 87..91 | 1";
    assert_eq!(ties(text), ["a best", "b best", "c tied"]);
}

#[test]
fn a_row_without_a_cost_may_be_tied() {
    let text = "name | score:number+ percent | cost:number- \n a | 90 198/220 | \n b | 89.5 197/220 |";
    assert_eq!(ties(text), ["a best 0.000", "b tied 0.157"]);
}

#[test]
fn proportions_of_all_or_nothing_do_not_vary() {
    assert_eq!(ties("name | score:number+ percent \n a | 100 5/5 \n b | 100 9/9"), ["a best 0.000", "b best 0.000"]);
    assert_eq!(ties("name | score:number+ percent \n a | 0 0/5 \n b | 0 0/9"), ["a best 0.000", "b best 0.000"]);
}

#[test]
fn the_best_is_that_of_the_rows_asked_about() {
    let asked = Asked::new("name | score:number+ \n a | 90 88..92 \n b | 50 48..52 \n c | 49 47..51");
    let names: Vec<u32> = asked.question().ties(&asked.all()[1..]).iter().map(|tie| tie.row).collect();
    assert_eq!(asked.names(&names), "b c");
}
