use super::{Handle, Wording};
use compare::format::Words;
use compare::query::{Failing, Indexed, Question, Tradeoff};
use compare::state::{Action, View};
use std::rc::Rc;
use yew::prelude::*;

/// What everything is drawn from: the table, what the reader chose, and what follows from it.
pub(super) struct Scene<'a> {
    pub tables: &'a Handle<[Rc<Indexed>]>,
    pub table: &'a Handle<Indexed>,
    pub view: &'a View,
    pub tradeoff: &'a Handle<Tradeoff>,
    pub failing: &'a Handle<Failing>,
    pub wording: &'a Wording,
    pub dispatch: &'a Callback<Action>,
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
    pub(super) fn on_press(&self, action: Action) -> Callback<MouseEvent> {
        self.dispatch.reform(move |_| action.clone())
    }
}
