use super::cell::money_digits;
use super::{Digits, Numbers, counted};
use crate::catalog::Piece;
use crate::units::Unit;

/// From here on a number is written short, such as `500M`.
const GREAT: f64 = 100_000.0;

/// A text with its numbers and dates.
pub fn prose(pieces: &[Piece], numbers: &dyn Numbers) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Number(number, unit) => push_number(&mut text, *number, unit, numbers),
            Piece::Date(date) => text.push_str(&numbers.date(*date)),
        }
    }
    text
}

/// Writes a number and what it counts, such as `70.2 %`, `$3.50` or `500M downloads`.
fn push_number(text: &mut String, number: f64, unit: &Unit, numbers: &dyn Numbers) {
    if number < 0.0 {
        // A minus, not a hyphen.
        text.push('−');
    }
    let number = number.abs();
    let great = number >= GREAT;
    let number = match unit {
        money if money.is_money() && number == 0.0 => "free".to_owned(),
        money if money.is_money() && !great => numbers.money(number, money_digits(unit, number)),
        Unit::Tokens | Unit::Parameters => numbers.compact(number),
        _ if great => numbers.compact(number),
        Unit::Percent | Unit::Seconds => numbers.number(number, Digits::up_to(1)),
        _ => numbers.number(number, Digits::up_to(2)),
    };
    let what = match unit {
        Unit::Percent => "%",
        Unit::Seconds => "seconds",
        Unit::Tokens => "tokens",
        Unit::Parameters => "parameters",
        Unit::Other(unit) => unit,
        money if money.is_money() && great => "USD",
        _ => "",
    };
    text.push_str(&if what.is_empty() { number } else { counted(number, what) });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Plain;
    use crate::testing::read;
    use crate::units::Date;

    fn number(number: f64, unit: &str) -> String {
        prose(&[Piece::Number(number, Unit::parse(unit))], &Plain)
    }

    #[test]
    fn numbers_are_written_with_what_they_count() {
        let written = [
            number(70.0, "percent"),
            number(81.26, "percent"),
            number(3.5, "USD/mtok"),
            number(0.0, "USD/mtok"),
            number(6e9, "USD"),
            number(5e8, "downloads"),
            number(8.57, "times"),
            number(8e9, "parameters"),
            number(4.0, ""),
            number(-5.0, "points"),
        ];
        let wanted = [
            "70 %",
            "81.3 %",
            "$3.50",
            "free",
            "6B USD",
            "500M downloads",
            "8.57 times",
            "8B parameters",
            "4",
            "−5 points",
        ];
        assert_eq!(written.map(read), wanted);
    }

    #[test]
    fn words_numbers_and_dates_follow_each_other() {
        let date = Date::parse("2024-04-18").unwrap();
        let pieces = [Piece::Words("since ".into()), Piece::Date(date), Piece::Words(".".into())];
        assert_eq!(prose(&pieces, &Plain), "since Apr 18, 2024.");
    }
}
