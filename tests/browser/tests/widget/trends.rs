use crate::{article, faults};
use browser_tests::{Key, Page};

fn models() -> Page {
    article(r#"<model-compare table="models" show="trends"></model-compare>"#)
}

const LEVEL: &str = "GPQA of at least";
const SENTENCE: &str = "return words(root.querySelector('.mc-trend figcaption'))";
const VALUE: &str = "return Number(root.querySelector('.mc-level input').value)";

#[test]
fn dragging_the_score_follows_the_price_of_another_one() {
    let page = models();
    let widget = page.widget();
    let before: String = widget.ask(SENTENCE);
    widget.drag(LEVEL, 0.5, 0.8);
    let place: f64 = widget.ask(VALUE);
    assert!((70.0..=90.0).contains(&place), "{place}");
    let after: String = widget.ask(SENTENCE);
    assert_ne!(before, after);
    let said = widget.value_text(LEVEL);
    assert!(after.contains(said.trim_start_matches("at least ")), "{said}: {after}");
    assert_eq!(widget.state_of("filter"), "", "the slider is no filter");
}

#[test]
fn arrow_keys_move_the_score() {
    let page = models();
    let widget = page.widget();
    page.tab_to("input range", LEVEL);
    page.key_times(Key::Right, 3);
    widget.until("the score has moved", "Number(root.querySelector('.mc-level input').value) === 53");
    page.key(Key::End);
    widget
        .until("the best score is asked for", "root.querySelector('.mc-trend figcaption').innerText.includes('87.5')");
}

#[test]
fn the_numbers_of_a_picture_open_as_a_table_by_keyboard() {
    let page = models();
    let widget = page.widget();
    page.tab_to("summary", "As a table");
    page.key(Key::Enter);
    widget.until("the table is there", "root.querySelector('.mc-trend details').open");
    let prices: Vec<String> =
        widget.ask("return all('.mc-trend:first-of-type tbody tr').map((row) => row.children[1].innerText)");
    let amounts: Vec<f64> = prices
        .iter()
        .filter_map(|price| price.trim_start_matches('$').split_whitespace().next()?.replace(',', "").parse().ok())
        .collect();
    assert!(amounts.len() > 1 && amounts.is_sorted_by(|a, b| a > b), "{prices:?}");
    assert_eq!(faults(&page), [""; 0]);
}

#[test]
fn pictures_keep_within_a_phone() {
    let page = models();
    page.resize(360);
    let widget = page.widget();
    let [needed, given]: [f64; 2] = page.ask("return [document.documentElement.scrollWidth, innerWidth]", Vec::new());
    assert!(needed <= given, "the page is {needed} px wide in a window of {given}");
    let sizes: Vec<f64> =
        widget.ask("return all('.mc-plot text').map((text) => parseFloat(getComputedStyle(text).fontSize))");
    assert!(sizes.iter().all(|size| *size >= 12.0), "{sizes:?}");
    assert_eq!(faults(&page), [""; 0]);
}
