//! What the chart says in words.

use super::ground::Ground;
use super::picture::{KINDS, Picture, mark};
use crate::ui::cell::assumed_and_via;
use crate::ui::compare::{MOST, picked};
use crate::ui::element::{Element, all, tag, text};
use crate::ui::row::{FULL, openness_and_words};
use crate::ui::scene::Scene;
use compare::chart::Path;
use compare::format;
use compare::query::Field;
use yew::prelude::*;

/// Score, with its interval, and cost and value of a row, each with its heading.
pub(super) fn figures(scene: &Scene<'_>, row: u32) -> Vec<String> {
    let (table, row, words) = (scene.table, row as usize, scene.words());
    let said = |field: Field, number: f64| format!("{} {}", format::heading(field, table), words.phrase(field, number));
    let score = scene.view.score.and_then(|position| {
        let (field, column) = (Field::Column(position), table.columns.get(position)?);
        let said = said(field, column.cells.number(row)?);
        let bounds = column.bounds(row).map(|(low, high)| [low, high].map(|bound| words.figure(field, bound)));
        Some(bounds.map_or(said.clone(), |[low, high]| format!("{said} ({low} to {high})")))
    });
    let cost = scene
        .view
        .cost_field()
        .and_then(|field| Some(said(field, scene.tradeoff.cost(row)?) + &assumed_and_via(scene, field, row)));
    let value = scene.tradeoff.value(row, scene.view.weight).map(|value| said(Field::Value, value));
    let mut figures = Vec::new();
    for figure in [score, cost, value] {
        figures.extend(figure);
    }
    figures
}

/// A row in one sentence.
pub(super) fn sentence(scene: &Scene<'_>, row: u32) -> String {
    let name = scene.table.name(row as usize);
    let under = openness_and_words(scene.table, row as usize, &[]).1;
    let figures = figures(scene, row);
    let mut said = under;
    said.extend(figures.iter().map(|figure| &**figure));
    if scene.standing.frontier.contains(&row) {
        said.push("on the frontier");
    }
    if is_picked(scene, row) {
        said.push("picked");
    }
    format!("{name}: {}", said.join(", "))
}

/// Whether the reader has picked a row.
pub(super) fn is_picked(scene: &Scene<'_>, row: u32) -> bool {
    scene.table.ids.get(row as usize).is_some_and(|id| scene.view.selected.iter().any(|selected| id == selected))
}

/// Whether another row may be picked.
pub(super) fn has_room(scene: &Scene<'_>) -> bool {
    picked(scene).len() < MOST
}

/// What a press on the point of a row does.
pub(super) fn press(scene: &Scene<'_>, row: u32) -> &'static str {
    match is_picked(scene, row) {
        true => "Picked; press to drop it",
        false if has_room(scene) => "Press to pick",
        false => FULL,
    }
}

/// Why there is no point.
pub(super) fn nothing_drawn(ground: &Ground) -> &'static str {
    if ground.no_score.count + ground.no_cost.count == 0 {
        "There is no row to draw."
    } else {
        "No row is drawn: none of those shown has both a score and a cost."
    }
}

/// What there is to see, for who does not see it.
pub(super) fn summary(scene: &Scene<'_>, titles: &str, ground: &Ground, best: Option<u32>) -> String {
    let (table, wording) = (scene.table, scene.wording);
    let ends = match &*ground.points {
        [] => return nothing_drawn(ground).to_owned(),
        // One point is the worst and the best.
        [(one, _)] => sentence(scene, *one),
        [(worst, _), .., (best, _)] => [sentence(scene, *worst), sentence(scene, *best)].join("; "),
    };
    let weight = format::weight(scene.view.weight, &*wording.0);
    let winner = best.filter(|row| ground.point(*row).is_some()).map(|row| table.name(row as usize));
    let winner = winner.map(|name| format!(" Weighed {weight}, {name} has the best value.")).unwrap_or_default();
    format!(
        "{} of {}\u{a0}rows are drawn, {}. From the worst score to the best: {}. From the cheapest to the best, these are on \
         the frontier: {}.{winner} Arrow keys go from point to point in order of score, Enter picks one, Escape hides \
         what is said of it.",
        wording.count(ground.points.len()),
        wording.count(table.len()),
        titles,
        ends,
        ground.frontier,
    )
}

