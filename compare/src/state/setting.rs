use super::grammar::{Understood, parse_fields, parse_filter, parse_ids, parse_sort, parse_workload};
use super::grammar::{write_fields, write_filter, write_sort, write_workload};
use super::presentation::of_word;
use super::{Action, Prices, RowLimit, View};
use crate::catalog::{Column, Cost, Kind, Table};
use crate::query::{Field, Indexed};
use crate::units::{Numerals, Weight};
use std::rc::Rc;

/// A choice that attributes, links and the state write as text, in the order in which several are set: a table resets
/// what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The id of a table.
    Table,
    /// The ids of the rows that the comparison is about.
    Only,
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
    /// The ids of the rows that are marked.
    Highlight,
    /// The ids of the rows that the reader has picked.
    Selected,
    /// Which provider's list price counts.
    Prices,
}

/// What was made of a setting.
pub struct Outcome {
    /// The view after it.
    pub view: View,
    /// What was not understood, with what is allowed; empty where all was.
    pub warnings: Vec<String>,
}

impl Setting {
    /// Every setting with its name.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Table, "table"),
        (Self::Only, "only"),
        (Self::Score, "score"),
        (Self::Cost, "cost"),
        (Self::Columns, "columns"),
        (Self::Workload, "workload"),
        (Self::Weight, "weight"),
        (Self::Sort, "sort"),
        (Self::Filter, "filter"),
        (Self::Rows, "rows"),
        (Self::Page, "page"),
        (Self::Highlight, "highlight"),
        (Self::Selected, "selected"),
        (Self::Prices, "prices"),
    ];

    /// The setting of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == name).map(|(setting, _)| *setting)
    }

    /// Its name, as attributes and the state have it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(setting, _)| *setting == self).map_or("", |(_, name)| name)
    }
}

impl View {
    /// The view after the state writes a setting: what is not understood stays as it is, and so does all else.
    ///
    /// `None` is a null, by which the state says that there is no score or no cost.
    pub fn set(
        &self,
        setting: Setting,
        text: Option<&str>,
        tables: &[Rc<Indexed>],
        numerals: &dyn Numerals,
    ) -> Outcome {
        let read = match text {
            Some(text) => self.read(setting, text.trim(), tables, numerals),
            None => Understood::whole("null", self.lacks(setting).then(|| self.clone())),
        };
        let view = read.value.unwrap_or_else(|| self.clone());
        let page = if matches!(setting, Setting::Table | Setting::Page) { view.page } else { self.page };
        Outcome { view: Self { page, ..view }, warnings: self.warnings(setting, read.rest, tables) }
    }

    /// The view after an attribute writes a setting, or is gone: what is not understood, or not there, is as the table
    /// starts. At the first page where rows or their order may have changed.
    pub fn set_attribute(
        &self,
        setting: Setting,
        text: Option<&str>,
        tables: &[Rc<Indexed>],
        numerals: &dyn Numerals,
    ) -> Outcome {
        let nothing = Understood { value: None, rest: Vec::new() };
        let read = text.map_or(nothing, |text| self.read(setting, text.trim(), tables, numerals));
        let view = read.value.unwrap_or_else(|| self.reset(setting, tables));
        let page = match setting {
            Setting::Page => view.page,
            Setting::Columns | Setting::Highlight | Setting::Selected => self.page,
            _ if Self { page: self.page, ..view.clone() } == *self => self.page,
            _ => 0,
        };
        Outcome { view: Self { page, ..view }, warnings: self.warnings(setting, read.rest, tables) }
    }

    fn lacks(&self, setting: Setting) -> bool {
        match setting {
            Setting::Score => self.score.is_none(),
            Setting::Cost => self.cost.is_none(),
            _ => false,
        }
    }

