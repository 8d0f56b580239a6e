use super::scene::Scene;
use compare::format::chip;
use compare::state::Action;
use yew::prelude::*;

/// What the table is filtered by, each with a press that lifts it.
pub(super) fn chips(scene: &Scene<'_>) -> Html {
    if scene.view.filter.is_empty() {
        return Html::default();
    }
    let chips = lifts(scene).into_iter().map(|(label, action)| {
        html! {
            <li key={label.clone()}>
                <button type="button" class="mc-chip" onclick={scene.on_press(action)}>
                    <span class="mc-unseen">{"Remove filter: "}</span>{label}<span aria-hidden="true">{" ×"}</span>
                </button>
            </li>
        }
    });
    let on_reset = scene.on_press(Action::LiftAll);
    html! {
        <ul class="mc-chips" aria-label="Filters in force">
            {for chips}
            <li key=" reset"><button type="button" class="mc-reset" onclick={on_reset}>{"Reset filters"}</button></li>
        </ul>
    }
}

/// Each part of the filter in words, with the action that lifts it.
pub(super) fn lifts(scene: &Scene<'_>) -> Vec<(String, Action)> {
    let filter = &scene.view.filter;
    let text = filter.text.trim();
    let search = (!text.is_empty()).then(|| (format!("“{text}”"), Action::Search(String::new())));
    let words = scene.words();
    let clauses = filter.clauses.iter().map(|clause| (chip(clause, &words), Action::Lift(clause.field)));
    search.into_iter().chain(clauses).collect()
}
