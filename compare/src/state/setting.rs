use super::grammar::{parse_fields, parse_filter, parse_sort, parse_workload};
use super::{Action, RowLimit, View};
use crate::catalog::{Cost, Kind, Table};
use crate::query::{Field, Indexed};
use crate::units::{Numerals, Weight};
use std::rc::Rc;

/// A choice that attributes, links and the state write as text, in the order in which several are set: a table resets
/// what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The id of a table.
    Table,
    /// The id of the score column.
    Score,
    /// The id of the cost column, or `workload`.
    Cost,
    /// The ids of the columns shown.
    Columns,
    /// What is used, how much.
    Workload,
    /// From 0 to 1.
    Weight,
    /// Column ids, `-` before one for descending.
    Sort,
    /// Clauses.
    Filter,
    /// A number or `all`.
    Rows,
    /// From 1.
    Page,
}

/// What a text was taken for.
pub struct Outcome {
    /// The view after it.
    pub view: View,
    /// What was not understood, with what is allowed; empty where all was.
    pub warnings: Vec<String>,
}

impl Setting {
    /// Every setting with its name.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Table, "table"),
        (Self::Score, "score"),
        (Self::Cost, "cost"),
        (Self::Columns, "columns"),
        (Self::Workload, "workload"),
        (Self::Weight, "weight"),
        (Self::Sort, "sort"),
        (Self::Filter, "filter"),
        (Self::Rows, "rows"),
        (Self::Page, "page"),
    ];

    /// The setting of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == name).map(|(setting, _)| *setting)
    }

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(setting, _)| *setting == self).map_or("", |(_, name)| name)
    }

    fn allowed(self) -> &'static str {
        match self {
            Self::Table => "the id of a table",
            Self::Score => "the id of a number column",
            Self::Cost => "the id of a number column, or `workload` where the table has prices",
            Self::Columns => "column ids, separated by spaces",
            Self::Workload => "`requests:100000; input:1500; output:400; cached:0.2`",
            Self::Weight => "a number from 0 to 1",
            Self::Sort => "column ids, `-` before one for descending, such as `-value name`",
            Self::Filter => "clauses such as `open-weights:yes; price-input:..5; text:llama`",
            Self::Rows => "a whole number from 1, or `all`",
            Self::Page => "a whole number from 1",
        }
    }
}

impl View {
    /// The view with a setting as a text writes it; what is not understood stays as it is.
    pub fn set(&self, setting: Setting, text: &str, tables: &[Rc<Indexed>], numerals: &dyn Numerals) -> Outcome {
        let text = text.trim();
        let Some(table) = tables.get(self.table) else {
            return Outcome { view: self.clone(), warnings: Vec::new() };
        };
        let whole = |warn: Option<Self>| match warn {
            Some(view) => (view, Vec::new()),
            None => (self.clone(), vec![text.to_owned()]),
        };
        let (view, rest) = match setting {
            Setting::Table => whole(self.choose(text, tables)),
            Setting::Weight => {
                let weight = numerals.read(text).and_then(Weight::new);
                whole(weight.map(|weight| Self { weight, ..self.clone() }))
            }
            Setting::Rows => whole(RowLimit::parse(text).map(|rows| Self { rows, ..self.clone() })),
            Setting::Page => {
                let page = text.parse().ok().and_then(|page: usize| page.checked_sub(1));
                whole(page.map(|page| Self { page, ..self.clone() }))
            }
            Setting::Score => whole(number_column(text, table).map(|score| self.apply(Action::Score(score), tables))),
            Setting::Cost => whole(cost(text, table).map(|cost| self.apply(Action::Cost(cost), tables))),
            _ => self.set_parsed(setting, text, table, numerals),
        };
        let warn = |part: String| {
            format!("{}: \"{part}\" is not understood; allowed is {}", setting.name(), setting.allowed())
        };
        Outcome { view: self.turn_back(view, setting), warnings: rest.into_iter().map(warn).collect() }
    }

    /// The view that a setting has made: at its first page where rows or their order may have changed.
    fn turn_back(&self, view: Self, setting: Setting) -> Self {
        let page = match setting {
            Setting::Page => view.page,
            Setting::Columns => self.page,
            _ if Self { page: self.page, ..view.clone() } == *self => self.page,
            _ => 0,
        };
        Self { page, ..view }
    }

    /// The view with a setting back at what the table starts with.
    pub fn reset(&self, setting: Setting, tables: &[Rc<Indexed>]) -> Self {
        let Some(table) = tables.get(self.table) else {
            return self.clone();
        };
        let start = Self::new(self.table, table);
        let view = match setting {
            Setting::Table => self.apply(Action::Choose(0), tables),
            Setting::Score => start.score.map_or(self.clone(), |score| self.apply(Action::Score(score), tables)),
            Setting::Cost => start.cost.map_or(self.clone(), |cost| self.apply(Action::Cost(cost), tables)),
            Setting::Columns => Self { columns: start.columns, ..self.clone() },
            Setting::Workload => Self { workload: start.workload, ..self.clone() },
            Setting::Weight => Self { weight: start.weight, ..self.clone() },
            Setting::Sort => Self { sort: start.sort, ..self.clone() },
            Setting::Filter => Self { filter: start.filter, ..self.clone() },
            Setting::Rows => Self { rows: start.rows, ..self.clone() },
            Setting::Page => Self { page: 0, ..self.clone() },
        };
        self.turn_back(view, setting)
    }

    fn choose(&self, id: &str, tables: &[Rc<Indexed>]) -> Option<Self> {
        let position = tables.iter().position(|table| table.id == id)?;
        // The table that is shown already keeps what was chosen in it.
        Some(if position == self.table { self.clone() } else { self.apply(Action::Choose(position), tables) })
    }

    fn set_parsed(&self, setting: Setting, text: &str, table: &Table, numerals: &dyn Numerals) -> (Self, Vec<String>) {
        let mut view = self.clone();
        let rest = match setting {
            Setting::Sort => {
                let sort = parse_sort(text, table);
                view.sort = sort.value.unwrap_or(view.sort);
                sort.rest
            }
            Setting::Columns => {
                let ids: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
                let columns = parse_fields(&ids, table);
                view.columns = columns.value.unwrap_or(view.columns);
                columns.rest
            }
            Setting::Workload => {
                let workload = parse_workload(text, table.workload, numerals);
                view.workload = workload.value.unwrap_or(view.workload);
                workload.rest
            }
            _ => {
                let filter = parse_filter(text, table, numerals);
                view.filter = filter.value.map_or(view.filter, Rc::new);
                filter.rest
            }
        };
        (view, rest)
    }
}

fn number_column(id: &str, table: &Table) -> Option<usize> {
    table.column(id).filter(|column| table.columns.get(*column).is_some_and(|column| column.kind() == Kind::Number))
}

fn cost(id: &str, table: &Table) -> Option<Cost> {
    match Field::parse(id, table)? {
        Field::Workload => Some(Cost::Workload),
        _ => number_column(id, table).map(Cost::Column),
    }
}
