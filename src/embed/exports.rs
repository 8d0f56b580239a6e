//! What the loader calls.

use super::mount::{Host, Widget};
use super::state_object::{Results, insights_object, object_of, settings_of, state_object};
use crate::browser::BrowserNumerals;
use crate::styles::STYLES;
use compare::format::{csv, markdown};
use compare::units::Gather;
use js_sys::{Function, Object, Promise, TypeError};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The style sheet of the widget, for the loader to adopt.
#[wasm_bindgen]
pub fn styles() -> String {
    STYLES.to_owned()
}

/// Calls a function with a message when the code fails for good: nothing of it may be called after that.
#[wasm_bindgen]
pub fn on_panic(failed: Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        let message = JsValue::from_str(&panic.to_string());
        // Nobody is left to hear that it could not be told.
        drop(failed.call1(&JsValue::NULL, &message));
    }));
}

/// A widget of an element of the page.
#[wasm_bindgen]
pub struct Mount(Rc<Widget>);

#[wasm_bindgen]
impl Mount {
    /// A widget that is not drawn yet; `language` is a BCP 47 tag or empty.
    ///
    /// # Errors
    ///
    /// Where there is no page.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host, language: &str) -> Result<Self, JsError> {
        Widget::new(host, language).map(Self).ok_or_else(|| JsError::new("there is no page"))
    }

    /// The element in which it is drawn.
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> Option<HtmlElement> {
        self.0.root()
    }

    /// Takes in the new text of an attribute, or that it is gone; `quietly` warns of nothing.
    #[expect(clippy::needless_pass_by_value, reason = "the boundary hands over texts")]
    pub fn attribute(&self, name: &str, text: Option<String>, quietly: bool) {
        self.0.set_attribute(name, text.as_deref(), quietly);
    }

    /// Draws what is in force, once everything is written with which it starts.
    pub fn draw(&self) {
        self.0.draw();
    }

    /// Takes in that its element stands elsewhere now.
    pub fn moved(&self) {
        self.0.look_again();
    }

    /// What a reader can change, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> Option<Object> {
        self.0.table().map(|table| state_object(&self.0.view(), &table))
    }

    /// Sets what a plain object says; keys that are left out keep their value.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, state: &JsValue) {
        for (setting, text) in settings_of(state) {
            self.0.set(setting, text.as_deref());
        }
    }

    /// Takes a data set in place of the compiled-in tables.
    ///
    /// # Errors
    ///
    /// A `TypeError` that names each fault with its place; what was shown stays.
    #[wasm_bindgen(setter)]
    pub fn set_data(&self, data: &JsValue) -> Result<(), JsValue> {
        self.0.set_data(data).map_err(|message| TypeError::new(&message).into())
    }

    /// Takes the compiled-in tables again.
    pub fn reset(&self) {
        self.0.reset_data();
    }

    /// The rows after the filters, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn results(&self) -> JsValue {
        self.0.table().map_or(JsValue::UNDEFINED, |table| {
            let ids = self.0.view().ids(&table).into_iter().gathered();
            plain(&Results { total: table.len(), shown: ids.len(), ids })
        })
    }

    /// Who wins where, who is dominated by none, who is tied with the best, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn insights(&self) -> Option<Object> {
        self.0.table().map(|table| insights_object(&self.0.view().insights(&table)))
    }

    /// All rows after the filters in shown order, with the shown columns, as RFC 4180 has it.
    #[wasm_bindgen(getter)]
    pub fn csv(&self) -> String {
        self.0.asked(|question, fields, rows| csv(question, fields, rows, &BrowserNumerals))
    }

    /// The same as a table of Markdown.
    #[wasm_bindgen(getter)]
    pub fn markdown(&self) -> String {
        self.0.asked(|question, fields, rows| markdown(question, fields, rows, &self.0.words(question)))
    }

    /// The chart as a file of SVG; empty where there is none.
    #[wasm_bindgen(getter)]
    pub fn picture(&self) -> String {
        self.0.picture()
    }

    /// What differs from the start of the page, as a short text; empty where nothing does.
    #[wasm_bindgen(getter)]
    pub fn link(&self) -> String {
        self.0.link()
    }

    /// Shows what such a text says.
    #[wasm_bindgen(setter)]
    pub fn set_link(&self, link: &str) {
        self.0.follow(link);
    }

    /// The attributes that show this view elsewhere, texts by name.
    #[wasm_bindgen(getter)]
    pub fn embed(&self) -> Object {
        object_of(self.0.embed().iter().map(|(setting, text)| (setting.name(), JsValue::from_str(text))))
    }

    /// Says something to the reader, with a text to copy by hand where there is one.
    pub fn say(&self, said: String, text: Option<String>) {
        self.0.say(said, text.unwrap_or_default());
    }

    /// A promise that resolves when the view shows the last change made.
    #[wasm_bindgen(getter)]
    pub fn updated(&self) -> Promise {
        Promise::new(&mut |resolve, _| self.0.when_shown(resolve))
    }
}

fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
