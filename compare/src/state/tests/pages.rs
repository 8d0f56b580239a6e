use super::Page;
use crate::query::Filter;
use crate::state::grammar::write_fields;
use crate::state::{RowLimit, View};
use crate::testing::table;
use proptest::prelude::*;
use std::rc::Rc;

/// A view of a page of so many rows.
fn view(page: usize, rows: RowLimit) -> View {
    View { rows, page, ..Page::new(&["name"]).view }
}

#[test]
fn no_rows_make_one_empty_page() {
    assert_eq!(view(0, RowLimit::Rows(25)).pages(0), 1);
    assert_eq!(view(3, RowLimit::Rows(25)).places(0), 0..0);
    assert_eq!(view(3, RowLimit::All).places(0), 0..0);
}

#[test]
fn a_page_beyond_the_last_shows_the_last() {
    assert_eq!(view(9, RowLimit::Rows(25)).places(51), 50..51);
    assert_eq!(view(usize::MAX, RowLimit::Rows(25)).places(50), 25..50);
}

#[test]
fn the_page_that_is_shown_is_there() {
    let mut page = Page::new(&["name | score:number+ \n a | 1 \n b | 2 \n c | 3"]);
    page.view = View { rows: RowLimit::Rows(2), page: 9, ..page.view };
    assert_eq!(page.view.page_of(page.table()), 1);
    let filter = Rc::new(Filter { text: "a".into(), ..Filter::default() });
    assert_eq!(View { filter, ..page.view.clone() }.page_of(page.table()), 0);
}

#[test]
fn the_last_page_may_be_short() {
    assert_eq!([0, 1, 2].map(|page| view(page, RowLimit::Rows(2)).places(5)), [0..2, 2..4, 4..5]);
    assert_eq!(view(0, RowLimit::Rows(2)).pages(5), 3);
}

#[test]
fn all_rows_make_one_page() {
    assert_eq!(view(4, RowLimit::All).places(1_000), 0..1_000);
    assert_eq!(view(4, RowLimit::All).pages(1_000), 1);
}

#[test]
fn a_page_has_at_least_one_row() {
    assert_eq!(RowLimit::parse("1"), Some(RowLimit::Rows(1)));
    assert_eq!(RowLimit::parse("all"), Some(RowLimit::All));
    for text in ["0", "-1", "2.5", "", "ALL"] {
        assert_eq!(RowLimit::parse(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn the_pages_hold_every_place_once(shown in 0..200_usize, rows in 1..50_usize) {
        let limit = RowLimit::Rows(rows);
        let pages = 0..view(0, limit).pages(shown);
        let places: Vec<usize> = pages.flat_map(|page| view(page, limit).places(shown)).collect();
        prop_assert_eq!(places, (0..shown).collect::<Vec<_>>());
    }
}

#[test]
fn the_ids_are_those_after_the_filter_in_shown_order() {
    let page = Page::new(&["name | score:number+ | cost:number- \n A | 1 | 1 \n B1 | 2 | 1 \n B2 | 3 | 1"]);
    assert_eq!(page.view.ids(page.table()), ["b2", "b1", "a"]);
    let filter = Rc::new(Filter { text: "b".into(), ..Filter::default() });
    assert_eq!(View { filter, ..page.view.clone() }.ids(page.table()), ["b2", "b1"]);
}

/// The columns that a table shows first.
fn columns(text: &str) -> String {
    let table = table(text);
    write_fields(&View::default_columns(&table), &table)
}

#[test]
fn value_score_and_cost_stand_behind_the_name() {
    assert_eq!(columns("name | x | cost:number- | score:number+"), "name value score cost x");
}

#[test]
fn the_name_may_stand_behind_the_score() {
    assert_eq!(columns("score:number+ | name"), "name score");
    assert_eq!(columns("cost:number- | score:number+ | x | name | y"), "x name value score cost y");
}

#[test]
fn the_cost_of_a_workload_is_a_column() {
    assert_eq!(columns("name | in:number | out:number | score:number+"), "name value score workload in out");
}

#[test]
fn there_is_no_value_without_both_score_and_cost() {
    assert_eq!(columns("name | score:number+"), "name score");
    assert_eq!(columns("name | cost:number-"), "name cost");
}

#[test]
fn a_table_that_shows_no_column_shows_its_names() {
    let mut table = table("name | x");
    table.columns.to_mut().iter_mut().for_each(|column| column.shown = false);
    assert_eq!(write_fields(&View::default_columns(&table), &table), "name");
}
