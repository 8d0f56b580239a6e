//! Rules that check claims: data on both sides of each, what is said of it, and faults.

use super::{ROWS, TABLE, book, book_faults, claim, files, rule_faults};
use compare::catalog::{Claim, Verdict};
use compare::format::{Plain, prose};

/// What comes of one claim that a rule checks.
fn judged(rule: &str) -> (Verdict, String) {
    let claim = ruled(&[rule]);
    (claim.verdict, prose(&claim.found, &Plain).replace('\u{a0}', " "))
}

/// One claim that some rules check.
pub(super) fn ruled(rules: &[&str]) -> Claim {
    let rules: Vec<String> = rules.iter().map(|rule| format!("[[claims.rule]]\ntable = 't'\n{rule}\n")).collect();
    let claims = claim("a", &rules.concat());
    let book = book(&files(&[("claims.toml", &claims)])).unwrap_or_else(|faults| panic!("{faults}"));
    book.claims[0].clone()
}

/// That a rule holds with one bound and does not with another.
fn has_two_sides(rule: &str, holding: &str, failing: &str) {
    assert_eq!(judged(&format!("{rule}\n{holding}")).0, Verdict::Holds, "{rule} {holding}");
    assert_eq!(judged(&format!("{rule}\n{failing}")).0, Verdict::Fails, "{rule} {failing}");
}

#[test]
fn a_ratio_of_two_prices_has_two_sides() {
    let rule = "kind = 'price-ratio'\nrows = ['closed-c', 'open-a']\ncolumns = ['in', 'out']";
    has_two_sides(rule, "at-least = 8", "at-least = 8.1");
    has_two_sides(rule, "between = [8, 10]", "between = [9, 10]");
    has_two_sides(&format!("{rule}\nprovider = 'P'"), "at-most = 10", "at-most = 9");
    assert_eq!(
        judged(&format!("{rule}\nat-least = 9")).1,
        "Input: $10.00 for Closed C (Q) is 10 times the $1.00 for Open A (P). \
         Output: $16.00 for Closed C (Q) is 8 times the $2.00 for Open A (P). \
         To hold, the first price must be at least 9 times the second, in each case."
    );
}

#[test]
fn a_difference_of_two_scores_has_two_sides() {
    let rule = "kind = 'score-difference'\nrows = ['open-a', 'closed-c']\ncolumns = ['score', 'maths']";
    has_two_sides(rule, "within = 38", "within = 37.9");
    has_two_sides(rule, "at-least = -38", "at-least = -37.9");
    has_two_sides(&format!("{rule}\nat-least = -10"), "in-at-least = 50", "in-at-least = 51");
}

#[test]
fn a_share_of_rows_has_two_sides() {
    let rule = "kind = 'share'\namong = 'open-weights:yes'\nfilter = 'license:MIT'";
    has_two_sides(rule, "between = [50, 50]", "at-most = 49");
    has_two_sides("kind = 'share'\nfilter = 'open-weights:no'", "at-least = 40", "at-least = 41");
    let said = judged(&format!("{rule}\nat-least = 50")).1;
    assert_eq!(
        said,
        "Licence: MIT: 1 of 2 rows with Open: yes, which is 50 %. To hold, the share must be at least 50 %."
    );
}

#[test]
fn the_best_open_against_the_best_closed_has_two_sides() {
    let rule = "kind = 'best-open'\ncolumns = ['score']";
    has_two_sides(rule, "at-most = 10", "at-most = 9");
    has_two_sides(&format!("{rule}\nas = 'percent'"), "at-least = 88", "at-least = 89");
    // Ahead in maths: the distance is below nothing.
    has_two_sides("kind = 'best-open'\ncolumns = ['maths']", "at-most = -2", "at-least = -1");
    has_two_sides(&format!("{rule}\namong = 'in:4..'"), "at-least = 30", "at-most = 29");
    // Every score column where none is named: behind in one, ahead in the other.
    has_two_sides("kind = 'best-open'\nat-most = 5", "in-at-least = 50", "in-at-least = 51");
}

#[test]
fn what_a_bound_asks_is_said_as_one_would_say_it() {
    let wanted = |rule: &str| {
        let said = judged(rule).1;
        said[said.find("To hold, ").unwrap_or_else(|| panic!("{said}"))..].to_owned()
    };
    let difference = "kind = 'score-difference'\nrows = ['open-a', 'closed-c']\ncolumns = ['score']\n";
    assert_eq!(wanted(&format!("{difference}at-least = -5")), "To hold, the first may be at most 5 points behind.");
    assert_eq!(wanted(&format!("{difference}at-least = 5")), "To hold, the first must be at least 5 points ahead.");
    assert_eq!(wanted(&format!("{difference}at-least = 0")), "To hold, the first must not be behind.");
    assert_eq!(wanted(&format!("{difference}at-most = -5")), "To hold, the first must be at least 5 points behind.");
    assert_eq!(wanted(&format!("{difference}within = 5")), "To hold, the two may be at most 5 points apart.");
    let gap = "kind = 'best-open'\ncolumns = ['score', 'maths']\n";
    assert_eq!(
        wanted(&format!("{gap}at-most = 5\nin-at-least = 51")),
        "To hold, the best open one may be at most 5 points behind, in at least 51 % of the cases."
    );
    assert_eq!(
        wanted(&format!("{gap}at-most = -2")),
        "To hold, the best open one must be at least 2 points ahead, in each case."
    );
}

