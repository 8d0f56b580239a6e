use browser_tests::{Json, Page};

/// What a release holds besides what is named after its content, and besides `integrity.json` itself.
const FILES: [&str; 13] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "bundler.js",
    "custom-elements.json",
    "embed-frame.js",
    "embed-host.js",
    "embed.css",
    "embed.html",
    "help.css",
    "help.html",
    "model-compare.d.ts",
    "model-compare.js",
];

#[test]
fn a_release_lists_its_files_and_a_browser_finds_each_as_the_list_says() {
    let page = Page::with("");
    let listed: Json = page.ask(
        "const { files } = await (await fetch('/embed/integrity.json')).json();
        for (const [name, { bytes, integrity }] of Object.entries(files)) {
          // Pages are served with a script for the tests in them.
          if (name.endsWith('.html')) continue;
          const content = await (await fetch(`/embed/${name}`, { integrity })).arrayBuffer();
          if (content.byteLength !== bytes) throw new Error(`${name} has ${content.byteLength} bytes`);
        }
        return Object.keys(files)",
        Vec::new(),
    );
    let listed: Vec<&str> = listed.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    for file in FILES {
        assert!(listed.contains(&file), "{file} is not among {listed:?}");
    }
    let plain = ["live.js", "load.js", "element.js", "names.js", "widget.js", "widget_bg.wasm", "types.d.ts"];
    assert!(!listed.iter().any(|name| plain.contains(name)), "{listed:?}");
}

#[test]
fn each_file_of_a_release_has_a_copy_in_brotli_and_one_in_gzip() {
    let page = Page::with("");
    let missing: Vec<String> = page.ask(
        "const { files } = await (await fetch('/embed/integrity.json')).json();
        const missing = [];
        for (const name of [...Object.keys(files), 'integrity.json']) {
          for (const copy of [`${name}.br`, `${name}.gz`]) {
            const answer = await fetch(`/embed/${copy}`);
            await answer.arrayBuffer();
            if (!answer.ok) missing.push(copy);
          }
        }
        return missing",
        Vec::new(),
    );
    assert_eq!(missing, [""; 0]);
}
