//! What a picture consists of, on the page and in a file alike: paths and texts, each with a class.

use compare::chart::{Path, Point};
use yew::AttrValue;

/// How much room there is, in pixels, and how great the type is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub width: f64,
    pub height: f64,
    pub em: f64,
}

/// A path with what it is.
pub(super) struct Shape {
    pub class: &'static str,
    /// The colour of a row that wins at some weight.
    pub hue: Option<usize>,
    pub path: AttrValue,
}

/// A text that stands at a point.
pub(super) struct Writing {
    pub class: &'static str,
    pub at: Point,
    /// Whether it begins, has its middle or ends there.
    pub anchor: &'static str,
    pub text: AttrValue,
}

/// Paths below texts.
#[derive(Default)]
pub(super) struct Picture {
    pub shapes: Vec<Shape>,
    pub writings: Vec<Writing>,
    /// Numbers that stand for names, each with its name.
    pub numbered: Vec<String>,
}

impl Picture {
    /// Adds a path of a class, unless it is empty.
    pub(super) fn draw(&mut self, class: &'static str, hue: Option<usize>, path: Path) {
        if !path.is_empty() {
            self.shapes.push(Shape { class, hue, path: path.text().into() });
        }
    }

    /// Adds a text of a class.
    pub(super) fn write(&mut self, class: &'static str, at: Point, anchor: &'static str, text: String) {
        self.writings.push(Writing { class, at, anchor, text: text.into() });
    }
}

/// The classes of the marks of open, closed and unknown, and of those on the frontier.
pub(super) const KINDS: [(&str, &str); 3] =
    [("mc-open", "mc-open mc-full"), ("mc-closed", "mc-closed mc-full"), ("mc-unsaid", "mc-unsaid mc-full")];

/// The mark of a kind: a circle, a diamond, a square.
pub(super) fn mark(path: &mut Path, kind: usize, point: Point, reach: f64) {
    match kind {
        0 => path.circle(point, reach * 0.95),
        1 => path.diamond(point, reach * 1.2),
        _ => path.square(point, reach * 0.8),
    };
}
