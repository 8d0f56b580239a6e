use super::card::pressable;
use super::element::{all, tag, text};
use super::figure_facts::source_link;
use super::finding::title;
use super::scene::{Scene, focus};
use compare::catalog::{Better, Kind, Reporter, Role, Source, Table};
use compare::format::{Digits, apart, counted, heading, trade, unit_note};
use compare::query::{Field, Precision, assumes_cached_price, other_provider};
use compare::state::{Action, Part};
use compare::units::{Gather, Unit};
use yew::prelude::*;

/// How many rows stand side by side at most.
pub(super) const MOST: usize = 4;

/// The rows that are picked and are in the table, in the order in which they were picked.
pub(super) fn picked(scene: &Scene<'_>) -> Vec<usize> {
    scene.view.selected.iter().filter_map(|id| scene.table.row(id)).gathered()
}

/// How many rows are picked, and where among the parts that are shown they stand side by side.
pub(super) fn picked_in_words(scene: &Scene<'_>, parts: &[Part]) -> String {
    let picked = picked(scene).len();
    let said = match picked {
        0 => return "None picked.".to_owned(),
        1 => ": one to three more, and they stand side by side",
        MOST => ", as many as stand side by side",
        more if more > MOST => ", of which the first 4 stand side by side",
        _ => ": they stand side by side",
    };
    let place = if picked < 2 || parts.contains(&Part::Compare) {
        "."
    } else if parts.contains(&Part::Table) {
        " below the table."
    } else {
        " below the chart."
    };
    [&*scene.wording.count(picked), " picked", said, place].concat()
}

/// How many rows are picked, with a press that shows them side by side and one that picks none; nothing where none is.
pub(super) fn picked_line(scene: &Scene<'_>, parts: &[Part]) -> Html {
    let picked = picked(scene).len();
    if picked == 0 {
        return Html::default();
    }
    let words = picked_in_words(scene, parts) + " ";
    let show = || {
        tag!(button type="button")
            .onclick(Callback::from(|event: Event| focus(&event, &[PART])))
            .text("Show side by side")
    };
    let clear = tag!(button type="button").onclick(scene.on_lift(Action::PickNone)).text("Clear");
    tag!(p class="mc-chosen").text(words).maybe((picked > 1).then(show)).child(clear).into()
}

/// Where the comparison is found within the widget.
const PART: &str = "[part=compare]";

/// The rows that are picked, side by side. Where fewer than two are, how to pick some, or nothing unless the part is
/// `asked` for.
pub(super) fn comparison(scene: &Scene<'_>, asked: bool) -> Html {
    let picked = picked(scene);
    if picked.len() < 2 && !asked {
        return Html::default();
    }
    let rows = picked.get(..MOST).unwrap_or(&picked);
    let content = if rows.len() < 2 { hint(scene, rows) } else { side_by_side(scene, rows, picked.len(), asked) };
    tag!(section class="mc-compare" part="compare" tabindex="-1" aria-label="Side by side")
        .child(title(scene, 1, "Side by side"))
        .child(content)
        .into()
}

fn hint(scene: &Scene<'_>, rows: &[usize]) -> Html {
    let words = "Tick the boxes of two to four rows of the table, and they stand side by side here.";
    let chosen = rows.first().map(|row| format!(" {} is picked.", scene.table.name(*row)));
    tag!(p class="mc-notes").text(words).text(chosen.unwrap_or_default()).into()
}

