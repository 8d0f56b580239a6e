//! Laws of rows that share a name.

use super::case;
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_twins_of_a_row_are_the_others_of_its_very_name(case in case()) {
        let table = case.asked().table;
        for row in 0..table.len() {
            let mut twins = table.twins(row);
            twins.sort_unstable();
            let others = (0..table.len()).filter(|other| *other != row && table.name(*other) == table.name(row));
            prop_assert_eq!(twins, others.collect::<Vec<_>>());
        }
        prop_assert!(table.twins(table.len()).is_empty());
    }
}
