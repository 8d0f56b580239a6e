use super::bands::{band_list, current_band, good_buys, strip};
use super::cell::assumed;
use super::element::{all, tag, text};
use super::scene::Scene;
use compare::format::{self, wins};
use compare::query::{Band, Field, other_provider};
use compare::state::Action;
use compare::units::{Gather, Weight};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The one slider from "cheapest" to "best score" on the bands of who wins where, who is first at its position, and who
/// wins nowhere though no other dominates it.
///
/// `best` is the row of the highest value among the `shown` rows that pass the filter.
pub(super) fn tradeoff_slider(scene: &Scene<'_>, best: Option<u32>, shown: usize) -> Html {
    let oninput = {
        let dispatch = scene.dispatch.clone();
        Callback::from(move |event: Event| {
            let percent = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            if let Some(weight) = Weight::new(percent / 100.0) {
                dispatch.emit(Action::Weigh(weight));
            }
        })
    };
    let words = format::weight(scene.view.weight, &*scene.wording.0);
    let percent = (scene.view.weight.share() * 100.0).round() as u32;
    let weighed = format!("Weighed {words}: ");
    let ends = tag!(div class="mc-ends")
        .child(tag!(span).text("Cheapest"))
        .child(tag!(label for="weight").text("Cost or score"))
        .child(tag!(span).text("Best score"));
    let slider = tag!(input id="weight" type="range" min="0" max="100" step="1"; aria-valuetext = words)
        .value(percent.to_string())
        .oninput(oninput);
    let current = current_band(scene, best);
    let verdict = tag!(p class="mc-verdict").text(weighed).child(verdict(scene, best, current, shown));
    let bands = tag!(div part="bands" class="mc-bands")
        .child(tag!(div class="mc-scale").child(strip(scene, current)).child(slider))
        .child(verdict)
        .child(band_list(scene, current))
        .child(good_buys(scene));
    tag!(section class="mc-slider" part="slider"; aria-label = format!("Trade-off of {}", scene.table.title))
        .child(ends)
        .child(bands)
        .into()
}

/// Who is first, with score and cost, and from where to where.
fn verdict(scene: &Scene<'_>, best: Option<u32>, current: Option<&Band>, shown: usize) -> Html {
    let Some(row) = winner(scene, best) else {
        return text(if shown == 0 {
            "no row is shown."
        } else {
            "none of the rows shown has both a score and a cost."
        });
    };
    let (table, view) = (scene.table, scene.view);
    let words = scene.words();
    let score = view.score.and_then(|column| {
        let number = table.columns.get(column)?.cells.number(row)?;
        let field = Field::Column(column);
        Some(format!("{} {}", format::heading(field, table), words.phrase(field, number)))
    });
    let cost = view
        .cost_field()
        .and_then(|field| Some(words.phrase(field, scene.tradeoff.cost(row)?) + assumed(table, view, field, row)));
    let provider = view.cost_field().and_then(|cost| other_provider(table, cost, row));
    let whose = provider.map_or(String::new(), |provider| format!(" at the prices of {provider}"));
    let figures: Vec<String> = score.into_iter().chain(cost).gathered();
    let name = tag!(strong).text(table.name(row).to_owned());
    let among = format::among(shown, table.len(), &*scene.wording.0);
    let range = current.map_or(String::new(), |band| format!(" It wins {}.", wins(band, &*scene.wording.0)));
    all(vec![name.into(), text(format!(" has the best value{among}, {}{whose}.{range}", figures.join(" for ")))])
}

/// The row of the highest value, where it has one.
fn winner(scene: &Scene<'_>, best: Option<u32>) -> Option<usize> {
    let valued = |row: &usize| scene.tradeoff.value(*row, scene.view.weight).is_some();
    best.map(|row| row as usize).filter(valued)
}

/// Who wins now, to be announced; empty where nobody does.
pub(super) fn winner_in_words(scene: &Scene<'_>, best: Option<u32>) -> String {
    winner(scene, best).map_or(String::new(), |row| format!("{} has the best value", scene.table.name(row)))
}
