use crate::faults::Faults;
use crate::folder::{File, Folder};
use crate::keys::{Keys, document, number};
use crate::notes::Notes;
use compare::catalog::{Place, Point, Problem, Series, Table, is_id};
use compare::units::{Date, Unit};
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The file of a data folder in which claimed series stand.
const FILE: &str = "trends.toml";

/// Reads and checks the claimed series of a data folder; none where it has no `trends.toml`.
///
/// The points of a series come back in order of their dates. Claims are checked where the folder has a `claims.toml`.
///
/// # Errors
///
/// Every fault of the file, from top to bottom.
pub fn load_series(folder: &Path, tables: &[Table]) -> Result<Vec<Series>, Faults> {
    let mut folder = Folder::new(folder);
    let files = folder.names("", false);
    let there = |name: &str| files.iter().any(|file| file == name);
    if !there(FILE) {
        return Ok(Vec::new());
    }
    let file = folder.open(FILE);
    let claims = if there("claims.toml") { folder.open("claims.toml") } else { None };
    let claims = claims.as_ref().and_then(claims_of);
    let mut notes = file.as_ref().map(Notes::of).unwrap_or_default();
    let series = file.and_then(|file| read(&file, tables, claims.as_deref(), &mut notes));
    folder.gather(&mut notes);
    folder.finish(series.unwrap_or_default())
}

/// What a claim says, as far as a point of a series can be checked by it.
struct Said {
    id: String,
    /// Its numbers: `value`, `to`, and those in its headline.
    numbers: Vec<f64>,
    /// The unit of `value`; empty where it has none.
    unit: String,
}

/// All claims; `None` where not every id can be read, which is told elsewhere.
fn claims_of(file: &File) -> Option<Vec<Said>> {
    let document = DeTable::parse(&file.text).ok()?.into_inner();
    let claims = document.get("claims")?.get_ref().as_array()?.iter();
    let said = |claim: &toml::Spanned<DeValue<'_>>| {
        let claim = claim.get_ref().as_table()?;
        let text = |key: &str| claim.get(key).and_then(|value| value.get_ref().as_str()).unwrap_or_default();
        let written = ["value", "to"].into_iter().filter_map(|key| number(claim.get(key)?.get_ref()));
        let id = claim.get("id")?.get_ref().as_str()?.to_owned();
        Some(Said { id, numbers: written.chain(numbers_in(text("headline"))).collect(), unit: text("unit").to_owned() })
    };
    claims.map(said).collect()
}

/// The numbers that stand in a text.
fn numbers_in(text: &str) -> impl Iterator<Item = f64> {
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
    let words = text.split(move |char| !is_part(char)).map(|word| word.replace(',', ""));
    words.filter_map(|word| word.trim_end_matches('.').parse().ok())
}

/// Why a point is not what its claim says.
fn refuse_point(value: f64, unit: &str, said: &Said) -> Option<String> {
    let id = &said.id;
    if !said.numbers.is_empty() && !said.numbers.contains(&value) {
        let all: Vec<String> = said.numbers.iter().map(f64::to_string).collect();
        return Some(format!("the claim \"{id}\" says {}, not {value}: mend one of them", all.join(" and ")));
    }
    let differs = said.numbers.first() == Some(&value) && !said.unit.is_empty() && said.unit != unit;
    differs
        .then(|| format!("the claim \"{id}\" counts \"{}\", the series \"{unit}\": write the same `unit`", said.unit))
}

