use super::column_picker::column_picker;
use super::dropdown::Dropdown;
use super::element::{said, tag};
use super::facet::facet_filter;
use super::range_filter::{Crossed, RangeFilter, range_filter};
use super::{Handle, Wording};
use compare::catalog::{Column, Kind, Role};
use compare::format::heading;
use compare::query::{Field, Filter, Indexed, Measure, Passing, Tradeoff};
use compare::state::Action;
use compare::units::{Gather, Unit};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the filters are drawn from.
#[derive(Clone, PartialEq)]
pub(super) struct FilterBar {
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
pub(super) fn filter_bar(
    props: &FilterBar,
    open: &UseStateHandle<bool>,
    crossed: &UseStateHandle<Option<Crossed>>,
) -> Html {
    // Forgotten at once, lest it comes back with the range that it was about.
    if crossed.as_ref().is_some_and(|crossed| !crossed.is_about(&props.table, &props.filter)) {
        crossed.set(None);
    }
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
            let (label, props) = (props.table.columns[column].label.to_string(), props.clone());
            html! { <Dropdown key={column} {label} {active} content={move |()| facet_filter(&props, column)} /> }
        });
    let title = &props.table.title;
    let label = format!("Search in {title}");
    let search = tag!(input type="search" placeholder="Search models, vendors"; aria-label = label)
        .value(props.filter.text.clone())
        .oninput(oninput);
    let fold = tag!(button type="button" class="mc-fold"; aria-expanded = said(**open)).onclick(onclick).text(folded);
    let columns = {
        let (table, columns, dispatch) = (props.table.clone(), props.columns.clone(), props.dispatch.clone());
        move |()| column_picker(&table, &columns, &dispatch)
    };
    let all = tag!(div class="mc-all"; data-open = open.then_some(""))
        .children(facets)
        .children(ranges(props, crossed))
        .child(html! { <Dropdown label="Columns" content={columns} /> });
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
fn ranges(props: &FilterBar, crossed: &UseStateHandle<Option<Crossed>>) -> Vec<Html> {
    let context = props.table.columns.iter().position(|column| column.role == Some(Role::Context));
    let fields = [props.score.map(Field::Column), props.cost, context.map(Field::Column)];
    fields.into_iter().flatten().filter_map(|field| range(props, field, crossed)).gathered()
}

fn range(props: &FilterBar, field: Field, crossed: &UseStateHandle<Option<Crossed>>) -> Option<Html> {
    let measure = measure(props, field)?;
    (0..props.table.len()).any(|row| measure.get(row).is_some()).then(|| {
        let (active, label) = (props.filter.clause(field).is_some(), heading(field, &props.table).to_owned());
        let (key, props, crossed) = (format!("{}-range", field.id(&props.table)), props.clone(), crossed.clone());
        html! { <Dropdown {key} {label} {active} content={move |()| range_panel(&props, field, &crossed)} /> }
    })
}

fn measure(props: &FilterBar, field: Field) -> Option<Measure<'_>> {
    match field {
        Field::Workload => Some(Measure::List(props.tradeoff.workload())),
        _ => field.column(&props.table).map(Measure::of_column),
    }
}

fn range_panel(props: &FilterBar, field: Field, crossed: &UseStateHandle<Option<Crossed>>) -> Html {
    let measured = measure(props, field).and_then(|measure| Some((measure, measure.extent(props.table.len())?)));
    let Some((measure, extent)) = measured else {
        return Html::default();
    };
    let others = props.passing.rows_without(field);
    let missing = others.iter().filter(|row| measure.get(**row as usize).is_none()).count();
    let unit = field.column(&props.table).map_or(Unit::UsdPerMonth, |column| column.unit.clone());
    let log = unit.is_money() || matches!(unit, Unit::Tokens | Unit::Parameters);
    let clause = props.filter.clause(field).cloned();
    let (table, dispatch, wording) = (props.table.clone(), props.dispatch.clone(), props.wording.clone());
    let crossed = crossed.clone();
    range_filter(&RangeFilter { table, field, extent, missing, log, clause, crossed, dispatch, wording })
}
