//! Files as static hosts send them.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// `content` in brotli, at the highest quality.
///
/// # Errors
/// Where the compressor fails.
pub(crate) fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &settings)?;
    Ok(compressed)
}

/// `content` in gzip, at the highest quality; without a time, so that the same content gives the same bytes.
///
/// # Errors
/// Where the compressor fails.
pub(crate) fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    // 255: no operating system.
    let mut encoder = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    const TEXT: &[u8] = b"The same words. The same words. The same words.";

    #[test]
    fn what_gzip_takes_comes_back_and_takes_the_same_bytes_each_time() {
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(TEXT).unwrap()).read_to_end(&mut back).unwrap();
        assert_eq!((back.as_slice(), gzip(TEXT).unwrap()), (TEXT, gzip(TEXT).unwrap()));
    }

    #[test]
    fn what_brotli_takes_comes_back() {
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli(TEXT).unwrap(), &mut back).unwrap();
        assert_eq!(back, TEXT);
    }
}
