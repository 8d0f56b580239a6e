//! What is said of a point beside it.

use super::picture::Frame;
use super::whereabouts::Whereabouts;
use super::words::{figures, press};
use crate::browser::Escape;
use crate::ui::element::{Element, tag};
use crate::ui::scene::Scene;
use compare::chart::{Point, coordinate};
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is said of a point beside it; it is heard with the range.
pub(super) fn tooltip(scene: &Scene<'_>, row: u32) -> Element {
    let lines = figures(scene, row).into_iter().map(|line| tag!(span).text(line).into());
    tag!(div class="mc-tip" aria-hidden="true")
        .child(tag!(strong).text(scene.table.name(row as usize).to_owned()))
        .children(lines)
        .child(tag!(small).text(press(scene, row)))
}

/// Where what is said of a point stands: beside it, towards the middle of the picture. Escape hides it, wherever the
/// focus is.
#[hook]
pub(super) fn use_tip(reader: &Whereabouts, point: Option<Point>, frame: Frame) -> NodeRef {
    let tip = use_node_ref();
    {
        let (told, hovered) = (reader.told.clone(), reader.hovered.clone());
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
        if let (Some(point), Some(tip)) = (*point, node.cast::<HtmlElement>()) {
            // Only an element that is gone refuses it.
            drop(tip.style().set_property("inset", &inset(point, *frame)));
        }
    });
    tip
}

/// How far from the edges of the picture something begins that stands beside a point, as CSS writes it.
fn inset((x, y): Point, Frame { width, height, em }: Frame) -> String {
    let from = |length: f64| format!("{}px", coordinate(length));
    let (gap, auto) = (0.9 * em, || "auto".to_owned());
    let (top, bottom) = if y < height / 2.0 { (from(y + gap), auto()) } else { (auto(), from(height - y + gap)) };
    // Where there is little room it takes all of it.
    let (left, right) = match (width < 40.0 * em, x < width / 2.0) {
        (true, _) => (from(0.0), from(0.0)),
        (_, true) => (from(x + gap), auto()),
        _ => (auto(), from(width - x + gap)),
    };
    [top, right, bottom, left].join(" ")
}
