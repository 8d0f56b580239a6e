//! The markup of the widget, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::catalog::{Builder, ColumnSpec, Header, Rules, Value};
use compare::format::Plain;
use compare::query::{Clause, Field, Indexed, Test};
use compare::state::{Action, Presentation, RowLimit, View};
use compare::units::{Letters, Weight};
use model_compare::ui::{App, AppProps, Handle, Wording};
use scraper::{ElementRef, Html, Selector};
use std::rc::Rc;
use yew::{AttrValue, Callback, LocalServerRenderer};

/// A table of five models: one is free, one has no price, one has no score.
fn table() -> Rc<Indexed> {
    let column = |id: &str, label: &str, kind: &str, unit: &str, better: &str| ColumnSpec {
        id: Some(id.into()),
        label: Some(label.into()),
        kind: Some(kind.into()),
        unit: Some(unit.into()),
        better: (!better.is_empty()).then(|| better.into()),
        ..ColumnSpec::default()
    };
    let header = Header {
        id: "t".into(),
        title: Some("Five models".into()),
        score: Some("score".into()),
        cost: Some("cost".into()),
        columns: vec![
            column("name", "Model", "text", "", ""),
            column("vendor", "Vendor", "category", "", ""),
            ColumnSpec { shown: Some(false), ..column("open-weights", "Open weights", "flag", "", "") },
            column("score", "Score", "number", "percent", "higher"),
            column("cost", "Cost", "number", "USD", "lower"),
            column("released", "Released", "date", "", ""),
        ],
        ..Header::default()
    };
    let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
    for (name, vendor, open, score, cost) in [
        ("Alpha", "X", Some(true), Some(90.0), Some(10.0)),
        ("Beta", "X", Some(false), Some(70.5), Some(0.0)),
        ("Gamma", "Y", Some(false), Some(50.0), None),
        ("Delta", "Y", None, None, Some(1.0)),
        ("Epsilon <b>bold</b>", "Z", Some(true), Some(60.0), Some(2.0)),
    ] {
        let mut cells = vec![("name", Value::Text(name.into())), ("vendor", Value::Text(vendor.into()))];
        cells.extend(open.map(|open| ("open-weights", Value::Flag(open))));
        cells.extend(score.map(|score| ("score", Value::Number(score))));
        cells.extend(cost.map(|cost| ("cost", Value::Number(cost))));
        builder.row(None, cells);
    }
    Rc::new(Indexed::new(builder.finish().unwrap(), Letters { lower: str::to_lowercase, decompose: str::to_owned }))
}

