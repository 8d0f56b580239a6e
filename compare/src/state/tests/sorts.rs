use super::Page;
use crate::catalog::Workload;
use crate::query::{Direction, Field, SortKey};
use crate::state::grammar::{parse_fields, parse_sort, parse_workload, write_fields, write_sort, write_workload};
use crate::units::{RustNumerals, Tokens};
use proptest::prelude::*;
use proptest::sample::subsequence;

const TABLE: &str = "name | score:number+ | in:number | out:number";
const FIELDS: [&str; 6] = ["name", "score", "in", "out", "value", "workload"];

fn workload(text: &str) -> (Option<Workload>, Vec<String>) {
    let understood = parse_workload(text, Workload::DEFAULT, &RustNumerals);
    (understood.value, understood.rest)
}

proptest! {
    #[test]
    fn a_sort_reads_as_it_is_written(ids in subsequence(&FIELDS, 1..6).prop_shuffle(), down in any::<[bool; 6]>()) {
        let page = Page::new(&[TABLE]);
        let direction = |down| if down { Direction::Descending } else { Direction::Ascending };
        let keys = ids.iter().zip(down).map(|(id, down)| SortKey { field: page.field(id), direction: direction(down) });
        let keys: Vec<SortKey> = keys.collect();
        let read = parse_sort(&write_sort(&keys, page.table()), page.table());
        prop_assert_eq!((read.value, read.rest), (Some(keys), Vec::new()));
    }

    #[test]
    fn columns_read_as_they_are_written(ids in subsequence(&FIELDS, 1..6).prop_shuffle()) {
        let page = Page::new(&[TABLE]);
        let fields: Vec<Field> = ids.iter().map(|id| page.field(id)).collect();
        let read = parse_fields(&write_fields(&fields, page.table()), page.table());
        prop_assert_eq!((read.value.as_deref(), read.rest), (Some(&fields[..]), Vec::new()));
    }

    #[test]
    fn a_workload_reads_as_it_is_written(counts in prop::array::uniform3(0.0..1e12), cached in 0.0..=1.0) {
        let [requests, input, output] = counts;
        let written = Workload { requests, input: Tokens(input), output: Tokens(output), cached };
        prop_assert_eq!(workload(&write_workload(&written, &RustNumerals)), (Some(written), Vec::new()));
    }
}

#[test]
fn a_sort_is_written_as_the_contract_says() {
    let page = Page::new(&[TABLE]);
    let read = parse_sort("  -value   name ", page.table());
    assert_eq!(write_sort(&read.value.unwrap(), page.table()), "-value name");
}

#[test]
fn the_first_mention_of_a_column_counts() {
    let page = Page::new(&[TABLE]);
    let read = parse_sort("-name score name", page.table());
    assert_eq!(write_sort(&read.value.unwrap(), page.table()), "-name score");
}

#[test]
fn an_unknown_column_is_left_out_and_said() {
    let page = Page::new(&[TABLE]);
    let read = parse_sort("-nope name", page.table());
    assert_eq!((read.value.map(|keys| keys.len()), read.rest), (Some(1), vec!["-nope".to_owned()]));
    assert_eq!(parse_sort("nope", page.table()).value, None);
}

#[test]
fn all_that_is_not_understood_of_a_list_is_said_at_once() {
    let page = Page::new(&[TABLE]);
    assert_eq!(parse_sort("nope1 nope2 name", page.table()).rest, ["nope1 nope2"]);
    assert_eq!(parse_fields("nope1 name nope2", page.table()).rest, ["nope1 nope2"]);
    assert_eq!(workload("cached:2; output:7; tokens:3").1, ["cached:2; tokens:3"]);
}

#[test]
fn a_list_of_nothing_is_not_understood() {
    let page = Page::new(&[TABLE]);
    let nothing = vec![String::new()];
    let (sort, fields) = (parse_sort("", page.table()), parse_fields("", page.table()));
    assert_eq!((sort.value, sort.rest), (None, nothing.clone()));
    assert_eq!((fields.value, fields.rest), (None, nothing.clone()));
    assert_eq!(workload(""), (None, nothing));
}

#[test]
fn an_unknown_column_is_not_shown_and_said() {
    let page = Page::new(&[TABLE]);
    let read = parse_fields("nope name name", page.table());
    assert_eq!((read.value.as_deref(), read.rest), (Some(&[page.field("name")][..]), vec!["nope".to_owned()]));
}

#[test]
fn a_table_without_prices_has_no_workload_to_sort_by() {
    let page = Page::new(&["name | size:number"]);
    assert_eq!(parse_sort("workload", page.table()).value, None);
}

#[test]
fn a_workload_keeps_what_is_left_out() {
    let expected = Workload { input: Tokens(2_000.0), cached: 0.5, ..Workload::DEFAULT };
    assert_eq!(workload("input:2000; cached : 0.5"), (Some(expected), Vec::new()));
}

#[test]
fn what_is_no_workload_is_left_out_and_said() {
    for part in ["requests:-1", "cached:1.5", "input:abc", "input", "tokens:3", "output:inf", "output:NaN"] {
        assert_eq!(workload(part), (None, vec![part.to_owned()]));
    }
    let (read, rest) = workload("cached:2; output:7");
    assert_eq!((read.map(|read| read.output), rest), (Some(Tokens(7.0)), vec!["cached:2".to_owned()]));
}
