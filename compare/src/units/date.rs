use std::fmt;

/// A day, a month or a year of the Gregorian calendar, as exact as it is known.
///
/// Dates are ordered by their first day: `2025` is the same moment as `2025-01-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    /// 1 to 12; 0 where only the year is known.
    month: u8,
    /// 1 to 31; 0 where only the month is known.
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It does not have one of the three forms.
    Form,
    /// The calendar has no such month or day.
    NoSuchDay,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "write it as `2025`, `2025-08` or `2025-08-07`",
            Self::NoSuchDay => "the calendar has no such month or day",
        })
    }
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Says whether the form or the calendar refuses the text.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?;
        let month = parts.next().map(|part| digits(Some(part), 2)).transpose()?;
        let day = parts.next().map(|part| digits(Some(part), 2)).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        Self::from_parts(year, month, day).ok_or(DateError::NoSuchDay)
    }

    fn from_parts(year: u16, month: Option<u16>, day: Option<u16>) -> Option<Self> {
        let month = month.map_or(Some(0), |month| (1..=12).contains(&month).then_some(month as u8))?;
        let day =
            day.map_or(Some(0), |day| (1..=u16::from(days_in(year, month))).contains(&day).then_some(day as u8))?;
        (year > 0).then_some(Self { year, month, day })
    }

    /// The date of a [`Date::key`], for statics written by a program.
    pub const fn from_key(key: u32) -> Self {
        Self { year: (key / 10_000) as u16, month: (key / 100 % 100) as u8, day: (key % 100) as u8 }
    }

    /// The date as one number, `20250807`, with zeros for what is not known.
    pub const fn key(self) -> u32 {
        self.year as u32 * 10_000 + self.month as u32 * 100 + self.day as u32
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month from 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// How many whole months lie between it and a later date; 0 where that is no month later, or not later at all.
    ///
    /// What is known of neither day nor month counts from its first day.
    pub fn months_until(self, later: Self) -> u32 {
        let months = |date: Self| u32::from(date.year) * 12 + u32::from(date.month);
        let (from, to) = (self.first_day(), later.first_day());
        months(to).saturating_sub(months(from) + u32::from(to.day < from.day))
    }

    /// The first day that the date may mean.
    pub fn first_day(self) -> Self {
        Self { month: self.month.max(1), day: self.day.max(1), ..self }
    }

    /// The last day that the date may mean.
    pub fn last_day(self) -> Self {
        let month = self.month().unwrap_or(12);
        let day = self.day().unwrap_or_else(|| days_in(self.year, month));
        Self { month, day, ..self }
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |date: &Self| (date.first_day().key(), date.key());
        key(self).cmp(&key(other))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month().map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day().map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

/// A number of exactly `width` ASCII digits.
fn digits(part: Option<&str>, width: usize) -> Result<u16, DateError> {
    part.filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|part| part.parse().ok())
        .ok_or(DateError::Form)
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_date_reads_as_it_is_written() {
        for text in ["2025", "2025-08", "2025-08-07", "2024-02-29"] {
            assert_eq!(date(text).to_string(), text);
            assert_eq!(Date::from_key(date(text).key()), date(text));
        }
    }

    #[test]
    fn a_text_that_is_no_date_is_refused_with_the_reason() {
        for text in ["", "25", "2025-8", "2025-08-07T10:00", "08/07/2025", "2025-08-07-01", "+025"] {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
        for text in ["2025-13", "2025-00", "2025-02-29", "1900-02-29", "2025-04-31", "0000"] {
            assert_eq!(Date::parse(text), Err(DateError::NoSuchDay), "{text}");
        }
    }

    #[test]
    fn a_year_stands_at_its_first_day() {
        let mut dates = ["2025-01-02", "2025", "2024-12-31", "2025-01"].map(date);
        dates.sort();
        assert_eq!(dates, ["2024-12-31", "2025", "2025-01", "2025-01-02"].map(date));
    }

    #[test]
    fn months_are_counted_once_they_are_over() {
        let months = |from: &str, to: &str| date(from).months_until(date(to));
        assert_eq!(months("2026-01-31", "2026-02-28"), 0);
        assert_eq!(months("2026-01-15", "2026-02-15"), 1);
        assert_eq!(months("2025-11-22", "2026-11-21"), 11);
        assert_eq!(months("2025", "2026-11-21"), 22);
        assert_eq!(months("2027-01-01", "2026-11-21"), 0);
    }

    #[test]
    fn a_month_lasts_until_its_last_day() {
        assert_eq!(date("2024-02").last_day(), date("2024-02-29"));
        assert_eq!(date("2025").last_day(), date("2025-12-31"));
        assert_eq!(date("2025").first_day(), date("2025-01-01"));
    }
}
