use browser_tests::{Page, Widget};

/// The demo page at a width, with both of its comparisons live.
fn demo(width: u32) -> Page {
    let page = Page::demo();
    page.resize(width);
    // One after the other: as the first comes to life it grows and pushes the second out of view again.
    for place in 0..2 {
        page.element_at(place).scroll_to();
        page.widget_at(place);
    }
    page
}

fn assert_no_sideways_scroll(width: u32) {
    let page = demo(width);
    assert_fits(&page, "nothing");
    for place in 0..2 {
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
    assert!(needed <= given, "with {open} open the page is {needed} px wide in a window of {given}");
}

fn assert_panel_in_view(widget: &Widget<'_>, open: &str) {
    let [left, right, width]: [f64; 3] = widget.ask(
        "const { left, right } = root.querySelector('fieldset').parentElement.getBoundingClientRect();
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
    for place in 0..2 {
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
    let widget = page.widget();
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
