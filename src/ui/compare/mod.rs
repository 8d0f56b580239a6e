//! The rows that are picked: how many they are, and what sets them apart, side by side.

mod beside;
mod cited;
mod fields;

use super::element::{all, tag};
use super::finding::title;
use super::scene::{Scene, focus};
use beside::{Beside, table};
use cited::{source_list, sources};
use compare::format::{heading, trade};
use compare::query::Field;
use compare::state::{Action, Part};
use compare::units::Gather;
use fields::sorted_out;
use yew::prelude::*;

/// How many rows stand side by side at most.
pub(super) const MOST: usize = 4;

/// The rows that are picked and are in the table, in the order in which they were picked.
pub(super) fn picked(scene: &Scene<'_>) -> Vec<usize> {
    scene.view.selected.iter().filter_map(|id| scene.table.row(id)).gathered()
}

/// How many rows are picked, and where among the parts that are shown they stand side by side.
pub(super) fn picked_in_words(scene: &Scene<'_>, parts: &[Part]) -> String {
    let picked = picked(scene).len();
    let said = match picked {
        0 => return "None picked.".to_owned(),
        1 => ": one to three more, and they stand side by side",
        MOST => ", as many as stand side by side",
        more if more > MOST => ", of which the first 4 stand side by side",
        _ => ": they stand side by side",
    };
    let place = if picked < 2 || parts.contains(&Part::Compare) {
        "."
    } else if parts.contains(&Part::Table) {
        " below the table."
    } else {
        " below the chart."
    };
    [&*scene.wording.count(picked), " picked", said, place].concat()
}

/// How many rows are picked, with a press that shows them side by side and one that picks none; nothing where none is.
pub(super) fn picked_line(scene: &Scene<'_>, parts: &[Part]) -> Html {
    let picked = picked(scene).len();
    if picked == 0 {
        return Html::default();
    }
    let words = picked_in_words(scene, parts) + " ";
    let show = || {
        tag!(button type="button")
            .onclick(Callback::from(|event: Event| focus(&event, &[PART])))
            .text("Show side by side")
    };
    let clear = tag!(button type="button").onclick(scene.on_lift(Action::PickNone)).text("Clear");
    tag!(p class="mc-chosen").text(words).maybe((picked > 1).then(show)).child(clear).into()
}

/// Where the comparison is found within the widget.
const PART: &str = "[part=compare]";

/// The rows that are picked, side by side. Where fewer than two are, how to pick some, or nothing unless the part is
/// `asked` for.
pub(super) fn comparison(scene: &Scene<'_>, asked: bool) -> Html {
    let picked = picked(scene);
    if picked.len() < 2 && !asked {
        return Html::default();
    }
    let rows = picked.get(..MOST).unwrap_or(&picked);
    let content = if rows.len() < 2 { hint(scene, rows) } else { side_by_side(scene, rows, picked.len(), asked) };
    tag!(section class="mc-compare" part="compare" tabindex="-1" aria-label="Side by side")
        .child(title(scene, 1, "Side by side"))
        .child(content)
        .into()
}

fn hint(scene: &Scene<'_>, rows: &[usize]) -> Html {
    let words = "Tick the boxes of two to four rows of the table, and they stand side by side here.";
    let chosen = rows.first().map(|row| format!(" {} is picked.", scene.table.name(*row)));
    tag!(p class="mc-notes").text(words).text(chosen.unwrap_or_default()).into()
}

