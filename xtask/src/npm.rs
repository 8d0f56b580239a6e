//! The npm package: the release as it is, under the name by which `import` finds it.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::bundle;
use crate::error::Error;
use crate::release::{self, VERSION};
use crate::seal::Files;
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
    release::write(&folder, &Files::from([("package.json".to_owned(), description(files).into_bytes())]))?;
    let mut npm = shell.command("npm");
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"]).arg(to).current_dir(&folder);
    shell::output(&mut npm, "see what npm printed above")?;
    Ok(to.join(format!("{NAME}-{VERSION}.tgz")))
}

/// The `package.json` (<https://docs.npmjs.com/cli/configuring-npm/package-json>).
///
/// Line by line, since the order of conditions counts: the first that fits is taken, and only bundlers know `module`.
/// Under `node` a server finds the same file, which does nothing there.
fn description(files: &Files) -> String {
    let entry = json!(format!("./{}", bundle::LOADER));
    let entry_of_bundlers = json!(format!("./{}", bundle::FOR_BUNDLERS));
    let conditions = format!(
        r#"{{ "types": "./model-compare.d.ts", "module": {entry_of_bundlers}, "node": {entry_of_bundlers}, "default": {entry} }}"#
    );
    let lines = [
        ("name", json!(NAME).to_string()),
        ("version", json!(VERSION).to_string()),
        ("description", json!("An embeddable widget that compares AI models by score and cost").to_string()),
        ("license", json!("MIT OR Apache-2.0").to_string()),
        ("keywords", json!(["custom-element", "web-component", "webassembly", "ai-models", "comparison"]).to_string()),
        ("type", json!("module").to_string()),
        ("exports", format!(r#"{{ ".": {conditions}, "./*": "./*" }}"#)),
        ("types", json!("model-compare.d.ts").to_string()),
        ("customElements", json!("custom-elements.json").to_string()),
        ("sideEffects", json!(true).to_string()),
        ("files", json!(files.keys().collect::<Vec<_>>()).to_string()),
    ];
    let lines = lines.map(|(key, value)| format!("  \"{key}\": {value}"));
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value as Json;

    #[test]
    fn the_package_lists_every_file_and_bears_the_version_of_the_workspace() {
        let files = Files::from([("a.js".to_owned(), Vec::new()), ("fallback/b.html".to_owned(), Vec::new())]);
        let package: Json = serde_json::from_str(&description(&files)).unwrap();
        assert_eq!(package["files"], json!(["a.js", "fallback/b.html"]));
        assert_eq!(package["version"], VERSION);
    }

    #[test]
    fn bundlers_and_servers_meet_their_entry_before_that_of_everybody() {
        let package = description(&Files::new());
        let [types, module, node, default] =
            ["types\": \"./", "module\": \"./bundler.js", "node\": \"./bundler.js", "default\": \"./"]
                .map(|condition| package.find(condition).unwrap());
        assert!(types < module && module < node && node < default, "{package}");
    }
}
