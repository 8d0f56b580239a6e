use compare::catalog::{Column, Figure, Source, SourceSpec, Table};
use compare::units::List;
use std::collections::BTreeSet;

/// Positions and ids of the sources that no table uses.
pub(crate) fn unused<'a>(specs: &'a [SourceSpec], tables: &[Table]) -> Vec<(usize, &'a str)> {
    let used: BTreeSet<u16> = tables.iter().flat_map(used).collect();
    let ids = specs.iter().enumerate();
    let ids = ids.filter(|(position, _)| !used.contains(&(*position as u16)));
    ids.filter_map(|(position, spec)| Some((position, spec.id.as_deref()?))).collect()
}

/// The table without the sources that it does not use.
pub(crate) fn keep_used(table: Table) -> Table {
    let used: Vec<u16> = used(&table).into_iter().collect();
    let moved = |source: u16| used.binary_search(&source).ok().map(|position| position as u16);
    let figure = |figure: Figure| Figure { source: figure.source.and_then(moved), ..figure };
    let column = |column: Column| Column {
        source: column.source.and_then(moved),
        figures: column.figures.into_owned().into_iter().map(figure).collect(),
        ..column
    };
    let columns = table.columns.iter().cloned().map(column).collect();
    let sources: Vec<Source> =
        used.iter().filter_map(|&source| table.sources.get(usize::from(source)).cloned()).collect();
    Table { columns, sources: List::Owned(sources), ..table }
}

/// Positions of the sources that columns and figures name, and of those in which they were found.
fn used(table: &Table) -> BTreeSet<u16> {
    let of_columns = table.columns.iter().filter_map(|column| column.source);
    let figures = table.columns.iter().flat_map(|column| column.figures.iter());
    let mut open: Vec<u16> = of_columns.chain(figures.filter_map(|figure| figure.source)).collect();
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
