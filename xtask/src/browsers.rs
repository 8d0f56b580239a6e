//! The browsers that the tests drive, found or installed with their drivers.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use crate::apt;
use crate::error::Error;
use crate::shell::Shell;
use crate::tools;

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
    /// What the tests call it in `ENGINE`.
    id: &'static str,
    /// The programs that packages bring.
    packaged: &'static [Program],
    /// Debian's packages of them.
    debian: &'static [&'static str],
    /// Whether Ubuntu's packages only point to a snap.
    snap_on_ubuntu: bool,
    /// A driver that no package of Debian's brings, so that cargo builds it.
    geckodriver: Option<Program>,
    /// What to type where xtask cannot install them: each package manager with its command.
    by_hand: &'static [(&'static str, &'static str)],
    /// What to do on any other platform.
    elsewhere: &'static str,
}

/// Every engine that `cargo xtask test` needs.
const ENGINES: [Engine; 3] = [CHROMIUM, FIREFOX, WEBKIT];

const CHROMIUM: Engine = Engine {
    name: "Chromium",
    id: "chromium",
    packaged: &[
        Program {
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
        Program { variable: "CHROMEDRIVER", names: &["chromedriver", "chromium.chromedriver"] },
    ],
    debian: &["chromium", "chromium-driver"],
    snap_on_ubuntu: true,
    geckodriver: None,
    by_hand: &[
        ("apt-get", "sudo apt-get install chromium chromium-driver"),
        ("snap", "sudo snap install chromium"),
        ("dnf", "sudo dnf install chromium chromedriver"),
        ("pacman", "sudo pacman -S chromium"),
        ("zypper", "sudo zypper install chromium chromedriver"),
        ("apk", "sudo apk add chromium chromium-chromedriver"),
    ],
    elsewhere: "type `npx @puppeteer/browsers install chrome@stable && npx @puppeteer/browsers install chromedriver@stable`",
};

const FIREFOX: Engine = Engine {
    name: "Firefox",
    id: "firefox",
    packaged: &[Program {
        variable: "FIREFOX",
        names: &[
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:/Program Files/Mozilla Firefox/firefox",
        ],
    }],
    debian: &["firefox-esr"],
    snap_on_ubuntu: true,
    geckodriver: Some(Program { variable: "GECKODRIVER", names: &["geckodriver"] }),
    by_hand: &[
        ("apt-get", "sudo apt-get install firefox-esr"),
        ("snap", "sudo snap install firefox"),
        ("dnf", "sudo dnf install firefox"),
        ("pacman", "sudo pacman -S firefox"),
        ("zypper", "sudo zypper install MozillaFirefox"),
        ("apk", "sudo apk add firefox-esr"),
        ("brew", "brew install --cask firefox"),
    ],
    elsewhere: "install Firefox from https://www.mozilla.org/firefox/",
};

const WEBKIT: Engine = Engine {
    name: "WebKit",
    id: "webkit",
    // The driver knows where its browser is. That has a window, so it wants a display.
    packaged: &[
        Program { variable: "WEBKITDRIVER", names: &["WebKitWebDriver"] },
        Program { variable: "XVFB", names: &["Xvfb"] },
    ],
    debian: &["webkit2gtk-driver", "xvfb"],
    snap_on_ubuntu: false,
    geckodriver: None,
    by_hand: &[
        ("apt-get", "sudo apt-get install webkit2gtk-driver xvfb"),
        ("dnf", "sudo dnf install webkit2gtk4.1 webkit2gtk4.1-devel xorg-x11-server-Xvfb"),
        ("pacman", "sudo pacman -S webkit2gtk-4.1 xorg-server-xvfb"),
        ("zypper", "sudo zypper install webkit2gtk3-minibrowser xorg-x11-server-Xvfb"),
    ],
    elsewhere: "WebKitGTK runs on Linux only: run the tests in a container of Debian",
};

/// The environment that names an engine to the tests, and its programs.
pub(crate) type Places = Vec<(&'static str, OsString)>;

/// Makes sure that each engine is there with its driver; gives the name of each, with the environment of its tests or
/// why there can be none.
pub(crate) fn ready_to_test(shell: &Shell) -> Vec<(&'static str, Result<Places, Error>)> {
    ENGINES.iter().map(|engine| (engine.name, ready(shell, engine))).collect()
}

/// Makes sure that Chromium is there with its driver; gives the environment of a benchmark in it.
///
/// # Errors
/// As [`ready`].
pub(crate) fn ready_to_bench(shell: &Shell) -> Result<Places, Error> {
    ready(shell, &CHROMIUM)
}

/// Installs what is missing of `engine`.
///
/// # Errors
/// Where that cannot be done here, or a variable names no file.
fn ready(shell: &Shell, engine: &Engine) -> Result<Places, Error> {
    if packaged(shell, engine)?.is_none() {
        install(shell, engine)?;
    }
    let mut places = packaged(shell, engine)?.ok_or_else(|| absent(shell, engine))?;
    if let Some(driver) = &engine.geckodriver {
        if env::var_os(driver.variable).is_none() {
            tools::ready_to_drive_firefox(shell)?;
        }
        places.extend(place(shell, driver)?.map(|place| (driver.variable, place.into())));
    }
    places.push(("ENGINE", engine.id.into()));
    Ok(places)
}

/// Where the packaged programs of `engine` are, unless one is missing.
fn packaged(shell: &Shell, engine: &Engine) -> Result<Option<Places>, Error> {
    let place = |program| Ok(place(shell, program)?.map(|place| (program.variable, place.into())));
    engine.packaged.iter().map(place).collect()
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

fn install(shell: &Shell, engine: &Engine) -> Result<(), Error> {
    let packages = (!only_points_to_a_snap(engine)).then(|| engine.debian.join(" "));
    packages.and_then(|packages| apt::install(shell, &packages)).unwrap_or_else(|| Err(absent(shell, engine)))
}

/// Whether this is Ubuntu, and its package of `engine` nothing but a pointer.
fn only_points_to_a_snap(engine: &Engine) -> bool {
    let ubuntu =
        || fs::read_to_string("/etc/os-release").is_ok_and(|about| about.lines().any(|line| line == "ID=ubuntu"));
    engine.snap_on_ubuntu && ubuntu()
}

/// Says how the reader installs `engine`.
fn absent(shell: &Shell, engine: &Engine) -> Error {
    let by_hand = engine
        .by_hand
        .iter()
        .filter(|(manager, _)| !(*manager == "apt-get" && only_points_to_a_snap(engine)))
        .find(|(manager, _)| shell.find(manager).is_some())
        .map_or_else(|| engine.elsewhere.to_owned(), |(_, command)| format!("type `{command}`"));
    let variables: Vec<&str> = engine.packaged.iter().map(|program| program.variable).collect();
    Error::new(
        format!("{} or what drives it is missing, and xtask cannot install it here", engine.name),
        format!("{by_hand}; what is not on PATH then may be named by {}", variables.join(" and ")),
    )
}
