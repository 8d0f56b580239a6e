//! Where lines may end in what a reader reads.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod drawn;

use compare::query::Indexed;
use compare::state::{Action, Part, Presentation, View};
use compare::units::Letters;
use drawn::{drawn, props};
use model_compare::tables;
use scraper::Selector;
use std::rc::Rc;

/// What is counted, behind a number.
const COUNTED: &str = "% points times rows row models tokens requests GB USD seconds parameters months years Elo";

/// A number in a text from which a line may part what it counts.
fn parted(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_parted = |pair: &&[&str]| {
        let what = pair[1].trim_end_matches(['.', ',', ';', ':', ')']);
        pair[0].ends_with(|char: char| char.is_ascii_digit()) && COUNTED.split(' ').any(|counted| counted == what)
    };
    words.windows(2).find(is_parted).map(|pair| pair.join(" "))
}

/// All that a table says in the parts whose words are not its author's, in texts and of values.
async fn said(position: usize) -> Vec<String> {
    let letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };
    let all: Rc<[Rc<Indexed>]> = tables().iter().map(|table| Rc::new(Indexed::new(table.clone(), letters))).collect();
    let ids = all[position].ids.iter().take(2).map(ToString::to_string);
    let view = ids.fold(View::new(position, &all[position]), |view, id| view.apply(Action::Pick(id, true), &all));
    let written = [Part::Claims, Part::Faq, Part::Sources];
    let parts = Part::ALL.iter().map(|(part, _)| *part).filter(|part| !written.contains(part)).collect();
    let html = drawn(props(all, view, Presentation { parts, ..Presentation::default() })).await;
    let values = Selector::parse("[aria-valuetext]").unwrap();
    let values = html.select(&values).filter_map(|slider| slider.attr("aria-valuetext"));
    html.root_element().text().chain(values).map(str::to_owned).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn no_line_ends_between_a_number_and_what_it_counts() {
    for position in 0..tables().len() {
        let parted: Vec<String> = said(position).await.iter().filter_map(|text| parted(text)).collect();
        assert_eq!(parted, [""; 0]);
    }
}
