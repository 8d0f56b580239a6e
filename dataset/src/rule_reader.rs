//! Reads the rule of a claim from its keys.

use crate::keys::Keys;
use crate::notes::Notes;
use crate::rule::{Bound, Rule, Test};
use compare::catalog::{Better, Column, Kind, Place, Problem};
use compare::query::{Filter, Indexed};
use compare::state::{Setting, View};
use compare::units::{RustNumerals, Unit};
use std::rc::Rc;
use toml::de::DeTable;

/// What the kinds of rules are called.
const KINDS: [&str; 6] = ["price-ratio", "score-difference", "share", "best-open", "threshold", "price-at-score"];

/// A rule while its keys are read.
struct Reader<'t, 'n, 'a> {
    keys: Keys<'t, 'n>,
    place: Place,
    tables: &'a [Rc<Indexed>],
    /// Position of the table that it asks.
    at: usize,
}

/// The rule that a table of keys writes; `None`, with the faults noted, where there are any.
pub(crate) fn read(
    table: &DeTable<'_>,
    place: Place,
    file: usize,
    notes: &mut Notes,
    tables: &[Rc<Indexed>],
) -> Option<Rule> {
    let keys = Keys::new(table, place.clone(), file, notes);
    let mut reader = Reader { keys, place, tables, at: 0 };
    let at = reader.table();
    let kind = reader.kind();
    let rule = at.zip(kind.as_ref()).and_then(|(at, kind)| {
        reader.at = at;
        let test = reader.test(kind);
        let share = reader.keys.number("in-at-least").unwrap_or(100.0);
        let bound = reader.bound();
        if !(0.0..=100.0).contains(&share) {
            reader.fault("in-at-least", &format!("{share} percent is out of range: it is 0 to 100"));
            return None;
        }
        Some(Rule { table: at, test: test?, bound: bound?, share })
    });
    // Where table or kind are unknown, so is which keys there may be.
    if at.is_none() || kind.is_none() {
        return None;
    }
    reader.keys.finish().then_some(rule).flatten()
}

