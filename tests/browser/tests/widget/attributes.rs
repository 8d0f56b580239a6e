use crate::{aider, aider_far_below};
use browser_tests::{Json, Page, json};

/// Attributes with a text, the key of the state that it sets, and what that is then and by default.
fn cases() -> [(&'static str, &'static str, Json, Json); 8] {
    [
        ("weight", "0.8", json!(0.8), json!(0.5)),
        ("sort", "-date name", json!("-date name"), json!("-value")),
        ("filter", "vendor:OpenAI; cost:..5", json!("vendor:OpenAI; cost:..5"), json!("")),
        ("rows", "all", json!("all"), json!(25)),
        ("columns", "value vendor", json!(["value", "vendor"]), default_columns()),
        ("score", "well-formed", json!("well-formed"), json!("pass-rate")),
        ("cost", "seconds", json!("seconds"), json!("cost")),
        (
            "workload",
            "requests:5; input:1; output:1; cached:0",
            json!("requests:5; input:1; output:1; cached:0"),
            json!("requests:100000; input:1500; output:400; cached:0.2"),
        ),
    ]
}

fn default_columns() -> Json {
    json!(["name", "value", "pass-rate", "cost", "seconds", "date"])
}

#[test]
fn an_attribute_sets_what_the_widget_starts_with() {
    let elements = cases().map(|(attribute, text, ..)| {
        format!(r#"<model-compare table="aider-polyglot" loading="eager" {attribute}="{text}"></model-compare>"#)
    });
    let page = Page::with(&elements.concat());
    for (place, (attribute, _, set, _)) in cases().into_iter().enumerate() {
        assert_eq!((attribute, page.widget_at(place).state_of(attribute)), (attribute, set));
    }
}

#[test]
fn an_attribute_is_followed_when_it_changes_and_gives_the_default_when_it_goes() {
    let page = aider();
    let widget = page.widget();
    for (attribute, text, set, default) in cases() {
        widget.set_attribute(attribute, text);
        assert_eq!((attribute, widget.state_of(attribute)), (attribute, set));
        widget.set_attribute(attribute, Json::Null);
        assert_eq!((attribute, widget.state_of(attribute)), (attribute, default));
    }
    assert_eq!(widget.state_of("columns"), default_columns());
}

#[test]
fn the_table_attribute_is_followed_and_gives_the_first_table_when_it_goes() {
    let page = aider();
    let widget = page.widget();
    widget.set_attribute("table", "models");
    assert_eq!(widget.state_of("table"), "models");
    widget.set_attribute("table", "aider-polyglot");
    assert_eq!(widget.state_of("table"), "aider-polyglot");
    widget.set_attribute("table", Json::Null);
    assert_eq!(widget.state_of("table"), "models");
}

#[test]
fn loading_that_turns_eager_mounts_out_of_view() {
    let page = aider_far_below("");
    let element = page.element_at(0);
    page.after_frames(3);
    assert!(!element.is_live());
    element.set_attribute("loading", "eager");
    assert_eq!(page.widget().count(), "69 rows");
}

#[test]
fn nonsense_gives_the_default_and_one_warning_that_says_what_is_allowed() {
    let page = aider();
    let widget = page.widget();
    for (attribute, text, set, default) in cases() {
        let nonsense = if attribute == "weight" { "2" } else { "no-such" };
        widget.set_attribute(attribute, text);
        assert_eq!((attribute, widget.state_of(attribute)), (attribute, set));
        let before = page.heard().len();
        widget.set_attribute(attribute, nonsense);
        assert_eq!((attribute, widget.state_of(attribute)), (attribute, default));
        assert_one_warning(&page.heard()[before..], attribute, nonsense);
        widget.set_attribute(attribute, Json::Null);
    }
}

#[test]
fn a_nonsense_table_gives_the_first_one_and_one_warning() {
    let page = aider();
    let widget = page.widget();
    widget.set_attribute("table", "no-such");
    assert_eq!(widget.state_of("table"), "models");
    assert_one_warning(&page.heard(), "table", "no-such");
}

#[test]
fn nonsense_from_the_start_gives_the_default_and_one_warning() {
    let page = Page::with(r#"<model-compare table="aider-polyglot" weight="heavy"></model-compare>"#);
    assert_eq!(page.widget().state_of("weight"), 0.5);
    assert_one_warning(&page.heard(), "weight", "heavy");
}

#[test]
fn nonsense_for_loading_gives_lazy_and_one_warning() {
    let page = aider_far_below(r#"loading="soon""#);
    page.after_frames(3);
    assert!(!page.element_at(0).is_live());
    // It is told with all else that is not understood, once there is something to show.
    page.widget();
    assert_one_warning(&page.heard(), "loading", "soon");
}

#[test]
fn a_filter_of_which_one_clause_is_nonsense_keeps_the_others() {
    let page = aider();
    let widget = page.widget();
    widget.set_attribute("filter", "vendor:OpenAI; no-such:1; cost:..5");
    assert_eq!(widget.state_of("filter"), "vendor:OpenAI; cost:..5");
    assert_one_warning(&page.heard(), "filter", "no-such:1");
}

#[test]
fn a_property_reflects_to_its_attribute_and_what_the_reader_does_never() {
    let page = aider();
    let widget = page.widget();
    widget.set("weight", 0.8);
    assert_eq!(widget.ask::<String>("return host.getAttribute('weight')"), "0.8");
    assert_eq!(widget.state_of("weight"), 0.8);
    widget.press_header("Model");
    widget.set("state", json!({ "weight": 0.3 }));
    assert_eq!(widget.ask::<String>("return host.getAttribute('weight')"), "0.8");
    assert!(!widget.ask::<bool>("return host.hasAttribute('sort')"));
}

fn assert_one_warning(heard: &[String], attribute: &str, value: &str) {
    assert_eq!(heard.len(), 1, "{attribute}=\"{value}\": one warning was expected, not {heard:?}");
    let warning = &heard[0];
    for part in [attribute, value, "allowed"] {
        assert!(warning.contains(part), "the warning does not name {part}: {warning}");
    }
}
