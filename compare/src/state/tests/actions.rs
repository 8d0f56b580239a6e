use super::Page;
use crate::catalog::{Cost, Workload};
use crate::query::{Clause, Test};
use crate::state::grammar::{write_fields, write_filter, write_sort};
use crate::state::{Action, Choice, Prices, RowLimit, View};
use crate::units::{RustNumerals, Weight};
use std::rc::Rc;

const TABLE: &str = "
    name | vendor:category | open:flag | score:number+ | cost:number- | in:number- | out:number- | on:date
    A | X | yes | 1 | 1 | 1 | 1 | 2025
    B | Y | no  | 2 | 2 | 2 | 2 | 2026
";

impl Page {
    fn start() -> Self {
        Self::new(&[TABLE, "name | size:number \n C | 1"])
    }

    /// After an action on the second page.
    fn after(mut self, action: Action) -> Self {
        self.view.page = 1;
        self.view = self.view.apply(action, &self.tables);
        self
    }

    fn press(self, id: &str) -> Self {
        let field = self.field(id);
        self.after(Action::PressHeader(field))
    }

    fn add(self, id: &str) -> Self {
        let field = self.field(id);
        self.after(Action::AddKey(field))
    }

    fn narrow(self, id: &str, test: Option<Test>, missing: bool) -> Self {
        let field = self.field(id);
        self.after(Action::Narrow(Clause { field, test, missing }))
    }

    fn tick(self, id: &str, choice: &str) -> Self {
        let field = self.field(id);
        self.after(Action::Toggle(field, Choice::Name(choice.into())))
    }

    fn sort(&self) -> String {
        write_sort(&self.view.sort, self.table())
    }

    fn filter(&self) -> String {
        write_filter(&self.view.filter, self.table(), &RustNumerals)
    }

    fn columns(&self) -> String {
        write_fields(&self.view.columns, self.table())
    }
}

#[test]
fn a_header_sorts_in_its_first_direction_then_the_other_then_by_value() {
    let page = Page::start().press("cost");
    assert_eq!(page.sort(), "cost");
    let page = page.press("cost");
    assert_eq!(page.sort(), "-cost");
    assert_eq!(page.press("cost").sort(), "-value");
}

#[test]
fn the_first_direction_is_the_one_that_makes_sense() {
    let first = |id| Page::start().press(id).sort();
    assert_eq!(
        ["name", "vendor", "open", "score", "cost", "workload", "on"].map(first),
        ["name", "vendor", "-open", "-score", "cost", "workload", "-on"]
    );
}

#[test]
fn pressing_value_turns_it_round_and_back() {
    let page = Page::start().press("value");
    assert_eq!(page.sort(), "value");
    assert_eq!(page.press("value").sort(), "-value");
}

#[test]
fn another_header_takes_the_place_of_all_keys() {
    assert_eq!(Page::start().press("cost").add("name").press("score").sort(), "-score");
}

#[test]
fn a_key_is_added_turned_round_and_taken_away() {
    let page = Page::start().press("vendor").add("cost");
    assert_eq!(page.sort(), "vendor cost");
    let page = page.add("cost");
    assert_eq!(page.sort(), "vendor -cost");
    assert_eq!(page.add("cost").sort(), "vendor");
}

#[test]
fn the_last_key_that_is_taken_away_leaves_the_order_by_value() {
    assert_eq!(Page::start().press("cost").add("cost").add("cost").sort(), "-value");
}

#[test]
fn an_order_without_keys_is_the_one_by_value() {
    assert_eq!(Page::start().press("cost").after(Action::Sort(Vec::new())).sort(), "-value");
}

#[test]
fn a_clause_takes_the_place_of_the_one_on_its_field() {
    let page = Page::start().narrow("cost", Some(Test::Numbers(None, Some(5.0))), false);
    assert_eq!(page.filter(), "cost:..5");
    assert_eq!(page.narrow("cost", Some(Test::Numbers(Some(1.0), None)), true).filter(), "cost:1..,missing");
}

#[test]
fn a_clause_that_lets_every_row_pass_is_lifted() {
    for (id, all) in [("cost", Test::Numbers(None, None)), ("on", Test::Dates(None, None))] {
        let page = Page::start().narrow(id, None, true).narrow(id, Some(all), true);
        assert_eq!(page.filter(), "");
    }
}

