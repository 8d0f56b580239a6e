//! Short names for what the wasm asks of its glue.
//!
//! wasm-bindgen ends each of some two hundred names in a hash of 16 digits, which no compression shortens, and writes
//! it in both files: 4.6 KiB of brotli. Nobody else reads these names.

use crate::error::Error;

/// What every wasm of the first version begins with.
const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// The section that lists what is asked for.
const IMPORTS: u8 = 2;

/// The one kind of import that wasm-bindgen writes.
const FUNCTION: u8 = 0;

/// The wasm and the glue with short names for each import.
///
/// # Errors
/// Where either is not written as wasm-bindgen does.
pub(crate) fn shortened(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String), Error> {
    let remedy = "see what wasm-bindgen writes now, and change xtask/src/imports.rs";
    let (wasm, names) = renamed(wasm).ok_or_else(|| Error::new("the imports of the wasm cannot be read", remedy))?;
    let mut glue = glue.to_owned();
    for (at, name) in names.iter().enumerate() {
        let place = format!(" {name}: ");
        if glue.matches(&place).count() != 1 {
            return Err(Error::new(format!("the glue does not give `{name}` once"), remedy));
        }
        glue = glue.replace(&place, &format!(" {}: ", short(at)));
    }
    Ok((wasm, glue))
}

/// The wasm with a short name for each import, and the names that these had; `None` where it is no such wasm.
fn renamed(wasm: &[u8]) -> Option<(Vec<u8>, Vec<String>)> {
    let mut rest = Reader(wasm.strip_prefix(PREAMBLE)?);
    let (mut written, mut names) = (PREAMBLE.to_vec(), Vec::new());
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let mut section = rest.bytes()?.to_vec();
        if kind == IMPORTS {
            (section, names) = renamed_imports(&section)?;
        }
        written.push(kind);
        write_bytes(&mut written, &section);
    }
    Some((written, names))
}

fn renamed_imports(section: &[u8]) -> Option<(Vec<u8>, Vec<String>)> {
    let mut rest = Reader(section);
    let (mut written, mut names) = (Vec::new(), Vec::new());
    let count = rest.number()?;
    write_number(&mut written, count);
    for at in 0..count {
        write_bytes(&mut written, rest.bytes()?);
        names.push(String::from_utf8(rest.bytes()?.to_vec()).ok()?);
        write_bytes(&mut written, short(at).as_bytes());
        (rest.byte()? == FUNCTION).then_some(())?;
        written.push(FUNCTION);
        write_number(&mut written, rest.number()?);
    }
    rest.0.is_empty().then_some((written, names))
}

/// The name of the import at a place: `a` to `z`, then `aa`.
fn short(at: usize) -> String {
    let before = if at < 26 { String::new() } else { short(at / 26 - 1) };
    before + &char::from(b'a' + (at % 26) as u8).to_string()
}

/// What is still to be read of a wasm.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// A number in LEB128: seven bits a byte, the least first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes after their number.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }
}

fn write_number(written: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        written.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8);
}

fn write_bytes(written: &mut Vec<u8>, bytes: &[u8]) {
    write_number(written, bytes.len());
    written.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm of a custom section, the imports `m.one_1` and `m.two_22`, and another section.
    const WASM: &[u8] =
        b"\0asm\x01\0\0\0\x00\x03\x02hi\x02\x17\x02\x01m\x05one_1\x00\x00\x01m\x06two_22\x00\x81\x01\x0a\x01\x07";
    const GLUE: &str = "{ __proto__: null, one_1: function() { one_1; }, two_22: f }";

    #[test]
    fn names_are_short_in_both_and_all_else_stays() {
        let (wasm, glue) = shortened(WASM, GLUE).unwrap();
        let expected = b"\0asm\x01\0\0\0\x00\x03\x02hi\x02\x0e\x02\x01m\x01a\x00\x00\x01m\x01b\x00\x81\x01\x0a\x01\x07";
        assert_eq!(wasm, expected);
        assert_eq!(glue, "{ __proto__: null, a: function() { one_1; }, b: f }");
    }

    #[test]
    fn a_name_that_the_glue_does_not_give_once_is_a_fault() {
        for glue in ["{ one_1: f }", "{ one_1: f, two_22: g, two_22: h }"] {
            assert!(shortened(WASM, glue).is_err_and(|fault| fault.to_string().contains("two_22")));
        }
    }

    #[test]
    fn what_is_no_wasm_or_ends_too_soon_or_imports_a_memory_is_a_fault() {
        let memory = b"\0asm\x01\0\0\0\x02\x08\x01\x01m\x01n\x02\x00\x01";
        for wasm in [b"no wasm at all".as_slice(), &WASM[..20], memory] {
            assert!(shortened(wasm, GLUE).is_err());
        }
    }

    #[test]
    fn every_place_has_a_name_of_its_own() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(short).into();
        assert_eq!(names, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }

    #[test]
    fn long_sections_and_numbers_are_written_as_they_were_read() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 4_000_000] {
            let mut written = Vec::new();
            write_number(&mut written, number);
            let mut rest = Reader(&written);
            assert_eq!((rest.number(), rest.0), (Some(number), [].as_slice()));
        }
    }
}
