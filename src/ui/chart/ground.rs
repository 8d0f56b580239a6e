//! What the chart is drawn from, on the page and in a file alike: paths and texts, each with a class.

use compare::catalog::Table;
use compare::chart::{Area, Axes, Path, Plot, Point, text_width};
use compare::format::{Digits, Words, heading, unit_note};
use compare::query::{Direction, Field, Question, SortKey, Standing, other_provider};
use compare::state::View;
use compare::units::{Gather, places};
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
    fn draw(&mut self, class: &'static str, hue: Option<usize>, path: Path) {
        if !path.is_empty() {
            self.shapes.push(Shape { class, hue, path: path.text().into() });
        }
    }

    pub(super) fn write(&mut self, class: &'static str, at: Point, anchor: &'static str, text: String) {
        self.writings.push(Writing { class, at, anchor, text: text.into() });
    }
}

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

/// How many colours there are for rows that win at some weight.
const HUES: usize = 8;

impl Ground {
    /// Whether the interval of each point is drawn, not only those of the frontier and of what is marked.
    pub(super) fn has_room_for_intervals(&self) -> bool {
        self.points.len() <= ROOM_FOR_INTERVALS
    }

    /// The chart of some rows by their score and their cost; without points where none has both.
    pub(super) fn new(
        question: &Question<'_>,
        [score, cost]: [Field; 2],
        rows: &[u32],
        standing: &Standing,
        frame: Frame,
        words: &Words<'_>,
    ) -> Self {
        let (table, tradeoff, em) = (question.table, question.tradeoff, frame.em);
        let axes = Axes::new(table, tradeoff);
        let ticks = axes.score.map(|scale| scale.ticks(6)).unwrap_or_default();
        let steps: Vec<(f64, String)> = ticks.into_iter().map(|tick| (tick, words.tick(score, tick))).gathered();
        let widest = steps.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max);
        let area =
            Area { left: (widest + 0.8) * em, top: 2.2 * em, right: frame.width - em, bottom: frame.height - 3.6 * em };
        let plot = Plot::new(axes, area, 4.0 * em);
        let key =
            SortKey { field: score, direction: if axes.lower { Direction::Descending } else { Direction::Ascending } };
        let order = question.order(rows, &[key]);
        let mut places = vec![None; table.len()];
        for row in &order {
            if let Some(place) = places.get_mut(*row as usize) {
                *place = plot.point(table, tradeoff, *row as usize);
            }
        }
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

    /// Half the width of a mark.
    pub(super) fn reach(&self) -> f64 {
        self.frame.em * if self.points.len() > ROOM_FOR_MARKS { 0.24 } else { 0.36 }
    }

    /// The place of a row, where it has one.
    pub(super) fn point(&self, row: u32) -> Option<Point> {
        self.places.get(row as usize).copied().flatten()
    }

    fn draw_axes(&mut self, table: &Table, (score, cost): (Field, Field), steps: &[(f64, String)], words: &Words<'_>) {
        let Self { frame: Frame { width, height, em }, plot, ref mut picture, .. } = *self;
        let Plot { area, axes, .. } = plot;
        let mut grid = Path::default();
        for (tick, text) in steps {
            let y = plot.y(*tick);
            grid.line((area.left, y), (area.right, y));
            picture.write("mc-tick", (area.left - 0.5 * em, y + 0.35 * em), "end", text.clone());
        }
        let below = area.bottom + 1.5 * em;
        let mut free_until = 0.0;
        if axes.free {
            let text = words.figure(cost, 0.0);
            let x = plot.x(0.0);
            free_until = x + text_width(&text) / 2.0 * em;
            picture.write("mc-tick", (x, below), "middle", text);
            grid.line((plot.start(), area.top), (plot.start(), area.bottom));
        }
        if let Some(scale) = axes.cost {
            let most = ((area.right - plot.start()) / (5.0 * em)).clamp(2.0, 9.0) as usize;
            for tick in scale.ticks(most) {
                let (x, text) = (plot.x(tick), words.tick(cost, tick));
                grid.line((x, area.top), (x, area.bottom));
                let half = text_width(&text) / 2.0 * em;
                // A number without room is left to its neighbours.
                if x - half > free_until && x + half <= width {
                    free_until = x + half + 0.5 * em;
                    picture.write("mc-tick", (x, below), "middle", text);
                }
            }
        }
        picture.draw("mc-grid", None, grid);
        let mut title = axis_title(score, table);
        if axes.lower {
            title.push_str(" (lower is better, the lowest at the top)");
        }
        // Of a title that has no room the heading is left.
        let fitting = |room: f64, titles: [String; 3]| {
            let fits = |title: &String| text_width(title) * em <= room;
            titles.into_iter().reduce(|long, short| if fits(&long) { long } else { short }).unwrap_or_default()
        };
        let title = fitting(width, [title, axis_title(score, table), heading(score, table).to_owned()]);
        picture.write("mc-axis", (0.0, em), "start", title);
        let log = if axes.cost.is_some() { ", logarithmic" } else { "" };
        let titles = [axis_title(cost, table) + log, axis_title(cost, table), heading(cost, table).to_owned()];
        picture.write("mc-axis", (area.right, height - 0.5 * em), "end", fitting(area.right, titles));
    }

