use std::fmt;
use std::path::PathBuf;

/// What is wrong with a data file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The file, as seen from the folder that holds the data folder: `data/sources.toml`.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
    /// What was found, what is wanted and how to mend it, in one line.
    pub message: String,
}

impl FileFault {
    /// A fault whose message is brought to one line.
    pub(crate) fn new(file: PathBuf, line: usize, column: usize, message: &str) -> Self {
        Self { file, line, column, message: on_one_line(message) }
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        write!(f, "{file}:{}:{}: {}", self.line, self.column, self.message)
    }
}

/// Everything that is wrong with a data folder: first causes first, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<FileFault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.0.iter().enumerate() {
            let end = if position == 0 { "" } else { "\n" };
            write!(f, "{end}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// The message with line ends and other controls, which a quoted cell may hold, written as escapes.
fn on_one_line(message: &str) -> String {
    let mut line = String::with_capacity(message.len());
    for char in message.chars() {
        if char.is_control() {
            line.extend(char.escape_default());
        } else {
            line.push(char);
        }
    }
    line
}
