//! How much memory the weights of a model take: parameters × bits / 8 bytes, over all of its parameters, also those
//! that are not at work on every token. 1 GB is 10⁹ bytes.
//!
//! It is the least that a model needs: what it keeps of its context, and what it works with, comes on top.

/// With how many bits each parameter is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Precision {
    /// As most weights are published.
    #[default]
    Sixteen,
    /// Half of that.
    Eight,
    /// A quarter of that.
    Four,
}

impl Precision {
    /// Every precision, the exactest first, with the words for it.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Sixteen, "16 bits"), (Self::Eight, "8 bits"), (Self::Four, "4 bits")];

    /// The bits of a parameter.
    fn bits(self) -> f64 {
        match self {
            Self::Sixteen => 16.0,
            Self::Eight => 8.0,
            Self::Four => 4.0,
        }
    }

    /// The gigabytes that so many parameters take.
    pub fn gigabytes(self, parameters: f64) -> f64 {
        parameters * self.bits() / 8.0 / 1e9
    }

    /// How many parameters so many gigabytes hold.
    pub fn parameters_in(self, gigabytes: f64) -> f64 {
        gigabytes * 1e9 * 8.0 / self.bits()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "powers of two and round numbers are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_parameter_takes_its_bits() {
        // 70 billion parameters: two bytes each make 140 GB, one 70, a half 35.
        let sizes = Precision::ALL.map(|(precision, _)| precision.gigabytes(70e9));
        assert_eq!(sizes, [140.0, 70.0, 35.0]);
    }

    #[test]
    fn twenty_four_gigabytes_hold_twelve_billion_parameters_of_two_bytes() {
        let held = Precision::ALL.map(|(precision, _)| precision.parameters_in(24.0));
        assert_eq!(held, [12e9, 24e9, 48e9]);
    }

    proptest! {
        #[test]
        fn what_is_held_takes_no_more_and_no_less(gigabytes in 0.1..10_000.0) {
            for (precision, _) in Precision::ALL {
                let back = precision.gigabytes(precision.parameters_in(gigabytes));
                prop_assert!((back / gigabytes - 1.0).abs() < 1e-12);
            }
        }
    }
}
