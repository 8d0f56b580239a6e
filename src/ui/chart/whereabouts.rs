//! Where the reader is among the points of the chart, with the keyboard and with the mouse.

use super::ground::Ground;
use crate::ui::Handle;
use compare::chart::nearest;
use compare::query::Indexed;
use compare::units::Text;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// How near a point the mouse must be at least, in pixels: half of what a target measures.
const REACH: f64 = 12.0;

/// The ids of the rows at whose points the keyboard and the mouse are, for positions change with the table; and whether
/// the keyboard's is told of where the mouse is at none.
pub(super) struct Whereabouts {
    pub here: UseStateHandle<Option<Text>>,
    pub hovered: UseStateHandle<Option<Text>>,
    pub told: UseStateHandle<bool>,
}

/// Where the reader is: at no point, until something is done.
#[hook]
pub(super) fn use_whereabouts() -> Whereabouts {
    Whereabouts {
        here: use_state_eq(|| None::<Text>),
        hovered: use_state_eq(|| None::<Text>),
        told: use_state_eq(|| false),
    }
}

impl Whereabouts {
    /// Follows the mouse on a stage; a press on a point picks its row.
    pub(super) fn on_mouse(
        &self,
        stage: &NodeRef,
        (table, ground): (&Handle<Indexed>, &Rc<Ground>),
        pick: &Callback<u32>,
    ) -> Callback<Event> {
        let (here, hovered, stage, ground) =
            (self.here.clone(), self.hovered.clone(), stage.clone(), Rc::clone(ground));
        let (table, pick) = (table.clone(), pick.clone());
        Callback::from(move |event: Event| {
            let Some(row) = pointed_at(&event, &stage, &ground) else { return };
            let id = table.ids.get(row as usize).cloned();
            hovered.set(id.clone());
            if event.type_() == "click" {
                here.set(id);
                pick.emit(row);
            }
        })
    }

    /// Takes in that the mouse has left.
    pub(super) fn on_leave(&self) -> Callback<Event> {
        let hovered = self.hovered.clone();
        Callback::from(move |_: Event| hovered.set(None))
    }

    /// Has the keyboard's point told, or no longer.
    pub(super) fn on_told(&self, shown: bool) -> Callback<Event> {
        let told = self.told.clone();
        Callback::from(move |_: Event| told.set(shown))
    }

    /// Follows the keyboard from point to point.
    pub(super) fn on_step(&self, table: &Handle<Indexed>, ground: &Rc<Ground>) -> Callback<Event> {
        let (here, hovered, told) = (self.here.clone(), self.hovered.clone(), self.told.clone());
        let (ground, table) = (Rc::clone(ground), table.clone());
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlInputElement>().value_as_number() as usize;
            let row = ground.points.get(place).map(|(row, _)| *row);
            here.set(row.and_then(|row| table.ids.get(row as usize).cloned()));
            told.set(true);
            // A mouse that only rests hides nothing of it.
            hovered.set(None);
        })
    }
}

/// The row whose point the mouse is at, or near enough; none where it is over what is said of one.
fn pointed_at(event: &Event, stage: &NodeRef, ground: &Ground) -> Option<u32> {
    let (stage, target) = (stage.cast::<Element>()?, event.target_dyn_into::<Element>()?);
    if target.closest(".mc-tip").is_ok_and(|tip| tip.is_some()) {
        return None;
    }
    let (mouse, rect) = (event.unchecked_ref::<MouseEvent>(), stage.get_bounding_client_rect());
    let place = (f64::from(mouse.client_x()) - rect.left(), f64::from(mouse.client_y()) - rect.top());
    let points = ground.points.iter().map(|(_, point)| *point);
    Some(ground.points.get(nearest(points, place, REACH.max(ground.frame.em))?)?.0)
}
