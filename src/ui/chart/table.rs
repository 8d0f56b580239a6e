use super::axes::axis_title;
use super::ground::Ground;
use crate::ui::cell::assumed_and_via;
use crate::ui::element::{Element, tag};
use crate::ui::scene::Scene;
use compare::query::Field;
use compare::units::Gather;
use yew::prelude::*;

/// So many points make a table that can be read; more are counted.
const MOST_POINTS: usize = 500;

/// The points as a table, the best score first.
pub(super) fn table_of_points(scene: &Scene<'_>, fields: &[Field; 2], ground: &Ground) -> Element {
    let (table, words, question) = (scene.table, scene.words(), scene.question());
    let heads = fields.iter().map(|field| tag!(th scope="col").text(axis_title(*field, table)).into());
    let head = tag!(tr).child(tag!(th scope="col").text("Model")).children(heads);
    let rows = ground.points.iter().rev().take(MOST_POINTS).map(|(row, _)| {
        let row = *row as usize;
        let cells = fields.iter().map(|field| {
            let text = words.cell(&question, *field, row).unwrap_or_default();
            tag!(td).text(text + &assumed_and_via(scene, *field, row)).into()
        });
        tag!(tr).child(tag!(th scope="row").text(table.name(row).to_owned())).children(cells).into()
    });
    let rows: Vec<Html> = rows.gathered();
    let points = tag!(table).child(tag!(thead).child(head)).child(tag!(tbody).children(rows));
    let count = |points: usize| scene.wording.count(points);
    let more = ground.points.len().checked_sub(MOST_POINTS).filter(|more| *more > 0).map(|more| {
        let (listed, more) = (count(MOST_POINTS), count(more));
        tag!(p).text(format!("The {listed} with the best score are listed; {more} more are in the chart alone."))
    });
    tag!(div class="mc-points" role="region" aria-label="Points of the chart" tabindex="0").child(points).maybe(more)
}
