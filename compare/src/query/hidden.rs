use super::{Field, Indexed, Passing};
use crate::units::{Gather, ranking};

/// Rows that the same parts of a filter hide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// The fields whose clauses they do not pass, in the order of the filter; at least one.
    pub by: Vec<Field>,
    /// The rows, the first one first; at least one.
    pub rows: Vec<u32>,
}

impl Passing {
    /// The rows that hold every word of the filter and do not show, by the clauses that hide them: all of these have to
    /// be lifted before such a row shows. Those of the fewest clauses come first, then those of the most rows.
    pub fn hidden(&self) -> Vec<Hidden> {
        let mut groups: Vec<Hidden> = Vec::new();
        for row in self.found() {
            let by = self.hides(row);
            match groups.iter_mut().find(|group| group.by == by) {
                _ if by.is_empty() => {}
                Some(group) => group.rows.push(row),
                None => groups.push(Hidden { by, rows: vec![row] }),
            }
        }
        let key = |group: &Hidden| (group.by.len(), usize::MAX - group.rows.len());
        let order = ranking(groups.len(), &|a, b| key(&groups[a]).cmp(&key(&groups[b])));
        order.into_iter().map(|place| std::mem::take(&mut groups[place])).gathered()
    }
}

impl Indexed {
    /// The rows that hold every word of a text in name, vendor or family; all where it has none.
    pub fn found(&self, text: &str) -> Vec<u32> {
        let text = self.fold(text);
        let all = (0..self.len() as u32).gathered();
        text.split_whitespace().fold(all, |rows: Vec<u32>, word| {
            let found = self.search(word);
            rows.into_iter().filter(|row| found.holds(*row as usize)).gathered()
        })
    }
}
