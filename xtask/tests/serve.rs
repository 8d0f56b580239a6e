//! What ends `cargo xtask serve` ends Trunk.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

/// The version of a package in the lock file.
fn locked(package: &str) -> String {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock")).unwrap();
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \"")).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

#[test]
fn trunk_takes_the_place_of_the_command() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve");
    let programs = target.join("tools/bin");
    fs::create_dir_all(&programs).unwrap();
    let versions = [("trunk", "0.21.14".to_owned()), ("wasm-bindgen", locked("wasm-bindgen"))];
    for (program, version) in versions {
        let file = programs.join(program);
        let script = format!("#!/bin/sh\ncase $1 in --version) echo {program} {version};; *) echo $$ $*;; esac\n");
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let serve = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["serve", "--port", "8099"])
        .env("CARGO_TARGET_DIR", &target)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let process = serve.id();
    let said = String::from_utf8(serve.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(said, format!("{process} serve --open --port 8099\n"));
}
