//! Pages that real generators build around the widget, each as its guide says, and one that none has built.

use std::fs;
use std::path::Path;

use crate::apt;
use crate::error::Error;
use crate::release::{self, Release};
use crate::shell::{self, Shell};
use crate::tools;

/// A generator of pages, or none, with a page of it in `tests/hosts`.
struct Host {
    /// Its folder in `tests/hosts`; the pages are built for an address that ends in `/hosts/<name>/`.
    name: &'static str,
    /// Makes sure that the generator is there, but for what npm brings in the first step.
    ready: fn(&Shell) -> Result<(), Error>,
    brought: Brought,
    /// What is typed in a copy of the folder that has the release in it.
    steps: &'static [&'static str],
    /// The folder, in the copy, of the built pages.
    output: &'static str,
}

/// How the release comes into the copy of a host's folder.
enum Brought {
    /// As the npm package, under this name.
    Package(&'static str),
    /// As its files, in this folder.
    Files(&'static str),
}

const NPM_INSTALL: &str = "npm install --no-audit --no-fund --no-package-lock --prefer-offline --loglevel=error";

/// What a server does that renders pages; the package must bear it.
const ON_A_SERVER: &str = "node --input-type=module --eval import'model-compare'";

const HOSTS: [Host; 5] = [
    Host {
        name: "unbundled",
        ready: |_| Ok(()),
        brought: Brought::Package("site/model-compare.tgz"),
        steps: &["npm install --no-audit --no-fund --no-package-lock --loglevel=error --prefix site"],
        output: "site",
    },
    Host {
        name: "vite",
        ready: |_| Ok(()),
        brought: Brought::Package("model-compare.tgz"),
        steps: &[NPM_INSTALL, ON_A_SERVER, "npm run build"],
        output: "dist",
    },
    Host {
        name: "mdbook",
        ready: tools::ready_to_build_books,
        brought: Brought::Files("src/model-compare"),
        steps: &["mdbook build"],
        output: "book",
    },
    Host {
        name: "hugo",
        ready: ready_with_hugo,
        brought: Brought::Files("static/model-compare"),
        steps: &["hugo --quiet"],
        output: "public",
    },
    Host {
        name: "vitepress",
        ready: |_| Ok(()),
        brought: Brought::Files("public/model-compare"),
        steps: &[NPM_INSTALL, "npm run build"],
        output: ".vitepress/dist",
    },
];

/// The folder, in cargo's target folder, with a folder of built pages for each host.
pub(crate) const SITE: &str = "hosts/site";

/// Builds the pages of every host with a release in them; tells of each how that ended.
pub(crate) fn build(shell: &Shell, release: &Release) -> Vec<Result<(), Error>> {
    if let Err(fault) = release::clear(&shell.target(SITE)) {
        return vec![Err(fault)];
    }
    HOSTS.iter().map(|host| build_one(shell, release, host)).collect()
}

fn build_one(shell: &Shell, release: &Release, host: &Host) -> Result<(), Error> {
    (host.ready)(shell)?;
    shell::say(format_args!("building the host page of {}: {}", host.name, host.steps.join(", then ")));
    // Fresh each time: a package manager takes a package of the same version for the same package.
    let work = shell.target("hosts/work").join(host.name);
    release::clear(&work)?;
    copy(&shell.root("tests/hosts").join(host.name), &work)?;
    match host.brought {
        Brought::Package(name) => {
            let package = work.join(name);
            fs::copy(&release.package, &package).map_err(|cause| Error::unwritable(&package, &cause))?;
        }
        Brought::Files(folder) => {
            let folder = work.join(folder);
            release::clear(&folder)?;
            copy(&shell.root(release::EMBED), &folder)?;
        }
    }
    for step in host.steps {
        let mut words = step.split(' ');
        let mut command = shell.command(words.next().unwrap_or_default());
        shell::run(command.args(words).current_dir(&work), "see what is printed above")?;
    }
    let (built, place) = (work.join(host.output), shell.target(SITE).join(host.name));
    fs::rename(&built, &place).map_err(|cause| Error::unreadable(&built, &cause, "see `output` in xtask/src/hosts.rs"))
}

/// Makes sure that Hugo is there, in whatever version Debian brings.
///
/// # Errors
/// Where it is missing and cannot be installed.
fn ready_with_hugo(shell: &Shell) -> Result<(), Error> {
    if shell.find("hugo").is_some() {
        return Ok(());
    }
    apt::install(shell, "hugo").unwrap_or_else(|| {
        let remedy = "install it as https://gohugo.io/installation/ says, 0.111 or later";
        Err(Error::new("Hugo is missing, and xtask cannot install it here", remedy))
    })
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
