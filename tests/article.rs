//! The demo page is an article that keeps its promises: its order, its contents and its dates.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::catalog::Table;
use compare::units::Date;
use model_compare::tables;
use scraper::{ElementRef, Html, Selector};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn article() -> Html {
    Html::parse_document(include_str!("../index.html"))
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// What the first line of the article says of a date, and the date.
fn dated(what: &str) -> Date {
    let text = all(&article(), ".kicker")[0].inner_html();
    let rest = text.split_once(&format!("{what} <time datetime=\"")).unwrap().1;
    Date::parse(rest.split('"').next().unwrap()).unwrap()
}

fn newest_figure() -> Date {
    tables().iter().filter_map(Table::newest).max().unwrap()
}

fn newest_offer() -> Date {
    tables().iter().flat_map(|table| table.offers.seen.iter()).filter_map(|seen| seen.as_of).max().unwrap()
}

#[test]
fn the_article_says_of_when_the_newest_figure_and_the_newest_offer_are() {
    assert_eq!(dated("figures as of"), newest_figure());
    assert_eq!(dated("providers’ offers up to"), newest_offer());
}

#[test]
fn the_article_was_last_updated_no_earlier_than_its_newest_figure() {
    let updated = dated("last updated");
    assert!(updated >= newest_figure().max(newest_offer()), "{updated}");
    // What is read says the same as what is there for machines.
    for time in all(&article(), "time") {
        let date = Date::parse(time.attr("datetime").unwrap()).unwrap();
        let read = time.text().collect::<String>();
        let [month, day] = [date.to_string()[5..7].parse::<usize>().unwrap(), date.to_string()[8..].parse().unwrap()];
        assert!(read.starts_with(&format!("{day} {}", MONTHS[month - 1])), "{read} for {date}");
    }
}

#[test]
fn each_heading_stands_over_its_part_in_the_order_of_the_contents() {
    let html = article();
    let mut parts: Vec<(String, Option<String>)> = Vec::new();
    for element in all(&html, "article h2, article model-compare") {
        if element.value().name() == "h2" {
            parts.push((element.attr("id").unwrap_or_default().to_owned(), None));
        } else {
            parts.last_mut().unwrap().1 = Some(element.attr("show").unwrap_or("(as it opens)").to_owned());
        }
    }
    let expected = [
        ("takeaways", Some("stats")),
        ("coding", Some("(as it opens)")),
        ("prices", Some("slider workload filters chart table")),
        ("four", Some("panel")),
        ("claims", Some("claims")),
        ("trends", Some("trends")),
        ("questions", Some("faq")),
        ("order", None),
        ("sources", Some("sources")),
    ];
    assert_eq!(parts, expected.map(|(id, show)| (id.to_owned(), show.map(str::to_owned))));
    let links: Vec<_> = all(&html, ".contents a").into_iter().map(|link| link.attr("href").unwrap()).collect();
    assert_eq!(links, expected.map(|(id, _)| format!("#{id}")));
}

#[test]
fn the_article_names_the_dates_of_the_prices_of_its_panel() {
    let html = article();
    let panel = all(&html, "model-compare[show=panel]")[0];
    let models = tables().iter().find(|table| table.id == panel.attr("table").unwrap()).unwrap();
    let price = models.column("price-output").unwrap();
    let row = |id: &str| models.as_of(price, models.row(id).unwrap()).unwrap().to_string();
    let dates: Vec<String> = panel.attr("only").unwrap().split(' ').map(row).collect();
    assert_eq!(dates, ["2026-08-21", "2026-08-21", "2026-07-02", "2026-07-02"]);
    let said = all(&html, "#four + p")[0].text().collect::<String>();
    assert!(said.contains("at list prices of 2 July and 21 August 2026"), "{said}");
}

#[test]
fn the_article_says_what_page_a_and_page_b_are() {
    let said = all(&article(), "#claims + p")[0].text().collect::<String>();
    assert!(said.contains("two published pages of statistics, here called page A and page B"), "{said}");
}
