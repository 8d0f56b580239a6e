//! The author's data files as checked tables, and as the Rust statics that the widget is built with.
//!
//! Host only: a build script runs it. `data/README.md` says what the files hold. Every fault of a
//! run is told together, each once, first causes first.

mod agreement;
mod book;
mod causes;
mod claims;
mod csv_cells;
mod csv_head;
mod csv_rows;
mod emit;
mod emit_book;
mod faults;
mod folder;
mod headers;
mod judge;
mod keys;
mod load;
mod notes;
mod offers;
mod open_and_closed;
mod orders;
mod prose;
mod questions;
mod rule;
mod rule_reader;
mod rule_view;
mod series;
mod sheet;
mod sources;
mod told;
mod toml_rows;
mod trials;
mod unit_names;

pub use book::load_book;
pub use compare::catalog::Book;
pub use emit::emit;
pub use emit_book::emit_book;
pub use faults::{Faults, FileFault};
pub use load::load;
pub use series::load_series;

use std::path::Path;

/// Writes the tables of a data folder, and what is said about them, to a file as Rust source, see [`emit()`] and
/// [`emit_book()`].
///
/// # Errors
///
/// Every fault of the folder, or why the file cannot be written.
pub fn compile(folder: &Path, out: &Path) -> Result<(), Faults> {
    let tables = load(folder)?;
    let source = emit(&tables) + &emit_book(&load_book(folder, &tables)?);
    std::fs::write(out, source).map_err(|why| {
        let message = format!("cannot write the tables: {why}");
        Faults(vec![FileFault::new(out.to_owned(), 1, 1, &message)])
    })
}
