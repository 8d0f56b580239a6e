//! The files of a release, bundled and named after their content.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::error::Error;
use crate::hash::Hash;
use crate::imports;
use crate::release::VERSION;
use crate::seal::Files;
use crate::shell::{self, Shell};

/// The entry of a release, which keeps its name.
pub(crate) const LOADER: &str = "model-compare.js";

/// The entry for bundlers.
pub(crate) const FOR_BUNDLERS: &str = "bundler.js";

/// Makes one file of a module and those that it imports. The floor of browsers is that of docs/architecture.md.
const BUNDLED: &str = "--bundle --format=esm --target=chrome111,firefox123,safari16.4 --log-level=warning --define:import.meta.released=true";

/// Where help stands for each failure.
const HELP: &str = "help.html";

/// What stands around the loader for bundlers, which servers that render pages import, too: there it does nothing.
const IN_BROWSERS: [&str; 2] = ["--banner:js=if (globalThis.HTMLElement) {", "--footer:js=}"];

/// By which name the loader for bundlers is told of its files.
const TOLD: &str = "MODEL_COMPARE_RELEASE";

/// What of `embed/` is in a release as it is.
const AS_THEY_ARE: [&str; 8] = [
    "custom-elements.json",
    "embed-frame.js",
    "embed-host.js",
    "embed.css",
    "embed.html",
    "help.css",
    HELP,
    "model-compare.d.ts",
];

/// What of the workspace is in a release as it is.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The files of a release, and the names of those that are named after their content.
pub(crate) struct Bundle {
    pub(crate) files: Files,
    pub(crate) code: String,
    pub(crate) wasm: String,
}

/// Makes a release of the folder that Trunk has written.
///
/// # Errors
/// Where a file is missing or esbuild fails.
pub(crate) fn bundle(shell: &Shell, plain: &Path) -> Result<Bundle, Error> {
    forget_the_plain_wasm(&plain.join("widget.js"))?;
    let wasm = with_short_imports(&plain.join("widget_bg.wasm"), &plain.join("widget.js"))?;
    let code = bundled(shell, &plain.join("live.js"), &["--minify".to_owned()])?;
    let names = Names::of(&code, &wasm);
    let told = format!("--define:import.meta.release={}", names.told());
    let loader = bundled(shell, &plain.join(LOADER), &["--minify".to_owned(), told])?;
    let readme = read(&plain.join("README.md"))?;
    let readme = String::from_utf8_lossy(&readme)
        .replace("{version}", VERSION)
        .replace("{integrity}", &Hash::of(&loader).integrity());
    let mut files = Files::from([
        (LOADER.to_owned(), loader),
        (FOR_BUNDLERS.to_owned(), for_bundlers(shell, plain, &names)?),
        (names.code.clone(), code),
        (names.wasm.clone(), wasm),
        ("README.md".to_owned(), readme.into_bytes()),
    ]);
    for name in AS_THEY_ARE {
        files.insert(name.to_owned(), read(&plain.join(name))?);
    }
    for (name, content) in fallbacks(&plain.join("fallback"))? {
        files.insert(format!("fallback/{name}"), content);
    }
    for name in LICENCES {
        files.insert(name.to_owned(), read(&shell.root(name))?);
    }
    Ok(Bundle { files, code: names.code, wasm: names.wasm })
}

/// The fallbacks by the names of their files.
fn fallbacks(folder: &Path) -> Result<Files, Error> {
    let remedy = "see xtask/src/fallback.rs, which writes it";
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(|cause| Error::unreadable(folder, &cause, remedy))?;
    entries.iter().map(|entry| Ok((entry.file_name().to_string_lossy().into_owned(), read(&entry.path())?))).collect()
}

/// What the loader is to know of the files that it loads.
struct Names {
    code: String,
    code_integrity: String,
    wasm: String,
    wasm_integrity: String,
}

impl Names {
    fn of(code: &[u8], wasm: &[u8]) -> Self {
        let [code, wasm] = [code, wasm].map(Hash::of);
        Self {
            code: format!("model-compare-{}.js", code.short()),
            code_integrity: code.integrity(),
            wasm: format!("model-compare-{}.wasm", wasm.short()),
            wasm_integrity: wasm.integrity(),
        }
    }

    /// As `embed/types.d.ts` describes `import.meta.release`.
    fn told(&self) -> Json {
        json!({
            "version": VERSION,
            "code": { "name": self.code, "integrity": self.code_integrity },
            "wasm": { "name": self.wasm, "integrity": self.wasm_integrity },
            "help": HELP,
        })
    }