fn side_by_side(scene: &Scene<'_>, rows: &[usize], picked: usize, asked: bool) -> Html {
    let too_many = format!("{} are picked: the first {MOST} of them are shown.", scene.wording.count(picked));
    let too_many = (picked > MOST).then(|| tag!(p class="mc-notes").text(too_many));
    let sorted = sorted_out(scene, rows);
    let beside = Beside { scene, rows, sources: sources(scene, rows, &sorted) };
    let folded = [folded(&beside, "Agree", &sorted.agreeing), folded(&beside, "Known of one only", &sorted.single)];
    let names: Vec<&str> = sorted.unknown.iter().map(|field| heading(*field, scene.table)).gathered();
    let unknown = format!("Known of none of them: {}.", names.join(", "));
    let unknown = (!names.is_empty()).then(|| tag!(p class="mc-notes").text(unknown));
    all(vec![
        too_many.map(Into::into).unwrap_or_default(),
        chips(scene, rows, picked, asked),
        tag!(ul class="mc-trades").children(trades(scene, rows)).into(),
        table(&beside, &sorted.groups),
        all(folded.into()),
        unknown.map(Into::into).unwrap_or_default(),
        source_list(&beside),
    ])
}

/// Fields that say little, behind a press: how many rows they make, and what they have in common.
fn folded(beside: &Beside<'_>, title: &'static str, fields: &[Field]) -> Html {
    let summary = match (title, fields.len()) {
        (_, 0) => return Html::default(),
        ("Agree", 1) => "1 row agrees".to_owned(),
        ("Agree", rows) => format!("{}\u{a0}rows agree", beside.scene.wording.count(rows)),
        (_, 1) => "1 score is known of one only".to_owned(),
        (_, rows) => format!("{}\u{a0}scores are known of one only", beside.scene.wording.count(rows)),
    };
    let group = [(title, fields.to_vec())];
    let on_paper = tag!(span class="mc-on-paper").text(fields.iter().map(|field| known(beside, *field)).joined("; "));
    tag!(details).child(tag!(summary).text(summary).child(on_paper)).child(table(beside, &group)).into()
}

/// A field with what is first known of it among the rows, and of whom where it is not known of all.
fn known(beside: &Beside<'_>, field: Field) -> String {
    let (scene, rows) = (beside.scene, beside.rows);
    let cell = |row: &usize| Some((*row, scene.words().cell(&scene.question(), field, *row)?));
    let cells: Vec<(usize, String)> = rows.iter().filter_map(cell).gathered();
    let Some((row, figure)) = cells.first() else { return String::new() };
    let of = if cells.len() < rows.len() { [", ", scene.table.name(*row)].concat() } else { String::new() };
    [heading(field, scene.table), ": ", figure, &of].concat()
}

/// The rows that are compared, each with a press that takes it out.
fn chips(scene: &Scene<'_>, rows: &[usize], picked: usize, asked: bool) -> Html {
    let chips = rows.iter().filter_map(|row| {
        let id = scene.table.ids.get(*row)?.to_string();
        let action = Action::Pick(id.clone(), false);
        // Where the comparison goes away with it, the focus must go elsewhere.
        let onclick = if picked > 2 || asked { scene.on_gone(&[PART], action) } else { scene.on_lift(action) };
        let button = tag!(button type="button" class="mc-chip")
            .onclick(onclick)
            .child(tag!(span class="mc-unseen").text("Remove: "))
            .text(scene.table.name(*row).to_owned())
            .child(tag!(span aria-hidden="true").text(" ×"));
        Some(tag!(li).key(id).child(button).into())
    });
    let onclick = if asked { scene.on_gone(&[PART], Action::PickNone) } else { scene.on_lift(Action::PickNone) };
    let clear = tag!(button type="button" class="mc-reset").onclick(onclick).text("Clear all");
    tag!(ul class="mc-chips" aria-label="Rows side by side")
        .children(chips)
        .child(tag!(li).key("clear all").child(clear))
        .into()
}

/// What each row costs and brings beside the first.
fn trades<'a>(scene: &'a Scene<'_>, rows: &'a [usize]) -> impl Iterator<Item = Html> + 'a {
    let (question, words) = (scene.question(), scene.words());
    let first = rows.first().copied().unwrap_or_default();
    let cost = scene.view.cost_field();
    let said = rows.iter().skip(1).map(move |row| trade(&question, &words, cost, first, *row));
    said.filter(|said| !said.is_empty()).enumerate().map(|(at, said)| tag!(li).key(at).text(said).into())
}

