//! How score and openness came to be, in single cases.

use crate::query::{Gap, History, Step};
use crate::testing::{Asked, table};
use crate::units::Date;

const SIX: &str = "name | released:date | score:number+ | cost:number- USD | open-weights:flag
    A | 2023-03-14 | 40 | 30 | no
    B | 2023-07 | 30 | 5 | yes
    C | 2024-04-18 | 41 | 4 | yes
    D | 2024-05-13 | 60 | 6 | no
    E | 2025 | 50 | 1 | yes
    F | | 99 | 1 | yes";

fn history(text: &str) -> (Asked, History) {
    let asked = Asked::new(text);
    let history = asked.question().history(&asked.all()).unwrap();
    (asked, history)
}

fn names(asked: &Asked, steps: &[Step]) -> String {
    asked.names(&steps.iter().map(|step| step.row).collect::<Vec<_>>())
}

#[test]
fn the_best_of_each_kind_is_known_from_its_date_on() {
    let (asked, history) = history(SIX);
    assert_eq!(names(&asked, &history.open), "B C E");
    assert_eq!(names(&asked, &history.closed), "A D");
    assert_eq!((history.undated, history.years), (1, (2023, 2025)));
}

#[test]
fn the_gap_is_told_at_the_end_of_each_year() {
    let (_, history) = history(SIX);
    let gaps: Vec<(u16, f64)> = history.gaps.iter().map(|gap| (gap.year, gap.gap)).collect();
    assert_eq!(gaps, [(2023, 10.0), (2024, 19.0), (2025, 10.0)]);
}

#[test]
fn no_gap_is_told_of_a_year_in_which_no_row_has_a_score() {
    let (_, history) = history(&format!("{SIX}\n G | 2025-06 | | 1 | no \n H | 2026-01 | | 1 | yes"));
    assert_eq!(history.gaps.last(), Some(&Gap { year: 2025, gap: 10.0 }));
    assert_eq!((history.scored, history.years), (Date::parse("2025").ok(), (2023, 2026)));
}

#[test]
fn a_score_is_had_for_less_with_each_step() {
    let (asked, history) = history(SIX);
    assert_eq!(names(&asked, &asked.question().cheapest(&history, 40.0)), "A C E");
    assert_eq!(names(&asked, &asked.question().cheapest(&history, 55.0)), "D");
    assert_eq!(names(&asked, &asked.question().cheapest(&history, 61.0)), "");
}

#[test]
fn of_several_on_one_day_the_best_sets_the_record() {
    let (asked, history) = history(
        "name | released:date | score:number+ | open-weights:flag \n A | 2024-01-01 | 5 | yes \n B | 2024-01 | 7 | yes",
    );
    assert_eq!(names(&asked, &history.open), "B");
}

#[test]
fn where_lower_is_better_records_fall() {
    let (asked, history) = history(
        "name | released:date | score:number- | open-weights:flag
        A | 2024-01 | 5 | yes \n B | 2024-02 | 7 | yes \n C | 2024-03 | 3 | yes \n D | 2024-04 | 4 | no",
    );
    assert_eq!(names(&asked, &history.open), "A C");
    assert_eq!(history.gaps, [Gap { year: 2024, gap: -1.0 }]);
}

#[test]
fn quarters_without_a_row_are_there_and_years_alone_belong_to_none() {
    let (_, history) = history(SIX);
    let quarters: Vec<(u16, u8, usize, usize)> =
        history.quarters.iter().map(|at| (at.year, at.quarter, at.rows.open, at.rows.closed)).collect();
    let expected =
        [(2023, 1, 0, 1), (2023, 2, 0, 0), (2023, 3, 1, 0), (2023, 4, 0, 0), (2024, 1, 0, 0), (2024, 2, 1, 1)];
    assert_eq!(quarters, expected);
    assert_eq!(history.only_year, 1);
}

#[test]
fn a_table_is_dated_by_its_releases_or_by_its_first_dates() {
    assert_eq!(table("name | cutoff:date | released:date").dates(), Some(2));
    assert_eq!(table("name | cutoff:date | date:date").dates(), Some(1));
    assert_eq!(table("name | released").dates(), None);
    let undated = Asked::new("name | released:date \n A | ");
    assert_eq!(undated.question().history(&undated.all()), None);
}

#[test]
fn lines_go_on_until_the_newest_figure_but_never_back() {
    let until = |seen: &str| {
        let mut table = table(&format!("name | released:date | seen:date \n A | 2025-07 | {seen}"));
        table.dated_by = table.column("seen");
        let asked = Asked::of(table);
        asked.question().history(&asked.all()).unwrap().until
    };
    assert_eq!((until("2024-01"), until("2026-07"), until("")), (2025.5, 2026.5, 2026.0));
}

#[test]
fn only_the_last_twenty_years_are_told_one_by_one() {
    let (_, history) = history(
        "name | released:date | score:number+ | open-weights:flag
        A | 0001-02 | 40 | no \n B | 0001-03 | 30 | yes \n C | 2006-12 | 41 | yes \n D | 2007-04 | 50 | no
        E | 2026-11 | 60 | no",
    );
    assert_eq!((history.quarters.len(), history.earlier), (80, 2 + 1));
    assert_eq!((history.quarters[0].year, history.quarters[0].quarter), (2007, 1));
    assert_eq!(history.gaps.first().map(|gap| gap.year), Some(2007));
}
