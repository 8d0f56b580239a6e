use super::Wording;
use super::element::{all, tag, text};
use super::scene::Scene;
use compare::catalog::{Figure, Interval, Kind, Reporter, Source};
use compare::format::{Digits, age};
use compare::query::{Field, is_old, other_provider};
use compare::units::Date;
use yew::prelude::*;

/// What makes the figure of a column true, as terms with what is said of them; empty where there is nothing to say.
pub(super) fn facts(scene: &Scene<'_>, field: Field, row: usize) -> Html {
    let Field::Column(position) = field else { return Html::default() };
    let Some(column) = field.column(scene.table) else { return Html::default() };
    let mut facts: Vec<(&'static str, Html)> = Vec::new();
    if !column.description.is_empty() {
        facts.push(("What it is", text(column.description.to_string())));
    }
    let figure = column.figure(row);
    if let Some(figure) = figure {
        facts.extend(interval(scene, field, figure).map(|words| ("95\u{a0}% interval", text(words))));
        if !figure.provider.is_empty() {
            let other = other_provider(scene.table, field, row).and(scene.table.text("vendor", row));
            let other = other.map(|vendor| format!(", another than {vendor}, who made the model")).unwrap_or_default();
            facts.push(("Provider", text(format!("{}{other}", figure.provider))));
        }
        facts.extend(figure.reported_by.map(|by| ("Reported by", text(reporter(scene, by, row)))));
    }
    match scene.table.source(position, row) {
        Some(source) => facts.push(("Source", source_with_via(scene, source))),
        None if column.kind() == Kind::Number => facts.push(("Source", text("No source is given."))),
        None => {}
    }
    if let Some(date) = scene.table.dated(position, row) {
        let old = scene.today.is_some_and(|today| is_old(scene.table, field, row, today));
        let mark = column.stale_after.filter(|_| old).map(|months| {
            let months = scene.wording.count(usize::from(months));
            let words = format!("† Older than {months} months: it may no longer be true.");
            tag!(strong class="mc-stale").text(words)
        });
        facts.push(("Date", tag!(span).child(dated(scene.wording, scene.today, date)).maybe(mark).into()));
    }
    if let Some(note) = figure.map(|figure| &figure.note).filter(|note| !note.is_empty()) {
        facts.push(("Note", text(note.to_string())));
    }
    listed(facts)
}

/// Terms with what is said of each.
fn listed(facts: Vec<(&'static str, Html)>) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    let facts =
        facts.into_iter().map(|(term, said)| tag!(div).child(tag!(dt).text(term)).child(tag!(dd).child(said)).into());
    tag!(dl class="mc-facts").children(facts).into()
}

/// The bounds between which the true number lies, and the trials that they follow from.
fn interval(scene: &Scene<'_>, field: Field, figure: &Figure) -> Option<String> {
    let (low, high) = figure.interval.bounds()?;
    let words = scene.words();
    let bounds = format!("{} to {}", words.figure(field, low), words.phrase(field, high));
    let count = |count: u32| scene.wording.0.number(f64::from(count), Digits::exactly(0));
    match figure.interval {
        Interval::Trials { k, n } => Some(format!("{bounds}: {} of {} succeeded", count(k), count(n))),
        _ => Some(bounds),
    }
}

fn reporter(scene: &Scene<'_>, by: Reporter, row: usize) -> String {
    let vendor = scene.table.text("vendor", row).unwrap_or("the vendor");
    match by {
        Reporter::Vendor => format!("{vendor}, its own vendor"),
        Reporter::Independent => format!("others than {vendor}"),
    }
}

/// A date with how long ago it was.
pub(super) fn dated(wording: &Wording, today: Option<Date>, date: Date) -> Html {
    let numbers = &*wording.0;
    let ago = today.and_then(|today| age(date, today, numbers)).map(|ago| format!(", {ago}")).unwrap_or_default();
    let time = tag!(time; datetime = date.to_string()).text(numbers.date(date));
    all(vec![time.into(), text(ago)])
}

/// A source as a link, and the one in which it was found.
fn source_with_via(scene: &Scene<'_>, source: &Source) -> Html {
    let found_in = scene.table.sources.iter().find(|other| other.id == source.via);
    let mut said = vec![source_link(source)];
    if let Some(other) = found_in {
        said.extend([text(", found in "), source_link(other)]);
    }
    if !source.licence.is_empty() {
        said.push(text(format!(" ({})", source.licence)));
    }
    all(said)
}

/// The title of a source, which leads to its address where it has one.
pub(super) fn source_link(source: &Source) -> Html {
    let title = source.title.to_string();
    if source.url.is_empty() { text(title) } else { tag!(a; href = source.url.to_string()).text(title).into() }
}