/// Figures under a heading.
type Group = (&'static str, Vec<Field>);

/// The fields of a table, by what they tell of the rows that are compared.
struct Sorted {
    /// Those in which the rows differ, and those of the trade-off.
    groups: Vec<Group>,
    /// Those in which they agree.
    agreeing: Vec<Field>,
    /// Scores that only one row has.
    single: Vec<Field>,
    /// Those that are known of none.
    unknown: Vec<Field>,
}

impl Sorted {
    /// All that are shown, in reading order.
    fn shown(&self) -> impl Iterator<Item = Field> {
        let groups = self.groups.iter().flat_map(|(_, fields)| fields);
        groups.chain(&self.agreeing).chain(&self.single).copied()
    }
}

fn sorted_out(scene: &Scene<'_>, rows: &[usize]) -> Sorted {
    let table: &Table = scene.table;
    let lead = [scene.view.score.and(scene.view.cost).map(|_| Field::Value), scene.view.score.map(Field::Column)];
    let lead: Vec<Field> = lead.into_iter().chain([scene.view.cost_field()]).flatten().gathered();
    let workload = table.has_workload().then_some(Field::Workload);
    let others = workload.into_iter().chain((0..table.columns.len()).map(Field::Column));
    let others = others.filter(|field| field.id(table) != "name" && !lead.contains(field));
    let groups = ["Trade-off", "Prices", "Scores", "Facts"].map(|title| (title, Vec::new()));
    let mut sorted = Sorted { groups: groups.into(), agreeing: Vec::new(), single: Vec::new(), unknown: Vec::new() };
    for field in lead.iter().copied().chain(others) {
        let cell = |row: &usize| scene.words().cell(&scene.question(), field, *row);
        let texts: Vec<Option<String>> = rows.iter().map(cell).gathered();
        let known = texts.iter().flatten().count();
        let agree = texts.iter().all(|text| Some(text) == texts.first()) && have_same_number(scene, field, rows);
        let group = place_of(field, table);
        let list = if known == 0 {
            &mut sorted.unknown
        } else if lead.contains(&field) {
            &mut sorted.groups[0].1
        } else if agree {
            &mut sorted.agreeing
        } else if known == 1 && group == SCORES {
            &mut sorted.single
        } else {
            &mut sorted.groups[group].1
        };
        list.push(field);
    }
    sorted.groups.retain(|(_, fields)| !fields.is_empty());
    sorted
}

/// Whether the numbers of a field are equal, and not only written alike.
fn have_same_number(scene: &Scene<'_>, field: Field, rows: &[usize]) -> bool {
    let measure = scene.question().measure(field);
    let first = rows.first().and_then(|row| measure.get(*row));
    rows.iter().all(|row| measure.get(*row) == first)
}

/// The place of the group of prices, scores and facts.
const PRICES: usize = 1;
const SCORES: usize = 2;
const FACTS: usize = 3;

/// The place of the group of a field outside the trade-off.
fn place_of(field: Field, table: &Table) -> usize {
    let Some(column) = field.column(table) else { return PRICES };
    let is_quantity = matches!(column.unit, Unit::Tokens | Unit::Parameters | Unit::Seconds);
    if column.unit.is_money() {
        PRICES
    } else if column.kind() == Kind::Number && column.better.is_some() && !is_quantity {
        SCORES
    } else {
        FACTS
    }
}

/// Rows that stand side by side, with the sources of what is shown of them.
struct Beside<'a> {
    scene: &'a Scene<'a>,
    rows: &'a [usize],
    sources: Vec<&'a Source>,
}

/// The sources of what is shown, each once, as they come.
fn sources<'a>(scene: &Scene<'a>, rows: &[usize], sorted: &Sorted) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    let table: &'a Table = scene.table;
    for field in sorted.shown() {
        let Field::Column(column) = field else { continue };
        for row in rows.iter().filter(|row| !table.columns[column].cells.is_missing(**row)) {
            sources.extend(table.source(column, *row).filter(|source| !sources.contains(source)));
        }
    }
    sources
}

