//! What stops a command.

use std::fmt;
use std::io;
use std::path::Path;

/// Why a command stopped: what was found, and what mends it.
#[derive(Debug)]
pub(crate) struct Error {
    found: String,
    remedy: String,
}

impl Error {
    pub(crate) fn new(found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { found: found.into(), remedy: remedy.into() }
    }

    /// A file or folder that could not be read.
    pub(crate) fn unreadable(file: &Path, cause: &io::Error, remedy: impl Into<String>) -> Self {
        Self::new(format!("{} cannot be read: {cause}", file.display()), remedy)
    }

    /// A file or folder that could not be written.
    pub(crate) fn unwritable(file: &Path, cause: &io::Error) -> Self {
        let remedy = "see that there is room, and that the folder is yours";
        Self::new(format!("{} cannot be written: {cause}", file.display()), remedy)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}", self.found, self.remedy)
    }
}
