use super::Handle;
use super::wording::use_wording;
use compare::format::{count, heading};
use compare::query::{Direction, Field, Indexed, SortKey};
use compare::state::Action;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct SortBarProps {
    pub table: Handle<Indexed>,
    pub columns: Rc<[Field]>,
    pub sort: Vec<SortKey>,
    pub shown: usize,
    pub dispatch: Callback<Action>,
}

/// The keys of the order, for those who cannot press Shift on a header, and for narrow screens that have none.
#[component]
pub(super) fn SortBar(props: &SortBarProps) -> Html {
    let wording = use_wording();
    let keys = props.sort.iter().enumerate().map(|(place, key)| {
        let label = if place == 0 { "Sorted by" } else { "then by" };
        html! { <span key={place} class="mc-key">{select(props, label, place, Some(*key))}{turn(props, place, *key)}</span> }
    });
    let further = props.sort.len();
    html! {
        <div class="mc-sortbar">
            <span class="mc-shown">{count(props.shown, props.table.len(), &*wording.0)}</span>
            <span class="mc-keys" role="group" aria-label="Order">
                {for keys}
                if further < 4 {
                    <span key={further} class="mc-key">{select(props, "then by", further, None)}</span>
                }
            </span>
        </div>
    }
}

/// The fields that can be a key: what is shown, and what is a key already.
fn fields(props: &SortBarProps) -> Vec<Field> {
    let name = props.table.column("name").map(Field::Column);
    let others = props.columns.iter().copied().chain(props.sort.iter().map(|key| key.field));
    let mut fields: Vec<Field> = Vec::new();
    for field in name.into_iter().chain(others) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

fn select(props: &SortBarProps, label: &'static str, place: usize, key: Option<SortKey>) -> Html {
    let fields = fields(props);
    let onchange = {
        let (fields, sort, table) = (fields.clone(), props.sort.clone(), props.table.clone());
        props.dispatch.reform(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<usize>();
            let field = at.ok().and_then(|at| fields.get(at).copied());
            Action::Sort(rekeyed(&sort, place, field.map(|field| SortKey::first(field, &table))))
        })
    };
    let taken = |field: &Field| props.sort.iter().any(|key| key.field == *field);
    let options =
        fields.iter().enumerate().filter(|(_, field)| key.is_some_and(|key| key.field == **field) || !taken(field));
    let options = options.map(|(at, field)| {
        let selected = key.is_some_and(|key| key.field == *field);
        html! { <option key={at} value={at.to_string()} {selected}>{heading(*field, &props.table)}</option> }
    });
    html! {
        <label>{label}{" "}
            <select {onchange}>
                if place > 0 { <option value="" selected={key.is_none()}>{"—"}</option> }
                {for options}
            </select>
        </label>
    }
}

/// The sort with another key at a place; without one the keys from there on fall away.
fn rekeyed(sort: &[SortKey], place: usize, key: Option<SortKey>) -> Vec<SortKey> {
    let mut keys: Vec<SortKey> = sort.to_vec();
    match key {
        Some(key) if place < keys.len() => keys[place] = key,
        Some(key) => keys.push(key),
        None => keys.truncate(place),
    }
    keys
}

fn turn(props: &SortBarProps, place: usize, key: SortKey) -> Html {
    let (glyph, words) = match key.direction {
        Direction::Ascending => ("▲", "ascending"),
        Direction::Descending => ("▼", "descending"),
    };
    let turned = rekeyed(&props.sort, place, Some(SortKey { direction: key.direction.reversed(), ..key }));
    let onclick = props.dispatch.reform(move |_: MouseEvent| Action::Sort(turned.clone()));
    html! {
        <button type="button" class="mc-turn" {onclick}>
            <span aria-hidden="true">{glyph}</span><span class="mc-unseen">{format!("{words}; turn round")}</span>
        </button>
    }
}
