use super::Handle;
use super::wording::use_wording;
use compare::format::chip;
use compare::query::{Filter, Indexed};
use compare::state::Action;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ChipsProps {
    pub table: Handle<Indexed>,
    pub filter: Rc<Filter>,
    pub dispatch: Callback<Action>,
}

/// What the table is filtered by, each with a press that lifts it.
#[component]
pub(super) fn Chips(props: &ChipsProps) -> Html {
    let wording = use_wording();
    if props.filter.is_empty() {
        return Html::default();
    }
    let lift = |action: Action| props.dispatch.reform(move |_: MouseEvent| action.clone());
    let text = props.filter.text.trim();
    let search = (!text.is_empty()).then(|| (format!("“{text}”"), Action::Search(String::new())));
    let words = wording.of(&props.table);
    let clauses = props.filter.clauses.iter().map(|clause| (chip(clause, &words), Action::Lift(clause.field)));
    let chips = search.into_iter().chain(clauses).map(|(label, action)| {
        html! {
            <li key={label.clone()}>
                <button type="button" class="mc-chip" onclick={lift(action)}>
                    <span class="mc-unseen">{"Remove filter: "}</span>{label}<span aria-hidden="true">{" ×"}</span>
                </button>
            </li>
        }
    });
    html! {
        <ul class="mc-chips" aria-label="Filters in force">
            {for chips}
            <li key=" reset"><button type="button" class="mc-reset" onclick={lift(Action::LiftAll)}>{"Reset filters"}</button></li>
        </ul>
    }
}
