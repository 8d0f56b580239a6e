//! Every check and test of the project, in one run.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::browsers::{self, Places};
use crate::error::Error;
use crate::hosts;
use crate::release;
use crate::shell::{self, Shell};
use crate::tally::Tally;
use crate::tools;
use crate::weigh;

/// A run of cargo that passes or fails as a whole.
struct Check {
    args: &'static str,
    variable: Option<(&'static str, &'static str)>,
    remedy: &'static str,
}

const CHECKS: [Check; 4] = [
    Check { args: "fmt --all --check", variable: None, remedy: "run `cargo fmt --all`" },
    Check {
        args: "clippy --workspace --all-targets --locked -- -D warnings",
        variable: None,
        remedy: "mend what Clippy printed above",
    },
    Check {
        args: "clippy --target wasm32-unknown-unknown -p model-compare --bin widget --locked -- -D warnings",
        variable: None,
        remedy: "mend what Clippy printed above",
    },
    Check {
        args: "doc --workspace --no-deps --document-private-items --locked",
        variable: Some(("RUSTDOCFLAGS", "-D warnings")),
        remedy: "mend what rustdoc printed above",
    },
];

/// What has happened so far: the counts, and why things failed.
#[derive(Default)]
struct Report {
    tally: Tally,
    faults: Vec<Error>,
}

impl Report {
    fn check(&mut self, ended: Result<(), Error>) {
        self.tally += if ended.is_ok() { Tally::ONE_PASSED } else { Tally::ONE_FAILED };
        self.faults.extend(ended.err());
    }

    fn tests(&mut self, counted: Tally, ended: Result<(), Error>) {
        let settled = counted.settled(&ended);
        self.tally += settled;
        let none = || Error::new("a run of `cargo test` found no test", "see whether its tests moved");
        self.faults.extend(ended.err().or_else(|| (settled.failed > 0).then(none)));
    }
}

/// Runs every check and test, whatever fails; the last line says how many passed and failed.
pub(crate) fn run(shell: &Shell) -> Tally {
    let tools = tools::ready_to_build(shell);
    let browsers = browsers::ready_to_test(shell);
    let axe = tools::axe(shell);
    let without_browsers = browsers.iter().filter_map(|(_, places)| places.as_ref().err());
    for fault in [tools.as_ref().err(), axe.as_ref().err()].into_iter().flatten().chain(without_browsers) {
        shell::say(format_args!("{fault}\n  going on without it"));
    }
    let mut report = Report::default();
    for check in CHECKS {
        let mut cargo = shell.command("cargo");
        cargo.args(check.args.split(' ')).envs(check.variable);
        shell::say(format_args!("cargo {}", check.args));
        report.check(shell::run(&mut cargo, check.remedy));
    }
    report.check(check_types(shell));
    cargo_test(shell, &mut report, "test --locked --no-fail-fast --workspace --exclude browser-tests", Vec::new());
    match tools.and_then(|()| release::build(shell)) {
        Ok(release) => {
            report.check(weigh::weigh(shell, &release));
            for built in hosts::build(shell, &release) {
                report.check(built);
            }
            for (name, places) in browsers {
                let axe = axe.iter().map(|file| ("AXE", file.into()));
                browser_tests(shell, &mut report, name, places.map(|places| places.into_iter().chain(axe).collect()));
            }
        }
        Err(fault) => {
            report.check(Err(fault));
            let unbuilt = Error::new("the browser tests have no release to run on", "mend the build first");
            report.check(Err(unbuilt));
        }
    }
    conclude(&report)
}

/// Checks the JavaScript against its types, and the public types against a sample of their use.
fn check_types(shell: &Shell) -> Result<(), Error> {
    tools::ready_to_check_types(shell)?;
    shell::say("tsc --project tsconfig.json");
    shell::run(shell.command("tsc").args(["--project", "tsconfig.json"]), "mend what TypeScript printed above")
}

/// Runs every browser test in one engine; an engine that is missing is one failure.
fn browser_tests(shell: &Shell, report: &mut Report, engine: &str, places: Result<Places, Error>) {
    match places {
        Ok(mut places) => {
            places.push(("MODEL_COMPARE_DIST", shell.root(release::DIST).into()));
            places.push(("MODEL_COMPARE_HOSTS", shell.target(hosts::SITE).into()));
            shell::say(format_args!("the browser tests in {engine}"));
            let args = "test --locked --no-fail-fast -p browser-tests -- --test-threads=2";
            cargo_test(shell, report, args, places);
        }
        Err(fault) => report.check(Err(fault)),
    }
}

fn cargo_test(shell: &Shell, report: &mut Report, args: &str, variables: Places) {
    shell::say(format_args!("cargo {args}"));
    let mut cargo = shell.command("cargo");
    let (counted, ended) = counted(cargo.args(args.split(' ')).envs(variables));
    report.tests(counted, ended);
}

/// Runs tests, passing on each line as it comes, and adds up what the lines count.
fn counted(tests: &mut Command) -> (Tally, Result<(), Error>) {
    let remedy = "see which tests failed above";
    let mut tally = Tally::default();
    let mut child = match tests.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(cause) => return (tally, shell::judged(tests, Err(cause), remedy)),
    };
    if let Some(lines) = child.stdout.take() {
        // In bytes: what a test prints need not be text.
        for line in BufReader::new(lines).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            shell::print(&line);
            tally += Tally::in_line(&line).unwrap_or_default();
        }
    }
    let status = child.wait();
    (tally, shell::judged(tests, status, remedy))
}

/// Repeats why things failed, then gives the counts.
fn conclude(report: &Report) -> Tally {
    for fault in &report.faults {
        shell::say(format_args!("failed: {fault}"));
    }
    shell::print(report.tally);
    report.tally
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broke_off() -> Result<(), Error> {
        Err(Error::new("it broke off", "mend it"))
    }

    #[test]
    fn a_check_counts_once_and_a_failed_one_says_why() {
        let mut report = Report::default();
        report.check(Ok(()));
        report.check(broke_off());
        assert_eq!(report.tally, Tally { passed: 1, failed: 1 });
        assert_eq!(report.faults.len(), 1);
    }

    #[test]
    fn tests_count_one_by_one_and_their_failure_is_told_once() {
        let mut report = Report::default();
        report.tests(Tally { passed: 40, failed: 2 }, broke_off());
        assert_eq!(report.tally, Tally { passed: 40, failed: 2 });
        assert_eq!(report.faults.len(), 1);
    }

    #[test]
    fn a_run_that_finds_no_test_is_told() {
        let mut report = Report::default();
        report.tests(Tally::default(), Ok(()));
        assert_eq!(report.tally, Tally::ONE_FAILED);
        assert!(report.faults.iter().any(|fault| fault.to_string().contains("found no test")));
    }
}
