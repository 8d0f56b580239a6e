use super::field::extent;
use super::order::Pass;
use super::{Field, Measure, Question, SortKey};
use crate::catalog::{Better, Column, Interval, Z};
use crate::units::Gather;

/// A row that has the best score, or one that the figures cannot plainly tell from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// Position of the row.
    pub row: u32,
    /// By how much its score is worse than the best, in the unit of the column; in percentage points of k/n where both
    /// are proportions.
    pub difference: f64,
    /// The statistic of the pooled two-proportion z test against the best, where both are proportions; above 0 where
    /// the best is better.
    pub z: Option<f64>,
    /// What can be said of it.
    pub verdict: Verdict,
}

/// What the figures say of a row beside the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Its score is the best.
    Best,
    /// It is plainly tied with the best.
    Tied,
    /// Of the two tests of proportions one tells it from the best and the other does not.
    Borderline,
}

impl Question<'_> {
    /// Those of the rows that have the best score, are plainly tied with it or on the border, the best first.
    ///
    /// Of rows of one score the cheaper comes first, then goes name, then id; of those with the best score the first whose
    /// interval is known is the one that all others are compared with. Whether a row has a cost does not matter. Two proportions are tied where Newcombe's 95 %
    /// interval of their difference contains 0 and the pooled z test at 5 % does not tell them apart, and borderline
    /// where only one of the two holds. Other figures are tied where |difference| ≤ 1.96 · √(se₁² + se₂²) with
    /// se = (high − low) / 3.92: Altman, D. G. and Bland, J. M. (2003), "Interaction revisited: the difference between
    /// two estimates", BMJ 326, 219. Where no interval is known, only an equal score is listed.
    pub fn ties(&self, rows: &[u32]) -> Vec<Tie> {
        let Some((position, column)) = self.tradeoff.score().zip(self.score_column()) else {
            return Vec::new();
        };
        let measure = Measure::of_column(column);
        let key = SortKey::first(Field::Column(position), self.table);
        let passes = [Pass::Key(key), Pass::Cost, Pass::Name];
        let ends = extent(rows.iter().filter_map(|row| measure.get(*row as usize)));
        let best = ends.map(|(low, high)| if column.better == Some(Better::Lower) { low } else { high });
        let equals = rows.iter().copied().filter(|row| best.is_some() && measure.get(*row as usize) == best);
        let equals = self.arranged(&equals.gathered(), &passes);
        let with_interval = equals.iter().find(|row| column.bounds(**row as usize).is_some());
        let Some(best) = with_interval.or(equals.first()).copied() else {
            return Vec::new();
        };
        let tied = rows.iter().copied().filter(|row| tie(column, best, *row).is_some());
        let order = self.arranged(&tied.gathered(), &passes);
        order.into_iter().filter_map(|row| tie(column, best, row)).gathered()
    }
}

/// What is said of a row beside the best one; `None` where they are told apart or nothing is known.
fn tie(column: &Column, best: u32, row: u32) -> Option<Tie> {
    let score = |row: u32| column.cells.number(row as usize);
    let interval = |row: u32| column.figure(row as usize).map_or(Interval::Unknown, |figure| figure.interval);
    // Where lower is better, the best has the smaller of the two numbers.
    let (great, small) = if column.better == Some(Better::Lower) { (row, best) } else { (best, row) };
    let gap = score(great)? - score(small)?;
    let (difference, z, verdict) = match (interval(great), interval(small)) {
        (Interval::Trials { k: k1, n: n1 }, Interval::Trials { k: k2, n: n2 }) => {
            let (great, small) = (Proportion { k: k1, n: n1 }, Proportion { k: k2, n: n2 });
            let (low, high) = newcombe(great, small)?;
            let z = pooled_z(great, small);
            let verdict = match (low <= 0.0 && 0.0 <= high, z.abs() <= Z) {
                (true, true) => Some(Verdict::Tied),
                (false, false) => None,
                _ => Some(Verdict::Borderline),
            };
            ((great.share() - small.share()) * 100.0, Some(z), verdict)
        }
        (great, small) => {
            let error = |interval: Interval| interval.bounds().map(|(low, high)| (high - low) / 3.92);
            let error = error(great).zip(error(small)).map(|(great, small)| root_of_squares(great, small));
            (gap, None, error.is_some_and(|error| gap.abs() <= 1.96 * error).then_some(Verdict::Tied))
        }
    };
    let verdict = if gap == 0.0 { Verdict::Best } else { verdict? };
    Some(Tie { row, difference, z, verdict })
}

/// Whether the score of a row is better than that of another, and no test finds the two tied; `false` where an interval
/// is not known.
pub(super) fn is_plainly_better(column: &Column, row: u32, other: u32) -> bool {
    let score = |row: u32| column.cells.number(row as usize);
    let is_better = score(row).zip(score(other)).is_some_and(|(score, other)| match column.better {
        Some(Better::Lower) => score < other,
        _ => score > other,
    });
    let is_known = |row: u32| column.figure(row as usize).is_some_and(|figure| figure.interval.bounds().is_some());
    is_better && is_known(row) && is_known(other) && tie(column, row, other).is_none()
}

