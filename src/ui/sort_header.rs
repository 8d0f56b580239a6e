use super::cell::alignment;
use super::scene::Scene;
use compare::catalog::Column;
use compare::format::{heading, unit_note};
use compare::query::{Direction, Field};
use compare::state::Action;
use yew::prelude::*;

/// A column header whose button turns the sort around; with Shift it adds the column as a further key.
pub(super) fn sort_header(scene: &Scene<'_>, field: Field) -> Html {
    let (table, sort) = (scene.table, &scene.view.sort);
    let onclick =
        scene.dispatch.reform(
            move |event: MouseEvent| {
                if event.shift_key() { Action::AddKey(field) } else { Action::PressHeader(field) }
            },
        );
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
    html! {
        <th key={field.id(table).to_owned()} scope="col" role="columnheader" part="header" {class} aria-sort={aria_sort}>
            <button type="button" {onclick} data-sorted={direction.map(|_| "")}>
                <span class="mc-heading">{heading(field, table)}</span>
                <span class="mc-glyph" aria-hidden="true">{"\u{a0}"}{glyph}{place}</span>
                if let Some(place) = place { <span class="mc-unseen">{format!(", sort key {place}")}</span> }
                if !unit.is_empty() { <span class="mc-unit">{unit}</span> }
            </button>
        </th>
    }
}
