use super::element::tag;
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
        let about = field.column(table).map(|column| &column.description).filter(|about| !about.is_empty());
        let about = about.map(|about| tag!(small).text(about.to_string()));
        tag!(label class="mc-check")
            .key(field.id(table))
            .child(tag!(input type="checkbox").checked(checked).onchange(onchange))
            .child(tag!(span).text(heading(field, table).to_owned()).maybe(about))
            .into()
    });
    tag!(fieldset class="mc-facet mc-columns").child(tag!(legend).text("Columns")).children(boxes).into()
}
