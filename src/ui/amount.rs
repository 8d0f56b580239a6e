use super::Wording;
use super::element::tag;
use crate::browser::{BrowserNumerals, machine_text};
use compare::catalog::Workload;
use compare::format::{Digits, amount};
use compare::query::{Clause, Precision, Test};
use compare::state::Action;
use compare::units::Tokens;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// What an amount is of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Meant {
    Requests,
    Input,
    Output,
    /// In percent.
    Cached,
    /// The most that a month may cost, or no limit.
    Budget,
    /// The gigabytes in which weights of a precision must fit, or no limit.
    Memory(Precision),
}

#[derive(PartialEq, Properties)]
pub(super) struct AmountProps {
    pub meant: Meant,
    /// The workload in force.
    pub workload: Workload,
    /// The clause to which a limit belongs, as it is in force.
    #[prop_or_default]
    pub clause: Option<Clause>,
    pub dispatch: Callback<Action>,
    pub wording: Wording,
}

/// What a reader is typing, and whether they have left it as it is.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: Option<AttrValue>,
    left: bool,
}

/// An input for one amount, which says beside it what is wrong with what was typed; what was in force then stays.
///
/// What a reader types stays as they type it until they leave or press Enter; half of a number never counts.
#[component]
pub(super) fn Amount(props: &AmountProps) -> Html {
    let draft = use_state_eq(Draft::default);
    let place = use_node_ref();
    {
        let (draft, place) = (draft.clone(), place.clone());
        use_effect_with((props.workload, props.clause.clone(), props.meant), move |_| {
            // Changed from elsewhere: what had been typed before is about something else.
            let typing = place.cast::<Element>().is_some_and(|input| input.matches(":focus").unwrap_or_default());
            if !typing {
                draft.set(Draft::default());
            }
        });
    }
    let in_force = in_force(props);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            draft.set(Draft { text: Some(text.into()), left: false });
        })
    };
    let on_leave = {
        let (draft, dispatch) = (draft.clone(), props.dispatch.clone());
        let (meant, workload, clause) = (props.meant, props.workload, props.clause.clone());
        Callback::from(move |_: Event| {
            let Some(text) = draft.text.as_ref() else { return };
            match read(meant, text) {
                Ok(amount) if amount == in_force => draft.set(Draft::default()),
                // The text stays until the number that it stands for is in force.
                Ok(amount) => dispatch.emit(action(meant, workload, clause.as_ref(), amount)),
                Err(()) => draft.set(Draft { left: true, ..(*draft).clone() }),
            }
        })
    };
    let fault = draft.text.as_ref().filter(|_| draft.left).map(|text| fault(props, text, in_force));
    let (id, label, unit) = words(props.meant);
    let text = draft.text.clone().unwrap_or_else(|| in_force.map(machine_text).unwrap_or_default().into());
    let fault_id = format!("{id}-fault");
    let input = tag!(input type="text" inputmode="decimal" autocomplete="off"; id = id,
        placeholder = is_limit(props.meant).then_some("no limit"), aria-describedby = fault_id.clone(),
        aria-invalid = fault.is_some().then_some("true"))
    .found_by(&place)
    .value(text)
    .oninput(oninput)
    .onchange(on_leave.clone())
    .onfocusout(on_leave);
    let label = tag!(label; for = id).text(label).child(tag!(span class="mc-unit").text(unit));
    tag!(div class="mc-amount")
        .child(label)
        .child(input)
        .child(tag!(p class="mc-fault" role="alert"; id = fault_id).text(fault.unwrap_or_default()))
        .into()
}

/// The id of an amount's input, what it is called, and what is counted.
fn words(meant: Meant) -> (&'static str, &'static str, &'static str) {
    match meant {
        Meant::Requests => ("requests", "Requests", " a month"),
        Meant::Input => ("input", "Input", " tokens a request"),
        Meant::Output => ("output", "Output", " tokens a request"),
        Meant::Cached => ("cached", "Cached", " % of the input"),
        Meant::Budget => ("budget", "Budget", " USD a month"),
        Meant::Memory(_) => ("memory", "Memory", " GB"),
    }
}

