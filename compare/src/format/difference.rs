use super::cell::unit;
use super::{Digits, Words, counted, heading};
use crate::catalog::Better;
use crate::query::{Field, Question, Verdict};
use crate::units::{Gather, Unit};
use std::cmp::Ordering;

/// How a number of a field stands to another one: `3.1 times as much`, `39 % less`, `1.3 points more`, `the same`.
///
/// Percentages and values are parted by points, amounts of money and quantities by their ratio, other numbers by their
/// difference: of the numbers as they are shown, or, where these are equal, of those behind them. There is no ratio with
/// nothing: `free` and `not free` are said as they are.
pub fn apart(words: &Words<'_>, field: Field, number: f64, from: f64) -> String {
    compared(words, field, number, from).0
}

/// The same with the word by which the other one is named.
fn compared(words: &Words<'_>, field: Field, number: f64, from: f64) -> (String, &'static str) {
    let Some(is_more) = is_more(number, from) else {
        return ("the same".to_owned(), "as");
    };
    let more = if is_more { "more" } else { "less" };
    let written = |number: f64, digits: Digits| words.numbers.number(number, digits);
    // What would be rounded to nothing is under the least that is written.
    let least = |number: f64| if number < 0.005 { ("under ", 0.01) } else { ("", number) };
    let points = |scale: f64| {
        let points = shown_difference(number * scale, from * scale, 10.0);
        let digits = Digits::exactly(if points < 0.1 { 2 } else { 1 });
        let (under, points) = least(points);
        ([under, &counted(written(points, digits), "points "), more].concat(), "than")
    };
    let plainly = || {
        let (under, number) = least(shown_difference(number, from, 100.0));
        (format!("{under}{} {more}", written(number, Digits::up_to(2))), "than")
    };
    match (field, unit(field, words.table)) {
        (Field::Value, _) => points(100.0),
        (_, Unit::Percent) => points(1.0),
        (_, unit) if unit.is_money() && number == 0.0 => ("free".to_owned(), "than"),
        (_, unit) if unit.is_money() && from == 0.0 => ("not free".to_owned(), "than"),
        (_, Unit::None | Unit::Other(_)) => plainly(),
        _ if number <= 0.0 || from <= 0.0 => plainly(),
        _ => ratio(words, number / from),
    }
}

/// How far apart two numbers are as they are shown, rounded to so many parts of one; where that is no difference, how far
/// apart they truly are.
fn shown_difference(number: f64, from: f64, parts: f64) -> f64 {
    let shown = ((number * parts).round() - (from * parts).round()).abs() / parts;
    if shown > 0.0 { shown } else { (number - from).abs() }
}

/// Whether a number is greater than another; `None` where they are equal.
fn is_more(number: f64, other: f64) -> Option<bool> {
    Some(number.partial_cmp(&other)?).filter(|order| order.is_ne()).map(Ordering::is_gt)
}

/// A ratio other than 1 in words, and the word by which the other one is named.
pub(super) fn ratio(words: &Words<'_>, ratio: f64) -> (String, &'static str) {
    if ratio >= 1.995 {
        let digits = Digits::exactly(u8::from(ratio < 9.95));
        return (counted(words.numbers.number(ratio, digits), "times as much"), "as");
    }
    if ratio < 0.001 {
        return ("under a thousandth as much".to_owned(), "as");
    }
    let more = if ratio > 1.0 { "more" } else { "less" };
    let percent = (ratio - 1.0).abs() * 100.0;
    if percent < 0.1 {
        return (["under 0.1\u{a0}% ", more].concat(), "than");
    }
    // Close to nothing and close to all, a whole number would say too little.
    let digits = Digits::up_to(u8::from(!(9.95..99.0).contains(&percent)));
    (counted(words.numbers.number(percent, digits), "% ") + more, "than")
}

/// A row with its number of a field.
#[derive(Clone, Copy)]
struct Stand<'a> {
    name: &'a str,
    number: Option<f64>,
}

/// What one row costs and brings beside a first one, in a sentence: `B costs 3.1 times as much as A for 1.3 points more
/// GPQA.` It says where the scores cannot be told apart, and what is not known of either; empty where the view has
/// neither score nor cost.
pub fn trade(question: &Question<'_>, words: &Words<'_>, cost: Option<Field>, first: usize, other: usize) -> String {
    let score = question.tradeoff.score().map(Field::Column);
    let stand = |row: usize, number: Option<f64>| Stand { name: words.table.name(row), number };
    let costs = [first, other].map(|row| stand(row, question.tradeoff.cost(row)));
    let scores = [first, other].map(|row| stand(row, score.and_then(|score| question.measure(score).get(row))));
    let paid = cost.and_then(|field| pays(words, field, costs));
    let gained = score.and_then(|field| gains(words, field, scores));
    let sentence = match (paid, gained) {
        (Some((paid, dearer)), Some((gained, _, better))) => {
            // Less of the one for more of the other is a price; better or worse in both is not.
            let is_price = dearer.is_some() && dearer == better;
            format!("{paid} {} {gained}.", if is_price { "for" } else { "and has" })
        }
        (Some((paid, _)), None) => format!("{paid}."),
        (None, Some((gained, as_or_than, _))) => {
            format!("{} has {gained} {as_or_than} {}.", scores[1].name, scores[0].name)
        }
        (None, None) => String::new(),
    };
    let unknown =
        [(cost, costs), (score, scores)].into_iter().filter_map(|(field, stands)| unknown(words, field?, stands));
    let ties = question.ties(&[first as u32, other as u32]);
    let doubt = ties.iter().find_map(|tie| match tie.verdict {
        Verdict::Best => None,
        Verdict::Tied => Some("Their scores are plainly tied.".to_owned()),
        Verdict::Borderline => Some("Whether their scores differ is borderline.".to_owned()),
    });
    [sentence].into_iter().filter(|sentence| !sentence.is_empty()).chain(doubt).chain(unknown).joined(" ")
}

