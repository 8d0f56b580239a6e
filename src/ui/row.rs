use super::Handle;
use super::Wording;
use super::cell::{CellContext, alignment, cell_content};
use super::element::{all, tag};
use compare::catalog::Column;
use compare::chart::Scale;
use compare::format::{heading, unit_note};
use compare::query::{Field, Indexed, Question, Tradeoff};
use compare::state::View;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct RowProps {
    pub table: Handle<Indexed>,
    pub tradeoff: Handle<Tradeoff>,
    /// What the row shows; its page and filter do not matter here.
    pub view: View,
    pub row: u32,
    /// Its place in the order, from 1.
    pub place: usize,
    /// Whether it is the first by value.
    pub best: bool,
    pub wording: Wording,
    /// From which to which number the bar of a score reaches.
    pub scale: Option<Scale>,
    /// Whether a narrow screen shows every column.
    pub all: bool,
}

/// One row of the table.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let wording = &props.wording;
    let RowProps { table, tradeoff, view, .. } = props;
    let row = props.row as usize;
    let question = Question { table, tradeoff, weight: view.weight };
    let context = CellContext { question, words: wording.of(table), view, scale: props.scale };
    let sorted = view.sort.first().map(|key| key.field);
    // On a phone a row shows the trade-off and what it is sorted by, unless the reader has asked for more.
    let asked = props.all || view.columns != View::default_columns(table);
    let cells = view.columns.iter().filter(|field| field.id(table) != "name").map(|field| {
        let column = field.column(table);
        let class = alignment(view, *field, column.map(Column::kind));
        let extra = !asked && !class.contains("mc-lead") && Some(*field) != sorted;
        // Amounts carry their currency themselves, and the cost of a month its month.
        let unit = unit_note(*field, table);
        let unit = if *field == Field::Workload { "" } else { unit.trim_start_matches("USD").trim_start() };
        let class = if extra { AttrValue::from(format!("{class} mc-extra")) } else { class.into() };
        let unit = (!unit.is_empty()).then(|| tag!(small).text(format!(" {unit}")));
        tag!(td role="cell" part="cell"; class = class)
            .key(field.id(table))
            .child(tag!(span class="mc-label").text(heading(*field, table).to_owned()).maybe(unit))
            .child(cell_content(&context, *field, row))
            .into()
    });
    let marked = table.ids.get(row).is_some_and(|id| view.highlight.iter().any(|highlight| id == highlight));
    let class = match (props.best, marked) {
        (false, false) => "mc-row",
        (true, false) => "mc-row mc-best",
        (false, true) => "mc-row mc-highlight",
        (true, true) => "mc-row mc-best mc-highlight",
    };
    let head = tag!(th scope="row" role="rowheader" part="cell" class="mc-name").child(name(table, row, &view.columns));
    tag!(tr role="row" part="row"; class = class)
        .child(tag!(td role="cell" class="mc-place").child(tag!(span).text(wording.count(props.place))))
        .child(head.maybe(marked.then(|| tag!(span class="mc-unseen").text(", highlighted"))))
        .children(cells)
        .into()
}

/// The name of a row, with what is known of vendor and openness under it, unless a column of its own says so.
fn name(table: &Indexed, row: usize, columns: &[Field]) -> Html {
    let (open, under) = openness_and_words(table, row, columns);
    let mark = match open {
        Some(true) => "mc-mark mc-open",
        Some(false) => "mc-mark mc-closed",
        None => "mc-mark mc-unsaid",
    };
    let shape = table.column("open-weights").map(|_| shape(mark, open));
    let title = tag!(span class="mc-title").text(table.name(row).to_owned());
    let under = (!under.is_empty()).then(|| tag!(span class="mc-under").text(under.join(" · ")).into());
    all(vec![shape.unwrap_or_default(), title.into(), under.unwrap_or_default()])
}

/// Whether the weights of a row are open, and what of its vendor and its openness no column of their own says.
pub(super) fn openness_and_words<'a>(
    table: &'a Indexed,
    row: usize,
    columns: &[Field],
) -> (Option<bool>, Vec<&'a str>) {
    let has = |id: &str| columns.iter().any(|field| field.id(table) == id);
    let vendor = table.text("vendor", row).filter(|_| !has("vendor"));
    let open = table.column("open-weights").and_then(|column| table.columns[column].cells.flag(row));
    let words = open.map(|open| if open { "open weights" } else { "closed" });
    let words = words.filter(|_| !has("open-weights"));
    (open, vendor.into_iter().chain(words).collect())
}

/// A circle for open, a diamond for closed, a ring for unknown: shape tells them apart where colour does not.
fn shape(class: &'static str, open: Option<bool>) -> Html {
    let shape = match open {
        Some(true) => tag!(circle cx="5" cy="5" r="4"),
        Some(false) => tag!(path d="M5 0.4 9.6 5 5 9.6 0.4 5Z"),
        None => tag!(circle cx="5" cy="5" r="3.2"),
    };
    tag!(svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"; class = class).child(shape).into()
}
