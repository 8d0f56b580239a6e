use super::element::{said, tag};
use super::scene::Scene;
use super::select::select;
use compare::format::{count, heading};
use compare::query::{Direction, Field, SortKey};
use compare::state::Action;
use compare::units::Gather;
use yew::prelude::*;

/// The keys of the order, for those who cannot press Shift on a header, and for narrow screens that have none.
///
/// `all` says whether a narrow screen shows every column of a row, and can be turned.
pub(super) fn sort_bar(scene: &Scene<'_>, shown: usize, all: &UseStateHandle<bool>) -> Html {
    let keys = scene.view.sort.iter().enumerate().map(|(place, key)| {
        let label = if place == 0 { "Sorted by" } else { "then by" };
        let choice = key_choice(scene, label, place, Some(*key));
        tag!(span class="mc-key").key(place).child(choice).child(turn(scene, place, *key)).into()
    });
    let further = scene.view.sort.len();
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: Event| all.set(!*all))
    };
    let another = || {
        let choice = key_choice(scene, "then by", further, None);
        // As many children as a key in force has, so that the select, and the focus in it, stays when it becomes one.
        tag!(span class="mc-key").key(further).child(choice).child(Html::default()).into()
    };
    let keys =
        tag!(span class="mc-keys" role="group" aria-label="Order").children(keys).children((further < 4).then(another));
    let more = tag!(button type="button" class="mc-more"; aria-pressed = said(**all)).onclick(onclick);
    let shown = count(shown, scene.table.len(), &*scene.wording.0);
    tag!(div class="mc-sortbar")
        .child(tag!(span class="mc-shown" tabindex="-1").text(shown))
        .child(keys)
        .child(more.text("All columns"))
        .into()
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

fn key_choice(scene: &Scene<'_>, label: &'static str, place: usize, key: Option<SortKey>) -> Html {
    let (table, sort) = (scene.table.clone(), scene.view.sort.clone());
    let taken = |field: &Field| key.is_none_or(|key| key.field != *field) && sort.iter().any(|key| key.field == *field);
    let option = |field: Field| (field.id(&table).to_owned().into(), heading(field, &table).to_owned().into());
    let none = (place > 0).then(|| ("".into(), "—".into()));
    let fields = fields(scene).into_iter().filter(|field| !taken(field)).map(option);
    let options: Vec<(AttrValue, AttrValue)> = none.into_iter().chain(fields).gathered();
    let current = key.map(|key| key.field.id(&table).to_owned()).unwrap_or_default();
    let on_choose = scene.dispatch.reform(move |id: AttrValue| {
        let key = Field::parse(&id, &table).map(|field| SortKey::first(field, &table));
        Action::Sort(rekeyed(&sort, place, key))
    });
    select(label, None, options, &current.into(), &on_choose)
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
    let words = format!("{}: {words}; turn round", heading(key.field, scene.table));
    tag!(button type="button" class="mc-turn")
        .onclick(onclick)
        .child(tag!(span aria-hidden="true").text(glyph))
        .child(tag!(span class="mc-unseen").text(words))
        .into()
}
