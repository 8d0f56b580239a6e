/// Turns a text into lower case.
///
/// The browser does that for its page: Rust's own table of letters would add 14 KB to the widget.
pub type Lower = fn(&str) -> String;

/// What is known of letters beyond ASCII: who has none of them need not ask.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// Turns a text into lower case.
    pub lower: Lower,
    /// Takes a text apart into letters and their accents (Unicode's form NFD).
    pub decompose: fn(&str) -> String,
}

impl Letters {
    /// A text as search sees it: without case and accents.
    pub fn fold(self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_ascii_lowercase();
        }
        let letters = (self.lower)(&(self.decompose)(text));
        // Lower case writes a sigma that ends a word in a way of its own.
        letters.chars().filter(|char| !is_accent(*char)).map(|char| if char == 'ς' { 'σ' } else { char }).collect()
    }
}

/// Whether a character is one of Unicode's combining diacritical marks (block U+0300 to U+036F).
fn is_accent(char: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&char)
}
