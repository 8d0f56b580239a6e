use crate::folder::File;
use crate::notes::{Notes, Spot};
use crate::unit_names::meant;
use compare::catalog::{Place, Problem, Step};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// A TOML table that is read key by key: who reads it asks for every key that it may have.
pub(crate) struct Keys<'t, 'n> {
    table: &'t DeTable<'t>,
    place: Place,
    file: usize,
    asked: Vec<&'static str>,
    pub(crate) notes: &'n mut Notes,
}

/// The tables of a TOML file; `None`, with the fault noted, where it is none.
pub(crate) fn document<'t>(file: &'t File, notes: &mut Notes) -> Option<DeTable<'t>> {
    match DeTable::parse(&file.text) {
        Ok(document) => Some(document.into_inner()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            match file.text.get(at..).and_then(|rest| rest.chars().next()).filter(|char| "“”„‘’«»".contains(*char))
            {
                Some(quote) => notes.fault(file.spot(at), &format!("{quote} is no quotation mark here: write \"")),
                None => notes.fault(file.spot(at), &error.message()),
            }
            None
        }
    }
}

impl<'t, 'n> Keys<'t, 'n> {
    pub(crate) fn new(table: &'t DeTable<'t>, place: Place, file: usize, notes: &'n mut Notes) -> Self {
        Self { table, place, file, asked: Vec::new(), notes }
    }

    fn spot<T>(&self, spanned: &Spanned<T>) -> Spot {
        let at = spanned.span().start;
        Spot { file: self.file, at }
    }

    /// The value of a key.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        let value = self.table.get(key)?;
        let spot = self.spot(value);
        self.notes.spots.insert(self.place.key(key), spot);
        Some(value)
    }

    /// What is read out of the value of a key; a fault where nothing can be.
    fn read<T>(&mut self, key: &'static str, wanted: &str, read: impl Fn(&'t DeValue<'t>) -> Option<T>) -> Option<T> {
        let value = self.value(key)?;
        let made = read(value.get_ref());
        if made.is_none() {
            self.refuse(value, wanted);
        }
        made
    }

    fn refuse(&mut self, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let message = format!("expected {wanted}, got {}", found(value.get_ref()));
        let spot = self.spot(value);
        self.notes.fault(spot, &message);
        self.notes.doubtful.insert(self.place.clone());
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        self.read(key, "a text", |value| value.as_str().map(str::to_owned))
    }

    /// The name of a unit; one that is almost that of a known unit is a fault, for it would be another unit.
    pub(crate) fn unit(&mut self, key: &'static str) -> Option<String> {
        let found = self.text(key)?;
        let Some(known) = meant(&found) else { return Some(found) };
        let message = format!("the unit \"{found}\" is not known, but \"{known}\" is: write that");
        self.notes.fault(self.notes.spot(&self.place.key(key)), &message);
        Some(known.to_owned())
    }

    pub(crate) fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.read(key, "true or false", DeValue::as_bool)
    }

    pub(crate) fn number(&mut self, key: &'static str) -> Option<f64> {
        self.read(key, "a number", |value| number(value).filter(|number| number.is_finite()))
    }

    /// A number of months, at least one.
    pub(crate) fn months(&mut self, key: &'static str) -> Option<u16> {
        self.read(key, "a whole number of months, like 6", |value| {
            let months = number(value).filter(|months| months.fract() == 0.0 && (1.0..=1_200.0).contains(months));
            months.map(|months| months as u16)
        })
    }

    /// A list of numbers.
    pub(crate) fn numbers(&mut self, key: &'static str) -> Option<Vec<f64>> {
        self.read(key, "a list of numbers", |value| {
            let numbers = value.as_array()?.iter();
            numbers.map(|number| self::number(number.get_ref()).filter(|number| number.is_finite())).collect()
        })
    }

    /// A date as text, which is not checked yet, or as TOML's own.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<String> {
        self.read(key, "a date like \"2025-08-07\"", |value| match value {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Datetime(date) => day(date),
            _ => None,
        })
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let texts = |value: &DeValue<'_>| {
            let texts = value.as_array()?.iter();
            let texts = texts.map(|text| text.get_ref().as_str().map(str::to_owned));
            texts.collect()
        };
        let made = self.read(key, "a list of texts", texts)?;
        let list = self.table.get(key).and_then(|list| list.get_ref().as_array());
        for (position, text) in list.into_iter().flat_map(|list| list.iter()).enumerate() {
            let mut place = self.place.key(key);
            place.0.push(Step::At(position));
            let spot = self.spot(text);
            self.notes.spots.insert(place, spot);
        }
        Some(made)
    }

    /// A table, with its place.
    pub(crate) fn table(&mut self, key: &'static str) -> Option<(Place, &'t DeTable<'t>)> {
        let table = self.read(key, &format!("[{key}]"), DeValue::as_table)?;
        Some((self.place.key(key), table))
    }

    /// A table or a list of tables, each with its place.
    pub(crate) fn one_or_more(&mut self, key: &'static str) -> Vec<(Place, &'t DeTable<'t>)> {
        match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::Array(_)) => self.tables(key, 0),
            _ => self.table(key).into_iter().collect(),
        }
    }

    /// A list of tables, each with its place, which begins to count at a number.
    pub(crate) fn tables(&mut self, key: &'static str, from: usize) -> Vec<(Place, &'t DeTable<'t>)> {
        let wanted = format!("[[{key}]]");
        let list = self.read(key, &wanted, DeValue::as_array);
        let mut tables = Vec::new();
        for value in list.into_iter().flat_map(|list| list.iter()) {
            if let Some(table) = value.get_ref().as_table() {
                let mut place = self.place.key(key);
                place.0.push(Step::At(from + tables.len()));
                let spot = self.spot(value);
                self.notes.spots.insert(place.clone(), spot);
                tables.push((place, table));
            } else {
                self.refuse(value, &wanted);
            }
        }
        tables
    }

    /// Whether a key has been refused, or will be: what seems to be lacking may have been meant by it.
    pub(crate) fn is_doubtful(&self) -> bool {
        let is_asked = |key: &str| self.asked.contains(&key);
        self.notes.doubtful.contains(&self.place) || !self.table.keys().all(|key| is_asked(key.get_ref()))
    }

    /// Refuses the keys that nobody asked for; whether everything read so far was sound.
    pub(crate) fn finish(self) -> bool {
        for key in self.table.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                let spot = self.spot(key);
                let known = self.asked.iter().map(|key| (*key).to_owned()).collect();
                let found = key.get_ref().to_string();
                let what = "key";
                self.notes.fault(spot, &Problem::Unknown { what, found, known });
                self.notes.doubtful.insert(self.place.clone());
            }
        }
        !self.notes.doubtful.contains(&self.place)
    }
}

/// The number that a TOML integer or float writes; it may be infinite or none.
pub(crate) fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse().ok(),
        DeValue::Integer(integer) => {
            let whole = u128::from_str_radix(integer.as_str(), integer.radix());
            Some(whole.map_or(f64::INFINITY, |whole| whole as f64))
        }
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => None,
    }
}

/// A TOML date, if it has neither time nor zone.
pub(crate) fn day(date: &Datetime) -> Option<String> {
    (date.date.is_some() && date.time.is_none() && date.offset.is_none()).then(|| date.to_string())
}

/// What was found, for a message.
fn found(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(integer) => integer.to_string(),
        DeValue::Float(float) => float.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
