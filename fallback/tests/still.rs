//! What is written of the project's own tables, and of one whose texts are hostile.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use compare::catalog::{Builder, ColumnSpec, Header, Rules, SourceSpec, Table, Value};
use compare::query::{Cited, Indexed, Question, SortKey};
use compare::state::View;
use compare::units::Letters;
use fallback::Fallback;
use model_compare::tables;
use scraper::{ElementRef, Html, Selector};

/// What a careless page would run, and what a Markdown engine or a template would read as its own.
const HOSTILE: &str =
    "<img src=x onerror=alert(1)>\n\n\"' </table> **a** {{ b }} ${c} $d$ `e` [f](javascript:alert(1)) \\_";

fn still(table: &Table) -> String {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(Fallback::of(table)).html
}

/// The elements that a selector finds when the fallback stands in an element of a page.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = in_a_page(html);
    page.select(&Selector::parse(&format!("model-compare {selector}")).unwrap()).map(text).collect()
}

fn in_a_page(html: &str) -> Html {
    let page = "<!doctype html><html><body><article><p>Before</p><div><model-compare>";
    Html::parse_document(&format!("{page}\n{html}</model-compare></div><p>After</p></article></body></html>"))
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// A table of one hostile string: in every text of table, column, row and source.
fn hostile() -> Table {
    let column = |id: &str, kind: &str, unit: &str| ColumnSpec {
        id: Some(id.into()),
        label: Some(HOSTILE.into()),
        kind: Some(kind.into()),
        unit: Some(unit.into()),
        ..ColumnSpec::default()
    };
    let header = Header {
        id: "t".into(),
        title: Some(HOSTILE.into()),
        description: Some(HOSTILE.into()),
        source: Some("s".into()),
        sources: vec![SourceSpec {
            id: Some("s".into()),
            title: Some(HOSTILE.into()),
            url: Some("https://example.org/?\"><script>_&{{a}}</script>".into()),
            licence: Some(HOSTILE.into()),
            ..SourceSpec::default()
        }],
        columns: vec![
            column("name", "text", ""),
            ColumnSpec { shown: Some(false), ..column("vendor", "category", "") },
            column("word", "text", ""),
            column("number", "number", HOSTILE),
        ],
        ..Header::default()
    };
    let mut builder = Builder::new(header, Rules { sources: true, make_ids: true }, str::to_lowercase);
    let hostile = |id| (id, Value::Text(HOSTILE.into()));
    builder.row(Some("a"), [hostile("name"), hostile("vendor"), hostile("word"), ("number", Value::Number(1.0))]);
    builder.finish().unwrap()
}

/// A text as a browser shows it.
fn collapsed(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_row_is_there_in_the_order_by_value() {
    for table in tables() {
        let indexed = Indexed::new(table.clone(), Letters { lower: str::to_lowercase, decompose: str::to_owned });
        let view = View::new(0, table);
        let tradeoff = view.tradeoff(table);
        let question = Question { table: &indexed, tradeoff: &tradeoff, weight: view.weight };
        let all: Vec<u32> = (0..table.len() as u32).collect();
        let order = question.order(&all, &[SortKey::BY_VALUE]);
        let names: Vec<&str> = order.iter().map(|row| table.name(*row as usize)).collect();
        let headers = texts(&still(table), "tbody th[scope=row]");
        assert_eq!(headers.len(), table.len());
        let misnamed = headers.iter().zip(&names).find(|(header, name)| !header.starts_with(*name));
        assert_eq!(misnamed, None, "{}", table.id);
    }
}

#[test]
fn a_table_has_its_title_its_headings_with_units_and_a_cell_for_each() {
    let runs = tables().iter().find(|table| table.id == "aider-polyglot").unwrap();
    let html = still(runs);
    assert!(texts(&html, "table > caption")[0].starts_with("AI coding models: score and what the run cost Aider's"));
    let headings = texts(&html, "thead th[scope=col]");
    assert_eq!(headings[..4], ["Model", "Value of 100", "Solved %", "Cost of the run USD"]);
    assert_eq!(texts(&html, "tbody td").len(), runs.len() * (headings.len() - 1));
    let first: Vec<String> = texts(&html, "tbody tr:first-child > *").into_iter().take(4).collect();
    assert_eq!(first, ["DeepSeek-V3.2-Exp (Chat) DeepSeek · open weights", "81.6", "70.2", "$0.88"]);
}

#[test]
fn what_is_not_known_is_a_dash_and_the_notes_say_so() {
    let runs = tables().iter().find(|table| table.id == "aider-polyglot").unwrap();
    let html = still(runs);
    let costs = texts(&html, "tbody td:nth-child(4)");
    assert_eq!(costs.iter().filter(|cost| *cost == "—").count(), 18);
    let notes = &texts(&html, "table + p")[0].replace('\u{a0}', " ");
    assert!(
        notes.starts_with("69 rows, sorted by Value, highest first. Value weighs 50 % score, 50 % cost."),
        "{notes}"
    );
    assert!(notes.contains("18 of 69 have no known cost (Cost of the run).") && !notes.contains("Bars"), "{notes}");
    assert!(notes.ends_with("A dash stands for what is not known."), "{notes}");
}

#[test]
fn an_assumed_price_has_an_asterisk_that_is_explained() {
    let models = tables().iter().find(|table| table.id == "models").unwrap();
    let html = still(models);
    // And it is of another provider than the vendor.
    assert!(texts(&html, "tbody td").contains(&"$19.00* via OpenRouter".to_owned()));
    assert!(texts(&html, "table + p")[0].contains(" * No cached price known: the input price counts."));
}

#[test]
fn every_source_is_named_and_leads_to_its_address() {
    for table in tables() {
        let cited = Cited::new(table, &View::default_columns(table)).sources;
        let page = in_a_page(&still(table));
        let items: Vec<ElementRef<'_>> = page.select(&Selector::parse("model-compare ul > li").unwrap()).collect();
        assert_eq!(items.len(), cited.len());
        for (item, source) in items.into_iter().zip(cited) {
            assert!(text(item).starts_with(&*source.title), "{}", source.id);
            let link = item.select(&Selector::parse("a").unwrap()).next().and_then(|link| link.attr("href"));
            if !source.url.is_empty() {
                assert_eq!(link, Some(&*source.url));
            }
            assert!(text(item).contains(&*source.licence), "{}", source.id);
        }
    }
}

#[test]
fn it_says_as_of_when_it_is() {
    for table in tables() {
        let newest = Cited::new(table, &View::default_columns(table)).newest.unwrap().to_string();
        let page = in_a_page(&still(table));
        let time = page.select(&Selector::parse("model-compare ul + p > time").unwrap()).next().unwrap();
        assert_eq!(time.attr("datetime"), Some(&*newest));
    }
}

#[test]
fn nothing_in_it_runs_is_styled_or_can_be_pressed_but_links() {
    let elements = "div table caption strong thead tbody tr th td small p ul li a time";
    let attributes = "role aria-label tabindex scope href datetime";
    let hostile = hostile();
    for table in tables().iter().chain([&hostile]) {
        let page = in_a_page(&still(table));
        for element in page.select(&Selector::parse("model-compare *").unwrap()) {
            assert!(elements.split(' ').any(|known| known == element.value().name()), "{}", element.html());
            for (name, value) in element.value().attrs() {
                assert!(attributes.split(' ').any(|known| known == name), "{}", element.html());
                let leads_elsewhere = name == "href" && !value.starts_with("https://") && !value.starts_with("http://");
                assert!(!leads_elsewhere, "{value}");
            }
        }
    }
}

#[test]
fn a_page_holds_it_as_it_was_written() {
    for table in tables() {
        let html = still(table);
        let written = ["*", "_", "~", "`", "$", "[", "{", "}", "\\"].iter().fold(html.clone(), |html, char| {
            html.replace(&format!("&#{};", u32::from(char.chars().next().unwrap())), char)
        });
        let page = in_a_page(&html);
        let element = page.select(&Selector::parse("body > article > div > model-compare").unwrap()).next().unwrap();
        assert!(
            element.inner_html().replace("&nbsp;", "\u{a0}").trim_start() == written,
            "the tree of {} is another one",
            table.id
        );
    }
}

#[test]
fn markdown_passes_it_on_untouched() {
    let hostile = hostile();
    for table in tables().iter().chain([&hostile]) {
        let snippet = format!("<div><model-compare table=\"{}\">\n{}</model-compare></div>", table.id, still(table));
        let markdown = format!("Before\n\n{snippet}\n\nAfter\n");
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&markdown));
        assert!(html == format!("<p>Before</p>\n{snippet}\n<p>After</p>\n"), "{} is changed", table.id);
    }
}

