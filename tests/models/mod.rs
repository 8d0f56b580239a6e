//! Models of a few figures, and the markup of the widget that shows them.

#[path = "../drawn/mod.rs"]
mod drawn;

use compare::catalog::{Builder, ColumnSpec, Header, Rules, Value};
use compare::query::Indexed;
use compare::state::{Action, Presentation, View};
use compare::units::Letters;
use drawn::{drawn, props};
use scraper::{ElementRef, Html, Selector};
use std::rc::Rc;

/// A column of a data set.
pub(crate) fn column(id: &str, label: &str, kind: &str, unit: &str, better: &str) -> ColumnSpec {
    ColumnSpec {
        id: Some(id.into()),
        label: Some(label.into()),
        kind: Some(kind.into()),
        unit: Some(unit.into()),
        better: (!better.is_empty()).then(|| better.into()),
        ..ColumnSpec::default()
    }
}

/// A table of what was put together.
pub(crate) fn indexed(builder: Builder) -> Rc<Indexed> {
    Rc::new(Indexed::new(builder.finish().unwrap(), Letters { lower: str::to_lowercase, decompose: str::to_owned }))
}

/// A table of five models: one is free, one has no price, one has no score.
pub(crate) fn table() -> Rc<Indexed> {
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
    indexed(builder)
}

/// The markup after some actions of a reader.
pub(crate) async fn markup(actions: impl IntoIterator<Item = Action>) -> Html {
    markup_of(table(), actions).await
}

/// That of a table.
pub(crate) async fn markup_of(table: Rc<Indexed>, actions: impl IntoIterator<Item = Action>) -> Html {
    presented(table, actions, Presentation::default()).await
}

/// The same with what the page wants of it.
pub(crate) async fn presented(
    table: Rc<Indexed>,
    actions: impl IntoIterator<Item = Action>,
    presentation: Presentation,
) -> Html {
    let tables: Rc<[Rc<Indexed>]> = Rc::from([table]);
    let start = View::new(0, &tables[0]);
    let view = actions.into_iter().fold(start, |view, action| view.apply(action, &tables));
    drawn(props(tables, view, presentation)).await
}

pub(crate) fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

pub(crate) fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn names(html: &Html) -> Vec<String> {
    all(html, "tbody .mc-title").into_iter().map(text).collect()
}
