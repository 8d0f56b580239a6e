use super::element::{said, tag};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct DropdownProps {
    pub label: AttrValue,
    /// Whether what it holds is in force, so that its button says so.
    #[prop_or_default]
    pub active: bool,
    /// What its panel holds, worked out only while that is open.
    pub content: Callback<(), Html>,
}

/// A button that opens a panel below it. Escape closes it again, and so does leaving where it lies over the page.
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
    let panel = use_panel_in_view(*open);
    let onfocusout = {
        let (open, root, panel) = (open.clone(), root.clone(), panel.clone());
        Callback::from(move |event: Event| {
            let (Some(root), Some(panel)) = (root.cast::<Element>(), panel.cast::<Element>()) else { return };
            let to = event.unchecked_into::<FocusEvent>().related_target();
            let to = to.and_then(|target| target.dyn_into::<Node>().ok());
            let inside = root.contains(to.as_ref());
            // A press on the panel's own ground moves the focus to the panel, which is inside. A panel that is as wide
            // as its place takes room in the page and stays: what is below would move away under the press that takes
            // the focus there.
            if !inside && edges(&panel) != edges(&root) {
                open.set(false);
            }
        })
    };
    let button = tag!(button type="button"; aria-expanded = said(*open), data-active = props.active.then_some(""))
        .found_by(&button)
        .onclick(onclick)
        .text(props.label.clone())
        .maybe(props.active.then(|| tag!(span class="mc-unseen").text(", active")))
        .child(tag!(span class="mc-caret" aria-hidden="true").text("▾"));
    let inside = || tag!(div class="mc-panel" tabindex="-1").found_by(&panel).child(props.content.emit(()));
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
        let Some(element) = moved.cast::<HtmlElement>() else { return };
        let Ok(Some(widget)) = element.closest(".mc") else { return };
        let ((left, right), (start, end)) = (edges(&element), edges(&widget));
        // It sticks out at the right, or right to left at the left; either way it goes towards the start.
        let shift = (end - right).min(left - start).min(0.0);
        let shift = format!("{}px", shift.round() as i32);
        drop(element.style().set_property("--shift", &shift));
    });
    panel
}

/// Where an element begins and ends, from left to right.
fn edges(element: &Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left(), rect.right())
}

fn focus(button: &NodeRef) {
    if let Some(button) = button.cast::<HtmlElement>() {
        // Only an element that is gone refuses the focus.
        drop(button.focus());
    }
}
