//! What panel, statistics and trends have in common.

use super::chips::lifts;
use super::element::{Element, tag};
use super::scene::Scene;
use super::{Go, Handle, Way};
use compare::catalog::Better;
use compare::chart::Scale;
use compare::format::heading;
use compare::query::{Field, History, Indexed, Passing, Question, Statistics, Step, Tradeoff};
use compare::state::{Action, Part};
use compare::units::{Gather, Weight};
use std::rc::Rc;
use yew::prelude::*;

/// What the rows after the filters come to, and how it came to be so.
#[derive(Default, PartialEq)]
pub(super) struct Findings {
    pub statistics: Statistics,
    /// `None` where no row is dated.
    pub history: Option<History>,
}

/// What is found in the rows after the filters, as far as a part shows it; a step of the weight changes nothing of it.
#[hook]
pub(super) fn use_findings(
    table: &Handle<Indexed>,
    tradeoff: &Handle<Tradeoff>,
    passed: &Rc<(Handle<Passing>, Vec<u32>)>,
    parts: &Rc<[Part]>,
) -> Rc<Findings> {
    let key = (table.clone(), tradeoff.clone(), Handle(Rc::clone(passed)), Rc::clone(parts));
    use_memo(key, |(table, tradeoff, passed, parts)| {
        let question = Question { table, tradeoff, weight: Weight::EVEN };
        let rows = &passed.1;
        let mut findings = Findings::default();
        if parts.contains(&Part::Stats) {
            findings.statistics = question.statistics(rows);
        }
        if parts.contains(&Part::Trends) {
            findings.history = question.history(rows);
        }
        findings
    })
}

/// A score, and each time that it could be had for less.
#[derive(PartialEq)]
pub(super) struct Reached {
    pub level: f64,
    pub steps: Vec<Step>,
}

/// What the score cost over time that lies at a place, from 0 to 100, between the worst and the best of the dated rows;
/// `None` where none of them has a known score.
#[hook]
pub(super) fn use_reached(
    table: &Handle<Indexed>,
    tradeoff: &Handle<Tradeoff>,
    findings: &Rc<Findings>,
    place: u32,
) -> Rc<Option<Reached>> {
    let key = (table.clone(), tradeoff.clone(), Handle(Rc::clone(findings)), place);
    use_memo(key, |(table, tradeoff, findings, place)| {
        let (history, column) = (findings.history.as_ref()?, table.columns.get(tradeoff.score()?)?);
        let scores = || history.dated.iter().filter_map(|row| column.cells.number(*row as usize));
        let (low, high) = (scores().reduce(f64::min)?, scores().reduce(f64::max)?);
        let share = f64::from(*place) / 100.0;
        let share = if column.better == Some(Better::Lower) { 1.0 - share } else { share };
        let level = Scale::linear(low, high).round_at(share).max(low).min(high);
        let steps = Question { table, tradeoff, weight: Weight::EVEN }.cheapest(history, level);
        Some(Reached { level, steps })
    })
}

/// A heading so many levels below that of the widget.
pub(super) fn title(scene: &Scene<'_>, below: u8, text: &'static str) -> Html {
    Element::heading(scene.presentation.heading_level + below, "mc-subheading").text(text).into()
}

/// A paragraph of a class, or nothing where there is nothing to say.
pub(super) fn said(class: &'static str, text: String) -> Html {
    if text.is_empty() { Html::default() } else { tag!(p; class = class).text(text).into() }
}

/// From how many rows something is computed, and, where filters narrow them, which, with a press that lifts them and
/// leaves the focus with the part.
pub(super) fn computed(scene: &Scene<'_>, rows: String, part: &'static [&'static str]) -> Html {
    if scene.view.filter.is_empty() {
        return said("mc-about", rows + ".");
    }
    let onclick = scene.on_gone(part, Action::LiftAll);
    let lift = tag!(button type="button" class="mc-show").onclick(onclick).text("Lift all filters");
    let filters = lifts(&scene.view.filter, &scene.words()).into_iter().map(|(_, label, _)| label).joined(", ");
    let said = [&rows, ". Only rows that pass the filters count: ", &filters, ". "].concat();
    tag!(p class="mc-about").text(said).child(lift).into()
}

/// When the newest figure behind each of some fields was true, or else the newest of all.
pub(super) fn as_of(scene: &Scene<'_>, fields: &[Field]) -> Html {
    let mut dates = String::new();
    for field in fields {
        if let Some(date) = scene.table.newest_behind(&[*field]) {
            let after = if dates.is_empty() { "" } else { ", " };
            dates = [&dates, after, &scene.wording.0.date(date), " (", heading(*field, scene.table), ")"].concat();
        }
    }
    if let Some(date) = scene.table.newest().filter(|_| dates.is_empty()) {
        dates = scene.wording.0.date(date);
    }
    said("mc-asof", if dates.is_empty() { dates } else { ["As of ", &dates, "."].concat() })
}

/// A button that shows the table as some actions leave it, even where the page shows none, and leads on to it.
pub(super) fn show_button(scene: &Scene<'_>, actions: Vec<Action>, name: &str) -> Element {
    let label = format!("Show {name} in the table");
    let act = Action::InTurn(actions);
    let onclick = if scene.presentation.parts.contains(&Part::Table) {
        scene.on_lift(act)
    } else {
        let go = Go { way: Way::Act(Handle(Rc::new(act))), part: Part::Table, from: AttrValue::default() };
        scene.on_go.reform(move |_: Event| go.clone())
    };
    tag!(button type="button" class="mc-show"; aria-label = label).onclick(onclick).text("Show")
}

/// A plain table: a caption, headings, and rows of which the first cell is the heading.
///
/// Roles are written out, for a table that is laid out otherwise on a narrow screen is none any more to the browser.
pub(super) fn plain_table(
    class: &'static str,
    caption: String,
    heads: Vec<String>,
    rows: impl Iterator<Item = Vec<Html>>,
) -> Html {
    let heads = heads.into_iter().map(|head| tag!(th scope="col" role="columnheader").text(head).into());
    let row = |cells: Vec<Html>| {
        let cells = cells.into_iter().enumerate().map(|(place, cell)| match place {
            0 => tag!(th scope="row" role="rowheader").child(cell).into(),
            _ => tag!(td role="cell").child(cell).into(),
        });
        tag!(tr role="row").children(cells).into()
    };
    tag!(table role="table"; class = class)
        .child(tag!(caption).text(caption))
        .child(tag!(thead role="rowgroup").child(tag!(tr role="row").children(heads)))
        .child(tag!(tbody role="rowgroup").children(rows.map(row)))
        .into()
}
