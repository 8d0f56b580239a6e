//! Pages that generators of sites have built as the guides say, first a comparison with the plain table in it, then one
//! with nothing in it.

use browser_tests::{Key, Page};

/// Presses keys that mean something to the page in the search and on the slider; tells what each came to.
///
/// The page's own shortcuts are among them, and the slider has to move.
fn type_inside(page: &Page, keys: &str) {
    let widget = page.widget();
    widget.search(keys);
    assert_eq!(widget.state_of("filter"), format!("text:{keys}"));
    page.key(Key::Left);
    page.key_with(Key::Control, 'a');
    page.key(Key::Backspace);
    widget.focus("Cost or score");
    page.key_times(Key::Right, 3);
    assert_eq!(widget.state_of("weight"), 0.63);
}

/// Sees that both comparisons live, without a word on the console, and in no more room than they are given.
fn assert_at_home(page: &Page) {
    // What stands for the widget has come through the generator whole, and nothing of it beside the element.
    let rows: [usize; 2] = page.ask(
        "const rows = [...document.querySelectorAll('tbody tr')];
        const inside = rows.filter((row) => row.closest('model-compare') === document.querySelector('model-compare'));
        return [inside.length, rows.length]",
        Vec::new(),
    );
    assert_eq!(rows, [69, 69]);
    for place in 0..2 {
        let widget = page.widget_at(place);
        assert_eq!((widget.state_of("weight"), widget.names(9).len()), (0.6.into(), 9));
    }
    assert_eq!((page.heard(), page.log()), (Vec::new(), Vec::new()));
    for width in [1200, 360] {
        page.resize(width);
        // A site may lay itself out when it is opened: mdBook decides then whether its contents stand beside the text.
        page.reload();
        for place in 0..2 {
            let widget = page.widget_at(place);
            let [needed, taken, given]: [f64; 3] = widget.ask(
                "const { clientWidth, parentElement } = host;
                return [host.scrollWidth, clientWidth, parentElement.clientWidth]",
            );
            assert!(needed <= taken && taken <= given, "{needed} px in {taken} of {given} at {width}");
        }
        let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", vec![]);
        assert!(needed <= given, "the page is {needed} px wide in a window of {given}");
    }
}

/// Waits until the page shows what a selector finds.
fn until_shown(page: &Page, selector: &str) {
    page.ask::<()>(
        "const end = performance.now() + 10_000;
        while (!document.querySelector(given[0])?.checkVisibility()) {
          if (performance.now() > end) throw new Error(`nothing is shown as ${given[0]}`);
          await new Promise(requestAnimationFrame);
        }",
        vec![selector.into()],
    );
}

/// Whether the page shows what a selector finds.
fn shows(page: &Page, selector: &str) -> bool {
    page.ask("return document.querySelector(given[0])?.checkVisibility() ?? false", vec![selector.into()])
}

fn path(page: &Page) -> String {
    page.ask("return location.pathname", Vec::new())
}

/// Takes the focus from the widget, so that keys are the page's.
fn leave(page: &Page) {
    page.ask::<()>("focused().blur()", Vec::new());
}

/// Sees that the widget of a page lives, without a word on the console, from the files of its site alone.
fn assert_alone(host: &str) {
    let page = Page::host(host);
    assert_eq!(page.widget().state_of("weight"), 0.6);
    assert_eq!(page.heard(), [""; 0]);
    let site = format!("/hosts/{host}/");
    assert!(page.asked_for().iter().all(|path| path.starts_with(&site)), "{:?}", page.asked_for());
}

#[test]
fn a_page_that_vite_has_built_shows_the_widget() {
    assert_alone("vite");
}

#[test]
fn a_page_that_names_the_file_of_the_package_shows_the_widget_without_a_bundler() {
    assert_alone("unbundled");
}

#[test]
fn a_page_that_a_bundler_has_built_names_no_loader_that_is_not_there() {
    let page = Page::host("vite");
    let widget = page.widget();
    page.ask::<()>("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))", Vec::new());
    widget.open("Share");
    widget.press("Copy as embed");
    widget.until("the text is shown", "root.querySelector('.mc-share textarea')?.value");
    let told: [String; 2] = widget.ask(
        "return [root.querySelector('.mc-share textarea').value.split('\\n')[0], words(root.querySelector('.mc-notice'))]",
    );
    assert_eq!(told[0], r#"<script type="module" src="/model-compare/model-compare.js"></script>"#);
    assert!(told[1].ends_with("Write the address of your model-compare.js into it."), "{}", told[1]);
}

#[test]
fn a_page_of_hugo_gives_the_widget_room() {
    let page = Page::host("hugo");
    assert_at_home(&page);
}

#[test]
fn a_page_of_mdbook_gives_the_widget_room() {
    let page = Page::host("mdbook");
    assert_at_home(&page);
}

#[test]
fn a_page_of_vitepress_gives_the_widget_room() {
    let page = Page::host("vitepress");
    assert_at_home(&page);
}

#[test]
fn what_is_typed_inside_opens_no_search_and_turns_no_page_of_mdbook() {
    let (page, search) = (Page::host("mdbook"), "#mdbook-searchbar");
    let before = path(&page);
    type_inside(&page, "s/");
    page.after_frames(5);
    assert_eq!((path(&page), shows(&page, search)), (before, false));
    leave(&page);
    page.key('s');
    until_shown(&page, search);
}

#[test]
fn what_is_typed_inside_opens_no_search_of_vitepress() {
    let (page, search) = (Page::host("vitepress"), ".VPLocalSearchBox");
    type_inside(&page, "/");
    page.key_with(Key::Control, 'k');
    page.after_frames(5);
    assert!(!shows(&page, search));
    leave(&page);
    page.key('/');
    until_shown(&page, search);
}

#[test]
fn the_widget_is_used_on_a_page_of_hugo_as_anywhere() {
    type_inside(&Page::host("hugo"), "s/");
}
