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
