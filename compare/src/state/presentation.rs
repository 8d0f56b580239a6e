use super::grammar::Understood;
use crate::units::Gather;
use std::rc::Rc;

/// How a page presents the widget: what no reader changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The parts that are shown, in reading order.
    pub parts: Rc<[Part]>,
    /// The level of the widget's heading, 2 to 6.
    pub heading_level: u8,
    /// Whose colours it takes.
    pub theme: Theme,
    /// Whether it keeps the view in its address.
    pub linked: bool,
}

/// A part of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The trade-off slider.
    Slider,
    /// The reader's own use of a model.
    Workload,
    /// What narrows the rows.
    Filters,
    /// Score over cost.
    Chart,
    /// The table.
    Table,
    /// Rows side by side.
    Compare,
    /// Score and relative cost of a few rows.
    Panel,
    /// Published claims with verdicts.
    Claims,
    /// What the tables come to.
    Stats,
    /// How it came to be so.
    Trends,
    /// Questions and answers.
    Faq,
    /// Where figures come from.
    Sources,
}

/// Whose colours the widget takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page.
    Auto,
    /// Those for a light ground.
    Light,
    /// Those for a dark ground.
    Dark,
}

impl Part {
    /// Every part with the word for it.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Slider, "slider"),
        (Self::Workload, "workload"),
        (Self::Filters, "filters"),
        (Self::Chart, "chart"),
        (Self::Table, "table"),
        (Self::Compare, "compare"),
        (Self::Panel, "panel"),
        (Self::Claims, "claims"),
        (Self::Stats, "stats"),
        (Self::Trends, "trends"),
        (Self::Faq, "faq"),
        (Self::Sources, "sources"),
    ];
}

impl Theme {
    /// Every theme with the word for it.
    pub const ALL: [(Self, &'static str); 3] = [(Self::Auto, "auto"), (Self::Light, "light"), (Self::Dark, "dark")];
}

impl Default for Presentation {
    fn default() -> Self {
        let parts = Rc::from([Part::Slider, Part::Filters, Part::Chart, Part::Table]);
        Self { parts, heading_level: 3, theme: Theme::Auto, linked: false }
    }
}

impl Presentation {
    /// The presentation after an attribute is written or gone, and what was not understood; what is not understood at
    /// all is as it is without the attribute. `None` where the attribute is about something else.
    pub fn set_attribute(&self, name: &str, text: Option<&str>) -> Option<(Self, Vec<String>)> {
        let (start, text) = (Self::default(), text.map(str::trim));
        let (presentation, rest, allowed) = match name {
            "show" => {
                let read = text.map(parse_parts);
                let (parts, rest) = read.map_or((None, Vec::new()), |read| (read.value, read.rest));
                let allowed = "`slider workload filters chart table compare panel claims stats trends faq sources`";
                (Self { parts: parts.unwrap_or(start.parts), ..self.clone() }, rest, allowed)
            }
            "theme" => {
                let (theme, rest) = word(text, |text| of_word(&Theme::ALL, text));
                (Self { theme: theme.unwrap_or(start.theme), ..self.clone() }, rest, "`auto`, `light` or `dark`")
            }
            "heading-level" => {
                let level = |text: &str| text.parse().ok().filter(|level| (2..=6).contains(level));
                let (level, rest) = word(text, level);
                let heading_level = level.unwrap_or(start.heading_level);
                (Self { heading_level, ..self.clone() }, rest, "a whole number from 2 to 6")
            }
            "link-state" => {
                let (linked, rest) = word(text, |text| is_key(text).then(|| text != "none"));
                (
                    Self { linked: linked.unwrap_or(start.linked), ..self.clone() },
                    rest,
                    "`none`, or a key of 1 to 32 letters, digits, `-` and `_`",
                )
            }
            _ => return None,
        };
        let warn = |rest| format!("{name}: \"{rest}\" is not understood; allowed is {allowed}");
        Some((presentation, rest.into_iter().map(warn).gathered()))
    }
}

fn word<T>(text: Option<&str>, read: impl Fn(&str) -> Option<T>) -> (Option<T>, Vec<String>) {
    let read = text.map(|text| Understood::whole(text, read(text)));
    read.map_or((None, Vec::new()), |read| (read.value, read.rest))
}

/// Whether a text can be a key in an address.
fn is_key(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// What a word of a closed set stands for.
pub(super) fn of_word<T: Copy>(all: &[(T, &str)], text: &str) -> Option<T> {
    all.iter().find(|(_, word)| *word == text).map(|(meaning, _)| *meaning)
}

/// Reads the names of parts, each once.
fn parse_parts(text: &str) -> Understood<Rc<[Part]>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = Vec::new();
    for name in text.split_whitespace() {
        match of_word(&Part::ALL, name) {
            Some(part) if parts.contains(&part) => {}
            Some(part) => parts.push(part),
            None => rest.push(name),
        }
    }
    Understood::list(text, (!parts.is_empty()).then(|| parts.into()), &rest, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(name: &str, text: &str) -> (Presentation, Vec<String>) {
        Presentation::default().set_attribute(name, Some(text)).unwrap()
    }

    #[test]
    fn parts_are_shown_in_the_order_written_each_once() {
        let (presentation, warnings) = set("show", " table slider  table ");
        assert_eq!((&*presentation.parts, warnings), (&[Part::Table, Part::Slider][..], Vec::new()));
        for (part, word) in Part::ALL {
            assert_eq!(*set("show", word).0.parts, [part]);
        }
    }

    #[test]
    fn what_is_not_understood_is_warned_of_once_and_the_rest_holds() {
        let (presentation, warnings) = set("show", "table chat nope");
        assert_eq!(*presentation.parts, [Part::Table]);
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].starts_with("show: \"chat nope\" is not understood; allowed is `slider "));
        for (name, text) in [("show", ""), ("show", "nope"), ("theme", "blue"), ("heading-level", "7")] {
            let (presentation, warnings) = set(name, text);
            assert_eq!((presentation, warnings.len()), (Presentation::default(), 1), "{name}: {text}");
        }
    }

    #[test]
    fn a_key_is_short_and_plain() {
        for (text, linked, warnings) in
            [("mc", true, 0), ("a_B-9", true, 0), ("none", false, 0), ("a b", false, 1), ("", false, 1)]
        {
            let (presentation, said) = set("link-state", text);
            assert_eq!((presentation.linked, said.len()), (linked, warnings), "{text}");
        }
        assert!(!set("link-state", &"k".repeat(33)).0.linked);
    }

    #[test]
    fn an_attribute_that_is_gone_is_as_it_was_before() {
        let chosen = Presentation { parts: Rc::from([Part::Faq]), heading_level: 5, theme: Theme::Dark, linked: true };
        let (chosen, _) = chosen.set_attribute("link-state", None).unwrap();
        let (chosen, _) = chosen.set_attribute("show", None).unwrap();
        let (chosen, _) = chosen.set_attribute("theme", None).unwrap();
        assert_eq!(chosen, Presentation { heading_level: 5, ..Presentation::default() });
        assert_eq!(chosen.set_attribute("heading-level", None), Some((Presentation::default(), Vec::new())));
        assert_eq!(chosen.set_attribute("weight", None), None);
    }
}
