use super::{Case, FIELDS, case, field, id, natural_key};
use crate::query::{Direction, SortKey};
use crate::testing::Asked;
use proptest::collection::vec;
use proptest::prelude::*;
use std::cmp::Ordering;

/// Places of fields, and whether each goes downwards.
fn keys() -> impl Strategy<Value = Vec<(usize, bool)>> {
    vec((0..FIELDS.len(), any::<bool>()), 0..=4)
}

fn sort(asked: &Asked, keys: &[(usize, bool)]) -> Vec<SortKey> {
    let direction = |descending| if descending { Direction::Descending } else { Direction::Ascending };
    keys.iter().map(|(place, down)| SortKey { field: field(asked, *place), direction: direction(*down) }).collect()
}

/// By one key after the other; a value is followed by the lower cost.
fn compare(case: &Case, a: usize, b: usize, keys: &[(usize, bool)]) -> Ordering {
    let by_key = keys.iter().map(|(place, descending)| {
        let cost = || if FIELDS[*place] == "value" { case.compare(a, b, "cost", false) } else { Ordering::Equal };
        case.compare(a, b, FIELDS[*place], *descending).then_with(cost)
    });
    by_key.fold(Ordering::Equal, Ordering::then)
}

/// The order of rows by keys, then by name, then by id.
fn naive_order(case: &Case, rows: &[u32], keys: &[(usize, bool)]) -> Vec<u32> {
    let mut rows = rows.to_vec();
    rows.sort_by(|a, b| {
        let (a, b) = (*a as usize, *b as usize);
        let names = || natural_key(&case.rows[a].name).cmp(&natural_key(&case.rows[b].name));
        compare(case, a, b, keys).then_with(names).then_with(|| id(a).cmp(&id(b)))
    });
    rows
}

proptest! {
    #[test]
    fn an_order_compares_key_by_key_then_name_then_id(case in case(), keys in keys()) {
        let asked = case.asked();
        let order = asked.question().order(&case.all(), &sort(&asked, &keys));
        prop_assert_eq!(order, naive_order(&case, &case.all(), &keys));
    }

    #[test]
    fn some_rows_stand_in_the_order_of_all(case in case(), keys in keys(), odd in 0..2_u32) {
        let asked = case.asked();
        let some: Vec<u32> = case.all().into_iter().filter(|row| row % 2 == odd).collect();
        let order = asked.question().order(&some, &sort(&asked, &keys));
        prop_assert_eq!(order, naive_order(&case, &some, &keys));
    }

    #[test]
    fn an_order_holds_every_row_once(case in case(), keys in keys()) {
        let asked = case.asked();
        let mut order = asked.question().order(&case.all(), &sort(&asked, &keys));
        order.sort_unstable();
        prop_assert_eq!(order, case.all());
    }

    #[test]
    fn an_order_does_not_depend_on_how_the_rows_come(case in case(), keys in keys(), turn in 0..25_usize) {
        let asked = case.asked();
        let sort = sort(&asked, &keys);
        let mut turned = case.all();
        turned.reverse();
        turned.rotate_left(turn.min(case.rows.len()));
        let question = asked.question();
        prop_assert_eq!(question.order(&turned, &sort), question.order(&case.all(), &sort));
    }

    #[test]
    fn missing_comes_last_both_ways_in_every_column(case in case()) {
        let asked = case.asked();
        for key in (0..FIELDS.len()).flat_map(|place| [(place, false), (place, true)]) {
            let order = asked.question().order(&case.all(), &sort(&asked, &[key]));
            let missing = |row: &u32| case.known(*row as usize, FIELDS[key.0]).is_none();
            prop_assert!(order.iter().is_sorted_by_key(missing), "{} in {order:?}", FIELDS[key.0]);
        }
    }

    #[test]
    fn a_descending_sort_reverses_no_tie(case in case(), place in 0..FIELDS.len()) {
        let asked = case.asked();
        let question = asked.question();
        let [up, down] = [false, true].map(|down| question.order(&case.all(), &sort(&asked, &[(place, down)])));
        for row in case.all() {
            let ties = |other: &u32| compare(&case, row as usize, *other as usize, &[(place, false)]).is_eq();
            let tied = |order: &[u32]| order.iter().copied().filter(ties).collect::<Vec<u32>>();
            prop_assert_eq!(tied(&up), tied(&down));
        }
    }

    #[test]
    fn a_page_is_a_slice_of_the_order(case in case(), keys in keys(), start in 0..30_usize, length in 0..30_usize) {
        let asked = case.asked();
        let sort = sort(&asked, &keys);
        let order = asked.question().order(&case.all(), &sort);
        let slice: Vec<u32> = order.iter().copied().skip(start).take(length).collect();
        prop_assert_eq!(asked.question().page(&case.all(), &sort, start..start + length), slice);
    }

    #[test]
    fn turning_the_pages_shows_every_row_once(case in case(), keys in keys(), length in 1..8_usize) {
        let asked = case.asked();
        let sort = sort(&asked, &keys);
        let starts = (0..case.rows.len()).step_by(length);
        let page = |start| asked.question().page(&case.all(), &sort, start..start + length);
        let shown: Vec<u32> = starts.flat_map(page).collect();
        prop_assert_eq!(shown, asked.question().order(&case.all(), &sort));
    }

    #[test]
    fn the_order_by_value_is_that_of_the_formula(case in case()) {
        let asked = case.asked();
        let by_value = [SortKey::BY_VALUE];
        let order = asked.question().order(&case.all(), &by_value);
        let value = FIELDS.iter().position(|field| *field == "value").unwrap();
        prop_assert_eq!(order, naive_order(&case, &case.all(), &[(value, true)]));
    }
}
