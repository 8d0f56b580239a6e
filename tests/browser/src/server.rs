use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Request, Response};

/// Keeps what a page says on its console; every page loads it first.
const RECORDER: &str = include_str!("recorder.js");

/// Where pages find axe-core, the auditor.
pub(crate) const AXE: &str = "/axe.min.js";

/// Stands in a page of `tests/pages` for what a test embeds.
const EMBEDDED: &str = "<!-- embedded -->";

/// Serves the built page, under `/pages/` those of `tests/pages`, and under `/hosts/` those that generators have built;
/// ends when this is dropped.
pub(crate) struct Server {
    http: Arc<tiny_http::Server>,
    thread: Option<JoinHandle<()>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts on a free port; pages show `embedded` where they leave room.
    pub(crate) fn start(embedded: &str) -> Self {
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a free port"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let site = Site { dist: dist(), embedded: embedded.to_owned() };
        let thread = thread::spawn({
            let (http, asked) = (Arc::clone(&http), Arc::clone(&asked));
            move || {
                for request in http.incoming_requests() {
                    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
                    site.answer(request, &path);
                    asked.lock().unwrap_or_else(PoisonError::into_inner).push(path);
                }
            }
        });
        Self { http, thread: Some(thread), asked }
    }

    pub(crate) fn address(&self) -> String {
        let address = self.http.server_addr().to_ip().expect("a port of this machine");
        format!("http://{address}")
    }

    /// The paths that were asked for, but for the recorder's, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().filter(|path| *path != "/recorder.js").cloned().collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        self.thread.take().into_iter().for_each(|thread| drop(thread.join()));
    }
}

/// The folder of the built page.
fn dist() -> PathBuf {
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
}

impl Site {
    fn answer(&self, request: Request, path: &str) {
        let (body, kind) = match path {
            "/recorder.js" => (Some(RECORDER.as_bytes().to_vec()), "text/javascript"),
            AXE => (fs::read(axe()).ok(), "text/javascript"),
            _ => (self.read(path), kind(path)),
        };
        let header = Header::from_bytes("Content-Type", kind).expect("a header without line breaks");
        let status = if body.is_some() { 200 } else { 404 };
        // As the README of a release asks for: pages of other origins and frames in a sandbox may have the files.
        let shared = Header::from_bytes("Access-Control-Allow-Origin", "*").expect("a header without line breaks");
        let response = Response::from_data(body.unwrap_or_default()).with_status_code(status);
        let response = response.with_header(header).with_header(shared);
        // The browser may have gone away, and then nobody waits for it.
        drop(request.respond(response));
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

fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
