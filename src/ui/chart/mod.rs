//! Score over cost, drawn: who is dominated by none, and where the weight of the moment draws the line.
//!
//! The points are a few paths, not an element each, so that thousands of them cost no more than a handful. What a
//! reader points at is found by its place. For the keyboard, and for who does not see it, a native range lies unseen
//! over the picture: one tab stop, arrow keys, Home and End in every browser, and a value in words that every screen
//! reader says, by touch as well. A group of roles would need an element for each point, and speaks in some readers
//! only.

mod drawing;
mod file;
mod names;
mod table;
mod words;

use super::app::AppProps;
use super::element::{self, all, said, tag};
use super::row::FULL;
use super::scene::Scene;
use super::{Handle, Share};
use crate::browser::{Escape, font_size, observe_size};
use compare::chart::{Path, Point, coordinate, nearest};
use compare::query::{Field, Passing, Question, Standing, Tradeoff};
use compare::state::Action;
use compare::units::{Date, Gather, Text, Weight};
use drawing::{Frame, Ground, Marked, Picture, Shape, Writing, axis_title};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use table::table_of_points;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use words::{figures, has_room, legend, nothing_drawn, numbered, press, sentence, summary, unplaced};
use yew::prelude::*;

pub(crate) use file::chart_file;

/// What the chart is drawn with before it knows its place.
const FIRST: Frame = Frame { width: 720.0, height: 372.0, em: 12.0 };

/// How near a point the mouse must be at least, in pixels: half of what a target measures.
const REACH: f64 = 12.0;

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

