use super::check::{check_column, check_sources, find_source, repeats};
use super::column_maker::ColumnMaker;
use super::fault::{Fault, Place, Problem};
use super::header::Header;
use super::table::{Cost, Role, Source, Table, Workload};
use super::{Kind, Offers, Value, is_id, slug};
use crate::units::{Gather, Lower, Text, Tokens, places};

/// What a data set must hold beyond what makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Every number has a source.
    pub sources: bool,
    /// A row without an id gets one from its name.
    pub make_ids: bool,
}

/// Makes a table out of a header and rows, checking each as it comes.
pub struct Builder {
    rules: Rules,
    lower: Lower,
    header: Header,
    /// Positions as in the header; `None` where the column itself is at fault.
    columns: Vec<Option<ColumnMaker>>,
    sources: Vec<Source>,
    ids: Vec<Option<String>>,
    names: Vec<String>,
    faults: Vec<Fault>,
}

impl Builder {
    /// Checks the header; `lower` puts names in the order in which case does not count.
    pub fn new(header: Header, rules: Rules, lower: Lower) -> Self {
        let mut faults = Vec::new();
        let sources = check_sources(&header.sources, &mut faults);
        if header.columns.is_empty() {
            let mend = "describe at least the column `name`";
            Place::default().key_lacks("columns", "columns", mend, &mut faults);
        }
        let table_source =
            find_source(&sources, header.source.as_deref(), || Place::default().key("source"), &mut faults);
        let mut columns: Vec<Option<ColumnMaker>> = Vec::new();
        for (position, spec) in header.columns.iter().enumerate() {
            let place = Place::of("columns", position);
            let column = check_column(spec, &place, &sources, table_source, &mut faults);
            columns.push(column.filter(|made| !repeats(made, &columns, &place, &mut faults)));
        }
        Self { rules, lower, header, columns, sources, ids: Vec::new(), names: Vec::new(), faults }
    }

