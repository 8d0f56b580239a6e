use super::scene::Scene;
use compare::format::Digits;
use compare::query::{Field, assumes_cached_price};
use yew::prelude::*;

/// What a reader must know about the figures: what is not known, what is assumed, as of when.
pub(super) fn notes(scene: &Scene<'_>) -> Html {
    let Scene { table, tradeoff, view, wording, .. } = scene;
    let rows = || 0..table.len();
    let unknown = |count: usize, what: &str| {
        let words = || format!("{} of {} have no known {what}.", wording.count(count), wording.count(table.len()));
        (count > 0).then(words)
    };
    let unscored = rows().filter(|row| tradeoff.quality(*row).is_none()).count();
    let unpriced = rows().filter(|row| tradeoff.cost(*row).is_none()).count();
    let no_score = view.score.and_then(|_| unknown(unscored, "score"));
    let no_cost = view.cost.and_then(|_| unknown(unpriced, "cost"));
    let mut notes: Vec<String> = no_score.into_iter().chain(no_cost).collect();
    if !notes.is_empty() {
        notes.push("Without either there is no value: such rows come last.".to_owned());
    }
    if view.columns.contains(&Field::Workload) {
        notes.push(workload_note(scene));
        if rows().any(|row| assumes_cached_price(table, &view.workload, row)) {
            notes.push("* Cached price not known: counted as the input price.".to_owned());
        }
    }
    if let Some(date) = table.newest() {
        notes.push(format!("Newest figure: {}.", wording.0.date(date)));
    }
    html! { <p class="mc-notes">{notes.join(" ")}</p> }
}

fn workload_note(scene: &Scene<'_>) -> String {
    let count = |number: f64| scene.wording.0.number(number, Digits::up_to(2));
    let workload = &scene.view.workload;
    format!(
        "Monthly cost: {} requests of {} input tokens ({} % of them cached) and {} output tokens, at list prices.",
        count(workload.requests),
        count(workload.input.0),
        count(workload.cached * 100.0),
        count(workload.output.0),
    )
}
