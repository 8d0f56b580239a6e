use super::Path;

/// A line through some points that stays level from each one to where the next one stands, and on to an end; nothing
/// without a point.
///
/// Places are from 0 to 1, from left to right and from bottom to top; the path is drawn in a square of `size`.
pub fn steps(points: &[(f64, f64)], end: f64, size: f64) -> Path {
    let mut path = Path::default();
    let at = |x: f64, y: f64| (x * size, (1.0 - y) * size);
    let mut last = None;
    for (x, y) in points {
        match last {
            None => path.start(at(*x, *y)),
            Some(before) => path.to(at(*x, before)).to(at(*x, *y)),
        };
        last = Some(*y);
    }
    if let Some(y) = last {
        path.to(at(end, y));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_level_until_the_next_point() {
        let path = steps(&[(0.0, 1.0), (0.5, 0.25)], 1.0, 100.0);
        assert_eq!(path.text(), "M 0 0L 50 0L 50 75L 100 75");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(steps(&[], 1.0, 100.0).is_empty());
    }
}
