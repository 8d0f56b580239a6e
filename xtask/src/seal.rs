//! What a release says of its own files, and their compressed copies.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::compress;
use crate::error::Error;
use crate::hash::Hash;

/// The contents of files by their paths in a folder, with `/` between the parts.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The file that lists the others.
pub(crate) const FILE: &str = "integrity.json";

/// The list of `files`: of each its length in bytes and its hash as an `integrity` attribute has it.
///
/// # Errors
/// Where it cannot be written as JSON.
pub(crate) fn integrity(files: &Files, version: &str) -> Result<Vec<u8>, Error> {
    let list: serde_json::Map<String, Json> = files
        .iter()
        .map(|(name, content)| {
            (name.clone(), json!({ "bytes": content.len(), "integrity": Hash::of(content).integrity() }))
        })
        .collect();
    let text = serde_json::to_string_pretty(&json!({ "version": version, "files": list }));
    let text = text.map_err(|cause| Error::new(format!("no JSON: {cause}"), "see xtask/src/seal.rs"))?;
    Ok(format!("{text}\n").into_bytes())
}

/// Copies of `files` in brotli and gzip, named as static hosts look for them.
///
/// # Errors
/// Where a compressor fails.
pub(crate) fn compressed(files: &Files) -> Result<Files, Error> {
    let mut copies = Files::new();
    for (name, content) in files {
        for (ending, compress) in [("br", compress::brotli as fn(&[u8]) -> _), ("gz", compress::gzip)] {
            let copy = compress(content).map_err(|cause| {
                Error::new(format!("{name} cannot be compressed: {cause}"), "see that there is memory")
            })?;
            copies.insert(format!("{name}.{ending}"), copy);
        }
    }
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        Files::from([("b.js".to_owned(), b"abc".to_vec()), ("a/a.html".to_owned(), b"<p>".to_vec())])
    }

    #[test]
    fn the_list_tells_of_each_file_its_length_and_its_hash() {
        let list: Json = serde_json::from_slice(&integrity(&files(), "1.2.3").unwrap()).unwrap();
        assert_eq!(list["version"], "1.2.3");
        let told = json!({ "bytes": 3, "integrity": Hash::of(b"abc").integrity() });
        assert_eq!(list["files"]["b.js"], told);
        assert_eq!(list["files"].as_object().unwrap().len(), 2);
    }

    #[test]
    fn the_same_files_give_the_same_list() {
        assert_eq!(integrity(&files(), "1.2.3").unwrap(), integrity(&files(), "1.2.3").unwrap());
    }

    #[test]
    fn each_file_has_a_copy_in_brotli_and_one_in_gzip() {
        let copies = compressed(&files()).unwrap();
        let names: Vec<&str> = copies.keys().map(String::as_str).collect();
        assert_eq!(names, ["a/a.html.br", "a/a.html.gz", "b.js.br", "b.js.gz"]);
    }
}
