/// Takes a text apart into letters and their accents (Unicode's form NFD).
///
/// The browser brings that with it, so the widget carries no table of letters.
pub type Decompose = fn(&str) -> String;

/// A text as search sees it: without case and accents.
pub(super) fn fold(text: &str, decompose: Decompose) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let letters = decompose(text);
    letters.chars().filter(|char| !is_accent(*char)).flat_map(char::to_lowercase).collect()
}

/// Whether a character is one of Unicode's combining diacritical marks (block U+0300 to U+036F).
fn is_accent(char: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&char)
}
