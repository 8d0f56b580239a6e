//! What a reader reads, in plain English.

mod export;
mod standing;

use super::{Plain, Words, chip, count, heading, sorted, unit_note, weight};
use crate::query::{Clause, Test};
use crate::testing::{Asked, read};
use crate::units::{Date, Weight};
use proptest::prelude::*;

/// The cell of the first row in a column `x` of a kind, as `kind unit`; empty where nothing is known.
fn cell(kind: &str, cell: &str) -> String {
    let asked = Asked::new(&format!("name | x:{kind} \n A | {cell}"));
    let words = Words { table: &asked.table, numbers: &Plain };
    words.cell(&asked.question(), asked.field("x"), 0).unwrap_or_default()
}

#[test]
fn what_is_missing_has_no_words() {
    for kind in ["text", "category", "categories", "number", "number USD", "date", "flag"] {
        assert_eq!(cell(kind, ""), "", "{kind}");
    }
}

#[test]
fn texts_and_categories_are_shown_as_they_are() {
    assert_eq!(cell("text", "gpt-5 (high)"), "gpt-5 (high)");
    assert_eq!(cell("category", "OpenAI"), "OpenAI");
    assert_eq!(cell("categories", "text,image"), "text, image");
}

#[test]
fn a_flag_is_yes_or_no() {
    assert_eq!([cell("flag", "yes"), cell("flag", "no")], ["yes", "no"]);
}

#[test]
fn a_date_is_as_exact_as_it_is_known() {
    assert_eq!(["2025-08-07", "2025-08", "2025"].map(|date| cell("date", date)), ["Aug 7, 2025", "Aug 2025", "2025"]);
}

#[test]
fn a_cost_of_nothing_is_free() {
    for unit in ["USD", "USD/mtok", "USD/month"] {
        assert_eq!(cell(&format!("number {unit}"), "0"), "free");
        assert_eq!(cell(&format!("number {unit}"), "-0.0"), "free");
    }
}

#[test]
fn nothing_of_anything_else_is_a_number() {
    let zero = |kind| cell(kind, "0");
    assert_eq!(["number", "number percent", "number tokens"].map(zero), ["0", "0.0", "0"]);
}

#[test]
fn dollars_have_cents_and_small_prices_more() {
    let usd = |cell_text| cell("number USD", cell_text);
    assert_eq!(["29.0829", "1.5", "0.3236", "1234.56"].map(usd), ["$29.08", "$1.50", "$0.32", "$1,235"]);
    let price = |cell_text| cell("number USD/mtok", cell_text);
    assert_eq!(["1.25", "0.25", "0.0375", "0.000125"].map(price), ["$1.25", "$0.25", "$0.0375", "$0.000125"]);
}

#[test]
fn the_smallest_costs_have_two_digits() {
    let usd = |cell_text| cell("number USD", cell_text);
    assert_eq!(["0.0000034", "0.00000015", "2e-12"].map(usd), ["$0.0000034", "$0.00000015", "$0.000000000002"]);
}

proptest! {
    #[test]
    fn no_cost_is_written_as_nothing(digits in 1.0..10.0_f64, power in -20..6) {
        let asked = Asked::new("name | x:number USD/month \n A | 1");
        let (words, cost) = (Words { table: &asked.table, numbers: &Plain }, digits * 10.0_f64.powi(power));
        let field = asked.field("x");
        for written in [words.figure(field, cost), words.tick(field, cost), words.phrase(field, cost)] {
            prop_assert!(written.contains(|char: char| ('1'..='9').contains(&char)), "{cost}: {written}");
        }
    }
}

#[test]
fn shares_and_seconds_have_one_decimal() {
    assert_eq!([cell("number percent", "88"), cell("number seconds", "12.34")], ["88.0", "12.3"]);
}

#[test]
fn tokens_and_parameters_are_counted_in_great_steps() {
    assert_eq!([cell("number tokens", "128000"), cell("number parameters", "30500000000")], ["128K", "30.5B"]);
}

#[test]
fn a_number_without_a_known_unit_has_two_decimals_at_most() {
    assert_eq!([cell("number", "1234.567"), cell("number Elo", "1400")], ["1,234.57", "1,400"]);
}

const AIDER: &str =
    "name | vendor:category | open:flag | on:date | score:number+ percent | cost:number- USD | elo:number+ Elo
    A | X | yes | 2025 | 80 | 10 | 1
    B | Y | no | 2026 | 60 | 0 | 2
    C | | | | 70 | | 3";

const PRICES: &str = "name | in:number USD/mtok | out:number USD/mtok \n A | 2.5 | 10";

/// What a table says of a field: its heading and unit.
fn head(table: &str, id: &str) -> (String, String) {
    let asked = Asked::new(table);
    (heading(asked.field(id), &asked.table).to_owned(), unit_note(asked.field(id), &asked.table))
}

