//! A file of a book while it is read: its faults, and what claims and questions write alike.

use crate::folder::File;
use crate::keys::Keys;
use crate::notes::Notes;
use crate::prose::pieces;
use compare::catalog::{Piece, Place, Press, Problem, is_id};
use compare::query::Indexed;
use compare::state::{Setting, View};
use compare::units::{RustNumerals, Text};
use std::fmt;
use std::rc::Rc;
use toml::de::DeTable;

/// A file while it is read, with the tables that it speaks of.
pub(crate) struct Sheet<'a> {
    pub(crate) file: &'a File,
    pub(crate) notes: &'a mut Notes,
    pub(crate) tables: &'a [Rc<Indexed>],
}

impl Sheet<'_> {
    pub(crate) fn fault(&mut self, place: &Place, problem: &dyn fmt::Display) {
        let spot = self.notes.spot(place);
        self.notes.fault(spot, problem);
    }

    pub(crate) fn needs(
        &mut self,
        given: Option<String>,
        place: &Place,
        what: &'static str,
        mend: &'static str,
    ) -> Text {
        if given.is_none() {
            self.notes.lacks(place, what, mend);
        }
        given.unwrap_or_default().into()
    }

    /// Refuses braces where they stand for nothing.
    pub(crate) fn plain(&mut self, text: &str, place: &Place, instead: &'static str) {
        if text.contains(['{', '}']) {
            self.fault(place, &format!("braces are shown as they are here: write figures in {instead}"));
        }
    }

    /// The pieces of a text that was written at a place.
    pub(crate) fn prose(&mut self, text: Option<String>, place: &Place) -> Vec<Piece> {
        match pieces(&text.unwrap_or_default(), self.tables) {
            Ok(pieces) => pieces,
            Err(problem) => {
                self.fault(place, &problem);
                Vec::new()
            }
        }
    }

    /// Refuses an id that is none, or that another thing has.
    pub(crate) fn id(&mut self, id: &str, place: &Place, before: &[Text], what: &'static str) {
        let place = place.key("id");
        if before.iter().any(|other| other == id) {
            let mend = "give one of them another `id`";
            self.fault(&place, &Problem::Duplicate { what, id: id.to_owned(), mend });
        } else if !id.is_empty() && !is_id(id) {
            self.fault(&place, &Problem::NoId { found: id.to_owned() });
        }
    }

    /// Refuses ids that no claim has; none where not every claim's id could be read.
    pub(crate) fn known(&mut self, ids: &[Text], place: &Place, key: &str, claims: Option<&[Text]>) {
        let Some(claims) = claims else { return };
        for id in ids.iter().filter(|id| !claims.contains(id)) {
            let known = claims.iter().map(ToString::to_string).collect();
            self.fault(&place.key(key), &Problem::Unknown { what: "claim", found: id.to_string(), known });
        }
    }

    /// Presses that lead to views.
    pub(crate) fn press(&mut self, (place, table): &(Place, &DeTable<'_>)) -> Press {
        let mut keys = Keys::new(table, place.clone(), self.file.number, self.notes);
        let (label, view, chart) = (keys.text("label"), keys.text("view"), keys.flag("chart"));
        keys.finish();
        let label = self.needs(label, place, "label", "say with `label` what a reader will see");
        let view = self.needs(view, place, "view", "write the `view` as links do, like `table:models/sort:name`");
        self.view(&view, &place.key("view"));
        Press { label, view, chart: chart.unwrap_or(false) }
    }

    /// Refuses a view that the tables cannot show.
    fn view(&mut self, view: &str, place: &Place) {
        for segment in view.split('/').filter(|segment| !segment.is_empty()) {
            let name = segment.split(':').next().unwrap_or_default();
            if Setting::parse(name).is_none() {
                let known = Setting::ALL.iter().map(|(_, name)| (*name).to_owned()).collect();
                self.fault(place, &Problem::Unknown { what: "setting", found: name.to_owned(), known });
            }
        }
        let start = self.tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        for warning in start.follow(view, self.tables, &RustNumerals).warnings {
            self.fault(place, &warning);
        }
    }
}

pub(crate) fn texts(texts: Option<Vec<String>>) -> Vec<Text> {
    texts.unwrap_or_default().into_iter().map(Text::from).collect()
}
