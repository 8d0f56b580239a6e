/// A number with what it counts, such as `70.2 %` or `3 points`: no line ends between the two.
pub fn counted(mut number: String, what: &str) -> String {
    number.push('\u{a0}');
    number.push_str(what);
    number
}
