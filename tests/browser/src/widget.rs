use crate::page::Page;
use fantoccini::elements::Element;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

/// What scripts about a widget may use besides.
const LOOK: &str = include_str!("look.js");

/// A `<model-compare>` of a page, as a reader sees it and as the page does.
#[derive(Clone, Copy)]
pub struct Widget<'page> {
    pub(crate) page: &'page Page,
    place: usize,
}

/// What can be read off it.
impl<'page> Widget<'page> {
    pub(crate) fn new(page: &'page Page, place: usize) -> Self {
        Self { page, place }
    }

    /// What a script returns that may use all of `look.js`, first of all `host` and `root`.
    pub fn ask<T: DeserializeOwned>(&self, script: &str) -> T {
        self.ask_with(script, Vec::new())
    }

    /// The same with arguments, as `given`.
    pub fn ask_with<T: DeserializeOwned>(&self, script: &str, given: Vec<Json>) -> T {
        self.page.ask(&format!("{LOOK}{script}"), self.placed(given))
    }

    pub(crate) fn find(&self, finder: &str, label: &str) -> Element {
        self.page.element(&format!("{LOOK}return {finder}(given[0])"), self.placed(vec![json!(label)]))
    }

    fn placed(&self, given: Vec<Json>) -> Vec<Json> {
        [json!(self.place)].into_iter().chain(given).collect()
    }

    /// Whether it has a view already.
    pub fn is_live(&self) -> bool {
        self.ask("return host.results !== undefined")
    }

    /// Waits until a condition on what is drawn comes true; ends the test where it does not.
    pub fn until_drawn(&self, what: &str, condition: &str) {
        let script = format!("await eventually(() => ({condition}), () => `waited in vain until ${{given[0]}}`)");
        self.ask_with::<()>(&script, vec![json!(what)]);
    }

    /// Waits until a condition on the shadow root comes true, be it for a moment; ends the test where it does not.
    ///
    /// Where it throws it does not hold.
    pub fn until(&self, what: &str, condition: &str) {
        let script = format!(
            "let held = false;
            const look = () => {{ try {{ held ||= ({condition}) }} catch {{ /* It does not hold. */ }} }};
            const observer = new MutationObserver(look);
            observer.observe(root, {{ attributes: true, characterData: true, childList: true, subtree: true }});
            // Where the focus is, for one, changes without a mutation.
            await eventually(() => {{ look(); return held }}, () => `waited in vain until ${{given[0]}}`)
              .finally(() => observer.disconnect())"
        );
        self.ask_with::<()>(&script, vec![json!(what)]);
    }

    /// The names of the first rows of the table.
    pub fn names(&self, rows: usize) -> Vec<String> {
        self.ask_with("return names().slice(0, given[0])", vec![json!(rows)])
    }

    /// The name of the first row.
    pub fn first(&self) -> String {
        self.names(1).pop().unwrap_or_default()
    }

    /// The texts of the cells under a header, from top to bottom.
    pub fn column(&self, label: &str) -> Vec<String> {
        self.ask_with("return column(given[0])", vec![json!(label)])
    }

    /// The headers of the table, from the start of the line to its end.
    pub fn headers(&self) -> Vec<String> {
        self.ask("return all('thead button .mc-heading').map(words)")
    }

    /// The headers that bear an `aria-sort`, with it.
    pub fn sorted(&self) -> Vec<(String, String)> {
        self.ask("return all('th[aria-sort]').map((th) => [words(th.querySelector('.mc-heading')), th.ariaSort])")
    }

    /// Whether there is a button outside the table whose name begins so.
    pub fn has_button(&self, label: &str) -> bool {
        self.ask_with("return all('button').some((button) => called(button).startsWith(given[0]))", vec![json!(label)])
    }

    /// Whether a button can be pressed no more.
    pub fn is_off(&self, label: &str) -> bool {
        self.ask_with(
            "const { disabled, ariaDisabled } = button(given[0]);
            return disabled || ariaDisabled === 'true'",
            vec![json!(label)],
        )
    }

    /// Whether the filters are folded into one button, as on a phone.
    pub fn is_folded(&self) -> bool {
        self.ask("return dropdowns().some((button) => !button.checkVisibility())")
    }

    /// The dropdowns that open a panel.
    pub fn dropdowns(&self) -> Vec<String> {
        self.ask("return dropdowns().map(called)")
    }

    /// The theme that it has taken from the page.
    pub fn theme(&self) -> String {
        self.ask("return root.querySelector('[data-theme]').dataset.theme")
    }

    /// What is written about the number of rows.
    pub fn count(&self) -> String {
        self.ask("return words(root.querySelector('.mc-shown'))")
    }

    /// What is written about the page of the table.
    pub fn places(&self) -> String {
        self.ask("return words(root.querySelector('nav span'))")
    }

    /// The text of the open card; empty where none is open.
    pub fn card(&self) -> String {
        self.ask("return card() ? words(card()) : ''")
    }

    /// What the live region says.
    pub fn status(&self) -> String {
        self.ask("return words(root.querySelector('[role=status]'))")
    }

    /// The names of the filters in force, as the buttons say that lift them.
    pub fn chips(&self) -> Vec<String> {
        self.ask("return all('ul[aria-label=\"Filters in force\"] button').map(called)")
    }

    /// The choices of the open facet, with their counts, and whether they are ticked.
    pub fn choices(&self) -> Vec<(String, bool)> {
        self.ask("return all('fieldset input[type=checkbox]').map((box) => [called(box), box.checked])")
    }

    /// A property of a control.
    pub fn property<T: DeserializeOwned>(&self, label: &str, property: &str) -> T {
        self.ask_with("return control(given[0])[given[1]]", vec![json!(label), json!(property)])
    }

    /// What a control says of its value.
    pub fn value_text(&self, label: &str) -> String {
        self.ask_with("return plain(control(given[0]).ariaValueText)", vec![json!(label)])
    }

    /// What the slider says of its position.
    pub fn slider_text(&self) -> String {
        self.value_text("Cost or score")
    }

    /// What a reader has chosen, as the page sees it.
    pub fn state(&self) -> Json {
        self.ask("return host.state")
    }

    /// One key of the state.
    pub fn state_of(&self, key: &str) -> Json {
        self.state()[key].take()
    }

    /// The ids of all rows after the filters, in shown order.
    pub fn ids(&self) -> Vec<String> {
        self.ask("return host.results.ids")
    }

    /// How many rows pass the filters.
    pub fn shown(&self) -> usize {
        self.ask("return host.results.shown")
    }
}