#[test]
fn no_line_is_empty_or_indented() {
    let hostile = hostile();
    for table in tables().iter().chain([&hostile]) {
        let html = still(table);
        let odd = html.split(['\n', '\r']).find(|line| line.trim() != *line || !line.starts_with('<'));
        assert_eq!(odd, Some(""), "only the end of {} is empty", table.id);
        assert!(html.find("\n\n").is_none() && html.ends_with("</div>\n"));
    }
}

#[test]
fn a_line_that_begins_a_row_or_an_item_ends_with_it() {
    for table in tables() {
        let html = still(table);
        for tag in ["tr", "li", "p", "caption"] {
            let mut lines = html.lines().filter(|line| line.starts_with(&format!("<{tag}>")));
            assert!(lines.all(|line| line.ends_with(&format!("</{tag}>"))), "<{tag}> in {}", table.id);
        }
    }
}

#[test]
fn hostile_texts_are_shown_as_texts() {
    let html = still(&hostile());
    let shown = collapsed(HOSTILE);
    assert_eq!(texts(&html, "caption"), [format!("{shown} {shown}")]);
    assert_eq!(texts(&html, "thead th"), [shown.clone(), shown.clone(), format!("{shown} {shown}")]);
    assert_eq!(texts(&html, "tbody tr > *"), [format!("{shown} {shown}"), shown.clone(), "1".to_owned()]);
    assert_eq!(texts(&html, "li a"), [shown]);
    let page = in_a_page(&html);
    let link = page.select(&Selector::parse("li a").unwrap()).next().unwrap();
    assert_eq!(link.attr("href"), Some("https://example.org/?\"><script>_&{{a}}</script>"));
}

