//! Data sets that a page gives as plain objects.

use crate::browser::{BrowserNumerals, LETTERS};
use compare::catalog::{Plain, Reader, Table};
use compare::units::Gather;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// How deep a data set nests: a list in a figure in a row. What is deeper is none, nor is what holds itself.
const DEPTH: u8 = 4;

/// How many faults one message names.
const NAMED: usize = 10;

/// The table that a plain object describes.
///
/// # Errors
///
/// Says what is wrong with it and where, a line each.
pub(super) fn read_data_set(data: &JsValue) -> Result<Table, String> {
    let object = object(data).filter(|_| !Array::is_array(data));
    let object = object.ok_or("expected a data set: an object with `columns` and `rows`")?;
    let mut entries = Vec::new();
    let mut rows = None;
    for key in keys(object) {
        let value = Reflect::get(data, &JsValue::from_str(&key)).unwrap_or_default();
        match value.dyn_into::<Array>() {
            Ok(list) if key == "rows" => rows = Some(list),
            Ok(list) => entries.push((key, plain(&list, DEPTH))),
            Err(value) => entries.push((key, plain(&value, DEPTH))),
        }
    }
    let mut reader = Reader::new(&entries, LETTERS.lower);
    let mut known = Vec::new();
    for data in rows.iter().flat_map(Array::iter) {
        reader.row(&row(&data, &mut known));
    }
    reader.finish().map_err(|faults| {
        let more = faults.len().saturating_sub(NAMED);
        let named = faults.iter().take(NAMED).map(|fault| fault.say(&BrowserNumerals));
        let more = (more > 0).then(|| format!("… and {more} more faults"));
        named.chain(more).joined("\n")
    })
}

/// An object or a list, of this page or of a frame of it, whose objects are no instances of this page's `Object`.
fn object(value: &JsValue) -> Option<&Object> {
    value.is_object().then(|| value.unchecked_ref())
}

/// The plain value of a row. `known` are the names in the row before, which as a rule are those of the next one too: to
/// take a name over from the page costs more than all else about a cell.
fn row(row: &JsValue, known: &mut Vec<(JsValue, String)>) -> Plain {
    let Some(object) = object(row).filter(|_| !Array::is_array(row)) else {
        return plain(row, DEPTH);
    };
    let names = Reflect::own_keys(object).unwrap_or_default().into_iter().enumerate();
    let entries = names.filter_map(|(place, name)| {
        if known.get(place).is_none_or(|(old, _)| *old != name) {
            // Symbols, which are no texts, come after all names.
            let text = name.as_string()?;
            known.truncate(place);
            known.push((name, text));
        }
        let (name, text) = known.get(place)?;
        Some((text.clone(), plain(&Reflect::get(object, name).unwrap_or_default(), DEPTH - 1)))
    });
    Plain::Object(entries.gathered())
}

/// The plain value of what a page gives.
///
/// Walked by hand, since what serde can say of a wrong type brings all of Rust's printing of floats along, 24 KB. What
/// most cells hold is asked for first, for each question goes to the page and back.
fn plain(value: &JsValue, depth: u8) -> Plain {
    if let Some(number) = value.as_f64() {
        return Plain::Number(number);
    }
    if let Some(text) = value.as_string() {
        return Plain::Text(text);
    }
    if value.is_null() || value.is_undefined() {
        return Plain::Nothing;
    }
    if let Some(flag) = value.as_bool() {
        return Plain::Flag(flag);
    }
    let Some(object) = object(value) else {
        return Plain::Other("what is no data");
    };
    let Some(depth) = depth.checked_sub(1) else {
        return Plain::Other("what nests too deep");
    };
    if let Some(list) = value.dyn_ref::<Array>() {
        return Plain::List(list.iter().map(|value| plain(&value, depth)).gathered());
    }
    let entries = keys(object).map(|key| {
        // What throws when it is read is as good as not there.
        let value = Reflect::get(object, &JsValue::from_str(&key)).unwrap_or_default();
        (key, plain(&value, depth))
    });
    Plain::Object(entries.gathered())
}

/// The names of what an object holds; none where it does not tell them.
fn keys(object: &Object) -> impl Iterator<Item = String> {
    Reflect::own_keys(object).unwrap_or_default().into_iter().filter_map(|key| key.as_string())
}
