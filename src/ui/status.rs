use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a reader pauses before the result is announced, in milliseconds.
const PAUSE: u32 = 500;

#[derive(PartialEq, Properties)]
pub(super) struct StatusProps {
    pub text: AttrValue,
}

/// Announces the result once the reader pauses; silent at first, since text that is there from the start is not new.
#[component]
pub(super) fn Status(props: &StatusProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    let started = use_mut_ref(|| false);
    {
        let said = said.clone();
        use_effect_with(props.text.clone(), move |text| {
            let text = text.clone();
            let first = !started.replace(true);
            let timeout = (!first).then(|| Timeout::new(PAUSE, move || said.set(text)));
            move || drop(timeout)
        });
    }
    html! { <p class="mc-unseen" part="status" role="status" aria-live="polite" aria-atomic="true">{&*said}</p> }
}
