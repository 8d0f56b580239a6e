use super::claims::claims;
use super::element::{Element, tag};
use super::faq::questions;
use super::go::go_to;
use super::{Go, Handle, Wording};
use crate::browser::page_shows;
use compare::catalog::{Book, Press};
use compare::format::prose;
use compare::state::{Part, Presentation};
use compare::units::Date;
use yew::prelude::*;

/// What the parts are drawn from that say something about the tables.
#[derive(PartialEq)]
pub(super) struct BookPart {
    pub part: Part,
    pub book: Handle<Book>,
    pub presentation: Presentation,
    pub wording: Wording,
    /// The newest date of what the tables know.
    pub newest: Option<Date>,
    pub on_go: Callback<Go>,
    /// Announces something.
    pub heard: UseStateSetter<AttrValue>,
}

/// The claims, or the questions; skipped while the reader moves in the table.
pub(super) fn book_part(props: &BookPart) -> Html {
    match props.part {
        Part::Claims if !props.book.claims.is_empty() => claims(props),
        Part::Faq if !props.book.questions.is_empty() => questions(props),
        _ => Html::default(),
    }
}

impl BookPart {
    /// Whether the page shows a part, here or in another of its elements.
    pub(super) fn shows(&self, part: Part) -> bool {
        shows(&self.presentation, part)
    }

    /// Of when the figures are.
    pub(super) fn as_of(&self) -> String {
        let date = self.newest.map(|date| [" Figures as of ", &*self.wording.0.date(date), "."].concat());
        date.unwrap_or_default()
    }

    /// A text with its numbers and dates.
    pub(super) fn prose(&self, pieces: &[compare::catalog::Piece]) -> String {
        prose(pieces, &*self.wording.0)
    }

    /// A heading so many levels below the widget's own.
    pub(super) fn heading(&self, below: u8, text: &str) -> Html {
        Element::heading(self.presentation.heading_level + below, "mc-title2").text(text.to_owned()).into()
    }

    /// Buttons that lead to views.
    /// `from` is the id of the claim or question that they belong to, or empty.
    pub(super) fn presses(&self, presses: &[Press], from: &str) -> Option<Html> {
        let parts = &self.presentation.parts;
        (!presses.is_empty()).then(|| {
            let button = |press: &Press| {
                let onclick = {
                    let part = if press.chart { "chart" } else { "table" };
                    go_to(parts, &self.on_go, &press.view, part, from)
                };
                tag!(li).child(tag!(button type="button").onclick(onclick).text(press.label.to_string())).into()
            };
            tag!(ul class="mc-onward").children(presses.iter().map(button)).into()
        })
    }

    /// Where a reader may go on; once, at the end of the last of the two parts.
    pub(super) fn explore(&self) -> Option<Html> {
        let last = self.presentation.parts.iter().rfind(|part| matches!(part, Part::Claims | Part::Faq));
        let presses = self.presses(&self.book.explore, "").filter(|_| last == Some(&self.part))?;
        let label = if self.part == Part::Faq { "Explore from the questions" } else { "Explore from the claims" };
        Some(
            tag!(nav class="mc-explore"; aria-label = label)
                .child(tag!(p class="mc-credit").text("Explore:"))
                .child(presses)
                .into(),
        )
    }
}

/// Whether the page shows a part, here or in another of its elements: a fragment leads there all the same.
pub(super) fn shows(presentation: &Presentation, part: Part) -> bool {
    let word = Part::ALL.iter().find(|(other, _)| *other == part).map(|(_, word)| *word);
    presentation.parts.contains(&part) || word.is_some_and(page_shows)
}

/// The way back to the claim or question that led to a part; nothing before any other part.
pub(super) fn back(book: &Book, came: Option<&Go>, part: Part) -> Html {
    let Some(go) = came.filter(|go| go.part == part && !go.from.is_empty()) else {
        return Html::default();
    };
    let claim = book.claims.iter().find(|claim| *claim.id == *go.from).map(|claim| ["claim: ", &claim.headline]);
    let question = || book.questions.iter().find(|other| *other.id == *go.from);
    let left = claim.or_else(|| question().map(|question| ["question: ", &question.question]));
    let words = ["← Back to the ", &left.unwrap_or_default().concat()].concat();
    tag!(p class="mc-back").child(link(&go.from, words)).into()
}

/// A link to a claim or a question inside the widget.
pub(super) fn link(id: &str, text: String) -> Element {
    tag!(a; href = ["#", id].concat()).text(text)
}
