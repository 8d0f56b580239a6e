//! Checks on what stands above the rows.

use super::column_maker::ColumnMaker;
use super::fault::{Fault, Place, Problem};
use super::header::{ColumnSpec, SourceSpec};
use super::table::{Better, Role, Source};
use super::{Kind, is_id};
use crate::units::{Date, Gather, Text, Unit};

/// A figure names its source by a position of two bytes.
const MOST_SOURCES: usize = u16::MAX as usize + 1;

/// The sources, each fault noted.
pub(super) fn check_sources(specs: &[SourceSpec], faults: &mut Vec<Fault>) -> Vec<Source> {
    let known: Vec<String> = specs.iter().filter_map(|spec| spec.id.clone()).gathered();
    let mut sources: Vec<Source> = Vec::new();
    if specs.len() > MOST_SOURCES {
        let mend = "there are 65,536 at most";
        Place::default().key_lacks("sources", "room for so many sources", mend, faults);
        return sources;
    }
    for (position, spec) in specs.iter().enumerate() {
        let place = Place::of("sources", position);
        let id = check_id(spec.id.as_deref(), "source", &place, faults);
        if sources.iter().any(|source| !id.is_empty() && source.id == id) {
            let mend = "give one of them another `id`";
            place.repeats("id", "source", &id, mend, faults);
        }
        let url = spec.url.clone().unwrap_or_default();
        if !url.is_empty() && !is_http(&url) {
            place.note_key("url", Problem::Url { found: url.clone() }, faults);
        }
        let via = spec.via.clone().unwrap_or_default();
        if !via.is_empty() && !known.contains(&via) {
            let problem = Problem::Unknown { what: "source", found: via.clone(), known: known.clone() };
            place.note_key("via", problem, faults);
        }
        let date = spec.date.as_deref().and_then(|text| check_date(text, || place.key("date"), faults));
        let title = spec.title.clone().unwrap_or_else(|| id.clone()).into();
        let licence = spec.licence.clone().unwrap_or_default().into();
        let checked = spec.checked.as_deref().and_then(|text| check_date(text, || place.key("checked"), faults));
        sources.push(Source {
            id: id.into(),
            title,
            url: url.into(),
            date,
            licence,
            via: via.into(),
            checked,
            cited_by: spec.cited_by.iter().map(|page| Text::from(page.clone())).gathered().into(),
            note: spec.note.clone().unwrap_or_default().into(),
        });
    }
    sources
}

/// Whether a browser follows the address by http or https, and nothing is hidden in it.
fn is_http(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !url.chars().any(|char| char.is_whitespace() || char.is_control()))
}

fn check_id(id: Option<&str>, what: &'static str, place: &Place, faults: &mut Vec<Fault>) -> String {
    match id {
        None => place.lacks("id", "give it an `id`", faults),
        Some(id) if what == "column" && id == "id" => {
            let mend = "it holds the ids of the rows; name the column otherwise";
            place.repeats("id", what, id, mend, faults);
        }
        Some(id) if is_id(id) => return id.to_owned(),
        Some(id) => place.note_key("id", Problem::NoId { found: id.to_owned() }, faults),
    }
    String::new()
}

/// The date that a text writes.
pub(super) fn check_date(text: &str, place: impl Fn() -> Place, faults: &mut Vec<Fault>) -> Option<Date> {
    Date::parse(text).map_err(|why| place().note(Problem::NoDate { found: text.to_owned(), why }, faults)).ok()
}

/// The position of the source of an id.
pub(super) fn find_source(
    sources: &[Source],
    id: Option<&str>,
    place: impl Fn() -> Place,
    faults: &mut Vec<Fault>,
) -> Option<u16> {
    let id = id?;
    if id.is_empty() {
        place().note(Problem::Empty, faults);
        return None;
    }
    let found = sources.iter().position(|source| source.id == id);
    if found.is_none() {
        let known = sources.iter().map(|source| source.id.to_string()).gathered();
        place().note(Problem::Unknown { what: "source", found: id.to_owned(), known }, faults);
    }
    found.map(|position| position as u16)
}

/// The word of a closed set that a text names.
fn check_word<T: Copy>(
    text: Option<&str>,
    what: &'static str,
    words: &[(T, &str)],
    place: &Place,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let found = text?;
    let word = words.iter().find(|(_, word)| *word == found).map(|(value, _)| *value);
    if word.is_none() {
        let known = words.iter().map(|(_, word)| (*word).to_owned()).gathered();
        place.note_key(what, Problem::Unknown { what, found: found.to_owned(), known }, faults);
    }
    word
}

/// The column that a header describes, unless it has no id or kind.
pub(super) fn check_column(
    spec: &ColumnSpec,
    place: &Place,
    sources: &[Source],
    table_source: Option<u16>,
    faults: &mut Vec<Fault>,
) -> Option<ColumnMaker> {
    let id = check_id(spec.id.as_deref(), "column", place, faults);
    if spec.label.as_deref().is_none_or(|label| label.trim().is_empty()) {
        place.lacks("label", "give the column a `label`, its heading", faults);
    }
    let kind = check_kind(spec, &id, place, faults);
    let better = [(Better::Lower, "lower"), (Better::Higher, "higher")];
    let better = check_word(spec.better.as_deref(), "better", &better, place, faults);
    let role = check_word(spec.role.as_deref(), "role", &Role::ALL, place, faults);
    if role.is_some() && kind.is_some_and(|kind| kind != Kind::Number) {
        let mend = "a column with a `role` is of kind `number`";
        place.key_lacks("role", "number kind", mend, faults);
    }
    let source = find_source(sources, spec.source.as_deref(), || place.key("source"), faults).or(table_source);
    if id.is_empty() {
        return None;
    }
    let unit = Unit::parse(spec.unit.as_deref().unwrap_or_default());
    let text = |text: &Option<String>| Text::from(text.clone().unwrap_or_default());
    let shown = spec.shown.unwrap_or(true);
    let (label, description) = (text(&spec.label), text(&spec.description));
    Some(ColumnMaker::new(id, label, description, kind?, unit, better, role, shown, source, spec.stale_after))
}

fn check_kind(spec: &ColumnSpec, id: &str, place: &Place, faults: &mut Vec<Fault>) -> Option<Kind> {
    if spec.kind.is_none() {
        place.lacks("kind", "say with `kind` what the cells are", faults);
    }
    let kind = check_word(spec.kind.as_deref(), "kind", &Kind::ALL, place, faults)?;
    if id == "name" && kind != Kind::Text {
        let mend = "the column `name` is of kind `text`";
        place.key_lacks("kind", "text kind", mend, faults);
        return None;
    }
    Some(kind)
}

/// Whether a column has the id or the role of one before it, which is a fault.
pub(super) fn repeats(
    made: &ColumnMaker,
    before: &[Option<ColumnMaker>],
    place: &Place,
    faults: &mut Vec<Fault>,
) -> bool {
    let before = || before.iter().flatten();
    let same_role = made.role().is_some() && before().any(|other| other.role() == made.role());
    if same_role {
        let mend = "one column may bear a role";
        let id = Role::ALL.iter().find(|(role, _)| Some(*role) == made.role()).map_or("", |(_, word)| word);
        place.repeats("role", "role", id, mend, faults);
    }
    let same_id = before().any(|other| other.id() == made.id());
    if same_id {
        let mend = "give one of them another `id`";
        place.repeats("id", "column", made.id(), mend, faults);
    }
    same_id
}
