//! The markup of winner bands, ties and chart, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod models;

use compare::catalog::{Builder, FigureSpec, Header, Rules, Value};
use compare::query::{Clause, Field, Indexed, Test};
use compare::state::{Action, Part, Presentation, RowLimit};
use compare::units::Weight;
use models::{all, column, indexed, markup, markup_of, names, presented, table, text};
use std::rc::Rc;

/// A table without rows: a name, what tells runs of one name apart, and a score and a cost of those units.
fn runs(apart: &str, [score, cost]: [&str; 2]) -> Builder {
    let header = Header {
        id: "t".into(),
        title: Some("Trials".into()),
        score: Some("score".into()),
        cost: Some("cost".into()),
        columns: vec![
            column("name", "name", "text", "", ""),
            column(apart, apart, "text", "", ""),
            column("score", "score", "number", score, "higher"),
            column("cost", "cost", "number", cost, "lower"),
        ],
        ..Header::default()
    };
    Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase)
}

/// Runs of which a score or a cost is not known; each has a name of its own.
fn known(figures: &[(Option<f64>, Option<f64>)]) -> Rc<Indexed> {
    let mut builder = runs("format", ["percent", "USD"]);
    for (at, (score, cost)) in figures.iter().enumerate() {
        let mut cells = vec![("name", Value::Text(format!("Run {at}").into()))];
        cells.extend(score.map(|score| ("score", Value::Number(score))));
        cells.extend(cost.map(|cost| ("cost", Value::Number(cost))));
        builder.row(None, cells);
    }
    indexed(builder)
}

/// Four models of 1,000 tasks each, of which the two best are tied; `Gift` wins at no weight.
fn trials() -> Rc<Indexed> {
    let mut builder = runs("format", ["percent", "USD"]);
    for (id, name, format, solved, cost) in [
        ("cheap", "Cheap", "diff", 100_u32, 1.0),
        ("gift", "Gift", "diff", 200, 15.5),
        ("good-diff", "Good", "diff", 890, 50.0),
        ("good-whole", "Good", "whole", 900, 100.0),
    ] {
        let score = FigureSpec {
            value: Some(Value::Number(f64::from(solved) / 10.0)),
            k: Some(f64::from(solved)),
            n: Some(1_000.0),
            ..FigureSpec::default()
        };
        let cells = [
            ("name", Value::Text(name.into())),
            ("format", Value::Text(format.into())),
            ("score", Value::Figure(Box::new(score))),
            ("cost", Value::Number(cost)),
        ];
        builder.row(Some(id), cells);
    }
    indexed(builder)
}

#[tokio::test(flavor = "current_thread")]
async fn the_chart_draws_what_has_score_and_cost_and_counts_the_rest() {
    let html = markup([]).await;
    let chart = all(&html, "section[part=chart]");
    assert_eq!(chart.len(), 1);
    let counts: Vec<String> = all(&html, "[part=chart] details").into_iter().map(text).collect();
    assert_eq!(counts, ["1 without a known costGamma", "1 without a known scoreDelta"]);
    let range = all(&html, "[part=chart] input[type=range]");
    assert_eq!((range.len(), range[0].attr("max")), (1, Some("2")));
    // Three rows have both: two on the frontier, one not.
    assert_eq!(all(&html, ".mc-picture .mc-full").len(), 2);
    assert_eq!(all(&html, ".mc-picture [data-hue]").len(), 2);
}

