//! The plain objects of the JavaScript API.

use crate::browser::{BrowserNumerals, machine_text};
use compare::query::Indexed;
use compare::state::{Insights, Setting, View};
use compare::units::{Gather, Numerals};
use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

/// What a reader can change, as the page sees it: a value for each setting.
pub(super) fn state_object(view: &View, table: &Indexed) -> Object {
    let value = |setting| value_of(setting, view.text(setting, table, &BrowserNumerals));
    object_of(Setting::ALL.iter().map(|(setting, name)| (*name, value(*setting))))
}

/// The object of some keys and values.
pub(super) fn object_of<'a>(entries: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // An object that is made here takes every key.
        drop(Reflect::set(&object, &JsValue::from_str(name), &value));
    }
    object
}

fn is_list(setting: Setting) -> bool {
    matches!(setting, Setting::Columns | Setting::Only | Setting::Highlight | Setting::Selected)
}

/// The value that a setting's text stands for.
fn value_of(setting: Setting, text: Option<String>) -> JsValue {
    let Some(text) = text else {
        return JsValue::NULL;
    };
    match setting {
        Setting::Weight | Setting::Page => BrowserNumerals.read(&text).into(),
        Setting::Rows => text.parse().map_or_else(|_| JsValue::from_str(&text), |rows: u32| rows.into()),
        _ if is_list(setting) => text.split_whitespace().map(JsString::from).collect::<Array>().into(),
        _ => JsValue::from_str(&text),
    }
}

/// What the trade-off says, as the page sees it.
pub(super) fn insights_object(insights: &Insights<'_>) -> Object {
    let bands = insights
        .bands
        .iter()
        .map(|band| object_of([("id", band.id.into()), ("from", band.from.into()), ("to", band.to.into())]));
    object_of([
        ("bands", bands.collect::<Array>().into()),
        ("frontier", ids_list(&insights.frontier)),
        ("tied", ids_list(&insights.tied)),
        ("borderline", ids_list(&insights.borderline)),
    ])
}

/// The rows after the filters.
#[derive(Serialize)]
pub(super) struct Results<'a> {
    pub total: usize,
    pub shown: usize,
    pub ids: Vec<&'a str>,
}

/// Ids as a list of the page's.
fn ids_list(ids: &[&str]) -> JsValue {
    ids.iter().copied().map(JsString::from).collect::<Array>().into()
}

/// The settings that an object of the page writes, in the order in which they are set, each as text; a null is `None`.
pub(super) fn settings_of(object: &JsValue) -> Vec<(Setting, Option<String>)> {
    let of = |(setting, name): &(Setting, &str)| {
        let value = Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())?;
        Some((*setting, text_of(*setting, &value)))
    };
    Setting::ALL.iter().filter_map(of).gathered()
}

fn text_of(setting: Setting, value: &JsValue) -> Option<String> {
    if value.is_null() {
        return None;
    }
    let ids = || is_list(setting).then(|| list_of(value.dyn_ref::<Array>()?))?;
    let text = value.as_string().or_else(|| value.as_f64().map(machine_text)).or_else(ids);
    // What no text can say: no setting understands a word in brackets.
    text.or_else(|| Some(format!("[{}]", value.js_typeof().as_string()?)))
}

/// Ids as the text of a list; `None` where one is no text.
fn list_of(ids: &Array) -> Option<String> {
    let mut list = String::new();
    for id in ids.iter() {
        // An id with a space in it is none: it must not become two.
        for char in id.as_string()?.chars() {
            list.push(if char.is_whitespace() { '␣' } else { char });
        }
        list.push(' ');
    }
    Some(list)
}
