use super::filter_bar::FilterBar;
use super::header::Header;
use super::slider::TradeoffSlider;
use super::table::ComparisonTable;
use super::wording::Wording;
use super::{Handle, chips::Chips, empty_result::EmptyResult, pager::Pager, sort_bar::SortBar, status::Status};
use compare::format::{count, sorted};
use compare::query::{Failing, Field, Indexed, Question, Tradeoff};
use compare::state::{Action, View};
use std::rc::Rc;
use yew::prelude::*;

/// What a widget shows.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The tables among which a reader chooses.
    pub tables: Handle<[Rc<Indexed>]>,
    /// What the reader has chosen.
    pub view: View,
    /// Counts the changes to the view.
    pub revision: u32,
    /// Asks for a change.
    pub dispatch: Callback<Action>,
    /// Says that the view of a revision is shown.
    pub on_shown: Callback<u32>,
    /// How numbers and dates are written.
    pub wording: Wording,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    use_effect_with((props.revision, props.on_shown.clone()), |(revision, on_shown)| on_shown.emit(*revision));
    let Some(table) = props.tables.get(props.view.table) else {
        return html! { <p class="mc-nothing">{"There is no table to show."}</p> };
    };
    html! {
        <ContextProvider<Wording> context={props.wording.clone()}>
            <Comparison
                table={Handle(Rc::clone(table))}
                tables={props.tables.clone()}
                view={props.view.clone()}
                dispatch={props.dispatch.clone()}
            />
        </ContextProvider<Wording>>
    }
}

#[derive(PartialEq, Properties)]
struct ComparisonProps {
    table: Handle<Indexed>,
    tables: Handle<[Rc<Indexed>]>,
    view: View,
    dispatch: Callback<Action>,
}

/// One table with everything that belongs to it.
#[component]
fn Comparison(props: &ComparisonProps) -> Html {
    let ComparisonProps { table, view, dispatch, .. } = props;
    let wording = super::wording::use_wording();
    let tradeoff = use_tradeoff(table, view);
    let question = Question { table, tradeoff: &tradeoff, weight: view.weight };
    let failing = use_failing(&question, &tradeoff, table, view);
    let rows = use_memo(failing.clone(), |failing| failing.passing());
    let shown = rows.len();
    let places = view.places(shown);
    let page: Vec<u32> = question.page(&rows, &view.sort, places.clone());
    let best = question.page(&rows, &[compare::query::SortKey::BY_VALUE], 0..1).first().copied();
    let numbers = &*wording.0;
    let announced = format!("{}, {}", count(shown, table.len(), numbers), sorted(&view.sort, table));
    html! {
        <div class="mc" part="root">
            <Header tables={props.tables.clone()} table={table.clone()} position={view.table} score={view.score}
                cost={view.cost} dispatch={dispatch.clone()} />
            if view.score.is_some() && view.cost.is_some() {
                <TradeoffSlider table={table.clone()} tradeoff={tradeoff.clone()} weight={view.weight} {best}
                    score={view.score} cost={view.cost} dispatch={dispatch.clone()} />
            }
            <FilterBar table={table.clone()} tradeoff={tradeoff.clone()} failing={failing.clone()} filter={view.filter.clone()}
                score={view.score} cost={view.cost_field()} columns={view.columns.clone()} dispatch={dispatch.clone()}>
            </FilterBar>
            <Chips table={table.clone()} filter={view.filter.clone()} dispatch={dispatch.clone()} />
            <SortBar table={table.clone()} columns={view.columns.clone()} sort={view.sort.clone()} {shown}
                dispatch={dispatch.clone()} />
            <Status text={announced} />
            if shown == 0 {
                <EmptyResult table={table.clone()} filter={view.filter.clone()} {failing} dispatch={dispatch.clone()} />
            } else {
                <ComparisonTable table={table.clone()} {tradeoff} view={view.clone()} rows={page} first={places.start}
                    dispatch={dispatch.clone()} />
                <Pager {shown} first={places.start} last={places.end} limit={view.rows} page={view.page.min(view.pages(shown) - 1)}
                    pages={view.pages(shown)} dispatch={dispatch.clone()} />
            }
        </div>
    }
}

/// The trade-off, worked out anew only when table, score, cost or workload change.
#[hook]
fn use_tradeoff(table: &Handle<Indexed>, view: &View) -> Handle<Tradeoff> {
    let key = (table.clone(), view.score, view.cost, view.workload);
    let tradeoff = use_memo(key, |(table, score, cost, workload)| Tradeoff::new(table, *score, *cost, workload));
    Handle(tradeoff)
}

/// Which rows fail which part of the filter; only a filter by value has to be asked again at another weight.
#[hook]
fn use_failing(
    question: &Question<'_>,
    tradeoff: &Handle<Tradeoff>,
    table: &Handle<Indexed>,
    view: &View,
) -> Handle<Failing> {
    let weight = view.filter.clause(Field::Value).map(|_| view.weight);
    let key = (table.clone(), tradeoff.clone(), view.filter.clone(), weight);
    Handle(use_memo(key, |(_, _, filter, _)| question.failing(filter)))
}
