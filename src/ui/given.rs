//! What follows from what a reader chose, each thing worked out anew only where something of it changes.

use super::Handle;
use super::cell::score_scale;
use super::notes::Unknown;
use super::scene::Scene;
use compare::chart::Scale;
use compare::query::{Field, Indexed, Passing, Question, Standing, Tradeoff};
use compare::state::View;
use compare::units::Weight;
use std::ops::RangeInclusive;
use std::rc::Rc;
use yew::prelude::*;

/// What follows from table, score, cost and workload, whatever the weight and the filter.
pub(super) struct Given {
    pub tradeoff: Handle<Tradeoff>,
    pub unknown: Unknown,
    /// From which to which number the bar of a score reaches.
    pub scale: Option<Scale>,
}

/// What is given, worked out anew only when table, score, cost or workload change.
#[hook]
pub(super) fn use_given(table: &Handle<Indexed>, view: &View) -> Rc<Given> {
    use_memo((table.clone(), view.score, view.cost, view.workload), |(table, score, cost, workload)| {
        let tradeoff = Tradeoff::new(table, *score, *cost, workload);
        let unknown = Unknown::new(table, &tradeoff, workload);
        Given { tradeoff: Handle(Rc::new(tradeoff)), unknown, scale: score_scale(table, *score) }
    })
}

/// Which rows pass which part of a filter, and the rows that pass all.
pub(super) type Passed = (Handle<Passing>, Vec<u32>);

/// Which rows pass which part of the filter, and the rows that pass all; only a filter by value has to be asked again
/// at another weight.
#[hook]
pub(super) fn use_passing(table: &Handle<Indexed>, tradeoff: &Handle<Tradeoff>, view: &View) -> Rc<Passed> {
    let weight = view.filter.clause(Field::Value).map(|_| view.weight);
    let key = (table.clone(), tradeoff.clone(), view.filter.clone(), weight);
    let weight = weight.unwrap_or(Weight::EVEN);
    use_memo(key, move |(table, tradeoff, filter, _)| {
        let passing = Question { table, tradeoff, weight }.passing(filter);
        let rows = passing.rows();
        (Handle(Rc::new(passing)), rows)
    })
}

/// How the rows after the filters stand among each other; a step of the weight changes nothing of it, but where there
/// is a filter by value.
#[hook]
pub(super) fn use_standing(
    table: &Handle<Indexed>,
    tradeoff: &Handle<Tradeoff>,
    passed: &Rc<Passed>,
) -> Handle<Standing> {
    let key = (table.clone(), tradeoff.clone(), Handle(Rc::clone(passed)));
    let standing = use_memo(key, |(table, tradeoff, passed)| {
        Question { table, tradeoff, weight: Weight::EVEN }.standing(&passed.1)
    });
    Handle(standing)
}

/// Between which places by score the rows of a page stand, where they are sorted by it; a step of the weight changes
/// nothing of it.
#[hook]
pub(super) fn use_ranges(
    scene: &Scene<'_>,
    passed: &Rc<Passed>,
    page: &[u32],
) -> Rc<Vec<Option<RangeInclusive<usize>>>> {
    let is_by_score = scene.question().is_by_score(&scene.view.sort);
    let key = (scene.table.clone(), scene.tradeoff.clone(), Handle(Rc::clone(passed)), is_by_score, page.to_vec());
    use_memo(key, |(table, tradeoff, passed, is_by_score, page)| {
        let question = Question { table, tradeoff, weight: Weight::EVEN };
        if *is_by_score { question.rank_ranges(page, &passed.1) } else { vec![None; page.len()] }
    })
}
