//! What is said of a text that was not understood.

use super::setting::{cost, number_column};
use super::{Setting, View};
use crate::catalog::{Table, meant};
use crate::query::{Field, Indexed};
use std::rc::Rc;

impl View {
    /// A warning for each part of a text that was not understood: what is allowed, and of ids which one was meant.
    #[inline(never)]
    pub(super) fn warnings(&self, setting: Setting, rest: Vec<String>, tables: &[Rc<Indexed>]) -> Vec<String> {
        let mut warnings = rest;
        for part in &mut warnings {
            let meant = tables.get(self.table).and_then(|table| setting.meant(part, table, tables)).unwrap_or_default();
            let (name, allowed) = (setting.name(), setting.allowed());
            *part = format!("{name}: \"{part}\" is not understood; allowed is {allowed}{meant}");
        }
        warnings
    }
}

#[inline(never)]
fn add(known: &mut Vec<String>, id: &str) {
    known.push(id.to_owned());
}

impl Setting {
    /// Which id was meant in a text that was not understood; `None` where the fault is not in an id.
    fn meant(self, part: &str, table: &Table, tables: &[Rc<Indexed>]) -> Option<String> {
        let word = part.split_once(' ').map_or(part, |(first, _)| first);
        let word = word.strip_prefix('-').unwrap_or(word);
        let word = word.split_once(':').map_or(word, |(id, _)| id);
        let mut known = Vec::new();
        match self {
            Self::Table => tables.iter().for_each(|table| add(&mut known, &table.id)),
            Self::Only | Self::Highlight | Self::Selected => table.ids.iter().for_each(|id| add(&mut known, id)),
            Self::Score | Self::Cost | Self::Columns | Self::Sort | Self::Filter => {
                for column in &*table.columns {
                    self.add_field(&mut known, &column.id, table);
                }
                self.add_field(&mut known, "value", table);
                self.add_field(&mut known, "workload", table);
            }
            _ => return None,
        }
        // Of a clause it may be the value that is at fault.
        let is_told = !known.is_empty() && !known.iter().any(|id| id == word);
        is_told.then(|| [": ", &meant(&word.to_ascii_lowercase(), &known)].concat())
    }

    /// Adds the id of a field, where it may stand in the text of the setting.
    #[inline(never)]
    fn add_field(self, known: &mut Vec<String>, id: &str, table: &Table) {
        let may_stand = match self {
            Self::Score => number_column(id, table).is_some(),
            Self::Cost => cost(id, table).is_some(),
            _ => Field::parse(id, table).is_some(),
        };
        if may_stand {
            add(known, id);
        }
    }

    fn allowed(self) -> &'static str {
        match self {
            Self::Table => "the id of a table",
            Self::Score => "the id of a number column",
            Self::Cost => {
                "the id of a column of money or of numbers that are better lower, or `workload` where there are prices"
            }
            Self::Columns => "column ids, separated by spaces",
            Self::Workload => "`requests:100000; input:1500; output:400; cached:0.2`",
            Self::Weight => "a number from 0 to 1",
            Self::Sort => "column ids, `-` before one for descending, such as `-value name`",
            Self::Filter => "clauses such as `open-weights:yes; price-input:..5; text:llama`",
            Self::Rows => "a whole number from 1, or `all`",
            Self::Page => "a whole number from 1",
            Self::Only | Self::Highlight | Self::Selected => "ids of rows, separated by spaces",
            Self::Prices => "`first-party`, `cheapest` or `median`",
        }
    }
}
