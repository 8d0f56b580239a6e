/// A point of a picture: from the left, from the top.
pub type Point = (f64, f64);

/// A rectangle of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Where it begins, from the left.
    pub left: f64,
    /// Where it begins, from the top.
    pub top: f64,
    /// Where it ends, from the left.
    pub right: f64,
    /// Where it ends, from the top.
    pub bottom: f64,
}

impl Area {
    /// The rectangle of so much around a point.
    pub fn around((x, y): Point, reach: f64) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    /// Whether another lies inside.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether it has more than an edge in common with another.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// The part of the line through a point that lies inside, from left to right, or from bottom to top; `None` where
    /// nothing does or the line has no direction.
    ///
    /// Liang, Y.-D. and Barsky, B. A. (1984), "A new concept and method for line clipping", ACM Transactions on
    /// Graphics 3, 1–22.
    pub fn clip(&self, (x, y): Point, (dx, dy): Point) -> Option<[Point; 2]> {
        let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
        for (start, step, low, high) in [(x, dx, self.left, self.right), (y, dy, self.top, self.bottom)] {
            if step == 0.0 {
                if start < low || start > high {
                    return None;
                }
                continue;
            }
            let (near, far) = ((low - start) / step, (high - start) / step);
            from = from.max(near.min(far));
            to = to.min(near.max(far));
        }
        let at = |share: f64| (x + dx * share, y + dy * share);
        (from <= to && from.is_finite() && to.is_finite()).then(|| [at(from), at(to)])
    }
}
