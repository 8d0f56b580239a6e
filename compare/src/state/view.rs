use crate::catalog::{Cost, Table, Workload};
use crate::query::{Field, Filter, Indexed, Prices, Question, SortKey, Tradeoff};
use crate::units::{Gather, Weight};
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
    /// The fields that are shown as columns, in order; never empty where there is a table.
    pub columns: Rc<[Field]>,
    /// What is used, how much.
    pub workload: Workload,
    /// How many rows make a page.
    pub rows: RowLimit,
    /// Which page is shown, from 0.
    pub page: usize,
    /// The ids of the rows that the comparison is about; all where there is none.
    pub only: Rc<[String]>,
    /// The ids of the rows that are marked.
    pub highlight: Rc<[String]>,
    /// The ids of the rows that the reader has picked.
    pub selected: Rc<[String]>,
    /// Which provider's list price counts.
    pub prices: Prices,
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
            only: Rc::default(),
            highlight: Rc::default(),
            selected: Rc::default(),
            prices: Prices::default(),
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
        let lead: Vec<Field> = [value, score, cost].into_iter().flatten().gathered();
        let shown = table.columns.iter().enumerate().filter(|(_, column)| column.shown);
        let others = shown.map(|(position, _)| Field::Column(position)).filter(|field| !lead.contains(field));
        let mut fields: Vec<Field> = others.gathered();
        let name = fields.iter().position(|field| field.id(table) == "name").map_or(0, |place| place + 1);
        fields.splice(name..name, lead);
        or_names(fields.into(), table)
    }

    /// The table as the view is about it: with the rows to which it is narrowed, and the list prices that count; `None`
    /// where that is the table itself.
    pub fn narrowed(&self, table: &Table) -> Option<Table> {
        let few = (!self.only.is_empty()).then(|| self.only_of(table));
        let priced = few.as_ref().unwrap_or(table).priced(self.prices, &self.workload);
        priced.or(few)
    }

    fn only_of(&self, table: &Table) -> Table {
        let is_meant =
            |row: &u32| table.ids.get(*row as usize).is_some_and(|id| self.only.iter().any(|only| id == only));
        let rows: Vec<u32> = (0..table.len() as u32).filter(is_meant).gathered();
        table.narrowed(&rows)
    }

    /// The trade-off that the view asks for.
    pub fn tradeoff(&self, table: &Table) -> Tradeoff {
        Tradeoff::new(table, self.score, self.cost, &self.workload)
    }

    /// The page that is shown, from 0, of those of so many rows: a page beyond the last one shows the last one.
    pub fn page_among(&self, shown: usize) -> usize {
        self.page.min(self.pages(shown) - 1)
    }

    /// The page of the table that is shown, from 0; the table is narrowed already.
    pub fn page_of(&self, table: &Indexed) -> usize {
        if self.page == 0 {
            // It is there however many rows there are.
            return 0;
        }
        let rows = self.question(table, &self.tradeoff(table)).passing(&self.filter).rows();
        self.page_among(rows.len())
    }

    /// The places of the order that the page shows, of so many rows in all.
    pub fn places(&self, shown: usize) -> Range<usize> {
        match self.rows {
            RowLimit::All => 0..shown,
            RowLimit::Rows(rows) => {
                let start = self.page_among(shown) * rows;
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
        let order = self.order(&self.question(table, &tradeoff));
        order.iter().filter_map(|row| table.ids.get(*row as usize)).map(|id| &**id).gathered()
    }

    /// All rows after the filter, in shown order.
    pub fn order(&self, question: &Question<'_>) -> Vec<u32> {
        question.order(&question.passing(&self.filter).rows(), &self.sort)
    }

    /// The table with its trade-off, asked at the weight of the view.
    pub fn question<'a>(&self, table: &'a Indexed, tradeoff: &'a Tradeoff) -> Question<'a> {
        Question { table, tradeoff, weight: self.weight }
    }

    /// The field of the cost.
    pub fn cost_field(&self) -> Option<Field> {
        self.cost.map(field_of)
    }
}

/// The columns, or that of the names where there is none: a table without columns is none.
pub(super) fn or_names(columns: Rc<[Field]>, table: &Table) -> Rc<[Field]> {
    if columns.is_empty() { table.column("name").map(Field::Column).into_iter().gathered().into() } else { columns }
}

pub(super) fn field_of(cost: Cost) -> Field {
    match cost {
        Cost::Workload => Field::Workload,
        Cost::Column(column) => Field::Column(column),
    }
}
