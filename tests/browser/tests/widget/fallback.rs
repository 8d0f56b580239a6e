use browser_tests::Page;

/// The layout shifts so far, each with what moved; a browser that does not count them says none.
const SHIFTS: &str = "
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer.takeRecords().map(({ value, sources }) => `${value}: ${sources.map(({ node }) => node?.nodeName)}`)";

#[test]
fn nothing_moves_as_a_reader_comes_to_the_widgets() {
    let page = Page::demo();
    for place in 0..2 {
        page.element_at(place).scroll_to();
        page.widget_at(place);
    }
    assert_eq!(page.ask::<Vec<String>>(SHIFTS, Vec::new()), [""; 0]);
}

#[test]
fn the_demo_page_shows_whole_tables_before_there_is_a_widget() {
    let page = Page::demo();
    let element = page.element_at(1);
    assert!(!element.is_live(), "it is far below the view");
    let rows: Vec<usize> = page.ask(
        "return [...document.querySelectorAll('model-compare')].map((element) => element.querySelectorAll('tbody tr').length)",
        Vec::new(),
    );
    assert_eq!(rows, [69, 178]);
}
