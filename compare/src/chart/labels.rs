use super::{Area, Point};
use crate::units::Gather;

/// A text that wants to stand beside a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The point.
    pub at: Point,
    /// What may be written there, the best first.
    pub tries: Vec<Try>,
}

/// One of the texts that may stand beside a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Try {
    /// How wide the text is, at most.
    pub width: f64,
    /// Whether it may only stand where it covers nothing.
    pub clear: bool,
}

/// What stands beside a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Which of its texts it is.
    pub text: usize,
    /// Where it stands.
    pub area: Area,
}

/// How wide a text is at most, in units of its type size: a monospaced letter is as wide as that, and one of Chinese,
/// Japanese or Korean as wide as high.
pub fn text_width(text: &str) -> f64 {
    text.chars().map(|letter| if letter < '\u{2e80}' { 0.6 } else { 1.0 }).sum()
}

/// Where around a point a label may stand, the best first: its middle lies so many half widths and half heights away.
const SIDES: [(f64, f64); 12] = [
    (1.0, -1.0),
    (-1.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, 1.0),
    (-1.0, 1.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.5, -1.0),
    (-0.5, -1.0),
    (0.5, 1.0),
    (-0.5, 1.0),
];

/// The places of labels of one height, those that matter most first; `None` where there is no room for one.
///
/// None leaves the area, overlaps another or covers the mark of another, which reaches so far from its point. Of the
/// other places one that covers fewer of the `marks` is better, then one that crosses fewer of the `lines`; a text that
/// must cover nothing stands clear of the marks.
pub fn place_labels(
    labels: &[Label],
    height: f64,
    area: &Area,
    reach: f64,
    (marks, lines): (&[Area], &[Area]),
) -> Vec<Option<Placed>> {
    let mut placed: Vec<Option<Placed>> = Vec::with_capacity(labels.len());
    for label in labels {
        let widest = label.tries.iter().fold(0.0, |widest: f64, one| widest.max(one.width));
        let around = Area::around(label.at, widest + height + reach);
        let near = |areas: &[Area]| areas.iter().copied().filter(|one| one.overlaps(&around)).gathered();
        let (marks, lines) = (near(marks), near(lines));
        let covered = |place: &Area, areas: &[Area]| areas.iter().filter(|one| place.overlaps(one)).count();
        let best = |width: f64| {
            let free = |place: &Area| {
                let covers = labels.iter().any(|other| place.overlaps(&Area::around(other.at, reach)));
                area.holds(place) && !covers && !placed.iter().flatten().any(|other| place.overlaps(&other.area))
            };
            let places = SIDES.map(|side| beside(label.at, width, side, height, reach, area));
            let cost = |place: Area| ((covered(&place, &marks), covered(&place, &lines)), place);
            places.into_iter().filter(free).map(cost).reduce(|best, next| if next.0 < best.0 { next } else { best })
        };
        let found = label.tries.iter().enumerate().find_map(|(text, one)| {
            let ((covered, _), area) = best(one.width)?;
            (covered == 0 || !one.clear).then_some(Placed { text, area })
        });
        placed.push(found);
    }
    placed
}

