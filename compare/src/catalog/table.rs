use super::cells::pick;
use super::{Cells, Figure, Kind, Offers};
use crate::units::{Date, Gather, List, Text, Tokens, Unit};

/// One comparison: columns, rows and what its trade-off compares.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// A sentence or two about it; may be empty.
    pub description: Text,
    /// The columns; one of them is `name`, of kind text, with a text in every row.
    pub columns: List<Column>,
    /// The id of each row.
    pub ids: List<Text>,
    /// Where its figures come from.
    pub sources: List<Source>,
    /// Position of the column that the trade-off takes as score.
    pub score: Option<usize>,
    /// What the trade-off takes as cost.
    pub cost: Option<Cost>,
    /// Position of the date column that dates figures without a date of their own.
    pub dated_by: Option<usize>,
    /// The workload that a reader starts with.
    pub workload: Workload,
    /// What providers charge, beside the prices in the cells.
    pub offers: Offers,
}

/// One column with its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its id.
    pub id: Text,
    /// Its heading.
    pub label: Text,
    /// What it tells; may be empty.
    pub description: Text,
    /// What its numbers count.
    pub unit: Unit,
    /// Which numbers are better, where that can be said.
    pub better: Option<Better>,
    /// What its numbers are for.
    pub role: Option<Role>,
    /// Whether it is shown before the reader chooses.
    pub shown: bool,
    /// Position of the source of every figure that names none.
    pub source: Option<u16>,
    /// After how many months a figure counts as old.
    pub stale_after: Option<u16>,
    /// Position of the column whose figures it holds as somebody else has them.
    pub same_as: Option<usize>,
    /// The cells.
    pub cells: Cells,
    /// What makes the cells true where a cell has more to say than the column, in order of rows.
    pub figures: List<Figure>,
}

/// Where figures come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// An http or https address; may be empty.
    pub url: Text,
    /// When it was published or read.
    pub date: Option<Date>,
    /// The licence of its data; may be empty.
    pub licence: Text,
    /// Id of the source in which its figures were found; may be empty.
    pub via: Text,
    /// When somebody last looked whether it still says so.
    pub checked: Option<Date>,
    /// Pages that cite it for what could not be traced to it.
    pub cited_by: List<Text>,
    /// What a reader must know about it; may be empty.
    pub note: Text,
}

/// Which numbers are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Small ones.
    Lower,
    /// Great ones.
    Higher,
}

/// What the trade-off takes as cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cost {
    /// The monthly cost of the workload at list prices.
    Workload,
    /// The column at this position.
    Column(usize),
}

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Price of input tokens.
    InputPrice,
    /// Price of output tokens.
    OutputPrice,
    /// Price of input tokens that are served from a cache.
    CachedPrice,
    /// All parameters.
    Parameters,
    /// Parameters used for one token.
    ActiveParameters,
    /// Context window.
    Context,
}

impl Role {
    /// Every role with the word for it.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::InputPrice, "input-price"),
        (Self::OutputPrice, "output-price"),
        (Self::CachedPrice, "cached-price"),
        (Self::Parameters, "parameters"),
        (Self::ActiveParameters, "active-parameters"),
        (Self::Context, "context"),
    ];

    /// The role that a word names.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == text).map(|(role, _)| *role)
    }
}

/// A reader's own use of a model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Workload {
    /// Requests a month.
    pub requests: f64,
    /// Input tokens a request.
    pub input: Tokens,
    /// Output tokens a request.
    pub output: Tokens,
    /// Share of the input that is served from a cache, from 0 to 1.
    pub cached: f64,
}

impl Workload {
    /// What a table starts with that says nothing: a chat of some length.
    pub const DEFAULT: Self = Self { requests: 100_000.0, input: Tokens(1_500.0), output: Tokens(400.0), cached: 0.2 };

    /// No count may be greater: what follows from it must stay a number.
    pub const MOST: f64 = 1e12;
}

impl Column {
    /// What its cells are.
    pub fn kind(&self) -> Kind {
        self.cells.kind()
    }