#[test]
fn of_a_range_it_is_said_which_end_holds() {
    let part = "kind = 'best-open'\ncolumns = ['score']\nas = 'percent'\n";
    // 80 of 90.
    assert!(judged(&format!("{part}between = [90, 95]")).1.ends_with("between 90 and 95 %; it lies below."));
    assert!(judged(&format!("{part}between = [80, 85]")).1.ends_with("between 80 and 85 %; it lies above."));
    assert!(judged(&format!("{part}between = [85, 90]")).1.ends_with("between 85 and 90 %."));
    let many = "kind = 'threshold'\nrows = ['open-a', 'open-b', 'closed-c']\ncolumns = ['score', 'maths']\n";
    let (verdict, said) = judged(&format!("{many}between = [70, 85]\nin-at-least = 50"));
    assert_eq!(verdict, Verdict::Fails);
    assert_eq!(
        said,
        "1 of 6 lie within the range. 2 lie below it: Open A, Maths (50 %), Open B, Score (60 %). 3 lie above it: \
         Open B, Maths (90 %), Closed C, Score (90 %), Closed C, Maths (88 %). The lower end holds in 4 of 6 cases, \
         the upper one in 3. To hold, the number must lie between 70 and 85 %, in at least 50 % of the cases."
    );
}

#[test]
fn a_threshold_has_two_sides() {
    let rule = "kind = 'threshold'\nrows = ['open-a', 'open-b']\ncolumns = ['score']";
    has_two_sides(rule, "at-least = 60", "at-least = 61");
}

#[test]
fn a_price_at_equal_score_has_two_sides() {
    // From 72 on, A costs what C does not: 100,000 requests of 1,500 and 400 tokens, a fifth of them cached.
    let rule = "kind = 'price-at-score'\ncolumns = ['score']\nreach = 80";
    has_two_sides(rule, "between = [10, 11]", "at-least = 11");
    // From 63 on, D, which is dearer than C, changes nothing.
    has_two_sides(&rule.replace("80", "70"), "at-most = 11", "at-most = 10");
}

#[test]
fn prices_at_equal_score_are_compared_benchmark_by_benchmark() {
    // By score A costs 230 of the 2,140 of C, by maths B, for A does not reach 70.4, costs 760.
    let rule = "kind = 'price-at-score'\ncolumns = ['score', 'maths']\nreach = 80";
    has_two_sides(rule, "between = [10, 36]", "between = [10, 35]");
    has_two_sides(&format!("{rule}\nbetween = [10, 11]"), "in-at-least = 50", "in-at-least = 51");
    assert_eq!(
        rule_faults("table = 't'\nkind = 'price-at-score'\ncolumns = ['score', 'errors']\nreach = 80\nat-most = 36"),
        [
            r#"7:1: no row with open weights and a price reaches the score in column "errors": ask for less with `reach`, or name another column"#
        ]
    );
}

#[test]
fn of_many_prices_at_equal_score_it_is_said_whose_they_are() {
    let said = judged(
        "kind = 'price-at-score'\ncolumns = ['score', 'maths', 'errors', 'score', 'maths']\nreach = 50\nat-least = 30",
    );
    let pair = "(10.7 %: $230.00 for Open A against $2,140 for Closed C)";
    assert_eq!(
        said.1,
        format!(
            "It holds in 1 of 5 cases; not in Score {pair}, Maths {pair}, Score {pair}, Maths {pair}. \
             To hold, the part must be at least 30 %, in each case."
        )
    );
}

#[test]
fn among_which_rows_the_best_are_sought_is_said() {
    let said = judged("kind = 'best-open'\ncolumns = ['score']\namong = 'in:4..'\nat-least = 30").1;
    assert!(said.starts_with("Only rows with Input from $4.00 count. Score: 60 % for Open B"), "{said}");
}

#[test]
fn a_share_says_of_how_many_rows_it_is_not_known() {
    let share =
        |among: &str| judged(&format!("kind = 'share'\namong = '{among}'\nfilter = 'license:MIT'\nat-most = 50"));
    assert_eq!(
        share("open-weights:yes,no").1,
        "Licence: MIT: 1 of 4 rows with Open: yes, no, which is 25 %; of 2 it is not known. \
         To hold, the share may be at most 50 %."
    );
    assert!(!share("open-weights:yes").1.contains("not known"));
}

