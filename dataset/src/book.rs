//! Reads what is said about the tables: `claims.toml`, `questions.toml` and `trends.toml`.

use crate::agreement::disagreement;
use crate::faults::Faults;
use crate::folder::{File, Folder};
use crate::judge::{judge, together};
use crate::keys::{Keys, document};
use crate::notes::Notes;
use crate::prose::pieces;
use crate::questions::questions;
use crate::rule_reader;
use crate::series::load_series;
use compare::catalog::{Book, Claim, Piece, Place, Press, Problem, Table, Verdict, is_id};
use compare::query::Indexed;
use compare::state::{Setting, View};
use compare::units::{Date, Letters, List, RustNumerals, Text, Unit};
use std::fmt;
use std::path::Path;
use std::rc::Rc;
use toml::de::DeTable;

/// Reads and checks what a data folder says about its tables, and judges its claims by them.
///
/// A file that is not there says nothing.
///
/// # Errors
///
/// Every fault of `claims.toml`, then of `questions.toml`, from top to bottom; without any, those of `trends.toml`.
pub fn load_book(folder: &Path, tables: &[Table]) -> Result<Book, Faults> {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let series = load_series(folder, tables);
    let tables: Vec<Rc<Indexed>> = tables.iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let mut folder = Folder::new(folder);
    let mut book = Book::default();
    let there = folder.names("", false);
    let is_there = |name: &str| there.iter().any(|other| other == name);
    // `None` where not every claim's id could be read.
    let mut claims = Some(List::default());
    if is_there("claims.toml") {
        claims = read(&mut folder, "claims.toml", |document, file, notes| self::claims(document, file, notes, &tables))
            .flatten()
            .map(List::Owned);
        book.claims = claims.clone().unwrap_or_default();
    }
    if is_there("questions.toml") {
        let ids: Option<Vec<Text>> = claims.map(|claims| claims.iter().map(|claim| claim.id.clone()).collect());
        let answered = read(&mut folder, "questions.toml", |document, file, notes| {
            let mut sheet = Sheet { file, notes, tables: &tables };
            questions(document, &mut sheet, ids.as_deref())
        });
        let (questions, explore) = answered.unwrap_or_default();
        book.questions = questions.into();
        book.explore = explore.into();
    }
    let book = folder.finish(book)?;
    Ok(Book { series: series?.into(), ..book })
}

fn read<T>(folder: &mut Folder, name: &str, make: impl FnOnce(&DeTable<'_>, &File, &mut Notes) -> T) -> Option<T> {
    let file = folder.open(name)?;
    let mut notes = Notes::of(&file);
    let made = document(&file, &mut notes).map(|document| make(&document, &file, &mut notes));
    folder.gather(&mut notes);
    made
}

/// A file while it is read.
pub(crate) struct Sheet<'a> {
    pub(crate) file: &'a File,
    pub(crate) notes: &'a mut Notes,
    pub(crate) tables: &'a [Rc<Indexed>],
}

impl Sheet<'_> {
    pub(crate) fn fault(&mut self, place: &Place, problem: &dyn fmt::Display) {
        let spot = self.notes.spot(place);
        self.notes.fault(spot, problem);
    }

    pub(crate) fn needs(
        &mut self,
        given: Option<String>,
        place: &Place,
        what: &'static str,
        mend: &'static str,
    ) -> Text {
        if given.is_none() {
            self.notes.lacks(place, what, mend);
        }
        given.unwrap_or_default().into()
    }

    /// The pieces of a text that was written at a place.
    pub(crate) fn prose(&mut self, text: Option<String>, place: &Place) -> Vec<Piece> {
        match pieces(&text.unwrap_or_default(), self.tables) {
            Ok(pieces) => pieces,
            Err(problem) => {
                self.fault(place, &problem);
                Vec::new()
            }
        }
    }

    /// Refuses an id that is none, or that another thing has.
    pub(crate) fn id(&mut self, id: &str, place: &Place, before: &[Text], what: &'static str) {
        let place = place.key("id");
        if before.iter().any(|other| other == id) {
            let mend = "give one of them another `id`";
            self.fault(&place, &Problem::Duplicate { what, id: id.to_owned(), mend });
        } else if !id.is_empty() && !is_id(id) {
            self.fault(&place, &Problem::NoId { found: id.to_owned() });
        }
    }

    /// Refuses ids that no claim has; none where not every claim's id could be read.
    pub(crate) fn known(&mut self, ids: &[Text], place: &Place, key: &str, claims: Option<&[Text]>) {
        let Some(claims) = claims else { return };
        for id in ids.iter().filter(|id| !claims.contains(id)) {
            let known = claims.iter().map(ToString::to_string).collect();
            self.fault(&place.key(key), &Problem::Unknown { what: "claim", found: id.to_string(), known });
        }
    }

    /// Presses that lead to views.
    pub(crate) fn press(&mut self, (place, table): &(Place, &DeTable<'_>)) -> Press {
        let mut keys = Keys::new(table, place.clone(), self.file.number, self.notes);
        let (label, view, chart) = (keys.text("label"), keys.text("view"), keys.flag("chart"));
        keys.finish();
        let label = self.needs(label, place, "label", "say with `label` what a reader will see");
        let view = self.needs(view, place, "view", "write the `view` as links do, like `table:models/sort:name`");
        self.view(&view, &place.key("view"));
        Press { label, view, chart: chart.unwrap_or(false) }
    }

    /// Refuses a view that the tables cannot show.
    fn view(&mut self, view: &str, place: &Place) {
        for segment in view.split('/').filter(|segment| !segment.is_empty()) {
            let name = segment.split(':').next().unwrap_or_default();
            if Setting::parse(name).is_none() {
                let known = Setting::ALL.iter().map(|(_, name)| (*name).to_owned()).collect();
                self.fault(place, &Problem::Unknown { what: "setting", found: name.to_owned(), known });
            }
        }
        let start = self.tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        for warning in start.follow(view, self.tables, &RustNumerals).warnings {
            self.fault(place, &warning);
        }
    }
}

