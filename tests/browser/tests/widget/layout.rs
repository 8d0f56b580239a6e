use browser_tests::{Page, Widget, json};

/// The places of the two comparisons on the demo page, among the parts of the article.
const COMPARISONS: [usize; 2] = [1, 2];

/// The demo page at a width, with all of its widgets live.
fn demo(width: u32) -> Page {
    let page = Page::demo();
    page.resize(width);
    page.all_widgets();
    page
}

fn assert_no_sideways_scroll(width: u32) {
    let page = demo(width);
    assert_fits(&page, "nothing");
    for place in COMPARISONS {
        let widget = page.widget_at(place);
        if widget.is_folded() {
            widget.press("Filters");
            widget.until("the filters are unfolded", "dropdown('Filters').ariaExpanded === 'true'");
        }
        for dropdown in widget.dropdowns() {
            widget.open(&dropdown);
            assert_fits(&page, &dropdown);
            assert_panel_in_view(&widget, &dropdown);
            widget.close(&dropdown);
        }
    }
}

fn assert_fits(page: &Page, open: &str) {
    let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    let wide = || {
        let script = "return [...document.querySelectorAll('model-compare')]
            .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('.mc *') ?? [])])
            .filter((element) => element.getBoundingClientRect().right > innerWidth)
            .slice(0, 12).map(({ localName, className }) => `${localName}.${className}`)";
        page.ask::<Vec<String>>(script, Vec::new())
    };
    assert!(needed <= given, "with {open} open the page is {needed} px wide in a window of {given}: {:?}", wide());
}

fn assert_panel_in_view(widget: &Widget<'_>, open: &str) {
    let [left, right, width]: [f64; 3] = widget.ask(
        "const { left, right } = root.querySelector('[aria-expanded=true]:not(.mc-fold) + *').getBoundingClientRect();
        return [left, right, innerWidth]",
    );
    assert!(left >= 0.0 && right <= width, "{open} lies from {left} to {right} px in a window of {width}");
}

#[test]
fn nothing_scrolls_the_page_sideways_at_360_px() {
    assert_no_sideways_scroll(360);
}

#[test]
fn nothing_scrolls_the_page_sideways_at_768_px() {
    assert_no_sideways_scroll(768);
}

#[test]
fn nothing_scrolls_the_page_sideways_at_1200_px() {
    assert_no_sideways_scroll(1200);
}

#[test]
fn nothing_scrolls_the_page_sideways_at_1600_px() {
    assert_no_sideways_scroll(1600);
}

/// What is smaller than 24 px one way or the other (WCAG 2.2, 2.5.8): what can be pressed, a box with its label.
const SMALL: &str = "
    const targets = all('button, select, input, summary, a[href]').map((control) => control.closest('.mc-track2') ? null
        : control.type === 'checkbox' ? control.labels[0] : control);
    return targets.filter((target) => target?.checkVisibility()).flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width < 24 || height < 24 ? [`${called(target)}: ${width} x ${height}`] : [];
    })";

fn assert_no_small_target(width: u32) {
    let page = demo(width);
    for place in COMPARISONS {
        let widget = page.widget_at(place);
        if widget.is_folded() {
            widget.press("Filters");
        }
        widget.search("e");
        for dropdown in widget.dropdowns() {
            widget.open(&dropdown);
            assert_eq!(widget.ask::<Vec<String>>(SMALL), [""; 0], "with {dropdown} open");
            widget.close(&dropdown);
        }
    }
}

#[test]
fn what_can_be_pressed_is_at_least_24_px_wide_and_high() {
    assert_no_small_target(1200);
}

#[test]
fn what_can_be_pressed_on_a_phone_is_at_least_24_px_wide_and_high() {
    assert_no_small_target(360);
}

#[test]
fn on_a_phone_what_lies_below_an_open_panel_can_be_pressed() {
    let page = demo(360);
    let widget = page.widget_at(1);
    widget.open("Filters");
    widget.open("Vendor");
    widget.open("Edit format");
    widget.tick("whole");
    assert_eq!(widget.state_of("filter"), "edit-format:whole");
}

