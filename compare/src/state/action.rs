use super::view::or_names;
use super::{RowLimit, View};
use crate::catalog::{Cost, Table};
use crate::query::{Clause, Field, Filter, Indexed, SortKey, Test};
use crate::units::Weight;
use std::rc::Rc;

/// Something that a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chooses the table at a position; only weight and page length stay. The table that is shown is no new one.
    Choose(usize),
    /// Gives the score another weight.
    Weigh(Weight),
    /// Presses the header of a column: its sensible direction first, then the other, then back to the order by value.
    PressHeader(Field),
    /// Presses it to add it as a further key, turn that key round, or take it away again.
    AddKey(Field),
    /// Orders by other keys, all at once.
    Sort(Vec<SortKey>),
    /// Searches for words.
    Search(String),
    /// Sets the clause on a field.
    Narrow(Clause),
    /// Ticks or unticks one choice of a facet.
    Toggle(Field, Choice),
    /// Lifts the clause on a field.
    Lift(Field),
    /// Lifts every filter.
    LiftAll,
    /// Turns to a page, from 0.
    Turn(usize),
    /// Chooses how many rows make a page.
    Limit(RowLimit),
    /// Chooses the score.
    Score(usize),
    /// Chooses the cost.
    Cost(Cost),
    /// Shows or hides a column; where none is left, the names stay.
    Show(Field, bool),
}

/// One choice of a facet.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A category of this name; a flag is named `yes` or `no`.
    Name(String),
    /// Nothing is known.
    Missing,
}

impl View {
    /// The view after an action.
    ///
    /// Whatever changes which rows there are, or their order, returns to the first page.
    pub fn apply(&self, action: Action, tables: &[Rc<Indexed>]) -> Self {
        let Some(table) = tables.get(self.table) else {
            return self.clone();
        };
        let first = Self { page: 0, ..self.clone() };
        let filtered = |filter: Filter| Self { filter: Rc::new(filter), ..first.clone() };
        let filter = || Filter::clone(&self.filter);
        match action {
            Action::Choose(position) if position == self.table => self.clone(),
            Action::Choose(position) => tables.get(position).map_or_else(
                || self.clone(),
                |table| Self { weight: self.weight, rows: self.rows, ..Self::new(position, table) },
            ),
            Action::Weigh(weight) => Self { weight, ..first },
            Action::PressHeader(field) => Self { sort: press(&self.sort, field, table), ..first },
            Action::AddKey(field) => Self { sort: add(&self.sort, field, table), ..first },
            Action::Sort(sort) if sort.is_empty() => Self { sort: vec![SortKey::BY_VALUE], ..first },
            Action::Sort(sort) => Self { sort, ..first },
            Action::Search(text) => filtered(Filter { text, ..filter() }),
            Action::Narrow(clause) => filtered(filter().with(clause)),
            Action::Toggle(field, choice) => filtered(toggle(filter(), field, &choice)),
            Action::Lift(field) => filtered(filter().without(field)),
            Action::LiftAll => filtered(Filter::default()),
            Action::Turn(page) => Self { page, ..self.clone() },
            Action::Limit(rows) => Self { rows, ..first },
            Action::Score(score) => self.with_score(score),
            Action::Cost(cost) => self.with_cost(cost),
            Action::Show(field, shown) => {
                let columns = or_names(show(&self.columns, field, shown), table);
                Self { columns, ..self.clone() }
            }
        }
    }

    /// The view with another score, which takes the place of the old one among the columns.
    fn with_score(&self, score: usize) -> Self {
        if self.score == Some(score) {
            return self.clone();
        }
        let old = self.score.map(Field::Column);
        let columns = replace(&self.columns, old, Field::Column(score));
        Self { score: Some(score), columns, page: 0, ..self.clone() }
    }

    fn with_cost(&self, cost: Cost) -> Self {
        if self.cost == Some(cost) {
            return self.clone();
        }
        let changed = Self { cost: Some(cost), page: 0, ..self.clone() };
        let columns = changed.cost_field().map(|new| replace(&self.columns, self.cost_field(), new));
        Self { columns: columns.unwrap_or_else(|| self.columns.clone()), ..changed }
    }
}

fn press(sort: &[SortKey], field: Field, table: &Table) -> Vec<SortKey> {
    let first = SortKey::first(field, table);
    let second = SortKey { direction: first.direction.reversed(), ..first };
    let next = match sort.first() {
        Some(key) if *key == first => second,
        Some(key) if *key == second => SortKey::BY_VALUE,
        _ => first,
    };
    vec![next]
}

fn add(sort: &[SortKey], field: Field, table: &Table) -> Vec<SortKey> {
    let first = SortKey::first(field, table);
    let mut sort = sort.to_vec();
    match sort.iter().position(|key| key.field == field) {
        None => sort.push(first),
        Some(place) if sort[place] == first => sort[place].direction = first.direction.reversed(),
        Some(place) => {
            sort.remove(place);
        }
    }
    if sort.is_empty() { vec![SortKey::BY_VALUE] } else { sort }
}

fn toggle(filter: Filter, field: Field, choice: &Choice) -> Filter {
    let old = filter.clause(field).cloned();
    let mut clause = old.unwrap_or(Clause { field, test: None, missing: false });
    match choice {
        Choice::Missing => clause.missing = !clause.missing,
        Choice::Name(name) => clause.test = toggle_name(clause.test, name),
    }
    if clause.test.is_none() && !clause.missing { filter.without(field) } else { filter.with(clause) }
}

fn toggle_name(test: Option<Test>, name: &str) -> Option<Test> {
    let mut names = match test {
        Some(Test::Any(names)) => names,
        _ => Vec::new(),
    };
    match names.iter().position(|other| other == name) {
        Some(place) => {
            names.remove(place);
        }
        None => names.push(name.to_owned()),
    }
    (!names.is_empty()).then_some(Test::Any(names))
}

fn show(columns: &[Field], field: Field, shown: bool) -> Rc<[Field]> {
    let others = columns.iter().copied().filter(|other| *other != field);
    if shown { others.chain([field]).collect() } else { others.collect() }
}

fn replace(columns: &Rc<[Field]>, old: Option<Field>, new: Field) -> Rc<[Field]> {
    if columns.contains(&new) {
        return columns.clone();
    }
    if !columns.iter().any(|field| Some(*field) == old) {
        return show(columns, new, true);
    }
    columns.iter().map(|field| if Some(*field) == old { new } else { *field }).collect()
}

impl Choice {
    /// Whether a clause has the choice ticked.
    pub fn is_ticked(&self, clause: Option<&Clause>) -> bool {
        clause.is_some_and(|clause| match (self, &clause.test) {
            (Self::Missing, _) => clause.missing,
            (Self::Name(name), Some(Test::Any(names))) => names.contains(name),
            _ => false,
        })
    }
}
