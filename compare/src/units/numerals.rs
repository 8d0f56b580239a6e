/// How numbers are read from and written to machine text, such as `0.25` in a link.
///
/// The browser does both for its page; Rust's own reading and printing of floats would add 20 KB to the widget.
pub trait Numerals {
    /// The number that a text stands for: decimal digits with an optional sign, point and exponent. Never infinite.
    fn read(&self, text: &str) -> Option<f64>;

    /// The shortest text that [`Numerals::read`] turns back into the number.
    fn write(&self, number: f64) -> String;
}

/// Rust's own reading and printing of numbers, for the host: the widget never names it, so it is not linked there.
#[derive(Clone, Copy, Debug, Default)]
pub struct RustNumerals;

impl Numerals for RustNumerals {
    fn read(&self, text: &str) -> Option<f64> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        text.parse().ok().filter(|number: &f64| plain && number.is_finite())
    }

    fn write(&self, number: f64) -> String {
        number.to_string()
    }
}
