use crate::aider_far_below;
use browser_tests::Page;

/// Whether a path is that of a release's file that is named after its content.
fn is_hashed(path: &str, ending: &str) -> bool {
    let hash = path.strip_prefix("/embed/model-compare-").and_then(|rest| rest.strip_suffix(ending));
    hash.is_some_and(|hash| hash.len() == 8 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[test]
fn the_comparisons_of_the_demo_page_load_as_they_come_near() {
    let page = Page::demo();
    for (place, table) in [(1, "aider-polyglot"), (2, "models")] {
        page.element_at(place).scroll_to();
        assert_eq!(page.widget_at(place).state_of("table"), table);
    }
}

#[test]
fn the_last_part_of_the_demo_page_waits_until_it_comes_near() {
    let page = Page::demo();
    page.widget();
    assert!(!page.element_at(7).is_live());
}

#[test]
fn a_comparison_far_below_loads_nothing_until_it_comes_near() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    page.after_frames(3);
    assert!(!element.is_live());
    assert_eq!(page.asked_for(), ["/pages/plain.html", "/embed/model-compare.js"]);
    element.scroll_to();
    assert_eq!(page.widget().count(), "69 rows");
}

#[test]
fn a_comparison_far_below_loads_when_a_pointer_comes_over_it() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    page.after_frames(3);
    assert!(!element.is_live());
    // No mouse reaches so far below: what a browser tells of one there is told here.
    element.ask::<()>("host.dispatchEvent(new PointerEvent('pointerenter'))");
    element.until_drawn("it is live", "host.results");
    assert!(page.ask::<bool>("return scrollY === 0", Vec::new()), "it has not come near the view");
}

#[test]
fn an_eager_comparison_mounts_at_once_out_of_view() {
    let page = aider_far_below(r#"loading="eager""#);
    assert_eq!(page.widget().count(), "69 rows");
}

#[test]
fn the_demo_page_leaves_the_console_clean() {
    let page = Page::demo();
    page.all_widgets();
    assert_eq!(page.heard(), [""; 0]);
    assert_eq!(page.log(), [""; 0]);
}

#[test]
fn the_demo_page_asks_once_for_each_of_the_widgets_own_files_and_for_nothing_else() {
    let page = Page::demo();
    page.all_widgets();
    let mut asked = page.asked_for();
    asked.sort();
    let [code, wasm] = [".js", ".wasm"].map(|ending| asked.iter().filter(|path| is_hashed(path, ending)).count());
    // The loader checks the hash of the code before it imports it; WebKit asks anew for each.
    assert!(code >= 1 && wasm == 1, "{asked:?}");
    let others: Vec<&String> =
        asked.iter().filter(|path| !is_hashed(path, ".js") && !is_hashed(path, ".wasm")).collect();
    assert_eq!(others, ["/demo.css", "/embed/model-compare.js", "/index.html"]);
    let elsewhere = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !name.startsWith(location.origin))";
    assert_eq!(page.ask::<Vec<String>>(elsewhere, Vec::new()), [""; 0]);
}

#[test]
fn nothing_is_kept_in_the_browser() {
    let page = Page::demo();
    page.element_at(1).scroll_to();
    page.widget_at(1).press_header("Cost of the run");
    let kept =
        "return [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]
        .map(String)";
    assert_eq!(page.ask::<Vec<String>>(kept, Vec::new()), ["", "0", "0", "0"]);
}
