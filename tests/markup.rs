//! The markup of the widget, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod models;

use compare::query::{Clause, Field, Test};
use compare::state::{Action, Part, Presentation, RowLimit};
use compare::units::Weight;
use models::{all, markup, names, presented, table, text};
use std::rc::Rc;

#[tokio::test(flavor = "current_thread")]
async fn a_row_without_score_or_cost_comes_last_by_value() {
    assert_eq!(names(&markup([]).await), ["Beta", "Alpha", "Epsilon <b>bold</b>", "Delta", "Gamma"]);
}

#[tokio::test(flavor = "current_thread")]
async fn free_and_not_known_are_different_words() {
    let html = markup([]).await;
    let costs: Vec<String> = all(&html, "td.mc-cost").into_iter().map(text).collect();
    assert_eq!(costs, ["Costfree", "Cost$10.00", "Cost$2.00", "Cost$1.00", "Cost—not known"]);
    let dash = all(&html, "td.mc-cost [aria-hidden=true].mc-missing");
    assert_eq!(dash.len(), 1, "the dash itself is not read out");
}

#[tokio::test(flavor = "current_thread")]
async fn the_table_has_a_caption_and_scoped_headers_with_buttons() {
    let html = markup([]).await;
    assert!(text(all(&html, "table > caption")[0]).starts_with("Five models"));
    // By keyboard there is one stop a row, from which every figure can be reached.
    assert!(
        text(all(&html, "table > caption")[0])
            .contains("The button of a name opens a card with all figures of its row")
    );
    assert!(all(&html, "table tbody td button:not([tabindex='-1'])").is_empty());
    assert_eq!(all(&html, "tbody th[scope=row]").len(), 5);
    assert_eq!(all(&html, "thead th[scope=col] > button").len(), 6);
}

