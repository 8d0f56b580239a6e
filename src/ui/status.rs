use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a reader pauses before the result is announced, in milliseconds.
const PAUSE: u32 = 500;

/// What is announced: a text once the reader pauses; nothing at first, since what is there from the start is not new.
#[hook]
pub(super) fn use_announced(text: String) -> AttrValue {
    let said = use_state_eq(AttrValue::default);
    let started = use_mut_ref(|| false);
    {
        let said = said.clone();
        use_effect_with(text, move |text| {
            let text = AttrValue::from(text.clone());
            let first = !started.replace(true);
            let timeout = (!first).then(|| Timeout::new(PAUSE, move || said.set(text)));
            move || drop(timeout)
        });
    }
    (*said).clone()
}
