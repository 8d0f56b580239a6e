//! Who is named in the chart, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use compare::query::{Clause, Field, Test};
use compare::state::{Action, Part};
use compare::units::Weight;
use scraper::Html;
use support::{all, markup, texts};

async fn chart(id: &str, weight: f64, more: Vec<Action>) -> Html {
    let actions = [Action::Weigh(Weight::new(weight).unwrap())].into_iter().chain(more);
    markup(id, &[Part::Slider, Part::Chart], actions).await
}

/// The names in the picture and those that numbers stand for.
fn named(html: &Html) -> Vec<String> {
    let numbered = texts(html, ".mc-numbered li");
    let numbered = numbered.iter().map(|name| name.split_once(": ").unwrap().1.to_owned());
    texts(html, ".mc-name-of, .mc-name-of-best").into_iter().chain(numbered).collect()
}

/// Whether a name is written, or as much of it as there is room for.
fn is_among(name: &str, named: &[String]) -> bool {
    named.iter().any(|text| text == name || text.strip_suffix('…').is_some_and(|start| name.starts_with(start)))
}

#[tokio::test(flavor = "current_thread")]
async fn the_winner_and_all_of_the_frontier_are_named_at_every_weight() {
    for id in ["models", "aider-polyglot"] {
        for percent in (0..=100).step_by(10) {
            let html = chart(id, f64::from(percent) / 100.0, Vec::new()).await;
            let winner = &texts(&html, ".mc-verdict strong")[0];
            let best = texts(&html, ".mc-name-of-best");
            assert!(best.len() == 1 && is_among(winner, &best), "{id} at {percent} %: {winner} is called {best:?}");
            let (named, summary) = (named(&html), &texts(&html, "#chart-words")[0]);
            let frontier = summary.split("on the frontier: ").nth(1).unwrap().split(". Weighed").next().unwrap();
            for name in frontier.split(", ") {
                assert!(is_among(name, &named), "{id} at {percent} %: {name} is not among {named:?}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn numbers_in_the_picture_are_those_of_the_list() {
    let html = chart("models", 0.5, Vec::new()).await;
    let listed: Vec<String> =
        texts(&html, ".mc-numbered li").iter().map(|name| name.split(':').next().unwrap().to_owned()).collect();
    let drawn = texts(&html, ".mc-name-of");
    assert!(!listed.is_empty() && listed.iter().all(|number| drawn.contains(number)), "{listed:?} {drawn:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn under_a_ceiling_of_the_cost_the_winner_is_named() {
    for ceiling in [1.0, 5.0, 19.0, 20.0, 100.0, 500.0] {
        let clause = Clause { field: Field::Workload, test: Some(Test::Numbers(None, Some(ceiling))), missing: false };
        let html = chart("models", 0.9, vec![Action::Narrow(clause)]).await;
        let winner = texts(&html, ".mc-verdict strong");
        assert_eq!(all(&html, ".mc-name-of-best").len(), winner.len(), "up to {ceiling}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_picked_is_named_wherever_it_stands() {
    let ids = ["gpt-4-turbo", "llama-3-8b", "claude-3-haiku", "gpt-5"];
    let html = chart("models", 0.5, ids.map(|id| Action::Pick(id.to_owned(), true)).into()).await;
    let named = named(&html);
    for id in ids {
        let models = support::table("models");
        let name = models.name(models.row(id).unwrap());
        assert!(is_among(name, &named), "{name}: {named:?}");
    }
}
