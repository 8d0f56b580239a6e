use super::element::{said, tag};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct DropdownProps {
    pub label: AttrValue,
    /// Whether what it holds is in force, so that its button says so.
    #[prop_or_default]
    pub active: bool,
    pub children: Children,
}

/// A button that opens a panel below it. Escape and leaving close it again.
#[component]
pub(super) fn Dropdown(props: &DropdownProps) -> Html {
    let open = use_state_eq(|| false);
    let (root, button) = (use_node_ref(), use_node_ref());
    let onclick = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |_: Event| {
            // Not every browser gives the focus to a button that is pressed, and leaving is seen by the focus.
            focus(&button);
            open.set(!*open);
        })
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: Event| {
            if event.unchecked_into::<KeyboardEvent>().key() == "Escape" && *open {
                open.set(false);
                focus(&button);
            }
        })
    };
    let onfocusout = {
        let (open, root) = (open.clone(), root.clone());
        Callback::from(move |event: Event| {
            let to = event.unchecked_into::<FocusEvent>().related_target();
            let to = to.and_then(|target| target.dyn_into::<Node>().ok());
            let inside = root.cast::<Node>().is_some_and(|root| root.contains(to.as_ref()));
            // A press on the panel's own ground moves the focus to the panel, which is inside.
            if !inside {
                open.set(false);
            }
        })
    };
    let panel = use_panel_in_view(*open);
    let button = tag!(button type="button"; aria-expanded = said(*open), data-active = props.active.then_some(""))
        .found_by(&button)
        .onclick(onclick)
        .text(props.label.clone())
        .maybe(props.active.then(|| tag!(span class="mc-unseen").text(", active")))
        .child(tag!(span class="mc-caret" aria-hidden="true").text("▾"));
    let inside = || tag!(div class="mc-panel" tabindex="-1").found_by(&panel).children(props.children.iter());
    tag!(div class="mc-dropdown")
        .found_by(&root)
        .onkeydown(onkeydown)
        .onfocusout(onfocusout)
        .child(button)
        .maybe(open.then(inside))
        .into()
}

/// Moves an open panel towards the start as far as it would stick out of the widget at the end.
#[hook]
fn use_panel_in_view(open: bool) -> NodeRef {
    let panel = use_node_ref();
    let moved = panel.clone();
    use_effect_with(open, move |_| {
        let element = moved.cast::<HtmlElement>();
        let edges = element.as_ref().and_then(|panel| {
            let widget = panel.closest(".mc").ok().flatten()?.get_bounding_client_rect();
            let rect = panel.get_bounding_client_rect();
            Some((widget.left() - rect.left(), widget.right() - rect.right()))
        });
        if let (Some(element), Some((left, right))) = (element, edges) {
            // It sticks out at the right, or right to left at the left; either way it goes towards the start.
            let shift = right.min(-left).min(0.0);
            let shift = format!("{}px", shift.round() as i32);
            drop(element.style().set_property("--shift", &shift));
        }
    });
    panel
}

fn focus(button: &NodeRef) {
    if let Some(button) = button.cast::<HtmlElement>() {
        // Only an element that is gone refuses the focus.
        drop(button.focus());
    }
}
