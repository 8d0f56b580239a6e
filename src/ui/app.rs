use super::cell::score_scale;
use super::chips::chips;
use super::empty_result::empty_result;
use super::filter_bar::FilterBar;
use super::header::header;
use super::notes::{Unknown, notes};
use super::pager::pager;
use super::scene::Scene;
use super::select::use_true_selects;
use super::slider::tradeoff_slider;
use super::sort_bar::sort_bar;
use super::status::Status;
use super::table::{Look, comparison_table, use_overflow};
use super::{Handle, Wording};
use compare::format::{count, sorted};
use compare::query::{Failing, Field, Indexed, Question, SortKey, Tradeoff};
use compare::state::{Action, View};
use compare::units::Weight;
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
        <Comparison table={Handle(Rc::clone(table))} tables={props.tables.clone()} view={props.view.clone()}
            dispatch={props.dispatch.clone()} wording={props.wording.clone()} />
    }
}

#[derive(PartialEq, Properties)]
struct ComparisonProps {
    table: Handle<Indexed>,
    tables: Handle<[Rc<Indexed>]>,
    view: View,
    wording: Wording,
    dispatch: Callback<Action>,
}

/// One table with everything that belongs to it.
#[component]
fn Comparison(props: &ComparisonProps) -> Html {
    let ComparisonProps { table, tables, view, wording, dispatch } = props;
    let tradeoff = &use_tradeoff(table, view);
    let failing = &use_failing(table, tradeoff, view);
    let rows = use_memo(failing.clone(), |failing| failing.passing());
    let unknown =
        use_memo((tradeoff.clone(), view.workload), |(tradeoff, workload)| Unknown::new(table, tradeoff, workload));
    let scale = use_memo((table.clone(), view.score), |(table, score)| score_scale(table, *score));
    let all = use_state_eq(|| false);
    let scene = Scene { tables, table, view, tradeoff, failing, wording, dispatch };
    let shown = rows.len();
    let root = use_true_selects();
    let (region, overflows) = use_overflow(shown == 0);
    let look = Look { scale: *scale, all: *all, region, overflows };
    let best = scene.question().page(&rows, &[SortKey::BY_VALUE], 0..1).first().copied();
    let announced = format!("{}, {}", count(shown, table.len(), &*wording.0), sorted(&view.sort, table));
    html! {
        <div class="mc" part="root" ref={root}>
            {header(&scene)}
            if view.score.is_some() && view.cost.is_some() { {tradeoff_slider(&scene, best)} }
            <FilterBar table={table.clone()} tradeoff={tradeoff.clone()} failing={failing.clone()}
                filter={view.filter.clone()} score={view.score} cost={view.cost_field()} columns={view.columns.clone()}
                wording={wording.clone()} dispatch={dispatch.clone()} />
            {chips(&scene)}
            {sort_bar(&scene, shown, &all)}
            <Status text={announced} />
            if shown == 0 { {empty_result(&scene)} } else { {page(&scene, &rows, &look)}
                {notes(&scene, &unknown)}
                {pager(&scene, shown)} }
        </div>
    }
}

/// The table with the rows of one page.
fn page(scene: &Scene<'_>, rows: &[u32], look: &Look) -> Html {
    let places = scene.view.places(rows.len());
    let page = scene.question().page(rows, &scene.view.sort, places.clone());
    comparison_table(scene, &page, places.start, look)
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
fn use_failing(table: &Handle<Indexed>, tradeoff: &Handle<Tradeoff>, view: &View) -> Handle<Failing> {
    let weight = view.filter.clause(Field::Value).map(|_| view.weight);
    let key = (table.clone(), tradeoff.clone(), view.filter.clone(), weight);
    let weight = weight.unwrap_or(Weight::EVEN);
    Handle(use_memo(key, move |(table, tradeoff, filter, _)| Question { table, tradeoff, weight }.failing(filter)))
}
