use crate::widget::Widget;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::key::Key;
use serde_json::{Value as Json, json};
use std::time::Duration;

/// What a reader can do to it, with real clicks and keys; each returns once the view shows the outcome.
///
/// The mouse goes by places in the view, for not every driver finds its way to an element in a shadow root.
impl Widget<'_> {
    /// Clicks the button of a column header.
    pub fn press_header(&self, label: &str) {
        self.click("header", label);
    }

    /// Clicks it while Shift is held down.
    pub fn shift_press_header(&self, label: &str) {
        let (rest, shift) = (KeyAction::Pause { duration: Duration::ZERO }, char::from(Key::Shift));
        let keyboard = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(rest.clone())
            .then(rest.clone())
            .then(rest)
            .then(KeyAction::Up { value: shift });
        let mouse = mouse(
            [PointerAction::Pause { duration: Duration::ZERO }].into_iter().chain(self.press_at("header", label)),
        );
        self.page.done(self.page.client().perform_actions(Actions::from(keyboard).and(mouse)));
        self.page.settle();
    }

    /// Drags a thumb with the mouse from one share of its track to another.
    pub fn drag(&self, label: &str, from: f64, to: f64) {
        let [x, y, width]: [f64; 3] = self.ask_with("return settled(() => control(given[0]))", vec![json!(label)]);
        // The middle of a thumb keeps half its width from either end.
        let moved = |share: f64| move_to(x + (share - 0.5) * (width - 24.0), y);
        let (down, up) =
            (PointerAction::Down { button: MOUSE_BUTTON_LEFT }, PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let actions = [moved(from), down, moved(f64::midpoint(from, to)), moved(to), up];
        self.page.done(self.page.client().perform_actions(mouse(actions)));
        self.page.settle();
    }

    /// Scrolls the page until it is in view.
    pub fn scroll_to(&self) {
        self.ask::<()>("host.scrollIntoView()");
    }

    /// Clicks a button outside the table.
    pub fn press(&self, label: &str) {
        self.click("button", label);
    }

    /// Opens a dropdown, and waits until its panel is there.
    pub fn open(&self, label: &str) {
        self.click("dropdown", label);
        let shown = json!(label);
        self.until(&format!("{label} is open"), &format!("dropdown({shown}).ariaExpanded === 'true'"));
    }

    /// Closes a dropdown by its button.
    pub fn close(&self, label: &str) {
        self.click("dropdown", label);
        let shown = json!(label);
        self.until(&format!("{label} is closed"), &format!("dropdown({shown}).ariaExpanded === 'false'"));
    }

    /// Clicks a figure of the table, as `row name > header`, or the name of a row, and waits until its card is open.
    pub fn press_figure(&self, path: &str) {
        self.click("figure", path);
        self.until("the card is open", "card()");
    }

    /// Clicks a line of the open card.
    pub fn press_line(&self, label: &str) {
        self.click("line", label);
    }

    /// Clicks a checkbox.
    pub fn tick(&self, label: &str) {
        self.click("control", label);
    }

    /// Chooses an option of a select.
    pub fn choose(&self, select: &str, option: &str) {
        let script = format!("((label) => pick([...control({}).options], label))", json!(select));
        self.page.done(self.find(&script, option).click());
        self.page.settle();
    }

    /// Types into the search.
    pub fn search(&self, text: &str) {
        self.click("(() => root.querySelector('input[type=search]'))", "");
        self.until("the search has the focus", "focused()?.matches('input[type=search]')");
        self.page.type_text(text);
    }

    /// Types a number into a field in place of what it holds, and leaves it.
    pub fn enter(&self, label: &str, number: &str) {
        self.focus(label);
        self.page.key_with(Key::Control, 'a');
        self.page.type_text(number);
        self.page.key(Key::Tab);
    }

    /// Moves the focus to a control, as an aid of the reader's may; a test of Tab presses Tab.
    pub fn focus(&self, label: &str) {
        self.ask_with::<()>("control(given[0]).focus()", vec![json!(label)]);
    }

    /// Moves the focus to the button of a column header.
    pub fn focus_header(&self, label: &str) {
        self.ask_with::<()>("header(given[0]).focus()", vec![json!(label)]);
    }

    /// Moves the focus to a button outside the table.
    pub fn focus_button(&self, label: &str) {
        self.ask_with::<()>("button(given[0]).focus()", vec![json!(label)]);
    }

    /// Clicks the first element that a selector finds.
    pub fn press_first(&self, selector: &str) {
        self.click("((selector) => root.querySelector(selector))", selector);
    }

    /// Moves the mouse to the middle of the first element that a selector finds, over whatever lies there.
    pub fn point_at(&self, selector: &str) {
        // A page that scrolls under the mouse moves it as well, so that comes last.
        let script = "if (!window.pointed) {
              window.pointed = [];
              addEventListener('mousemove', ({ clientX, clientY }) => { window.pointed = [clientX, clientY]; }, true);
            }
            const find = () => root.querySelector(given[0]);
            await still(() => liesAt(find()));
            window.pointedBefore = find().matches(':hover');
            return middle(find())";
        let [x, y, _]: [f64; 3] = self.ask_with(script, vec![json!(selector)]);
        self.page.done(self.page.client().perform_actions(mouse([move_to(x, y)])));
        // A mouse that is there already does not move.
        let heard =
            "const isThere = () => pointedBefore || Math.hypot(pointed[0] - given[0], pointed[1] - given[1]) < 5;
            await eventually(isThere, () => `the mouse goes to ${given} and is at ${pointed}`)";
        self.page.ask::<()>(heard, vec![json!(x), json!(y)]);
        self.page.settle();
        self.page.after_frames(2);
    }

    /// Presses where the mouse is.
    pub fn press_here(&self) {
        let button = MOUSE_BUTTON_LEFT;
        let press = [PointerAction::Down { button }, PointerAction::Up { button }];
        self.page.done(self.page.client().perform_actions(mouse(press)));
        self.page.settle();
    }

    /// Clicks a place of the view.
    pub fn click_at(&self, [x, y]: [f64; 2]) {
        let button = MOUSE_BUTTON_LEFT;
        let actions = [move_to(x, y), PointerAction::Down { button }, PointerAction::Up { button }];
        self.page.done(self.page.client().perform_actions(mouse(actions)));
        self.page.settle();
    }

    fn click(&self, finder: &str, label: &str) {
        self.page.done(self.page.client().perform_actions(mouse(self.press_at(finder, label))));
        self.page.settle();
    }

    /// What the mouse does to press what a finder finds; fails where something else lies over it.
    fn press_at(&self, finder: &str, label: &str) -> [PointerAction; 3] {
        let script = format!("return uncovered(() => {finder}(given[0]))");
        let [x, y]: [f64; 2] = self.ask_with(&script, vec![json!(label)]);
        let button = MOUSE_BUTTON_LEFT;
        [move_to(x, y), PointerAction::Down { button }, PointerAction::Up { button }]
    }

    /// Sets attributes, removes those that are `null`, and waits until the view shows it.
    pub fn set_attribute(&self, name: &str, value: impl Into<Json>) {
        self.ask_with::<()>(
            "const [name, value] = given;
            value === null ? host.removeAttribute(name) : host.setAttribute(name, value);
            await host.updated",
            vec![json!(name), value.into()],
        );
    }

    /// Sets a property, and waits until the view shows it.
    pub fn set(&self, property: &str, value: impl Into<Json>) {
        self.ask_with::<()>("host[given[0]] = given[1]; await host.updated", vec![json!(property), value.into()]);
    }
}

fn mouse(actions: impl IntoIterator<Item = PointerAction>) -> MouseActions {
    actions.into_iter().fold(MouseActions::new("mouse".to_owned()), InputSource::then)
}

fn move_to(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo { duration: None, x, y }
}
