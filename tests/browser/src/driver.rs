use crate::engine::{Engine, Port, Scheme, named};
use crate::page::PATIENCE;
use std::io::{self, BufRead, BufReader, PipeReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// Between two questions to a driver whether it is ready: nothing tells when another process begins to listen.
const PAUSE: Duration = Duration::from_millis(10);

/// A running driver, which ends when this is dropped.
pub(crate) struct Driver {
    port: u16,
    /// The driver, then the display that its browser is shown on.
    _running: (Running, Option<Running>),
}

impl Driver {
    /// Starts the engine's driver on a free port; it and its browser leave nothing outside the folder `scratch`.
    ///
    /// # Errors
    ///
    /// The driver, or the display for its browser, ended before it was ready, or was not in time: what it said.
    pub(crate) fn start(engine: Engine, scratch: &Path, scheme: Scheme) -> Result<Self, String> {
        let (program, remedy) = engine.driver();
        let mut command = Command::new(program);
        command.envs(engine.environment(scratch, scheme));
        let display = engine.has_window().then(start_display).transpose()?.map(|(display, number)| {
            command.env("DISPLAY", format!(":{number}")).env_remove("WAYLAND_DISPLAY");
            display
        });
        let (driver, port) = match engine.port() {
            Port::ToldAfter(words) => {
                command.args(engine.driver_args(0));
                let (driver, output) = Running::start(command, remedy);
                (driver, told(output, |line| number_after(line, words), "its port")?)
            }
            Port::Given => {
                let port = free_port();
                command.args(engine.driver_args(port));
                let (mut driver, output) = Running::start(command, remedy);
                drop(lines_of(output));
                driver.wait_until_it_answers(port)?;
                (driver, port)
            }
        };
        Ok(Self { port, _running: (driver, display) })
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }
}

/// Starts a display that nobody sees, and tells its number.
fn start_display() -> Result<(Running, u32), String> {
    let mut command = Command::new(named("XVFB", "Xvfb"));
    // It takes a free number and tells that once it listens. Nothing manages windows on it, so the one under the
    // pointer has the focus; the pointer is in the middle, and of so small a screen that lies in every window.
    command.args(["-displayfd", "1", "-screen", "0", "640x640x24", "-nolisten", "tcp"]);
    let (display, output) = Running::start(command, "install xvfb, or set XVFB to its program");
    Ok((display, told(output, |line| line.trim().parse().ok(), "its display")?))
}

/// What a program says, be it as output or as an error.
type Output = BufReader<PipeReader>;

/// A process that is ended when this is dropped.
struct Running(Child);

impl Running {
    fn start(mut command: Command, remedy: &str) -> (Self, Output) {
        let (output, said) = io::pipe().expect("a pipe");
        command.stdin(Stdio::null()).stdout(said.try_clone().expect("another end of a pipe")).stderr(said);
        let process = command.spawn().unwrap_or_else(|cause| {
            panic!("cannot start `{}`: {cause}; {remedy}", command.get_program().display());
        });
        (Self(process), BufReader::new(output))
    }

    /// Waits until what listens on a port says that it is a driver: another program may have taken the port.
    fn wait_until_it_answers(&mut self, port: u16) -> Result<(), String> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let answers = is_driver(port);
            // Another program answers there where this one has ended.
            if let Some(status) = self.0.try_wait().expect("a process can be asked for its state") {
                return Err(format!("it ended before it answered on port {port} ({status})"));
            }
            if answers {
                return Ok(());
            }
            thread::sleep(PAUSE);
        }
        Err(format!("it has not answered on port {port} for {PATIENCE:?}"))
    }
}

/// Whether a driver answers on a port (<https://www.w3.org/TR/webdriver2/#status>).
fn is_driver(port: u16) -> bool {
    let Ok(mut connection) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else { return false };
    let request = format!("GET /status HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    // What took the port may be no server, and say nothing.
    let asked = connection.set_read_timeout(Some(PATIENCE / 4)).and_then(|()| {
        connection.write_all(request.as_bytes())?;
        let mut lines = BufReader::new(connection).lines();
        lines.try_for_each(|line| {
            answer.push_str(&line?);
            Ok(())
        })
    });
    asked.is_ok() && answer.contains("\"ready\"")
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to do.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// What the first line says of which `read` makes something.
///
/// # Errors
///
/// The program ended before it said such a line, or has not said it in time; what it said instead.
fn told<T>(output: Output, read: impl Fn(&str) -> Option<T>, what: &str) -> Result<T, String> {
    let (lines, end, mut said) = (lines_of(output), Instant::now() + PATIENCE, Vec::<String>::new());
    loop {
        let line = lines.recv_timeout(end.saturating_duration_since(Instant::now())).map_err(|cause| {
            let how = match cause {
                RecvTimeoutError::Timeout => "is late in",
                RecvTimeoutError::Disconnected => "ended without",
            };
            format!("it {how} telling {what}, and said `{}`", said.join(" / "))
        })?;
        if let Some(told) = read(&line) {
            return Ok(told);
        }
        said.push(line);
    }
}

/// What a program says, line by line; it is read to its end, so that the program never waits for a reader.
fn lines_of(mut output: Output) -> Receiver<String> {
    let (told, lines) = mpsc::channel();
    thread::spawn(move || {
        // Nobody may listen any more.
        output.by_ref().lines().map_while(Result::ok).for_each(|line| drop(told.send(line)));
        // What is no text.
        io::copy(&mut output, &mut io::sink())
    });
    lines
}

/// The number that follows some words, whatever stands after it.
fn number_after<T: std::str::FromStr>(line: &str, words: &str) -> Option<T> {
    let (_, rest) = line.split_once(words)?;
    rest.split(|char: char| !char.is_ascii_digit()).next()?.parse().ok()
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("the port of a listener").port()
}
