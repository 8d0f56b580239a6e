use compare::query::{Direction, Field};
use compare::state::Action;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct SortHeaderProps {
    pub class: &'static str,
    pub label: AttrValue,
    /// What its numbers count; may be empty.
    pub unit: AttrValue,
    pub field: Field,
    /// Which key of the sort it is, from 0, and in which direction.
    pub sorted: Option<(usize, Direction)>,
    /// How many keys the sort has.
    pub keys: usize,
    pub dispatch: Callback<Action>,
}

/// A column header whose button turns the sort around; with Shift it adds the column as a further key.
#[component]
pub(super) fn SortHeader(props: &SortHeaderProps) -> Html {
    let onclick = {
        let (field, dispatch) = (props.field, props.dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            dispatch.emit(if event.shift_key() { Action::AddKey(field) } else { Action::PressHeader(field) });
        })
    };
    let first = props.sorted.filter(|(place, _)| *place == 0).map(|(_, direction)| direction);
    let aria_sort = first.map(|direction| match direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let glyph = match props.sorted {
        Some((_, Direction::Ascending)) => "▲",
        Some((_, Direction::Descending)) => "▼",
        None => "↕",
    };
    let place = props.sorted.filter(|_| props.keys > 1).map(|(place, _)| place + 1);
    html! {
        <th scope="col" role="columnheader" part="header" class={props.class} aria-sort={aria_sort}>
            <button type="button" {onclick} data-sorted={props.sorted.is_some().then_some("")}>
                <span class="mc-heading">{&props.label}</span>
                <span class="mc-glyph" aria-hidden="true">{"\u{a0}"}{glyph}{place}</span>
                if let Some(place) = place { <span class="mc-unseen">{format!(", sort key {place}")}</span> }
                if !props.unit.is_empty() { <span class="mc-unit">{&props.unit}</span> }
            </button>
        </th>
    }
}
