//! The reader's workload: what it costs on the project's own data, and what its part says.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use compare::catalog::{Builder, ColumnSpec, Cost, Header, Role, Rules, Value, Workload};
use compare::query::{Clause, Field, Test, Use, assumes_cached_price, workload_costs};
use compare::state::{Action, Part};
use compare::units::Tokens;
use support::{all, markup, table, texts};

/// 100,000 requests of 1,500 tokens in, a fifth of them cached, and 400 out: 120 million fresh tokens, 30 million
/// cached ones, 40 million of output.
const WORKLOAD: Workload = Workload { requests: 100_000.0, input: Tokens(1_500.0), output: Tokens(400.0), cached: 0.2 };

#[test]
fn five_models_cost_what_was_worked_out_by_hand() {
    let models = table("models");
    let costs = workload_costs(models, &WORKLOAD);
    for (id, provider, cost) in [
        // 120 × 1.25 + 30 × 0.125 + 40 × 10.
        ("gpt-5", "OpenAI", 553.75),
        // 120 × 15 + 30 × 1.50 + 40 × 75.
        ("claude-opus-4.1", "Anthropic", 4_845.0),
        // No cached price: 150 × 0.27 + 40 × 1.10.
        ("deepseek-v3", "DeepSeek", 84.5),
        // No cached price: 150 × 10 + 40 × 30.
        ("gpt-4-turbo", "OpenAI", 2_700.0),
        // No cached price, and served by another company than made it: 150 × 0.30 + 40 × 0.60.
        ("llama-3-8b", "Amazon Bedrock", 69.0),
    ] {
        let row = models.row(id).unwrap();
        assert!((costs[row] - cost).abs() < 1e-9, "{id} costs {}", costs[row]);
        let price = models.playing(Role::InputPrice).unwrap();
        assert_eq!(price.figure(row).unwrap().provider, provider, "{id}");
        assert_eq!(assumes_cached_price(models, &WORKLOAD, row), !["gpt-5", "claude-opus-4.1"].contains(&id), "{id}");
    }
}

