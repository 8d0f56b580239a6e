//! The project's own data: what is compiled in is what the files say, and the known answers hold.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::catalog::{Cells, Interval, Table};
use compare::query::{Indexed, Question, SortKey, Tradeoff, workload_costs};
use compare::state::View;
use compare::units::{Letters, Weight};
use model_compare::tables;

fn table(id: &str) -> &'static Table {
    tables().iter().find(|table| table.id == id).unwrap()
}

fn known(table: &Table, column: &str) -> usize {
    let cells = &table.columns[table.column(column).unwrap()].cells;
    (0..table.len()).filter(|row| !cells.is_missing(*row)).count()
}

#[test]
fn what_is_compiled_in_is_what_the_files_say() {
    let files = dataset::load(std::path::Path::new("data")).unwrap_or_else(|faults| panic!("{faults}"));
    // Compared as they are emitted: a missing number equals nothing, not even itself.
    assert!(dataset::emit(tables()) == dataset::emit(&files), "the emitted tables differ from the files");
}

#[test]
fn every_number_has_a_source() {
    for table in tables() {
        for (position, column) in table.columns.iter().enumerate() {
            for row in (0..table.len()).filter(|row| column.cells.number(*row).is_some()) {
                let source = table.source(position, row);
                assert!(source.is_some(), "{} of {} in {} has none", column.id, table.ids[row], table.id);
            }
        }
    }
}

#[test]
fn every_model_of_the_facts_is_there_with_what_is_known_of_it() {
    let models = table("models");
    assert_eq!(models.len(), 178);
    let counts =
        ["price-input", "price-output", "price-cached", "context", "parameters", "released", "cutoff", "license"]
            .map(|column| known(models, column));
    // Those of Claude Sonnet 5 and DeepSeek-V3-0324 were known beside prices that no longer hold.
    assert_eq!(counts, [176, 176, 105, 164, 76, 166, 122, 174]);
}

#[test]
fn every_benchmark_of_at_least_fifteen_models_is_a_score_column() {
    let models = table("models");
    let scores = [
        ("gpqa", 78),
        ("mmlu", 49),
        ("humaneval", 48),
        ("math", 48),
        ("swe-bench-verified", 47),
        ("mmlu-pro", 39),
        ("aider-polyglot", 39),
        ("aime-2025", 34),
        ("mgsm", 30),
        ("simpleqa", 29),
        ("gsm8k", 28),
        ("ifeval", 28),
        ("aime-2024", 26),
        ("mmmu", 26),
        ("livecodebench", 26),
        ("evalplus-humaneval", 20),
        ("evalplus-humaneval-plus", 20),
        ("hle", 20),
        ("evalplus-mbpp-plus", 18),
        ("swe-bench-pro", 16),
    ];
    for (benchmark, covered) in scores {
        assert_eq!(known(models, benchmark), covered, "{benchmark}");
        let column = &models.columns[models.column(benchmark).unwrap()];
        let reported = |row: &usize| column.figure(*row).is_some_and(|figure| figure.reported_by.is_some());
        let all = (0..models.len()).filter(|row| column.cells.number(*row).is_some()).all(|row| reported(&row));
        assert!(all, "{benchmark}: somebody reported each figure");
    }
}

#[test]
fn a_price_says_who_charges_it_and_when() {
    let models = table("models");
    let (column, row) = (models.column("price-output").unwrap(), models.row("gpt-4-turbo").unwrap());
    assert_eq!(models.columns[column].cells.number(row), Some(30.0));
    let figure = models.columns[column].figure(row).unwrap();
    assert_eq!(figure.provider, "OpenAI");
    assert_eq!(models.as_of(column, row).unwrap().to_string(), "2026-07-02");
    assert_eq!(models.source(column, row).unwrap().url, "https://platform.openai.com/docs/models");
}