#[test]
fn nothing_is_left_that_a_template_would_read() {
    let html = still(&hostile());
    assert!(!html.contains(['*', '_', '~', '`', '$', '[', '{', '}', '\\']), "{html}");
}

#[test]
fn an_address_that_runs_is_no_source() {
    for url in ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", " https://example.org"] {
        let source = SourceSpec { id: Some("s".into()), url: Some(url.into()), ..SourceSpec::default() };
        let name = ColumnSpec {
            id: Some("name".into()),
            label: Some("N".into()),
            kind: Some("text".into()),
            ..ColumnSpec::default()
        };
        let header = Header {
            id: "t".into(),
            title: Some("T".into()),
            columns: vec![name],
            sources: vec![source],
            ..Header::default()
        };
        let table = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase).finish();
        assert!(table.is_err(), "{url}");
    }
}

/// The fallbacks of what is said about the project's tables, by the name of the part.
fn of_book(name: &str) -> String {
    let all = Fallback::of_book(model_compare::book(), tables());
    let all = tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(all);
    all.into_iter().find(|fallback| fallback.of.file() == format!("part_{name}.html")).unwrap().html
}

#[test]
fn every_claim_is_there_with_its_verdict_and_its_numbers() {
    let html = of_book("claims");
    assert_eq!(texts(&html, "li[id]").len(), 56);
    let said = texts(&html, "#b14").concat();
    for part in ["at most 3\u{a0}%", "credited to TechCrunch", "Holds in our data.", "1.4\u{a0}points behind"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let other = "Companies that name the privacy of their data as a reason";
    assert_eq!(texts(&html, "#a07 a[href='#b20b']"), [other]);
    let said = texts(&html, "#a07").concat();
    assert!(said.ends_with(&format!("Other claims say otherwise: {other} (55\u{a0}%).")), "{said}");
}

#[test]
fn every_question_is_there_with_its_answer_and_every_source_with_what_it_gave() {
    let html = of_book("faq");
    assert_eq!(texts(&html, "li[id]").len(), 14);
    assert!(texts(&html, "#a-q02").concat().contains("How does Llama 3 compare to GPT-4?"));
    let sources = texts(&of_book("sources"), "li");
    assert!(
        sources[0].starts_with("models.dev@f3fc69229967: ") && sources[0].contains("licence MIT"),
        "{}",
        sources[0]
    );
    let statista = sources.iter().find(|source| source.starts_with("Statista")).unwrap();
    assert!(statista.contains("no figures. Cited by page B; nothing here could be traced to it."), "{statista}");
}

#[test]
fn what_is_said_about_the_tables_passes_markdown_untouched() {
    for part in ["claims", "faq", "sources"] {
        let html = of_book(part);
        assert!(!html.trim().contains("\n\n") && !html.contains("\n "), "{part}: no empty line, no indentation");
        assert!(
            !html.contains(['*', '_', '~', '`', '$', '[', '{', '\\']),
            "{part}: nothing that others read as theirs"
        );
        assert!(texts(&html, "script, [style]").is_empty(), "{part}");
    }
}
