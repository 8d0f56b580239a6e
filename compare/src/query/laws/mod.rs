//! Laws of sort, filter, search and what follows from them, each against the plainest way to say the same.

mod envelope;
mod filter;
mod hidden;
mod history;
mod order;
mod search;
mod statistics;
mod twins;

use crate::catalog::{Builder, Header, Rules, Value};
use crate::query::Field;
use crate::testing::{Asked, columns};
use crate::units::{self, Date};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::string::string_regex;
use std::cmp::Ordering;

/// A row as a person would write it down, beside the table that is tested.
#[derive(Clone, Debug)]
struct Row {
    name: String,
    vendor: Option<&'static str>,
    family: Option<String>,
    /// May name one tag twice.
    tags: Vec<&'static str>,
    score: Option<f64>,
    cost: Option<f64>,
    on: Option<&'static str>,
    open: Option<bool>,
    /// Input, output and cached input.
    prices: [Option<f64>; 3],
}

/// Some rows, and what is asked of them.
#[derive(Clone, Debug)]
struct Case {
    rows: Vec<Row>,
    score_is_better_lower: bool,
    weight: f64,
}

const HEADS: &str = "name | vendor:category | family | tags:categories | score:number+ | cost:number- | on:date \
    | open:flag | in:number | out:number | cache:number";
const FIELDS: [&str; 13] =
    ["name", "vendor", "family", "tags", "score", "cost", "on", "open", "in", "out", "cache", "value", "workload"];
const VENDORS: [&str; 5] = ["Zed", "Acme", "acme", "Bolt 10", "Bolt 2"];
const DATES: [&str; 7] = ["2024", "2024-01", "2024-01-01", "2024-01-31", "2024-02", "2024-12-31", "2025"];
/// Letters in both cases, with and without accents, digits, blanks, and what means something in a pattern.
const NAMES: &str = "[aAbéÉe.+*(1 ]{0,4}[aAbB12]";

/// The natural key of a text, with letters as the host knows them.
fn natural_key(text: &str) -> Vec<u8> {
    units::natural_key(text, str::to_lowercase)
}

fn name() -> impl Strategy<Value = String> {
    string_regex(NAMES).unwrap()
}

fn number() -> impl Strategy<Value = Option<f64>> {
    let few = select(vec![0.0, -0.0, 0.25, 1.0, 1.5, -3.0, f64::MIN_POSITIVE]);
    of(prop_oneof![few, -100.0..1_000.0])
}

/// A number as a cost may be: not below 0.
fn cost() -> impl Strategy<Value = Option<f64>> {
    number().prop_map(|number| number.map(f64::abs))
}

fn row() -> impl Strategy<Value = Row> {
    let words = (name(), of(select(&VENDORS)), of(name()), vec(select(&VENDORS), 0..3));
    let figures = (number(), cost(), of(select(&DATES)), any::<Option<bool>>(), [cost(), cost(), cost()]);
    (words, figures).prop_map(|((name, vendor, family, tags), (score, cost, on, open, prices))| Row {
        name,
        vendor,
        family,
        tags,
        score,
        cost,
        on,
        open,
        prices,
    })
}

fn case() -> impl Strategy<Value = Case> {
    (vec(row(), 0..25), any::<bool>(), 0..=100_u8).prop_map(|(mut rows, score_is_better_lower, percent)| {
        if score_is_better_lower {
            // Such a score may become the cost.
            for row in &mut rows {
                row.score = row.score.map(f64::abs);
            }
        }
        Case { rows, score_is_better_lower, weight: f64::from(percent) / 100.0 }
    })
}

fn text(text: &str) -> Value<'_> {
    Value::Text(text.into())
}

impl Row {
    fn cells(&self) -> Vec<(&'static str, Value<'_>)> {
        let number = |number: Option<f64>| number.map_or(Value::Missing, Value::Number);
        let words = |words: Option<&'static str>| words.map_or(Value::Missing, text);
        let [input, output, cached] = self.prices.map(number);
        vec![
            ("name", text(&self.name)),
            ("vendor", words(self.vendor)),
            ("family", self.family.as_deref().map_or(Value::Missing, text)),
            ("tags", Value::List(self.tags.iter().map(|tag| (*tag).into()).collect())),
            ("score", number(self.score)),
            ("cost", number(self.cost)),
            ("on", words(self.on)),
            ("open", self.open.map_or(Value::Missing, Value::Flag)),
            ("in", input),
            ("out", output),
            ("cache", cached),
        ]
    }

    /// The monthly cost of 100,000 requests of 1,500 tokens in, a fifth of them cached, and 400 tokens out.
    fn workload(&self) -> Option<f64> {
        let [Some(input), Some(output), cached] = self.prices else {
            return None;
        };
        let request = 1_500.0 * (1.0 - 0.2) * input + 1_500.0 * 0.2 * cached.unwrap_or(input) + 400.0 * output;
        Some(100_000.0 * request / 1e6)
    }
}

