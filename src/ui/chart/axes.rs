//! The axes of the chart: lines of a grid, the numbers at them, and what is counted.

use super::ground::Ground;
use super::picture::Frame;
use compare::catalog::Table;
use compare::chart::{Path, Plot, text_width};
use compare::format::{Words, heading, unit_note};
use compare::query::Field;

impl Ground {
    /// Draws the grid with its numbers, and writes what they are.
    pub(super) fn draw_axes(
        &mut self,
        table: &Table,
        (score, cost): (Field, Field),
        steps: &[(f64, String)],
        words: &Words<'_>,
    ) {
        let mut grid = Path::default();
        self.write_scores(&mut grid, steps);
        self.write_costs(&mut grid, cost, words);
        self.picture.draw("mc-grid", None, grid);
        self.write_titles(table, (score, cost));
    }

    fn write_scores(&mut self, grid: &mut Path, steps: &[(f64, String)]) {
        let (Plot { area, .. }, em) = (self.plot, self.frame.em);
        for (tick, text) in steps {
            let y = self.plot.y(*tick);
            grid.line((area.left, y), (area.right, y));
            self.picture.write("mc-tick", (area.left - 0.5 * em, y + 0.35 * em), "end", text.clone());
        }
    }

    fn write_costs(&mut self, grid: &mut Path, cost: Field, words: &Words<'_>) {
        let Self { frame: Frame { width, em, .. }, plot, ref mut picture, .. } = *self;
        let Plot { area, axes, .. } = plot;
        let below = area.bottom + 1.5 * em;
        let mut free_until = 0.0;
        if axes.free {
            let text = words.figure(cost, 0.0);
            let x = plot.x(0.0);
            free_until = x + text_width(&text) / 2.0 * em;
            picture.write("mc-tick", (x, below), "middle", text);
            grid.line((plot.start(), area.top), (plot.start(), area.bottom));
        }
        let Some(scale) = axes.cost else { return };
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

    fn write_titles(&mut self, table: &Table, (score, cost): (Field, Field)) {
        let Self { frame: Frame { width, height, em }, plot, ref mut picture, .. } = *self;
        let Plot { area, axes, .. } = plot;
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
}

/// What a field is, with its unit.
pub(super) fn axis_title(field: Field, table: &Table) -> String {
    let (heading, unit) = (heading(field, table), unit_note(field, table));
    if unit.is_empty() { heading.to_owned() } else { format!("{heading}, {unit}") }
}
