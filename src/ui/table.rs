use super::Handle;
use super::cell::alignment;
use super::row::Row;
use super::sort_header::SortHeader;
use super::wording::use_wording;
use compare::catalog::Column;
use compare::format::{Digits, unit_note};
use compare::query::{Field, Indexed, SortKey, Tradeoff, assumes_cached_price};
use compare::state::{Action, View};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ComparisonTableProps {
    pub table: Handle<Indexed>,
    pub tradeoff: Handle<Tradeoff>,
    pub view: View,
    /// The rows of the page, in order.
    pub rows: Vec<u32>,
    /// The place of the first of them, from 0.
    pub first: usize,
    pub dispatch: Callback<Action>,
}

/// The table itself.
#[component]
pub(super) fn ComparisonTable(props: &ComparisonTableProps) -> Html {
    let ComparisonTableProps { table, tradeoff, view, .. } = props;
    let (region, overflows) = use_overflow(&props.view.columns);
    let row_view = View { page: 0, filter: Rc::default(), ..view.clone() };
    let by_value = view.sort.first() == Some(&SortKey::BY_VALUE);
    let rows = props.rows.iter().enumerate().map(|(position, row)| {
        let place = props.first + position + 1;
        let best = by_value && place == 1 && tradeoff.value(*row as usize, view.weight).is_some();
        let key = table.ids.get(*row as usize).map(ToString::to_string).unwrap_or_default();
        html! {
            <Row {key} table={table.clone()} tradeoff={tradeoff.clone()} view={row_view.clone()} row={*row} {place} {best} />
        }
    });
    let title = format!("{}: scrolls sideways", table.title);
    html! {
        <>
            <div class="mc-region" ref={region} data-overflows={overflows.then_some("")} role={overflows.then_some("region")}
                tabindex={overflows.then_some("0")} aria-label={overflows.then_some(title)}>
                <table part="table" role="table" class="mc-table">
                    <caption class="mc-unseen">
                        {format!("{}. {} Column headers with buttons are sortable.", table.title, table.description)}
                    </caption>
                    <thead role="rowgroup"><tr role="row">{headers(props)}</tr></thead>
                    <tbody role="rowgroup">{for rows}</tbody>
                </table>
            </div>
            <Notes table={table.clone()} tradeoff={tradeoff.clone()} view={row_view} />
        </>
    }
}

fn headers(props: &ComparisonTableProps) -> Html {
    let ComparisonTableProps { table, view, dispatch, .. } = props;
    let name = table.column("name").map(Field::Column);
    let others = view.columns.iter().copied().filter(|field| Some(*field) != name);
    let headers = name.into_iter().chain(others).map(|field| {
        let class = if Some(field) == name {
            "mc-name"
        } else {
            alignment(view, field, field.column(table).map(Column::kind))
        };
        let place = view.sort.iter().position(|key| key.field == field);
        let sorted = place.and_then(|place| Some((place, view.sort.get(place)?.direction)));
        html! {
            <SortHeader key={field.id(table).to_owned()} {class} label={compare::format::heading(field, table).to_owned()}
                unit={unit_note(field, table)} {field} {sorted} keys={view.sort.len()} dispatch={dispatch.clone()} />
        }
    });
    html! {
        <>
            <th scope="col" role="columnheader" class="mc-place"><span aria-hidden="true">{"#"}</span><span class="mc-unseen">{"Place"}</span></th>
            {for headers}
        </>
    }
}

#[derive(PartialEq, Properties)]
struct NotesProps {
    table: Handle<Indexed>,
    tradeoff: Handle<Tradeoff>,
    view: View,
}

/// What a reader must know about the figures: what is not known, what is assumed, as of when.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let wording = use_wording();
    let NotesProps { table, tradeoff, view } = props;
    let number = |count: usize| wording.0.number(count as f64, Digits::exactly(0));
    let rows = || 0..table.len();
    let no_score = rows().filter(|row| tradeoff.quality(*row).is_none()).count();
    let no_cost = rows().filter(|row| tradeoff.cost(*row).is_none()).count();
    let assumed =
        view.columns.contains(&Field::Workload) && rows().any(|row| assumes_cached_price(table, &view.workload, row));
    let mut notes = Vec::new();
    if view.score.is_some() && no_score > 0 {
        notes.push(format!("{} of {} have no known score.", number(no_score), number(table.len())));
    }
    if view.cost.is_some() && no_cost > 0 {
        notes.push(format!("{} of {} have no known cost.", number(no_cost), number(table.len())));
    }
    if !notes.is_empty() {
        notes.push("Without either there is no value: such rows come last.".to_owned());
    }
    if view.columns.contains(&Field::Workload) {
        notes.push(workload_note(view, &wording));
    }
    if assumed {
        notes.push("* Cached price not known: counted as the input price.".to_owned());
    }
    if let Some(date) = table.newest() {
        notes.push(format!("Newest figure: {}.", wording.0.date(date)));
    }
    html! { <p class="mc-notes">{notes.join(" ")}</p> }
}

fn workload_note(view: &View, wording: &super::Wording) -> String {
    let count = |number: f64| wording.0.number(number, Digits::up_to(2));
    let workload = &view.workload;
    format!(
        "Monthly cost: {} requests of {} input tokens ({} % of them cached) and {} output tokens, at list prices.",
        count(workload.requests),
        count(workload.input.0),
        count(workload.cached * 100.0),
        count(workload.output.0),
    )
}

/// Whether the content of an element is wider than it: then it scrolls, and must be reachable by keyboard.
#[hook]
fn use_overflow(columns: &Rc<[Field]>) -> (NodeRef, bool) {
    let region = use_node_ref();
    let overflows = use_state_eq(|| false);
    {
        let (region, overflows) = (region.clone(), overflows.clone());
        use_effect_with(columns.clone(), move |_| {
            let observer = region.cast::<web_sys::Element>().map(|element| {
                crate::embed::observe_size(&element.clone(), move || {
                    overflows.set(element.scroll_width() > element.client_width() + 1);
                })
            });
            move || drop(observer)
        });
    }
    (region, *overflows)
}