#[test]
fn the_coding_runs_are_all_there_and_an_unknown_cost_is_missing() {
    let runs = table("aider-polyglot");
    assert_eq!(runs.len(), 69);
    assert_eq!(known(runs, "cost"), 51);
    let cost = &runs.columns[runs.column("cost").unwrap()].cells;
    assert_eq!(cost.number(runs.row("gemini-2.0-pro-exp-02-05").unwrap()), None);
    let Cells::Number(costs) = cost else { panic!("costs are numbers") };
    assert!(costs.iter().all(|cost| *cost != 0.0), "no run was free");
}

#[test]
fn a_pass_rate_carries_its_trials_and_the_interval_that_follows() {
    let runs = table("aider-polyglot");
    let column = &runs.columns[runs.column("pass-rate").unwrap()];
    let row = runs.row("gpt-5-high").unwrap();
    assert_eq!(column.figure(row).unwrap().interval, Interval::Trials { k: 198, n: 225 });
    // statsmodels 0.15.0: proportion_confint(198, 225, method="wilson").
    let (low, high) = column.bounds(row).unwrap();
    assert!((low - 83.103_766).abs() < 1e-5 && (high - 91.620_456).abs() < 1e-5, "{low} to {high}");
    let all = (0..runs.len()).all(|row| column.bounds(row).is_some());
    assert!(all, "every rate has an interval");
}

#[test]
fn a_name_that_occurs_twice_is_told_apart_by_its_edit_format() {
    let runs = table("aider-polyglot");
    for id in ["qwen2.5-coder-32b-instruct-diff", "qwen2.5-coder-32b-instruct-whole", "o3-high-gpt-4.1"] {
        assert!(runs.row(id).is_some(), "{id}");
    }
}

#[test]
fn two_models_together_and_makers_not_stated_stay_missing() {
    let runs = table("aider-polyglot");
    for id in ["o3-high-gpt-4.1", "quasar-alpha"] {
        let row = runs.row(id).unwrap();
        assert_eq!(runs.text("vendor", row), None, "{id}");
        assert_eq!(runs.columns[runs.column("open-weights").unwrap()].cells.flag(row), None, "{id}");
    }
}

#[test]
fn a_run_names_its_model_in_the_other_table() {
    let (runs, models) = (table("aider-polyglot"), table("models"));
    let named = (0..runs.len()).filter_map(|row| runs.text("model", row));
    let named: Vec<&str> = named.collect();
    assert_eq!(named.len(), 26);
    assert!(named.iter().all(|id| models.row(id).is_some()), "{named:?}");
}

#[test]
fn the_best_value_at_each_weight_is_the_known_one() {
    let runs = table("aider-polyglot");
    let indexed = Indexed::new(runs.clone(), Letters { lower: str::to_lowercase, decompose: str::to_owned });
    let tradeoff = Tradeoff::new(runs, runs.score, runs.cost, &runs.workload);
    let rows: Vec<u32> = (0..runs.len() as u32).collect();
    let first = |share: f64| {
        let weight = Weight::new(share).unwrap();
        let question = Question { table: &indexed, tradeoff: &tradeoff, weight };
        runs.name(question.page(&rows, &[SortKey::BY_VALUE], 0..1)[0] as usize)
    };
    assert_eq!(
        [0.30, 0.50, 0.65, 0.80, 0.95].map(first),
        [
            "DeepSeek Chat V3 (prev)",
            "DeepSeek-V3.2-Exp (Chat)",
            "DeepSeek-V3.2-Exp (Reasoner)",
            "gpt-5 (medium)",
            "gpt-5 (high)"
        ]
    );
}

