use compare::catalog::Table;
use compare::format::Plain;
use compare::query::Indexed;
use compare::units::Letters;
use model_compare::ui::{Handle, Still, StillProps, Wording};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// Nobody searches here, nor writes in a script with accents of its own.
const LETTERS: Letters = Letters { lower: str::to_lowercase, decompose: str::to_owned };

/// What stands in an element until the widget does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// The id of the table that it shows.
    pub table: String,
    /// The table as plain HTML: one `<div>` without empty lines and without indentation, which is what Markdown passes on
    /// untouched.
    pub html: String,
}

impl Fallback {
    /// The fallback of a table.
    pub async fn of(table: &Table) -> Self {
        let props = StillProps {
            table: Handle(Rc::new(Indexed::new(table.clone(), LETTERS))),
            wording: Wording(Handle(Rc::new(Plain))),
        };
        let html = LocalServerRenderer::<Still>::with_props(props).hydratable(false).render().await;
        Self { table: table.id.to_string(), html: in_lines(&guarded(&html)) }
    }
}

/// What begins a line: a row is one, and the end of what holds several has its own, without which MDX refuses it.
const LINES: [&str; 13] = [
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
