//! Small things that the browser does better than code of ours would.

use compare::units::{Letters, Numerals, is_plain};
use wasm_bindgen::prelude::*;

/// What the browser knows of letters.
pub(crate) const LETTERS: Letters = Letters {
    lower: |text| js_sys::JsString::from(text).to_lower_case().into(),
    decompose: |text| js_sys::JsString::from(text).normalize("NFD").into(),
};

/// A number as a link or an input writes it.
#[cfg(target_arch = "wasm32")]
pub(crate) fn machine_text(number: f64) -> String {
    BrowserNumerals.write(number)
}

/// The same where there is no browser: on the host, which renders the markup.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn machine_text(number: f64) -> String {
    compare::units::RustNumerals.write(number)
}

/// Numbers of machine text, read and written by the browser.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BrowserNumerals;

impl Numerals for BrowserNumerals {
    fn read(&self, text: &str) -> Option<f64> {
        let number = is_plain(text).then(|| js_sys::Number::from(JsValue::from_str(text)).value_of());
        number.filter(|number| number.is_finite())
    }

    fn write(&self, number: f64) -> String {
        String::from(js_sys::Number::from(number).to_string_with_radix(10).unwrap_or_default())
    }
}

/// Watches the size of an element until it is dropped.
pub(crate) struct SizeObserver {
    observer: web_sys::ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `changed` now and whenever the size of an element or of what it holds changes; `None` where the browser cannot.
pub(crate) fn observe_size(element: &web_sys::Element, changed: impl FnMut() + 'static) -> Option<SizeObserver> {
    let callback = Closure::<dyn FnMut()>::new(changed);
    let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    if let Some(child) = element.first_element_child() {
        observer.observe(&child);
    }
    Some(SizeObserver { observer, _callback: callback })
}
