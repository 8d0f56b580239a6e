use super::Handle;
use super::element::{Element, all, tag, text};
use super::figure_facts::facts;
use super::notes::workload_note;
use super::offers::offers;
use super::row::openness_and_words;
use super::scene::Scene;
use compare::format::{Digits, heading};
use compare::query::{Field, Indexed, columns_behind, same_columns};
use compare::state::View;
use compare::units::{Gather, Text};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, Node};
use yew::prelude::*;

/// The figure whose card is open.
#[derive(Clone, PartialEq)]
pub(super) struct Opened {
    /// The ids of its table, of its row and of its field: rows change their positions when the table is narrowed anew,
    /// and another data set may have the id of the table.
    table: Text,
    row: Text,
    field: Text,
}

/// The card of a figure, open or not.
pub(super) struct Card {
    opened: UseStateHandle<Option<Opened>>,
    dialog: NodeRef,
}

/// The card, and what opens it.
///
/// The dialog itself is always there: only one that is closed, and not taken away, gives the focus back to where it
/// was.
#[hook]
pub(super) fn use_card(table: &Handle<Indexed>) -> (Card, Callback<(u32, Field)>) {
    let opened = use_state_eq(|| None);
    let dialog = use_node_ref();
    let setter = opened.setter();
    let on_card = use_callback(table.clone(), move |(row, field): (u32, Field), table| {
        let row = table.ids.get(row as usize).cloned();
        let field = Text::from(field.id(table).to_owned());
        setter.set(row.map(|row| Opened { table: table.id.clone(), row, field }));
    });
    let shown = opened.as_ref().is_some_and(|opened| place(table, opened).is_some());
    {
        let dialog = dialog.clone();
        use_effect_with(shown, move |shown| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            match dialog {
                // Only a dialog that is no longer in the page refuses to open.
                Some(dialog) if *shown && !dialog.open() => drop(dialog.show_modal()),
                Some(dialog) if !*shown && dialog.open() => dialog.close(),
                _ => {}
            }
        });
    }
    (Card { opened, dialog }, on_card)
}

/// The position of the row whose figure is open, and the field.
fn place(table: &Indexed, opened: &Opened) -> Option<(usize, Field)> {
    if table.id != opened.table {
        return None;
    }
    table.row(&opened.row).zip(Field::parse(&opened.field, table))
}

/// Opens the card of a figure that is pressed in the rows shown, and that of a row whose name is.
pub(super) fn on_figure(scene: &Scene<'_>, rows: &[u32]) -> Callback<Event> {
    let (rows, on_card) = (rows.to_vec(), scene.on_card.clone());
    let names = |field: &&Field| field.id(scene.table) != "name";
    let fields: Vec<Field> = scene.view.columns.iter().filter(names).copied().gathered();
    let of_row = row_field(scene.view);
    Callback::from(move |event: Event| {
        let target = event.target_dyn_into::<web_sys::Element>();
        let Some(button) = target.and_then(|target| target.closest(".mc-figure, .mc-title").ok().flatten()) else {
            return;
        };
        let (Ok(Some(cell)), Ok(Some(row))) = (button.closest("td, th"), button.closest("tr")) else { return };
        let row = steps(&row, web_sys::Element::previous_element_sibling);
        let from_end = steps(&cell, web_sys::Element::next_element_sibling);
        let field = fields.iter().rev().nth(from_end).copied();
        let field = if cell.tag_name() == "TH" { Some(of_row) } else { field };
        if let Some(at) = rows.get(row).copied().zip(field) {
            // Not every browser gives the focus to a button that is pressed, and there it is to come back to.
            if let Ok(button) = button.dyn_into::<HtmlElement>() {
                drop(button.focus());
            }
            on_card.emit(at);
        }
    })
}

/// A figure that opens its card when it is pressed, outside the table.
pub(super) fn pressable(scene: &Scene<'_>, row: u32, field: Field, text: String) -> Element {
    let on_card = scene.on_card.clone();
    let onclick = Callback::from(move |event: Event| {
        if let Some(button) = event.target_dyn_into::<HtmlElement>() {
            // As in the table: there the focus is to come back to.
            drop(button.focus());
        }
        on_card.emit((row, field));
    });
    tag!(button type="button" class="mc-figure").onclick(onclick).text(text)
}

