use super::row_set::RowSet;
use super::{Field, Question};
use crate::catalog::{Cells, Kind};
use crate::units::{Date, Gather};

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

impl Clause {
    /// Whether every row passes.
    fn is_idle(&self) -> bool {
        self.missing && matches!(self.test, Some(Test::Numbers(None, None) | Test::Dates(None, None)))
    }
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
    /// Whether every row passes.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.clauses.is_empty()
    }

    /// The clause on a field.
    pub fn clause(&self, field: Field) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.field == field)
    }

    /// The filter with a clause in place of the one on the same field; a clause that lets every row pass is none.
    pub fn with(mut self, clause: Clause) -> Self {
        if clause.is_idle() {
            return self.without(clause.field);
        }
        let place = self.clauses.iter().position(|other| other.field == clause.field);
        match place {
            Some(place) => self.clauses[place] = clause,
            None => self.clauses.push(clause),
        }
        self
    }

    /// The filter without the clause on a field.
    pub fn without(mut self, field: Field) -> Self {
        self.clauses.retain(|clause| clause.field != field);
        self
    }
}

/// For every part of a filter, which rows pass it.
#[derive(Clone, Debug, PartialEq)]
pub struct Passing {
    all: RowSet,
    parts: Vec<(Part, RowSet)>,
}

/// A part of a filter.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Text,
    Clause(Field),
}

impl Passing {
    /// The rows that pass every part.
    pub fn rows(&self) -> Vec<u32> {
        self.without(None).rows()
    }

    /// The rows that pass every part but, perhaps, the clause on a field.
    pub fn rows_without(&self, field: Field) -> Vec<u32> {
        self.without(Some(Part::Clause(field))).rows()
    }

    /// How many rows would pass without the clause on a field.
    pub fn count_without(&self, field: Field) -> usize {
        self.without(Some(Part::Clause(field))).len()
    }

    /// How many rows would pass without the text.
    pub fn count_without_text(&self) -> usize {
        self.without(Some(Part::Text)).len()
    }

    /// The rows that hold every word, whatever the clauses.
    pub(super) fn found(&self) -> Vec<u32> {
        let words = self.parts.iter().filter(|(part, _)| *part == Part::Text);
        words.fold(self.all.clone(), |rows, (_, passing)| rows.and(passing)).rows()
    }

    /// The fields whose clauses a row does not pass.
    pub(super) fn hides(&self, row: u32) -> Vec<Field> {
        let hiding = |(part, passing): &(Part, RowSet)| match part {
            Part::Clause(field) if !passing.holds(row as usize) => Some(*field),
            _ => None,
        };
        self.parts.iter().filter_map(hiding).gathered()
    }

    /// How many rows do not pass the clause on a field, or the text where there is no field.
    pub fn count_hidden(&self, field: Option<Field>) -> usize {
        let part = field.map_or(Part::Text, Part::Clause);
        let parts = self.parts.iter().filter(|(other, _)| *other == part);
        self.all.len() - parts.fold(self.all.clone(), |rows, (_, passing)| rows.and(passing)).len()
    }

    fn without(&self, left_out: Option<Part>) -> RowSet {
        let parts = self.parts.iter().filter(|(part, _)| Some(*part) != left_out);
        parts.fold(self.all.clone(), |rows, (_, passing)| rows.and(passing))
    }
}

impl Question<'_> {
    /// Which rows pass each part of a filter.
    pub fn passing(&self, filter: &Filter) -> Passing {
        let text = self.table.fold(&filter.text);
        let found = text.split_whitespace().map(|word| (Part::Text, self.table.search(word)));
        let clauses = filter.clauses.iter().map(|clause| (Part::Clause(clause.field), self.rows_of(clause)));
        Passing { all: RowSet::of(self.table.len(), |_| true), parts: found.chain(clauses).gathered() }
    }

    /// The rows that pass a clause.
    fn rows_of(&self, clause: &Clause) -> RowSet {
        let (rows, missing) = (self.table.len(), clause.missing);
        let cells = clause.field.column(self.table).map(|column| &column.cells);
        match (cells.filter(|cells| cells.kind() != Kind::Number), &clause.test) {
            (Some(cells), Some(Test::Any(names))) => any_of(cells, names, rows, missing),
            (Some(cells), Some(Test::Dates(from, to))) => {
                let (from, to) = (from.map(Date::first_day), to.map(Date::last_day));
                let passes = |date: Date| {
                    let day = date.first_day();
                    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
                };
                RowSet::of(rows, |row| cells.date(row).map_or(missing, passes))
            }
            (None, Some(Test::Numbers(low, high))) => {
                let (low, high) = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
                let measure = self.measure(clause.field);
                RowSet::of(rows, |row| measure.get(row).map_or(missing, |number| low <= number && number <= high))
            }
            (Some(cells), _) => RowSet::of(rows, |row| missing && cells.is_missing(row)),
            (None, _) => {
                let measure = self.measure(clause.field);
                RowSet::of(rows, |row| missing && measure.get(row).is_none())
            }
        }
    }
}

/// The rows of a column without numbers that are one of some names or hold one of them.
fn any_of(cells: &Cells, names: &[String], rows: usize, missing: bool) -> RowSet {
    let named = |name: &str| names.iter().any(|other| other == name);
    match cells {
        Cells::Text(_) => RowSet::of(rows, |row| cells.text(row).map_or(missing, named)),
        Cells::Flag(_) => {
            let (yes, no) = (named("yes"), named("no"));
            RowSet::of(rows, |row| cells.flag(row).map_or(missing, |flag| if flag { yes } else { no }))
        }
        Cells::Category { of, .. } => {
            let wanted = wanted(cells, named);
            // A missing category has no place among the names.
            let passes = |name: &u32| wanted.get(*name as usize).copied().unwrap_or(missing);
            RowSet::of(rows, |row| of.get(row).is_some_and(passes))
        }
        _ => {
            let wanted = wanted(cells, named);
            let is_wanted = |name: &u32| wanted.get(*name as usize).copied().unwrap_or(false);
            RowSet::of(rows, |row| match cells.categories(row) {
                [] => missing,
                set => set.iter().any(is_wanted),
            })
        }
    }
}

/// For each name of a column, whether it is one of those named.
fn wanted(cells: &Cells, named: impl Fn(&str) -> bool) -> Vec<bool> {
    cells.names().iter().map(|name| named(name)).gathered()
}
