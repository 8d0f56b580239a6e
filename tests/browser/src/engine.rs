use serde_json::{Map, Value as Json, json};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// A browser engine, and what only it wants said in its way.
///
/// Another one is another variant here; the tests know of none.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// The colours that the reader's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

/// How to learn the port of a driver.
pub(crate) enum Port {
    /// It takes a free one, and says so after these words.
    ToldAfter(&'static str),
    /// It takes the one that it is given, and says nothing.
    Given,
}

/// What makes the toolbar narrow enough for a window that is as narrow as a phone.
const NARROW_TOOLBAR: &str = "button, entry { min-width: 0; padding: 0; }";

impl Engine {
    /// The engine that the environment asks for.
    pub(crate) fn chosen() -> Self {
        match env::var("ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("ENGINE says `{other}`: allowed are `chromium`, `firefox` and `webkit`"),
        }
    }

    /// The driver's program, and what to do where it is missing.
    pub(crate) fn driver(self) -> (PathBuf, &'static str) {
        let (variable, usual, remedy) = match self {
            Self::Chromium => {
                ("CHROMEDRIVER", "chromedriver", "install chromium-driver, or set CHROMEDRIVER to its program")
            }
            Self::Firefox => (
                "GECKODRIVER",
                "geckodriver",
                "`cargo install --locked geckodriver`, or set GECKODRIVER to its program",
            ),
            Self::WebKit => {
                ("WEBKITDRIVER", "WebKitWebDriver", "install webkit2gtk-driver, or set WEBKITDRIVER to its program")
            }
        };
        (named(variable, usual), remedy)
    }

    /// How the driver's port is learnt.
    pub(crate) fn port(self) -> Port {
        match self {
            Self::Chromium => Port::ToldAfter("started successfully on port "),
            Self::Firefox => Port::ToldAfter("Listening on 127.0.0.1:"),
            Self::WebKit => Port::Given,
        }
    }

    /// Arguments with which the driver takes `port`, or a free one where that is 0.
    pub(crate) fn driver_args(self, port: u16) -> Vec<String> {
        let own: &[&str] = match self {
            Self::Chromium | Self::WebKit => &[],
            // What gives the page a width (`resize`) needs a script in the browser's own window.
            Self::Firefox => &["--websocket-port=0", "--allow-system-access"],
        };
        own.iter().map(|&arg| arg.to_owned()).chain([format!("--port={port}")]).collect()
    }

    /// Whether the browser has a window, which then wants a display.
    pub(crate) fn has_window(self) -> bool {
        matches!(self, Self::WebKit)
    }

    /// What the driver finds in its environment, and with it the browser; all that they write goes into `scratch`.
    pub(crate) fn environment(self, scratch: &Path, scheme: Scheme) -> Vec<(&'static str, OsString)> {
        let mut environment = vec![("TMPDIR", scratch.into())];
        if matches!(self, Self::WebKit) {
            let [settings, cache, data] = ["settings", "cache", "data"].map(|folder| scratch.join(folder));
            let toolbar = settings.join("gtk-3.0");
            fs::create_dir_all(&toolbar).expect("a folder for settings");
            fs::write(toolbar.join("gtk.css"), NARROW_TOOLBAR).expect("a file of settings");
            let theme = if scheme == Scheme::Dark { "Adwaita:dark" } else { "Adwaita" };
            environment.push(("GTK_THEME", theme.into()));
            // The language is that of the environment, and without one American English.
            environment.extend([("GDK_BACKEND", "x11".into()), ("LC_ALL", "C".into())]);
            environment.extend([
                ("XDG_CONFIG_HOME", settings.into()),
                ("XDG_CACHE_HOME", cache.into()),
                ("XDG_DATA_HOME", data.into()),
            ]);
        }
        environment
    }

