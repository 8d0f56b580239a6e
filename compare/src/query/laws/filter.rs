use super::{Case, DATES, FIELDS, Known, VENDORS, case, field, name};
use crate::query::{Clause, Facet, Field, Filter, Test};
use crate::testing::Asked;
use crate::units::Date;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The place of a field, what it must be, and whether it may be missing.
type Wish = (usize, Option<Test>, bool);

fn wish() -> impl Strategy<Value = Wish> {
    (0..FIELDS.len()).prop_flat_map(|place| (Just(place), of(test(FIELDS[place])), any::<bool>()))
}

fn test(field: &str) -> BoxedStrategy<Test> {
    let any_of = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let most = names.len();
        subsequence(names, 0..=most).prop_map(Test::Any).boxed()
    };
    match field {
        "name" | "family" => vec(name(), 0..3).prop_map(Test::Any).boxed(),
        "vendor" | "tags" => any_of(&[VENDORS.as_slice(), &["Nobody"]].concat()),
        "open" => any_of(&["yes", "no"]),
        "on" => {
            let date = || of(select(&DATES).prop_map(|date| Date::parse(date).unwrap()));
            (date(), date()).prop_map(|(from, to)| Test::Dates(from, to)).boxed()
        }
        _ => {
            let number = || of(prop_oneof![select(vec![0.0, 0.25, 0.5, 1.0, 1.5]), -100.0..1_000.0]);
            (number(), number()).prop_map(|(low, high)| Test::Numbers(low, high)).boxed()
        }
    }
}

/// At most one wish for each field: the last.
fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    vec(wish(), 0..5).prop_map(|wishes| {
        let last = |(at, wish): (usize, &Wish)| wishes[at + 1..].iter().all(|later| later.0 != wish.0);
        wishes.iter().enumerate().filter(|wish| last(*wish)).map(|(_, wish)| wish.clone()).collect()
    })
}

fn filter(asked: &Asked, wishes: &[Wish]) -> Filter {
    let clause =
        |(place, test, missing): &Wish| Clause { field: field(asked, *place), test: test.clone(), missing: *missing };
    wishes.iter().map(clause).fold(Filter::default(), Filter::with)
}

/// Whether a row is as one wish wants it.
fn passes(case: &Case, row: u32, (place, test, missing): &Wish) -> bool {
    let Some(known) = case.known(row as usize, FIELDS[*place]) else {
        return *missing;
    };
    match (known, test) {
        (Known::Text(text), Some(Test::Any(names))) => names.contains(&text),
        (Known::Names(set), Some(Test::Any(names))) => set.iter().any(|name| names.iter().any(|other| other == name)),
        (Known::Flag(flag), Some(Test::Any(names))) => names.iter().any(|name| name == if flag { "yes" } else { "no" }),
        (Known::Number(number), Some(Test::Numbers(low, high))) => {
            low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high)
        }
        (Known::Date(date), Some(Test::Dates(from, to))) => {
            let day = date.first_day();
            from.is_none_or(|from| from.first_day() <= day) && to.is_none_or(|to| day <= to.last_day())
        }
        (_, _) => false,
    }
}

/// The rows that are as all wishes want them, but for those on one field.
fn naive_passing(case: &Case, wishes: &[Wish], but: Option<usize>) -> Vec<u32> {
    let wanted = |row: &u32| wishes.iter().all(|wish| Some(wish.0) == but || passes(case, *row, wish));
    case.all().into_iter().filter(wanted).collect()
}

proptest! {
    #[test]
    fn a_row_passes_where_it_passes_every_clause(case in case(), wishes in wishes()) {
        let asked = case.asked();
        let passing = asked.question().passing(&filter(&asked, &wishes));
        prop_assert_eq!(passing.rows(), naive_passing(&case, &wishes, None));
    }

    #[test]
    fn without_the_clause_on_a_field_the_others_hold(case in case(), wishes in wishes(), place in 0..FIELDS.len()) {
        let asked = case.asked();
        let passing = asked.question().passing(&filter(&asked, &wishes));
        let rows = naive_passing(&case, &wishes, Some(place));
        prop_assert_eq!(passing.count_without(field(&asked, place)), rows.len());
        prop_assert_eq!(passing.rows_without(field(&asked, place)), rows);
    }

    #[test]
    fn lifting_a_clause_shows_what_was_counted_without_it(case in case(), wishes in wishes(), place in 0..FIELDS.len()) {
        let asked = case.asked();
        let (filter, field) = (filter(&asked, &wishes), field(&asked, place));
        let counted = asked.question().passing(&filter).count_without(field);
        prop_assert_eq!(asked.question().passing(&filter.without(field)).rows().len(), counted);
    }

    #[test]
    fn a_clause_given_twice_is_one_clause(case in case(), wishes in wishes()) {
        let asked = case.asked();
        let filter = filter(&asked, &wishes);
        let again = filter.clauses.iter().cloned().fold(filter.clone(), Filter::with);
        prop_assert_eq!(again, filter);
    }

    #[test]
    fn another_clause_shows_no_further_row(case in case(), wishes in wishes()) {
        let asked = case.asked();
        let narrow = asked.question().passing(&filter(&asked, &wishes)).rows();
        let wide = asked.question().passing(&filter(&asked, wishes.get(1..).unwrap_or_default())).rows();
        prop_assert!(narrow.iter().all(|row| wide.contains(row)));
    }

    #[test]
    fn a_filter_changes_no_value(case in case(), wishes in wishes()) {
        let asked = case.asked();
        let values = asked.question().measure(Field::Value);
        for row in asked.question().passing(&filter(&asked, &wishes)).rows() {
            let row = row as usize;
            prop_assert_eq!(values.get(row).map(Known::Number), case.known(row, "value"));
        }
    }

    #[test]
    fn a_facet_counts_what_each_choice_would_show(case in case(), wishes in wishes(), place in select(vec![1, 3, 7])) {
        let asked = case.asked();
        let passing = asked.question().passing(&filter(&asked, &wishes));
        let column = asked.table.column(FIELDS[place]).unwrap();
        let facet = Facet::new(&asked.table, column, &passing);
        let rows = naive_passing(&case, &wishes, Some(place));
        let count = |choice: &str| {
            let wish = (place, Some(Test::Any(vec![choice.to_owned()])), false);
            rows.iter().filter(|row| passes(&case, **row, &wish)).count() as u32
        };
        let names = asked.table.columns[column].cells.names();
        let counts: Vec<u32> = match FIELDS[place] {
            "open" => ["no", "yes"].map(count).to_vec(),
            _ => names.iter().map(|name| count(name)).collect(),
        };
        let missing = rows.iter().filter(|row| case.known(**row as usize, FIELDS[place]).is_none()).count() as u32;
        prop_assert_eq!(facet, Facet { counts, missing });
    }
}
