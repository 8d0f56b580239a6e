//! Geometry: numbers and paths, no markup.

mod area;
#[cfg(test)]
mod hostile;
mod labels;
mod path;
mod plot;
mod scale;
mod steps;
mod ticks;

pub use area::{Area, Point};
pub use labels::{Label, Placed, Try, place_labels, text_width};
pub use path::{Path, coordinate};
pub use plot::{Axes, Plot, nearest};
pub use scale::Scale;
pub use steps::steps;
