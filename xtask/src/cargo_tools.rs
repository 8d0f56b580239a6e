//! The tools that `cargo install` builds.

use std::fs;
use std::process::Command;

use crate::error::Error;
use crate::installed::{State, confirm, state};
use crate::shell::{self, Shell};
use crate::version::{self, Version, Wanted};

/// The Trunk that `index.html` and `Trunk.toml` are written for.
const TRUNK: Version = Version::new(&[0, 21, 14]);

/// The geckodriver that the tests are known to run with.
const GECKODRIVER: Version = Version::new(&[0, 37, 1]);

/// The mdBook whose pages the tests open.
const MDBOOK: Version = Version::new(&[0, 5, 4]);

/// Settings for building tools: they run for seconds, so optimising them for minutes is a loss.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// A program that `cargo install` builds.
pub(crate) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: Version,
    options: &'static [&'static str],
    duration: &'static str,
}

pub(crate) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK,
        options: &["--locked"],
        duration: "about 3 minutes",
    }
}

pub(crate) fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER,
        options: &["--locked"],
        duration: "about 3 minutes",
    }
}

pub(crate) fn mdbook() -> CargoTool {
    CargoTool {
        package: "mdbook",
        program: "mdbook",
        version: MDBOOK,
        // Without its server, but with the search, whose shortcut is one of those that the tests press.
        options: &["--locked", "--no-default-features", "--features", "search"],
        duration: "about 3 minutes",
    }
}

/// The wasm-bindgen that speaks the same dialect as the crate in `Cargo.lock`: both must be of one version.
///
/// # Errors
/// Where `Cargo.lock` does not say which.
pub(crate) fn wasm_bindgen(shell: &Shell) -> Result<CargoTool, Error> {
    let remedy = "run `cargo generate-lockfile`";
    let file = shell.root("Cargo.lock");
    let lock = fs::read_to_string(&file)
        .map_err(|cause| Error::new(format!("{} cannot be read: {cause}", file.display()), remedy))?;
    let version = version::locked(&lock, "wasm-bindgen")
        .ok_or_else(|| Error::new(format!("{} names no version of wasm-bindgen", file.display()), remedy))?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
        // Not `--locked`: newer patch versions of what it depends on will do.
        options: &[],
        duration: "about 2 minutes",
    })
}

/// Installs `tool` unless that version is there: for the user where no other version is, else beside it.
///
/// # Errors
/// Where it cannot be installed.
pub(crate) fn install(shell: &Shell, tool: &CargoTool) -> Result<(), Error> {
    let CargoTool { package, program, version, duration, .. } = tool;
    let wanted = Wanted::Exactly(version.clone());
    let mut command = cargo_install(shell, tool);
    match state(shell, program, &wanted) {
        State::Ready => return Ok(()),
        State::Missing => shell::say(format_args!("installing {package} {version} (cargo install, {duration})")),
        State::OtherVersion => {
            let place = shell.target("tools");
            command.arg("--root").arg(&place);
            let place = place.display();
            shell::say(format_args!(
                "installing {package} {version} in {place}, beside the other version (cargo install, {duration})"
            ));
        }
    }
    shell::run(&mut command, "see what cargo printed above; a network or a C compiler may be missing")?;
    confirm(shell, program, &wanted)
}

fn cargo_install(shell: &Shell, tool: &CargoTool) -> Command {
    let mut command = shell.command("cargo");
    command.args(["install", "--quiet", tool.package, "--version", &tool.version.to_string()]);
    // Not in the target folder, where a gigabyte of by-products would stay.
    command.args(tool.options).envs(QUICK_BUILD).env_remove("CARGO_TARGET_DIR");
    command
}