/// k successes in n trials.
#[derive(Clone, Copy, Debug)]
struct Proportion {
    k: u32,
    n: u32,
}

impl Proportion {
    fn share(self) -> f64 {
        f64::from(self.k) / f64::from(self.n)
    }

    /// How far Wilson's 95 % interval reaches below and above the share.
    fn reach(self) -> Option<(f64, f64)> {
        let (low, high) = Interval::Trials { k: self.k, n: self.n }.bounds()?;
        Some((self.share() - low / 100.0, high / 100.0 - self.share()))
    }
}

/// The 95 % interval of the difference of two independent proportions; `None` without trials.
///
/// The hybrid score interval, method 10 of Newcombe, R. G. (1998), "Interval estimation for the difference between
/// independent proportions: comparison of eleven methods", Statistics in Medicine 17, 873–890.
fn newcombe(a: Proportion, b: Proportion) -> Option<(f64, f64)> {
    let (difference, (a_below, a_above), (b_below, b_above)) = (a.share() - b.share(), a.reach()?, b.reach()?);
    Some((difference - root_of_squares(a_below, b_above), difference + root_of_squares(a_above, b_below)))
}

/// The statistic of the two-proportion z test with the pooled estimate of the variance; 0 where nothing varies.
///
/// Fleiss, J. L., Levin, B. and Paik, M. C. (2003), "Statistical Methods for Rates and Proportions", third edition,
/// chapter 3, without correction for continuity.
fn pooled_z(a: Proportion, b: Proportion) -> f64 {
    let (n1, n2) = (f64::from(a.n), f64::from(b.n));
    let pooled = (f64::from(a.k) + f64::from(b.k)) / (n1 + n2);
    let error = (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
    if error > 0.0 { (a.share() - b.share()) / error } else { 0.0 }
}

fn root_of_squares(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two proportions as k, n, k, n; the interval of their difference and z.
    ///
    /// Reference, statsmodels 0.15.0: `statsmodels.stats.proportion.confint_proportions_2indep(k1, n1, k2, n2,
    /// method="newcomb", compare="diff")` and `proportions_ztest([k1, k2], [n1, n2])`.
    const REFERENCE: [([u32; 4], [f64; 3]); 7] = [
        ([198, 225, 195, 225], [-0.048_839_137_208_635_71, 0.075_572_889_369_938_1, 0.425_200_541_157_796_65]),
        ([198, 225, 183, 225], [-0.000_171_005_824_169_678_8, 0.133_364_570_501_257_88, 1.962_503_693_326_397_7]),
        ([0, 225, 8, 225], [-0.068_579_298_419_051_17, -0.011_355_872_820_378_327, -2.853_908_964_926_964_7]),
        ([225, 225, 198, 223], [0.073_281_119_561_776_19, 0.160_255_320_254_085_73, 5.168_656_315_708_483]),
        ([138, 224, 80, 225], [0.168_853_450_741_043_24, 0.345_987_790_807_492, 5.522_533_914_719_123]),
        ([1, 1, 0, 1], [-0.122_108_720_681_941_78, 1.0, std::f64::consts::SQRT_2]),
        ([3, 10, 5, 12], [-0.443_080_905_840_933_07, 0.259_968_289_785_054_43, -0.566_421_515_598_881_1]),
    ];

    #[test]
    fn newcombe_and_z_agree_with_statsmodels() {
        for ([k1, n1, k2, n2], [low, high, z]) in REFERENCE {
            let (a, b) = (Proportion { k: k1, n: n1 }, Proportion { k: k2, n: n2 });
            let interval = newcombe(a, b).unwrap();
            assert!((interval.0 - low).abs() < 1e-9 && (interval.1 - high).abs() < 1e-9, "{k1}/{n1} {k2}/{n2}");
            assert!((pooled_z(a, b) - z).abs() < 1e-9, "{k1}/{n1} {k2}/{n2}");
        }
    }

    fn proportion() -> impl Strategy<Value = Proportion> {
        (1..2_000_u32).prop_flat_map(|n| (0..=n).prop_map(move |k| Proportion { k, n }))
    }

    proptest! {
        #[test]
        fn the_other_way_round_the_signs_are_turned(a in proportion(), b in proportion()) {
            let ((low, high), (back_low, back_high)) = (newcombe(a, b).unwrap(), newcombe(b, a).unwrap());
            prop_assert!((low + back_high).abs() < 1e-12 && (high + back_low).abs() < 1e-12);
            prop_assert!((pooled_z(a, b) + pooled_z(b, a)).abs() < 1e-9);
        }

        #[test]
        fn an_interval_of_a_difference_holds_the_difference(a in proportion(), b in proportion()) {
            let (low, high) = newcombe(a, b).unwrap();
            prop_assert!((low..=high).contains(&(a.share() - b.share())));
            prop_assert!(low >= -1.0 - 1e-12 && high <= 1.0 + 1e-12);
        }
    }
}
