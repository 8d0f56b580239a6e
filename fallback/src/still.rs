use crate::{Drawn, Wishes};
use compare::catalog::{Book, Table};
use compare::format::Plain;
use compare::query::Indexed;
use compare::state::{Part, Setting, View};
use compare::units::{Letters, RustNumerals};
use model_compare::ui::{Handle, Still, StillBook, StillBookProps, StillProps, Wording};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// Nobody searches here, nor writes in a script with accents of its own.
const LETTERS: Letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };

/// What a fallback shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The table of an id.
    Table(String),
    /// The claims, the questions or the sources, by the name of the part.
    Part(&'static str),
}

impl Subject {
    /// The parts that have a fallback of their own; in place of any other there is the table.
    pub const PARTS: [(Part, &'static str); 3] =
        [(Part::Claims, "claims"), (Part::Faq, "faq"), (Part::Sources, "sources")];

    /// The name of its file.
    pub fn file(&self) -> String {
        match self {
            Self::Table(id) => format!("{id}.html"),
            // No id has this line in it.
            Self::Part(name) => format!("part_{name}.html"),
        }
    }
}

/// What stands in an element until the widget does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// What it shows.
    pub of: Subject,
    /// It as plain HTML: one `<div>` without empty lines and without indentation, which is what Markdown passes on
    /// untouched.
    pub html: String,
}

/// The tables, of which pictures are drawn.
pub struct Stills {
    tables: Rc<[Rc<Indexed>]>,
}

impl Stills {
    /// The pictures of some tables.
    pub fn new(tables: &[Table]) -> Self {
        Self { tables: tables.iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS))).collect() }
    }

    /// The table that an element names, or the first, as its attributes want it, and what was not understood of them.
    ///
    /// # Errors
    /// Where that table is not there.
    pub async fn of(&self, wishes: &Wishes) -> Drawn {
        let named = wishes.iter().find(|(setting, _)| *setting == Setting::Table).map(|(_, id)| id.trim());
        let known = || self.tables.iter().map(|table| &*table.id);
        if let Some(id) = named.filter(|id| !known().any(|known| known == *id)) {
            let known = known().collect::<Vec<_>>().join(", ");
            return Err(format!("<model-compare> names the table `{id}`, which is not there: name one of {known}"));
        }
        let mut view = self.tables.first().map(|table| View::new(0, table)).unwrap_or_default();
        let mut warnings = Vec::new();
        for (setting, text) in wishes {
            let outcome = view.set_attribute(*setting, Some(text), &self.tables, &RustNumerals);
            view = outcome.view;
            warnings.extend(outcome.warnings);
        }
        let table = self.tables.get(view.table).ok_or("there is no table: write one, or take the element out")?;
        let narrowed = view.narrowed(table).map(|rows| Rc::new(table.of(rows)));
        Ok((drawn(narrowed.unwrap_or_else(|| Rc::clone(table)), view).await, warnings))
    }
}

/// A table, narrowed to what a view is about, as that view shows it.
async fn drawn(table: Rc<Indexed>, view: View) -> String {
    let props = StillProps {
        table: Handle(table),
        // It stands alone.
        view: View { table: 0, ..view },
        wording: Wording(Handle(Rc::new(Plain))),
    };
    let html = LocalServerRenderer::<Still>::with_props(props).hydratable(false).render().await;
    in_lines(&guarded(&html))
}

impl Fallback {
    /// The fallback of a table, as it opens.
    pub async fn of(table: &Table) -> Self {
        let indexed = Rc::new(Indexed::new(table.clone(), LETTERS));
        let view = View::new(0, table);
        Self { of: Subject::Table(table.id.to_string()), html: drawn(indexed, view).await }
    }

    /// The fallbacks of what is said about tables: claims, questions and sources.
    pub async fn of_book(book: &Book, tables: &[Table]) -> Vec<Self> {
        let tables: Rc<[Rc<Indexed>]> =
            tables.iter().map(|table| Rc::new(Indexed::new(table.clone(), LETTERS))).collect();
        let mut fallbacks = Vec::new();
        for (part, name) in Subject::PARTS {
            let props = StillBookProps {
                part,
                book: Handle(Rc::new(book.clone())),
                tables: Handle(Rc::clone(&tables)),
                wording: Wording(Handle(Rc::new(Plain))),
            };
            let html = LocalServerRenderer::<StillBook>::with_props(props).hydratable(false).render().await;
            fallbacks.push(Self { of: Subject::Part(name), html: in_lines(&guarded(&html)) });
        }
        fallbacks
    }
}

/// What begins a line: a row is one, and the end of what holds several has its own, without which MDX refuses it.
const LINES: [&str; 14] = [
    "<table>",
    "<caption>",
    "<thead>",
    "</thead>",
    "<tbody>",
    "</tbody>",
    "<tr>",
    "</table>",
    "<p>",
    "<ul>",
    "<li>",
    "<li id=",
    "</ul>",
    "</div>",
];

/// Breaks lines before elements, and nowhere else: the texts of a table may hold empty lines.
fn in_lines(html: &str) -> String {
    let line = html.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    LINES.iter().fold(line, |html, tag| html.replace(tag, &format!("\n{tag}"))) + "\n"
}

/// What a template, or a Markdown engine that looks into HTML as MDX does, reads as its own.
const FOREIGN: [char; 9] = ['*', '_', '~', '`', '$', '[', '{', '}', '\\'];

/// Writes what others would read as their own as references, which only a browser reads.
fn guarded(html: &str) -> String {
    FOREIGN.iter().fold(html.to_owned(), |html, char| html.replace(*char, &format!("&#{};", u32::from(*char))))
}
