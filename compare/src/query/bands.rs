use super::Question;
use super::frontier::undominated;
use super::order::Pass;
use crate::units::Weight;

/// An interval of weights in which one row has the highest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Position of the row.
    pub row: u32,
    /// The weight of the score at which the band begins.
    pub from: f64,
    /// The weight at which it ends and the next one begins; greater than `from`.
    pub to: f64,
}

impl Band {
    /// A weight inside: the middle, as a whole number of hundredths where one lies inside.
    pub fn middle(&self) -> Weight {
        let middle = f64::midpoint(self.from, self.to);
        let round = (middle * 100.0).round() / 100.0;
        let inside = self.from < round && round < self.to;
        Weight::new(if inside { round } else { middle }).unwrap_or(Weight::EVEN)
    }

    /// Whether the row has the highest value at a weight.
    pub fn holds(&self, weight: Weight) -> bool {
        (self.from..=self.to).contains(&weight.share())
    }
}

/// The line that a row's value follows from weight 0 to weight 1, in units of the twelfth decimal.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Line {
    /// The value at weight 0.
    cheapness: i64,
    /// The value at weight 1.
    quality: i64,
}

/// How many units make a value of 1: values are compared after rounding to 12 decimals.
const UNITS: f64 = 1e12;

impl Question<'_> {
    /// Which of the rows wins at which weight of the score, in order of the weight: the upper envelope of the lines
    /// that the values follow.
    ///
    /// The bands cover 0 to 1 without gap or overlap; there is none where no row has a value. Both ends of a line are
    /// rounded to 12 decimals as values are, and compared exactly from there: at every weight the first row in the
    /// order by value is the one of the band, or its value is the same within that rounding. Of equal lines the one
    /// with the lower cost has the band, then the first by name and id.
    ///
    /// Andrew's monotone chain over the points (cheapness, quality), of which the upper right part of the hull holds
    /// the winners: Andrew, A. M. (1979), "Another efficient algorithm for convex hulls in two dimensions", Information
    /// Processing Letters 9, 216–219.
    pub fn bands(&self, rows: &[u32]) -> Vec<Band> {
        let line = |row: u32| {
            let end = |share: Option<f64>| (share.unwrap_or_default() * UNITS).round() as i64;
            let row = row as usize;
            Line { cheapness: end(self.tradeoff.cheapness(row)), quality: end(self.tradeoff.quality(row)) }
        };
        let below = |end: i64| (UNITS as i64 - end) as u64;
        let weighable = self.weighable(rows);
        let best = undominated(&weighable, &|row| below(line(row).cheapness), &|row| below(line(row).quality));
        let mut hull: Vec<(u32, Line)> = Vec::new();
        for row in self.arranged(&best, &[Pass::Cost, Pass::Name]) {
            let next = line(row);
            if hull.last().is_some_and(|(_, last)| *last == next) {
                continue;
            }
            while let [.., (_, before), (_, last)] = hull[..]
                && never_wins(before, last, next)
            {
                hull.pop();
            }
            hull.push((row, next));
        }
        bands_of(&hull)
    }
}

/// Whether a line is nowhere above both of two others, of which one is cheaper and the other better.
fn never_wins(cheaper: Line, line: Line, better: Line) -> bool {
    let lost = |from: Line, to: Line| i128::from(from.cheapness - to.cheapness);
    let won = |from: Line, to: Line| i128::from(to.quality - from.quality);
    lost(cheaper, line) * won(line, better) >= lost(line, better) * won(cheaper, line)
}

/// The weight at which a better line overtakes a cheaper one.
fn crossing(cheaper: Line, better: Line) -> f64 {
    let (lost, won) = (cheaper.cheapness - better.cheapness, better.quality - cheaper.quality);
    lost as f64 / (lost + won) as f64
}

/// The bands of rows each of which wins somewhere, the cheapest first.
fn bands_of(hull: &[(u32, Line)]) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::with_capacity(hull.len());
    let mut from = 0.0;
    for (place, (row, line)) in hull.iter().enumerate() {
        let to = hull.get(place + 1).map_or(1.0, |(_, next)| crossing(*line, *next));
        // Two crossings may be the same number where their weights are not.
        if from < to {
            bands.push(Band { row: *row, from, to });
            from = to;
        }
    }
    bands
}
