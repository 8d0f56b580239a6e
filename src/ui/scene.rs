use super::share::Notice;
use super::{Go, Handle, Share, Wording};
use compare::format::Words;
use compare::query::{Field, Indexed, Passing, Question, Standing, Tradeoff};
use compare::state::{Action, Presentation, View};
use compare::units::Date;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What everything is drawn from: the table, what the reader chose, and what follows from it.
pub(super) struct Scene<'a> {
    pub tables: &'a Handle<[Rc<Indexed>]>,
    pub table: &'a Handle<Indexed>,
    pub view: &'a View,
    pub tradeoff: &'a Handle<Tradeoff>,
    pub passing: &'a Handle<Passing>,
    /// How the rows after the filters stand among each other.
    pub standing: &'a Handle<Standing>,
    pub wording: &'a Wording,
    pub presentation: &'a Presentation,
    /// What the widget says beside the view.
    pub notice: &'a Notice,
    pub dispatch: &'a Callback<Action>,
    pub on_share: &'a Callback<Share>,
    /// Leads to another view.
    pub on_go: &'a Callback<Go>,
    /// The day on which figures are read.
    pub today: Option<Date>,
    /// Opens the card of a figure: the position of its row, and its field.
    pub on_card: &'a Callback<(u32, Field)>,
}

impl<'a> Scene<'a> {
    /// What can be asked of it.
    pub(super) fn question(&self) -> Question<'a> {
        Question { table: self.table, tradeoff: self.tradeoff, weight: self.view.weight }
    }

    /// Words for what the table holds.
    pub(super) fn words(&self) -> Words<'a> {
        self.wording.of(self.table)
    }

    /// Asks for a change when something is pressed.
    pub(super) fn on_press(&self, action: Action) -> Callback<Event> {
        self.dispatch.reform(move |_| action.clone())
    }

    /// Asks for a change when a button is pressed that goes away with it; the focus moves on to the count of rows.
    pub(super) fn on_lift(&self, action: Action) -> Callback<Event> {
        // Where no table is shown the slider stays, or the points of the chart, or a button.
        self.on_gone(&[".mc-shown", "#weight", ".mc-walk", "button"], action)
    }

    /// The same; the focus moves on to the first of some selectors that finds something.
    pub(super) fn on_gone(&self, stays: &'static [&'static str], action: Action) -> Callback<Event> {
        self.dispatch.reform(move |event: Event| {
            focus(&event, stays);
            action.clone()
        })
    }
}

/// Moves the focus to what the first of some selectors finds in the widget of an event.
pub(super) fn focus(event: &Event, selectors: &[&str]) {
    let widget = event.target_dyn_into::<Element>().and_then(|button| button.closest(".mc").ok().flatten());
    let find = |name: &&str| widget.as_ref().and_then(|widget| widget.query_selector(name).ok().flatten());
    let found = selectors.iter().find_map(find);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // Only an element that is gone refuses the focus.
        drop(found.focus());
    }
}
