use super::{Digits, Numbers, Words, counted};
use crate::query::{Band, Field, GoodBuy};

/// From which to which weight of the score a row wins: `37 % to 57 %`.
///
/// In whole percents, where those are two; in tenths where a band is narrower than that.
pub fn band_range(band: &Band, numbers: &dyn Numbers) -> String {
    let percents = |scale: f64| [band.from, band.to].map(|end| (end * 100.0 * scale).round() / scale);
    let (whole, tenths) = (percents(1.0), percents(10.0));
    let ([from, to], digits) = if whole[0] < whole[1] { (whole, 0) } else { (tenths, 1) };
    let [from, to] = [from, to].map(|end| counted(numbers.number(end, Digits::exactly(digits)), "%"));
    if from == to { "about ".to_owned() + &from } else { from + " to " + &to }
}

/// At which weights a row goes on winning: `from 37 % to 57 % score`, or `at every weight`.
pub fn wins(band: &Band, numbers: &dyn Numbers) -> String {
    if band.from <= 0.0 && band.to >= 1.0 {
        return "at every weight".to_owned();
    }
    let range = band_range(band, numbers);
    if range.starts_with("about") { format!("at {range} score") } else { format!("from {range} score") }
}

/// For which budget a row that wins nowhere is the best: `best for a budget from $0.73 up to $0.88, though it wins at
/// no weight`.
pub fn good_buy(buy: &GoodBuy, cost: Field, words: &Words<'_>) -> String {
    let own = words.figure(cost, buy.cost);
    let next = buy.next.map_or(String::new(), |next| format!(" up to {}", words.phrase(cost, next)));
    format!("best for a budget from {own}{next}, though it wins at no weight")
}
