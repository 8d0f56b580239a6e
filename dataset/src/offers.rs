use crate::csv_cells::{Cell, lines};
use crate::csv_head::QUOTES;
use crate::folder::{File, Folder};
use crate::notes::Notes;
use crate::sources::said;
use compare::catalog::{Known, Offers, Problem, Seen, Table};
use compare::query::letters;
use compare::units::{Date, Numerals, RustNumerals};
use std::collections::BTreeMap;

/// The name of the file of a table's offers.
pub(crate) const FILE: &str = "offers.csv";

/// The names of its first line; a price of cached input and a date may be missing.
const COLUMNS: [&str; 7] = ["row", "provider", "input", "output", "cached", "source", "as_of"];

/// The offers for a table's rows, each fault noted; none where there is no file of them.
///
/// Where not all rows of the table could be read, an offer for one that is not there is left out without a word.
pub(crate) fn read(folder: &mut Folder, table: &Table, is_whole: bool) -> Offers {
    let path = format!("tables/{}", table.id);
    if !folder.names(&path, false).iter().any(|name| name == FILE) {
        return Offers::default();
    }
    let mut known: Vec<Known> = Vec::new();
    if let Some(file) = folder.open(&format!("{path}/{FILE}")) {
        let mut notes = Notes::of(&file);
        read_lines(&file, table, is_whole, &mut notes, &mut known);
        folder.gather(&mut notes);
    }
    let names = names(table);
    for offer in &mut known {
        if let Some(name) = names.get(&letters(&offer.provider)) {
            (*name).clone_into(&mut offer.provider);
        }
    }
    Offers::new(known)
}

/// The providers that the rows name, by the letters of their names: in offers they go by the same name.
fn names(table: &Table) -> BTreeMap<Vec<u8>, &str> {
    let figures = table.columns.iter().flat_map(|column| column.figures.iter());
    let naming = figures.filter(|figure| !figure.provider.is_empty());
    naming.map(|figure| (letters(&figure.provider), &*figure.provider)).collect()
}

fn read_lines(file: &File, table: &Table, is_whole: bool, notes: &mut Notes, known: &mut Vec<Known>) {
    let lines = lines(&file.text);
    let (first, rest) = lines.split_first().map_or((&[][..], &[][..]), |(first, rest)| (&**first, rest));
    if first.iter().map(|cell| &*cell.text).ne(COLUMNS) {
        notes.fault(file.spot(0), &format!("the first line of offers is `{}`", COLUMNS.join(",")));
        return;
    }
    let is_there = |line: &[Cell]| line.first().is_some_and(|cell| table.row(&cell.text).is_some());
    for line in rest.iter().filter(|line| is_whole || is_there(line)) {
        match offer(line, table) {
            Ok(offer) => known.push(offer),
            Err((at, message)) => notes.fault(file.spot(at), &message),
        }
    }
}

/// The offer of a line, or what is wrong with it and where.
fn offer(line: &[Cell], table: &Table) -> Result<Known, (usize, String)> {
    if let Some(cell) = line.iter().find(|cell| !cell.sound) {
        return Err((cell.at, QUOTES.to_owned()));
    }
    let [row, provider, input, output, cached, source, as_of] = line else {
        let at = line.first().map_or(0, |cell| cell.at);
        return Err((at, format!("{} cells where the first line names {}", line.len(), COLUMNS.len())));
    };
    let position = |cell: &Cell, what, known: &[&str]| {
        let found = known.iter().position(|id| *id == cell.text);
        let known = || known.iter().map(|id| (*id).to_owned()).collect();
        let unknown = || Problem::Unknown { what, found: cell.text.clone(), known: known() };
        found.map(|position| position as u16).ok_or_else(|| (cell.at, said(&unknown())))
    };
    let rows: Vec<&str> = table.ids.iter().map(|id| &**id).collect();
    let sources: Vec<&str> = table.sources.iter().map(|source| &*source.id).collect();
    let row = position(row, "row", &rows)?;
    if provider.text.trim().is_empty() {
        return Err((provider.at, "no provider: say who charges the price".to_owned()));
    }
    let prices = [price(input)?, price(output)?, if cached.text.is_empty() { Offers::UNKNOWN } else { price(cached)? }];
    if prices[..2] == [0, 0] {
        return Err((input.at, NOTHING.to_owned()));
    }
    let as_of = if as_of.text.is_empty() { None } else { Some(date(as_of)?) };
    let seen = Seen { source: position(source, "source", &sources)?, as_of };
    Ok(Known { row, provider: provider.text.clone(), prices, seen })
}

const NOTHING: &str = "input and output at no price are no offer but a trial or a gap: leave the line out";

/// A price in millionths of a dollar.
fn price(cell: &Cell) -> Result<u32, (usize, String)> {
    let wanted = "a price in USD for a million tokens, like `0.25`";
    let refuse = |why: String| (cell.at, why);
    let number = RustNumerals.read(&cell.text).filter(|number| number.is_finite());
    let number = number.ok_or_else(|| refuse(format!("expected {wanted}, got \"{}\"", cell.text)))?;
    if number < 0.0 {
        return Err(refuse(format!("the price {} is negative: it is 0 (free) or more", cell.text)));
    }
    let decimals = cell.text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals > 6 || number >= 4_000.0 {
        return Err(refuse(format!(
            "the price {} cannot be kept: it is below 4000, with six decimals at most",
            cell.text
        )));
    }
    Ok((number * 1e6).round() as u32)
}

fn date(cell: &Cell) -> Result<Date, (usize, String)> {
    Date::parse(&cell.text).map_err(|why| (cell.at, Problem::NoDate { found: cell.text.clone(), why }.to_string()))
}
