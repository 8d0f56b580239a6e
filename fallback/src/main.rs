//! Writes the fallback of every table into a folder, and into the empty elements of pages.

use fallback::{Fallback, fill};
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
    let fallbacks = tokio::runtime::Builder::new_current_thread().build()?.block_on(fallbacks());
    fs::create_dir_all(folder).map_err(|cause| at(folder, &cause))?;
    for fallback in &fallbacks {
        let file = folder.join(format!("{}.html", fallback.table));
        fs::write(&file, &fallback.html).map_err(|cause| at(&file, &cause))?;
    }
    for page in pages {
        let text = fs::read_to_string(page).map_err(|cause| at(page, &cause))?;
        let filled = fill(&text, &fallbacks).map_err(|cause| at(page, &cause))?;
        if filled != text {
            fs::write(page, filled).map_err(|cause| at(page, &cause))?;
        }
    }
    Ok(())
}

/// The fallback of every table that is compiled in, in the order of the tables.
async fn fallbacks() -> Vec<Fallback> {
    let mut fallbacks = Vec::new();
    for table in model_compare::tables() {
        fallbacks.push(Fallback::of(table).await);
    }
    fallbacks
}

/// A fault with the file in which it was found.
fn at(file: &Path, cause: &dyn Error) -> String {
    format!("{}: {cause}", file.display())
}
