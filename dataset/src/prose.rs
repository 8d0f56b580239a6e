//! Texts whose numbers are those of the tables: `{models/gpt-4/mmlu}` is a figure, `{models?open-weights:yes}` a number
//! of rows, `{models?open-weights:yes>mmlu}` the best figure among them and `{models?open-weights:yes>mmlu/name}` who
//! has it.

use crate::rule_reader::unknown_field;
use compare::catalog::{Column, Kind, Piece, Problem};
use compare::query::{Indexed, best};
use compare::state::{Setting, View};
use compare::units::{RustNumerals, Unit};
use std::rc::Rc;

/// The pieces of a text.
///
/// # Errors
///
/// What in braces stands for nothing.
pub(crate) fn pieces(text: &str, tables: &[Rc<Indexed>]) -> Result<Vec<Piece>, String> {
    // Lines are broken for who writes the file.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut pieces = Vec::new();
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) =
            after.split_once('}').ok_or_else(|| "a `{` without its `}`: close it behind the column".to_owned())?;
        push_words(&mut pieces, before)?;
        pieces.push(piece(name, tables)?);
        rest = behind;
    }
    push_words(&mut pieces, rest)?;
    Ok(pieces)
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) -> Result<(), String> {
    if words.contains('}') {
        return Err("a `}` without its `{`: open it before the table".to_owned());
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words.to_owned().into()));
    }
    Ok(())
}

fn unknown(what: &'static str, found: &str, known: Vec<String>) -> String {
    Problem::Unknown { what, found: found.to_owned(), known }.to_string()
}

/// What a name in braces stands for.
fn piece(name: &str, tables: &[Rc<Indexed>]) -> Result<Piece, String> {
    let (row, column) = if let Some((id, asked)) = name.split_once('?') {
        let at = table(id, tables)?;
        let (filter, asked_best) = asked.split_once('>').map_or((asked, None), |(filter, best)| (filter, Some(best)));
        let rows = rows(at, filter, tables)?;
        let Some(asked) = asked_best else { return Ok(Piece::Number(rows.len() as f64, Unit::None)) };
        let (by, shown) = asked.split_once('/').unwrap_or((asked, asked));
        let by = column(by, &tables[at])?;
        let row = best(by, &rows)
            .map(|row| row as usize)
            .ok_or_else(|| format!("nothing is known of \"{name}\": ask for other rows"))?;
        (row, column(shown, &tables[at])?)
    } else {
        let mut steps = name.split('/');
        let (Some(id), Some(row), Some(shown), None) = (steps.next(), steps.next(), steps.next(), steps.next()) else {
            return Err(format!("\"{{{name}}}\" is no figure: write {{table/row/column}} or {{table?filter}}"));
        };
        let at = table(id, tables)?;
        let ids = || tables[at].ids.iter().map(ToString::to_string).collect();
        let row = tables[at].row(row).ok_or_else(|| unknown("row", row, ids()))?;
        (row, column(shown, &tables[at])?)
    };
    cell(column, row)
        .ok_or_else(|| format!("nothing is known of \"{name}\": name another figure, or give it one with a source"))
}

fn column<'a>(id: &str, table: &'a Indexed) -> Result<&'a Column, String> {
    let ids = || table.columns.iter().map(|column| column.id.to_string()).collect();
    table.columns.iter().find(|column| column.id == id).ok_or_else(|| unknown("column", id, ids()))
}

/// The position of the table of an id.
fn table(id: &str, tables: &[Rc<Indexed>]) -> Result<usize, String> {
    let ids = || tables.iter().map(|table| table.id.to_string()).collect();
    tables.iter().position(|table| table.id == id).ok_or_else(|| unknown("table", id, ids()))
}

fn cell(column: &Column, row: usize) -> Option<Piece> {
    match column.kind() {
        Kind::Number => column.cells.number(row).map(|number| Piece::Number(number, column.unit.clone())),
        Kind::Date => column.cells.date(row).map(Piece::Date),
        _ => column.cells.text(row).map(|text| Piece::Words(text.to_owned().into())),
    }
}

/// The rows of a table that pass a filter.
fn rows(at: usize, filter: &str, tables: &[Rc<Indexed>]) -> Result<Vec<u32>, String> {
    let table = &tables[at];
    if let Some(problem) = unknown_field(filter, table) {
        return Err(problem.to_string());
    }
    let outcome = View::new(at, table).set(Setting::Filter, Some(filter), tables, &RustNumerals);
    if let Some(warning) = outcome.warnings.first() {
        return Err(warning.clone());
    }
    let tradeoff = outcome.view.tradeoff(table);
    Ok(outcome.view.question(table, &tradeoff).passing(&outcome.view.filter).rows())
}

/// The first word of a text with a digit that is neither in braces nor in one of some names.
pub(crate) fn bare_number(text: &str, names: &[&str]) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_in =
        |at: usize, name: &str| text.match_indices(name).any(|(start, _)| (start..start + name.len()).contains(&at));
    let is_figure = |at: usize| text[..at].rfind('{') > text[..at].rfind('}');
    let mut digits = text.char_indices().filter(|(_, char)| char.is_ascii_digit()).map(|(at, _)| at);
    let at = digits.find(|at| !is_figure(*at) && !names.iter().any(|name| is_in(*at, name)))?;
    let start = text[..at].rfind(' ').map_or(0, |blank| blank + 1);
    text[start..].split(' ').next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> Option<String> {
        bare_number(text, &["Llama 3", "GPT-4"])
    }

    #[test]
    fn a_number_is_bare_where_no_name_holds_it() {
        assert_eq!(bare("Llama 3 is as\ngood as GPT-4"), None);
        assert_eq!(bare("it has {t/gpt-4/mmlu} of them"), None);
        assert_eq!(bare("{t/gpt-4/mmlu} of 5"), Some("5".to_owned()));
        assert_eq!(bare("Llama 3 has 70 points"), Some("70".to_owned()));
        assert_eq!(bare("GPT-4 has 86.4."), Some("86.4.".to_owned()));
        assert_eq!(bare("GPT-3"), Some("GPT-3".to_owned()));
    }
}
