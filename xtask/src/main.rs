//! The project's command line: `cargo xtask serve`, `build`, `test` and others.

mod apt;
mod browsers;
mod budget;
mod bundle;
mod cargo_tools;
mod compress;
mod error;
mod fallback;
mod hash;
mod hosts;
mod imports;
mod installed;
mod npm;
mod release;
mod seal;
mod shell;
mod sizes;
mod suite;
mod tally;
mod tools;
mod version;
mod weigh;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use error::Error;
use shell::Shell;

const HELP: &str = "\
cargo xtask <command>

  serve [options of trunk]   the demo page in a browser, rebuilt whenever a file changes
  build                      the release in dist/, with its sizes; fails over budget.toml
  test                       every check and every test, those in a browser included
  check                      the data files alone
  fallback [page.html ...]   the comparisons as plain HTML in dist/embed/fallback/, and in the pages' empty elements
  bench [page]               the benchmarks: of questions on this machine, then of the release in Chromium; or the latter

Each command first installs what it needs and is not there, and says so.";

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<OsString> = args.collect();
    let ended = match (command.to_str().unwrap_or_default(), rest.as_slice()) {
        ("serve", options) => serve(options),
        ("bench", []) => bench_questions(&[]).and_then(|()| bench_page()),
        ("bench", [page]) if page == "page" => bench_page(),
        ("bench", options) => bench_questions(options),
        ("build", []) => build(),
        ("fallback", pages) => write_fallbacks(pages),
        ("check", []) => Shell::new().and_then(|shell| check_data(&shell)),
        ("test", []) => return test(),
        ("" | "help" | "--help" | "-h", _) => {
            shell::print(HELP);
            return ExitCode::SUCCESS;
        }
        _ => {
            shell::say(format_args!("`{}` is no command\n\n{HELP}", shell::words(env::args_os().skip(1))));
            return ExitCode::from(2);
        }
    };
    exit_code(ended)
}

fn exit_code(ended: Result<(), Error>) -> ExitCode {
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            shell::say(error);
            ExitCode::FAILURE
        }
    }
}

/// Serves the demo page until it is stopped.
fn serve(options: &[OsString]) -> Result<(), Error> {
    let shell = Shell::new()?;
    check_data(&shell)?;
    // Only a release goes through wasm-opt.
    if options.iter().any(|option| option == "--release") {
        tools::ready_to_build(&shell)?;
    } else {
        tools::ready_to_serve(&shell)?;
    }
    shell::say("serving the demo page (trunk serve --open), until Ctrl-C");
    let mut trunk = tools::trunk_command(&shell);
    shell::give_way_to(trunk.args(["serve", "--open"]).args(options), "see what Trunk printed above")
}

/// Checks the data files, which takes a moment where a build takes minutes to come to them.
fn check_data(shell: &Shell) -> Result<(), Error> {
    let data = shell.root("data");
    let read = dataset::load(&data).and_then(|tables| Ok((dataset::load_book(&data, &tables)?, tables.len())));
    match read {
        Ok((book, tables)) => {
            let (claims, questions) = (book.claims.len(), book.questions.len());
            let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
            let [tables, claims, questions] =
                [count(tables, "table"), count(claims, "claim"), count(questions, "question")];
            shell::say(format_args!("the data is without fault: {tables}, {claims}, {questions}"));
            Ok(())
        }
        Err(faults) => Err(Error::new(faults.to_string(), "mend the data files; data/README.md describes them")),
    }
}

fn build() -> Result<(), Error> {
    let shell = Shell::new()?;
    check_data(&shell)?;
    tools::ready_to_build(&shell)?;
    let release = release::build(&shell)?;
    weigh::weigh(&shell, &release)
}

fn write_fallbacks(pages: &[OsString]) -> Result<(), Error> {
    let shell = Shell::new()?;
    check_data(&shell)?;
    fallback::write(&shell, pages)
}

fn test() -> ExitCode {
    match Shell::new() {
        Ok(shell) if suite::run(&shell).failed == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => exit_code(Err(error)),
    }
}

fn bench_questions(options: &[OsString]) -> Result<(), Error> {
    let shell = Shell::new()?;
    let mut cargo = shell.command("cargo");
    shell::run(cargo.args(["bench", "-p", "compare"]).args(options), "see what cargo printed above")
}

/// Builds the release and times it in Chromium.
fn bench_page() -> Result<(), Error> {
    let shell = Shell::new()?;
    tools::ready_to_build(&shell)?;
    let places = browsers::ready_to_bench(&shell)?;
    release::build(&shell)?;
    let mut cargo = shell.command("cargo");
    // What is timed runs in the browser: what drives it need not be fast.
    cargo.args(["bench", "--locked", "-p", "browser-tests", "--profile", "dev"]);
    cargo.envs(places).env("MODEL_COMPARE_DIST", shell.root(release::DIST));
    shell::run(&mut cargo, "see what cargo printed above")
}
