use super::book::{link, shows};
use super::element::{Element, all, tag, text};
use super::finding::{Findings, Reached, as_of, computed, plain_table, said, title};
use super::plot::{Axes, Line, bar_plot, class, line_plot};
use super::row::mark;
use super::scene::Scene;
use compare::catalog::{Better, Book, Point, Series, Table};
use compare::chart::Scale;
use compare::format::{cheapest_sentence, count, gap_sentence, heading, point, price_note, quarter, unit_note};
use compare::query::{Field, History, Step, moment};
use compare::state::Part;
use compare::units::Gather;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How it came to be so: prices of a score, best scores, models per quarter, and what others have claimed.
///
/// `place` is where the slider of the score stands, from 0 to 100, and `reached` what follows from it.
pub(super) fn trends(
    scene: &Scene<'_>,
    findings: &Findings,
    (place, reached): (&UseStateHandle<u32>, Option<&Reached>),
    book: &Book,
) -> Html {
    let Scene { table, view, wording, .. } = scene;
    let part = tag!(section class="mc-finding" part="trends" tabindex="-1" aria-label="Trends");
    let part = part.child(title(scene, 1, "Trends"));
    let Some(history) = &findings.history else {
        let why = if table.dates().is_none() { "The table has no dates" } else { "No model here is dated" };
        return part
            .child(computed(scene, format!("{why}, so that there are no trends to show"), &["[part=trends]"]))
            .child(claimed(scene, book))
            .into();
    };
    let dated = history.dated.len();
    let undated = (history.undated > 0).then(|| format!("; {} have none", wording.count(history.undated)));
    let rows = count(dated, table.len(), &*wording.0);
    let about = ["Computed from ", &rows, " with a date", &undated.unwrap_or_default()].concat();
    let fields: Vec<Field> = view.score.map(Field::Column).into_iter().chain(view.cost_field()).gathered();
    part.child(computed(scene, about, &["[part=trends]"]))
        .child(cheapest(scene, history, place, reached))
        .child(best(scene, history))
        .child(releases(scene, history))
        .child(claimed(scene, book))
        .child(as_of(scene, &fields))
        .into()
}

/// The years that a history spans, whole.
fn years(history: &History) -> Scale {
    Scale::linear(f64::from(history.years.0), f64::from(history.years.1) + 1.0)
}

/// A picture with its title, what it says in words, and its numbers as a table.
fn figure(head: Html, sentence: String, picture: Html, table: Html) -> Element {
    tag!(figure class="mc-trend")
        .child(head)
        .child(tag!(figcaption).text(sentence))
        .child(picture)
        .child(tag!(details).child(tag!(summary).text("As a table")).child(table))
}

/// What a score cost over time; empty where that is not known, or no score is followed.
pub(super) fn price_in_words(scene: &Scene<'_>, reached: Option<&Reached>) -> String {
    let (Some(score), Some(cost), Some(reached)) = (scene.view.score, scene.view.cost_field(), reached) else {
        return String::new();
    };
    cheapest_sentence(&reached.steps, Field::Column(score), reached.level, cost, &scene.words())
}

/// The cheapest price at which a score could be had, over time.
fn cheapest(scene: &Scene<'_>, history: &History, place: &UseStateHandle<u32>, reached: Option<&Reached>) -> Html {
    let Scene { table, view, wording, .. } = scene;
    let (Some(score), Some(cost)) = (view.score, view.cost_field()) else {
        return said("mc-about", "Without a score and a cost there is no price of a score to follow.".to_owned());
    };
    let (words, field) = (scene.words(), Field::Column(score));
    let Some(column) = table.columns.get(score) else { return Html::default() };
    let Some(Reached { level, steps }) = reached else {
        return said("mc-about", format!("No dated model has a known {}.", heading(field, table)));
    };
    let said_level = words.phrase(field, *level);
    let better = if column.better == Some(Better::Lower) { "at most" } else { "at least" };
    let wanted = format!("{} of {better} {said_level}", heading(field, table));
    let slider = level_slider(place, wanted.clone(), format!("{better} {said_level}"));
    let picture = price_line(scene, history, steps, cost);
    let rows = steps.iter().map(|step| {
        let name = text(table.name(step.row as usize).to_owned());
        vec![text(wording.0.date(step.date)), text(words.phrase(cost, step.number)), name]
    });
    let heads = vec!["Since".to_owned(), heading(cost, table).to_owned(), "Model".to_owned()];
    let caption = ["Cheapest ", heading(cost, table), " for ", &wanted].concat();
    let sentence = price_in_words(scene, reached);
    let head = all(vec![title(scene, 2, "The price of a score"), slider]);
    figure(head, sentence, picture, plain_table("mc-sides", caption, heads, rows))
        .child(said("mc-notes", price_note(cost, table.newest_behind(&[cost]), &words)))
        .into()
}

