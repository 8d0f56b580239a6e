use super::{Area, Path, Point, Scale};
use crate::catalog::{Better, Table};
use crate::query::{Measure, Tradeoff};
use crate::units::Weight;

/// How many steps the axis of the scores has at most.
const SCORE_STEPS: usize = 6;

/// How much room there is before the least and behind the greatest cost, as a share of the axis.
const MARGIN: f64 = 0.04;

/// The axes of score over cost: over all rows of a table, so that no filter changes them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    /// The scores, with their intervals; `None` where none is known.
    pub score: Option<Scale>,
    /// The costs above 0, on steps of equal ratio; `None` where there is none.
    pub cost: Option<Scale>,
    /// Whether there are rows that cost nothing.
    pub free: bool,
    /// Whether the least score is the best.
    pub lower: bool,
    /// The worst and the best score.
    scores: (f64, f64),
    /// The least and the greatest cost above 0.
    costs: (f64, f64),
}

impl Axes {
    /// The axes of a trade-off.
    pub fn new(table: &Table, tradeoff: &Tradeoff) -> Self {
        let column = tradeoff.score().and_then(|score| table.columns.get(score));
        let extent = column.and_then(|column| Measure::of_column(column).extent(table.len()));
        let (low, high) = extent.unwrap_or_default();
        let score = column.filter(|_| extent.is_some()).map(|column| {
            let bounds = column.figures.iter().filter_map(|figure| figure.interval.bounds());
            let (least, most) = bounds.fold((low, high), |(low, high), bounds| (low.min(bounds.0), high.max(bounds.1)));
            let (from, to) = Scale::around(least, most, SCORE_STEPS).ends();
            let range = column.unit.range();
            Scale::linear(from.max(range.0), to.min(range.1))
        });
        let lower = column.is_some_and(|column| column.better == Some(Better::Lower));
        let scores = if lower { (high, low) } else { (low, high) };
        let known = || tradeoff.costs().iter().copied().filter(|cost| !cost.is_nan());
        let paid = known().filter(|cost| *cost > 0.0);
        let costs = paid.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), cost| (low.min(cost), high.max(cost)));
        let margin = if costs.0 < costs.1 { ((costs.1 / costs.0).ln() * MARGIN).exp() } else { 2.0 };
        let cost = (costs.1 > 0.0).then(|| Scale::log(costs.0 / margin, costs.1 * margin));
        Self { score, cost, free: known().any(|cost| cost <= 0.0), lower, scores, costs }
    }
}

/// Axes in a rectangle: better is higher, cheaper is further left. What costs nothing stands in a strip of its own at
/// the left, for a logarithm has no place for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// The axes.
    pub axes: Axes,
    /// The rectangle.
    pub area: Area,
    /// Where the axis of the costs begins.
    start: f64,
}

impl Plot {
    /// Axes in a rectangle, with a strip of some width for what costs nothing.
    pub fn new(axes: Axes, area: Area, strip: f64) -> Self {
        let start = match (axes.free, axes.cost) {
            (false, _) => area.left,
            (true, Some(_)) => area.left + strip,
            (true, None) => area.right,
        };
        Self { axes, area, start }
    }

    /// Where the axis of the costs begins, from the left; further left stands what costs nothing.
    pub fn start(&self) -> f64 {
        self.start
    }

    /// The place of a cost, from the left.
    pub fn x(&self, cost: f64) -> f64 {
        match self.axes.cost.filter(|_| cost > 0.0) {
            Some(scale) => self.start + scale.place(cost) * (self.area.right - self.start),
            None => f64::midpoint(self.area.left, self.start),
        }
    }

    /// The place of a score, from the top.
    pub fn y(&self, score: f64) -> f64 {
        let place = self.axes.score.map_or(0.5, |scale| scale.place(score));
        let share = if self.axes.lower { place } else { 1.0 - place };
        self.area.top + share * (self.area.bottom - self.area.top)
    }

    /// The place of a row; `None` where its score or its cost is not known.
    pub fn point(&self, table: &Table, tradeoff: &Tradeoff, row: usize) -> Option<Point> {
        let score = table.columns.get(tradeoff.score()?)?.cells.number(row)?;
        Some((self.x(tradeoff.cost(row)?), self.y(score)))
    }

