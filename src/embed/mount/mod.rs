//! One widget on the page: what its host and its reader have chosen, and the app that draws it.

mod settings;
mod shown;
mod tables;

use super::stage::Place;
use super::theme::Follower;
use crate::browser::BrowserNumerals;
use crate::ui::{AppProps, Go, Handle, Notice, Share, Way, Wording, chart_file};
use compare::format::Words;
use compare::query::{Field, Indexed, Question};
use compare::state::{Action, Part, Presentation, Setting, View};
use js_sys::Function;
use settings::warn;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use tables::{Narrowed, compiled};
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

thread_local! {
    /// How many widgets there have been.
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

impl Widget {
    /// A widget that shows the first of the compiled-in tables, not drawn yet; `None` only where there is no page.
    pub(super) fn new(host: Host, language: &str) -> Option<Rc<Self>> {
        let place = Place::take()?;
        let tables = compiled();
        let start = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        let id = COUNT.get() + 1;
        COUNT.set(id);
        Some(Rc::new_cyclic(|widget: &Weak<Self>| Self {
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
            dispatch: on(widget, Self::act),
            on_shown: on(widget, Self::note_shown),
            on_share: on(widget, |widget, how: Share| widget.host.share(how.word())),
            on_go: on(widget, |widget, to| widget.go(&to)),
            came: RefCell::default(),
            goal: Cell::new(None),
            revision: Cell::new(1),
            shown: Cell::new(0),
            waiting: RefCell::default(),
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

    pub(super) fn view(&self) -> View {
        self.view.borrow().clone()
    }
}

/// What a widget does when it is asked to, which does not keep it alive.
fn on<T: 'static>(widget: &Weak<Widget>, act: impl Fn(&Widget, T) + 'static) -> Callback<T> {
    let widget = Weak::clone(widget);
    Callback::from(move |asked: T| {
        if let Some(widget) = widget.upgrade() {
            act(&widget, asked);
        }
    })
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
