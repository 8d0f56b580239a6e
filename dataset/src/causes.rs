use crate::headers::{Sheet, Sources};
use crate::load::Row;
use crate::notes::Notes;
use compare::catalog::{Fault, Place, Problem, Step, is_id};

/// What is wrong with a table, and what was wrong before it was checked.
pub(crate) struct Causes<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) sources: &'a Sources,
    pub(crate) rows: &'a [Row],
    pub(crate) faults: &'a [Fault],
}

impl Causes<'_> {
    /// Whether a fault merely follows from another, which mends it too.
    pub(crate) fn explain(&self, fault: &Fault) -> bool {
        match &fault.problem {
            Problem::NoSource => self.explain_no_source(&fault.place),
            Problem::Unknown { what: "source", found, .. } => {
                let specs = &self.sources.specs;
                let ids = || specs.iter().map(|spec| spec.id.as_deref());
                !self.sources.whole || !are_ids(ids) || ids().any(|id| id == Some(found))
            }
            Problem::Unknown { what: "column", found, .. } => {
                self.lacks_column_id() || (found == "name" && self.column("name").is_none())
            }
            Problem::Unknown { found, .. } if is_root(&fault.place) => self.lacks_column_id() || self.is_refused(found),
            Problem::Lacks { .. } => self.explain_lack(&fault.place),
            Problem::Duplicate { what: "row", .. } => self.explain_same_id(&fault.place),
            _ => false,
        }
    }

    /// A source that was meant is unknown, or its key misspelt.
    fn explain_no_source(&self, place: &Place) -> bool {
        let Some(Step::Key(column)) = place.0.get(2) else { return false };
        let header = &self.sheet.header;
        let of_column = self.column(column).is_some_and(|position| {
            let named = header.columns.get(position).is_some_and(|spec| spec.source.is_some());
            named || self.is_doubtful(&Place::of("columns", position))
        });
        of_column || header.source.is_some() || self.is_doubtful(&Place::default())
    }

    /// What would have told the row apart was refused.
    fn explain_same_id(&self, place: &Place) -> bool {
        let apart = self.sheet.header.tell_apart.as_deref();
        let unread = apart.is_none() && self.is_doubtful(&Place::default());
        let row = Place(place.0.iter().take(2).cloned().collect());
        let refused = apart.is_some_and(|id| self.column(id).is_none() || self.is_refused(id));
        unread || refused || self.has_unknown_column(&row)
    }

    /// A key that was meant as the one that is lacking was refused.
    fn explain_lack(&self, place: &Place) -> bool {
        let mut outer = place.clone();
        outer.0.pop();
        let columns = &self.sheet.header.columns;
        let by_place = match place.0.as_slice() {
            [Step::Key(key)] if key == "columns" => columns.iter().any(|spec| spec.id.is_none()),
            [Step::Key(key)] if key == "cost" => (0..columns.len()).any(|position| self.is_at_fault(position)),
            [Step::Key(key), Step::At(row)] if key == "rows" => self.has_tried_to_name(*row),
            _ => false,
        };
        by_place || self.is_doubtful(place) || self.is_doubtful(&outer)
    }

    /// Whether a row has a name that was refused, or an unknown column that may be meant as `name`.
    fn has_tried_to_name(&self, row: usize) -> bool {
        let place = Place::of("rows", row);
        let given = |row: &Row| row.cells.iter().any(|(id, _)| id == "name");
        self.rows.get(row).is_some_and(given) || self.is_doubtful(&place.key("name")) || self.has_unknown_column(&place)
    }

    fn has_unknown_column(&self, row: &Place) -> bool {
        self.faults.iter().any(|fault| {
            let unknown = matches!(fault.problem, Problem::Unknown { what: "column", .. });
            unknown && fault.place.0.starts_with(&row.0)
        })
    }

    fn column(&self, id: &str) -> Option<usize> {
        self.sheet.header.columns.iter().position(|spec| spec.id.as_deref() == Some(id))
    }

    /// Whether there may be columns whose ids are not known.
    fn lacks_column_id(&self) -> bool {
        let columns = &self.sheet.header.columns;
        columns.is_empty() || !are_ids(|| columns.iter().map(|spec| spec.id.as_deref()))
    }

    /// Whether the header has a column of an id, but one with a fault.
    fn is_refused(&self, id: &str) -> bool {
        self.column(id).is_some_and(|position| self.is_at_fault(position))
    }

    fn is_at_fault(&self, column: usize) -> bool {
        let place = Place::of("columns", column);
        let of_column = |fault: &Fault| fault.place.0.starts_with(&place.0);
        self.is_doubtful(&place) || self.faults.iter().any(of_column)
    }

    /// What was noted of the file in which a place is.
    pub(crate) fn notes(&self, place: &Place) -> &Notes {
        let of_source = matches!(place.0.first(), Some(Step::Key(key)) if key == "sources");
        if of_source { &self.sources.notes } else { &self.sheet.notes }
    }

    fn is_doubtful(&self, place: &Place) -> bool {
        self.notes(place).doubtful.contains(place)
    }
}

/// Whether all of some things have ids, each another: else one that seems unknown may be what was meant.
pub(crate) fn are_ids<'a, T: Iterator<Item = Option<&'a str>>>(ids: impl Fn() -> T) -> bool {
    let once = |id: &str| ids().filter(|other| *other == Some(id)).count() == 1;
    ids().all(|id| id.is_some_and(|id| is_id(id) && once(id)))
}

fn is_root(place: &Place) -> bool {
    place.0.len() == 1
}
