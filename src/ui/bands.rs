use super::bar::in_hundredths;
use super::element::{all, tag};
use super::scene::Scene;
use compare::format::{band_range, ceiling, good_buy};
use compare::query::{Band, Clause, GoodBuy, Test};
use compare::state::Action;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The colours there are, as `data-hue` names them.
const HUES: [&str; 8] = ["0", "1", "2", "3", "4", "5", "6", "7"];

/// So many good buys are listed at once; the others unfold.
const MOST_BUYS: usize = 3;

/// How wide a widget must be for a band to hold its name, as a class; widths in multiples of the font size.
const ROOMS: [(f64, &str); 4] =
    [(22.0, "mc-room-22"), (40.0, "mc-room-40"), (56.0, "mc-room-56"), (70.0, "mc-room-70")];

/// So many pixels a band that is narrow on a phone is wider than its weights: the gap before it, and what shows of it.
const NARROW: i32 = 5;

/// The colour of a band by its place, the cheapest first.
pub(super) fn hue(place: usize) -> &'static str {
    HUES[place % HUES.len()]
}

/// The band that holds the weight. Where two meet it is that of the row that comes first by value.
pub(super) fn current_band<'a>(scene: &Scene<'a>, best: Option<u32>) -> Option<&'a Band> {
    let bands = &scene.standing.bands;
    bands.iter().find(|band| band.holds(scene.view.weight) && Some(band.row) == best)
}

/// Who wins at which weight, as the ground of the slider: each band in the colour of its model, with its name where it
/// fits. A press moves the weight into the band; the list says and does the same for everyone.
pub(super) fn strip(scene: &Scene<'_>, current: Option<&Band>) -> Html {
    let bands = &scene.standing.bands;
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else {
        return Html::default();
    };
    let cap = |place: usize, band: &Band| {
        let current = is_current(current, band).then_some("");
        tag!(span class="mc-cap"; data-hue = hue(place), data-current = current).onclick(to_band(scene, band))
    };
    let is_narrow = |(place, band): (usize, &Band)| band.to - band.from < if place > 0 { 0.015 } else { 0.01 };
    let narrow = bands.iter().enumerate().filter(|band| is_narrow(*band)).count();
    let mut before = 0;
    let drawn = bands.iter().enumerate().map(|(place, band)| {
        // Each narrow band gets some pixels more, and all share in giving them.
        let shift = NARROW * before - (f64::from(NARROW) * narrow as f64 * band.from).round() as i32;
        before += i32::from(is_narrow((place, band)));
        drawn_band(scene, (place, band), shift, is_current(current, band))
    });
    let svg = tag!(svg class="mc-bands-drawn" focusable="false").children(drawn);
    tag!(div class="mc-strip" aria-hidden="true")
        .child(cap(0, first))
        .child(svg)
        .child(cap(bands.len() - 1, last))
        .into()
}

/// A band so many pixels from where its weights begin. It reaches under the next one, which is drawn over it.
fn drawn_band(scene: &Scene<'_>, (place, band): (usize, &Band), shift: i32, is_current: bool) -> Html {
    let name = scene.table.name(band.row as usize);
    let percent = |share: f64| format!("{}%", in_hundredths(share));
    let (x, width) = (percent(band.from), percent(band.to - band.from + 0.03));
    let (middle, room) = (percent(f64::midpoint(band.from, band.to)), room(band, name));
    let rect = tag!(rect height="100%"; x = x.clone(), width = width.clone());
    let gap = tag!(rect class="mc-gap" width="2" height="100%"; x = x.clone());
    let here = tag!(rect class="mc-here" y="100%" height="4" transform="translate(0 -4)"; x = x, width = width);
    let label = tag!(text y="80%" text-anchor="middle"; x = middle, class = room).text(name.to_owned());
    tag!(g class="mc-band"; data-hue = hue(place), transform = format!("translate({shift} 0)"),
        data-current = is_current.then_some(""))
    .key(place)
    .onclick(to_band(scene, band))
    .child(tag!(title).text(format!("{name}: {}", band_range(band, &*scene.wording.0))))
    .child(rect)
    .maybe((place > 0).then_some(gap))
    .maybe(is_current.then_some(here))
    .maybe(room.is_some().then_some(label))
    .into()
}

