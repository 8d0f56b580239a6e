use super::element::tag;
use super::{Handle, Wording};
use compare::chart::Scale;
use compare::format::{heading, unit_note};
use compare::query::{Clause, Field, Filter, Indexed, Test};
use compare::state::Action;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a range filter is drawn from.
#[derive(Clone)]
pub(super) struct RangeFilter {
    pub table: Handle<Indexed>,
    pub field: Field,
    /// The least and the greatest number of the table.
    pub extent: (f64, f64),
    /// How many rows have no number, among those that pass the other filters.
    pub missing: usize,
    /// Whether equal steps mean equal ratios.
    pub log: bool,
    pub clause: Option<Clause>,
    /// Ends that a reader has written the wrong way round, in this range or another.
    pub crossed: UseStateHandle<Option<Crossed>>,
    pub dispatch: Callback<Action>,
    pub wording: Wording,
}

/// Steps of the range inputs.
const STEPS: f64 = 200.0;

/// Which end of the range.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Low,
    High,
}

type Ends = (Option<f64>, Option<f64>);

/// Ends of which the lower is the greater: they stay as they are written, and what was in force stays in force.
#[derive(Clone, PartialEq)]
pub(super) struct Crossed {
    table: Handle<Indexed>,
    field: Field,
    /// What is in force.
    clause: Option<Clause>,
    ends: Ends,
    /// The one that was written last.
    end: End,
}

impl Crossed {
    /// Whether the same is in force as when they were written; where it is not, they are about something else.
    pub(super) fn is_about(&self, table: &Handle<Indexed>, filter: &Filter) -> bool {
        self.table == *table && self.clause.as_ref() == filter.clause(self.field)
    }
}

/// A range with two ends, each a slider and a number.
pub(super) fn range_filter(props: &RangeFilter) -> Html {
    let label = heading(props.field, &props.table).to_owned();
    let unit = unit_note(props.field, &props.table);
    let missing = props.clause.as_ref().is_none_or(|clause| clause.missing);
    let on_missing = {
        let (field, test) = (props.field, Some(Test::Numbers(ends(props).0, ends(props).1)));
        props.dispatch.reform(move |_: Event| Action::Narrow(Clause { field, test: test.clone(), missing: !missing }))
    };
    let unit = (!unit.is_empty()).then(|| tag!(span class="mc-unit").text(format!(" {unit}")));
    let unknown = || {
        tag!(label class="mc-check")
            .child(tag!(input type="checkbox").checked(missing).onchange(on_missing))
            .child(tag!(span).text("not known"))
            .child(tag!(span class="mc-count").text(props.wording.count(props.missing)))
    };
    let fault = if crossed(props).is_some() { FAULT } else { "" };
    let fault = tag!(p class="mc-fault" role="alert"; id = fault_id(props)).text(fault);
    let ends = |part: fn(&RangeFilter, End, &str) -> Html| [End::Low, End::High].map(|end| part(props, end, &label));
    tag!(fieldset class="mc-range")
        .child(tag!(legend).text(label.clone()).maybe(unit))
        .child(tag!(div class="mc-track2").children(ends(slider)))
        .child(tag!(div class="mc-numbers").children(ends(number)))
        .child(fault)
        .maybe((props.missing > 0 || props.clause.is_some()).then(unknown))
        .into()
}

const FAULT: &str =
    "The first number is greater than the second: change one of them. Until then the range stays as it was.";

fn fault_id(props: &RangeFilter) -> String {
    [props.field.id(&props.table), "-range-fault"].concat()
}

fn crossed(props: &RangeFilter) -> Option<&Crossed> {
    (*props.crossed).as_ref().filter(|crossed| crossed.field == props.field)
}

fn scale(props: &RangeFilter) -> Scale {
    let (low, high) = props.extent;
    if props.log { Scale::log(low, high) } else { Scale::linear(low, high) }
}