    /// Whether a trade-off may take it as its cost: an amount of money, or other numbers of which less is better.
    pub fn may_be_cost(&self) -> bool {
        self.kind() == Kind::Number && self.less_is_better()
    }

    /// Whether a trade-off may take it as its score: a number without another role, of which more or less is better, and
    /// that is no amount of money and counts neither tokens nor weights.
    pub fn may_be_score(&self) -> bool {
        let is_amount = self.unit.is_money() || matches!(self.unit, Unit::Tokens | Unit::Parameters);
        self.kind() == Kind::Number && self.better.is_some() && self.role.is_none() && !is_amount
    }

    /// Whether its numbers are the scores of a benchmark: they may be a score, and are no time.
    pub fn is_benchmark(&self) -> bool {
        self.may_be_score() && self.unit != Unit::Seconds
    }

    pub(super) fn less_is_better(&self) -> bool {
        self.unit.is_money() || self.better == Some(Better::Lower)
    }

    /// What makes the cell of a row true, where it has more to say than the column.
    pub fn figure(&self, row: usize) -> Option<&Figure> {
        let position = self.figures.binary_search_by_key(&(row as u32), |figure| figure.row).ok()?;
        self.figures.get(position)
    }

    /// The bounds of the 95 % interval of a row's number.
    pub fn bounds(&self, row: usize) -> Option<(f64, f64)> {
        self.figure(row)?.interval.bounds()
    }
}

impl Table {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The same table with some of its rows, in their order, as if there were no others.
    pub fn narrowed(&self, rows: &[u32]) -> Self {
        let columns = self.columns.iter().map(|column| {
            let figures = rows.iter().zip(0..).filter_map(|(row, place)| {
                column.figure(*row as usize).map(|figure| Figure { row: place, ..figure.clone() })
            });
            Column { cells: column.cells.narrowed(rows), figures: figures.gathered().into(), ..column.clone() }
        });
        let offers = self.offers.narrowed(rows);
        Self { columns: columns.gathered().into(), ids: pick(&self.ids, rows), offers, ..self.clone() }
    }

    /// The position of the column of an id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// The position of the row of an id.
    pub fn row(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|row| row == id)
    }

    /// The column that plays a role.
    pub fn playing(&self, role: Role) -> Option<&Column> {
        self.columns.iter().find(|column| column.role == Some(role))
    }

    /// The name of a row.
    pub fn name(&self, row: usize) -> &str {
        self.text("name", row).unwrap_or_default()
    }

    /// The text or category of a row in the column of an id.
    pub fn text(&self, id: &str, row: usize) -> Option<&str> {
        self.columns.iter().find(|column| column.id == id)?.cells.text(row)
    }

    /// The source of a cell's figure: its own, or else the column's.
    pub fn source(&self, column: usize, row: usize) -> Option<&Source> {
        let column = self.columns.get(column)?;
        let own = column.figure(row).and_then(|figure| figure.source);
        self.sources.get(usize::from(own.or(column.source)?))
    }

    /// The date of a cell's figure: its own, or else, of a number, the one in the table's dating column.
    pub fn as_of(&self, column: usize, row: usize) -> Option<Date> {
        let column = self.columns.get(column)?;
        let own = column.figure(row).and_then(|figure| figure.as_of);
        let dated_by = self.dated_by.filter(|_| column.kind() == Kind::Number);
        own.or_else(|| self.columns.get(dated_by?)?.cells.date(row))
    }

    /// When a cell's figure was true, as far as that is known: its own date, or else that of its source.
    pub fn dated(&self, column: usize, row: usize) -> Option<Date> {
        self.as_of(column, row).or_else(|| self.source(column, row)?.date)
    }

    /// The date of the newest figure of the table: it is as of then.
    pub fn newest(&self) -> Option<Date> {
        let own = self.columns.iter().flat_map(|column| column.figures.iter()).filter_map(|figure| figure.as_of);
        let dated = self.dated_by.and_then(|column| self.columns.get(column));
        let dates = (0..self.len()).filter_map(|row| dated.and_then(|column| column.cells.date(row)));
        own.chain(dates).max()
    }
}
