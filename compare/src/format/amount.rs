use crate::units::Numerals;

/// The amount that a reader has typed: `1500`, `1,500`, `1 500`, `1.5e3`. `None` where it is none, or below 0.
///
/// A comma, a blank, an apostrophe or a low line parts groups of three digits and nothing else, so that `1,5` is
/// refused rather than read as 15.
pub fn amount(text: &str, numerals: &dyn Numerals) -> Option<f64> {
    let text = text.trim();
    let is_parting = |char: char| char.is_whitespace() || ",'’_".contains(char);
    let whole = text.find(['.', 'e', 'E']).unwrap_or(text.len());
    let (groups, rest) = text.split_at(whole);
    let mut plain = String::with_capacity(text.len());
    for (at, group) in groups.split(is_parting).enumerate() {
        let digits = group.strip_prefix('+').filter(|_| at == 0).unwrap_or(group);
        let fits =
            if at == 0 { groups.len() == group.len() || (1..=3).contains(&digits.len()) } else { digits.len() == 3 };
        if !fits || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        plain.push_str(digits);
    }
    plain.push_str(rest);
    numerals.read(&plain).filter(|amount| *amount >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::RustNumerals;

    fn read(text: &str) -> Option<f64> {
        amount(text, &RustNumerals)
    }

    #[test]
    fn an_amount_may_have_groups_a_point_and_an_exponent() {
        for text in
            ["1500", " 1500 ", "1,500", "1 500", "1\u{202f}500", "1'500", "1_500", "1.5e3", "15E2", "+1500", "1500.0"]
        {
            assert_eq!(read(text), Some(1_500.0), "{text}");
        }
        assert_eq!(read("1,234,567.5"), Some(1_234_567.5));
        assert_eq!([read("0"), read(".5"), read("1e6")], [Some(0.0), Some(0.5), Some(1e6)]);
    }

    #[test]
    fn what_is_no_amount_is_refused_and_not_guessed_at() {
        for text in
            ["", " ", "abc", "-5", "1,5", "1,50", "1234,567", ",500", "1,,500", "1.500,5", "inf", "1e999", "$5", "5k"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
