//! By what a browser knows a file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// The SHA-384 of a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hash([u8; 48]);

impl Hash {
    pub(crate) fn of(content: &[u8]) -> Self {
        Self(Sha384::digest(content).into())
    }

    /// As an `integrity` attribute has it (<https://www.w3.org/TR/SRI/>).
    pub(crate) fn integrity(&self) -> String {
        format!("sha384-{}", STANDARD.encode(self.0))
    }

    /// Eight hexadecimal digits: enough to tell the versions of one file apart.
    pub(crate) fn short(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_other_programs() {
        // `printf abc | openssl dgst -sha384 -binary | openssl base64 -A`
        let integrity = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(Hash::of(b"abc").integrity(), integrity);
    }

    #[test]
    fn the_same_content_has_the_same_short_name_and_another_has_another() {
        assert_eq!(Hash::of(b"abc").short(), "cb00753f");
        assert_ne!(Hash::of(b"abd").short(), "cb00753f");
    }
}
