//! Pages that real generators build around the widget, each as its guide says.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::release::{self, Release};
use crate::shell::{self, Shell};

/// A generator of pages, with a page of it in `tests/hosts`.
struct Host {
    /// Its folder in `tests/hosts`; the pages are built for an address that ends in `/hosts/<name>/`.
    name: &'static str,
    /// What is typed in a copy of that folder, in which the npm package is `model-compare.tgz`.
    steps: &'static [&'static str],
    /// The folder, in the copy, of the built pages.
    output: &'static str,
}

const HOSTS: [Host; 1] = [Host {
    name: "vite",
    steps: &["npm install --no-audit --no-fund --no-package-lock --prefer-offline --loglevel=error", "npm run build"],
    output: "dist",
}];

/// The folder, in cargo's target folder, with a folder of built pages for each host.
pub(crate) const SITE: &str = "hosts/site";

/// Builds the pages of every host with a release in them.
///
/// # Errors
/// Where a generator cannot be installed or does not build.
pub(crate) fn build(shell: &Shell, release: &Release) -> Result<(), Error> {
    release::clear(&shell.target(SITE))?;
    HOSTS.iter().try_for_each(|host| build_one(shell, release, host))
}

fn build_one(shell: &Shell, release: &Release, host: &Host) -> Result<(), Error> {
    shell::say(format_args!("building the host page of {}: {}", host.name, host.steps.join(", then ")));
    // Fresh each time: a package manager takes a package of the same version for the same package.
    let work = shell.target("hosts/work").join(host.name);
    release::clear(&work)?;
    copy(&shell.root("tests/hosts").join(host.name), &work)?;
    let package = work.join("model-compare.tgz");
    fs::copy(&release.package, &package).map_err(|cause| Error::unwritable(&package, &cause))?;
    for step in host.steps {
        let mut words = step.split(' ');
        let mut command = shell.command(words.next().unwrap_or_default());
        shell::run(command.args(words).current_dir(&work), "see what is printed above")?;
    }
    let (built, place) = (work.join(host.output), shell.target(SITE).join(host.name));
    fs::rename(&built, &place).map_err(|cause| Error::unreadable(&built, &cause, "see `output` in xtask/src/hosts.rs"))
}

/// Copies what is in the folder `from` into the folder `to`.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let entries = fs::read_dir(from).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.map_err(|cause| Error::unreadable(from, &cause, "bring it back from git"))?;
    for entry in entries {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            fs::create_dir_all(&target).map_err(|cause| Error::unwritable(&target, &cause))?;
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(|cause| Error::unwritable(&target, &cause))?;
        }
    }
    Ok(())
}
