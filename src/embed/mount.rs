use super::data_set::read_data_set;
use super::stage::Place;
use super::theme::Follower;
use crate::browser::{BrowserNumerals, LETTERS};
use crate::ui::{AppProps, Handle, Share, Wording};
use compare::format::Words;
use compare::query::{Field, Indexed, Question};
use compare::state::{Action, Outcome, Presentation, Setting, View};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::{AttrValue, Callback};

#[wasm_bindgen]
extern "C" {
    /// The element of the page, as its widget knows it.
    pub type Host;

    /// Hears that the view shows the last change made.
    #[wasm_bindgen(method)]
    fn shown(this: &Host);

    /// Hears how the reader wants to take the view along: `link`, `embed`, `csv` or `markdown`.
    #[wasm_bindgen(method)]
    fn share(this: &Host, how: &str);
}

/// One widget on the page: the view that its reader and its host have chosen, and the app that draws it.
pub(super) struct Widget {
    host: Host,
    tables: RefCell<Rc<[Rc<Indexed>]>>,
    narrowed: RefCell<Option<Narrowed>>,
    view: RefCell<View>,
    presentation: RefCell<Presentation>,
    /// What the page wrote in attributes, in the order in which settings are set.
    attributes: RefCell<Vec<(Setting, String)>>,
    /// What the widget says to its reader beside the view.
    notice: RefCell<AttrValue>,
    wording: Wording,
    theme: Follower,
    place: RefCell<Option<Place>>,
    drawn: Cell<bool>,
    id: u32,
    dispatch: Callback<Action>,
    on_shown: Callback<u32>,
    on_share: Callback<Share>,
    /// Counts the changes to the view; the app says which of them it shows.
    revision: Cell<u32>,
    shown: Cell<u32>,
    /// Who waits for a revision to be shown.
    waiting: RefCell<Vec<(u32, Function)>>,
}

/// The position of a table, the ids to which it is narrowed, and what is left of it.
type Narrowed = (usize, Rc<[String]>, Rc<Indexed>);

thread_local! {
    /// The compiled-in tables, shared by all widgets of the page.
    static TABLES: Rc<[Rc<Indexed>]> = {
        crate::tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS))).collect()
    };
    /// How many widgets there have been.
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

impl Widget {
    /// A widget that shows the first of the compiled-in tables, not drawn yet; `None` only where there is no page.
    pub(super) fn new(host: Host, language: &str) -> Option<Rc<Self>> {
        let place = Place::take()?;
        let tables = TABLES.with(Rc::clone);
        let start = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        let id = COUNT.get() + 1;
        COUNT.set(id);
        Some(Rc::new_cyclic(|widget: &std::rc::Weak<Self>| {
            let (for_actions, for_shown, for_share) = (widget.clone(), widget.clone(), widget.clone());
            let act = move |action: Action| {
                if let Some(widget) = for_actions.upgrade() {
                    widget.act(action);
                }
            };
            let note = move |revision: u32| {
                if let Some(widget) = for_shown.upgrade() {
                    widget.note_shown(revision);
                }
            };
            let share = move |how: Share| {
                if let Some(widget) = for_share.upgrade() {
                    widget.host.share(how.word());
                }
            };
            Self {
                host,
                tables: RefCell::new(tables),
                narrowed: RefCell::default(),
                view: RefCell::new(start),
                presentation: RefCell::default(),
                attributes: RefCell::default(),
                notice: RefCell::default(),
                wording: Wording(Handle(Rc::new(super::intl::IntlNumbers::new(language)))),
                theme: Follower::new(place.root.clone()),
                place: RefCell::new(Some(place)),
                drawn: Cell::new(false),
                id,
                dispatch: Callback::from(act),
                on_shown: Callback::from(note),
                on_share: Callback::from(share),
                revision: Cell::new(1),
                shown: Cell::new(0),
                waiting: RefCell::default(),
            }
        }))
    }

    /// The element in which it is drawn, for the host to place.
    pub(super) fn root(&self) -> Option<HtmlElement> {
        self.place.borrow().as_ref().map(|place| place.root.clone())
    }

    /// Draws the view as it is now, and from now on whenever it changes.
    pub(super) fn draw(&self) {
        self.drawn.set(true);
        match (self.table(), &mut *self.place.borrow_mut()) {
            (Some(table), Some(place)) => place.draw(self.props(table)),
            // Without a table there is nothing to draw, and nobody has to wait for it.
            _ => self.shown.set(u32::MAX),
        }
    }

    fn props(&self, table: Rc<Indexed>) -> AppProps {
        AppProps {
            id: self.id,
            table: Handle(table),
            tables: Handle(self.tables.borrow().clone()),
            view: self.view.borrow().clone(),
            presentation: self.presentation.borrow().clone(),
            notice: self.notice.borrow().clone(),
            revision: self.revision.get(),
            dispatch: self.dispatch.clone(),
            on_shown: self.on_shown.clone(),
            on_share: self.on_share.clone(),
            wording: self.wording.clone(),
        }
    }

    /// The table that is shown, narrowed to what the view is about.
    pub(super) fn table(&self) -> Option<Rc<Indexed>> {
        let view = self.view.borrow();
        let table = self.tables.borrow().get(view.table).cloned()?;
        if view.only.is_empty() {
            return Some(table);
        }
        let mut narrowed = self.narrowed.borrow_mut();
        let known = narrowed.as_ref().filter(|(at, only, _)| (*at, only) == (view.table, &view.only));
        if let Some((_, _, rows)) = known {
            return Some(Rc::clone(rows));
        }
        let rows = Rc::new(table.of(view.narrowed(&table)?));
        *narrowed = Some((view.table, Rc::clone(&view.only), Rc::clone(&rows)));
        Some(rows)
    }

