//! Follows the page's colours, so that the widget needs none of its own.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MediaQueryList, ShadowRoot};

/// Keeps the marks of [`mark`] true while the reader's system changes between light and dark.
pub(super) struct Theme {
    query: Option<MediaQueryList>,
    _changed: Closure<dyn FnMut()>,
}

impl Theme {
    /// Marks an element now and whenever the system's choice changes.
    pub(super) fn follow(element: HtmlElement) -> Self {
        mark(&element);
        let query =
            web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
        let changed = Closure::<dyn FnMut()>::new(move || mark(&element));
        if let Some(query) = &query {
            query.set_onchange(Some(changed.as_ref().unchecked_ref()));
        }
        Self { query, _changed: changed }
    }
}

impl Drop for Theme {
    fn drop(&mut self) {
        if let Some(query) = &self.query {
            query.set_onchange(None);
        }
    }
}

/// Marks an element as dark where the text colour that it inherits is light, and tells it the ground on which it lies:
/// what floats or sticks must cover what is under it.
fn mark(element: &HtmlElement) {
    let color = computed(element, "color").unwrap_or_default();
    let theme = if is_light(&color) { "dark" } else { "light" };
    // Neither a plain attribute nor a custom property can be refused.
    drop(element.set_attribute("data-theme", theme));
    drop(element.style().set_property("--page", &ground(element)));
}

fn computed(element: &Element, property: &str) -> Option<String> {
    web_sys::window()?.get_computed_style(element).ok()??.get_property_value(property).ok()
}

/// The colour that shows behind an element: of the nearest ancestor that has one.
fn ground(element: &Element) -> String {
    let mut at = Some(element.clone());
    while let Some(element) = at {
        match computed(&element, "background-color") {
            Some(color) if !is_clear(&color) => return color,
            _ => at = parent(&element),
        }
    }
    "Canvas".to_owned()
}

/// The parent of an element, or the host of the shadow root that it stands in.
fn parent(element: &Element) -> Option<Element> {
    let host = || element.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
    element.parent_element().or_else(host)
}

/// Whether a computed colour lets what is behind shine through wholly.
fn is_clear(color: &str) -> bool {
    color.starts_with("rgba(") && color.ends_with(", 0)") || color.ends_with("/ 0)")
}

/// Whether a computed colour, `rgb(230, 237, 243)` or `color(srgb 0.9 0.9 0.9)`, is nearer to white than to black.
fn is_light(color: &str) -> bool {
    let full = if color.starts_with("color(") { 1_000 } else { 255_000 };
    let parts: Vec<u32> = color
        .split(|char: char| !char.is_ascii_digit() && char != '.')
        .filter(|part| part.bytes().any(|byte| byte.is_ascii_digit()))
        .take(3)
        .map(thousandths)
        .collect();
    let [red, green, blue] = parts[..] else { return false };
    // Relative weights of the eye's three colours, in hundredths (ITU-R BT.709).
    21 * red + 72 * green + 7 * blue > 50 * full
}

/// A short decimal in thousandths.
fn thousandths(part: &str) -> u32 {
    let (whole, decimals) = part.split_once('.').unwrap_or((part, ""));
    let digit = |place: usize| decimals.as_bytes().get(place).map_or(0, |byte| u32::from(byte - b'0'));
    whole.parse::<u32>().unwrap_or(0) * 1_000 + digit(0) * 100 + digit(1) * 10 + digit(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_text_means_a_dark_page() {
        assert!(is_light("rgb(230, 237, 243)"));
        assert!(is_light("rgba(255, 255, 255, 0.9)"));
        assert!(is_light("color(srgb 0.9 0.92 0.9)"));
        assert!(!is_light("rgb(31, 35, 40)"));
        assert!(!is_light("color(srgb 0.1 0.12 0.1)"));
        assert!(!is_light(""));
    }

    #[test]
    fn a_colour_without_opacity_is_no_ground() {
        assert!(is_clear("rgba(0, 0, 0, 0)"));
        assert!(!is_clear("rgb(0, 0, 0)"));
        assert!(!is_clear("rgba(255, 255, 255, 0.5)"));
    }
}
