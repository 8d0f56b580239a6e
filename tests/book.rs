//! The claims and questions: that the project's own are whole, and their markup, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;

use compare::catalog::{Book, Table, Verdict};
use compare::format::{Numbers, Plain, prose};
use compare::query::Indexed;
use compare::state::{Action, Part, Presentation, View};
use compare::units::{Letters, RustNumerals};
use drawn::{drawn, props};
use model_compare::ui::{AppProps, Go, Handle, Way};
use model_compare::{book, tables};
use scraper::{ElementRef, Html, Selector};
use std::path::Path;
use std::rc::Rc;

/// The markup of some parts, after the reader went somewhere.
async fn markup(parts: &[Part], heading_level: u8, came: Option<Go>) -> Html {
    markup_after(parts, heading_level, came, &[]).await
}

/// The same once the reader has picked some rows there.
async fn markup_after(parts: &[Part], heading_level: u8, came: Option<Go>, picked: &[&str]) -> Html {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let tables: Rc<[Rc<Indexed>]> =
        tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let presentation = Presentation { parts: parts.into(), heading_level, ..Presentation::default() };
    let pick = |view: View, id: &&str| view.apply(Action::Pick((*id).to_owned(), true), &tables);
    let view = picked.iter().fold(View::new(0, &tables[0]), pick);
    drawn(AppProps { book: Handle(Rc::new(book().clone())), came, ..props(tables, view, presentation) }).await
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_compiled_in_is_what_the_files_say() {
    let files = dataset::load_book(Path::new("data"), tables()).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(dataset::emit_book(book()) == dataset::emit_book(&files), "the emitted book differs from the files");
}

#[test]
fn every_claim_of_both_pages_is_there_with_a_verdict() {
    let Book { claims, .. } = book();
    let of = |page: &str| claims.iter().filter(|claim| claim.page == page).count();
    assert_eq!((claims.len(), of("page A"), of("page B")), (56, 22, 34));
    for claim in claims.iter() {
        let ruled = matches!(claim.verdict, Verdict::Holds | Verdict::Fails);
        assert_eq!(ruled, !claim.found.is_empty(), "{}: a rule tells its numbers", claim.id);
        assert_eq!(ruled, claim.press.is_some(), "{}: and where they can be seen", claim.id);
        let disputed = !ruled && !claim.conflicts.is_empty();
        assert_eq!(disputed, claim.verdict == Verdict::Disputed, "{}", claim.id);
    }
}

#[test]
fn verdicts_are_told_in_sentences() {
    for claim in book().claims.iter() {
        let said = prose(&claim.found, &Plain);
        assert!(!said.contains("Asked for") && !said.contains(" -"), "{said}");
        assert!(said.is_empty() || said.contains("To hold, ") && said.ends_with('.'), "{}: {said}", claim.id);
    }
}

#[test]
fn every_question_is_answered_in_few_words() {
    assert_eq!(book().questions.len(), 14);
    for question in book().questions.iter() {
        let words = prose(&question.answer, &Plain).split_whitespace().count();
        assert!((40..=100).contains(&words), "{}: {words} words", question.id);
        assert!(!question.presses.is_empty(), "{} leads to a view", question.id);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_claim_is_a_card_with_number_credit_and_verdict_in_words() {
    let html = markup(&[Part::Claims], 3, None).await;
    assert_eq!(all(&html, "[part=claims]").len(), 1);
    assert_eq!(all(&html, "[part=claims] li[data-linked]").len(), 56);
    let card = |selector: &str| text(all(&html, &format!("#b14 {selector}"))[0]);
    assert_eq!(card(".mc-large"), "at most 3 %");
    assert_eq!(card(".mc-credit"), "credited to TechCrunch · page B, as of Jun 6, 2026");
    assert_eq!(card(".mc-judged"), "✓Holds in our data");
    assert_eq!(all(&html, "#b14 .mc-sign[aria-hidden=true]").len(), 1);
    let words = ["#a04", "#a07", "#a05a"].map(|id| text(all(&html, &format!("{id} .mc-judged"))[0]));
    assert_eq!(words, ["✗Does not hold in our data", "≠Disputed", "?Cannot be checked here"]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_summary_counts_every_claim_once() {
    let html = markup(&[Part::Claims], 3, None).await;
    let summary = text(all(&html, "[part=claims] > .mc-about")[0]);
    let (verdicts, _) = summary.split_once(" What holds").unwrap();
    let counts: Vec<usize> =
        verdicts.split(|char: char| !char.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    assert_eq!((counts[0], counts[1..].iter().sum::<usize>()), (56, 56), "{summary}");
    let options: Vec<String> = all(&html, "fieldset .mc-option").into_iter().map(text).collect();
    assert_eq!(options[0], "All 56");
    assert_eq!(all(&html, "input[type=radio][checked]").len(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn conflicting_claims_stand_beside_each_other_with_links() {
    let html = markup(&[Part::Claims], 3, None).await;
    let others: Vec<String> = all(&html, "#a07 .mc-others li").into_iter().map(text).collect();
    assert_eq!(others, ["55 %Companies that name the privacy of their data as a reason, other page"]);
    for link in all(&html, "[part=claims] a[href]") {
        let id = link.attr("href").unwrap().trim_start_matches('#');
        assert_eq!(all(&html, &format!("#{id}")).len(), 1, "{id} is no claim");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn headings_follow_the_level_of_the_widget() {
    for (level, title, topic) in [(2, "h2", "h3"), (4, "h4", "h5"), (6, "h6", "h6")] {
        let html = markup(&[Part::Claims], level, None).await;
        assert!(!all(&html, &format!("[part=claims] > {title}")).is_empty(), "{level}");
        assert_eq!(all(&html, &format!(".mc-topic > {topic}")).len(), 9, "{level}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_press_leads_to_its_view() {
    let beside = markup(&[Part::Claims, Part::Table], 3, None).await;
    assert_eq!(all(&beside, "#b14 .mc-onward button").len(), 1);
    assert_eq!(all(&beside, ".mc-explore button").len(), 4);
}

#[test]
fn every_view_that_the_book_leads_to_is_understood_whole() {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let tables: Rc<[Rc<Indexed>]> =
        tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let Book { claims, questions, explore, .. } = book();
    let presses = claims.iter().flat_map(|claim| &claim.press).chain(questions.iter().flat_map(|one| &*one.presses));
    for press in presses.chain(explore.iter()) {
        let outcome = View::new(0, &tables[0]).follow(&press.view, &tables, &RustNumerals);
        assert_eq!(outcome.warnings, Vec::<String>::new(), "{}", press.view);
        let says = press.view.split('/').find_map(|segment| segment.strip_prefix("filter:"));
        assert_eq!(says.is_some_and(|filter| !filter.is_empty()), !outcome.view.filter.is_empty(), "{}", press.view);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn claims_and_questions_say_of_when_the_figures_are() {
    let newest = tables().iter().filter_map(Table::newest).max().unwrap();
    let newest = Plain.date(newest);
    for part in [Part::Claims, Part::Faq] {
        let html = markup(&[part], 3, None).await;
        let said = text(all(&html, ".mc-about")[0]);
        assert!(said.ends_with(&format!("Figures as of {newest}.")), "{said}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_question_opens_on_its_answer_and_leads_to_claims_and_back() {
    let html = markup(&[Part::Faq, Part::Claims, Part::Table], 3, None).await;
    assert_eq!(all(&html, "[part=faq] details[data-linked] > summary").len(), 14);
    assert_eq!(text(all(&html, "#a-q02 > summary")[0]), "How does Llama 3 compare to GPT-4?");
    assert_eq!(all(&html, "#a-q02 a[href='#a04']").len(), 1);
    assert_eq!(all(&html, "#a04 a[href='#a-q02']").len(), 1);
    let alone = markup(&[Part::Faq], 3, None).await;
    assert!(all(&alone, "[part=faq] a").is_empty(), "no link leads to what is not there");
}

#[tokio::test(flavor = "current_thread")]
async fn the_way_back_stands_before_the_part_to_which_a_claim_led() {
    let go = Go { way: Way::Link("".into()), part: Part::Table, from: "b14".into() };
    let html = markup(&[Part::Claims, Part::Table], 3, Some(go)).await;
    let links: Vec<String> = all(&html, ".mc-back a[href='#b14']").into_iter().map(text).collect();
    assert_eq!(links, ["← Back to the claim: Distance of Llama 3 405B from GPT-4o on MMLU and HumanEval"]);
}

#[tokio::test(flavor = "current_thread")]
async fn what_pages_cite_is_a_source_with_claims_and_series_and_nothing_traced_to_it() {
    let html = markup(&[Part::Sources], 3, None).await;
    let rows: Vec<String> = all(&html, "[part=sources] tbody tr").into_iter().map(text).collect();
    let of = |title: &str| rows.iter().find(|row| row.starts_with(&format!("{title}Cited by"))).unwrap();
    for title in ["Hugging Face", "Gartner", "Statista", "LMSys Chatbot Arena", "TechCrunch"] {
        assert!(of(title).contains("nothing here could be traced to it"), "{}", of(title));
    }
    assert!(
        of("Gartner").contains("for 9 claims and a claimed series") && of("Gartner").contains("Claims, Claimed series")
    );
    assert!(of("LMSys Chatbot Arena").contains("and a claimed series"));
    assert!(of("Gartner").contains("verified May 2026") && of("Hugging Face").contains("verified May 2026"));
}

#[tokio::test(flavor = "current_thread")]
async fn when_a_source_was_last_checked_is_said_also_where_nobody_noted_it() {
    let html = markup(&[Part::Sources], 3, None).await;
    let cells = all(&html, "[part=sources] td[data-label='Last checked']");
    let entries = all(&html, "[part=sources] tbody tr").len();
    assert_eq!(cells.len(), entries);
    let tables = tables();
    let sources: Vec<_> = tables.iter().flat_map(|table| table.sources.iter()).collect();
    let titles = all(&html, "[part=sources] tbody th a");
    for (cell, title) in cells.into_iter().zip(titles) {
        let checked = sources.iter().any(|source| *source.title == *text(title) && source.checked.is_some());
        assert_eq!(text(cell) == "not noted", !checked, "{}", text(title));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn rows_picked_in_a_table_to_which_a_claim_led_stand_side_by_side_below_it() {
    let go = Go { way: Way::Link("table:models".into()), part: Part::Table, from: "b14".into() };
    let html = markup_after(&[Part::Claims], 3, Some(go), &["gpt-5", "gpt-4"]).await;
    let said = text(all(&html, ".mc-chosen")[0]);
    assert!(said.starts_with("2 picked: they stand side by side below the table."), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_is_styled_by_an_attribute() {
    let html = markup(&[Part::Claims, Part::Faq], 3, None).await;
    assert!(all(&html, "[style], style, script").is_empty());
}
