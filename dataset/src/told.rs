//! What a rule has measured, in sentences.

use crate::rule::{Bound, Rule, Test};
use compare::catalog::Piece;
use compare::units::Unit;

/// One number that a rule has measured.
pub(crate) struct Measured {
    /// What it belongs to.
    pub(crate) of: String,
    pub(crate) number: f64,
    pub(crate) unit: Unit,
    /// What it was worked out from.
    pub(crate) from: Vec<Piece>,
    /// Whose it is, where it is told without what it was worked out from; may be empty.
    pub(crate) of_whom: Vec<Piece>,
}

/// More numbers than these are counted, and only those told that miss the bound.
const MOST_TOLD: usize = 4;

/// The numbers in sentences, and what they would have to be for the claim to hold.
pub(crate) fn tell(rule: &Rule, measured: &[Measured]) -> Vec<Piece> {
    let unit = measured.first().map_or(Unit::None, |one| one.unit.clone());
    let mut told = Vec::new();
    if measured.len() <= MOST_TOLD {
        for one in measured {
            told.push(words(&one.of));
            told.extend(one.from.iter().cloned());
            told.push(words(". "));
        }
    } else if let Bound::Between(low, high) = rule.bound {
        told.extend(around(measured, low, high));
    } else {
        told.extend(counted(rule.bound, measured));
    }
    told.push(words("To hold, "));
    told.extend(wanted(rule, &unit));
    told.extend(scope(rule, measured));
    told.push(words("."));
    told
}

/// How many numbers keep a bound, and which do not.
fn counted(bound: Bound, measured: &[Measured]) -> Vec<Piece> {
    let (kept, missed): (Vec<&Measured>, Vec<&Measured>) = measured.iter().partition(|one| bound.holds(one.number));
    let mut told =
        vec![words("It holds in "), count(kept.len()), words(" of "), count(measured.len()), words(" cases")];
    if !missed.is_empty() {
        told.push(words("; not in "));
        told.extend(list(&missed));
    }
    told.push(words(". "));
    told
}

/// How many numbers lie in a range, which lie below and above, and how far each end of it holds.
fn around(measured: &[Measured], low: f64, high: f64) -> Vec<Piece> {
    let mut sorted: Vec<&Measured> = measured.iter().collect();
    sorted.sort_by(|one, other| one.number.total_cmp(&other.number));
    let below: Vec<&Measured> = sorted.iter().copied().filter(|one| one.number < low).collect();
    let above: Vec<&Measured> = sorted.iter().rev().copied().filter(|one| one.number > high).collect();
    let all = measured.len();
    let mut told =
        vec![count(all - below.len() - above.len()), words(" of "), count(all), words(" lie within the range. ")];
    for (beyond, side, most) in [(&below, " below it", " down to "), (&above, " above it", " up to ")] {
        if !beyond.is_empty() {
            told.extend([count(beyond.len()), words(if beyond.len() == 1 { " lies" } else { " lie" }), words(side)]);
            let few = beyond.len() <= MOST_TOLD;
            told.push(words(if few { ": " } else { "," }));
            told.extend(if few {
                list(beyond)
            } else {
                [words(most)].into_iter().chain(list(beyond.get(..1).unwrap_or_default())).collect()
            });
            told.push(words(". "));
        }
    }
    told.extend([words("The lower end holds in "), count(all - below.len()), words(" of "), count(all)]);
    told.extend([words(" cases, the upper one in "), count(all - above.len()), words(". ")]);
    told
}

/// Numbers with what they belong to: `GPQA (6.4 points), MATH (9.1 points)`.
fn list(measured: &[&Measured]) -> Vec<Piece> {
    let mut told = Vec::new();
    for (place, one) in measured.iter().enumerate() {
        let of = one.of.trim_end_matches(": ");
        told.push(words(&format!("{}{of} (", if place == 0 { "" } else { ", " })));
        told.push(number(one.number, &one.unit));
        told.extend(one.of_whom.iter().cloned());
        told.push(words(")"));
    }
    told
}

/// What the numbers would have to be.
fn wanted(rule: &Rule, unit: &Unit) -> Vec<Piece> {
    let bound = rule.bound;
    match &rule.test {
        Test::ScoreDifference { .. } => match bound {
            Bound::Within(far) => {
                vec![words("the two may be at most "), number(far, unit), words(" apart")]
            }
            _ => sided("the first", bound, [" ahead", " behind"], unit),
        },
        Test::BestOpen { percent: false, .. } => sided("the best open one", bound, [" behind", " ahead"], unit),
        Test::BestOpen { .. } | Test::PriceAtScore { .. } => plain("the part", bound, unit),
        Test::PriceRatio { .. } => {
            let mut wanted = plain("the first price", bound, unit);
            wanted.push(words(" the second"));
            wanted
        }
        Test::Share { .. } => plain("the share", bound, unit),
        Test::Threshold { .. } => plain("the number", bound, unit),
    }
}

/// A bound on something of which nothing is negative.
fn plain(what: &str, bound: Bound, unit: &Unit) -> Vec<Piece> {
    let [must, at_most, between, within] =
        [" must be at least ", " may be at most ", " must lie between ", " must be nothing, give or take "]
            .map(|how| words(&[what, how].concat()));
    match bound {
        Bound::AtLeast(low) => vec![must, number(low, unit)],
        Bound::AtMost(high) => vec![at_most, number(high, unit)],
        Bound::Within(far) => vec![within, number(far, unit)],
        Bound::Between(low, high) => vec![between, number(low, &Unit::None), words(" and "), number(high, unit)],
    }
}

/// A bound on a distance, with the words for what is above nothing and below.
fn sided(who: &str, bound: Bound, [more, less]: [&str; 2], unit: &Unit) -> Vec<Piece> {
    let (at_least, limit) = match bound {
        Bound::AtLeast(low) => (true, low),
        Bound::AtMost(high) => (false, high),
        _ => return plain("the distance", bound, unit),
    };
    if limit == 0.0 {
        return vec![words(&[who, " must not be", if at_least { less } else { more }].concat())];
    }
    let is_more = limit > 0.0;
    let how = if at_least == is_more { " must be at least " } else { " may be at most " };
    vec![words(&[who, how].concat()), number(limit.abs(), unit), words(if is_more { more } else { less })]
}

/// In how many cases it must be so; of one number, on which side of a range it lies.
fn scope(rule: &Rule, measured: &[Measured]) -> Vec<Piece> {
    match (rule.bound, measured) {
        (Bound::Between(low, _), [one]) if one.number < low => vec![words("; it lies below")],
        (Bound::Between(_, high), [one]) if one.number > high => vec![words("; it lies above")],
        (_, [] | [_]) => Vec::new(),
        _ if rule.share < 100.0 => {
            vec![words(", in at least "), number(rule.share, &Unit::Percent), words(" of the cases")]
        }
        _ => vec![words(", in each case")],
    }
}

pub(crate) fn words(text: &str) -> Piece {
    Piece::Words(text.to_owned().into())
}

pub(crate) fn number(number: f64, unit: &Unit) -> Piece {
    Piece::Number(number, unit.clone())
}

pub(crate) fn count(things: usize) -> Piece {
    Piece::Number(things as f64, Unit::None)
}

pub(crate) fn other(unit: &'static str) -> Unit {
    Unit::Other(unit.into())
}
