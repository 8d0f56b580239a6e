use crate::browser::observe_size;
use web_sys::Element;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct RegionProps {
    /// What it holds.
    pub label: AttrValue,
    pub children: Html,
}

/// Holds a table, and scrolls where the table is wider: then it can be reached by keyboard.
#[component]
pub(super) fn Region(props: &RegionProps) -> Html {
    let region = use_node_ref();
    let overflows = use_state_eq(|| false);
    {
        let (region, overflows) = (region.clone(), overflows.clone());
        use_effect_with((), move |()| {
            let observer = region.cast::<Element>().map(|element| {
                observe_size(&element.clone(), move || {
                    overflows.set(element.scroll_width() > element.client_width() + 1);
                })
            });
            move || drop(observer)
        });
    }
    let overflows = *overflows;
    html! {
        <div class="mc-region" ref={region} data-overflows={overflows.then_some("")} role={overflows.then_some("region")}
            tabindex={overflows.then_some("0")} aria-label={overflows.then(|| props.label.clone())}>
            {props.children.clone()}
        </div>
    }
}
