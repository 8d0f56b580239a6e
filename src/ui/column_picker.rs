use super::Handle;
use compare::format::heading;
use compare::query::{Field, Indexed};
use compare::state::Action;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ColumnPickerProps {
    pub table: Handle<Indexed>,
    pub columns: Rc<[Field]>,
    pub dispatch: Callback<Action>,
}

/// Checkboxes for the columns that the table can show.
#[component]
pub(super) fn ColumnPicker(props: &ColumnPickerProps) -> Html {
    let table = &props.table;
    let has_tradeoff = table.score.is_some() && table.cost.is_some();
    let value = has_tradeoff.then_some(Field::Value);
    let workload = table.has_workload().then_some(Field::Workload);
    let columns = (0..table.columns.len()).map(Field::Column).filter(|field| field.id(table) != "name");
    let boxes = value.into_iter().chain(workload).chain(columns).map(|field| {
        let checked = props.columns.contains(&field);
        let onchange = props.dispatch.reform(move |_: Event| Action::Show(field, !checked));
        let about = field.column(table).map(|column| column.description.to_string()).unwrap_or_default();
        html! {
            <label key={field.id(table).to_owned()} class="mc-check">
                <input type="checkbox" {checked} {onchange} />
                <span>{heading(field, table)}if !about.is_empty() { <small>{about}</small> }</span>
            </label>
        }
    });
    html! { <fieldset class="mc-facet mc-columns"><legend>{"Columns"}</legend>{for boxes}</fieldset> }
}
