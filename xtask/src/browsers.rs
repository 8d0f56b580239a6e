//! The browsers that the tests drive, found or installed with their drivers.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::error::Error;
use crate::shell::{self, Shell};

/// A program that the tests start: what it is called and where it is known to be.
struct Program {
    /// The environment variable that names another file, and that the tests read.
    variable: &'static str,
    /// What to look for, the best first: names on `PATH`, or whole paths.
    names: &'static [&'static str],
}

/// A browser engine to test in.
struct Engine {
    name: &'static str,
    browser: Program,
    driver: Program,
    /// Debian's packages of both.
    debian: &'static [&'static str],
    /// What to type where xtask cannot install them: each package manager with its command.
    by_hand: &'static [(&'static str, &'static str)],
    /// What to type on any other platform.
    elsewhere: &'static str,
}

/// Every engine that `cargo xtask test` needs.
const ENGINES: &[Engine] = &[Engine {
    name: "Chromium",
    browser: Program {
        variable: "CHROMIUM",
        names: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome",
        ],
    },
    // The snap package of Ubuntu calls it `chromium.chromedriver`.
    driver: Program { variable: "CHROMEDRIVER", names: &["chromedriver", "chromium.chromedriver"] },
    debian: &["chromium", "chromium-driver"],
    by_hand: &[
        ("apt-get", "sudo apt-get install chromium chromium-driver"),
        ("snap", "sudo snap install chromium"),
        ("dnf", "sudo dnf install chromium chromedriver"),
        ("pacman", "sudo pacman -S chromium"),
        ("zypper", "sudo zypper install chromium chromedriver"),
        ("apk", "sudo apk add chromium chromium-chromedriver"),
    ],
    elsewhere: "npx @puppeteer/browsers install chrome@stable && npx @puppeteer/browsers install chromedriver@stable",
}];

/// The environment that tells the tests where the engines' programs are.
pub(crate) type Places = Vec<(&'static str, PathBuf)>;

/// Makes sure that every engine is there with its driver.
///
/// # Errors
/// Where one is missing and cannot be installed here, or a variable names no file.
pub(crate) fn ready_to_test(shell: &Shell) -> Result<Places, Error> {
    let mut missing = Vec::new();
    for engine in ENGINES {
        if places(shell, engine)?.is_none() {
            missing.push(engine);
        }
    }
    if !missing.is_empty() {
        install(shell, &missing)?;
    }
    let mut found = Places::new();
    for engine in ENGINES {
        found.extend(places(shell, engine)?.ok_or_else(|| absent(shell, &[engine]))?);
    }
    Ok(found)
}

/// Where the programs of `engine` are, unless one is missing.
fn places(shell: &Shell, engine: &Engine) -> Result<Option<Places>, Error> {
    [&engine.browser, &engine.driver]
        .into_iter()
        .map(|program| Ok(place(shell, program)?.map(|place| (program.variable, place))))
        .collect()
}

fn place(shell: &Shell, program: &Program) -> Result<Option<PathBuf>, Error> {
    let Some(named) = env::var_os(program.variable).map(PathBuf::from) else {
        return Ok(program.names.iter().find_map(|name| shell.find(name)));
    };
    if named.is_file() {
        return Ok(Some(named));
    }
    let (variable, named) = (program.variable, named.display());
    Err(Error::new(
        format!("{variable} says `{named}`, which is no file"),
        format!("name a program, or unset {variable}"),
    ))
}

fn install(shell: &Shell, engines: &[&Engine]) -> Result<(), Error> {
    let (program, args) = apt_get(shell).ok_or_else(|| absent(shell, engines))?;
    let packages: Vec<&str> = engines.iter().flat_map(|engine| engine.debian).copied().collect();
    let packages = packages.join(" ");
    let remedy = format!("see what apt-get printed above, then try `apt-get install {packages}`");
    shell::say(format_args!("installing {packages} (apt-get, about a minute)"));
    for step in ["update -qq", &format!("install -qq -y --no-install-recommends {packages}")] {
        shell::run(shell.command(program).args(args).args(step.split(' ')), &remedy)?;
    }
    Ok(())
}

/// The program and arguments that start apt-get without a question.
///
/// `None` where apt-get brings no browser, or none without a password.
fn apt_get(shell: &Shell) -> Option<(&'static str, &'static [&'static str])> {
    shell.find("apt-get").filter(|_| !on_ubuntu())?;
    if shell.answer("id", &["-u"])? == "0" {
        return Some(("env", &["DEBIAN_FRONTEND=noninteractive", "apt-get"]));
    }
    shell.answer("sudo", &["-n", "true"])?;
    Some(("sudo", &["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]))
}

/// Whether this is Ubuntu, whose packages of browsers only point to snaps.
fn on_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|about| about.lines().any(|line| line == "ID=ubuntu"))
}

/// Says how the reader installs `engines`.
fn absent(shell: &Shell, engines: &[&Engine]) -> Error {
    let names: Vec<&str> = engines.iter().map(|engine| engine.name).collect();
    let remedies: Vec<String> = engines.iter().map(|engine| by_hand(shell, engine)).collect();
    Error::new(
        format!("{} or its WebDriver is missing, and xtask cannot install it here", names.join(" or ")),
        remedies.join("\n  "),
    )
}

fn by_hand(shell: &Shell, engine: &Engine) -> String {
    let command = engine
        .by_hand
        .iter()
        .filter(|(manager, _)| !(*manager == "apt-get" && on_ubuntu()))
        .find(|(manager, _)| shell.find(manager).is_some())
        .map_or(engine.elsewhere, |(_, command)| command);
    let (browser, driver) = (engine.browser.variable, engine.driver.variable);
    format!("type `{command}`; if they are not on PATH then, set {browser} and {driver} to them")
}
