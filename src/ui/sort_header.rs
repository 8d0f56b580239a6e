use super::cell::alignment;
use super::element::tag;
use super::scene::Scene;
use compare::catalog::Column;
use compare::format::{heading, unit_note};
use compare::query::{Direction, Field};
use compare::state::Action;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A column header whose button turns the sort around; with Shift it adds the column as a further key.
pub(super) fn sort_header(scene: &Scene<'_>, field: Field) -> Html {
    let (table, sort) = (scene.table, &scene.view.sort);
    let onclick = scene.dispatch.reform(move |event: Event| {
        let adds = event.unchecked_into::<MouseEvent>().shift_key();
        if adds { Action::AddKey(field) } else { Action::PressHeader(field) }
    });
    let key = sort.iter().enumerate().find(|(_, key)| key.field == field);
    let direction = key.map(|(_, key)| key.direction);
    // Only the first key is announced as the sort; the others say their place.
    let aria_sort = direction.filter(|_| key.is_some_and(|(place, _)| place == 0)).map(|direction| match direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let glyph = match direction {
        Some(Direction::Ascending) => "▲",
        Some(Direction::Descending) => "▼",
        None => "↕",
    };
    let place = key.filter(|_| sort.len() > 1).map(|(place, _)| place + 1);
    let unit = unit_note(field, table);
    let class = if field.id(table) == "name" {
        "mc-name"
    } else {
        alignment(scene.view, field, field.column(table).map(Column::kind))
    };
    let mark = place.map_or_else(|| format!("\u{a0}{glyph}"), |place| format!("\u{a0}{glyph}{place}"));
    let button = tag!(button type="button"; data-sorted = direction.map(|_| ""))
        .onclick(onclick)
        .child(tag!(span class="mc-heading").text(heading(field, table).to_owned()))
        .child(tag!(span class="mc-glyph" aria-hidden="true").text(mark))
        .maybe(place.map(|place| tag!(span class="mc-unseen").text(format!(", sort key {place}"))))
        .maybe((!unit.is_empty()).then(|| tag!(span class="mc-unit").text(unit)));
    tag!(th scope="col" role="columnheader" part="header"; class = class, aria-sort = aria_sort)
        .key(field.id(table))
        .child(button)
        .into()
}
