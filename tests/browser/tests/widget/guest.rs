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

/// Counts how often the marks are written, and by which values the theme goes.
const MARKS: &str = "
    const mount = root.querySelector('[data-theme]');
    window.writes = [];
    window.themes = [];
    new MutationObserver((changes) => changes.forEach(({ attributeName }) => {
      writes.push(attributeName);
      if (attributeName === 'data-theme') themes.push(mount.dataset.theme);
    })).observe(mount, { attributes: true });";

#[test]
fn what_changes_nothing_of_the_pages_colours_writes_no_mark() {
    let page = crate::aider();
    page.widget().ask::<()>(&format!(
        "{MARKS}
        for (let at = 0; at < 50; at += 1) {{
          document.body.className = `at-${{at}}`;
          document.documentElement.dataset.at = at;
          document.dispatchEvent(new Event('transitionend'));
          await null;
        }}
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        if (writes.length) throw new Error(writes.join());"
    ));
}

#[test]
fn a_page_that_turns_dark_step_by_step_is_followed_once_and_at_once() {
    let page = crate::aider();
    let told: [Vec<String>; 2] = page.widget().ask(&format!(
        "{MARKS}
        const {{ style }} = document.body;
        for (const grey of [200, 150, 100, 50, 20]) {{
          style.background = `rgb(${{grey}} ${{grey}} ${{grey}})`;
          style.color = `rgb(${{255 - grey}} ${{255 - grey}} ${{255 - grey}})`;
          await null;
        }}
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        return [writes.sort(), themes]"
    ));
    assert_eq!(told, [vec!["data-theme".to_owned(), "style".to_owned()], vec!["dark".to_owned()]]);
}

#[test]
fn on_a_dark_page_the_widget_is_never_light_first() {
    let page = Page::open("dark.html");
    let themes: Vec<String> = page.widget().ask(
        "const seen = [], write = Element.prototype.setAttribute;
        Element.prototype.setAttribute = function (name, value) {
          if (name === 'data-theme') seen.push(value);
          return write.call(this, name, value);
        };
        for (let count = 0; count < 2; count += 1) {
          const copy = host.cloneNode(true);
          copy.loading = 'eager';
          document.body.prepend(copy);
          await copy.updated;
        }
        Element.prototype.setAttribute = write;
        return seen",
    );
    assert_eq!(themes, ["dark", "dark"]);
}

#[test]
fn a_theme_that_was_chosen_gives_way_to_the_pages_own() {
    let page = Page::open("dark.html");
    let widget = page.widget();
    widget.set_attribute("theme", "light");
    assert_eq!(widget.theme(), "light");
    widget.set_attribute("theme", "auto");
    assert_eq!(widget.theme(), "dark");
    let marks: [bool; 2] = widget.ask(
        "const mount = root.querySelector('[data-theme]');
        return [mount.hasAttribute('data-chosen'), mount.style.getPropertyValue('--page') !== '']",
    );
    assert_eq!(marks, [false, true]);
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
fn the_comparisons_of_a_page_name_their_landmarks_apart() {
    let page = Page::demo();
    page.all_widgets();
    let script = "
        const parts = 'search, section[aria-label]:not([role]), nav, [role=search], [role=region]';
        const roots = [...document.querySelectorAll('model-compare')].map((element) => element.shadowRoot);
        const labels = roots.flatMap((root) => [...root.querySelectorAll(parts)].map(({ ariaLabel }) => ariaLabel));
        return labels.filter((label, place) => labels.indexOf(label) !== place)";
    assert_eq!(page.ask::<Vec<String>>(script, Vec::new()), [""; 0], "named alike");
}
