use super::{Handle, Share, Wording};
use compare::format::Words;
use compare::query::{Indexed, Passing, Question, Tradeoff};
use compare::state::{Action, Presentation, View};
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
    pub wording: &'a Wording,
    pub presentation: &'a Presentation,
    /// What the widget says beside the view.
    pub notice: &'a AttrValue,
    pub dispatch: &'a Callback<Action>,
    pub on_share: &'a Callback<Share>,
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
        self.dispatch.reform(move |event: Event| {
            let widget = event.target_dyn_into::<Element>().and_then(|button| button.closest(".mc").ok().flatten());
            let count = widget.and_then(|widget| widget.query_selector(".mc-shown").ok().flatten());
            if let Some(count) = count.and_then(|count| count.dyn_into::<HtmlElement>().ok()) {
                // Only an element that is gone refuses the focus.
                drop(count.focus());
            }
            action.clone()
        })
    }
}