#[test]
fn a_free_model_costs_nothing_and_one_without_a_price_has_no_cost() {
    let price = |id: &str, role: &str| ColumnSpec {
        id: Some(id.into()),
        label: Some(id.into()),
        kind: Some("number".into()),
        unit: Some("USD/mtok".into()),
        role: Some(role.into()),
        ..ColumnSpec::default()
    };
    let name = ColumnSpec {
        id: Some("name".into()),
        label: Some("Model".into()),
        kind: Some("text".into()),
        ..ColumnSpec::default()
    };
    let columns = vec![name, price("in", "input-price"), price("out", "output-price"), price("cached", "cached-price")];
    let header = Header { id: "t".into(), columns, ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    for (name, prices) in [
        ("Free", [Some(0.0), Some(0.0), None]),
        ("Free to read", [Some(0.0), Some(2.0), Some(0.0)]),
        ("Free to write", [Some(0.5), Some(0.0), Some(0.1)]),
        ("Unknown", [Some(0.0), None, Some(0.0)]),
    ] {
        let mut cells = vec![("name", Value::Text(name.into()))];
        let known = ["in", "out", "cached"].into_iter().zip(prices);
        cells.extend(known.filter_map(|(id, price)| Some((id, Value::Number(price?)))));
        builder.row(None, cells);
    }
    let costs = workload_costs(&builder.finish().unwrap(), &WORKLOAD);
    // 150 × 0 + 40 × 0; 120 × 0 + 30 × 0 + 40 × 2; 120 × 0.5 + 30 × 0.1 + 40 × 0.
    for (cost, by_hand) in costs.iter().zip([0.0, 80.0, 63.0]) {
        assert!((cost - by_hand).abs() < 1e-9, "{cost} is not {by_hand}");
    }
    assert!(costs[3].is_nan(), "nobody knows what it charges for output");
}

#[tokio::test(flavor = "current_thread")]
async fn four_inputs_hold_what_counts_and_say_what_they_count() {
    let html = markup("models", &[Part::Workload], []).await;
    let held: Vec<_> = all(&html, ".mc-amounts input").iter().map(|input| input.attr("value").unwrap()).collect();
    assert_eq!(held, ["100000", "1500", "400", "20"]);
    let labels = ["Requests a month", "Input tokens a request", "Output tokens a request", "Cached % of the input"];
    assert_eq!(texts(&html, ".mc-amounts label"), labels);
    for input in all(&html, "[part=workload] input") {
        let fault = input.attr("aria-describedby").unwrap();
        assert_eq!(all(&html, &format!("[id={fault}][role=alert]")).len(), 1, "{fault}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_typical_workload_says_its_numbers_and_that_they_are_assumed() {
    let html = markup("models", &[Part::Workload], [Action::Use(Use::ALL[2].workload)]).await;
    assert_eq!(texts(&html, ".mc-use"), ["Chat", "Retrieval", "Coding agent", "Batch extraction"]);
    assert_eq!(texts(&html, ".mc-use[aria-pressed=true]"), ["Coding agent"]);
    assert!(texts(&html, ".mc-uses p")[0].starts_with("100,000 requests of 1,500 tokens in and 400 out, 20 % cached."));
    assert!(texts(&html, "[part=workload] .mc-notes")[0].contains("assumptions of ours"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_budget_says_how_many_stay_within_and_of_whom_that_is_not_known() {
    let budget = Clause { field: Field::Workload, test: Some(Test::Numbers(None, Some(69.0))), missing: false };
    let html = markup("models", &[Part::Workload], [Action::Narrow(budget)]).await;
    let models = table("models");
    let within = workload_costs(models, &models.workload).iter().filter(|cost| **cost <= 69.0).count();
    let said = &texts(&html, ".mc-within")[0];
    assert_eq!(*said, format!("{within} of 176 models stay within it. Of 2 a list price is not known."));
    assert_eq!(all(&html, "#budget")[0].attr("value"), Some("69"));
}

#[tokio::test(flavor = "current_thread")]
async fn memory_counts_the_open_models_that_fit() {
    let parameters = Field::Column(table("models").column("parameters").unwrap());
    let fits = Clause { field: parameters, test: Some(Test::Numbers(None, Some(12e9))), missing: false };
    let html = markup("models", &[Part::Workload], [Action::Narrow(fits)]).await;
    // Two bytes a parameter.
    assert_eq!(all(&html, "#memory")[0].attr("value"), Some("24"));
    assert!(texts(&html, ".mc-memory .mc-within")[0].contains(" of 76 models with known parameters fit."));
    let notes = &texts(&html, ".mc-memory .mc-notes")[0];
    assert!(notes.starts_with("Weights only"), "{notes}");
    let label = &table("models").columns[table("models").column("parameters").unwrap()].label;
    let moved =
        format!("The limit is the filter by {label}: another precision keeps the memory and moves that filter.");
    assert!(notes.ends_with(&moved), "{notes}");
}

#[tokio::test(flavor = "current_thread")]
async fn another_cost_than_the_monthly_one_can_be_put_right() {
    let price = table("models").column("price-input").unwrap();
    let html = markup("models", &[Part::Workload], [Action::Cost(Cost::Column(price))]).await;
    assert_eq!(texts(&html, ".mc-other button"), ["Use it as the cost"]);
    assert!(texts(&html, ".mc-other")[0].contains("Input price"));
    assert!(all(&markup("models", &[Part::Workload], []).await, ".mc-other").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn a_table_of_measured_costs_says_so_and_offers_one_with_prices() {
    let html = markup("aider-polyglot", &[Part::Workload], []).await;
    assert!(all(&html, "[part=workload] input").is_empty());
    let said = texts(&html, "[part=workload]").join("");
    assert!(said.contains("no list prices") && said.contains("never mixed"), "{said}");
    assert_eq!(texts(&html, "[part=workload] button"), ["Open “Open and closed models: score and list price”"]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_part_is_there_only_where_it_is_asked_for() {
    assert!(all(&markup("models", &[Part::Table], []).await, "[part=workload]").is_empty());
    assert_eq!(all(&markup("models", &[Part::Workload], []).await, "[part=workload]").len(), 1);
}
