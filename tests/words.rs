//! Words that stand beside figures in claims and answers are true of these figures: a figure that changes moves its
//! number by itself, but not what is said of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::catalog::{Column, Table};
use compare::format::{Plain, prose};
use compare::units::Date;
use model_compare::{book, tables};

fn models() -> &'static Table {
    tables().iter().find(|table| table.id == "models").unwrap()
}

fn column(id: &str) -> &'static Column {
    &models().columns[models().column(id).unwrap()]
}

fn of(row: &str, id: &str) -> f64 {
    column(id).cells.number(models().row(row).unwrap()).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap().first_day()
}

fn released(row: usize) -> Option<Date> {
    column("released").cells.date(row).map(Date::first_day)
}

/// The row with the best score among those that are open or closed and were there by a day.
fn best(id: &str, open: bool, by: Option<Date>) -> usize {
    let score = |row: usize| column(id).cells.number(row);
    let rows = (0..models().len()).filter(|row| column("open-weights").cells.flag(*row) == Some(open));
    let rows = rows.filter(|row| score(*row).is_some());
    let rows = rows.filter(|row| by.is_none_or(|by| released(*row).is_some_and(|day| day <= by)));
    rows.max_by(|a, b| score(*a).unwrap().total_cmp(&score(*b).unwrap())).unwrap()
}

fn answer(id: &str) -> String {
    let question = book().questions.iter().find(|question| question.id == id).unwrap();
    prose(&question.answer, &Plain).replace('\u{a0}', " ")
}

fn note(id: &str) -> String {
    let claim = book().claims.iter().find(|claim| claim.id == id).unwrap();
    prose(&claim.note, &Plain).replace('\u{a0}', " ")
}

/// The one question that says something.
fn that_says(words: &str) -> String {
    let saying = book().questions.iter().filter(|question| answer(&question.id).contains(words));
    let found: Vec<String> = saying.map(|question| answer(&question.id)).collect();
    assert_eq!(found.len(), 1, "answers that say \"{words}\"");
    found.concat()
}

#[test]
fn the_distance_on_gpqa_has_shrunk() {
    that_says("so the distance has shrunk");
    let gap = |by| {
        let score = |open| column("gpqa").cells.number(best("gpqa", open, by)).unwrap();
        score(false) - score(true)
    };
    assert!(gap(None) < gap(Some(day("2024-12-25"))), "{} {:?}", gap(None), gap(Some(day("2024-12-25"))));
}

#[test]
fn llama_3_is_behind_in_knowledge_and_ahead_in_code() {
    that_says("So it is behind in knowledge and ahead in this test of code.");
    assert!(of("llama-3-70b", "mmlu") < of("gpt-4", "mmlu"));
    assert!(of("llama-3-70b", "humaneval") > of("gpt-4", "humaneval"));
    let output = column("price-output").figure(models().row("llama-3-70b").unwrap()).unwrap();
    assert_eq!(&*output.provider, "Amazon Bedrock");
}

#[test]
fn of_two_scores_in_the_last_exam_it_is_known_that_no_tools_were_used_and_of_the_best_it_is_not() {
    let said = that_says("both without tools; the best closed figure");
    assert!(said.contains("does not say whether tools were used"));
    let told = |row: usize| column("hle").figure(row).unwrap().note.to_lowercase();
    for id in ["deepseek-v3.2-exp", "gpt-5"] {
        let told = told(models().row(id).unwrap());
        assert!(["without tool", "w/o tool", "no tool"].iter().any(|words| told.contains(words)), "{id}: {told}");
    }
    assert!(!told(best("hle", false, None)).contains("tool"));
}

#[test]
fn open_models_of_2026_stand_beside_closed_ones_of_2025_on_swe_bench() {
    let scored = |open: bool| {
        let rows = (0..models().len()).filter(|row| !column("swe-bench-verified").cells.is_missing(*row));
        rows.filter(move |row| column("open-weights").cells.flag(*row) == Some(open)).filter_map(released)
    };
    let newer = scored(true).filter(|day| *day >= Date::parse("2026").unwrap().first_day()).count();
    assert!(note("b04").contains(&format!("on SWE-bench Verified {newer} open models of 2026")), "{newer}");
    let newest = scored(false).max().unwrap();
    assert!(newest >= day("2025-10-01") && newest <= day("2025-10-31"), "{newest}");
    assert!(note("b04").contains("no closed one after October 2025"));
    assert!(note("a16a").contains("on SWE-bench Verified open models of 2026 stand beside closed ones of 2025"));
}

#[test]
fn what_evalplus_measured_is_of_december_2024() {
    assert!(note("b04").contains("What EvalPlus measured is of December 2024."));
    for id in ["evalplus-humaneval", "evalplus-humaneval-plus", "evalplus-mbpp-plus"] {
        let at = models().column(id).unwrap();
        let rows = (0..models().len()).filter(|row| !models().columns[at].cells.is_missing(*row));
        let days: Vec<String> = rows.map(|row| models().as_of(at, row).unwrap().to_string()).collect();
        assert!(!days.is_empty() && days.iter().all(|day| day.starts_with("2024-12")), "{id}: {days:?}");
    }
}

#[test]
fn the_years_of_three_old_benchmarks_are_as_told() {
    assert!(note("b18").contains("The newest models for which our table has scores in these three are of 2025"));
    let scored = |id| (0..models().len()).filter(move |row| !column(id).cells.is_missing(*row));
    let ids = ["mmlu", "humaneval", "gsm8k"];
    let newest = ids.into_iter().flat_map(scored).filter_map(released).max().unwrap();
    assert!(newest.to_string().starts_with("2025"), "{newest}");
    // Of the models of 2023 it knows both kinds on HumanEval alone.
    let of_2023 = |row: &usize| released(*row).is_some_and(|day| day.to_string().starts_with("2023"));
    let kinds = |id| {
        let open = |open| scored(id).filter(of_2023).any(|row| column("open-weights").cells.flag(row) == Some(open));
        open(true) && open(false)
    };
    assert_eq!(ids.map(kinds), [false, true, false]);
}
