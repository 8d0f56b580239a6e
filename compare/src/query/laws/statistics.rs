//! Laws of shares and of price ratios.
#![expect(clippy::float_cmp, reason = "ratios of small whole numbers are exact")]

use crate::query::{Split, Statistics};
use crate::testing::Asked;
use crate::units::Gather;
use proptest::collection::vec;
use proptest::prelude::*;

fn statistics(text: &str) -> Statistics {
    let asked = Asked::new(text);
    asked.question().statistics(&asked.all())
}

proptest! {
    #[test]
    fn shares_sum_to_the_rows_known(rows in vec((0..5_usize, any::<Option<bool>>()), 0..30)) {
        let line = |(at, (licence, open)): (usize, &(usize, Option<bool>))| {
            let licence = ["", "MIT", "Apache-2.0", "Own", "Other"][*licence];
            let open = open.map_or("", |open| if open { "yes" } else { "no" });
            format!("R{at} | {licence} | {open}")
        };
        let lines: Vec<String> = rows.iter().enumerate().map(line).gathered();
        let statistics = statistics(&format!("name | license:category | open-weights:flag\n{}", lines.join("\n")));
        let mix = &statistics.licences[0];
        let known = rows.iter().filter(|(licence, _)| *licence > 0).count();
        prop_assert_eq!(mix.shares.iter().map(|(_, count)| count).sum::<usize>(), known);
        prop_assert_eq!(known + mix.unknown, rows.len());
        prop_assert_eq!(statistics.openness.map(Split::total), Some(rows.len()));
    }

    #[test]
    fn both_rows_of_a_pair_are_the_cheapest_of_their_kind(rows in vec((0..9_u8, 0..9_u8, any::<bool>()), 0..30)) {
        let line = |(at, (score, cost, open)): (usize, &(u8, u8, bool))| {
            format!("R{at} | {score} | {cost} | {}", if *open { "yes" } else { "no" })
        };
        let lines: Vec<String> = rows.iter().enumerate().map(line).gathered();
        let heads = "name | score:number+ | cost:number- USD | open-weights:flag";
        let statistics = statistics(&format!("{heads}\n{}", lines.join("\n")));
        let pairs = statistics.prices.map(|prices| prices.pairs).unwrap_or_default();
        prop_assert!(pairs.windows(2).all(|pair| pair[0].ratio <= pair[1].ratio));
        for pair in pairs {
            let (open, closed) = (rows[pair.open as usize], rows[pair.closed as usize]);
            prop_assert!(open.2 && !closed.2 && pair.ratio > 0.0 && pair.ratio.is_finite());
            prop_assert_eq!(pair.ratio, f64::from(closed.1) / f64::from(open.1));
            // Whatever the score was, it is no higher than that of the lower of the two.
            let level = open.0.min(closed.0);
            let cheaper = |other: &(u8, u8, bool), than: (u8, u8, bool)| other.2 == than.2 && other.1 < than.1;
            prop_assert!(rows.iter().all(|other| other.0 < level || !cheaper(other, open) || !cheaper(other, closed)));
            for than in [open, closed].into_iter().filter(|than| than.0 == level) {
                prop_assert!(rows.iter().all(|other| other.0 < level || !cheaper(other, than)));
            }
        }
    }
}
