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

    /// The place of a number, 0 at the lower and 1 at the upper end; numbers beyond the ends stand at the ends. The
    /// middle where the ends are the same.
    pub fn place(&self, number: f64) -> f64 {
        let place = match (self.low < self.high, self.log) {
            (false, _) => 0.5,
            (true, true) => (number / self.low).ln() / (self.high / self.low).ln(),
            (true, false) => (number - self.low) / (self.high - self.low),
        };
        place.clamp(0.0, 1.0)
    }

    /// The number at a place from 0 to 1.
    pub fn at(&self, place: f64) -> f64 {
        if self.log { self.low * (self.high / self.low).powf(place) } else { self.low + (self.high - self.low) * place }
    }

    /// The number at a place, rounded to three digits: what a hand on a slider can mean.
    pub fn round_at(&self, place: f64) -> f64 {
        let number = self.at(place);
        if number == 0.0 {
            return 0.0;
        }
        let unit = 10_f64.powi(number.abs().log10().floor() as i32 - 2);
        // A unit below 1 is not exact; its inverse is.
        if unit < 1.0 {
            (number * unit.recip().round()).round() / unit.recip().round()
        } else {
            (number / unit).round() * unit
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "ends and rounded numbers are exact")]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_place_and_its_number_are_one(low in 0.001..100.0, ratio in 1.01..1e6, place in 0.0..=1.0) {
            for scale in [Scale::linear(low, low * ratio), Scale::log(low, low * ratio)] {
                proptest::prop_assert!((scale.place(scale.at(place)) - place).abs() < 1e-9);
            }
        }
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