fn read(file: &File, tables: &[Table], claims: Option<&[Said]>, notes: &mut Notes) -> Option<Vec<Series>> {
    let document = document(file, notes)?;
    let mut keys = Keys::new(&document, Place::default(), file.number, notes);
    let listed = keys.tables("series", 0);
    keys.finish();
    let mut all: Vec<Series> = Vec::new();
    for (place, table) in listed {
        let Some(series) = one(table, &place, file.number, claims, notes) else {
            continue;
        };
        let before = all.iter().any(|other| other.id == series.id);
        let problem = if !is_id(&series.id) {
            Some(Problem::NoId { found: series.id.to_string() }.to_string())
        } else if before {
            let (what, mend) = ("series", "give it an id of its own");
            Some(Problem::Duplicate { what, id: series.id.to_string(), mend }.to_string())
        } else {
            None
        };
        if let Some(problem) = problem {
            notes.fault(notes.spot(&place.key("id")), &problem);
        }
        if !tables.iter().any(|table| table.id == series.table) {
            let known = tables.iter().map(|table| table.id.to_string()).collect();
            let problem = Problem::Unknown { what: "table", found: series.table.to_string(), known };
            notes.fault(notes.spot(&place.key("table")), &problem);
        }
        all.push(series);
    }
    Some(all)
}

/// One series; `None`, with the faults noted, where it lacks something.
fn one(table: &DeTable<'_>, place: &Place, file: usize, claims: Option<&[Said]>, notes: &mut Notes) -> Option<Series> {
    let mut keys = Keys::new(table, place.clone(), file, notes);
    let [id, of, title] = ["id", "table", "title"].map(|key| keys.text(key));
    let unit = keys.unit("unit");
    let [credited, note] = ["credited", "note"].map(|key| keys.text(key).unwrap_or_default());
    let listed = keys.tables("points", 0);
    keys.finish();
    let needed = [
        (&id, "id", "give the series an `id`"),
        (&of, "table", "name the table that it is about"),
        (&title, "title", "give the series a `title`, as readers see it"),
    ];
    for (text, what, mend) in needed {
        if text.is_none() {
            notes.lacks(place, what, mend);
        }
    }
    let (count, counted) = (listed.len(), unit.clone().unwrap_or_default());
    let mut points: Vec<Point> =
        listed.into_iter().filter_map(|(place, table)| point(table, &place, file, (&counted, claims), notes)).collect();
    if count < 2 {
        notes.lacks(place, "points", "a series has at least two [[series.points]]");
    }
    points.sort_by_key(|point| point.date);
    Some(Series {
        id: id?.into(),
        table: of?.into(),
        title: title?.into(),
        unit: Unit::parse(&unit.unwrap_or_default()),
        credited: credited.into(),
        note: note.into(),
        points: points.into(),
    })
}

fn point(
    table: &DeTable<'_>,
    place: &Place,
    file: usize,
    (unit, claims): (&str, Option<&[Said]>),
    notes: &mut Notes,
) -> Option<Point> {
    let mut keys = Keys::new(table, place.clone(), file, notes);
    let (date, value) = (keys.date("date"), keys.number("value"));
    let (about, claim) = (keys.text("about"), keys.text("claim"));
    keys.finish();
    if value.is_none() {
        notes.lacks(place, "value", "give the point its number");
    }
    if claim.is_none() {
        notes.lacks(place, "claim", "name the claim that gives the number");
    }
    if date.is_none() {
        notes.lacks(place, "date", "say when it is said to have been so, like \"2024\"");
    }
    if let (Some(claim), Some(known)) = (&claim, claims) {
        let said = known.iter().find(|said| said.id == *claim);
        if said.is_none() {
            let known = known.iter().map(|said| said.id.clone()).collect();
            let problem = Problem::Unknown { what: "claim", found: claim.clone(), known };
            notes.fault(notes.spot(&place.key("claim")), &problem);
        }
        if let Some(problem) = value.zip(said).and_then(|(value, said)| refuse_point(value, unit, said)) {
            notes.fault(notes.spot(&place.key("value")), &problem);
        }
    }
    let date = date.and_then(|text| {
        let read = Date::parse(&text);
        if let Err(why) = &read {
            notes.fault(notes.spot(&place.key("date")), &format!("\"{text}\" is no date: {why}"));
        }
        read.ok()
    });
    Some(Point { date: date?, value: value?, about: about.unwrap_or_default().into(), claim: claim?.into() })
}
