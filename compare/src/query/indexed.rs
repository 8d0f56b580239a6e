use super::row_set::RowSet;
use super::{Cited, Field, columns_behind};
use crate::catalog::{Cells, Table};
use crate::units::{Date, Letters, Text, natural_key, places};
use std::cell::OnceCell;
use std::ops::Deref;

/// A table with what sorting and searching need to know about its texts, worked out when first asked.
///
/// The ranks and the search text never change, and with 100,000 rows each costs more than everything else that a
/// question costs: ranking names takes 100 ms on the host where a sort of numbers takes 3 (`cargo bench -p compare`).
pub struct Indexed {
    table: Table,
    letters: Letters,
    /// The place of each row by name, then by id: no two rows share one.
    names: OnceCell<Vec<u32>>,
    /// The rows by name, then by id.
    by_name: OnceCell<Vec<u32>>,
    /// For each column, the place of each row's text among all texts of the column; equal texts share a place.
    ranks: Vec<OnceCell<Vec<u32>>>,
    search: OnceCell<SearchText>,
    /// For each column, the newest date of what stands behind its figures.
    newest: Vec<OnceCell<Option<Date>>>,
}

/// What search looks through: the folded name, vendor and family of each row, one line a row.
struct SearchText {
    text: String,
    /// Where each row's line ends.
    ends: Vec<u32>,
}

/// The columns that search looks through.
const SEARCHED: [&str; 3] = ["name", "vendor", "family"];

impl Indexed {
    /// Wraps a table; case and accents, which do not count in a search, are told by `letters`.
    pub fn new(table: Table, letters: Letters) -> Self {
        let ranks = table.columns.iter().map(|_| OnceCell::new()).collect();
        let newest = table.columns.iter().map(|_| OnceCell::new()).collect();
        Self {
            table,
            letters,
            names: OnceCell::new(),
            by_name: OnceCell::new(),
            ranks,
            search: OnceCell::new(),
            newest,
        }
    }

    /// What is known of letters.
    pub fn letters(&self) -> Letters {
        self.letters
    }

    /// Wraps another table in the same way.
    pub fn of(&self, table: Table) -> Self {
        Self::new(table, self.letters)
    }

    /// The place of each row among all rows by name, then by id: no two rows share one.
    pub(super) fn name_ranks(&self) -> &[u32] {
        self.names.get_or_init(|| {
            let names = self.text_ranks(self.table.column("name").unwrap_or_default());
            let key = |(name, id): (&u32, &Text)| [&name.to_be_bytes(), id.as_bytes()].concat();
            places(&names.iter().zip(&*self.table.ids).map(key).collect::<Vec<_>>())
        })
    }

    /// The place of each row's text, or list of texts, among all of a column; those that are equal share a place.
    pub(super) fn text_ranks(&self, column: usize) -> &[u32] {
        let (Some(ranks), Some(column)) = (self.ranks.get(column), self.table.columns.get(column)) else {
            return &[];
        };
        let len = self.table.len();
        match &column.cells {
            // The names are in order already.
            Cells::Category { of, .. } => of,
            cells @ Cells::Categories { .. } => {
                let key = |row| cells.categories(row).iter().flat_map(|name| name.to_be_bytes()).collect();
                ranks.get_or_init(|| places(&(0..len).map(key).collect::<Vec<_>>()))
            }
            cells => {
                let key = |row| natural_key(cells.text(row).unwrap_or_default(), self.letters.lower);
                ranks.get_or_init(|| places(&(0..len).map(key).collect::<Vec<_>>()))
            }
        }
    }

    /// The newest date of what stands behind the known cells of some fields, whatever the row, see [`Cited`].
    pub fn newest_behind(&self, fields: &[Field]) -> Option<Date> {
        let columns = fields.iter().flat_map(|field| columns_behind(*field, self));
        let of =
            |column: usize| *self.newest.get(column)?.get_or_init(|| Cited::new(self, &[Field::Column(column)]).newest);
        columns.filter_map(of).max()
    }

    /// The other rows of a row's name.
    ///
    /// Looks only at the rows beside it by name: each row drawn asks this at every step of the weight.
    pub fn twins(&self, row: usize) -> Vec<usize> {
        let (places, ranks) = (self.name_ranks(), self.text_ranks(self.table.column("name").unwrap_or_default()));
        let by_name = self.by_name.get_or_init(|| {
            let mut rows = vec![0; places.len()];
            for (row, place) in (0..).zip(places) {
                rows[*place as usize] = row;
            }
            rows
        });
        let Some((before, after)) = places.get(row).and_then(|place| by_name.split_at_checked(*place as usize)) else {
            return Vec::new();
        };
        let is_near = |other: &&u32| ranks.get(**other as usize) == ranks.get(row);
        let near = before.iter().rev().take_while(is_near).chain(after.iter().skip(1).take_while(is_near));
        let near = near.map(|other| *other as usize);
        near.filter(|other| self.table.name(*other) == self.table.name(row)).collect()
    }

    /// A text as search sees it.
    pub(super) fn fold(&self, text: &str) -> String {
        self.letters.fold(text)
    }

    /// The rows whose name, vendor or family holds a folded word.
    pub(super) fn search(&self, word: &str) -> RowSet {
        let search = self.search.get_or_init(|| self.search_text());
        let mut found = RowSet::none(self.table.len());
        let mut row = 0;
        // One pass over all lines: a search for each line anew would cost its set-up 100,000 times.
        for (at, _) in search.text.match_indices(word) {
            while search.ends.get(row).is_some_and(|end| *end as usize <= at) {
                row += 1;
            }
            found.insert(row);
        }
        found
    }

    fn search_text(&self) -> SearchText {
        let columns: Vec<&Cells> =
            SEARCHED.iter().filter_map(|id| self.table.column(id)).map(|at| &self.table.columns[at].cells).collect();
        let mut search = SearchText { text: String::new(), ends: Vec::with_capacity(self.table.len()) };
        for row in 0..self.table.len() {
            for text in columns.iter().filter_map(|cells| cells.text(row)) {
                search.text.push_str(&self.fold(text));
                search.text.push(' ');
            }
            search.text.push('\n');
            search.ends.push(search.text.len() as u32);
        }
        search
    }
}

impl Deref for Indexed {
    type Target = Table;

    fn deref(&self) -> &Table {
        &self.table
    }
}
