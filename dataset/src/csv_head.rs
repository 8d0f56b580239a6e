use crate::csv_cells::Cell;
use crate::folder::File;
use crate::notes::Notes;
use compare::catalog::{Header, Problem};

/// The keys of a figure that can stand after a column's id and a point.
const KEYS: [&str; 9] = ["low", "high", "k", "n", "source", "as_of", "reported_by", "provider", "note"];

/// What the cells under a name of the first line are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// Ids of rows.
    Id,
    /// Values of a column.
    Value(String),
    /// One key of the figures of a column.
    Key(String, &'static str),
}

/// What the first line names; `None`, with the faults noted, where it cannot be used.
pub(crate) fn read(first: &[Cell], file: &File, header: &Header, notes: &mut Notes) -> Option<Vec<Head>> {
    let mut heads: Vec<Head> = Vec::new();
    let faults = notes.faults.len();
    if let [cell] = first
        && let Some(other) = cell.text.chars().find(|char| matches!(char, ';' | '\t'))
    {
        let found = if other == ';' { "semicolons" } else { "tabs" };
        notes.fault(file.spot(cell.at), &format!("cells are parted by commas, not by {found}: save the file so"));
        return None;
    }
    for cell in first {
        match head(cell, header) {
            Ok(head) if heads.contains(&head) => {
                let (id, mend) = (cell.text.clone(), "remove one of them");
                notes.fault(file.spot(cell.at), &Problem::Duplicate { what: "column", id, mend });
            }
            Ok(head) => heads.push(head),
            Err(problem) => notes.fault(file.spot(cell.at), &problem),
        }
    }
    if notes.faults.len() > faults {
        return None;
    }
    for (head, cell) in heads.iter().zip(first) {
        if let Head::Key(column, _) = head
            && !heads.contains(&Head::Value(column.clone()))
        {
            let message = format!("no column \"{column}\" for it to tell about: add \"{column}\"");
            notes.fault(file.spot(cell.at), &message);
        }
    }
    if !heads.contains(&Head::Value("name".to_owned())) {
        let mend = "the first line names the columns, and every row has a name";
        notes.fault(file.spot(0), &Problem::Lacks { what: "column `name`", mend });
    }
    (notes.faults.len() == faults).then_some(heads)
}

fn head(cell: &Cell, header: &Header) -> Result<Head, String> {
    let name = &*cell.text;
    let is_column = |id: &str| header.columns.iter().any(|spec| spec.id.as_deref() == Some(id));
    if !cell.sound {
        return Err(QUOTES.to_owned());
    }
    if name == "id" {
        return Ok(Head::Id);
    }
    if is_column(name) {
        return Ok(Head::Value(name.to_owned()));
    }
    let (column, key) = name.rsplit_once('.').unwrap_or((name, ""));
    let known_key = KEYS.into_iter().find(|known| *known == key);
    match known_key {
        Some(key) if is_column(column) => Ok(Head::Key(column.to_owned(), key)),
        None if is_column(column) => {
            let (found, known) = (key.to_owned(), KEYS.map(str::to_owned).to_vec());
            Err(Problem::Unknown { what: "key", found, known }.to_string())
        }
        key => {
            let found = if key.is_some() { column } else { name }.to_owned();
            let known = header.columns.iter().filter_map(|spec| spec.id.clone()).collect();
            Err(Problem::Unknown { what: "column", found, known }.to_string())
        }
    }
}

/// What is wrong with a cell whose quotes do not match.
pub(crate) const QUOTES: &str =
    "the quotes do not match: put the whole cell in quotes, and double each quote inside it";
