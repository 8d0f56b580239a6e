use super::element::tag;
use super::row::Row;
use super::scene::Scene;
use super::sort_header::sort_header;
use crate::browser::observe_size;
use compare::chart::Scale;
use compare::query::{Field, SortKey};
use compare::state::View;
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
pub(super) fn comparison_table(scene: &Scene<'_>, rows: &[u32], first: usize, look: &Look) -> Html {
    let Scene { table, tradeoff, view, wording, .. } = scene;
    // What a row does not show must not make it draw itself anew.
    let row_view = View { page: 0, filter: Rc::default(), ..(*view).clone() };
    let by_value = view.sort.first() == Some(&SortKey::BY_VALUE);
    let rows = rows.iter().enumerate().map(|(position, row)| {
        let place = first + position + 1;
        let best = by_value && place == 1 && tradeoff.value(*row as usize, view.weight).is_some();
        let key = table.ids.get(*row as usize).map(ToString::to_string).unwrap_or_default();
        html! {
            <Row {key} table={(*table).clone()} tradeoff={(*tradeoff).clone()} view={row_view.clone()} row={*row} {place}
                {best} scale={look.scale} all={look.all} wording={(*wording).clone()} />
        }
    });
    let label = look.overflows.then(|| format!("{}: scrolls sideways", table.title));
    let caption = format!("{}. {} Column headers with buttons are sortable.", table.title, table.description);
    let drawn = tag!(table part="table" role="table" class="mc-table")
        .child(tag!(caption class="mc-unseen").text(caption))
        .child(tag!(thead role="rowgroup").child(tag!(tr role="row").children(headers(scene))))
        .child(tag!(tbody role="rowgroup").children(rows));
    let if_wider = |value: &'static str| look.overflows.then_some(value);
    tag!(div class="mc-region"; data-overflows = if_wider(""), role = if_wider("region"), tabindex = if_wider("0"),
        aria-label = label)
    .found_by(&look.region)
    .child(drawn)
    .into()
}

fn headers(scene: &Scene<'_>) -> Vec<Html> {
    let name = scene.table.column("name").map(Field::Column);
    let others = scene.view.columns.iter().copied().filter(|field| Some(*field) != name);
    let headers = name.into_iter().chain(others).map(|field| sort_header(scene, field));
    let place = tag!(th scope="col" role="columnheader" class="mc-place")
        .child(tag!(span aria-hidden="true").text("#"))
        .child(tag!(span class="mc-unseen").text("Place"));
    [place.into()].into_iter().chain(headers).collect()
}

/// Whether the table is wider than its region: then it scrolls, and must be reachable by keyboard. The region is
/// another one after a result that was empty.
#[hook]
pub(super) fn use_overflow(is_empty: bool) -> (NodeRef, bool) {
    let region = use_node_ref();
    let overflows = use_state_eq(|| false);
    {
        let (region, overflows) = (region.clone(), overflows.clone());
        use_effect_with(is_empty, move |_| {
            let observer = region.cast::<Element>().map(|element| {
                observe_size(&element.clone(), move || {
                    overflows.set(element.scroll_width() > element.client_width() + 1);
                })
            });
            move || drop(observer)
        });
    }
    (region, *overflows)
}
