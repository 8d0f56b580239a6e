//! What lifts a comparison of a few rows that a press or a link has narrowed, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;

use compare::query::{Filter, Indexed};
use compare::state::{Part, Presentation, View};
use compare::units::Letters;
use drawn::{drawn, props};
use model_compare::tables;
use model_compare::ui::{AppProps, Handle};
use scraper::Selector;
use std::rc::Rc;

const TABLE: &[Part] = &[Part::Chart, Part::Table];

/// What is said above each part and beside what a search finds, of a view that is about some rows, where the page itself
/// is about others.
async fn said(parts: &[Part], only: &[&str], own: &[&str], search: &str) -> Vec<String> {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let tables: Rc<[Rc<Indexed>]> =
        tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Rc<[String]>>();
    let filter = Rc::new(Filter { text: search.to_owned(), ..Filter::default() });
    let view = View { only: ids(only), filter, ..View::new(1, &tables[1]) };
    let table = Handle(Rc::new(tables[1].of(view.narrowed(&tables[1]).unwrap())));
    let presentation = Presentation { parts: parts.into(), ..Presentation::default() };
    let html = drawn(AppProps { table, own: ids(own), ..props(tables, view, presentation) }).await;
    let selector = Selector::parse(".mc > .mc-about:has(button), .mc-found li").unwrap();
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>().replace('\u{a0}', " ");
    html.select(&selector).map(text).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn rows_that_the_page_did_not_choose_are_lifted_above_the_table_or_else_the_chart() {
    let two = &["gpt-5-high", "grok-4-high"];
    for parts in [TABLE, &[Part::Chart], &[Part::Slider, Part::Table]] {
        assert_eq!(said(parts, two, &[], "").await, ["Compared: 2 of 69 rows. Show all"], "{parts:?}");
    }
    let three = &["gpt-5-high", "grok-4-high", "kimi-k2"];
    assert_eq!(said(TABLE, two, three, "").await, ["Compared: 2 of 69 rows. Show those of this page"]);
}

#[tokio::test(flavor = "current_thread")]
async fn rows_that_the_page_itself_compares_are_lifted_by_nothing() {
    let two = &["gpt-5-high", "grok-4-high"];
    assert!(said(TABLE, two, two, "").await.is_empty());
    assert_eq!(said(TABLE, two, two, "kimi").await, ["Kimi K2 is not part of this comparison. "]);
}

#[tokio::test(flavor = "current_thread")]
async fn what_a_search_finds_outside_of_a_press_is_shown_by_another() {
    let two = &["gpt-5-high", "grok-4-high"];
    let found = said(TABLE, two, &[], "kimi").await;
    assert_eq!(found.last().unwrap(), "Kimi K2 is not part of this comparison. Show all");
    let found = said(TABLE, two, &[], "gemini").await;
    assert!(found.last().unwrap().ends_with(" more rows match that are not part of this comparison. Show all"));
    // What the page itself leaves out, no press brings.
    let found = said(TABLE, two, &["gpt-5-high", "grok-4-high", "o3-high"], "kimi").await;
    assert_eq!(found.last().unwrap(), "Kimi K2 is not part of this comparison. ");
}
