//! What a reader's choices do to the view, and how they are written.

mod actions;
mod filters;
mod insights;
mod links;
mod pages;
mod settings;
mod sorts;

use super::View;
use crate::query::{Field, Indexed};
use crate::testing::indexed;
use std::rc::Rc;

/// Tables from texts, with the view of the first.
struct Page {
    tables: Vec<Rc<Indexed>>,
    view: View,
}

impl Page {
    fn new(texts: &[&str]) -> Self {
        let tables: Vec<Rc<Indexed>> = texts.iter().map(|text| Rc::new(indexed(text))).collect();
        let view = View::new(0, &tables[0]);
        Self { tables, view }
    }

    fn table(&self) -> &Indexed {
        &self.tables[self.view.table]
    }

    fn field(&self, id: &str) -> Field {
        Field::parse(id, self.table()).unwrap()
    }

    fn position(&self, id: &str) -> usize {
        self.table().column(id).unwrap()
    }
}
