//! The tools that turn Rust into a page, installed where they are missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cargo_tools::{self, geckodriver, mdbook, trunk, wasm_bindgen};
use crate::error::Error;
use crate::installed::{State, confirm, state, stated};
use crate::shell::{self, Shell};
use crate::version::{Version, Wanted};

/// The first wasm-opt that is known to read what Rust 1.95 writes; 108 cannot.
const WASM_OPT: Version = Version::new(&[132]);

/// A program that an npm package brings, for every platform.
struct NpmTool {
    program: &'static str,
    least: Version,
    package: &'static str,
    size: &'static str,
}

/// What the release goes through after the compiler: wasm-opt shrinks the wasm, esbuild the JavaScript.
const BUILD_TOOLS: [NpmTool; 2] = [
    NpmTool { program: "wasm-opt", least: WASM_OPT, package: "binaryen@132.0.0", size: "100 MB" },
    NpmTool { program: "esbuild", least: Version::new(&[0, 25]), package: "esbuild@0.28.2", size: "10 MB" },
];

/// What checks the types of the JavaScript, and those that the release promises.
const TYPE_CHECKER: NpmTool =
    NpmTool { program: "tsc", least: Version::new(&[7]), package: "typescript@7.0.2", size: "40 MB" };

/// The auditor of pages that the browser tests ask; its file begins with its version.
const AXE: (&str, &str) = ("axe-core@4.14.1", "/*! axe v4.14.1\n");

/// Makes sure that `trunk serve` has what it needs.
///
/// # Errors
/// Where something is missing and cannot be installed.
pub(crate) fn ready_to_serve(shell: &Shell) -> Result<(), Error> {
    add_wasm_target(shell)?;
    cargo_tools::install(shell, &trunk())?;
    cargo_tools::install(shell, &wasm_bindgen(shell)?)
}

/// Makes sure that `trunk build --release` has what it needs.
///
/// # Errors
/// Where something is missing and cannot be installed.
pub(crate) fn ready_to_build(shell: &Shell) -> Result<(), Error> {
    ready_to_serve(shell)?;
    BUILD_TOOLS.iter().try_for_each(|tool| install_npm_tool(shell, tool))
}

/// Makes sure that `tsc` is there.
///
/// # Errors
/// Where it is missing and cannot be installed.
pub(crate) fn ready_to_check_types(shell: &Shell) -> Result<(), Error> {
    install_npm_tool(shell, &TYPE_CHECKER)
}

/// Makes sure that a Firefox which is there can be driven.
///
/// # Errors
/// Where its driver is missing and cannot be installed.
pub(crate) fn ready_to_drive_firefox(shell: &Shell) -> Result<(), Error> {
    cargo_tools::install(shell, &geckodriver())
}

/// Makes sure that mdBook is there.
///
/// # Errors
/// Where it is missing and cannot be installed.
pub(crate) fn ready_to_build_books(shell: &Shell) -> Result<(), Error> {
    cargo_tools::install(shell, &mdbook())
}

/// Makes sure that axe-core is there for the browser tests, and gives its file.
///
/// # Errors
/// Where it is missing and cannot be installed.
pub(crate) fn axe(shell: &Shell) -> Result<PathBuf, Error> {
    let (package, beginning) = AXE;
    let file = shell.target("tools/node_modules/axe-core/axe.min.js");
    let is_there = || fs::read_to_string(&file).is_ok_and(|script| script.starts_with(beginning));
    if !is_there() {
        npm_install(shell, package, "5 MB", &format!("see that npm can install {package}"))?;
    }
    if is_there() {
        return Ok(file);
    }
    let place = file.display();
    Err(Error::new(format!("{package} was installed, but not as {place}"), "remove that folder and try again"))
}

/// Trunk, told to use the tools that are there.
pub(crate) fn trunk_command(shell: &Shell) -> Command {
    let mut command = shell.command("trunk");
    // What a fault in the data files says is not to be lost among the steps that led to it.
    command.env("RUST_BACKTRACE", "0");
    if let Some(version) = stated(shell, "wasm-opt") {
        // Trunk downloads another wasm-opt unless this is the very version that it is told to use.
        command.env("TRUNK_TOOLS_WASM_OPT", format!("version_{version}"));
    }
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        // Trunk 0.21.14 refuses the usual `NO_COLOR=1`.
        command.env("NO_COLOR", "true");
    }
    command
}

fn add_wasm_target(shell: &Shell) -> Result<(), Error> {
    let target = "wasm32-unknown-unknown";
    let sysroot = shell.answer("rustc", &["--print", "sysroot"]).ok_or_else(|| {
        Error::new("`rustc --print sysroot` does not run", "install Rust as https://rustup.rs says, or mend PATH")
    })?;
    if Path::new(&sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    if shell.find("rustup").is_none() {
        return Err(Error::new(
            format!("Rust in {sysroot} cannot compile to {target}, and there is no rustup to add it"),
            "install the package that adds it (Debian: libstd-rust-dev-wasm32, Fedora: \
             rust-std-static-wasm32-unknown-unknown, Arch: rust-wasm), or Rust as https://rustup.rs says",
        ));
    }
    shell::say(format_args!("adding Rust's target {target} (rustup, a few seconds)"));
    let remedy = format!("see what rustup printed above, then try `rustup target add {target}`");
    shell::run(shell.command("rustup").args(["target", "add", target]), &remedy)
}

fn install_npm_tool(shell: &Shell, tool: &NpmTool) -> Result<(), Error> {
    let NpmTool { program, least, package, size } = tool;
    let wanted = Wanted::AtLeast(least.clone());
    if state(shell, program, &wanted) == State::Ready {
        return Ok(());
    }
    let remedy = format!("try `npm install -g {package}`, or put a {program} {least} on PATH");
    npm_install(shell, package, size, &remedy)?;
    confirm(shell, program, &wanted)
}

fn npm_install(shell: &Shell, package: &str, size: &str, remedy: &str) -> Result<(), Error> {
    if shell.find("npm").is_none() {
        return Err(Error::new(
            format!("{package} is missing, and there is no npm to install it"),
            "install Node 20 or later with npm (https://nodejs.org)",
        ));
    }
    let place = shell.target("tools");
    shell::say(format_args!("installing {package} in {} (npm, {size})", place.display()));
    let mut npm = shell.command("npm");
    // Saved in that folder's own package.json, so that the next package does not push this one out.
    let options = "install --loglevel=error --save-exact --no-audit --no-fund --ignore-scripts --prefix";
    npm.args(options.split(' '));
    shell::run(npm.arg(&place).arg(package).stdout(Stdio::null()), remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_npm_package_brings_a_version_that_will_do() {
        for tool in BUILD_TOOLS.iter().chain([&TYPE_CHECKER]) {
            let brought = tool.package.split('@').next_back().and_then(Version::parse).unwrap();
            assert!(Wanted::AtLeast(tool.least.clone()).admits(&brought), "{}", tool.package);
        }
    }
}