/// How many elements stand on one side of an element.
fn steps(element: &web_sys::Element, step: fn(&web_sys::Element) -> Option<web_sys::Element>) -> usize {
    std::iter::successors(step(element), step).count()
}

/// The figure that stands for a row: its value, where there is one.
fn row_field(view: &View) -> Field {
    let column = view.columns.first().copied().unwrap_or(Field::Value);
    if view.score.is_some() && view.cost.is_some() { Field::Value } else { column }
}

/// All that is known of one figure, over the page, and of the others of its row.
pub(super) fn figure_card(scene: &Scene<'_>, card: &Card) -> Html {
    let at = card.opened.as_ref().and_then(|opened| place(scene.table, opened));
    let content = at.map(|(row, field)| content(scene, row, field, &card.dialog));
    let on_close = {
        let opened = card.opened.clone();
        Callback::from(move |_: Event| opened.set(None))
    };
    let on_ground = {
        let dialog = card.dialog.clone();
        Callback::from(move |event: Event| {
            // What it holds covers it whole, so that a press on the dialog itself is one on the ground around it.
            let pressed = event.target_dyn_into::<Node>();
            if dialog.get().is_some_and(|dialog| pressed.is_some_and(|pressed| pressed == dialog)) {
                close(&dialog);
            }
        })
    };
    let label = at.map(|(row, field)| [scene.table.name(row), ": ", heading(field, scene.table)].concat());
    tag!(dialog class="mc-card"; aria-label = label)
        .found_by(&card.dialog)
        .onclose(on_close)
        .onclick(on_ground)
        .maybe(content)
        .into()
}

fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

fn content(scene: &Scene<'_>, row: usize, field: Field, dialog: &NodeRef) -> Html {
    let dialog = dialog.clone();
    let under = openness_and_words(scene.table, row, &[]).1.join(" · ");
    let level = scene.presentation.heading_level + 1;
    let title = Element::heading(level, "mc-heading").text(scene.table.name(row).to_owned());
    let close =
        tag!(button type="button" class="mc-close").onclick(Callback::from(move |_| close(&dialog))).text("Close");
    let head = tag!(header)
        .child(tag!(div).child(title).maybe((!under.is_empty()).then(|| tag!(p class="mc-about").text(under))))
        .child(close);
    tag!(div class="mc-card-inside")
        .child(head)
        .child(figure(scene, row, field))
        .child(elsewhere(scene, row, field))
        .child(offers(scene, field, row))
        .child(others(scene, row, field))
        .into()
}

/// The figure itself, in full.
fn figure(scene: &Scene<'_>, row: usize, field: Field) -> Html {
    let label = heading(field, scene.table).to_owned();
    let known = said(scene, row, field).unwrap_or_else(|| "No figure is known".to_owned());
    tag!(section; aria-label = label.clone())
        .child(tag!(p class="mc-about").text(label))
        .child(tag!(p class="mc-large").text(known))
        .child(behind(scene, row, field))
        .into()
}

/// The figure as others have it, each of which opens; nothing where nobody else has one.
fn elsewhere(scene: &Scene<'_>, row: usize, field: Field) -> Html {
    let number = |field: &Field| field.column(scene.table).and_then(|column| column.cells.number(row));
    let same: Vec<Field> = same(scene, field).into_iter().filter(|other| number(other).is_some()).gathered();
    if same.is_empty() {
        return Html::default();
    }
    let differs = same.iter().any(|other| number(other) != number(&field));
    let words = if differs { "Others have another value" } else { "Others have the same value" };
    tag!(section; aria-label = words)
        .child(tag!(p class="mc-about").text(words))
        .child(tag!(ul class="mc-figures").children(same.into_iter().map(|other| item(scene, row, other))))
        .into()
}

/// The fields that hold a field's figures as others have them.
fn same(scene: &Scene<'_>, field: Field) -> Vec<Field> {
    let Field::Column(column) = field else { return Vec::new() };
    same_columns(scene.table, column).into_iter().map(Field::Column).gathered()
}

