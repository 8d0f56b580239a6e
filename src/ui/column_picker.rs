use compare::catalog::Table;
use compare::format::heading;
use compare::query::Field;
use compare::state::Action;
use yew::prelude::*;

/// Checkboxes for the columns that the table can show.
pub(super) fn column_picker(table: &Table, columns: &[Field], dispatch: &Callback<Action>) -> Html {
    let has_tradeoff = table.score.is_some() && table.cost.is_some();
    let value = has_tradeoff.then_some(Field::Value);
    let workload = table.has_workload().then_some(Field::Workload);
    let fields = (0..table.columns.len()).map(Field::Column).filter(|field| field.id(table) != "name");
    let boxes = value.into_iter().chain(workload).chain(fields).map(|field| {
        let checked = columns.contains(&field);
        let onchange = dispatch.reform(move |_: Event| Action::Show(field, !checked));
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
