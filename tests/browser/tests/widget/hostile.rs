//! Pages that were not made with the widget in mind.

use browser_tests::{Page, Widget};

const LOADER: &str = r#"<script type="module" src="/embed/model-compare.js"></script>"#;

const ELEMENT: &str = r#"<model-compare table="aider-polyglot"></model-compare>"#;

/// It is seen, as wide as it can use, in letters of the page's size, and nothing of it lies outside the page.
fn assert_laid_out(widget: &Widget<'_>, widths: [f64; 2]) {
    assert_eq!(widget.names(99).len(), 25);
    widget.ask_with::<()>(
        "const fault = (text) => { throw new Error(text) };
        const drawn = root.querySelector('.mc'), { width, height } = drawn.getBoundingClientRect();
        if (!drawn.checkVisibility() || height < 400) fault(`${height} px high`);
        if (width < given[0] || width > given[1]) fault(`${width} px wide`);
        const style = getComputedStyle(drawn);
        if (Math.abs(parseFloat(style.fontSize) / 15 - 1) > 0.01) fault(`letters of ${style.fontSize}`);
        if (style.letterSpacing !== 'normal' && style.letterSpacing !== '0px') fault(style.letterSpacing);
        if (style.textTransform !== 'none' || style.fontStyle !== 'normal' || style.whiteSpace !== 'normal') fault('text');
        for (const row of all('tbody tr')) {
          const { height } = row.getBoundingClientRect();
          if (!row.checkVisibility() || height < 20 || height > 300) fault(`a row is ${height} px high`);
        }
        const { scrollWidth } = document.documentElement;
        if (scrollWidth > innerWidth) fault(`${scrollWidth} px in a window of ${innerWidth}`);",
        widths.map(Into::into).to_vec(),
    );
}

/// It answers a reader.
fn assert_works(widget: &Widget<'_>) {
    widget.search("gpt-4o-mini");
    assert_eq!(widget.first(), "gpt-4o-mini-2024-07-18");
}

#[test]
fn rules_of_the_page_for_everything_change_nothing_inside() {
    let page = Page::open("hostile.html");
    assert_laid_out(&page.widget(), [1100.0, 1200.0]);
    page.resize(360);
    assert_laid_out(&page.widget(), [300.0, 360.0]);
    assert_works(&page.widget());
}

#[test]
fn on_a_page_from_right_to_left_everything_fits() {
    let page = Page::open("rtl.html");
    for (width, least) in [(1200, 1100.0), (360, 300.0)] {
        page.resize(width);
        let widget = page.widget();
        assert_laid_out(&widget, [least, f64::from(width)]);
        if widget.is_folded() {
            widget.press("Filters");
            widget.until("the filters are unfolded", "dropdown('Filters').ariaExpanded === 'true'");
        }
        for dropdown in widget.dropdowns() {
            widget.open(&dropdown);
            widget.ask::<()>(
                "const panel = dropdowns().find((button) => button.ariaExpanded === 'true').nextElementSibling.getBoundingClientRect();
                if (panel.left < 0 || panel.right > innerWidth) throw new Error(`${panel.left} to ${panel.right}`);
                if (document.documentElement.scrollWidth > innerWidth) throw new Error('the page scrolls sideways')",
            );
            widget.close(&dropdown);
        }
    }
    assert_works(&page.widget());
}

