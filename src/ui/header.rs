use super::scene::Scene;
use compare::catalog::{Better, Column, Cost, Kind};
use compare::format::heading;
use compare::query::Field;
use compare::state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is compared: the title, and the choice of table, score and cost.
pub(super) fn header(scene: &Scene<'_>) -> Html {
    let Scene { table, view, wording, dispatch, .. } = scene;
    let rows = wording.count(table.len());
    let as_of = table.newest().map(|date| format!(" · as of {}", wording.0.date(date))).unwrap_or_default();
    let on_table = dispatch.reform(|event: Event| Action::Choose(chosen(&event)));
    let on_score = dispatch.reform(|event: Event| Action::Score(chosen(&event)));
    let on_cost = dispatch.reform(|event: Event| match chosen(&event) {
        usize::MAX => Action::Cost(Cost::Workload),
        column => Action::Cost(Cost::Column(column)),
    });
    let tables = scene.tables.iter().enumerate().map(|(at, table)| (at, table.title.to_string()));
    let columns = |wanted: fn(&Column) -> bool| {
        let columns = table.columns.iter().enumerate().filter(move |(_, column)| wanted(column));
        columns.map(|(at, column)| (at, column.label.to_string()))
    };
    let workload = table.has_workload().then(|| (usize::MAX, heading(Field::Workload, table).to_owned()));
    let cost = view.cost.map(|cost| match cost {
        Cost::Workload => usize::MAX,
        Cost::Column(column) => column,
    });
    html! {
        <header class="mc-header">
            <div>
                <h3>{table.title.to_string()}</h3>
                <p class="mc-about">{format!("{rows} rows{as_of}")}</p>
            </div>
            <div class="mc-choices">
                {choice("Comparison", tables.collect(), Some(view.table), on_table)}
                {choice("Score", columns(is_score).collect(), view.score, on_score)}
                {choice("Cost", workload.into_iter().chain(columns(is_cost)).collect(), cost, on_cost)}
            </div>
        </header>
    }
}

/// The position that the reader chose in a select.
fn chosen(event: &Event) -> usize {
    event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or_default()
}

/// A labelled select, where there is something to choose.
fn choice(
    label: &'static str,
    options: Vec<(usize, String)>,
    current: Option<usize>,
    onchange: Callback<Event>,
) -> Html {
    if options.len() < 2 {
        return Html::default();
    }
    let options = options.into_iter().map(|(value, label)| {
        html! { <option key={value} value={value.to_string()} selected={Some(value) == current}>{label}</option> }
    });
    html! { <label class="mc-choice"><span>{label}</span><select {onchange}>{for options}</select></label> }
}

/// Whether a column may be the score: a number that is no amount and has no other role, of which more or less is better.
fn is_score(column: &Column) -> bool {
    column.kind() == Kind::Number && column.better.is_some() && column.role.is_none() && !column.unit.is_money()
}

/// Whether a column may be the cost: an amount of money, or any other number of which less is better.
fn is_cost(column: &Column) -> bool {
    column.kind() == Kind::Number && (column.unit.is_money() || column.better == Some(Better::Lower))
}
