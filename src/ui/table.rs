use super::bands::hue;
use super::card::on_figure;
use super::compare::{MOST, picked};
use super::element::tag;
use super::kept::{Piece, kept};
use super::row::{Pick, TableRow};
use super::scene::Scene;
use super::sort_header::sort_header;
use crate::browser::observe_size;
use compare::chart::Scale;
use compare::query::{Field, SortKey};
use compare::state::View;
use compare::units::Gather;
use std::ops::RangeInclusive;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// How the table looks beside what the reader chose.
pub(super) struct Look {
    /// From which to which number the bar of a score reaches.
    pub scale: Option<Scale>,
    /// Whether a narrow screen shows every column.
    pub all: bool,
    /// The region that holds the table, and whether the table is wider than it.
    pub region: NodeRef,
    pub overflows: bool,
}

/// The table itself: the rows of a page, of which the first stands at a place of the order.
///
/// `ranges` are the places between which each of them stands by score.
pub(super) fn comparison_table(
    scene: &Scene<'_>,
    rows: &[u32],
    ranges: &[Option<RangeInclusive<usize>>],
    first: usize,
    look: &Look,
) -> Html {
    let has_ranges = ranges.iter().any(Option::is_some);
    let table = scene.table;
    let label = look.overflows.then(|| format!("{}: scrolls sideways", table.title));
    // Figures open their cards by mouse alone: one stop a row is enough for the keyboard.
    let how = "Column headers with buttons are sortable. The button of a name opens a card with all figures of its row and their sources.";
    let caption = format!("{}. {} {how}", table.title, table.description);
    let drawn = tag!(table part="table" role="table" class="mc-table"; data-ranges = has_ranges.then_some(""))
        .child(tag!(caption class="mc-unseen").text(caption))
        .child(tag!(thead role="rowgroup").child(tag!(tr role="row").children(headers(scene))))
        .child(
            tag!(tbody role="rowgroup")
                .onclick(on_figure(scene, rows))
                .children(table_rows(scene, rows, ranges, first, look)),
        );
    let if_wider = |value: &'static str| look.overflows.then_some(value);
    tag!(div class="mc-region"; data-overflows = if_wider(""), role = if_wider("region"), tabindex = if_wider("0"),
        aria-label = label)
    .found_by(&look.region)
    .child(drawn)
    .into()
}

/// The rows of a page, each drawn anew only where something of it changes.
fn table_rows(
    scene: &Scene<'_>,
    rows: &[u32],
    ranges: &[Option<RangeInclusive<usize>>],
    first: usize,
    look: &Look,
) -> impl Iterator<Item = Html> {
    let Scene { table, tradeoff, view, wording, .. } = scene;
    // What a row does not show must not make it draw itself anew.
    let row_view = View { page: 0, filter: Rc::default(), selected: Rc::default(), ..(*view).clone() };
    let picked = picked(scene);
    let by_value = view.sort.first() == Some(&SortKey::BY_VALUE);
    rows.iter().zip(ranges).enumerate().map(move |(position, (row, range))| {
        let place = first + position + 1;
        let pick = match picked.contains(&(*row as usize)) {
            true => Pick::Yes,
            false if picked.len() >= MOST => Pick::Full,
            false => Pick::No,
        };
        let key = table.ids.get(*row as usize).map(ToString::to_string).unwrap_or_default();
        let row = TableRow {
            table: (*table).clone(),
            tradeoff: (*tradeoff).clone(),
            view: row_view.clone(),
            row: *row,
            place,
            range: range.clone(),
            hue: scene.standing.band_of(*row).map(hue),
            best: by_value && place == 1 && tradeoff.value(*row as usize, view.weight).is_some(),
            pick,
            dispatch: scene.dispatch.clone(),
            wording: (*wording).clone(),
            scale: look.scale,
            all: look.all,
            today: scene.today,
        };
        kept(key, Piece::Row(row))
    })
}

fn headers(scene: &Scene<'_>) -> Vec<Html> {
    let name = scene.table.column("name").map(Field::Column);
    let others = scene.view.columns.iter().copied().filter(|field| Some(*field) != name);
    let headers = name.into_iter().chain(others).map(|field| sort_header(scene, field));
    let place = tag!(th scope="col" role="columnheader" class="mc-place")
        .child(tag!(span aria-hidden="true").text("#"))
        .child(tag!(span class="mc-unseen").text("Place"));
    [place.into()].into_iter().chain(headers).gathered()
}

/// Whether the table is wider than its region, once that is measured: then it scrolls, and must be reachable by
/// keyboard. It is another region after a result that was empty, and where the table stands at another place among the
/// parts.
#[hook]
pub(super) fn use_overflow(place: Option<usize>) -> (NodeRef, Option<bool>) {
    let region = use_node_ref();
    let overflows = use_state_eq(|| None);
    {
        let (region, overflows) = (region.clone(), overflows.clone());
        use_effect_with(place, move |_| {
            let region = region.cast::<Element>();
            if region.is_none() {
                overflows.set(Some(false));
            }
            let observer = region.map(|element| {
                let region = element.clone();
                let measure = move || overflows.set(Some(element.scroll_width() > element.client_width() + 1));
                // A region that scrolls is lower than one that does not.
                measure();
                observe_size(&region, measure)
            });
            move || drop(observer)
        });
    }
    (region, *overflows)
}
