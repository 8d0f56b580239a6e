//! Exports, read back by programs that know nothing of this one.

use crate::catalog::{Builder, ColumnSpec, Header, Rules, Value};
use crate::format::{Plain, Words, csv, markdown};
use crate::query::Field;
use crate::testing::{Asked, columns};
use crate::units::RustNumerals;
use proptest::collection::vec;
use proptest::prelude::*;
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

const TEXT: &str = "name | vendor:category | modes:categories | score:number+ percent | price:number- USD/mtok \
    | elo:number Elo | on:date | open:flag | cost:number- USD
    =A | X, Y | text,image | 70.26 | 0.25 | -3 | 2025-08-07 | yes | 1
    B \"b\" | X |  | 1e-7 | 0 | 1234.5 | 2025-08 | no | 100
    C |  |  |  |  |  |  |  |";

fn fields(asked: &Asked, ids: &str) -> Vec<Field> {
    ids.split(' ').map(|id| asked.field(id)).collect()
}

/// The rows of a table as CSV, in a given order.
fn csv_of(asked: &Asked, ids: &str, rows: &[u32]) -> String {
    csv(&asked.question(), &fields(asked, ids), rows, &RustNumerals)
}

fn markdown_of(asked: &Asked, fields: &[Field], rows: &[u32]) -> String {
    markdown(&asked.question(), fields, rows, &Words { table: &asked.table, numbers: &Plain })
}

/// The cells of a CSV text, line by line.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let line = |line: Result<::csv::StringRecord, _>| line.unwrap().iter().map(str::to_owned).collect();
    reader.into_records().map(line).collect()
}

/// A table that a Markdown text holds.
#[derive(Debug, PartialEq)]
struct MarkdownTable {
    aligned: Vec<Alignment>,
    rows: Vec<Vec<String>>,
}

/// The one table of a Markdown text; no other markup stands in it or beside it.
fn read_markdown(text: &str) -> Result<MarkdownTable, String> {
    let (mut tables, mut rows): (Vec<Vec<Alignment>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    // GitHub knows neither of the two.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_SUPERSCRIPT;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Table(aligned)) => tables.push(aligned),
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => rows.last_mut().unwrap().push(String::new()),
            Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell) => (),
            Event::Text(text) => {
                let cell = rows.last_mut().and_then(|row| row.last_mut());
                cell.ok_or("a text outside of the table")?.push_str(&text);
            }
            other => return Err(format!("{other:?}")),
        }
    }
    match <[Vec<Alignment>; 1]>::try_from(tables) {
        Ok([aligned]) => Ok(MarkdownTable { aligned, rows }),
        Err(tables) => Err(format!("{} tables", tables.len())),
    }
}

#[test]
fn csv_holds_headings_with_units_and_machine_values() {
    let asked = Asked::new(TEXT);
    let ids = "name vendor modes score price elo on open value";
    assert_eq!(
        csv_of(&asked, ids, &[1, 0, 2]),
        [
            "name,vendor,modes,score (%),price (USD / 1M tokens),elo (Elo),on,open,Value\r\n",
            "\"B \"\"b\"\"\",X,,0.0000001,0,1234.5,2025-08,no,0\r\n",
            "'=A,\"X, Y\",text; image,70.26,0.25,-3,2025-08-07,yes,1\r\n",
            "C,,,,,,,,\r\n",
        ]
        .concat()
    );
}

#[test]
fn csv_holds_the_cost_of_the_workload() {
    let asked = Asked::new("name | in:number USD/mtok | out:number USD/mtok \n A | 2.5 | 10 \n B | 1 |");
    assert_eq!(csv_of(&asked, "name workload", &[0, 1]), "name,Monthly cost (USD a month)\r\nA,775\r\nB,\r\n");
}

#[test]
fn a_row_with_nothing_but_a_missing_cell_is_still_a_row() {
    let text = csv_of(&Asked::new(TEXT), "price", &[2, 0]);
    assert_eq!(text, "price (USD / 1M tokens)\r\n\"\"\r\n0.25\r\n");
    assert_eq!(read_csv(&text).len(), 3);
}

#[test]
fn markdown_is_a_table_as_a_reader_sees_it() {
    let asked = Asked::new(TEXT);
    assert_eq!(
        markdown_of(&asked, &fields(&asked, "name modes score price on open value"), &[0, 2]),
        "| name | modes | score (%) | price (USD / 1M tokens) | on | open | Value (of 100) |\n\
         | --- | --- | ---: | ---: | --- | --- | ---: |\n\
         | =A | text, image | 70.3 | $0.25 | Aug 7, 2025 | yes | 100.0 |\n\
         | C | — | — | — | — | — | — |\n"
    );
}

#[test]
fn numbers_stand_at_the_right_in_markdown() {
    let asked = Asked::new(TEXT);
    let table = read_markdown(&markdown_of(&asked, &fields(&asked, "name score on value"), &asked.all())).unwrap();
    assert_eq!(table.aligned, [Alignment::None, Alignment::Right, Alignment::None, Alignment::Right]);
    assert_eq!(table.rows.len(), 4);
}

#[test]
fn what_github_links_by_itself_stays_text() {
    let asked = Asked::new("name \n see https://example.org or www.example.org");
    let text = markdown_of(&asked, &fields(&asked, "name"), &[0]);
    assert_eq!(text.lines().last(), Some("| see https\\://example.org or www\\.example.org |"));
}