    fn draw_points(&mut self, question: &Question<'_>, standing: &Standing) {
        let table = question.table;
        let column = question.tradeoff.score().and_then(|column| table.columns.get(column));
        let open = table.column("open-weights").map(|column| &table.columns[column].cells);
        let (reach, few) = (self.reach(), self.has_room_for_intervals());
        let Self {
            plot,
            ref points,
            ref mut picture,
            ref mut intervals,
            ref mut kinds,
            whiskers: ref mut upright,
            ref mut steps,
            ..
        } = *self;
        let (mut whiskers, mut marks, mut best) = (Path::default(), KINDS.map(|_| Path::default()), Vec::new());
        let mut on_frontier = vec![false; table.len()];
        for row in &standing.frontier {
            if let Some(on_frontier) = on_frontier.get_mut(*row as usize) {
                *on_frontier = true;
            }
        }
        for (row, point) in points {
            let first = on_frontier.get(*row as usize).copied().unwrap_or_default();
            if let Some((low, high)) = column.and_then(|column| column.bounds(*row as usize)) {
                *intervals = true;
                if few || first {
                    let ends = [(point.0, plot.y(low)), (point.0, plot.y(high))];
                    whiskers.line(ends[0], ends[1]);
                    upright.push(between(ends));
                }
            }
            let kind = kind(open.and_then(|cells| cells.flag(*row as usize)));
            kinds[kind] = true;
            if first {
                let mut path = Path::default();
                mark(&mut path, kind, *point, reach * 1.2);
                let hue = standing.band_of(*row).map(|band| band % HUES);
                best.push(Shape { class: KINDS[kind].1, hue, path: path.text().into() });
            } else {
                mark(&mut marks[kind], kind, *point, reach);
            }
        }
        picture.draw("mc-whisker", None, whiskers);
        for (path, (class, _)) in marks.into_iter().zip(KINDS) {
            picture.draw(class, None, path);
        }
        let place = |row: &u32| self.places.get(*row as usize).copied().flatten();
        let corners: Vec<Point> = standing.frontier.iter().filter_map(place).gathered();
        for ends in corners.windows(2) {
            let corner = (ends[1].0, ends[0].1);
            steps.push(between([ends[0], corner]));
            steps.push(between([corner, ends[1]]));
        }
        self.picture.draw("mc-frontier", None, plot.steps(&corners));
        self.picture.shapes.extend(best);
    }

    /// Lines from variant to variant of each model, by cost.
    fn joined(&self, question: &Question<'_>, cost: Field) -> AttrValue {
        let table = question.table;
        if table.column("model").is_none() && table.column("effort").is_none() {
            return AttrValue::default();
        }
        let rows: Vec<u32> = self.points.iter().map(|(row, _)| *row).gathered();
        let order = question.order(&rows, &[SortKey { field: cost, direction: Direction::Ascending }]);
        let mut points = Vec::new();
        let mut models = Vec::new();
        for row in order {
            let Some(model) = variant_of(table, row as usize) else { continue };
            if let Some(point) = self.point(row) {
                points.push(point);
                models.push(model.into_bytes());
            }
        }
        // The last point of each model so far.
        let mut last = vec![None; points.len()];
        let mut path = Path::default();
        for (point, model) in points.into_iter().zip(places(&models)) {
            let last = &mut last[model as usize];
            if let Some(from) = last.replace(point) {
                path.line(from, point);
            }
        }
        path.text().into()
    }