/// The slider of the score whose price is followed, with what is wanted in words.
fn level_slider(place: &UseStateHandle<u32>, wanted: String, said: String) -> Html {
    let oninput = {
        let place = place.clone();
        Callback::from(move |event: Event| {
            place.set(event.target_unchecked_into::<HtmlInputElement>().value_as_number() as u32);
        })
    };
    let range = tag!(input type="range" min="0" max="100" step="1"; aria-valuetext = said)
        .value(place.to_string())
        .oninput(oninput);
    tag!(label class="mc-level").child(tag!(span).text(wanted)).child(range).into()
}

/// The line of a price that falls; nothing where none is above nothing.
fn price_line(scene: &Scene<'_>, history: &History, steps: &[Step], cost: Field) -> Html {
    let words = scene.words();
    let prices = || steps.iter().map(|step| step.number).filter(|price| *price > 0.0);
    let (Some(least), Some(most)) = (prices().reduce(f64::min), prices().reduce(f64::max)) else {
        return Html::default();
    };
    let exponent = |price: f64, up: f64| 10_f64.powi((price.log10() + up).floor() as i32);
    let (bottom, top) = (exponent(least, 0.0), exponent(most, 1.0));
    let write = |price: f64| words.tick(cost, price);
    let title = [axis(scene, cost), ", logarithmic".to_owned()].concat();
    let line = [Line { open: None, steps }];
    line_plot(
        (&years(history), history.until),
        &Scale::log(bottom, top),
        Axes { title, write: &write, years: dates(scene.table) },
        &line,
    )
}

/// The title of an axis: what it measures, and in which unit.
fn axis(scene: &Scene<'_>, field: Field) -> String {
    let unit = unit_note(field, scene.table);
    let heading = heading(field, scene.table);
    if unit.is_empty() { heading.to_owned() } else { format!("{heading}, {unit}") }
}

/// The best open and the best closed score over time.
fn best(scene: &Scene<'_>, history: &History) -> Html {
    let Some(score) = scene.view.score else { return Html::default() };
    let (table, words, field) = (scene.table, scene.words(), Field::Column(score));
    let numbers = || history.open.iter().chain(&history.closed).map(|step| step.number);
    let (Some(low), Some(high)) = (numbers().reduce(f64::min), numbers().reduce(f64::max)) else {
        let why = "It is not known which of the dated models with a score are open: there is no gap to follow.";
        return said("mc-about", why.to_owned());
    };
    let lines = [Line { open: Some(true), steps: &history.open }, Line { open: Some(false), steps: &history.closed }];
    let write = |number: f64| words.tick(field, number);
    let picture = {
        let numbers = Scale::around(low, high, 5);
        let axes = Axes { title: axis(scene, field), write: &write, years: dates(table) };
        line_plot((&years(history), history.scored.map_or(history.until, moment)), &numbers, axes, &lines)
    };
    let row = |open: bool, step: &Step| {
        let kind = if open { "open" } else { "closed" };
        vec![
            text(scene.wording.0.date(step.date)),
            all(vec![mark(Some(open)), text(kind)]),
            text(words.phrase(field, step.number)),
            text(table.name(step.row as usize).to_owned()),
        ]
    };
    let rows = history.open.iter().map(|step| row(true, step));
    let rows = rows.chain(history.closed.iter().map(|step| row(false, step)));
    let heads = vec!["Since".to_owned(), "Weights".to_owned(), heading(field, table).to_owned(), "Model".to_owned()];
    let caption = format!("Best {} so far, open and closed", heading(field, table));
    let numbers = plain_table("mc-sides", caption, heads, rows);
    let head = all(vec![title(scene, 2, "The best open and the best closed score"), legend(false)]);
    let mut sentence = gap_sentence(&history.gaps, field, &words);
    if let Some(date) = history.scored.filter(|_| history.later > 0) {
        let (date, later) = (scene.wording.0.date(date), scene.wording.count(history.later));
        let of = heading(field, table);
        sentence =
            [&sentence, " After ", &*date, " no ", of, " is known of any row shown; ", &*later, " are dated later."]
                .concat();
    }
    figure(head, sentence, picture, numbers).into()
}

/// Whether a table dates its rows by the release of the models.
fn is_of_releases(table: &Table) -> bool {
    table.dates().is_some_and(|column| Field::Column(column).id(table) == "released")
}

