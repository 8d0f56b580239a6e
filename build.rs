//! Compiles the tables of `data/` in, and the style sheet; without the feature `data` there are no tables.

use dataset::{Book, compile, emit, emit_book};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The style sheets of the widget, in order: what comes later wins.
const STYLES: &[&str] = &[
    "tokens", "base", "header", "slider", "bands", "workload", "filters", "table", "cards", "chart", "compare", "card",
    "sources", "claims", "findings",
];

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=styles");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let tables = out.join("tables.rs");
    let compiled = if env::var_os("CARGO_FEATURE_DATA").is_some() {
        compile(Path::new("data"), &tables).map_err(|faults| faults.to_string())
    } else {
        let written = fs::write(&tables, emit(&[]) + &emit_book(&Book::default()));
        written.map_err(|why| format!("cannot write the tables: {why}"))
    };
    let styles = write_styles(&out).map_err(|why| format!("cannot compile the style sheets: {why}"));
    for fault in compiled.err().iter().chain(&styles.err()).flat_map(|faults| faults.lines()) {
        println!("cargo::error={fault}");
    }
}

/// What a style sheet says as well in fewer letters.
const SHORTER: [(&str, &str); 4] = [(": ", ":"), (", ", ","), (" {", "{"), (";}", "}")];

/// Writes all style sheets as one, without comments, indentation and other spaces, which no reader has to download.
fn write_styles(out: &Path) -> io::Result<()> {
    let mut sheet = String::new();
    for name in STYLES {
        let css = fs::read_to_string(format!("styles/{name}.css"))?;
        let parts = css.split("/*").enumerate();
        let plain =
            parts.map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) });
        sheet.extend(plain.flat_map(str::lines).map(str::trim));
    }
    let sheet = SHORTER.iter().fold(sheet, |sheet, (long, short)| sheet.replace(long, short));
    fs::write(out.join("styles.css"), sheet)
}
