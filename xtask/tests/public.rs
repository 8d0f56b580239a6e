//! What a release tells of the element, in every form, is the same.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use serde_json::Value as Json;
use std::fs;
use std::path::Path;

/// A file of the workspace.
fn file(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&file).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()))
}

/// What stands between two texts, the first time that both are there.
fn between<'text>(text: &'text str, before: &str, after: &str) -> &'text str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("`{before}` is not there"));
    rest.split_once(after).unwrap_or_else(|| panic!("`{after}` is not there")).0
}

/// The texts in quotes of one kind, in order.
fn quoted(text: &str, quote: char) -> Vec<&str> {
    text.split(quote).skip(1).step_by(2).collect()
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}

/// The declaration of the element in the manifest.
fn manifest() -> Json {
    let manifest: Json = serde_json::from_str(&file("embed/custom-elements.json")).unwrap();
    manifest["modules"][0]["declarations"][0].clone()
}

fn names<'manifest>(list: &'manifest Json, key: &str) -> Vec<&'manifest str> {
    list.as_array().into_iter().flatten().filter_map(|entry| entry[key].as_str()).collect()
}

/// The attributes as the loader observes them.
fn attributes(names: &str) -> Vec<&str> {
    quoted(between(names, "ATTRIBUTES = [", "];"), '\'')
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

#[test]
fn the_manifest_has_the_attributes_that_the_element_observes() {
    let (manifest, observed) = (manifest(), file("embed/names.js"));
    assert_eq!(sorted(names(&manifest["attributes"], "name")), sorted(attributes(&observed)));
}

#[test]
fn the_manifest_has_the_attributes_and_defaults_of_the_contract() {
    let (manifest, contract) = (manifest(), file("docs/contract.md"));
    let rows = between(&contract, "| attribute | value | default |\n|---|---|---|\n", "\n\n");
    let mut promised = Vec::new();
    for row in rows.lines() {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        for name in quoted(cells[0], '`') {
            promised.push(name);
            let entry = manifest["attributes"].as_array().unwrap().iter().find(|entry| entry["name"] == name);
            let stated = entry.unwrap_or_else(|| panic!("no `{name}`"))["default"].as_str().unwrap_or("none");
            let default = cells.last().unwrap().trim_matches('`');
            let own = ["none", "all", "the first", "the table's own", "the table's own choice"];
            let default = if own.contains(&default) && !cells[1].contains("`none`") { "none" } else { default };
            assert_eq!(stated.trim_matches('\''), default, "{name}");
        }
    }
    assert_eq!(sorted(promised), sorted(names(&manifest["attributes"], "name")));
}

#[test]
fn each_attribute_has_its_property_in_the_manifest_and_in_the_types() {
    let (manifest, observed, types) = (manifest(), file("embed/names.js"), file("embed/model-compare.d.ts"));
    let members = names(&manifest["members"], "name");
    for attribute in attributes(&observed) {
        let property = camel_case(attribute);
        assert!(members.contains(&property.as_str()), "{property}");
        assert!(types.contains(&format!("get {property}(): string | null;")), "{property}");
    }
}

#[test]
fn the_manifest_the_types_and_the_contract_name_the_same_events() {
    let (manifest, contract, types) = (manifest(), file("docs/contract.md"), file("embed/model-compare.d.ts"));
    let events = names(&manifest["events"], "name");
    assert_eq!(events, quoted(between(&types, "ModelCompareEventMap {", "\n}"), '\''));
    let promised = quoted(between(&contract, "| event ", " |"), '`');
    let ends: Vec<&str> = promised.iter().filter_map(|name| name.rsplit(':').next()).collect();
    assert_eq!(ends, events.iter().filter_map(|name| name.rsplit(':').next()).collect::<Vec<_>>());
}

#[test]
fn the_manifest_names_the_parts_of_the_contract() {
    let (manifest, contract) = (manifest(), file("docs/contract.md"));
    let promised = between(&contract, "Parts (`::part()`): `", "`");
    assert_eq!(names(&manifest["cssParts"], "name"), promised.split(' ').collect::<Vec<_>>());
}

#[test]
fn help_stands_for_each_code_that_an_error_may_have() {
    let (help, types) = (file("embed/help.html"), file("embed/model-compare.d.ts"));
    let codes = quoted(between(&types, "type ErrorCode = ", ";"), '\'');
    let sections: Vec<&str> = help.split("<section id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(sections, codes);
    let contract = file("docs/contract.md");
    assert_eq!(between(&contract, "Error codes: `", "`").split(' ').collect::<Vec<_>>(), codes);
}

#[test]
fn the_pages_of_a_release_pass_the_strictest_policy() {
    for page in ["embed/help.html", "embed/embed.html"] {
        let page = file(page);
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            assert!(!tag.starts_with("style") && !tag.contains(" style=") && !tag.contains(" on"), "{tag}");
            assert!(!tag.starts_with("script") || tag.contains(" src="), "{tag}");
        }
    }
    assert!(!file("embed/help.html").contains("<script"));
}

#[test]
fn the_policy_is_the_same_wherever_it_is_told() {
    let policy = "script-src https://widgets.example 'wasm-unsafe-eval'; connect-src https://widgets.example";
    for place in ["embed/help.html", "embed/README.md", "README.md"] {
        assert!(file(place).contains(policy), "{place}");
    }
}

#[test]
fn the_snippet_for_the_host_of_a_frame_is_the_file_for_it() {
    let (script, readme) = (file("embed/embed-host.js"), file("embed/README.md"));
    let listener = script.split_once("addEventListener").unwrap().1;
    assert!(readme.contains(listener.trim_end()));
}
