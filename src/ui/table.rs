use super::region::Region;
use super::row::Row;
use super::scene::Scene;
use super::sort_header::sort_header;
use compare::chart::Scale;
use compare::query::{Field, SortKey};
use compare::state::View;
use std::rc::Rc;
use yew::prelude::*;

/// The table itself: the rows of a page, of which the first stands at a place of the order.
pub(super) fn comparison_table(scene: &Scene<'_>, rows: &[u32], first: usize, scale: Option<Scale>, all: bool) -> Html {
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
                {best} {scale} {all} wording={(*wording).clone()} />
        }
    });
    html! {
        <Region label={format!("{}: scrolls sideways", table.title)}>
            <table part="table" role="table" class="mc-table">
                <caption class="mc-unseen">
                    {format!("{}. {} Column headers with buttons are sortable.", table.title, table.description)}
                </caption>
                <thead role="rowgroup"><tr role="row">{headers(scene)}</tr></thead>
                <tbody role="rowgroup">{for rows}</tbody>
            </table>
        </Region>
    }
}

fn headers(scene: &Scene<'_>) -> Html {
    let name = scene.table.column("name").map(Field::Column);
    let others = scene.view.columns.iter().copied().filter(|field| Some(*field) != name);
    let headers = name.into_iter().chain(others).map(|field| sort_header(scene, field));
    html! {
        <>
            <th scope="col" role="columnheader" class="mc-place">
                <span aria-hidden="true">{"#"}</span><span class="mc-unseen">{"Place"}</span>
            </th>
            {for headers}
        </>
    }
}
