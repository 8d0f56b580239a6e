use crate::aider;
use browser_tests::{Key, Page, Widget, json};

const COST: &str = "Cost of the run";

/// The amounts in a column of `$1,234.50`.
fn amounts(cells: &[String]) -> Vec<f64> {
    cells.iter().filter_map(|cell| cell.trim_start_matches('$').replace(',', "").parse().ok()).collect()
}

fn all_of_aider() -> Page {
    Page::with(r#"<model-compare table="aider-polyglot" rows="all"></model-compare>"#)
}

#[test]
fn a_number_narrows_the_range_to_the_rows_within() {
    let page = all_of_aider();
    let widget = page.widget();
    widget.open(COST);
    widget.enter("Cost of the run to", "5");
    widget.enter("Cost of the run from", "1");
    assert_eq!(widget.state_of("filter"), "cost:1..5");
    let costs = widget.column(COST);
    assert_eq!(amounts(&costs).len(), costs.len());
    assert!(amounts(&costs).iter().all(|cost| (1.0..=5.0).contains(cost)), "{costs:?}");
    assert_eq!(widget.chips()[0], "Remove filter: Cost of the run $1.00 to $5.00");
}

#[test]
fn arrow_keys_on_a_thumb_narrow_the_range() {
    let page = all_of_aider();
    let widget = page.widget();
    widget.open(COST);
    widget.focus("Highest Cost of the run");
    page.key_times(Key::Left, 20);
    let costs = amounts(&widget.column(COST));
    let dearest = costs.iter().copied().fold(0.0, f64::max);
    assert!((50.0..150.0).contains(&dearest), "the dearest is {dearest}");
    assert!(widget.chips()[0].starts_with("Remove filter: Cost of the run up to $"));
    page.key(Key::End);
    assert_eq!(widget.state_of("filter"), "");
}

#[test]
fn the_mouse_grabs_either_thumb() {
    let page = all_of_aider();
    let widget = page.widget();
    widget.open(COST);
    widget.drag("Lowest Cost of the run", 0.0, 0.5);
    widget.drag("Highest Cost of the run", 1.0, 0.75);
    let [low, high] = ["Lowest", "Highest"].map(|end| {
        let place: String = widget.property(&format!("{end} {COST}"), "value");
        place.parse::<u32>().unwrap()
    });
    assert!((90..=110).contains(&low) && (140..=160).contains(&high), "the thumbs are at {low} and {high} of 200");
}

#[test]
fn the_ends_of_a_range_do_not_cross() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "cost:1..5" }));
    widget.open(COST);
    widget.focus("Lowest Cost of the run");
    page.key(Key::End);
    assert_eq!(widget.state_of("filter"), "cost:5..5");
}

/// What is said of the numbers that are written.
fn fault(widget: &Widget<'_>) -> String {
    widget.ask("return words(root.querySelector('.mc-range .mc-fault'))")
}

#[test]
fn numbers_the_wrong_way_round_are_told_and_what_was_in_force_stays() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "cost:..5" }));
    widget.open(COST);
    let (from, to) = ("Cost of the run from", "Cost of the run to");
    assert_eq!(fault(&widget), "");
    widget.enter(from, "10");
    assert!(fault(&widget).starts_with("The first number is greater than the second"), "{}", fault(&widget));
    assert_eq!(widget.state_of("filter"), "cost:..5");
    let shown = [from, to].map(|label| widget.property::<String>(label, "value"));
    assert_eq!(shown, ["10", "5"], "what was written stays to be mended");
    let marked = [from, to].map(|label| widget.property::<Option<String>>(label, "ariaInvalid"));
    assert_eq!(marked, [Some("true".to_owned()), None]);
    // The other end may be the one that is mended.
    widget.enter(to, "20");
    assert_eq!((fault(&widget).as_str(), widget.state_of("filter")), ("", json!("cost:10..20")));
    widget.enter(to, "2");
    assert_eq!(widget.state_of("filter"), "cost:10..20");
    page.key_with(Key::Shift, Key::Tab);
    assert!(!fault(&widget).is_empty(), "it is said until it is mended");
    widget.focus("Highest Cost of the run");
    page.key(Key::Left);
    assert_eq!(fault(&widget), "", "a thumb moves what is in force");
    assert!(widget.state_of("filter").as_str().is_some_and(|filter| filter.starts_with("cost:10..1")));
}

#[test]
fn what_is_written_is_forgotten_when_the_range_is_changed_elsewhere() {
    let page = aider();
    let widget = page.widget();
    widget.set("state", json!({ "filter": "cost:..5" }));
    widget.open(COST);
    widget.enter("Cost of the run from", "10");
    widget.set("state", json!({ "filter": "cost:1..5" }));
    assert_eq!(fault(&widget), "");
    assert_eq!(widget.property::<String>("Cost of the run from", "value"), "1");
    // Nor does it come back with the range that it was about.
    widget.set("state", json!({ "filter": "cost:..5" }));
    assert_eq!(fault(&widget), "");
    assert_eq!(widget.property::<String>("Cost of the run from", "value"), "");
}

#[test]
fn what_is_written_is_forgotten_when_the_rows_become_others() {
    let page = aider();
    let widget = page.widget();
    widget.open(COST);
    widget.enter("Cost of the run to", "5");
    widget.enter("Cost of the run from", "10");
    assert!(!fault(&widget).is_empty());
    widget.set("state", json!({ "only": widget.ids()[..5] }));
    assert_eq!(fault(&widget), "");
    widget.set("state", json!({ "only": [] }));
    assert_eq!(fault(&widget), "");
}

#[test]
fn a_range_leaves_out_rows_without_a_number_and_brings_them_back_when_asked() {
    let page = all_of_aider();
    let widget = page.widget();
    widget.open(COST);
    assert_eq!(widget.choices(), [("not known 18".to_owned(), true)]);
    widget.enter("Cost of the run to", "1");
    assert_eq!(widget.choices(), [("not known 18".to_owned(), false)]);
    let known = widget.shown();
    assert!(!widget.column(COST).contains(&"not known".to_owned()));
    widget.tick("not known");
    assert_eq!(widget.shown(), known + 18);
    assert_eq!(widget.chips()[0], "Remove filter: Cost of the run up to $1.00 or not known");
}

#[test]
fn rows_without_a_number_can_be_left_out_by_themselves() {
    let page = aider();
    let widget = page.widget();
    widget.open(COST);
    widget.tick("not known");
    assert_eq!(widget.count(), "51 of 69 rows");
    assert_eq!(widget.chips()[0], "Remove filter: Cost of the run known");
}
