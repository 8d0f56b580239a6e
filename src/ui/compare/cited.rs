//! What stands behind the figures of rows side by side: who says so, when, and the sources by their numbers.

use super::beside::Beside;
use super::fields::Sorted;
use crate::ui::element::tag;
use crate::ui::figure_facts::source_link;
use crate::ui::scene::Scene;
use compare::catalog::{Kind, Reporter, Source, Table};
use compare::query::{Field, assumes_cached_price, is_old, other_provider};
use compare::units::{Date, Gather};
use yew::prelude::*;

/// The sources of what is shown, each once, as they come.
pub(super) fn sources<'a>(scene: &Scene<'a>, rows: &[usize], sorted: &Sorted) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    let table: &'a Table = scene.table;
    for field in sorted.shown() {
        let Field::Column(column) = field else { continue };
        for row in rows.iter().filter(|row| !table.columns[column].cells.is_missing(**row)) {
            sources.extend(table.source(column, *row).filter(|source| !sources.contains(source)));
        }
    }
    sources
}

/// The sources by their numbers.
pub(super) fn source_list(beside: &Beside<'_>) -> Html {
    let items = beside.sources.iter().enumerate();
    let items = items.map(|(at, source)| tag!(li).key(at).child(source_link(source)).into());
    tag!(ol class="mc-cited" aria-label="Sources of these figures").children(items).into()
}

/// What stands behind a figure: who charges it, who says so, when, and the number of its source.
pub(super) fn behind(beside: &Beside<'_>, field: Field, row: usize) -> Option<Html> {
    let (scene, table): (_, &Table) = (beside.scene, beside.scene.table);
    let Field::Column(position) = field else {
        let assumed = field == Field::Workload && assumes_cached_price(table, &scene.view.workload, row);
        let assumed = if assumed { "; * cached input at the input price" } else { "" };
        let whose = other_provider(table, field, row).map(|provider| format!(" at the prices of {provider}"));
        let whose = whose.unwrap_or_default();
        let old = old(beside, field, row).map(|old| ", ".to_owned() + &old).unwrap_or_default();
        return Some(tag!(span class="mc-from").text(format!("worked out{whose}{assumed}{old}")).into());
    };
    let column = table.columns.get(position)?;
    let figure = column.figure(row);
    let provider = figure.map(|figure| figure.provider.to_string()).filter(|provider| !provider.is_empty());
    // Who charges a price knows it.
    let reporter =
        figure.and_then(|figure| figure.reported_by).filter(|_| provider.is_none()).map(|reporter| match reporter {
            Reporter::Vendor => "vendor’s own".to_owned(),
            Reporter::Independent => "independent".to_owned(),
        });
    let source = table.source(position, row);
    let is_number = column.kind() == Kind::Number;
    let date = table.as_of(position, row).or_else(|| source.and_then(|source| source.date)).filter(|_| is_number);
    let date = date.map(|date| scene.wording.0.date(date));
    let nothing = (source.is_none() && is_number).then(|| "no source".to_owned());
    let words: Vec<String> =
        [provider, reporter, date, old(beside, field, row), nothing].into_iter().flatten().gathered();
    let reference = source.and_then(|source| reference(beside, source));
    let is_said = !words.is_empty() || reference.is_some();
    is_said.then(|| tag!(span class="mc-from").text(words.join(", ") + " ").maybe(reference).into())
}

/// The mark of a figure that is old, as in the table.
fn old(beside: &Beside<'_>, field: Field, row: usize) -> Option<String> {
    let is_old = |today: &Date| is_old(beside.scene.table, field, row, *today);
    beside.scene.today.filter(is_old).map(|_| "† old".to_owned())
}

/// The number of a source, which leads to its address.
fn reference(beside: &Beside<'_>, source: &Source) -> Option<Html> {
    let number = beside.sources.iter().position(|other| other.id == source.id)? + 1;
    let (shown, title) = (format!("[{number}]"), source.title.to_string());
    if source.url.is_empty() {
        return Some(tag!(span; title = title).text(shown).into());
    }
    let name = format!("Source {number}: {title}");
    Some(tag!(a; href = source.url.to_string(), title = title, aria-label = name).text(shown).into())
}
