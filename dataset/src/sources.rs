use compare::catalog::{Column, Figure, Offers, Problem, Seen, Source, SourceSpec, Table};
use compare::units::List;
use std::collections::BTreeSet;

/// What is wrong, and where a source that is none of the known ones is made one.
pub(crate) fn said(problem: &Problem) -> String {
    let mend = match problem {
        Problem::Unknown { what: "source", .. } => " (add a new one to sources.toml)",
        _ => "",
    };
    format!("{problem}{mend}")
}

/// Positions and ids of the sources that no table uses and no page cites.
pub(crate) fn unused<'a>(specs: &'a [SourceSpec], tables: &[Table]) -> Vec<(usize, &'a str)> {
    let used: BTreeSet<u16> = tables.iter().flat_map(used).collect();
    let ids = specs.iter().enumerate();
    let ids = ids.filter(|(position, spec)| !used.contains(&(*position as u16)) && spec.cited_by.is_empty());
    ids.filter_map(|(position, spec)| Some((position, spec.id.as_deref()?))).collect()
}

/// The table without the sources that it does not use; those that pages cite stay where that is wanted.
pub(crate) fn keep_used(table: Table, with_cited: bool) -> Table {
    let mut used = used(&table);
    let cited = (0..).zip(table.sources.iter()).filter(|(_, source)| with_cited && !source.cited_by.is_empty());
    used.extend(cited.map(|(position, _)| position));
    let used: Vec<u16> = used.into_iter().collect();
    let moved = |source: u16| used.binary_search(&source).ok().map(|position| position as u16);
    let figure = |figure: Figure| Figure { source: figure.source.and_then(moved), ..figure };
    let column = |column: Column| Column {
        source: column.source.and_then(moved),
        figures: column.figures.into_owned().into_iter().map(figure).collect(),
        ..column
    };
    let columns = table.columns.iter().cloned().map(column).collect();
    let seen =
        table.offers.seen.iter().map(|seen| Seen { source: moved(seen.source).unwrap_or_default(), ..seen.clone() });
    let offers = Offers { seen: seen.collect(), ..table.offers.clone() };
    let sources: Vec<Source> =
        used.iter().filter_map(|&source| table.sources.get(usize::from(source)).cloned()).collect();
    Table { columns, sources: List::Owned(sources), offers, ..table }
}

/// Positions of the sources that columns, figures and offers name, and of those in which they were found.
fn used(table: &Table) -> BTreeSet<u16> {
    let of_columns = table.columns.iter().filter_map(|column| column.source);
    let figures = table.columns.iter().flat_map(|column| column.figures.iter());
    let offers = table.offers.seen.iter().map(|seen| seen.source);
    let mut open: Vec<u16> = of_columns.chain(figures.filter_map(|figure| figure.source)).chain(offers).collect();
    let mut used = BTreeSet::new();
    while let Some(source) = open.pop() {
        let via = table.sources.get(usize::from(source)).map(|source| &source.via);
        if used.insert(source) {
            let found_in = table.sources.iter().position(|source| Some(&source.id) == via);
            open.extend(found_in.map(|position| position as u16));
        }
    }
    used
}
