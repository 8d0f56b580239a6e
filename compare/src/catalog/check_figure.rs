//! Checks on what makes a number true.

use super::check::{check_date, find_source};
use super::fault::{Fault, Place, Problem};
use super::figure::{Figure, Interval, Reporter};
use super::table::Source;
use super::value::FigureSpec;
use crate::units::Text;
use std::borrow::Cow;

/// Where the cell stands that is being checked.
pub(super) struct Spot<'a> {
    pub(super) row: usize,
    pub(super) column: &'a str,
    pub(super) rows: &'a Place,
}

impl Spot<'_> {
    pub(super) fn place(&self) -> Place {
        self.rows.key(self.column)
    }
}

/// Whether a figure says no more than its number.
pub(super) fn is_bare(figure: &Figure) -> bool {
    let unsaid = figure.source.is_none() && figure.as_of.is_none() && figure.reported_by.is_none();
    unsaid && figure.interval == Interval::Unknown && figure.provider.is_empty() && figure.note.is_empty()
}

/// The figure that a cell gives, each fault noted.
pub(super) fn check_figure(
    spec: &mut FigureSpec<'_>,
    value: Option<f64>,
    spot: &Spot<'_>,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Figure {
    let source = find_source(sources, spec.source.as_deref(), || spot.place().key("source"), faults);
    let as_of = spec.as_of.as_deref().and_then(|text| check_date(text, || spot.place().key("as_of"), faults));
    let reported_by = spec.reported_by.as_deref().and_then(Reporter::parse);
    if let (Some(found), None) = (&spec.reported_by, reported_by) {
        let known = ["vendor", "independent"].map(str::to_owned).to_vec();
        let problem = Problem::Unknown { what: "reporter", found: found.to_string(), known };
        spot.place().note_key("reported_by", problem, faults);
    }
    let interval = check_interval(spec, value).unwrap_or_else(|problem| {
        spot.place().note(problem, faults);
        Interval::Unknown
    });
    let text = |text: &mut Option<Cow<'_, str>>| text.take().map_or(Text::default(), |text| text.into_owned().into());
    let (provider, note) = (text(&mut spec.provider), text(&mut spec.note));
    Figure { row: spot.row as u32, interval, source, as_of, reported_by, provider, note }
}

fn check_interval(spec: &FigureSpec<'_>, value: Option<f64>) -> Result<Interval, Problem> {
    let interval = match (spec.low, spec.high, spec.k, spec.n) {
        (None, None, None, None) => return Ok(Interval::Unknown),
        (Some(low), Some(high), None, None) if (high - low).is_finite() => Interval::Bounds { low, high },
        (Some(_), Some(_), None, None) => return Err(Problem::NotFinite),
        (None, None, Some(k), Some(n)) => {
            let whole = k.fract() == 0.0 && n.fract() == 0.0;
            if !whole || !(0.0..=n).contains(&k) || !(1.0..=f64::from(u32::MAX)).contains(&n) {
                return Err(Problem::Trials);
            }
            Interval::Trials { k: k as u32, n: n as u32 }
        }
        (None, None, ..) => return Err(Problem::Trials),
        (_, _, None, None) => {
            let mend = "an interval has both `low` and `high`";
            return Err(Problem::Lacks { what: "second bound", mend });
        }
        _ => {
            let mend = "write either `low` and `high` or `k` and `n`";
            return Err(Problem::Lacks { what: "single interval", mend });
        }
    };
    match (value, interval.bounds()) {
        (Some(value), Some((low, high))) if !(low..=high).contains(&value) => {
            // What was worked out from counts has no digits of its own: it is told as its column shows it.
            let told = |bound: f64| if spec.k.is_some() { (bound * 10.0).round() / 10.0 } else { bound };
            Err(Problem::Interval { value, low: told(low), high: told(high) })
        }
        _ => Ok(interval),
    }
}
