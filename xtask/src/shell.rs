//! The workspace's folders and the programs that run in it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::error::Error;

/// The endings of a file that can be run; npm's programs are `.cmd` on Windows.
const ENDINGS: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };

/// Where programs run and are looked for.
pub(crate) struct Shell {
    root: PathBuf,
    target: PathBuf,
    path: OsString,
}

impl Shell {
    /// The shell of this workspace.
    ///
    /// Its programs are those of `target/tools`, then of `PATH`, then of `cargo install`.
    ///
    /// # Errors
    /// Where `PATH` or the place of the workspace cannot be made sense of.
    pub(crate) fn new() -> Result<Self, Error> {
        let remedy = "start it as `cargo xtask`, in the folder of the project";
        let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&package).parent().ok_or_else(|| Error::new("xtask is in no workspace", remedy))?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let target = std::path::absolute(target).map_err(|cause| Error::new(cause.to_string(), remedy))?;
        let users = env::var_os("PATH").unwrap_or_default();
        let places = [target.join("tools/bin"), target.join("tools/node_modules/.bin")]
            .into_iter()
            .chain(env::split_paths(&users))
            .chain(cargos_bin());
        let path = env::join_paths(places).map_err(|cause| {
            Error::new(format!("PATH cannot be extended: {cause}"), "move the project to a folder without `:` or `\"`")
        })?;
        Ok(Self { root: root.to_owned(), target, path })
    }

    /// A path in the workspace.
    pub(crate) fn root(&self, inner: &str) -> PathBuf {
        self.root.join(inner)
    }

    /// A path in cargo's target folder.
    pub(crate) fn target(&self, inner: &str) -> PathBuf {
        self.target.join(inner)
    }

    /// The file that `program` would run; a whole path stands for itself.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path)
            .flat_map(|place| ENDINGS.iter().map(move |ending| place.join(format!("{program}{ending}"))))
            .find(|file| file.is_file())
    }

    /// A command that runs in the root of the workspace and sees every tool.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", &self.path).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// What `program` prints; `None` where it is absent or fails.
    pub(crate) fn answer(&self, program: &str, args: &[&str]) -> Option<String> {
        let output = self.command(program).args(args).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

/// Where `cargo install` puts programs.
fn cargos_bin() -> Option<PathBuf> {
    env::var_os("CARGO_INSTALL_ROOT").map(PathBuf::from).or_else(cargo_home).map(|place| place.join("bin"))
}

/// Where cargo keeps what it has fetched.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// Runs `command` to its end, passing on what it prints.
///
/// # Errors
/// Where it cannot start or ends badly, with `remedy` as what to do then.
pub(crate) fn run(command: &mut Command, remedy: &str) -> Result<(), Error> {
    let status = command.status();
    judged(command, status, remedy)
}

/// Runs `command` in place of this program, where the system can, so that whatever ends this one ends it too.
///
/// # Errors
/// Where it cannot start or, on a system that cannot do so, ends badly, with `remedy` as what to do then.
pub(crate) fn give_way_to(command: &mut Command, remedy: &str) -> Result<(), Error> {
    #[cfg(unix)]
    let ended = Err(std::os::unix::process::CommandExt::exec(command));
    #[cfg(not(unix))]
    let ended = command.status();
    judged(command, ended, remedy)
}

/// Runs `command` to its end; gives what it prints as its result, and passes on what it says beside it.
///
/// # Errors
/// Where it cannot start or ends badly, with `remedy` as what to do then.
pub(crate) fn output(command: &mut Command, remedy: &str) -> Result<Vec<u8>, Error> {
    match command.stderr(Stdio::inherit()).output() {
        Ok(output) => judged(command, Ok(output.status), remedy).map(|()| output.stdout),
        Err(cause) => judged(command, Err(cause), remedy).map(|()| Vec::new()),
    }
}

/// Turns how `command` ended into a verdict.
///
/// # Errors
/// Where it did not start or ended badly, with `remedy` as what to do then.
pub(crate) fn judged(command: &Command, ended: io::Result<ExitStatus>, remedy: &str) -> Result<(), Error> {
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::new(format!("`{}` ended with {status}", shown(command)), remedy)),
        Err(cause) => Err(Error::new(format!("`{}` could not run: {cause}", shown(command)), remedy)),
    }
}

/// A command as one would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    words([program].into_iter().chain(command.get_args()))
}

/// Arguments in one line.
pub(crate) fn words(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
    let words: Vec<String> = args.into_iter().map(|word| word.as_ref().to_string_lossy().into_owned()).collect();
    words.join(" ")
}

/// Says in one line what xtask is about to do.
pub(crate) fn say(line: impl fmt::Display) {
    // Nobody is left to be told when the terminal is gone.
    let _ = writeln!(io::stderr(), "xtask: {line}");
}

/// Prints a result.
pub(crate) fn print(text: impl fmt::Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["fmt", "--check"]);
        assert_eq!(shown(&command), "cargo fmt --check");
    }

    #[test]
    fn a_program_that_is_not_there_says_what_to_do() {
        let error = run(&mut Command::new("no-such-program-anywhere"), "install it").unwrap_err().to_string();
        assert!(error.starts_with("`no-such-program-anywhere` could not run: "), "{error}");
        assert!(error.ends_with("\n  install it"), "{error}");
    }

    #[test]
    fn the_tools_of_the_project_come_before_the_users() {
        let shell = Shell::new().unwrap();
        let first = env::split_paths(&shell.path).next();
        assert_eq!(first, Some(shell.target("tools/bin")));
    }
}
