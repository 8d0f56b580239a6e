//! Reads what is said about the tables: `claims.toml`, `questions.toml` and `trends.toml`.

use crate::claims::claims;
use crate::faults::Faults;
use crate::folder::Folder;
use crate::keys::document;
use crate::notes::Notes;
use crate::questions::questions;
use crate::series::load_series;
use crate::sheet::Sheet;
use compare::catalog::{Book, Table};
use compare::query::Indexed;
use compare::units::{Letters, List, Text};
use std::path::Path;
use std::rc::Rc;
use toml::de::DeTable;

/// Reads and checks what a data folder says about its tables, and judges its claims by them.
///
/// A file that is not there says nothing.
///
/// # Errors
///
/// Every fault of `claims.toml`, then of `questions.toml`, from top to bottom; without any, those of `trends.toml`.
pub fn load_book(folder: &Path, tables: &[Table]) -> Result<Book, Faults> {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let series = load_series(folder, tables);
    let tables: Vec<Rc<Indexed>> = tables.iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let mut folder = Folder::new(folder);
    let mut book = Book::default();
    let there = folder.names("", false);
    let is_there = |name: &str| there.iter().any(|other| other == name);
    // `None` where not every claim's id could be read.
    let mut known = Some(List::default());
    if is_there("claims.toml") {
        known = read(&mut folder, "claims.toml", &tables, claims).flatten().map(List::Owned);
        book.claims = known.clone().unwrap_or_default();
    }
    if is_there("questions.toml") {
        let ids: Option<Vec<Text>> = known.map(|claims| claims.iter().map(|claim| claim.id.clone()).collect());
        let answered =
            read(&mut folder, "questions.toml", &tables, |document, sheet| questions(document, sheet, ids.as_deref()));
        let (questions, explore) = answered.unwrap_or_default();
        book.questions = questions.into();
        book.explore = explore.into();
    }
    let book = folder.finish(book)?;
    Ok(Book { series: series?.into(), ..book })
}

/// What is made of a file; `None`, with the faults gathered, where it is no document.
fn read<T>(
    folder: &mut Folder,
    name: &str,
    tables: &[Rc<Indexed>],
    make: impl FnOnce(&DeTable<'_>, &mut Sheet<'_>) -> T,
) -> Option<T> {
    let file = folder.open(name)?;
    let mut notes = Notes::of(&file);
    let made = document(&file, &mut notes)
        .map(|document| make(&document, &mut Sheet { file: &file, notes: &mut notes, tables }));
    folder.gather(&mut notes);
    made
}