fn is_limit(meant: Meant) -> bool {
    matches!(meant, Meant::Budget | Meant::Memory(_))
}

/// The number that counts now, as it is typed; `None` where there is no limit.
fn in_force(props: &AmountProps) -> Option<f64> {
    let limit = || limit(props.clause.as_ref()?);
    match props.meant {
        Meant::Requests => Some(props.workload.requests),
        Meant::Input => Some(props.workload.input.0),
        Meant::Output => Some(props.workload.output.0),
        // 0.07 times 100 is 7, whatever the machine makes of it.
        Meant::Cached => Some((props.workload.cached * 1e8).round() / 1e6),
        Meant::Budget => limit(),
        Meant::Memory(precision) => limit().map(|parameters| (precision.gigabytes(parameters) * 1e6).round() / 1e6),
    }
}

/// The amount of a text; `None` for no limit, an error where it is neither.
fn read(meant: Meant, text: &str) -> Result<Option<f64>, ()> {
    if text.trim().is_empty() && is_limit(meant) {
        return Ok(None);
    }
    let most = if meant == Meant::Cached { 100.0 } else { Workload::MOST };
    let least = if meant == Meant::Requests { 1.0 } else { 0.0 };
    // The unit that the label names may be written too.
    let text = if meant == Meant::Cached { text.trim().trim_end_matches('%') } else { text };
    amount(text, &BrowserNumerals).filter(|amount| (least..=most).contains(amount)).map(Some).ok_or(())
}

/// What is wrong with a text, what is wanted, and what counts meanwhile.
fn fault(props: &AmountProps, text: &str, in_force: Option<f64>) -> String {
    let found =
        if text.trim().is_empty() { "Nothing is written".to_owned() } else { format!("“{text}” does not do") };
    let wanted = match props.meant {
        Meant::Cached => "a number from 0 to 100, such as 20",
        Meant::Budget | Meant::Memory(_) => "a number from 0, such as 80 or 1,500, or leave it empty for no limit",
        Meant::Requests => "a number from 1 to a trillion, such as 1500, 1,500 or 1e6",
        _ => "a number from 0 to a trillion, such as 1500, 1,500 or 1e6",
    };
    let counts =
        in_force.map_or_else(|| "no limit".to_owned(), |number| props.wording.0.number(number, Digits::up_to(6)));
    format!("{found}: write {wanted}. Until then {counts} counts.")
}

/// What an amount asks for.
fn action(meant: Meant, workload: Workload, clause: Option<&Clause>, amount: Option<f64>) -> Action {
    let number = amount.unwrap_or_default();
    match (meant, clause) {
        (Meant::Requests, _) => Action::Use(Workload { requests: number, ..workload }),
        (Meant::Input, _) => Action::Use(Workload { input: Tokens(number), ..workload }),
        (Meant::Output, _) => Action::Use(Workload { output: Tokens(number), ..workload }),
        (Meant::Cached, _) => Action::Use(Workload { cached: number / 100.0, ..workload }),
        (Meant::Budget, Some(clause)) => ceiling(clause, amount),
        (Meant::Memory(precision), Some(clause)) => ceiling(clause, amount.map(|size| precision.parameters_in(size))),
        // A limit without what it limits.
        (_, None) => Action::Use(workload),
    }
}

/// Asks for a clause with another upper end; without ends it is lifted.
pub(super) fn ceiling(clause: &Clause, high: Option<f64>) -> Action {
    let low = match clause.test {
        Some(Test::Numbers(low, _)) => low,
        _ => None,
    };
    if low.is_none() && high.is_none() {
        return Action::Lift(clause.field);
    }
    Action::Narrow(Clause { test: Some(Test::Numbers(low, high)), ..clause.clone() })
}

/// The upper end of a clause.
pub(super) fn limit(clause: &Clause) -> Option<f64> {
    match clause.test {
        Some(Test::Numbers(_, high)) => high,
        _ => None,
    }
}
