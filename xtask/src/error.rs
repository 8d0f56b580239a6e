//! What stops a command.

use std::fmt;

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
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  {}", self.found, self.remedy)
    }
}
