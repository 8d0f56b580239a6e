//! The npm package: the release as it is, under the name by which `import` finds it.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::bundle;
use crate::error::Error;
use crate::release::{self, VERSION};
use crate::seal::{self, Files};
use crate::shell::{self, Shell};

/// What the package is called.
const NAME: &str = "model-compare";

/// Packs `files` into `to`; gives the package's file.
///
/// # Errors
/// Where a file cannot be written or npm fails.
pub(crate) fn pack(shell: &Shell, files: &Files, to: &Path) -> Result<PathBuf, Error> {
    let folder = shell.target("npm").join(NAME);
    release::clear(&folder)?;
    release::clear(to)?;
    release::write(&folder, files)?;
    release::write(&folder, &Files::from([("package.json".to_owned(), seal::pretty(&description(files))?)]))?;
    let mut npm = shell.command("npm");
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"]).arg(to).current_dir(&folder);
    shell::output(&mut npm, "see what npm printed above")?;
    Ok(to.join(format!("{NAME}-{VERSION}.tgz")))
}

/// The `package.json` (<https://docs.npmjs.com/cli/configuring-npm/package-json>).
fn description(files: &Files) -> Json {
    let names: Vec<&String> = files.keys().collect();
    json!({
        "name": NAME,
        "version": VERSION,
        "description": "An embeddable widget that compares AI models by score and cost",
        "license": "MIT OR Apache-2.0",
        "keywords": ["custom-element", "web-component", "webassembly", "ai-models", "comparison"],
        "type": "module",
        "exports": {
            ".": {
                "types": "./model-compare.d.ts",
                // The first that fits counts, and only bundlers know this condition.
                "module": format!("./{}", bundle::FOR_BUNDLERS),
                "default": format!("./{}", bundle::LOADER),
            },
            "./*": "./*",
        },
        "types": "model-compare.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": true,
        "files": names,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_lists_every_file_and_bears_the_version_of_the_workspace() {
        let files = Files::from([("a.js".to_owned(), Vec::new()), ("fallback/b.html".to_owned(), Vec::new())]);
        let package = description(&files);
        assert_eq!(package["files"], json!(["a.js", "fallback/b.html"]));
        assert_eq!(package["version"], VERSION);
    }

    #[test]
    fn bundlers_meet_their_entry_before_that_of_everybody() {
        let package = description(&Files::new());
        let conditions: Vec<&String> = package["exports"]["."].as_object().unwrap().keys().collect();
        assert_eq!(conditions, ["types", "module", "default"]);
    }
}
