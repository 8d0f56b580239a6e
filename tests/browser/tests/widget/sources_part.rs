//! The part `sources`: where every figure comes from.

use crate::data_set;
use browser_tests::{Key, Page, Widget};

fn page() -> Page {
    Page::with(r#"<model-compare show="sources"></model-compare>"#)
}

/// The titles of the first sources that are seen.
fn titles(widget: &Widget<'_>, count: usize) -> Vec<String> {
    widget.ask_with(
        "return all('.mc-sources tbody tr').filter((row) => row.checkVisibility()).slice(0, given[0])
          .map((row) => words(row.querySelector('th').firstChild))",
        vec![count.into()],
    )
}

#[test]
fn what_gave_most_comes_first_and_a_press_of_a_header_turns_the_order() {
    let page = page();
    let widget = page.widget();
    assert_eq!(titles(&widget, 1), ["models.dev@f3fc69229967"]);
    assert_eq!(widget.ask::<String>("return root.querySelector('th[aria-sort]').ariaSort"), "descending");
    widget.press_header("Source");
    widget.until("the order is another", "root.querySelector('th[aria-sort=ascending]')");
    let first = titles(&widget, 25);
    assert!(first[0].starts_with('A') || first[0].starts_with('a'), "{first:?}");
    widget.press_header("Source");
    widget.until("the order is turned", "root.querySelector('th[aria-sort=descending]')");
    assert!(titles(&widget, 1)[0].to_lowercase() > first[24].to_lowercase());
}

#[test]
fn a_date_that_is_not_known_comes_last_both_ways() {
    let page = page();
    let widget = page.widget();
    for _ in 0..2 {
        widget.ask::<()>("window.before = header('Date').closest('th').ariaSort");
        widget.press_header("Date");
        widget.until("the order is another", "header('Date').closest('th').ariaSort !== before");
        let dated: Vec<bool> = widget.ask(
            "return all('.mc-sources tbody tr').map((row) => !row.querySelector('td[data-label=Date] .mc-missing'))",
        );
        let known = dated.iter().filter(|dated| **dated).count();
        assert!(known > 0 && known < dated.len());
        assert!(dated[..known].iter().all(|dated| *dated), "a missing date stands before a known one");
    }
}

#[test]
fn headers_and_the_rest_of_the_sources_are_reached_by_keyboard() {
    let page = page();
    let widget = page.widget();
    page.tab_to("button", "Licence");
    page.key(Key::Enter);
    widget.until("the order is another", "root.querySelector('th[aria-sort=ascending]')");
    assert_eq!(titles(&widget, 1000).len(), 25);
    page.tab_to("button", "Show all");
    page.key(Key::Enter);
    widget.until("all are shown", "root.querySelector('.mc-every').ariaExpanded === 'true'");
    assert!(titles(&widget, 1000).len() > 150);
    assert_eq!(page.focus().name, "Show only 25 sources");
}

#[test]
fn a_source_that_pages_cite_says_that_nothing_could_be_traced_to_it() {
    let page = page();
    let widget = page.widget();
    widget.press("Show all 196 sources");
    widget.until("all are shown", "root.querySelector('.mc-every').ariaExpanded === 'true'");
    let said = |title: &str| -> String {
        widget.ask_with(
            "return words(all('.mc-sources tbody th').find((cell) => words(cell.firstChild) === given[0]))",
            vec![title.into()],
        )
    };
    assert!(
        said("Gartner").contains(
            "Cited by page A and page B for 9 claims and a claimed series; nothing here could be traced to it."
        ),
        "{}",
        said("Gartner")
    );
    assert!(said("Statista").contains("Cited by page B; nothing here could be traced to it."));
    assert!(said("Hugging Face").contains("its model leaderboard and downloads, \"verified May 2026\""));
}

#[test]
fn on_paper_every_source_is_there_with_its_address() {
    let page = page();
    let widget = page.widget();
    if page.print_on_screen() {
        assert!(titles(&widget, 1000).len() > 150);
        let address: String =
            widget.ask("return getComputedStyle(root.querySelector('.mc-sources a'), '::after').content");
        // Firefox tells how it is made up, the others what it comes to.
        assert!(address.contains("https://") || address.contains("attr(href)"), "{address}");
    }
}

#[test]
fn the_sources_of_a_data_set_are_those_that_are_listed() {
    let page = page();
    let widget = page.widget();
    widget.set("data", data_set());
    assert_eq!(titles(&widget, 10), ["Model card"]);
    assert!(widget.ask::<bool>("return words(root.querySelector('.mc-sources tbody tr')).includes('Score')"));
}

#[test]
fn axe_finds_no_fault_with_the_sources() {
    let page = crate::article(r#"<model-compare show="sources"></model-compare>"#);
    page.widget();
    assert_eq!(crate::faults(&page), [""; 0]);
    page.resize(360);
    assert_eq!(crate::faults(&page), [""; 0]);
}
