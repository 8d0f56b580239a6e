use crate::driver::Driver;
use crate::engine::{Engine, Scheme};
use crate::server::Server;
use crate::widget::Widget;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::{TimeoutConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::io::{self, Write};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

/// How long the page may take over anything before a test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// How long the browser lets a script or a load take: a script that waits in vain says for what before that.
const LONGEST: Duration = Duration::from_secs(40);

/// How long a driver may be silent: it says itself that a script takes too long, or that no browser starts.
const SILENCE: Duration = Duration::from_secs(90);

/// How often a browser is started until one has its ports for itself.
const STARTS: usize = 4;

/// How wide a page is until a test resizes it.
const USUAL_WIDTH: u32 = 1200;

/// How high every page is.
const HEIGHT: u32 = 720;

/// What every script may use.
const WORDS: &str = include_str!("words.js");

/// A page in a browser of its own.
pub struct Page {
    runtime: Runtime,
    client: Client,
    engine: Engine,
    server: Server,
    _driver: Driver,
    scratch: TempDir,
}

impl Page {
    /// The built demo page.
    pub fn demo() -> Self {
        Self::visit("/index.html", "", Scheme::Light)
    }

    /// The built demo page for a reader whose system is dark.
    pub fn demo_in_the_dark() -> Self {
        Self::visit("/index.html", "", Scheme::Dark)
    }

    /// A page of `tests/pages`.
    pub fn open(name: &str) -> Self {
        Self::visit(&format!("/pages/{name}"), "", Scheme::Light)
    }

    /// A plain page that embeds some markup.
    pub fn with(embedded: &str) -> Self {
        Self::visit("/pages/plain.html", embedded, Scheme::Light)
    }

    /// A page that holds some markup and no loader, and keeps the events of failures in `failures`.
    pub fn bare(embedded: &str) -> Self {
        Self::visit("/pages/bare.html", embedded, Scheme::Light)
    }

    /// A page that holds some markup, such as a frame, and loads what makes frames as high as what they show.
    pub fn with_frame(embedded: &str) -> Self {
        Self::visit("/pages/frame.html", embedded, Scheme::Light)
    }

    /// The page of a generator, as `cargo xtask test` has built it from `tests/hosts`.
    pub fn host(name: &str) -> Self {
        Self::visit(&format!("/hosts/{name}/index.html"), "", Scheme::Light)
    }

    /// A page that is no site's: a file on the reader's disk, with the release beside it.
    ///
    /// Its addresses are those of the file, so that `/embed/` stands for the release's folder.
    pub fn of_a_file(embedded: &str) -> Self {
        let page = Self::open("plain.html");
        let file = page.scratch.path().join("article.html");
        let release = format!("file://{}/embed/", crate::server::dist().display());
        let document = format!("<!doctype html><title>A file</title>{}", embedded.replace("/embed/", &release));
        std::fs::write(&file, document).expect("a file of the test's own");
        page.done(page.client.goto(&format!("file://{}", file.display())));
        page.await_load();
        page
    }

    fn visit(path: &str, embedded: &str, scheme: Scheme) -> Self {
        let engine = Engine::chosen();
        let server = Server::start(embedded);
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime of one thread");
        let (driver, client, scratch) = start_browser(engine, scheme, &runtime);
        let page = Self { runtime, client, engine, server, _driver: driver, scratch };
        let address = format!("{}{path}", page.server.address());
        page.done(page.client.update_timeouts(TimeoutConfiguration::new(Some(LONGEST), Some(LONGEST), None)));
        page.take_size(USUAL_WIDTH);
        page.done(page.client.goto(&address));
        page.await_load();
        page
    }

    /// Loads the page again, at the address that it has now.
    pub fn reload(&self) {
        self.done(self.client.refresh());
        self.await_load();
    }

    fn await_load(&self) {
        // Not every driver waits for the modules of a page.
        let loaded =
            "document.readyState === 'complete' || await new Promise((resolve) => addEventListener('load', resolve))";
        self.ask::<()>(loaded, Vec::new());
    }

    /// The first widget of the page, once it is live.
    pub fn widget(&self) -> Widget<'_> {
        self.widget_at(0)
    }

    /// A widget by its place on the page, from 0, once it is live and has its fonts.
    pub fn widget_at(&self, place: usize) -> Widget<'_> {
        let widget = self.element_at(place);
        // One that is far away is not loaded.
        let script = "await customElements.whenDefined('model-compare');
            let frames = 0, here = true;
            const late = new Promise((_, reject) => setTimeout(() => {
              const { top, bottom } = host.getBoundingClientRect();
              const place = `from ${top} to ${bottom} px of the ${document.visibilityState} page's ${innerHeight}`;
              const inside = [...root.children].map((child) => `${child.localName} \"${words(child).slice(0, 80)}\"`);
              const files = performance.getEntriesByType('resource').map((file) => `${file.name} ${file.responseEnd}`);
              const found = `it lies ${place} after ${frames} frames and holds ${inside}; there are ${files}`;
              reject(new Error(`it does not come to life: ${found}`));
            }, patience));
            // A neighbour that grows pushes it away again.
            const look = () => {
              frames += 1;
              if (here && !host.results) { host.scrollIntoView(); requestAnimationFrame(look); }
            };
            look();
            await Promise.race([host.updated, late]).finally(() => { here = false; });
            await inFonts()";
        widget.ask::<()>(script);
        widget
    }

    /// Every `<model-compare>` of the page, brought to life one after the other: as one comes to life it grows and
    /// pushes the next out of view again.
    pub fn all_widgets(&self) -> Vec<Widget<'_>> {
        let count: usize = self.ask("return document.querySelectorAll('model-compare').length", Vec::new());
        let live = |place| {
            self.element_at(place).scroll_to();
            self.widget_at(place)
        };
        (0..count).map(live).collect()
    }

    /// A `<model-compare>` by its place on the page, from 0, live or not.
    pub fn element_at(&self, place: usize) -> Widget<'_> {
        Widget::new(self, place)
    }

    /// What a script returns, which may await and use all of `words.js`; `given` holds its arguments.
    pub fn ask<T: DeserializeOwned>(&self, script: &str, given: Vec<Json>) -> T {
        let answer = self.answer(script, given);
        serde_json::from_value(answer).unwrap_or_else(|cause| panic!("an unexpected answer: {cause}\n{script}"))
    }

    fn answer(&self, script: &str, given: Vec<Json>) -> Json {
        let script = format!(
            "const given = [...arguments], done = given.pop(), patience = {};
            {WORDS}
            (async () => {{ {script} }})().then((told) => done({{ told }}), (fault) => done({{ fault: String(fault) }}))",
            PATIENCE.as_millis()
        );
        let answered = self.outcome(self.client.execute_async(&script, given));
        let mut answer = answered.unwrap_or_else(|cause| panic!("no answer: {cause}\n{script}"));
        match answer.get("fault") {
            Some(fault) => panic!("{}", fault.as_str().unwrap_or_default()),
            None => answer.get_mut("told").map(Json::take).unwrap_or_default(),
        }
    }

    /// The element that a script returns.
    pub(crate) fn element(&self, script: &str, given: Vec<Json>) -> Element {
        let answer = self.answer(script, given);
        let id = answer.as_object().and_then(|reference| reference.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("no element but {answer}\n{script}"));
        Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))
    }

    /// What a command of the driver comes to.
    pub(crate) fn done<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.outcome(command).unwrap_or_else(|cause| panic!("the browser refuses: {cause}"))
    }

    fn outcome<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        let outcome = self.runtime.block_on(async { timeout(SILENCE, command).await });
        outcome.unwrap_or_else(|_| panic!("the driver has been silent for {SILENCE:?}"))
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Waits until every live widget shows the last change made, in the page's own fonts: one that comes later moves
    /// what is about to be pressed.
    pub fn settle(&self) {
        self.ask::<()>(
            "await Promise.all(live().map((element) => element.updated));
            await inFonts()",
            Vec::new(),
        );
    }

    /// Waits until something holds that a script alone cannot see; ends the test where it does not.
    pub fn until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < end, "waited in vain until {what}");
            self.after_frames(1);
        }
    }

    /// Shows the page as it is printed; where the engine's driver cannot, says so in the log and tells it.
    pub fn print_on_screen(&self) -> bool {
        let can = self.commands(self.engine.print_on_screen(), "its driver shows no page as it is printed");
        if can {
            // In Firefox the page, which has a process of its own, hears of it later.
            let is_print = "await eventually(() => matchMedia('print').matches, () => 'this is no print')";
            self.ask::<()>(is_print, Vec::new());
        }
        can
    }

    /// Runs commands of the engine's driver; where there are none, says why in the log and tells it.
    fn commands(&self, commands: Vec<(&'static str, Json)>, lack: &str) -> bool {
        let can = !commands.is_empty();
        if !can {
            // Written past the test harness, which keeps to itself what passing tests print.
            let said = writeln!(io::stderr(), "left out in {:?}: {lack}", self.engine);
            said.expect("a log");
        }
        for (path, body) in commands {
            self.done(self.client.issue_cmd(Own { path, body }));
        }
        can
    }

    /// Lets the browser draw so many frames: time enough for what must not happen.
    pub fn after_frames(&self, frames: u32) {
        let script = "for (let frame = 0; frame < given[0]; frame += 1) await new Promise(requestAnimationFrame)";
        self.ask::<()>(script, vec![frames.into()]);
    }

    /// Presses a key, and waits for what it changes.
    pub fn key(&self, key: impl Into<char>) {
        let value = key.into();
        self.type_actions([KeyAction::Down { value }, KeyAction::Up { value }]);
    }

    /// Presses a key several times.
    pub fn key_times(&self, key: Key, times: usize) {
        let value = char::from(key);
        self.type_actions((0..times).flat_map(|_| [KeyAction::Down { value }, KeyAction::Up { value }]));
    }

    /// Presses a key while another is held down.
    pub fn key_with(&self, held: Key, key: impl Into<char>) {
        let (held, value) = (held.into(), key.into());
        let up = [KeyAction::Up { value }, KeyAction::Up { value: held }];
        self.type_actions([KeyAction::Down { value: held }, KeyAction::Down { value }].into_iter().chain(up));
    }

    /// Types a text where the focus is.
    pub fn type_text(&self, text: &str) {
        self.type_actions(text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]));
    }

    fn type_actions(&self, actions: impl IntoIterator<Item = KeyAction>) {
        let keyboard = actions.into_iter().fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.done(self.client.perform_actions(keyboard));
        self.settle();
    }

    /// Makes the page so wide, and waits until its widgets are drawn for that.
    pub fn resize(&self, width: u32) {
        self.take_size(width);
        // What watches sizes hears of them in a later frame, and draws in one after that.
        self.ask::<()>(
            "const places = () => live().map((element) => element.getBoundingClientRect());
            await still(() => places().flatMap(({ top, width, height }) => [top, width, height]))",
            Vec::new(),
        );
        self.settle();
    }

    fn take_size(&self, width: u32) {
        let frame = self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]", Vec::new());
        for (path, body) in self.engine.resize(width, HEIGHT, frame) {
            self.done(self.client.issue_cmd(Own { path, body }));
        }
        let script = "const [width, height] = given, fits = () => innerWidth === width && innerHeight === height;
            await eventually(fits, () => `the page is ${innerWidth} by ${innerHeight} px and not ${width} by ${height}`)";
        self.ask::<()>(script, vec![width.into(), HEIGHT.into()]);
    }

    /// Lets go of all that nothing on the page holds, at once or soon; where the engine's driver cannot, says so in the
    /// log and tells it.
    pub fn collects_garbage(&self) -> bool {
        self.commands(self.engine.collect_garbage(), "its driver collects no garbage")
    }

    /// The paths of this site that the page has asked for, in order.
    pub fn asked_for(&self) -> Vec<String> {
        self.server.asked()
    }

    /// What the page has written to the console as warnings and errors, and what it has failed in.
    pub fn heard(&self) -> Vec<String> {
        self.ask("return heard", Vec::new())
    }

    /// What the browser itself says about the page, if the engine keeps it.
    pub fn log(&self) -> Vec<String> {
        let Some((path, body)) = self.engine.log() else {
            return Vec::new();
        };
        let log = self.done(self.client.issue_cmd(Own { path, body }));
        let entries = log.as_array().cloned().unwrap_or_default();
        entries.iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let closed = self.client.clone().close();
        // The driver is ended after this, and the browser with it, whether or not it closes in time.
        drop(self.runtime.block_on(async { timeout(PATIENCE, closed).await }));
    }
}

