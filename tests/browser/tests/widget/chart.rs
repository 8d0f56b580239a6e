use crate::{aider, data_set};
use browser_tests::{Key, Page, Widget, json};

const POINTS: &str = "Points of the chart";

/// What is said of the point at which the keyboard is.
fn said(widget: &Widget<'_>) -> String {
    widget.value_text(POINTS)
}

/// What stands beside the point that is shown; empty where none is.
fn tip(widget: &Widget<'_>) -> String {
    widget.ask("return root.querySelector('.mc-tip')?.innerText.replace(/\\s+/g, ' ') ?? ''")
}

/// Waits until the chart is drawn for the room that it has: at first it does not know it.
fn until_measured(widget: &Widget<'_>) {
    let condition = "(({ viewBox, clientWidth }) => Math.abs(viewBox.baseVal.width - clientWidth) <= 1)(root.querySelector('.mc-picture'))";
    widget.until_drawn("the chart is as wide as its room", condition);
}

/// The path of a class.
fn path(widget: &Widget<'_>, class: &str) -> String {
    widget.ask_with("return root.querySelector(`.mc-picture ${given[0]}`)?.getAttribute('d') ?? ''", vec![json!(class)])
}

fn texts(widget: &Widget<'_>, class: &str) -> Vec<String> {
    widget.ask_with("return all(`.mc-picture .${given[0]}`).map((text) => text.textContent)", vec![json!(class)])
}

#[test]
fn the_mouse_shows_what_is_known_of_a_point_until_escape() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    assert_eq!(tip(&widget), "");
    widget.point_at(".mc-winner");
    let shown = tip(&widget);
    for part in ["DeepSeek-V3.2-Exp (Chat)", "Solved 70.2 % (", "Cost of the run $0.88", "Value 81.", "Press to pick"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    // The mouse may go over it.
    widget.point_at(".mc-tip");
    assert_eq!(tip(&widget), shown);
    page.key(Key::Escape);
    widget.until("the tip is gone", "!root.querySelector('.mc-tip')");
}

#[test]
fn a_press_on_a_point_picks_its_row_and_another_drops_it() {
    let page = aider();
    let widget = page.widget();
    until_measured(&widget);
    widget.point_at(".mc-winner");
    widget.press_here();
    let picked = widget.state_of("selected");
    assert_eq!(picked, json!([widget.ids()[0]]));
    assert!(!path(&widget, ".mc-picked").is_empty());
    widget.press_here();
    assert_eq!(widget.state_of("selected"), json!([]));
}

#[test]
fn keys_go_from_point_to_point_in_order_of_score() {
    let page = aider();
    let widget = page.widget();
    widget.focus(POINTS);
    assert!(said(&widget).starts_with("DeepSeek-V3.2-Exp (Chat): "), "{}", said(&widget));
    page.key(Key::End);
    let best = said(&widget);
    assert!(best.starts_with("gpt-5 (high): OpenAI, closed, Solved 88.0 % (83."), "{best}");
    assert!(best.ends_with("on the frontier"), "{best}");
    page.key(Key::Left);
    assert!(said(&widget).starts_with("gpt-5 (medium): "));
    page.key(Key::Right);
    assert_eq!(said(&widget), best);
    page.key(Key::Home);
    assert!(said(&widget).starts_with("gpt-4o-mini-2024-07-18: "));
    assert!(tip(&widget).starts_with("gpt-4o-mini-2024-07-18 Solved 3.6 %"), "{}", tip(&widget));
    page.key(Key::Enter);
    page.settle();
    assert_eq!(widget.state_of("selected").as_array().map(Vec::len), Some(1));
    assert!(said(&widget).ends_with("picked"));
    page.key(' ');
    page.settle();
    assert_eq!(widget.state_of("selected"), json!([]));
    page.key(Key::Escape);
    widget.until("the tip is gone", "!root.querySelector('.mc-tip')");
}

