use super::bar::bar;
use super::card::pressable;
use super::element::{all, tag, text};
use super::finding::{Findings, as_of, computed, plain_table, said, show_button, title};
use super::row::mark;
use super::scene::Scene;
use compare::catalog::Role;
use compare::format::{
    Takeaway, bin, count, coverage, gap, heading, licence_takeaway, openness_takeaway, price_definition,
    price_takeaway, share, unlike,
};
use compare::query::{Best, Clause, Field, Mix, PriceRatios, SortKey, Statistics, Test};
use compare::state::Action;
use compare::units::Gather;
use yew::prelude::*;

/// So many names of a column are told one by one.
const LONGEST: usize = 8;

/// What the rows after the filters come to.
pub(super) fn stats(scene: &Scene<'_>, findings: &Findings) -> Html {
    let Scene { table, view, .. } = scene;
    let (statistics, words) = (&findings.statistics, scene.words());
    let score = view.score.map(Field::Column);
    let definition = price_definition(statistics, score, view.cost_field(), &words);
    let takeaways = takeaways(scene, statistics);
    let mixes = statistics.licences.iter().map(|mix| licences(scene, mix));
    let context = contexts(scene, statistics);
    let fields: Vec<Field> = score.into_iter().chain(view.cost_field()).gathered();
    let rows = ["Computed from ", &count(statistics.rows, table.len(), words.numbers)].concat();
    tag!(section class="mc-finding" part="stats" tabindex="-1" aria-label="Statistics")
        .child(title(scene, 1, "Statistics"))
        .child(computed(scene, rows, &["[part=stats]"]))
        .child(tag!(ul class="mc-takeaways").children(takeaways))
        .child(said("mc-notes", definition.unwrap_or_default()))
        .child(said("mc-notes", lacking(scene, statistics)))
        .child(best_table(scene, statistics))
        .child(tag!(div class="mc-shares").children(mixes.chain(context)))
        .child(as_of(scene, &fields))
        .into()
}

/// What cannot be told for want of columns or figures, a sentence each.
fn lacking(scene: &Scene<'_>, statistics: &Statistics) -> String {
    let no = |lacks: bool, what: &'static str| lacks.then_some(what);
    let table = scene.table;
    let said = [
        no(statistics.openness.is_none(), "The table does not say which models have open weights."),
        no(statistics.licences.is_empty(), "The table names no licences."),
        no(statistics.contexts.is_none(), "The table knows no context windows."),
        no(
            table.openness().is_some() && statistics.prices.is_none(),
            "No score can be had of open and of closed models at a known cost above 0, so that there are no prices to compare.",
        ),
    ];
    said.into_iter().flatten().joined(" ")
}

