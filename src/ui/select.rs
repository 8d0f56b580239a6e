use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct SelectProps {
    /// What is chosen; ends with the name of the thing where a page has several alike.
    pub label: AttrValue,
    /// Hides the label from the eye where what stands beside it says the same.
    #[prop_or_default]
    pub class: Classes,
    /// Values with their texts.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value in force.
    pub current: AttrValue,
    /// What the reader chooses.
    pub on_choose: Callback<AttrValue>,
}

/// A labelled native select that shows what is in force, whoever chose it.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let select = use_node_ref();
    {
        let (select, current) = (select.clone(), props.current.clone());
        // Once a reader has picked an option, the browser no longer heeds which one is marked as selected.
        use_effect(move || {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(&current);
            }
        });
    }
    let onchange = props
        .on_choose
        .reform(|event: Event| AttrValue::from(event.target_unchecked_into::<HtmlSelectElement>().value()));
    let options = props.options.iter().map(|(value, text)| {
        html! { <option key={value.to_string()} {value} selected={*value == props.current}>{text}</option> }
    });
    html! {
        <label class={props.class.clone()}>
            <span>{&props.label}</span>
            <select ref={select} {onchange}>{for options}</select>
        </label>
    }
}
