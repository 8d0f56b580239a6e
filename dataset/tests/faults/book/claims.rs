//! Claims by themselves: how they are shown, and their faults.

use super::{book, book_faults, claim, files, rule_faults};
use compare::catalog::Verdict;
use compare::format::{Plain, prose};

#[test]
fn without_a_rule_conflicts_make_a_claim_disputed() {
    let claims = [
        claim("a", "conflicts = ['b']"),
        claim(
            "b",
            "conflicts = ['a']\n[claims.rule]\ntable = 't'\nkind = 'threshold'\nrows = ['open-a']\ncolumns = ['score']\nat-most = 5",
        ),
        claim("c", ""),
    ];
    let book = book(&files(&[("claims.toml", &claims.concat())])).unwrap();
    let verdicts: Vec<Verdict> = book.claims.iter().map(|claim| claim.verdict).collect();
    assert_eq!(verdicts, [Verdict::Disputed, Verdict::Fails, Verdict::Unchecked]);
}

#[test]
fn a_claim_is_written_with_its_number() {
    let amount = |keys: &str| {
        let book = book(&files(&[("claims.toml", &claim("a", keys))])).unwrap();
        prose(&book.claims[0].amount, &Plain).replace('\u{a0}', " ")
    };
    assert_eq!(amount("value = 500_000_000\nunit = 'downloads'\nsense = 'at-least'"), "at least 500M downloads");
    assert_eq!(amount("value = 90\nto = 95\nunit = 'percent'"), "90–95 %");
    assert_eq!(amount("month = '2023-02'"), "Feb 2023");
    assert_eq!(amount(""), "");
}

#[test]
fn claims_of_one_topic_come_together_wherever_they_stand() {
    let of = |id: &str, topic: &str| claim(id, "").replace("topic = 'T'", &format!("topic = '{topic}'"));
    let claims = [of("c", "Two"), of("b", "One"), of("a", "Two")].concat();
    let book = book(&files(&[("claims.toml", &claims)])).unwrap();
    let ids: Vec<&str> = book.claims.iter().map(|claim| &*claim.id).collect();
    assert_eq!(ids, ["c", "a", "b"]);
}

#[test]
fn braces_stand_for_figures_in_the_note_of_a_claim_and_not_in_its_headline() {
    let claim = claim("a", "").replace("'H'", "'{t/e/score} of all'");
    let fault = "claims.toml:3:12: braces are shown as they are here: write figures in the `note`";
    assert_eq!(book_faults(&files(&[("claims.toml", &claim)])), [fault]);
}

