use std::cmp::Ordering;

/// Compares two names as people order them: case does not count, and runs of digits compare as numbers.
///
/// `GPT-4.1` comes before `GPT-4.10`. Names that differ in case or leading zeros only are equal. Nothing is allocated.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (left, right) = (digit_run(a), digit_run(b));
        if left > 0 && right > 0 {
            match number_cmp(&a[..left], &b[..right]) {
                Ordering::Equal => (a, b) = (&a[left..], &b[right..]),
                other => return other,
            }
            continue;
        }
        let (mut rest_a, mut rest_b) = (a.chars(), b.chars());
        match (rest_a.next(), rest_b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) => match x.to_lowercase().cmp(y.to_lowercase()) {
                Ordering::Equal => (a, b) = (rest_a.as_str(), rest_b.as_str()),
                other => return other,
            },
        }
    }
}

/// How many ASCII digits the text begins with.
fn digit_run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Compares two runs of digits of any length by their value.
fn number_cmp(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by(|a, b| natural_cmp(a, b));
        names
    }

    #[test]
    fn version_numbers_stand_in_the_order_of_their_numbers() {
        let names = ["GPT-4.1", "gpt-4.2", "GPT-4.10", "gpt-5", "o1"];
        assert_eq!(sorted(&["gpt-5", "GPT-4.10", "o1", "gpt-4.2", "GPT-4.1"]), names);
    }

    #[test]
    fn case_and_leading_zeros_do_not_count() {
        assert_eq!(natural_cmp("Llama 007B", "llama 7b"), Ordering::Equal);
        assert_eq!(natural_cmp("É", "é"), Ordering::Equal);
    }

    #[test]
    fn a_name_comes_before_the_names_that_it_begins() {
        assert_eq!(sorted(&["gpt-5 (high)", "gpt-5"]), ["gpt-5", "gpt-5 (high)"]);
    }

    #[test]
    fn digits_beyond_any_machine_number_still_compare() {
        let long = "9".repeat(40);
        assert_eq!(natural_cmp(&long, &format!("1{}", "0".repeat(40))), Ordering::Less);
    }

    proptest::proptest! {
        #[test]
        fn the_order_is_total(a in "[a-cA-C0-2.]{0,6}", b in "[a-cA-C0-2.]{0,6}", c in "[a-cA-C0-2.]{0,6}") {
            proptest::prop_assert_eq!(natural_cmp(&a, &b), natural_cmp(&b, &a).reverse());
            if natural_cmp(&a, &b).is_le() && natural_cmp(&b, &c).is_le() {
                proptest::prop_assert!(natural_cmp(&a, &c).is_le());
            }
        }
    }
}
