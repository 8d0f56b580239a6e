//! Rows side by side, rendered to a string on the host.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use compare::state::{Action, Part};
use scraper::Html;
use support::{all, markup, table, texts};

fn pick(ids: &[&str]) -> Vec<Action> {
    ids.iter().map(|id| Action::Pick((*id).to_owned(), true)).collect()
}

async fn compared(id: &str, ids: &[&str]) -> Html {
    markup(id, &[Part::Compare], pick(ids)).await
}

/// The cells of a row of the comparison.
fn row(html: &Html, label: &str) -> Vec<String> {
    let rows = all(html, ".mc-beside tr");
    let heads: Vec<String> = texts(html, ".mc-beside tr > :first-child");
    let place = heads.iter().position(|head| head.starts_with(label)).unwrap();
    texts(&Html::parse_fragment(&format!("<table>{}</table>", rows[place].html())), "td")
}

#[tokio::test(flavor = "current_thread")]
async fn without_two_rows_the_part_says_how_to_pick_some() {
    let html = compared("models", &["gpt-5"]).await;
    assert!(all(&html, "[part=compare] table").is_empty());
    assert!(texts(&html, "[part=compare] .mc-notes")[0].ends_with("GPT-5 is picked."));
}

#[tokio::test(flavor = "current_thread")]
async fn two_rows_stand_behind_the_table_unless_the_part_has_a_place() {
    assert!(all(&markup("models", &[Part::Table], pick(&["gpt-5"])).await, "[part=compare]").is_empty());
    let two = || pick(&["gpt-5", "deepseek-v3"]);
    for parts in [&[Part::Table][..], &[Part::Compare, Part::Table], &[Part::Compare]] {
        let html = markup("models", parts, two()).await;
        assert_eq!(all(&html, "[part=compare]").len(), 1, "{parts:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_row_is_a_column_with_the_difference_from_the_first_in_words() {
    let html = compared("aider-polyglot", &["gpt-5-high", "gpt-5-medium"]).await;
    assert_eq!(texts(&html, "[part=compare] > .mc-beside thead th"), ["gpt-5 (high)", "gpt-5 (medium)"]);
    // 86.7 beside 88.0, and $17.69 beside $29.08.
    let said =
        "gpt-5 (medium) costs 39 % less than gpt-5 (high) for 1.3 points less Solved. Their scores are plainly tied.";
    assert_eq!(texts(&html, ".mc-trades li"), [said]);
    let solved = row(&html, "Solved");
    assert!(solved[0].starts_with("gpt-5 (high)88.0 ★ best95 %: 83.1 to 91.6"), "{solved:?}");
    assert!(solved[1].starts_with("gpt-5 (medium)86.71.3 points less95 %: "), "{solved:?}");
    assert!(row(&html, "Cost of the run")[1].contains("$17.69 ★ best39 % less"), "{:?}", row(&html, "Cost"));
}

#[tokio::test(flavor = "current_thread")]
async fn each_figure_names_its_source_by_a_number_that_is_listed() {
    let html = compared("models", &["gpt-5", "claude-opus-4.1"]).await;
    let input = row(&html, "Input price");
    assert!(input[0].contains("OpenAI, Jul 2, 2026 ["), "{input:?}");
    let listed = texts(&html, ".mc-cited li");
    for link in all(&html, ".mc-beside a") {
        let number: usize = link.text().collect::<String>().trim_matches(['[', ']']).parse().unwrap();
        assert_eq!(link.attr("title"), Some(&*listed[number - 1]));
    }
    assert!(listed.contains(&"OpenAI: models".to_owned()), "{listed:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_assumed_of_a_price_is_said_in_its_cell() {
    let html = compared("models", &["gpt-5", "deepseek-v3"]).await;
    let monthly = row(&html, "Monthly cost");
    assert!(!monthly[0].contains('*') && monthly[1].contains("* cached input at the input price"), "{monthly:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn memory_of_open_weights_stands_at_three_precisions() {
    let html = compared("models", &["deepseek-v3", "gpt-5"]).await;
    // 671 billion parameters.
    for (bits, size) in [(16, "1,342 GB"), (8, "671 GB"), (4, "335.5 GB")] {
        let cells = row(&html, &format!("Memory at {bits} bits"));
        assert!(cells[0].ends_with(size) && cells[1].ends_with("not known"), "{cells:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn rows_that_agree_are_folded() {
    let html = compared("models", &["gpt-5", "gpt-5-mini"]).await;
    let folded = texts(&html, "details .mc-beside [scope=row]");
    assert!(folded.contains(&"Vendor".to_owned()), "{folded:?}");
    assert!(texts(&html, "summary")[0].contains(" rows agree"));
    let open = texts(&html, "[part=compare] > .mc-beside [scope=row]");
    assert!(open.iter().all(|label| !folded.contains(label)));
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_folded_is_told_in_its_line_for_paper() {
    let html = compared("models", &["gpt-5", "gpt-5-mini", "deepseek-v3"]).await;
    let told = texts(&html, "summary .mc-on-paper");
    let folded: Vec<Vec<String>> = all(&html, "[part=compare] details")
        .into_iter()
        .map(|one| texts(&Html::parse_fragment(&one.html()), "[scope=row]"))
        .collect();
    assert_eq!((told.len(), folded.len()), (2, 2), "{told:?}");
    for (told, labels) in told.iter().zip(&folded) {
        let entries: Vec<&str> = told.split("; ").collect();
        assert_eq!(entries.len(), labels.len(), "{told}");
        // A heading may bear the unit behind the label.
        let is_told = |(entry, label): (&&str, &String)| label.starts_with(entry.split(": ").next().unwrap());
        assert!(entries.iter().zip(labels).all(is_told), "{told} beside {labels:?}");
    }
    let of_one = told[1].split("; ").all(|entry| {
        texts(&html, "[part=compare] > .mc-beside thead th").iter().any(|name| entry.ends_with(&format!(", {name}")))
    });
    assert!(of_one, "{}", told[1]);
}

#[tokio::test(flavor = "current_thread")]
async fn of_more_than_four_the_first_four_are_shown_and_that_is_said() {
    let ids = ["gpt-5", "gpt-5-mini", "deepseek-v3", "gpt-4-turbo", "claude-opus-4.1"];
    let html = compared("models", &ids).await;
    assert_eq!(texts(&html, ".mc-beside thead th").first().unwrap(), "GPT-5");
    assert_eq!(texts(&html, "[part=compare] > .mc-beside thead th").len(), 4);
    assert_eq!(texts(&html, "[part=compare] > .mc-notes")[0], "5 are picked: the first 4 of them are shown.");
}

#[tokio::test(flavor = "current_thread")]
async fn a_fifth_row_cannot_be_ticked_and_why_is_said() {
    let ids = ["gpt-5", "gpt-5-mini", "deepseek-v3", "gpt-4-turbo"];
    let free = markup("models", &[Part::Table], pick(&ids[..3])).await;
    assert!(all(&free, ".mc-pick [aria-disabled]").is_empty());
    let html = markup("models", &[Part::Table], pick(&ids)).await;
    let boxes = all(&html, ".mc-pick input");
    let shown: Vec<_> = boxes.iter().map(|one| one.attr("aria-label").unwrap()).collect();
    assert_eq!(shown.len(), 25);
    assert!(shown.iter().all(|name| name.starts_with("Compare ")));
    assert!(boxes.iter().all(|one| one.attr("checked").is_some() != (one.attr("aria-disabled") == Some("true"))));
    // A box that is off is still reached, and says why in words that stand beside it.
    assert!(all(&html, ".mc-pick [disabled]").is_empty());
    for one in boxes.iter().filter(|one| one.attr("aria-disabled").is_some()) {
        let why = texts(&html, &format!(".mc-pick #{}", one.attr("aria-describedby").unwrap()));
        assert_eq!(why, ["Four are picked, as many as stand side by side. Take one out first."]);
    }
    assert_eq!(
        texts(&html, ".mc-chosen"),
        ["4 picked, as many as stand side by side below the table. Show side by sideClear"]
    );
}

#[tokio::test(flavor = "current_thread")]
async fn every_cell_of_every_pair_stands_under_its_row() {
    let models = table("models");
    let ids: Vec<&str> = models.ids.iter().map(|id| &**id).step_by(40).collect();
    for pair in ids.windows(2) {
        let html = compared("models", pair).await;
        for line in all(&html, ".mc-beside tbody tr:not(.mc-group)") {
            assert_eq!(texts(&Html::parse_fragment(&format!("<table>{}</table>", line.html())), "td").len(), 2);
        }
        assert_eq!(all(&html, "[style]").len(), 0);
    }
}
