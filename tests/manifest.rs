//! What editors are told of the element, against the element and its style sheets.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;

const MANIFEST: &str = include_str!("../embed/custom-elements.json");

/// The names that follow a beginning, up to what cannot be part of one.
fn names_after<'a>(text: &'a str, beginning: &str) -> BTreeSet<&'a str> {
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '-';
    text.split(beginning).skip(1).map(|rest| rest.split(|char| !is_part(char)).next().unwrap()).collect()
}

/// The names in the list of the manifest that has this key.
fn listed(key: &str) -> BTreeSet<&'static str> {
    let list = MANIFEST.split_once(&format!("\"{key}\": [")).unwrap().1;
    names_after(list.split_once("\n          ]").unwrap().0, "\"name\": \"")
}

#[test]
fn the_manifest_and_the_readme_list_every_custom_property_of_the_style_sheets() {
    let mut sheets = include_str!("../embed/element.js").to_owned();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/styles")).unwrap() {
        sheets.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    let used = names_after(&sheets, "var(--mc-");
    let listed = listed("cssProperties");
    assert_eq!(
        used.iter().map(|name| format!("--mc-{name}")).collect::<Vec<_>>(),
        listed.into_iter().collect::<Vec<_>>()
    );
    let told = include_str!("../README.md");
    // The eight hues are told as the first and the last.
    let untold: Vec<&&str> = used.iter().filter(|name| !told.contains(&format!("--mc-{name}`"))).collect();
    assert_eq!(untold, [&"hue-1", &"hue-2", &"hue-3", &"hue-4", &"hue-5", &"hue-6"]);
}

#[test]
fn the_manifest_lists_every_attribute_and_part_of_the_contract() {
    let attributes = include_str!("../embed/names.js").split_once("ATTRIBUTES = [").unwrap().1;
    let attributes = attributes.split_once(']').unwrap().0;
    let attributes: BTreeSet<&str> = attributes.split('\'').skip(1).step_by(2).collect();
    assert_eq!(listed("attributes"), attributes);
    let parts = include_str!("../docs/contract.md").split_once("Parts (`::part()`): `").unwrap().1;
    let parts: BTreeSet<&str> = parts.split_once('`').unwrap().0.split(' ').collect();
    assert_eq!(listed("cssParts"), parts);
}
