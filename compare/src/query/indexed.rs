use super::fold::{Decompose, fold};
use crate::catalog::{Cells, Table};
use crate::units::natural_cmp;
use std::cell::OnceCell;
use std::cmp::Ordering;
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
            let by_name = |a: &u32, b: &u32| {
                let (a, b) = (*a as usize, *b as usize);
                let ids = || self.table.ids.get(a).cmp(&self.table.ids.get(b));
                natural_cmp(self.table.name(a), self.table.name(b)).then_with(ids)
            };
            let mut rows: Vec<u32> = (0..self.table.len() as u32).collect();
            rows.sort_unstable_by(by_name);
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
        let (Some(ranks), Some(cells)) = (self.ranks.get(column), self.table.columns.get(column)) else {
            return &[];
        };
        ranks.get_or_init(|| rank(self.table.len(), |a, b| compare_texts(&cells.cells, a, b)))
    }

    /// A text as search sees it.
    pub(super) fn fold(&self, text: &str) -> String {
        fold(text, self.decompose)
    }

    /// Calls `found` with each row whose name, vendor or family holds a folded word.
    pub(super) fn search(&self, word: &str, mut found: impl FnMut(usize)) {
        let search = self.search.get_or_init(|| self.search_text());
        let (mut row, mut from) = (0, 0);
        // One pass over all lines: a search for each line anew would cost its set-up 100,000 times.
        while let Some(at) = search.text.get(from..).and_then(|rest| rest.find(word)) {
            let at = (from + at) as u32;
            row += search.ends[row..].partition_point(|end| *end <= at);
            let Some(end) = search.ends.get(row) else {
                return;
            };
            found(row);
            from = *end as usize;
        }
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

fn compare_texts(cells: &Cells, a: usize, b: usize) -> Ordering {
    match cells {
        Cells::Text(_) => natural_cmp(cells.text(a).unwrap_or_default(), cells.text(b).unwrap_or_default()),
        // Their names are in natural order already.
        _ => cells.categories(a).cmp(cells.categories(b)),
    }
}

/// The place of each of `len` things under an order; equal things share a place.
fn rank(len: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    order.sort_unstable_by(|a, b| compare(*a as usize, *b as usize));
    let mut ranks = vec![0; len];
    let mut place = 0;
    for pair in order.windows(2) {
        if let [before, after] = *pair {
            place += u32::from(compare(before as usize, after as usize).is_ne());
            ranks[after as usize] = place;
        }
    }
    ranks
}
