//! What the header offers as score and as cost, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;

use compare::catalog::Cost;
use compare::query::Indexed;
use compare::state::{Action, Presentation, View};
use compare::units::Letters;
use drawn::{drawn, props};
use model_compare::tables;
use scraper::Selector;
use std::rc::Rc;

/// The choices of the select of a label, of a compiled-in table after some actions.
async fn choices(label: &str, table: usize, actions: impl IntoIterator<Item = Action>) -> Vec<String> {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let tables: Rc<[Rc<Indexed>]> =
        tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let view = View::new(table, &tables[table]);
    let view = actions.into_iter().fold(view, |view, action| view.apply(action, &tables));
    let html = drawn(props(tables, view, Presentation::default())).await;
    let (choice, option) = (Selector::parse(".mc-choice").unwrap(), Selector::parse("option").unwrap());
    let said = |choice: &scraper::ElementRef<'_>| choice.text().collect::<String>();
    let choice = html.select(&choice).find(|choice| said(choice).starts_with(label));
    choice.map(|choice| choice.select(&option).map(|option| said(&option)).collect()).unwrap_or_default()
}

fn column(table: usize, label: &str) -> usize {
    tables()[table].columns.iter().position(|column| column.label == label).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn the_first_score_that_is_offered_is_a_benchmark() {
    assert_eq!(choices("Score", 0, []).await[..2], ["GPQA", "MMLU"]);
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_the_cost_is_not_offered_as_score_nor_the_other_way_round() {
    let time = column(1, "Time per task");
    let has_time = |choices: Vec<String>| choices.iter().any(|choice| choice == "Time per task");
    for label in ["Score", "Cost"] {
        assert!(has_time(choices(label, 1, []).await), "{label}");
    }
    let as_cost = [Action::Cost(Cost::Column(time))];
    assert!(!has_time(choices("Score", 1, as_cost.clone()).await));
    assert!(has_time(choices("Cost", 1, as_cost).await));
    let as_score = [Action::Score(time)];
    assert!(!has_time(choices("Cost", 1, as_score.clone()).await));
    assert!(has_time(choices("Score", 1, as_score).await));
}

#[tokio::test(flavor = "current_thread")]
async fn what_an_attribute_names_stays_a_choice() {
    let output = column(0, "Maximum output");
    assert_eq!(choices("Score", 0, [Action::Score(output)]).await[0], "Maximum output");
}
