use super::intl::IntlNumbers;
use super::theme::Theme;
use crate::browser::{BrowserNumerals, LETTERS};
use crate::ui::{App, AppProps, Handle, Wording};
use compare::query::Indexed;
use compare::state::{Action, Outcome, Setting, View};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::{AppHandle, Callback};

/// One widget on the page: the view that its reader and its host have chosen, and the app that draws it.
pub(super) struct Widget {
    tables: Rc<[Rc<Indexed>]>,
    view: RefCell<View>,
    wording: Wording,
    theme: Theme,
    app: RefCell<Option<AppHandle<App>>>,
    dispatch: Callback<Action>,
    on_shown: Callback<u32>,
    /// Counts the changes to the view; the app says which of them it shows.
    revision: Cell<u32>,
    shown: Cell<u32>,
    /// Who waits for a revision to be shown.
    waiting: RefCell<Vec<(u32, Function)>>,
}

thread_local! {
    /// The compiled-in tables, shared by all widgets of the page.
    static TABLES: Rc<[Rc<Indexed>]> = {
        crate::tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS))).collect()
    };
}

impl Widget {
    /// Mounts a widget in an element of the page, with the settings that its attributes write.
    pub(super) fn mount(root: HtmlElement, language: &str, settings: &[(Setting, String)]) -> Rc<Self> {
        let tables = TABLES.with(Rc::clone);
        let start = tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        let widget = Rc::new_cyclic(|widget: &std::rc::Weak<Self>| {
            let (for_actions, for_shown) = (widget.clone(), widget.clone());
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
            Self {
                tables,
                view: RefCell::new(start),
                wording: Wording(Handle(Rc::new(IntlNumbers::new(language)))),
                theme: Theme::follow(root.clone()),
                app: RefCell::default(),
                dispatch: Callback::from(act),
                on_shown: Callback::from(note),
                revision: Cell::new(1),
                shown: Cell::new(0),
                waiting: RefCell::default(),
            }
        });
        for (setting, text) in settings {
            widget.set_attribute(*setting, Some(text));
        }
        match widget.props() {
            Some(props) => {
                let app = yew::Renderer::<App>::with_root_and_props(root.into(), props).render();
                widget.app.replace(Some(app));
            }
            // Without a table there is nothing to draw, and nobody has to wait for it.
            None => widget.shown.set(u32::MAX),
        }
        widget
    }

    /// What the app draws; nothing where there is no table.
    fn props(&self) -> Option<AppProps> {
        let table = self.tables.get(self.view.borrow().table).cloned()?;
        Some(AppProps {
            table: Handle(table),
            tables: Handle(Rc::clone(&self.tables)),
            view: self.view.borrow().clone(),
            revision: self.revision.get(),
            dispatch: self.dispatch.clone(),
            on_shown: self.on_shown.clone(),
            wording: self.wording.clone(),
        })
    }

    fn act(&self, action: Action) {
        let view = self.view.borrow().apply(action, &self.tables);
        self.show(view);
    }

    /// Sets what the state writes: what is not understood stays as it was.
    pub(super) fn set(&self, setting: Setting, text: Option<&str>) {
        self.take(self.view().set(setting, text, &self.tables, &BrowserNumerals));
    }

    /// Sets what an attribute writes: what is not understood, or not there, gives the default.
    pub(super) fn set_attribute(&self, setting: Setting, text: Option<&str>) {
        self.take(self.view().set_attribute(setting, text, &self.tables, &BrowserNumerals));
    }

    fn take(&self, outcome: Outcome) {
        for warning in outcome.warnings {
            web_sys::console::warn_1(&JsValue::from_str(&format!("<model-compare> {warning}")));
        }
        self.show(outcome.view);
    }

    fn show(&self, view: View) {
        if *self.view.borrow() == view {
            return;
        }
        self.view.replace(view);
        self.revision.set(self.revision.get() + 1);
        if let (Some(app), Some(props)) = (&mut *self.app.borrow_mut(), self.props()) {
            app.update(props);
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
    }

    /// Calls `resolve` once the view shows the last change made.
    pub(super) fn when_shown(&self, resolve: Function) {
        self.waiting.borrow_mut().push((self.revision.get(), resolve));
        self.note_shown(self.shown.get());
    }

    /// Looks at the page's colours again.
    pub(super) fn look_again(&self) {
        self.theme.look_again();
    }

    pub(super) fn tables(&self) -> &[Rc<Indexed>] {
        &self.tables
    }

    pub(super) fn view(&self) -> View {
        self.view.borrow().clone()
    }
}
