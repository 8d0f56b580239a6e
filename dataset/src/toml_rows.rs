use crate::folder::File;
use crate::headers::{is_percent, kind_of};
use crate::keys::{Keys, day, document, number};
use crate::load::Row;
use crate::notes::Notes;
use crate::trials::refuse_rate;
use compare::catalog::{FigureSpec, Header, Kind, Place, Value};
use std::borrow::Cow;
use toml::de::{DeTable, DeValue};

/// Reads the rows of a TOML file to the end of those there are.
pub(crate) fn read(file: &File, header: &Header, notes: &mut Notes, rows: &mut Vec<Row>) {
    // The root of this file is not the table's.
    let mut own = Notes::of(file);
    let document = document(file, &mut own).unwrap_or_default();
    let mut keys = Keys::new(&document, Place::default(), file.number, &mut own);
    let tables = keys.tables("rows", rows.len());
    keys.finish();
    notes.faults.append(&mut own.faults);
    notes.spots.append(&mut own.spots);
    rows.extend(tables.into_iter().map(|(place, table)| row(file, table, &place, header, notes)));
}

fn row(file: &File, table: &DeTable<'_>, place: &Place, header: &Header, notes: &mut Notes) -> Row {
    let id = Keys::new(table, place.clone(), file.number, notes).text("id");
    let mut cells = Vec::new();
    for (key, value) in table.iter().filter(|(key, _)| key.get_ref() != "id") {
        let column = key.get_ref().to_string();
        let known = header.columns.iter().any(|spec| spec.id.as_ref() == Some(&column));
        let place = place.key(&column);
        let span = if known { value.span() } else { key.span() };
        notes.spots.insert(place.clone(), file.spot(span.start));
        let kind = kind_of(header, &column);
        let cell = match value.get_ref() {
            DeValue::Table(table) if known => figure(file, table, &place, (kind, is_percent(header, &column)), notes),
            plain => Some(plain_value(plain, kind)),
        };
        cells.extend(cell.map(|cell| (column, cell)));
    }
    Row { id, cells }
}

/// A figure; `None` where a fault of it has been noted.
fn figure(
    file: &File,
    table: &DeTable<'_>,
    place: &Place,
    (kind, is_percent): (Option<Kind>, bool),
    notes: &mut Notes,
) -> Option<Value<'static>> {
    let mut keys = Keys::new(table, place.clone(), file.number, notes);
    let spec = FigureSpec {
        value: keys.value("value").map(|value| plain_value(value.get_ref(), kind)),
        low: keys.number("low"),
        high: keys.number("high"),
        k: keys.number("k"),
        n: keys.number("n"),
        source: keys.text("source").map(Cow::Owned),
        as_of: keys.date("as_of").map(Cow::Owned),
        reported_by: keys.text("reported_by").map(Cow::Owned),
        provider: keys.text("provider").map(Cow::Owned),
        note: keys.text("note").map(Cow::Owned),
    };
    let is_sound = keys.finish();
    let written = table.get("value").and_then(|value| written(value.get_ref())).filter(|_| is_percent);
    if let Some(message) = written.and_then(|written| refuse_rate(written, spec.k, spec.n)) {
        notes.fault(notes.spot(&place.key("value")), &message);
        return None;
    }
    is_sound.then(|| Value::Figure(Box::new(spec)))
}

/// A number as it was written.
fn written<'a>(value: &'a DeValue<'_>) -> Option<&'a str> {
    match value {
        DeValue::Integer(integer) => Some(integer.as_str()),
        DeValue::Float(float) => Some(float.as_str()),
        _ => None,
    }
}

fn plain_value(value: &DeValue<'_>, kind: Option<Kind>) -> Value<'static> {
    match value {
        DeValue::String(text) => Value::Text(Cow::Owned(text.to_string())),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Integer(_) | DeValue::Float(_) => number(value).map_or(Value::Missing, Value::Number),
        DeValue::Datetime(date) => match day(date) {
            Some(text) if kind == Some(Kind::Date) => Value::Text(Cow::Owned(text)),
            Some(_) => Value::Other("a date"),
            None => Value::Other("a time"),
        },
        DeValue::Array(list) => {
            let texts = list.iter().map(|text| text.get_ref().as_str());
            let texts = texts.map(|text| text.map(|text| Cow::Owned(text.to_owned())));
            texts.collect::<Option<_>>().map_or(Value::Other("a list that holds more than texts"), Value::List)
        }
        DeValue::Table(_) => Value::Other("a figure"),
    }
}
