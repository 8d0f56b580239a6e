//! The project's own claims: that they say what was published, and that their verdicts are those of the figures.

use compare::catalog::{Claim, Verdict};
use compare::format::{Numbers, Plain, prose};
use compare::query::{Field, Indexed};
use compare::state::{Prices, View};
use compare::units::{Letters, RustNumerals};
use model_compare::{book, tables};
use std::rc::Rc;

/// Every claim as it was published: id, number, to whom it is credited, as of when, and which claims say otherwise.
const PUBLISHED: &str = "\
a01a | 60 % | Gartner | May 2026 | b06 b10 b13
a01b | 40 % | Gartner | May 2026 | b13
a02 | at least 500M downloads | Hugging Face | May 2026 | b08 b11
a03a | 90 % |  | May 2026 |
a03b |  |  | May 2026 |
a04 | 10 times |  | May 2026 | a16b b07 b20a
a05a | 8B parameters |  | May 2026 |
a05b | 16 GB |  | May 2026 |
a05c | at least 50 a second |  | May 2026 |
a06 | 70B parameters |  | May 2026 |
a07 | 78 % |  | May 2026 | b20b
a08 | 6 times |  | May 2026 |
a09 | at least 1.5M models |  | May 2026 | b02 b12a
a10a | 30 % |  | May 2026 |
a10b | 700M users |  | May 2026 | b19c
a11 |  |  | May 2026 |
a12 | at least 70 % |  | May 2026 |
a13 | at least 30 languages |  | May 2026 |
a14 |  |  | May 2026 |
a15 |  |  | May 2026 |
a16a | 90–95 % |  | May 2026 | b04 b18
a16b | 10–15 % |  | May 2026 | a04 b07 b20a
b01 | Feb 2023 |  | Jun 6, 2026 |
b02 | at least 1.5M models |  | Jun 6, 2026 | a09
b03 | over 10M people |  | Jun 6, 2026 |
b04 | at most 5 % |  | Jun 6, 2026 | a16a
b05 | over 30 % |  | Jun 6, 2026 | b18
b06 | 45 % |  | Jun 6, 2026 | a01a b10 b13
b07 | up to 60 % |  | Jun 6, 2026 | a04 a16b
b08 | over 500M downloads |  | Jun 6, 2026 | a02
b09 | 6B USD |  | Jun 6, 2026 |
b10 | 45 % | Gartner | Jun 6, 2026 | a01a b06
b11 | 500M downloads | LMSys Chatbot Arena | Jun 6, 2026 | a02
b12a | 1.5M models | LMSys Chatbot Arena | Jun 6, 2026 | a09
b12b | 350K data sets | LMSys Chatbot Arena | Jun 6, 2026 |
b13 | 70 % | Gartner | Jun 6, 2026 | a01a a01b b06
b14 | at most 3 % | TechCrunch | Jun 6, 2026 |
b15a | 600M EUR | TechCrunch | Jun 6, 2026 |
b15b | 6B USD | TechCrunch | Jun 6, 2026 |
b16a | at most 5 places | TechCrunch | Jun 6, 2026 |
b16b | at most 6M USD | TechCrunch | Jun 6, 2026 |
b16c | at least 100M USD | TechCrunch | Jun 6, 2026 |
b17a | over 10M people | LMSys Chatbot Arena | Jun 6, 2026 |
b17b | over 500K organisations | LMSys Chatbot Arena | Jun 6, 2026 |
b18 | at most 5 % | Gartner | Jun 6, 2026 | a16a b05
b19a | 45 % | LMSys Chatbot Arena | Jun 6, 2026 |
b19b | 30 % | LMSys Chatbot Arena | Jun 6, 2026 |
b19c | 25 % | LMSys Chatbot Arena | Jun 6, 2026 | a10b
b20a | up to 60 % | Gartner | Jun 6, 2026 | a04 a16b
b20b | 55 % | Gartner | Jun 6, 2026 | a07
b20c | 50 % | Gartner | Jun 6, 2026 |
b20d | 45 % | Gartner | Jun 6, 2026 |
b21a | over 2B a day | LMSys Chatbot Arena | Jun 6, 2026 |
b21b | up to 24 times | LMSys Chatbot Arena | Jun 6, 2026 |
b22a | 6 of 10 | LMSys Chatbot Arena | Jun 6, 2026 |
b22b | 1 of 10 | LMSys Chatbot Arena | Jun 6, 2026 |
";

#[test]
fn every_claim_says_what_was_published() {
    let line = |claim: &Claim| {
        let mut conflicts: Vec<&str> = claim.conflicts.iter().map(|id| &**id).collect();
        conflicts.sort_unstable();
        let (amount, date) = (prose(&claim.amount, &Plain).replace('\u{a0}', " "), Plain.date(claim.as_of));
        let line = [&*claim.id, &amount, &claim.credited, &date, &conflicts.join(" ")].join(" | ");
        line.trim_end().to_owned()
    };
    let mut lines: Vec<String> = book().claims.iter().map(line).collect();
    lines.sort_unstable();
    assert_eq!(lines, PUBLISHED.lines().collect::<Vec<_>>());
}

