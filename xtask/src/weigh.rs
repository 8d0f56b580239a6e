//! The release, weighed and held against its budget.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::budget::{self, Budget, Measured};
use crate::bundle;
use crate::error::Error;
use crate::release::{self, Release};
use crate::shell::{self, Shell};
use crate::sizes::Size;

/// Prints what a release weighs and holds that against the budget.
///
/// # Errors
/// Where a file is missing, the wasm does not build without data, or a part is over its limit.
pub(crate) fn weigh(shell: &Shell, release: &Release) -> Result<(), Error> {
    let file = shell.root(budget::FILE);
    let text = fs::read_to_string(&file).map_err(|cause| Error::unreadable(&file, &cause, "bring it back from git"))?;
    let budget = Budget::parse(&text)?;
    let measured = Measured {
        loader: weight(&release.loader)?,
        glue: weight(&release.code)?,
        wasm: weight(&release.wasm)?,
        wasm_without_data: build_without_data(shell)?,
        styles: styles(shell)?,
    };
    shell::print(measured.table(&budget));
    measured.check(&budget)
}

/// Builds the wasm without the data of `data/`, by the steps and options of the release; gives its size.
fn build_without_data(shell: &Shell) -> Result<Size, Error> {
    shell::say("building it without data, to tell the weight of the code from that of the data");
    let remedy = "see what is printed above: the widget must build without its feature `data` too";
    let options = "build --quiet --release --locked --target wasm32-unknown-unknown --bin widget --no-default-features";
    let mut cargo = shell.command("cargo");
    release::without_machine_paths(shell, &mut cargo);
    shell::run(cargo.args(options.split(' ')), remedy)?;
    let folder = shell.target("no-data");
    let options = "--target web --no-typescript --out-name widget --out-dir";
    let mut bindgen = shell.command("wasm-bindgen");
    bindgen.args(options.split(' ')).arg(&folder).arg(shell.target("wasm32-unknown-unknown/release/widget.wasm"));
    shell::run(&mut bindgen, remedy)?;
    let small = folder.join("widget_small.wasm");
    let mut wasm_opt = shell.command("wasm-opt");
    // As `data-wasm-opt` and `data-wasm-opt-params` in index.html say.
    // Rust never reads the 1 KiB at the low end of memory, which is the far end of its stack. Data in one piece, with
    // the zeros in it, compress better than pieces with their addresses: 11 KiB less.
    // Functions that stand beside others of their crate compress better, and so do addresses without hints of
    // alignment, which the processors of today do not need.
    let options = "-Oz --merge-similar-functions -Oz --low-memory-unused --skip-pass=memory-packing \
        --one-caller-inline-max-function-size=15 --reorder-functions-by-name --dealign --strip-producers --strip-target-features";
    wasm_opt.args(options.split(' ')).arg(folder.join("widget_bg.wasm")).arg("--output").arg(&small);
    shell::run(&mut wasm_opt, remedy)?;
    let wasm = bundle::with_short_imports(&small, &folder.join("widget.js"))?;
    Size::of(&wasm).map_err(|cause| Error::unreadable(&small, &cause, remedy))
}

/// The style sheets that are compiled in: all but the demo page's.
fn styles(shell: &Shell) -> Result<Size, Error> {
    let folder = shell.root("styles");
    let remedy = "it holds the widget's style sheets";
    let entries = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|cause| Error::unreadable(&folder, &cause, remedy))?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| {
        file.extension().is_some_and(|it| it == "css") && file.file_name().is_some_and(|it| it != "demo.css")
    });
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(fs::read(&file).map_err(|cause| Error::unreadable(&file, &cause, remedy))?);
    }
    Size::of(&all).map_err(|cause| Error::unreadable(&folder, &cause, remedy))
}

fn weight(file: &Path) -> Result<Size, Error> {
    let remedy = "another program may have changed dist/: build it again";
    fs::read(file).and_then(|content| Size::of(&content)).map_err(|cause| Error::unreadable(file, &cause, remedy))
}
