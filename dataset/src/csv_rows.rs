use crate::causes::are_ids;
use crate::csv_cells::{Cell, lines};
use crate::csv_head::{self, Head, QUOTES};
use crate::folder::File;
use crate::headers::{is_percent, kind_of};
use crate::load::Row;
use crate::notes::Notes;
use crate::trials::refuse_rate;
use compare::catalog::{FigureSpec, Header, Kind, Place, Value};
use compare::units::{Numerals, RustNumerals};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Reads the rows of a CSV file to the end of those there are.
///
/// A first line with a fault keeps all rows out: most would be refused for the same reason.
pub(crate) fn read(file: &File, header: &Header, notes: &mut Notes, rows: &mut Vec<Row>) {
    let ids = || header.columns.iter().map(|spec| spec.id.as_deref());
    if !are_ids(ids) || !ids().any(|id| id == Some("name")) {
        // Those columns' names in the first line are right: it is the header that is refused.
        return;
    }
    let lines = lines(&file.text);
    let Some((first, lines)) = lines.split_first() else {
        let message = "the file is empty: name the columns in its first line";
        notes.fault(file.spot(0), &message);
        return;
    };
    let Some(heads) = csv_head::read(first, file, header, notes) else {
        return;
    };
    for line in lines {
        if let Some((at, message)) = refuse_line(line, heads.len()) {
            notes.fault(file.spot(at), &message);
        } else {
            let place = Place::of("rows", rows.len());
            rows.push(row(file, &heads, line, &place, header, notes));
        }
    }
}

/// Why a line cannot be read cell by cell, and where.
fn refuse_line(line: &[Cell], wanted: usize) -> Option<(usize, String)> {
    if let Some(cell) = line.iter().find(|cell| !cell.sound) {
        return Some((cell.at, QUOTES.to_owned()));
    }
    let (place, mend) = match line.get(wanted) {
        Some(surplus) => (surplus.at, "put a cell that holds a comma in quotes"),
        None => (line.first()?.at, "where nothing is known, leave the cell empty but keep its comma"),
    };
    let found = line.len();
    let message = format!("{found} cells where the first line names {wanted}: {mend}");
    (found != wanted).then_some((place, message))
}

fn row(file: &File, heads: &[Head], line: &[Cell], place: &Place, header: &Header, notes: &mut Notes) -> Row {
    let mut row = Row::default();
    // With whether no fault of the figure has been noted.
    let mut figures: BTreeMap<&str, (FigureSpec<'static>, bool)> = BTreeMap::new();
    notes.spots.insert(place.clone(), file.spot(line.first().map_or(0, |cell| cell.at)));
    for (head, cell) in heads.iter().zip(line) {
        let (column, place) = match head {
            Head::Id => ("id", place.key("id")),
            Head::Value(column) => (&**column, place.key(column)),
            Head::Key(column, key) => (&**column, place.key(column).key(key)),
        };
        notes.spots.insert(place.clone(), file.spot(cell.at));
        if cell.text.is_empty() {
            continue;
        }
        if *head == Head::Id {
            row.id = Some(cell.text.clone());
            continue;
        }
        let (spec, sound) = figures.entry(column).or_insert((FigureSpec::default(), true));
        let read = match head {
            Head::Key(_, key) => set(spec, key, &cell.text),
            _ => value(&cell.text, kind_of(header, column)).map(|value| spec.value = Some(value)),
        };
        if let Err(message) = read {
            notes.fault(file.spot(cell.at), &message);
            notes.doubtful.insert(place);
            *sound = false;
        }
    }
    for (place, cell) in heads.iter().zip(line).filter_map(|(head, cell)| match head {
        Head::Value(column) if is_percent(header, column) => Some((&**column, cell)),
        _ => None,
    }) {
        let Some((spec, sound)) = figures.get_mut(place) else { continue };
        if let Some(message) = refuse_rate(&cell.text, spec.k, spec.n) {
            notes.fault(file.spot(cell.at), &message);
            *sound = false;
        }
    }
    let sound = figures.into_iter().filter(|(_, (_, sound))| *sound);
    row.cells = sound.map(|(column, (spec, _))| (column.to_owned(), plainest(spec))).collect();
    row
}

/// The value alone where the figure says nothing else.
fn plainest(mut spec: FigureSpec<'static>) -> Value<'static> {
    match spec.value.take() {
        Some(value) if spec == FigureSpec::default() => value,
        value => Value::Figure(Box::new(FigureSpec { value, ..spec })),
    }
}

fn value(text: &str, kind: Option<Kind>) -> Result<Value<'static>, String> {
    let owned = |text: &str| Cow::Owned(text.to_owned());
    match kind {
        Some(Kind::Flag) if text == "yes" => Ok(Value::Flag(true)),
        Some(Kind::Flag) if text == "no" => Ok(Value::Flag(false)),
        Some(Kind::Flag) => Err(format!("expected yes, no or nothing, got \"{text}\"")),
        Some(Kind::Categories) => Ok(Value::List(text.split(';').map(|part| owned(part.trim())).collect())),
        Some(Kind::Number) => RustNumerals.read(text).map(Value::Number).ok_or_else(|| no_number(text)),
        _ => Ok(Value::Text(owned(text))),
    }
}

/// Why a cell is no number, and what its author may have meant.
fn no_number(text: &str) -> String {
    let is_plain = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '-' | '+');
    let mend = if !text.contains(|char: char| char.is_ascii_digit()) {
        ": where nothing is known, leave the cell empty"
    } else if text.contains(',') && text.chars().all(is_plain) {
        ": decimals take a point, and nothing parts the thousands"
    } else {
        ": write the number alone, its unit stands with the column"
    };
    format!("expected a number or missing, got \"{text}\"{mend}")
}

/// Sets one key of a figure.
fn set(spec: &mut FigureSpec<'static>, key: &str, text: &str) -> Result<(), String> {
    let text_slot = match key {
        "source" => &mut spec.source,
        "as_of" => &mut spec.as_of,
        "reported_by" => &mut spec.reported_by,
        "provider" => &mut spec.provider,
        "note" => &mut spec.note,
        _ => {
            let number_slot = match key {
                "low" => &mut spec.low,
                "high" => &mut spec.high,
                "k" => &mut spec.k,
                _ => &mut spec.n,
            };
            let number = RustNumerals.read(text);
            *number_slot = Some(number.ok_or_else(|| format!("expected a number, got \"{text}\""))?);
            return Ok(());
        }
    };
    *text_slot = Some(Cow::Owned(text.to_owned()));
    Ok(())
}
