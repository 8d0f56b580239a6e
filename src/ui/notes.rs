use super::Wording;
use super::element::{tag, text};
use super::scene::Scene;
use compare::catalog::{Column, Table, Workload};
use compare::format::{Digits, heading};
use compare::query::{Clause, Field, Tradeoff, assumes_cached_price, is_old, other_provider};
use compare::state::Action;
use compare::units::{Date, Gather};
use yew::prelude::*;

/// What is not known of a table.
#[derive(PartialEq)]
pub(super) struct Unknown {
    scores: usize,
    costs: usize,
    /// Of how many rows a workload cost takes the input price for a cached price that is not known.
    pub assumed: usize,
    /// Of how many rows another than who made the model charges the prices.
    elsewhere: usize,
    /// Whether an interval of a score is known.
    has_bounds: bool,
}

impl Unknown {
    /// Counts over all rows of the table.
    pub(super) fn new(table: &Table, tradeoff: &Tradeoff, workload: &Workload) -> Self {
        let rows = || 0..table.len();
        let column = tradeoff.score().and_then(|score| table.columns.get(score));
        Self {
            scores: rows().filter(|row| tradeoff.quality(*row).is_none()).count(),
            costs: rows().filter(|row| tradeoff.cost(*row).is_none()).count(),
            assumed: rows().filter(|row| assumes_cached_price(table, workload, *row)).count(),
            elsewhere: rows().filter(|row| other_provider(table, Field::Workload, *row).is_some()).count(),
            has_bounds: column.is_some_and(|column| rows().any(|row| column.bounds(row).is_some())),
        }
    }
}

/// What a reader must know about the figures: what is not known, what is assumed, what a bar means.
pub(super) fn notes(scene: &Scene<'_>, unknown: &Unknown, has_old: bool, has_ranges: bool) -> Html {
    let mut notes = caveats(scene, unknown);
    let score = scene.view.score.filter(|score| scene.view.columns.contains(&Field::Column(*score)));
    let column = score.and_then(|score| scene.table.columns.get(score));
    if let Some(column) = column.filter(|_| unknown.has_bounds) {
        notes.push(format!("The line across a bar of {} is its 95\u{a0}% interval.", column.label));
        if has_ranges {
            notes.push("Places are ranges where scores cannot be plainly told apart.".to_owned());
        }
    }
    if has_ranges && !unknown.has_bounds {
        notes.push("Equal scores share their places.".to_owned());
    }
    if scene.view.cost_field().is_some_and(|cost| scene.view.columns.contains(&cost)) {
        notes.push("Bars of costs are on a logarithmic scale.".to_owned());
    }
    if has_old {
        notes.push("† An old figure, which may no longer be true.".to_owned());
    }
    let listing = listings(scene, unknown);
    tag!(p class="mc-notes").text(notes.join(" ")).children(listing).into()
}

/// A press for each figure that is not known of some rows, which lists these.
fn listings(scene: &Scene<'_>, unknown: &Unknown) -> Vec<Html> {
    let score = scene.view.score.map(Field::Column).filter(|_| unknown.scores > 0);
    let cost = scene.view.cost_field().filter(|_| unknown.costs > 0);
    let button = |field: Field| {
        let clause = Clause { field, test: None, missing: true };
        let words = format!("List those without {}", heading(field, scene.table));
        let action = Action::InTurn(vec![Action::LiftAll, Action::Narrow(clause)]);
        // A blank before it, for who hears or copies the line; without keys, for the two may have one label.
        [text(" "), tag!(button type="button" class="mc-reset").onclick(scene.on_lift(action)).text(words).into()]
    };
    score.into_iter().chain(cost).flat_map(button).gathered()
}

/// Whether a figure of some columns is old in one of some rows.
pub(super) fn has_old(table: &Table, columns: &[Field], rows: &[u32], today: Option<Date>) -> bool {
    let ages = |column: &Column| column.stale_after.is_some();
    let Some(today) = today.filter(|_| table.columns.iter().any(ages)) else { return false };
    // Of the fields without a column a workload's cost may be old.
    let fields = columns.iter().filter(|field| field.column(table).map_or(**field == Field::Workload, ages));
    fields.into_iter().any(|field| rows.iter().any(|row| is_old(table, *field, *row as usize, today)))
}

/// What is not known and what is assumed, a sentence each.
pub(super) fn caveats(scene: &Scene<'_>, unknown: &Unknown) -> Vec<String> {
    let Scene { table, view, wording, .. } = scene;
    let said = |count: usize, what: &str, field: Field| {
        let label = heading(field, table);
        let named = if label.eq_ignore_ascii_case(what) { String::new() } else { format!(" ({label})") };
        let words =
            || format!("{} of {} have no known {what}{named}.", wording.count(count), wording.count(table.len()));
        (count > 0).then(words)
    };
    let no_score = view.score.and_then(|score| said(unknown.scores, "score", Field::Column(score)));
    let no_cost = view.cost_field().and_then(|cost| said(unknown.costs, "cost", cost));
    let mut notes: Vec<String> = no_score.into_iter().chain(no_cost).gathered();
    if !notes.is_empty() {
        notes.push("Without either there is no value.".to_owned());
    }
    if view.columns.contains(&Field::Workload) {
        notes.push(workload_note(scene));
        if unknown.assumed > 0 {
            notes.push("* No cached price known: the input price counts.".to_owned());
        }
        if unknown.elsewhere > 0 {
            let (count, all) = (wording.count(unknown.elsewhere), wording.count(table.len()));
            notes.push(format!(
                "Of {count} of {all} another than the vendor charges the price that counts: “via” says who."
            ));
        }
    }
    notes
}

/// What is used, how much, and that it costs list prices.
pub(super) fn workload_note(scene: &Scene<'_>) -> String {
    workload_in_words(&scene.view.workload, scene.wording)
}

/// The same of a workload.
pub(super) fn workload_in_words(workload: &Workload, wording: &Wording) -> String {
    let count = |number: f64| wording.0.number(number, Digits::up_to(2));
    format!(
        "Monthly cost: {}\u{a0}requests of {}\u{a0}input tokens ({}\u{a0}% of them cached) and {}\u{a0}output tokens, at \
         list prices.",
        count(workload.requests),
        count(workload.input.0),
        count(workload.cached * 100.0),
        count(workload.output.0),
    )
}
