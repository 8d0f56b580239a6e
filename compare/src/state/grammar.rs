//! How choices are written in attributes and links.

use crate::catalog::{Column, Kind, Table, Workload};
use crate::query::{Clause, Direction, Field, Filter, SortKey, Test};
use crate::units::{Date, Gather, Numerals, Tokens};
use std::rc::Rc;

/// What a text was understood to mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Understood<T> {
    /// What was understood; `None` where nothing was.
    pub value: Option<T>,
    /// What was not, each part as it is to be warned of; not empty where nothing was understood.
    pub rest: Vec<String>,
}

impl<T> Understood<T> {
    /// What all of a text means.
    pub(super) fn whole(text: &str, value: Option<T>) -> Self {
        let rest = unread(text, value.is_some(), &[], "");
        Self { value, rest }
    }

    /// What a list means of which some parts were not understood; they are warned of together.
    pub(super) fn list(text: &str, value: Option<T>, rest: &[&str], between: &str) -> Self {
        let rest = unread(text, value.is_some(), rest, between);
        Self { value, rest }
    }

    pub(super) fn map<U>(self, to: impl FnOnce(T) -> U) -> Understood<U> {
        Understood { value: self.value.map(to), rest: self.rest }
    }
}

/// What is to be warned of: the parts that were not understood, together, or all of a text of which nothing was.
#[inline(never)]
fn unread(text: &str, understood: bool, rest: &[&str], between: &str) -> Vec<String> {
    match rest {
        [] if understood => Vec::new(),
        [] => vec![text.to_owned()],
        rest => vec![rest.join(between)],
    }
}

/// The words that are so, and those that are not. The test is no type of its own, so that this is there once.
#[inline(never)]
fn parted<'a>(words: &mut dyn Iterator<Item = &'a str>, is: &dyn Fn(&str) -> bool) -> (Vec<&'a str>, Vec<&'a str>) {
    words.partition(|word| is(word))
}

/// Reads column ids, `-` before one for descending: `-value name`.
pub(super) fn parse_sort(text: &str, table: &Table) -> Understood<Vec<SortKey>> {
    let mut keys: Vec<SortKey> = Vec::new();
    let mut rest = Vec::new();
    for word in text.split_whitespace() {
        let (id, direction) = match word.strip_prefix('-') {
            Some(id) => (id, Direction::Descending),
            None => (word, Direction::Ascending),
        };
        match Field::parse(id, table) {
            Some(field) if !keys.iter().any(|key| key.field == field) => keys.push(SortKey { field, direction }),
            Some(_) => {}
            None => rest.push(word),
        }
    }
    Understood::list(text, (!keys.is_empty()).then_some(keys), &rest, " ")
}

/// Writes what `parse_sort` reads.
pub(super) fn write_sort(sort: &[SortKey], table: &Table) -> String {
    let word = |key: &SortKey| match key.direction {
        Direction::Ascending => key.field.id(table).to_owned(),
        Direction::Descending => format!("-{}", key.field.id(table)),
    };
    sort.iter().map(word).joined(" ")
}

/// Reads column ids.
pub(super) fn parse_fields(text: &str, table: &Table) -> Understood<Rc<[Field]>> {
    let (known, rest) = parted(&mut text.split_whitespace(), &|id| Field::parse(id, table).is_some());
    let fields = distinct(known.into_iter().filter_map(|id| Field::parse(id, table)));
    Understood::list(text, (!fields.is_empty()).then(|| fields.into()), &rest, " ")
}

/// Writes what `parse_fields` reads.
pub(super) fn write_fields(fields: &[Field], table: &Table) -> String {
    fields.iter().map(|field| field.id(table)).joined(" ")
}

