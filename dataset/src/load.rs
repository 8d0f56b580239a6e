use crate::causes::Causes;
use crate::faults::Faults;
use crate::folder::Folder;
use crate::headers::{Sheet, Sources, sheet, sources, tables};
use crate::notes::{Notes, Spot};
use crate::orders::arrange;
use crate::sources::{keep_used, said, unused};
use crate::{csv_rows, offers, toml_rows};
use compare::catalog::{Builder, Fault, Place, Problem, Rules, Table, Value, slug};
use std::ffi::OsStr;
use std::path::Path;

/// A row as it was written.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) id: Option<String>,
    /// Columns' ids with the values; a cell whose fault has been noted is left out.
    pub(crate) cells: Vec<(String, Value<'static>)>,
}

/// Reads and checks the tables of a data folder, in the order of its `tables.toml`.
///
/// A table holds the sources that its own columns, figures and offers name, and those they were found in; the first
/// one also those that pages cite.
///
/// # Errors
///
/// Every fault: of `tables.toml`, of `sources.toml`, of the tables' headers, then of the row files,
/// table by table; within a file from top to bottom. What merely follows from another fault is left
/// out.
pub fn load(folder: &Path) -> Result<Vec<Table>, Faults> {
    let mut folder = Folder::new(folder);
    let ids = tables(&mut folder);
    let sources = sources(&mut folder);
    let sheets: Vec<Option<Sheet>> = ids.iter().map(|id| sheet(&mut folder, id, &sources)).collect();
    let mut tables: Vec<Table> = Vec::new();
    for sheet in sheets.into_iter().flatten() {
        tables.extend(table(&mut folder, sheet, &sources));
    }
    // A fault elsewhere may be what keeps a source from being named.
    if folder.is_sound() {
        for (position, id) in unused(&sources.specs, &tables) {
            let place = Place::of("sources", position).key("id");
            let message = format!(
                "source \"{id}\" is used by no figure: remove it, name it in one, or in `cited-by` the page that cites it"
            );
            folder.fault(sources.notes.spot(&place), message);
        }
    }
    folder.finish(tables.into_iter().enumerate().map(|(position, table)| keep_used(table, position == 0)).collect())
}

/// The table of a header and its row files; `None`, with the faults noted, where there are any.
fn table(folder: &mut Folder, mut sheet: Sheet, sources: &Sources) -> Option<Table> {
    let (rows, is_whole) = rows(folder, &mut sheet);
    let mut builder = Builder::new(sheet.header.clone(), Rules { sources: true, make_ids: true }, str::to_lowercase);
    for row in &rows {
        let cells = row.cells.iter().map(|(id, value)| (&**id, value.clone()));
        builder.row(row.id.as_deref(), cells);
    }
    let mut table = builder.finish();
    if let Ok(table) = &mut table {
        arrange(table, &sheet.orders, &mut sheet.notes);
        if rows.is_empty() && folder.is_sound() {
            let mend = "write them in a file beside this one, like rows.csv or rows.toml";
            sheet.notes.lacks(&Place::default(), "rows", mend);
        }
        folder.gather(&mut sheet.notes);
    }
    if let Ok(table) = &mut table {
        table.offers = offers::read(folder, table, is_whole);
    }
    let faults = table.as_ref().err().map_or(&[][..], Vec::as_slice);
    let causes = Causes { sheet: &sheet, sources, rows: &rows, faults };
    for fault in faults.iter().filter(|fault| !causes.explain(fault)) {
        let notes = causes.notes(&fault.place);
        let first = first_of_its_id(fault, &rows).map(|row| notes.spot(&Place::of("rows", row)));
        let other = first.map(|spot| format!("; the other is at {}", folder.place(spot))).unwrap_or_default();
        folder.fault(spot(notes, fault), format!("{}{other}", said(&fault.problem)));
    }
    table.ok()
}

/// The first row with the id that a row repeats, where its name or its own id tells so.
fn first_of_its_id(fault: &Fault, rows: &[Row]) -> Option<usize> {
    let Problem::Duplicate { what: "row", id, .. } = &fault.problem else { return None };
    let name = |row: &Row| match row.cells.iter().find(|(column, _)| column == "name") {
        Some((_, Value::Text(name))) => slug(name),
        _ => String::new(),
    };
    rows.iter().position(|row| row.id.clone().unwrap_or_else(|| name(row)) == *id)
}

/// The rows of a table's files, in order of the files' names, and whether all of them could be read.
fn rows(folder: &mut Folder, sheet: &mut Sheet) -> (Vec<Row>, bool) {
    let faults = folder.count_faults();
    let path = format!("tables/{}", sheet.header.id);
    let mut rows = Vec::new();
    // Without columns every cell of every row would be refused.
    let names = if sheet.header.columns.is_empty() { Vec::new() } else { folder.names(&path, false) };
    for name in names.iter().filter(|name| !["table.toml", offers::FILE].contains(&&***name)) {
        let extension = Path::new(name).extension().map(OsStr::to_ascii_lowercase);
        let read = match extension.as_ref().and_then(|extension| extension.to_str()) {
            Some("toml") => toml_rows::read,
            Some("csv") => csv_rows::read,
            Some("md" | "txt") => continue,
            _ if name.ends_with('~') => continue,
            _ => {
                let mend = "write it as one of these, or move it elsewhere; notes are `.md` or `.txt`";
                folder.refuse(&format!("{path}/{name}"), format!("rows stand in `.toml` and `.csv` files: {mend}"));
                continue;
            }
        };
        if let Some(file) = folder.open(&format!("{path}/{name}")) {
            read(&file, &sheet.header, &mut sheet.notes, &mut rows);
        }
    }
    folder.gather(&mut sheet.notes);
    (rows, folder.count_faults() == faults)
}

/// Where a fault stands: a figure's value is refused where it is written.
fn spot(notes: &Notes, fault: &Fault) -> Spot {
    let figure = match fault.problem {
        Problem::Lacks { .. } | Problem::Interval { .. } | Problem::Trials | Problem::NoSource => None,
        _ => notes.spots.get(&fault.place.key("value")),
    };
    figure.copied().unwrap_or_else(|| notes.spot(&fault.place))
}
