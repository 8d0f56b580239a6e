//! What the loader calls.

use super::mount::Widget;
use super::state_object::{Results, StateObject, settings_of};
use compare::state::Setting;
use js_sys::Promise;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The style sheet of the widget, for the loader to adopt.
#[wasm_bindgen]
pub fn styles() -> String {
    include_str!(concat!(env!("OUT_DIR"), "/styles.css")).to_owned()
}

/// A widget in an element of the page.
#[wasm_bindgen]
pub struct Mount(Rc<Widget>);

#[wasm_bindgen]
impl Mount {
    /// Mounts a widget. `root` is emptied; `language` is a BCP 47 tag or empty; `attributes` holds texts by name.
    #[wasm_bindgen(constructor)]
    pub fn new(root: HtmlElement, language: &str, attributes: &JsValue) -> Self {
        let settings = settings_of(attributes).into_iter().filter_map(|(setting, text)| Some((setting, text?)));
        Self(Widget::mount(root, language, &settings.collect::<Vec<_>>()))
    }

    /// Takes in the new text of an attribute, or that it is gone.
    #[expect(clippy::needless_pass_by_value, reason = "the boundary hands over texts")]
    pub fn attribute(&self, name: &str, text: Option<String>) {
        if let Some(setting) = Setting::parse(name) {
            self.0.set_attribute(setting, text.as_deref());
        }
    }

    /// Takes in that the element stands elsewhere now.
    pub fn moved(&self) {
        self.0.look_again();
    }

    /// What a reader can change, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> JsValue {
        let view = self.0.view();
        self.0.tables().get(view.table).map_or(JsValue::UNDEFINED, |table| plain(&StateObject::new(&view, table)))
    }

    /// Sets what a plain object says; keys that are left out keep their value.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, state: &JsValue) {
        for (setting, text) in settings_of(state) {
            self.0.set(setting, text.as_deref());
        }
    }

    /// The rows after the filters, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn results(&self) -> JsValue {
        let view = self.0.view();
        self.0.tables().get(view.table).map_or(JsValue::UNDEFINED, |table| {
            let ids = view.ids(table);
            plain(&Results { total: table.len(), shown: ids.len(), ids })
        })
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