/// The part `chart`.
#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let ChartProps { app, tradeoff, passed, standing, fields, best, today, on_card } = props;
    let scene = Scene {
        tables: &app.tables,
        table: &app.table,
        view: &app.view,
        tradeoff,
        passing: &passed.0.0,
        standing,
        wording: &app.wording,
        presentation: &app.presentation,
        notice: &app.notice,
        dispatch: &app.dispatch,
        on_share: &app.on_share,
        on_go: &app.on_go,
        today: *today,
        on_card,
    };
    let stage = use_node_ref();
    let frame = use_frame(&stage);
    let ground = use_ground(props, frame);
    let drawn = &*ground;
    // The ids of the rows at whose points the keyboard and the mouse are, for positions change with the table; and
    // whether the keyboard's is told of where the mouse is at none.
    let (here, hovered, told) = (use_state_eq(|| None::<Text>), use_state_eq(|| None::<Text>), use_state_eq(|| false));
    let (joined, listed, saved) = (use_state_eq(|| false), use_state_eq(|| false), use_state_eq(|| false));
    let place = |row: u32| Some((row, drawn.point(row)?));
    let reached = |id: &Option<Text>| app.table.row(id.as_ref()?).and_then(|row| place(row as u32));
    let at = reached(&here).or_else(|| place((*best)?));
    let shown = reached(&hovered).or_else(|| at.filter(|_| *told));
    let tip = use_tip(&told, &hovered, shown.map(|(_, point)| point), frame);

    let pick = {
        let (dispatch, table, selected) = (app.dispatch.clone(), app.table.clone(), app.view.selected.clone());
        let has_room = has_room(&scene);
        Callback::from(move |row: u32| {
            let Some(id) = table.ids.get(row as usize) else { return };
            let picked = selected.iter().any(|picked| id == picked);
            if picked || has_room {
                dispatch.emit(Action::Pick(id.to_string(), !picked));
            }
        })
    };
    let on_mouse = {
        let (here, hovered, stage, ground) = (here.clone(), hovered.clone(), stage.clone(), Rc::clone(&ground));
        let (table, pick) = (app.table.clone(), pick.clone());
        Callback::from(move |event: Event| {
            let Some(row) = pointed_at(&event, &stage, &ground) else { return };
            let id = table.ids.get(row as usize).cloned();
            hovered.set(id.clone());
            if event.type_() == "click" {
                here.set(id);
                pick.emit(row);
            }
        })
    };
    let on_leave = {
        let hovered = hovered.clone();
        Callback::from(move |_: Event| hovered.set(None))
    };
    let set_told = |shown: bool| {
        let told = told.clone();
        Callback::from(move |_: Event| told.set(shown))
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: Event| state.set(!*state))
    };
    let save = |share: Share| {
        let (saved, on_share) = (saved.clone(), app.on_share.clone());
        Callback::from(move |_: Event| {
            saved.set(true);
            on_share.emit(share);
        })
    };

    let marked = Marked::new(&app.table, &app.view, *best);
    let overlay = drawn.overlay(&scene.question(), standing, &marked);
    let titles = fields.map(|field| axis_title(field, &app.table)).join(" over ");
    let walk = at.map(|(row, _)| {
        let oninput = {
            let (here, hovered, told) = (here.clone(), hovered.clone(), told.clone());
            let (ground, table) = (Rc::clone(&ground), app.table.clone());
            Callback::from(move |event: Event| {
                let place = event.target_unchecked_into::<HtmlInputElement>().value_as_number() as usize;
                let row = ground.points.get(place).map(|(row, _)| *row);
                here.set(row.and_then(|row| table.ids.get(row as usize).cloned()));
                told.set(true);
                // A mouse that only rests hides nothing of it.
                hovered.set(None);
            })
        };
        let onkeydown = Callback::from(move |event: Event| {
            if matches!(&*event.unchecked_ref::<KeyboardEvent>().key(), "Enter" | " ") {
                event.prevent_default();
                pick.emit(row);
            }
        });
        let mut said = sentence(&scene, row);
        if press(&scene, row) == FULL {
            said = said + ". " + FULL;
        }
        let place = drawn.points.iter().position(|(other, _)| *other == row).unwrap_or_default();
        tag!(input class="mc-walk" type="range" min="0" step="1"
            aria-label="Points of the chart" aria-describedby="chart-words";
            max = (drawn.points.len() - 1).to_string(), aria-valuetext = said)
        .value(place.to_string())
        .oninput(oninput)
        .onkeydown(onkeydown)
        .onfocusin(set_told(true))
        .onfocusout(set_told(false))
    });
    let tip = shown.map(|(row, _)| tooltip(&scene, row).found_by(&tip));
    let words = summary(&scene, &titles, drawn, *best);
    let picture = picture(titles, drawn, &overlay, *joined, shown.map(|(_, point)| point));
    let nothing = at.is_none().then(|| tag!(p class="mc-nothing").text(nothing_drawn(drawn)));
    let stage = tag!(div class="mc-stage")
        .found_by(&stage)
        .onclick(on_mouse.clone())
        .onmousemove(on_mouse)
        .onmouseleave(on_leave)
        .maybe(walk)
        .child(picture)
        .maybe(tip)
        .maybe(nothing);
    let variants = (!drawn.variants.is_empty()).then(|| {
        let tick = tag!(input type="checkbox").checked(*joined).onchange(toggle(&joined));
        tag!(label class="mc-join").child(tick).text("Join variants of one model")
    });
    let button = |label: &'static str, share: Share| tag!(button type="button").onclick(save(share)).text(label);
    let list = tag!(button type="button"; aria-expanded = said(*listed)).onclick(toggle(&listed)).text("Show as table");
    let under = tag!(div class="mc-under-chart")
        .child(list)
        .child(button("Save as SVG", Share::Svg))
        .child(button("Save as PNG", Share::Png));
    let notice = saved.then(|| tag!(p class="mc-notice").text(app.notice.said.clone()));
    section(&scene)
        .maybe(variants)
        .child(tag!(p id="chart-words" class="mc-unseen").text(words))
        .child(stage)
        .maybe(numbered(&overlay))
        .child(legend(&scene, drawn))
        .child(unplaced(&scene, drawn))
        .child(under)
        .maybe(notice)
        .maybe(listed.then(|| table_of_points(&scene, fields, drawn)))
        .into()
}

/// The part where a table has no score, or no cost.
pub(super) fn undrawn(scene: &Scene<'_>) -> Html {
    section(scene).child(tag!(p).text("Nothing is drawn: a chart wants a score and a cost.")).into()
}

fn section(scene: &Scene<'_>) -> element::Element {
    tag!(section class="mc-chart" part="chart"; aria-label = format!("Chart of {}", scene.table.title))
}

/// The row whose point the mouse is at, or near enough; none where it is over what is said of one.
fn pointed_at(event: &Event, stage: &NodeRef, ground: &Ground) -> Option<u32> {
    let (stage, target) = (stage.cast::<Element>()?, event.target_dyn_into::<Element>()?);
    if target.closest(".mc-tip").is_ok_and(|tip| tip.is_some()) {
        return None;
    }
    let (mouse, rect) = (event.unchecked_ref::<MouseEvent>(), stage.get_bounding_client_rect());
    let place = (f64::from(mouse.client_x()) - rect.left(), f64::from(mouse.client_y()) - rect.top());
    let points = ground.points.iter().map(|(_, point)| *point);
    Some(ground.points.get(nearest(points, place, REACH.max(ground.frame.em))?)?.0)
}

