//! What files weigh.

use std::fmt;
use std::ops::{Add, Sub};

use crate::compress;

/// A number of bytes, written in KiB (1,024 bytes).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bytes(pub(crate) u64);

impl Bytes {
    pub(crate) const fn from_kib(kib: u64) -> Self {
        Self(kib.saturating_mul(1024))
    }
}

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:.1}", self.0 as f64 / 1024.0))
    }
}

/// What something weighs on disk and on its way to a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) raw: Bytes,
    /// After brotli at quality 11, as static hosts send it.
    pub(crate) brotli: Bytes,
}

impl Size {
    /// Weighs `content`.
    ///
    /// # Errors
    /// Where the compressor fails.
    pub(crate) fn of(content: &[u8]) -> std::io::Result<Self> {
        let compressed = compress::brotli(content)?;
        Ok(Self { raw: Bytes(content.len() as u64), brotli: Bytes(compressed.len() as u64) })
    }
}

impl Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: Bytes(self.raw.0 + other.raw.0), brotli: Bytes(self.brotli.0 + other.brotli.0) }
    }
}

/// How much more; nothing where it is less.
impl Sub for Size {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let less = |whole: Bytes, part: Bytes| Bytes(whole.0.saturating_sub(part.0));
        Self { raw: less(self.raw, other.raw), brotli: less(self.brotli, other.brotli) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_kib() {
        assert_eq!(format!("{:>6}", Bytes(1536)), "   1.5");
    }

    #[test]
    fn what_repeats_compresses_to_little() {
        let size = Size::of(&[b'a'; 4096]).unwrap();
        assert_eq!(size.raw, Bytes::from_kib(4));
        assert!(size.brotli < Bytes(32), "{size:?}");
    }
}
