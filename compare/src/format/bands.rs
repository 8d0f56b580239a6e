use super::{Digits, Numbers, Words, counted, heading};
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
/// no weight`; where the cost is no money, for which limit of it: `best for a limit of Time per task from …`.
pub fn good_buy(buy: &GoodBuy, cost: Field, words: &Words<'_>) -> String {
    let limit = if words.is_money(cost) { "budget" } else { &format!("limit of {}", heading(cost, words.table)) };
    let own = words.figure(cost, buy.cost);
    let next = buy.next.map_or(String::new(), |next| format!(" up to {}", words.phrase(cost, next)));
    format!("best for a {limit} from {own}{next}, though it wins at no weight")
}

/// What sets a ceiling: `Spend up to $0.74`, or `Time per task up to 12.4` where the cost is no money.
pub fn ceiling(cost: Field, most: f64, words: &Words<'_>) -> String {
    let what = if words.is_money(cost) { "Spend" } else { heading(cost, words.table) };
    format!("{what} up to {}", words.bound(cost, most))
}
