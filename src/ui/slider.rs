use super::element::{all, tag, text};
use super::scene::Scene;
use compare::format;
use compare::query::Field;
use compare::state::Action;
use compare::units::Weight;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The one slider from "cheapest" to "best score", and who is first at its position.
///
/// `best` is the row of the highest value among those that pass the filter.
pub(super) fn tradeoff_slider(scene: &Scene<'_>, best: Option<u32>) -> Html {
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
    tag!(section class="mc-slider" part="slider"; aria-label = format!("Trade-off of {}", scene.table.title))
        .child(ends)
        .child(slider)
        .child(tag!(p class="mc-verdict").text(weighed).child(verdict(scene, best)))
        .into()
}

/// Who is first, with score and cost.
fn verdict(scene: &Scene<'_>, best: Option<u32>) -> Html {
    let (table, view) = (scene.table, scene.view);
    let valued = |row: &usize| scene.tradeoff.value(*row, view.weight).is_some();
    let Some(row) = best.map(|row| row as usize).filter(valued) else {
        return text("none of the rows shown has both a score and a cost.");
    };
    let words = scene.words();
    let score = view.score.and_then(|column| {
        let number = table.columns.get(column)?.cells.number(row)?;
        let field = Field::Column(column);
        Some(format!("{} {}", format::heading(field, table), words.phrase(field, number)))
    });
    let cost = view.cost_field().and_then(|field| Some(words.phrase(field, scene.tradeoff.cost(row)?)));
    let figures: Vec<String> = score.into_iter().chain(cost).collect();
    let name = tag!(strong).text(table.name(row).to_owned());
    all(vec![name.into(), text(format!(" has the best value, {}.", figures.join(" for ")))])
}
