use super::{Digits, Numbers, counted};
use crate::units::Date;

/// How long ago a date was, in words: `5 months ago`; `None` where its month is not known, or where it is still to
/// come.
pub fn age(date: Date, today: Date, numbers: &dyn Numbers) -> Option<String> {
    if date.month().is_none() || today < date {
        return None;
    }
    let number = |count: u32| numbers.number(f64::from(count), Digits::exactly(0));
    Some(match date.months_until(today) {
        0 => "less than a month ago".to_owned(),
        1 => "a month ago".to_owned(),
        months if months < 24 => counted(number(months), "months ago"),
        months => counted(number(months / 12), "years ago"),
    })
}

/// How many times the greatest of some amounts is the least of those above nothing: `42`; `None` where they do not
/// differ.
pub fn ratio(amounts: impl Iterator<Item = f64>, numbers: &dyn Numbers) -> Option<String> {
    let known = amounts.filter(|amount| *amount > 0.0);
    let (low, high) = known.fold((f64::INFINITY, 0.0_f64), |(low, high), amount| (low.min(amount), high.max(amount)));
    let times = high / low;
    (times > 1.0).then(|| numbers.number(times, if times < 10.0 { Digits::up_to(1) } else { Digits::exactly(0) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Plain;
    use crate::testing::read;

    #[test]
    fn an_age_is_told_in_months_and_then_in_years() {
        let age = |date: &str| age(Date::parse(date).unwrap(), Date::parse("2026-11-22").unwrap(), &Plain).map(read);
        assert_eq!(age("2026-11-22").as_deref(), Some("less than a month ago"));
        assert_eq!(age("2026-10-20").as_deref(), Some("a month ago"));
        assert_eq!(age("2026-07-02").as_deref(), Some("4 months ago"));
        assert_eq!(age("2024-11").as_deref(), Some("2 years ago"));
        assert_eq!((age("2024"), age("2026-11-23")), (None, None));
    }

    #[test]
    fn amounts_differ_so_many_times() {
        let ratio = |amounts: &[f64]| ratio(amounts.iter().copied(), &Plain);
        assert_eq!(ratio(&[0.1, 4.2]).as_deref(), Some("42"));
        assert_eq!(ratio(&[2.0, 3.0, 0.0]).as_deref(), Some("1.5"));
        assert_eq!((ratio(&[2.0, 2.0]), ratio(&[0.0]), ratio(&[])), (None, None, None));
    }
}
