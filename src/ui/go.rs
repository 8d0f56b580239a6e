use super::Handle;
use compare::state::{Action, Part};
use yew::prelude::*;

/// Where a reader wants to go.
#[derive(Clone, PartialEq)]
pub struct Go {
    /// The view to which it leads.
    pub way: Way,
    /// The part that is brought into view.
    pub part: Part,
    /// The id of the claim or question that led there; empty where none did.
    pub from: AttrValue,
}

/// How a view is found.
#[derive(Clone, PartialEq)]
pub enum Way {
    /// By a link that starts where the page does.
    Link(AttrValue),
    /// By something that the reader does to what is shown.
    Act(Handle<Action>),
}

/// Asks to go to the view of a link and to a part, by its name, when something is pressed. Where the page does not show
/// that part, the first of table and chart that it shows takes its place; where it shows neither, the part comes last.
pub(super) fn go_to(parts: &[Part], on_go: &Callback<Go>, link: &str, part: &str, from: &str) -> Callback<Event> {
    let wanted = Part::ALL.iter().find(|(_, name)| *name == part).map(|(part, _)| *part);
    let figures = || parts.iter().copied().find(|part| matches!(part, Part::Table | Part::Chart));
    let part = wanted.filter(|part| parts.contains(part)).or_else(figures).or(wanted).unwrap_or(Part::Table);
    let go = Go { way: Way::Link(link.to_owned().into()), part, from: from.to_owned().into() };
    on_go.reform(move |_| go.clone())
}