    /// What a new session is asked for: no window on the reader's screen, no request of the browser's own, a fresh
    /// profile.
    pub(crate) fn capabilities(self, scratch: &Path, scheme: Scheme) -> Map<String, Json> {
        let capabilities = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {
                    "binary": browser("CHROMIUM", "/usr/bin/chromium", "chromium"),
                    "args": chromium_args(&scratch.join("profile"), scheme),
                },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": browser("FIREFOX", "/usr/bin/firefox-esr", "firefox-esr"),
                    "args": ["-headless"],
                    "prefs": firefox_preferences(scheme),
                },
            }),
            // The driver knows its browser, and starts it without a profile.
            Self::WebKit => json!({}),
        };
        match capabilities {
            Json::Object(capabilities) => capabilities,
            _ => Map::new(),
        }
    }

    /// The commands that make the page so wide and high, given how much wider and higher the window is.
    ///
    /// A window of Chromium or Firefox cannot be as narrow as a phone, so the page is given a size of its own.
    pub(crate) fn resize(self, width: u32, height: u32, frame: [i64; 2]) -> Vec<(&'static str, Json)> {
        match self {
            Self::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                vec![("goog/cdp/execute", json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": size }))]
            }
            // As `browsingContext.setViewport` of WebDriver BiDi does it.
            Self::Firefox => {
                let script = "const [width, height] = arguments, { style } = gBrowser.selectedBrowser;
                    style.setProperty('width', `${width}px`);
                    style.setProperty('height', `${height}px`)";
                vec![
                    ("moz/context", json!({ "context": "chrome" })),
                    ("execute/sync", json!({ "script": script, "args": [width, height] })),
                    ("moz/context", json!({ "context": "content" })),
                ]
            }
            Self::WebKit => {
                vec![(
                    "window/rect",
                    json!({ "width": i64::from(width) + frame[0], "height": i64::from(height) + frame[1] }),
                )]
            }
        }
    }

    /// The commands that show the page as it is printed; none where the driver cannot.
    pub(crate) fn print_on_screen(self) -> Vec<(&'static str, Json)> {
        match self {
            Self::Chromium => {
                let medium = json!({ "cmd": "Emulation.setEmulatedMedia", "params": { "media": "print" } });
                vec![("goog/cdp/execute", medium)]
            }
            Self::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.top.mediumOverride = 'print'";
                vec![
                    ("moz/context", json!({ "context": "chrome" })),
                    ("execute/sync", json!({ "script": script, "args": [] })),
                    ("moz/context", json!({ "context": "content" })),
                ]
            }
            Self::WebKit => Vec::new(),
        }
    }

    /// The commands that make the page's scripts let go of all that nothing holds; none where the driver cannot.
    pub(crate) fn collect_garbage(self) -> Vec<(&'static str, Json)> {
        match self {
            Self::Chromium => vec![("goog/cdp/execute", json!({ "cmd": "HeapProfiler.collectGarbage", "params": {} }))],
            // The processes of pages do so soon after, as `about:memory` makes them.
            Self::Firefox => {
                let script = "for (const what of ['gc', 'cc', 'gc']) {
                    Services.obs.notifyObservers(null, `child-${what}-request`);
                }";
                vec![
                    ("moz/context", json!({ "context": "chrome" })),
                    ("execute/sync", json!({ "script": script, "args": [] })),
                    ("moz/context", json!({ "context": "content" })),
                ]
            }
            Self::WebKit => Vec::new(),
        }
    }

    /// Whether the driver can take a picture of an element in a shadow root; that of `WebKit` gives an empty one.
    pub(crate) fn pictures_shadow_roots(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// The command that tells what the browser itself had to say about the page.
    ///
    /// Only Chromium's driver has one; in the others the page's own recorder must do, which hears what scripts write,
    /// what they fail in and what a policy refuses, but not what the browser finds at fault with a file.
    pub(crate) fn log(self) -> Option<(&'static str, Json)> {
        match self {
            Self::Chromium => Some(("se/log", json!({ "type": "browser" }))),
            Self::Firefox | Self::WebKit => None,
        }
    }
}

/// The program that a variable names, or else the usual one.
pub(crate) fn named(variable: &str, usual: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| PathBuf::from(usual), PathBuf::from)
}

fn browser(variable: &str, usual: &str, package: &str) -> PathBuf {
    let program = named(variable, usual);
    let place = program.display();
    assert!(program.is_file(), "no browser at `{place}`: install {package}, or set {variable} to its program");
    program
}

fn chromium_args(profile: &Path, scheme: Scheme) -> Vec<String> {
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
        // The browser ends when its driver does, however that ends.
        "--remote-debugging-pipe",
    ];
    let profile = format!("--user-data-dir={}", profile.display());
    let scheme = format!("--blink-settings=preferredColorScheme={}", i32::from(scheme == Scheme::Light));
    fixed.map(str::to_owned).into_iter().chain([profile, scheme]).collect()
}

/// Beside what a driver turns off anyway: updates, reports and lists of dangerous pages.
fn firefox_preferences(scheme: Scheme) -> Json {
    json!({
        "app.normandy.enabled": false,
        "browser.region.update.enabled": false,
        "browser.newtabpage.activity-stream.feeds.topsites": false,
        "browser.newtabpage.enabled": false,
        "dom.push.connection.enabled": false,
        "extensions.systemAddon.update.enabled": false,
        "intl.accept_languages": "en-US",
        "layout.css.prefers-color-scheme.content-override": i32::from(scheme == Scheme::Light),
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
    })
}
