use super::fold::{Decompose, fold};
use super::row_set::RowSet;
use crate::catalog::{Cells, Table};
use crate::units::natural_key;
use std::cell::OnceCell;
use std::ops::Deref;

/// A table with what sorting and searching need to know about its texts, worked out when first asked.
///
/// The ranks and the search text never change, and with 100,000 rows each costs more than everything else that a
/// question costs: ranking names takes 60 ms on the host where a sort of numbers takes 1 (`cargo xtask bench`).
pub struct Indexed {
    table: Table,
    decompose: Decompose,
    names: OnceCell<Names>,
    /// For each column, the place of each row's text among all texts of the column; equal texts share a place.
    ranks: Vec<OnceCell<Vec<u32>>>,
    search: OnceCell<SearchText>,
}

/// The order of the rows by name, then by id.
struct Names {
    /// The rows in that order.
    rows: Vec<u32>,
    /// The place of each row.
    ranks: Vec<u32>,
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
    /// Wraps a table; `decompose` takes accents off for search.
    pub fn new(table: Table, decompose: Decompose) -> Self {
        let ranks = table.columns.iter().map(|_| OnceCell::new()).collect();
        Self { table, decompose, names: OnceCell::new(), ranks, search: OnceCell::new() }
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let name = self.table.column("name").unwrap_or_default();
            let mut rows: Vec<u32> = (0..self.table.len() as u32).collect();
            let key = |row: &u32| {
                let row = *row as usize;
                (self.text_ranks(name).get(row).copied(), self.table.ids.get(row))
            };
            rows.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
            let mut ranks = vec![0; rows.len()];
            for (rank, row) in rows.iter().enumerate() {
                ranks[*row as usize] = rank as u32;
            }
            Names { rows, ranks }
        })
    }

    /// The place of a row among all rows by name, then by id: no two rows share one.
    pub(super) fn name_rank(&self, row: u32) -> u32 {
        self.names().ranks.get(row as usize).copied().unwrap_or(u32::MAX)
    }

    /// The row at a place by name.
    pub(super) fn named(&self, rank: u32) -> u32 {
        self.names().rows.get(rank as usize).copied().unwrap_or(u32::MAX)
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
            cells @ Cells::Categories { .. } => ranks.get_or_init(|| places(len, |row| cells.categories(row))),
            cells => ranks.get_or_init(|| places(len, |row| natural_key(cells.text(row).unwrap_or_default()))),
        }
    }

    /// A text as search sees it.
    pub(super) fn fold(&self, text: &str) -> String {
        fold(text, self.decompose)
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

/// The place of the key of each row among the keys of all; equal keys share a place.
fn places<K: Ord>(rows: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let mut keys: Vec<(K, u32)> = (0..rows).map(|row| (key(row), row as u32)).collect();
    keys.sort_unstable();
    let mut places = vec![0; rows];
    let mut place = 0;
    for pair in keys.windows(2) {
        if let [before, after] = pair {
            place += u32::from(before.0 != after.0);
            places[after.1 as usize] = place;
        }
    }
    places
}
