use super::element::tag;
use yew::prelude::*;

/// A small bar from nothing to a share of its track, with the interval of the share where it is known.
///
/// It says nothing that the number beside it does not say, so assistive technology passes it over. Its geometry is in
/// attributes: a strict page forbids `style`.
pub(super) fn bar(share: f64, interval: Option<(f64, f64)>) -> Html {
    let at = |share: f64| in_hundredths(share.clamp(0.0, 1.0));
    let whisker = interval.map(|(low, high)| {
        let (low, width) = (at(low), in_hundredths((high.min(1.0) - low.max(0.0)).max(0.0)));
        tag!(rect class="mc-whisker" y="3" height="2"; x = low, width = width)
    });
    tag!(svg class="mc-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false")
        .child(tag!(rect class="mc-track" width="100" height="8" rx="2"))
        .child(tag!(rect class="mc-fill" height="8" rx="2"; width = at(share)))
        .maybe(whisker)
        .into()
}

/// A share as a number of hundredths with one decimal, written without the float printing that would weigh 20 KB.
pub(super) fn in_hundredths(share: f64) -> AttrValue {
    let tenths = (share * 1_000.0).round() as u32;
    format!("{}.{}", tenths / 10, tenths % 10).into()
}
