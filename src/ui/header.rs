use super::element::{Element, tag};
use super::offers::price_choice;
use super::scene::Scene;
use super::select::select;
use super::share::share_menu;
use compare::catalog::{Column, Cost};
use compare::format::{counted, heading};
use compare::query::Field;
use compare::state::Action;
use compare::units::Gather;
use yew::prelude::*;

/// What is compared: the title, and the choice of table, score and cost.
pub(super) fn header(scene: &Scene<'_>) -> Html {
    let Scene { table, view, wording, .. } = scene;
    let rows = counted(wording.count(table.len()), if table.len() == 1 { "row" } else { "rows" });
    let as_of = table.newest().map(|date| format!(" · as of {}", wording.0.date(date))).unwrap_or_default();
    let title = Element::heading(scene.presentation.heading_level, "mc-heading").text(table.title.to_string());
    let about = tag!(p class="mc-about").text(rows + &as_of);
    let choices = tag!(div class="mc-choices")
        .child(table_choice(scene))
        .child(field_choice(scene, "Score", is_score, [view.score.map(Field::Column), view.cost_field()]))
        .child(field_choice(scene, "Cost", is_cost, [view.cost_field(), view.score.map(Field::Column)]))
        .child(price_choice(scene))
        .child(share_menu(scene));
    tag!(header class="mc-header").child(tag!(div).child(title).child(about)).child(choices).into()
}

fn table_choice(scene: &Scene<'_>) -> Html {
    let tables = scene.tables.iter().enumerate();
    let options: Vec<_> = tables.map(|(at, table)| (at.to_string().into(), table.title.to_string().into())).gathered();
    let on_choose = scene.dispatch.reform(|at: AttrValue| Action::Choose(at.parse().unwrap_or_default()));
    choice("Comparison", options, &scene.view.table.to_string().into(), &on_choose)
}

/// The choice of a score or a cost among the fields that may be one and are not the other of the two already, and the one
/// in force, whatever it is.
fn field_choice(
    scene: &Scene<'_>,
    label: &'static str,
    may_be: fn(Field, Option<&Column>) -> bool,
    [current, other]: [Option<Field>; 2],
) -> Html {
    let table = scene.table.clone();
    let workload = table.has_workload().then_some(Field::Workload);
    let columns = (0..table.columns.len()).map(Field::Column);
    let fields = workload.into_iter().chain(columns);
    let fields = fields
        .filter(|field| Some(*field) == current || (Some(*field) != other && may_be(*field, field.column(&table))));
    let option = |field: Field| (field.id(&table).to_owned().into(), heading(field, &table).to_owned().into());
    let options: Vec<(AttrValue, AttrValue)> = fields.map(option).gathered();
    let chosen = current.map(|field| field.id(&table).to_owned()).unwrap_or_default();
    let score = scene.view.score;
    let is_score = label == "Score";
    let on_choose = scene.dispatch.reform(move |id: AttrValue| match Field::parse(&id, &table) {
        Some(Field::Column(column)) if is_score => Action::Score(column),
        Some(Field::Column(column)) => Action::Cost(Cost::Column(column)),
        Some(Field::Workload) => Action::Cost(Cost::Workload),
        _ => Action::Score(score.unwrap_or_default()),
    });
    choice(label, options, &chosen.into(), &on_choose)
}

/// A labelled select, where there is something to choose.
fn choice(
    label: &'static str,
    options: Vec<(AttrValue, AttrValue)>,
    current: &AttrValue,
    on_choose: &Callback<AttrValue>,
) -> Html {
    if options.len() < 2 {
        return Html::default();
    }
    select(label, Some("mc-choice"), options, current, on_choose)
}

/// Whether a field may be the score, as [`Column::may_be_score`] says.
fn is_score(_: Field, column: Option<&Column>) -> bool {
    column.is_some_and(Column::may_be_score)
}

/// Whether a field may be the cost: the workload's, an amount of money, or another number of which less is better.
fn is_cost(field: Field, column: Option<&Column>) -> bool {
    field == Field::Workload || column.is_some_and(Column::may_be_cost)
}
