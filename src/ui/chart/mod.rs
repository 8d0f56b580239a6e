//! Score over cost, drawn: who is dominated by none, and where the weight of the moment draws the line.
//!
//! The points are a few paths, not an element each, so that thousands of them cost no more than a handful. What a
//! reader points at is found by its place. For the keyboard, and for who does not see it, a native range lies unseen
//! over the picture: one tab stop, arrow keys, Home and End in every browser, and a value in words that every screen
//! reader says, by touch as well. A group of roles would need an element for each point, and speaks in some readers
//! only.

mod axes;
mod file;
mod frame;
mod ground;
mod names;
mod overlay;
mod picture;
mod points;
mod svg;
mod table;
mod tip;
mod walk;
mod whereabouts;
mod words;

use super::app::AppProps;
use super::element::{Element, said, tag};
use super::scene::Scene;
use super::{Handle, Share};
use axes::axis_title;
use compare::query::{Field, Passing, Question, Standing, Tradeoff};
use compare::units::{Date, Text, Weight};
use frame::use_frame;
use ground::Ground;
use overlay::Marked;
use picture::Frame;
use std::rc::Rc;
use svg::picture;
use table::table_of_points;
use tip::{tooltip, use_tip};
use walk::{on_pick, walk};
use whereabouts::use_whereabouts;
use words::{legend, nothing_drawn, numbered, summary, unplaced};
use yew::prelude::*;

pub(crate) use file::chart_file;

#[derive(PartialEq, Properties)]
pub(super) struct ChartProps {
    pub app: AppProps,
    pub tradeoff: Handle<Tradeoff>,
    pub passed: Handle<(Handle<Passing>, Vec<u32>)>,
    pub standing: Handle<Standing>,
    /// The score and the cost.
    pub fields: [Field; 2],
    /// The row that comes first by value.
    pub best: Option<u32>,
    pub today: Option<Date>,
    pub on_card: Callback<(u32, Field)>,
}

impl ChartProps {
    fn scene(&self) -> Scene<'_> {
        let Self { app, .. } = self;
        Scene {
            tables: &app.tables,
            table: &app.table,
            view: &app.view,
            tradeoff: &self.tradeoff,
            passing: &self.passed.0.0,
            standing: &self.standing,
            wording: &app.wording,
            presentation: &app.presentation,
            notice: &app.notice,
            dispatch: &app.dispatch,
            on_share: &app.on_share,
            on_go: &app.on_go,
            today: self.today,
            on_card: &self.on_card,
        }
    }
}

/// The part `chart`.
#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let ChartProps { app, fields, best, .. } = props;
    let scene = props.scene();
    let stage = use_node_ref();
    let frame = use_frame(&stage);
    let ground = use_ground(props, frame);
    let drawn = &*ground;
    let reader = use_whereabouts();
    let (joined, listed, saved) = (use_state_eq(|| false), use_state_eq(|| false), use_state_eq(|| false));
    let place = |row: u32| Some((row, drawn.point(row)?));
    let reached = |id: &Option<Text>| app.table.row(id.as_ref()?).and_then(|row| place(row as u32));
    let at = reached(&reader.here).or_else(|| place((*best)?));
    let shown = reached(&reader.hovered).or_else(|| at.filter(|_| *reader.told));
    let tip = use_tip(&reader, shown.map(|(_, point)| point), frame);

    let overlay = drawn.overlay(&scene.question(), &props.standing, &Marked::new(&app.table, &app.view, *best));
    let titles = fields.map(|field| axis_title(field, &app.table)).join(" over ");
    let words = summary(&scene, &titles, drawn, *best);
    let pick = on_pick(&scene);
    let on_mouse = reader.on_mouse(&stage, (&app.table, &ground), &pick);
    let stage = tag!(div class="mc-stage")
        .found_by(&stage)
        .onclick(on_mouse.clone())
        .onmousemove(on_mouse)
        .onmouseleave(reader.on_leave())
        .maybe(at.map(|(row, _)| walk(&scene, row, &ground, &reader, pick)))
        .child(picture(titles, drawn, &overlay, *joined, shown.map(|(_, point)| point)))
        .maybe(shown.map(|(row, _)| tooltip(&scene, row).found_by(&tip)))
        .maybe(at.is_none().then(|| tag!(p class="mc-nothing").text(nothing_drawn(drawn))));
    let variants = (!drawn.variants.is_empty()).then(|| {
        let tick = tag!(input type="checkbox").checked(*joined).onchange(on_toggle(&joined));
        tag!(label class="mc-join").child(tick).text("Join variants of one model")
    });
    section(&scene)
        .maybe(variants)
        .child(tag!(p id="chart-words" class="mc-unseen").text(words))
        .child(stage)
        .maybe(numbered(&overlay))
        .child(legend(&scene, drawn, *joined && !drawn.variants.is_empty()))
        .child(unplaced(&scene, drawn))
        .child(under(&scene, &listed, &saved))
        .maybe(saved.then(|| tag!(p class="mc-notice").text(app.notice.said.clone())))
        .maybe(listed.then(|| table_of_points(&scene, fields, drawn)))
        .into()
}

fn on_toggle(state: &UseStateHandle<bool>) -> Callback<Event> {
    let state = state.clone();
    Callback::from(move |_: Event| state.set(!*state))
}

/// What the chart can be shown as, and saved as.
fn under(scene: &Scene<'_>, listed: &UseStateHandle<bool>, saved: &UseStateHandle<bool>) -> Element {
    let save = |label: &'static str, share: Share| {
        let (saved, on_share) = (saved.clone(), scene.on_share.clone());
        let onclick = Callback::from(move |_: Event| {
            saved.set(true);
            on_share.emit(share);
        });
        tag!(button type="button").onclick(onclick).text(label)
    };
    let list =
        tag!(button type="button"; aria-expanded = said(**listed)).onclick(on_toggle(listed)).text("Show as table");
    tag!(div class="mc-under-chart")
        .child(list)
        .child(save("Save as SVG", Share::Svg))
        .child(save("Save as PNG", Share::Png))
}

/// The part where a table has no score, or no cost.
pub(super) fn undrawn(scene: &Scene<'_>) -> Html {
    section(scene).child(tag!(p).text("Nothing is drawn: a chart wants a score and a cost.")).into()
}

fn section(scene: &Scene<'_>) -> Element {
    tag!(section class="mc-chart" part="chart"; aria-label = format!("Chart of {}", scene.table.title))
}

/// What does not change with the weight, worked out anew only when something else does.
#[hook]
fn use_ground(props: &ChartProps, frame: Frame) -> Rc<Ground> {
    let ChartProps { app, tradeoff, passed, standing, fields, .. } = props;
    let wording = app.wording.clone();
    let key = (app.table.clone(), tradeoff.clone(), passed.clone(), standing.clone(), *fields, frame);
    use_memo(key, move |(table, tradeoff, passed, standing, fields, frame)| {
        let question = Question { table, tradeoff, weight: Weight::EVEN };
        Ground::new(&question, *fields, &passed.1, standing, *frame, &wording.of(table))
    })
}
