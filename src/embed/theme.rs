//! Follows the page's colours, so that the widget needs none of its own.

use crate::browser::OnceAFrame;
use compare::state::Theme;
use compare::units::Gather;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlElement, MediaQueryList};
use web_sys::{MutationObserver, MutationObserverInit, ShadowRoot};

/// Keeps the marks of an element true while the page changes its colours, or the element stands elsewhere.
pub(super) struct Follower {
    marks: Rc<Marks>,
    watched: RefCell<Option<Watched>>,
}

impl Follower {
    /// Follows the page's colours from when the element first stands on it.
    pub(super) fn new(element: HtmlElement) -> Self {
        let marks = Marks { element, choice: Cell::new(Theme::Auto), seen: RefCell::default(), borne: Cell::default() };
        Self { marks: Rc::new(marks), watched: RefCell::default() }
    }

    /// Takes other colours.
    pub(super) fn choose(&self, theme: Theme) {
        self.marks.choice.set(theme);
        self.marks.look();
    }

    /// Marks the element anew, for it stands elsewhere now, maybe in another document.
    pub(super) fn look_again(&self) {
        self.marks.look();
        self.watched.replace(Watched::of(&self.marks));
    }
}

/// What tells that a page may have changed its colours: the system turns light or dark, an attribute of the page's root
/// or body changes, a transition has ended. However much of it there is, the colours are looked at once a frame.
struct Watched {
    query: Option<MediaQueryList>,
    document: Document,
    observer: Option<MutationObserver>,
    changed: OnceAFrame,
}

impl Watched {
    fn of(marks: &Rc<Marks>) -> Option<Self> {
        let document = marks.element.owner_document()?;
        let marks = Rc::clone(marks);
        let changed = OnceAFrame::new(Box::new(move || marks.look()));
        let callback = changed.called();
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
        drop(self.document.remove_event_listener_with_callback("transitionend", self.changed.called()));
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

/// An element with its marks: whether its text is light, and on what ground it lies, for what floats or sticks must
/// cover what is under it.
struct Marks {
    element: HtmlElement,
    choice: Cell<Theme>,
    /// The grounds that were seen last and the text on them; nothing where the theme is chosen.
    seen: RefCell<Vec<String>>,
    borne: Cell<Option<Mark>>,
}

/// What an element is marked as.
#[derive(Clone, Copy, PartialEq)]
struct Mark {
    dark: bool,
    /// Whether the theme is chosen; otherwise the ground is the page's.
    chosen: bool,
    ground: Option<[u8; 3]>,
}

impl Marks {
    /// Marks the element as it is chosen, or as the colours are that it inherits; where these are what they were,
    /// nothing is done.
    fn look(&self) {
        let choice = self.choice.get();
        if choice != Theme::Auto {
            self.seen.take();
            self.bear(Mark { dark: choice == Theme::Dark, chosen: true, ground: None });
            return;
        }
        if self.borne.get().is_none_or(|borne| borne.chosen) {
            // A theme that was chosen has colours of its own, which hide those of the page.
            drop(self.element.remove_attribute("data-chosen"));
        }
        // Nothing has a colour before the element stands on the page.
        let Some(text) = computed(&self.element, "color").filter(|color| !color.is_empty()) else { return };
        // What a browser shows where nobody has chosen a ground; the style sheet asks for it.
        let canvas = computed(&self.element, "column-rule-color");
        let seen: Vec<String> = canvas.into_iter().chain(grounds(&self.element)).chain([text]).gathered();
        if *self.seen.borrow() == seen {
            return;
        }
        if let Some((ground, text)) = seen.split_last().and_then(|(text, layers)| paint(layers, text)) {
            self.bear(Mark { dark: is_light(text), chosen: false, ground: Some(ground) });
            self.seen.replace(seen);
        }
    }

    /// Writes what is not written yet. None of these attributes and properties can be refused.
    fn bear(&self, mark: Mark) {
        let borne = self.borne.replace(Some(mark));
        let differs = |is_other: fn(Mark, Mark) -> bool| borne.is_none_or(|borne| is_other(borne, mark));
        if differs(|borne, mark| borne.dark != mark.dark) {
            drop(self.element.set_attribute("data-theme", if mark.dark { "dark" } else { "light" }));
        }
        if mark.chosen && differs(|borne, mark| borne.chosen != mark.chosen) {
            drop(self.element.set_attribute("data-chosen", ""));
        }
        if differs(|borne, mark| borne.ground != mark.ground) {
            let style = self.element.style();
            match mark.ground {
                Some([red, green, blue]) => {
                    drop(style.set_property("--page", &format!("rgb({red} {green} {blue})")));
                }
                None => drop(style.remove_property("--page")),
            }
        }
    }
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
fn paint(layers: &[String], text: &str) -> Option<([u8; 3], [u8; 3])> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(2);
    canvas.set_height(1);
    let brush: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    for layer in layers {
        brush.set_fill_style_str(layer);
        brush.fill_rect(0.0, 0.0, 2.0, 1.0);
    }
    brush.set_fill_style_str(text);
    brush.fill_rect(1.0, 0.0, 1.0, 1.0);
    match brush.get_image_data(0.0, 0.0, 2.0, 1.0).ok()?.data().0[..] {
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
