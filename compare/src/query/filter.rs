use super::{Field, Measure, Question};
use crate::catalog::{Cells, Kind};
use crate::units::Date;

/// Which rows a reader wants to see: those that pass every clause and hold every word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words that all must occur in a row's name, vendor or family.
    pub text: String,
    /// One clause for each field that is filtered by.
    pub clauses: Vec<Clause>,
}

/// What one field must be.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// The field.
    pub field: Field,
    /// What a known cell must be; `None` lets none pass.
    pub test: Option<Test>,
    /// Whether a row passes of which the field is not known.
    pub missing: bool,
}

/// What a known cell must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// One of these names, or a list that holds one of them; a flag is named `yes` or `no`.
    Any(Vec<String>),
    /// Not below the first and not above the second number.
    Numbers(Option<f64>, Option<f64>),
    /// Not before the first day of the first and not after the last day of the second date.
    Dates(Option<Date>, Option<Date>),
}

impl Filter {
    /// At most this many clauses hold at a time; a row remembers in one word which of them it fails.
    pub const MOST: usize = 63;

    /// Whether every row passes.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.clauses.is_empty()
    }

    /// The clause on a field.
    pub fn clause(&self, field: Field) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.field == field)
    }

    /// The filter with a clause in place of the one on the same field.
    pub fn with(mut self, clause: Clause) -> Self {
        let place = self.clauses.iter().position(|other| other.field == clause.field);
        match place {
            Some(place) => self.clauses[place] = clause,
            None if self.clauses.len() < Self::MOST => self.clauses.push(clause),
            None => {}
        }
        self
    }

    /// The filter without the clause on a field.
    pub fn without(mut self, field: Field) -> Self {
        self.clauses.retain(|clause| clause.field != field);
        self
    }
}

/// For every row, which parts of a filter it fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Failing {
    /// One bit a part: the lowest for the text, then one for each clause.
    rows: Vec<u64>,
    fields: Vec<Field>,
}

/// The bit of the text.
const TEXT: u64 = 1;

impl Failing {
    /// The rows that fail nothing.
    pub fn passing(&self) -> Vec<u32> {
        self.passing_but(0)
    }

    /// The rows that fail nothing but, perhaps, the clause on a field.
    pub fn passing_without(&self, field: Field) -> Vec<u32> {
        self.passing_but(self.bit(field))
    }

    /// How many rows would pass without the clause on a field.
    pub fn count_without(&self, field: Field) -> usize {
        self.count_but(self.bit(field))
    }

    /// How many rows would pass without the text.
    pub fn count_without_text(&self) -> usize {
        self.count_but(TEXT)
    }

    fn bit(&self, field: Field) -> u64 {
        self.fields.iter().position(|other| *other == field).map_or(0, |position| TEXT << (position + 1))
    }

    fn passing_but(&self, bit: u64) -> Vec<u32> {
        let rows = self.rows.iter().zip(0..);
        rows.filter(|(failed, _)| **failed & !bit == 0).map(|(_, row)| row).collect()
    }

    fn count_but(&self, bit: u64) -> usize {
        self.rows.iter().filter(|failed| **failed & !bit == 0).count()
    }
}

impl Question<'_> {
    /// Which parts of a filter each row fails.
    pub fn failing(&self, filter: &Filter) -> Failing {
        let mut rows = vec![0; self.table.len()];
        for word in self.table.fold(&filter.text).split_whitespace() {
            let mut holds = vec![false; rows.len()];
            self.table.search(word, |row| holds[row] = true);
            for (failed, holds) in rows.iter_mut().zip(holds) {
                *failed |= if holds { 0 } else { TEXT };
            }
        }
        for (position, clause) in filter.clauses.iter().take(Filter::MOST).enumerate() {
            self.apply(clause, TEXT << (position + 1), &mut rows);
        }
        Failing { rows, fields: filter.clauses.iter().map(|clause| clause.field).collect() }
    }

    fn apply(&self, clause: &Clause, bit: u64, rows: &mut [u64]) {
        let column = clause.field.column(self.table);
        match (column, &clause.test) {
            (Some(column), _) if column.kind() != Kind::Number => {
                let passes = cell_test(&column.cells, clause);
                mark(rows, bit, passes);
            }
            (_, Some(Test::Numbers(low, high))) => {
                let (low, high) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
                let measure = self.measure(clause.field);
                mark(rows, bit, |row| in_range(measure, row, low, high, clause.missing));
            }
            _ => {
                let measure = self.measure(clause.field);
                mark(rows, bit, |row| clause.missing && measure.get(row).is_none());
            }
        }
    }
}

fn mark(rows: &mut [u64], bit: u64, passes: impl Fn(usize) -> bool) {
    for (row, failed) in rows.iter_mut().enumerate() {
        *failed |= if passes(row) { 0 } else { bit };
    }
}

fn in_range(measure: Measure<'_>, row: usize, low: f64, high: f64, missing: bool) -> bool {
    measure.get(row).map_or(missing, |number| low <= number && number <= high)
}

/// The test of a clause on a column that holds no numbers.
fn cell_test<'a>(cells: &'a Cells, clause: &'a Clause) -> Box<dyn Fn(usize) -> bool + 'a> {
    let missing = clause.missing;
    match &clause.test {
        Some(Test::Any(names)) if cells.kind() == Kind::Text => {
            Box::new(move |row| cells.text(row).map_or(missing, |text| names.iter().any(|name| name == text)))
        }
        Some(Test::Any(names)) if cells.kind() == Kind::Flag => {
            let holds = |word| names.iter().any(|name| name == word);
            let (yes, no) = (holds("yes"), holds("no"));
            Box::new(move |row| cells.flag(row).map_or(missing, |flag| if flag { yes } else { no }))
        }
        Some(Test::Any(names)) => {
            let wanted: Vec<bool> = cells.names().iter().map(|name| names.iter().any(|other| other == name)).collect();
            let is_wanted = move |name: &u32| wanted.get(*name as usize).copied().unwrap_or(false);
            Box::new(move |row| match cells.categories(row) {
                [] => missing,
                set => set.iter().any(&is_wanted),
            })
        }
        Some(Test::Dates(from, to)) => Box::new(move |row| {
            cells.date(row).map_or(missing, |date| {
                from.is_none_or(|from| from.first_day() <= date.first_day())
                    && to.is_none_or(|to| date.first_day() <= to.last_day())
            })
        }),
        _ => Box::new(move |row| missing && cells.is_missing(row)),
    }
}
