//! The tables that a widget shows: those that are compiled in, or those of a data set of the page.

use super::Widget;
use crate::browser::LETTERS;
use crate::embed::data_set::read_data_set;
use compare::catalog::{Book, Workload};
use compare::query::{Indexed, Prices};
use compare::state::{Setting, View};
use compare::units::Gather;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What a table is narrowed by, and what is left of it.
pub(super) type Narrowed = (NarrowedBy, Rc<Indexed>);

/// The position of a table, the ids to which it is narrowed, which prices count, and for which workload: of
/// first-party prices for none.
pub(super) type NarrowedBy = (usize, Rc<[String]>, Prices, Option<Workload>);

thread_local! {
    /// The compiled-in tables, shared by all widgets of the page.
    static TABLES: Rc<[Rc<Indexed>]> = {
        crate::tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS))).gathered().into()
    };
    /// What is said about them.
    static BOOK: Rc<Book> = Rc::new(crate::book().clone());
    /// What is said about the tables of a page.
    static NOTHING: Rc<Book> = Rc::default();
}

/// The compiled-in tables.
pub(super) fn compiled() -> Rc<[Rc<Indexed>]> {
    TABLES.with(Rc::clone)
}

impl Widget {
    pub(in crate::embed) fn tables(&self) -> Rc<[Rc<Indexed>]> {
        self.tables.borrow().clone()
    }

    /// The table that is shown, narrowed to what the view is about.
    pub(in crate::embed) fn table(&self) -> Option<Rc<Indexed>> {
        let view = self.view.borrow();
        let table = self.tables.borrow().get(view.table).cloned()?;
        let by_offers = view.prices != Prices::FirstParty && !table.offers.is_empty();
        if view.only.is_empty() && !by_offers {
            return Some(table);
        }
        let by = (view.table, Rc::clone(&view.only), view.prices, by_offers.then_some(view.workload));
        let mut narrowed = self.narrowed.borrow_mut();
        if let Some((_, rows)) = narrowed.as_ref().filter(|(known, _)| *known == by) {
            return Some(Rc::clone(rows));
        }
        let rows = Rc::new(table.of(view.narrowed(&table)?));
        *narrowed = Some((by, Rc::clone(&rows)));
        Some(rows)
    }

    /// What is said about the tables that are shown.
    pub(super) fn book(&self) -> Rc<Book> {
        let compiled = TABLES.with(|tables| Rc::ptr_eq(tables, &*self.tables.borrow()));
        if compiled { BOOK.with(Rc::clone) } else { NOTHING.with(Rc::clone) }
    }

    /// Takes a data set in place of the tables; what was shown before is reset but for weight and page length.
    pub(in crate::embed) fn set_data(&self, data: &JsValue) -> Result<(), String> {
        let table = Rc::new(Indexed::new(read_data_set(data)?, LETTERS));
        let old = self.view();
        let view = View { weight: old.weight, rows: old.rows, ..View::new(0, &table) };
        self.show_tables(Rc::from([table]), view);
        Ok(())
    }

    /// Takes the compiled-in tables again, and of these the one that the page names.
    pub(in crate::embed) fn reset_data(&self) {
        let tables = TABLES.with(Rc::clone);
        let old = self.view();
        let attributes = self.attributes.borrow();
        let named = attributes.iter().find(|(setting, _)| *setting == Setting::Table).map(|(_, id)| id.trim());
        let at = tables.iter().position(|table| Some(&*table.id) == named).unwrap_or_default();
        let start = tables.get(at).map(|table| View::new(at, table)).unwrap_or_default();
        drop(attributes);
        self.show_tables(tables, View { weight: old.weight, rows: old.rows, ..start });
    }

    fn show_tables(&self, tables: Rc<[Rc<Indexed>]>, view: View) {
        self.tables.replace(tables);
        self.narrowed.replace(None);
        // Where the reader came from is no part of other tables.
        self.came.take();
        self.goal.take();
        self.view.replace(view);
        self.change();
    }
}
