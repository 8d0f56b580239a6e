//! What is said of a best open and a best closed figure beside each other.

use super::{Digits, Words};
use crate::catalog::{Column, Figure, Reporter};
use crate::query::Best;

/// From how many rows the best were chosen: `2 open, 30 closed`.
pub fn coverage(best: &Best, words: &Words<'_>) -> String {
    let count = |count: usize| words.numbers.number(count as f64, Digits::exactly(0));
    let unknown = match best.scored.unknown {
        0 => String::new(),
        unknown => format!(", {} not known to be either", count(unknown)),
    };
    format!("{} open, {} closed{unknown}", count(best.scored.open), count(best.scored.closed))
}

/// What keeps the two figures from being like for like, as far as they say themselves; empty where nothing does.
/// Figures of one source were measured in one way, whatever their notes say.
pub fn unlike(column: &Column, best: &Best) -> String {
    let [open, closed] = [best.open, best.closed].map(|row| column.figure(row as usize));
    let by = |figure: Option<&Figure>| figure.and_then(|figure| figure.reported_by);
    let reporters = match (by(open), by(closed)) {
        (open, closed) if open == closed => "",
        (Some(Reporter::Vendor), Some(_)) => "a vendor’s own figure against an independent one",
        (Some(_), Some(_)) => "an independent figure against a vendor’s own",
        _ => "of one figure it is not known who reported it",
    };
    let note = |figure: Option<&'_ Figure>| figure.map(|figure| figure.note.to_string()).unwrap_or_default();
    let source = |figure: Option<&Figure>| figure.and_then(|figure| figure.source).or(column.source);
    let notes = match [note(open), note(closed)] {
        _ if source(open).is_some() && source(open) == source(closed) => "",
        [open, closed] if open == closed => "",
        [open, closed] if open.is_empty() || closed.is_empty() => "only one says how it was measured",
        _ => "the notes say different things",
    };
    let parted = if reporters.is_empty() || notes.is_empty() { "" } else { "; " };
    [reporters, parted, notes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Builder, ColumnSpec, FigureSpec, Header, Rules, SourceSpec, Value};
    use crate::format::Plain;
    use crate::testing::Asked;

    fn said(open: [&'static str; 2], closed: [&'static str; 2]) -> String {
        said_of(["one", "other"], open, closed)
    }

    /// What is said of an open and a closed row with source, reporter and note each.
    fn said_of(sources: [&'static str; 2], open: [&'static str; 2], closed: [&'static str; 2]) -> String {
        let column = |id: &str, kind: &str| ColumnSpec {
            id: Some(id.into()),
            label: Some(id.into()),
            kind: Some(kind.into()),
            better: (kind == "number").then(|| "higher".into()),
            ..ColumnSpec::default()
        };
        let columns = vec![column("name", "text"), column("score", "number"), column("open-weights", "flag")];
        let source = |id: &str| SourceSpec { id: Some(id.into()), ..SourceSpec::default() };
        let sources_of = vec![source("one"), source("other")];
        let header = Header { id: "t".into(), columns, sources: sources_of, ..Header::default() };
        let mut builder = Builder::new(header, Rules { sources: false, make_ids: true }, str::to_lowercase);
        let both = [("Open", open, true), ("Closed", closed, false)];
        for ((name, [by, note], is_open), source) in both.into_iter().zip(sources) {
            let text = |text: &'static str| (!text.is_empty()).then(|| text.into());
            let figure = FigureSpec {
                value: Some(Value::Number(50.0)),
                reported_by: text(by),
                note: text(note),
                source: text(source),
                ..FigureSpec::default()
            };
            let cells = [
                ("name", Value::Text(name.into())),
                ("score", Value::Figure(Box::new(figure))),
                ("open-weights", Value::Flag(is_open)),
            ];
            builder.row(None, cells);
        }
        let asked = Asked::of(builder.finish().unwrap());
        let best = asked.question().statistics(&asked.all()).best[0];
        unlike(&asked.table.columns[1], &best)
    }

    #[test]
    fn figures_of_one_reporter_and_one_way_are_alike() {
        assert_eq!(said(["vendor", "5-shot"], ["vendor", "5-shot"]), "");
        assert_eq!(said(["", ""], ["", ""]), "");
    }

    #[test]
    fn who_reported_and_how_it_was_measured_is_told_where_it_differs() {
        assert_eq!(said(["vendor", ""], ["independent", ""]), "a vendor’s own figure against an independent one");
        assert_eq!(said(["independent", ""], ["vendor", ""]), "an independent figure against a vendor’s own");
        assert_eq!(said(["", ""], ["vendor", ""]), "of one figure it is not known who reported it");
        assert_eq!(said(["vendor", "tools"], ["vendor", "0-shot"]), "the notes say different things");
        assert_eq!(
            said(["vendor", ""], ["independent", "0-shot"]),
            "a vendor’s own figure against an independent one; only one says how it was measured"
        );
    }

    #[test]
    fn figures_of_one_source_are_alike_whatever_their_notes() {
        assert_eq!(said_of(["one", "one"], ["vendor", "row 1"], ["vendor", "row 2"]), "");
    }

    #[test]
    fn the_rows_among_which_the_best_are_found_are_counted() {
        let asked = Asked::new(
            "name | score:number+ | open-weights:flag \n A | 5 | yes \n B | 6 | no \n C | 7 | no \n D | 8 | \n E | | yes",
        );
        let words = Words { table: &asked.table, numbers: &Plain };
        let best = asked.question().statistics(&asked.all()).best[0];
        assert_eq!(coverage(&best, &words), "1 open, 2 closed, 1 not known to be either");
    }
}
