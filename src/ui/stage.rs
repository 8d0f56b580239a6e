use super::{App, AppProps};
use yew::prelude::*;

/// What stands on a stage.
#[derive(Clone, Default, PartialEq, Properties)]
pub struct StageProps {
    /// The app; nothing between two widgets.
    #[prop_or_default]
    pub app: Option<AppProps>,
}

/// Holds one app after another; each begins anew.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    match &props.app {
        Some(app) => html! { <App key={app.id} ..app.clone() /> },
        None => Html::default(),
    }
}