/// A browser with its driver and the folder that they write into.
///
/// Both take ports that were free when they chose them, which another program may have taken when they listen:
/// Chromium's driver takes one that is free for IPv6, and ends where somebody has the same for IPv4 ("IPv4 port not
/// available. Exiting..."). What is started again chooses others.
fn start_browser(engine: Engine, scheme: Scheme, runtime: &Runtime) -> (Driver, Client, TempDir) {
    let start = || {
        let scratch = tempfile::tempdir().expect("a folder for what the browser writes");
        let driver = Driver::start(engine, scratch.path(), scheme)?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let builder = builder.capabilities(engine.capabilities(scratch.path(), scheme));
        let address = driver.address();
        let connected = runtime.block_on(async { timeout(SILENCE, builder.connect(&address)).await });
        let connected = connected.map_err(|_| format!("it says nothing of a browser for {SILENCE:?}"))?;
        let client = connected.map_err(|cause| format!("it starts no browser: {cause}"))?;
        Ok::<_, String>((driver, client, scratch))
    };
    let mut why = String::new();
    for _ in 0..STARTS {
        match start() {
            Ok(started) => return started,
            Err(cause) => why = cause,
        }
    }
    panic!("the driver has not come to a session in {STARTS} starts; the last time {why}");
}

/// A command of one engine's driver.
#[derive(Debug)]
struct Own {
    path: &'static str,
    body: Json,
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