pub(crate) fn texts(texts: Option<Vec<String>>) -> Vec<Text> {
    texts.unwrap_or_default().into_iter().map(Text::from).collect()
}

/// The claims of a document; `None`, with the faults noted, where not every id could be read.
fn claims(document: &DeTable<'_>, file: &File, notes: &mut Notes, tables: &[Rc<Indexed>]) -> Option<Vec<Claim>> {
    let mut keys = Keys::new(document, Place::default(), file.number, notes);
    let found = keys.tables("claims", 0);
    let is_whole = keys.finish();
    let mut sheet = Sheet { file, notes, tables };
    let mut claims: Vec<Claim> = Vec::new();
    for (place, table) in &found {
        let ids: Vec<Text> = claims.iter().map(|claim| claim.id.clone()).collect();
        let claim = claim(&mut sheet, table, place);
        sheet.id(&claim.id, place, &ids, "claim");
        claims.push(claim);
    }
    let is_whole = is_whole && claims.iter().all(|claim| !claim.id.is_empty());
    // A key that was refused may be the one that names the other claim.
    if is_whole && sheet.notes.doubtful.is_empty() {
        relations(&mut sheet, &claims, &found);
    }
    is_whole.then(|| by_topic(claims))
}

/// The claims with those of one topic together, in the order in which the topics are first named.
fn by_topic(mut claims: Vec<Claim>) -> Vec<Claim> {
    let mut topics: Vec<Text> = Vec::new();
    for claim in &claims {
        if !topics.contains(&claim.topic) {
            topics.push(claim.topic.clone());
        }
    }
    claims.sort_by_key(|claim| topics.iter().position(|topic| *topic == claim.topic));
    claims
}

/// The ids of the claims that are related to a claim in one way.
type Related = fn(&Claim) -> &[Text];

/// Refuses a relation to a claim that is not there, or that does not return it.
fn relations(sheet: &mut Sheet<'_>, claims: &[Claim], found: &[(Place, &DeTable<'_>)]) {
    let ids: Vec<Text> = claims.iter().map(|claim| claim.id.clone()).collect();
    let kinds: [(&str, Related); 2] = [("conflicts", |claim| &claim.conflicts), ("agrees", |claim| &claim.agrees)];
    for (claim, (place, _)) in claims.iter().zip(found) {
        for (key, related) in kinds {
            sheet.known(related(claim), place, key, Some(&ids));
            for other in claims.iter().filter(|other| related(claim).contains(&other.id)) {
                if !related(other).contains(&claim.id) {
                    let (one, other) = (&claim.id, &other.id);
                    let mend = format!("add \"{one}\" to `{key}` of \"{other}\", or take \"{other}\" out here");
                    sheet.fault(&place.key(key), &format!("\"{other}\" does not name \"{one}\" in turn: {mend}"));
                }
            }
        }
    }
}