#[tokio::test(flavor = "current_thread")]
async fn only_the_first_key_of_the_sort_is_announced() {
    let cost = Field::Column(4);
    let html = markup([Action::PressHeader(cost), Action::AddKey(Field::Column(0))]).await;
    let sorted = all(&html, "th[aria-sort]");
    assert_eq!(sorted.len(), 1);
    assert_eq!(sorted[0].attr("aria-sort"), Some("ascending"));
    assert!(text(sorted[0]).starts_with("Cost"));
    assert!(text(all(&html, "thead .mc-name")[0]).contains("sort key 2"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_slider_is_native_labelled_and_says_its_value_in_words() {
    let html = markup([Action::Weigh(Weight::new(0.8).unwrap())]).await;
    let slider = all(&html, "input#weight[type=range]")[0];
    assert_eq!(slider.attr("value"), Some("80"));
    assert_eq!(slider.attr("aria-valuetext"), Some("80\u{a0}% score, 20\u{a0}% cost"));
    assert_eq!(text(all(&html, "label[for=weight]")[0]), "Cost or score");
}

#[tokio::test(flavor = "current_thread")]
async fn the_slider_says_who_is_first_and_for_what() {
    let html = markup([Action::Weigh(Weight::new(1.0).unwrap())]).await;
    let said = text(all(&html, ".mc-verdict")[0]);
    assert_eq!(
        said,
        "Weighed 100 % score, 0 % cost: Alpha has the best value, Score 90.0 % for $10.00. It wins from 67 % to 100 % score."
    );
}

#[tokio::test(flavor = "current_thread")]
async fn openness_is_told_by_shape_and_by_words() {
    let html = markup([]).await;
    assert_eq!(all(&html, "tbody .mc-open circle").len(), 2);
    assert_eq!(all(&html, "tbody .mc-closed path").len(), 2);
    assert_eq!(all(&html, "tbody .mc-unsaid").len(), 1);
    assert_eq!(text(all(&html, "tbody .mc-under")[0]), "closed");
}

#[tokio::test(flavor = "current_thread")]
async fn each_filter_is_a_chip_that_can_be_pressed() {
    let html = markup([Action::Search("a".into())]).await;
    let chips: Vec<String> = all(&html, "button.mc-chip").into_iter().map(text).collect();
    assert_eq!(chips, ["Remove filter: “a” ×"]);
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_result_says_which_filter_to_lift() {
    let html = markup([Action::Search("nobody".into())]).await;
    assert!(all(&html, "table").is_empty());
    let lifts: Vec<String> = all(&html, ".mc-empty button").into_iter().map(text).collect();
    assert_eq!(lifts, ["Lift “nobody”: shows 5", "Lift all filters"]);
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_missing_is_counted_under_the_table() {
    let notes = text(all(&markup([]).await, ".mc-notes")[0]);
    assert_eq!(
        notes,
        "1 of 5 have no known score. 1 of 5 have no known cost. Without either there is no value. \
         Bars of costs are on a logarithmic scale. List those without Score List those without Cost"
    );
}

#[tokio::test(flavor = "current_thread")]
async fn the_live_region_is_there_and_empty_at_first() {
    let html = markup([]).await;
    let status = all(&html, "[role=status]");
    assert_eq!(status.len(), 1);
    assert_eq!(text(status[0]), "");
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_is_styled_by_an_attribute() {
    let html = markup([]).await;
    assert!(all(&html, "[style]").is_empty(), "a strict page forbids it");
    assert!(all(&html, "style, script").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn each_part_is_one_element() {
    let html = markup([]).await;
    for part in ["root", "slider", "bands", "filters", "table", "status"] {
        assert_eq!(all(&html, &format!("[part={part}]")).len(), 1, "{part}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_length_of_the_page_that_is_chosen_is_the_one_that_is_selected() {
    let html = markup([Action::Limit(RowLimit::Rows(3))]).await;
    let selected: Vec<String> = all(&html, ".mc-pager option[selected]").into_iter().map(text).collect();
    assert_eq!(selected, ["3"]);
    assert_eq!(text(all(&html, ".mc-pager > span")[0]), "1–3 of 5");
}

#[tokio::test(flavor = "current_thread")]
async fn the_choices_in_force_are_the_ones_that_are_selected() {
    let html = markup([Action::PressHeader(Field::Column(4))]).await;
    let keys: Vec<String> = all(&html, ".mc-sortbar option[selected]").into_iter().map(text).collect();
    assert_eq!(keys, ["Cost", "—"]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_filter_says_how_many_rows_it_leaves_out_for_want_of_a_figure() {
    let field = Field::Column(4);
    let test = Some(Test::Numbers(None, Some(5.0)));
    let html = markup([Action::Narrow(Clause { field, test, missing: false })]).await;
    let chips: Vec<String> = all(&html, ".mc-chips button").into_iter().map(text).collect();
    assert_eq!(chips, ["Remove filter: Cost up to $5.00 ×", "Show 1 more, Cost not known", "Reset filters"]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_search_says_which_filter_hides_what_it_finds() {
    let known = Clause { field: Field::Column(4), test: Some(Test::Numbers(None, Some(5.0))), missing: false };
    let html = markup([Action::Narrow(known), Action::Search("alpha".into())]).await;
    let said: Vec<String> = all(&html, ".mc-found li").into_iter().map(text).collect();
    assert_eq!(said, ["Alpha is hidden by Cost up to $5.00. Lift it (Cost up to $5.00)"]);
    assert_eq!(text(all(&html, ".mc-why summary")[0]), "5 rows are hidden. Why?");
    let why: Vec<String> = all(&html, ".mc-why li").into_iter().map(text).collect();
    assert_eq!(
        why,
        ["The search for “alpha” hides 4. Lift it (“alpha”)", "Cost up to $5.00 hides 2. Lift it (Cost up to $5.00)"]
    );
}

#[tokio::test(flavor = "current_thread")]
async fn every_figure_is_a_button_and_the_name_is_the_one_tab_stop_of_its_row() {
    let html = markup([]).await;
    let rows = all(&html, "tbody tr").len();
    assert_eq!(all(&html, "tbody th > button:not([tabindex])").len(), rows);
    assert_eq!(all(&html, "tbody button:not([tabindex=\"-1\"])").len(), rows);
    assert!(all(&html, "tbody td .mc-figure").iter().all(|figure| figure.value().name() == "button"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_card_is_a_dialog_that_is_there_and_closed() {
    let html = markup([]).await;
    assert_eq!(all(&html, "dialog").len(), 1);
    assert!(all(&html, "dialog[open], dialog *").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn prices_are_chosen_only_where_there_are_offers() {
    assert!(all(&markup([]).await, "select").iter().all(|select| text(*select) != "Vendor first"));
}

#[tokio::test(flavor = "current_thread")]
async fn the_sources_are_a_table_with_sortable_headers() {
    let presentation = Presentation { parts: Rc::from([Part::Sources]), ..Presentation::default() };
    let html = presented(table(), [], presentation).await;
    assert_eq!(all(&html, "[part=sources]").len(), 1);
    let heads: Vec<String> = all(&html, "thead th > button").into_iter().map(text).collect();
    // Also where nobody has checked a source.
    assert_eq!(heads, ["Source ↕", "What it gave ↕", "Figures ▼", "Licence ↕", "Date ↕", "Last checked ↕"]);
    assert_eq!(all(&html, "th[aria-sort=descending]").len(), 1);
}
