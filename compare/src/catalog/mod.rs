//! Facts: tables of typed columns whose figures say where they come from.
//!
//! A [`Table`] is compiled in or built at run time by a [`Builder`], which holds every check. Nothing that is not a
//! number, no empty id and no unknown source gets past it.

mod book;
mod builder;
mod cells;
mod check;
mod check_figure;
mod column_maker;
mod fault;
mod figure;
mod header;
mod id;
mod offers;
mod plain;
mod series;
mod table;
mod value;

pub use book::{Book, Claim, Piece, Press, Prose, Question, Verdict};
pub use builder::{Builder, Rules};
pub use cells::{Cells, Kind};
pub(crate) use fault::meant;
pub use fault::{Fault, Place, Problem, Step};
pub(crate) use figure::Z;
pub use figure::{Figure, Interval, Reporter};
pub use header::{ColumnSpec, Header, SourceSpec};
pub use id::{is_id, slug};
pub use offers::{Known, Offer, Offers, Seen};
pub use plain::{Plain, Reader};
pub use series::{Point, Series};
pub use table::{Better, Column, Cost, Role, Source, Table, Workload};
pub use value::{FigureSpec, Value};

#[cfg(test)]
mod tests;