fn claim(sheet: &mut Sheet<'_>, table: &DeTable<'_>, place: &Place) -> Claim {
    let mut keys = Keys::new(table, place.clone(), sheet.file.number, sheet.notes);
    let written = [keys.text("id"), keys.text("headline"), keys.text("topic"), keys.text("page")];
    let (credited, note, as_of) = (keys.text("credited"), keys.text("note"), keys.date("as_of"));
    let amount = [keys.text("sense"), keys.unit("unit"), keys.date("month")];
    let (value, to) = (keys.number("value"), keys.number("to"));
    let (conflicts, agrees) = (texts(keys.texts("conflicts")), texts(keys.texts("agrees")));
    let rules = keys.one_or_more("rule");
    keys.finish();
    let [id, headline, topic, page] = written;
    let id = sheet.needs(id, place, "id", "give the claim an `id`");
    let headline = sheet.needs(headline, place, "headline", "say with `headline` what the claim says");
    let topic = sheet.needs(topic, place, "topic", "group the claim under a `topic`");
    let page = sheet.needs(page, place, "page", "say with `page` where the claim stands");
    let as_of = sheet.needs(as_of, place, "as_of", "say with `as_of` when the claim stood there");
    let as_of = date(sheet, &as_of, &place.key("as_of"));
    let unit = Unit::parse(amount[1].as_deref().unwrap_or_default());
    let amount = amount_of(sheet, place, amount, value, to);
    let note = sheet.prose(note, &place.key("note"));
    let judged = rules.into_iter().enumerate().filter_map(|(position, (at, table))| {
        let rule = rule_reader::read(table, at.clone(), sheet.file.number, sheet.notes, sheet.tables)?;
        // The number of the claim is that of its first rule.
        let value = value.filter(|_| position == 0);
        let problem = value.and_then(|value| disagreement(value, to, &unit, &rule, sheet.tables));
        if let Some(problem) = problem {
            sheet.fault(&place.key("value"), &problem);
        }
        judge(&rule, sheet.tables).map_err(|problem| sheet.fault(&at, &problem)).ok()
    });
    let judged = together(judged.collect());
    let verdict = match &judged {
        Some(judged) if judged.holds => Verdict::Holds,
        Some(_) => Verdict::Fails,
        None if conflicts.is_empty() => Verdict::Unchecked,
        None => Verdict::Disputed,
    };
    let (found, press) = judged.map(|judged| (judged.found, judged.press)).unzip();
    Claim {
        id,
        headline,
        amount: amount.into(),
        topic,
        credited: credited.unwrap_or_default().into(),
        page,
        as_of,
        conflicts: conflicts.into(),
        agrees: agrees.into(),
        note: note.into(),
        verdict,
        found: found.unwrap_or_default().into(),
        press,
    }
}

fn date(sheet: &mut Sheet<'_>, text: &str, place: &Place) -> Date {
    match Date::parse(text) {
        Ok(date) => date,
        Err(why) => {
            if !text.is_empty() {
                sheet.fault(place, &Problem::NoDate { found: text.to_owned(), why });
            }
            Date::from_key(0)
        }
    }
}

/// What stands before a number, by how it is meant.
const SENSES: [(&str, &str); 5] =
    [("exactly", ""), ("at-least", "at least "), ("at-most", "at most "), ("over", "over "), ("up-to", "up to ")];

/// The number of a claim: a number, a range of two, or a date.
fn amount_of(
    sheet: &mut Sheet<'_>,
    place: &Place,
    [sense, unit, month]: [Option<String>; 3],
    value: Option<f64>,
    to: Option<f64>,
) -> Vec<Piece> {
    if value.is_some() && month.is_some() {
        let mend = "take out `month` or `value`";
        sheet.fault(&place.key("month"), &format!("a claim has a number or a month, not both: {mend}"));
    }
    if let Some(month) = month {
        return vec![Piece::Date(date(sheet, &month, &place.key("month")))];
    }
    if value.is_none() && to.is_some() {
        sheet.notes.lacks(place, "value", "give the range that ends with `to` its first number, `value`");
    }
    let Some(value) = value else { return Vec::new() };
    if let Some(to) = to.filter(|to| *to <= value) {
        let mend = "write the lower number as `value`";
        sheet.fault(&place.key("to"), &format!("the range from {value} to {to} is none: {mend}"));
    }
    let sense = sense.unwrap_or_else(|| "exactly".to_owned());
    let before = SENSES.iter().find(|(word, _)| *word == sense).map(|(_, before)| *before);
    if before.is_none() {
        let known = SENSES.map(|(word, _)| word.to_owned()).into();
        sheet.fault(&place.key("sense"), &Problem::Unknown { what: "sense", found: sense, known });
    }
    let unit = Unit::parse(&unit.unwrap_or_default());
    let mut amount = Vec::new();
    if let Some(before) = before.filter(|before| !before.is_empty()) {
        amount.push(Piece::Words(before.into()));
    }
    match to {
        Some(to) => {
            amount.extend([Piece::Number(value, Unit::None), Piece::Words("–".into()), Piece::Number(to, unit)]);
        }
        None => amount.push(Piece::Number(value, unit)),
    }
    amount
}
