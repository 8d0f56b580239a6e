use super::bar::bar;
use super::card::pressable;
use super::cell::score_scale;
use super::element::{all, tag, text};
use super::finding::{as_of, computed, plain_table, said, title};
use super::notes::workload_note;
use super::row::mark;
use super::scene::Scene;
use compare::catalog::{Reporter, Role};
use compare::chart::Scale;
use compare::format::{benchmark_note, heading, lead_sentence, share, unit_note};
use compare::query::{Field, PanelRow};
use compare::units::Gather;
use yew::prelude::*;

/// Score and relative cost of a few rows, with the sentence that the figures support.
///
/// The rows are those that the view is about, or else the picked ones, or else those that win at some weight, or,
/// where that is one alone, those on the frontier.
pub(super) fn panel(scene: &Scene<'_>, passing: &[u32]) -> Html {
    let Scene { table, view, .. } = scene;
    let chosen = chosen(scene, passing);
    let here = chosen.iter().copied().filter(|row| passing.contains(row)).gathered();
    let panel = scene.question().panel(&here);
    let part = tag!(section class="mc-finding" part="panel" aria-label="Performance against cost").child(title(
        scene,
        1,
        "Performance against cost",
    ));
    let (Some(score), Some(cost), 2..) = (panel.score, view.cost_field(), panel.rows.len()) else {
        let why = "There are no two models here with a score and a cost to set side by side.";
        return part
            .child(left_out(scene, [here.len(), here.len(), chosen.len()]))
            .child(said("mc-about", why.to_owned()))
            .into();
    };
    let (words, field) = (scene.words(), Field::Column(score));
    let better = table.columns.get(score).and_then(|column| column.better);
    let sentence = panel.lead(better).map(|lead| lead_sentence(&panel, &lead, &words)).unwrap_or_default();
    let mut notes = benchmark_note(&panel, view.score, &words);
    notes += "Cost is relative to the dearest of these. ";
    if cost == Field::Workload {
        notes += &workload_note(scene);
    }
    let scale = score_scale(table, Some(score));
    let rows = panel.rows.iter().map(|entry| entry_row(scene, entry, (score, cost), scale));
    let unit = |field: Field| match unit_note(field, table) {
        unit if unit.is_empty() => heading(field, table).to_owned(),
        unit => format!("{}, {unit}", heading(field, table)),
    };
    let heads = vec!["Model".to_owned(), unit(field), format!("{}, relative", heading(cost, table))];
    let caption =
        format!("{} and relative cost of {}\u{a0}models", heading(field, table), scene.wording.count(panel.rows.len()));
    part.child(left_out(scene, [panel.rows.len(), here.len(), chosen.len()]))
        .child(said("mc-lead-sentence", sentence))
        .child(plain_table("mc-sides mc-against", caption, heads, rows))
        .child(said("mc-notes", notes))
        .child(as_of(scene, &[field, cost]))
        .into()
}

/// A row with its name, its score and its cost, whose bars reach as far as a scale says.
fn entry_row(scene: &Scene<'_>, entry: &PanelRow, (score, cost): (usize, Field), scale: Option<Scale>) -> Vec<Html> {
    let (words, field) = (scene.words(), Field::Column(score));
    let share_of_scale = |number: f64| scale.map_or(0.0, |scale| scale.place(number));
    let score = entry.score.map(|number| {
        let figure = vec![
            bar(share_of_scale(number), None),
            pressable(scene, entry.row, field, words.phrase(field, number)).into(),
        ];
        (figure, reported(scene, score, entry.row))
    });
    let cost = entry.cost.map(|number| {
        let relative = entry.share.map(|relative| share(relative, words.numbers));
        let amount = words.phrase(cost, number);
        let (large, small) = relative.map_or((amount.clone(), None), |relative| (relative, Some(amount)));
        let charged = small.into_iter().chain(charged(scene, cost, entry.row)).joined("; ");
        (vec![bar(entry.share.unwrap_or_default(), None), pressable(scene, entry.row, cost, large).into()], charged)
    });
    vec![name(scene, entry), cell(score), cell(cost)]
}

/// How many of the rows chosen are left by filters, and how many of these are shown, where it is not all.
fn left_out(scene: &Scene<'_>, [shown, here, chosen]: [usize; 3]) -> Html {
    if shown == chosen {
        return Html::default();
    }
    let count = |rows: usize| scene.wording.count(rows);
    let (some, all, how) = if shown < here {
        (shown, here, " models are shown, as many as fit")
    } else {
        (here, chosen, " models are left")
    };
    computed(scene, [&count(some), " of ", &count(all), how].concat(), &["[part=panel]"])
}

/// The rows that a panel is of, before filters.
fn chosen(scene: &Scene<'_>, passing: &[u32]) -> Vec<u32> {
    let named = |ids: &[String]| ids.iter().filter_map(|id| scene.table.row(id)).map(|row| row as u32).gathered();
    if !scene.view.only.is_empty() {
        return named(&scene.view.only);
    }
    let picked = named(&scene.view.selected);
    let winners = || scene.standing.bands.iter().map(|band| band.row).gathered();
    match picked.iter().filter(|row| passing.contains(row)).count() {
        2.. => picked,
        _ if scene.standing.bands.len() > 1 => winners(),
        _ => scene.standing.frontier.clone(),
    }
}

/// The name of a row with the mark of its openness.
fn name(scene: &Scene<'_>, entry: &PanelRow) -> Html {
    let table = scene.table;
    let shape = table.openness().map(|_| mark(entry.open)).unwrap_or_default();
    let under = table.text("vendor", entry.row as usize).map(str::to_owned);
    let open = entry.open.map(|open| if open { "open weights" } else { "closed" }.to_owned());
    let under = under.into_iter().chain(open).joined(" · ");
    all(vec![shape, text(table.name(entry.row as usize).to_owned()), small(under)])
}

fn small(text: String) -> Html {
    if text.is_empty() { Html::default() } else { tag!(small).text(text).into() }
}

/// A bar with its figure and what makes it true, or that nothing is known.
fn cell(known: Option<(Vec<Html>, String)>) -> Html {
    match known {
        Some((mut nodes, under)) => {
            nodes.push(small(under));
            all(nodes)
        }
        None => tag!(span class="mc-missing").text("not known").into(),
    }
}

/// Who reported a score, and when.
fn reported(scene: &Scene<'_>, column: usize, row: u32) -> String {
    let figure = scene.table.columns.get(column).and_then(|column| column.figure(row as usize));
    let reporter = figure.and_then(|figure| figure.reported_by).map(|by| match by {
        Reporter::Vendor => "by its vendor".to_owned(),
        Reporter::Independent => "independent".to_owned(),
    });
    let date = scene.table.as_of(column, row as usize).map(|date| scene.wording.0.date(date));
    reporter.into_iter().chain(date).joined(", ")
}

/// Who charges a cost, and as of when; nothing where nobody is named.
fn charged(scene: &Scene<'_>, cost: Field, row: u32) -> Option<String> {
    let table = scene.table;
    let column = match cost {
        Field::Column(column) => column,
        _ => table.columns.iter().position(|column| column.role == Some(Role::InputPrice))?,
    };
    let provider = &table.columns.get(column)?.figure(row as usize)?.provider;
    let date = table.as_of(column, row as usize).map(|date| scene.wording.0.date(date));
    let provider = (!provider.is_empty()).then(|| provider.to_string());
    let said = provider.into_iter().chain(date).joined(", ");
    (!said.is_empty()).then_some(said)
}
