//! Rows side by side: a table with a column for each of them.

use super::cited::behind;
use super::fields::Group;
use crate::ui::card::pressable;
use crate::ui::element::{all, tag, text};
use crate::ui::scene::Scene;
use compare::catalog::{Better, Role, Source, Table};
use compare::format::{Digits, apart, counted, heading, unit_note};
use compare::query::{Field, Precision};
use compare::units::Gather;
use yew::prelude::*;

/// Rows that stand side by side, with the sources of what is shown of them.
pub(super) struct Beside<'a> {
    pub scene: &'a Scene<'a>,
    pub rows: &'a [usize],
    pub sources: Vec<&'a Source>,
}

/// A table with a column for each row and a row for each field.
pub(super) fn table(beside: &Beside<'_>, groups: &[Group]) -> Html {
    let (scene, rows) = (beside.scene, beside.rows);
    let head = rows
        .iter()
        .map(|row| tag!(th scope="col" role="columnheader").key(*row).text(scene.table.name(*row).to_owned()).into());
    let head = tag!(tr role="row").child(tag!(td role="cell")).children(head);
    let bodies = groups.iter().map(|(title, fields)| {
        let lines = fields.iter().flat_map(|field| {
            let is_parameters = field.column(scene.table).is_some_and(|column| column.role == Some(Role::Parameters));
            let sizes = Precision::ALL.into_iter().filter(move |_| is_parameters);
            let sizes = sizes.map(|(size, words)| memory(scene, *field, size, words, rows));
            [line(beside, *field)].into_iter().chain(sizes)
        });
        let title = tag!(th scope="rowgroup" role="rowheader"; colspan = (rows.len() + 1).to_string()).text(*title);
        tag!(tbody role="rowgroup").child(tag!(tr role="row" class="mc-group").child(title)).children(lines).into()
    });
    let caption = tag!(caption class="mc-unseen").text("Side by side, with the differences from the first");
    tag!(table role="table" class="mc-beside")
        .child(caption)
        .child(tag!(thead role="rowgroup").child(head))
        .children(bodies)
        .into()
}

/// One field of all rows.
fn line(beside: &Beside<'_>, field: Field) -> Html {
    let (scene, rows) = (beside.scene, beside.rows);
    let measure = scene.question().measure(field);
    let best = best(field, scene.table, rows.iter().map(|row| measure.get(*row)));
    let first = rows.first().and_then(|row| measure.get(*row));
    let cells = rows.iter().enumerate().map(|(at, row)| {
        let Some(figure) = scene.words().cell(&scene.question(), field, *row) else {
            return cell(scene, *row, text("not known"), Vec::new());
        };
        let number = measure.get(*row);
        let mut notes = Vec::new();
        if let (Some(number), Some(first), true) = (number, first, at > 0) {
            notes.push(tag!(span class="mc-apart").text(apart(&scene.words(), field, number, first)).into());
        }
        notes.extend(interval(scene, field, *row));
        notes.extend(behind(beside, field, *row));
        let is_best = number.is_some() && number == best;
        let mark = is_best.then(|| tag!(strong class="mc-top").text(" ★ best"));
        cell(
            scene,
            *row,
            all(vec![pressable(scene, *row as u32, field, figure).into(), mark.map(Html::from).unwrap_or_default()]),
            notes,
        )
    });
    drawn(heading(field, scene.table), &unit_note(field, scene.table), cells)
}

/// The memory that weights take at a precision.
fn memory(scene: &Scene<'_>, field: Field, size: Precision, words: &'static str, rows: &[usize]) -> Html {
    let measure = scene.question().measure(field);
    let cells = rows.iter().map(|row| {
        let gigabytes =
            measure.get(*row).map(|parameters| scene.wording.0.number(size.gigabytes(parameters), Digits::up_to(1)));
        let figure = gigabytes.map_or_else(|| "not known".to_owned(), |gigabytes| counted(gigabytes, "GB"));
        cell(scene, *row, text(figure), Vec::new())
    });
    drawn(&format!("Memory at {words}"), "weights only", cells)
}

fn drawn(label: &str, unit: &str, cells: impl Iterator<Item = Html>) -> Html {
    let unit = (!unit.is_empty()).then(|| tag!(small).text(format!(" {unit}")));
    let head = tag!(th scope="row" role="rowheader").text(label.to_owned()).maybe(unit);
    tag!(tr role="row").child(head).children(cells).into()
}

/// A cell; on a phone it says whose it is.
fn cell(scene: &Scene<'_>, row: usize, figure: Html, notes: Vec<Html>) -> Html {
    tag!(td role="cell")
        .key(row)
        .child(tag!(span class="mc-whose").text(scene.table.name(row).to_owned()))
        .child(figure)
        .children(notes)
        .into()
}

/// The best number of a field of which more or less is better; `None` where all that are known are equal.
fn best(field: Field, table: &Table, numbers: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let numbers: Vec<f64> = numbers.flatten().gathered();
    let lower = match field.column(table) {
        None => field == Field::Workload,
        Some(column) if column.unit.is_money() => true,
        Some(column) => column.better? == Better::Lower,
    };
    let better = |one: f64, other: f64| if lower { one.min(other) } else { one.max(other) };
    let best = numbers.iter().copied().reduce(better)?;
    numbers.iter().any(|number| number.total_cmp(&best).is_ne()).then_some(best)
}

/// Between which bounds the true number lies.
fn interval(scene: &Scene<'_>, field: Field, row: usize) -> Option<Html> {
    let (low, high) = field.column(scene.table)?.bounds(row)?;
    let [low, high] = [low, high].map(|bound| scene.words().figure(field, bound));
    Some(tag!(span class="mc-from").text(format!("95\u{a0}%: {low} to {high}")).into())
}