#[test]
fn where_less_is_better_the_least_is_the_best() {
    let rule = "kind = 'best-open'\ncolumns = ['errors']";
    has_two_sides(rule, "between = [1, 1]", "at-most = 0.9");
    has_two_sides(&format!("{rule}\nas = 'percent'"), "between = [50, 50]", "at-least = 51");
    assert_eq!(
        judged(&format!("{rule}\nat-most = 1")).1,
        "Errors: 2 for Open B (best open) against 1 for Closed C (best closed), 1 behind. \
         To hold, the best open one may be at most 1 behind."
    );
    // At most 2 errors have B with 6,000 + 1,600 and C with 15,000 + 6,400.
    has_two_sides("kind = 'price-at-score'\ncolumns = ['errors']\nreach = 50", "between = [35, 36]", "at-most = 35");
}

#[test]
fn a_verdict_follows_the_data() {
    let rule = "[claims.rule]\nkind = 'threshold'\ntable = 't'\nrows = ['open-a']\ncolumns = ['score']\nat-least = 80";
    let claims = claim("a", rule);
    let verdict = |rows: &str| {
        let files = [("tables/t/table.toml", TABLE), ("tables/t/rows.toml", rows), ("claims.toml", &claims)];
        book(&files).unwrap().claims[0].verdict
    };
    assert_eq!(verdict(ROWS), Verdict::Holds);
    assert_eq!(verdict(&ROWS.replace("score = 80", "score = 79")), Verdict::Fails);
}

#[test]
fn a_rule_names_what_is_there() {
    assert_eq!(rule_faults("table = 'u'\nkind = 'threshold'"), [r#"8:9: unknown table "u": known are t"#]);
    assert_eq!(
        rule_faults("table = 't'\nkind = 'ratio'"),
        [
            r#"9:8: unknown kind "ratio": known are price-ratio, score-difference, share, best-open, threshold, price-at-score"#
        ]
    );
    let threshold = "table = 't'\nkind = 'threshold'\n";
    assert_eq!(
        rule_faults(&format!("{threshold}rows = ['open-c']\ncolumns = ['scor', 'license']\nat-least = 5")),
        [
            r#"10:8: unknown row "open-c": did you mean "open-b"?"#,
            r#"11:11: unknown number column "scor": did you mean "score"?"#,
            r#"11:11: unknown number column "license": known are score, maths, errors, in, out"#,
        ]
    );
    assert_eq!(
        rule_faults(&format!("{threshold}rows = ['open-a']\ncolumns = ['score']")),
        ["7:1: no bound, or more than one: give it one of `at-least`, `at-most`, `within` and `between`"]
    );
    assert_eq!(
        rule_faults(&format!("{threshold}rows = ['e']\ncolumns = ['score']\nat-least = 5")),
        [r#"7:1: row "e" has no figure in column "score": name another, or give it one with a source"#]
    );
    assert_eq!(
        rule_faults(&format!("{threshold}rows = ['open-a']\ncolumns = ['score']\nat-least = 5\nfilter = 'name:A'")),
        [
            r#"13:1: unknown key "filter": known are table, kind, rows, columns, in-at-least, at-least, at-most, within, between"#
        ]
    );
}

#[test]
fn a_rule_of_prices_and_filters_says_what_it_cannot_do() {
    let ratio = "table = 't'\nkind = 'price-ratio'\ncolumns = ['in']\nat-least = 5\n";
    assert_eq!(
        rule_faults(&format!("{ratio}rows = ['open-a']")),
        ["12:8: expected the ids of two rows: the first is compared with the second"]
    );
    assert_eq!(
        rule_faults(&format!("{ratio}rows = ['closed-c', 'open-a']\nprovider = 'Q'")),
        [r#"13:12: the price in the table is that of "P": name the provider whose price the table holds"#]
    );
    let share = "table = 't'\nkind = 'share'\nat-least = 5\n";
    assert_eq!(
        rule_faults(&format!("{share}filter = 'licence:MIT'")),
        [r#"11:10: unknown column "licence": did you mean "license"?"#]
    );
    assert_eq!(
        rule_faults("table = 't'\nkind = 'share'\nbetween = [5, 1]"),
        ["10:11: expected two numbers, the lower one first, like `[10, 15]`"]
    );
    assert_eq!(
        rule_faults("table = 't'\nkind = 'best-open'\ncolumns = ['score']\nas = 'ratio'\nat-most = 5"),
        [r#"11:6: unknown measure "ratio": known are points, percent"#]
    );
}

#[test]
fn nothing_is_so_many_times_what_is_free() {
    let rows = ROWS.replace("in = { value = 1,", "in = { value = 0,");
    let rule = "kind = 'price-ratio'\nrows = ['closed-c', 'open-a']\ncolumns = ['in']\nat-least = 5";
    let claims = claim("a", &format!("[claims.rule]\ntable = 't'\n{rule}"));
    assert_eq!(
        book_faults(&files(&[("tables/t/rows.toml", &rows), ("claims.toml", &claims)])),
        [r#"claims.toml:7:1: row "Open A" is free: nothing is so many times its price; name one that costs something"#]
    );
}
