//! What a widget shows of the last change, and who waits for it.

use super::Widget;
use compare::state::Part;
use js_sys::Function;
use wasm_bindgen::JsValue;

impl Widget {
    /// Draws what has changed, where it is drawn at all.
    pub(super) fn draw_again(&self) {
        self.revision.set(self.revision.get() + 1);
        if self.drawn.get() {
            self.draw();
        }
    }

    /// Takes in that the view of a revision is shown.
    pub(super) fn note_shown(&self, revision: u32) {
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

    fn reveal_goal(&self) {
        let part = self.goal.take().and_then(|part| Part::ALL.iter().find(|(other, _)| *other == part));
        if let Some((_, name)) = part {
            // An empty result has no table, but says so.
            self.host.reveal(&["[part~=", name, "],.mc-empty"].concat());
        }
    }

    /// Calls `resolve` once the view shows the last change made.
    pub(in crate::embed) fn when_shown(&self, resolve: Function) {
        if self.shown.get() >= self.revision.get() {
            // Nothing new is shown, of which the page would have to hear.
            drop(resolve.call0(&JsValue::NULL));
        } else {
            self.waiting.borrow_mut().push((self.revision.get(), resolve));
        }
    }
}
