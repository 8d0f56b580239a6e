//! What attributes make of the table that stands in an element.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::state::Setting;
use fallback::Stills;
use model_compare::tables;
use scraper::{Html, Selector};

/// A table as some attributes want it, and what was not understood of them.
fn drawn(wishes: &[(&str, &str)]) -> Result<(String, Vec<String>), String> {
    let named = |name: &str| wishes.iter().find(|(wish, _)| *wish == name).map(|(_, text)| (*text).to_owned());
    let wishes: Vec<(Setting, String)> =
        Setting::ALL.iter().filter_map(|(setting, name)| Some((*setting, named(name)?))).collect();
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(Stills::new(tables()).of(&wishes))
}

/// The texts of elements of a table that is understood; a blank at which no line ends is a blank.
fn texts(wishes: &[(&str, &str)], selector: &str) -> Vec<String> {
    let (html, warnings) = drawn(wishes).unwrap();
    assert_eq!(warnings, [""; 0]);
    let page = Html::parse_fragment(&html);
    page.select(&Selector::parse(selector).unwrap())
        .map(|element| element.text().collect::<String>().replace('\u{a0}', " "))
        .collect()
}

const RUNS: (&str, &str) = ("table", "aider-polyglot");

#[test]
fn without_any_it_is_the_first_table() {
    let title = texts(&[], "caption strong");
    assert_eq!(title, [&*tables()[0].title]);
}

#[test]
fn columns_and_order_are_those_that_are_asked_for() {
    let asked = [RUNS, ("columns", "name cost vendor"), ("sort", "-cost")];
    assert_eq!(texts(&asked, "thead th"), ["Model", "Cost of the run USD", "Vendor"]);
    let costs = texts(&asked, "tbody td:nth-child(2)");
    let costs: Vec<f64> = costs.iter().filter_map(|cost| cost.strip_prefix('$')?.parse().ok()).collect();
    assert!(costs.len() == 51 && costs.is_sorted_by(|one, next| one >= next), "{costs:?}");
    let notes = texts(&asked, "table + p").concat();
    assert!(notes.starts_with("69 rows, sorted by Cost of the run, highest first. 18 of 69"), "{notes}");
    let weighed = texts(&[RUNS, ("weight", "1")], "table + p").concat();
    assert!(weighed.contains(" Value weighs 100 % score, 0 % cost."), "{weighed}");
}

#[test]
fn a_filter_leaves_rows_out_and_counts_them() {
    let asked = [RUNS, ("filter", "vendor:OpenAI")];
    assert_eq!(texts(&asked, "tbody tr").len(), 21);
    let notes = texts(&asked, "table + p").concat();
    assert!(notes.starts_with("21 of 69 rows, sorted by Value, highest first."), "{notes}");
}

#[test]
fn with_only_some_rows_the_comparison_is_about_these() {
    let ids: Vec<&str> = tables()[1].ids.iter().take(2).map(|id| &**id).collect();
    let asked = [("table", &*tables()[1].id), ("only", &*ids.join(" "))];
    assert_eq!(texts(&asked, "tbody tr").len(), 2);
    assert!(texts(&asked, "table + p").concat().starts_with("2 rows, "));
}

#[test]
fn the_provider_whose_price_counts_is_the_one_that_is_asked_for() {
    let prices = |which: &str| texts(&[("table", "models"), ("columns", "price-input"), ("prices", which)], "tbody td");
    assert_ne!(prices("cheapest"), prices("first-party"));
}

#[test]
fn what_is_not_understood_is_told_and_gives_the_default() {
    let (html, warnings) = drawn(&[RUNS, ("sort", "-valeu"), ("only", "")]).unwrap();
    assert_eq!(html, drawn(&[RUNS]).unwrap().0);
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].starts_with("sort: \"-valeu\" is not understood; "), "{warnings:?}");
    assert!(warnings[0].ends_with("did you mean \"value\"?"), "{warnings:?}");
}

#[test]
fn a_table_that_is_not_there_is_told_with_those_that_are() {
    let fault = "<model-compare> names the table `x`, which is not there: name one of models, aider-polyglot";
    assert_eq!(drawn(&[("table", "x")]), Err(fault.to_owned()));
}
