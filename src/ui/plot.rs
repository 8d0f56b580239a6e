//! Step lines and bars over time.
//!
//! The area is stretched to the room there is, while texts and marks keep their size: lines are drawn in a square that
//! is stretched, all else stands at places in percent. The pictures are passed over by assistive technology: a sentence
//! and a table beside them say what they show.

use super::element::{all, tag};
use compare::chart::{Path, Scale, coordinate, steps};
use compare::query::{Quarter, Step, moment};
use compare::units::Gather;
use yew::prelude::*;

/// The side of the square in which lines are drawn.
const SIZE: f64 = 1_000.0;

/// What stands at the axes.
pub(super) struct Axes<'a> {
    /// What the numbers are.
    pub title: String,
    /// Writes a number at a tick.
    pub write: &'a dyn Fn(f64) -> String,
    /// What the dates are.
    pub years: String,
}

/// A step line.
pub(super) struct Line<'a> {
    /// Whether it is of open rows, closed ones, or all.
    pub open: Option<bool>,
    pub steps: &'a [Step],
}

fn percent(place: f64) -> AttrValue {
    (coordinate(place * 100.0) + "%").into()
}

/// What is open, closed or either in a picture.
pub(super) fn class(open: Option<bool>) -> &'static str {
    match open {
        Some(true) => "mc-open",
        Some(false) => "mc-closed",
        None => "mc-either",
    }
}

/// Step lines over the years, with a mark at each step: a circle where open, a diamond where closed.
///
/// The lines go on until a moment.
pub(super) fn line_plot((years, until): (&Scale, f64), numbers: &Scale, axes: Axes<'_>, lines: &[Line<'_>]) -> Html {
    let end = years.place(until);
    let drawn = lines.iter().map(|line| {
        let points: Vec<(f64, f64)> =
            line.steps.iter().map(|step| (years.place(moment(step.date)), numbers.place(step.number))).gathered();
        let dashes = (line.open == Some(false)).then_some("6 4");
        let path = tag!(path fill="none" vector-effect="non-scaling-stroke";
            d = steps(&points, end, SIZE).text(), stroke-dasharray = dashes);
        let square = tag!(svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%");
        let marks = points.iter().map(|(x, y)| {
            let mut mark = Path::default();
            match line.open {
                Some(false) => mark.diamond((0.0, 0.0), 5.0),
                _ => mark.circle((0.0, 0.0), 4.0),
            };
            let mark = tag!(path; d = mark.text());
            tag!(svg overflow="visible"; x = percent(*x), y = percent(1.0 - y)).child(mark).into()
        });
        tag!(g; class = class(line.open)).child(square.child(path)).child(tag!(g).children(marks)).into()
    });
    frame(years, numbers, axes, drawn.gathered())
}

/// Bars of the rows of each quarter: open ones filled, closed ones above as outlines, those of which it is not known
/// above them as dashed outlines.
pub(super) fn bar_plot(years: &Scale, numbers: &Scale, axes: Axes<'_>, quarters: &[Quarter]) -> Html {
    let width = 0.8 / quarters.len().max(1) as f64;
    let drawn = quarters.iter().map(|at| {
        let x = years.place(f64::from(at.year) + (f64::from(at.quarter) - 1.0) / 4.0) + width / 8.0;
        let kinds = [(Some(true), at.rows.open), (Some(false), at.rows.closed), (None, at.rows.unknown)];
        let mut below = 0;
        let bars = kinds.into_iter().filter(|(_, count)| *count > 0).map(|(open, count)| {
            let [low, high] = [below, below + count].map(|count| numbers.place(count as f64));
            below += count;
            let (y, height) = (percent(1.0 - high), percent(high - low));
            tag!(rect; class = class(open), x = percent(x), y = y, width = percent(width), height = height).into()
        });
        tag!(g).children(bars.gathered()).into()
    });
    frame(years, numbers, axes, drawn.gathered())
}

/// Axes with their titles and ticks around what is drawn.
fn frame(years: &Scale, numbers: &Scale, axes: Axes<'_>, drawn: Vec<Html>) -> Html {
    let Axes { title, write, years: below } = axes;
    let ticks: Vec<(f64, String)> =
        numbers.ticks(5).into_iter().map(|tick| (1.0 - numbers.place(tick), write(tick))).gathered();
    let line = |(y, _): &(f64, String)| {
        tag!(line class="mc-gridline" x1="0" x2="100%"; y1 = percent(*y), y2 = percent(*y)).into()
    };
    let left = |(y, text): &(f64, String)| {
        tag!(text x="100%" dy="0.35em" text-anchor="end"; y = percent(*y)).text(text.clone()).into()
    };
    let (first, last) = years.ends();
    // The first of a year stands at a line; its name in the middle, where that is drawn. Many years have few names.
    let span = (last.ceil() - first.floor()) as u16;
    let every = span.div_ceil(6).max(1);
    let all_years =
        (first.floor() as u16..last.ceil() as u16).filter(|year| (year - first.floor() as u16).is_multiple_of(every));
    let named = all_years.map(|year| {
        let middle = f64::midpoint(f64::from(year).max(first), f64::from(year + 1).min(last));
        tag!(text y="1em" text-anchor="middle"; x = percent(years.place(middle))).text(year.to_string()).into()
    });
    let lined = if span > 24 { usize::from(every) } else { 1 };
    let starts = (first.ceil() as u16..=last.floor() as u16).step_by(lined).map(|year| {
        let x = percent(years.place(f64::from(year)));
        tag!(line class="mc-gridline" y1="0" y2="100%"; x1 = x.clone(), x2 = x).into()
    });
    let area = tag!(svg class="mc-area" aria-hidden="true" focusable="false")
        .child(tag!(g).children(ticks.iter().map(line).chain(starts).gathered()))
        .child(all(drawn));
    let title_of = |class: &'static str, title: String| tag!(p aria-hidden="true"; class = class).text(title);
    tag!(div class="mc-plot")
        .child(title_of("mc-measure", title))
        .child(tag!(svg class="mc-left" aria-hidden="true" focusable="false").children(ticks.iter().map(left)))
        .child(area)
        .child(tag!(svg class="mc-below" aria-hidden="true" focusable="false").children(named))
        .child(title_of("mc-measure mc-measure-years", [&*below, ", by year"].concat()))
        .into()
}
