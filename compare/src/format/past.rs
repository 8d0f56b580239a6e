//! What is said of how things came to be.

use super::{Digits, Numbers, Words, counted, heading, share};
use crate::catalog::Point;
use crate::query::{Field, Gap, Quarter, Step};
use crate::units::{Date, Gather, Unit};

/// How far apart two scores of a field are: `5.2 points` where they count in percent.
pub fn gap(field: Field, gap: f64, words: &Words<'_>) -> String {
    let unit = field.column(words.table).map_or(Unit::None, |column| column.unit.clone());
    // What would be rounded to nothing is no more than the least that is written.
    let (least, is_less) = if unit == Unit::Percent { (0.1, gap < 0.05) } else { (0.01, gap < 0.005) };
    let (less, number) = if is_less && gap > 0.0 { ("less than ", least) } else { ("", gap) };
    match unit {
        Unit::Percent => less.to_owned() + &counted(words.figure(field, number), "points"),
        _ => less.to_owned() + &words.phrase(field, number),
    }
}

/// How far the best closed row was ahead of the best open one, year by year; empty where there were never both.
pub fn gap_sentence(gaps: &[Gap], field: Field, words: &Words<'_>) -> String {
    let Some(last) = gaps.last() else {
        return String::new();
    };
    let told = |at: &Gap| {
        let ahead = match at.gap {
            0.0 => "level".to_owned(),
            ahead => {
                format!("{} ahead by {}", if ahead < 0.0 { "open" } else { "closed" }, gap(field, ahead.abs(), words))
            }
        };
        // The last year need not be over.
        format!("{ahead} {} {}", if at.year == last.year { "in" } else { "at the end of" }, at.year)
    };
    let all: Vec<String> = gaps.iter().map(told).gathered();
    let score = heading(field, words.table);
    format!("Gap in {score} between the best closed and the best open model: {}.", all.join(", "))
}

/// How the cheapest price of a score fell: `GPQA of 60.0 % or better: …`.
pub fn cheapest_sentence(steps: &[Step], score: Field, level: f64, cost: Field, words: &Words<'_>) -> String {
    let table = words.table;
    let lower = score.column(table).is_some_and(|column| column.better == Some(crate::catalog::Better::Lower));
    let wanted = format!(
        "{} of {} or {}",
        heading(score, table),
        words.phrase(score, level),
        if lower { "less" } else { "more" },
    );
    let told = |step: &Step| {
        let (cost, date) = (words.phrase(cost, step.number), words.numbers.date(step.date));
        format!("{cost} with {} ({date})", table.name(step.row as usize))
    };
    match steps {
        [] => format!("{wanted}: no dated model with a known cost reaches it."),
        [only] => format!("{wanted}: had for {}, and for no less since.", told(only)),
        [first, .., last] => {
            let part = || format!(", {} of that", share(last.number / first.number, words.numbers));
            let part = (first.number > 0.0).then(part).unwrap_or_default();
            format!("{wanted}: first had for {}, last for {}{part}.", told(first), told(last))
        }
    }
}

/// Which prices are told of the past: those of today, for others are not known.
///
/// `newest` is the newest date of what stands behind the cost.
pub fn price_note(cost: Field, newest: Option<Date>, words: &Words<'_>) -> String {
    let table = words.table;
    let is_list = cost == Field::Workload || cost.column(table).is_some_and(|column| column.unit == Unit::UsdPerMtok);
    let date = newest.map(|date| format!(" (the newest of {})", words.numbers.date(date)));
    let date = date.unwrap_or_default();
    if is_list {
        format!("At today’s list prices{date}, since when each model was released: what was charged then is not known.")
    } else {
        format!("{} as in the table{date}, since when each model was dated.", heading(cost, table))
    }
}

/// The name of a quarter: `Q2 2024`.
pub fn quarter(quarter: &Quarter) -> String {
    format!("Q{} {}", quarter.quarter, quarter.year)
}

