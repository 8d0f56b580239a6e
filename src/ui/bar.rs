use yew::prelude::*;

/// A small bar from nothing to a share of its track, with the interval of the share where it is known.
///
/// It says nothing that the number beside it does not say, so assistive technology passes it over. Its geometry is in
/// attributes: a strict page forbids `style`.
pub(super) fn bar(share: f64, interval: Option<(f64, f64)>) -> Html {
    let at = |share: f64| in_hundredths(share.clamp(0.0, 1.0));
    let whisker = interval.map(|(low, high)| {
        let (low, width) = (at(low), in_hundredths((high.min(1.0) - low.max(0.0)).max(0.0)));
        html! { <rect class="mc-whisker" x={low} y="3" {width} height="2" /> }
    });
    html! {
        <svg class="mc-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="mc-track" width="100" height="8" rx="2" />
            <rect class="mc-fill" width={at(share)} height="8" rx="2" />
            {whisker}
        </svg>
    }
}

/// A share as a number of hundredths with one decimal, written without the float printing that would weigh 20 KB.
fn in_hundredths(share: f64) -> AttrValue {
    let tenths = (share * 1_000.0).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10).into()
}