fn side_by_side(scene: &Scene<'_>, rows: &[usize], picked: usize, asked: bool) -> Html {
    let too_many = format!("{} are picked: the first {MOST} of them are shown.", scene.wording.count(picked));
    let too_many = (picked > MOST).then(|| tag!(p class="mc-notes").text(too_many));
    let sorted = sorted_out(scene, rows);
    let beside = Beside { scene, rows, sources: sources(scene, rows, &sorted) };
    let folded = [folded(&beside, "Agree", &sorted.agreeing), folded(&beside, "Known of one only", &sorted.single)];
    let names: Vec<&str> = sorted.unknown.iter().map(|field| heading(*field, scene.table)).gathered();
    let unknown = format!("Known of none of them: {}.", names.join(", "));
    let unknown = (!names.is_empty()).then(|| tag!(p class="mc-notes").text(unknown));
    all(vec![
        too_many.map(Into::into).unwrap_or_default(),
        chips(scene, rows, picked, asked),
        tag!(ul class="mc-trades").children(trades(scene, rows)).into(),
        table(&beside, &sorted.groups),
        all(folded.into()),
        unknown.map(Into::into).unwrap_or_default(),
        source_list(&beside),
    ])
}

/// Fields that say little, behind a press: how many rows they make, and what they have in common.
fn folded(beside: &Beside<'_>, title: &'static str, fields: &[Field]) -> Html {
    let summary = match (title, fields.len()) {
        (_, 0) => return Html::default(),
        ("Agree", 1) => "1 row agrees".to_owned(),
        ("Agree", rows) => format!("{}\u{a0}rows agree", beside.scene.wording.count(rows)),
        (_, 1) => "1 score is known of one only".to_owned(),
        (_, rows) => format!("{}\u{a0}scores are known of one only", beside.scene.wording.count(rows)),
    };
    let group = [(title, fields.to_vec())];
    let on_paper = tag!(span class="mc-on-paper").text(fields.iter().map(|field| known(beside, *field)).joined("; "));
    tag!(details).child(tag!(summary).text(summary).child(on_paper)).child(table(beside, &group)).into()
}

/// A field with what is first known of it among the rows, and of whom where it is not known of all.
fn known(beside: &Beside<'_>, field: Field) -> String {
    let (scene, rows) = (beside.scene, beside.rows);
    let cell = |row: &usize| Some((*row, scene.words().cell(&scene.question(), field, *row)?));
    let cells: Vec<(usize, String)> = rows.iter().filter_map(cell).gathered();
    let Some((row, figure)) = cells.first() else { return String::new() };
    let of = if cells.len() < rows.len() { [", ", scene.table.name(*row)].concat() } else { String::new() };
    [heading(field, scene.table), ": ", figure, &of].concat()
}

/// The rows that are compared, each with a press that takes it out.
fn chips(scene: &Scene<'_>, rows: &[usize], picked: usize, asked: bool) -> Html {
    let chips = rows.iter().filter_map(|row| {
        let id = scene.table.ids.get(*row)?.to_string();
        let action = Action::Pick(id.clone(), false);
        // Where the comparison goes away with it, the focus must go elsewhere.
        let onclick = if picked > 2 || asked { scene.on_gone(&[PART], action) } else { scene.on_lift(action) };
        let button = tag!(button type="button" class="mc-chip")
            .onclick(onclick)
            .child(tag!(span class="mc-unseen").text("Remove: "))
            .text(scene.table.name(*row).to_owned())
            .child(tag!(span aria-hidden="true").text(" ×"));
        Some(tag!(li).key(id).child(button).into())
    });
    let onclick = if asked { scene.on_gone(&[PART], Action::PickNone) } else { scene.on_lift(Action::PickNone) };
    let clear = tag!(button type="button" class="mc-reset").onclick(onclick).text("Clear all");
    tag!(ul class="mc-chips" aria-label="Rows side by side")
        .children(chips)
        .child(tag!(li).key("clear all").child(clear))
        .into()
}

/// What each row costs and brings beside the first.
fn trades<'a>(scene: &'a Scene<'_>, rows: &'a [usize]) -> impl Iterator<Item = Html> + 'a {
    let (question, words) = (scene.question(), scene.words());
    let first = rows.first().copied().unwrap_or_default();
    let cost = scene.view.cost_field();
    let said = rows.iter().skip(1).map(move |row| trade(&question, &words, cost, first, *row));
    said.filter(|said| !said.is_empty()).enumerate().map(|(at, said)| tag!(li).key(at).text(said).into())
}