/// The rectangle of a label at a side of its point, clear of its mark; above or below it is moved into the area.
fn beside((x, y): Point, width: f64, (right, down): (f64, f64), height: f64, reach: f64, area: &Area) -> Area {
    let (half, above_or_below) = (width / 2.0, right.abs() < 1.0);
    // A label above or below its point needs no room beside the mark, nor one beside it room above. What only touches
    // must not overlap for want of exactness.
    let clear = reach + 1e-6;
    let y = y + down * (height / 2.0 + if above_or_below { clear } else { 0.0 });
    let x = if above_or_below && width <= area.right - area.left {
        // Not `clamp`, whose panic would bring the printing of floats along.
        (x + right * half).min(area.right - half).max(area.left + half)
    } else {
        x + right * (half + clear)
    };
    Area { left: x - half, top: y - height / 2.0, right: x + half, bottom: y + height / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const AREA: Area = Area { left: 0.0, top: 0.0, right: 300.0, bottom: 200.0 };

    /// A label of one text, which may cover what it must.
    fn label(at: Point, width: f64) -> Label {
        Label { at, tries: vec![Try { width, clear: false }] }
    }

    fn placed(labels: &[Label], marks: &[Area], lines: &[Area]) -> Vec<Option<Placed>> {
        place_labels(labels, 12.0, &AREA, 5.0, (marks, lines))
    }

    fn one(label: Label, marks: &[Area]) -> Area {
        placed(&[label], marks, &[])[0].unwrap().area
    }

    #[test]
    fn a_lone_label_stands_beside_its_point() {
        let place = one(label((100.0, 100.0), 60.0), &[]);
        assert!((place.left - 105.0).abs() < 0.01 && (place.bottom - 100.0).abs() < 0.01, "{place:?}");
    }

    #[test]
    fn at_the_edge_it_goes_to_the_other_side_and_one_that_never_fits_is_dropped() {
        let places = placed(&[label((290.0, 100.0), 60.0), label((100.0, 100.0), 400.0)], &[], &[]);
        assert!(places[0].unwrap().area.right <= 290.0);
        assert_eq!(places[1], None);
    }

    #[test]
    fn above_its_point_it_is_moved_into_the_area() {
        // On either side there is no room, and in the middle it would stick out.
        let place = one(label((60.0, 100.0), 280.0), &[]);
        assert!(place.left < 60.0 && place.right > 60.0 && place.bottom < 95.0, "{place:?}");
    }

    #[test]
    fn a_label_gives_way_to_other_points_and_to_lines() {
        let wanted = || label((100.0, 100.0), 60.0);
        let mark = Area::around((120.0, 92.0), 5.0);
        assert!(one(wanted(), &[mark]).right <= 95.0);
        assert!(placed(&[wanted()], &[], &[mark])[0].unwrap().area.right <= 95.0);
    }

    #[test]
    fn a_mark_is_worse_to_cover_than_lines() {
        // A line over all of the left, and a mark at each place on the right.
        let marks = [Area { left: 106.0, top: 0.0, right: 107.0, bottom: 200.0 }];
        let lines = [Area { left: 0.0, top: 0.0, right: 95.0, bottom: 200.0 }];
        let place = placed(&[label((100.0, 100.0), 60.0)], &marks, &lines)[0].unwrap().area;
        assert!(place.right <= 106.0, "{place:?}");
    }

    #[test]
    fn where_the_whole_name_finds_no_clear_place_a_shorter_text_does() {
        // Marks on all sides, with a gap of 20 between the point and them.
        let ring = [-1.0, 1.0].map(|side| Area {
            left: 100.0 + side * 40.0 - 10.0,
            top: 0.0,
            right: 100.0 + side * 40.0 + 10.0,
            bottom: 200.0,
        });
        let tries = vec![Try { width: 70.0, clear: true }, Try { width: 12.0, clear: true }];
        let place = placed(&[Label { at: (100.0, 100.0), tries }], &ring, &[])[0].unwrap();
        assert_eq!(place.text, 1);
        let tries = vec![Try { width: 70.0, clear: true }, Try { width: 70.0, clear: false }];
        assert_eq!(placed(&[Label { at: (100.0, 100.0), tries }], &ring, &[])[0].unwrap().text, 1);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_never_leave_the_plot(
            wanted in vec((0.0..300.0, 0.0..200.0, 5.0..150.0, any::<bool>()), 0..40),
            others in vec((0.0..300.0, 0.0..200.0, 0.5..20.0), 0..100),
            height in 8.0..20.0,
        ) {
            let whole = |width: f64, clear: bool| Try { width, clear };
            let tries = |width: f64, clear: bool| vec![whole(width, true), whole(width, clear), whole(8.0, clear)];
            let labels: Vec<Label> =
                wanted.iter().map(|(x, y, width, clear)| Label { at: (*x, *y), tries: tries(*width, *clear) }).collect();
            let marks: Vec<Area> = others.iter().map(|(x, y, reach)| Area::around((*x, *y), *reach)).collect();
            let places = place_labels(&labels, height, &AREA, 4.0, (&marks, &[]));
            prop_assert_eq!(places.len(), labels.len());
            for (at, place) in places.iter().enumerate() {
                let Some(Placed { text, area }) = place else { continue };
                prop_assert!(AREA.holds(area));
                prop_assert!(!places[..at].iter().flatten().any(|other| area.overlaps(&other.area)));
                prop_assert!(!labels.iter().any(|label| area.overlaps(&Area::around(label.at, 4.0 - 1e-9))));
                prop_assert!(!labels[at].tries[*text].clear || !marks.iter().any(|mark| area.overlaps(mark)));
                prop_assert!((area.right - area.left - labels[at].tries[*text].width).abs() < 1e-9);
            }
        }
    }
}
