use super::element::tag;
use super::scene::Scene;
use compare::catalog::{Table, Workload};
use compare::format::Digits;
use compare::query::{Field, Tradeoff, assumes_cached_price};
use yew::prelude::*;

/// What is not known of a table.
#[derive(PartialEq)]
pub(super) struct Unknown {
    scores: usize,
    costs: usize,
    /// Whether a workload cost takes the input price for a cached price that is not known.
    assumed: bool,
}

impl Unknown {
    /// Counts over all rows of the table.
    pub(super) fn new(table: &Table, tradeoff: &Tradeoff, workload: &Workload) -> Self {
        let rows = || 0..table.len();
        Self {
            scores: rows().filter(|row| tradeoff.quality(*row).is_none()).count(),
            costs: rows().filter(|row| tradeoff.cost(*row).is_none()).count(),
            assumed: rows().any(|row| assumes_cached_price(table, workload, row)),
        }
    }
}

/// What a reader must know about the figures: what is not known, what is assumed, what a bar means.
pub(super) fn notes(scene: &Scene<'_>, unknown: &Unknown) -> Html {
    let mut notes = caveats(scene, unknown);
    if scene.view.cost_field().is_some_and(|cost| scene.view.columns.contains(&cost)) {
        notes.push("Bars of costs are on a logarithmic scale.".to_owned());
    }
    tag!(p class="mc-notes").text(notes.join(" ")).into()
}

/// What is not known and what is assumed, a sentence each.
pub(super) fn caveats(scene: &Scene<'_>, unknown: &Unknown) -> Vec<String> {
    let Scene { table, view, wording, .. } = scene;
    let said = |count: usize, what: &str| {
        let words = || format!("{} of {} have no known {what}.", wording.count(count), wording.count(table.len()));
        (count > 0).then(words)
    };
    let no_score = view.score.and_then(|_| said(unknown.scores, "score"));
    let no_cost = view.cost.and_then(|_| said(unknown.costs, "cost"));
    let mut notes: Vec<String> = no_score.into_iter().chain(no_cost).collect();
    if !notes.is_empty() {
        notes.push("Without either there is no value.".to_owned());
    }
    if view.columns.contains(&Field::Workload) {
        notes.push(workload_note(scene));
        if unknown.assumed {
            notes.push("* No cached price known: the input price counts.".to_owned());
        }
    }
    notes
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
