use browser_tests::{Page, Widget};

/// The two comparisons of the demo page, once all of its widgets are live.
fn widgets(page: &Page) -> [Widget<'_>; 2] {
    page.all_widgets();
    [1, 2].map(|place| page.widget_at(place))
}

#[test]
fn axe_finds_no_fault_with_the_demo_page() {
    let page = Page::demo();
    widgets(&page);
    assert_eq!(page.violations(), [""; 0]);
}

#[test]
fn axe_finds_no_fault_with_the_demo_page_in_the_dark() {
    let page = Page::demo_in_the_dark();
    let [first, second] = widgets(&page);
    assert_eq!([first.theme(), second.theme()], ["dark", "dark"]);
    first.open("Vendor");
    assert_eq!(page.violations(), [""; 0]);
}

#[test]
fn axe_finds_no_fault_with_the_demo_page_at_360_px() {
    let page = Page::demo();
    page.resize(360);
    for widget in widgets(&page) {
        widget.open("Filters");
        widget.open("Vendor");
        assert_eq!(page.violations(), [""; 0]);
        widget.close("Vendor");
    }
}

#[test]
fn axe_finds_no_fault_with_an_open_panel() {
    let page = Page::demo();
    let [first, second] = widgets(&page);
    for (widget, dropdown) in [(first, "Edit format"), (first, "Cost of the run"), (second, "Columns")] {
        widget.open(dropdown);
        assert_eq!(page.violations(), [""; 0], "with {dropdown} open");
    }
}

#[test]
fn axe_finds_no_fault_with_filters_that_nothing_passes() {
    let page = Page::demo();
    let [widget, _] = widgets(&page);
    widget.set_attribute("filter", "vendor:OpenAI; text:no-such-model");
    assert_eq!(widget.shown(), 0);
    assert_eq!(page.violations(), [""; 0]);
}