#[test]
fn a_range_of_everything_that_is_known_is_kept() {
    assert_eq!(Page::start().narrow("cost", Some(Test::Numbers(None, None)), false).filter(), "cost:..");
}

#[test]
fn choices_are_ticked_and_unticked() {
    let page = Page::start().tick("vendor", "X").tick("vendor", "Y");
    assert_eq!(page.filter(), "vendor:X,Y");
    let page = page.tick("vendor", "X");
    assert_eq!(page.filter(), "vendor:Y");
    assert_eq!(page.tick("vendor", "Y").filter(), "");
}

#[test]
fn not_known_is_a_choice_too() {
    let page = Page::start();
    let field = page.field("vendor");
    let missing = || Action::Toggle(field, Choice::Missing);
    let page = page.after(missing());
    assert_eq!(page.filter(), "vendor:missing");
    let page = page.tick("vendor", "X").after(missing());
    assert_eq!(page.filter(), "vendor:X");
}

#[test]
fn a_choice_knows_whether_it_is_ticked() {
    let page = Page::start().tick("vendor", "X");
    let clause = page.view.filter.clause(page.field("vendor"));
    let ticked = |choice: Choice| choice.is_ticked(clause);
    assert!(ticked(Choice::Name("X".into())));
    assert!(!ticked(Choice::Name("Y".into())) && !ticked(Choice::Missing));
    assert!(!Choice::Missing.is_ticked(None));
}

#[test]
fn lifting_leaves_the_other_clauses() {
    let page = Page::start().tick("vendor", "X").tick("open", "yes");
    let field = page.field("vendor");
    assert_eq!(page.after(Action::Lift(field)).filter(), "open:yes");
}

#[test]
fn lifting_all_takes_the_words_too() {
    let page = Page::start().tick("vendor", "X").after(Action::Search("a".into()));
    assert_eq!(page.filter(), "text:a; vendor:X");
    assert_eq!(page.after(Action::LiftAll).filter(), "");
}

#[test]
fn what_changes_the_rows_or_their_order_returns_to_the_first_page() {
    let field = Page::start().field("cost");
    let clause = Clause { field, test: Some(Test::Numbers(None, Some(5.0))), missing: false };
    let actions = [
        Action::Weigh(Weight::EVEN),
        Action::PressHeader(field),
        Action::AddKey(field),
        Action::Sort(Vec::new()),
        Action::Search("a".into()),
        Action::Narrow(clause),
        Action::Toggle(field, Choice::Missing),
        Action::Lift(field),
        Action::LiftAll,
        Action::Limit(RowLimit::All),
        Action::Score(4),
        Action::Cost(Cost::Workload),
        Action::Choose(1),
        Action::Only(Rc::default()),
    ];
    for action in actions {
        assert_eq!(Page::start().after(action.clone()).view.page, 0, "{action:?}");
    }
}

#[test]
fn what_the_comparison_is_about_changes_nothing_else() {
    let page = Page::start().tick("vendor", "X").press("cost");
    let (before, only) = (page.view.clone(), Rc::<[String]>::from(["a".to_owned()]));
    let page = page.after(Action::Only(Rc::clone(&only)));
    assert_eq!(page.view, View { only, ..before.clone() });
    assert_eq!(page.after(Action::Only(Rc::default())).view, before);
}

#[test]
fn turning_and_showing_columns_stay_on_the_page() {
    assert_eq!(Page::start().after(Action::Turn(7)).view.page, 7);
    let field = Page::start().field("on");
    assert_eq!(Page::start().after(Action::Show(field, false)).view.page, 1);
}

#[test]
fn another_table_keeps_only_the_weight_and_the_length_of_a_page() {
    let weight = Weight::new(0.9).unwrap();
    let page = Page::start().tick("vendor", "X").press("cost").after(Action::Weigh(weight));
    let view = page.after(Action::Limit(RowLimit::All)).after(Action::Choose(1)).view;
    let fresh = Page::new(&["name | size:number \n C | 1"]).view;
    assert_eq!(view, View { table: 1, weight, rows: RowLimit::All, ..fresh });
}

