//! What of the chart does not change with the weight: its axes, and the place of each row.

use super::picture::{Frame, Picture};
use compare::chart::{Area, Axes, Plot, Point, text_width};
use compare::format::{Digits, Words};
use compare::query::{Direction, Field, Question, SortKey, Standing, other_provider};
use compare::units::Gather;
use yew::AttrValue;

/// What does not change with the weight.
pub(super) struct Ground {
    pub frame: Frame,
    pub plot: Plot,
    /// The rows that have a place, from the worst score to the best.
    pub points: Vec<(u32, Point)>,
    /// For each row of the table its place, where it has one.
    places: Vec<Option<Point>>,
    /// What the intervals that are drawn cover, and the steps of the frontier.
    pub whiskers: Vec<Area>,
    pub steps: Vec<Area>,
    pub picture: Picture,
    /// Lines between the variants of one model; empty where there are none.
    pub variants: AttrValue,
    /// Which kinds of marks there are.
    pub kinds: [bool; 3],
    /// Whether an interval is known.
    pub intervals: bool,
    /// The rows that have no place, for their score is not known, or only their cost.
    pub no_score: Counted,
    pub no_cost: Counted,
    /// Those that are drawn at the price of another than who made them.
    pub elsewhere: Counted,
    /// The names of those on the frontier, from the cheapest to the best.
    pub frontier: String,
}

/// Rows of which something is to be said: how many, and their names.
pub(super) struct Counted {
    pub count: usize,
    pub names: AttrValue,
}

/// Of more rows than these only so many are named.
const MOST_NAMED: usize = 200;

/// The names of some rows, in a row, up to a number that can be read; the rest are counted.
fn listed(rows: &[u32], between: &str, words: &Words<'_>) -> String {
    let mut names: Vec<&str> = rows.iter().take(MOST_NAMED).map(|row| words.table.name(*row as usize)).gathered();
    let more = and_more(rows.len(), MOST_NAMED, words);
    names.extend(more.as_deref());
    names.join(between)
}

/// How many more there are than are named; `None` where all are.
fn and_more(all: usize, named: usize, words: &Words<'_>) -> Option<String> {
    let count = |more: usize| words.numbers.number(more as f64, Digits::exactly(0));
    (all > named).then(|| format!("and {} more", count(all - named)))
}

/// Of more points than these only the marked ones show their intervals.
const ROOM_FOR_INTERVALS: usize = 24;

/// More points than these are drawn smaller.
const ROOM_FOR_MARKS: usize = 200;

impl Ground {
    /// The chart of some rows by their score and their cost; without points where none has both.
    pub(super) fn new(
        question: &Question<'_>,
        [score, cost]: [Field; 2],
        rows: &[u32],
        standing: &Standing,
        frame: Frame,
        words: &Words<'_>,
    ) -> Self {
        let (table, tradeoff) = (question.table, question.tradeoff);
        let axes = Axes::new(table, tradeoff);
        let ticks = axes.score.map(|scale| scale.ticks(6)).unwrap_or_default();
        let steps: Vec<(f64, String)> = ticks.into_iter().map(|tick| (tick, words.tick(score, tick))).gathered();
        let plot = Plot::new(axes, area(frame, &steps), 4.0 * frame.em);
        let direction = if axes.lower { Direction::Descending } else { Direction::Ascending };
        let order = question.order(rows, &[SortKey { field: score, direction }]);
        let places = places(question, &order, &plot);
        let place = |row: &u32| places.get(*row as usize).copied().flatten();
        let counted = |is: &dyn Fn(&u32) -> bool| {
            let rows: Vec<u32> = order.iter().copied().filter(is).gathered();
            Counted { count: rows.len(), names: listed(&rows, " · ", words).into() }
        };
        let is_scored = |row: &u32| tradeoff.quality(*row as usize).is_some();
        let is_elsewhere = |row: &u32| place(row).is_some() && other_provider(table, cost, *row as usize).is_some();
        let mut ground = Self {
            frame,
            plot,
            points: order.iter().filter_map(|row| Some((*row, place(row)?))).gathered(),
            picture: Picture::default(),
            variants: AttrValue::default(),
            kinds: [false; 3],
            intervals: false,
            no_score: counted(&|row| place(row).is_none() && !is_scored(row)),
            no_cost: counted(&|row| place(row).is_none() && is_scored(row)),
            elsewhere: counted(&is_elsewhere),
            frontier: listed(&standing.frontier, ", ", words),
            places,
            whiskers: Vec::new(),
            steps: Vec::new(),
        };
        ground.variants = ground.joined(question, cost);
        ground.draw_axes(table, (score, cost), &steps, words);
        ground.draw_points(question, standing);
        ground
    }

    /// Whether the interval of each point is drawn, not only those of the frontier and of what is marked.
    pub(super) fn has_room_for_intervals(&self) -> bool {
        self.points.len() <= ROOM_FOR_INTERVALS
    }

    /// Half the width of a mark.
    pub(super) fn reach(&self) -> f64 {
        self.frame.em * if self.points.len() > ROOM_FOR_MARKS { 0.24 } else { 0.36 }
    }

    /// The place of a row, where it has one.
    pub(super) fn point(&self, row: u32) -> Option<Point> {
        self.places.get(row as usize).copied().flatten()
    }
}

/// Where the points stand, beside the numbers of the scores.
fn area(Frame { width, height, em }: Frame, steps: &[(f64, String)]) -> Area {
    let widest = steps.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max);
    Area { left: (widest + 0.8) * em, top: 2.2 * em, right: width - em, bottom: height - 3.6 * em }
}

/// For each row of the table its place, where it is one of some rows and has one.
fn places(question: &Question<'_>, rows: &[u32], plot: &Plot) -> Vec<Option<Point>> {
    let mut places = vec![None; question.table.len()];
    for row in rows {
        if let Some(place) = places.get_mut(*row as usize) {
            *place = plot.point(question.table, question.tradeoff, *row as usize);
        }
    }
    places
}
