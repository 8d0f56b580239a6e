use super::element::tag;
use super::filter_bar::FilterBar;
use compare::catalog::Kind;
use compare::query::{Facet, Field};
use compare::state::{Action, Choice};
use compare::units::Gather;
use yew::prelude::*;

/// Checkboxes for the choices of a column, each with the number of rows that it would show.
pub(super) fn facet_filter(props: &FilterBar, position: usize) -> Html {
    let Some(column) = props.table.columns.get(position) else {
        return Html::default();
    };
    let field = Field::Column(position);
    let clause = props.filter.clause(field);
    let facet = Facet::new(&props.table, position, &props.passing);
    let names: Vec<String> = if column.kind() == Kind::Flag {
        // Yes comes first for a reader; the counts are in the order no, yes.
        vec!["no".to_owned(), "yes".to_owned()]
    } else {
        column.cells.names().iter().map(ToString::to_string).gathered()
    };
    let choices = names.into_iter().zip(facet.counts.iter().copied()).map(|(name, rows)| (Choice::Name(name), rows));
    let mut choices: Vec<(Choice, u32)> = choices.gathered();
    if column.kind() == Kind::Flag {
        choices.reverse();
    }
    let has_missing = (0..props.table.len()).any(|row| column.cells.is_missing(row));
    let missing = has_missing.then_some((Choice::Missing, facet.missing));
    let boxes = choices.into_iter().chain(missing).map(|(choice, rows)| {
        let label = match &choice {
            Choice::Name(name) => name.clone(),
            Choice::Missing => "not known".to_owned(),
        };
        let key = match &choice {
            Choice::Name(name) => name.clone(),
            // No name can end in a blank.
            Choice::Missing => "missing ".to_owned(),
        };
        let checked = choice.is_ticked(clause);
        let onchange = props.dispatch.reform(move |_: Event| Action::Toggle(field, choice.clone()));
        tag!(label class="mc-check"; data-none = (rows == 0).then_some(""))
            .key(key)
            .child(tag!(input type="checkbox").checked(checked).onchange(onchange))
            .child(tag!(span).text(label))
            .child(tag!(span class="mc-count").text(props.wording.count(rows as usize)))
            .into()
    });
    tag!(fieldset class="mc-facet").child(tag!(legend).text(column.label.to_string())).children(boxes).into()
}
