//! Claims that several rules check, and the views to which rules lead.

use super::rules::ruled;
use super::{book_faults, claim, files};
use compare::catalog::{Claim, Verdict};
use compare::format::{Plain, prose};

/// The view to which one claim leads that a rule checks.
fn view(rule: &str) -> String {
    ruled(&[rule]).press.map(|press| press.view.to_string()).unwrap_or_default()
}

#[test]
fn a_claim_with_several_rules_holds_where_each_does() {
    let [one, other] = ["open-a", "open-b"]
        .map(|row| format!("kind = 'threshold'\nrows = ['{row}']\ncolumns = ['score']\nat-least = "));
    // 80 and 60.
    let both = |low: u8, other_low: u8| ruled(&[&format!("{one}{low}"), &format!("{other}{other_low}")]);
    let shown = |claim: Claim| claim.press.map(|press| press.view.contains("only:open-b")).unwrap();
    assert_eq!(both(80, 60).verdict, Verdict::Holds);
    assert_eq!(both(81, 60).verdict, Verdict::Fails);
    assert_eq!(both(80, 61).verdict, Verdict::Fails);
    assert_eq!(
        prose(&both(80, 61).found, &Plain).replace('\u{a0}', " "),
        "Open A, Score: 80 %. To hold, the number must be at least 80 %. \
         Open B, Score: 60 %. To hold, the number must be at least 61 %."
    );
    // What can be seen is what the first measured that fails.
    assert_eq!([both(80, 60), both(81, 61), both(80, 61)].map(shown), [false, false, true]);
}

#[test]
fn the_number_of_a_claim_is_that_of_its_first_rule() {
    let faults = |bounds: [u8; 2]| {
        let rule = |low: u8| {
            format!(
                "[[claims.rule]]\ntable = 't'\nkind = 'threshold'\nrows = ['open-a']\ncolumns = ['score']\nat-least = {low}\n"
            )
        };
        let claims = claim("a", &format!("value = 5\nunit = 'percent'\n{}", bounds.map(rule).concat()));
        book_faults(&files(&[("claims.toml", &claims)]))
    };
    assert_eq!(faults([5, 30]), [""; 0]);
    assert_eq!(
        faults([30, 5]),
        ["claims.toml:7:9: the claim says 5, its rule asks for 30: write the same number in both"]
    );
}

#[test]
fn a_view_of_several_prices_at_equal_score_shows_the_rows_that_were_compared() {
    let view = view("kind = 'price-at-score'\ncolumns = ['score', 'maths']\nreach = 80\nat-most = 36");
    assert!(
        view.ends_with(
            "/only:open-a closed-c open-b/columns:name open-weights workload score maths/sort:workload/filter:/"
        ),
        "{view}"
    );
}

#[test]
fn a_view_of_prices_names_those_by_which_the_rule_reckons() {
    let cells = "kind = 'threshold'\nrows = ['open-a']\nat-least = 1\ncolumns = ";
    assert!(view(&format!("{cells}['in']")).starts_with("table:t/prices:first-party/only:"));
    assert!(!view(&format!("{cells}['score']")).contains("prices"));
    let dear = view("kind = 'best-open'\ncolumns = ['score']\namong = 'in:4..'\nat-least = 30");
    assert!(dear.contains("/prices:first-party/"), "{dear}");
    let reckoned = "/prices:first-party/workload:requests:100000;input:1500;output:400;cached:0.2/";
    let at_score = view("kind = 'price-at-score'\ncolumns = ['score']\nreach = 80\nat-most = 36");
    assert!(at_score.contains(reckoned), "{at_score}");
    let cheap = view("kind = 'share'\nfilter = 'workload:..300'\nat-most = 36");
    assert!(cheap.contains(reckoned), "{cheap}");
}

#[test]
fn the_view_of_a_rule_begins_with_the_best_also_where_less_is_better() {
    let best = view("kind = 'best-open'\ncolumns = ['errors']\nat-most = 1");
    assert!(best.contains("/sort:errors/"), "{best}");
    let reaching = view("kind = 'price-at-score'\ncolumns = ['errors']\nreach = 50\nat-most = 40");
    assert!(reaching.ends_with("/filter:errors:..2/"), "{reaching}");
}
