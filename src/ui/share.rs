use super::dropdown::Dropdown;
use super::element::tag;
use super::scene::Scene;
use yew::prelude::*;

/// How a reader takes a view along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// As an address.
    Link,
    /// As what an author pastes into a page.
    Embed,
    /// As a file of all rows after the filters.
    Csv,
    /// As text for a document.
    Markdown,
}

impl Share {
    /// Every way with its word and what its button says.
    const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Link, "link", "Copy link"),
        (Self::Embed, "embed", "Copy as embed"),
        (Self::Csv, "csv", "Save as CSV"),
        (Self::Markdown, "markdown", "Copy as Markdown table"),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(share, ..)| *share == self).map_or("", |(_, word, _)| word)
    }
}

/// The menu of ways to take the view along; there is a link only where the page keeps the view in its address.
pub(super) fn share_menu(scene: &Scene<'_>) -> Html {
    let ways = Share::ALL.iter().filter(|(share, ..)| *share != Share::Link || scene.presentation.linked);
    let buttons = ways.map(|(share, _, label)| {
        let share = *share;
        let onclick = scene.on_share.reform(move |_: Event| share);
        tag!(button type="button").onclick(onclick).text(*label).into()
    });
    let ways = tag!(div class="mc-share").children(buttons).child(tag!(p class="mc-notice").text(scene.notice.clone()));
    html! { <Dropdown label="Share">{Html::from(ways)}</Dropdown> }
}
