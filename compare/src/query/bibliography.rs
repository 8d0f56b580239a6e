use crate::catalog::{Book, Kind, Source, Table};
use crate::units::{Date, Gather, Lower, natural_key, ranking};

/// A source with all that it gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The source.
    pub source: &'a Source,
    /// The title of the source in which its figures were found; empty where there is none.
    pub found_in: &'a str,
    /// How many figures are its own.
    pub figures: usize,
    /// Its date, or where it has none that of the newest of its figures.
    pub date: Option<Date>,
    /// How many claims are credited to it.
    pub claims: usize,
    /// How many claimed series are.
    pub series: usize,
    /// What it gave, in words: the headings of columns, each once, offers, claims, and that figures of others were found in it.
    pub gave: Vec<&'a str>,
}

/// What the sources can be put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The title.
    Title,
    /// What it gave.
    Gave,
    /// How many figures.
    Figures,
    /// The licence.
    Licence,
    /// The date.
    Date,
    /// When somebody last looked.
    Checked,
}

/// The sources of some tables, with what of these and of what is said about them is theirs. Each source stands once, in
/// the order in which the tables have them.
///
/// Numbers count, and so do cells of other kinds that name a source of their own, as a licence may. A claim or
/// a claimed series is credited to the source that pages cite and whose title it names.
pub fn bibliography<'a>(tables: impl IntoIterator<Item = &'a Table>, book: &Book) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for table in tables {
        // Positions of the table's sources among the entries.
        let of: Vec<usize> = table.sources.iter().map(|source| position(&mut entries, source, table)).gathered();
        let mut count = |source: u16, what: &'a str, as_of: Option<Date>| {
            if let Some(entry) = of.get(usize::from(source)).and_then(|at| entries.get_mut(*at)) {
                give(entry, what, as_of);
            }
        };
        for (position, column) in table.columns.iter().enumerate() {
            for row in (0..table.len()).filter(|row| !column.cells.is_missing(*row)) {
                let own = column.figure(row).and_then(|figure| figure.source);
                let of_column = column.source.filter(|_| column.kind() == Kind::Number);
                if let Some(source) = own.or(of_column) {
                    count(source, &column.label, table.as_of(position, row));
                }
            }
        }
        for [.., seen] in table.offers.of.iter() {
            if let Some(seen) = table.offers.seen.get(usize::from(*seen)) {
                count(seen.source, "Providers' prices", seen.as_of);
            }
        }
    }
    let passed_on: Vec<&str> = entries
        .iter()
        .filter(|entry| entry.figures > 0)
        .map(|entry| entry.found_in)
        .filter(|title| !title.is_empty())
        .gathered();
    for entry in entries.iter_mut().filter(|entry| passed_on.contains(&&*entry.source.title)) {
        entry.gave.push("Figures of other sources");
    }
    for entry in entries.iter_mut().filter(|entry| !entry.source.cited_by.is_empty()) {
        entry.claims = book.claims.iter().filter(|claim| claim.credited == entry.source.title).count();
        entry.series = book.series.iter().filter(|series| series.credited == entry.source.title).count();
        let given = [(entry.claims, "Claims"), (entry.series, "Claimed series")];
        entry.gave.extend(given.into_iter().filter(|(count, _)| *count > 0).map(|(_, what)| what));
    }
    entries
}

fn position<'a>(entries: &mut Vec<Entry<'a>>, source: &'a Source, table: &'a Table) -> usize {
    let known = entries.iter().position(|entry| entry.source.id == source.id);
    known.unwrap_or_else(|| {
        let found_in = table.sources.iter().find(|other| other.id == source.via).map_or("", |other| &*other.title);
        let date = source.date;
        entries.push(Entry { source, found_in, figures: 0, date, claims: 0, series: 0, gave: Vec::new() });
        entries.len() - 1
    })
}

fn give<'a>(entry: &mut Entry<'a>, what: &'a str, as_of: Option<Date>) {
    entry.figures += 1;
    if entry.source.date.is_none() {
        entry.date = entry.date.max(as_of);
    }
    if !entry.gave.contains(&what) {
        entry.gave.push(what);
    }
}

