use super::Page;
use crate::query::Field;
use crate::state::grammar::write_fields;
use crate::state::{Outcome, RowLimit, Setting, View};
use crate::units::{RustNumerals, Weight};

const TABLE: &str = "name | score:number+ | cost:number- | speed:number+ | in:number | out:number \n A | 1 | 1 | 1 | 1 | 1 \n B | | | | |";

/// The second page of two.
fn page() -> Page {
    let mut page = Page::new(&[TABLE, "name | score:number+ \n B | 1"]);
    page.view = View { page: 1, rows: RowLimit::Rows(1), ..page.view };
    page
}

fn set(page: &Page, setting: Setting, text: &str) -> Outcome {
    page.view.set(setting, Some(text), &page.tables, &RustNumerals)
}

fn set_null(page: &Page, setting: Setting) -> Outcome {
    page.view.set(setting, None, &page.tables, &RustNumerals)
}

fn set_attribute(page: &Page, setting: Setting, text: &str) -> Outcome {
    page.view.set_attribute(setting, Some(text), &page.tables, &RustNumerals)
}

fn remove_attribute(page: &Page, setting: Setting) -> Outcome {
    page.view.set_attribute(setting, None, &page.tables, &RustNumerals)
}

/// The page where every setting is as its text says.
fn chosen() -> Page {
    let mut page = page();
    for (setting, text, _) in TEXTS {
        page.view = set(&page, setting, text).view;
    }
    page
}

/// A text for each setting that changes something, and one that means nothing.
const TEXTS: [(Setting, &str, &str); 13] = [
    (Setting::Only, "a b", "nope"),
    (Setting::Score, "speed", "name"),
    (Setting::Cost, "workload", "nope"),
    (Setting::Columns, "name", "nope"),
    (Setting::Workload, "cached:0.5", "cached:2"),
    (Setting::Weight, "0.9", "1.5"),
    (Setting::Sort, "-cost name", "nope"),
    (Setting::Filter, "cost:..5", "cost"),
    (Setting::Rows, "10", "0"),
    (Setting::Page, "5", "0"),
    (Setting::Highlight, "b", "nope"),
    (Setting::Selected, "b a", "nope"),
    (Setting::Prices, "median", "free"),
];

#[test]
fn a_workload_is_no_greater_than_what_follows_from_it_can_be() {
    let page = page();
    assert_eq!(set(&page, Setting::Workload, "requests:1e12").warnings, [""; 0]);
    for text in ["requests:1e13", "input:1e300", "output:1.1e12"] {
        let outcome = set(&page, Setting::Workload, text);
        assert_eq!((outcome.view, outcome.warnings.len()), (page.view.clone(), 1), "{text}");
    }
}

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
fn of_an_id_that_is_not_there_it_is_said_which_are() {
    let page = page();
    let meant = |setting: Setting, text: &str| {
        let warnings = set(&page, setting, text).warnings;
        assert_eq!(warnings.len(), 1, "{text}");
        warnings[0].split_once("; allowed is ").unwrap().1.split_once(": ").map(|(_, meant)| meant.to_owned())
    };
    let known = |ids: &str| Some(format!("known are {ids}"));
    assert_eq!(meant(Setting::Table, "nope"), known("t, t"));
    assert_eq!(meant(Setting::Only, "a nope"), known("a, b"));
    assert_eq!(meant(Setting::Score, "Name"), known("score, cost, speed, in, out"));
    assert_eq!(meant(Setting::Cost, "scorn"), known("cost, workload"));
    let near = |id: &str| Some(format!("did you mean \"{id}\"?"));
    assert_eq!(meant(Setting::Score, "SCORE"), near("score"));
    assert_eq!(meant(Setting::Sort, "-valeu name"), near("value"));
    assert_eq!(meant(Setting::Columns, "cost wrkload"), near("workload"));
    assert_eq!(meant(Setting::Filter, "cots:..5"), near("cost"));
    // The column is there, the value is at fault.
    assert_eq!(meant(Setting::Filter, "cost:cheap"), None);
    assert_eq!(meant(Setting::Weight, "heavy"), None);
}

#[test]
fn a_text_that_is_not_understood_keeps_what_was_chosen() {
    let page = chosen();
    for (setting, _, text) in TEXTS {
        assert_eq!(set(&page, setting, text).view, page.view, "{text}");
    }
}

#[test]
fn a_null_keeps_what_was_chosen_and_warns() {
    let page = chosen();
    for (setting, _) in Setting::ALL {
        let Outcome { view, warnings } = set_null(&page, setting);
        assert_eq!((view, warnings.len()), (page.view.clone(), 1), "{setting:?}");
    }
}

#[test]
fn a_null_says_that_there_is_no_score_and_no_cost() {
    let page = Page::new(&["name \n A"]);
    for setting in [Setting::Score, Setting::Cost] {
        assert_eq!(set_null(&page, setting).warnings, [""; 0]);
    }
}

