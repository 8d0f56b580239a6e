use super::cell::{Words, heading, unit_note};
use crate::catalog::{Column, Kind, Table};
use crate::query::{Field, Question};

/// Rows as a table of GitHub Flavored Markdown, written as a reader sees them; what is missing is a dash.
///
/// No text of a data set becomes markup.
pub fn markdown(question: &Question<'_>, fields: &[Field], rows: &[u32], words: &Words<'_>) -> String {
    let mut text = String::new();
    let mut push_line = |cell: &dyn Fn(Field) -> String| {
        for field in fields {
            text.push_str("| ");
            text.push_str(&cell(*field));
            text.push(' ');
        }
        text.push_str("|\n");
    };
    push_line(&|field| head(field, words.table));
    push_line(&|field| if is_number(field, words.table) { "---:" } else { "---" }.to_owned());
    for row in rows {
        push_line(&|field| match words.cell(question, field, *row as usize) {
            Some(figure) if is_number(field, words.table) => figure,
            Some(text) => escaped(&text),
            None => "—".to_owned(),
        });
    }
    text
}

fn head(field: Field, table: &Table) -> String {
    let (label, unit) = (heading(field, table), unit_note(field, table));
    if unit.is_empty() { escaped(label) } else { [&escaped(label), " (", &escaped(&unit), ")"].concat() }
}

fn is_number(field: Field, table: &Table) -> bool {
    field.column(table).is_none_or(|column: &Column| column.kind() == Kind::Number)
}

/// A text on one line in which nothing means anything to Markdown, its tables, or GitHub's own links and formulas. An
/// address with an `@` is a link there whatever is done.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if "\\`*_[]<>|~&$".contains(char) {
            escaped.push('\\');
        }
        escaped.push(if char.is_control() { ' ' } else { char });
    }
    escaped.replace("://", "\\://").replace("www.", "www\\.")
}
