use browser_tests::Page;

/// The layout shifts so far, each with what moved; a browser that does not count them says none.
const SHIFTS: &str = "
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer.takeRecords().map(({ value, sources }) => `${value}: ${sources.map(({ node }) => node?.nodeName)}`)";

#[test]
fn nothing_moves_as_a_reader_comes_to_the_widgets() {
    for width in [1200, 768, 360] {
        let page = Page::demo();
        page.resize(width);
        page.reload();
        page.all_widgets();
        page.after_frames(2);
        assert_eq!(page.ask::<Vec<String>>(SHIFTS, Vec::new()), [""; 0], "{width}");
    }
}

#[test]
fn what_a_reader_looks_at_stays_where_it_is_while_a_widget_above_takes_the_place_of_its_fallback() {
    let page = Page::with(
        r#"<div class="long"></div><model-compare table="aider-polyglot"><p>A table.</p></model-compare>
        <p id="read">What is read.</p><div class="long"></div>"#,
    );
    let element = page.element_at(0);
    assert!(!element.is_live());
    let [moved, grown]: [f64; 2] = element.ask(
        "const read = document.getElementById('read'), place = () => read.getBoundingClientRect().top;
        read.scrollIntoView();
        const before = [place(), host.clientHeight];
        await host.updated;
        // A browser that sees to it does so as it draws.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return [place() - before[0], host.clientHeight - before[1]]",
    );
    assert!(grown > 500.0, "it grows by {grown} px");
    // Pages are scrolled by whole pixels.
    assert!(moved.abs() <= 1.0, "what is read moves by {moved} px");
}

#[test]
fn a_table_that_scrolls_sideways_is_as_high_from_the_start_as_it_stays() {
    let page = Page::demo();
    page.resize(768);
    page.widget();
    let element = page.element_at(2);
    let heights: [u32; 2] = element.ask(
        "host.scrollIntoView();
        await host.updated;
        const first = host.clientHeight;
        for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
        return [first, host.clientHeight]",
    );
    element.until("its table scrolls", "root.querySelector('.mc-region[data-overflows]')");
    assert_eq!(heights[0], heights[1], "it is lower or higher some frames later");
}

#[test]
fn the_demo_page_shows_whole_tables_before_there_is_a_widget() {
    let page = Page::demo();
    let element = page.element_at(2);
    assert!(!element.is_live(), "it is far below the view");
    let rows: Vec<usize> = page.ask(
        "return [...document.querySelectorAll('model-compare')].map((element) => element.querySelectorAll('tbody tr').length)",
        Vec::new(),
    );
    assert_eq!(rows, [0, 69, 178, 0, 0, 0, 0, 0]);
}

#[test]
fn a_fragment_leads_to_a_claim_and_a_question_whether_or_not_the_widget_is_there_yet() {
    let page = Page::demo();
    let ids: Vec<String> = page.ask("return [...document.querySelectorAll('[id]')].map(({ id }) => id)", Vec::new());
    for id in ["b14", "a-q02", "claims"] {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
    }
    for (id, place) in [("b14", 4), ("a-q02", 6)] {
        let fallback: bool = page.ask(
            "const found = document.getElementById(given[0]);
            location.hash = given[0];
            return found.closest('model-compare') !== null",
            vec![id.into()],
        );
        assert!(fallback, "{id} can be read without a widget");
        let widget = page.element_at(place);
        // A neighbour that begins may push it away for some frames.
        widget.until_drawn(
            "the claim or question is reached and in view",
            &format!(
                "[root.activeElement].some((at) => at?.closest('[data-linked]')?.id === '{id}'
                  && at.getBoundingClientRect().bottom > 0 && at.getBoundingClientRect().top < innerHeight)"
            ),
        );
        // What stands for the widget is not shown beside it.
        let doubled: usize = widget.ask(&format!("return document.getElementById('{id}').getClientRects().length"));
        assert_eq!(doubled, 0);
    }
}
