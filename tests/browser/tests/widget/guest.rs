use browser_tests::{Key, Page};

#[test]
fn keys_that_are_typed_into_the_search_do_not_reach_the_pages_shortcuts() {
    let page = Page::open("shortcuts.html");
    let widget = page.widget();
    widget.search("gas/");
    assert_eq!(widget.property::<String>("Search in", "value"), "gas/");
    assert_eq!(page.ask::<Vec<String>>("return pressed", Vec::new()), [""; 0]);
}

#[test]
fn arrow_keys_on_the_slider_do_not_reach_the_pages_shortcuts() {
    let page = Page::open("shortcuts.html");
    let widget = page.widget();
    widget.focus("Cost or score");
    page.key(Key::Right);
    assert_eq!(widget.state_of("weight"), 0.51);
    assert_eq!(page.ask::<Vec<String>>("return pressed", Vec::new()), [""; 0]);
}

#[test]
fn the_pages_shortcuts_work_outside_the_widget() {
    let page = Page::open("shortcuts.html");
    page.widget();
    page.key('s');
    assert_eq!(page.ask::<Vec<String>>("return pressed", Vec::new()), ["s"]);
}

#[test]
fn on_a_dark_page_the_widget_is_dark() {
    let page = Page::open("dark.html");
    assert_eq!(page.widget().theme(), "dark");
}

#[test]
fn on_a_light_page_the_widget_is_light() {
    let page = crate::aider();
    assert_eq!(page.widget().theme(), "light");
}

#[test]
fn a_page_with_a_strict_policy_is_obeyed() {
    let page = Page::open("strict.html");
    let widget = page.widget();
    widget.press_header("Cost of the run");
    assert_eq!(widget.first(), "gpt-4o-mini-2024-07-18");
    for dropdown in widget.dropdowns() {
        widget.open(&dropdown);
        widget.close(&dropdown);
    }
    widget.drag("Cost or score", 0.5, 0.8);
    widget.press("Next");
    widget.search("gpt");
    widget.choose("Rows", "10");
    widget.open("Share");
    widget.press("Save as CSV");
    widget.set_attribute("theme", "dark");
    assert_eq!((page.heard(), page.log()), (Vec::new(), Vec::new()));
}

#[test]
fn numbers_are_written_as_in_the_pages_language() {
    let page = Page::with(r#"<div lang="de"><model-compare table="aider-polyglot"></model-compare></div>"#);
    assert_eq!(page.widget().column("Solved")[0], "70,2");
}

#[test]
fn two_comparisons_of_a_page_name_their_landmarks_apart() {
    let page = Page::demo();
    page.widget();
    page.element_at(1).scroll_to();
    page.widget_at(1);
    let script = "
        const parts = 'search, section[aria-label]:not([role]), nav, [role=search], [role=region]';
        const roots = [...document.querySelectorAll('model-compare')].map((element) => element.shadowRoot);
        const labels = roots.flatMap((root) => [...root.querySelectorAll(parts)].map(({ ariaLabel }) => ariaLabel));
        return labels.filter((label, place) => labels.indexOf(label) !== place)";
    assert_eq!(page.ask::<Vec<String>>(script, Vec::new()), [""; 0], "named alike");
}