    /// Checks one row and takes it in. Cells are pairs of a column's id and a value, in any order.
    pub fn row<'a>(&mut self, id: Option<&str>, cells: impl IntoIterator<Item = (&'a str, Value<'a>)>) {
        let row = self.ids.len();
        let place = Place::of("rows", row);
        for (key, value) in cells {
            match self.header.columns.iter().position(|spec| spec.id.as_deref() == Some(key)) {
                Some(column) => {
                    if let Some(Some(made)) = self.columns.get_mut(column) {
                        made.push(row, value, &self.sources, self.rules.sources, &place, &mut self.faults);
                    }
                }
                None => place.note_key(key, self.unknown_column(key), &mut self.faults),
            }
        }
        let mut name = String::new();
        for made in self.columns.iter_mut().flatten() {
            made.fill(row + 1);
            if made.is_name() {
                made.last_text().clone_into(&mut name);
            }
        }
        if name.is_empty() && self.columns.iter().flatten().any(ColumnMaker::is_name) {
            let mend = "every row has a text under `name`";
            place.lacks("name", mend, &mut self.faults);
        }
        let id = self.row_id(id, &name, &place);
        self.ids.push(id);
        self.names.push(name);
    }

    /// The id that a row gives itself; empty where it is refused, `None` where its name is to make one.
    fn row_id(&mut self, id: Option<&str>, name: &str, place: &Place) -> Option<String> {
        let problem = match id {
            Some(id) if is_id(id) => return Some(id.to_owned()),
            Some(id) => Problem::NoId { found: id.to_owned() },
            None if self.rules.make_ids || name.is_empty() => return None,
            None => Problem::Lacks { what: "id", mend: "every row has an `id`" },
        };
        let place = if id.is_some() { place.key("id") } else { place.clone() };
        place.note(problem, &mut self.faults);
        Some(String::new())
    }

    fn unknown_column(&self, found: &str) -> Problem {
        let known = self.header.columns.iter().filter_map(|spec| spec.id.clone()).gathered();
        Problem::Unknown { what: "column", found: found.to_owned(), known }
    }

    /// The table.
    ///
    /// # Errors
    ///
    /// Every fault of the header and the rows, in the order in which they were met.
    pub fn finish(mut self) -> Result<Table, Vec<Fault>> {
        let ids = self.finish_ids();
        let root = Place::default();
        let score = self.number_column(self.header.score.clone(), &root.key("score"));
        let cost = self.cost(&root.key("cost"));
        let dated_by = self.header.dated_by.clone();
        let dated_by = self.column_of(dated_by, Kind::Date, &root.key("dated-by"));
        let workload = self.workload(&root.key("workload"));
        self.check_costs(cost);
        self.check_tell_apart(&root.key("tell-apart"));
        self.join_columns();
        let named = self.header.columns.iter().any(|spec| spec.id.as_deref() == Some("name"));
        if !named && !self.header.columns.is_empty() {
            let mend = "add a column with the id `name` and the kind `text`";
            root.key_lacks("columns", "column `name`", mend, &mut self.faults);
        }
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        Ok(Table {
            id: self.header.id.into(),
            title: self.header.title.unwrap_or_default().into(),
            description: self.header.description.unwrap_or_default().into(),
            columns: self.columns.into_iter().flatten().map(|made| made.finish(self.lower)).gathered().into(),
            ids: ids.into_iter().map(Text::from).gathered().into(),
            sources: self.sources.into(),
            score,
            cost,
            dated_by,
            workload,
            offers: Offers::default(),
        })
    }

    /// Gives each row without an id one, and finds ids that are there twice.
    fn finish_ids(&mut self) -> Vec<String> {
        let apart = self.header.tell_apart.as_deref();
        let apart = self.columns.iter().flatten().find(|made| Some(made.id()) == apart);
        let mut ids = Vec::with_capacity(self.names.len());
        for (row, (id, name)) in self.ids.iter().zip(&self.names).enumerate() {
            let id = id.clone().unwrap_or_else(|| {
                let id = match apart.and_then(|made| made.text(row)) {
                    Some(mark) if self.names.iter().filter(|other| *other == name).count() > 1 => {
                        slug(&format!("{name} {mark}"))
                    }
                    _ => slug(name),
                };
                let place = Place::of("rows", row);
                self.faults.extend(refuse_made_id(&id, name, &place));
                id
            });
            ids.push(id);
        }
        let mut seen = vec![false; ids.len()];
        let places = places(&ids.iter().map(|id| id.clone().into_bytes()).gathered());
        for (row, (id, place)) in ids.iter().zip(places).enumerate() {
            let place = place as usize;
            if !id.is_empty() && seen[place] {
                let mend = "give one of the rows another `id`";
                Place::of("rows", row).repeats("id", "row", id, mend, &mut self.faults);
            }
            seen[place] = true;
        }
        ids
    }

    fn cost(&mut self, place: &Place) -> Option<Cost> {
        match self.header.cost.clone() {
            Some(word) if word == "workload" => {
                let has = |role| self.columns.iter().flatten().any(|made| made.role() == Some(role));
                if !has(Role::InputPrice) || !has(Role::OutputPrice) {
                    let mend =
                        "give one column the role `input-price` and another `output-price`, or name a cost column";
                    place.lacks("prices for the workload", mend, &mut self.faults);
                }
                Some(Cost::Workload)
            }
            word => self.number_column(word, place).map(Cost::Column),
        }
    }

    fn number_column(&mut self, id: Option<String>, place: &Place) -> Option<usize> {
        self.column_of(id, Kind::Number, place)
    }

    fn column_of(&mut self, id: Option<String>, kind: Kind, place: &Place) -> Option<usize> {
        let id = id?;
        let of_kind: Vec<&str> =
            self.columns.iter().flatten().filter(|made| made.kind() == kind).map(ColumnMaker::id).gathered();
        let found = self.columns.iter().position(|made| made.as_ref().is_some_and(|made| made.id() == id));
        if of_kind.contains(&&*id) {
            return found;
        }
        let what = if kind == Kind::Date { "date column" } else { "number column" };
        let known = of_kind.into_iter().map(str::to_owned).gathered();
        place.note(Problem::Unknown { what, found: id, known }, &mut self.faults);
        None
    }

    fn workload(&mut self, place: &Place) -> Workload {
        let Some([requests, input, output, cached]) = self.header.workload else {
            return Workload::DEFAULT;
        };
        let counts = [("requests", requests), ("input", input), ("output", output)];
        for (key, count) in counts {
            if !(0.0..=Workload::MOST).contains(&count) {
                let mend = "it is a number from 0 to a trillion";
                place.key_lacks(key, "count", mend, &mut self.faults);
            }
        }
        if !(0.0..=1.0).contains(&cached) {
            let mend = "`cached` is a share from 0 to 1";
            place.key_lacks("cached", "share of cached input", mend, &mut self.faults);
        }
        Workload { requests, input: Tokens(input), output: Tokens(output), cached }
    }

    fn check_tell_apart(&mut self, place: &Place) {
        let Some(found) = self.header.tell_apart.clone() else {
            return;
        };
        let tells = |made: &&ColumnMaker| matches!(made.kind(), Kind::Text | Kind::Category);
        let known: Vec<String> =
            self.columns.iter().flatten().filter(tells).map(|made| made.id().to_owned()).gathered();
        if !known.contains(&found) {
            place.note(Problem::Unknown { what: "text or category column", found, known }, &mut self.faults);
        }
    }

    /// Finds the columns whose figures others hold as somebody else has them.
    fn join_columns(&mut self) {
        for position in 0..self.columns.len() {
            let named = self.header.columns.get(position).and_then(|spec| spec.same_as.clone());
            let place = Place::of("columns", position).key("same-as");
            let Some(same) = self.number_column(named, &place) else { continue };
            let other = self.columns.get(same).and_then(Option::as_ref).map(|other| other.unit().clone());
            match self.columns.get_mut(position) {
                Some(Some(made))
                    if same != position && made.kind() == Kind::Number && Some(made.unit()) == other.as_ref() =>
                {
                    made.join(same);
                }
                _ => {
                    let mend = "name another number column whose numbers count the same";
                    place.lacks("like of the same unit", mend, &mut self.faults);
                }
            }
        }
    }

    /// Refuses what would make a cost negative: in the column that is the cost, and in those that a reader or a host
    /// may make it.
    fn check_costs(&mut self, cost: Option<Cost>) {
        for (position, made) in self.columns.iter().enumerate() {
            let Some(made) = made.as_ref() else {
                continue;
            };
            // A unit that allows no negative number has said so already.
            if made.allows_negatives() && (cost == Some(Cost::Column(position)) || made.may_cost()) {
                for (row, found) in made.negatives() {
                    let place = Place::of("rows", row).key(made.id());
                    place.note(Problem::NegativeCost { found }, &mut self.faults);
                }
            }
        }
    }
}

/// What is wrong with the id that a name has made; a row without a name has been refused before.
fn refuse_made_id(id: &str, name: &str, place: &Place) -> Option<Fault> {
    if name.is_empty() || is_id(id) {
        return None;
    }
    let problem = if id.is_empty() {
        Problem::Lacks { what: "id", mend: "the name has no letter or digit to make one of; give the row an `id`" }
    } else {
        Problem::NoId { found: id.to_owned() }
    };
    Some(place.key("name").fault(problem))
}
