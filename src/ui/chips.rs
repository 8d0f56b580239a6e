use super::element::tag;
use super::scene::Scene;
use compare::format::{Words, chip, heading};
use compare::query::{Clause, Field, Filter};
use compare::state::Action;
use compare::units::Gather;
use yew::prelude::*;

/// What the table is filtered by, each with a press that lifts it, and the rows that a filter leaves out only because
/// nothing is known of them, with a press that brings them back.
pub(super) fn chips(scene: &Scene<'_>) -> Html {
    if scene.view.filter.is_empty() {
        return Html::default();
    }
    let chips = lifts(&scene.view.filter, &scene.words()).into_iter().map(|(key, label, action)| {
        let button = tag!(button type="button" class="mc-chip")
            .onclick(scene.on_lift(action))
            .child(tag!(span class="mc-unseen").text("Remove filter: "))
            .text(label)
            .child(tag!(span aria-hidden="true").text(" ×"));
        tag!(li).key(key).child(button).into()
    });
    let clauses = scene.view.filter.clauses.iter().filter(|clause| !clause.missing);
    let unknown = clauses.filter_map(|clause| left_out(scene, clause));
    tag!(ul class="mc-chips" aria-label="Filters in force")
        .children(chips)
        .children(unknown)
        .child(reset(scene, "reset all".to_owned(), "Reset filters".to_owned(), Action::LiftAll))
        .into()
}

/// Each part of the filter with a key, in words, and with the action that lifts it.
pub(super) fn lifts(filter: &Filter, words: &Words<'_>) -> Vec<(String, String, Action)> {
    let text = filter.text.trim();
    let search = (!text.is_empty()).then(|| ("text".to_owned(), format!("“{text}”"), Action::Search(String::new())));
    let id = |field: Field| field.id(words.table).to_owned();
    let clauses =
        filter.clauses.iter().map(|clause| (id(clause.field), chip(clause, words), Action::Lift(clause.field)));
    search.into_iter().chain(clauses).gathered()
}

/// How many rows only their lack of a figure keeps out, with a press that shows them.
fn left_out(scene: &Scene<'_>, clause: &Clause) -> Option<Html> {
    let (table, field) = (scene.table, clause.field);
    let question = scene.question();
    let unknown = |row: &u32| match field.column(table) {
        Some(column) => column.cells.is_missing(*row as usize),
        None => question.measure(field).get(*row as usize).is_none(),
    };
    let rows = scene.passing.rows_without(field).iter().filter(|row| unknown(row)).count();
    let action = Action::Narrow(Clause { missing: true, ..clause.clone() });
    let label = format!("Show {} more, {} not known", scene.wording.count(rows), heading(field, table));
    (rows > 0).then(|| reset(scene, format!("{} missing", field.id(table)), label, action))
}

/// A press that is no chip.
fn reset(scene: &Scene<'_>, key: String, label: String, action: Action) -> Html {
    let button = tag!(button type="button" class="mc-reset").onclick(scene.on_lift(action));
    tag!(li).key(key).child(button.text(label)).into()
}