/// A text that means something to a spreadsheet or to Markdown, or any other.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = [
        "=",
        "+",
        "-",
        "@",
        "＝",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\"",
        "\"\"",
        "'",
        ",",
        ";",
        " ",
        "a",
        "é",
        "日本",
        "😀",
        "\\",
        "|",
        "\\|",
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "[a](b)",
        "![a](b)",
        "[^1]",
        "<b>",
        "</td>",
        "<!--",
        "<mailto:b>",
        "&amp;",
        "&#124;",
        "$",
        "$$",
        "# ",
        "> ",
        "---",
        "| --- |",
        "{.a}",
        ":a:",
        "^",
        "==",
        "[[a]]",
        "1. ",
        "\u{0}",
        "\u{a0}",
        "\u{2028}",
        "\u{85}",
        "https://a.b",
        "www.a.b",
    ];
    let patched = vec(prop::sample::select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat());
    // A table holds no blank text.
    let text = prop_oneof![2 => patched, 1 => any::<String>()];
    text.prop_map(|text| if text.trim().is_empty() { String::new() } else { text })
}

/// A table with a text, a category and categories, and their headings.
fn table(heads: &[String; 3], rows: &[[String; 3]]) -> Asked {
    let specs = columns("name | a | b:category | c:categories | n:number");
    let label = |(spec, label): (ColumnSpec, Option<&String>)| match label {
        Some(label) if !label.is_empty() => ColumnSpec { label: Some(label.clone()), ..spec },
        _ => spec,
    };
    let labels = [None, Some(&heads[0]), Some(&heads[1]), Some(&heads[2]), None];
    let columns = specs.into_iter().zip(labels).map(label).collect();
    let mut builder = Builder::new(
        Header { columns, ..Header::default() },
        Rules { sources: false, make_ids: false },
        str::to_lowercase,
    );
    for (place, [a, b, c]) in rows.iter().enumerate() {
        let known = |text: &str, value| if text.is_empty() { Value::Missing } else { value };
        let cells = [("a", known(a, Value::Text(a.into()))), ("b", known(b, Value::Text(b.into())))];
        let cells = cells.into_iter().chain([("c", known(c, Value::List(vec![c.into()])))]);
        let cells = cells.chain([("name", Value::Text("n".into())), ("n", Value::Number(-1.5))]);
        builder.row(Some(&format!("r{place}")), cells);
    }
    Asked::of(builder.finish().unwrap_or_else(|faults| panic!("{faults:?}")))
}

fn heads_and_rows() -> impl Strategy<Value = ([String; 3], Vec<[String; 3]>)> {
    ([nasty(), nasty(), nasty()], vec([nasty(), nasty(), nasty()], 0..6))
}

/// The texts of the columns `a`, `b` and `c` as the table holds them, below their headings.
fn texts(asked: &Asked, rows: &[[String; 3]]) -> Vec<[String; 3]> {
    let label = |id: &str| asked.field(id).column(&asked.table).unwrap().label.to_string();
    [["a", "b", "c"].map(label)].into_iter().chain(rows.iter().cloned()).collect()
}

proptest! {
    #[test]
    fn csv_reads_back_as_what_it_was_written_from((heads, rows) in heads_and_rows()) {
        let asked = table(&heads, &rows);
        let read = read_csv(&csv_of(&asked, "n a b c", &asked.all()));
        let wanted = texts(&asked, &rows);
        prop_assert_eq!(read.len(), wanted.len());
        for (place, (read, wanted)) in read.iter().zip(&wanted).enumerate() {
            prop_assert_eq!(&read[0], if place == 0 { "n" } else { "-1.5" });
            for (read, wanted) in read[1..].iter().zip(wanted) {
                prop_assert!(read == wanted || read.strip_prefix('\'') == Some(wanted), "{:?} from {:?}", read, wanted);
            }
        }
    }

    #[test]
    fn no_text_of_a_csv_starts_a_formula((heads, rows) in heads_and_rows()) {
        let asked = table(&heads, &rows);
        for cell in read_csv(&csv_of(&asked, "a b c", &asked.all())).iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{:?}", cell);
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", cell);
        }
    }

    #[test]
    fn markdown_reads_back_as_one_table_of_plain_texts((heads, rows) in heads_and_rows()) {
        let asked = table(&heads, &rows);
        let fields = fields(&asked, "a n b c");
        let text = markdown_of(&asked, &fields, &asked.all());
        let read = read_markdown(&text);
        prop_assert!(read.is_ok(), "{:?} in {}", read, text);
        let read = read.unwrap();
        let wanted = texts(&asked, &rows);
        prop_assert_eq!(read.rows.len(), wanted.len(), "{}", text);
        let same = |read: &str, wanted: &str| {
            let line: String = wanted.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
            let line = if wanted.is_empty() { "—" } else { line.trim() };
            read.trim() == line
        };
        for (place, (read, [a, b, c])) in read.rows.iter().zip(&wanted).enumerate() {
            let number = if place == 0 { "n" } else { "\u{2212}1.5" };
            prop_assert_eq!(read.len(), 4);
            prop_assert_eq!(&read[1], number);
            for (read, wanted) in [(&read[0], a), (&read[2], b), (&read[3], c)] {
                prop_assert!(same(read, wanted), "{:?} from {:?} in {}", read, wanted, text);
            }
        }
    }
}
