//! Data sets that a page gives at run time, as plain objects.

use super::fault::{Fault, Place, Problem};
use super::header::{ColumnSpec, Header, SourceSpec};
use super::{Builder, FigureSpec, Kind, Rules, Table, Value};
use crate::units::{Gather, Lower};
use std::borrow::Cow;

/// A value of a plain object.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// Null.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number, which may be infinite or none.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Plain>),
    /// An object: keys with their values.
    Object(Vec<(String, Plain)>),
    /// Something that no data set holds, in words: `a function`.
    Other(&'static str),
}

/// Reads a data set: all but its rows at once, then row by row, so that no more than one row is there twice.
pub struct Reader {
    builder: Builder,
    faults: Vec<Fault>,
    rows: usize,
}

impl Reader {
    /// Reads all but the rows from the entries of a data set.
    pub fn new(entries: &[(String, Plain)], lower: Lower) -> Self {
        let mut faults = Vec::new();
        let mut set = Object { entries, place: Place::default(), faults: &mut faults };
        set.refuse_others(&[
            "id",
            "title",
            "description",
            "columns",
            "sources",
            "rows",
            "score",
            "cost",
            "source",
            "dated_by",
            "workload",
        ]);
        if !matches!(set.get("rows"), None | Some(Plain::List(_) | Plain::Nothing)) {
            set.place.key_lacks("rows", "rows", "it is a list of objects", set.faults);
        }
        let header = Header {
            id: set.text("id").unwrap_or_default(),
            title: set.text("title"),
            description: set.text("description"),
            score: set.text("score"),
            cost: set.text("cost"),
            source: set.text("source"),
            dated_by: set.text("dated_by"),
            tell_apart: None,
            workload: set.object("workload").map(|mut workload| {
                workload.refuse_others(&["requests", "input", "output", "cached"]);
                // What is left out is refused by the checks, as no count.
                ["requests", "input", "output", "cached"].map(|key| workload.number(key).unwrap_or(f64::NAN))
            }),
            columns: set.objects("columns", column),
            sources: set.objects("sources", source),
        };
        Self { builder: Builder::new(header, Rules { sources: false, make_ids: false }, lower), faults, rows: 0 }
    }

    /// Reads one row.
    pub fn row(&mut self, row: &Plain) {
        let place = Place::of("rows", self.rows);
        self.rows += 1;
        let Plain::Object(entries) = row else {
            let mend = "every row is an object with an `id` and a `name`";
            place.lacks("row", mend, &mut self.faults);
            // Counted all the same, so that the rows after it keep their places.
            self.builder.row(None, []);
            return;
        };
        let id = Object { entries, place: place.clone(), faults: &mut self.faults }.text("id");
        let mut cells = Vec::with_capacity(entries.len());
        for (key, value) in entries.iter().filter(|(key, _)| key != "id") {
            cells.push((&**key, self.value(value, || place.key(key))));
        }
        self.builder.row(id.as_deref(), cells);
    }

    fn value<'a>(&mut self, plain: &'a Plain, place: impl Fn() -> Place) -> Value<'a> {
        match plain {
            Plain::Object(entries) => Value::Figure(Box::new(figure(entries, place(), &mut self.faults))),
            plain => value(plain),
        }
    }

    /// The table.
    ///
    /// # Errors
    ///
    /// Every fault of the data set.
    pub fn finish(self) -> Result<Table, Vec<Fault>> {
        let built = self.builder.finish();
        if self.faults.is_empty() {
            return built;
        }
        Err(self.faults.into_iter().chain(built.err().into_iter().flatten()).gathered())
    }
}

fn value(plain: &Plain) -> Value<'_> {
    match plain {
        Plain::Nothing => Value::Missing,
        Plain::Flag(flag) => Value::Flag(*flag),
        Plain::Number(number) => Value::Number(*number),
        Plain::Text(text) => Value::Text(Cow::Borrowed(text)),
        Plain::List(list) => {
            let text = |plain: &'_ Plain| matches!(plain, Plain::Text(_));
            if !list.iter().all(text) {
                return Value::Other("a list of what is not text");
            }
            let texts = list.iter().filter_map(|plain| match plain {
                Plain::Text(text) => Some(Cow::Borrowed(&**text)),
                _ => None,
            });
            Value::List(texts.gathered())
        }
        Plain::Object(_) => Value::Other("an object"),
        Plain::Other(words) => Value::Other(words),
    }
}

/// An object whose entries are read one by one.
struct Object<'a> {
    entries: &'a [(String, Plain)],
    place: Place,
    faults: &'a mut Vec<Fault>,
}