/// The same bands in words, each with a press that moves the weight into it.
pub(super) fn band_list(scene: &Scene<'_>, current: Option<&Band>) -> Html {
    let entries = scene.standing.bands.iter().enumerate().map(|(place, band)| {
        let row = band.row as usize;
        let key = scene.table.ids.get(row).map(ToString::to_string).unwrap_or_default();
        let current = is_current(current, band).then_some("true");
        let button = tag!(button type="button" class="mc-entry"; data-hue = hue(place), aria-current = current)
            .onclick(to_band(scene, band))
            .child(tag!(span class="mc-swatch" aria-hidden="true"))
            .child(tag!(span).text(scene.table.name(row).to_owned()))
            .child(tag!(span class="mc-unit").text(format!(": {}", band_range(band, &*scene.wording.0))));
        tag!(li).key(key).child(button).into()
    });
    let list = tag!(ul class="mc-band-list" aria-label="Best value by weight of the score").children(entries);
    if scene.standing.bands.is_empty() { Html::default() } else { list.into() }
}

/// The rows that no other dominates though they win nowhere, each with a press that sets a ceiling under which it is
/// the best.
pub(super) fn good_buys(scene: &Scene<'_>) -> Html {
    let buys = scene.standing.good_buys(scene.tradeoff);
    let entry = |buy: &GoodBuy| good_buy_entry(scene, buy);
    let (shown, more) = buys.split_at(buys.len().min(MOST_BUYS));
    let list = |buys: &[GoodBuy]| tag!(ul class="mc-buys").children(buys.iter().filter_map(entry));
    let rest = || {
        let summary = tag!(summary).text(format!("{} more good buys", scene.wording.count(more.len())));
        tag!(details class="mc-more-buys").child(summary).child(list(more))
    };
    let shown = (!shown.is_empty()).then(|| list(shown).into());
    all(vec![shown.unwrap_or_default(), if more.is_empty() { Html::default() } else { rest().into() }])
}

fn good_buy_entry(scene: &Scene<'_>, buy: &GoodBuy) -> Option<Html> {
    let field = scene.view.cost_field()?;
    let (row, words) = (buy.row as usize, scene.words());
    let old = scene.view.filter.clause(field);
    let low = match old.and_then(|clause| clause.test.as_ref()) {
        Some(Test::Numbers(low, _)) => *low,
        _ => None,
    };
    let most = buy.ceiling();
    let missing = old.is_some_and(|clause| clause.missing);
    let clause = Clause { field, test: Some(Test::Numbers(low, Some(most))), missing };
    let button = tag!(button type="button" class="mc-reset")
        .onclick(scene.on_lift(Action::Narrow(clause)))
        .text(ceiling(field, most, &words))
        .child(tag!(span class="mc-unseen").text(format!(" (keeps {} in)", scene.table.name(row))));
    let name = tag!(strong).text(scene.table.name(row).to_owned());
    let said = format!(": {}. ", good_buy(buy, field, &words));
    let key = scene.table.ids.get(row).map(ToString::to_string).unwrap_or_default();
    Some(tag!(li).key(key).child(tag!(span).child(name).text(said)).child(button).into())
}

/// Moves the weight into a band. The focus is on the button that was pressed, or on the slider whose ground was: not
/// every browser gives it to a button, and none to a picture.
fn to_band(scene: &Scene<'_>, band: &Band) -> Callback<Event> {
    let action = Action::Weigh(band.middle());
    scene.dispatch.reform(move |event: Event| {
        let pressed = event.target_dyn_into::<Element>();
        let near = |pressed: &Element| {
            let button = pressed.closest("button").ok().flatten();
            let scale = || pressed.closest(".mc-scale").ok().flatten()?.query_selector("input").ok().flatten();
            button.or_else(scale)?.dyn_into::<HtmlElement>().ok()
        };
        if let Some(near) = pressed.as_ref().and_then(near) {
            // Only an element that is gone refuses the focus.
            drop(near.focus());
        }
        action.clone()
    })
}

fn is_current(current: Option<&Band>, band: &Band) -> bool {
    current.is_some_and(|current| current.row == band.row)
}

/// How wide the widget must be for the name to fit, as a class; `None` where it fits into that of no widget.
fn room(band: &Band, name: &str) -> Option<&'static str> {
    // Letters of the strip are about half as wide as the widget's font is high, and some room stays at both ends.
    let needed = name.chars().count() as f64 * 0.48 + 1.0;
    ROOMS.iter().find(|(width, _)| (width - 2.0) * (band.to - band.from) >= needed).map(|(_, class)| *class)
}
