use super::frontier::undominated;
use super::order::sortable;
use super::{Question, Split};
use crate::catalog::{Better, Cells, Kind, Table};
use crate::units::{Date, Gather};

/// How score and openness of some rows came to be what they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Position of the column of dates.
    pub dates: usize,
    /// The rows that have a date.
    pub dated: Vec<u32>,
    /// Rows without one.
    pub undated: usize,
    /// The first and the last year in which a row is dated.
    pub years: (u16, u16),
    /// Up to when a price goes on: the newest date of a figure of the table, or of a row where that is later.
    pub until: f64,
    /// The date of the newest row with a score: later ones say nothing of the best.
    pub scored: Option<Date>,
    /// How many rows are later.
    pub later: usize,
    /// Each time the best open score was beaten, the earliest first.
    pub open: Vec<Step>,
    /// Each time the best closed score was.
    pub closed: Vec<Step>,
    /// How far apart the two were up to the newest row with a score, in the last 20 years at most.
    pub gaps: Vec<Gap>,
    /// The rows of each quarter from the first to the last, empty ones too; the last 80 at most.
    pub quarters: Vec<Quarter>,
    /// Rows of quarters before these.
    pub earlier: usize,
    /// Rows of which only the year is known: they belong to no quarter.
    pub only_year: usize,
}

/// A record and the row that set it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Position of the row.
    pub row: u32,
    /// Since when.
    pub date: Date,
    /// The record.
    pub number: f64,
}

/// How far the best closed row was ahead of the best open one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// At the end of this year, or at the last date of all.
    pub year: u16,
    /// In the unit of the score; below 0 where the open one was ahead.
    pub gap: f64,
}

/// The rows of three months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// The year.
    pub year: u16,
    /// From 1 to 4.
    pub quarter: u8,
    /// How many rows, open and closed.
    pub rows: Split,
}

/// So many years at most are told one by one: a row of the year 1 would have all others vanish.
const YEARS: u16 = 20;

impl Table {
    /// Position of the column that dates the rows: the release, or else the first date of all.
    pub fn dates(&self) -> Option<usize> {
        let is_date = |column: &usize| self.columns.get(*column).is_some_and(|column| column.kind() == Kind::Date);
        self.column("released").filter(is_date).or_else(|| (0..self.columns.len()).find(is_date))
    }
}

/// Where a date stands on a line of years: 2025.5 is the middle of 2025.
///
/// Months and days count as equal parts, which is exact enough to draw by and keeps the order of days.
pub fn moment(date: Date) -> f64 {
    let first = date.first_day();
    let part = |part: Option<u8>| f64::from(part.unwrap_or(1)) - 1.0;
    f64::from(first.year()) + part(first.month()) / 12.0 + part(first.day()) / (12.0 * 31.0)
}

