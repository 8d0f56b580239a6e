use super::Scale;
use crate::units::Gather;

/// The steps between even ticks, over a power of ten.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];

/// What ticks on a logarithmic axis begin with, from many ticks to few.
const LEADS: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];

/// A round number: a few units of a power of ten.
#[derive(Clone, Copy)]
struct Round {
    units: f64,
    exponent: i32,
}

impl Round {
    /// So many times the number; exact where a float can be.
    fn times(self, count: f64) -> f64 {
        // A power below 1 is not exact; its inverse is.
        let power = 10_f64.powi(self.exponent.abs());
        if self.exponent < 0 { count * self.units / power } else { count * self.units * power }
    }
}

impl Scale {
    /// Even steps over two numbers, with round numbers at its ends: at most so many steps and ends together.
    pub fn around(low: f64, high: f64, most: usize) -> Self {
        let (low, high) = if low < high { (low, high) } else { (low - 1.0, low + 1.0) };
        let ends =
            |step: Round| (step.times((low / step.times(1.0)).floor()), step.times((high / step.times(1.0)).ceil()));
        let fits = |step: &Round| {
            let (low, high) = ends(*step);
            (high - low) / step.times(1.0) < most as f64 - 0.5
        };
        let (low, high) = steps_over(high - low, most).find(fits).map_or((low, high), ends);
        Self::linear(low, high)
    }

    /// Round numbers between the ends, increasing, at most so many; on a logarithmic scale those that begin a decade or
    /// divide it, unless there is not a decade.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let (low, high) = self.ends();
        if low >= high || most == 0 {
            return vec![low];
        }
        let decades = self.is_log().then(|| log_ticks(low, high, most)).filter(|ticks| ticks.len() > 2);
        decades.unwrap_or_else(|| even_ticks(low, high, most))
    }
}

/// The power of ten at or below a number above 0, of those that a number can be.
fn decade(number: f64) -> i32 {
    (number.log10().floor() as i32).clamp(f64::MIN_10_EXP, f64::MAX_10_EXP)
}

/// Steps that divide a length into about so many parts, and ever greater ones.
fn steps_over(length: f64, parts: usize) -> impl Iterator<Item = Round> {
    let first = decade(length / parts.max(1) as f64);
    let all = (first..first + 4).flat_map(|exponent| STEPS.map(|units| Round { units, exponent }));
    all.filter(|step| step.times(1.0).is_finite())
}

fn even_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let ticks = |step: Round| {
        let (first, last) = ((low / step.times(1.0)).ceil(), (high / step.times(1.0)).floor());
        // At the first steps there may be more than anybody asked for.
        let count = (last - first + 1.0).min(most as f64 + 1.0).max(0.0) as u32;
        let all = (0..count).map(|place| step.times(first + f64::from(place)));
        all.filter(|tick| (low..=high).contains(tick)).gathered()
    };
    steps_over(high - low, most).map(ticks).find(|ticks| ticks.len() <= most).unwrap_or_default()
}

fn log_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let (first, last) = (decade(low), decade(high));
    let ticks = |leads: &[f64], every: i32| {
        let decades = (first..=last).filter(|exponent| exponent.rem_euclid(every) == 0);
        let all =
            decades.flat_map(|exponent| leads.iter().map(move |units| Round { units: *units, exponent }.times(1.0)));
        all.filter(|tick| (low..=high).contains(tick)).gathered()
    };
    let dense = LEADS.iter().map(|leads| ticks(leads, 1)).find(|ticks| ticks.len() <= most);
    dense.unwrap_or_else(|| ticks(LEADS[2], (f64::from(last - first) / most as f64) as i32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_the_numbers_that_a_person_would_write() {
        assert_eq!(Scale::linear(0.0, 100.0).ticks(6), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(Scale::linear(0.12, 0.47).ticks(5), [0.2, 0.3, 0.4]);
        assert_eq!(Scale::log(0.25, 250.0).ticks(7), [0.3, 1.0, 3.0, 10.0, 30.0, 100.0]);
        assert_eq!(Scale::log(0.25, 250.0).ticks(3), [1.0, 10.0, 100.0]);
        assert_eq!(Scale::log(1e-9, 1e9).ticks(4), [1e-5, 1.0, 1e5]);
        // No decade: even steps say more.
        assert_eq!(Scale::log(2.1, 4.2).ticks(5), [2.5, 3.0, 3.5, 4.0]);
        assert_eq!(Scale::linear(5.0, 5.0).ticks(5), [5.0]);
    }

    #[test]
    fn what_is_too_great_for_a_number_has_no_ticks_without_end() {
        assert!(Scale::log(1.0, f64::INFINITY).ticks(9).len() <= 9);
        assert!(Scale::linear(f64::MIN, f64::MAX).ticks(9).len() <= 9);
        assert_eq!(Scale::around(f64::MIN, f64::MAX, 6), Scale::linear(f64::MIN, f64::MAX));
    }

    #[test]
    fn ends_are_round() {
        assert_eq!(Scale::around(1.8, 92.0, 6), Scale::linear(0.0, 100.0));
        assert_eq!(Scale::around(71.2, 88.9, 6), Scale::linear(70.0, 90.0));
        assert_eq!(Scale::around(3.0, 3.0, 6), Scale::linear(2.0, 4.0));
    }

    fn ends() -> impl Strategy<Value = (f64, f64)> {
        (-1e6..1e6_f64, 1e-6..1e6_f64).prop_map(|(low, length)| (low, low + length))
    }

    proptest! {
        #[test]
        fn ticks_lie_inside_the_ends_and_increase(
            (low, high) in ends(), from in 1e-9..1e9_f64, ratio in 1.000_1..1e12_f64, most in 1..12_usize,
        ) {
            for scale in [Scale::linear(low, high), Scale::log(from, from * ratio)] {
                let ticks = scale.ticks(most);
                let (low, high) = scale.ends();
                prop_assert!(ticks.len() <= most, "{ticks:?}");
                prop_assert!(ticks.iter().all(|tick| (low..=high).contains(tick)), "{ticks:?}");
                prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
                // Room for three of them holds one at least.
                prop_assert!(most < 3 || !ticks.is_empty());
            }
        }

        #[test]
        fn round_ends_hold_what_is_between((low, high) in ends(), most in 3..12_usize) {
            let (from, to) = Scale::around(low, high, most).ends();
            prop_assert!(from <= low + 1e-9 * low.abs() && high - 1e-9 * high.abs() <= to);
            prop_assert!(to - from <= 10.0 * (high - low));
        }
    }
}
