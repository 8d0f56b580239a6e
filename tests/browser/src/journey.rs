use crate::page::{PATIENCE, Page};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde::Deserialize;
use std::time::Instant;

/// Where the focus is.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Stop {
    /// What the control is called; empty where the focus is on the page itself.
    pub name: String,
    /// Its tag in lower case, for an input with its type, such as `input search`; empty for the page itself.
    pub kind: String,
}

/// The most stops that a test follows the focus along.
const MOST_STOPS: usize = 80;

impl Page {
    /// Where the focus is.
    pub fn focus(&self) -> Stop {
        self.ask(
            "const at = focused();
            if (!at) return { name: '', kind: '' };
            return { name: called(at), kind: [at.localName, at.localName === 'input' ? at.type : ''].join(' ').trim() }",
            Vec::new(),
        )
    }

    /// Presses Tab, and tells where that leads.
    pub fn tab(&self) -> Stop {
        self.key(Key::Tab);
        self.focus()
    }

    /// Presses Tab until the focus is at a control of this kind whose name begins so; tells where it has been.
    ///
    /// Fails at the first stop that does not show the focus, and where the control is not reached.
    pub fn tab_to(&self, kind: &str, name: &str) -> Vec<Stop> {
        let mut passed = Vec::new();
        while passed.len() < MOST_STOPS {
            let stop = self.tab();
            assert!(self.shows_focus(), "the focus is not to be seen at {stop:?}");
            passed.push(stop.clone());
            if stop.kind == kind && stop.name.starts_with(name) {
                return passed;
            }
        }
        panic!("Tab does not lead to the {kind} \"{name}\", but to {passed:?}");
    }

    /// Whether a reader sees where the focus is.
    ///
    /// It has an outline or a shadow of its own; the ring of a slider may be its thumb's, whose style no script can
    /// read, so its picture must change as it loses the focus.
    fn shows_focus(&self) -> bool {
        let ringed: Option<bool> = self.ask(
            "const at = focused();
            if (!at) return null;
            const style = getComputedStyle(at);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'",
            Vec::new(),
        );
        ringed.unwrap_or(true) || self.focus().kind == "input range" && self.looks_different_without_focus()
    }

    fn looks_different_without_focus(&self) -> bool {
        let in_the_picture = if self.engine().pictures_shadow_roots() { "focused()" } else { "document.activeElement" };
        let element = self.element(&format!("return {in_the_picture}"), Vec::new());
        let picture = || self.still_picture(&element);
        let with = picture();
        self.ask::<()>("window.left = focused(); left.blur()", Vec::new());
        let without = picture();
        self.ask::<()>("left.focus({ focusVisible: true })", Vec::new());
        with != without
    }

    /// The picture of an element that is the same twice in a row.
    fn still_picture(&self, element: &Element) -> Vec<u8> {
        let (end, mut last) = (Instant::now() + PATIENCE, Vec::new());
        while Instant::now() < end {
            let picture = self.done(element.screenshot());
            if picture == last {
                return picture;
            }
            last = picture;
        }
        panic!("the page does not keep still");
    }
}
