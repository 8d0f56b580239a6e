use crate::widget::Widget;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value as Json, json};
use std::time::Duration;

/// What a reader can do to it, with real clicks and keys; each returns once the view shows the outcome.
impl Widget<'_> {
    /// Clicks the button of a column header.
    pub fn press_header(&self, label: &str) {
        self.click(&self.find("header", label));
    }

    /// Clicks it while Shift is held down.
    pub fn shift_press_header(&self, label: &str) {
        let button = self.find("header", label);
        self.scroll_into_view(&button);
        let (rest, shift) = (KeyAction::Pause { duration: Duration::ZERO }, char::from(Key::Shift));
        let keyboard = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(rest.clone())
            .then(rest.clone())
            .then(rest)
            .then(KeyAction::Up { value: shift });
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::Pause { duration: Duration::ZERO })
            .then(PointerAction::MoveToElement { element: button, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.page.done(self.page.client().perform_actions(Actions::from(keyboard).and(mouse)));
        self.page.settle();
    }

    /// Drags a thumb with the mouse from one share of its track to another.
    pub fn drag(&self, label: &str, from: f64, to: f64) {
        let thumb = self.find("control", label);
        self.scroll_into_view(&thumb);
        let (_, _, width, _) = self.page.done(thumb.rectangle());
        // The middle of a thumb keeps half its width from either end.
        let place = |share: f64| (share - 0.5) * (width - 24.0);
        let moved = |share: f64| PointerAction::MoveToElement {
            element: thumb.clone(),
            duration: None,
            x: place(share),
            y: 0.0,
        };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(moved(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(moved(f64::midpoint(from, to)))
            .then(moved(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.page.done(self.page.client().perform_actions(mouse));
        self.page.settle();
    }

    /// Scrolls the page until it is in view.
    pub fn scroll_to(&self) {
        self.ask::<()>("host.scrollIntoView()");
    }

    fn scroll_into_view(&self, element: &Element) {
        self.page.ask::<()>("given[0].scrollIntoView({ block: 'center' })", vec![json!(element)]);
    }

    /// Clicks a button outside the table.
    pub fn press(&self, label: &str) {
        self.click(&self.find("button", label));
    }

    /// Opens a dropdown, and waits until its panel is there.
    pub fn open(&self, label: &str) {
        self.click(&self.find("dropdown", label));
        let shown = json!(label);
        self.until(&format!("{label} is open"), &format!("dropdown({shown}).ariaExpanded === 'true'"));
    }

    /// Closes a dropdown by its button.
    pub fn close(&self, label: &str) {
        self.click(&self.find("dropdown", label));
        let shown = json!(label);
        self.until(&format!("{label} is closed"), &format!("dropdown({shown}).ariaExpanded === 'false'"));
    }

    /// Clicks a checkbox.
    pub fn tick(&self, label: &str) {
        self.click(&self.find("control", label));
    }

    /// Chooses an option of a select.
    pub fn choose(&self, select: &str, option: &str) {
        let script = format!("((label) => pick([...control({}).options], label))", json!(select));
        self.click(&self.find(&script, option));
    }

    /// Types into the search.
    pub fn search(&self, text: &str) {
        self.click(&self.find("(() => root.querySelector('input[type=search]'))", ""));
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

    fn click(&self, element: &Element) {
        self.page.done(element.click());
        self.page.settle();
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
