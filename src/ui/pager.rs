use super::scene::Scene;
use compare::state::{Action, RowLimit};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// How many rows a reader may choose to see at once.
const LIMITS: [RowLimit; 4] = [RowLimit::Rows(10), RowLimit::Rows(25), RowLimit::Rows(50), RowLimit::Rows(100)];

/// Turns the pages of the table.
pub(super) fn pager(scene: &Scene<'_>, shown: usize) -> Html {
    let (places, pages, limit) = (scene.view.places(shown), scene.view.pages(shown), scene.view.rows);
    let page = scene.view.page.min(pages - 1);
    let number = |count: usize| scene.wording.count(count);
    let onchange = scene.dispatch.reform(|event: Event| {
        let text = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Limit(RowLimit::parse(&text).unwrap_or(RowLimit::DEFAULT))
    });
    let own = (!LIMITS.contains(&limit) && limit != RowLimit::All).then_some(limit);
    let option = |choice: RowLimit| {
        let (value, label) = match choice {
            RowLimit::Rows(rows) => (rows.to_string(), number(rows)),
            RowLimit::All => ("all".to_owned(), "all".to_owned()),
        };
        html! { <option {value} selected={choice == limit}>{label}</option> }
    };
    html! {
        <nav class="mc-pager" aria-label="Pages of the table">
            <span>{format!("{}–{} of {}", number(places.start + 1), number(places.end), number(shown))}</span>
            if pages > 1 {
                <button type="button" disabled={page == 0} onclick={scene.on_press(Action::Turn(page.saturating_sub(1)))}>{"Previous"}</button>
                <button type="button" disabled={page + 1 >= pages} onclick={scene.on_press(Action::Turn(page + 1))}>{"Next"}</button>
            }
            <label>{"Rows "}<select {onchange}>{for LIMITS.into_iter().chain(own).chain([RowLimit::All]).map(option)}</select></label>
        </nav>
    }
}
