/// Where a number stands between two ends, on even or on logarithmic steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    log: bool,
}

impl Scale {
    /// Even steps from one number to another; the ends may be the same.
    pub fn linear(low: f64, high: f64) -> Self {
        Self { low, high, log: false }
    }

    /// Steps of equal ratio. Even steps where an end is not above 0.
    pub fn log(low: f64, high: f64) -> Self {
        Self { low, high, log: low > 0.0 }
    }

    /// Its lower and its upper end.
    pub fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Whether its steps are of equal ratio.
    pub fn is_log(&self) -> bool {
        self.log
    }

    /// The place of a number, 0 at the lower and 1 at the upper end; numbers beyond the ends stand at the ends. The
    /// middle where the ends are the same.
    pub fn place(&self, number: f64) -> f64 {
        let place = match (self.low < self.high, self.log) {
            (false, _) => 0.5,
            (true, true) => times(number.max(self.low), self.low) / times(self.high, self.low),
            (true, false) => (number - self.low) / (self.high - self.low),
        };
        place.clamp(0.0, 1.0)
    }

    /// The number at a place from 0 to 1.
    pub fn at(&self, place: f64) -> f64 {
        if self.log {
            // As `place` has it; `powf` would weigh four times what `exp` does. Rounding may step over an end, and
            // beyond every float.
            let number = (self.low.ln() + times(self.high, self.low) * place).exp();
            number.max(self.low).min(self.high)
        } else {
            self.low + (self.high - self.low) * place
        }
    }

    /// The number at a place, rounded to three digits: what a hand on a slider can mean.
    pub fn round_at(&self, place: f64) -> f64 {
        let number = self.at(place);
        if number == 0.0 {
            return 0.0;
        }
        let unit = 10_f64.powi(number.abs().log10().floor() as i32 - 2);
        // A unit below 1 is not exact; its inverse is.
        let rounded = if unit < 1.0 {
            (number * unit.recip().round()).round() / unit.recip().round()
        } else {
            (number / unit).round() * unit
        };
        // Of the greatest and the least numbers that there are, the unit or its inverse is none.
        if rounded.is_finite() { rounded } else { number }
    }
}

/// The logarithm of how many times one number another is; both are above 0, and the ratio may be beyond every float.
#[inline(never)]
fn times(number: f64, other: f64) -> f64 {
    let ratio = number / other;
    if ratio.is_finite() { ratio.ln() } else { number.ln() - other.ln() }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "ends and rounded numbers are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_place_and_its_number_are_one(low in 0.001..100.0, ratio in 1.01..1e6, place in 0.0..=1.0) {
            for scale in [Scale::linear(low, low * ratio), Scale::log(low, low * ratio)] {
                prop_assert!((scale.place(scale.at(place)) - place).abs() < 1e-9);
            }
        }
    }

    proptest! {
        #[test]
        fn a_log_scale_places_every_number_whatever_its_ends(
            ends in [above_nothing(), above_nothing()],
            number in above_nothing(),
            place in 0.0..=1.0,
        ) {
            let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let scale = Scale::log(low, high);
            prop_assert!((0.0..=1.0).contains(&scale.place(number)));
            prop_assert!(scale.at(place).is_finite() && scale.round_at(place).is_finite());
            if low < high {
                prop_assert_eq!((scale.place(low), scale.place(high)), (0.0, 1.0));
            }
        }
    }

    /// Any finite number above 0, the very least and greatest among them.
    fn above_nothing() -> impl Strategy<Value = f64> {
        use proptest::num::f64::{NORMAL, POSITIVE, SUBNORMAL};
        prop_oneof![POSITIVE | NORMAL | SUBNORMAL, Just(f64::MAX), Just(5e-324)]
    }

    #[test]
    fn numbers_beyond_the_ends_stand_at_the_ends() {
        assert_eq!(Scale::log(1.0, 100.0).place(0.0), 0.0);
        assert_eq!(Scale::linear(1.0, 100.0).place(1000.0), 1.0);
        assert_eq!(Scale::linear(5.0, 5.0).place(5.0), 0.5);
    }

    #[test]
    fn a_hand_on_a_slider_means_three_digits() {
        assert_eq!(Scale::linear(0.0, 1.0).round_at(0.123_456), 0.123);
        assert_eq!(Scale::linear(0.0, 1e6).round_at(0.123_456), 123_000.0);
        assert_eq!(Scale::linear(0.0, 1.0).round_at(0.0), 0.0);
    }
}
