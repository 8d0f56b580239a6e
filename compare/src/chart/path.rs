/// The text of an SVG path that grows, with one decimal for each number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// Begins at a point.
    pub fn start(&mut self, (x, y): (f64, f64)) -> &mut Self {
        self.command('M', &[x, y])
    }

    /// Goes straight to a point.
    pub fn to(&mut self, (x, y): (f64, f64)) -> &mut Self {
        self.command('L', &[x, y])
    }

    /// Goes straight from one point to another.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64)) -> &mut Self {
        self.start(from).to(to)
    }

    /// A circle around a point.
    pub fn circle(&mut self, (x, y): (f64, f64), radius: f64) -> &mut Self {
        let half = |path: &mut Self, width: f64| {
            path.command('a', &[radius, radius]);
            path.0.push_str(" 0 1 0");
            path.number(width);
            path.0.push_str(" 0");
        };
        self.command('M', &[x - radius, y]);
        half(self, 2.0 * radius);
        half(self, -2.0 * radius);
        self.end()
    }

    /// A square that stands on a corner, of so far from the middle to each.
    pub fn diamond(&mut self, (x, y): (f64, f64), reach: f64) -> &mut Self {
        self.command('M', &[x, y - reach]);
        self.command('l', &[reach, reach, -reach, reach, -reach, -reach]).end()
    }

    /// A square around a point, of so far from the middle to each side.
    pub fn square(&mut self, (x, y): (f64, f64), reach: f64) -> &mut Self {
        let side = 2.0 * reach;
        self.command('M', &[x - reach, y - reach]);
        self.command('l', &[side, 0.0, 0.0, side, -side, 0.0]).end()
    }

    /// Whether nothing is drawn.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text.
    pub fn text(self) -> String {
        self.0
    }

    fn end(&mut self) -> &mut Self {
        self.0.push('z');
        self
    }

    fn command(&mut self, letter: char, numbers: &[f64]) -> &mut Self {
        self.0.push(letter);
        for number in numbers {
            self.number(*number);
        }
        self
    }

    fn number(&mut self, number: f64) {
        self.0.push(' ');
        self.0.push_str(&coordinate(number));
    }
}

/// A number of an SVG attribute, with at most one decimal.
pub fn coordinate(number: f64) -> String {
    let tenths = (number * 10.0).round() as i32;
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coordinate_has_at_most_one_decimal() {
        let said = [0.0, -0.04, 12.0, 12.345, -0.25, 1e5].map(coordinate);
        assert_eq!(said, ["0", "0", "12", "12.3", "-0.3", "100000"]);
    }

    #[test]
    fn a_path_says_what_svg_reads() {
        let mut path = Path::default();
        path.line((0.0, 1.0), (2.5, 3.0)).circle((5.0, 5.0), 2.0).diamond((9.0, 9.0), 1.0).square((1.0, 1.0), 0.5);
        let text = "M 0 1L 2.5 3M 3 5a 2 2 0 1 0 4 0a 2 2 0 1 0 -4 0zM 9 8l 1 1 -1 1 -1 -1zM 0.5 0.5l 1 0 0 1 -1 0z";
        assert_eq!(path.text(), text);
    }
}
