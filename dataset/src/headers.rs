use crate::folder::{File, Folder};
use crate::keys::{Keys, document};
use crate::notes::Notes;
use crate::orders::Order;
use compare::catalog::{ColumnSpec, Header, Kind, Place, Problem, SourceSpec, is_id};
use toml::de::DeTable;

/// What `sources.toml` says.
pub(crate) struct Sources {
    pub(crate) specs: Vec<SourceSpec>,
    pub(crate) notes: Notes,
    /// Whether the file could be read.
    pub(crate) whole: bool,
}

/// What a table's `table.toml` says.
pub(crate) struct Sheet {
    pub(crate) header: Header,
    /// The columns whose names have an order of their own.
    pub(crate) orders: Vec<Order>,
    pub(crate) notes: Notes,
}

/// What the cells of a column are; `None` where no column has the id, or its kind is unknown.
pub(crate) fn kind_of(header: &Header, column: &str) -> Option<Kind> {
    let column = header.columns.iter().find(|spec| spec.id.as_deref() == Some(column))?;
    Kind::parse(column.kind.as_deref()?)
}

/// Whether a column counts in percent.
pub(crate) fn is_percent(header: &Header, column: &str) -> bool {
    let column = header.columns.iter().find(|spec| spec.id.as_deref() == Some(column));
    column.is_some_and(|spec| spec.unit.as_deref() == Some("percent"))
}

/// The ids of the tables that `tables.toml` lists, each with a folder of its own.
pub(crate) fn tables(folder: &mut Folder) -> Vec<String> {
    let Some(file) = folder.open("tables.toml") else {
        return Vec::new();
    };
    let mut notes = Notes::of(&file);
    let listed = listed_tables(&file, &mut notes);
    let folders = folder.names("tables", true);
    let mut ids: Vec<String> = Vec::new();
    for (position, id) in listed.iter().flatten().enumerate() {
        if let Some(problem) = refuse_table(id, &ids, &folders) {
            notes.fault(notes.spot(&Place::of("tables", position)), &problem);
        } else {
            ids.push(id.clone());
        }
    }
    let list = notes.spot(&Place::default().key("tables"));
    for name in folders.iter().filter(|_| listed.is_some()) {
        if !listed.iter().flatten().any(|id| id == name) {
            let mend = format!("add \"{name}\", or remove the folder");
            notes.fault(list, &format!("the folder tables/{name} is not listed: {mend}"));
        }
    }
    folder.gather(&mut notes);
    ids
}

fn listed_tables(file: &File, notes: &mut Notes) -> Option<Vec<String>> {
    let document = document(file, notes)?;
    let mut keys = Keys::new(&document, Place::default(), file.number, notes);
    let listed = keys.texts("tables");
    keys.finish();
    if listed.is_none() {
        let mend = "list the tables, like `tables = [\"models\"]`";
        notes.lacks(&Place::default(), "tables", mend);
    }
    listed
}

/// Why a name cannot be the next in the list of tables.
fn refuse_table(id: &str, before: &[String], folders: &[String]) -> Option<String> {
    if !is_id(id) {
        return Some(Problem::NoId { found: id.to_owned() }.to_string());
    }
    if before.iter().any(|other| other == id) {
        let mend = "list it once";
        let id = id.to_owned();
        return Some(Problem::Duplicate { what: "table", id, mend }.to_string());
    }
    let there = folders.iter().any(|name| name == id);
    let mend = format!("make it, or take \"{id}\" off the list");
    (!there).then(|| format!("no folder tables/{id}: {mend}"))
}

/// The sources of all tables.
pub(crate) fn sources(folder: &mut Folder) -> Sources {
    let mut notes = Notes::default();
    let specs = folder.open("sources.toml").and_then(|file| {
        notes = Notes::of(&file);
        let document = document(&file, &mut notes)?;
        let mut keys = Keys::new(&document, Place::default(), file.number, &mut notes);
        let sources = keys.tables("sources", 0);
        keys.finish();
        let read = |(place, table)| source(table, &place, file.number, &mut notes);
        Some(sources.into_iter().map(read).collect())
    });
    folder.gather(&mut notes);
    Sources {
        whole: specs.is_some() && !notes.doubtful.contains(&Place::default()),
        specs: specs.unwrap_or_default(),
        notes,
    }
}

