use super::Page;
use crate::catalog::{Builder, Header, Rules, Table, Value};
use crate::query::{Clause, Field, Filter, Test};
use crate::state::grammar::{parse_filter, write_filter};
use crate::testing::columns;
use crate::units::{Date, RustNumerals};
use proptest::collection::{btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Names with what means something in a filter.
const NAMES: [&str; 12] =
    ["A, B", "a;b:c", "100%", "%3B", "%2", "é, É", " blanks ", "missing", "Missing", "1..2", "\u{a0}x", "plain"];

/// A table with each of the names as a vendor and a tag.
fn table() -> Table {
    let heads = "name | vendor:category | tags:categories | note | open:flag | on:date | size:number | score:number \
        | cost:number | in:number | out:number";
    let (score, cost) = (Some("score".to_owned()), Some("cost".to_owned()));
    let header = Header { columns: columns(heads), score, cost, ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    for (row, name) in NAMES.iter().enumerate() {
        let id = format!("r{row}");
        let list = Value::List(vec![(*name).into()]);
        let text = || Value::Text((*name).into());
        builder.row(Some(&id), [("name", text()), ("vendor", text()), ("tags", list)]);
    }
    builder.finish().unwrap()
}

fn test(field: &str) -> BoxedStrategy<Test> {
    let some = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let most = names.len();
        subsequence(names, 1..=most).prop_map(Test::Any).boxed()
    };
    match field {
        "vendor" | "tags" => some(&NAMES),
        "open" => some(&["yes", "no"]),
        "note" => btree_set(".{0,8}[^ ]", 1..3).prop_map(|notes| Test::Any(notes.into_iter().collect())).boxed(),
        "on" => {
            let date = || of(select(vec!["2025", "2024-02", "2024-02-29"]).prop_map(|date| Date::parse(date).unwrap()));
            let in_order = |ends: &(Option<Date>, Option<Date>)| {
                ends.0.zip(ends.1).is_none_or(|(from, to)| from.first_day() <= to.last_day())
            };
            (date(), date()).prop_filter("in order", in_order).prop_map(|(from, to)| Test::Dates(from, to)).boxed()
        }
        _ => {
            let number = || of(any::<f64>().prop_filter("finite", |number| number.is_finite()));
            let in_order = |ends: &(Option<f64>, Option<f64>)| ends.0.zip(ends.1).is_none_or(|(low, high)| low <= high);
            (number(), number())
                .prop_filter("in order", in_order)
                .prop_map(|(low, high)| Test::Numbers(low, high))
                .boxed()
        }
    }
}

fn clause(id: &'static str) -> impl Strategy<Value = (&'static str, Option<Test>, bool)> {
    let tested = test(id).prop_map(Some);
    prop_oneof![(Just(id), tested, any::<bool>()), (Just(id), Just(None), Just(true))]
}

fn clauses() -> impl Strategy<Value = Vec<(&'static str, Option<Test>, bool)>> {
    let ids = select(vec!["vendor", "tags", "note", "open", "on", "size", "value", "workload"]);
    vec(ids.prop_flat_map(clause), 0..5)
}

proptest! {
    #[test]
    fn a_filter_reads_as_it_is_written(clauses in clauses(), text in " {0,2}.{0,8} {0,2}") {
        let table = table();
        let clauses = clauses.into_iter().map(|(id, test, missing)| {
            Clause { field: Field::parse(id, &table).unwrap(), test, missing }
        });
        let filter = clauses.fold(Filter { text, ..Filter::default() }, Filter::with);
        let read = parse_filter(&write_filter(&filter, &table, &RustNumerals), &table, &RustNumerals);
        prop_assert_eq!((read.value, read.rest), (Some(filter), Vec::new()));
    }

    #[test]
    fn whatever_is_read_as_a_filter_is_read_again(text in "((text|vendor|on|value):|[a-z]{2,6}[:;,.%]{0,2}|.){0,12}") {
        let table = table();
        let read = parse_filter(&text, &table, &RustNumerals);
        prop_assert!(read.value.is_some() || !read.rest.is_empty());
        let filter = read.value.unwrap_or_default();
        let again = parse_filter(&write_filter(&filter, &table, &RustNumerals), &table, &RustNumerals);
        prop_assert_eq!((again.value, again.rest), (Some(filter), Vec::new()));
    }
}

const TABLE: &str = "
    name | vendor:category | tags:categories | open:flag | on:date | cost:number- | score:number+
    A | X | text,image | yes | 2025 | 1 | 1
    B | Y | text | no | 2025 | 1 | 1
";

/// A filter as it was understood, written anew, and what was not.
fn read(text: &str) -> (String, Vec<String>) {
    let page = Page::new(&[TABLE]);
    let read = parse_filter(text, page.table(), &RustNumerals);
    (write_filter(&read.value.unwrap(), page.table(), &RustNumerals), read.rest)
}

/// The same where all was understood.
fn understood(text: &str) -> String {
    let (written, rest) = read(text);
    assert_eq!(rest, [""; 0]);
    written
}

#[test]
fn a_clause_of_each_kind_is_understood() {
    for text in [
        "vendor:X,Y",
        "tags:image",
        "name:A",
        "open:yes",
        "cost:..5",
        "cost:0.25..5",
        "value:0.5..",
        "on:2025-03..2025-04-01",
        "text:llama 4",
        "cost:missing",
        "cost:..5,missing",
        "vendor:X,missing",
    ] {
        assert_eq!(understood(text), text);
    }
}

#[test]
fn blanks_around_what_is_written_do_not_count() {
    assert_eq!(understood(" vendor : X , Y ;; cost: 1 .. 2 ; "), "vendor:X,Y; cost:1..2");
}

#[test]
fn a_month_alone_is_the_whole_month() {
    let page = Page::new(&["name | on:date \n a | 2025-02-28 \n b | 2025-03 \n c | 2025-03-31 \n d | 2025-04-01"]);
    let passing = |text| {
        let filter = parse_filter(text, page.table(), &RustNumerals).value.unwrap();
        let view = crate::state::View { filter: filter.into(), ..page.view.clone() };
        view.ids(page.table()).concat()
    };
    assert_eq!(passing("on:2025-03"), "bc");
    assert_eq!(passing("on:2025-03.."), "bcd");
    assert_eq!(passing("on:..2025-03"), "abc");
}

#[test]
fn a_clause_that_is_not_understood_is_left_out_and_the_others_hold() {
    for part in [
        "nope:1",
        "vendor:Nobody",
        "open:perhaps",
        "open:yes,perhaps",
        "cost:5",
        "cost:a..b",
        "cost:1..2,3..4",
        "cost:5..1",
        "cost:5..1,missing",
        "on:2025-04..2025-03",
        "on:2026..2025-12",
        "on:soon",
        "on:2025-13..",
        "workload:..5",
        "vendor",
        "vendor:",
        ":X",
    ] {
        assert_eq!(read(&format!("{part}; tags:image")), ("tags:image".to_owned(), vec![part.to_owned()]));
    }
}

#[test]
fn of_two_clauses_on_a_field_the_last_holds() {
    assert_eq!(understood("cost:..5; cost:..7"), "cost:..7");
}

#[test]
fn an_empty_text_lifts_every_filter() {
    assert_eq!(understood(""), "");
}

#[test]
fn a_text_without_any_clause_that_is_understood_is_no_filter() {
    let page = Page::new(&[TABLE]);
    let read = parse_filter("nope:1; vendor:Nobody", page.table(), &RustNumerals);
    assert_eq!((read.value, read.rest), (None, ["nope:1", "vendor:Nobody"].map(str::to_owned).to_vec()));
}

#[test]
fn a_choice_that_is_not_known_is_said_and_the_others_hold() {
    assert_eq!(read("vendor:OpnAI,X,Nobody"), ("vendor:X".to_owned(), vec!["vendor:OpnAI,Nobody".to_owned()]));
    assert_eq!(read("tags:audio,missing"), ("tags:missing".to_owned(), vec!["tags:audio".to_owned()]));
}

#[test]
fn a_choice_counts_once() {
    assert_eq!(understood("vendor:X,Y,X; open:yes,yes; name:a,a"), "vendor:X,Y; open:yes; name:a");
}

#[test]
fn a_range_that_leaves_nothing_out_is_no_filter() {
    assert_eq!(understood("vendor:X; cost:..,missing; on:..,missing"), "vendor:X");
    assert_eq!(understood("cost:..5; cost:..,missing"), "");
}

#[test]
fn a_range_may_begin_and_end_at_the_same_place() {
    assert_eq!(understood("cost:5..5; on:2025..2025-03"), "cost:5..5; on:2025..2025-03");
}

#[test]
fn blanks_at_the_ends_of_a_search_are_kept() {
    let page = Page::new(&[TABLE]);
    for typed in ["gpt ", " gpt", "gpt  4 ", " ", "  "] {
        let filter = Filter { text: typed.to_owned(), ..Filter::default() };
        let written = write_filter(&filter, page.table(), &RustNumerals);
        assert_eq!(parse_filter(&written, page.table(), &RustNumerals).value, Some(filter), "{written}");
    }
}

#[test]
fn what_is_percent_encoded_is_understood_in_either_case() {
    assert_eq!(understood("name:a%3bb%2Cc%25"), "name:a%3Bb%2Cc%25");
}
