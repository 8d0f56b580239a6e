//! The points of the chart: their marks and intervals, the frontier, and lines between variants of one model.

use super::ground::Ground;
use super::picture::{KINDS, Shape, mark};
use compare::catalog::Table;
use compare::chart::{Area, Path, Point};
use compare::query::{Direction, Field, Question, SortKey, Standing};
use compare::units::{Gather, places};
use yew::AttrValue;

/// How many colours there are for rows that win at some weight.
const HUES: usize = 8;

impl Ground {
    /// Draws all points, those of the frontier above its line.
    pub(super) fn draw_points(&mut self, question: &Question<'_>, standing: &Standing) {
        let mut on_frontier = vec![false; question.table.len()];
        for row in &standing.frontier {
            if let Some(on_frontier) = on_frontier.get_mut(*row as usize) {
                *on_frontier = true;
            }
        }
        let is_first = |row: u32| on_frontier.get(row as usize).copied().unwrap_or_default();
        self.draw_intervals(question, &is_first);
        let best = self.draw_marks(question.table, standing, &is_first);
        self.draw_frontier(standing);
        self.picture.shapes.extend(best);
    }

    fn draw_intervals(&mut self, question: &Question<'_>, is_first: &dyn Fn(u32) -> bool) {
        let column = question.tradeoff.score().and_then(|column| question.table.columns.get(column));
        let few = self.has_room_for_intervals();
        let mut whiskers = Path::default();
        for (row, point) in &self.points {
            if let Some((low, high)) = column.and_then(|column| column.bounds(*row as usize)) {
                self.intervals = true;
                if few || is_first(*row) {
                    let ends = [(point.0, self.plot.y(low)), (point.0, self.plot.y(high))];
                    whiskers.line(ends[0], ends[1]);
                    self.whiskers.push(between(ends));
                }
            }
        }
        self.picture.draw("mc-whisker", None, whiskers);
    }

    /// Draws the marks of the points that are not on the frontier, and gives those of the others.
    fn draw_marks(&mut self, table: &Table, standing: &Standing, is_first: &dyn Fn(u32) -> bool) -> Vec<Shape> {
        let open = table.column("open-weights").map(|column| &table.columns[column].cells);
        let reach = self.reach();
        let (mut marks, mut best) = (KINDS.map(|_| Path::default()), Vec::new());
        for (row, point) in &self.points {
            let kind = kind(open.and_then(|cells| cells.flag(*row as usize)));
            self.kinds[kind] = true;
            if is_first(*row) {
                let mut path = Path::default();
                mark(&mut path, kind, *point, reach * 1.2);
                let hue = standing.band_of(*row).map(|band| band % HUES);
                best.push(Shape { class: KINDS[kind].1, hue, path: path.text().into() });
            } else {
                mark(&mut marks[kind], kind, *point, reach);
            }
        }
        for (path, (class, _)) in marks.into_iter().zip(KINDS) {
            self.picture.draw(class, None, path);
        }
        best
    }

    fn draw_frontier(&mut self, standing: &Standing) {
        let corners: Vec<Point> = standing.frontier.iter().filter_map(|row| self.point(*row)).gathered();
        for ends in corners.windows(2) {
            let corner = (ends[1].0, ends[0].1);
            self.steps.push(between([ends[0], corner]));
            self.steps.push(between([corner, ends[1]]));
        }
        self.picture.draw("mc-frontier", None, self.plot.steps(&corners));
    }

    /// Lines from variant to variant of each model, by cost.
    pub(super) fn joined(&self, question: &Question<'_>, cost: Field) -> AttrValue {
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
}

/// The rectangle of a line that is upright or level.
fn between([from, to]: [Point; 2]) -> Area {
    let (left, top) = (from.0.min(to.0) - 0.5, from.1.min(to.1) - 0.5);
    Area { left, top, right: from.0.max(to.0) + 0.5, bottom: from.1.max(to.1) + 0.5 }
}

fn kind(open: Option<bool>) -> usize {
    match open {
        Some(true) => 0,
        Some(false) => 1,
        None => 2,
    }
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
