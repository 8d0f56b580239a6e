use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a reader pauses before something is announced, in milliseconds.
const PAUSE: u32 = 500;

/// What is announced once the reader pauses: of what may be said now, the first that was not said before; nothing at
/// first, since what is there from the start is not new.
#[hook]
pub(super) fn use_announced(now: Vec<String>) -> AttrValue {
    let said = use_state_eq(AttrValue::default);
    let known = use_mut_ref(Vec::<String>::new);
    {
        let said = said.clone();
        use_effect_with(now, move |now| {
            let now = now.clone();
            let timeout = if known.borrow().is_empty() {
                known.replace(now);
                None
            } else {
                Some(Timeout::new(PAUSE, move || {
                    let before = known.replace(now.clone());
                    if let Some(new) = now.into_iter().zip(before).find_map(|(now, old)| (now != old).then_some(now)) {
                        said.set(new.into());
                    }
                }))
            };
            move || drop(timeout)
        });
    }
    (*said).clone()
}
