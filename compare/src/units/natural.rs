use super::{Lower, ranking};

/// A text as bytes that stand in the order in which people put names: case does not count, and runs of digits compare
/// as numbers.
///
/// `GPT-4.1` comes before `GPT-4.10`. Names that differ in case or leading zeros only have one key.
pub fn natural_key(text: &str, lower: Lower) -> Vec<u8> {
    if text.is_ascii() { key_of(text.as_bytes()) } else { key_of(lower(text).as_bytes()) }
}

/// The key of a text that is in lower case but for letters of ASCII.
fn key_of(text: &[u8]) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((first, others)) = rest.split_first() {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            key.push(first.to_ascii_lowercase());
            rest = others;
        } else {
            let (number, others) = rest.split_at(digits);
            let zeros = number.iter().take_while(|digit| **digit == b'0').count();
            push_number(&mut key, &number[zeros..]);
            rest = others;
        }
    }
    key
}

/// The place of each key among all in order; equal keys share a place.
pub fn places(keys: &[Vec<u8>]) -> Vec<u32> {
    let mut places = vec![0; keys.len()];
    let mut place = 0;
    for pair in ranking(keys.len(), &|a, b| keys[a].cmp(&keys[b])).windows(2) {
        if let [before, after] = pair {
            place += u32::from(keys[*before] != keys[*after]);
            places[*after] = place;
        }
    }
    places
}

/// Digits with their number before them, so that longer ones stand behind. A zero leads, for against any other
/// character a number stands where its digits do.
fn push_number(key: &mut Vec<u8>, digits: &[u8]) {
    key.push(b'0');
    key.extend(std::iter::repeat_n(u8::MAX, digits.len() / usize::from(u8::MAX)));
    key.push((digits.len() % usize::from(u8::MAX)) as u8);
    key.extend(digits);
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    fn natural_key(text: &str) -> Vec<u8> {
        super::natural_key(text, str::to_lowercase)
    }

    /// The same order, said pair by pair.
    fn natural_cmp(a: &str, b: &str) -> Ordering {
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

    fn sorted(names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by_key(|name| natural_key(name));
        names
    }

    #[test]
    fn version_numbers_stand_in_the_order_of_their_numbers() {
        let names = ["GPT-4.1", "gpt-4.2", "GPT-4.10", "gpt-5", "o1"];
        assert_eq!(sorted(&["gpt-5", "GPT-4.10", "o1", "gpt-4.2", "GPT-4.1"]), names);
    }

    #[test]
    fn case_and_leading_zeros_do_not_count() {
        assert_eq!(natural_key("Llama 007B"), natural_key("llama 7b"));
        assert_eq!(natural_key("É"), natural_key("é"));
    }

    #[test]
    fn a_name_comes_before_the_names_that_it_begins() {
        assert_eq!(sorted(&["gpt-5 (high)", "gpt-5"]), ["gpt-5", "gpt-5 (high)"]);
    }

    #[test]
    fn digits_beyond_any_machine_number_still_compare() {
        let nines = |count| natural_key(&"9".repeat(count));
        assert!(nines(40) < natural_key(&format!("1{}", "0".repeat(40))));
        assert!([254, 255, 256, 509, 510, 511].map(nines).is_sorted());
    }

    proptest::proptest! {
        #[test]
        fn keys_stand_in_the_order_of_the_pairs(a in "[a-cA-CéÉ0-2./ ]{0,6}", b in "[a-cA-CéÉ0-2./ ]{0,6}") {
            proptest::prop_assert_eq!(natural_key(&a).cmp(&natural_key(&b)), natural_cmp(&a, &b));
        }
    }
}
