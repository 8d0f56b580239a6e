use super::Handle;
use super::Wording;
use super::cell::{CellContext, alignment, cell_content};
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
        html! {
            <td key={field.id(table).to_owned()} role="cell" part="cell" class={classes!(class, extra.then_some("mc-extra"))}>
                <span class="mc-label">{heading(*field, table)} if !unit.is_empty() { <small>{" "}{unit}</small> }</span>
                {cell_content(&context, *field, row)}
            </td>
        }
    });
    html! {
        <tr role="row" part="row" class={classes!("mc-row", props.best.then_some("mc-best"))}>
            <td role="cell" class="mc-place"><span>{wording.count(props.place)}</span></td>
            <th scope="row" role="rowheader" part="cell" class="mc-name">{name(table, row, &view.columns)}</th>
            {for cells}
        </tr>
    }
}

/// The name of a row, with what is known of vendor and openness under it, unless a column of its own says so.
fn name(table: &Indexed, row: usize, columns: &[Field]) -> Html {
    let (open, under) = openness_and_words(table, row, columns);
    let mark = match open {
        Some(true) => "mc-mark mc-open",
        Some(false) => "mc-mark mc-closed",
        None => "mc-mark mc-unsaid",
    };
    html! {
        <>
            if table.column("open-weights").is_some() { {shape(mark, open)} }
            <span class="mc-title">{table.name(row)}</span>
            if !under.is_empty() { <span class="mc-under">{under.join(" · ")}</span> }
        </>
    }
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
        Some(true) => html! { <circle cx="5" cy="5" r="4" /> },
        Some(false) => html! { <path d="M5 0.4 9.6 5 5 9.6 0.4 5Z" /> },
        None => html! { <circle cx="5" cy="5" r="3.2" /> },
    };
    html! { <svg {class} viewBox="0 0 10 10" aria-hidden="true" focusable="false">{shape}</svg> }
}
