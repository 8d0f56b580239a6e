use super::cell::via;
use super::notes::{Unknown, caveats};
use super::row::openness_and_words;
use super::scene::Scene;
use super::share::Notice;
use super::{Handle, Wording};
use compare::catalog::Source;
use compare::format::{count, heading, sorted, unit_note, weight};
use compare::query::{Cited, Field, Indexed, Question, SortKey, assumes_cached_price};
use compare::state::{Presentation, View};
use compare::units::Date;
use std::rc::Rc;
use yew::prelude::*;

/// What a still picture of a table shows.
#[derive(Clone, PartialEq, Properties)]
pub struct StillProps {
    /// The table, narrowed to what the view is about.
    pub table: Handle<Indexed>,
    /// How it is shown; highlight, page and pick count for nothing.
    pub view: View,
    /// How numbers and dates are written.
    pub wording: Wording,
}

/// A table with all rows that a view shows, on one page, in plain HTML: for where no script runs.
///
/// It reads well without any style and holds nothing that a reader could press but links.
#[component]
pub fn Still(StillProps { table, view, wording }: &StillProps) -> Html {
    let tradeoff = Handle(Rc::new(view.tradeoff(table)));
    let question = Question { table, tradeoff: &tradeoff, weight: view.weight };
    let passing = Handle(Rc::new(question.passing(&view.filter)));
    let tables = Handle(Rc::from([Rc::clone(&table.0)]));
    let dispatch = Callback::noop();
    let scene = Scene {
        tables: &tables,
        table,
        view,
        tradeoff: &tradeoff,
        passing: &passing,
        standing: &Handle(Rc::default()),
        wording,
        presentation: &Presentation::default(),
        notice: &Notice::default(),
        dispatch: &dispatch,
        on_share: &Callback::noop(),
        on_go: &Callback::noop(),
        today: table.newest(),
        on_card: &Callback::noop(),
    };
    let rows = question.order(&passing.rows(), &view.sort);
    let shown = count(rows.len(), table.len(), &*wording.0);
    let cited = Cited::new(table, &view.columns);
    html! {
        <div role="region" aria-label={table.title.to_string()} tabindex="0">
            <table>
                <caption><strong>{table.title.to_string()}</strong>{" "}{table.description.to_string()}</caption>
                <thead><tr>{for headers(&scene)}</tr></thead>
                <tbody>{for rows.iter().map(|row| body_row(&scene, *row as usize))}</tbody>
            </table>
            <p>{notes(&scene, &shown)}</p>
            if !cited.sources.is_empty() {
                <p>{"Sources"}</p>
                <ul>{for cited.sources.iter().map(|source| source_item(&scene, source))}</ul>
            }
            if let Some(date) = cited.newest { <p>{"As of "}{time(&scene, date)}{"."}</p> }
        </div>
    }
}

/// The headings, that of the names first.
fn headers(scene: &Scene<'_>) -> impl Iterator<Item = Html> {
    let name = scene.table.column("name").map(Field::Column);
    name.into_iter().chain(figures(scene)).map(|field| {
        let unit = unit_note(field, scene.table);
        html! {
            <th scope="col">{heading(field, scene.table)} if !unit.is_empty() { {" "}<small>{unit}</small> }</th>
        }
    })
}

/// The fields that stand behind the name.
fn figures<'a>(scene: &Scene<'a>) -> impl Iterator<Item = Field> + use<'a> {
    let (table, view) = (scene.table, scene.view);
    view.columns.iter().copied().filter(|field| field.id(table) != "name")
}

fn body_row(scene: &Scene<'_>, row: usize) -> Html {
    let under = openness_and_words(scene.table, row, &scene.view.columns).1.join(" · ");
    let cells = figures(scene).map(|field| html! { <td>{cell(scene, field, row)}</td> });
    html! {
        <tr>
            <th scope="row">{scene.table.name(row)} if !under.is_empty() { {" "}<small>{under}</small> }</th>
            {for cells}
        </tr>
    }
}

/// The text of a cell: a dash where nothing is known, and an asterisk where a price is assumed; and who charges a price
/// where that is another than who made the model.
fn cell(scene: &Scene<'_>, field: Field, row: usize) -> String {
    let assumed = field == Field::Workload && assumes_cached_price(scene.table, &scene.view.workload, row);
    let Some(text) = scene.words().cell(&scene.question(), field, row) else { return "—".to_owned() };
    let via = via(scene.table, field, row).map(|via| format!(" {via}")).unwrap_or_default();
    format!("{text}{}{via}", if assumed { "*" } else { "" })
}

/// How many rows there are, in which order, and what a reader must know about the figures.
fn notes(scene: &Scene<'_>, shown: &str) -> String {
    let Scene { table, view, tradeoff, wording, .. } = scene;
    // Where there is no value, an order by it is that by name.
    let has_value = view.score.is_some() && view.cost.is_some();
    let order = if has_value || view.sort != [SortKey::BY_VALUE] {
        sorted(&view.sort, table)
    } else {
        "sorted by name".to_owned()
    };
    let mut notes = vec![format!("{shown}, {order}.")];
    if has_value && (view.columns.contains(&Field::Value) || view.sort.iter().any(|key| key.field == Field::Value)) {
        notes.push(format!("Value weighs {}.", weight(view.weight, &*wording.0)));
    }
    notes.extend(caveats(scene, &Unknown::new(table, tradeoff, &view.workload)));
    notes.push("A dash stands for what is not known.".to_owned());
    notes.join(" ")
}

/// A source with its address, date and licence; one without an address has that of the source in which it was found.
fn source_item(scene: &Scene<'_>, source: &Source) -> Html {
    let found_in = scene.table.sources.iter().find(|other| other.id == source.via);
    let found_at = |other: &Source| if source.url.is_empty() { link(other) } else { other.title.to_string().into() };
    html! {
        <li>
            {link(source)}
            if let Some(date) = source.date { {", "}{time(scene, date)} }
            if !source.licence.is_empty() { {format!(", licence {}", source.licence)} }
            if let Some(other) = found_in { {", found in "}{found_at(other)} }
        </li>
    }
}

/// The title of a source, which leads to its address where it has one.
fn link(source: &Source) -> Html {
    let title = source.title.to_string();
    if source.url.is_empty() {
        title.into()
    } else {
        html! { <a href={source.url.to_string()}>{title}</a> }
    }
}

fn time(scene: &Scene<'_>, date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{scene.wording.0.date(date)}</time> }
}