    fn act(&self, action: Action) {
        let view = self.view().apply(action, &self.tables());
        self.show(view);
    }

    /// Sets what the state writes: what is not understood stays as it was.
    pub(super) fn set(&self, setting: Setting, text: Option<&str>) {
        self.take(self.view().set(setting, text, &self.tables(), &BrowserNumerals));
    }

    /// Sets what attributes write: what is not understood, or not there, gives the default.
    pub(super) fn set_attribute(&self, name: &str, text: Option<&str>, quietly: bool) {
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

    /// Takes a data set in place of the tables; what was shown before is reset but for weight and page length.
    pub(super) fn set_data(&self, data: &JsValue) -> Result<(), String> {
        let table = Rc::new(Indexed::new(read_data_set(data)?, LETTERS));
        let old = self.view();
        let view = View { weight: old.weight, rows: old.rows, ..View::new(0, &table) };
        self.show_tables(Rc::from([table]), view);
        Ok(())
    }

    /// Takes the compiled-in tables again.
    pub(super) fn reset_data(&self) {
        let tables = TABLES.with(Rc::clone);
        let old = self.view();
        let start = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        self.show_tables(tables, View { weight: old.weight, rows: old.rows, ..start });
    }

    fn show_tables(&self, tables: Rc<[Rc<Indexed>]>, view: View) {
        self.tables.replace(tables);
        self.narrowed.replace(None);
        self.view.replace(view);
        self.change();
    }

    /// The view with which the page starts: the first table as its attributes want it.
    fn start(&self) -> View {
        let tables = self.tables();
        let start = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        let attributes = self.attributes.borrow();
        let written = Setting::ALL.iter().filter_map(|(setting, _)| attributes.iter().find(|(of, _)| of == setting));
        written.fold(start, |view, (setting, text)| {
            view.set_attribute(*setting, Some(text), &tables, &BrowserNumerals).view
        })
    }

    /// What differs from the start, as a link says it.
    pub(super) fn link(&self) -> String {
        let Some(table) = self.table() else { return String::new() };
        self.view.borrow().link(&self.start(), &table, &self.tables(), &BrowserNumerals)
    }

    /// Shows what a link says: all else is as the page starts.
    pub(super) fn follow(&self, link: &str) {
        self.take(self.start().follow(link, &self.tables(), &BrowserNumerals));
    }

    /// The attributes that show this view on a page without any.
    pub(super) fn embed(&self) -> Vec<(Setting, String)> {
        let (Some(table), tables) = (self.table(), self.tables()) else { return Vec::new() };
        let bare = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        self.view.borrow().differences(&bare, &table, &tables, &BrowserNumerals)
    }

    fn take(&self, outcome: Outcome) {
        warn(&outcome.warnings);
        self.show(outcome.view);
    }

    fn show(&self, view: View) {
        if *self.view.borrow() != view {
            self.view.replace(view);
            self.change();
        }
    }

    /// Says something to the reader, until the view changes.
    pub(super) fn say(&self, notice: String) {
        self.notice.replace(notice.into());
        self.draw_again();
    }

    fn change(&self) {
        self.notice.take();
        self.draw_again();
    }

    fn draw_again(&self) {
        self.revision.set(self.revision.get() + 1);
        if self.drawn.get() {
            self.draw();
        }
    }

    fn note_shown(&self, revision: u32) {
        self.shown.set(revision);
        let (ready, waiting) = self.waiting.take().into_iter().partition(|(wanted, _)| *wanted <= revision);
        self.waiting.replace(waiting);
        for (_, resolve) in ready {
            // `resolve` is a promise's own function: it never throws.
            drop(resolve.call0(&JsValue::NULL));
        }
        if revision == self.revision.get() {
            self.host.shown();
        }
    }

    /// Calls `resolve` once the view shows the last change made.
    pub(super) fn when_shown(&self, resolve: Function) {
        self.waiting.borrow_mut().push((self.revision.get(), resolve));
        if self.shown.get() >= self.revision.get() {
            self.note_shown(self.shown.get());
        }
    }

    /// What a text says of all rows after the filters, in shown order, with the shown fields; empty without a table.
    pub(super) fn asked(&self, say: impl FnOnce(&Question<'_>, &[Field], &[u32]) -> String) -> String {
        let Some(table) = self.table() else { return String::new() };
        let view = self.view.borrow();
        let tradeoff = view.tradeoff(&table);
        let question = view.question(&table, &tradeoff);
        say(&question, &view.columns, &view.order(&question))
    }

    /// Words for what a table holds, in the page's language.
    pub(super) fn words<'a>(&'a self, question: &Question<'a>) -> Words<'a> {
        self.wording.of(question.table)
    }

    /// Looks at the page's colours again.
    pub(super) fn look_again(&self) {
        self.theme.look_again();
    }

    pub(super) fn tables(&self) -> Rc<[Rc<Indexed>]> {
        self.tables.borrow().clone()
    }

    pub(super) fn view(&self) -> View {
        self.view.borrow().clone()
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        if let Some(place) = self.place.take() {
            place.leave();
        }
        // Nobody waits for what is never shown.
        for (_, resolve) in self.waiting.take() {
            drop(resolve.call0(&JsValue::NULL));
        }
    }
}

fn warn(warnings: &[String]) {
    for warning in warnings {
        web_sys::console::warn_1(&JsValue::from_str(&format!("<model-compare> {warning}")));
    }
}
