//! A widget rendered to a string on the host.

use compare::format::Plain;
use compare::query::Indexed;
use compare::state::{Presentation, View};
use model_compare::ui::{App, AppProps, Handle, Notice, Wording};
use scraper::Html;
use std::rc::Rc;
use yew::{Callback, LocalServerRenderer};

/// What a widget is drawn from that shows a view of some tables and hears nothing.
pub(crate) fn props(tables: Rc<[Rc<Indexed>]>, view: View, presentation: Presentation) -> AppProps {
    AppProps {
        id: 1,
        table: Handle(Rc::clone(&tables[view.table])),
        tables: Handle(tables),
        book: Handle(Rc::default()),
        came: None,
        own: Rc::default(),
        view,
        presentation,
        notice: Notice::default(),
        revision: 1,
        dispatch: Callback::noop(),
        on_shown: Callback::noop(),
        on_share: Callback::noop(),
        on_go: Callback::noop(),
        wording: Wording(Handle(Rc::new(Plain))),
    }
}

/// The markup of a widget.
pub(crate) async fn drawn(props: AppProps) -> Html {
    let html = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
    Html::parse_fragment(&html)
}
