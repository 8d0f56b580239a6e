//! The way through the chart for the keyboard, and for who does not see it.

use super::ground::Ground;
use super::whereabouts::Whereabouts;
use super::words::{has_room, press, sentence};
use crate::ui::element::{Element, tag};
use crate::ui::row::FULL;
use crate::ui::scene::Scene;
use compare::state::Action;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Picks the row of a point, where there is room for one more, or drops it.
pub(super) fn on_pick(scene: &Scene<'_>) -> Callback<u32> {
    let (dispatch, table) = (scene.dispatch.clone(), scene.table.clone());
    let (selected, has_room) = (scene.view.selected.clone(), has_room(scene));
    Callback::from(move |row: u32| {
        let Some(id) = table.ids.get(row as usize) else { return };
        let picked = selected.iter().any(|picked| id == picked);
        if picked || has_room {
            dispatch.emit(Action::Pick(id.to_string(), !picked));
        }
    })
}

/// A range whose value is the point of a row, in order of score: arrow keys go from point to point, Enter picks.
pub(super) fn walk(
    scene: &Scene<'_>,
    row: u32,
    ground: &Rc<Ground>,
    reader: &Whereabouts,
    pick: Callback<u32>,
) -> Element {
    let onkeydown = Callback::from(move |event: Event| {
        if matches!(&*event.unchecked_ref::<KeyboardEvent>().key(), "Enter" | " ") {
            event.prevent_default();
            pick.emit(row);
        }
    });
    let mut said = sentence(scene, row);
    if press(scene, row) == FULL {
        said = said + ". " + FULL;
    }
    let place = ground.points.iter().position(|(other, _)| *other == row).unwrap_or_default();
    tag!(input class="mc-walk" type="range" min="0" step="1"
        aria-label="Points of the chart" aria-describedby="chart-words";
        max = (ground.points.len() - 1).to_string(), aria-valuetext = said)
    .value(place.to_string())
    .oninput(reader.on_step(scene.table, ground))
    .onkeydown(onkeydown)
    .onfocusin(reader.on_told(true))
    .onfocusout(reader.on_told(false))
}