/// What the second costs beside the first, and whether that is more; `None` where a cost is not known.
fn pays(words: &Words<'_>, field: Field, [a, b]: [Stand<'_>; 2]) -> Option<(String, Option<bool>)> {
    let (of_a, of_b) = (a.number?, b.number?);
    let ([a, b], dearer) = ([a.name, b.name], is_more(of_b, of_a));
    let is_money = words.is_money(field);
    let said = match (of_a == 0.0, of_b == 0.0) {
        (true, true) if is_money => format!("{b} is free like {a}"),
        (false, true) if is_money => format!("{b} is free, where {a} costs {},", words.phrase(field, of_a)),
        (true, false) if is_money => format!("{b} costs {}, where {a} is free,", words.phrase(field, of_b)),
        _ => {
            let (apart, as_or_than) = compared(words, field, of_b, of_a);
            let costs = if is_money { "costs" } else { "has" };
            let what = if is_money { String::new() } else { format!(" {}", heading(field, words.table)) };
            format!("{b} {costs} {apart}{what} {as_or_than} {a}")
        }
    };
    Some((said, dearer))
}

/// How the score of the second stands to that of the first, the word by which the first is named, and whether it is
/// better; `None` where a score is not known.
fn gains(words: &Words<'_>, field: Field, [a, b]: [Stand<'_>; 2]) -> Option<(String, &'static str, Option<bool>)> {
    let (of_a, of_b) = (a.number?, b.number?);
    let lower = field.column(words.table).is_some_and(|column| column.better == Some(Better::Lower));
    let better = is_more(of_b, of_a).map(|more| more != lower);
    let (apart, as_or_than) = compared(words, field, of_b, of_a);
    let note = if lower && better.is_some() { " (less is better)" } else { "" };
    Some((format!("{apart} {}{note}", heading(field, words.table)), as_or_than, better))
}