#[test]
fn a_table_that_is_not_there_changes_nothing() {
    let page = Page::start();
    assert_eq!(page.view.apply(Action::Choose(2), &page.tables), page.view);
}

#[test]
fn another_score_takes_the_place_of_the_old_one_among_the_columns() {
    let page = Page::start();
    let (on, open) = (page.field("on"), page.position("open"));
    assert_eq!(page.columns(), "name value score cost vendor open in out on");
    let hidden = page.after(Action::Show(on, false));
    let position = hidden.position("on");
    assert_eq!(hidden.after(Action::Score(position)).columns(), "name value on cost vendor open in out");
    assert_eq!(Page::start().after(Action::Score(open)).columns(), "name value score cost vendor open in out on");
}

#[test]
fn another_cost_takes_the_place_of_the_old_one_among_the_columns() {
    let page = Page::start().after(Action::Cost(Cost::Workload));
    assert_eq!(page.columns(), "name value score workload vendor open in out on");
    let cost = page.position("cost");
    let page = page.after(Action::Cost(Cost::Column(cost)));
    assert_eq!(page.columns(), "name value score cost vendor open in out on");
    assert_eq!(page.view.cost_field(), Some(page.field("cost")));
}

#[test]
fn the_same_score_or_cost_changes_nothing() {
    let page = Page::start();
    let [score, cost] = ["score", "cost"].map(|id| page.field(id));
    let view = page.after(Action::Show(score, false)).after(Action::Show(cost, false)).view;
    let page = Page { view: view.clone(), ..Page::start() };
    assert_eq!(page.after(Action::Score(3)).after(Action::Cost(Cost::Column(4))).view, view);
}

#[test]
fn the_names_stay_where_every_column_is_hidden() {
    let mut page = Page::start();
    for field in Page::start().view.columns.iter().copied() {
        page = page.after(Action::Show(field, false));
    }
    assert_eq!(page.columns(), "name");
}

#[test]
fn the_table_that_is_shown_is_no_new_one() {
    let page = Page::start().tick("vendor", "X").press("cost");
    assert_eq!(page.view.apply(Action::Choose(0), &page.tables), page.view);
}

#[test]
fn a_column_is_hidden_and_shown_at_the_end() {
    let page = Page::start();
    let vendor = page.field("vendor");
    let page = page.after(Action::Show(vendor, false));
    assert_eq!(page.columns(), "name value score cost open in out on");
    assert_eq!(page.after(Action::Show(vendor, true)).columns(), "name value score cost open in out on vendor");
}

#[test]
fn rows_are_picked_in_the_order_pressed_each_once_and_the_page_stays() {
    let pick = |page: Page, id: &str, picked| page.after(Action::Pick(id.into(), picked));
    let page = pick(pick(pick(Page::start(), "b", true), "a", true), "b", true);
    assert_eq!((&*page.view.selected, page.view.page), (&["a".to_owned(), "b".to_owned()][..], 1));
    let page = pick(page, "a", false);
    assert_eq!(*page.view.selected, ["b".to_owned()]);
    let page = page.after(Action::PickNone);
    assert_eq!((page.view.selected.len(), page.view.page), (0, 1));
}

#[test]
fn another_workload_or_other_prices_return_to_the_first_page() {
    let page = Page::start();
    let workload = Workload { requests: 7.0, ..page.view.workload };
    let page = page.after(Action::Use(workload));
    assert_eq!((page.view.workload, page.view.page), (workload, 0));
    let page = page.after(Action::Price(Prices::Median));
    assert_eq!((page.view.prices, page.view.page), (Prices::Median, 0));
}

#[test]
fn several_things_are_done_one_after_the_other_and_keep_the_rest_of_the_view() {
    let page = Page::start().narrow("vendor", Some(Test::Any(vec!["X".into()])), false).tick("open", "yes");
    let weight = Action::Weigh(Weight::new(0.8).unwrap());
    let clause = Clause { field: page.field("score"), test: None, missing: true };
    let page = page.after(weight).after(Action::InTurn(vec![Action::LiftAll, Action::Narrow(clause)]));
    assert_eq!((page.filter(), page.view.page), ("score:missing".to_owned(), 0));
    assert_eq!(Some(page.view.weight), Weight::new(0.8));
}
