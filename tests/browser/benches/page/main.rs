//! How long the release takes in Chromium from what a reader does until the page shows it, each time beside the
//! plainest page written by hand that shows the same rows, in one run, turn by turn. Nothing passes or fails by time.

use browser_tests::{Page, json};
use serde::Deserialize;

/// How many turns each of those that are compared has; a turn is three or four steps.
const ROUNDS: usize = 15;

/// The page: each that is compared has a box of its own, and one of them is on the page at a time.
const BOXES: &str = r#"
    <div class="box"><div class="plain"></div></div>
    <div class="box"><model-compare loading="eager" show="slider filters table"></model-compare></div>
    <div class="box"><model-compare loading="eager" show="slider filters chart table"></model-compare></div>"#;

/// What the boxes hold, in order.
const NAMES: [&str; 3] = ["plain page", "table", "table and chart"];

/// What a reader does, and how the page calls it.
const OPERATIONS: [(&str, &str); 4] = [
    ("weigh", "a step of the weight"),
    ("sort", "a sort by cost, turned round"),
    ("search", "a key typed into the search"),
    ("range", "a step of a range of the score"),
];

fn main() {
    compare(2_000, &NAMES, &OPERATIONS[..1]);
    compare(100_000, &NAMES[..2], &OPERATIONS);
}

/// What one turn gives.
#[derive(Deserialize)]
struct Turn {
    /// Of each step the ms until the page is changed, and until the next frame is done.
    times: Vec<[f64; 2]>,
    /// The rows that each step shows.
    names: Vec<String>,
}

/// Compares those that are named on so many rows, and prints what comes out.
fn compare(rows: usize, names: &[&str], operations: &[(&str, &str)]) {
    let boxes: Vec<&str> = BOXES.trim().lines().take(names.len()).collect();
    let page = Page::with(&boxes.join("\n"));
    page.all_widgets();
    page.ask::<()>(include_str!("page.js"), Vec::new());
    page.ask::<()>("await bench.stand(given[0])", vec![json!(rows)]);
    for (operation, what) in operations {
        let mut samples = vec![Vec::new(); names.len()];
        for round in 0..ROUNDS {
            let mut shown = Vec::new();
            for turn in 0..names.len() {
                let place = (round + turn) % names.len();
                let given = vec![json!(place), json!(operation)];
                let turn: Turn = page.ask("return bench.round(given[0], given[1])", given);
                samples[place].extend(turn.times);
                shown.push(turn.names);
            }
            assert!(shown.windows(2).all(|pair| pair[0] == pair[1]), "{what}: they do not show the same rows");
        }
        println!("\n{rows} rows, {what}: ms, median (quartiles) of {} in {ROUNDS} rounds", samples[0].len());
        report(names, &samples);
    }
}

/// Prints a line for each, with its ratios to the first and to the one above it.
fn report(names: &[&str], samples: &[Vec<[f64; 2]>]) {
    println!("{:<18}{:>24}{:>12}{:>12}{:>26}", "", "work", "/ plain", "/ above", "shown, frame included");
    let works: Vec<[f64; 3]> = samples.iter().map(|of| quartiles(of, 0)).collect();
    for (place, (name, [low, work, high])) in names.iter().zip(&works).enumerate() {
        let ratio = |other: usize| if place == 0 { String::new() } else { format!("{:.2}", work / works[other][1]) };
        let [first, shown, last] = quartiles(&samples[place], 1);
        println!(
            "{name:<18}{:>24}{:>12}{:>12}{:>26}",
            format!("{work:.1} ({low:.1}–{high:.1})"),
            ratio(0),
            ratio(place.saturating_sub(1)),
            format!("{shown:.1} ({first:.1}–{last:.1})"),
        );
    }
}

/// The quartiles of one of the two times, by the nearest rank.
fn quartiles(samples: &[[f64; 2]], time: usize) -> [f64; 3] {
    let mut times: Vec<f64> = samples.iter().map(|sample| sample[time]).collect();
    times.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| times[(times.len() * quarter).div_ceil(4).saturating_sub(1)])
}
