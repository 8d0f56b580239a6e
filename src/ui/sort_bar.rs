use super::scene::Scene;
use compare::format::{count, heading};
use compare::query::{Direction, Field, SortKey};
use compare::state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The keys of the order, for those who cannot press Shift on a header, and for narrow screens that have none.
pub(super) fn sort_bar(scene: &Scene<'_>, shown: usize) -> Html {
    let keys = scene.view.sort.iter().enumerate().map(|(place, key)| {
        let label = if place == 0 { "Sorted by" } else { "then by" };
        html! { <span key={place} class="mc-key">{select(scene, label, place, Some(*key))}{turn(scene, place, *key)}</span> }
    });
    let further = scene.view.sort.len();
    html! {
        <div class="mc-sortbar">
            <span class="mc-shown">{count(shown, scene.table.len(), &*scene.wording.0)}</span>
            <span class="mc-keys" role="group" aria-label="Order">
                {for keys}
                if further < 4 {
                    <span key={further} class="mc-key">{select(scene, "then by", further, None)}</span>
                }
            </span>
        </div>
    }
}

/// The fields that can be a key: what is shown, and what is a key already.
fn fields(scene: &Scene<'_>) -> Vec<Field> {
    let name = scene.table.column("name").map(Field::Column);
    let others = scene.view.columns.iter().copied().chain(scene.view.sort.iter().map(|key| key.field));
    let mut fields: Vec<Field> = Vec::new();
    for field in name.into_iter().chain(others) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

fn select(scene: &Scene<'_>, label: &'static str, place: usize, key: Option<SortKey>) -> Html {
    let fields = fields(scene);
    let onchange = {
        let (fields, sort, table) = (fields.clone(), scene.view.sort.clone(), scene.table.clone());
        scene.dispatch.reform(move |event: Event| {
            let at = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<usize>();
            let field = at.ok().and_then(|at| fields.get(at).copied());
            Action::Sort(rekeyed(&sort, place, field.map(|field| SortKey::first(field, &table))))
        })
    };
    let taken = |field: &Field| scene.view.sort.iter().any(|key| key.field == *field);
    let options =
        fields.iter().enumerate().filter(|(_, field)| key.is_some_and(|key| key.field == **field) || !taken(field));
    let options = options.map(|(at, field)| {
        let selected = key.is_some_and(|key| key.field == *field);
        html! { <option key={at} value={at.to_string()} {selected}>{heading(*field, scene.table)}</option> }
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

fn turn(scene: &Scene<'_>, place: usize, key: SortKey) -> Html {
    let (glyph, words) = match key.direction {
        Direction::Ascending => ("▲", "ascending"),
        Direction::Descending => ("▼", "descending"),
    };
    let turned = rekeyed(&scene.view.sort, place, Some(SortKey { direction: key.direction.reversed(), ..key }));
    let onclick = scene.on_press(Action::Sort(turned));
    html! {
        <button type="button" class="mc-turn" {onclick}>
            <span aria-hidden="true">{glyph}</span><span class="mc-unseen">{format!("{words}; turn round")}</span>
        </button>
    }
}
