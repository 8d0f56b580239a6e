use super::Handle;
use super::wording::use_wording;
use compare::format::{Digits, chip};
use compare::query::{Failing, Filter, Indexed};
use compare::state::Action;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct EmptyResultProps {
    pub table: Handle<Indexed>,
    pub filter: Rc<Filter>,
    pub failing: Handle<Failing>,
    pub dispatch: Callback<Action>,
}

/// Says that nothing passes the filters, and which one to lift.
#[component]
pub(super) fn EmptyResult(props: &EmptyResultProps) -> Html {
    let wording = use_wording();
    let words = wording.of(&props.table);
    let failing = &props.failing;
    let text = props.filter.text.trim();
    let search =
        (!text.is_empty()).then(|| (format!("“{text}”"), Action::Search(String::new()), failing.count_without_text()));
    let clauses = props
        .filter
        .clauses
        .iter()
        .map(|clause| (chip(clause, &words), Action::Lift(clause.field), failing.count_without(clause.field)));
    let helpful: Vec<_> = search.into_iter().chain(clauses).filter(|(_, _, rows)| *rows > 0).collect();
    let press = |action: Action| props.dispatch.reform(move |_: MouseEvent| action.clone());
    let lifts = helpful.iter().map(|(label, action, rows)| {
        let rows = wording.0.number(*rows as f64, Digits::exactly(0));
        html! {
            <li key={label.clone()}><button type="button" onclick={press(action.clone())}>
                {format!("Lift {label}: shows {rows}")}
            </button></li>
        }
    });
    html! {
        <div class="mc-empty">
            <p>{"Nothing passes all of these filters."}</p>
            <ul>
                {for lifts}
                <li key=" all"><button type="button" onclick={press(Action::LiftAll)}>{"Lift all filters"}</button></li>
            </ul>
        </div>
    }
}
