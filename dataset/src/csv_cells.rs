use csv_core::{ReadFieldResult, Reader};

/// A cell of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Position of its first byte, a quotation mark where it is quoted.
    pub(crate) at: usize,
    /// Its text without the quotes.
    pub(crate) text: String,
    /// Whether its quotes match.
    pub(crate) sound: bool,
}

/// The cells of a CSV text, line by line; lines without any are left out.
pub(crate) fn lines(text: &str) -> Vec<Vec<Cell>> {
    let bytes = text.as_bytes();
    let (mut reader, mut lines, mut line) = (Reader::new(), Vec::new(), Vec::new());
    // No cell is longer than the text, so the cell that is read always fits.
    let mut cell = vec![0; bytes.len()];
    let (mut from, mut read, mut written) = (0, 0, 0);
    loop {
        let (result, taken, put) = reader.read_field(&bytes[read..], &mut cell[written..]);
        read += taken;
        written += put;
        match result {
            ReadFieldResult::Field { record_end } => {
                line.push(cell_of(&text[from..read], from, &cell[..written], line.is_empty()));
                (from, written) = (read, 0);
                if record_end {
                    lines.push(std::mem::take(&mut line));
                }
            }
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => return lines,
        }
    }
}

/// A cell of the bytes that it takes up, with the separator after it and, at the start of a line,
/// the line ends before it.
fn cell_of(taken: &str, from: usize, text: &[u8], first: bool) -> Cell {
    let raw = if first { taken.trim_start_matches(['\r', '\n']) } else { taken };
    Cell {
        at: from + taken.len() - raw.len(),
        text: String::from_utf8_lossy(text).into_owned(),
        sound: quotes_match(raw.strip_suffix([',', '\r', '\n']).unwrap_or(raw)),
    }
}

/// Whether a cell that begins with a quotation mark ends with one and doubles those between.
fn quotes_match(raw: &str) -> bool {
    raw.strip_prefix('"')
        .is_none_or(|rest| rest.strip_suffix('"').is_some_and(|inner| !inner.replace("\"\"", "").contains('"')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells as `position text`, lines joined by `/`, with `!` before unsound ones.
    fn cells(text: &str) -> String {
        let cell = |cell: &Cell| format!("{}{} {}", if cell.sound { "" } else { "!" }, cell.at, cell.text);
        let line = |line: &Vec<Cell>| line.iter().map(cell).collect::<Vec<_>>().join("|");
        lines(text).iter().map(line).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn every_cell_knows_its_place() {
        assert_eq!(cells("a,b\nc,\n"), "0 a|2 b/4 c|6 ");
        assert_eq!(cells("a,b\r\nc,d"), "0 a|2 b/5 c|7 d");
        assert_eq!(cells("a\n\n\nb\n"), "0 a/4 b");
        assert_eq!(cells(",a\n\n,b"), "0 |1 a/4 |5 b");
        assert_eq!(cells(""), "");
    }

    #[test]
    fn quoted_cells_hold_commas_line_ends_and_quotes() {
        assert_eq!(cells("\"a,\n1\",\"say \"\"b\"\"\"\nc"), "0 a,\n1|7 say \"b\"/19 c");
        assert_eq!(cells("5\" disk,\"\""), "0 5\" disk|8 ");
    }

    #[test]
    fn quotes_that_do_not_match_are_seen() {
        assert_eq!(cells("a,\"b\nc"), "0 a|!2 b\nc");
        assert_eq!(cells("\"a\"b,c"), "!0 ab|5 c");
        assert_eq!(cells("\""), "!0 ");
        assert_eq!(cells("\"a\"\""), "!0 a\"");
    }
}