/// Reads ids of rows; an empty text is no row.
pub(super) fn parse_ids(text: &str, table: &Table) -> Understood<Rc<[String]>> {
    let (known, rest) = parted(&mut text.split_whitespace(), &|id| table.row(id).is_some());
    let ids: Rc<[String]> = distinct(known.into_iter().map(str::to_owned)).into();
    Understood::list(text, (rest.is_empty() || !ids.is_empty()).then_some(ids), &rest, " ")
}

/// Reads clauses `column:value` joined by `;`.
///
/// An empty text is the empty filter. A clause that is not understood is left out, and so is a choice that the column
/// does not have; the others hold.
pub(super) fn parse_filter(text: &str, table: &Table, numerals: &dyn Numerals) -> Understood<Filter> {
    let parts: Vec<&str> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).gathered();
    let mut filter = Filter::default();
    let mut rest = Vec::new();
    let mut any = parts.is_empty();
    for part in parts {
        let clause = part.split_once(':').map(|(id, value)| (id.trim(), value.trim()));
        if let Some(("text", words)) = clause {
            filter.text = decode(words);
            any = true;
        } else if let Some((clause, unknown)) = clause.and_then(|(id, value)| parse_clause(id, value, table, numerals))
        {
            let id = clause.field.id(table);
            rest.extend((!unknown.is_empty()).then(|| format!("{id}:{}", unknown.join(","))));
            filter = filter.with(clause);
            any = true;
        } else {
            rest.push(part.to_owned());
        }
    }
    Understood { value: any.then_some(filter), rest }
}

/// A clause, and those of its choices that its column does not have.
fn parse_clause<'a>(
    id: &str,
    value: &'a str,
    table: &Table,
    numerals: &dyn Numerals,
) -> Option<(Clause, Vec<&'a str>)> {
    let field = Field::parse(id, table)?;
    let mut words = value.split(',').map(str::trim).filter(|word| !word.is_empty());
    let (missing, words) = parted(&mut words, &|word| word == "missing");
    let missing = !missing.is_empty();
    let is_choice = |column: &&Column| matches!(column.kind(), Kind::Category | Kind::Categories);
    let names = field.column(table).filter(is_choice).map(|column| column.cells.names());
    let is_known = |word: &str| names.is_none_or(|names| names.iter().any(|name| *name == decode(word)));
    let (known, unknown) = parted(&mut words.into_iter(), &is_known);
    let test = match known[..] {
        [] => None,
        _ => Some(parse_test(field, &known, table, numerals)?),
    };
    (missing || test.is_some()).then_some((Clause { field, test, missing }, unknown))
}

fn parse_test(field: Field, words: &[&str], table: &Table, numerals: &dyn Numerals) -> Option<Test> {
    let column = field.column(table);
    match (column.map_or(Kind::Number, Column::kind), words) {
        (Kind::Flag, _) if !words.iter().all(|word| matches!(*word, "yes" | "no")) => None,
        (Kind::Text | Kind::Category | Kind::Categories | Kind::Flag, _) => {
            Some(Test::Any(distinct(words.iter().map(|word| decode(word)))))
        }
        (Kind::Number, [ends]) => {
            let (low, high) = ends.split_once("..")?;
            let (low, high) = range(low, high, |text| numerals.read(text))?;
            low.zip(high).is_none_or(|(low, high)| low <= high).then_some(Test::Numbers(low, high))
        }
        (Kind::Date, [ends]) => {
            let (from, to) = ends.split_once("..").unwrap_or((ends, ends));
            let (from, to) = range(from, to, |text| Date::parse(text).ok())?;
            let in_order = from.zip(to).is_none_or(|(from, to)| from.first_day() <= to.last_day());
            in_order.then_some(Test::Dates(from, to))
        }
        _ => None,
    }
}

/// The things in their order, each once.
fn distinct<T: PartialEq>(things: impl Iterator<Item = T>) -> Vec<T> {
    things.fold(Vec::new(), |mut kept, thing| {
        if !kept.contains(&thing) {
            kept.push(thing);
        }
        kept
    })
}

