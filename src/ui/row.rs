use super::Handle;
use super::Wording;
use super::cell::{CellContext, alignment, cell_content};
use super::element::{all, tag};
use compare::catalog::Column;
use compare::chart::Scale;
use compare::format::{heading, unit_note};
use compare::query::{Field, Indexed, Question, Tradeoff};
use compare::state::{Action, View};
use compare::units::{Date, Gather};
use std::ops::RangeInclusive;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Whether a row is picked to stand beside others.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Pick {
    Yes,
    No,
    /// It is not, and there is no room for it.
    Full,
}

/// Why no more rows can be picked.
pub(super) const FULL: &str = "Four are picked, as many as stand side by side. Take one out first.";

/// What a row is drawn from.
#[derive(PartialEq)]
pub(super) struct TableRow {
    pub table: Handle<Indexed>,
    pub tradeoff: Handle<Tradeoff>,
    /// What the row shows; its page and filter do not matter here.
    pub view: View,
    pub row: u32,
    /// Its place in the order, from 1.
    pub place: usize,
    /// The places between which it stands, as far as the figures can tell.
    pub range: Option<RangeInclusive<usize>>,
    /// The colour of its band, where it wins at some weight.
    pub hue: Option<&'static str>,
    /// Whether it is the first by value.
    pub best: bool,
    pub pick: Pick,
    pub dispatch: Callback<Action>,
    pub wording: Wording,
    /// From which to which number the bar of a score reaches.
    pub scale: Option<Scale>,
    /// Whether a narrow screen shows every column.
    pub all: bool,
    /// The day on which its figures are read.
    pub today: Option<Date>,
}

/// One row of the table.
pub(super) fn row(props: &TableRow) -> Html {
    let wording = &props.wording;
    let TableRow { table, tradeoff, view, .. } = props;
    let row = props.row as usize;
    let question = Question { table, tradeoff, weight: view.weight };
    let context = CellContext { question, words: wording.of(table), view, scale: props.scale, today: props.today };
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
    let place = props.range.as_ref().filter(|range| range.start() < range.end()).map_or_else(
        || wording.count(props.place),
        |range| format!("{}–{}", wording.count(*range.start()), wording.count(*range.end())),
    );
    let place = tag!(td role="cell" class="mc-place").child(pick_box(props)).child(tag!(span).text(place));
    tag!(tr role="row" part="row"; class = class, data-hue = props.hue)
        .child(place)
        .child(head.maybe(marked.then(|| tag!(span class="mc-unseen").text(", highlighted"))))
        .children(cells)
        .into()
}

/// The box that picks a row to stand beside others. Where there is no room it is no less reached, and says why.
fn pick_box(props: &TableRow) -> Html {
    let table = &props.table;
    let id = table.ids.get(props.row as usize).map(ToString::to_string).unwrap_or_default();
    let is_full = props.pick == Pick::Full;
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if is_full {
            input.set_checked(false);
            // Not every browser gives the focus to a box that is pressed, and with it the reason is seen.
            drop(input.focus());
        } else {
            dispatch.emit(Action::Pick(id.clone(), input.checked()));
        }
    });
    let why = format!("why-{}", props.row);
    let input = tag!(input type="checkbox"; aria-label = format!("Compare {}", table.name(props.row as usize)),
        aria-disabled = is_full.then_some("true"), aria-describedby = is_full.then(|| why.clone()))
    .checked(props.pick == Pick::Yes)
    .onchange(onchange);
    tag!(label class="mc-pick")
        .child(input)
        .maybe(is_full.then(|| tag!(span class="mc-no-room"; id = why).text(FULL)))
        .into()
}

/// The name of a row, with what is known of vendor and openness under it, unless a column of its own says so.
fn name(table: &Indexed, row: usize, columns: &[Field]) -> Html {
    let (open, under) = openness_and_words(table, row, columns);
    let shape = table.column("open-weights").map(|_| mark(open));
    let title = tag!(button type="button" class="mc-title").text(table.name(row).to_owned());
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
    (open, vendor.into_iter().chain(words).chain(telling_apart(table, row, columns)).gathered())
}

/// What tells a row from another one of the same name, in the first column of words that is not shown and differs.
fn telling_apart<'a>(table: &'a Indexed, row: usize, columns: &[Field]) -> Option<&'a str> {
    let twins = table.twins(row);
    if twins.is_empty() {
        return None;
    }
    let hidden = (0..table.columns.len()).filter(|column| !columns.contains(&Field::Column(*column)));
    let mut texts =
        hidden.map(|column| &table.columns[column]).filter(|column| column.id != "name" && column.id != "vendor");
    let text = |column: &'a Column| {
        let own = column.cells.text(row)?;
        twins.iter().any(|twin| column.cells.text(*twin) != Some(own)).then_some(own)
    };
    texts.find_map(text)
}

/// A circle for open, a diamond for closed, a square for unknown: shape tells them apart where colour does not.
pub(super) fn mark(open: Option<bool>) -> Html {
    let (class, shape) = match open {
        Some(true) => ("mc-mark mc-open", tag!(circle cx="5" cy="5" r="4")),
        Some(false) => ("mc-mark mc-closed", tag!(path d="M5 0.4 9.6 5 5 9.6 0.4 5Z")),
        None => ("mc-mark mc-unsaid", tag!(path d="M1.6 1.6h6.8v6.8h-6.8Z")),
    };
    tag!(svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"; class = class).child(shape).into()
}
