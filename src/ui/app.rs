use super::cell::score_scale;
use super::chips::chips;
use super::element::{all as side_by_side, tag};
use super::empty_result::empty_result;
use super::filter_bar::FilterBar;
use super::header::header;
use super::notes::{Unknown, notes};
use super::pager::pager;
use super::scene::Scene;
use super::select::use_true_selects;
use super::slider::tradeoff_slider;
use super::sort_bar::sort_bar;
use super::status::use_announced;
use super::table::{Look, comparison_table, use_overflow};
use super::{Handle, Share, Wording};
use compare::chart::Scale;
use compare::format::{count, sorted};
use compare::query::{Field, Indexed, Passing, Question, SortKey, Tradeoff};
use compare::state::{Action, Part, Presentation, View};
use compare::units::Weight;
use std::rc::Rc;
use yew::prelude::*;

/// What a widget shows.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Tells it from every other one of the page.
    pub id: u32,
    /// The table that is shown, narrowed to what the view is about.
    pub table: Handle<Indexed>,
    /// The tables among which a reader chooses.
    pub tables: Handle<[Rc<Indexed>]>,
    /// What the reader has chosen.
    pub view: View,
    /// How the page presents it.
    pub presentation: Presentation,
    /// What is said to the reader beside the view; empty where nothing is.
    pub notice: AttrValue,
    /// Counts the changes to the view.
    pub revision: u32,
    /// Asks for a change.
    pub dispatch: Callback<Action>,
    /// Says that the view of a revision is shown.
    pub on_shown: Callback<u32>,
    /// Asks to take the view along.
    pub on_share: Callback<Share>,
    /// How numbers and dates are written.
    pub wording: Wording,
}

/// The whole widget: one table with everything that belongs to it.
#[component]
pub fn App(props: &AppProps) -> Html {
    use_effect_with((props.revision, props.on_shown.clone()), |(revision, on_shown)| on_shown.emit(*revision));
    let AppProps { table, tables, view, presentation, notice, wording, dispatch, on_share, .. } = props;
    let given = use_given(table, view);
    let (tradeoff, scale) = (&given.tradeoff, given.scale);
    let passed = use_passing(table, tradeoff, view);
    let (passing, rows) = &*passed;
    let all = use_state_eq(|| false);
    let root = use_true_selects();
    let (region, overflows) = use_overflow(rows.is_empty());
    let look = Look { scale, all: *all, region, overflows };
    let scene = Scene { tables, table, view, tradeoff, passing, wording, presentation, notice, dispatch, on_share };
    let best = scene.question().page(rows, &[SortKey::BY_VALUE], 0..1).first().copied();
    let result = format!("{}, {}", count(rows.len(), table.len(), &*wording.0), sorted(&view.sort, table));
    let announced = use_announced(if notice.is_empty() { result } else { notice.to_string() });
    let part = |part: &Part| match part {
        Part::Slider if view.score.is_some() && view.cost.is_some() => tradeoff_slider(&scene, best),
        Part::Filters => {
            let filters = html! {
                <FilterBar table={table.clone()} tradeoff={tradeoff.clone()} passing={passing.clone()}
                    filter={view.filter.clone()} score={view.score} cost={view.cost_field()}
                    columns={view.columns.clone()} wording={wording.clone()} dispatch={dispatch.clone()} />
            };
            tag!(div class="mc-narrow" part="filters").child(filters).child(chips(&scene)).into()
        }
        Part::Table => {
            let answer = if rows.is_empty() {
                empty_result(&scene)
            } else {
                let shown = vec![page(&scene, rows, &look), notes(&scene, &given.unknown), pager(&scene, rows.len())];
                side_by_side(shown)
            };
            // As many nodes in either case, so that the bar and the focus in it stay.
            side_by_side(vec![sort_bar(&scene, rows.len(), &all), answer])
        }
        _ => Html::default(),
    };
    let status = tag!(p class="mc-unseen" part="status" role="status" aria-live="polite" aria-atomic="true");
    tag!(div class="mc" part="root")
        .found_by(&root)
        .child(header(&scene))
        .children(presentation.parts.iter().map(part))
        .child(status.text(announced))
        .into()
}

/// The table with the rows of one page.
fn page(scene: &Scene<'_>, rows: &[u32], look: &Look) -> Html {
    let places = scene.view.places(rows.len());
    let page = scene.question().page(rows, &scene.view.sort, places.clone());
    comparison_table(scene, &page, places.start, look)
}

/// What follows from table, score, cost and workload, whatever the weight and the filter.
struct Given {
    tradeoff: Handle<Tradeoff>,
    unknown: Unknown,
    scale: Option<Scale>,
}

/// What is given, worked out anew only when table, score, cost or workload change.
#[hook]
fn use_given(table: &Handle<Indexed>, view: &View) -> Rc<Given> {
    use_memo((table.clone(), view.score, view.cost, view.workload), |(table, score, cost, workload)| {
        let tradeoff = Tradeoff::new(table, *score, *cost, workload);
        let unknown = Unknown::new(table, &tradeoff, workload);
        Given { tradeoff: Handle(Rc::new(tradeoff)), unknown, scale: score_scale(table, *score) }
    })
}

/// Which rows pass which part of the filter, and the rows that pass all; only a filter by value has to be asked again
/// at another weight.
#[hook]
fn use_passing(table: &Handle<Indexed>, tradeoff: &Handle<Tradeoff>, view: &View) -> Rc<(Handle<Passing>, Vec<u32>)> {
    let weight = view.filter.clause(Field::Value).map(|_| view.weight);
    let key = (table.clone(), tradeoff.clone(), view.filter.clone(), weight);
    let weight = weight.unwrap_or(Weight::EVEN);
    use_memo(key, move |(table, tradeoff, filter, _)| {
        let passing = Question { table, tradeoff, weight }.passing(filter);
        let rows = passing.rows();
        (Handle(Rc::new(passing)), rows)
    })
}
