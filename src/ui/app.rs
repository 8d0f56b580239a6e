use super::card::{figure_card, use_card};
use super::element::tag;
use super::finding::{use_findings, use_reached};
use super::given::{Given, Passed, use_given, use_passing, use_ranges, use_standing};
use super::header::header;
use super::parts::{Parts, shown};
use super::scene::Scene;
use super::select::use_true_selects;
use super::share::Notice;
use super::status::use_announced;
use super::table::{Look, use_overflow};
use super::told::use_told;
use super::{Go, Handle, Share, Wording};
use crate::browser::today;
use compare::catalog::Book;
use compare::query::{Field, Indexed, Precision, Standing};
use compare::state::{Action, Part, Presentation, View};
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
    /// What is said about the tables.
    pub book: Handle<Book>,
    /// Where the reader went last.
    pub came: Option<Go>,
    /// The ids of the rows that the page itself compares of this table; all where there is none.
    pub own: Rc<[String]>,
    /// What the reader has chosen.
    pub view: View,
    /// How the page presents it.
    pub presentation: Presentation,
    /// What is said to the reader beside the view; empty where nothing is.
    pub notice: Notice,
    /// Counts the changes to the view.
    pub revision: u32,
    /// Asks for a change.
    pub dispatch: Callback<Action>,
    /// Says that the view of a revision is shown.
    pub on_shown: Callback<u32>,
    /// Asks to take the view along.
    pub on_share: Callback<Share>,
    /// Asks to go to a view.
    pub on_go: Callback<Go>,
    /// How numbers and dates are written.
    pub wording: Wording,
}

/// The whole widget: one table with everything that belongs to it.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { table, view, .. } = props;
    let given = use_given(table, view);
    let tradeoff = &given.tradeoff;
    let passed = use_passing(table, tradeoff, view);
    let rows = &passed.1;
    let standing = use_standing(table, tradeoff, &passed);
    let findings = use_findings(table, tradeoff, &passed, &props.presentation.parts);
    let (all, level) = (use_state_eq(|| false), use_state_eq(|| 50));
    let reached = use_reached(table, tradeoff, &findings, *level);
    let precision = use_state_eq(Precision::default);
    let root = use_true_selects();
    let shown = shown(props);
    let place = shown.iter().position(|part| *part == Part::Table && !rows.is_empty());
    let (region, overflows) = use_overflow(place);
    use_shown(props, overflows.is_some());
    let look = Look { scale: given.scale, all: *all, region, overflows: overflows.unwrap_or_default() };
    let (card, on_card) = use_card(table);
    let scene = scene(props, &given, (&passed, &standing), &on_card);
    let (page, first) = if shown.contains(&Part::Table) { page(&scene, rows) } else { Default::default() };
    let ranges = use_ranges(&scene, &passed, &page);
    let told = use_told(&scene, &passed, &shown);
    let heard = use_state_eq(AttrValue::default);
    let parts = Parts {
        scene: &scene,
        props,
        shown: &shown,
        given: &given,
        passed: &passed,
        told: &told,
        best: scene.question().best(rows),
        page: (&page, first),
        ranges: &ranges,
        look: &look,
        all: &all,
        findings: &findings,
        level: &level,
        reached: (*reached).as_ref(),
        precision: &precision,
        heard: &heard,
    };
    let announced = use_announced(parts.in_words());
    let status = tag!(p class="mc-unseen" part="status" role="status" aria-live="polite" aria-atomic="true");
    tag!(div class="mc" part="root")
        .found_by(&root)
        .maybe(parts.has_header().then(|| header(&scene)))
        .children(parts.drawn())
        .child(status.text(announced))
        .child(figure_card(&scene, &card))
        .into()
}

/// Says which revision is shown, once what is shown has been measured: until then it is about to change its height.
#[hook]
fn use_shown(props: &AppProps, is_measured: bool) {
    use_effect_with((props.revision, is_measured, props.on_shown.clone()), |(revision, is_measured, on_shown)| {
        if *is_measured {
            on_shown.emit(*revision);
        }
    });
}

/// What everything is drawn from.
fn scene<'a>(
    props: &'a AppProps,
    given: &'a Given,
    (passed, standing): (&'a Passed, &'a Handle<Standing>),
    on_card: &'a Callback<(u32, Field)>,
) -> Scene<'a> {
    Scene {
        tables: &props.tables,
        table: &props.table,
        view: &props.view,
        tradeoff: &given.tradeoff,
        passing: &passed.0,
        standing,
        wording: &props.wording,
        presentation: &props.presentation,
        notice: &props.notice,
        dispatch: &props.dispatch,
        on_share: &props.on_share,
        on_go: &props.on_go,
        today: today().or_else(|| props.table.newest()),
        on_card,
    }
}

/// The rows of the page that the table shows, and at which place the first of them stands.
fn page(scene: &Scene<'_>, rows: &[u32]) -> (Vec<u32>, usize) {
    let places = scene.view.places(rows.len());
    (scene.question().page(rows, &scene.view.sort, places.clone()), places.start)
}
