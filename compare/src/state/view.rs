use crate::catalog::{Cost, Table, Workload};
use crate::query::{Field, Filter, Indexed, SortKey, Tradeoff};
use crate::units::Weight;
use std::ops::Range;
use std::rc::Rc;

/// Everything that a reader can change.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Position of the table.
    pub table: usize,
    /// Position of the score column.
    pub score: Option<usize>,
    /// What counts as cost.
    pub cost: Option<Cost>,
    /// The weight of the score.
    pub weight: Weight,
    /// The keys of the order, the first one first; never empty.
    pub sort: Vec<SortKey>,
    /// Which rows are shown.
    pub filter: Rc<Filter>,
    /// The fields that are shown as columns, in order.
    pub columns: Rc<[Field]>,
    /// What is used, how much.
    pub workload: Workload,
    /// How many rows make a page.
    pub rows: RowLimit,
    /// Which page is shown, from 0.
    pub page: usize,
}

/// How many rows make a page of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowLimit {
    /// So many, at least one.
    Rows(usize),
    /// All of them.
    All,
}

impl RowLimit {
    /// What a table starts with.
    pub const DEFAULT: Self = Self::Rows(25);

    /// The limit that a text writes: a whole number from 1, or `all`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::All);
        }
        text.parse().ok().filter(|rows| *rows > 0).map(Self::Rows)
    }
}

impl Default for View {
    /// What is shown where there is no table.
    fn default() -> Self {
        Self {
            table: 0,
            score: None,
            cost: None,
            weight: Weight::EVEN,
            sort: vec![SortKey::BY_VALUE],
            filter: Rc::default(),
            columns: Rc::default(),
            workload: Workload::DEFAULT,
            rows: RowLimit::DEFAULT,
            page: 0,
        }
    }
}

impl View {
    /// What the table at a position shows before anybody chose.
    pub fn new(position: usize, table: &Table) -> Self {
        Self {
            table: position,
            score: table.score,
            cost: table.cost,
            columns: Self::default_columns(table),
            workload: table.workload,
            ..Self::default()
        }
    }

    /// The columns that a table shows before anybody chose.
    ///
    /// Value, score and cost stand behind the name: they are what the comparison is about.
    pub fn default_columns(table: &Table) -> Rc<[Field]> {
        let (score, cost) = (table.score.map(Field::Column), table.cost.map(field_of));
        let value = score.and(cost).and(Some(Field::Value));
        let lead: Vec<Field> = [value, score, cost].into_iter().flatten().collect();
        let shown = table.columns.iter().enumerate().filter(|(_, column)| column.shown);
        let others = shown.map(|(position, _)| Field::Column(position)).filter(|field| !lead.contains(field));
        let mut fields: Vec<Field> = others.collect();
        let name = fields.iter().position(|field| field.id(table) == "name").map_or(0, |place| place + 1);
        fields.splice(name..name, lead);
        fields.into()
    }

    /// The trade-off that the view asks for.
    pub fn tradeoff(&self, table: &Table) -> Tradeoff {
        Tradeoff::new(table, self.score, self.cost, &self.workload)
    }

    /// The places of the order that the page shows, of so many rows in all.
    ///
    /// A page beyond the last one shows the last one.
    pub fn places(&self, shown: usize) -> Range<usize> {
        match self.rows {
            RowLimit::All => 0..shown,
            RowLimit::Rows(rows) => {
                let start = self.page.min(self.pages(shown) - 1) * rows;
                start..(start + rows).min(shown)
            }
        }
    }

    /// How many pages there are, at least one.
    pub fn pages(&self, shown: usize) -> usize {
        match self.rows {
            RowLimit::All => 1,
            RowLimit::Rows(rows) => shown.div_ceil(rows).max(1),
        }
    }

    /// The ids of all rows after the filter, in shown order.
    pub fn ids<'a>(&self, table: &'a Indexed) -> Vec<&'a str> {
        let tradeoff = self.tradeoff(table);
        let question = crate::query::Question { table, tradeoff: &tradeoff, weight: self.weight };
        let rows = question.failing(&self.filter).passing();
        let order = question.order(&rows, &self.sort);
        order.iter().filter_map(|row| table.ids.get(*row as usize)).map(|id| &**id).collect()
    }

    /// The field of the cost.
    pub fn cost_field(&self) -> Option<Field> {
        self.cost.map(field_of)
    }
}

fn field_of(cost: Cost) -> Field {
    match cost {
        Cost::Workload => Field::Workload,
        Cost::Column(column) => Field::Column(column),
    }
}
