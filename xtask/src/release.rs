//! The release: what `dist/` holds, from what Trunk builds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::{self, Bundle};
use crate::error::Error;
use crate::fallback;
use crate::npm;
use crate::seal::{self, Files};
use crate::shell::{self, Shell};
use crate::tools;

/// The folder, in the root of the workspace, that `Trunk.toml` names.
pub(crate) const DIST: &str = "dist";

/// Its folder with what a host page loads.
pub(crate) const EMBED: &str = "dist/embed";

/// Its folder with the npm package.
const NPM: &str = "dist/npm";

/// What the release calls itself: the version of the workspace.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The files of a release that a page loads.
pub(crate) struct Release {
    pub(crate) loader: PathBuf,
    pub(crate) code: PathBuf,
    pub(crate) wasm: PathBuf,
    /// The npm package made of it.
    pub(crate) package: PathBuf,
}

/// Builds the release in `dist/`, with the fallbacks in it and in the demo page.
///
/// # Errors
/// Where Trunk, esbuild, npm or the writing of the fallbacks fails, or a file cannot be read or written.
pub(crate) fn build(shell: &Shell) -> Result<Release, Error> {
    shell::say("building the release (trunk build --release)");
    let mut trunk = tools::trunk_command(shell);
    without_machine_paths(shell, &mut trunk);
    shell::run(trunk.args(["build", "--release"]), "see what Trunk printed above")?;
    fallback::write(shell, &[shell.root(DIST).join("index.html")])?;
    let embed = shell.root(EMBED);
    let Bundle { mut files, code, wasm } = bundle::bundle(shell, &embed)?;
    files.insert(seal::FILE.to_owned(), seal::integrity(&files, VERSION)?);
    let mut all = seal::compressed(&files)?;
    all.extend(files.clone());
    clear(&embed)?;
    write(&embed, &all)?;
    let package = npm::pack(shell, &files, &shell.root(NPM))?;
    Ok(Release { loader: embed.join(bundle::LOADER), code: embed.join(code), wasm: embed.join(wasm), package })
}

/// Makes a build of cargo forget where on this machine its sources are: panics would tell it to every reader, and the
/// same sources would give other bytes elsewhere.
pub(crate) fn without_machine_paths(shell: &Shell, command: &mut Command) {
    let mut places = vec![shell.root("")];
    if let Some(sources) = shell::cargo_home().map(|home| home.join("registry/src")) {
        // The last one that fits counts.
        places.push(sources.clone());
        let registries = fs::read_dir(sources).into_iter().flatten().flatten();
        places.extend(registries.map(|entry| entry.path()));
    }
    let flags: Vec<String> = places.iter().map(|place| format!("--remap-path-prefix={}=", place.display())).collect();
    // Cargo splits at this character alone, so that a path may hold spaces.
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

/// Makes `folder` an empty one.
///
/// # Errors
/// Where that is not allowed.
pub(crate) fn clear(folder: &Path) -> Result<(), Error> {
    let removed = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    removed.and_then(|()| fs::create_dir_all(folder)).map_err(|cause| Error::unwritable(folder, &cause))
}

/// Writes `files` into `folder`, which is made where it is missing.
///
/// # Errors
/// Where one cannot be written.
pub(crate) fn write(folder: &Path, files: &Files) -> Result<(), Error> {
    for (name, content) in files {
        let file = folder.join(name);
        let made = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, content));
        made.map_err(|cause| Error::unwritable(&file, &cause))?;
    }
    Ok(())
}