/// Of whom a field is not known; `None` where it is known of both.
fn unknown(words: &Words<'_>, field: Field, stands: [Stand<'_>; 2]) -> Option<String> {
    let names: Vec<&str> = stands.iter().filter(|stand| stand.number.is_none()).map(|stand| stand.name).gathered();
    (!names.is_empty()).then(|| format!("{} is not known of {}.", heading(field, words.table), names.join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Plain;
    use crate::testing::{Asked, read};

    /// The sentence about the second of two rows; cells of score and cost, in a unit each.
    fn said(score: &str, cost: &str, first: &str, second: &str) -> String {
        let text = format!("name | score:{score} | cost:{cost} \n A | {first} \n B | {second}");
        let asked = Asked::new(&text);
        let words = Words { table: &asked.table, numbers: &Plain };
        read(trade(&asked.question(), &words, Some(asked.field("cost")), 0, 1))
    }

    fn priced(first: &str, second: &str) -> String {
        said("number+ percent", "number- USD", first, second)
    }

    #[test]
    fn more_money_for_a_better_score_is_a_price() {
        assert_eq!(priced("70 | 10", "71.3 | 31"), "B costs 3.1 times as much as A for 1.3 points more score.");
        assert_eq!(priced("70 | 10", "71.3 | 12.4"), "B costs 24 % more than A for 1.3 points more score.");
        assert_eq!(priced("70 | 10", "68 | 6.1"), "B costs 39 % less than A for 2.0 points less score.");
    }

    #[test]
    fn what_is_better_or_worse_in_both_is_no_price() {
        assert_eq!(priced("70 | 10", "72 | 5"), "B costs 50 % less than A and has 2.0 points more score.");
        assert_eq!(priced("70 | 10", "68 | 200"), "B costs 20 times as much as A and has 2.0 points less score.");
    }

    #[test]
    fn what_is_equal_is_the_same() {
        assert_eq!(priced("70 | 10", "70 | 10"), "B costs the same as A and has the same score.");
        assert_eq!(priced("70 | 10", "71 | 10"), "B costs the same as A and has 1.0 points more score.");
        assert_eq!(priced("70 | 10", "70 | 20"), "B costs 2.0 times as much as A and has the same score.");
    }

    #[test]
    fn there_is_no_ratio_with_what_is_free() {
        assert_eq!(priced("70 | 10", "60 | 0"), "B is free, where A costs $10.00, for 10.0 points less score.");
        assert_eq!(priced("70 | 0", "80 | 10"), "B costs $10.00, where A is free, for 10.0 points more score.");
        assert_eq!(priced("70 | 0", "80 | 0"), "B is free like A and has 10.0 points more score.");
    }

    /// The verdicts are those of the fixture of runs: against 198 of 225, 195 are tied, 183 on the border, 179 told apart.
    #[test]
    fn scores_that_cannot_be_told_apart_are_said_to_be_tied() {
        let first = "88 198/225 | 10";
        assert_eq!(
            priced(first, "86.7 195/225 | 6.1"),
            "B costs 39 % less than A for 1.3 points less score. Their scores are plainly tied."
        );
        assert_eq!(
            priced("81.3 183/225 | 10", first),
            "B costs the same as A and has 6.7 points more score. Whether their scores differ is borderline."
        );
        assert_eq!(priced(first, "79.6 179/225 | 10"), "B costs the same as A and has 8.4 points less score.");
    }

    #[test]
    fn what_is_not_known_is_said_of_whom() {
        assert_eq!(priced("70 | 10", "80 |"), "B has 10.0 points more score than A. cost is not known of B.");
        assert_eq!(priced("| 10", "80 | 20"), "B costs 2.0 times as much as A. score is not known of A.");
        assert_eq!(priced("|", "80 |"), "cost is not known of A and B. score is not known of A.");
    }

    #[test]
    fn of_a_score_of_which_less_is_better_less_is_what_money_buys() {
        let said = |first, second| said("number- percent", "number- USD", first, second);
        assert_eq!(
            said("12 | 10", "9 | 20"),
            "B costs 2.0 times as much as A for 3.0 points less score (less is better)."
        );
        assert_eq!(
            said("12 | 10", "13 | 20"),
            "B costs 2.0 times as much as A and has 1.0 points more score (less is better)."
        );
    }

    #[test]
    fn a_cost_that_is_no_money_is_named() {
        let said = |first, second| said("number+ Elo", "number- seconds", first, second);
        assert_eq!(said("1200 | 10", "1250 | 40"), "B has 4.0 times as much cost as A for 50 more score.");
        assert_eq!(said("1200 | 0", "1250 | 4"), "B has 4 more cost than A for 50 more score.");
    }

    #[test]
    fn a_ratio_is_never_rounded_to_the_same_or_to_nothing() {
        let asked = Asked::new("name | cost:number- USD \n A | 1");
        let words = Words { table: &asked.table, numbers: &Plain };
        let apart = |number, from| read(apart(&words, asked.field("cost"), number, from));
        assert_eq!([apart(100.04, 100.0), apart(100.5, 100.0)], ["under 0.1 % more", "0.5 % more"]);
        assert_eq!([apart(0.996, 100.0), apart(0.05, 100.0)], ["99 % less", "under a thousandth as much"]);
        assert_eq!(
            [apart(1.994, 1.0), apart(1.996, 1.0), apart(9.96, 1.0)],
            ["99.4 % more", "2.0 times as much", "10 times as much"]
        );
    }

    #[test]
    fn a_difference_is_never_rounded_to_nothing() {
        assert_eq!(priced("70 | 10", "70.001 | 10"), "B costs the same as A and has under 0.01 points more score.");
        assert_eq!(priced("70 | 10", "70.03 | 10"), "B costs the same as A and has 0.03 points more score.");
        assert_eq!(
            said("number+ Elo", "number- USD", "1 | 1", "1.001 | 1"),
            "B costs the same as A and has under 0.01 more score."
        );
    }

    #[test]
    fn a_difference_is_that_of_the_numbers_as_they_are_shown() {
        // 70.2 and 71.1 are shown, and 1,200.33 and 1,201.34.
        assert_eq!(priced("70.24 | 10", "71.06 | 10"), "B costs the same as A and has 0.9 points more score.");
        assert_eq!(
            said("number+ Elo", "number- USD", "1200.334 | 1", "1201.336 | 1"),
            "B costs the same as A and has 1.01 more score."
        );
        let asked = Asked::new("name | score:number+ | cost:number- \n A | 1 | 1 \n B | 2 | 2");
        let words = Words { table: &asked.table, numbers: &Plain };
        // 86.7 and 87.9.
        assert_eq!(read(apart(&words, Field::Value, 0.866_6, 0.879_4)), "1.2 points less");
    }

    #[test]
    fn a_view_without_score_and_cost_says_nothing() {
        let asked = Asked::new("name | other:number \n A | 1 \n B | 2");
        let words = Words { table: &asked.table, numbers: &Plain };
        assert_eq!(trade(&asked.question(), &words, None, 0, 1), "");
    }
}