/// The ends that the filter sets.
fn ends(props: &RangeFilter) -> Ends {
    match props.clause.as_ref().and_then(|clause| clause.test.as_ref()) {
        Some(Test::Numbers(low, high)) => (*low, *high),
        _ => (None, None),
    }
}

/// The ends with another one; an end that excludes nothing is no end.
fn narrowed(props: &RangeFilter, (low, high): Ends, end: End, to: Option<f64>) -> Ends {
    let (least, greatest) = props.extent;
    match end {
        End::Low => (to.filter(|low| *low > least), high),
        End::High => (low, to.filter(|high| *high < greatest)),
    }
}

/// Asks for a range.
fn narrow(props: &RangeFilter, (low, high): Ends) -> Action {
    // The first touch leaves out the rows without a number; a box beside says how many, and brings them back.
    let missing = props.clause.as_ref().is_some_and(|clause| clause.missing);
    let lifted = low.is_none() && high.is_none();
    Action::Narrow(Clause { field: props.field, test: Some(Test::Numbers(low, high)), missing: missing || lifted })
}

fn slider(props: &RangeFilter, end: End, label: &str) -> Html {
    let scale = scale(props);
    let (low, high) = ends(props);
    let number = match end {
        End::Low => low.unwrap_or(props.extent.0),
        End::High => high.unwrap_or(props.extent.1),
    };
    let place = (scale.place(number) * STEPS).round() as u32;
    let place = if props.extent.0 < props.extent.1 { place } else { u32::from(end == End::High) * STEPS as u32 };
    let oninput = {
        let props = props.clone();
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlInputElement>().value_as_number() / STEPS;
            let at_end = match end {
                End::Low => place <= 0.0,
                End::High => place >= 1.0,
            };
            let (low, high) = ends(&props);
            let to = (!at_end).then(|| scale.round_at(place));
            // A thumb stops at the other one.
            let to = to.map(|to| match end {
                End::Low => high.map_or(to, |high| to.min(high)),
                End::High => low.map_or(to, |low| to.max(low)),
            });
            props.crossed.set(None);
            props.dispatch.emit(narrow(&props, narrowed(&props, (low, high), end, to)));
        })
    };
    let name = if end == End::Low { format!("Lowest {label}") } else { format!("Highest {label}") };
    let words = props.wording.of(&props.table).bound(props.field, number);
    tag!(input type="range" min="0" max="200" step="1"; aria-label = name, aria-valuetext = words)
        .value(place.to_string())
        .oninput(oninput)
        .into()
}

fn number(props: &RangeFilter, end: End, label: &str) -> Html {
    let crossed = crossed(props);
    let (low, high) = crossed.map_or_else(|| ends(props), |crossed| crossed.ends);
    let (value, hint, name) = match end {
        End::Low => (low, props.extent.0, "from"),
        End::High => (high, props.extent.1, "to"),
    };
    let onchange = {
        let props = props.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let number = Some(input.value_as_number()).filter(|number| number.is_finite());
            let ends = narrowed(&props, (low, high), end, number);
            if let (Some(low), Some(high)) = ends
                && low > high
            {
                let (table, field, clause) = (props.table.clone(), props.field, props.clause.clone());
                props.crossed.set(Some(Crossed { table, field, clause, ends, end }));
                return;
            }
            let kept = if end == End::Low { ends.0 } else { ends.1 };
            // What was typed beyond every figure is not what holds.
            input.set_value(&kept.map(crate::browser::machine_text).unwrap_or_default());
            props.crossed.set(None);
            props.dispatch.emit(narrow(&props, ends));
        })
    };
    let hint = props.wording.of(&props.table).bound(props.field, hint);
    let invalid = crossed.is_some_and(|crossed| crossed.end == end).then_some("true");
    let input = tag!(input type="number" step="any"; placeholder = hint, aria-label = format!("{label} {name}"),
        aria-describedby = fault_id(props), aria-invalid = invalid)
    .value(value.map(crate::browser::machine_text).unwrap_or_default())
    .onchange(onchange);
    tag!(label).text(name).child(input).into()
}