/// What the numbers in the picture stand for, where there was no room for names.
pub(super) fn numbered(picture: &Picture) -> Option<Element> {
    let names = || picture.numbered.iter().map(|name| tag!(li).key(name.clone()).text(name.clone()).into());
    (!picture.numbered.is_empty())
        .then(|| tag!(ul class="mc-numbered" aria-label="Numbers in the chart").children(names()))
}

/// A path in a square of 16, with its class.
type Icon = (&'static str, Path);

/// The mark of a kind, as it is on the frontier or beside it.
fn mark_icon(kind: usize, full: bool) -> Icon {
    let mut path = Path::default();
    mark(&mut path, kind, (8.0, 8.0), 5.0);
    (if full { KINDS[kind].1 } else { KINDS[kind].0 }, path)
}

fn line_icon(class: &'static str) -> Icon {
    let mut path = Path::default();
    path.line((0.0, 8.0), (16.0, 8.0));
    (class, path)
}

fn ring_icon(class: &'static str) -> Icon {
    let mut path = Path::default();
    path.circle((8.0, 8.0), 6.0);
    (class, path)
}

fn frame_icon(class: &'static str) -> Icon {
    let mut path = Path::default();
    path.square((8.0, 8.0), 6.0);
    (class, path)
}

/// What the shapes and lines mean.
pub(super) fn legend(scene: &Scene<'_>, ground: &Ground, joined: bool) -> Html {
    let weight = format::weight(scene.view.weight, &*scene.wording.0);
    let mut items: Vec<(Icon, String)> = Vec::new();
    let mut say = |shown: bool, icon: Icon, words: &str| {
        if shown {
            items.push((icon, words.to_owned()));
        }
    };
    let known = scene.table.column("open-weights").is_some();
    let [open, closed, unsaid] = ground.kinds.map(|kind| known && kind);
    say(open, mark_icon(0, false), "open weights");
    say(closed, mark_icon(1, false), "closed");
    say(unsaid, mark_icon(2, false), "not known which");
    let frontier = "filled, on the frontier: no other is cheaper and better; in colour where it wins at some weight";
    say(true, mark_icon(if known { 1 } else { 2 }, true), frontier);
    say(true, line_icon("mc-frontier"), "best score up to each cost");
    say(true, line_icon("mc-equal"), &format!("equal value, weighed {weight}"));
    say(joined, line_icon("mc-variants"), "variants of one model");
    say(true, ring_icon("mc-winner"), "best value");
    say(!scene.view.selected.is_empty(), frame_icon("mc-picked"), "picked");
    say(!scene.view.highlight.is_empty(), frame_icon("mc-tint"), "highlighted");
    let drawn = if ground.has_room_for_intervals() { "" } else { ", drawn of the frontier and what is marked" };
    say(ground.intervals, line_icon("mc-whisker mc-upright"), &["95\u{a0}% interval", drawn].concat());
    let items = items.into_iter().map(|((class, path), words)| {
        let icon = tag!(svg class="mc-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false")
            .child(tag!(path; class = class, d = path.text()));
        tag!(li).child(icon).child(text(words)).into()
    });
    tag!(ul class="mc-legend" aria-label="Legend").children(items).into()
}

/// What has no place in the chart, and what has one at the price of another than the vendor: counted, with its names.
pub(super) fn unplaced(scene: &Scene<'_>, ground: &Ground) -> Html {
    let missing = [
        (&ground.no_cost, "without a known cost"),
        (&ground.no_score, "without a known score"),
        (&ground.elsewhere, "drawn at the price of another than the vendor"),
    ];
    let mut lists = Vec::new();
    for (unplaced, what) in missing {
        if unplaced.count > 0 {
            let summary = tag!(summary).text(format!("{} {what}", scene.wording.count(unplaced.count)));
            lists.push(tag!(details).child(summary).child(tag!(p).text(unplaced.names.clone())).into());
        }
    }
    all(lists)
}
