//! What an author reads whose data files have faults: every message in full, with its place.
#![cfg(test)]

mod book;
mod causes;
mod csv_rows;
mod folders;
mod headers;
mod laws;
mod offers;
mod remedies;
mod series;
mod sources;
mod toml_rows;

use compare::catalog::{Book, Table};
use dataset::{Faults, load, load_book};
use std::fs;

/// A table `t` with one column of each kind; figures of `score` have a source, those of `price` none.
const FILES: [(&str, &str); 3] = [
    ("tables.toml", "tables = ['t']"),
    ("sources.toml", "[[sources]]\nid = 's'\ntitle = 'S'"),
    ("tables/t/table.toml", TABLE),
];

const TABLE: &str = "
title = 'T'
columns = [
  { id = 'name', label = 'Name', kind = 'text' },
  { id = 'vendor', label = 'Vendor', kind = 'category' },
  { id = 'modes', label = 'Modes', kind = 'categories' },
  { id = 'open', label = 'Open', kind = 'flag' },
  { id = 'released', label = 'Released', kind = 'date' },
  { id = 'score', label = 'Score', kind = 'number', unit = 'percent', source = 's' },
  { id = 'price', label = 'Price', kind = 'number', unit = 'USD/mtok' },
]";

/// The tables of the folder above with some files added or replaced; an empty text takes a file away.
fn tables(files: &[(&str, &str)]) -> Result<Vec<Table>, Faults> {
    load(&folder(files).path().join("data"))
}

/// What those files say about their tables, which are sound.
fn book(files: &[(&str, &str)]) -> Result<Book, Faults> {
    let home = folder(files);
    let root = home.path().join("data");
    load_book(&root, &load(&root).unwrap_or_else(|faults| panic!("{faults}")))
}

/// The lines that an author of claims and questions reads, without `data/`.
fn book_faults(files: &[(&str, &str)]) -> Vec<String> {
    let faults = book(files).err().map(|faults| faults.to_string()).unwrap_or_default();
    faults.lines().map(|line| line.strip_prefix("data/").unwrap().to_owned()).collect()
}

/// The only row of the table where a test brings none.
const ROW: (&str, &str) = ("tables/t/one.csv", "name\nOne");

/// A folder with those files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("data");
    let holds_rows =
        |path: &str| path.starts_with("tables/") && !["table.toml", "offers.csv"].iter().any(|end| path.ends_with(end));
    let row = (!files.iter().any(|(path, _)| holds_rows(path))).then_some(&ROW);
    for (path, text) in FILES.iter().chain(row).chain(files) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        if text.is_empty() {
            fs::remove_file(&path).unwrap();
        }
    }
    home
}

/// The lines that an author of those files reads, without `data/`.
fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let faults = tables(files).err().map(|faults| faults.to_string()).unwrap_or_default();
    faults.lines().map(|line| line.strip_prefix("data/").unwrap().to_owned()).collect()
}

/// The lines for a file of rows.
fn row_faults(name: &str, rows: &str) -> Vec<String> {
    let start = format!("tables/t/{name}:");
    let lines = faults(&[(&format!("tables/t/{name}"), rows)]);
    lines.into_iter().map(|line| line.strip_prefix(&start).unwrap_or(&line).to_owned()).collect()
}
