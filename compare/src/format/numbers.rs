use crate::units::Date;

/// Writes numbers and dates in a language.
pub trait Numbers {
    /// A number, such as `1,234.5`.
    fn number(&self, number: f64, digits: Digits) -> String;

    /// An amount of US dollars, such as `$1,234.50`.
    fn money(&self, dollars: f64, digits: Digits) -> String;

    /// A great number in few characters, such as `128K`.
    fn compact(&self, number: f64) -> String;

    /// A date, as exact as it is known.
    fn date(&self, date: Date) -> String;
}

/// How many decimals a number is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digits {
    /// At least so many.
    pub min: u8,
    /// At most so many.
    pub max: u8,
}

impl Digits {
    /// Exactly so many.
    pub const fn exactly(digits: u8) -> Self {
        Self { min: digits, max: digits }
    }

    /// As many as are needed, up to a number.
    pub const fn up_to(digits: u8) -> Self {
        Self { min: 0, max: digits }
    }
}

/// Plain English, for the host.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Numbers for Plain {
    fn number(&self, number: f64, digits: Digits) -> String {
        let written = format!("{:.*}", usize::from(digits.max), number.abs());
        let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
        let needed = decimals.trim_end_matches('0').len().max(usize::from(digits.min));
        let sign = if number < 0.0 { "\u{2212}" } else { "" };
        let point = if needed > 0 { "." } else { "" };
        format!("{sign}{}{point}{}", grouped(whole), decimals.get(..needed).unwrap_or(decimals))
    }

    fn money(&self, dollars: f64, digits: Digits) -> String {
        let sign = if dollars < 0.0 { "\u{2212}" } else { "" };
        format!("{sign}${}", self.number(dollars.abs(), digits))
    }

    fn compact(&self, number: f64) -> String {
        let steps = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")];
        // What rounds up to the next step is written in it: 999,999 is 1M.
        let step = steps.iter().find(|(size, _)| number.abs() >= 0.9995 * size);
        let (size, letter) = step.copied().unwrap_or((1.0, ""));
        let scaled = number / size;
        let digits = if scaled.abs() < 100.0 { Digits::up_to(1) } else { Digits::exactly(0) };
        format!("{}{letter}", self.number(scaled, digits))
    }

    fn date(&self, date: Date) -> String {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = date.month().and_then(|month| MONTHS.get(usize::from(month) - 1));
        match (month, date.day()) {
            (Some(month), Some(day)) => format!("{month} {day}, {}", date.year()),
            (Some(month), None) => format!("{month} {}", date.year()),
            _ => date.year().to_string(),
        }
    }
}

/// Digits with a comma before each group of three.
fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_carry_no_needless_zeros() {
        assert_eq!(Plain.number(1_234_567.5, Digits::exactly(2)), "1,234,567.50");
        assert_eq!(Plain.number(0.25, Digits::up_to(4)), "0.25");
        assert_eq!(Plain.number(-999.0, Digits::up_to(1)), "\u{2212}999");
        assert_eq!(Plain.money(0.0375, Digits { min: 2, max: 4 }), "$0.0375");
    }

    #[test]
    fn great_numbers_are_short() {
        let compact = |number| Plain.compact(number);
        assert_eq!([compact(128_000.0), compact(1_048_576.0), compact(30.5e9)], ["128K", "1M", "30.5B"]);
        assert_eq!(compact(512.0), "512");
        assert_eq!([compact(999_499.0), compact(999_999.0)], ["999K", "1M"]);
    }

    #[test]
    fn a_date_says_no_more_than_is_known() {
        let date = |text| Plain.date(Date::parse(text).unwrap());
        assert_eq!([date("2025-08-07"), date("2025-08"), date("2025")], ["Aug 7, 2025", "Aug 2025", "2025"]);
    }
}