/// The ends of a range: an empty one is open, any other must be understood.
fn range<T>(low: &str, high: &str, read: impl Fn(&str) -> Option<T>) -> Option<(Option<T>, Option<T>)> {
    let [low, high] = [low, high].map(|end| Some(end.trim()).filter(|end| !end.is_empty()));
    let ends = (low.and_then(&read), high.and_then(&read));
    (ends.0.is_some() == low.is_some() && ends.1.is_some() == high.is_some()).then_some(ends)
}

/// Writes what `parse_filter` reads.
pub(super) fn write_filter(filter: &Filter, table: &Table, numerals: &dyn Numerals) -> String {
    let text = (!filter.text.is_empty()).then(|| format!("text:{}", encode(&filter.text)));
    let clauses = filter.clauses.iter().map(|clause| write_clause(clause, table, numerals));
    text.into_iter().chain(clauses).joined("; ")
}

fn write_clause(clause: &Clause, table: &Table, numerals: &dyn Numerals) -> String {
    let test = clause.test.as_ref().map(|test| match test {
        Test::Any(names) => names.iter().map(|name| encode(name)).joined(","),
        Test::Numbers(low, high) => {
            let number = |end: &Option<f64>| end.map(|end| numerals.write(end)).unwrap_or_default();
            format!("{}..{}", number(low), number(high))
        }
        Test::Dates(from, to) => {
            let date = |end: &Option<Date>| end.map(|end| end.to_string()).unwrap_or_default();
            format!("{}..{}", date(from), date(to))
        }
    });
    let missing = clause.missing.then(|| "missing".to_owned());
    let words: Vec<String> = test.into_iter().chain(missing).gathered();
    format!("{}:{}", clause.field.id(table), words.join(","))
}

/// Reads `requests:100000; input:1500; output:400; cached:0.2`; what is left out is as in `start`.
pub(super) fn parse_workload(text: &str, start: Workload, numerals: &dyn Numerals) -> Understood<Workload> {
    let mut workload = start;
    let mut rest = Vec::new();
    let mut any = false;
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (key, number) = part.split_once(':').unwrap_or((part, ""));
        let number = numerals.read(number.trim()).filter(|number| (0.0..=Workload::MOST).contains(number));
        match (key.trim(), number) {
            ("requests", Some(number)) => workload.requests = number,
            ("input", Some(number)) => workload.input = Tokens(number),
            ("output", Some(number)) => workload.output = Tokens(number),
            ("cached", Some(number)) if number <= 1.0 => workload.cached = number,
            _ => {
                rest.push(part);
                continue;
            }
        }
        any = true;
    }
    Understood::list(text, any.then_some(workload), &rest, "; ")
}

/// Writes what `parse_workload` reads.
pub(super) fn write_workload(workload: &Workload, numerals: &dyn Numerals) -> String {
    let Workload { requests, input, output, cached } = *workload;
    let parts = [("requests", requests), ("input", input.0), ("output", output.0), ("cached", cached)];
    parts.map(|(key, number)| format!("{key}:{}", numerals.write(number))).join("; ")
}

/// A text in percent-encoding where it would mean something else in a filter.
fn encode(text: &str) -> String {
    let ends = |at: usize, char: char| at == 0 || at + char.len_utf8() == text.len();
    percent_encode(text, |at, char| {
        "%;:,".contains(char) || (char.is_whitespace() && ends(at, char)) || (at == 0 && text == "missing")
    })
}

/// A text in which some characters are percent-encoded.
pub(super) fn percent_encode(text: &str, is_meant: impl Fn(usize, char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        if is_meant(at, char) {
            for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
            }
        } else {
            encoded.push(char);
        }
    }
    encoded
}

/// The text that was encoded; a `%` without two digits behind it stands for itself.
pub(super) fn decode(text: &str) -> String {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match after {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        bytes.push(code.map_or(*first, |(high, low)| high << 4 | low));
        rest = &after[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