#[test]
fn the_thumbs_of_a_range_can_be_grabbed_within_24_px() {
    let page = crate::aider();
    let widget = page.widget();
    widget.open("Cost of the run");
    for (label, place) in [("Lowest Cost of the run", 0.0), ("Highest Cost of the run", 1.0)] {
        let missed: Vec<[f64; 2]> = widget.ask_with(
            "const thumb = control(given[0]), box = thumb.getBoundingClientRect(), half = 12;
            const x = box.left + half + given[1] * (box.width - 2 * half), y = box.top + box.height / 2;
            return [[0, 0], [-11, 0], [11, 0], [0, -11], [0, 11]]
              .filter(([dx, dy]) => root.elementFromPoint(x + dx, y + dy) !== thumb)",
            vec![label.into(), place.into()],
        );
        assert_eq!(missed, [[0.0; 2]; 0], "{label} is missed at these distances from its middle");
    }
}

#[test]
fn a_word_without_a_break_does_not_widen_the_page_at_360_px() {
    let page = Page::with("<model-compare></model-compare>");
    page.resize(360);
    let widget = page.widget();
    let long = "W".repeat(300);
    let figure = json!({ "value": 50, "note": long, "provider": long, "source": "card" });
    widget.set(
        "data",
        json!({
            "title": long, "description": long, "score": "score", "cost": "price",
            "columns": [
                { "id": "name", "label": "Model", "kind": "text" },
                { "id": "vendor", "label": long, "kind": "category", "shown": true },
                { "id": "note", "label": "Note", "kind": "text", "shown": true, "description": long },
                { "id": "tags", "label": "Tags", "kind": "categories", "shown": true },
                { "id": "price", "label": long, "kind": "number", "unit": long, "better": "lower" },
                { "id": "score", "label": long, "kind": "number", "unit": "percent", "better": "higher" },
            ],
            "sources": [{ "id": "card", "title": long, "url": format!("https://example.org/{long}") }],
            "rows": [
                { "id": "a", "name": long, "vendor": long, "note": long, "tags": [long, long], "price": 1, "score": figure },
                { "id": "b", "name": "B", "vendor": "V", "note": "N", "price": 2, "score": 60 },
            ],
        }),
    );
    assert_fits(&page, "nothing");
    widget.ask::<()>(
        "for (const part of all('h3, .mc-verdict, .mc-about, tbody th, tbody td, .mc-notes, .mc-chips')) {
          const { left, right } = part.getBoundingClientRect();
          if (left < 0 || right > innerWidth) throw new Error(`${part.className || part.localName} lies from ${left} to ${right}`);
        }",
    );
    widget.press("Filters");
    widget.until("the filters are unfolded", "dropdown('Filters').ariaExpanded === 'true'");
    for dropdown in widget.dropdowns() {
        widget.open(&dropdown);
        assert_fits(&page, &dropdown);
        widget.close(&dropdown);
    }
    widget.set("state", json!({ "filter": format!("vendor:{long}; text:{long}") }));
    assert_fits(&page, "a filter");
    for show_all in [1200, 768] {
        page.resize(show_all);
        assert_fits(&page, "a filter");
    }
}

#[test]
fn a_table_that_is_measured_in_a_narrow_column_tells_the_page_of_no_loop() {
    let page = Page::with(
        r#"<div id="column" style="inline-size: 700px"><model-compare table="aider-polyglot" show="table"></model-compare></div>"#,
    );
    let widget = page.widget();
    for width in [380, 700, 500, 660, 900, 420, 1100] {
        widget.ask_with::<()>(
            "document.querySelector('#column').style.inlineSize = `${given[0]}px`;
            for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)",
            vec![width.into()],
        );
        let overflows: [bool; 2] = widget.ask(
            "const region = root.querySelector('.mc-region');
            return [region.scrollWidth > region.clientWidth + 1, region.hasAttribute('data-overflows')]",
        );
        assert_eq!(overflows[0], overflows[1], "at {width} px");
    }
    assert_eq!(page.heard(), [""; 0]);
}