/// The id of a row: neither in the order of the rows nor in that of their names.
fn id(row: usize) -> String {
    format!("r{}", (row * 7 + 3) % 101)
}

/// What is known of a row in a field.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    Text(String),
    Names(Vec<&'static str>),
    Number(f64),
    Date(Date),
    Flag(bool),
}

impl Case {
    fn asked(&self) -> Asked {
        let mut columns = columns(HEADS);
        columns[4].better = Some(if self.score_is_better_lower { "lower" } else { "higher" }.to_owned());
        let header = Header { score: Some("score".into()), cost: Some("cost".into()), columns, ..Header::default() };
        let mut builder = Builder::new(header, Rules { sources: false, make_ids: false }, str::to_lowercase);
        for (position, row) in self.rows.iter().enumerate() {
            builder.row(Some(&id(position)), row.cells());
        }
        Asked::of(builder.finish().unwrap()).at(self.weight)
    }

    fn all(&self) -> Vec<u32> {
        (0..self.rows.len() as u32).collect()
    }

    fn known(&self, row: usize, field: &str) -> Option<Known> {
        let row = &self.rows[row];
        let names = |names: &[&'static str]| (!names.is_empty()).then(|| Known::Names(names.to_vec()));
        match field {
            "name" => Some(Known::Text(row.name.clone())),
            "family" => row.family.clone().map(Known::Text),
            "vendor" => names(row.vendor.as_slice()),
            "tags" => {
                let first = |at: usize| !row.tags[..at].contains(&row.tags[at]);
                names(&(0..row.tags.len()).filter(|at| first(*at)).map(|at| row.tags[at]).collect::<Vec<_>>())
            }
            "on" => row.on.map(|on| Known::Date(Date::parse(on).unwrap())),
            "open" => row.open.map(Known::Flag),
            "score" => row.score.map(Known::Number),
            "cost" => row.cost.map(Known::Number),
            "in" => row.prices[0].map(Known::Number),
            "out" => row.prices[1].map(Known::Number),
            "cache" => row.prices[2].map(Known::Number),
            "workload" => row.workload().map(Known::Number),
            _ => self.value(row).map(Known::Number),
        }
    }

    /// The value by the contract's formula, from 0 to 1, to 12 decimals.
    fn value(&self, row: &Row) -> Option<f64> {
        let (s, c) = (row.score?, row.cost?);
        let scores = || self.rows.iter().filter_map(|row| row.score);
        let costs = || self.rows.iter().filter_map(|row| row.cost).filter(|cost| *cost > 0.0);
        let (s_min, s_max) = (scores().fold(f64::MAX, f64::min), scores().fold(f64::MIN, f64::max));
        let (c_min, c_max) = (costs().fold(f64::MAX, f64::min), costs().fold(0.0, f64::max));
        let q = if self.score_is_better_lower { (s_max - s) / (s_max - s_min) } else { (s - s_min) / (s_max - s_min) };
        let q = if s_max > s_min { q } else { 1.0 };
        let c = if c > 0.0 { c } else { c_min };
        let k = if c_max > c_min { (c_max.ln() - c.ln()) / (c_max.ln() - c_min.ln()) } else { 1.0 };
        Some(((self.weight * q + (1.0 - self.weight) * k) * 1e12).round() / 1e12)
    }

    /// By a field upwards, what is not known last.
    fn compare(&self, a: usize, b: usize, field: &str, descending: bool) -> Ordering {
        match (self.known(a, field), self.known(b, field)) {
            (Some(a), Some(b)) if descending => compare_known(&b, &a),
            (Some(a), Some(b)) => compare_known(&a, &b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }
}

fn compare_known(a: &Known, b: &Known) -> Ordering {
    match (a, b) {
        (Known::Text(a), Known::Text(b)) => natural_key(a).cmp(&natural_key(b)),
        (Known::Names(a), Known::Names(b)) => {
            let pairs = a.iter().zip(b).map(|(a, b)| (natural_key(a), a).cmp(&(natural_key(b), b)));
            pairs.fold(Ordering::Equal, Ordering::then).then(a.len().cmp(&b.len()))
        }
        (Known::Number(a), Known::Number(b)) => a.partial_cmp(b).unwrap(),
        (Known::Date(a), Known::Date(b)) => a.first_day().cmp(&b.first_day()),
        (Known::Flag(a), Known::Flag(b)) => a.cmp(b),
        _ => panic!("a field is of one kind"),
    }
}

fn field(asked: &Asked, place: usize) -> Field {
    asked.field(FIELDS[place])
}