/// The markup after some actions of a reader.
async fn markup(actions: impl IntoIterator<Item = Action>) -> Html {
    let tables: Rc<[Rc<Indexed>]> = Rc::from([table()]);
    let start = View::new(0, &tables[0]);
    let view = actions.into_iter().fold(start, |view, action| view.apply(action, &tables));
    let props = AppProps {
        id: 1,
        table: Handle(Rc::clone(&tables[0])),
        tables: Handle(tables),
        view,
        presentation: Presentation::default(),
        notice: AttrValue::default(),
        revision: 1,
        dispatch: Callback::noop(),
        on_shown: Callback::noop(),
        on_share: Callback::noop(),
        wording: Wording(Handle(Rc::new(Plain))),
    };
    let html = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
    Html::parse_fragment(&html)
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(html: &Html) -> Vec<String> {
    all(html, "tbody .mc-title").into_iter().map(text).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn a_row_without_score_or_cost_comes_last_by_value() {
    assert_eq!(names(&markup([]).await), ["Beta", "Alpha", "Epsilon <b>bold</b>", "Delta", "Gamma"]);
}

#[tokio::test(flavor = "current_thread")]
async fn free_and_not_known_are_different_words() {
    let html = markup([]).await;
    let costs: Vec<String> = all(&html, "td.mc-cost").into_iter().map(text).collect();
    assert_eq!(costs, ["Costfree", "Cost$10.00", "Cost$2.00", "Cost$1.00", "Cost—not known"]);
    let dash = all(&html, "td.mc-cost [aria-hidden=true].mc-missing");
    assert_eq!(dash.len(), 1, "the dash itself is not read out");
}

#[tokio::test(flavor = "current_thread")]
async fn the_table_has_a_caption_and_scoped_headers_with_buttons() {
    let html = markup([]).await;
    assert!(text(all(&html, "table > caption")[0]).starts_with("Five models"));
    assert_eq!(all(&html, "tbody th[scope=row]").len(), 5);
    assert_eq!(all(&html, "thead th[scope=col] > button").len(), 6);
}

#[tokio::test(flavor = "current_thread")]
async fn only_the_first_key_of_the_sort_is_announced() {
    let cost = Field::Column(4);
    let html = markup([Action::PressHeader(cost), Action::AddKey(Field::Column(0))]).await;
    let sorted = all(&html, "th[aria-sort]");
    assert_eq!(sorted.len(), 1);
    assert_eq!(sorted[0].attr("aria-sort"), Some("ascending"));
    assert!(text(sorted[0]).starts_with("Cost"));
    assert!(text(all(&html, "thead .mc-name")[0]).contains("sort key 2"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_slider_is_native_labelled_and_says_its_value_in_words() {
    let html = markup([Action::Weigh(Weight::new(0.8).unwrap())]).await;
    let slider = all(&html, "input#weight[type=range]")[0];
    assert_eq!(slider.attr("value"), Some("80"));
    assert_eq!(slider.attr("aria-valuetext"), Some("80 % score, 20 % cost"));
    assert_eq!(text(all(&html, "label[for=weight]")[0]), "Cost or score");
}

#[tokio::test(flavor = "current_thread")]
async fn the_slider_says_who_is_first_and_for_what() {
    let html = markup([Action::Weigh(Weight::new(1.0).unwrap())]).await;
    let said = text(all(&html, ".mc-verdict")[0]);
    assert_eq!(said, "Weighed 100 % score, 0 % cost: Alpha has the best value, Score 90.0 % for $10.00.");
}

#[tokio::test(flavor = "current_thread")]
async fn openness_is_told_by_shape_and_by_words() {
    let html = markup([]).await;
    assert_eq!(all(&html, "tbody .mc-open circle").len(), 2);
    assert_eq!(all(&html, "tbody .mc-closed path").len(), 2);
    assert_eq!(all(&html, "tbody .mc-unsaid").len(), 1);
    assert_eq!(text(all(&html, "tbody .mc-under")[0]), "closed");
}

#[tokio::test(flavor = "current_thread")]
async fn each_filter_is_a_chip_that_can_be_pressed() {
    let html = markup([Action::Search("a".into())]).await;
    let chips: Vec<String> = all(&html, "button.mc-chip").into_iter().map(text).collect();
    assert_eq!(chips, ["Remove filter: “a” ×"]);
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_result_says_which_filter_to_lift() {
    let html = markup([Action::Search("nobody".into())]).await;
    assert!(all(&html, "table").is_empty());
    let lifts: Vec<String> = all(&html, ".mc-empty button").into_iter().map(text).collect();
    assert_eq!(lifts, ["Lift “nobody”: shows 5", "Lift all filters"]);
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_missing_is_counted_under_the_table() {
    let notes = text(all(&markup([]).await, ".mc-notes")[0]);
    assert_eq!(
        notes,
        "1 of 5 have no known score. 1 of 5 have no known cost. Without either there is no value. \
         Bars of costs are on a logarithmic scale."
    );
}

#[tokio::test(flavor = "current_thread")]
async fn the_live_region_is_there_and_empty_at_first() {
    let html = markup([]).await;
    let status = all(&html, "[role=status]");
    assert_eq!(status.len(), 1);
    assert_eq!(text(status[0]), "");
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_is_styled_by_an_attribute() {
    let html = markup([]).await;
    assert!(all(&html, "[style]").is_empty(), "a strict page forbids it");
    assert!(all(&html, "style, script").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn each_part_is_one_element() {
    let html = markup([]).await;
    for part in ["root", "slider", "filters", "table", "status"] {
        assert_eq!(all(&html, &format!("[part={part}]")).len(), 1, "{part}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_length_of_the_page_that_is_chosen_is_the_one_that_is_selected() {
    let html = markup([Action::Limit(RowLimit::Rows(3))]).await;
    let selected: Vec<String> = all(&html, ".mc-pager option[selected]").into_iter().map(text).collect();
    assert_eq!(selected, ["3"]);
    assert_eq!(text(all(&html, ".mc-pager > span")[0]), "1–3 of 5");
}

#[tokio::test(flavor = "current_thread")]
async fn the_choices_in_force_are_the_ones_that_are_selected() {
    let html = markup([Action::PressHeader(Field::Column(4))]).await;
    let keys: Vec<String> = all(&html, ".mc-sortbar option[selected]").into_iter().map(text).collect();
    assert_eq!(keys, ["Cost", "—"]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_filter_says_how_many_rows_it_leaves_out_for_want_of_a_figure() {
    let field = Field::Column(4);
    let test = Some(Test::Numbers(None, Some(5.0)));
    let html = markup([Action::Narrow(Clause { field, test, missing: false })]).await;
    let chips: Vec<String> = all(&html, ".mc-chips button").into_iter().map(text).collect();
    assert_eq!(chips, ["Remove filter: Cost up to $5.00 ×", "Show 1 more, Cost not known", "Reset filters"]);
}
