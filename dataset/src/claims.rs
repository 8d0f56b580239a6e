//! Reads claims, and has their rules judged.

use crate::agreement::disagreement;
use crate::judge::{Judgement, judge, together};
use crate::keys::Keys;
use crate::rule_reader;
use crate::sheet::{Sheet, texts};
use compare::catalog::{Claim, Piece, Place, Problem, Verdict};
use compare::units::{Date, Text, Unit};
use toml::de::DeTable;

/// The claims of a document; `None`, with the faults noted, where not every id could be read.
pub(crate) fn claims(document: &DeTable<'_>, sheet: &mut Sheet<'_>) -> Option<Vec<Claim>> {
    let mut keys = Keys::new(document, Place::default(), sheet.file.number, sheet.notes);
    let found = keys.tables("claims", 0);
    let is_whole = keys.finish();
    let mut claims: Vec<Claim> = Vec::new();
    for (place, table) in &found {
        let ids: Vec<Text> = claims.iter().map(|claim| claim.id.clone()).collect();
        let claim = claim(sheet, table, place);
        sheet.id(&claim.id, place, &ids, "claim");
        claims.push(claim);
    }
    let is_whole = is_whole && claims.iter().all(|claim| !claim.id.is_empty());
    // A key that was refused may be the one that names the other claim.
    if is_whole && sheet.notes.doubtful.is_empty() {
        relations(sheet, &claims, &found);
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
    sheet.plain(&headline, &place.key("headline"), "the `note`");
    let topic = sheet.needs(topic, place, "topic", "group the claim under a `topic`");
    let page = sheet.needs(page, place, "page", "say with `page` where the claim stands");
    let as_of = sheet.needs(as_of, place, "as_of", "say with `as_of` when the claim stood there");
    let as_of = date(sheet, &as_of, &place.key("as_of"));
    let unit = Unit::parse(amount[1].as_deref().unwrap_or_default());
    let amount = amount_of(sheet, place, amount, value, to);
    let note = sheet.prose(note, &place.key("note"));
    let judged = judged(sheet, rules, place, (value, to), &unit);
    let verdict = verdict(judged.as_ref(), &conflicts);
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

/// What the tables say to the rules of a claim; `None` where it has none that can be judged.
///
/// The number of the claim, or its range, is that of its first rule.
fn judged(
    sheet: &mut Sheet<'_>,
    rules: Vec<(Place, &DeTable<'_>)>,
    place: &Place,
    (value, to): (Option<f64>, Option<f64>),
    unit: &Unit,
) -> Option<Judgement> {
    let judged = rules.into_iter().enumerate().filter_map(|(position, (at, table))| {
        let rule = rule_reader::read(table, at.clone(), sheet.file.number, sheet.notes, sheet.tables)?;
        let value = value.filter(|_| position == 0);
        let problem = value.and_then(|value| disagreement(value, to, unit, &rule, sheet.tables));
        if let Some(problem) = problem {
            sheet.fault(&place.key("value"), &problem);
        }
        judge(&rule, sheet.tables).map_err(|problem| sheet.fault(&at, &problem)).ok()
    });
    together(judged.collect())
}

fn verdict(judged: Option<&Judgement>, conflicts: &[Text]) -> Verdict {
    match judged {
        Some(judged) if judged.holds => Verdict::Holds,
        Some(_) => Verdict::Fails,
        None if conflicts.is_empty() => Verdict::Unchecked,
        None => Verdict::Disputed,
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
    let before = before_number(sheet, place, sense);
    let unit = Unit::parse(&unit.unwrap_or_default());
    let mut amount = Vec::new();
    if !before.is_empty() {
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

/// What stands before a number that is meant in a sense; nothing, with the fault noted, where nobody knows the sense.
fn before_number(sheet: &mut Sheet<'_>, place: &Place, sense: Option<String>) -> &'static str {
    let sense = sense.unwrap_or_else(|| "exactly".to_owned());
    let before = SENSES.iter().find(|(word, _)| *word == sense).map(|(_, before)| *before);
    if before.is_none() {
        let known = SENSES.map(|(word, _)| word.to_owned()).into();
        sheet.fault(&place.key("sense"), &Problem::Unknown { what: "sense", found: sense, known });
    }
    before.unwrap_or_default()
}
