use super::Handle;
use super::wording::use_wording;
use compare::catalog::Cost;
use compare::format;
use compare::query::{Field, Indexed, Tradeoff};
use compare::state::Action;
use compare::units::Weight;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct TradeoffSliderProps {
    pub table: Handle<Indexed>,
    pub tradeoff: Handle<Tradeoff>,
    pub weight: Weight,
    /// The row of the highest value among those that are shown.
    pub best: Option<u32>,
    pub score: Option<usize>,
    pub cost: Option<Cost>,
    pub dispatch: Callback<Action>,
}

/// The one slider from "cheapest" to "best score", and who is first at its position.
#[component]
pub(super) fn TradeoffSlider(props: &TradeoffSliderProps) -> Html {
    let wording = use_wording();
    let numbers = &*wording.0;
    let oninput = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let percent = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            Weight::new(percent / 100.0).into_iter().for_each(|weight| dispatch.emit(Action::Weigh(weight)));
        })
    };
    let words = format::weight(props.weight, numbers);
    let percent = (props.weight.share() * 100.0).round() as u32;
    let verdict = verdict(props, &wording);
    html! {
        <section class="mc-slider" part="slider" aria-label="Trade-off">
            <div class="mc-ends">
                <span>{"Cheapest"}</span>
                <label for="weight">{"Cost or score"}</label>
                <span>{"Best score"}</span>
            </div>
            <input id="weight" type="range" min="0" max="100" step="1" value={percent.to_string()} {oninput}
                aria-valuetext={words.clone()} />
            <p class="mc-verdict">{format!("Weighed {words}: ")}{verdict}</p>
        </section>
    }
}

/// Who is first, with score and cost.
fn verdict(props: &TradeoffSliderProps, wording: &super::Wording) -> Html {
    let row = props.best.map(|row| row as usize).filter(|row| props.tradeoff.value(*row, props.weight).is_some());
    let Some(row) = row else {
        return html! { {"none of the rows shown has both a score and a cost."} };
    };
    let words = wording.of(&props.table);
    let score = props.score.and_then(|column| {
        let number = props.table.columns.get(column)?.cells.number(row)?;
        Some(format!(
            "{} {}",
            format::heading(Field::Column(column), &props.table),
            words.phrase(Field::Column(column), number)
        ))
    });
    let field = props.cost.map(|cost| match cost {
        Cost::Workload => Field::Workload,
        Cost::Column(column) => Field::Column(column),
    });
    let cost = field.and_then(|field| Some(words.phrase(field, props.tradeoff.cost(row)?)));
    let figures: Vec<String> = score.into_iter().chain(cost).collect();
    html! { <><strong>{props.table.name(row)}</strong>{format!(" is first, {}.", figures.join(" for "))}</> }
}
