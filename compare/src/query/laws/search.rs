use super::{Case, case};
use crate::query::Filter;
use crate::testing::Asked;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a reader types: letters with and without accents, blanks, and what means something in a pattern.
const TYPED: &str = "[aAbéÉe.+*(1 ]{0,5}";

fn fold(text: &str) -> String {
    text.nfd().filter(|char| !is_combining_mark(*char)).collect::<String>().to_lowercase()
}

/// The rows each of whose words occurs in their name, vendor or family.
fn naive_search(case: &Case, text: &str) -> Vec<u32> {
    let holds = |row: &u32| {
        let row = &case.rows[*row as usize];
        let texts = [Some(row.name.as_str()), row.vendor, row.family.as_deref()].map(|text| fold(text.unwrap_or("")));
        text.split_whitespace().all(|word| texts.iter().any(|text| text.contains(&fold(word))))
    };
    case.all().into_iter().filter(holds).collect()
}

fn search(asked: &Asked, text: &str) -> Vec<u32> {
    asked.question().passing(&Filter { text: text.to_owned(), ..Filter::default() }).rows()
}

proptest! {
    #[test]
    fn a_row_is_found_by_words_that_it_holds_all_of(case in case(), text in TYPED) {
        prop_assert_eq!(search(&case.asked(), &text), naive_search(&case, &text));
    }

    #[test]
    fn a_part_of_a_name_finds_its_row(case in case(), row in 0..25_u32, from in 0..5_usize, length in 1..5_usize) {
        if let Some(found) = case.rows.get(row as usize) {
            let part: String = found.name.chars().skip(from).take(length).collect();
            prop_assert!(search(&case.asked(), &part).contains(&row));
        }
    }

    #[test]
    fn without_the_text_the_clauses_hold(case in case(), text in TYPED) {
        let asked = case.asked();
        let passing = asked.question().passing(&Filter { text, ..Filter::default() });
        prop_assert_eq!(passing.count_without_text(), case.rows.len());
    }
}

fn found(rows: &str, text: &str) -> String {
    let asked = Asked::new(rows);
    asked.names(&search(&asked, text))
}

#[test]
fn case_and_accents_do_not_count() {
    assert_eq!(found("name \n Élan \n elan \n e\u{301}LAN \n Plan", "eLÁN"), "Élan elan e\u{301}LAN");
}

#[test]
fn a_letter_counts_the_same_wherever_it_stands() {
    assert_eq!(found("name \n a ΟΔΟΣ \n ODOS", "οδοσ"), "a ΟΔΟΣ");
    assert_eq!(found("name \n a ΟΔΟΣ \n ODOS", "οδος"), "a ΟΔΟΣ");
}

#[test]
fn a_word_does_not_reach_from_one_row_into_the_next() {
    assert_eq!(found("name \n ab \n cd", "bc"), "");
    assert_eq!(found("name | vendor \n x | ab \n cd | y", "abcd"), "");
}

#[test]
fn a_word_does_not_reach_from_the_name_into_the_vendor() {
    assert_eq!(found("name | vendor \n ab | cd", "bc"), "");
}

#[test]
fn words_may_stand_in_different_columns() {
    assert_eq!(found("name | vendor | family \n gpt-5 | OpenAI | five \n o3 | OpenAI | three", "five open"), "gpt-5");
}

#[test]
fn no_character_is_a_pattern() {
    assert_eq!(found("name \n a.b(c) \n axb", "a.b("), "a.b(c)");
    assert_eq!(found("name \n a*b \n aab", "*"), "a*b");
}

#[test]
fn no_words_find_every_row() {
    assert_eq!(found("name \n a \n b", "  \t"), "a b");
}

#[test]
fn a_row_is_found_by_its_last_letter_and_the_next_by_its_first() {
    assert_eq!(found("name \n ab \n ba \n b \n c", "b"), "ab ba b");
}

#[test]
fn other_columns_are_not_searched() {
    assert_eq!(found("name | note \n a | hidden", "hidden"), "");
}