fn source(table: &DeTable<'_>, place: &Place, file: usize, notes: &mut Notes) -> SourceSpec {
    let mut keys = Keys::new(table, place.clone(), file, notes);
    let spec = SourceSpec {
        id: keys.text("id"),
        title: keys.text("title"),
        url: keys.text("url"),
        date: keys.date("date"),
        licence: keys.text("licence"),
        via: keys.text("via"),
        checked: keys.date("checked"),
        cited_by: keys.texts("cited-by").unwrap_or_default(),
        note: keys.text("note"),
    };
    keys.finish();
    if spec.title.is_none() {
        notes.lacks(place, "title", "give the source a `title`, as readers see it");
    }
    spec
}

/// The header of a table; `None` where its file cannot be read.
pub(crate) fn sheet(folder: &mut Folder, id: &str, sources: &Sources) -> Option<Sheet> {
    let file = folder.open(&format!("tables/{id}/table.toml"))?;
    let mut notes = Notes::of(&file);
    let read = document(&file, &mut notes).map(|document| {
        let (mut header, orders) = header(&document, file.number, &mut notes);
        id.clone_into(&mut header.id);
        header.sources.clone_from(&sources.specs);
        (header, orders)
    });
    folder.gather(&mut notes);
    let (header, orders) = read?;
    Some(Sheet { header, orders, notes })
}

fn header(document: &DeTable<'_>, file: usize, notes: &mut Notes) -> (Header, Vec<Order>) {
    let mut keys = Keys::new(document, Place::default(), file, notes);
    let mut header = Header {
        title: keys.text("title"),
        description: keys.text("description"),
        score: keys.text("score"),
        cost: keys.text("cost"),
        source: keys.text("source"),
        dated_by: keys.text("dated-by"),
        tell_apart: keys.text("tell-apart"),
        ..Header::default()
    };
    let stale_after = keys.months("stale-after");
    let workload_table = keys.table("workload");
    let columns = keys.tables("columns", 0);
    keys.finish();
    if header.title.is_none() {
        notes.lacks(&Place::default(), "title", "give the table a `title`, as readers see it");
    }
    header.workload = workload_table.and_then(|(place, table)| workload(table, &place, file, notes));
    let mut orders = Vec::new();
    let read = |(place, table)| column(table, place, file, stale_after, &mut orders, notes);
    header.columns = columns.into_iter().map(read).collect();
    (header, orders)
}

fn workload(table: &DeTable<'_>, place: &Place, file: usize, notes: &mut Notes) -> Option<[f64; 4]> {
    const NAMES: [&str; 4] = ["requests", "input", "output", "cached"];
    let mut keys = Keys::new(table, place.clone(), file, notes);
    let numbers = NAMES.map(|name| keys.number(name));
    keys.finish();
    for (name, number) in NAMES.into_iter().zip(numbers) {
        if number.is_none() {
            let mend = "a workload has `requests`, `input`, `output` and `cached`";
            notes.lacks(place, name, mend);
        }
    }
    let [requests, input, output, cached] = numbers;
    Some([requests?, input?, output?, cached?])
}

fn column(
    table: &DeTable<'_>,
    place: Place,
    file: usize,
    stale_after: Option<u16>,
    orders: &mut Vec<Order>,
    notes: &mut Notes,
) -> ColumnSpec {
    let in_order = place.key("order");
    let mut keys = Keys::new(table, place, file, notes);
    let spec = ColumnSpec {
        id: keys.text("id"),
        label: keys.text("label"),
        kind: keys.text("kind"),
        unit: keys.unit("unit"),
        better: keys.text("better"),
        role: keys.text("role"),
        description: keys.text("description"),
        shown: keys.flag("shown"),
        source: keys.text("source"),
        stale_after: keys.months("stale-after").or(stale_after),
        same_as: keys.text("same-as"),
    };
    let order = keys.texts("order");
    keys.finish();
    if let (Some(column), Some(names)) = (spec.id.clone(), order) {
        orders.push(Order { column, names, place: in_order });
    }
    spec
}
