use super::view::{field_of, or_names};
use super::{Prices, RowLimit, View};
use crate::catalog::{Cost, Table, Workload};
use crate::query::{Clause, Field, Filter, Indexed, SortKey, Test};
use crate::units::{Gather, Weight};
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
    /// Says how much is used.
    Use(Workload),
    /// Chooses which provider's list price counts.
    Price(Prices),
    /// Picks the row of an id, or no longer.
    Pick(String, bool),
    /// Picks no row any more.
    PickNone,
    /// Makes the comparison be about the rows of some ids; of none: about all.
    Only(Rc<[String]>),
    /// Does several things, one after the other.
    InTurn(Vec<Action>),
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
        let mut view = self.clone();
        let filter = || Filter::clone(&self.filter);
        match action {
            Action::Choose(position) => return self.with_table(position, tables),
            Action::Turn(page) => {
                view.page = page;
                return view;
            }
            Action::Show(field, shown) => {
                view.columns = or_names(show(&self.columns, field, shown), table);
                return view;
            }
            Action::Pick(id, picked) => {
                view.selected = pick(&self.selected, &id, picked);
                return view;
            }
            Action::PickNone => {
                view.selected = Rc::default();
                return view;
            }
            Action::InTurn(actions) => {
                return actions.into_iter().fold(view, |view, action| view.apply(action, tables));
            }
            Action::Score(score) if self.score == Some(score) => return view,
            Action::Cost(cost) if self.cost == Some(cost) => return view,
            Action::Score(score) => {
                view.score = Some(score);
                view.columns = replace(&self.columns, self.score.map(Field::Column), Field::Column(score));
            }
            Action::Cost(cost) => {
                view.cost = Some(cost);
                view.columns = replace(&self.columns, self.cost_field(), field_of(cost));
            }
            Action::Weigh(weight) => view.weight = weight,
            Action::PressHeader(field) => view.sort = press(&self.sort, field, table),
            Action::AddKey(field) => view.sort = add(&self.sort, field, table),
            Action::Sort(sort) => view.sort = if sort.is_empty() { vec![SortKey::BY_VALUE] } else { sort },
            Action::Limit(rows) => view.rows = rows,
            Action::Use(workload) => view.workload = workload,
            Action::Price(prices) => view.prices = prices,
            Action::Search(text) => view.filter = Rc::new(Filter { text, ..filter() }),
            Action::Narrow(clause) => view.filter = Rc::new(filter().with(clause)),
            Action::Toggle(field, choice) => view.filter = Rc::new(toggle(filter(), field, &choice)),
            Action::Lift(field) => view.filter = Rc::new(filter().without(field)),
            Action::LiftAll => view.filter = Rc::default(),
            Action::Only(only) => view.only = only,
        }
        view.page = 0;
        view
    }

    /// The view of the table at a position, of which only weight and page length stay.
    fn with_table(&self, position: usize, tables: &[Rc<Indexed>]) -> Self {
        match tables.get(position) {
            Some(table) if position != self.table => {
                Self { weight: self.weight, rows: self.rows, ..Self::new(position, table) }
            }
            _ => self.clone(),
        }
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
    if shown { others.chain([field]).gathered().into() } else { others.gathered().into() }
}

fn pick(selected: &[String], id: &str, picked: bool) -> Rc<[String]> {
    let others = selected.iter().filter(|other| **other != id).cloned();
    let last = picked.then(|| id.to_owned());
    others.chain(last).gathered().into()
}

fn replace(columns: &Rc<[Field]>, old: Option<Field>, new: Field) -> Rc<[Field]> {
    if columns.contains(&new) {
        return columns.clone();
    }
    if !columns.iter().any(|field| Some(*field) == old) {
        return show(columns, new, true);
    }
    columns.iter().map(|field| if Some(*field) == old { new } else { *field }).gathered().into()
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
