use super::bar::bar;
use super::element::{all, tag};
use super::scene::Scene;
use compare::catalog::{Kind, Table};
use compare::chart::Scale;
use compare::format::Words;
use compare::query::{Field, Measure, Question, assumes_cached_price, is_old, other_provider};
use compare::state::View;
use compare::units::{Date, Gather, Unit};
use yew::prelude::*;

/// What a cell needs to know.
pub(super) struct CellContext<'a> {
    pub question: Question<'a>,
    pub words: Words<'a>,
    pub view: &'a View,
    /// From which to which number the bar of a score reaches.
    pub scale: Option<Scale>,
    /// The day on which figures are read.
    pub today: Option<Date>,
}

/// The content of one cell: its text, a bar where it belongs to the trade-off, or a dash where nothing is known.
pub(super) fn cell_content(context: &CellContext<'_>, field: Field, row: usize) -> Html {
    let Some(text) = context.words.cell(&context.question, field, row) else {
        return missing();
    };
    let bar = bar_of(context, field, row).unwrap_or_default();
    // The name of the row is what the keyboard stops at: it leads to the same card.
    let figure = tag!(button type="button" class="mc-figure" tabindex="-1").text(text);
    let old = context.today.is_some_and(|today| is_old(context.words.table, field, row, today));
    let figure = if old {
        let sign = tag!(span class="mc-aged" aria-hidden="true").text("†");
        figure.child(sign).child(tag!(span class="mc-unseen").text(" (old)"))
    } else {
        figure
    };
    let assumed = assumed(context.words.table, context.view, field, row);
    let figure = if assumed.is_empty() {
        figure
    } else {
        let star = tag!(span class="mc-assumed" aria-hidden="true").text("*");
        figure.child(star).child(tag!(span class="mc-unseen").text(assumed))
    };
    let via = via(context.words.table, field, row).map(|via| tag!(small class="mc-via").text(via).into());
    all([bar, figure.into()].into_iter().chain(via).gathered())
}

/// That the cost of a workload takes the input price for a cached price that is not known; empty where it does not.
pub(super) fn assumed(table: &Table, view: &View, field: Field, row: usize) -> &'static str {
    if field == Field::Workload && assumes_cached_price(table, &view.workload, row) {
        " (no cached price known, the input price counts)"
    } else {
        ""
    }
}

/// What belongs to a cost that is told in words: what is assumed, and who charges it.
pub(super) fn assumed_and_via(scene: &Scene<'_>, field: Field, row: usize) -> String {
    let via = via(scene.table, field, row).map(|via| format!(" {via}")).unwrap_or_default();
    assumed(scene.table, scene.view, field, row).to_owned() + &via
}

/// Who charges a price, where that is another than who made the model: `via Groq`.
pub(super) fn via(table: &Table, field: Field, row: usize) -> Option<String> {
    other_provider(table, field, row).map(|provider| format!("via {provider}"))
}

/// A dash, which assistive technology reads as words.
fn missing() -> Html {
    let dash = tag!(span class="mc-missing" aria-hidden="true").text("—");
    all(vec![dash.into(), tag!(span class="mc-unseen").text("not known").into()])
}

/// The bar of a value, a score (over its whole range) or a cost (over the logarithms of all costs).
fn bar_of(context: &CellContext<'_>, field: Field, row: usize) -> Option<Html> {
    let tradeoff = context.question.tradeoff;
    if field == Field::Value {
        return tradeoff.value(row, context.question.weight).map(|value| bar(value, None));
    }
    if Some(field) == context.view.cost_field() {
        return tradeoff.cheapness(row).map(|cheapness| bar(0.02 + 0.98 * (1.0 - cheapness), None));
    }
    if context.view.score.map(Field::Column) != Some(field) {
        return None;
    }
    let column = field.column(context.words.table)?;
    let (number, scale) = (column.cells.number(row)?, context.scale?);
    let interval = column.bounds(row).map(|(low, high)| (scale.place(low), scale.place(high)));
    Some(bar(scale.place(number), interval))
}

/// From which to which number the bars of the scores reach: a percentage over all of it, another number from 0, or the
/// least, to the greatest.
pub(super) fn score_scale(table: &Table, score: Option<usize>) -> Option<Scale> {
    let column = table.columns.get(score?)?;
    if column.unit == Unit::Percent {
        return Some(Scale::linear(0.0, 100.0));
    }
    let (low, high) = Measure::of_column(column).extent(table.len())?;
    Some(Scale::linear(low.min(0.0), high))
}

/// How a cell is set: numbers and dates stand at the right, with figures of one width.
pub(super) fn alignment(view: &View, field: Field, kind: Option<Kind>) -> &'static str {
    let role = field_role(view, field);
    match (role, kind) {
        (Some(role), _) => role,
        (None, None | Some(Kind::Number)) => "mc-number",
        (None, Some(Kind::Date)) => "mc-date",
        (None, Some(_)) => "mc-text",
    }
}

/// Which part a field plays in the trade-off, as a class.
fn field_role(view: &View, field: Field) -> Option<&'static str> {
    match field {
        Field::Value => Some("mc-number mc-lead mc-value"),
        _ if view.cost_field() == Some(field) => Some("mc-number mc-lead mc-cost"),
        Field::Column(column) if view.score == Some(column) => Some("mc-number mc-lead mc-score"),
        _ => None,
    }
}
