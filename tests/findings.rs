//! The markup of panel, statistics and trends, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;

use compare::catalog::{Book, Builder, ColumnSpec, Header, Rules, Table, Value};
use compare::query::Indexed;
use compare::state::{Presentation, Setting, View};
use compare::units::{Letters, RustNumerals};
use drawn::{drawn, props};
use model_compare::ui::{AppProps, Handle};
use model_compare::{book, tables};
use scraper::{ElementRef, Html, Selector};
use std::rc::Rc;

const LETTERS: Letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };

/// The markup of a compiled-in table with some parts, after some settings.
async fn markup(table: &str, show: &str, settings: &[(Setting, &str)]) -> Html {
    let position = tables().iter().position(|other| other.id == table).unwrap();
    let tables = tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS)));
    markup_of(tables.collect(), position, show, settings, book()).await
}

/// A compiled-in table.
fn compiled(id: &str) -> &'static Table {
    tables().iter().find(|table| table.id == id).unwrap()
}

/// The markup of one of some tables, of which a book says something.
async fn markup_of(
    tables: Rc<[Rc<Indexed>]>,
    position: usize,
    show: &str,
    settings: &[(Setting, &str)],
    book: &Book,
) -> Html {
    let start = View::new(position, &tables[position]);
    let view = settings.iter().fold(start, |view, (setting, text)| {
        let outcome = view.set(*setting, Some(text), &tables, &RustNumerals);
        assert_eq!(outcome.warnings, Vec::<String>::new());
        outcome.view
    });
    let narrowed = view.narrowed(&tables[position]).map(|rows| Rc::new(tables[position].of(rows)));
    let props = props(tables, view, Presentation::default().set_attribute("show", Some(show)).unwrap().0);
    let table = narrowed.map_or_else(|| props.table.clone(), Handle);
    drawn(AppProps { table, book: Handle(Rc::new(book.clone())), ..props }).await
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    all(html, selector).into_iter().map(text).collect()
}

/// A column of a data set.
fn column(id: &str, kind: &str) -> ColumnSpec {
    ColumnSpec { id: Some(id.into()), label: Some(id.into()), kind: Some(kind.into()), ..ColumnSpec::default() }
}

