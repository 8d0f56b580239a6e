use crate::units::{Date, Gather, List, Text};
use std::borrow::Cow;

/// The cells of one column, one per row, in one typed list.
///
/// The lists hold a sentinel where nothing is known; only the methods, which return `Option`, can be used from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells {
    /// Texts; empty is missing.
    Text(List<Text>),
    /// Positions in a list of names; [`Cells::NOTHING`] is missing.
    Category {
        /// The distinct names, in natural order or that of their author.
        names: List<Text>,
        /// One position per row.
        of: List<u32>,
    },
    /// Sets of positions in a list of names; an empty set is missing.
    Categories {
        /// The distinct names, in natural order or that of their author.
        names: List<Text>,
        /// One set per row, in the order given.
        of: List<List<u32>>,
    },
    /// Numbers; not-a-number is missing.
    Number(List<f64>),
    /// Dates; `None` is missing.
    Date(List<Option<Date>>),
    /// Yes or no; `None` is missing.
    Flag(List<Option<bool>>),
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    /// One name out of few.
    Category,
    /// Several names out of few.
    Categories,
    /// A number with a unit.
    Number,
    /// A date.
    Date,
    /// Yes or no.
    Flag,
}

impl Kind {
    /// Every kind with the word for it.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Text, "text"),
        (Self::Category, "category"),
        (Self::Categories, "categories"),
        (Self::Number, "number"),
        (Self::Date, "date"),
        (Self::Flag, "flag"),
    ];

    /// The kind that a word names.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == text).map(|(kind, _)| *kind)
    }
}

/// The things at some positions of a list.
pub(super) fn pick<T: Clone>(list: &List<T>, rows: &[u32]) -> List<T> {
    rows.iter().filter_map(|row| list.get(*row as usize).cloned()).gathered().into()
}

/// The names that are used at all; the positions become those among them.
fn used(names: &[Text], positions: Vec<&mut u32>) -> List<Text> {
    let mut moved = vec![Cells::NOTHING; names.len()];
    for position in &positions {
        if let Some(slot) = moved.get_mut(**position as usize) {
            *slot = 0;
        }
    }
    let mut kept = Vec::new();
    for (slot, name) in moved.iter_mut().zip(names).filter(|(slot, _)| **slot != Cells::NOTHING) {
        *slot = kept.len() as u32;
        kept.push(name.clone());
    }
    for position in positions {
        *position = moved.get(*position as usize).copied().unwrap_or(Cells::NOTHING);
    }
    kept.into()
}

impl Cells {
    /// The position that stands for a missing category.
    pub const NOTHING: u32 = u32::MAX;

    /// What the cells are.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Text(_) => Kind::Text,
            Self::Category { .. } => Kind::Category,
            Self::Categories { .. } => Kind::Categories,
            Self::Number(_) => Kind::Number,
            Self::Date(_) => Kind::Date,
            Self::Flag(_) => Kind::Flag,
        }
    }

    /// The cells of some rows, with the names that occur in them.
    pub(super) fn narrowed(&self, rows: &[u32]) -> Self {
        match self {
            Self::Text(texts) => Self::Text(pick(texts, rows)),
            Self::Category { names, of } => {
                let mut of = pick(of, rows);
                let names = used(names, of.to_mut().iter_mut().filter(|name| **name != Self::NOTHING).gathered());
                Self::Category { names, of }
            }
            Self::Categories { names, of } => {
                let mut of = pick(of, rows);
                let names = used(names, of.to_mut().iter_mut().flat_map(Cow::to_mut).gathered());
                Self::Categories { names, of }
            }
            Self::Number(numbers) => Self::Number(pick(numbers, rows)),
            Self::Date(dates) => Self::Date(pick(dates, rows)),
            Self::Flag(flags) => Self::Flag(pick(flags, rows)),
        }
    }

    /// The number of a row of a number column.
    pub fn number(&self, row: usize) -> Option<f64> {
        match self {
            Self::Number(numbers) => numbers.get(row).copied().filter(|number| !number.is_nan()),
            _ => None,
        }
    }

    /// The numbers of a number column, not-a-number where none is known.
    pub(crate) fn numbers(&self) -> &[f64] {
        match self {
            Self::Number(numbers) => numbers,
            _ => &[],
        }
    }

    /// The text of a row of a text column, or the name of its category.
    pub fn text(&self, row: usize) -> Option<&str> {
        match self {
            Self::Text(texts) => texts.get(row).map(|text| &**text).filter(|text| !text.is_empty()),
            Self::Category { names, of } => names.get(*of.get(row)? as usize).map(|name| &**name),
            _ => None,
        }
    }

    /// The positions of a row's categories among [`Cells::names`].
    pub fn categories(&self, row: usize) -> &[u32] {
        match self {
            Self::Category { of, .. } => {
                of.get(row).filter(|&&name| name != Self::NOTHING).map(std::slice::from_ref).unwrap_or_default()
            }
            Self::Categories { of, .. } => of.get(row).map(|set| &**set).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The distinct names of a category or categories column, in natural order or that of their author.
    pub fn names(&self) -> &[Text] {
        match self {
            Self::Category { names, .. } | Self::Categories { names, .. } => names,
            _ => &[],
        }
    }

    /// The date of a row of a date column.
    pub fn date(&self, row: usize) -> Option<Date> {
        match self {
            Self::Date(dates) => dates.get(row).copied().flatten(),
            _ => None,
        }
    }

    /// Yes or no of a row of a flag column.
    pub fn flag(&self, row: usize) -> Option<bool> {
        match self {
            Self::Flag(flags) => flags.get(row).copied().flatten(),
            _ => None,
        }
    }

    /// Whether nothing is known in a row.
    pub fn is_missing(&self, row: usize) -> bool {
        match self {
            Self::Text(_) => self.text(row).is_none(),
            Self::Category { .. } | Self::Categories { .. } => self.categories(row).is_empty(),
            Self::Number(_) => self.number(row).is_none(),
            Self::Date(_) => self.date(row).is_none(),
            Self::Flag(_) => self.flag(row).is_none(),
        }
    }
}
