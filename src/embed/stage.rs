//! Where widgets are drawn: elements that are used again, since Yew keeps what it has once drawn in for ever.

use crate::ui::{AppProps, Stage, StageProps};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::AppHandle;

/// An element of the page with the app that draws in it.
pub(super) struct Place {
    pub root: HtmlElement,
    app: AppHandle<Stage>,
}

thread_local! {
    /// The places that no widget uses.
    static FREE: RefCell<Vec<Place>> = RefCell::default();
}

impl Place {
    /// A place that is free, or a new one; `None` only where there is no page.
    pub(super) fn take() -> Option<Self> {
        FREE.with_borrow_mut(Vec::pop).or_else(|| {
            let root = web_sys::window()?.document()?.create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
            root.set_class_name("mc-mount");
            let app = yew::Renderer::<Stage>::with_root(root.clone().into()).render();
            Some(Self { root, app })
        })
    }

    /// Draws an app, or the same one anew.
    pub(super) fn draw(&mut self, app: AppProps) {
        self.app.update(StageProps { app: Some(app) });
    }

    /// Leaves the place to the next widget.
    pub(super) fn leave(mut self) {
        self.root.remove();
        // It may stand in the document of a frame, which is not to live on for its sake.
        if let Some(page) = web_sys::window().and_then(|window| window.document()) {
            // Only a document or a shadow root cannot be adopted.
            drop(page.adopt_node(&self.root));
        }
        self.app.update(StageProps { app: None });
        FREE.with_borrow_mut(|free| free.push(self));
    }
}