#[test]
fn an_empty_text_lifts_the_filter_names_no_row_and_is_nothing_else() {
    let page = chosen();
    for (setting, ..) in TEXTS {
        let Outcome { view, warnings } = set(&page, setting, "");
        let lifted = [Setting::Filter, Setting::Only, Setting::Highlight, Setting::Selected].contains(&setting);
        assert_eq!((view != page.view, warnings.is_empty()), (lifted, lifted), "{setting:?}");
    }
}

#[test]
fn an_attribute_that_is_gone_or_not_understood_is_as_the_table_starts() {
    let start = Page::new(&[TABLE]);
    for (setting, text, nonsense) in TEXTS {
        let page = Page { view: set(&start, setting, text).view, ..Page::new(&[TABLE]) };
        let gone = remove_attribute(&page, setting);
        assert_eq!((gone.view, gone.warnings.len()), (start.view.clone(), 0), "{text}");
        let nonsense = set_attribute(&page, setting, nonsense);
        assert_eq!((nonsense.view, nonsense.warnings.len()), (start.view.clone(), 1), "{text}");
    }
}

#[test]
fn an_attribute_that_says_what_is_there_changes_nothing() {
    let page = chosen();
    for (setting, text, _) in TEXTS.into_iter().filter(|(setting, ..)| *setting != Setting::Page) {
        assert_eq!(set_attribute(&page, setting, text).view, page.view, "{text}");
    }
}

#[test]
fn the_first_table_keeps_what_was_chosen_in_it_where_the_attribute_for_it_is_gone_or_nonsense() {
    let page = chosen();
    assert_eq!(remove_attribute(&page, Setting::Table).view, page.view);
    assert_eq!(set_attribute(&page, Setting::Table, "nope").view, page.view);
}

#[test]
fn another_score_or_cost_takes_the_place_of_the_one_that_an_attribute_chose() {
    let mut page = Page::new(&["name | a:number+ | b:number+ | x:number- | y:number- | score:number+ | cost:number-"]);
    let attribute = |page: &Page, name: &str, text: &str| set_attribute(page, Setting::parse(name).unwrap(), text).view;
    for (name, text) in [("columns", "score a x cost"), ("score", "a"), ("cost", "x"), ("score", "b"), ("cost", "y")] {
        page.view = attribute(&page, name, text);
    }
    assert_eq!(write_fields(&page.view.columns, page.table()), "score b y cost");
}

#[test]
fn a_number_that_is_better_higher_is_no_cost() {
    assert_eq!(set(&page(), Setting::Cost, "speed").warnings.len(), 1);
}

#[test]
fn the_cost_of_the_table_may_be_chosen_whatever_it_is() {
    let mut page = Page::new(&["name | score:number+ | cost:number | in:number | out:number"]);
    let start = page.view.clone();
    page.view = set(&page, Setting::Cost, "workload").view;
    assert_eq!(set(&page, Setting::Cost, "cost").view, start);
}

#[test]
fn another_table_is_chosen_by_its_id() {
    // Both tables have the id `t`: the first is meant.
    let page = page();
    assert_eq!(set(&page, Setting::Table, "t").view, page.view);
    assert_eq!(set(&page, Setting::Table, "u").warnings.len(), 1);
}

#[test]
fn an_attribute_that_changes_the_rows_or_their_order_returns_to_the_first_page() {
    for (setting, text, _) in TEXTS.into_iter().filter(|(setting, ..)| *setting != Setting::Page) {
        let expected = usize::from([Setting::Columns, Setting::Highlight, Setting::Selected].contains(&setting));
        assert_eq!(set_attribute(&page(), setting, text).view.page, expected, "{text}");
    }
}

#[test]
fn a_state_without_a_page_keeps_it() {
    for (setting, text, _) in TEXTS.into_iter().filter(|(setting, ..)| *setting != Setting::Page) {
        assert_eq!(set(&page(), setting, text).view.page, 1, "{text}");
    }
}

#[test]
fn the_page_that_is_shown_for_one_beyond_the_last_is_no_change() {
    let mut page = page();
    page.view.page = 7;
    assert_eq!(set(&page, Setting::Page, "2").view, page.view);
    assert_eq!(set(&page, Setting::Page, "1").view.page, 0);
}

#[test]
fn setting_what_is_set_already_changes_nothing() {
    let page = chosen();
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

#[test]
fn every_setting_is_written_as_it_is_read() {
    let page = chosen();
    for (setting, name) in Setting::ALL {
        let text = page.view.text(setting, page.table(), &RustNumerals).unwrap();
        let again = set(&page, setting, &text);
        assert_eq!((again.view, again.warnings), (page.view.clone(), Vec::new()), "{name}: {text}");
    }
}

#[test]
fn ids_of_which_some_are_unknown_keep_the_others() {
    let page = page();
    let outcome = set(&page, Setting::Selected, "b nope a b");
    assert_eq!(*outcome.view.selected, ["b", "a"]);
    let known = "allowed is ids of rows, separated by spaces: known are a, b";
    assert_eq!(outcome.warnings, [format!("selected: \"nope\" is not understood; {known}")]);
    assert!(set(&chosen(), Setting::Selected, "").view.selected.is_empty());
}
