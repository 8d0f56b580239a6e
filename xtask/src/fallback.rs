//! The comparisons as plain HTML, for where the widget does not run.

use std::env;
use std::ffi::OsStr;

use crate::error::Error;
use crate::shell::{self, Shell};

/// The folder, in the root of the workspace, with one file for each table.
const FOLDER: &str = "dist/embed/fallback";

/// Writes the fallback of each table, and puts it into the empty elements of `pages`, which are looked for where xtask
/// was started.
///
/// # Errors
/// Where a page cannot be read or names a table that is not there.
pub(crate) fn write(shell: &Shell, pages: &[impl AsRef<OsStr>]) -> Result<(), Error> {
    shell::say(format_args!("writing the fallbacks (cargo run -p fallback -- {FOLDER} {})", shell::words(pages)));
    let here =
        env::current_dir().map_err(|cause| Error::new(cause.to_string(), "start it in a folder that is there"))?;
    let mut cargo = shell.command("cargo");
    cargo.args(["run", "--quiet", "--locked", "-p", "fallback", "--"]).arg(shell.root(FOLDER));
    cargo.args(pages.iter().map(|page| here.join(page.as_ref())));
    shell::run(&mut cargo, "see what is printed above")
}
