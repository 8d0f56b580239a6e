/// Names that an id may not have: they mean something else in a filter or a sort.
const RESERVED: [&str; 4] = ["value", "workload", "text", "missing"];

/// Whether a text can be the id of a table, column, row or source.
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_id_char) && !RESERVED.contains(&text)
}

fn is_id_char(char: char) -> bool {
    matches!(char, 'a'..='z' | '0'..='9' | '-' | '.')
}

/// The id that a name makes: in lower case, each run of characters that no id holds a `-`, ends trimmed.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = false;
    for char in name.to_ascii_lowercase().chars() {
        if is_id_char(char) {
            slug.push(char);
        } else if !gap {
            slug.push('-');
        }
        gap = !is_id_char(char);
    }
    slug.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_makes_an_id() {
        assert_eq!(slug("DeepSeek-V3.2-Exp (Chat)"), "deepseek-v3.2-exp-chat");
        assert_eq!(slug("o3 (high) + gpt-4.1"), "o3-high-gpt-4.1");
        assert_eq!(slug("  "), "");
    }

    #[test]
    fn ids_are_lower_case_and_not_reserved() {
        assert!(is_id("gpt-4.1"));
        for text in ["", "GPT", "a b", "a_b", "value", "missing"] {
            assert!(!is_id(text), "{text}");
        }
    }
}
