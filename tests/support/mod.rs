//! The markup of a table of the project's own data, after what a reader has done.

#[path = "../drawn/mod.rs"]
pub(crate) mod drawn;

use compare::catalog::Table;
use compare::query::Indexed;
use compare::state::{Action, Part, Presentation, View};
use compare::units::Letters;
use drawn::{drawn, props};
use model_compare::tables;
use model_compare::ui::{AppProps, Handle};
use scraper::{ElementRef, Html, Selector};
use std::rc::Rc;

/// A compiled-in table.
pub(crate) fn table(id: &str) -> &'static Table {
    tables().iter().find(|table| table.id == id).unwrap()
}

/// The markup of a table with some parts after some actions.
pub(crate) async fn markup(id: &str, parts: &[Part], actions: impl IntoIterator<Item = Action>) -> Html {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let index = |table: &Table| Rc::new(Indexed::new(table.clone(), letters));
    let all: Rc<[Rc<Indexed>]> = tables().iter().map(index).collect();
    let position = all.iter().position(|table| table.id == id).unwrap();
    let view = actions.into_iter().fold(View::new(position, &all[position]), |view, action| view.apply(action, &all));
    let narrowed = view.narrowed(&all[position]).map(|rows| Handle(Rc::new(all[position].of(rows))));
    let props = props(all, view, Presentation { parts: parts.into(), ..Presentation::default() });
    drawn(AppProps { table: narrowed.unwrap_or_else(|| props.table.clone()), ..props }).await
}

/// The elements of a selector.
pub(crate) fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// The texts of the elements of a selector.
pub(crate) fn texts(html: &Html, selector: &str) -> Vec<String> {
    let text = |element: ElementRef<'_>| element.text().collect::<String>();
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    all(html, selector).into_iter().map(text).map(words).collect()
}
