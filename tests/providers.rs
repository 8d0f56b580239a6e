//! Whose prices count: what table, chart and comparison say where the vendor's own are not known.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use compare::query::{Field, Prices, other_provider};
use compare::state::{Action, Part};
use scraper::Html;
use support::{all, markup, table, texts};

/// The page of a search, with the parts of the trade-off.
async fn searched(words: &str) -> Html {
    let parts = [Part::Slider, Part::Chart, Part::Table];
    markup("models", &parts, [Action::Search(words.to_owned())]).await
}

#[tokio::test(flavor = "current_thread")]
async fn a_price_of_another_than_the_vendor_says_whose_it_is() {
    let html = searched("Llama 3 8B").await;
    assert_eq!(texts(&html, ".mc-title").len(), 2);
    assert_eq!(texts(&html, "tbody .mc-cost .mc-via"), ["via Amazon Bedrock"; 2]);
    assert!(
        texts(&html, ".mc-notes")[0].contains("another than the vendor charges the price that counts: “via” says who.")
    );
    let said = all(&html, ".mc-walk")[0].attr("aria-valuetext").unwrap();
    let cost = "a month (no cached price known, the input price counts) via Amazon Bedrock";
    assert!(said.contains(cost), "{said}");
    let counted = texts(&html, "[part=chart] details");
    assert!(counted[0].starts_with("2 drawn at the price of another than the vendorLlama 3"), "{counted:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_price_of_the_vendor_needs_no_such_words() {
    // Alibaba sells as Alibaba Cloud, and says so itself.
    for (name, words) in [("GPT-4 Turbo (2024-04-09)", "GPT-4 Turbo"), ("Qwen2.5 72B Instruct", "Qwen2.5 72B")] {
        let html = searched(words).await;
        assert_eq!(texts(&html, ".mc-title"), [name]);
        assert!(all(&html, ".mc-via").is_empty(), "{name}");
        assert!(!texts(&html, ".mc-verdict")[0].contains("at the prices of"), "{name}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn rows_side_by_side_say_whose_prices_make_the_monthly_cost() {
    let pick = ["llama-3-8b", "gpt-5"].map(|id| Action::Pick(id.to_owned(), true));
    let html = markup("models", &[Part::Compare], pick).await;
    let said: Vec<String> =
        texts(&html, ".mc-from").into_iter().filter(|said| said.contains("at the prices")).collect();
    assert_eq!(said, ["worked out at the prices of Amazon Bedrock; * cached input at the input price"]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_choice_of_prices_says_what_counts_where_the_vendor_has_none() {
    let html = markup("models", &[Part::Table], []).await;
    let choices = texts(&html, ".mc-choice option");
    assert!(choices.contains(&"Vendor first".to_owned()), "{choices:?}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_median_price_is_that_of_the_provider_in_the_middle() {
    // One request of 1,500 tokens, a fifth of them from a cache, and 400 costs, at the nine offers: 610 µ$ at OpenRouter;
    // 1,061 at Hugging Face (Novita), Kilo, LLM Gateway and Novita; 1,201 at Groq; 1,710 at Together AI; 5,375 at Amazon
    // Bedrock, whose price is the row's own and counts once; 5,436 at Azure. The one in the middle is 1,061, the last of
    // these by name Novita's: 0.51 and 0.74 dollars.
    is_at_the_median("llama-3-70b", "via novita-ai", ["$0.51", "$0.74", "$106.10"]).await;
    // Of 17 providers eight charge less: Helicone, Kilo and OpenRouter 240, nscale 251, DeepInfra 270, Groq, whose price
    // is the row's own and counts once, and Hugging Face (Groq) 301, NanoGPT 311.5; the next are at 506, by name
    // Together AI first: 0.18 and 0.59 dollars.
    is_at_the_median("llama-4-scout", "via Together AI", ["$0.18", "$0.59", "$50.60"]).await;
}

async fn is_at_the_median(id: &str, provider: &str, prices: [&str; 3]) {
    let only = Action::Only([id.to_owned()].into());
    let columns = ["price-input", "price-output"].map(|id| Field::parse(id, table("models")).unwrap());
    let shown = columns.map(|field| Action::Show(field, true));
    let actions = [only, Action::Price(Prices::Median)].into_iter().chain(shown);
    let html = markup("models", &[Part::Table], actions).await;
    let cells = texts(&html, "tbody td").join(" | ");
    assert_eq!(texts(&html, "tbody .mc-cost .mc-via"), [provider], "{id}");
    for said in prices {
        assert!(cells.contains(said), "no {said} in {cells}");
    }
}

#[test]
fn of_all_models_those_are_marked_whose_vendor_has_no_price() {
    let models = table("models");
    let at = |priced: &compare::catalog::Table| {
        (0..priced.len()).filter(|row| other_provider(priced, Field::Workload, *row).is_some()).count()
    };
    let own = at(models);
    // The cheapest of several providers is another one for more of them.
    let cheapest = models.priced(Prices::Cheapest, &models.workload).unwrap();
    assert!(own > 0 && at(&cheapest) > own, "{own}");
}