/// What stands behind a figure: its facts, or what it is worked out from.
fn behind(scene: &Scene<'_>, row: usize, field: Field) -> Html {
    let sentence = match field {
        Field::Column(_) => return facts(scene, field, row),
        Field::Workload => workload_note(scene),
        Field::Value => value_note(scene, row),
    };
    let parts = parts(scene, field).into_iter().map(|part| item(scene, row, part));
    all(vec![
        tag!(p).text(sentence).into(),
        tag!(p class="mc-about").text("Worked out from").into(),
        tag!(ul class="mc-figures").children(parts).into(),
    ])
}

/// The fields from which one is worked out; a column stands for itself.
fn parts(scene: &Scene<'_>, field: Field) -> Vec<Field> {
    match field {
        Field::Value => scene.view.score.map(Field::Column).into_iter().chain(scene.view.cost_field()).gathered(),
        _ => columns_behind(field, scene.table).into_iter().map(Field::Column).gathered(),
    }
}

/// How the value of a row is worked out.
fn value_note(scene: &Scene<'_>, row: usize) -> String {
    let (tradeoff, share) = (scene.tradeoff, scene.view.weight.share());
    let number = |share: f64| scene.wording.0.number(share * 100.0, Digits::up_to(1));
    match (tradeoff.quality(row), tradeoff.cheapness(row)) {
        (Some(quality), Some(cheapness)) => format!(
            "{}\u{a0}% of the quality {} and {}\u{a0}% of the cheapness {}, each on a scale of 100 from the worst row to the \
             best.",
            number(share),
            number(quality),
            number(1.0 - share),
            number(cheapness),
        ),
        _ => "Without both a score and a cost there is no value.".to_owned(),
    }
}

/// A figure in words; `None` where nothing is known.
fn said(scene: &Scene<'_>, row: usize, field: Field) -> Option<String> {
    let (words, question) = (scene.words(), scene.question());
    match question.measure(field).get(row) {
        Some(number) if field == Field::Value => Some(format!("{} of\u{a0}100", words.figure(field, number))),
        Some(number) => Some(words.phrase(field, number)),
        None => words.cell(&question, field, row),
    }
}

/// The other figures of the row that are not told yet, each of which opens, and those that nobody knows.
fn others(scene: &Scene<'_>, row: usize, field: Field) -> Html {
    let (table, mut told) = (scene.table, parts(scene, field));
    told.extend(same(scene, field));
    let worked_out = [Field::Value, Field::Workload].into_iter().filter(|field| scene.view.columns.contains(field));
    let columns = (0..table.columns.len()).map(Field::Column).filter(|field| field.id(table) != "name");
    let fields = worked_out.chain(columns).filter(|other| *other != field);
    let (known, missing): (Vec<Field>, Vec<Field>) = fields.partition(|field| said(scene, row, *field).is_some());
    let known = known.into_iter().filter(|field| !told.contains(field));
    let missing: Vec<&str> = missing.into_iter().map(|field| heading(field, table)).gathered();
    let missing = (!missing.is_empty()).then(|| format!("No figure is known: {}.", missing.join(", ")));
    tag!(section aria-label="All figures")
        .child(tag!(p class="mc-about").text("All other figures of the row"))
        .child(tag!(ul class="mc-figures").children(known.map(|field| item(scene, row, field))))
        .maybe(missing.map(|words| tag!(p class="mc-notes").text(words)))
        .into()
}

/// One figure of a list, which opens where there is more to say.
fn item(scene: &Scene<'_>, row: usize, field: Field) -> Html {
    let key = field.id(scene.table);
    let label = tag!(span).text(heading(field, scene.table).to_owned());
    let Some(known) = said(scene, row, field) else {
        return tag!(li).key(key).child(label).child(text(": no figure is known")).into();
    };
    let line = tag!(summary).child(label).child(tag!(strong).text(known));
    tag!(li).key(key).child(tag!(details).child(line).child(behind(scene, row, field))).into()
}
