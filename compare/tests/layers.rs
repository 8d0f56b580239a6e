//! The arrows between the modules of this crate point one way.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may use.
const MAY_USE: [(&str, &[&str]); 6] = [
    ("units", &[]),
    ("catalog", &["units"]),
    ("query", &["units", "catalog"]),
    ("chart", &["units", "catalog", "query"]),
    ("format", &["units", "catalog", "query", "chart"]),
    ("state", &["units", "catalog", "query"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

#[test]
fn a_module_uses_only_those_before_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (module, allowed) in MAY_USE {
        let files = sources(&root.join(module));
        assert!(!files.is_empty(), "there is no {module}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for (other, _) in MAY_USE.iter().filter(|(other, _)| *other != module && !allowed.contains(other)) {
                assert!(!text.contains(&format!("crate::{other}")), "{} uses {other}", file.display());
            }
        }
    }
}