impl<'a> Reader<'_, '_, 'a> {
    fn asked(&self) -> Option<&'a Rc<Indexed>> {
        self.tables.get(self.at)
    }

    fn fault(&mut self, key: &str, problem: &dyn std::fmt::Display) {
        let spot = self.keys.notes.spot(&self.place.key(key));
        self.keys.notes.fault(spot, problem);
    }

    fn unknown(&mut self, key: &str, what: &'static str, found: &str, known: Vec<String>) {
        self.fault(key, &Problem::Unknown { what, found: found.to_owned(), known });
    }

    fn needs<T>(&mut self, given: Option<T>, what: &'static str, mend: &'static str) -> Option<T> {
        if given.is_none() {
            self.keys.notes.lacks(&self.place, what, mend);
        }
        given
    }

    fn table(&mut self) -> Option<usize> {
        let id = self.keys.text("table");
        let id = self.needs(id, "table", "name with `table` the table that the rule asks")?;
        let found = self.tables.iter().position(|table| table.id == id);
        if found.is_none() {
            self.unknown("table", "table", &id, self.tables.iter().map(|table| table.id.to_string()).collect());
        }
        found
    }

    fn kind(&mut self) -> Option<String> {
        let kind = self.keys.text("kind");
        let kind = self.needs(kind, "kind", "say with `kind` what the rule measures")?;
        if !KINDS.contains(&&*kind) {
            self.unknown("kind", "kind", &kind, KINDS.map(str::to_owned).into());
            return None;
        }
        Some(kind)
    }

    fn test(&mut self, kind: &str) -> Option<Test> {
        match kind {
            "price-ratio" => {
                let (pair, columns) = (self.pair(), self.columns());
                let provider = self.keys.text("provider");
                let ((dear, cheap), columns) = (pair?, columns?);
                self.charges(cheap, &columns, provider.as_deref())?;
                Some(Test::PriceRatio { dear, cheap, columns })
            }
            "score-difference" => {
                let (pair, columns) = (self.pair(), self.columns());
                let (one, other) = pair?;
                Some(Test::ScoreDifference { one, other, columns: columns? })
            }
            "share" => {
                let (among, filter) = (self.filter("among"), self.filter("filter"));
                Some(Test::Share { among: among?, filter: filter? })
            }
            "best-open" => {
                let columns = if self.has("columns") { self.columns() } else { Some(self.scores()) };
                let (among, percent) = (self.filter("among"), self.percent());
                self.openness()?;
                Some(Test::BestOpen { columns: columns?, among: among?, percent: percent? })
            }
            "threshold" => {
                let (rows, columns) = (self.rows(), self.columns());
                Some(Test::Threshold { rows: rows?, columns: columns? })
            }
            _ => {
                let reach = self.keys.number("reach");
                let reach = self.needs(reach, "reach", "say with `reach` which part of the best score, in percent");
                let columns = self.columns();
                self.openness()?;
                Some(Test::PriceAtScore { columns: columns?, reach: reach? })
            }
        }
    }

    fn has(&mut self, key: &'static str) -> bool {
        self.keys.value(key).is_some()
    }

    /// Whether the best open score counts as a part of the best closed one, not as a distance from it.
    fn percent(&mut self) -> Option<bool> {
        match self.keys.text("as").as_deref() {
            None | Some("points") => Some(false),
            Some("percent") => Some(true),
            Some(other) => {
                self.unknown("as", "measure", other, vec!["points".to_owned(), "percent".to_owned()]);
                None
            }
        }
    }

    /// The column that tells open weights from closed ones.
    fn openness(&mut self) -> Option<()> {
        let table = self.asked()?;
        let is_flag = |column: &Column| column.id == "open-weights" && column.kind() == Kind::Flag;
        if table.columns.iter().any(is_flag) {
            return Some(());
        }
        self.fault("table", &"the table has no column `open-weights` of the kind `flag`: name one that has");
        None
    }

    fn rows(&mut self) -> Option<Vec<usize>> {
        let table = self.asked()?;
        let ids = self.keys.texts("rows");
        let ids = self.needs(ids, "rows", "name with `rows` the ids of the rows")?;
        let rows: Vec<Option<usize>> = ids.iter().map(|id| table.row(id)).collect();
        for (id, _) in ids.iter().zip(&rows).filter(|(_, row)| row.is_none()) {
            self.unknown("rows", "row", id, table.ids.iter().map(ToString::to_string).collect());
        }
        rows.into_iter().collect()
    }

    fn pair(&mut self) -> Option<(usize, usize)> {
        if let [one, other] = self.rows()?[..] {
            return Some((one, other));
        }
        self.fault("rows", &"expected the ids of two rows: the first is compared with the second");
        None
    }

    fn columns(&mut self) -> Option<Vec<usize>> {
        let table = self.asked()?;
        let ids = self.keys.texts("columns");
        let ids = self.needs(ids, "columns", "name with `columns` the ids of number columns")?;
        let is_number = |position: &usize| table.columns.get(*position).is_some_and(|c| c.kind() == Kind::Number);
        let found: Vec<Option<usize>> = ids.iter().map(|id| table.column(id).filter(is_number)).collect();
        let known = table.columns.iter().filter(|column| column.kind() == Kind::Number);
        let known: Vec<String> = known.map(|column| column.id.to_string()).collect();
        for (id, _) in ids.iter().zip(&found).filter(|(_, column)| column.is_none()) {
            self.unknown("columns", "number column", id, known.clone());
        }
        found.into_iter().collect::<Option<Vec<usize>>>().filter(|columns| !columns.is_empty())
    }

    /// Every column of scores in percent of which more is better.
    fn scores(&self) -> Vec<usize> {
        let columns = self.asked().map(|table| table.columns.iter()).into_iter().flatten().enumerate();
        let is_score = |column: &Column| column.unit == Unit::Percent && column.better == Some(Better::Higher);
        columns.filter(|(_, column)| is_score(column)).map(|(position, _)| position).collect()
    }

    /// Refuses a provider that does not charge the prices of a row.
    fn charges(&mut self, row: usize, columns: &[usize], provider: Option<&str>) -> Option<()> {
        let (Some(provider), Some(table)) = (provider, self.asked()) else { return Some(()) };
        let figures = columns.iter().filter_map(|column| table.columns.get(*column)?.figure(row));
        if let Some(other) = figures.map(|figure| &figure.provider).find(|other| *other != provider) {
            let mend = "name the provider whose price the table holds";
            self.fault("provider", &format!("the price in the table is that of \"{other}\": {mend}"));
            return None;
        }
        Some(())
    }

    /// The filter that a key writes, in the grammar of attributes; every row passes where it is left out.
    fn filter(&mut self, key: &'static str) -> Option<Rc<Filter>> {
        let Some(text) = self.keys.text(key) else { return Some(Rc::default()) };
        if let Some(problem) = unknown_field(&text, self.asked()?) {
            self.fault(key, &problem);
            return None;
        }
        let start = View::new(self.at, self.asked()?);
        let outcome = start.set(Setting::Filter, Some(&text), self.tables, &RustNumerals);
        for warning in &outcome.warnings {
            self.fault(key, warning);
        }
        outcome.warnings.is_empty().then_some(outcome.view.filter)
    }

    fn bound(&mut self) -> Option<Bound> {
        let simple = [
            self.keys.number("at-least").map(Bound::AtLeast),
            self.keys.number("at-most").map(Bound::AtMost),
            self.keys.number("within").map(Bound::Within),
        ];
        let between = self.has("between").then(|| self.keys.numbers("between"));
        let between = match between.flatten().as_deref() {
            Some([low, high]) if low <= high => Some(Bound::Between(*low, *high)),
            Some(_) => {
                self.fault("between", &"expected two numbers, the lower one first, like `[10, 15]`");
                return None;
            }
            None => None,
        };
        let mut given = simple.into_iter().chain([between]).flatten();
        let (first, second) = (given.next(), given.next());
        if second.is_none() && (first.is_some() || self.keys.is_doubtful()) {
            return first;
        }
        let mend = "give it one of `at-least`, `at-most`, `within` and `between`";
        self.fault("bound", &format!("no bound, or more than one: {mend}"));
        None
    }
}

/// What is wrong with the first clause of a filter that names no column.
pub(crate) fn unknown_field(filter: &str, table: &Indexed) -> Option<Problem> {
    const OTHERS: [&str; 3] = ["value", "workload", "text"];
    let names = filter.split(';').filter_map(|clause| Some(clause.split_once(':')?.0.trim()));
    let known = || table.columns.iter().map(|column| &*column.id).chain(OTHERS);
    let found = { names }.find(|name| !known().any(|id| id == *name))?.to_owned();
    Some(Problem::Unknown { what: "column", found, known: known().map(str::to_owned).collect() })
}
