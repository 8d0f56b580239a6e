//! What lies over the points: what the weight and the reader's marks add.

use super::ground::Ground;
use super::picture::Picture;
use compare::catalog::Table;
use compare::chart::Path;
use compare::query::{Question, Standing};
use compare::state::View;
use compare::units::Gather;

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

impl Ground {
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
