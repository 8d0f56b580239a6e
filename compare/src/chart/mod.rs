//! Geometry: numbers and paths, no markup.

mod scale;

pub use scale::Scale;
