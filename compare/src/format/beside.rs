//! What is said of a few rows side by side.

use super::{Digits, Numbers, Words, counted, heading};
use crate::catalog::Better;
use crate::query::{Field, Lead, Panel, PanelRow};
use crate::units::Unit;

/// A share in percent, with a decimal where it is small: `94 %`, `7.3 %`.
pub fn share(share: f64, numbers: &dyn Numbers) -> String {
    let percent = share * 100.0;
    let digits = if percent.abs() < 9.95 { Digits::up_to(1) } else { Digits::exactly(0) };
    counted(numbers.number(percent, digits), "%")
}

/// What the figures of a panel say of the row that they speak for, beside each of the others.
///
/// Shares of a score are told where its unit is percent and higher is better, for then 0 means nothing; of any other
/// score the two figures stand there.
pub fn lead_sentence(panel: &Panel, lead: &Lead, words: &Words<'_>) -> String {
    let Some(column) = panel.score.and_then(|score| words.table.columns.get(score)) else {
        return String::new();
    };
    let field = panel.score.map_or(Field::Value, Field::Column);
    let is_share = column.unit == Unit::Percent && column.better != Some(Better::Lower);
    let name = |row: &PanelRow| words.table.name(row.row as usize);
    let (own, own_cost) = (lead.row.score.unwrap_or_default(), lead.row.cost.unwrap_or_default());
    let mut sentence = vec![format!("{} scores ", name(&lead.row))];
    if !is_share {
        sentence.push(format!("{} in {}, ", words.phrase(field, own), column.label));
    }
    for (place, other) in lead.beside.iter().enumerate() {
        let (score, cost) = (other.score.unwrap_or_default(), other.cost.unwrap_or_default());
        let (first, other) = (place == 0, name(other));
        if !first {
            sentence.push(if place + 1 == lead.beside.len() { ", and " } else { ", " }.to_owned());
        }
        if is_share && score > 0.0 {
            sentence.push(format!("{} of {other}’s", share(own / score, words.numbers)));
            if first {
                sentence.push(format!(" {}", column.label));
            }
        } else {
            sentence.push(format!("{other} {}", words.phrase(field, score)));
        }
        if cost == 0.0 {
            sentence.push(", which is free".to_owned());
        } else if own_cost == 0.0 {
            sentence.push(if first { " for free" } else { "" }.to_owned());
        } else {
            sentence.push(format!(" at {}", share(own_cost / cost, words.numbers)));
            sentence.push(if first { " of its cost" } else { "" }.to_owned());
        }
    }
    sentence.concat() + "."
}

/// Which benchmark a panel compares, where it is not the one asked for, and of how many rows its score is not known.
pub fn benchmark_note(panel: &Panel, asked: Option<usize>, words: &Words<'_>) -> String {
    let label = |score: Option<usize>| score.map_or("", |score| heading(Field::Column(score), words.table));
    let count = |count: usize| words.numbers.number(count as f64, Digits::exactly(0));
    let missing = panel.rows.iter().filter(|row| row.score.is_none()).count();
    let mut note = Vec::new();
    if panel.score != asked && asked.is_some() {
        note.push(format!("More of these models share {} than {}. ", label(panel.score), label(asked)));
    }
    if missing > 0 {
        note.push(format!("{} of {} have no known score. ", count(missing), count(panel.rows.len())));
    }
    let costless = panel.rows.iter().filter(|row| row.cost.is_none()).count();
    if costless > 0 {
        note.push(format!("{} of {} have no known cost. ", count(costless), count(panel.rows.len())));
    }
    note.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Plain;
    use crate::testing::{Asked, read};

    fn said(text: &str) -> (String, String) {
        let asked = Asked::new(text);
        let panel = asked.question().panel(&asked.all());
        let words = Words { table: &asked.table, numbers: &Plain };
        let column = panel.score.map(|score| asked.table.columns[score].better).unwrap_or_default();
        let sentence = panel.lead(column).map(|lead| lead_sentence(&panel, &lead, &words)).unwrap_or_default();
        (read(sentence), benchmark_note(&panel, asked.table.score, &words))
    }

    #[test]
    fn an_open_model_is_told_as_shares_of_the_closed_ones() {
        let (sentence, note) = said(
            "name | score:number+ | mmlu:number+ percent | cost:number- USD | open-weights:flag
            Llama | 1 | 82 | 5 | yes
            Turbo | 2 | 86.5 | 27 | no
            Opus | | 86.8 | 52.5 | no",
        );
        assert_eq!(sentence, "Llama scores 94 % of Opus’s mmlu at 9.5 % of its cost, and 95 % of Turbo’s at 19 %.");
        assert_eq!(note, "More of these models share mmlu than score. ");
    }

    #[test]
    fn scores_that_are_no_shares_are_told_as_they_are() {
        let (sentence, _) = said("name | score:number+ Elo | cost:number- USD \n A | 1200 | 1 \n B | 1250 | 4");
        assert_eq!(sentence, "A scores 1,200 Elo in score, B 1,250 Elo at 25 % of its cost.");
    }

    #[test]
    fn what_is_free_is_no_share_of_anything() {
        let (sentence, _) = said("name | score:number+ percent | cost:number- USD \n A | 40 | 0 \n B | 50 | 4");
        assert_eq!(sentence, "A scores 80 % of B’s score for free.");
        let (sentence, _) = said(
            "name | score:number+ percent | cost:number- USD | open-weights:flag
            A | 40 | 1 | yes \n B | 50 | 0 | no",
        );
        assert_eq!(sentence, "A scores 80 % of B’s score, which is free.");
    }

    #[test]
    fn what_is_missing_is_said() {
        let (sentence, note) =
            said("name | score:number+ percent | cost:number- USD \n A | 40 | \n B | | 4 \n C | 1 | 2");
        assert_eq!(sentence, "");
        assert_eq!(note, "1 of 3 have no known score. 1 of 3 have no known cost. ");
    }
}
