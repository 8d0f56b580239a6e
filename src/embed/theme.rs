use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Marks an element as dark where the text colour that it inherits is light, so that it follows the page.
pub(super) fn follow(element: &HtmlElement) {
    let color = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let color = color.and_then(|style| style.get_property_value("color").ok()).unwrap_or_default();
    let theme = if is_light(&color) { "dark" } else { "light" };
    // An element that was just made takes any attribute.
    drop(element.unchecked_ref::<web_sys::Element>().set_attribute("data-theme", theme));
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
    use super::is_light;

    #[test]
    fn light_text_means_a_dark_page() {
        assert!(is_light("rgb(230, 237, 243)"));
        assert!(is_light("rgba(255, 255, 255, 0.9)"));
        assert!(is_light("color(srgb 0.9 0.92 0.9)"));
        assert!(!is_light("rgb(31, 35, 40)"));
        assert!(!is_light("color(srgb 0.1 0.12 0.1)"));
        assert!(!is_light(""));
    }
}
