use super::book::{BookPart, back};
use super::card::{figure_card, use_card};
use super::cell::score_scale;
use super::chart::{Chart, undrawn};
use super::chips::chips;
use super::compare::{comparison, picked_in_words, picked_line};
use super::element::{all as side_by_side, tag};
use super::empty_result::empty_result;
use super::filter_bar::FilterBar;
use super::finding::{use_findings, use_reached};
use super::header::header;
use super::hidden::{hidden, hidden_in_words};
use super::kept::{Piece, kept};
use super::narrowed::narrowed;
use super::notes::{Unknown, notes};
use super::pager::pager;
use super::panel::panel;
use super::scene::Scene;
use super::select::use_true_selects;
use super::share::Notice;
use super::slider::{tradeoff_slider, winner_in_words};
use super::sort_bar::sort_bar;
use super::sources::Sources;
use super::stats::stats;
use super::status::use_announced;
use super::table::{Look, comparison_table, use_overflow};
use super::ties::ties;
use super::told::{place_of_hidden, use_told};
use super::trends::{price_in_words, trends};
use super::workload::workload_part;
use super::{Go, Handle, Share, Wording};
use crate::browser::today;
use compare::catalog::Book;
use compare::chart::Scale;
use compare::format::{count, sorted};
use compare::query::{Field, Indexed, Passing, Precision, Question, Standing, Tradeoff};
use compare::state::{Action, Part, Presentation, View};
use compare::units::{Gather, Weight};
use std::ops::RangeInclusive;
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
    let AppProps { table, tables, view, presentation, notice, wording, dispatch, on_share, on_go, .. } = props;
    let given = use_given(table, view);
    let (tradeoff, scale) = (&given.tradeoff, given.scale);
    let passed = use_passing(table, tradeoff, view);
    let (passing, rows) = &*passed;
    let standing = use_standing(table, tradeoff, &passed);
    let findings = use_findings(table, tradeoff, &passed, &presentation.parts);
    let (all, level) = (use_state_eq(|| false), use_state_eq(|| 50));
    let reached = use_reached(table, tradeoff, &findings, *level);
    let precision = use_state_eq(Precision::default);
    let root = use_true_selects();
    let (region, overflows) = use_overflow(rows.is_empty());
    // What is not measured yet is about to change its height.
    use_effect_with(
        (props.revision, overflows.is_some(), props.on_shown.clone()),
        |(revision, is_measured, on_shown)| {
            if *is_measured {
                on_shown.emit(*revision);
            }
        },
    );
    let look = Look { scale, all: *all, region, overflows: overflows.unwrap_or_default() };
    let (card, on_card) = use_card(table);
    let scene = Scene {
        tables,
        table,
        view,
        tradeoff,
        passing,
        standing: &standing,
        wording,
        presentation,
        notice,
        dispatch,
        on_share,
        on_go,
        today: today().or_else(|| table.newest()),
        on_card: &on_card,
    };
    // Where a reader has gone is shown, even where the page did not ask for it.
    let gone = props.came.iter().map(|go| &go.part).filter(|part| !presentation.parts.contains(part));
    let parts: Vec<Part> = presentation.parts.iter().chain(gone).copied().gathered();
    let (page, first) = if parts.contains(&Part::Table) { page(&scene, rows) } else { Default::default() };
    let ranges = use_ranges(&scene, &passed, &page);
    let told = use_told(&scene, &passed, &parts);
    let best = scene.question().best(rows);
    let found = hidden_in_words(&scene, &told, rows.len());
    let result = format!("{}, {}", count(rows.len(), table.len(), &*wording.0), sorted(&view.sort, table));
    let result = if found.is_empty() { result } else { [&result, ". ", found.trim_end()].concat() };
    let has_slider = presentation.parts.contains(&Part::Slider) && view.score.is_some() && view.cost.is_some();
    let winner = if has_slider { winner_in_words(&scene, best) } else { String::new() };
    let result = if notice.said.is_empty() { result } else { notice.said.to_string() };
    // What claims and sources say of themselves.
    let heard = use_state_eq(AttrValue::default);
    let why = || hidden(&scene, &told, &props.own, rows.len());
    // Without either, the comparison stands behind the chart.
    let has_place = parts.iter().any(|part| matches!(part, Part::Table | Part::Compare));
    let can_pick = has_place || parts.contains(&Part::Chart);
    let picked = if can_pick { picked_in_words(&scene, &parts) } else { String::new() };
    let price = price_in_words(&scene, (*reached).as_ref());
    let announced = use_announced(vec![result, heard.to_string(), picked, winner, price]);
    // Without a table there is no heading of one, and the headings of what is there take its level.
    let has_header = parts.iter().any(|part| !matches!(part, Part::Claims | Part::Faq | Part::Sources));
    let heading_level = presentation.heading_level - u8::from(!has_header);
    let part = |part: &Part| match part {
        Part::Slider if has_slider => tradeoff_slider(&scene, best, rows.len()),
        Part::Chart => {
            let (Some(score), Some(cost)) = (view.score, view.cost_field()) else { return undrawn(&scene) };
            let fields = [Field::Column(score), cost];
            let chart = html! {
                <Chart app={props.clone()} tradeoff={tradeoff.clone()} passed={Handle(Rc::clone(&passed))}
                    standing={standing.clone()} {fields} {best} today={scene.today} on_card={on_card.clone()} />
            };
            if has_place {
                chart
            } else {
                side_by_side(vec![chart, picked_line(&scene, &parts), comparison(&scene, false)])
            }
        }
        Part::Filters => {
            let filters = FilterBar {
                table: table.clone(),
                tradeoff: tradeoff.clone(),
                passing: passing.clone(),
                filter: view.filter.clone(),
                score: view.score,
                cost: view.cost_field(),
                columns: view.columns.clone(),
                dispatch: dispatch.clone(),
                wording: wording.clone(),
            };
            let filters = kept("filters", Piece::Filters(filters));
            tag!(div class="mc-narrow" part="filters").child(filters).child(chips(&scene)).into()
        }
        Part::Table => {
            // Without a place of its own, the comparison stands behind the table.
            let compared =
                if presentation.parts.contains(&Part::Compare) { Html::default() } else { comparison(&scene, false) };
            let answer = if rows.is_empty() {
                empty_result(&scene)
            } else {
                let shown = vec![
                    ties(&scene),
                    comparison_table(&scene, &page, &ranges, first, &look),
                    notes(&scene, &given.unknown, told.has_old, ranges.iter().any(Option::is_some)),
                    pager(&scene, rows.len()),
                ];
                side_by_side(shown)
            };
            // As many nodes in either case, so that the bar and the focus in it stay.
            let why = if place_of_hidden(&parts) == Some(Part::Table) { why() } else { Html::default() };
            side_by_side(vec![sort_bar(&scene, rows.len(), &all), why, answer, picked_line(&scene, &parts), compared])
        }
        Part::Workload => workload_part(&scene, &precision, &given.unknown, &told),
        Part::Compare => comparison(&scene, true),
        Part::Claims | Part::Faq => {
            let part = BookPart {
                part: *part,
                book: props.book.clone(),
                presentation: Presentation { heading_level, ..presentation.clone() },
                wording: wording.clone(),
                newest: tables.iter().filter_map(|table| table.newest()).max(),
                on_go: on_go.clone(),
                heard: heard.setter(),
            };
            kept("book", Piece::Book(part))
        }
        Part::Panel => panel(&scene, rows),
        Part::Stats => stats(&scene, &findings),
        Part::Trends => trends(&scene, &findings, (&level, (*reached).as_ref()), &props.book),
        Part::Sources => {
            let sources = Sources {
                tables: tables.clone(),
                book: props.book.clone(),
                heading_level,
                today: scene.today,
                wording: wording.clone(),
                heard: heard.setter(),
            };
            kept("sources", Piece::Sources(sources))
        }
        Part::Slider => Html::default(),
    };
    let status = tag!(p class="mc-unseen" part="status" role="status" aria-live="polite" aria-atomic="true");
    tag!(div class="mc" part="root")
        .found_by(&root)
        .maybe(has_header.then(|| header(&scene)))
        .children(parts.iter().flat_map(|name| {
            let is_place = *name != Part::Table && place_of_hidden(&parts) == Some(*name);
            let why = if is_place { why() } else { Html::default() };
            [
                back(&props.book, props.came.as_ref(), *name),
                narrowed(&scene, &props.own, &parts, *name),
                part(name),
                why,
            ]
        }))
        .child(status.text(announced))
        .child(figure_card(&scene, &card))
        .into()
}

