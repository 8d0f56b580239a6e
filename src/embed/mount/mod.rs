use super::data_set::read_data_set;
use super::stage::Place;
use super::theme::Follower;
use crate::browser::{BrowserNumerals, LETTERS};
use crate::ui::{AppProps, Go, Handle, Notice, Share, Way, Wording, chart_file};
use compare::catalog::{Book, Workload};
use compare::format::Words;
use compare::query::{Field, Indexed, Prices, Question};
use compare::state::{Action, Outcome, Part, Presentation, Setting, View};
use compare::units::Gather;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// The element of the page, as its widget knows it.
    pub type Host;

    /// Hears that the view shows the last change made.
    #[wasm_bindgen(method)]
    fn shown(this: &Host);

    /// Hears how the reader wants to take the view along: `link`, `embed`, `csv`, `markdown`, `svg` or `png`.
    #[wasm_bindgen(method)]
    fn share(this: &Host, how: &str);

    /// Brings what a selector finds into view, with the focus on it.
    #[wasm_bindgen(method)]
    fn reveal(this: &Host, selector: &str);
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
    notice: RefCell<Notice>,
    wording: Wording,
    theme: Follower,
    place: RefCell<Option<Place>>,
    drawn: Cell<bool>,
    id: u32,
    dispatch: Callback<Action>,
    on_shown: Callback<u32>,
    on_share: Callback<Share>,
    on_go: Callback<Go>,
    /// Where the reader went last.
    came: RefCell<Option<Go>>,
    /// The part that is brought into view once the last change is shown.
    goal: Cell<Option<Part>>,
    /// Counts the changes to the view; the app says which of them it shows.
    revision: Cell<u32>,
    shown: Cell<u32>,
    /// Who waits for a revision to be shown.
    waiting: RefCell<Vec<(u32, Function)>>,
}

/// What a table is narrowed by, and what is left of it.
type Narrowed = (NarrowedBy, Rc<Indexed>);

/// The position of a table, the ids to which it is narrowed, which prices count, and for which workload: of
/// first-party prices for none.
type NarrowedBy = (usize, Rc<[String]>, Prices, Option<Workload>);

thread_local! {
    /// The compiled-in tables, shared by all widgets of the page.
    static TABLES: Rc<[Rc<Indexed>]> = {
        crate::tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS))).gathered().into()
    };
    /// What is said about them.
    static BOOK: Rc<Book> = Rc::new(crate::book().clone());
    /// What is said about the tables of a page.
    static NOTHING: Rc<Book> = Rc::default();
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
        Some(Rc::new_cyclic(|widget: &Weak<Self>| {
            let [for_actions, for_shown, for_share, for_go] = [widget; 4].map(Weak::clone);
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
            let go = move |to: Go| {
                if let Some(widget) = for_go.upgrade() {
                    widget.go(&to);
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
                on_go: Callback::from(go),
                came: RefCell::default(),
                goal: Cell::new(None),
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
            book: Handle(self.book()),
            came: self.came.borrow().clone(),
            own: self.own(),
            view: self.view.borrow().clone(),
            presentation: self.presentation.borrow().clone(),
            notice: self.notice.borrow().clone(),
            revision: self.revision.get(),
            dispatch: self.dispatch.clone(),
            on_shown: self.on_shown.clone(),
            on_share: self.on_share.clone(),
            on_go: self.on_go.clone(),
            wording: self.wording.clone(),
        }
    }

    /// What is said about the tables that are shown.
    fn book(&self) -> Rc<Book> {
        let compiled = TABLES.with(|tables| Rc::ptr_eq(tables, &*self.tables.borrow()));
        if compiled { BOOK.with(Rc::clone) } else { NOTHING.with(Rc::clone) }
    }

    /// The table that is shown, narrowed to what the view is about.
    pub(super) fn table(&self) -> Option<Rc<Indexed>> {
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

    fn act(&self, action: Action) {
        let view = self.view().apply(action, &self.tables());
        self.show(view);
    }

    /// Shows another view and brings a part into view.
    fn go(&self, to: &Go) {
        let view = match &to.way {
            Way::Link(link) => {
                // The weight is the reader's, unless the link says one.
                let mut start = self.start();
                start.weight = self.view.borrow().weight;
                let outcome = start.follow(link, &self.tables(), &BrowserNumerals);
                warn(&outcome.warnings);
                outcome.view
            }
            Way::Act(action) => self.view().apply(Action::clone(action), &self.tables()),
        };
        self.goal.set(Some(to.part));
        self.came.replace(Some(to.clone()));
        self.view.replace(view);
        self.change();
    }

    fn reveal_goal(&self) {
        let part = self.goal.take().and_then(|part| Part::ALL.iter().find(|(other, _)| *other == part));
        if let Some((_, name)) = part {
            // An empty result has no table, but says so.
            self.host.reveal(&["[part~=", name, "],.mc-empty"].concat());
        }
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

    /// Takes the compiled-in tables again, and of these the one that the page names.
    pub(super) fn reset_data(&self) {
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

    /// The ids of the rows that the page itself compares of the table that is shown; of all where the view does.
    fn own(&self) -> Rc<[String]> {
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

    /// Says something to the reader, with a text to copy or an empty one, until the view changes.
    pub(super) fn say(&self, said: String, text: String) {
        self.notice.replace(Notice { said: said.into(), text: text.into() });
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
            self.reveal_goal();
            self.host.shown();
        }
    }

    /// Calls `resolve` once the view shows the last change made.
    pub(super) fn when_shown(&self, resolve: Function) {
        if self.shown.get() >= self.revision.get() {
            // Nothing new is shown, of which the page would have to hear.
            drop(resolve.call0(&JsValue::NULL));
        } else {
            self.waiting.borrow_mut().push((self.revision.get(), resolve));
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

    /// The chart as a file of SVG; empty where there is none.
    pub(super) fn picture(&self) -> String {
        let Some(table) = self.table() else { return String::new() };
        let view = self.view.borrow();
        let tradeoff = view.tradeoff(&table);
        let root = self.place.borrow().as_ref().map(|place| place.root.clone());
        let joined = root.is_some_and(|root| matches!(root.query_selector(".mc-join :checked"), Ok(Some(_))));
        chart_file(&view.question(&table, &tradeoff), &view, joined, &self.wording)
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
