use super::scene::Scene;
use super::select::select;
use compare::state::{Action, RowLimit};
use yew::prelude::*;

/// How many rows a reader may choose to see at once.
const LIMITS: [RowLimit; 4] = [RowLimit::Rows(10), RowLimit::Rows(25), RowLimit::Rows(50), RowLimit::Rows(100)];

/// Turns the pages of the table.
pub(super) fn pager(scene: &Scene<'_>, shown: usize) -> Html {
    let (places, pages, limit) = (scene.view.places(shown), scene.view.pages(shown), scene.view.rows);
    let page = scene.view.page.min(pages - 1);
    let number = |count: usize| scene.wording.count(count);
    let own = (!LIMITS.contains(&limit) && limit != RowLimit::All).then_some(limit);
    let option = |choice: RowLimit| match choice {
        RowLimit::Rows(rows) => (rows.to_string().into(), number(rows).into()),
        RowLimit::All => ("all".into(), "all".into()),
    };
    let current: AttrValue = option(limit).0;
    let options: Vec<_> = LIMITS.into_iter().chain(own).chain([RowLimit::All]).map(option).collect();
    let on_choose =
        scene.dispatch.reform(|text: AttrValue| Action::Limit(RowLimit::parse(&text).unwrap_or(RowLimit::DEFAULT)));
    // A button that is disabled would lose the focus of the reader who has just pressed it.
    let turn = |label: &'static str, to: Option<usize>| {
        let onclick = to.map(|to| scene.on_press(Action::Turn(to)));
        html! { <button type="button" aria-disabled={to.is_none().then_some("true")} {onclick}>{label}</button> }
    };
    html! {
        <nav class="mc-pager" aria-label={format!("Pages of {}", scene.table.title)}>
            <span>{format!("{}–{} of {}", number(places.start + 1), number(places.end), number(shown))}</span>
            if pages > 1 {
                {turn("Previous", page.checked_sub(1))}
                {turn("Next", Some(page + 1).filter(|page| *page < pages))}
            }
            {select("Rows", None, options, &current, &on_choose)}
        </nav>
    }
}
