use serde_json::{Map, Value as Json, json};
use std::env;
use std::path::{Path, PathBuf};

/// A browser engine, and what only it wants said in its way.
///
/// Another one is another variant here; the tests know of none.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Chromium,
}

impl Engine {
    /// The engine that the environment asks for.
    pub(crate) fn chosen() -> Self {
        match env::var("ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok(other) => panic!("ENGINE says `{other}`: allowed is `chromium`"),
        }
    }

    /// The browser's program.
    pub(crate) fn browser(self) -> PathBuf {
        let (variable, usual, package) = match self {
            Self::Chromium => ("CHROMIUM", "/usr/bin/chromium", "chromium"),
        };
        let program = env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from);
        let place = program.display();
        assert!(program.is_file(), "no browser at `{place}`: install {package}, or set {variable} to its program");
        program
    }

    /// The driver's program, and what to do where it is missing.
    pub(crate) fn driver(self) -> (PathBuf, &'static str) {
        let (variable, usual, remedy) = match self {
            Self::Chromium => {
                ("CHROMEDRIVER", "chromedriver", "install chromium-driver, or set CHROMEDRIVER to its program")
            }
        };
        (env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from), remedy)
    }

    /// Arguments with which the driver takes a free port.
    pub(crate) fn driver_args(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["--port=0"],
        }
    }

    /// The port that a line of the driver's output tells.
    pub(crate) fn port(self, line: &str) -> Option<u16> {
        let before = match self {
            Self::Chromium => "started successfully on port ",
        };
        let (_, rest) = line.split_once(before)?;
        rest.trim_end_matches(|char: char| !char.is_ascii_digit()).parse().ok()
    }

    /// What a new session is asked for: no window on a screen, no request of the browser's own, a fresh profile.
    pub(crate) fn capabilities(self, profile: &Path) -> Map<String, Json> {
        let capabilities = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "binary": self.browser(), "args": chromium_args(profile) },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
        };
        match capabilities {
            Json::Object(capabilities) => capabilities,
            _ => Map::new(),
        }
    }

    /// The command that makes the page so wide and high, where the window cannot be made so small.
    pub(crate) fn resize(self, width: u32, height: u32) -> (&'static str, Json) {
        match self {
            Self::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                ("goog/cdp/execute", json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": size }))
            }
        }
    }

    /// The command that tells what the browser itself had to say about the page, if the engine keeps it.
    #[expect(clippy::unnecessary_wraps, reason = "not every engine's driver keeps a log")]
    pub(crate) fn log(self) -> Option<(&'static str, Json)> {
        match self {
            Self::Chromium => Some(("se/log", json!({ "type": "browser" }))),
        }
    }
}

fn chromium_args(profile: &Path) -> Vec<String> {
    let fixed = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-sync",
        "--no-first-run",
        "--no-default-browser-check",
        "--lang=en-US",
        "--window-size=1200,900",
        // The browser ends when its driver does, however that ends.
        "--remote-debugging-pipe",
    ];
    let profile = format!("--user-data-dir={}", profile.display());
    fixed.map(str::to_owned).into_iter().chain([profile]).collect()
}
