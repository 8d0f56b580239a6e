//! Small things that the browser does better than code of ours would.

use compare::units::{Date, Letters, Numerals, is_plain};
use std::cell::Cell;
use std::rc::Rc;
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

/// The day that the reader's clock shows.
#[cfg(target_arch = "wasm32")]
#[expect(clippy::unnecessary_wraps, reason = "there is no reader on the host")]
pub(crate) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Some(Date::from_key(now.get_full_year() * 10_000 + (now.get_month() + 1) * 100 + now.get_date()))
}

/// Nobody reads on the host: what is rendered there must not depend on the day on which it is.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn today() -> Option<Date> {
    None
}

/// Whether an element of the page shows a part.
#[cfg(target_arch = "wasm32")]
pub(crate) fn page_shows(part: &str) -> bool {
    let element = ["model-compare:is([show~=", part, "],[data-show~=", part, "])"].concat();
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector(&element), Ok(Some(_))))
}

/// There is no page on the host.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn page_shows(_: &str) -> bool {
    false
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

/// Does something in the next frame, once however often the browser calls for it, and never after this is dropped.
pub(crate) struct OnceAFrame {
    /// The frame that is waited for.
    frame: Rc<Cell<Option<i32>>>,
    called: Closure<dyn FnMut()>,
}

impl OnceAFrame {
    /// Nothing is called for yet.
    pub(crate) fn new(mut act: Box<dyn FnMut()>) -> Self {
        let frame = Rc::new(Cell::new(None));
        let (waiting, begun) = (Rc::clone(&frame), Rc::clone(&frame));
        let begin = Closure::<dyn FnMut()>::new(move || {
            begun.set(None);
            act();
        });
        let called = Closure::<dyn FnMut()>::new(move || {
            if waiting.get().is_none() {
                let ask = |window: web_sys::Window| window.request_animation_frame(begin.as_ref().unchecked_ref()).ok();
                waiting.set(web_sys::window().and_then(ask));
            }
        });
        Self { frame, called }
    }

    /// What the browser calls, as often as it likes.
    pub(crate) fn called(&self) -> &js_sys::Function {
        self.called.as_ref().unchecked_ref()
    }
}

impl Drop for OnceAFrame {
    fn drop(&mut self) {
        if let (Some(frame), Some(window)) = (self.frame.get(), web_sys::window()) {
            // A frame that has been can be cancelled as well.
            drop(window.cancel_animation_frame(frame));
        }
    }
}

/// Watches the size of an element until it is dropped.
pub(crate) struct SizeObserver {
    observer: web_sys::ResizeObserver,
    _changed: OnceAFrame,
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `changed` soon and after the size of an element or of what it holds has changed; `None` where the browser
/// cannot.
///
/// In the next frame: what changes sizes while the browser tells of them makes it tell the page of a loop.
pub(crate) fn observe_size(element: &web_sys::Element, changed: impl FnMut() + 'static) -> Option<SizeObserver> {
    let changed = OnceAFrame::new(Box::new(changed));
    let observer = web_sys::ResizeObserver::new(changed.called()).ok()?;
    observer.observe(element);
    if let Some(child) = element.first_element_child() {
        observer.observe(&child);
    }
    Some(SizeObserver { observer, _changed: changed })
}

/// The size of the type of an element, in pixels.
pub(crate) fn font_size(element: &web_sys::Element) -> Option<f64> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    BrowserNumerals.read(style.get_property_value("font-size").ok()?.trim_end_matches("px"))
}

/// Hears Escape on the whole page until it is dropped.
pub(crate) struct Escape(Closure<dyn FnMut(web_sys::Event)>);

impl Escape {
    /// Calls `pressed` whenever the key goes down, wherever the focus is: before anything stops it on its way.
    pub(crate) fn heard(mut pressed: impl FnMut() + 'static) -> Self {
        let escape = Self(Closure::new(move |event: web_sys::Event| {
            if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Escape" {
                pressed();
            }
        }));
        if let Some(window) = web_sys::window() {
            // A listener is refused only where its options are wrong.
            drop(window.add_event_listener_with_callback_and_bool("keydown", escape.listener(), true));
        }
        escape
    }

    fn listener(&self) -> &js_sys::Function {
        self.0.as_ref().unchecked_ref()
    }
}

impl Drop for Escape {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            drop(window.remove_event_listener_with_callback_and_bool("keydown", self.listener(), true));
        }
    }
}
