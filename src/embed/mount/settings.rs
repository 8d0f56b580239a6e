//! What is written of a view: attributes, keys of its state, and links.

use super::Widget;
use crate::browser::BrowserNumerals;
use compare::state::{Outcome, Setting, View};
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Widget {
    /// Sets what the state writes: what is not understood stays as it was.
    pub(in crate::embed) fn set(&self, setting: Setting, text: Option<&str>) {
        self.take(self.view().set(setting, text, &self.tables(), &BrowserNumerals));
    }

    /// Sets what attributes write: what is not understood, or not there, gives the default.
    pub(in crate::embed) fn set_attribute(&self, name: &str, text: Option<&str>, quietly: bool) {
        if let Some(setting) = Setting::parse(name) {
            let mut attributes = self.attributes.borrow_mut();
            attributes.retain(|(other, _)| *other != setting);
            attributes.extend(text.map(|text| (setting, text.to_owned())));
            drop(attributes);
            let mut outcome = self.view().set_attribute(setting, text, &self.tables(), &BrowserNumerals);
            if quietly {
                outcome.warnings.clear();
            }
            self.take(outcome);
            return;
        }
        let now = self.presentation.borrow().clone();
        if let Some((next, warnings)) = now.set_attribute(name, text) {
            if !quietly {
                warn(&warnings);
            }
            if next != now {
                self.theme.choose(next.theme);
                self.presentation.replace(next);
                self.change();
            }
        }
    }

    /// The view with which the page starts: the first table as its attributes want it.
    pub(super) fn start(&self) -> View {
        let tables = self.tables();
        let start = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        let attributes = self.attributes.borrow();
        let written = Setting::ALL.iter().filter_map(|(setting, _)| attributes.iter().find(|(of, _)| of == setting));
        written.fold(start, |view, (setting, text)| {
            view.set_attribute(*setting, Some(text), &tables, &BrowserNumerals).view
        })
    }

    /// The ids of the rows that the page itself compares of the table that is shown; of all where the view does.
    pub(super) fn own(&self) -> Rc<[String]> {
        let view = self.view.borrow();
        let words = view.only.join(" ");
        let is_written = |(setting, text): &(Setting, String)| *setting == Setting::Only && *text == words;
        // Mostly these are what the view has: then ids are not looked up at each step of the weight.
        if words.is_empty() || self.attributes.borrow().iter().any(is_written) {
            return Rc::clone(&view.only);
        }
        let start = self.start();
        if start.table == view.table { start.only } else { Rc::default() }
    }

    /// What differs from the start, as a link says it.
    pub(in crate::embed) fn link(&self) -> String {
        let Some(table) = self.table() else { return String::new() };
        self.view.borrow().link(&self.start(), &table, &self.tables(), &BrowserNumerals)
    }

    /// Shows what a link says: all else is as the page starts.
    pub(in crate::embed) fn follow(&self, link: &str) {
        self.take(self.start().follow(link, &self.tables(), &BrowserNumerals));
    }

    /// The attributes that show this view on a page without any.
    pub(in crate::embed) fn embed(&self) -> Vec<(Setting, String)> {
        let (Some(table), tables) = (self.table(), self.tables()) else { return Vec::new() };
        let bare = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        self.view.borrow().differences(&bare, &table, &tables, &BrowserNumerals)
    }

    fn take(&self, outcome: Outcome) {
        warn(&outcome.warnings);
        self.show(outcome.view);
    }
}

/// Tells the console what was not understood.
pub(super) fn warn(warnings: &[String]) {
    for warning in warnings {
        web_sys::console::warn_1(&JsValue::from_str(&format!("<model-compare> {warning}")));
    }
}
