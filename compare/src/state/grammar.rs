//! How choices are written in attributes and links.

use crate::catalog::{Kind, Table, Workload};
use crate::query::{Clause, Direction, Field, Filter, SortKey, Test};
use crate::units::{Date, Numerals, Tokens};
use std::rc::Rc;

/// What a text was understood to mean, and the parts that were not understood, each with what is allowed.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood<T> {
    /// What was understood; `None` where nothing was.
    pub value: Option<T>,
    /// Each part that was not.
    pub rest: Vec<String>,
}

/// Reads column ids, `-` before one for descending: `-value name`.
pub fn parse_sort(text: &str, table: &Table) -> Understood<Vec<SortKey>> {
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
            None => rest.push(word.to_owned()),
        }
    }
    Understood { value: (!keys.is_empty()).then_some(keys), rest }
}

/// Writes what [`parse_sort`] reads.
pub fn write_sort(sort: &[SortKey], table: &Table) -> String {
    let word = |key: &SortKey| match key.direction {
        Direction::Ascending => key.field.id(table).to_owned(),
        Direction::Descending => format!("-{}", key.field.id(table)),
    };
    sort.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// Reads column ids.
pub fn parse_fields(ids: &[String], table: &Table) -> Understood<Rc<[Field]>> {
    let known = ids.iter().filter_map(|id| Field::parse(id, table));
    let mut fields: Vec<Field> = Vec::new();
    known.for_each(|field| {
        if !fields.contains(&field) {
            fields.push(field);
        }
    });
    let rest = ids.iter().filter(|id| Field::parse(id, table).is_none()).cloned().collect();
    Understood { value: (!fields.is_empty()).then(|| fields.into()), rest }
}

/// Writes what [`parse_fields`] reads.
pub fn write_fields(fields: &[Field], table: &Table) -> Vec<String> {
    fields.iter().map(|field| field.id(table).to_owned()).collect()
}

/// Reads clauses `column:value` joined by `;`.
///
/// An empty text is the empty filter. A clause that is not understood is left out; the others hold.
pub fn parse_filter(text: &str, table: &Table, numerals: &dyn Numerals) -> Understood<Filter> {
    let mut filter = Filter::default();
    let mut rest = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once(':').map(|(id, value)| (id.trim(), value.trim())) {
            Some(("text", words)) => filter.text = decode(words),
            Some((id, value)) => match parse_clause(id, value, table, numerals) {
                Some(clause) => filter = filter.with(clause),
                None => rest.push(part.to_owned()),
            },
            None => rest.push(part.to_owned()),
        }
    }
    Understood { value: Some(filter), rest }
}

fn parse_clause(id: &str, value: &str, table: &Table, numerals: &dyn Numerals) -> Option<Clause> {
    let field = Field::parse(id, table)?;
    let (missing, words): (Vec<&str>, Vec<&str>) =
        value.split(',').map(str::trim).filter(|word| !word.is_empty()).partition(|word| *word == "missing");
    let missing = !missing.is_empty();
    let test = match words[..] {
        [] => None,
        _ => Some(parse_test(field, &words, table, numerals)?),
    };
    (missing || test.is_some()).then_some(Clause { field, test, missing })
}

fn parse_test(field: Field, words: &[&str], table: &Table, numerals: &dyn Numerals) -> Option<Test> {
    let column = field.column(table);
    match (column.map_or(Kind::Number, crate::catalog::Column::kind), words) {
        (Kind::Text, _) => Some(Test::Any(words.iter().map(|word| decode(word)).collect())),
        (Kind::Category | Kind::Categories, _) => {
            let names = column?.cells.names();
            let known = words.iter().map(|word| decode(word)).filter(|word| names.iter().any(|name| name == word));
            let known: Vec<String> = known.collect();
            (!known.is_empty()).then_some(Test::Any(known))
        }
        (Kind::Flag, _) => {
            let flags: Vec<String> =
                words.iter().filter(|word| matches!(**word, "yes" | "no")).map(|word| (*word).to_owned()).collect();
            (flags.len() == words.len()).then_some(Test::Any(flags))
        }
        (Kind::Number, [range]) => {
            let (low, high) = range.split_once("..")?;
            let (low, high) = (end(low, |text| numerals.read(text))?, end(high, |text| numerals.read(text))?);
            Some(Test::Numbers(low, high))
        }
        (Kind::Date, [range]) => {
            let (from, to) = range.split_once("..").unwrap_or((range, range));
            let date = |text: &str| Date::parse(text).ok();
            Some(Test::Dates(end(from, date)?, end(to, date)?))
        }
        _ => None,
    }
}

/// The end of a range: `Some(None)` where it is empty, `None` where it is not understood.
fn end<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match text.trim() {
        "" => Some(None),
        text => read(text).map(Some),
    }
}

/// Writes what [`parse_filter`] reads.
pub fn write_filter(filter: &Filter, table: &Table, numerals: &dyn Numerals) -> String {
    let text = filter.text.trim();
    let text = (!text.is_empty()).then(|| format!("text:{}", encode(text)));
    let clauses = filter.clauses.iter().map(|clause| write_clause(clause, table, numerals));
    text.into_iter().chain(clauses).collect::<Vec<_>>().join("; ")
}

fn write_clause(clause: &Clause, table: &Table, numerals: &dyn Numerals) -> String {
    let test = clause.test.as_ref().map(|test| match test {
        Test::Any(names) => names.iter().map(|name| encode(name)).collect::<Vec<_>>().join(","),
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
    let words: Vec<String> = test.into_iter().chain(missing).collect();
    format!("{}:{}", clause.field.id(table), words.join(","))
}

/// Reads `requests:100000; input:1500; output:400; cached:0.2`; what is left out is as in `start`.
pub fn parse_workload(text: &str, start: Workload, numerals: &dyn Numerals) -> Understood<Workload> {
    let mut workload = start;
    let mut rest = Vec::new();
    let mut any = false;
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (key, number) = part.split_once(':').unwrap_or((part, ""));
        let number = numerals.read(number.trim()).filter(|number| *number >= 0.0);
        match (key.trim(), number) {
            ("requests", Some(number)) => workload.requests = number,
            ("input", Some(number)) => workload.input = Tokens(number),
            ("output", Some(number)) => workload.output = Tokens(number),
            ("cached", Some(number)) if number <= 1.0 => workload.cached = number,
            _ => {
                rest.push(part.to_owned());
                continue;
            }
        }
        any = true;
    }
    Understood { value: any.then_some(workload), rest }
}

/// Writes what [`parse_workload`] reads.
pub fn write_workload(workload: &Workload, numerals: &dyn Numerals) -> String {
    let Workload { requests, input, output, cached } = *workload;
    let parts = [("requests", requests), ("input", input.0), ("output", output.0), ("cached", cached)];
    parts.map(|(key, number)| format!("{key}:{}", numerals.write(number))).join("; ")
}

/// The characters that mean something in a filter, each with what stands for it in a value.
const ENCODED: [(char, &str); 4] = [('%', "%25"), (';', "%3B"), (':', "%3A"), (',', "%2C")];

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for char in text.chars() {
        match ENCODED.iter().find(|(plain, _)| *plain == char) {
            Some((_, code)) => encoded.push_str(code),
            None => encoded.push(char),
        }
    }
    encoded
}

fn decode(text: &str) -> String {
    // `%` itself comes last, so that nothing is decoded twice.
    ENCODED.iter().rev().fold(text.to_owned(), |text, (plain, code)| {
        text.replace(code, plain.encode_utf8(&mut [0; 4])).replace(&code.to_lowercase(), plain.encode_utf8(&mut [0; 4]))
    })
}
