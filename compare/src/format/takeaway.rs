//! What is said of what a table comes to.

use super::difference::ratio;
use super::{Digits, Words, counted, heading, share};
use crate::query::{Bin, Field, Mix, PriceRatios, Split, Statistics};

/// A number with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Takeaway {
    /// The number.
    pub number: String,
    /// What it says.
    pub words: String,
}

fn whole(count: usize, words: &Words<'_>) -> String {
    words.numbers.number(count as f64, Digits::exactly(0))
}

/// Of which rows something is told: of those of which it is known.
fn base(known: usize, unknown: usize, what: &str, words: &Words<'_>) -> String {
    let rows = counted(whole(known, words), if known == 1 { "model" } else { "models" });
    if unknown == 0 { format!("of the {rows} ") } else { format!("of the {rows} whose {what} is known ") }
}

/// What is not known is said behind a share, or nothing where all is.
fn unknown(count: usize, words: &Words<'_>) -> String {
    if count == 0 { String::new() } else { format!("; of {} it is not known", whole(count, words)) }
}

/// The share of rows with open weights; `None` where of no row it is known.
pub fn openness_takeaway(split: Split, words: &Words<'_>) -> Option<Takeaway> {
    (split.known() > 0).then(|| Takeaway {
        number: share(split.open as f64 / split.known() as f64, words.numbers),
        words: format!(
            "{}have open weights: {}{}",
            base(split.known(), split.unknown, "openness", words),
            whole(split.open, words),
            unknown(split.unknown, words),
        ),
    })
}

/// The most frequent name of a mix; `None` where there is none.
pub fn licence_takeaway(mix: &Mix, words: &Words<'_>) -> Option<Takeaway> {
    let column = words.table.columns.get(mix.column)?;
    let (name, count) = mix.shares.first()?;
    let known: usize = mix.shares.iter().map(|(_, count)| count).sum();
    let label = column.label.to_lowercase();
    Some(Takeaway {
        number: share(*count as f64 / known as f64, words.numbers),
        words: format!(
            "{}are {}, the most frequent {label}: {}{}",
            base(known, mix.unknown, &label, words),
            column.cells.names().get(*name as usize)?,
            whole(*count, words),
            unknown(mix.unknown, words),
        ),
    })
}

/// How many times as much closed rows cost, in the middle and at the ends.
pub fn price_takeaway(prices: &PriceRatios, words: &Words<'_>) -> Option<Takeaway> {
    let beside = |times: f64| if times.total_cmp(&1.0).is_eq() { "the same".to_owned() } else { ratio(words, times).0 };
    let (first, last) = (prices.pairs.first()?, prices.pairs.last()?);
    let name = |row: u32| words.table.name(row as usize);
    let middle = "is what a closed model costs at the same score as an open one, by the median";
    let range = (prices.pairs.len() > 1).then(|| {
        format!(
            "; from {} ({} beside {}) to {} ({} beside {})",
            beside(first.ratio),
            name(first.closed),
            name(first.open),
            beside(last.ratio),
            name(last.closed),
            name(last.open),
        )
    });
    let words = format!("{middle}{}", range.unwrap_or_default());
    Some(Takeaway { number: beside(prices.median()), words })
}

/// How the ratio of prices is defined, with the score and the cost that are in force.
pub fn price_definition(
    statistics: &Statistics,
    score: Option<Field>,
    cost: Option<Field>,
    words: &Words<'_>,
) -> Option<String> {
    let (prices, score, cost) = (statistics.prices.as_ref()?, score?, cost?);
    let (score, cost) = (heading(score, words.table), heading(cost, words.table));
    let mut said = vec![format!(
        "Closed over open: at each of {} scores, the cheapest closed model with at least that {score} over the cheapest \
         open one, in {cost}. The scores are those of the models that no other of their kind beats in both.",
        whole(prices.pairs.len(), words),
    )];
    if prices.unmatched > 0 {
        said.push(format!(" {} more are reached by one kind only.", whole(prices.unmatched, words)));
    }
    if prices.free > 0 {
        said.push(format!(" At {} more the cheapest of one kind is free, and left out.", whole(prices.free, words)));
    }
    Some(said.concat())
}

