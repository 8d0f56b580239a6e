/// How numbers are read from and written to machine text, such as `0.25` in a link.
///
/// The browser does both for its page; Rust's own reading and printing of floats would add 20 KB to the widget.
pub trait Numerals {
    /// The number that a text stands for: decimal digits with an optional sign, point and exponent. Never infinite.
    fn read(&self, text: &str) -> Option<f64>;

    /// The shortest text that [`Numerals::read`] turns back into the number.
    fn write(&self, number: f64) -> String;
}

/// Whether a text holds nothing but what a number of machine text is made of: readers of numbers take more, such as
/// `inf`.
pub fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte))
}

/// Rust's own reading and printing of numbers, for the host: the widget never names it, so it is not linked there.
#[derive(Clone, Copy, Debug, Default)]
pub struct RustNumerals;

impl Numerals for RustNumerals {
    fn read(&self, text: &str) -> Option<f64> {
        text.parse().ok().filter(|number: &f64| is_plain(text) && number.is_finite())
    }

    fn write(&self, number: f64) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_signs_points_and_exponents_are_a_number() {
        for text in ["0.25", "-3", "+1e-7", "5E3"] {
            assert!(RustNumerals.read(text).is_some(), "{text}");
        }
        for text in ["", "inf", "NaN", "infinity", "1_000", " 1", "0x1", "1e999", "-"] {
            assert_eq!(RustNumerals.read(text), None, "{text}");
        }
    }
}