impl Question<'_> {
    /// How score and openness of the rows came to be; `None` where none of them is dated.
    pub fn history(&self, rows: &[u32]) -> Option<History> {
        let dates = self.table.dates()?;
        let cells = &self.table.columns.get(dates)?.cells;
        let date = |row: &u32| cells.date(*row as usize);
        let dated: Vec<u32> = rows.iter().copied().filter(|row| date(row).is_some()).gathered();
        let year = |row: &u32| date(row).map(Date::year);
        let years = (dated.iter().filter_map(year).min()?, dated.iter().filter_map(year).max()?);
        let line = |open: bool| self.best_scores(cells, &self.table.rows_that_are(open, &dated));
        let (open, closed) = (line(true), line(false));
        let (quarters, earlier, only_year) = quarters(&dated, &self.table.open(&dated), cells);
        let newest = self.table.newest().map_or(f64::from(years.1) + 1.0, moment);
        let until = dated.iter().filter_map(date).map(moment).fold(newest, f64::max);
        let score = |row: &&u32| self.score_column().and_then(|column| column.cells.number(**row as usize)).is_some();
        let scored = dated.iter().filter(score).filter_map(date).max();
        let later = dated.iter().filter_map(date).filter(|date| scored.is_some_and(|scored| *date > scored)).count();
        let gaps = self.gaps(&open, &closed, scored.map_or(years.1, Date::year));
        let undated = rows.len() - dated.len();
        Some(History {
            dates,
            dated,
            undated,
            years,
            until,
            scored,
            later,
            open,
            closed,
            gaps,
            quarters,
            earlier,
            only_year,
        })
    }

    /// Each time that a score of at least a level could be had for less, the earliest first, so that costs only fall;
    /// of several rows on one day the cheapest.
    pub fn cheapest(&self, history: &History, level: f64) -> Vec<Step> {
        let (Some(dates), Some(column)) = (self.table.columns.get(history.dates), self.score_column()) else {
            return Vec::new();
        };
        let reaches = |score: f64| if column.better == Some(Better::Lower) { score <= level } else { score >= level };
        let able = |row: &u32| column.cells.number(*row as usize).is_some_and(reaches);
        let able: Vec<u32> = history.dated.iter().copied().filter(able).gathered();
        records(&dates.cells, &able, &|row| self.tradeoff.cost(row as usize), &sortable)
    }

    fn best_scores(&self, dates: &Cells, rows: &[u32]) -> Vec<Step> {
        let Some(column) = self.score_column() else {
            return Vec::new();
        };
        let lower = column.better == Some(Better::Lower);
        let key = |number: f64| if lower { sortable(number) } else { !sortable(number) };
        records(dates, rows, &|row| column.cells.number(row as usize), &key)
    }

    /// The gap at the end of each year since there were both, up to a last one.
    fn gaps(&self, open: &[Step], closed: &[Step], last: u16) -> Vec<Gap> {
        let lower = self.score_column().is_some_and(|column| column.better == Some(Better::Lower));
        let at = |line: &[Step], year: u16| line.iter().rfind(|step| step.date.year() <= year).map(|step| step.number);
        let first = open.iter().chain(closed).map(|step| step.date.year()).min().unwrap_or(last);
        let gap = |year: u16| {
            let ahead = at(closed, year)? - at(open, year)?;
            Some(Gap { year, gap: if lower { 0.0 - ahead } else { ahead } })
        };
        (first.max(last.saturating_sub(YEARS - 1))..=last).filter_map(gap).gathered()
    }
}

/// The rows that set a record: one whose key lies below those of all before it.
fn records(dates: &Cells, rows: &[u32], number: &dyn Fn(u32) -> Option<f64>, key: &dyn Fn(f64) -> u64) -> Vec<Step> {
    let date = |row: u32| dates.date(row as usize);
    let known: Vec<u32> = rows.iter().copied().filter(|row| date(*row).is_some() && number(*row).is_some()).gathered();
    let day = |row: u32| date(row).map_or(0, |date| u64::from(date.first_day().key()));
    let kept = undominated(&known, &day, &|row| key(number(row).unwrap_or(f64::NAN)));
    let mut steps: Vec<Step> =
        kept.into_iter().filter_map(|row| Some(Step { row, date: date(row)?, number: number(row)? })).gathered();
    steps.dedup_by_key(|step| step.date.first_day());
    steps
}

/// The rows of each quarter, how many are earlier than these, and how many belong to none.
fn quarters(rows: &[u32], open: &[Option<bool>], dates: &Cells) -> (Vec<Quarter>, usize, usize) {
    let place = |row: &u32| {
        let date = dates.date(*row as usize)?;
        Some(u32::from(date.year()) * 4 + u32::from(date.month()? - 1) / 3)
    };
    let places: Vec<Option<u32>> = rows.iter().map(place).gathered();
    let known = || places.iter().flatten().copied();
    let (Some(first), Some(last)) = (known().min(), known().max()) else {
        return (Vec::new(), 0, rows.len());
    };
    let first = first.max((last + 1).saturating_sub(u32::from(YEARS) * 4));
    let empty =
        |place: u32| Quarter { year: (place / 4) as u16, quarter: (place % 4) as u8 + 1, rows: Split::default() };
    let mut quarters: Vec<Quarter> = (first..=last).map(empty).gathered();
    for (place, open) in places.iter().zip(open) {
        if let Some(quarter) = place.and_then(|place| quarters.get_mut(place.checked_sub(first)? as usize)) {
            quarter.rows.count(*open);
        }
    }
    (quarters, known().filter(|place| *place < first).count(), rows.len() - known().count())
}