/// Every claim that rules check, with its verdict and what it rests on, worked out by hand from the files in `data/`.
const JUDGED: [(&str, Verdict, &[&str]); 14] = [
    ("a03a", Verdict::Holds, &["12 points ahead", "33.6 points ahead", "35.9 points ahead", "16.3 points ahead"]),
    ("a03b", Verdict::Fails, &["5.2 points behind", "21.9 points behind"]),
    ("a04", Verdict::Fails, &["$10.00", "3.77 times the $2.65", "$30.00", "8.57 times the $3.50"]),
    ("a12", Verdict::Fails, &["34B Instruct, HumanEval: 41.5 %", "70B Instruct, HumanEval: 67.8 %", "81.1 %"]),
    ("a16a", Verdict::Fails, &["3 of 20 lie within", "The lower end holds in 16 of 20 cases, the upper one in 7."]),
    ("a16b", Verdict::Fails, &["1 of 8 lie within", "114.3 %: $11.50", "against $10.06", "the upper one in 1."]),
    ("b04", Verdict::Holds, &["It holds in 13 of 20 cases", "GPQA (6.4 points)", "SWE-bench Pro (20.4 points)"]),
    ("b05", Verdict::Fails, &["up to Jun 2024", "It holds in 1 of 9 cases", "GPQA (19.6 points)", "GSM8K (2 points)"]),
    (
        "b07",
        Verdict::Fails,
        &[
            "It holds in 5 of 8 cases",
            "MMLU (19.2 %: $22.12 for gpt-oss-20b against $115.00 for GPT-4.1 mini)",
            "HumanEval (13 %: $15.00 for Qwen2.5-Coder 32B Instruct against $115.00",
            "SWE-bench Verified (29.1 %: $24.60 for Step 3.5 Flash against $84.60 for Grok Code Fast 1)",
        ],
    ),
    ("b14", Verdict::Holds, &["1.4 points behind", "1.2 points behind"]),
    (
        "b18",
        Verdict::Fails,
        &[
            "3.1 points behind",
            "4.8 points behind",
            "0.2 points ahead",
            "up to 2023",
            "41.5 %",
            "67 %",
            "25.5 points behind",
        ],
    ),
    ("b19a", Verdict::Fails, &["23 of 84", "27.4 %; of 4 it is not known"]),
    ("b19b", Verdict::Fails, &["18 of 84", "21.4 %; of 4 it is not known"]),
    ("b19c", Verdict::Fails, &["38 of 84", "45.2 %; of 4 it is not known"]),
];

#[test]
fn every_verdict_is_that_of_the_figures() {
    let is_ruled = |claim: &&Claim| matches!(claim.verdict, Verdict::Holds | Verdict::Fails);
    let mut ruled: Vec<&Claim> = book().claims.iter().filter(is_ruled).collect();
    ruled.sort_unstable_by_key(|claim| claim.id.to_string());
    let ids: Vec<&str> = ruled.iter().map(|claim| &*claim.id).collect();
    assert_eq!(ids, JUDGED.map(|(id, ..)| id));
    for (claim, (id, verdict, told)) in ruled.into_iter().zip(JUDGED) {
        let said = prose(&claim.found, &Plain).replace('\u{a0}', " ");
        assert_eq!(claim.verdict, verdict, "{id}: {said}");
        for words in told {
            assert!(said.contains(words), "{id} does not say \"{words}\": {said}");
        }
    }
}

#[test]
fn what_is_told_of_licences_that_modify_mit_is_so() {
    let table = tables().iter().find(|table| table.id == "models").unwrap();
    let under =
        |is_so: fn(&str) -> bool| (0..table.len()).filter(move |row| table.text("license", *row).is_some_and(is_so));
    let (modified, plain) = (under(|name| name.contains("Modified MIT")).count(), under(|name| name == "MIT").count());
    let open = table.columns[table.column("open-weights").unwrap()].cells.clone();
    let open = (0..table.len()).filter(|row| open.flag(*row) == Some(true)).count();
    let note = prose(&book().claims.iter().find(|claim| claim.id == "b19b").unwrap().note, &Plain);
    assert!(note.contains(&format!("the {modified} models")), "{note}");
    assert!(note.contains(&format!("{:.0} %", 100.0 * (plain + modified) as f64 / open as f64)), "{note}");
}

#[test]
fn a_press_that_shows_prices_shows_those_of_its_sentence() {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let tables: Rc<[Rc<Indexed>]> =
        tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let own = View::new(0, &tables[0]);
    let mut page = View { prices: Prices::Cheapest, ..own.clone() };
    page.workload.requests = 7.0;
    let presses = book().claims.iter().filter_map(|claim| Some((&claim.id, claim.press.as_ref()?)));
    let answers =
        book().questions.iter().flat_map(|question| question.presses.iter().map(|press| (&question.id, press)));
    let mut seen = 0;
    for (id, press) in presses.chain(answers).filter(|(_, press)| press.view.contains("/columns:")) {
        let view = page.follow(&press.view, &tables, &RustNumerals).view;
        let of = |field: &Field| field.column(&tables[view.table]).is_some_and(|column| column.unit.is_money());
        let costs = view.columns.contains(&Field::Workload);
        if costs || view.columns.iter().any(of) {
            seen += 1;
            assert_eq!(view.prices, own.prices, "{id}: {}", press.view);
        }
        if costs {
            assert_eq!(view.workload, own.workload, "{id}: {}", press.view);
        }
    }
    assert!(seen >= 5, "{seen}");
}
