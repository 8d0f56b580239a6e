use super::column_picker::column_picker;
use super::dropdown::Dropdown;
use super::element::{said, tag};
use super::facet::facet_filter;
use super::range_filter::{RangeFilter, range_filter};
use super::{Handle, Wording};
use compare::catalog::{Column, Kind, Role};
use compare::format::heading;
use compare::query::{Field, Filter, Indexed, Measure, Passing, Tradeoff};
use compare::state::Action;
use compare::units::Unit;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct FilterBarProps {
    pub table: Handle<Indexed>,
    pub tradeoff: Handle<Tradeoff>,
    pub passing: Handle<Passing>,
    pub filter: Rc<Filter>,
    pub score: Option<usize>,
    pub cost: Option<Field>,
    pub columns: Rc<[Field]>,
    pub dispatch: Callback<Action>,
    pub wording: Wording,
}

/// A column with more names than this is no list to choose from; search finds them.
const MOST_CHOICES: usize = 20;

/// Search, facets, ranges and the choice of columns. On a phone they fold into one button.
#[component]
pub(super) fn FilterBar(props: &FilterBarProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: Event| open.set(!*open))
    };
    let oninput =
        props.dispatch.reform(|event: Event| Action::Search(event.target_unchecked_into::<HtmlInputElement>().value()));
    let in_force = props.filter.clauses.len();
    let folded = if in_force == 0 { "Filters".to_owned() } else { format!("Filters ({in_force})") };
    let facets =
        (0..props.table.columns.len()).filter(|column| is_facet(&props.table.columns[*column])).map(|column| {
            let active = props.filter.clause(Field::Column(column)).is_some();
            html! {
                <Dropdown key={column} label={props.table.columns[column].label.to_string()} {active}>
                    {facet_filter(props, column)}
                </Dropdown>
            }
        });
    let title = &props.table.title;
    let label = format!("Search in {title}");
    let search = tag!(input type="search" placeholder="Search models, vendors"; aria-label = label)
        .value(props.filter.text.clone())
        .oninput(oninput);
    let fold = tag!(button type="button" class="mc-fold"; aria-expanded = said(*open)).onclick(onclick).text(folded);
    let columns = column_picker(&props.table, &props.columns, &props.dispatch);
    let all = tag!(div class="mc-all"; data-open = open.then_some(""))
        .children(facets)
        .children(ranges(props))
        .child(html! { <Dropdown label="Columns">{columns}</Dropdown> });
    tag!(div role="search" class="mc-filters"; aria-label = format!("Filters of {title}"))
        .child(search)
        .child(fold)
        .child(all)
        .into()
}

/// Whether a column is a list to choose from: yes or no, or a few names.
fn is_facet(column: &Column) -> bool {
    match column.kind() {
        Kind::Flag => true,
        Kind::Category | Kind::Categories => (2..=MOST_CHOICES).contains(&column.cells.names().len()),
        _ => false,
    }
}

/// Ranges of score, cost and context window.
fn ranges(props: &FilterBarProps) -> Vec<Html> {
    let context = props.table.columns.iter().position(|column| column.role == Some(Role::Context));
    let fields = [props.score.map(Field::Column), props.cost, context.map(Field::Column)];
    fields.into_iter().flatten().filter_map(|field| range(props, field)).collect()
}

fn range(props: &FilterBarProps, field: Field) -> Option<Html> {
    let rows = props.table.len();
    let measure = match field {
        Field::Workload => Measure::List(props.tradeoff.workload()),
        _ => Measure::of_column(field.column(&props.table)?),
    };
    let extent = measure.extent(rows)?;
    let others = props.passing.rows_without(field);
    let missing = others.iter().filter(|row| measure.get(**row as usize).is_none()).count();
    let unit = field.column(&props.table).map_or(Unit::UsdPerMonth, |column| column.unit.clone());
    let log = unit.is_money() || matches!(unit, Unit::Tokens | Unit::Parameters);
    let clause = props.filter.clause(field).cloned();
    let (active, label) = (clause.is_some(), heading(field, &props.table).to_owned());
    let (table, dispatch, wording) = (props.table.clone(), props.dispatch.clone(), props.wording.clone());
    let filter = RangeFilter { table, field, extent, missing, log, clause, dispatch, wording };
    let key = format!("{}-range", field.id(&props.table));
    Some(html! { <Dropdown {key} {label} {active}>{range_filter(&filter)}</Dropdown> })
}