#[test]
fn the_insights_are_the_known_ones() {
    let runs =
        Indexed::new(table("aider-polyglot").clone(), Letters { lower: str::to_lowercase, decompose: str::to_owned });
    let insights = View::new(0, &runs).insights(&runs);
    let bands: Vec<String> = insights.bands.iter().map(|band| format!("{} {:.3}", band.id, band.to)).collect();
    let known = [
        "gpt-4o-mini-2024-07-18 0.012",
        "deepseek-chat-v3-prev 0.368",
        "deepseek-v3.2-exp-chat 0.570",
        "deepseek-v3.2-exp-reasoner 0.735",
        "gpt-5-medium 0.835",
        "gpt-5-high 1.000",
    ];
    assert_eq!(bands, known);
    let known = [
        "gpt-4o-mini-2024-07-18",
        "deepseek-chat-v3-prev",
        "grok-3-mini-beta-high",
        "deepseek-v3.2-exp-chat",
        "deepseek-v3.2-exp-reasoner",
        "gpt-5-low",
        "gpt-5-medium",
        "gpt-5-high",
    ];
    assert_eq!(insights.frontier, known);
    let tied = "gpt-5-high gpt-5-medium o3-pro-high gemini-2.5-pro-preview-06-05-32k-think gpt-5-low o3-high";
    assert_eq!(insights.tied.join(" "), tied);
    assert_eq!(insights.borderline, ["gpt-5-low", "o3-high"]);
}

#[test]
fn a_table_opens_with_what_the_trade_off_compares() {
    let models = table("models");
    let view = View::new(0, models);
    let ids: Vec<&str> = view.columns.iter().map(|field| field.id(models)).collect();
    assert_eq!(ids, ["name", "value", "gpqa", "workload", "context", "released", "price-input", "price-output"]);
}

#[test]
fn workload_costs_agree_with_those_done_by_hand() {
    // 100,000 requests of 1,500 input tokens, a fifth of them cached, and 400 output tokens: 120 Mtok fresh, 30 Mtok
    // cached, 40 Mtok out.
    let models = table("models");
    let costs = workload_costs(models, &models.workload);
    let by_hand = [
        ("gpt-4-turbo", 150.0 * 10.0 + 40.0 * 30.0),
        ("gpt-4o-2024-08-06", 120.0 * 2.5 + 30.0 * 1.25 + 40.0 * 10.0),
        ("gpt-3.5-turbo", 150.0 * 0.5 + 40.0 * 1.5),
    ];
    for (id, cost) in by_hand {
        assert!((costs[models.row(id).unwrap()] - cost).abs() < 1e-9, "{id}");
    }
    assert!(costs[models.row("deepseek-v2").unwrap()].is_nan(), "no price is known");
}

#[test]
fn every_claimed_series_is_about_a_table_and_rests_on_claims() {
    let book = model_compare::book();
    assert!(!book.series.is_empty());
    for series in book.series.iter() {
        assert!(tables().iter().any(|table| table.id == series.table), "{}", series.id);
        assert!(series.points.len() > 1 && series.points.is_sorted_by_key(|point| point.date), "{}", series.id);
        for point in series.points.iter() {
            assert!(book.claims.iter().any(|claim| claim.id == point.claim), "{}: {}", series.id, point.claim);
        }
    }
}

#[test]
fn levels_of_effort_stand_from_low_to_high() {
    let table = table("aider-polyglot");
    let names = table.columns[table.column("effort").unwrap()].cells.names();
    let levels: Vec<&str> =
        names.iter().map(|name| &**name).filter(|name| ["low", "medium", "high"].contains(name)).collect();
    assert_eq!(levels, ["low", "medium", "high"]);
}

#[test]
fn the_readme_says_how_much_is_there_and_of_when() {
    let readme = include_str!("../README.md");
    let offers = tables().iter().flat_map(|table| table.offers.seen.iter()).filter_map(|seen| seen.as_of);
    for said in [
        format!("{} models with published scores", table("models").len()),
        format!("{} runs of a coding benchmark", table("aider-polyglot").len()),
        format!("The newest figure is of {}", tables().iter().filter_map(Table::newest).max().unwrap()),
        format!("the newest offer of a provider of {}", offers.max().unwrap()),
    ] {
        assert!(readme.contains(&said), "{said}");
    }
}
