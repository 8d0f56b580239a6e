//! What the chart marks and says of rows of the project's own tables, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use compare::catalog::Workload;
use compare::query::{Clause, Field, Indexed, Test};
use compare::state::{Action, Part, Presentation, View};
use compare::units::{Letters, Weight};
use scraper::Html;
use std::rc::Rc;
use support::drawn::{drawn, props};
use support::{all, markup, table, texts};

const PARTS: &[Part] = &[Part::Slider, Part::Chart];

fn pick(ids: &[&str]) -> Vec<Action> {
    ids.iter().map(|id| Action::Pick((*id).to_owned(), true)).collect()
}

/// What the range says of the point that it is at.
fn said(html: &Html) -> String {
    all(html, ".mc-walk")[0].attr("aria-valuetext").unwrap().replace('\u{a0}', " ")
}

/// How many lines the paths of a class have.
fn lines(html: &Html, selector: &str) -> usize {
    all(html, selector).iter().map(|path| path.attr("d").unwrap().matches('M').count()).sum()
}

#[tokio::test(flavor = "current_thread")]
async fn of_many_points_those_of_the_frontier_and_the_picked_have_whiskers() {
    let html = markup("aider-polyglot", PARTS, []).await;
    // The frontier is that of the contract.
    assert_eq!(lines(&html, ".mc-picture .mc-whisker"), 8);
    let picked = markup("aider-polyglot", PARTS, pick(&["grok-4-high"])).await;
    assert_eq!(lines(&picked, ".mc-picture .mc-whisker"), 9);
    assert_eq!(lines(&picked, ".mc-picture .mc-picked"), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn what_the_page_highlights_is_marked_and_named() {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let runs = table("aider-polyglot");
    let tables: Rc<[Rc<Indexed>]> = Rc::new([Rc::new(Indexed::new(runs.clone(), letters))]);
    let view = View { highlight: Rc::new(["grok-4-high".to_owned()]), ..View::new(0, &tables[0]) };
    let html = drawn(props(tables, view, Presentation { parts: PARTS.into(), ..Presentation::default() })).await;
    assert_eq!(lines(&html, ".mc-picture .mc-tint"), 1);
    assert_eq!(lines(&html, ".mc-picture .mc-whisker"), 9);
    assert!(texts(&html, ".mc-name-of").contains(&"grok-4 (high)".to_owned()), "{:?}", texts(&html, ".mc-name-of"));
    assert!(texts(&html, ".mc-legend li").contains(&"highlighted".to_owned()));
    assert!(all(&markup("aider-polyglot", PARTS, []).await, ".mc-tint").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn only_who_wins_at_some_weight_has_a_colour_on_the_frontier() {
    let html = markup("aider-polyglot", PARTS, []).await;
    let winners = all(&html, ".mc-picture .mc-full[data-hue]").len();
    // Six of the eight win, as the contract has it.
    assert_eq!((winners, all(&html, ".mc-picture .mc-full:not([data-hue])").len()), (6, 2));
    let legend = texts(&html, ".mc-legend li");
    assert!(legend.iter().any(|line| line.ends_with("in colour where it wins at some weight")), "{legend:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_cached_price_that_is_assumed_is_said_where_the_cost_is() {
    let models = table("models");
    let assumed = " (no cached price known, the input price counts)";
    for (id, is_assumed) in [("gpt-4-turbo", true), ("gpt-5", false)] {
        let name = models.name(models.row(id).unwrap());
        let field = Field::Column(models.column("name").unwrap());
        let clause = Clause { field, test: Some(Test::Any(vec![name.to_owned()])), missing: false };
        let only = Action::Narrow(clause);
        let html = markup("models", PARTS, [only.clone()]).await;
        let verdict = &texts(&html, ".mc-verdict")[0];
        assert!(verdict.contains(&format!("{name} has the best value, the only one shown")), "{verdict}");
        assert_eq!(verdict.contains(&format!(" a month{assumed}")), is_assumed, "{verdict}");
        assert_eq!(said(&html).contains(&format!(" a month{assumed}")), is_assumed, "{}", said(&html));
        let fresh = Action::Use(Workload { cached: 0.0, ..Workload::DEFAULT });
        let html = markup("models", PARTS, [only, fresh]).await;
        assert!(!texts(&html, ".mc-verdict")[0].contains(assumed) && !said(&html).contains(assumed));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn with_four_picked_every_other_point_says_that_there_is_no_room() {
    let full = "Four are picked, as many as stand side by side. Take one out first.";
    let four = ["gpt-5-high", "gpt-5-medium", "grok-4-high", "gpt-5-low"];
    assert!(!said(&markup("aider-polyglot", PARTS, pick(&four[..3])).await).contains(full));
    let html = markup("aider-polyglot", PARTS, pick(&four)).await;
    assert!(said(&html).starts_with("DeepSeek-V3.2-Exp (Chat): ") && said(&html).ends_with(full), "{}", said(&html));
    let best = [Action::Weigh(Weight::new(1.0).unwrap())];
    let html = markup("aider-polyglot", PARTS, pick(&four).into_iter().chain(best)).await;
    assert!(said(&html).starts_with("gpt-5 (high): ") && said(&html).ends_with(", picked"), "{}", said(&html));
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_table_the_picked_stand_side_by_side_below_the_chart() {
    let two = ["gpt-5-high", "gpt-5-medium"];
    let html = markup("aider-polyglot", PARTS, pick(&two)).await;
    assert_eq!(all(&html, "[part=chart] ~ [part=compare]").len(), 1);
    assert_eq!(
        texts(&html, ".mc-chosen"),
        ["2 picked: they stand side by side below the chart. Show side by sideClear"]
    );
    for parts in [&[Part::Chart, Part::Table], &[Part::Compare, Part::Chart]] {
        let html = markup("aider-polyglot", parts, pick(&two)).await;
        assert_eq!(all(&html, "[part=compare]").len(), 1, "{parts:?}");
    }
}
