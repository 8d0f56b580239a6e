//! Data sets that a page gives as plain objects.

use crate::browser::{BrowserNumerals, LETTERS};
use compare::catalog::{Plain, Reader, Table};
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
    for key in Object::keys(object).iter() {
        let value = Reflect::get(data, &key).unwrap_or_default();
        let key = key.as_string().unwrap_or_default();
        match value.dyn_into::<Array>() {
            Ok(list) if key == "rows" => rows = Some(list),
            Ok(list) => entries.push((key, plain(&list, DEPTH))),
            Err(value) => entries.push((key, plain(&value, DEPTH))),
        }
    }
    let mut reader = Reader::new(&entries, LETTERS.lower);
    for row in rows.iter().flat_map(Array::iter) {
        reader.row(&plain(&row, DEPTH));
    }
    reader.finish().map_err(|faults| {
        let more = faults.len().saturating_sub(NAMED);
        let named = faults.iter().take(NAMED).map(|fault| fault.say(&BrowserNumerals));
        let more = (more > 0).then(|| format!("… and {more} more faults"));
        named.chain(more).collect::<Vec<_>>().join("\n")
    })
}

/// An object or a list, of this page or of a frame of it, whose objects are no instances of this page's `Object`.
fn object(value: &JsValue) -> Option<&Object> {
    value.is_object().then(|| value.unchecked_ref())
}

/// The plain value of what a page gives.
///
/// Walked by hand, since what serde can say of a wrong type brings all of Rust's printing of floats along, 24 KB.
fn plain(value: &JsValue, depth: u8) -> Plain {
    if value.is_null() || value.is_undefined() {
        return Plain::Nothing;
    }
    if let Some(flag) = value.as_bool() {
        return Plain::Flag(flag);
    }
    if let Some(number) = value.as_f64() {
        return Plain::Number(number);
    }
    if let Some(text) = value.as_string() {
        return Plain::Text(text);
    }
    let Some(object) = object(value) else {
        return Plain::Other("what is no data");
    };
    let Some(depth) = depth.checked_sub(1) else {
        return Plain::Other("what nests too deep");
    };
    if let Some(list) = value.dyn_ref::<Array>() {
        return Plain::List(list.iter().map(|value| plain(&value, depth)).collect());
    }
    let entries = Object::keys(object).into_iter().map(|key| {
        // What throws when it is read is as good as not there.
        let value = Reflect::get(object, &key).unwrap_or_default();
        (key.as_string().unwrap_or_default(), plain(&value, depth))
    });
    Plain::Object(entries.collect())
}
