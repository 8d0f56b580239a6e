//! What the command says of the pages that it is given.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn of_each_page_it_is_said_what_became_of_it() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("page.html"), "<model-compare></model-compare>").unwrap();
    let said = |page: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fallback"));
        let ran = command.arg(home.join("out")).arg(home.join(page)).output().unwrap();
        String::from_utf8(ran.stderr).unwrap()
    };
    assert!(said("page.html").ends_with("page.html: filled\n"));
    assert!(
        said("page.html").ends_with("no <model-compare> or <div data-model-compare> that is empty and has no `src`\n")
    );
    assert!(said("nothere.html").ends_with("; name pages that are there, and that hold UTF-8\n"));
}