/// The sources by their numbers.
fn source_list(beside: &Beside<'_>) -> Html {
    let items = beside.sources.iter().enumerate();
    let items = items.map(|(at, source)| tag!(li).key(at).child(source_link(source)).into());
    tag!(ol class="mc-cited" aria-label="Sources of these figures").children(items).into()
}

/// A table with a column for each row and a row for each field.
fn table(beside: &Beside<'_>, groups: &[Group]) -> Html {
    let (scene, rows) = (beside.scene, beside.rows);
    let head = rows
        .iter()
        .map(|row| tag!(th scope="col" role="columnheader").key(*row).text(scene.table.name(*row).to_owned()).into());
    let head = tag!(tr role="row").child(tag!(td role="cell")).children(head);
    let bodies = groups.iter().map(|(title, fields)| {
        let lines = fields.iter().flat_map(|field| {
            let is_parameters = field.column(scene.table).is_some_and(|column| column.role == Some(Role::Parameters));
            let sizes = Precision::ALL.into_iter().filter(move |_| is_parameters);
            let sizes = sizes.map(|(size, words)| memory(scene, *field, size, words, rows));
            [line(beside, *field)].into_iter().chain(sizes)
        });
        let title = tag!(th scope="rowgroup" role="rowheader"; colspan = (rows.len() + 1).to_string()).text(*title);
        tag!(tbody role="rowgroup").child(tag!(tr role="row" class="mc-group").child(title)).children(lines).into()
    });
    let caption = tag!(caption class="mc-unseen").text("Side by side, with the differences from the first");
    tag!(table role="table" class="mc-beside")
        .child(caption)
        .child(tag!(thead role="rowgroup").child(head))
        .children(bodies)
        .into()
}

/// One field of all rows.
fn line(beside: &Beside<'_>, field: Field) -> Html {
    let (scene, rows) = (beside.scene, beside.rows);
    let measure = scene.question().measure(field);
    let best = best(field, scene.table, rows.iter().map(|row| measure.get(*row)));
    let first = rows.first().and_then(|row| measure.get(*row));
    let cells = rows.iter().enumerate().map(|(at, row)| {
        let Some(figure) = scene.words().cell(&scene.question(), field, *row) else {
            return cell(scene, *row, text("not known"), Vec::new());
        };
        let number = measure.get(*row);
        let mut notes = Vec::new();
        if let (Some(number), Some(first), true) = (number, first, at > 0) {
            notes.push(tag!(span class="mc-apart").text(apart(&scene.words(), field, number, first)).into());
        }
        notes.extend(interval(scene, field, *row));
        notes.extend(behind(beside, field, *row));
        let is_best = number.is_some() && number == best;
        let mark = is_best.then(|| tag!(strong class="mc-top").text(" ★ best"));
        cell(
            scene,
            *row,
            all(vec![pressable(scene, *row as u32, field, figure).into(), mark.map(Html::from).unwrap_or_default()]),
            notes,
        )
    });
    drawn(heading(field, scene.table), &unit_note(field, scene.table), cells)
}

/// The memory that weights take at a precision.
fn memory(scene: &Scene<'_>, field: Field, size: Precision, words: &'static str, rows: &[usize]) -> Html {
    let measure = scene.question().measure(field);
    let cells = rows.iter().map(|row| {
        let gigabytes =
            measure.get(*row).map(|parameters| scene.wording.0.number(size.gigabytes(parameters), Digits::up_to(1)));
        let figure = gigabytes.map_or_else(|| "not known".to_owned(), |gigabytes| counted(gigabytes, "GB"));
        cell(scene, *row, text(figure), Vec::new())
    });
    drawn(&format!("Memory at {words}"), "weights only", cells)
}