    /// The line through a point of the same value everywhere at a weight, from left to right, or from bottom to top;
    /// empty where it has no direction.
    ///
    /// Straight, for a value is a sum of shares of the score and of the logarithm of the cost. It goes on level where
    /// costs are below the least above 0: what is free counts as that.
    pub fn equal_value(&self, through: Point, weight: Weight) -> Vec<Point> {
        let w = weight.share();
        let (worst, best) = self.axes.scores;
        let (least, greatest) = self.axes.costs;
        // How much a value falls a pixel down and a pixel to the right.
        let per_pixel = |share: f64, length: f64| if length > 0.0 { share / length } else { 0.0 };
        let down = per_pixel(w, self.y(worst) - self.y(best));
        let right = if self.axes.cost.is_some() { per_pixel(1.0 - w, self.x(greatest) - self.x(least)) } else { 0.0 };
        let direction = (down, -right);
        let level = self.axes.free && down > 0.0;
        if !level {
            return self.area.clip(through, direction).map(Vec::from).unwrap_or_default();
        }
        let from = if self.axes.cost.is_some() { self.x(least) } else { self.area.right };
        // Where the level part meets the slope.
        let bend = (from, through.1 + right / down * (through.0 - from).max(0.0));
        let slope = Area { left: from, ..self.area }.clip(bend, direction);
        let mut line = Vec::new();
        if bend.1 <= self.area.bottom {
            line.push((self.area.left, bend.1));
        }
        line.extend(slope.into_iter().flatten());
        line
    }

    /// The steps of the best score up to each cost, through points from the cheapest to the best.
    pub fn steps(&self, points: &[Point]) -> Path {
        let mut path = Path::default();
        let Some((first, rest)) = points.split_first() else { return path };
        path.line((first.0, self.area.bottom), *first);
        let mut height = first.1;
        for point in rest {
            path.to((point.0, height)).to(*point);
            height = point.1;
        }
        path.to((self.area.right, height));
        path
    }
}

