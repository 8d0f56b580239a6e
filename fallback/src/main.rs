//! Writes the fallbacks into a folder, and into the empty elements of pages.

use fallback::{Fallback, Stills, Wishes, fill};
use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let Some(folder) = args.next() else {
        eprintln!("name the folder to write to, and pages to fill: fallback <folder> [page.html ...]");
        return ExitCode::from(2);
    };
    let pages: Vec<PathBuf> = args.collect();
    match run(&folder, &pages) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &Path, pages: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let fallbacks = runtime.block_on(fallbacks());
    let stills = Stills::new(model_compare::tables());
    fs::create_dir_all(folder).map_err(|cause| at(folder, &cause))?;
    for fallback in &fallbacks {
        let file = folder.join(fallback.of.file());
        fs::write(&file, &fallback.html).map_err(|cause| at(&file, &cause))?;
    }
    for page in pages {
        let text = fs::read_to_string(page)
            .map_err(|cause| format!("{}; name pages that are there, and that hold UTF-8", at(page, &cause)))?;
        let still = |wishes: &Wishes| runtime.block_on(stills.of(wishes));
        let filled = fill(&text, &fallbacks, &still).map_err(|cause| at(page, &cause))?;
        for warning in &filled.warnings {
            eprintln!("{}: {warning}", page.display());
        }
        if filled.html == text {
            eprintln!(
                "{}: nothing to fill, for it has no <model-compare> or <div data-model-compare> that is empty and has no \
                 `src`",
                page.display()
            );
        } else {
            fs::write(page, filled.html).map_err(|cause| at(page, &cause))?;
            eprintln!("{}: filled", page.display());
        }
    }
    Ok(())
}

/// The fallback of every table that is compiled in, in the order of the tables, and those of what is said about them.
async fn fallbacks() -> Vec<Fallback> {
    let mut fallbacks = Vec::new();
    for table in model_compare::tables() {
        fallbacks.push(Fallback::of(table).await);
    }
    fallbacks.extend(Fallback::of_book(model_compare::book(), model_compare::tables()).await);
    fallbacks
}

/// A fault with the file in which it was found.
fn at(file: &Path, cause: &dyn Error) -> String {
    format!("{}: {cause}", file.display())
}
