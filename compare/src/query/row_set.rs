/// A set of rows of one table, one bit a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowSet {
    words: Vec<u64>,
}

/// How many rows one word holds.
const WORD: usize = u64::BITS as usize;

impl RowSet {
    /// None of so many rows.
    pub(super) fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(WORD)] }
    }

    /// Those of so many rows that pass a test.
    pub(super) fn of(rows: usize, passes: impl Fn(usize) -> bool) -> Self {
        let word = |start: usize| {
            let rows = start..rows.min(start + WORD);
            rows.rev().fold(0, |word, row| word << 1 | u64::from(passes(row)))
        };
        Self { words: (0..rows).step_by(WORD).map(word).collect() }
    }

    /// Puts a row in.
    pub(super) fn insert(&mut self, row: usize) {
        if let Some(word) = self.words.get_mut(row / WORD) {
            *word |= 1 << (row % WORD);
        }
    }

    /// Whether a row is in.
    pub(super) fn holds(&self, row: usize) -> bool {
        self.words.get(row / WORD).is_some_and(|word| word >> (row % WORD) & 1 == 1)
    }

    /// The rows of both sets.
    pub(super) fn and(mut self, other: &Self) -> Self {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
        self
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The rows, the first one first.
    pub(super) fn rows(&self) -> Vec<u32> {
        let mut rows = Vec::with_capacity(self.len());
        for (start, word) in (0..).step_by(WORD).zip(&self.words) {
            let mut rest = *word;
            while rest != 0 {
                rows.push(start + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// The positions at which something holds.
    fn positions(holds: &[bool]) -> Vec<u32> {
        (0..).zip(holds).filter(|(_, holds)| **holds).map(|(row, _)| row).collect()
    }

    proptest! {
        #[test]
        fn a_set_holds_the_rows_that_pass(holds in vec(any::<bool>(), 0..300)) {
            let set = RowSet::of(holds.len(), |row| holds[row]);
            prop_assert_eq!(set.len(), positions(&holds).len());
            prop_assert_eq!(set.rows(), positions(&holds));
        }

        #[test]
        fn a_set_holds_the_rows_that_were_put_in(holds in vec(any::<bool>(), 0..300)) {
            let mut set = RowSet::none(holds.len());
            for row in positions(&holds) {
                set.insert(row as usize);
            }
            prop_assert_eq!(set, RowSet::of(holds.len(), |row| holds[row]));
        }

        #[test]
        fn what_two_sets_share_passes_both_tests(pairs in vec(any::<(bool, bool)>(), 0..300)) {
            let (a, b) = (RowSet::of(pairs.len(), |row| pairs[row].0), RowSet::of(pairs.len(), |row| pairs[row].1));
            let both: Vec<bool> = pairs.iter().map(|pair| pair.0 && pair.1).collect();
            prop_assert_eq!(a.and(&b).rows(), positions(&both));
        }
    }
}
