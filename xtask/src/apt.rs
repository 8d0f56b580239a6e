//! Packages of Debian and its kin.

use crate::error::Error;
use crate::shell::{self, Shell};

/// Installs packages, whose names stand in `packages` with a space between them.
///
/// `None` where there is no apt-get, or it does nothing without a password.
///
/// # Errors
/// Where apt-get fails.
pub(crate) fn install(shell: &Shell, packages: &str) -> Option<Result<(), Error>> {
    let (program, args) = apt_get(shell)?;
    let remedy = format!("see what apt-get printed above, then try `apt-get install {packages}`");
    shell::say(format_args!("installing {packages} (apt-get, about a minute)"));
    let steps = ["update -qq".to_owned(), format!("install -qq -y --no-install-recommends {packages}")];
    Some(steps.iter().try_for_each(|step| shell::run(shell.command(program).args(args).args(step.split(' ')), &remedy)))
}

/// The program and arguments that start apt-get without a question.
fn apt_get(shell: &Shell) -> Option<(&'static str, &'static [&'static str])> {
    shell.find("apt-get")?;
    if shell.answer("id", &["-u"])? == "0" {
        return Some(("env", &["DEBIAN_FRONTEND=noninteractive", "apt-get"]));
    }
    shell.answer("sudo", &["-n", "true"])?;
    Some(("sudo", &["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]))
}