/// A data set of a page, with the id of a compiled-in table.
fn own(columns: Vec<ColumnSpec>, rows: Vec<Vec<(&str, Value)>>) -> Rc<Indexed> {
    let score = columns.iter().filter_map(|column| column.id.clone()).find(|id| id == "score");
    let header = Header { id: "models".into(), score, columns, ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    for row in rows {
        builder.row(None, row);
    }
    Rc::new(Indexed::new(builder.finish().unwrap(), LETTERS))
}

const FOUR: &str = "llama-3-70b mistral-large-2402 gpt-4-turbo claude-3-opus";

#[tokio::test(flavor = "current_thread")]
async fn the_panel_of_four_models_says_what_its_figures_support() {
    let html = markup("models", "panel", &[(Setting::Only, FOUR), (Setting::Score, "mmlu")]).await;
    // 82.0 of 86.8, 86.5 and 81.2; 537.50 of 4,845, 2,700 and 1,080 dollars.
    assert_eq!(
        texts(&html, "[part=panel] .mc-lead-sentence"),
        ["Llama 3 70B Instruct scores 94 % of Claude 3 Opus’s MMLU at 11 % of its cost, 95 % of GPT-4 Turbo \
          (2024-04-09)’s at 20 %, and 101 % of Mistral Large (2402)’s at 50 %."]
    );
    assert_eq!(
        texts(&html, "[part=panel] .mc-figure"),
        ["82.0 %", "11 %", "81.2 %", "22 %", "86.5 %", "56 %", "86.8 %", "100 %"]
    );
    assert_eq!(all(&html, "[part=panel] .mc-open circle").len(), 1);
    assert_eq!(all(&html, "[part=panel] .mc-closed path").len(), 3);
    assert_eq!(all(&html, "[part=panel] td .mc-bar .mc-fill[width]").len(), 8);
    assert!(texts(&html, "[part=panel] small").contains(&"$2,700 a month; OpenAI, Jul 2, 2026".to_owned()));
}

#[tokio::test(flavor = "current_thread")]
async fn the_rows_of_a_panel_stand_as_the_author_named_them() {
    let settings = [(Setting::Only, "claude-3-opus llama-3-70b"), (Setting::Score, "mmlu")];
    let html = markup("models", "panel", &settings).await;
    let names = texts(&html, "[part=panel] tbody th");
    assert!(names[0].starts_with("Claude 3 Opus") && names[1].starts_with("Llama 3 70B"), "{names:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_panel_says_which_of_its_rows_it_leaves_out() {
    let about = "[part=panel] > .mc-about";
    assert!(all(&markup("models", "panel", &[(Setting::Only, FOUR)]).await, about).is_empty());
    let settings = [(Setting::Only, FOUR), (Setting::Filter, "open-weights:no")];
    let html = markup("models", "panel", &settings).await;
    let why = "Only rows that pass the filters count: Open weights: no. Lift all filters";
    assert_eq!(texts(&html, about), [format!("3 of 4 models are left. {why}")]);
    assert_eq!(all(&html, "[part=panel] tbody tr").len(), 3);
    // Also where too few are left.
    let settings = [(Setting::Only, FOUR), (Setting::Filter, "open-weights:yes")];
    let html = markup("models", "panel", &settings).await;
    assert!(texts(&html, about)[0].starts_with("1 of 4 models are left. Only"), "{:?}", texts(&html, about));
    let eight = format!("{FOUR} gpt-5 gpt-4 o3 grok-4");
    let html = markup("models", "panel", &[(Setting::Only, &eight)]).await;
    assert_eq!(texts(&html, about), ["6 of 8 models are shown, as many as fit."]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_data_set_without_rows_has_none_and_no_filter_to_lift() {
    let empty = own(vec![column("name", "text"), column("score", "number")], Vec::new());
    let html = markup_of([empty].into(), 0, "slider table", &[], &Book::default()).await;
    assert_eq!(texts(&html, ".mc-empty"), ["There are no rows."]);
    assert!(all(&html, ".mc-empty button").is_empty());
    let said = texts(&html, ".mc-verdict").join(" ");
    assert!(!said.contains("filter"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_panel_names_the_benchmark_that_stands_in_and_what_is_not_known() {
    // No GPQA is known of Mistral Large; MMLU is known of all four.
    let html = markup("models", "panel", &[(Setting::Only, FOUR), (Setting::Score, "gpqa")]).await;
    assert!(texts(&html, "[part=panel] caption")[0].starts_with("MMLU and relative cost"));
    assert!(texts(&html, "[part=panel] .mc-notes")[0].starts_with("More of these models share MMLU than GPQA."));
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_choice_a_panel_shows_the_picked_or_else_the_winners() {
    let html = markup("aider-polyglot", "panel", &[]).await;
    assert_eq!(all(&html, "[part=panel] tbody tr").len(), 6, "six models win at some weight");
    let picked = [(Setting::Selected, "llama-3-70b gpt-4-turbo")];
    let html = markup("models", "panel", &picked).await;
    assert_eq!(all(&html, "[part=panel] tbody tr").len(), 2);
}

#[tokio::test(flavor = "current_thread")]
async fn one_model_is_nothing_to_set_side_by_side() {
    let html = markup("models", "panel", &[(Setting::Only, "llama-3-70b")]).await;
    assert!(all(&html, "[part=panel] table").is_empty());
    assert!(texts(&html, "[part=panel] p")[0].contains("no two models"));
}

#[tokio::test(flavor = "current_thread")]
async fn statistics_are_of_the_rows_after_the_filters() {
    let html = markup("models", "stats", &[]).await;
    let models = compiled("models");
    let open = &models.columns[models.column("open-weights").unwrap()].cells;
    let flags: Vec<bool> = (0..models.len()).filter_map(|row| open.flag(row)).collect();
    assert_eq!(flags.len(), models.len(), "it is known of every model");
    let open = flags.iter().filter(|open| **open).count();
    let said = format!("of the {} models have open weights: {open}", flags.len());
    assert_eq!(texts(&html, "[part=stats] .mc-about"), [format!("Computed from {} rows.", models.len())]);
    assert!(texts(&html, "[part=stats] .mc-takeaways li")[0].ends_with(&format!("{said} Show")), "{said}");
    let html = markup("models", "stats", &[(Setting::Filter, "vendor:DeepSeek")]).await;
    assert!(texts(&html, "[part=stats] .mc-about")[0].contains(&format!(" of {} rows. ", models.len())));
    assert!(texts(&html, "[part=stats] .mc-takeaways li")[0].starts_with("100 % of the "));
    assert!(all(&html, "[part=stats] .mc-pairs").is_empty(), "there is no closed model to compare with");
}

#[tokio::test(flavor = "current_thread")]
async fn where_a_filter_narrows_the_rows_it_is_said_and_can_be_lifted() {
    let plain = markup("models", "stats trends", &[]).await;
    assert!(all(&plain, ".mc-finding > .mc-about button").is_empty());
    let html = markup("models", "stats trends", &[(Setting::Filter, "open-weights:yes")]).await;
    let about = texts(&html, ".mc-finding > .mc-about");
    assert_eq!(about.len(), 2);
    assert!(
        about
            .iter()
            .all(|said| said.ends_with("Only rows that pass the filters count: Open weights: yes. Lift all filters")),
        "{about:?}"
    );
    // Also where the filter leaves nothing to follow.
    let html = markup("models", "trends", &[(Setting::Filter, "text:nobody")]).await;
    assert_eq!(
        texts(&html, "[part=trends] > .mc-about")[0],
        "No model here is dated, so that there are no trends to show. Only rows that pass the filters count: \
         “nobody”. Lift all filters"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn the_best_open_stands_beside_the_best_closed_of_each_benchmark() {
    let html = markup("models", "stats", &[]).await;
    let rows = texts(&html, "[part=stats] .mc-pairs tbody tr");
    assert!(rows.iter().any(|row| row.starts_with("GPQA") && row.contains("closed ahead by 6.4 points")), "{rows:?}");
    assert!(!rows.iter().any(|row| row.starts_with("Maximum output")), "a length is no benchmark");
}

#[tokio::test(flavor = "current_thread")]
async fn the_best_of_a_benchmark_say_among_how_many_as_of_when_and_whether_they_are_alike() {
    let html = markup("models", "stats", &[]).await;
    let rows = texts(&html, "[part=stats] .mc-pairs tbody tr");
    let of = |name: &str| rows.iter().find(|row| row.starts_with(name)).unwrap();
    let models = compiled("models");
    let column = models.column("simpleqa").unwrap();
    let open = models.column("open-weights").unwrap();
    let scored = |is: bool| {
        let known = |row: &usize| models.columns[column].cells.number(*row).is_some();
        (0..models.len()).filter(known).filter(|row| models.columns[open].cells.flag(*row) == Some(is)).count()
    };
    let said = of("SimpleQA");
    assert!(said.contains(&format!("{} open, {} closed", scored(true), scored(false))), "{said}");
    // Dates of the figures and not of the models, of which the second is of August; both notes.
    assert!(said.contains("97.1 %DeepSeek-V3.2-Exp, Sep 29, 2025Agentic Tool Use"), "{said}");
    assert!(said.contains("Grok 4 Fast (reasoning), Oct 11, 2025accuracy"), "{said}");
    assert!(said.ends_with("open ahead by 2.1 points≠ the notes say different things"), "{said}");
    // All measured by one harness.
    assert!(!of("MBPP+").contains('≠'), "{}", of("MBPP+"));
}

#[tokio::test(flavor = "current_thread")]
async fn takeaways_can_be_pressed_though_no_table_is_shown() {
    let html = markup("models", "stats", &[]).await;
    let buttons = all(&html, "[part=stats] .mc-takeaways button");
    assert_eq!(buttons.len(), 4);
    assert_eq!(buttons[0].attr("aria-label"), Some("Show the open models in the table"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_table_of_one_row_has_one_row() {
    let table = own(vec![column("name", "text")], vec![vec![("name", Value::Text("Alpha".into()))]]);
    let html = markup_of(Rc::from([table]), 0, "table", &[], &Book::default()).await;
    assert_eq!(texts(&html, ".mc-about")[0], "1 row");
}

#[tokio::test(flavor = "current_thread")]
async fn what_a_table_does_not_tell_is_said_in_a_line() {
    let table = own(vec![column("name", "text")], vec![vec![("name", Value::Text("Alpha".into()))]]);
    let html = markup_of(Rc::from([table]), 0, "panel stats trends", &[], &Book::default()).await;
    assert_eq!(
        texts(&html, "[part=stats] .mc-notes"),
        ["The table does not say which models have open weights. The table names no licences. The table knows no \
          context windows."]
    );
    assert_eq!(texts(&html, "[part=trends] p"), ["The table has no dates, so that there are no trends to show."]);
    assert!(texts(&html, "[part=panel] p")[0].contains("no two models"));
}

#[tokio::test(flavor = "current_thread")]
async fn each_trend_has_a_sentence_a_picture_and_a_table() {
    let html = markup("models", "trends", &[]).await;
    let trends = all(&html, "[part=trends] figure.mc-trend");
    assert_eq!(trends.len(), 3);
    for trend in trends {
        for part in ["figcaption", ".mc-area[aria-hidden=true]", "details > table caption"] {
            assert_eq!(trend.select(&Selector::parse(part).unwrap()).count(), 1, "{part}");
        }
    }
    assert!(
        texts(&html, "[part=trends] .mc-notes")[0].starts_with("At today’s list prices (the newest of Sep 1, 2026)")
    );
    let slider = all(&html, "[part=trends] input[type=range]")[0];
    assert!(slider.attr("aria-valuetext").unwrap().starts_with("at least "));
}

#[tokio::test(flavor = "current_thread")]
async fn axes_say_what_they_measure_and_in_which_unit() {
    let html = markup("models", "trends", &[]).await;
    let titles = texts(&html, "[part=trends] .mc-measure:not(.mc-measure-years)");
    assert_eq!(titles, ["Monthly cost, USD a month, logarithmic", "GPQA, %", "Models"]);
    assert_eq!(texts(&html, "[part=trends] .mc-measure-years").len(), 3);
}

#[tokio::test(flavor = "current_thread")]
async fn open_and_closed_lines_differ_by_shape_and_by_dashes() {
    let html = markup("models", "trends", &[]).await;
    assert_eq!(all(&html, ".mc-area g.mc-closed path[stroke-dasharray]").len(), 1);
    assert!(all(&html, ".mc-area g.mc-open path[stroke-dasharray]").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn each_legend_has_the_marks_of_its_picture() {
    let html = markup("models", "trends", &[]).await;
    let kinds = texts(&html, ".mc-kinds > span");
    assert_eq!(kinds, ["open, solid line", "closed, dashed line", "open, filled", "closed, outlined"]);
    let legend = |shape: &str| all(&html, &format!(".mc-kinds > span > .mc-mark{shape}")).len();
    assert_eq!([legend(".mc-open > circle"), legend(".mc-closed > path")], [1, 1]);
    assert_eq!([legend(".mc-area > rect.mc-open"), legend(".mc-area > rect.mc-closed")], [1, 1]);
    assert!(!all(&html, ".mc-plot rect.mc-open").is_empty() && !all(&html, ".mc-plot rect.mc-closed").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn the_quarters_of_the_table_sum_to_the_dated_models() {
    let html = markup("models", "trends", &[]).await;
    let cells = texts(&html, "[part=trends] figure:nth-of-type(3) tbody td");
    let counted: usize = cells.iter().map(|count| count.parse::<usize>().unwrap()).sum();
    let sentence = texts(&html, "[part=trends] figure:nth-of-type(3) figcaption").join(" ");
    let models = compiled("models");
    let released = &models.columns[models.column("released").unwrap()].cells;
    let dated = (0..models.len()).filter_map(|row| released.date(row)).filter(|date| date.month().is_some());
    assert_eq!(counted, dated.count(), "{sentence}");
}

#[tokio::test(flavor = "current_thread")]
async fn claimed_numbers_are_marked_as_claims_and_no_market_size_is_made_up() {
    let html = markup("models", "trends", &[]).await;
    let claims = texts(&html, "[part=trends] .mc-claimed li");
    assert_eq!(claims.len(), 3);
    assert!(claims[2].contains("1 of 10 (2024), then 6 of 10 (2026); credited to LMSys Chatbot Arena"), "{claims:?}");
    let said = texts(&html, "[part=trends]").join(" ");
    assert!(said.contains("Claims of published pages, not figures of this table."));
    assert!(said.contains("No market size is shown"));
}

#[tokio::test(flavor = "current_thread")]
async fn claimed_numbers_lead_to_their_claims_where_these_are_shown() {
    assert!(all(&markup("models", "trends", &[]).await, ".mc-claimed a").is_empty());
    let html = markup("models", "trends claims", &[]).await;
    let links: Vec<_> = all(&html, ".mc-claimed a").into_iter().map(|link| link.attr("href").unwrap()).collect();
    let points = book().series.iter().filter(|series| series.table == "models").flat_map(|series| series.points.iter());
    assert_eq!(links, points.map(|point| format!("#{}", point.claim)).collect::<Vec<_>>());
    for link in links {
        assert_eq!(all(&html, &format!("[part=claims] [data-linked][id={}]", &link[1..])).len(), 1, "{link}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_a_table_dates_its_rows_by_is_said_beside_its_dates() {
    let html = markup("models", "trends", &[]).await;
    assert_eq!(texts(&html, ".mc-measure-years"), ["Date of release, by year"; 3]);
    assert!(texts(&html, "[part=trends] h5").contains(&"Models per quarter".to_owned()));
    let html = markup("aider-polyglot", "trends", &[]).await;
    assert_eq!(texts(&html, ".mc-measure-years"), ["Run on, by year"; 3]);
    assert!(texts(&html, "[part=trends] h5").contains(&"Rows per quarter".to_owned()));
}

#[tokio::test(flavor = "current_thread")]
async fn a_data_set_of_the_page_has_no_claims_beside_it_and_equal_scores_are_level() {
    let better = |better: &str, column: ColumnSpec| ColumnSpec { better: Some(better.into()), ..column };
    let columns = vec![
        column("name", "text"),
        column("released", "date"),
        better("higher", column("score", "number")),
        column("open-weights", "flag"),
    ];
    let row = |name: &'static str, open: bool| {
        vec![
            ("name", Value::Text(name.into())),
            ("released", Value::Text("2024-05".into())),
            ("score", Value::Number(50.0)),
            ("open-weights", Value::Flag(open)),
        ]
    };
    let table = own(columns, vec![row("Alpha", true), row("Beta", false)]);
    let html = markup_of(Rc::from([table]), 0, "stats trends", &[], &Book::default()).await;
    assert!(all(&html, ".mc-claimed").is_empty());
    let said = texts(&html, "[part=stats] .mc-takeaways li");
    assert!(
        said[1].starts_with("No gap between")
            && said[1].contains("Alpha and Beta are level (with a score: 1 open, 1 closed)"),
        "{said:?}"
    );
    let said = texts(&html, "figcaption");
    assert!(said[0].ends_with("the best open model: level in 2024."), "{said:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn best_scores_are_followed_no_further_than_the_newest_row_with_a_score() {
    let html = markup("models", "trends", &[]).await;
    // 87.5 of Grok 4 over 81.1 of Qwen3 235B-A22B Thinking 2507; the newest with a GPQA is Claude Haiku 4.5, and 60
    // models are newer.
    let said = &texts(&html, "figcaption")[1];
    assert!(
        said.ends_with(
            "closed ahead by 6.4 points in 2025. After Oct 15, 2025 no GPQA is known of any row shown; 60 are dated later."
        ),
        "{said}"
    );
    let ends = |class: &str| -> Vec<String> {
        let paths = all(&html, &format!("[part=trends] g.{class} path[vector-effect]"));
        let end = |path: &str| path.rsplit('L').next().unwrap().split_whitespace().next().unwrap().to_owned();
        paths.into_iter().map(|path| end(path.attr("d").unwrap())).collect()
    };
    assert_eq!(ends("mc-open"), ends("mc-closed"));
    assert_eq!(ends("mc-open").len(), 1);
    assert_ne!(ends("mc-open"), ends("mc-either"), "prices go on until the newest price");
}

#[tokio::test(flavor = "current_thread")]
async fn the_mixes_of_the_models_are_those_counted_apart() {
    // Counted in the files by another program: licences known of 174 of 178 models, windows of 164.
    let html = markup("models", "stats", &[]).await;
    let rows = texts(&html, "[part=stats] .mc-shares tbody tr");
    let expected = [
        "proprietary 94 54 %",
        "permissive 42 24 %",
        "restricted-open 38 22 %",
        "not known 4",
        "Proprietary 94 54 %",
        "Apache-2.0 23 13 %",
        "MIT 18 10 %",
        "Modified MIT (Kimi) 6 3.4 %",
        "CC-BY-NC-4.0 3 1.7 %",
        "DeepSeek Model License 3 1.7 %",
        "Gemma License 3 1.7 %",
        "Llama 3.1 Community License 3 1.7 %",
        "16 others 21 12 %",
        "not known 4",
        "under 16K 3 1.8 %",
        "16K to under 64K 5 3 %",
        "64K to under 200K 45 27 %",
        "200K to under 1M 67 41 %",
        "1M and more 44 27 %",
        "not known 14",
    ];
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(rows.iter().map(|row| squeezed(row)).collect::<Vec<_>>(), expected.map(squeezed));
}

#[tokio::test(flavor = "current_thread")]
async fn the_price_ratio_of_the_models_is_the_one_worked_out_apart() {
    // Of eight scores five are reached by both kinds, at 10.0625 over 11.50 dollars, 17.25 over 19.00, 22.15 over 19.00,
    // 17.25 over 11.50 and 45.50 over 19.00: 0.875, 0.908, 1.166, 1.5 and 2.395 times.
    let html = markup("models", "stats", &[]).await;
    let said = texts(&html, "[part=stats] .mc-takeaways li");
    assert_eq!(
        said[2],
        "17 % more is what a closed model costs at the same score as an open one, by the median; from 12 % less (Amazon Nova \
         Micro beside Gemma 3 12B IT) to 2.4 times as much (Grok 4 Fast (reasoning) beside Qwen3 235B-A22B Thinking 2507) \
         Show"
    );
    let defined = &texts(&html, "[part=stats] .mc-notes")[0];
    assert!(defined.contains("at each of 5 scores") && defined.contains("3 more are reached by one kind"), "{defined}");
}

#[tokio::test(flavor = "current_thread")]
async fn sources_table_and_chart_say_as_of_when() {
    for part in ["table", "chart", "slider", "sources"] {
        let html = markup("models", part, &[]).await;
        let said = texts(&html, ".mc-about");
        assert!(said[0].ends_with(" · as of Sep 1, 2026"), "{part}: {said:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn scores_and_prices_are_as_of_their_own_dates() {
    let html = markup("models", "panel stats trends", &[]).await;
    for part in ["panel", "stats", "trends"] {
        let said = texts(&html, &format!("[part={part}] .mc-asof"));
        assert_eq!(said, ["As of Oct 15, 2025 (GPQA), Sep 1, 2026 (Monthly cost)."], "{part}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_says_as_of_when_and_nothing_is_styled_by_an_attribute() {
    let html = markup("models", "panel stats trends", &[]).await;
    for part in ["panel", "stats", "trends"] {
        assert_eq!(all(&html, &format!("[part={part}]")).len(), 1, "{part}");
        assert_eq!(texts(&html, &format!("[part={part}] .mc-asof")).len(), 1, "{part}");
    }
    assert!(all(&html, "[style]").is_empty(), "a strict page forbids it");
}
