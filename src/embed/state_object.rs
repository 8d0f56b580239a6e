//! The plain objects of the JavaScript API.

use crate::browser::{BrowserNumerals, machine_text};
use compare::query::Indexed;
use compare::state::{RowLimit, Setting, View, write_fields, write_filter, write_sort, write_workload};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

/// What a reader can change, as the page sees it.
#[derive(Serialize)]
pub(super) struct StateObject {
    table: String,
    score: Option<String>,
    cost: Option<String>,
    columns: Vec<String>,
    workload: String,
    weight: f64,
    sort: String,
    filter: String,
    rows: Rows,
    page: usize,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Rows {
    Number(usize),
    All(&'static str),
}

impl StateObject {
    pub(super) fn new(view: &View, table: &Indexed) -> Self {
        let score = view.score.and_then(|column| table.columns.get(column)).map(|column| column.id.to_string());
        Self {
            table: table.id.to_string(),
            score,
            cost: view.cost_field().map(|field| field.id(table).to_owned()),
            columns: write_fields(&view.columns, table),
            workload: write_workload(&view.workload, &BrowserNumerals),
            weight: view.weight.share(),
            sort: write_sort(&view.sort, table),
            filter: write_filter(&view.filter, table, &BrowserNumerals),
            rows: match view.rows {
                RowLimit::Rows(rows) => Rows::Number(rows),
                RowLimit::All => Rows::All("all"),
            },
            page: view.page_of(table) + 1,
        }
    }
}

/// The rows after the filters.
#[derive(Serialize)]
pub(super) struct Results<'a> {
    pub total: usize,
    pub shown: usize,
    pub ids: Vec<&'a str>,
}

/// The settings that an object of the page writes, in the order in which they are set, each as text; a null is `None`.
pub(super) fn settings_of(object: &JsValue) -> Vec<(Setting, Option<String>)> {
    let of = |(setting, name): &(Setting, &str)| {
        let value = Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())?;
        Some((*setting, text_of(*setting, &value)))
    };
    Setting::ALL.iter().filter_map(of).collect()
}

fn text_of(setting: Setting, value: &JsValue) -> Option<String> {
    if value.is_null() {
        return None;
    }
    let ids = || value.dyn_ref::<Array>()?.iter().map(|id| id.as_string()).collect::<Option<Vec<String>>>();
    let ids = || (setting == Setting::Columns).then(ids)?.map(|ids| ids.join(" "));
    let text = value.as_string().or_else(|| value.as_f64().map(machine_text)).or_else(ids);
    // What no text can say: no setting understands a word in brackets.
    text.or_else(|| Some(format!("[{}]", value.js_typeof().as_string()?)))
}