/// The place of the point in a list that is nearest to another and within reach.
pub fn nearest(points: impl IntoIterator<Item = Point>, (x, y): Point, reach: f64) -> Option<usize> {
    let mut best = (reach * reach, None);
    for (place, point) in points.into_iter().enumerate() {
        let (dx, dy) = (point.0 - x, point.1 - y);
        let distance = dx * dx + dy * dy;
        if distance <= best.0 {
            best = (distance, Some(place));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::SortKey;
    use crate::testing::Asked;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const AREA: Area = Area { left: 40.0, top: 10.0, right: 640.0, bottom: 310.0 };

    fn plot(asked: &Asked) -> Plot {
        Plot::new(Axes::new(&asked.table, &asked.tradeoff), AREA, 50.0)
    }

    fn points(asked: &Asked) -> Vec<Option<Point>> {
        let plot = plot(asked);
        asked.all().iter().map(|row| plot.point(&asked.table, &asked.tradeoff, *row as usize)).collect()
    }

    #[test]
    fn better_is_higher_and_cheaper_is_further_left() {
        for better in ["+", "-"] {
            let asked = Asked::new(&format!("name|score:number{better}|cost:number-\nA|10|1\nB|50|10\nC|90|100"));
            let [a, b, c] = points(&asked)[..] else { panic!() };
            let (a, b, c) = (a.unwrap(), b.unwrap(), c.unwrap());
            assert!(a.0 < b.0 && b.0 < c.0);
            assert!(((c.0 - b.0) - (b.0 - a.0)).abs() < 1e-9, "ten times the cost is always as far");
            assert_eq!(a.1 > b.1 && b.1 > c.1, better == "+");
        }
    }

    #[test]
    fn what_is_free_has_a_place_of_its_own() {
        let asked = Asked::new("name|score:number+|cost:number-\nA|10|0\nB|50|10\nC|90|\nD||3");
        let places = points(&asked);
        assert!(places[0].unwrap().0 < plot(&asked).start());
        assert!(places[1].unwrap().0 > plot(&asked).start());
        assert_eq!(&places[2..], [None, None]);
        let free = Asked::new("name|score:number+|cost:number-\nA|10|0\nB|50|0");
        assert!(points(&free).iter().all(|point| (AREA.left..AREA.right).contains(&point.unwrap().0)));
    }

    #[test]
    fn an_axis_without_figures_has_no_scale_and_no_point() {
        let asked = Asked::new("name|score:number+|cost:number-\nA||1\nB||2");
        let axes = plot(&asked).axes;
        assert!(axes.score.is_none() && axes.cost.is_some());
        assert_eq!(points(&asked), [None, None]);
        let asked = Asked::new("name|score:number+|cost:number-\nA|1|\nB|2|");
        let axes = plot(&asked).axes;
        assert!(axes.score.is_some() && axes.cost.is_none() && !axes.free);
        assert_eq!(points(&asked), [None, None]);
    }

    #[test]
    fn steps_go_right_and_then_up() {
        let asked = Asked::new("name|score:number+|cost:number-\nA|10|1\nB|50|10");
        let path = plot(&asked).steps(&[(100.0, 200.0), (300.0, 50.0)]).text();
        assert_eq!(path, "M 100 310L 100 200L 300 200L 300 50L 640 50");
    }

    #[test]
    fn the_nearest_point_within_reach_is_found() {
        let points = [(0.0, 0.0), (10.0, 0.0), (10.0, 0.0)];
        assert_eq!(nearest(points, (4.0, 1.0), 12.0), Some(0));
        assert_eq!(nearest(points, (9.0, 1.0), 12.0), Some(2), "the last is drawn on top");
        assert_eq!(nearest(points, (40.0, 1.0), 12.0), None);
    }

    fn row() -> impl Strategy<Value = (f64, Option<f64>)> {
        let cost =
            prop_oneof![4 => (-3.0..5.0_f64).prop_map(|log| Some(log.exp())), 1 => Just(Some(0.0)), 1 => Just(None)];
        ((0..100_u32).prop_map(f64::from), cost)
    }

    proptest! {
        #[test]
        fn no_row_lies_above_the_line_through_the_winner(
            rows in vec(row(), 1..30), shown in any::<u32>(), percent in 0..=100_u32, lower in any::<bool>(),
        ) {
            let better = if lower { "-" } else { "+" };
            let lines = rows.iter().enumerate().map(|(at, (score, cost))| {
                format!("m{at}|{score}|{}", cost.map(|cost| cost.to_string()).unwrap_or_default())
            });
            let text = [format!("name|score:number{better}|cost:number-")].into_iter().chain(lines);
            let asked = Asked::new(&text.collect::<Vec<_>>().join("\n")).at(f64::from(percent) / 100.0);
            let axes = Axes::new(&asked.table, &asked.tradeoff);
            let plot = Plot::new(axes, AREA, 50.0);
            // Only some of the rows pass the filter.
            let passing: Vec<u32> = asked.all().into_iter().filter(|row| shown >> (row % 32) & 1 == 1).collect();
            let question = asked.question();
            let Some(best) = question.page(&passing, &[SortKey::BY_VALUE], 0..1).first().copied() else { return Ok(()) };
            let point = |row: u32| plot.point(&asked.table, &asked.tradeoff, row as usize);
            let Some(winner) = point(best) else { return Ok(()) };
            let line = plot.equal_value(winner, asked.weight);
            for point in &line {
                let inside = Area::around(*point, 0.0);
                let area = Area { left: AREA.left - 1e-6, top: AREA.top - 1e-6, right: AREA.right + 1e-6, bottom: AREA.bottom + 1e-6 };
                prop_assert!(area.holds(&inside), "{point:?} of {line:?}");
            }
            // How far above a point the line passes; nothing where it ends before.
            let above = |(x, y): Point| {
                let crossing = line.windows(2).filter(|ends| ends[0].0 - 1e-3 <= x && x <= ends[1].0 + 1e-3).map(|ends| {
                    let (from, to) = (ends[0], ends[1]);
                    if to.0 - from.0 < 1e-3 { to.1 } else { from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0) }
                });
                crossing.fold(None, |best: Option<f64>, height| Some(best.map_or(height, |best| best.min(height)))).map(|height| y - height)
            };
            let (Some(first), Some(last)) = (line.first(), line.last()) else {
                // All rows have one value, whatever it is.
                let one = |(from, to): (f64, f64)| (to - from).abs() < 1e-9;
                prop_assert!(one(axes.scores) && percent == 100 || axes.costs.0 >= axes.costs.1);
                return Ok(());
            };
            let vertical = last.0 - first.0 < 1e-3;
            let touches = if vertical { (winner.0 - first.0).abs() } else { above(winner).unwrap_or(f64::INFINITY).abs() };
            prop_assert!(touches < 0.01, "{winner:?} is not on {line:?}");
            for row in passing {
                let Some(place) = point(row) else { continue };
                prop_assert!(place.0 > first.0 - 1e-3, "{place:?} is left of {line:?}");
                if !vertical && let Some(height) = above(place) {
                    prop_assert!(height > -0.01, "{place:?} is above {line:?}");
                }
            }
        }
    }
}
