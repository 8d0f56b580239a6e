use super::element::tag;
use super::narrowed::is_narrowed;
use super::scene::Scene;
use super::told::Told;
use compare::format::chip;
use compare::query::{Field, Hidden, Indexed};
use compare::state::{Action, View};
use compare::units::Gather;
use std::rc::Rc;
use yew::prelude::*;

/// So many groups of rows that a search finds are told one by one.
const MOST_GROUPS: usize = 3;

/// So many rows of a group are named.
const MOST_NAMES: usize = 2;

/// Whether there are words to search for.
pub(super) fn is_searched(view: &View) -> bool {
    !view.filter.text.trim().is_empty()
}

/// Why rows do not show: those that the search finds, with the filters that hide them and a press that lifts exactly
/// these; and how many each filter hides of all rows. `own` are the ids of the rows that the page itself compares.
pub(super) fn hidden(scene: &Scene<'_>, told: &Told, own: &Rc<[String]>, shown: usize) -> Html {
    let hidden = scene.table.len() - shown;
    let groups = &told.found;
    let found = groups.iter().take(MOST_GROUPS).map(|group| found_entry(scene, group, shown));
    let further: usize = groups.iter().skip(MOST_GROUPS).map(|group| group.rows.len()).sum();
    let further = (further > 0).then(|| further_entry(scene, further));
    let outside = outside_entry(scene, &told.outside, own);
    let entries: Vec<Html> = found.chain(further).chain(outside).gathered();
    let list = (!entries.is_empty()).then(|| tag!(ul class="mc-found").children(entries));
    let why = (hidden > 0).then(|| why(scene, hidden));
    tag!(div class="mc-hidden").maybe(list).maybe(why).into()
}

/// The first of what is said of rows that the search finds and that do not show; empty where there are none.
pub(super) fn hidden_in_words(scene: &Scene<'_>, told: &Told, shown: usize) -> String {
    let found = told.found.first().map(|group| found_in_words(scene, group, shown));
    found.or_else(|| outside_in_words(scene, &told.outside)).unwrap_or_default()
}

/// Rows that the search finds and that the same filters hide.
fn found_entry(scene: &Scene<'_>, group: &Hidden, shown: usize) -> Html {
    let key = names_key(scene, group);
    let what = if group.by.len() == 1 { "Lift it" } else { "Lift them" };
    entry(scene, key, found_in_words(scene, group, shown), what, &names_of(scene, &group.by), lifting(&group.by))
}

fn found_in_words(scene: &Scene<'_>, group: &Hidden, shown: usize) -> String {
    let name = |row: &u32| scene.table.name(*row as usize);
    let names: Vec<&str> = group.rows.iter().take(MOST_NAMES).map(name).gathered();
    let (who, verb) = match names[..] {
        [name] => (name.to_owned(), "is"),
        _ if group.rows.len() <= MOST_NAMES => (names.join(" and "), "are"),
        _ => (
            format!("{} {}rows match and", scene.wording.count(group.rows.len()), if shown > 0 { "more " } else { "" }),
            "are",
        ),
    };
    format!("{who} {verb} hidden by {}. ", names_of(scene, &group.by))
}

/// The id of the first row of a group.
fn names_key(scene: &Scene<'_>, group: &Hidden) -> String {
    let first = group.rows.first().and_then(|row| scene.table.ids.get(*row as usize));
    first.map(ToString::to_string).unwrap_or_default()
}

fn further_entry(scene: &Scene<'_>, rows: usize) -> Html {
    let said = format!("{} more rows match and are hidden by other filters. ", scene.wording.count(rows));
    let fields: Vec<Field> = scene.view.filter.clauses.iter().map(|clause| clause.field).gathered();
    entry(scene, "further rows".to_owned(), said, "Lift all but the search", "", lifting(&fields))
}

/// The rows that the search would find in the table that the comparison is not about.
pub(super) fn outside(tables: &[Rc<Indexed>], view: &View) -> Vec<u32> {
    let Some(whole) = tables.get(view.table).filter(|_| !view.only.is_empty() && is_searched(view)) else {
        return Vec::new();
    };
    let is_outside = |row: &u32| whole.ids.get(*row as usize).is_some_and(|id| view.only.iter().all(|only| id != only));
    whole.found(view.filter.text.trim()).into_iter().filter(is_outside).gathered()
}

/// These; where the page itself compares all rows, a press lifts what the reader has narrowed.
fn outside_entry(scene: &Scene<'_>, rows: &[u32], own: &Rc<[String]>) -> Option<Html> {
    let (said, key) = (outside_in_words(scene, rows)?, "all the others".to_owned());
    if own.is_empty() && is_narrowed(scene, own) {
        return Some(entry(scene, key, said, "Show all", "", Action::Only(Rc::clone(own))));
    }
    Some(tag!(li).key(key).text(said).into())
}

fn outside_in_words(scene: &Scene<'_>, rows: &[u32]) -> Option<String> {
    let whole = scene.tables.get(scene.view.table)?;
    Some(match rows {
        [] => return None,
        [row] => format!("{} is not part of this comparison. ", whole.name(*row as usize)),
        _ => format!("{} more rows match that are not part of this comparison. ", scene.wording.count(rows.len())),
    })
}

/// How many rows each part of the filter hides, unfolded by a press.
fn why(scene: &Scene<'_>, hidden: usize) -> Html {
    let filter = &scene.view.filter;
    let text = filter.text.trim();
    let search = (!text.is_empty()).then(|| {
        let said = hides(scene, &format!("The search for “{text}”"), None);
        entry(scene, "text".to_owned(), said, "Lift it", &format!("“{text}”"), Action::Search(String::new()))
    });
    let clauses = filter.clauses.iter().map(|clause| {
        let label = chip(clause, &scene.words());
        let said = hides(scene, &label, Some(clause.field));
        entry(scene, clause.field.id(scene.table).to_owned(), said, "Lift it", &label, Action::Lift(clause.field))
    });
    let rows =
        if hidden == 1 { "1 row is".to_owned() } else { format!("{}\u{a0}rows are", scene.wording.count(hidden)) };
    tag!(details class="mc-why")
        .child(tag!(summary).text(format!("{rows} hidden. Why?")))
        .child(tag!(ul).children(search).children(clauses))
        .into()
}

fn hides(scene: &Scene<'_>, what: &str, field: Option<Field>) -> String {
    format!("{what} hides {}. ", scene.wording.count(scene.passing.count_hidden(field)))
}

/// A sentence with a press that lifts what it names.
fn entry(scene: &Scene<'_>, key: String, said: String, press: &'static str, what: &str, action: Action) -> Html {
    let button = tag!(button type="button" class="mc-reset").onclick(scene.on_lift(action)).text(press);
    let unseen = tag!(span class="mc-unseen").text(format!(" ({what})"));
    tag!(li).key(key).text(said).child(if what.is_empty() { button } else { button.child(unseen) }).into()
}

/// The clauses on some fields in words.
fn names_of(scene: &Scene<'_>, fields: &[Field]) -> String {
    let words = scene.words();
    let clauses = fields.iter().filter_map(|field| scene.view.filter.clause(*field));
    clauses.map(|clause| chip(clause, &words)).joined(" and by ")
}

/// Lifts the clauses on some fields at once.
fn lifting(fields: &[Field]) -> Action {
    Action::InTurn(fields.iter().copied().map(Action::Lift).gathered())
}