#[test]
fn among_few_columns_the_names_take_what_the_others_leave() {
    for columns in ["name", "name gpqa", "name gpqa mmlu", "name vendor", "name gpqa mmlu math humaneval"] {
        let page = Page::with(&format!(r#"<model-compare table="models" columns="{columns}"></model-compare>"#));
        let [place, name, table]: [f64; 3] = page.widget().ask(
            "const widths = ['thead .mc-place', 'thead .mc-name', '[part=table]']
              .map((selector) => root.querySelector(selector).getBoundingClientRect().width);
            return widths",
        );
        assert!(place < 100.0 && name > table / 4.0, "{columns}: {place} and {name} of {table}");
    }
}

#[test]
fn on_a_phone_what_is_assumed_is_marked_in_the_line_of_its_figure() {
    let page = Page::with(r#"<model-compare table="models" show="table"></model-compare>"#);
    page.resize(360);
    let widget = page.widget();
    let marks: Vec<[f64; 2]> = widget.ask(
        "return all('tbody .mc-assumed').map((mark) => {
          const figure = mark.parentElement, range = document.createRange();
          range.selectNode(figure.firstChild);
          return [range.getBoundingClientRect().top, mark.getBoundingClientRect().top];
        })",
    );
    assert!(marks.len() > 3, "{marks:?}");
    assert!(marks.iter().all(|[figure, mark]| (figure - mark).abs() < 4.0), "{marks:?}");
}

#[test]
fn columns_that_come_and_go_leave_the_names_their_share() {
    let page = Page::with(r#"<model-compare table="models" columns="name gpqa"></model-compare>"#);
    let widget = page.widget();
    let share = || -> f64 {
        widget.ask(
            "const [name, table] = ['thead .mc-name', '[part=table]']
              .map((selector) => root.querySelector(selector).getBoundingClientRect().width);
            return name / table",
        )
    };
    assert!(share() > 0.5, "{}", share());
    widget.set_attribute("columns", "name value gpqa workload context released");
    assert!((0.25..0.32).contains(&share()), "{}", share());
    widget.set_attribute("columns", "name gpqa");
    assert!(share() > 0.5, "{}", share());
}

#[test]
fn what_is_picked_is_told_in_view_wherever_the_table_ends() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" rows="all"></model-compare>"#);
    for width in [1200, 360] {
        page.resize(width);
        let widget = page.widget();
        let shown = "const { top, bottom } = root.querySelector('.mc-chosen').getBoundingClientRect();
            return [top, bottom, innerHeight]";
        widget.set("state", json!({ "selected": ["gpt-5-high", "o3-pro-high"] }));
        widget.ask::<()>("root.querySelector('tbody tr').scrollIntoView({ block: 'start', behavior: 'instant' })");
        let [top, bottom, height]: [f64; 3] = widget.ask(shown);
        assert!(0.0 < top && bottom <= height + 1.0, "{top} to {bottom} of {height} at {width}");
        widget.press("Show side by side");
        let reached: bool = widget.ask("return focused().matches('[part=compare]')");
        assert!(reached, "at {width}");
    }
}

#[test]
fn a_table_that_is_shown_later_scrolls_where_it_is_wider() {
    let page = Page::with(r#"<model-compare table="models" show="stats"></model-compare>"#);
    page.resize(768);
    let widget = page.widget();
    widget.press("Show the open models in the table");
    widget.until_drawn("the table scrolls", "root.querySelector('.mc-region[data-overflows]')");
    let reached: bool = widget.ask(
        "const region = root.querySelector('.mc-region');
        region.scrollLeft = 1e4;
        return region.scrollLeft > 0 && region.tabIndex === 0",
    );
    assert!(reached, "its last columns are out of reach");
}
