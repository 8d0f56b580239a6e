use crate::{aider, data_set};
use browser_tests::{Key, Page, Widget, json};

pub(crate) const POINTS: &str = "Points of the chart";

/// What is said of the point at which the keyboard is.
pub(crate) fn said(widget: &Widget<'_>) -> String {
    widget.value_text(POINTS)
}

/// Waits until the chart is drawn for the room and the type that it has: at first it knows neither.
///
/// Its room is so many letters high, and all three are measured at once.
pub(crate) fn until_measured(widget: &Widget<'_>) {
    let condition = "(({ viewBox: { baseVal: { width, height } }, clientWidth, clientHeight }) =>
        Math.abs(width - clientWidth) <= 1 && Math.abs(height - clientHeight) <= 1)(root.querySelector('.mc-picture'))";
    widget.until_drawn("the chart is as large as its room", condition);
}

/// The path of a class.
pub(crate) fn path(widget: &Widget<'_>, class: &str) -> String {
    widget.ask_with("return root.querySelector(`.mc-picture ${given[0]}`)?.getAttribute('d') ?? ''", vec![json!(class)])
}

fn texts(widget: &Widget<'_>, class: &str) -> Vec<String> {
    widget.ask_with("return all(`.mc-picture .${given[0]}`).map((text) => text.textContent)", vec![json!(class)])
}

#[test]
fn the_line_of_equal_value_turns_with_the_weight_and_touches_the_winner() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    let (open, ticks) = (path(&widget, ".mc-open"), texts(&widget, "mc-tick"));
    let mut lines = Vec::new();
    for weight in [0.0, 0.3, 0.5, 0.8, 1.0] {
        widget.set("weight", weight);
        let [away, outside]: [f64; 2] = widget.ask(
            "const equal = root.querySelector('.mc-picture .mc-equal'), ring = root.querySelector('.mc-picture .mc-winner');
            const frame = ring.getBBox(), [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
            const grid = root.querySelector('.mc-picture .mc-grid').getBBox();
            const length = equal.getTotalLength(), points = [];
            for (let at = 0; at <= length; at += 0.5) points.push(equal.getPointAtLength(at));
            const beyond = ({ x, y }) => Math.max(grid.x - x, x - grid.x - grid.width, grid.y - y, y - grid.y - grid.height);
            return [Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y))), Math.max(...points.map(beyond))]",
        );
        assert!(away < 1.0, "at {weight} the line passes {away} pixels beside the winner");
        assert!(outside < 1.0, "at {weight} the line leaves the plot by {outside}");
        lines.push(path(&widget, ".mc-equal"));
    }
    lines.dedup();
    assert_eq!(lines.len(), 5);
    assert_eq!((path(&widget, ".mc-open"), texts(&widget, "mc-tick")), (open, ticks), "the points stay as they are");
}

#[test]
fn names_stand_beside_their_points_without_overlap() {
    let page = aider();
    let widget = page.widget();
    for (width, least) in [(1200, 6), (360, 3)] {
        page.resize(width);
        until_measured(&widget);
        for weight in [0.0, 0.5, 1.0] {
            widget.set("weight", weight);
            let names: usize = widget.ask(
                "const labels = all('.mc-picture :is(.mc-name-of, .mc-name-of-best)');
                const frame = root.querySelector('.mc-picture').getBoundingClientRect();
                // Of the letters alone: in Firefox the other box holds the halo around them, too.
                const boxes = labels.map((name) => name.getBBox())
                  .map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height }));
                for (const [at, a] of boxes.entries()) {
                  const { left, right, top, bottom } = labels[at].getBoundingClientRect();
                  if (left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom) {
                    throw new Error(`${labels[at].textContent} leaves the picture`);
                  }
                  // The boxes of lines reach over the letters.
                  const b = boxes.slice(0, at).findIndex((b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom);
                  if (b >= 0) throw new Error(`${labels[at].textContent} lies over ${labels[b].textContent}`);
                }
                return labels.length",
            );
            assert!(names >= least, "{names} names at {width} pixels");
            // Where there is no room its name is cut short.
            let best = texts(&widget, "mc-name-of-best");
            assert_eq!(best.len(), 1, "{best:?}");
            assert!(widget.first().starts_with(best[0].trim_end_matches('…')), "{best:?}");
        }
        let [type_size, sticks_out]: [f64; 2] = widget.ask(
            "const tick = root.querySelector('.mc-picture .mc-tick');
            const scale = tick.getScreenCTM().a;
            return [parseFloat(getComputedStyle(tick).fontSize) * scale, document.documentElement.scrollWidth - innerWidth]",
        );
        assert!(type_size >= 11.0 && sticks_out <= 0.0, "type of {type_size} pixels at {width}, {sticks_out} too wide");
    }
}