#[test]
fn the_points_are_one_stop_of_the_keyboard() {
    let page = aider();
    let widget = page.widget();
    widget.focus(POINTS);
    page.key(Key::Tab);
    assert!(!widget.ask::<bool>("return Boolean(root.activeElement?.closest('.mc-stage'))"));
    page.key_with(Key::Shift, Key::Tab);
    assert!(widget.ask::<bool>("return root.activeElement === control('Points of the chart')"));
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
        page.after_frames(3);
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
    let (ticks, closed) = (texts(&widget, "mc-tick"), path(&widget, ".mc-closed"));
    assert!(!closed.is_empty());
    widget.set("filter", "open-weights:yes");
    assert_eq!(texts(&widget, "mc-tick"), ticks);
    assert_eq!(path(&widget, ".mc-closed"), "");
    widget.set("filter", "text:nobody");
    assert!(
        widget.ask::<String>("return words(root.querySelector('[part=chart]'))").contains("No row passes the filters")
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
fn variants_of_one_model_are_joined_when_asked() {
    let page = aider();
    let widget = page.widget();
    assert_eq!(path(&widget, ".mc-variants"), "");
    widget.tick("Join variants of one model");
    assert!(path(&widget, ".mc-variants").matches('M').count() > 5);
    widget.focus("Join variants of one model");
    page.key(' ');
    widget.until("nothing is joined", "!root.querySelector('.mc-variants').getAttribute('d')");
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
fn the_keyboard_stays_at_its_point_while_others_come_and_go() {
    let page = aider();
    let widget = page.widget();
    widget.focus(POINTS);
    page.key(Key::End);
    page.key(Key::Left);
    let (here, place): (String, String) = (said(&widget), widget.property(POINTS, "value"));
    let name = "gpt-5 (medium): ";
    assert!(here.starts_with(name), "{here}");
    for state in [json!({ "sort": "name" }), json!({ "filter": "text:gpt-5" }), json!({ "filter": "", "sort": "cost" })]
    {
        widget.set("state", state.clone());
        assert!(said(&widget).starts_with(name), "{state}: {}", said(&widget));
    }
    assert_eq!(widget.property::<String>(POINTS, "value"), place);
    widget.set("state", json!({ "filter": "cost:..1", "sort": "-value" }));
    assert!(said(&widget).starts_with(&format!("{}: ", widget.first())), "it is gone, and the best stands for it");
    widget.set("state", json!({ "filter": "" }));
    assert!(said(&widget).starts_with(name), "it is back");
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

/// Presses a button that saves a file, and keeps the file as `saved`.
const KEEP_FILES: &str = "const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

#[test]
fn the_chart_is_saved_with_title_axes_sources_and_date() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>(KEEP_FILES);
    widget.press("Save as SVG");
    widget.until_drawn("the file is there", "window.saved");
    let texts: Vec<String> = widget.ask(
        "const svg = new DOMParser().parseFromString(await saved.text(), 'image/svg+xml');
        if (svg.querySelector('parsererror')) throw new Error(svg.documentElement.textContent);
        if (savedAs !== 'aider-polyglot.svg') throw new Error(savedAs);
        return [...svg.querySelectorAll('text')].map((text) => text.textContent)",
    );
    let all = texts.join("\n").replace('\u{a0}', " ");
    for part in [
        "AI coding models: score and what the run cost",
        "Solved, %",
        "Cost of the run, USD, logarithmic",
        "Sources: Aider",
        "As of Oct 3, 2025.",
        "51 of 69 rows drawn.",
        "gpt-5 (high)",
    ] {
        assert!(all.contains(part), "{part} is not in\n{all}");
    }
    widget.ask::<()>("window.saved = undefined");
    widget.press("Save as PNG");
    widget.until_drawn("the picture is there", "window.saved");
    let [width, height, inked]: [f64; 3] = widget.ask(
        "const picture = await createImageBitmap(saved), canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.width, picture.height];
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let inked = 0;
        for (let at = 0; at < data.length; at += 4) inked += data[at] < 128;
        return [picture.width, picture.height, inked / data.length * 4]",
    );
    assert!(width >= 2000.0 && height >= 1000.0 && inked > 0.005, "{width} × {height}, {inked} of it dark");
}

#[test]
fn where_a_page_allows_no_pictures_it_says_so() {
    let page = Page::open("no-pictures.html");
    let widget = page.widget();
    widget.press("Save as PNG");
    let notice = "This page allows no picture to be made. Save it as SVG.";
    widget.until("it says so", &format!("root.querySelector('.mc-chart .mc-notice')?.textContent === '{notice}'"));
}

#[test]
fn texts_of_a_data_set_stay_texts_in_the_file() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    let mut data = data_set();
    data["title"] = json!("<script>&\"' \u{1}");
    data["rows"][2]["name"] = json!("</text><a href=\"javascript:1\">");
    widget.set("data", data);
    widget.ask::<()>(KEEP_FILES);
    widget.press("Save as SVG");
    widget.until_drawn("the file is there", "window.saved");
    widget.ask::<()>(
        "const svg = new DOMParser().parseFromString(await saved.text(), 'image/svg+xml');
        if (svg.querySelector('parsererror, script, a')) throw new Error(await saved.text());
        const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent);
        if (!texts.includes('</text><a href=\"javascript:1\">')) throw new Error(texts)",
    );
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
    page.after_frames(2);
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