    /// The same as a module for bundlers. They follow addresses that are written out, and rename the files; those of
    /// JavaScript they may also change, so that it has no hash.
    fn told_to_bundlers(&self) -> String {
        let address = |name: &str| format!("new URL({}, import.meta.url).href", json!(format!("./{name}")));
        format!(
            "export const {TOLD} = {{\n  version: {},\n  code: {{ name: {} }},\n  wasm: {{ name: {}, integrity: {} }},\n  \
             help: {},\n}};\n",
            json!(VERSION),
            address(&self.code),
            address(&self.wasm),
            json!(self.wasm_integrity),
            address(HELP)
        )
    }
}

/// The loader as bundlers take it: in clear text, for they minify, and keep the remarks that are meant for them.
fn for_bundlers(shell: &Shell, plain: &Path, names: &Names) -> Result<Vec<u8>, Error> {
    let told = plain.join("told.js");
    fs::write(&told, names.told_to_bundlers()).map_err(|cause| Error::unwritable(&told, &cause))?;
    let mut options = vec![format!("--define:import.meta.release={TOLD}"), format!("--inject:{}", told.display())];
    options.extend(IN_BROWSERS.map(str::to_owned));
    bundled(shell, &plain.join(LOADER), &options)
}

/// Takes the plain name of the wasm out of wasm-bindgen's glue, which the loader never lets it use: bundlers follow
/// such names, and in a release there is no such file.
fn forget_the_plain_wasm(glue: &Path) -> Result<(), Error> {
    let name = "new URL('widget_bg.wasm', import.meta.url)";
    let content = read(glue)?;
    let text = String::from_utf8_lossy(&content);
    if text.matches(name).count() != 1 {
        let found = format!("{} does not say `{name}` once", glue.display());
        return Err(Error::new(found, "see what wasm-bindgen writes now, and change xtask/src/bundle.rs"));
    }
    fs::write(glue, text.replace(name, "undefined")).map_err(|cause| Error::unwritable(glue, &cause))
}

/// A wasm with short names for its imports, which its glue then gives by these names.
///
/// # Errors
/// Where a file cannot be read or written, or is not written as wasm-bindgen does.
pub(crate) fn with_short_imports(wasm: &Path, glue: &Path) -> Result<Vec<u8>, Error> {
    let plain = read(glue)?;
    let (wasm, short) = imports::shortened(&read(wasm)?, &String::from_utf8_lossy(&plain))?;
    fs::write(glue, short).map_err(|cause| Error::unwritable(glue, &cause))?;
    Ok(wasm)
}

/// A JavaScript module and those that it imports as one.
fn bundled(shell: &Shell, module: &Path, options: &[String]) -> Result<Vec<u8>, Error> {
    let mut esbuild = shell.command("esbuild");
    shell::output(esbuild.arg(module).args(BUNDLED.split(' ')).args(options), "see what esbuild printed above")
}

fn read(file: &Path) -> Result<Vec<u8>, Error> {
    let remedy = "Trunk.toml, index.html and xtask/src/bundle.rs must agree on dist/embed and its files";
    fs::read(file).map_err(|cause| Error::unreadable(file, &cause, remedy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_has_the_same_name_and_another_has_another() {
        let [one, same, other] = [b"abc", b"abc", b"abd"].map(|code| Names::of(code, b"wasm"));
        assert_eq!((&one.code, &one.wasm), (&same.code, &same.wasm));
        assert_eq!(one.code, "model-compare-cb00753f.js");
        assert_ne!(one.code, other.code);
    }

    #[test]
    fn the_loader_is_told_the_names_and_hashes_of_what_it_loads() {
        let told = Names::of(b"abc", b"wasm").told();
        assert_eq!(
            told["code"],
            json!({ "name": "model-compare-cb00753f.js", "integrity": Hash::of(b"abc").integrity() })
        );
        assert_eq!(told["wasm"]["integrity"], Hash::of(b"wasm").integrity());
    }

    #[test]
    fn bundlers_are_told_addresses_that_are_written_out_and_no_hash_of_what_they_may_change() {
        let told = Names::of(b"abc", b"wasm").told_to_bundlers();
        let code = r#"code: { name: new URL("./model-compare-cb00753f.js", import.meta.url).href },"#;
        assert!(told.contains(code), "{told}");
    }
}
