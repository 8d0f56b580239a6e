//! A view as a short text that a link can carry: what differs from where the page starts.

use super::grammar::{decode, percent_encode};
use super::{Action, Outcome, Setting, View};
use crate::query::Indexed;
use crate::units::{Gather, Numerals};
use std::rc::Rc;

/// What programs that find links in a text take for the end of a sentence, not of the link.
const CLOSING: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '\'', '"', '*', '_', '~', ' '];

/// Clauses without the space between them; in a value no semicolon stands as it is.
fn packed(text: &str) -> String {
    text.split(';').map(str::trim_start).joined(";")
}

impl View {
    /// What differs from the view with which the page starts: `weight:0.7/sort:-price-input`, in the order in which
    /// settings are set; empty where nothing does. The table is narrowed already.
    pub fn link(&self, start: &Self, table: &Indexed, tables: &[Rc<Indexed>], numerals: &dyn Numerals) -> String {
        let segments = self.differences(start, table, tables, numerals).into_iter().map(|(setting, text)| {
            let text = percent_encode(&packed(&text), |_, char| char == '/' || char == '%');
            format!("{}:{text}", setting.name())
        });
        let mut link = segments.joined("/");
        if link.ends_with(CLOSING) {
            // What closes a sentence is cut off links.
            link.push('/');
        }
        link
    }

    /// The settings whose text differs from that of another view, with this view's text, in the order in which they are
    /// set. Where the table differs, the others are compared with what its choice resets them to.
    pub fn differences(
        &self,
        other: &Self,
        table: &Indexed,
        tables: &[Rc<Indexed>],
        numerals: &dyn Numerals,
    ) -> Vec<(Setting, String)> {
        let start = other.apply(Action::Choose(self.table), tables);
        let chosen = (self.table != other.table).then(|| (Setting::Table, table.id.to_string()));
        let differs = |(setting, _): &(Setting, &str)| {
            let text = self.text(*setting, table, numerals)?;
            (start.text(*setting, table, numerals).as_ref() != Some(&text)).then_some((*setting, text))
        };
        chosen.into_iter().chain(Setting::ALL.iter().filter_map(differs)).gathered()
    }

    /// The view that a link makes of this one, with which the page starts. What it says in words of another version is
    /// passed over; what was mangled on its way is warned of, and the rest holds.
    pub fn follow(&self, link: &str, tables: &[Rc<Indexed>], numerals: &dyn Numerals) -> Outcome {
        let mut outcome = Outcome { view: self.clone(), warnings: Vec::new() };
        let link = link.trim_end_matches(CLOSING);
        for (name, text) in link.split('/').filter_map(|segment| segment.split_once(':')) {
            if let Some(setting) = Setting::parse(name) {
                let next = outcome.view.set(setting, Some(&decode(text)), tables, numerals);
                outcome.view = next.view;
                outcome.warnings.extend(next.warnings);
            }
        }
        outcome
    }
}