/// The picture itself.
fn picture(titles: String, ground: &Ground, overlay: &Picture, joined: bool, here: Option<Point>) -> element::Element {
    let Frame { width, height, em } = ground.frame;
    let (mut cross, area) = (Path::default(), ground.plot.area);
    if let Some(point) = here {
        cross.line((area.left, point.1), point).to((point.0, area.bottom)).circle(point, 0.8 * em);
    }
    let extra = |class: &'static str, path: AttrValue| shape(&Shape { class, hue: None, path });
    let joined = if joined { ground.variants.clone() } else { AttrValue::default() };
    tag!(svg class="mc-picture" role="img" focusable="false"; aria-label = titles,
        viewBox = [0.0, 0.0, width, height].map(coordinate).join(" "))
    .child(extra("mc-variants", joined))
    .child(all(ground.picture.shapes.iter().chain(&overlay.shapes).map(shape).gathered()))
    .child(extra("mc-here", cross.text().into()))
    .child(all(ground.picture.writings.iter().chain(&overlay.writings).map(writing).gathered()))
}

fn shape(shape: &Shape) -> Html {
    tag!(path; class = shape.class, data-hue = shape.hue.map(|hue| hue.to_string()), d = shape.path.clone()).into()
}

fn writing(writing: &Writing) -> Html {
    let (x, y) = writing.at;
    tag!(text; class = writing.class, text-anchor = writing.anchor, x = coordinate(x), y = coordinate(y))
        .text(writing.text.clone())
        .into()
}

/// What is said of a point beside it; it is heard with the range.
fn tooltip(scene: &Scene<'_>, row: u32) -> element::Element {
    let lines = figures(scene, row).into_iter().map(|line| tag!(span).text(line).into());
    tag!(div class="mc-tip" aria-hidden="true")
        .child(tag!(strong).text(scene.table.name(row as usize).to_owned()))
        .children(lines)
        .child(tag!(small).text(press(scene, row)))
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

/// How much room the picture has, and how great its type is; its stage is there as long as the chart. What is measured is told a moment later: a change of size
/// while sizes are watched is an error of the page.
#[hook]
fn use_frame(stage: &NodeRef) -> Frame {
    let frame = use_state_eq(|| FIRST);
    {
        let (stage, frame) = (stage.clone(), frame.clone());
        use_effect_with((), move |()| {
            let observer = stage.cast::<HtmlElement>().and_then(|element| {
                let measure = {
                    let element = element.clone();
                    move || {
                        let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
                        if let Some(em) = font_size(&element).filter(|em| width > 0.0 && *em > 0.0) {
                            frame.set(Frame { width, height, em });
                        }
                    }
                };
                measure();
                let later = RefCell::new(None);
                observe_size(&element, move || drop(later.replace(Some(Timeout::new(0, measure.clone())))))
            });
            move || drop(observer)
        });
    }
    *frame
}

/// Where what is said of a point stands: beside it, towards the middle of the picture. Escape hides it, wherever the
/// focus is.
#[hook]
fn use_tip(
    told: &UseStateHandle<bool>,
    hovered: &UseStateHandle<Option<Text>>,
    point: Option<Point>,
    frame: Frame,
) -> NodeRef {
    let tip = use_node_ref();
    {
        let (told, hovered) = (told.clone(), hovered.clone());
        use_effect_with(point.is_some(), move |shown| {
            let escape = shown.then(|| {
                Escape::heard(move || {
                    told.set(false);
                    hovered.set(None);
                })
            });
            move || drop(escape)
        });
    }
    let node = tip.clone();
    use_effect_with((point, frame), move |(point, frame)| {
        let (Some((x, y)), Some(tip)) = (*point, node.cast::<HtmlElement>()) else { return };
        let Frame { width, height, em } = *frame;
        let from = |length: f64| format!("{}px", coordinate(length));
        let (gap, auto) = (0.9 * em, || "auto".to_owned());
        let (top, bottom) = if y < height / 2.0 { (from(y + gap), auto()) } else { (auto(), from(height - y + gap)) };
        // Where there is little room it takes all of it.
        let (left, right) = match (width < 40.0 * em, x < width / 2.0) {
            (true, _) => (from(0.0), from(0.0)),
            (_, true) => (from(x + gap), auto()),
            _ => (auto(), from(width - x + gap)),
        };
        // Only an element that is gone refuses it.
        drop(tip.style().set_property("inset", &[top, right, bottom, left].join(" ")));
    });
    tip
}
