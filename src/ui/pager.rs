use super::element::{all, tag};
use super::scene::Scene;
use super::select::select;
use compare::state::{Action, RowLimit};
use compare::units::Gather;
use web_sys::Element;
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
    let options: Vec<_> = LIMITS.into_iter().chain(own).chain([RowLimit::All]).map(option).gathered();
    let on_choose =
        scene.dispatch.reform(|text: AttrValue| Action::Limit(RowLimit::parse(&text).unwrap_or(RowLimit::DEFAULT)));
    // A button that is disabled would lose the focus of the reader who has just pressed it.
    let turn = |label: &'static str, to: Option<usize>| {
        let button = tag!(button type="button"; aria-disabled = to.is_none().then_some("true")).text(label);
        match to {
            Some(to) => button.onclick(on_turn(scene, to)).into(),
            None => button.into(),
        }
    };
    let turns = || {
        let next = Some(page + 1).filter(|page| *page < pages);
        all(vec![turn("Previous", page.checked_sub(1)), turn("Next", next)])
    };
    let shown = format!("{}–{} of {}", number(places.start + 1), number(places.end), number(shown));
    tag!(nav class="mc-pager"; aria-label = format!("Pages of {}", scene.table.title))
        .child(tag!(span).text(shown))
        .maybe((pages > 1).then(turns))
        .child(select("Rows", None, options, &current, &on_choose))
        .into()
}

/// Turns to a page, and shows it from its top where that is above what the reader sees; the focus stays on the button,
/// for the next page.
fn on_turn(scene: &Scene<'_>, to: usize) -> Callback<Event> {
    scene.dispatch.reform(move |event: Event| {
        let widget = event.target_dyn_into::<Element>().and_then(|button| button.closest(".mc").ok().flatten());
        let table = widget.and_then(|widget| widget.query_selector(".mc-sortbar").ok().flatten());
        if let Some(table) = table.filter(|table| table.get_bounding_client_rect().top() < 0.0) {
            table.scroll_into_view();
        }
        Action::Turn(to)
    })
}
