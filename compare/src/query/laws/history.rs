//! Laws of the best scores, the lowest costs and the quarters over time.

use crate::query::moment;
use crate::testing::Asked;
use crate::units::Date;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

const DATES: [&str; 10] = [
    "0001-05",
    "1999-12",
    "2023",
    "2023-01",
    "2023-01-31",
    "2023-12-31",
    "2024-02-29",
    "2024-03",
    "2024-10-01",
    "2025-06-15",
];

type Line = (Option<&'static str>, Option<u8>, Option<u8>, Option<bool>);

fn lines() -> impl Strategy<Value = Vec<Line>> {
    vec((of(select(&DATES)), of(0..20_u8), of(0..20_u8), any::<Option<bool>>()), 0..40)
}

fn asked(lines: &[Line]) -> Asked {
    let cell = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let line = |(at, (date, score, cost, open)): (usize, &Line)| {
        let open = open.map_or("", |open| if open { "yes" } else { "no" });
        format!("R{at} | {} | {} | {} | {open}", date.unwrap_or_default(), cell(*score), cell(*cost))
    };
    let rows: Vec<String> = lines.iter().enumerate().map(line).collect();
    let heads = "name | released:date | score:number+ | cost:number- USD | open-weights:flag";
    Asked::new(&format!("{heads}\n{}", rows.join("\n")))
}

proptest! {
    #[test]
    fn prices_never_rise_and_best_scores_never_fall(lines in lines(), level in 0..20_u8) {
        let asked = asked(&lines);
        let history = asked.question().history(&asked.all()).unwrap_or_default();
        let cheapest = asked.question().cheapest(&history, f64::from(level));
        prop_assert!(cheapest.windows(2).all(|pair| pair[0].number > pair[1].number));
        for line in [&history.open, &history.closed] {
            prop_assert!(line.windows(2).all(|pair| pair[0].number < pair[1].number));
        }
        for line in [&cheapest, &history.open, &history.closed] {
            prop_assert!(line.windows(2).all(|pair| moment(pair[0].date) < moment(pair[1].date)));
            prop_assert!(line.iter().all(|step| moment(step.date) <= history.until));
            prop_assert!(line.iter().all(|step| history.scored.is_some_and(|last| step.date.first_day() <= last.first_day())));
        }
    }

    #[test]
    fn at_each_date_the_line_is_the_cheapest_row_so_far(lines in lines(), level in 0..20_u8) {
        let asked = asked(&lines);
        let history = asked.question().history(&asked.all()).unwrap_or_default();
        let cheapest = asked.question().cheapest(&history, f64::from(level));
        for until in DATES.map(|date| Date::parse(date).unwrap()) {
            let able = lines.iter().filter(|line| line.1.is_some_and(|score| score >= level));
            let dated = |line: &&Line| line.0.is_some_and(|date| Date::parse(date).unwrap().first_day() <= until.first_day());
            let plainest = able.filter(dated).filter_map(|line| line.2).min().map(f64::from);
            let drawn = cheapest.iter().rfind(|step| step.date.first_day() <= until.first_day());
            prop_assert_eq!(drawn.map(|step| step.number), plainest);
        }
    }

    #[test]
    fn quarters_sum_to_the_dated_rows(lines in lines()) {
        let asked = asked(&lines);
        let history = asked.question().history(&asked.all()).unwrap_or_default();
        let dated = lines.iter().filter(|line| line.0.is_some()).count();
        let counted: usize = history.quarters.iter().map(|quarter| quarter.rows.total()).sum();
        prop_assert_eq!(counted + history.earlier + history.only_year, dated);
        prop_assert!(history.quarters.len() <= 80);
        prop_assert_eq!(history.dated.len(), dated);
    }
}
