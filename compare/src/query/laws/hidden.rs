//! Laws of what hides rows and of ranges of places.

use super::{Case, case};
use crate::query::aider_fixture::aider_trials;
use crate::query::{Clause, Field, Filter, Test};
use crate::testing::Asked;
use proptest::collection::vec;
use proptest::prelude::*;

fn clauses() -> impl Strategy<Value = (f64, f64, bool, bool)> {
    (0.0..500.0, 0.0..500.0, any::<bool>(), any::<bool>())
}

fn filter(asked: &Asked, (score, cost, missing, open): (f64, f64, bool, bool), text: &str) -> Filter {
    let clause = |id: &str, test: Test| Clause { field: asked.field(id), test: Some(test), missing };
    Filter { text: text.to_owned(), ..Filter::default() }
        .with(clause("score", Test::Numbers(Some(score), None)))
        .with(clause("cost", Test::Numbers(None, Some(cost))))
        .with(clause("open", Test::Any(vec![if open { "yes" } else { "no" }.to_owned()])))
}

fn asked_and_rows(case: &Case) -> (Asked, Vec<u32>) {
    (case.asked(), case.all())
}

proptest! {
    #[test]
    fn what_is_found_shows_or_says_what_hides_it(case in case(), wish in clauses(), text in "[ab1 ]{0,2}") {
        let (asked, _) = asked_and_rows(&case);
        let passing = asked.question().passing(&filter(&asked, wish, &text));
        let mut rows = passing.rows();
        for hidden in passing.hidden() {
            prop_assert!(!hidden.by.is_empty() && !hidden.rows.is_empty());
            rows.extend(hidden.rows);
        }
        rows.sort_unstable();
        prop_assert_eq!(rows, asked.table.found(&text));
    }

    #[test]
    fn lifting_what_hides_a_row_shows_it_and_no_less_does(case in case(), wish in clauses(), text in "[ab1 ]{0,2}") {
        let (asked, _) = asked_and_rows(&case);
        let filter = filter(&asked, wish, &text);
        let shown = |lifted: &[Field]| {
            let left = lifted.iter().fold(filter.clone(), |filter, field| filter.without(*field));
            asked.question().passing(&left).rows()
        };
        for hidden in asked.question().passing(&filter).hidden() {
            let all = shown(&hidden.by);
            prop_assert!(hidden.rows.iter().all(|row| all.contains(row)));
            let fewer = shown(&hidden.by[1..]);
            prop_assert!(hidden.rows.iter().all(|row| !fewer.contains(row)));
        }
    }

    #[test]
    fn each_clause_hides_the_rows_that_do_not_pass_it_alone(case in case(), wish in clauses()) {
        let (asked, rows) = asked_and_rows(&case);
        let filter = filter(&asked, wish, "");
        let passing = asked.question().passing(&filter);
        prop_assert_eq!(passing.count_hidden(None), 0);
        for clause in &filter.clauses {
            let alone = asked.question().passing(&Filter::default().with(clause.clone())).rows();
            prop_assert_eq!(passing.count_hidden(Some(clause.field)), rows.len() - alone.len());
        }
    }

    #[test]
    fn a_range_holds_the_place_by_score(kept in vec(any::<bool>(), 51)) {
        let asked = Asked::new(&aider_trials());
        let rows: Vec<u32> = asked.all().into_iter().filter(|row| kept[*row as usize]).collect();
        let order = asked.question().order(&rows, &asked.keys("-score"));
        let ranges = asked.question().rank_ranges(&order, &rows);
        for (place, range) in (1..).zip(&ranges) {
            prop_assert!(range.as_ref().is_some_and(|range| range.contains(&place)), "{place} {range:?}");
        }
    }

    #[test]
    fn fewer_rows_make_no_range_wider(kept in vec(any::<bool>(), 51)) {
        let asked = Asked::new(&aider_trials());
        let rows: Vec<u32> = asked.all().into_iter().filter(|row| kept[*row as usize]).collect();
        let (few, many) = (asked.question().rank_ranges(&rows, &rows), asked.question().rank_ranges(&rows, &asked.all()));
        for (few, many) in few.iter().zip(&many) {
            let width = |range: &Option<std::ops::RangeInclusive<usize>>| range.clone().map(Iterator::count);
            prop_assert!(width(few) <= width(many));
        }
    }

    #[test]
    fn where_no_interval_is_known_only_equal_scores_share_places(case in case()) {
        let (asked, rows) = asked_and_rows(&case);
        let best_first = ["score", "-score"].map(|key| asked.keys(key)).into_iter().find(|keys| asked.question().is_by_score(keys));
        let Some(best_first) = best_first else { return Ok(()) };
        let order = asked.question().order(&rows, &best_first);
        let score = |row: u32| asked.question().measure(asked.field("score")).get(row as usize);
        let ranges = asked.question().rank_ranges(&order, &rows);
        for (row, range) in order.iter().zip(ranges) {
            // The places at which rows of its score stand.
            let alike = |(place, other): (usize, &u32)| (score(*other) == score(*row)).then_some(place + 1);
            let places: Vec<usize> = order.iter().enumerate().filter_map(alike).collect();
            let shared = places.len() > 1 && score(*row).is_some();
            prop_assert_eq!(range, shared.then(|| places[0]..=places[places.len() - 1]));
        }
    }
}