#[test]
fn a_heading_is_the_label_of_the_column() {
    assert_eq!(head(AIDER, "score"), ("score".to_owned(), "%".to_owned()));
    assert_eq!(head(AIDER, "elo"), ("elo".to_owned(), "Elo".to_owned()));
    assert_eq!(head(AIDER, "name"), ("name".to_owned(), String::new()));
}

#[test]
fn value_and_workload_have_headings_of_their_own() {
    assert_eq!(head(AIDER, "value"), ("Value".to_owned(), "of 100".to_owned()));
    assert_eq!(head(PRICES, "workload"), ("Monthly cost".to_owned(), "USD a month".to_owned()));
}

#[test]
fn the_value_is_of_100() {
    let asked = Asked::new(AIDER);
    let words = Words { table: &asked.table, numbers: &Plain };
    let value = |row| words.cell(&asked.question(), asked.field("value"), row);
    assert_eq!([0, 1, 2].map(value), [Some("100.0".to_owned()), Some("50.0".to_owned()), None]);
}

#[test]
fn a_phrase_says_the_unit() {
    let phrase = |table: &str, id: &str, number: f64| {
        let asked = Asked::new(table);
        read(Words { table: &asked.table, numbers: &Plain }.phrase(asked.field(id), number))
    };
    assert_eq!(phrase(AIDER, "score", 70.2), "70.2 %");
    assert_eq!(phrase(AIDER, "cost", 19.0), "$19.00");
    assert_eq!(phrase(AIDER, "elo", 1_400.0), "1,400 Elo");
    assert_eq!(phrase(PRICES, "workload", 19.0), "$19.00 a month");
    assert_eq!(phrase(PRICES, "workload", 0.0), "free");
    assert_eq!(phrase(PRICES, "in", 2.5), "$2.50 per million tokens");
}

/// The words for a clause.
fn said(id: &str, test: Option<Test>, missing: bool) -> String {
    let asked = Asked::new(AIDER);
    chip(&Clause { field: asked.field(id), test, missing }, &Words { table: &asked.table, numbers: &Plain })
}

#[test]
fn a_chip_names_the_choices() {
    let names = |names: &[&str]| Some(Test::Any(names.iter().map(|name| (*name).to_owned()).collect()));
    assert_eq!(said("vendor", names(&["X", "Y"]), false), "vendor: X, Y");
    assert_eq!(said("open", names(&["yes"]), true), "open: yes or not known");
    assert_eq!(said("vendor", None, true), "vendor not known");
}

#[test]
fn a_chip_names_the_ends_of_a_range() {
    let range = |low, high| said("cost", Some(Test::Numbers(low, high)), false);
    assert_eq!(range(Some(1.0), Some(5.0)), "cost $1.00 to $5.00");
    assert_eq!(range(Some(1.0), None), "cost from $1.00");
    assert_eq!(range(None, Some(5.0)), "cost up to $5.00");
    assert_eq!(range(None, None), "cost known");
    assert_eq!(said("cost", Some(Test::Numbers(None, Some(5.0))), true), "cost up to $5.00 or not known");
}

#[test]
fn an_amount_of_nothing_is_a_limit_in_a_range_and_not_free() {
    assert_eq!(said("cost", Some(Test::Numbers(None, Some(0.0))), false), "cost up to $0");
}

#[test]
fn a_chip_names_dates_as_exact_as_they_are() {
    let month = Date::parse("2025-03").ok();
    assert_eq!(said("on", Some(Test::Dates(month, None)), false), "on from Mar 2025");
}

#[test]
fn a_count_says_how_many_of_how_many() {
    let said = |shown, total| read(count(shown, total, &Plain));
    assert_eq!(said(12, 1_178), "12 of 1,178 rows");
    assert_eq!([said(178, 178), said(1, 1), said(0, 0)], ["178 rows", "1 row", "0 rows"]);
    assert_eq!(said(0, 1), "0 of 1 rows");
}

#[test]
fn an_order_is_said_key_by_key() {
    let said = |sort: &str| {
        let asked = Asked::new(AIDER);
        sorted(&asked.keys(sort), &asked.table)
    };
    assert_eq!(said("-on name"), "sorted by on, newest first, then by name, A to Z");
    assert_eq!(said("-value cost"), "sorted by Value, highest first, then by cost, lowest first");
    assert_eq!(said("on -vendor"), "sorted by on, oldest first, then by vendor, Z to A");
    assert_eq!(said("open"), "sorted by open, no first");
    assert_eq!(said("-open"), "sorted by open, yes first");
}

#[test]
fn a_weight_is_said_in_shares() {
    let said = |share| read(weight(Weight::new(share).unwrap(), &Plain));
    assert_eq!([said(0.6), said(0.0)], ["60 % score, 40 % cost", "0 % score, 100 % cost"]);
}

proptest! {
    #[test]
    fn the_shares_of_a_weight_make_100(share in 0..=1_000_u16) {
        let said = read(weight(Weight::new(f64::from(share) / 1_000.0).unwrap(), &Plain));
        let shares: u32 = said.split(' ').filter_map(|word| word.parse::<u32>().ok()).sum();
        prop_assert_eq!(shares, 100);
    }
}