fn drawn(label: &str, unit: &str, cells: impl Iterator<Item = Html>) -> Html {
    let unit = (!unit.is_empty()).then(|| tag!(small).text(format!(" {unit}")));
    let head = tag!(th scope="row" role="rowheader").text(label.to_owned()).maybe(unit);
    tag!(tr role="row").child(head).children(cells).into()
}

/// A cell; on a phone it says whose it is.
fn cell(scene: &Scene<'_>, row: usize, figure: Html, notes: Vec<Html>) -> Html {
    tag!(td role="cell")
        .key(row)
        .child(tag!(span class="mc-whose").text(scene.table.name(row).to_owned()))
        .child(figure)
        .children(notes)
        .into()
}

/// The best number of a field of which more or less is better; `None` where all that are known are equal.
fn best(field: Field, table: &Table, numbers: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let numbers: Vec<f64> = numbers.flatten().gathered();
    let lower = match field.column(table) {
        None => field == Field::Workload,
        Some(column) if column.unit.is_money() => true,
        Some(column) => column.better? == Better::Lower,
    };
    let better = |one: f64, other: f64| if lower { one.min(other) } else { one.max(other) };
    let best = numbers.iter().copied().reduce(better)?;
    numbers.iter().any(|number| number.total_cmp(&best).is_ne()).then_some(best)
}

/// Between which bounds the true number lies.
fn interval(scene: &Scene<'_>, field: Field, row: usize) -> Option<Html> {
    let (low, high) = field.column(scene.table)?.bounds(row)?;
    let [low, high] = [low, high].map(|bound| scene.words().figure(field, bound));
    Some(tag!(span class="mc-from").text(format!("95\u{a0}%: {low} to {high}")).into())
}

/// What stands behind a figure: who charges it, who says so, when, and the number of its source.
fn behind(beside: &Beside<'_>, field: Field, row: usize) -> Option<Html> {
    let (scene, table): (_, &Table) = (beside.scene, beside.scene.table);
    let Field::Column(position) = field else {
        let assumed = field == Field::Workload && assumes_cached_price(table, &scene.view.workload, row);
        let assumed = if assumed { "; * cached input at the input price" } else { "" };
        let whose = other_provider(table, field, row).map(|provider| format!(" at the prices of {provider}"));
        return Some(
            tag!(span class="mc-from").text(format!("worked out{}{assumed}", whose.unwrap_or_default())).into(),
        );
    };
    let column = table.columns.get(position)?;
    let figure = column.figure(row);
    let provider = figure.map(|figure| figure.provider.to_string()).filter(|provider| !provider.is_empty());
    // Who charges a price knows it.
    let reporter =
        figure.and_then(|figure| figure.reported_by).filter(|_| provider.is_none()).map(|reporter| match reporter {
            Reporter::Vendor => "vendor’s own".to_owned(),
            Reporter::Independent => "independent".to_owned(),
        });
    let source = table.source(position, row);
    let is_number = column.kind() == Kind::Number;
    let date = table.as_of(position, row).or_else(|| source.and_then(|source| source.date)).filter(|_| is_number);
    let date = date.map(|date| scene.wording.0.date(date));
    let nothing = (source.is_none() && is_number).then(|| "no source".to_owned());
    let words: Vec<String> = [provider, reporter, date, nothing].into_iter().flatten().gathered();
    let reference = source.and_then(|source| reference(beside, source));
    let is_said = !words.is_empty() || reference.is_some();
    is_said.then(|| tag!(span class="mc-from").text(words.join(", ") + " ").maybe(reference).into())
}

/// The number of a source, which leads to its address.
fn reference(beside: &Beside<'_>, source: &Source) -> Option<Html> {
    let number = beside.sources.iter().position(|other| other.id == source.id)? + 1;
    let (shown, title) = (format!("[{number}]"), source.title.to_string());
    if source.url.is_empty() {
        return Some(tag!(span; title = title).text(shown).into());
    }
    let name = format!("Source {number}: {title}");
    Some(tag!(a; href = source.url.to_string(), title = title, aria-label = name).text(shown).into())
}