/// The bounds of a bin, in the numbers of a field: `64K to under 200K`.
pub fn bin(bin: &Bin, words: &Words<'_>) -> String {
    let number = |number: f64| words.numbers.compact(number);
    match (bin.from > 0.0, bin.to) {
        (true, Some(to)) => format!("{} to under {}", number(bin.from), number(to)),
        (true, None) => format!("{} and more", number(bin.from)),
        (false, Some(to)) => format!("under {}", number(to)),
        (false, None) => "any".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Plain;
    use crate::testing::{Asked, read};

    const TABLE: &str = "name | score:number+ | cost:number- USD | open-weights:flag | license:category
        Open | 50 | 2 | yes | MIT
        Free | 40 | 0 | yes | MIT
        Top | 90 | 9 | yes | Own
        Small | 50 | 5 | no |
        Large | 60 | 8 | | Own
        Other | 70 | 1 | | Own";

    fn asked() -> (Asked, Statistics) {
        let asked = Asked::new(TABLE);
        let statistics = asked.question().statistics(&asked.all());
        (asked, statistics)
    }

    #[test]
    fn shares_are_of_what_is_known() {
        let (asked, statistics) = asked();
        let words = Words { table: &asked.table, numbers: &Plain };
        let said = openness_takeaway(statistics.openness.unwrap(), &words).unwrap();
        assert_eq!(
            [read(said.number), read(said.words)],
            ["75 %", "of the 4 models whose openness is known have open weights: 3; of 2 it is not known"]
        );
        let said = licence_takeaway(&statistics.licences[0], &words).unwrap();
        assert_eq!(
            [read(said.number), read(said.words)],
            [
                "60 %",
                "of the 5 models whose license is known are Own, the most frequent license: 3; of 1 it is not known"
            ]
        );
    }

    #[test]
    fn a_share_of_all_rows_says_so() {
        let asked = Asked::new("name | open-weights:flag \n A | yes \n B | no");
        let words = Words { table: &asked.table, numbers: &Plain };
        let split = |open, closed| Split { open, closed, unknown: 0 };
        let said = |split| read(openness_takeaway(split, &words).unwrap().words);
        assert_eq!(said(split(1, 1)), "of the 2 models have open weights: 1");
        assert_eq!(said(split(1, 0)), "of the 1 model have open weights: 1");
    }

    #[test]
    fn the_ratio_of_prices_says_how_it_is_meant() {
        let (asked, statistics) = asked();
        let words = Words { table: &asked.table, numbers: &Plain };
        let prices = statistics.prices.as_ref().unwrap();
        assert_eq!(read(price_takeaway(prices, &words).unwrap().number), "2.5 times as much");
        let (score, cost) = (Some(asked.field("score")), Some(asked.field("cost")));
        assert_eq!(
            price_definition(&statistics, score, cost, &words).unwrap(),
            "Closed over open: at each of 1 scores, the cheapest closed model with at least that score over the cheapest \
             open one, in cost. The scores are those of the models that no other of their kind beats in both. 1 more are \
             reached by one kind only. At 1 more the cheapest of one kind is free, and left out."
        );
    }

    #[test]
    fn bins_say_their_bounds() {
        let (asked, _) = asked();
        let words = Words { table: &asked.table, numbers: &Plain };
        let said = |from: f64, to: Option<f64>| bin(&Bin { from, to, count: 0 }, &words);
        assert_eq!(said(0.0, Some(16_000.0)), "under 16K");
        assert_eq!(said(64_000.0, Some(200_000.0)), "64K to under 200K");
        assert_eq!(said(1e6, None), "1M and more");
    }
}