#[test]
fn a_claim_says_what_it_has_to() {
    let lines = book_faults(&files(&[("claims.toml", "[[claims]]\nid = 'A b'\nhedline = 'x'")]));
    assert_eq!(
        lines,
        [
            r#"claims.toml:2:6: "A b" is no id: use lower-case letters, digits, `-` and `.`, but not `value`, `workload`, `text` or `missing`"#,
            r#"claims.toml:3:1: unknown key "hedline": did you mean "headline"?"#,
        ]
    );
    assert_eq!(
        book_faults(&files(&[("claims.toml", "[[claims]]\nid = 'a'")])),
        [
            "claims.toml:1:1: no headline: say with `headline` what the claim says",
            "claims.toml:1:1: no topic: group the claim under a `topic`",
            "claims.toml:1:1: no page: say with `page` where the claim stands",
            "claims.toml:1:1: no as_of: say with `as_of` when the claim stood there",
        ]
    );
    let lines = book_faults(&files(&[("claims.toml", &claim("a", "value = 5\nsense = 'about'"))]));
    assert_eq!(lines, [r#"claims.toml:8:9: unknown sense "about": known are exactly, at-least, at-most, over, up-to"#]);
}

#[test]
fn ids_are_there_once_and_related_claims_know_each_other() {
    let lines = |claims: &[String]| book_faults(&files(&[("claims.toml", &claims.concat())]));
    assert_eq!(
        lines(&[claim("a", ""), claim("a", "")]),
        [r#"claims.toml:9:6: claim "a" is there twice: give one of them another `id`"#]
    );
    assert_eq!(lines(&[claim("a", "conflicts = ['x']")]), [r#"claims.toml:7:13: unknown claim "x": known are a"#]);
    assert_eq!(
        lines(&[claim("a", "agrees = ['b']"), claim("b", "")]),
        [r#"claims.toml:7:10: "b" does not name "a" in turn: add "a" to `agrees` of "b", or take "b" out here"#]
    );
}

#[test]
fn claims_that_cannot_be_read_keep_those_who_name_them_quiet() {
    let question = "[[questions]]\nid = 'q'\nquestion = 'Q'\npage = 'P'\nanswer = 'Yes.'\nclaims = ['a']";
    let trend = "[[series]]\nid = 'x'\ntable = 't'\ntitle = 'X'\npoints = [{ date = '2024', value = 1, claim = 'a' }, \
                 { date = '2025', value = 2, claim = 'a' }]";
    let lines = |claims: &str| {
        book_faults(&files(&[("claims.toml", claims), ("questions.toml", question), ("trends.toml", trend)]))
    };
    assert_eq!(lines(&claim("a", "")), [""; 0]);
    let [other, a] = [claim("b", "conflicts = ['a']"), claim("a", "conflicts = ['b']")];
    let all = |a: &str| lines(&[&*other, a].concat());
    assert_eq!(all(&a), [""; 0]);
    assert_eq!(all(&a.replace("id =", "idd =")), [r#"claims.toml:9:1: unknown key "idd": did you mean "id"?"#]);
    assert_eq!(
        all(&a.replace("[[claims]]", "[[claim]]")),
        [r#"claims.toml:8:3: unknown key "claim": did you mean "claims"?"#]
    );
    assert_eq!(
        all(&a.replace("conflicts", "conflict")),
        [r#"claims.toml:14:1: unknown key "conflict": did you mean "conflicts"?"#]
    );
    assert_eq!(all(&a.replace("id =", "id")).len(), 1);
}

#[test]
fn a_claim_says_the_number_that_its_rule_asks_for() {
    let lines = |keys: &str, rule: &str| {
        let claims = claim("a", &format!("{keys}\n[claims.rule]\ntable = 't'\n{rule}"));
        book_faults(&files(&[("claims.toml", &claims)]))
    };
    let difference = "kind = 'score-difference'\nrows = ['open-a', 'closed-c']\ncolumns = ['score']\n";
    let by = |keys: &str, bound: &str| lines(keys, &format!("{difference}{bound}"));
    assert_eq!(
        by("value = 50\nunit = 'points'", "at-least = 5"),
        ["claims.toml:7:9: the claim says 50, its rule asks for 5: write the same number in both"]
    );
    assert_eq!(
        by("value = 5\nto = 9\nunit = 'percent'", "between = [5, 8]"),
        ["claims.toml:7:9: the claim says 5 to 9, its rule asks for 5 to 8: write the same number in both"]
    );
    for (keys, bound) in [
        ("value = 5\nunit = 'points'", "at-least = 5"),
        ("value = 5", "at-least = -5"),
        ("value = 5\nto = 8", "between = [5, 8]"),
        ("value = 6\nunit = 'percent'", "between = [5, 8]"),
        ("value = 90\nunit = 'percent'", "at-least = 0\nin-at-least = 90"),
        // It counts something else.
        ("value = 3\nunit = 'languages'", "at-least = 5"),
    ] {
        assert_eq!(by(keys, bound), [""; 0], "{keys} {bound}");
    }
    let ratio = "kind = 'price-ratio'\nrows = ['closed-c', 'open-a']\ncolumns = ['in']\nat-least = 8";
    assert_eq!(lines("value = 8\nunit = 'times'", ratio), [""; 0]);
    assert_eq!(lines("value = 9\nunit = 'times'", ratio).len(), 1);
    let share = "kind = 'share'\nfilter = 'open-weights:yes'\nat-least = 40";
    assert_eq!(lines("value = 60\nunit = 'percent'", share), [""; 0], "the rest of it");
    assert_eq!(lines("value = 70\nunit = 'percent'", share).len(), 1);
    let threshold = "kind = 'threshold'\nrows = ['open-a']\ncolumns = ['in']\nat-most = 2";
    assert_eq!(lines("value = 3\nunit = 'USD/mtok'", threshold).len(), 1);
    assert_eq!(lines("value = 3\nunit = 'percent'", threshold), [""; 0]);
}

#[test]
fn a_claim_has_one_number_a_range_or_a_month() {
    let lines = |keys: &str| book_faults(&files(&[("claims.toml", &claim("a", keys))]));
    assert_eq!(
        lines("value = 1000\nto = 5"),
        ["claims.toml:8:6: the range from 1000 to 5 is none: write the lower number as `value`"]
    );
    assert_eq!(
        lines("to = 5"),
        ["claims.toml:1:1: no value: give the range that ends with `to` its first number, `value`"]
    );
    assert_eq!(
        lines("value = 5\nmonth = '2023-02'"),
        ["claims.toml:8:9: a claim has a number or a month, not both: take out `month` or `value`"]
    );
    let rule =
        "table = 't'\nkind = 'threshold'\nrows = ['open-a']\ncolumns = ['score']\nat-least = 5\nin-at-least = 101";
    assert_eq!(rule_faults(rule), ["13:15: 101 percent is out of range: it is 0 to 100"]);
}