    /// What the weight and the reader's marks add.
    pub(super) fn overlay(&self, question: &Question<'_>, standing: &Standing, marked: &Marked) -> Picture {
        let (em, reach) = (self.frame.em, self.reach());
        let mut picture = Picture::default();
        let winner = marked.best.and_then(|row| Some((row, self.point(row)?)));
        let (mut line, mut ring, mut frames, mut tint, mut whiskers) =
            (Path::default(), Path::default(), Path::default(), Path::default(), Path::default());
        let mut ends = Vec::new();
        if let Some((_, point)) = winner {
            ends = self.plot.equal_value(point, question.weight);
            for pair in ends.windows(2) {
                line.line(pair[0], pair[1]);
            }
            ring.circle(point, reach + 0.45 * em);
        }
        let score = question.tradeoff.score().and_then(|column| question.table.columns.get(column));
        for (rows, path) in [(&marked.selected, &mut frames), (&marked.highlighted, &mut tint)] {
            for (row, point) in rows.iter().filter_map(|row| Some((*row, self.point(*row)?))) {
                path.square(point, reach + 0.5 * em);
                if let Some((low, high)) = score.and_then(|column| column.bounds(row as usize)) {
                    whiskers.line((point.0, self.plot.y(low)), (point.0, self.plot.y(high)));
                }
            }
        }
        picture.draw("mc-tint", None, tint);
        picture.draw("mc-whisker", None, whiskers);
        picture.draw("mc-equal", None, line);
        picture.draw("mc-winner", None, ring);
        picture.draw("mc-picked", None, frames);
        self.write_names(&mut picture, question.table, standing, marked, &ends);
        picture
    }
}

/// The rows that are drawn in a way of their own.
#[derive(Default)]
pub(super) struct Marked {
    /// The one with the best value.
    pub best: Option<u32>,
    pub selected: Vec<u32>,
    pub highlighted: Vec<u32>,
}

impl Marked {
    /// Whether a row is one of them.
    pub(super) fn holds(&self, row: u32) -> bool {
        self.best == Some(row) || self.selected.contains(&row) || self.highlighted.contains(&row)
    }

    /// What a view marks.
    pub(super) fn new(table: &Table, view: &View, best: Option<u32>) -> Self {
        let rows = |ids: &[String]| ids.iter().filter_map(|id| table.row(id)).map(|row| row as u32).gathered();
        Self { best, selected: rows(&view.selected), highlighted: rows(&view.highlight) }
    }
}

/// The rectangle of a line that is upright or level.
fn between([from, to]: [Point; 2]) -> Area {
    let (left, top) = (from.0.min(to.0) - 0.5, from.1.min(to.1) - 0.5);
    Area { left, top, right: from.0.max(to.0) + 0.5, bottom: from.1.max(to.1) + 0.5 }
}

/// The classes of the marks of open, closed and unknown, and of those on the frontier.
pub(super) const KINDS: [(&str, &str); 3] =
    [("mc-open", "mc-open mc-full"), ("mc-closed", "mc-closed mc-full"), ("mc-unsaid", "mc-unsaid mc-full")];

fn kind(open: Option<bool>) -> usize {
    match open {
        Some(true) => 0,
        Some(false) => 1,
        None => 2,
    }
}

/// The mark of a kind: a circle, a diamond, a square.
pub(super) fn mark(path: &mut Path, kind: usize, point: Point, reach: f64) {
    match kind {
        0 => path.circle(point, reach * 0.95),
        1 => path.diamond(point, reach * 1.2),
        _ => path.square(point, reach * 0.8),
    };
}

/// What a field is, with its unit.
pub(super) fn axis_title(field: Field, table: &Table) -> String {
    let (heading, unit) = (heading(field, table), unit_note(field, table));
    if unit.is_empty() { heading.to_owned() } else { format!("{heading}, {unit}") }
}

/// What the variants of one model have in common: the model that they name; or family and name up to what stands in
/// brackets, where it is known how long they think.
fn variant_of(table: &Table, row: usize) -> Option<String> {
    if let Some(model) = table.text("model", row) {
        return Some(model.to_owned());
    }
    table.text("effort", row)?;
    let name = table.name(row).split(" (").next()?;
    Some(format!("{} {name}", table.text("family", row)?))
}
