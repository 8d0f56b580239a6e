use super::amount::{Amount, Meant, ceiling, limit};
use super::element::{all, said, tag};
use super::finding::title;
use super::notes::Unknown;
use super::scene::Scene;
use super::select::select;
use super::told::Told;
use compare::catalog::{Cost, Role, Table, Workload};
use compare::format::{Digits, counted, heading};
use compare::query::{Clause, Field, Precision, Use};
use compare::state::Action;
use compare::units::Gather;
use yew::prelude::*;

/// The reader's own use of a model: what it costs a month at list prices, a budget for it, and the memory that open
/// weights may take.
pub(super) fn workload_part(
    scene: &Scene<'_>,
    precision: &UseStateHandle<Precision>,
    unknown: &Unknown,
    told: &Told,
) -> Html {
    let costs =
        if scene.table.has_workload() { monthly(scene, unknown.assumed, &told.budget) } else { no_prices(scene) };
    tag!(section class="mc-workload" part="workload" aria-label="Your workload")
        .child(title(scene, 1, "Your workload"))
        .child(costs)
        .maybe(memory(scene, precision, &told.memory))
        .into()
}

/// The four amounts, what others use, the budget and what is assumed.
fn monthly(scene: &Scene<'_>, assumes: usize, fits: &Fits) -> Html {
    let clause = clause_on(scene, Field::Workload);
    let amounts = [Meant::Requests, Meant::Input, Meant::Output, Meant::Cached].map(|meant| amount(scene, meant, None));
    let budget = tag!(div class="mc-limit")
        .child(amount(scene, Meant::Budget, Some(clause.clone())))
        .child(tag!(p class="mc-within").text(within(scene, fits)));
    let uses =
        tag!(ul class="mc-uses" aria-label="Typical workloads").children(Use::ALL.iter().map(|use_| card(scene, use_)));
    let about = tag!(p class="mc-notes").text(
        "The four typical workloads are assumptions of ours in round numbers, not measurements. Put your own numbers in their place: the monthly cost at list prices follows in every view of this comparison. Every model is taken to write the same number of tokens; one that thinks at length writes more.",
    );
    let amounts = tag!(div class="mc-amounts" role="group" aria-label="What you use").children(amounts);
    let assumed = tag!(p class="mc-notes").text(assumed(scene, assumes));
    all(vec![amounts.into(), other_cost(scene), uses.into(), about.into(), budget.into(), assumed.into()])
}

fn amount(scene: &Scene<'_>, meant: Meant, clause: Option<Clause>) -> Html {
    let (workload, dispatch, wording) = (scene.view.workload, scene.dispatch.clone(), scene.wording.clone());
    html! { <Amount {meant} {workload} {clause} {dispatch} {wording} /> }
}

/// The clause on a field, or one that a limit makes.
fn clause_on(scene: &Scene<'_>, field: Field) -> Clause {
    let none = || Clause { field, test: None, missing: false };
    scene.view.filter.clause(field).cloned().unwrap_or_else(none)
}

/// A use to press, with what it assumes.
fn card(scene: &Scene<'_>, use_: &Use) -> Html {
    let Workload { requests, input, output, cached } = use_.workload;
    let number = |number: f64| scene.wording.0.number(number, Digits::up_to(0));
    let amounts = format!(
        "{}\u{a0}requests of {}\u{a0}tokens in and {}\u{a0}out, {}\u{a0}% cached.",
        number(requests),
        number(input.0),
        number(output.0),
        number(cached * 100.0)
    );
    let is_chosen = scene.view.workload == use_.workload;
    let button = tag!(button type="button" class="mc-use"; aria-pressed = said(is_chosen))
        .onclick(scene.on_press(Action::Use(use_.workload)))
        .text(use_.name);
    tag!(li)
        .key(use_.name)
        .child(button)
        .child(tag!(p).child(tag!(strong).text(amounts)).text(format!(" {}", use_.assumed)))
        .into()
}

/// That the table weighs another cost, with a press that takes this one.
fn other_cost(scene: &Scene<'_>) -> Html {
    let Some(cost) = scene.view.cost_field().filter(|cost| *cost != Field::Workload) else {
        return Html::default();
    };
    let words =
        format!("The trade-off now weighs another cost, {}, and not this monthly one. ", heading(cost, scene.table));
    let button =
        tag!(button type="button").onclick(scene.on_lift(Action::Cost(Cost::Workload))).text("Use it as the cost");
    tag!(p class="mc-other").text(words).child(button).into()
}

/// How many of the rows that pass the other filters keep to a limit.
#[derive(Default)]
pub(super) struct Fits {
    /// Whether other filters leave some rows out.
    is_part: bool,
    /// Of how many the amount is known, and of how many it is not where it could be.
    known: usize,
    unknown: usize,
    /// How many keep to the limit, where there is one.
    within: Option<usize>,
}

impl Fits {
    /// Counts rows by their amount; one without an amount only where it `counts`.
    fn new(
        scene: &Scene<'_>,
        field: Field,
        amount: &dyn Fn(usize) -> Option<f64>,
        counts: &dyn Fn(usize) -> bool,
    ) -> Self {
        let (others, limit) = (scene.passing.rows_without(field), limit(&clause_on(scene, field)));
        let mut fits = Self { is_part: others.len() < scene.table.len(), ..Self::default() };
        let mut within = 0;
        for row in others.into_iter().map(|row| row as usize) {
            match amount(row) {
                Some(amount) => {
                    fits.known += 1;
                    within += usize::from(limit.is_some_and(|limit| amount <= limit));
                }
                None => fits.unknown += usize::from(counts(row)),
            }
        }
        fits.within = limit.map(|_| within);
        fits
    }
}