#[tokio::test(flavor = "current_thread")]
async fn the_axes_of_the_chart_say_what_they_measure() {
    let html = markup([]).await;
    let titles: Vec<String> = all(&html, ".mc-picture .mc-axis").into_iter().map(text).collect();
    assert_eq!(titles, ["Score, %", "Cost, USD, logarithmic"]);
    let ticks: Vec<String> = all(&html, ".mc-picture .mc-tick").into_iter().map(text).collect();
    assert!(ticks.contains(&"free".to_owned()) && ticks.contains(&"$5".to_owned()), "{ticks:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_chart_says_in_words_what_it_shows() {
    let html = markup([Action::Weigh(Weight::new(1.0).unwrap())]).await;
    let words = text(all(&html, "[part=chart] #chart-words")[0]);
    assert!(words.starts_with("3 of 5 rows are drawn, Score, % over Cost, USD."), "{words}");
    assert!(words.contains("Alpha has the best value."), "{words}");
    let said = all(&html, "[part=chart] input[type=range]")[0].attr("aria-valuetext").unwrap();
    let figures = "Score 90.0 %, Cost $10.00, Value 100.0, on the frontier";
    assert_eq!(said.replace('\u{a0}', " "), format!("Alpha: X, open weights, {figures}"));
}

#[tokio::test(flavor = "current_thread")]
async fn every_band_is_a_button_in_words_and_the_current_one_says_so() {
    let html = markup_of(trials(), [Action::Weigh(Weight::new(0.9).unwrap())]).await;
    let bands: Vec<String> = all(&html, "[part=bands] .mc-band-list button").into_iter().map(text).collect();
    assert_eq!(bands, ["Cheap: 0 % to 46 %", "Good: 46 % to 92 %", "Good: 92 % to 100 %"]);
    let current: Vec<String> = all(&html, ".mc-band-list [aria-current=true]").into_iter().map(text).collect();
    assert_eq!(current, ["Good: 46 % to 92 %"]);
    let said = text(all(&html, ".mc-verdict")[0]);
    assert!(said.ends_with("It wins from 46 % to 92 % score."), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn strip_list_and_rows_have_one_colour_for_a_model() {
    let html = markup_of(trials(), []).await;
    let hues = |selector: &str| -> Vec<Option<&str>> {
        all(&html, selector).into_iter().map(|element| element.attr("data-hue")).collect()
    };
    assert_eq!(hues(".mc-strip .mc-band"), [Some("0"), Some("1"), Some("2")]);
    assert_eq!(hues(".mc-band-list button"), [Some("0"), Some("1"), Some("2")]);
    let rows = names(&html).into_iter().zip(hues("tbody tr")).filter(|(name, _)| name != "Good").collect::<Vec<_>>();
    assert_eq!(rows, [("Cheap".to_owned(), Some("0")), ("Gift".to_owned(), None)]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_ground_of_the_slider_says_on_hover_whose_it_is() {
    let html = markup_of(trials(), []).await;
    let said: Vec<String> = all(&html, ".mc-strip .mc-band > title").into_iter().map(text).collect();
    assert_eq!(said, ["Cheap: 0 % to 46 %", "Good: 46 % to 92 %", "Good: 92 % to 100 %"]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_good_buy_that_wins_nowhere_is_named_with_its_budget() {
    let html = markup_of(trials(), []).await;
    let said: Vec<String> = all(&html, ".mc-buys li").into_iter().map(text).collect();
    assert_eq!(
        said,
        [
            "Gift: best for a budget from $15.50 up to $50.00, though it wins at no weight. Spend up to $15.50 (keeps Gift in)"
        ]
    );
}

#[tokio::test(flavor = "current_thread")]
async fn ties_are_said_above_the_table_and_ranks_are_ranges() {
    let html = markup_of(trials(), [Action::PressHeader(Field::Column(2))]).await;
    let said = text(all(&html, ".mc-ties")[0]);
    assert!(
        said.starts_with("Good has the best score (score 90.0 %). Plainly tied with it: Good. It costs 50 % less.")
    );
    let places: Vec<String> = all(&html, "tbody .mc-place").into_iter().map(text).collect();
    assert_eq!(places, ["1–2", "1–2", "3", "4"]);
    let by_value = markup_of(trials(), []).await;
    let places: Vec<String> = all(&by_value, "tbody .mc-place").into_iter().map(text).collect();
    assert_eq!(places, ["1", "2", "3", "4"]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_best_score_is_that_of_the_rows_shown() {
    let dear = Clause { field: Field::Column(3), test: Some(Test::Numbers(None, Some(60.0))), missing: false };
    let html = markup_of(trials(), [Action::Narrow(dear)]).await;
    let said = text(all(&html, ".mc-ties")[0]);
    assert_eq!(said, "Good has the best score of the 3 shown (score 89.0 %). No other is tied with it.");
}

/// Three runs whose cost is the time that they take; the second wins at no weight.
fn timed() -> Rc<Indexed> {
    let mut builder = runs("format", ["percent", "seconds"]);
    for (name, score, seconds) in [("Fast", 10.0, 1.0), ("Fair", 20.0, 15.54), ("Slow", 90.0, 100.0)] {
        let cells =
            [("name", Value::Text(name.into())), ("score", Value::Number(score)), ("cost", Value::Number(seconds))];
        builder.row(None, cells);
    }
    indexed(builder)
}

#[tokio::test(flavor = "current_thread")]
async fn a_cost_that_is_no_money_is_not_spent() {
    let html = markup_of(timed(), []).await;
    assert_eq!(
        text(all(&html, ".mc-buys li")[0]),
        "Fair: best for a limit of cost from 15.5 up to 100.0 seconds, though it wins at no weight. cost up to 15.5 \
         (keeps Fair in)"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn rows_of_one_name_say_what_tells_them_apart() {
    let html =
        markup_of(trials(), [Action::PressHeader(Field::Column(2)), Action::Show(Field::Column(1), false)]).await;
    let under: Vec<String> = all(&html, "tbody .mc-under").into_iter().map(text).collect();
    assert_eq!(under, ["whole", "diff"]);
}

#[tokio::test(flavor = "current_thread")]
async fn under_a_filter_the_winner_is_that_of_the_rows_shown() {
    let known = Clause { field: Field::Column(4), test: Some(Test::Numbers(None, Some(5.0))), missing: false };
    let html = markup([Action::Narrow(known)]).await;
    let said = text(all(&html, ".mc-verdict")[0]);
    assert!(said.contains("has the best value of the 3 shown,"), "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_table_the_filters_or_else_the_chart_say_why_a_row_is_not_here() {
    let cheap = Clause { field: Field::Column(4), test: Some(Test::Numbers(None, Some(5.0))), missing: false };
    let actions = [Action::Narrow(cheap), Action::Search("alpha".into())];
    for (parts, place) in [
        (&[Part::Slider, Part::Filters, Part::Chart][..], "[part=filters] + .mc-hidden"),
        (&[Part::Chart, Part::Slider], "[part=chart] + .mc-hidden"),
        (&[Part::Filters, Part::Chart, Part::Table], "[part=filters] + .mc-hidden"),
        (&[Part::Table], ".mc-sortbar + .mc-hidden"),
    ] {
        let presentation = Presentation { parts: parts.into(), ..Presentation::default() };
        let html = presented(table(), actions.clone(), presentation).await;
        let found: Vec<String> = all(&html, ".mc-found li").into_iter().map(text).collect();
        assert_eq!(found, ["Alpha is hidden by Cost up to $5.00. Lift it (Cost up to $5.00)"], "{parts:?}");
        assert_eq!(all(&html, place).len(), 1, "{parts:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_value_there_is_no_strip() {
    let html = markup([Action::Search("gamma".into())]).await;
    assert!(all(&html, ".mc-strip, .mc-band-list, .mc-buys").is_empty());
    assert!(text(all(&html, ".mc-verdict")[0]).ends_with("none of the rows shown has both a score and a cost."));
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_chart_says_why_it_is_empty() {
    for (words, said) in [
        ("nosuch", "There is no row to draw."),
        ("gamma", "No row is drawn: none of those shown has both a score and a cost."),
    ] {
        let html = markup([Action::Search(words.into())]).await;
        assert_eq!(text(all(&html, "#chart-words")[0]), said);
        assert_eq!(text(all(&html, ".mc-nothing")[0]), said);
    }
    let html = markup([Action::Search("alpha".into())]).await;
    let said = text(all(&html, "#chart-words")[0]);
    assert_eq!(said.matches("Alpha: X").count(), 1, "{said}");
}

#[tokio::test(flavor = "current_thread")]
async fn without_any_known_cost_or_score_the_chart_says_so_and_counts_what_is_missing() {
    let nothing = "No row is drawn: none of those shown has both a score and a cost.";
    for (rows, counted) in [
        (known(&[(Some(10.0), None), (Some(50.0), None)]), "2 without a known costRun 0 · Run 1"),
        (known(&[(None, Some(1.0)), (None, Some(2.0))]), "2 without a known scoreRun 0 · Run 1"),
    ] {
        let html = markup_of(rows, []).await;
        assert_eq!(all(&html, "section[part=chart]").len(), 1);
        assert_eq!(text(all(&html, "#chart-words")[0]), nothing);
        assert_eq!(text(all(&html, "[part=chart] .mc-nothing")[0]), nothing);
        let counts: Vec<String> = all(&html, "[part=chart] details").into_iter().map(text).collect();
        assert_eq!(counts, [counted]);
        assert!(all(&html, "[part=chart] input").is_empty());
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_axis_without_a_known_figure_has_no_numbers() {
    let ticks = |html: &scraper::Html| all(html, ".mc-picture .mc-tick").into_iter().map(text).collect::<Vec<_>>();
    let html = markup_of(known(&[(Some(10.0), None), (Some(50.0), None)]), []).await;
    assert_eq!(ticks(&html), ["10", "20", "30", "40", "50"]);
    let html = markup_of(known(&[(None, Some(1.0)), (None, Some(100.0))]), []).await;
    assert_eq!(ticks(&html), ["$1", "$2", "$5", "$10", "$20", "$50", "$100"]);
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_score_at_all_the_chart_is_there_and_says_why_it_is_empty() {
    let columns = vec![column("name", "name", "text", "", ""), column("cost", "cost", "number", "USD", "lower")];
    let header = Header { id: "t".into(), title: Some("Prices".into()), columns, ..Header::default() };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    builder.row(None, [("name", Value::Text("A".into())), ("cost", Value::Number(1.0))]);
    let html = markup_of(indexed(builder), []).await;
    let charts: Vec<String> = all(&html, "section[part=chart]").into_iter().map(text).collect();
    assert_eq!(charts, ["Nothing is drawn: a chart wants a score and a cost."]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_row_of_unknown_openness_has_a_shape_of_its_own() {
    let header = Header {
        id: "t".into(),
        title: Some("Three".into()),
        score: Some("score".into()),
        cost: Some("cost".into()),
        columns: vec![
            column("name", "name", "text", "", ""),
            column("open-weights", "Open weights", "flag", "", ""),
            column("score", "score", "number", "percent", "higher"),
            column("cost", "cost", "number", "USD", "lower"),
        ],
        ..Header::default()
    };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    // The first dominates the others.
    for (name, open, score) in
        [("Best", Some(true), 90.0), ("Open", Some(true), 80.0), ("Closed", Some(false), 70.0), ("Unsaid", None, 60.0)]
    {
        let mut cells = vec![("name", Value::Text(name.into()))];
        cells.extend(open.map(|open| ("open-weights", Value::Flag(open))));
        cells.extend([("score", Value::Number(score)), ("cost", Value::Number(100.0 - score))]);
        builder.row(None, cells);
    }
    let html = markup_of(indexed(builder), []).await;
    // Two arcs are a circle; a diamond has no level and no upright side, a square no others.
    let drawn = |class: &str| {
        let paths = all(&html, &format!(".mc-picture .{class}:not(.mc-full)"));
        assert_eq!(paths.len(), 1, "{class}");
        paths[0].attr("d").unwrap().to_owned()
    };
    assert_eq!(drawn("mc-open").matches('a').count(), 2);
    let zeros = |class: &str| {
        let path = drawn(class);
        let sides = path.split_once('l').unwrap().1.trim_end_matches('z').split_whitespace();
        sides.map(|step| step.parse::<f64>().unwrap() == 0.0).collect::<Vec<_>>()
    };
    assert_eq!(zeros("mc-closed"), [false; 6]);
    assert_eq!(zeros("mc-unsaid"), [false, true, true, false, false, true]);
    let legend: Vec<String> = all(&html, ".mc-legend li").into_iter().map(text).collect();
    assert_eq!(legend[..3], ["open weights", "closed", "not known which"]);
}

#[tokio::test(flavor = "current_thread")]
async fn each_interval_has_a_whisker_where_there_is_room() {
    let html = markup_of(trials(), []).await;
    let whiskers = all(&html, ".mc-picture .mc-whisker");
    assert_eq!(whiskers.len(), 1);
    assert_eq!(whiskers[0].attr("d").unwrap().matches('M').count(), 4);
    let legend: Vec<String> = all(&html, ".mc-legend li").into_iter().map(text).collect();
    assert!(legend.contains(&"95 % interval".to_owned()), "{legend:?}");
    assert!(all(&markup([]).await, ".mc-whisker").is_empty(), "of none an interval is known");
}

/// 700 runs of 350 models, each known with an interval; of 250 the cost is not known.
fn many() -> Rc<Indexed> {
    let mut builder = runs("model", ["points", "points"]);
    for at in 0..700_u32 {
        let value = f64::from(at);
        let score = FigureSpec {
            value: Some(Value::Number(value)),
            low: Some(value - 1.5),
            high: Some(value + 1.5),
            ..FigureSpec::default()
        };
        let (name, model) = (format!("Run {at}"), format!("m{}", at % 350));
        let mut cells = vec![
            ("name", Value::Text((&*name).into())),
            ("model", Value::Text((&*model).into())),
            ("score", Value::Figure(Box::new(score))),
        ];
        cells.extend((at >= 250).then_some(("cost", Value::Number(value))));
        builder.row(Some(&name.to_lowercase().replace(' ', "-")), cells);
    }
    indexed(builder)
}

#[tokio::test(flavor = "current_thread")]
async fn of_many_rows_the_chart_names_some_and_counts_the_rest() {
    let html = markup_of(many(), []).await;
    let without: Vec<String> = all(&html, "[part=chart] details").into_iter().map(text).collect();
    assert_eq!(without.len(), 1);
    assert!(without[0].starts_with("250 without a known costRun 0 · Run 1 · "), "{}", without[0]);
    assert!(without[0].ends_with(" · Run 199 · and 50 more"), "{}", without[0]);
    // All that have a cost are on the frontier.
    let words = text(all(&html, "[part=chart] #chart-words")[0]);
    assert!(words.contains(", Run 449, and 250 more."), "{words}");
    assert_eq!(all(&html, ".mc-join").len(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn a_page_of_very_many_rows_has_plain_places() {
    // Scores that differ by up to 2 are tied: 1.96 · √2 · (3 / 3.92) is 2.1.
    let by_score = |rows: RowLimit| [Action::PressHeader(Field::Column(2)), Action::Limit(rows)];
    for (rows, first, noted) in [(RowLimit::DEFAULT, "1–3", true), (RowLimit::All, "1", false)] {
        let html = markup_of(many(), by_score(rows)).await;
        assert_eq!(text(all(&html, "tbody .mc-place")[0]), first);
        assert_eq!(text(all(&html, ".mc-notes")[0]).contains("Places are ranges"), noted);
    }
}