/// What the dates of a table are.
fn dates(table: &Table) -> String {
    let by = table.dates().filter(|_| !is_of_releases(table));
    by.map_or("Date of release", |column| heading(Field::Column(column), table)).to_owned()
}

/// Rows per quarter, open and closed: models that were released where the table dates its rows so.
fn releases(scene: &Scene<'_>, history: &History) -> Html {
    let (Some(first), Some(last)) = (history.quarters.first(), history.quarters.last()) else {
        return Html::default();
    };
    let wording = scene.wording;
    let count = |count: usize| wording.count(count);
    let busiest =
        history.quarters.iter().fold(first, |most, at| if at.rows.total() > most.rows.total() { at } else { most });
    let only_year =
        (history.only_year > 0).then(|| format!(" Of {} more only the year is known.", count(history.only_year)));
    let earlier = (history.earlier > 0).then(|| format!(" {} more are earlier.", count(history.earlier)));
    let (what, title_of) =
        if is_of_releases(scene.table) { ("Models", "Models per quarter") } else { ("Rows", "Rows per quarter") };
    let sentence = format!(
        "{title_of}, from {} to {}: most in {}, {} of them open and {} closed.{}{}",
        quarter(first),
        quarter(last),
        quarter(busiest),
        count(busiest.rows.open),
        count(busiest.rows.closed),
        earlier.unwrap_or_default(),
        only_year.unwrap_or_default(),
    );
    let at = |year: u16, quarter: u8| f64::from(year) + f64::from(quarter) / 4.0;
    let span = Scale::linear(at(first.year, first.quarter - 1), at(last.year, last.quarter));
    let write = |number: f64| count(number as usize);
    let numbers = Scale::around(0.0, busiest.rows.total() as f64, 4);
    let axes = Axes { title: what.to_owned(), write: &write, years: dates(scene.table) };
    let picture = bar_plot(&span, &numbers, axes, &history.quarters);
    let rows = history.quarters.iter().map(|at| {
        vec![text(quarter(at)), text(count(at.rows.open)), text(count(at.rows.closed)), text(count(at.rows.unknown))]
    });
    let heads = ["Quarter", "Open", "Closed", "Not known"].map(str::to_owned).to_vec();
    let table = plain_table("mc-sides", title_of.to_owned(), heads, rows);
    let head = all(vec![title(scene, 2, title_of), legend(true)]);
    figure(head, sentence, picture, table).into()
}

/// Which shape and which line or bar is which.
fn legend(bars: bool) -> Html {
    let shown = if bars { ["open, filled", "closed, outlined"] } else { ["open, solid line", "closed, dashed line"] };
    let item = |(open, words): (bool, &'static str)| {
        let bar = || tag!(rect width="100%" height="100%"; class = class(Some(open)));
        let shape = if bars { tag!(svg class="mc-area mc-mark").child(bar()).into() } else { mark(Some(open)) };
        tag!(span).child(shape).text(words).into()
    };
    tag!(p class="mc-kinds" aria-hidden="true").children([true, false].into_iter().zip(shown).map(item)).into()
}

/// What others have claimed of the times, and that nobody has told how large the market is.
fn claimed(scene: &Scene<'_>, book: &Book) -> Html {
    let series = book.series.iter().filter(|series| series.table == scene.table.id);
    let items: Vec<Html> = series
        .map(|series| {
            let credited = if series.credited.is_empty() {
                "no source is named".to_owned()
            } else {
                format!("credited to {}", series.credited)
            };
            tag!(li)
                .child(tag!(strong).text(series.title.to_string()))
                .children(series.points.iter().enumerate().flat_map(|(at, one)| {
                    [text(if at == 0 { ": " } else { ", then " }), claimed_point(scene, series, one)]
                }))
                .child(text(format!("; {credited}. {}", series.note)))
                .into()
        })
        .gathered();
    if items.is_empty() {
        return Html::default();
    }
    let market = "No market size is shown: no market figure is known that could be traced to anyone who counted.";
    tag!(section class="mc-trend")
        .child(title(scene, 2, "What others claim"))
        .child(said("mc-about", "Claims of published pages, not figures of this table.".to_owned()))
        .child(tag!(ul class="mc-claimed").children(items))
        .child(said("mc-notes", market.to_owned()))
        .into()
}

/// A claimed number; a link to its claim where the claims are shown.
fn claimed_point(scene: &Scene<'_>, series: &Series, one: &Point) -> Html {
    let words = point(one, &series.unit, &*scene.wording.0);
    if shows(scene.presentation, Part::Claims) { link(&one.claim, words).into() } else { text(words) }
}
