//! Data sets that a page gives as plain objects.

use crate::browser::{BrowserNumerals, LETTERS};
use compare::catalog::{Plain, Reader, Table};
use js_sys::{Array, Object, Reflect};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
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
    let object = data.dyn_ref::<Object>().filter(|_| !Array::is_array(data) && !data.is_function());
    let object = object.ok_or("expected a data set: an object with `columns` and `rows`")?;
    let mut entries = Vec::new();
    let mut rows = None;
    for key in Object::keys(object).iter() {
        let value = Reflect::get(data, &key).unwrap_or_default();
        let key = key.as_string().unwrap_or_default();
        match value.dyn_into::<Array>() {
            Ok(list) if key == "rows" => rows = Some(list),
            Ok(list) => entries.push((key, plain(list.into()))),
            Err(value) => entries.push((key, plain(value))),
        }
    }
    let mut reader = Reader::new(&entries, LETTERS.lower);
    for row in rows.iter().flat_map(Array::iter) {
        reader.row(&plain(row));
    }
    reader.finish().map_err(|faults| {
        let more = faults.len().saturating_sub(NAMED);
        let named = faults.iter().take(NAMED).map(|fault| fault.say(&BrowserNumerals));
        let more = (more > 0).then(|| format!("… and {more} more faults"));
        named.chain(more).collect::<Vec<_>>().join("\n")
    })
}

fn plain(value: JsValue) -> Plain {
    Depth(DEPTH).deserialize(serde_wasm_bindgen::Deserializer::from(value)).unwrap_or(Plain::Other("what is no data"))
}

/// How deep a value may still nest.
#[derive(Clone, Copy)]
struct Depth(u8);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Plain;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Plain, D::Error> {
        // What cannot be taken in, a function for one, is named as such at its place.
        Ok(from.deserialize_any(self).unwrap_or(Plain::Other("what is no data")))
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Plain;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Nothing)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Plain, E> {
        Ok(Plain::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Plain, E> {
        Ok(Plain::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Plain, E> {
        Ok(Plain::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Plain, E> {
        Ok(Plain::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Plain, E> {
        Ok(Plain::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Plain, A::Error> {
        let Some(depth) = self.0.checked_sub(1) else {
            return Ok(Plain::Other("a list too deep inside"));
        };
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Self(depth))? {
            values.push(value);
        }
        Ok(Plain::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Plain, A::Error> {
        let Some(depth) = self.0.checked_sub(1) else {
            return Ok(Plain::Other("an object too deep inside"));
        };
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push((key, map.next_value_seed(Self(depth))?));
        }
        Ok(Plain::Object(entries))
    }
}