/// The takeaways that the rows support, each with what shows it.
fn takeaways(scene: &Scene<'_>, statistics: &Statistics) -> Vec<Html> {
    let Scene { table, view, .. } = scene;
    let words = scene.words();
    let mut all: Vec<(Takeaway, Vec<Action>, &'static str)> = Vec::new();
    let only = |column: usize, name: &str| {
        let test = Some(Test::Any(vec![name.to_owned()]));
        Action::Narrow(Clause { field: Field::Column(column), test, missing: false })
    };
    if let (Some(split), Some(column)) = (statistics.openness, table.openness())
        && let Some(said) = openness_takeaway(split, &words)
    {
        all.push((said, vec![only(column, "yes")], "the open models"));
    }
    if let Some(mix) = statistics.licences.first()
        && let (Some(said), Some((name, _))) = (licence_takeaway(mix, &words), mix.shares.first())
    {
        let name = table.columns.get(mix.column).and_then(|column| column.cells.names().get(*name as usize));
        all.push((said, name.map(|name| only(mix.column, name)).into_iter().gathered(), "these models"));
    }
    if let Some(prices) = &statistics.prices
        && let Some(said) = price_takeaway(prices, &words)
    {
        all.push((said, compared(scene, prices), "the models that are compared"));
    }
    if let Some(best) = statistics.best.iter().find(|best| Some(best.column) == view.score) {
        all.push((best_takeaway(scene, best), sorted_by(scene, best.column), "the best models"));
    }
    let item = |(said, actions, what): (Takeaway, Vec<Action>, &'static str)| {
        tag!(li)
            .child(tag!(strong).text(said.number))
            .child(tag!(span).text(format!(" {} ", said.words)))
            .child(show_button(scene, actions, what))
            .into()
    };
    all.into_iter().map(item).gathered()
}

/// Shows the rows whose prices are compared, the cheapest first.
fn compared(scene: &Scene<'_>, prices: &PriceRatios) -> Vec<Action> {
    let Scene { table, view, .. } = scene;
    let is_told = |row: u32| prices.pairs.iter().any(|pair| pair.open == row || pair.closed == row);
    let mut ids = Vec::new();
    for (row, id) in (0..).zip(table.ids.iter()) {
        if is_told(row) {
            ids.push(id.to_string());
        }
    }
    let mut actions = vec![Action::Only(ids.into())];
    if let Some(cost) = view.cost_field() {
        actions.push(Action::Sort(vec![SortKey::first(cost, table)]));
    }
    actions
}

fn best_takeaway(scene: &Scene<'_>, best: &Best) -> Takeaway {
    let (table, field) = (scene.table, Field::Column(best.column));
    let ahead = match best.gap {
        0.0 => "between the best open and the best closed model",
        ahead if ahead < 0.0 => "is how far the best open model is ahead of the best closed one",
        _ => "is how far the best open model is behind the best closed one",
    };
    let name = |row: u32| table.name(row as usize);
    let among = coverage(best, &scene.words());
    let is_level = best.gap == 0.0;
    let number = if is_level { "No gap".to_owned() } else { gap(field, best.gap.abs(), &scene.words()) };
    let level = if is_level { " are level" } else { "" };
    let words = format!(
        "{ahead} in {}: {} and {}{level} (with a score: {among})",
        heading(field, table),
        name(best.open),
        name(best.closed)
    );
    Takeaway { number, words }
}

/// Makes a column the score and sorts by it, best first.
fn sorted_by(scene: &Scene<'_>, column: usize) -> Vec<Action> {
    vec![Action::Score(column), Action::Sort(vec![SortKey::first(Field::Column(column), scene.table)])]
}

/// The best open beside the best closed row of each benchmark.
fn best_table(scene: &Scene<'_>, statistics: &Statistics) -> Html {
    if statistics.best.is_empty() {
        return Html::default();
    }
    let (table, words) = (scene.table, scene.words());
    let side = |column: usize, row: u32, open: bool, differs: bool| {
        let known = table.columns.get(column);
        let number = known.and_then(|column| column.cells.number(row as usize));
        let score = number.map(|number| words.phrase(Field::Column(column), number)).unwrap_or_default();
        let date = table.dated(column, row as usize).map(|date| scene.wording.0.date(date));
        let date = date.unwrap_or_else(|| "no date".to_owned());
        let under = tag!(small).text(format!("{}, {date}", table.name(row as usize)));
        let note = known.and_then(|column| column.figure(row as usize)).map(|figure| figure.note.to_string());
        let note = said_small(note.filter(|_| differs).unwrap_or_default());
        all(vec![mark(Some(open)), pressable(scene, row, Field::Column(column), score).into(), under.into(), note])
    };
    let rows = statistics.best.iter().map(|best| {
        let field = Field::Column(best.column);
        let label = heading(field, table);
        let size = gap(field, best.gap.abs(), &words);
        let ahead = if best.gap < 0.0 { "open ahead by" } else { "closed ahead by" };
        let verdict = if best.gap == 0.0 { "none".to_owned() } else { format!("{ahead} {size}") };
        let show = show_button(scene, sorted_by(scene, best.column), label).into();
        let unlike = table.columns.get(best.column).map(|column| unlike(column, best)).unwrap_or_default();
        let differs = !unlike.is_empty();
        let unlike = if differs { ["≠ ", &unlike].concat() } else { unlike };
        vec![
            all(vec![text(label.to_owned()), show, said_small(coverage(best, &words))]),
            side(best.column, best.open, true, differs),
            side(best.column, best.closed, false, differs),
            all(vec![text(verdict), said_small(unlike)]),
        ]
    });
    let heads = ["Benchmark", "Best open", "Best closed", "Gap"].map(str::to_owned).to_vec();
    plain_table(
        "mc-sides mc-pairs",
        "Best open against best closed: how many models have a score, and the dates of the figures".to_owned(),
        heads,
        rows,
    )
}

/// A small line, or nothing where there is nothing to say.
fn said_small(text: String) -> Html {
    if text.is_empty() { Html::default() } else { tag!(small).text(text).into() }
}

/// How the rows share in the names of a column.
fn licences(scene: &Scene<'_>, mix: &Mix) -> Html {
    let column = scene.table.columns.get(mix.column);
    let known: usize = mix.shares.iter().map(|(_, count)| count).sum();
    let name = |name: u32| column.and_then(|column| column.cells.names().get(name as usize)).map_or("", |name| name);
    let mut rows: Vec<(String, usize)> =
        mix.shares.iter().map(|(at, count)| (name(*at).to_owned(), *count)).take(LONGEST).gathered();
    let others = mix.shares.iter().skip(LONGEST);
    let count = others.clone().count();
    if count > 0 {
        rows.push((format!("{} others", scene.wording.count(count)), others.map(|(_, count)| count).sum()));
    }
    shares(scene, heading(Field::Column(mix.column), scene.table), rows, known, mix.unknown)
}

/// How long context windows are.
fn contexts(scene: &Scene<'_>, statistics: &Statistics) -> Option<Html> {
    let (bins, unknown) = statistics.contexts.as_ref()?;
    let known = bins.iter().map(|bin| bin.count).sum();
    let label = scene.table.playing(Role::Context).map(|column| format!("{}, tokens", column.label))?;
    let rows = bins.iter().map(|at| (bin(at, &scene.words()), at.count)).gathered();
    Some(shares(scene, &label, rows, known, *unknown))
}

/// Shares of the rows known as bars with their figures.
fn shares(scene: &Scene<'_>, label: &str, rows: Vec<(String, usize)>, known: usize, unknown: usize) -> Html {
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1) as f64;
    let unknown = (unknown > 0).then(|| ("not known".to_owned(), unknown, None));
    let rows = rows.into_iter().map(|(name, count)| (name, count, Some(count as f64)));
    let rows = rows.chain(unknown).map(|(name, count, share_of)| {
        let bar = share_of.map(|count| bar(count / most, None)).unwrap_or_default();
        let part = share_of.filter(|_| known > 0).map(|count| share(count / known as f64, &*scene.wording.0));
        let figure = tag!(span class="mc-tally").text(scene.wording.count(count));
        vec![text(name), all(vec![bar, figure.into()]), text(part.unwrap_or_default())]
    });
    let heads = vec![label.to_owned(), "Models".to_owned(), "Share of those known".to_owned()];
    plain_table("mc-sides", format!("Models by {label}"), heads, rows)
}
