use super::element::tag;
use super::scene::Scene;
use compare::format::count;
use compare::state::{Action, Part};
use std::rc::Rc;
use yew::prelude::*;

/// Whether the comparison is about other rows than those that the page itself compares.
pub(super) fn is_narrowed(scene: &Scene<'_>, own: &Rc<[String]>) -> bool {
    !scene.view.only.is_empty() && scene.view.only != *own
}

/// Above the table, or the chart where there is none: that a press or a link has narrowed what is compared, and to how
/// many rows, with a press that returns to the rows that the page itself compares.
pub(super) fn narrowed(scene: &Scene<'_>, own: &Rc<[String]>, parts: &[Part], part: Part) -> Html {
    let first = if parts.contains(&Part::Table) { Part::Table } else { Part::Chart };
    let Some(whole) = scene.tables.get(scene.view.table).filter(|_| part == first && is_narrowed(scene, own)) else {
        return Html::default();
    };
    let said = format!("Compared: {}. ", count(scene.table.len(), whole.len(), &*scene.wording.0));
    let press = if own.is_empty() { "Show all" } else { "Show those of this page" };
    let button = tag!(button type="button" class="mc-show").onclick(scene.on_lift(Action::Only(Rc::clone(own))));
    tag!(p class="mc-about").text(said).child(button.text(press)).into()
}
