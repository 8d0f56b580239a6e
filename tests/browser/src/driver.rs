use crate::engine::Engine;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

/// A running driver, which ends when this is dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the engine's driver on a free port; it and its browser leave nothing outside the folder `scratch`.
    pub(crate) fn start(engine: Engine, scratch: &Path) -> Self {
        let (program, remedy) = engine.driver();
        let mut command = Command::new(&program);
        command.args(engine.driver_args()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.env("TMPDIR", scratch);
        let mut process = match command.spawn() {
            Ok(process) => process,
            Err(cause) => panic!("cannot start the driver `{}`: {cause}; {remedy}", program.display()),
        };
        let mut output = BufReader::new(process.stdout.take().expect("the output is piped"));
        let port = output.by_ref().lines().map_while(Result::ok).find_map(|line| engine.port(&line));
        // Whatever else it says is read, so that it never waits for a reader.
        thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        let Some(port) = port else {
            panic!("the driver `{}` ended without telling its port", program.display());
        };
        Self { process, port }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to do.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
