//! The author's data files as checked tables, and as the Rust statics that the widget is built with.
//!
//! Host only: a build script runs it. `data/README.md` says what the files hold. Every fault of a
//! run is told together, each once, first causes first.

mod causes;
mod csv_cells;
mod csv_head;
mod csv_rows;
mod emit;
mod faults;
mod folder;
mod headers;
mod keys;
mod load;
mod notes;
mod sources;
mod toml_rows;

pub use emit::emit;
pub use faults::{Faults, FileFault};
pub use load::load;

use std::path::Path;

/// Writes the tables of a data folder to a file as Rust source, see [`emit()`].
///
/// # Errors
///
/// Every fault of the folder, or why the file cannot be written.
pub fn compile(folder: &Path, out: &Path) -> Result<(), Faults> {
    let source = emit(&load(folder)?);
    std::fs::write(out, source).map_err(|why| {
        let message = format!("cannot write the tables: {why}");
        Faults(vec![FileFault::new(out.to_owned(), 1, 1, &message)])
    })
}