#[test]
fn it_is_as_wide_as_its_place_in_a_cell_and_in_rows_and_grids() {
    let places = [
        // As Markdown wraps a tag that stands on one line.
        format!("<p>{ELEMENT}</p>"),
        format!("<table><tr><td>{ELEMENT}</td></tr></table>"),
        format!(r#"<div style="display: flex">{ELEMENT}</div>"#),
        format!(r#"<div style="display: flex; flex-direction: column; align-items: center">{ELEMENT}</div>"#),
        format!(r#"<div style="display: grid; grid-template-columns: 1fr">{ELEMENT}</div>"#),
        format!(r#"<div style="display: grid; justify-items: start">{ELEMENT}</div>"#),
        format!(r#"<div style="float: left">{ELEMENT}</div>"#),
    ];
    let page = Page::bare(&format!("{LOADER}{}", places.concat()));
    for width in [1200, 320] {
        page.resize(width);
        for place in 0..places.len() {
            page.element_at(place).scroll_to();
            let widget = page.widget_at(place);
            let width = f64::from(width);
            assert_laid_out(&widget, [240.0_f64.max(width * 0.5), width]);
        }
    }
    assert_works(&page.widget_at(0));
}

#[test]
fn keys_that_are_typed_inside_pass_by_every_handler_of_the_page() {
    let greedy = "<script>
        window.pressed = [];
        for (const type of ['keydown', 'keypress', 'keyup']) {
          for (const target of [document, window]) target.addEventListener(type, (event) => {
            pressed.push(event.type);
            event.preventDefault();
          });
        }
        </script>";
    let page = Page::bare(&format!("{greedy}{LOADER}{ELEMENT}"));
    let widget = page.widget();
    widget.search("gpt-4o/");
    assert_eq!(widget.property::<String>("Search in", "value"), "gpt-4o/");
    assert_eq!(page.ask::<Vec<String>>("return pressed", Vec::new()), [""; 0]);
}

#[test]
fn in_a_hidden_tab_it_loads_nothing_until_the_tab_is_shown() {
    let page = Page::bare(&format!(r#"{LOADER}<div id="tab" hidden>{ELEMENT}</div>"#));
    assert_waits(&page, "tab.hidden = false");
}

#[test]
fn in_closed_details_it_loads_nothing_until_they_are_opened() {
    let page = Page::bare(&format!("{LOADER}<details><summary>More</summary>{ELEMENT}</details>"));
    assert_waits(&page, "document.querySelector('details').open = true");
}

fn assert_waits(page: &Page, show: &str) {
    let element = page.element_at(0);
    page.after_frames(3);
    assert!(!element.is_live());
    assert_eq!(page.asked_for(), ["/pages/bare.html", "/embed/model-compare.js"]);
    page.ask::<()>(show, Vec::new());
    let widget = page.widget();
    assert_laid_out(&widget, [1100.0, 1200.0]);
    assert_works(&widget);
}

#[test]
fn a_widget_that_was_hidden_is_as_it_was_when_it_is_shown_again() {
    let page = Page::bare(&format!(r#"{LOADER}<div id="tab">{ELEMENT}</div>"#));
    let widget = page.widget();
    widget.ask::<()>("tab.hidden = true; host.state = { page: 2 }; await host.updated");
    page.after_frames(3);
    page.ask::<()>("tab.hidden = false", Vec::new());
    page.after_frames(3);
    assert_eq!(widget.places(), "26–50 of 69");
    assert_laid_out(&widget, [1100.0, 1200.0]);
}

#[test]
fn in_print_a_table_that_no_widget_has_taken_the_place_of_is_whole() {
    let page = Page::demo();
    let element = page.element_at(2);
    if !page.print_on_screen() {
        return;
    }
    assert!(!element.is_live());
    let clipped: Vec<String> = element.ask(
        "const rows = [...host.querySelectorAll('tbody tr')];
        if (rows.length !== 178) throw new Error(`${rows.length} rows`);
        return rows.filter((row) => {
          const { bottom, height } = row.getBoundingClientRect();
          const clips = (at) => getComputedStyle(at).overflowY !== 'visible' && bottom > at.getBoundingClientRect().bottom + 1;
          let at = row.parentElement;
          while (at !== host && !clips(at)) at = at.parentElement;
          return height < 10 || at !== host;
        }).map((row) => row.cells[0].textContent)",
    );
    assert_eq!(clipped, [""; 0]);
}

#[test]
fn in_print_every_row_of_the_page_is_whole() {
    let page = Page::bare(&format!("{LOADER}{ELEMENT}"));
    let widget = page.widget();
    if !page.print_on_screen() {
        return;
    }
    page.after_frames(3);
    assert_eq!(widget.names(99).len(), 25);
    widget.ask::<()>(
        "if (!matchMedia('print').matches) throw new Error('this is no print');
        for (const part of all('h3, .mc-verdict, table, tbody tr, tbody th')) {
          if (!part.checkVisibility()) throw new Error(`${part.outerHTML} is not seen`);
          const { left, right, bottom } = part.getBoundingClientRect();
          for (let at = part.parentElement; at; at = at.parentElement) {
            const box = at.getBoundingClientRect();
            if (getComputedStyle(at).overflow === 'visible') continue;
            if (right > box.right + 1 || left < box.left - 1 || bottom > box.bottom + 1) throw new Error(`${at.className} clips`);
          }
        }
        // These are pressed on a screen and read on paper.
        const figures = '.mc-figure, .mc-title, .mc-entry';
        const useless = all('button, select, input').filter((control) => !control.closest('thead')
          && !control.matches(figures) && control.checkVisibility());
        if (useless.length) throw new Error(`paper has no use for ${useless.map(called)}`)",
    );
}
