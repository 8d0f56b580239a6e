//! Versions: of the tools that are there, and those that are wanted.

use std::borrow::Cow;
use std::fmt;

/// A released version: numbers, the weightiest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(Cow<'static, [u32]>);

impl Version {
    pub(crate) const fn new(parts: &'static [u32]) -> Self {
        Self(Cow::Borrowed(parts))
    }

    /// Reads `0.21.14` or `132`; `None` for anything else, a pre-release included.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        text.split('.').map(|part| part.parse().ok()).collect::<Option<Vec<_>>>().map(|parts| Self(parts.into()))
    }

    /// The first version among the words that a tool prints of itself.
    pub(crate) fn stated_in(answer: &str) -> Option<Self> {
        // Some write `v0.5.4`.
        answer.split_whitespace().find_map(|word| Self::parse(word.trim_start_matches('v')))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u32::to_string).collect();
        f.write_str(&parts.join("."))
    }
}

/// Which versions of a tool will do.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    Exactly(Version),
    AtLeast(Version),
}

impl Wanted {
    /// Whether `version` will do.
    pub(crate) fn admits(&self, version: &Version) -> bool {
        match self {
            Self::Exactly(wanted) => version == wanted,
            Self::AtLeast(wanted) => version >= wanted,
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(version) => write!(f, "{version}"),
            Self::AtLeast(version) => write!(f, "{version} or later"),
        }
    }
}

/// The version of `package` in the text of a `Cargo.lock`, the highest where it has several.
pub(crate) fn locked(lock: &str, package: &str) -> Option<Version> {
    let lock: toml::Table = lock.parse().ok()?;
    lock.get("package")?
        .as_array()?
        .iter()
        .filter(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .filter_map(|entry| Version::parse(entry.get("version")?.as_str()?))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    #[test]
    fn a_version_is_read_from_what_a_tool_prints() {
        for (answer, wanted) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130 (4ac0c1b1d 2026-01-01)", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("mdbook v0.5.4", "0.5.4"),
        ] {
            assert_eq!(Version::stated_in(answer), Some(version(wanted)));
        }
    }

    #[test]
    fn a_pre_release_is_no_released_version() {
        assert_eq!(Version::stated_in("trunk 0.22.0-beta.1"), None);
    }

    #[test]
    fn a_version_is_written_as_it_was_read() {
        assert_eq!(version("0.21.14").to_string(), "0.21.14");
    }

    #[test]
    fn versions_compare_by_number_and_not_by_letter() {
        assert!(version("0.2.130") > version("0.2.99"));
        assert!(version("132") > version("99"));
    }

    #[test]
    fn exactly_admits_one_version_and_at_least_the_later_ones_too() {
        let exactly = Wanted::Exactly(version("0.21.14"));
        assert!(exactly.admits(&version("0.21.14")) && !exactly.admits(&version("0.21.15")));
        let at_least = Wanted::AtLeast(version("132"));
        assert!(at_least.admits(&version("133")) && !at_least.admits(&version("108")));
    }

    #[test]
    fn the_lock_file_gives_the_version_of_a_package() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\n\
                    [[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.70\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some(version("0.2.130")));
        assert_eq!(locked(lock, "yew"), None);
    }
}