    /// The view that a text asks for.
    fn read(&self, setting: Setting, text: &str, tables: &[Rc<Indexed>], numerals: &dyn Numerals) -> Understood<Self> {
        let mut view = self.clone();
        let Some(table) = tables.get(self.table) else {
            return Understood::whole(text, Some(view));
        };
        let act = |action: Option<Action>| Understood::whole(text, action.map(|action| self.apply(action, tables)));
        let understood = match setting {
            Setting::Table => return act(tables.iter().position(|table| table.id == text).map(Action::Choose)),
            Setting::Score => return act(number_column(text, table).map(Action::Score)),
            Setting::Cost => return act(cost(text, table).map(Action::Cost)),
            Setting::Page => {
                let page = text.parse().ok().and_then(|page: usize| page.checked_sub(1));
                // To ask for the page that is shown is to ask for nothing, though a page beyond the last was asked for.
                let narrowed = self.narrowed(table).map(|rows| table.of(rows));
                let shown = || self.page_of(narrowed.as_ref().unwrap_or(table));
                return act(page.map(|page| Action::Turn(if page == shown() { self.page } else { page })));
            }
            Setting::Columns => parse_fields(text, table).map(|columns| view.columns = columns),
            Setting::Workload => {
                parse_workload(text, table.workload, numerals).map(|workload| view.workload = workload)
            }
            Setting::Weight => {
                let weight = numerals.read(text).and_then(Weight::new);
                Understood::whole(text, weight).map(|weight| view.weight = weight)
            }
            Setting::Sort => parse_sort(text, table).map(|sort| view.sort = sort),
            Setting::Filter => parse_filter(text, table, numerals).map(|filter| view.filter = Rc::new(filter)),
            Setting::Rows => Understood::whole(text, RowLimit::parse(text)).map(|rows| view.rows = rows),
            Setting::Only => parse_ids(text, table).map(|only| view.only = only),
            Setting::Highlight => parse_ids(text, table).map(|highlight| view.highlight = highlight),
            Setting::Selected => parse_ids(text, table).map(|selected| view.selected = selected),
            Setting::Prices => Understood::whole(text, of_word(&Prices::ALL, text)).map(|prices| view.prices = prices),
        };
        understood.map(|()| view)
    }

    /// The view with a setting back at what the table starts with.
    fn reset(&self, setting: Setting, tables: &[Rc<Indexed>]) -> Self {
        let Some(table) = tables.get(self.table) else {
            return self.clone();
        };
        let start = Self::new(self.table, table);
        let action = match setting {
            Setting::Table => Some(Action::Choose(0)),
            Setting::Score => start.score.map(Action::Score),
            Setting::Cost => start.cost.map(Action::Cost),
            _ => None,
        };
        if let Some(action) = action {
            return self.apply(action, tables);
        }
        let mut view = self.clone();
        match setting {
            Setting::Table => {}
            Setting::Score => view.score = None,
            Setting::Cost => view.cost = None,
            Setting::Columns => view.columns = start.columns,
            Setting::Workload => view.workload = start.workload,
            Setting::Weight => view.weight = start.weight,
            Setting::Sort => view.sort = start.sort,
            Setting::Filter => view.filter = start.filter,
            Setting::Rows => view.rows = start.rows,
            Setting::Page => view.page = 0,
            Setting::Only => view.only = start.only,
            Setting::Highlight => view.highlight = start.highlight,
            Setting::Selected => view.selected = start.selected,
            Setting::Prices => view.prices = start.prices,
        }
        view
    }

    /// What is in force, written as [`View::set`] reads it; `None` where there is no score or no cost. The table is
    /// narrowed already.
    pub fn text(&self, setting: Setting, table: &Indexed, numerals: &dyn Numerals) -> Option<String> {
        Some(match setting {
            Setting::Table => table.id.to_string(),
            Setting::Score => table.columns.get(self.score?)?.id.to_string(),
            Setting::Cost => self.cost_field()?.id(table).to_owned(),
            Setting::Columns => write_fields(&self.columns, table),
            Setting::Workload => write_workload(&self.workload, numerals),
            Setting::Weight => numerals.write(self.weight.share()),
            Setting::Sort => write_sort(&self.sort, table),
            Setting::Filter => write_filter(&self.filter, table, numerals),
            Setting::Rows => match self.rows {
                RowLimit::Rows(rows) => rows.to_string(),
                RowLimit::All => "all".to_owned(),
            },
            Setting::Page => (self.page_of(table) + 1).to_string(),
            Setting::Only => self.only.join(" "),
            Setting::Highlight => self.highlight.join(" "),
            Setting::Selected => self.selected.join(" "),
            Setting::Prices => Prices::ALL.iter().find(|(prices, _)| *prices == self.prices)?.1.to_owned(),
        })
    }
}

pub(super) fn number_column(id: &str, table: &Table) -> Option<usize> {
    table.column(id).filter(|column| table.columns.get(*column).is_some_and(|column| column.kind() == Kind::Number))
}

pub(super) fn cost(id: &str, table: &Table) -> Option<Cost> {
    match Field::parse(id, table)? {
        Field::Workload => Some(Cost::Workload),
        Field::Column(column) => {
            let cost = Cost::Column(column);
            let may_be = table.columns.get(column).is_some_and(Column::may_be_cost) || table.cost == Some(cost);
            may_be.then_some(cost)
        }
        Field::Value => None,
    }
}
