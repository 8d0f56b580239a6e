use crate::http::Http;
use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Keeps what a page says on its console; every page loads it first.
const RECORDER: &str = include_str!("recorder.js");

/// Where pages find axe-core, the auditor.
pub(crate) const AXE: &str = "/axe.min.js";

/// Stands in a page of `tests/pages` for what a test embeds.
const EMBEDDED: &str = "<!-- embedded -->";

/// Where the site delivers its files badly: `/faults/code/missing/embed/…` is `/embed/…` without the code of the
/// widget.
const FAULTS: &str = "/faults/";

/// Where nobody listens: no service uses that port, no program is given it as a free one, and it is none of those at
/// which browsers do not even ask (the list in `fetch/api/request/request-bad-port.any.js` of
/// <https://github.com/web-platform-tests/wpt>, read 2026-11-28).
const NOWHERE: &str = "http://127.0.0.1:2/";

/// Whoever asks for this mends the faults that can be.
const MENDED: &str = "/faults/mended";

/// Serves the built page, under `/pages/` those of `tests/pages`, under `/hosts/` those that generators have built, and
/// under `/faults/` the same with a fault; ends when this is dropped.
pub(crate) struct Server {
    http: Http,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts on a free port; pages show `embedded` where they leave room.
    pub(crate) fn start(embedded: &str) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let [has_failed, is_mended] = [false; 2].map(AtomicBool::new);
        let site = Site { dist: dist(), embedded: embedded.to_owned(), has_failed, is_mended };
        let http = Http::start({
            let asked = Arc::clone(&asked);
            move |path| {
                asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
                site.answer(path)
            }
        });
        Self { http, asked }
    }

    pub(crate) fn address(&self) -> String {
        self.http.address()
    }

    /// The paths that were asked for, but for the recorder's, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().filter(|path| *path != "/recorder.js").cloned().collect()
    }
}

/// The folder of the built page.
pub(crate) fn dist() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let dist = env::var_os("MODEL_COMPARE_DIST").map_or_else(usual, PathBuf::from);
    let (page, place) = (dist.join("index.html"), dist.display());
    assert!(
        page.is_file(),
        "no built page in `{place}`: run `cargo xtask build`, or set MODEL_COMPARE_DIST to its folder"
    );
    dist
}

/// The folder with a folder of built pages for each generator.
fn hosts() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/hosts/site");
    env::var_os("MODEL_COMPARE_HOSTS").map_or_else(usual, PathBuf::from)
}

/// The script of axe-core, if it is installed.
pub(crate) fn axe() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/node_modules/axe-core/axe.min.js");
    env::var_os("AXE").map_or_else(usual, PathBuf::from)
}

struct Site {
    dist: PathBuf,
    embedded: String,
    /// Whether a file that fails once has failed.
    has_failed: AtomicBool,
    /// Whether the faults that can be mended are.
    is_mended: AtomicBool,
}

impl Site {
    fn answer(&self, path: &str) -> Answer {
        let answer = self.faulty(path).unwrap_or_else(|| self.sound(path));
        // As the README of a release asks for.
        Answer { kept: path.contains("/model-compare-"), ..answer }
    }

    fn sound(&self, path: &str) -> Answer {
        if path == MENDED {
            self.is_mended.store(true, Ordering::Relaxed);
        }
        let (body, kind) = match path {
            MENDED => (Some(Vec::new()), "text/plain"),
            "/recorder.js" => (Some(RECORDER.as_bytes().to_vec()), "text/javascript"),
            AXE => (fs::read(axe()).ok(), "text/javascript"),
            _ => (self.read(path), kind(path)),
        };
        let status = if body.is_some() { 200 } else { 404 };
        Answer { status, kind, body: body.unwrap_or_default(), elsewhere: None, kept: false, shared: true }
    }

    /// What is answered under `/faults/<file>/<fault>/…`, where the file is `code` or `wasm`.
    fn faulty(&self, path: &str) -> Option<Answer> {
        let (file, rest) = path.strip_prefix(FAULTS)?.split_once('/')?;
        let (fault, _) = rest.split_once('/')?;
        let sound = self.sound(&rest[fault.len()..]);
        let is_meant = match file {
            "code" => path.contains("/model-compare-") && kind(path) == "text/javascript",
            _ => kind(path) == "application/wasm",
        };
        let passes = match fault {
            "missing-once" => self.has_failed.load(Ordering::Relaxed),
            "missing-until-mended" => self.is_mended.load(Ordering::Relaxed),
            _ => false,
        };
        if !is_meant || passes {
            return Some(sound);
        }
        self.has_failed.store(true, Ordering::Relaxed);
        Some(sound.with(fault))
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let relative = Path::new(path.trim_start_matches('/'));
        relative.components().all(|part| matches!(part, Component::Normal(_))).then_some(())?;
        let file = match relative.strip_prefix("hosts") {
            Ok(hosted) => hosts().join(hosted),
            Err(_) if relative.starts_with("pages") => Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(relative),
            Err(_) => self.dist.join(relative),
        };
        let bytes = fs::read(file).ok()?;
        if kind(path) != "text/html" {
            return Some(bytes);
        }
        let recorded = "<head><script src=\"/recorder.js\"></script>";
        let page = String::from_utf8(bytes).ok()?;
        Some(page.replacen("<head>", recorded, 1).replacen(EMBEDDED, &self.embedded, 1).into_bytes())
    }
}

/// What the server says to a request.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) body: Vec<u8>,
    /// Where the browser is sent on to.
    pub(crate) elsewhere: Option<String>,
    /// Whether the browser may keep it for good.
    pub(crate) kept: bool,
    /// Whether pages of other origins may have it.
    pub(crate) shared: bool,
}

impl Answer {
    /// The same with a fault that servers, proxies and connections are known for.
    fn with(mut self, fault: &str) -> Self {
        match fault {
            "missing" | "missing-once" | "missing-until-mended" => self.status = 404,
            "unshared" => self.shared = false,
            "unreachable" => {
                self.status = 307;
                self.elsewhere = Some(NOWHERE.to_owned());
            }
            "as-text" => self.kind = "text/plain",
            "as-bytes" => self.kind = "application/octet-stream",
            "page-instead" => {
                self.kind = "text/html";
                self.body = b"<!doctype html><title>The start page</title>".to_vec();
            }
            "as-page" => self.kind = "text/html",
            "cut" => self.body.truncate(self.body.len() / 2),
            "altered" => self.body.extend(b" "),
            other => panic!("no fault is called `{other}`"),
        }
        self
    }
}

fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
