use super::Page;
use crate::query::{Direction, Field, Filter, SortKey};
use crate::state::{Action, RowLimit, Setting, View};
use crate::units::{RustNumerals, Weight};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::rc::Rc;

const TABLE: &str = "name | vendor:category | score:number+ | cost:number- | released:date | open:flag \n \
                     A | X | 1 | 1 | 2025-01 | yes \n B/C | Y, Z | 2 | 5 | 2025-02-03 | no";

fn page() -> Page {
    Page::new(&[TABLE, "name | size:number \n C | 1 \n D | 2"])
}

fn link(page: &Page, view: &View) -> String {
    view.link(&page.view, &page.tables[view.table], &page.tables, &RustNumerals)
}

fn follow(page: &Page, link: &str) -> (View, Vec<String>) {
    let outcome = page.view.follow(link, &page.tables, &RustNumerals);
    (outcome.view, outcome.warnings)
}

#[test]
fn a_link_says_what_differs_from_the_start_and_nothing_else() {
    let page = page();
    assert_eq!(link(&page, &page.view), "");
    let weighed = page.view.apply(Action::Weigh(Weight::new(0.7).unwrap()), &page.tables);
    let sorted = weighed.apply(Action::PressHeader(Field::parse("cost", page.table()).unwrap()), &page.tables);
    assert_eq!(link(&page, &sorted), "weight:0.7/sort:cost");
    assert_eq!(sorted.link(&weighed, page.table(), &page.tables, &RustNumerals), "sort:cost");
}

#[test]
fn a_link_to_another_table_says_no_more_than_what_was_chosen_there() {
    let page = page();
    let other = page.view.apply(Action::Choose(1), &page.tables);
    let link = other.link(&page.view, &page.tables[1], &page.tables, &RustNumerals);
    assert_eq!(link, "table:t", "the test's tables are all called t");
}

#[test]
fn words_that_mean_something_in_a_link_are_carried_through_it() {
    let page = page();
    for words in ["a/b", "50%", "100%25", "a:b;c,d", "what?", "(yes)", "é ü", "1..5.", "missing"] {
        let view = page.view.apply(Action::Search(words.to_owned()), &page.tables);
        let link = link(&page, &view);
        assert_eq!(follow(&page, &link), (view, Vec::new()), "{link}");
    }
}

#[test]
fn a_link_survives_the_end_of_a_sentence() {
    let page = page();
    let set = |setting, text| page.view.set(setting, Some(text), &page.tables, &RustNumerals).view;
    for (view, plain) in [
        (set(Setting::Weight, "0.7"), "weight:0.7"),
        (set(Setting::Filter, "cost:1.."), "filter:cost:1../"),
        (set(Setting::Filter, ""), ""),
    ] {
        let link = link(&page, &view);
        assert_eq!(link, plain);
        for end in ["", ".", ",", ")", ").", "!\"", "/", "/."] {
            assert_eq!(follow(&page, &format!("{link}{end}")), (view.clone(), Vec::new()), "{link}{end}");
        }
    }
}

#[test]
fn what_a_link_does_not_say_clearly_is_passed_over_and_the_rest_holds() {
    let page = page();
    let weighed = View { weight: Weight::new(0.7).unwrap(), ..page.view.clone() };
    assert_eq!(follow(&page, "colour:red/weight:0.7/shape"), (weighed.clone(), Vec::new()), "words of other versions");
    let (view, warnings) = follow(&page, "sort:nope/weight:0.7/rows:0");
    assert_eq!((view, warnings.len()), (weighed, 2), "each mangled part is warned of once");
    for mangled in ["", "/", ":", "%", "%E0%A4%A", "weight", "weight:", "////", ":::", "\u{0}", "sort:"] {
        assert_eq!(follow(&page, mangled).0, page.view, "{mangled}");
    }
}

#[test]
fn an_emptied_filter_is_said_where_the_page_starts_with_one() {
    let page = page();
    let start = page.view.set(Setting::Filter, Some("cost:..3"), &page.tables, &RustNumerals).view;
    let link = page.view.link(&start, page.table(), &page.tables, &RustNumerals);
    assert_eq!(link, "filter:/");
    assert_eq!(start.follow(&link, &page.tables, &RustNumerals).view, page.view);
}

const FILTERS: [&str; 6] =
    ["", "vendor:X", "vendor:Y%2C Z,missing", "cost:1..; released:2025-01..", "open:yes,no", "score:..2,missing"];

prop_compose! {
    fn any_view()(
        weight in 0.0..=1.0,
        filter in prop::sample::select(&FILTERS),
        text in ".{0,12}",
        rows in prop_oneof![Just(RowLimit::All), (1_usize..90).prop_map(RowLimit::Rows)],
        fields in prop::collection::vec(0_usize..6, 1..4),
        descending: bool,
        selected in prop::sample::subsequence(vec!["a".to_owned(), "b-c".to_owned()], 0..=2),
    ) -> View {
        let page = page();
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        let columns: BTreeSet<usize> = fields.into_iter().collect();
        let columns: Vec<Field> = columns.into_iter().map(Field::Column).collect();
        let clauses = page.view.set(Setting::Filter, Some(filter), &page.tables, &RustNumerals).view.filter;
        View {
            weight: Weight::new(weight).unwrap(),
            filter: Rc::new(Filter { text, ..Filter::clone(&clauses) }),
            rows,
            sort: vec![SortKey { field: columns[0], direction }],
            columns: columns.into(),
            selected: selected.into(),
            ..page.view
        }
    }
}

proptest! {
    #[test]
    fn a_link_leads_back_to_its_view(view in any_view(), start in any_view()) {
        let page = page();
        let link = view.link(&start, page.table(), &page.tables, &RustNumerals);
        let again = start.follow(&link, &page.tables, &RustNumerals);
        prop_assert_eq!((again.view, again.warnings), (view, Vec::new()), "{}", link);
    }

    #[test]
    fn no_text_breaks_a_link(text in ".{0,80}", words in "[a-z]{1,8}:[^/]{0,12}(/[a-z]{1,8}:.{0,12}){0,4}") {
        let page = page();
        for link in [text, words] {
            let view = follow(&page, &link).0;
            let again = follow(&page, &view.link(&page.view, &page.tables[view.table], &page.tables, &RustNumerals));
            prop_assert_eq!(again, (view, Vec::new()));
        }
    }
}