/// The places of the entries in the order of a heading; what is missing comes last either way, equal ones by title,
/// then by id.
pub fn ordered(entries: &[Entry<'_>], by: Heading, descending: bool, lower: Lower) -> Vec<usize> {
    let date = |date: Option<Date>| date.map(|date| date.first_day().key().to_be_bytes().to_vec());
    let text = |text: &str| (!text.is_empty()).then(|| natural_key(text, lower));
    let key = |entry: &Entry<'_>| match by {
        Heading::Title => text(&entry.source.title),
        Heading::Gave => entry.gave.first().and_then(|gave| text(gave)),
        Heading::Figures => (entry.figures > 0).then(|| entry.figures.to_be_bytes().to_vec()),
        Heading::Licence => text(&entry.source.licence),
        Heading::Date => date(entry.date),
        Heading::Checked => date(entry.source.checked),
    };
    let keys: Vec<(Option<Vec<u8>>, Vec<u8>)> =
        entries.iter().map(|entry| (key(entry), natural_key(&entry.source.title, lower))).gathered();
    ranking(entries.len(), &|a, b| {
        let ((one, name), (other, other_name)) = (&keys[a], &keys[b]);
        let order = if descending { other.cmp(one) } else { one.cmp(other) };
        let missing_last = one.is_none().cmp(&other.is_none());
        missing_last.then(order).then_with(|| name.cmp(other_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Claim, Figure, Interval, Series, Verdict};
    use crate::units::{List, Text, Unit};

    fn claim(credited: &str) -> Claim {
        Claim {
            id: Text::default(),
            headline: Text::default(),
            amount: List::default(),
            topic: Text::default(),
            credited: credited.to_owned().into(),
            page: Text::default(),
            as_of: Date::parse("2026-05").unwrap(),
            conflicts: List::default(),
            agrees: List::default(),
            note: List::default(),
            verdict: Verdict::Unchecked,
            found: List::default(),
            press: None,
        }
    }

    fn source(id: &str, title: &str, licence: &str, date: &str) -> Source {
        Source {
            id: id.to_owned().into(),
            title: title.to_owned().into(),
            url: Text::default(),
            date: Date::parse(date).ok(),
            licence: licence.to_owned().into(),
            via: Text::default(),
            checked: None,
            cited_by: List::default(),
            note: Text::default(),
        }
    }

    /// Two scores from `b`, one price from `a`; nothing from `c`.
    fn table() -> Table {
        let mut table = crate::testing::table("name | score:number | price:number \n A | 1 | 2 \n B | 3 |");
        let sources = [
            source("a", "List 10", "MIT", "2026-01"),
            source("b", "list 9", "", "2025"),
            source("c", "Card", "CC", ""),
        ];
        table.sources = sources.to_vec().into();
        let mut columns = table.columns.into_owned();
        (columns[1].source, columns[2].source) = (Some(1), Some(0));
        table.columns = columns.into();
        table
    }

    #[test]
    fn each_source_stands_once_with_what_it_gave() {
        let tables = [table(), table()];
        let entries = bibliography(&tables, &Book::default());
        let told: Vec<_> =
            entries.iter().map(|entry| (&*entry.source.id, entry.figures, entry.gave.join(" "))).collect();
        assert_eq!(told, [("a", 2, "price".into()), ("b", 4, "score".into()), ("c", 0, String::new())]);
    }

    #[test]
    fn a_source_without_a_date_has_that_of_its_newest_figure() {
        let mut table = table();
        let mut columns = table.columns.into_owned();
        let figure = |row, source, as_of| Figure {
            row,
            interval: Interval::Unknown,
            source: Some(source),
            as_of: Date::parse(as_of).ok(),
            reported_by: None,
            provider: Text::default(),
            note: Text::default(),
        };
        // Of `c` there are two, of `b` one that is newer than itself.
        columns[1].figures = vec![figure(0, 2, "2026-03-01"), figure(1, 2, "2026-02-01")].into();
        columns[2].figures = vec![figure(0, 1, "2026-05")].into();
        table.columns = columns.into();
        let tables = [table];
        let entries = bibliography(&tables, &Book::default());
        let dates: Vec<_> = entries.iter().map(|entry| entry.date).collect();
        assert_eq!(dates, ["2026-01", "2025", "2026-03-01"].map(|date| Date::parse(date).ok()));
    }

    #[test]
    fn a_source_gave_what_of_others_was_found_in_it() {
        let mut table = table();
        let mut sources = table.sources.into_owned();
        (sources[0].via, sources[1].via) = ("c".into(), "nowhere".into());
        table.sources = sources.into();
        let tables = [table];
        let entries = bibliography(&tables, &Book::default());
        assert_eq!((entries[2].figures, &*entries[2].gave), (0, &["Figures of other sources"][..]));
        assert_eq!((&*entries[0].gave, &*entries[1].gave), (&["price"][..], &["score"][..]));
    }

    #[test]
    fn claims_are_counted_for_the_source_that_pages_cite() {
        let mut table = table();
        let mut sources = table.sources.into_owned();
        sources[2].cited_by = vec![Text::from("page A".to_owned())].into();
        table.sources = sources.into();
        let tables = [table];
        let claims = ["Card", "Card", "List 10", "Nobody", ""].map(claim);
        let series = Series {
            id: Text::default(),
            table: Text::default(),
            title: Text::default(),
            unit: Unit::None,
            credited: "Card".into(),
            note: Text::default(),
            points: List::default(),
        };
        let book = Book { claims: claims.to_vec().into(), series: vec![series].into(), ..Book::default() };
        let entries = bibliography(&tables, &book);
        let told: Vec<_> =
            entries.iter().map(|entry| (&*entry.source.id, entry.claims, entry.series, entry.figures)).collect();
        assert_eq!(told, [("a", 0, 0, 1), ("b", 0, 0, 2), ("c", 2, 1, 0)]);
        assert_eq!(entries[2].gave, ["Claims", "Claimed series"]);
    }

    #[test]
    fn what_is_missing_comes_last_both_ways() {
        let tables = [table()];
        let entries = bibliography(&tables, &Book::default());
        let order = |by, descending| {
            let places = ordered(&entries, by, descending, str::to_lowercase);
            places.into_iter().map(|place| &*entries[place].source.id).collect::<String>()
        };
        assert_eq!((order(Heading::Title, false), order(Heading::Title, true)), ("cba".into(), "abc".into()));
        assert_eq!((order(Heading::Figures, false), order(Heading::Figures, true)), ("abc".into(), "bac".into()));
        assert_eq!((order(Heading::Licence, false), order(Heading::Licence, true)), ("cab".into(), "acb".into()));
        assert_eq!((order(Heading::Date, false), order(Heading::Date, true)), ("bac".into(), "abc".into()));
        assert_eq!(order(Heading::Checked, true), "cba");
    }
}
