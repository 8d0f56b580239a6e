use super::cell::{heading, plain_cell, unit_note};
use crate::catalog::{Kind, Table};
use crate::query::{Field, Question};
use crate::units::{Date, Numerals};

/// Rows as comma-separated values after RFC 4180: a line of headings with their units, then a line for each row.
///
/// Numbers are machine numbers in the unit of the heading, the value from 0 to 1; dates are ISO 8601, flags `yes` or
/// `no`, categories are joined by `; `, and a missing cell is empty. A text that a spreadsheet would take for a formula
/// gets a leading `'`.
pub fn csv(question: &Question<'_>, fields: &[Field], rows: &[u32], numerals: &dyn Numerals) -> String {
    let mut text = String::new();
    let mut push_line = |cell: &dyn Fn(Field) -> String| {
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            let cell = cell(*field);
            // An empty line would be no row.
            push_cell(&mut text, &cell, fields.len() == 1 && cell.is_empty());
        }
        text.push_str("\r\n");
    };
    push_line(&|field| guarded(head(field, question.table)));
    for row in rows {
        push_line(&|field| cell(question, field, *row as usize, numerals).unwrap_or_default());
    }
    text
}

fn head(field: Field, table: &Table) -> String {
    let (label, unit) = (heading(field, table), unit_note(field, table));
    // The value is a number from 0 to 1 here.
    if unit.is_empty() || field == Field::Value { label.to_owned() } else { [label, " (", &unit, ")"].concat() }
}

fn cell(question: &Question<'_>, field: Field, row: usize, numerals: &dyn Numerals) -> Option<String> {
    match field.column(question.table) {
        Some(column) if column.kind() != Kind::Number => {
            plain_cell(&column.cells, row, "; ", &|date: Date| date.to_string()).map(guarded)
        }
        _ => question.measure(field).get(row).map(|number| numerals.write(number)),
    }
}

/// A text that no spreadsheet takes for a formula.
///
/// After OWASP, "CSV Injection" (<https://owasp.org/www-community/attacks/CSV_Injection>), with blanks before the
/// formula, which some programs skip.
fn guarded(text: String) -> String {
    let start = text.trim_start();
    let skipped = &text[..text.len() - start.len()];
    let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula || skipped.contains(['\t', '\r', '\n']) { ["'", &text].concat() } else { text }
}

fn push_cell(text: &mut String, cell: &str, quoted: bool) {
    if quoted || cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_spreadsheet_would_work_out_is_guarded() {
        let formulas = [
            "=1+1",
            "=HYPERLINK(\"https://example.org\",\"x\")",
            "+1",
            "-1",
            "-",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            "\nx",
            "  =1",
            " \tx",
            "\u{a0}=1",
            "\u{3000}＝1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "=cmd|' /C calc'!A0",
        ];
        for text in formulas {
            assert_eq!(guarded(text.to_owned()), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn any_other_text_stays_as_it_is() {
        for text in ["", "gpt-5 (high)", "a=b", "1+1", "'=1", " x", "x\ty", "x\n", "(-1)", "−1", "\u{a0}x"] {
            assert_eq!(guarded(text.to_owned()), text, "{text:?}");
        }
    }
}