/// A number that was claimed, with its date: `more than 30 % (2023)`.
pub fn point(point: &Point, unit: &Unit, numbers: &dyn Numbers) -> String {
    let number = numbers.number(point.value, Digits::up_to(2));
    let number = match unit {
        Unit::None => number,
        Unit::Percent => counted(number, "%"),
        unit => counted(number, unit.as_str()),
    };
    let about = if point.about.is_empty() { String::new() } else { format!("{} ", point.about) };
    format!("{about}{number} ({})", numbers.date(point.date))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_gap_is_never_rounded_to_nothing() {
        let of = |unit: &str, number: f64| {
            let asked = Asked::new(&format!("name | score:number+ {unit} \n A | 1"));
            read(gap(asked.field("score"), number, &Words { table: &asked.table, numbers: &Plain }))
        };
        assert_eq!(
            [of("percent", 0.04), of("percent", 0.05), of("percent", 3.0)],
            ["less than 0.1 points", "0.1 points", "3.0 points"]
        );
        assert_eq!([of("Elo", 0.004), of("Elo", 4.0)], ["less than 0.01 Elo", "4 Elo"]);
    }

    use super::*;
    use crate::format::Plain;
    use crate::testing::{Asked, read};

    const TABLE: &str = "name | released:date | score:number+ percent | cost:number- USD | open-weights:flag
        A | 2023-03-14 | 40 | 30 | no
        B | 2023-07 | 30 | 5 | yes
        C | 2024-04-18 | 41 | 6 | yes
        D | 2024-05-13 | 60 | 7 | no
        E | 2025 | 62.5 | 0.6 | yes";

    fn said(level: f64) -> String {
        let asked = Asked::new(TABLE);
        let history = asked.question().history(&asked.all()).unwrap();
        let words = Words { table: &asked.table, numbers: &Plain };
        let steps = asked.question().cheapest(&history, level);
        read(cheapest_sentence(&steps, asked.field("score"), level, asked.field("cost"), &words))
    }

    #[test]
    fn the_gap_is_told_year_by_year() {
        let asked = Asked::new(TABLE);
        let history = asked.question().history(&asked.all()).unwrap();
        let words = Words { table: &asked.table, numbers: &Plain };
        assert_eq!(
            read(gap_sentence(&history.gaps, asked.field("score"), &words)),
            "Gap in score between the best closed and the best open model: closed ahead by 10.0 points at the end of \
             2023, closed ahead by 19.0 points at the end of 2024, open ahead by 2.5 points in 2025."
        );
        assert_eq!(gap_sentence(&[], asked.field("score"), &words), "");
    }

    #[test]
    fn equal_scores_are_level() {
        let asked = Asked::new(TABLE);
        let words = Words { table: &asked.table, numbers: &Plain };
        let gaps = [Gap { year: 2024, gap: 0.0 }, Gap { year: 2025, gap: 0.0 }];
        let said = gap_sentence(&gaps, asked.field("score"), &words);
        assert!(said.ends_with("model: level at the end of 2024, level in 2025."), "{said}");
    }

    #[test]
    fn the_price_of_a_score_is_told_from_first_to_last() {
        assert_eq!(
            said(40.0),
            "score of 40.0 % or more: first had for $30.00 with A (Mar 14, 2023), last for $0.60 with E (2025), 2 % of that."
        );
        assert_eq!(said(62.0), "score of 62.0 % or more: had for $0.60 with E (2025), and for no less since.");
        assert_eq!(said(99.0), "score of 99.0 % or more: no dated model with a known cost reaches it.");
    }

    #[test]
    fn measured_costs_are_not_called_list_prices() {
        let asked = Asked::new(TABLE);
        let words = Words { table: &asked.table, numbers: &Plain };
        assert!(price_note(asked.field("cost"), None, &words).starts_with("cost as in the table,"));
        assert!(
            price_note(Field::Workload, Date::parse("2026-08-21").ok(), &words)
                .starts_with("At today’s list prices (the newest of Aug 21, 2026), since")
        );
    }

    #[test]
    fn a_claimed_number_bears_its_date() {
        let at = |about: &'static str| Point {
            date: Date::parse("2023").unwrap(),
            value: 30.0,
            about: about.into(),
            claim: "c".into(),
        };
        assert_eq!(read(point(&at("more than"), &Unit::Percent, &Plain)), "more than 30 % (2023)");
        assert_eq!(read(point(&at(""), &Unit::parse("models"), &Plain)), "30 models (2023)");
    }
}
