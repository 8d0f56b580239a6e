use super::Page;
use crate::catalog::Cost;
use crate::query::aider_fixture::aider_trials;
use crate::query::{Clause, Filter, Test};
use crate::state::{Insights, NamedBand, View};
use std::rc::Rc;

/// The ids of the bands, and each other list.
fn ids(insights: &Insights<'_>) -> [String; 4] {
    let bands: Vec<&str> = insights.bands.iter().map(|band| band.id).collect();
    [&bands, &insights.frontier, &insights.tied, &insights.borderline].map(|ids| ids.join(" "))
}

const TEXT: &str = "name | vendor:category | score:number+ percent | cost:number- | price:number- USD
    a | X | 10 10/100 | 1 | 9
    b | X | 50 50/100 | 10 | 9
    c | Y | 90 90/100 | 100 | 1
    d | Y | 88 88/100 | | 1";

#[test]
fn insights_name_rows_by_their_ids() {
    let page = Page::new(&[TEXT]);
    let insights = page.view.insights(page.table());
    assert_eq!(ids(&insights), ["a c", "a b c", "c d", ""]);
    let half = NamedBand { id: "a", from: 0.0, to: 0.5 };
    assert_eq!(insights.bands, [half, NamedBand { id: "c", from: 0.5, to: 1.0 }]);
}

#[test]
fn insights_are_those_of_the_rows_after_the_filter() {
    let page = Page::new(&[TEXT]);
    let test = Some(Test::Any(vec!["X".to_owned()]));
    let filter = Filter::default().with(Clause { field: page.field("vendor"), test, missing: false });
    let view = View { filter: Rc::new(filter), ..page.view.clone() };
    assert_eq!(ids(&view.insights(page.table())), ["a b", "a b", "b", ""]);
    let none = View { filter: Rc::new(Filter { text: "nobody".into(), ..Filter::default() }), ..page.view.clone() };
    assert_eq!(ids(&none.insights(page.table())), [""; 4]);
}

#[test]
fn insights_are_about_the_score_and_the_cost_that_were_chosen() {
    let page = Page::new(&[TEXT]);
    let view = View { cost: Some(Cost::Column(page.position("price"))), ..page.view.clone() };
    assert_eq!(ids(&view.insights(page.table())), ["c", "c", "c d", ""]);
    let view = View { score: None, ..page.view.clone() };
    assert_eq!(ids(&view.insights(page.table())), [""; 4]);
}

#[test]
fn the_borderline_are_among_the_tied() {
    let page = Page::new(&[&aider_trials()]);
    let insights = page.view.insights(page.table());
    let tied = "gpt-5-high gpt-5-medium o3-pro-high gemini-2.5-pro-preview-06-05-32k-think gpt-5-low o3-high";
    assert_eq!(insights.tied.join(" "), tied);
    assert_eq!(insights.borderline, ["gpt-5-low", "o3-high"]);
}