impl Object<'_> {
    fn get(&self, key: &str) -> Option<&Plain> {
        self.entries.iter().find(|(other, _)| other == key).map(|(_, value)| value)
    }

    fn refuse_others(&mut self, known: &[&str]) {
        for (key, _) in self.entries.iter().filter(|(key, _)| !known.contains(&&**key)) {
            let known = known.iter().map(|key| (*key).to_owned()).gathered();
            let problem = Problem::Unknown { what: "key", found: key.clone(), known };
            self.place.note_key(key, problem, self.faults);
        }
    }

    /// What a value is not.
    fn refuse(&mut self, key: &str, wanted: Kind) {
        let found = self.get(key).map(|plain| value(plain).found()).unwrap_or_default();
        self.place.note_key(key, Problem::WrongKind { wanted, found }, self.faults);
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.get(key)? {
            Plain::Text(text) => return Some(text.clone()),
            Plain::Nothing => {}
            _ => self.refuse(key, Kind::Text),
        }
        None
    }

    fn number(&mut self, key: &str) -> Option<f64> {
        match self.get(key)? {
            Plain::Number(number) => return Some(*number),
            Plain::Nothing => {}
            _ => self.refuse(key, Kind::Number),
        }
        None
    }

    fn flag(&mut self, key: &str) -> Option<bool> {
        match self.get(key)? {
            Plain::Flag(flag) => return Some(*flag),
            Plain::Nothing => {}
            _ => self.refuse(key, Kind::Flag),
        }
        None
    }

    fn object(&mut self, key: &'static str) -> Option<Object<'_>> {
        let place = self.place.key(key);
        match self.entries.iter().find(|(other, _)| other == key).map(|(_, value)| value)? {
            Plain::Object(entries) => return Some(Object { entries, place, faults: self.faults }),
            Plain::Nothing => {}
            _ => place.lacks(key, "it is an object", self.faults),
        }
        None
    }

    fn objects<T: Default>(&mut self, key: &'static str, read: fn(Object<'_>) -> T) -> Vec<T> {
        let list = match self.entries.iter().find(|(other, _)| other == key).map(|(_, value)| value) {
            Some(Plain::List(list)) => list,
            None | Some(Plain::Nothing) => return Vec::new(),
            Some(_) => {
                let mend = "it is a list of objects";
                self.place.key_lacks(key, key, mend, self.faults);
                return Vec::new();
            }
        };
        let mut objects = Vec::with_capacity(list.len());
        for (position, plain) in list.iter().enumerate() {
            let place = Place::of(key, position);
            objects.push(if let Plain::Object(entries) = plain {
                read(Object { entries, place, faults: self.faults })
            } else {
                place.lacks("object", "each of the list is an object", self.faults);
                T::default()
            });
        }
        objects
    }
}

fn column(mut from: Object<'_>) -> ColumnSpec {
    from.refuse_others(&["id", "label", "kind", "unit", "better", "role", "description", "shown", "source", "same_as"]);
    ColumnSpec {
        id: from.text("id"),
        label: from.text("label"),
        kind: from.text("kind"),
        unit: from.text("unit"),
        better: from.text("better"),
        role: from.text("role"),
        description: from.text("description"),
        shown: from.flag("shown"),
        source: from.text("source"),
        stale_after: None,
        same_as: from.text("same_as"),
    }
}

fn source(mut from: Object<'_>) -> SourceSpec {
    from.refuse_others(&["id", "title", "url", "date", "licence", "via"]);
    SourceSpec {
        id: from.text("id"),
        title: from.text("title"),
        url: from.text("url"),
        date: from.text("date"),
        licence: from.text("licence"),
        via: from.text("via"),
        ..SourceSpec::default()
    }
}

fn figure<'a>(entries: &'a [(String, Plain)], place: Place, faults: &mut Vec<Fault>) -> FigureSpec<'a> {
    let mut from = Object { entries, place, faults };
    from.refuse_others(&["value", "low", "high", "k", "n", "source", "as_of", "reported_by", "provider", "note"]);
    FigureSpec {
        value: entries.iter().find(|(key, _)| key == "value").map(|(_, plain)| value(plain)),
        low: from.number("low"),
        high: from.number("high"),
        k: from.number("k"),
        n: from.number("n"),
        source: from.text("source").map(Cow::Owned),
        as_of: from.text("as_of").map(Cow::Owned),
        reported_by: from.text("reported_by").map(Cow::Owned),
        provider: from.text("provider").map(Cow::Owned),
        note: from.text("note").map(Cow::Owned),
    }
}