#[test]
fn a_filter_changes_the_points_and_not_the_scales() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    let (ticks, closed) = (texts(&widget, "mc-tick"), path(&widget, ".mc-closed"));
    assert!(!closed.is_empty());
    widget.set("filter", "open-weights:yes");
    assert_eq!(texts(&widget, "mc-tick"), ticks);
    assert_eq!(path(&widget, ".mc-closed"), "");
    widget.set("filter", "text:nobody");
    assert!(
        widget.ask::<String>("return words(root.querySelector('[part=chart]'))").contains("There is no row to draw.")
    );
}

#[test]
fn what_has_no_place_is_counted_and_named() {
    let page = aider();
    let widget = page.widget();
    widget.press_first(".mc-chart summary");
    let [count, names]: [String; 2] =
        widget.ask("return [...root.querySelector('.mc-chart details[open]').children].map(words)");
    assert_eq!(count, "18 without a known cost");
    assert_eq!(names.split(" · ").count(), 18);
    assert!(names.contains("QwQ-32B"), "{names}");
}

#[test]
fn the_keyboard_lists_what_has_no_place() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>("root.querySelector('.mc-chart summary').focus()");
    page.key(Key::Enter);
    widget.until("the list is open", "words(root.querySelector('.mc-chart details[open] p')).includes('QwQ-32B')");
    page.key(Key::Enter);
    widget.until("the list is closed", "!root.querySelector('.mc-chart details[open]')");
}

#[test]
fn on_the_frontier_only_who_wins_at_some_weight_has_a_colour() {
    let page = aider();
    let widget = page.widget();
    let [own, plain, winners]: [Vec<String>; 3] = widget.ask(
        "const fills = (selector) => [...new Set(all(selector).map((one) => getComputedStyle(one).fill))];
        return [fills('.mc-picture'), fills('.mc-picture .mc-full:not([data-hue])'), fills('.mc-picture .mc-full[data-hue]')]",
    );
    assert_eq!(plain, own, "those that win nowhere are drawn in the colour of the text");
    assert_eq!(winners.len(), 6);
    assert!(!winners.contains(&own[0]), "{winners:?}");
}

#[test]
fn variants_of_one_model_are_joined_when_asked() {
    let page = aider();
    let widget = page.widget();
    assert_eq!(path(&widget, ".mc-variants"), "");
    widget.tick("Join variants of one model");
    assert!(path(&widget, ".mc-variants").matches('M').count() > 5);
    let legend: String = widget.ask("return words(root.querySelector('.mc-legend'))");
    assert!(legend.contains("variants of one model"), "{legend}");
    widget.focus("Join variants of one model");
    page.key(' ');
    widget.until("nothing is joined", "!root.querySelector('.mc-variants').getAttribute('d')");
    page.key(' ');
    widget.set_attribute("table", "models");
    let legend: String = widget.ask("return words(root.querySelector('.mc-legend'))");
    assert!(!legend.contains("variants of one model"), "a table without variants: {legend}");
}

#[test]
fn the_points_can_be_read_as_a_table() {
    let page = aider();
    let widget = page.widget();
    widget.focus_button("Show as table");
    page.key(Key::Enter);
    widget.until("the table is open", "button('Show as table').ariaExpanded === 'true'");
    let rows: Vec<String> = widget.ask("return all('.mc-points tbody tr').map(words)");
    assert_eq!((rows.len(), rows[0].as_str()), (51, "gpt-5 (high) 88.0 $29.08"));
    page.key(Key::Enter);
    widget.until("the table is closed", "!root.querySelector('.mc-points')");
}

