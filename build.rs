//! Compiles the tables of `data/` in; without the feature `data` there are none.

use dataset::{compile, emit};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=data");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("tables.rs");
    let faults = if env::var_os("CARGO_FEATURE_DATA").is_some() {
        compile(Path::new("data"), &out).map_err(|faults| faults.to_string())
    } else {
        fs::write(&out, emit(&[])).map_err(|why| format!("cannot write the tables: {why}"))
    };
    for fault in faults.err().iter().flat_map(|faults| faults.lines()) {
        println!("cargo::error={fault}");
    }
}
