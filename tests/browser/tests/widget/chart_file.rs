//! The chart as a file of its own.

use crate::{aider, data_set};
use browser_tests::{Key, Page, Widget, json};

/// Keeps a file that is saved as `saved`, and its name as `savedAs`.
const KEEP_FILES: &str = "const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

/// What a press on "Save as SVG" saves.
fn saved_file(widget: &Widget<'_>) -> String {
    widget.ask::<()>(&format!("window.saved = undefined; {KEEP_FILES}"));
    widget.press("Save as SVG");
    widget.until_drawn("the file is there", "window.saved");
    widget.ask("return await saved.text()")
}

/// The texts of the picture that it saves.
fn saved_words(widget: &Widget<'_>) -> String {
    let texts: Vec<String> = widget.ask_with(
        "const svg = new DOMParser().parseFromString(given[0], 'image/svg+xml');
        if (svg.querySelector('parsererror')) throw new Error(svg.documentElement.textContent);
        return [...svg.querySelectorAll('text')].map((text) => text.textContent)",
        vec![json!(saved_file(widget))],
    );
    texts.join("\n").replace('\u{a0}', " ")
}

#[test]
fn the_chart_is_saved_with_title_axes_sources_and_date() {
    let page = aider();
    let widget = page.widget();
    let all = saved_words(&widget);
    assert_eq!(widget.ask::<String>("return savedAs"), "aider-polyglot.svg");
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
fn a_saved_chart_tells_what_it_is_narrowed_by_and_what_its_costs_stand_on() {
    let page = Page::with(
        r#"<model-compare table="models" show="chart" prices="cheapest" filter="text:llama; open-weights:yes"
            workload="requests:1000; input:10; output:20; cached:0.5"></model-compare>"#,
    );
    let said = saved_words(&page.widget()).replace('\n', " ");
    for part in [
        "Filters: “llama”; Open weights: yes.",
        "Monthly cost: 1,000 requests of 10 input tokens (50 % of them cached) and 20 output tokens, at list prices.",
        "Where no cached price is known the input price counts.",
        "Prices: Cheapest provider.",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    let said = saved_words(&aider().widget());
    assert!(!said.contains("Filters") && !said.contains("Monthly cost") && !said.contains("Prices"), "{said}");
}

#[test]
fn only_the_sources_of_what_is_drawn_are_in_the_picture() {
    let page = Page::with("<model-compare></model-compare>");
    let widget = page.widget();
    widget.set("data", data_set());
    assert!(saved_words(&widget).contains("Sources: Model card, https://example.org/card."));
    // Alpha alone has its score from a source.
    widget.set("filter", "text:gamma");
    let said = saved_words(&widget);
    assert!(said.contains("Gamma") && !said.contains("Sources") && !said.contains("As of"), "{said}");
}

#[test]
fn variants_that_are_joined_are_so_in_the_picture() {
    let page = aider();
    let widget = page.widget();
    let plain = saved_file(&widget);
    assert!(!plain.contains("stroke-dasharray=\"6 2\"") && !plain.contains("Dashes join"));
    assert!(plain.contains("Upright: 95"), "{plain}");
    widget.tick("Join variants of one model");
    let file = saved_file(&widget);
    assert!(file.contains("Dashes join variants of one model."), "{file}");
    let (_, joined) = file.split_once("stroke-dasharray=\"6 2\" d=\"").expect("a path of the variants");
    let (path, _) = joined.split_once('"').expect("its end");
    assert!(path.matches('M').count() > 5, "{path}");
    let without = Page::with(r#"<model-compare table="models" show="chart"></model-compare>"#);
    let file = saved_file(&without.widget());
    assert!(file.contains("Dotted") && !file.contains("Upright"), "GPQA has no intervals: {file}");
}

#[test]
fn the_keyboard_saves_the_chart() {
    let page = aider();
    let widget = page.widget();
    widget.ask::<()>(KEEP_FILES);
    widget.focus_button("Save as SVG");
    page.key(Key::Enter);
    widget.until_drawn("the file is there", "window.saved");
    assert_eq!(widget.ask::<String>("return savedAs"), "aider-polyglot.svg");
    widget.until("it says so", "words(root.querySelector('.mc-chart .mc-notice')) === 'Saved as a file.'");
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