/// How many rows stay within the budget.
pub(super) fn fits_budget(scene: &Scene<'_>) -> Fits {
    let cost = |row: usize| scene.tradeoff.workload().get(row).copied().filter(|cost| !cost.is_nan());
    Fits::new(scene, Field::Workload, &cost, &|_| true)
}

/// How many rows fit in the memory; of those that are not known to be open nothing is wanted.
pub(super) fn fits_memory(scene: &Scene<'_>) -> Fits {
    let Some(field) = parameters(scene.table) else { return Fits::default() };
    let open = scene.table.column("open-weights").and_then(|column| scene.table.columns.get(column));
    let number = |row: usize| field.column(scene.table)?.cells.number(row);
    Fits::new(scene, field, &number, &|row| open.is_none_or(|column| column.cells.flag(row) == Some(true)))
}

/// The number of all parameters.
fn parameters(table: &Table) -> Option<Field> {
    table.columns.iter().position(|column| column.role == Some(Role::Parameters)).map(Field::Column)
}

/// How many rows stay within the budget, among those that pass the other filters.
fn within(scene: &Scene<'_>, fits: &Fits) -> String {
    fit(scene, fits, [" stay within it.", " have a known monthly cost.", " a list price is not known."])
}

/// How many rows keep to a limit, of how many that cannot be said, and among which rows is counted; in words for those
/// that keep to it, for all where there is no limit, and for what is not known.
fn fit(scene: &Scene<'_>, fits: &Fits, [within, all, unknown]: [&str; 3]) -> String {
    let count = |things: usize| scene.wording.count(things);
    let known = counted(count(fits.known), "models");
    let said = match fits.within {
        Some(number) => [&count(number), " of ", &known, within].concat(),
        None => known + all,
    };
    let unknown = if fits.unknown > 0 { [" Of ", &count(fits.unknown), unknown].concat() } else { String::new() };
    said + &unknown + among(fits)
}

/// Among which rows is counted, where other filters leave some out.
fn among(fits: &Fits) -> &'static str {
    if fits.is_part { " Only models that pass the other filters are counted." } else { "" }
}

/// What the monthly costs take for granted.
fn assumed(scene: &Scene<'_>, assumed: usize) -> String {
    let cached = if assumed > 0 {
        format!(
            "Of {}\u{a0}models no cached price is known: there the input price counts, marked *. ",
            scene.wording.count(assumed)
        )
    } else {
        String::new()
    };
    format!(
        "{cached}Without a price of input and output there is no monthly cost. What a benchmark run has cost is another axis, never mixed with this one."
    )
}

/// That the table knows no list prices, and where there are some.
fn no_prices(scene: &Scene<'_>) -> Html {
    let measured = scene.view.cost_field().map(|cost| {
        let cost = heading(cost, scene.table);
        format!(" Its cost, {cost}, is another axis than what a month costs at list prices: the two are never mixed.")
    });
    let words = format!("This comparison has no list prices.{}", measured.unwrap_or_default());
    let other = scene.tables.iter().position(|table| table.has_workload());
    let button = other.and_then(|position| {
        let label = format!("Open “{}”", scene.tables.get(position)?.title);
        Some(tag!(button type="button").onclick(scene.on_lift(Action::Choose(position))).text(label))
    });
    all(vec![tag!(p).text(words).into(), button.map(Into::into).unwrap_or_default()])
}

/// A limit to the memory that weights take, where parameters are known.
fn memory(scene: &Scene<'_>, precision: &UseStateHandle<Precision>, fits: &Fits) -> Option<Html> {
    let field = parameters(scene.table)?;
    let clause = clause_on(scene, field);
    let options = Precision::ALL.iter().map(|(_, words)| ((*words).into(), (*words).into())).gathered();
    let current = Precision::ALL.iter().find(|(one, _)| *one == **precision).map_or("", |(_, words)| *words);
    let on_choose = {
        let (precision, clause, dispatch) = (precision.clone(), clause.clone(), scene.dispatch.clone());
        Callback::from(move |words: AttrValue| {
            let Some((chosen, _)) = Precision::ALL.into_iter().find(|(_, name)| words == *name) else { return };
            if let Some(parameters) = limit(&clause) {
                // The memory stays; what fits in it is another number of parameters.
                let held = chosen.parameters_in(precision.gigabytes(parameters));
                dispatch.emit(ceiling(&clause, Some(held)));
            }
            precision.set(chosen);
        })
    };
    let choices = tag!(div class="mc-limit")
        .child(amount(scene, Meant::Memory(**precision), Some(clause.clone())))
        .child(select("Precision", Some("mc-precision"), options, &current.into(), &on_choose))
        .child(tag!(p class="mc-within").text(fitting(scene, fits)));
    let assumed = format!(
        "Weights only: all parameters × bits / 8, with 1\u{a0}GB = 10⁹ bytes. Context and activations need more. The limit is the filter by {}: another precision keeps the memory and moves that filter.",
        heading(field, scene.table)
    );
    let block = tag!(div class="mc-memory")
        .child(tag!(p).child(tag!(strong).text("Open weights that fit in")))
        .child(choices)
        .child(tag!(p class="mc-notes").text(assumed));
    Some(block.into())
}

/// How many rows fit, and of how many open ones that cannot be said, among those that pass the other filters.
fn fitting(scene: &Scene<'_>, fits: &Fits) -> String {
    let words = [" with known parameters fit.", " have known parameters.", " open ones the parameters are not known."];
    fit(scene, fits, words)
}
