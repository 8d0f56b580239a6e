//! Which version of a program is there.

use crate::error::Error;
use crate::shell::Shell;
use crate::version::{Version, Wanted};

/// What is there of a program.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum State {
    Missing,
    OtherVersion,
    Ready,
}

/// The version that a program states; `None` where it does not run, or states none.
pub(crate) fn stated(shell: &Shell, program: &str) -> Option<Version> {
    Version::stated_in(&shell.answer(program, &["--version"])?)
}

/// What is there of a program of which some version is wanted.
pub(crate) fn state(shell: &Shell, program: &str, wanted: &Wanted) -> State {
    match stated(shell, program) {
        Some(version) if wanted.admits(&version) => State::Ready,
        None if shell.find(program).is_none() => State::Missing,
        _ => State::OtherVersion,
    }
}

/// Sees that what was installed is what runs.
///
/// # Errors
/// Where another version runs, or none.
pub(crate) fn confirm(shell: &Shell, program: &str, wanted: &Wanted) -> Result<(), Error> {
    if state(shell, program, wanted) == State::Ready {
        return Ok(());
    }
    let found = shell.find(program).map_or_else(|| "nowhere".to_owned(), |file| file.display().to_string());
    Err(Error::new(
        format!("{program} was installed, but `{program} --version` (found: {found}) does not say {wanted}"),
        format!("see that {program} {wanted} runs and comes first on PATH"),
    ))
}
