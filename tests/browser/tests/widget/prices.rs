//! Which provider's list price counts.

use crate::{aider, data_set};
use browser_tests::{Key, Page};

/// Two models, one of which 34 providers offer; the cheapest asks $0.05 and $0.23 of it.
fn page(attributes: &str) -> Page {
    Page::with(&format!(r#"<model-compare table="models" only="llama-3.3-70b gpt-5" {attributes}></model-compare>"#))
}

const LLAMA: &str = "Llama 3.3 70B Instruct";

/// Input and output price of the model of many providers.
fn llama(page: &Page) -> [String; 2] {
    let widget = page.widget();
    ["Input price", "Output price"]
        .map(|label| widget.ask_with("return words(figure(given[0]))", vec![format!("{LLAMA} > {label}").into()]))
}

#[test]
fn the_cheapest_offer_counts_once_it_is_chosen_and_the_own_price_again_after() {
    let page = page("");
    let widget = page.widget();
    let own = llama(&page);
    widget.choose("Prices", "Cheapest provider");
    assert_eq!(widget.state_of("prices"), "cheapest");
    assert_eq!(llama(&page), ["$0.05", "$0.23"]);
    widget.choose("Prices", "Vendor first");
    assert_eq!(llama(&page), own);
}

#[test]
fn the_attribute_chooses_the_prices_and_the_cost_follows_them() {
    let cheapest = page(r#"prices="cheapest""#);
    assert_eq!(llama(&cheapest), ["$0.05", "$0.23"]);
    // 100,000 requests of 1,500 tokens at $0.05 and 400 at $0.23 a million: 7.50 + 9.20.
    let costs = cheapest.widget().column("Monthly cost");
    assert!(costs.iter().any(|cost| cost.contains("$16.70")), "{costs:?}");
}

#[test]
fn the_card_shows_every_offer_and_chooses_which_counts_by_mouse() {
    let page = page("");
    let widget = page.widget();
    widget.press_figure(&format!("{LLAMA} > Output price"));
    assert!(widget.card().contains("Offers of 34 providers are known."), "{}", widget.card());
    assert!(widget.card().contains("Output prices differ up to 13 times."), "{}", widget.card());
    widget.press_line("Offers of 34 providers are known.");
    assert_eq!(widget.ask::<usize>("return card().querySelectorAll('ol > li').length"), 34);
    widget.press("Cheapest provider");
    assert_eq!(widget.state_of("prices"), "cheapest");
    let counts: String = widget.ask("return words(card().querySelector('[aria-current]'))");
    assert!(counts.contains("(counts)") && counts.contains("$0.05 in, $0.23 out"), "{counts}");
    assert!(widget.card().contains("$0.23 per million tokens"), "{}", widget.card());
}

#[test]
fn the_card_tells_a_later_offer_of_the_vendor_while_the_own_price_counts() {
    let page = Page::with(r#"<model-compare table="models" only="o3 gpt-5"></model-compare>"#);
    let widget = page.widget();
    let told = "Its vendor’s offer in a later list differs: OpenAI $10.00 in, $40.00 out, $0.50 cached";
    widget.press_figure("o3 > Input price");
    assert!(widget.card().contains(told), "{}", widget.card());
    assert!(widget.card().contains("$2.00 per million tokens"), "{}", widget.card());
    widget.press("Cheapest provider");
    assert!(!widget.card().contains("in a later list"), "{}", widget.card());
    page.key(Key::Escape);
    widget.until("the card is closed", "!card()");
    widget.press_figure("GPT-5 > Input price");
    assert!(!widget.card().contains("in a later list"), "{}", widget.card());
}

#[test]
fn who_charges_the_own_price_is_marked_in_the_list_where_it_counts() {
    let page = Page::with(r#"<model-compare table="models" only="gpt-4 gpt-5" prices="cheapest"></model-compare>"#);
    let widget = page.widget();
    // Nobody charges less for it than its maker.
    widget.press_figure("GPT-4 (0613) > Input price");
    let listed = widget.card();
    assert_eq!(listed.matches("(counts)").count(), 1, "{listed}");
    assert!(listed.contains("OpenAI (counts) $30.00 in, $60.00 out"), "{listed}");
}

#[test]
fn the_card_chooses_which_prices_count_by_keyboard() {
    let page = page("");
    let widget = page.widget();
    widget.press_figure(&format!("{LLAMA} > Output price"));
    page.tab_to("button", "Median provider");
    page.key(Key::Enter);
    assert_eq!(widget.state_of("prices"), "median");
    assert_eq!(page.focus().name, "Median provider");
}

#[test]
fn a_data_set_has_no_offers_so_that_there_is_nothing_to_choose() {
    let page = aider();
    let widget = page.widget();
    widget.set("data", data_set());
    let before = widget.column("Price");
    widget.set_attribute("prices", "cheapest");
    assert_eq!(widget.column("Price"), before);
    assert!(!widget.ask::<bool>("return all('select').some((select) => called(select) === 'Prices')"));
}
