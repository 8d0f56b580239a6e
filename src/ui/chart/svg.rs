//! The picture as elements of the page.

use super::ground::Ground;
use super::picture::{Frame, Picture, Shape, Writing};
use crate::ui::element::{Element, all, tag};
use compare::chart::{Path, Point, coordinate};
use compare::units::Gather;
use yew::prelude::*;

/// The picture itself: the ground and what lies over it, with lines that lead to where the reader is.
pub(super) fn picture(
    titles: String,
    ground: &Ground,
    overlay: &Picture,
    joined: bool,
    here: Option<Point>,
) -> Element {
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
