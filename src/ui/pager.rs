use super::wording::use_wording;
use compare::format::Digits;
use compare::state::{Action, RowLimit};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct PagerProps {
    pub shown: usize,
    /// The first place of the page, from 0, and the place after its last.
    pub first: usize,
    pub last: usize,
    pub limit: RowLimit,
    pub page: usize,
    pub pages: usize,
    pub dispatch: Callback<Action>,
}

/// How many rows a reader may choose to see at once.
const LIMITS: [RowLimit; 4] = [RowLimit::Rows(10), RowLimit::Rows(25), RowLimit::Rows(50), RowLimit::Rows(100)];

/// Turns the pages of the table.
#[component]
pub(super) fn Pager(props: &PagerProps) -> Html {
    let wording = use_wording();
    let number = |count: usize| wording.0.number(count as f64, Digits::exactly(0));
    let turn = |to: usize| props.dispatch.reform(move |_: MouseEvent| Action::Turn(to));
    let onchange = props.dispatch.reform(|event: Event| {
        let text = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Limit(RowLimit::parse(&text).unwrap_or(RowLimit::DEFAULT))
    });
    let own = (!LIMITS.contains(&props.limit) && props.limit != RowLimit::All).then_some(props.limit);
    let option = |limit: RowLimit| {
        let (value, label) = match limit {
            RowLimit::Rows(rows) => (rows.to_string(), number(rows)),
            RowLimit::All => ("all".to_owned(), "all".to_owned()),
        };
        html! { <option {value} selected={limit == props.limit}>{label}</option> }
    };
    html! {
        <nav class="mc-pager" aria-label="Pages of the table">
            <span>{format!("{}–{} of {}", number(props.first + 1), number(props.last), number(props.shown))}</span>
            if props.pages > 1 {
                <button type="button" disabled={props.page == 0} onclick={turn(props.page.saturating_sub(1))}>{"Previous"}</button>
                <button type="button" disabled={props.page + 1 >= props.pages} onclick={turn(props.page + 1)}>{"Next"}</button>
            }
            <label>{"Rows "}<select {onchange}>{for LIMITS.into_iter().chain(own).chain([RowLimit::All]).map(option)}</select></label>
        </nav>
    }
}
