use std::cmp::Ordering;

/// The places of so many things in an order of theirs; equal ones stay as they stand.
///
/// The one sort by comparison: the library's brings in several KiB for each kind of thing that is sorted. Runs of twice
/// the length are merged until there is one.
pub fn ranking(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut length = 1;
    while length < count {
        let mut merged = Vec::with_capacity(count);
        for run in places.chunks(2 * length) {
            let (mut left, mut right) = run.split_at(length.min(run.len()));
            while let (Some((one, behind_one)), Some((other, behind_other))) = (left.split_first(), right.split_first())
            {
                if order(*other, *one).is_lt() {
                    merged.push(*other);
                    right = behind_other;
                } else {
                    merged.push(*one);
                    left = behind_one;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        length *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::ranking;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn things_stand_in_order_and_equal_ones_stay(things in vec(0..20_u8, 0..200)) {
            let mut sorted: Vec<usize> = (0..things.len()).collect();
            sorted.sort_by_key(|place| things[*place]);
            prop_assert_eq!(ranking(things.len(), &|a, b| things[a].cmp(&things[b])), sorted);
        }
    }
}