#[test]
fn the_mouse_opens_and_closes_the_table_of_points() {
    let page = aider();
    let widget = page.widget();
    widget.press("Show as table");
    widget.until("the table is open", "root.querySelector('.mc-points table')");
    widget.press("Show as table");
    widget.until("the table is closed", "!root.querySelector('.mc-points')");
}

#[test]
fn a_long_table_of_points_says_what_it_leaves_out() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let rows: Vec<_> = (0..620)
        .map(|at| json!({ "id": format!("m{at}"), "name": format!("Model {at}"), "score": f64::from(at) / 10.0, "price": 1 + at }))
        .collect();
    let mut data = data_set();
    data["rows"] = json!(rows);
    widget.set("data", data);
    widget.press("Show as table");
    let listed: Vec<String> = widget.ask("return all('.mc-points tbody th').map(words)");
    assert_eq!((listed.len(), &*listed[0], &*listed[499]), (500, "Model 619", "Model 120"));
    let said: String = widget.ask("return words(root.querySelector('.mc-points p'))");
    assert_eq!(said, "The 500 with the best score are listed; 120 more are in the chart alone.");
}

#[test]
fn a_step_of_the_weight_leaves_the_table_of_points_alone() {
    let page = aider();
    let widget = page.widget();
    widget.press("Show as table");
    widget.ask::<()>(
        "window.changes = 0;
        const observer = new MutationObserver((records) => { window.changes += records.length; });
        observer.observe(root.querySelector('.mc-points'), { attributes: true, childList: true, subtree: true })",
    );
    widget.set("weight", 0.9);
    assert_eq!(widget.ask::<u32>("return window.changes"), 0);
}

#[test]
fn what_is_free_stands_beside_the_axis_and_a_low_score_may_be_the_best() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let mut data = data_set();
    data["columns"][3]["better"] = json!("lower");
    data["rows"][1]["price"] = json!(0);
    widget.set("data", data);
    assert!(texts(&widget, "mc-tick").contains(&"free".to_owned()), "{:?}", texts(&widget, "mc-tick"));
    assert!(texts(&widget, "mc-axis")[0].contains("lower is better"));
    widget.set("weight", 1.0);
    assert_eq!(texts(&widget, "mc-name-of-best"), ["Delta"]);
    widget.focus(POINTS);
    page.key(Key::Home);
    assert!(said(&widget).starts_with("Beta: "), "{}", said(&widget));
    assert!(said(&widget).contains("Price free"), "{}", said(&widget));
}

#[test]
fn thousands_of_points_are_a_few_paths() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let elements: usize = widget.ask(
        "const rows = Array.from({ length: 2000 }, (_, at) => ({
          id: `m${at}`, name: `Model ${at}`, score: (at * 37) % 100, price: 0.1 + ((at * 53) % 1009),
        }));
        host.data = {
          title: 'Many', score: 'score', cost: 'price', rows,
          columns: [
            { id: 'name', label: 'Model', kind: 'text' },
            { id: 'price', label: 'Price', kind: 'number', unit: 'USD', better: 'lower' },
            { id: 'score', label: 'Score', kind: 'number', unit: 'percent', better: 'higher' },
          ],
        };
        await host.updated;
        return all('.mc-picture *').length",
    );
    assert!(elements < 150, "{elements} elements");
    let points: String = widget.property(POINTS, "max");
    assert_eq!(points, "1999");
}

#[test]
fn twice_as_great_type_on_a_phone_cuts_nothing_off() {
    let page = aider();
    let widget = page.widget();
    page.resize(360);
    page.ask::<()>("document.documentElement.style.fontSize = '200%'", Vec::new());
    until_measured(&widget);
    let out: Vec<String> = widget.ask(
        "const { left, right } = root.querySelector('.mc-picture').getBoundingClientRect();
        return all('.mc-picture text').filter((one) => {
          const box = one.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1;
        }).map(words)",
    );
    assert_eq!(out, [""; 0]);
    let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    assert!(needed <= given, "the page is {needed} px wide in a window of {given}");
}
