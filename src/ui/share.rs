use super::dropdown::Dropdown;
use super::element::tag;
use super::scene::Scene;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlTextAreaElement;
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
    /// The chart as a file of paths.
    Svg,
    /// The chart as a file of pixels.
    Png,
}

impl Share {
    /// Every way with its word and what its button says.
    const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Link, "link", "Copy link"),
        (Self::Embed, "embed", "Copy as embed"),
        (Self::Csv, "csv", "Save as CSV"),
        (Self::Markdown, "markdown", "Copy as Markdown table"),
        (Self::Svg, "svg", "Save as SVG"),
        (Self::Png, "png", "Save as PNG"),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(share, ..)| *share == self).map_or("", |(_, word, _)| word)
    }
}

/// What the widget says beside the view; empty where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notice {
    /// Said and read out.
    pub said: AttrValue,
    /// What the page may not copy for the reader, who copies it from here; empty where there is none.
    pub text: AttrValue,
}

/// The menu of ways to take the view along; there is a link only where the page keeps the view in its address. The
/// pictures have their buttons under the chart.
pub(super) fn share_menu(scene: &Scene<'_>) -> Html {
    let linked = scene.presentation.linked;
    let is_here = |share: Share| if share == Share::Link { linked } else { !matches!(share, Share::Svg | Share::Png) };
    let ways = Share::ALL.iter().filter(|(share, ..)| is_here(*share));
    let buttons = ways.map(|(share, _, label)| {
        let share = *share;
        let onclick = scene.on_share.reform(move |_: Event| share);
        tag!(button type="button").onclick(onclick).text(*label).into()
    });
    let Notice { said, text } = scene.notice;
    let ways = tag!(div class="mc-share").children(buttons).child(tag!(p class="mc-notice").text(said.clone()));
    let ways = ways.maybe((!text.is_empty()).then(|| by_hand(text)));
    let ways = Html::from(ways);
    html! { <Dropdown label="Share" content={move |()| ways.clone()} /> }
}

/// A text that the reader copies; it is picked whole once the focus has come.
fn by_hand(text: &AttrValue) -> Html {
    let onfocusin = Callback::from(|event: Event| {
        if let (Some(window), Some(area)) = (web_sys::window(), event.target_dyn_into::<HtmlTextAreaElement>()) {
            // In the next frame: WebKit puts back what was picked before after it has told of the focus.
            let pick = Closure::once_into_js(move || area.select());
            drop(window.request_animation_frame(pick.unchecked_ref()));
        }
    });
    let area = tag!(textarea readonly="" rows="4" spellcheck="false").value(text.clone()).onfocusin(onfocusin);
    tag!(label class="mc-by-hand").text("Text to copy").child(area).into()
}
