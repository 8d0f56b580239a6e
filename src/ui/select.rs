use super::element::tag;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

/// Makes every select in an element show what is in force, after each drawing.
///
/// Once a reader has picked an option, the browser no longer heeds which one is marked as selected.
#[hook]
pub(super) fn use_true_selects() -> NodeRef {
    let root = use_node_ref();
    let drawn = root.clone();
    use_effect(move || {
        let selects = drawn.cast::<Element>().and_then(|root| root.query_selector_all("select").ok());
        let selects = selects.iter().flat_map(|selects| (0..selects.length()).filter_map(|at| selects.get(at)));
        for select in selects.filter_map(|select| select.dyn_into::<HtmlSelectElement>().ok()) {
            if let Some(value) = select.get_attribute("data-value") {
                select.set_value(&value);
            }
        }
    });
    root
}

/// A labelled native select among values with their texts, which shows what is in force, whoever chose it.
pub(super) fn select(
    label: &'static str,
    class: Option<&'static str>,
    options: Vec<(AttrValue, AttrValue)>,
    current: &AttrValue,
    on_choose: &Callback<AttrValue>,
) -> Html {
    let onchange =
        on_choose.reform(|event: Event| AttrValue::from(event.target_unchecked_into::<HtmlSelectElement>().value()));
    let options = options.into_iter().map(|(value, text)| {
        let selected = (value == *current).then_some("selected");
        tag!(option; value = value.clone(), selected = selected).key(&*value).text(text).into()
    });
    let select = tag!(select; data-value = current.clone()).onchange(onchange).children(options);
    tag!(label; class = class).child(tag!(span).text(label)).child(select).into()
}
