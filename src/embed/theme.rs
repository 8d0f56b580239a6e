//! Follows the page's colours, so that the widget needs none of its own.

use compare::state::Theme;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlElement, MediaQueryList};
use web_sys::{MutationObserver, MutationObserverInit, ShadowRoot};

/// Keeps the marks of an element true while the page changes its colours, or the element stands elsewhere.
pub(super) struct Follower {
    element: HtmlElement,
    choice: Rc<Cell<Theme>>,
    watched: RefCell<Option<Watched>>,
}

impl Follower {
    /// Follows the page's colours from when the element first stands on it.
    pub(super) fn new(element: HtmlElement) -> Self {
        Self { element, choice: Rc::new(Cell::new(Theme::Auto)), watched: RefCell::default() }
    }

    /// Takes other colours.
    pub(super) fn choose(&self, theme: Theme) {
        self.choice.set(theme);
        mark(&self.element, theme);
    }

    /// Marks the element anew, for it stands elsewhere now, maybe in another document.
    pub(super) fn look_again(&self) {
        mark(&self.element, self.choice.get());
        self.watched.replace(Watched::of(&self.element, &self.choice));
    }
}

/// What tells that a page may have changed its colours: the system turns light or dark, an attribute of the page's root
/// or body changes, a transition has ended.
struct Watched {
    query: Option<MediaQueryList>,
    document: Document,
    observer: Option<MutationObserver>,
    changed: Closure<dyn FnMut()>,
}

impl Watched {
    fn of(element: &HtmlElement, choice: &Rc<Cell<Theme>>) -> Option<Self> {
        let document = element.owner_document()?;
        let (marked, choice) = (element.clone(), Rc::clone(choice));
        let changed = Closure::<dyn FnMut()>::new(move || mark(&marked, choice.get()));
        let callback = changed.as_ref().unchecked_ref::<js_sys::Function>();
        let window = document.default_view();
        let query = window.and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
        if let Some(query) = &query {
            query.set_onchange(Some(callback));
        }
        // Listening to a document cannot fail.
        drop(document.add_event_listener_with_callback("transitionend", callback));
        let observer = observe(&document, callback);
        Some(Self { query, document, observer, changed })
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Some(query) = &self.query {
            query.set_onchange(None);
        }
        let callback = self.changed.as_ref().unchecked_ref();
        drop(self.document.remove_event_listener_with_callback("transitionend", callback));
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn observe(document: &Document, callback: &js_sys::Function) -> Option<MutationObserver> {
    let observer = MutationObserver::new(callback).ok()?;
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    let body = document.body().map(Element::from);
    for element in document.document_element().into_iter().chain(body) {
        observer.observe_with_options(&element, &options).ok()?;
    }
    Some(observer)
}

/// Marks an element as dark where the text colour that it inherits is light, and tells it the ground on which it lies:
/// what floats or sticks must cover what is under it. A theme that is chosen settles the first.
fn mark(element: &HtmlElement, choice: Theme) {
    let style = element.style();
    let marked = |theme: &str, chosen: bool| {
        // None of these attributes and properties can be refused.
        drop(element.set_attribute("data-theme", theme));
        drop(element.toggle_attribute_with_force("data-chosen", chosen));
    };
    if choice != Theme::Auto {
        drop(style.remove_property("--page"));
        marked(if choice == Theme::Dark { "dark" } else { "light" }, true);
        return;
    }
    // What a browser shows where nobody has chosen a ground depends on the page's scheme; only a style can ask.
    drop(style.set_property("background-color", "Canvas"));
    let canvas = computed(element, "background-color").unwrap_or_default();
    drop(style.remove_property("background-color"));
    marked("light", false);
    let layers: Vec<String> = std::iter::once(canvas).chain(grounds(element)).collect();
    let color = computed(element, "color").unwrap_or_default();
    let Some(([red, green, blue], text)) = seen(&layers, &color) else { return };
    marked(if is_light(text) { "dark" } else { "light" }, false);
    drop(style.set_property("--page", &format!("rgb({red} {green} {blue})")));
}

fn computed(element: &Element, property: &str) -> Option<String> {
    element.owner_document()?.default_view()?.get_computed_style(element).ok()??.get_property_value(property).ok()
}

/// The grounds on which an element lies, the outermost first.
fn grounds(element: &Element) -> Vec<String> {
    let mut grounds = Vec::new();
    let mut at = parent(element);
    while let Some(element) = at {
        grounds.extend(computed(&element, "background-color"));
        at = parent(&element);
    }
    grounds.reverse();
    grounds
}

/// The parent of an element, or the host of the shadow root that it stands in.
fn parent(element: &Element) -> Option<Element> {
    let host = || element.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
    element.parent_element().or_else(host)
}

/// The ground that layers make, laid one over the other, and the colour of text on it, in whatever notation a page
/// writes them: the browser paints them on two pixels.
fn seen(layers: &[String], text: &str) -> Option<([u8; 3], [u8; 3])> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(2);
    canvas.set_height(1);
    let paint: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    for layer in layers {
        paint.set_fill_style_str(layer);
        paint.fill_rect(0.0, 0.0, 2.0, 1.0);
    }
    paint.set_fill_style_str(text);
    paint.fill_rect(1.0, 0.0, 1.0, 1.0);
    match paint.get_image_data(0.0, 0.0, 2.0, 1.0).ok()?.data().0[..] {
        [red, green, blue, _, text_red, text_green, text_blue, _] => {
            Some(([red, green, blue], [text_red, text_green, text_blue]))
        }
        _ => None,
    }
}

/// Whether a colour is nearer to white than to black, by the weights of the eye's three colours (ITU-R BT.709).
fn is_light([red, green, blue]: [u8; 3]) -> bool {
    21 * u32::from(red) + 72 * u32::from(green) + 7 * u32::from(blue) > 50 * 255
}

#[cfg(test)]
mod tests {
    use super::is_light;

    #[test]
    fn the_eye_weighs_colours() {
        assert!(is_light([230, 237, 243]));
        assert!(is_light([0, 255, 0]));
        assert!(!is_light([31, 35, 40]));
        assert!(!is_light([0, 0, 255]));
    }
}
