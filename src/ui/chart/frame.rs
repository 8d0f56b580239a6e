//! How much room the chart has.

use super::picture::Frame;
use crate::browser::{font_size, observe_size};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the chart is drawn with before it knows its place.
const FIRST: Frame = Frame { width: 720.0, height: 372.0, em: 12.0 };

/// How much room the picture has, and how great its type is; its stage is there as long as the chart.
///
/// What is measured is told a moment later: a change of size while sizes are watched is an error of the page.
#[hook]
pub(super) fn use_frame(stage: &NodeRef) -> Frame {
    let frame = use_state_eq(|| FIRST);
    {
        let (stage, frame) = (stage.clone(), frame.clone());
        use_effect_with((), move |()| {
            let observer = stage.cast::<HtmlElement>().and_then(|element| {
                let measure = {
                    let element = element.clone();
                    move || {
                        let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
                        if let Some(em) = font_size(&element).filter(|em| width > 0.0 && *em > 0.0) {
                            frame.set(Frame { width, height, em });
                        }
                    }
                };
                measure();
                let later = RefCell::new(None);
                observe_size(&element, move || drop(later.replace(Some(Timeout::new(0, measure.clone())))))
            });
            move || drop(observer)
        });
    }
    *frame
}
