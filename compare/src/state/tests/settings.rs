use super::Page;
use crate::query::Field;
use crate::state::{Outcome, RowLimit, Setting};
use crate::units::{RustNumerals, Weight};

const TABLE: &str =
    "name | score:number+ | cost:number- | speed:number+ | in:number | out:number \n A | 1 | 1 | 1 | 1 | 1";

fn page() -> Page {
    let mut page = Page::new(&[TABLE, "name | score:number+ \n B | 1"]);
    page.view.page = 1;
    page
}

fn set(page: &Page, setting: Setting, text: &str) -> Outcome {
    page.view.set(setting, text, &page.tables, &RustNumerals)
}

/// A text for each setting that changes something, and one that means nothing.
const TEXTS: [(Setting, &str, &str); 9] = [
    (Setting::Score, "speed", "name"),
    (Setting::Cost, "workload", "nope"),
    (Setting::Columns, "name", "nope"),
    (Setting::Workload, "cached:0.5", "cached:2"),
    (Setting::Weight, "0.9", "1.5"),
    (Setting::Sort, "-cost name", "nope"),
    (Setting::Filter, "cost:..5", "cost"),
    (Setting::Rows, "10", "0"),
    (Setting::Page, "5", "0"),
];

#[test]
fn every_setting_is_found_by_its_name() {
    for (setting, name) in Setting::ALL {
        assert_eq!(Setting::parse(name), Some(setting));
    }
    assert_eq!(Setting::parse("colour"), None);
}

#[test]
fn a_text_that_is_understood_changes_the_view_without_a_word() {
    let page = page();
    for (setting, text, _) in TEXTS {
        let outcome = set(&page, setting, text);
        assert_eq!(outcome.warnings, [""; 0]);
        assert_ne!(outcome.view, page.view, "{text}");
    }
}

#[test]
fn a_text_that_is_not_understood_warns_with_what_is_allowed() {
    let page = page();
    assert_eq!(
        set(&page, Setting::Weight, "1.5").warnings,
        [r#"weight: "1.5" is not understood; allowed is a number from 0 to 1"#]
    );
    for (setting, _, text) in TEXTS {
        assert_eq!(set(&page, setting, text).warnings.len(), 1, "{text}");
    }
}

#[test]
fn a_text_that_is_not_understood_keeps_what_was_chosen() {
    let mut page = page();
    for (setting, text, _) in TEXTS {
        page.view = set(&page, setting, text).view;
    }
    // A filter without any clause that is understood is the empty filter.
    for (setting, _, text) in TEXTS.into_iter().filter(|(setting, ..)| *setting != Setting::Filter) {
        assert_eq!(set(&page, setting, text).view, page.view, "{text}");
    }
}

#[test]
fn a_setting_that_is_reset_is_as_the_table_starts() {
    for (setting, text, _) in TEXTS {
        let mut page = page();
        page.view.page = 0;
        let start = page.view.clone();
        page.view = set(&page, setting, text).view;
        assert_eq!(page.view.reset(setting, &page.tables), start, "{text}");
    }
}

#[test]
fn another_table_is_chosen_by_its_id() {
    // Both tables have the id `t`: the first is meant.
    let page = page();
    assert_eq!(set(&page, Setting::Table, "t").view, page.view);
    assert_eq!(set(&page, Setting::Table, "u").warnings.len(), 1);
}

#[test]
fn what_changes_the_rows_or_their_order_returns_to_the_first_page() {
    for (setting, text, _) in TEXTS.into_iter().filter(|(setting, ..)| *setting != Setting::Page) {
        let page = page();
        let expected = usize::from(setting == Setting::Columns);
        assert_eq!(set(&page, setting, text).view.page, expected, "{text}");
    }
}

#[test]
fn setting_what_is_set_already_changes_nothing() {
    let mut page = page();
    for (setting, text, _) in TEXTS {
        page.view = set(&page, setting, text).view;
    }
    for (setting, text, _) in TEXTS {
        assert_eq!(set(&page, setting, text).view, page.view, "{text}");
    }
}

#[test]
fn pages_count_from_one() {
    assert_eq!(set(&page(), Setting::Page, "3").view.page, 2);
}

#[test]
fn a_page_length_is_a_number_or_all() {
    assert_eq!(set(&page(), Setting::Rows, "all").view.rows, RowLimit::All);
    assert_eq!(set(&page(), Setting::Rows, "7").view.rows, RowLimit::Rows(7));
}

#[test]
fn blanks_around_a_text_do_not_count() {
    assert_eq!(set(&page(), Setting::Weight, " 0.9 ").view.weight, Weight::new(0.9).unwrap());
}

#[test]
fn columns_are_shown_in_the_order_written() {
    let page = page();
    let columns = set(&page, Setting::Columns, "value name nope").view.columns;
    assert_eq!(columns[..], [Field::Value, page.field("name")]);
}