/// The rows of the page that the table shows, and at which place the first of them stands.
fn page(scene: &Scene<'_>, rows: &[u32]) -> (Vec<u32>, usize) {
    let places = scene.view.places(rows.len());
    (scene.question().page(rows, &scene.view.sort, places.clone()), places.start)
}

/// Between which places by score the rows of a page stand, where they are sorted by it; a step of the weight changes
/// nothing of it.
#[hook]
fn use_ranges(
    scene: &Scene<'_>,
    passed: &Rc<(Handle<Passing>, Vec<u32>)>,
    page: &[u32],
) -> Rc<Vec<Option<RangeInclusive<usize>>>> {
    let is_by_score = scene.question().is_by_score(&scene.view.sort);
    let key = (scene.table.clone(), scene.tradeoff.clone(), Handle(Rc::clone(passed)), is_by_score, page.to_vec());
    use_memo(key, |(table, tradeoff, passed, is_by_score, page)| {
        let question = Question { table, tradeoff, weight: Weight::EVEN };
        if *is_by_score { question.rank_ranges(page, &passed.1) } else { vec![None; page.len()] }
    })
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

/// How the rows after the filters stand among each other; a step of the weight changes nothing of it, but where there
/// is a filter by value.
#[hook]
fn use_standing(
    table: &Handle<Indexed>,
    tradeoff: &Handle<Tradeoff>,
    passed: &Rc<(Handle<Passing>, Vec<u32>)>,
) -> Handle<Standing> {
    let key = (table.clone(), tradeoff.clone(), Handle(Rc::clone(passed)));
    let standing = use_memo(key, |(table, tradeoff, passed)| {
        Question { table, tradeoff, weight: Weight::EVEN }.standing(&passed.1)
    });
    Handle(standing)
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
