use super::Handle;
use super::hidden::{is_searched, outside};
use super::notes::has_old;
use super::scene::Scene;
use super::workload::{Fits, fits_budget, fits_memory};
use compare::query::{Hidden, Passing};
use compare::state::Part;
use std::rc::Rc;
use yew::prelude::*;

/// What is told of the rows after the filters, whatever the weight.
#[derive(Default)]
pub(super) struct Told {
    /// The rows that the search finds and other filters hide.
    pub found: Vec<Hidden>,
    /// The rows that it finds in the table that the comparison is not about.
    pub outside: Vec<u32>,
    /// Whether a shown figure is old.
    pub has_old: bool,
    /// How many rows stay within the budget.
    pub budget: Fits,
    /// How many rows fit in the memory.
    pub memory: Fits,
}

/// The part that says why rows do not show: the filters, where a reader has just searched, or else the table or the
/// chart.
pub(super) fn place_of_hidden(parts: &[Part]) -> Option<Part> {
    [Part::Filters, Part::Table, Part::Chart].into_iter().find(|part| parts.contains(part))
}

/// What some parts tell, worked out anew only when the rows after the filters, the columns or the day change.
#[hook]
pub(super) fn use_told(scene: &Scene<'_>, passed: &Rc<(Handle<Passing>, Vec<u32>)>, parts: &[Part]) -> Rc<Told> {
    let Scene { tables, table, view, today, .. } = scene;
    let (is_listed, has_workload) = (place_of_hidden(parts).is_some(), parts.contains(&Part::Workload));
    let key = (Handle(Rc::clone(passed)), (*tables).clone(), view.columns.clone(), *today, is_listed, has_workload);
    use_memo(key, |_| {
        let mut told = Told::default();
        if is_listed {
            told.found = if is_searched(view) { passed.0.hidden() } else { Vec::new() };
            told.outside = outside(tables, view);
            told.has_old = has_old(table, &view.columns, &passed.1, *today);
        }
        if has_workload {
            told.budget = fits_budget(scene);
            told.memory = fits_memory(scene);
        }
        told
    })
}
