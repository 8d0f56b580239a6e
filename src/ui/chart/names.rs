//! Names beside the points of the chart: whose are written, where, and what stands for those that have no room.

use super::ground::Ground;
use super::overlay::Marked;
use super::picture::Picture;
use compare::catalog::Table;
use compare::chart::{Area, Label, Point, Try, place_labels, text_width};
use compare::query::Standing;
use compare::units::{Gather, ranking};

/// So many names at most are tried: more would find no room.
const MOST_NAMES: usize = 40;

/// How many points of a line names give way to.
const ALONG_A_LINE: u32 = 60;

/// More letters than these make a name long.
const LONG_NAME: usize = 16;

/// A row whose name is to stand beside its point.
struct Named<'a> {
    row: u32,
    at: Point,
    name: &'a str,
    /// What may be written instead; `None` where the name may only be written in full.
    short: Option<String>,
    is_best: bool,
}

impl Named<'_> {
    /// What may be written, the best first; the last is a number.
    fn label(&self, em: f64) -> Label {
        // Bold type is somewhat wider.
        let size = if self.is_best { 1.1 * em } else { em };
        let wide = |text: &str, clear: bool| Try { width: text_width(text) * size, clear };
        let mut tries = vec![wide(self.name, true)];
        if let Some(short) = &self.short {
            tries.extend([wide(short, true), wide(short, false)]);
        }
        tries.push(wide("00", false));
        Label { at: self.at, tries }
    }

    /// The text of one of its tries; `None` for the number.
    fn text(&self, place: usize) -> Option<String> {
        match place {
            0 => Some(self.name.to_owned()),
            1 | 2 => self.short.clone(),
            _ => None,
        }
    }

    /// Writes a text into its area, close to the point.
    fn write(&self, picture: &mut Picture, area: Area, text: String, em: f64) {
        let class = if self.is_best { "mc-name-of-best" } else { "mc-name-of" };
        let (x, anchor) = if area.left > self.at.0 {
            (area.left, "start")
        } else if area.right < self.at.0 {
            (area.right, "end")
        } else {
            (f64::midpoint(area.left, area.right), "middle")
        };
        picture.write(class, (x, area.bottom - 0.35 * em), anchor, text);
    }
}

impl Ground {
    /// Names beside the winner, the marked and the frontier, where they cover no other point and few lines. The winner
    /// and the marked may be shortened, and rather cover something than go without; where a name of the frontier has no
    /// room a number stands in its place, and what it means under the picture.
    pub(super) fn write_names(
        &self,
        picture: &mut Picture,
        table: &Table,
        standing: &Standing,
        marked: &Marked,
        line: &[Point],
    ) {
        let em = self.frame.em;
        let named = self.named(table, standing, marked);
        let labels: Vec<Label> = named.iter().map(|named| named.label(em)).gathered();
        let reach = self.reach() + 0.25 * em;
        let marks: Vec<Area> = self.points.iter().map(|(_, point)| Area::around(*point, reach)).gathered();
        let places = place_labels(&labels, 1.5 * em, &self.plot.area, reach, (&marks, &self.lines(line)));
        let mut unnamed = Vec::new();
        for (named, place) in named.into_iter().zip(places) {
            match place.and_then(|place| Some((place.area, named.text(place.text)?))) {
                Some((area, text)) => named.write(picture, area, text, em),
                None => unnamed.push((named, place.map(|place| place.area))),
            }
        }
        write_numbers(picture, &unnamed, em);
    }

    /// Whose names are to be written, those that matter most first: the winner, the marked, the frontier from its best
    /// score on.
    fn named<'a>(&self, table: &'a Table, standing: &Standing, marked: &Marked) -> Vec<Named<'a>> {
        let mut order = [marked.best.as_slice(), &marked.selected, &marked.highlighted].concat();
        order.extend(standing.frontier.iter().rev());
        order.truncate(MOST_NAMES);
        let mut rows: Vec<Named<'_>> = Vec::new();
        for row in order {
            if let Some(at) = self.point(row).filter(|_| !rows.iter().any(|other| other.row == row)) {
                let name = table.name(row as usize);
                let short = marked.holds(row).then(|| shortened(name));
                rows.push(Named { row, at, name, short, is_best: marked.best == Some(row) });
            }
        }
        rows
    }

    /// What names rather do not cross: the line of equal value, the steps of the frontier, the intervals.
    fn lines(&self, line: &[Point]) -> Vec<Area> {
        let mut lines = [&*self.steps, &*self.whiskers].concat();
        for ends in line.windows(2) {
            let (from, to) = (ends[0], ends[1]);
            for step in 0..=ALONG_A_LINE {
                let part = f64::from(step) / f64::from(ALONG_A_LINE);
                let point = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
                lines.push(Area::around(point, 0.1 * self.frame.em));
            }
        }
        lines
    }
}

/// Numbers in place of names, from the cheapest to the dearest, as they are read; where there is no room for a number
/// either, the list of what they mean has a dash.
fn write_numbers(picture: &mut Picture, unnamed: &[(Named<'_>, Option<Area>)], em: f64) {
    let mut numbers = 0;
    for at in ranking(unnamed.len(), &|a, b| unnamed[a].0.at.0.total_cmp(&unnamed[b].0.at.0)) {
        let (named, area) = &unnamed[at];
        if let Some(area) = area {
            numbers += 1;
            picture.numbered.push(format!("{numbers}: {}", named.name));
            named.write(picture, *area, numbers.to_string(), em);
        } else {
            picture.numbered.push(format!("–: {}", named.name));
        }
    }
}

/// A name that takes no more room than a long one.
fn shortened(name: &str) -> String {
    if name.chars().count() <= LONG_NAME {
        return name.to_owned();
    }
    let start: String = name.chars().take(LONG_NAME - 1).collect();
    format!("{}…", start.trim_end())
}
