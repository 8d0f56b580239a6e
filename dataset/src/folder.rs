use crate::faults::{Faults, FileFault};
use crate::notes::{Notes, Spot};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The data folder while it is read: the files opened so far and what is wrong with them.
pub(crate) struct Folder {
    root: PathBuf,
    /// Names and texts in the order of opening, which is the order in which faults are told.
    files: Vec<(PathBuf, Rc<str>)>,
    faults: Vec<(Spot, String)>,
}

/// An opened file.
pub(crate) struct File {
    /// Its position among the opened files.
    pub(crate) number: usize,
    pub(crate) text: Rc<str>,
}

impl Folder {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), files: Vec::new(), faults: Vec::new() }
    }

    /// The file of a path inside the folder; `None`, with the fault noted, where it holds no text.
    pub(crate) fn open(&mut self, path: &str) -> Option<File> {
        let (text, problem) = match fs::read(self.root.join(path)) {
            Ok(bytes) => text_of(&bytes),
            Err(why) if why.kind() == ErrorKind::NotFound => {
                (String::new(), Some("the file is not there: write it, or put it back where it was".to_owned()))
            }
            Err(why) => (String::new(), Some(format!("cannot read the file: {why}"))),
        };
        let text: Rc<str> = text.into();
        let number = self.files.len();
        let at = text.len();
        self.files.push((self.shown(path), Rc::clone(&text)));
        match problem {
            Some(message) => {
                self.fault(Spot { file: number, at }, message);
                None
            }
            None => Some(File { number, text }),
        }
    }

    /// Notes that there is something wrong with a file as such.
    pub(crate) fn refuse(&mut self, path: &str, message: String) {
        let spot = Spot { file: self.files.len(), at: 0 };
        self.files.push((self.shown(path), "".into()));
        self.fault(spot, message);
    }

    /// The path of a file as its author knows it.
    fn shown(&self, path: &str) -> PathBuf {
        Path::new(self.root.file_name().unwrap_or(self.root.as_os_str())).join(path)
    }

    /// The names of the folders in a folder, or of its files, in order; none where it is not there.
    pub(crate) fn names(&self, path: &str, folders: bool) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(path)).into_iter().flatten();
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .filter(|entry| entry.path().is_dir() == folders)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    pub(crate) fn fault(&mut self, spot: Spot, message: String) {
        self.faults.push((spot, message));
    }

    /// Takes in what was noted of one of the files.
    pub(crate) fn gather(&mut self, notes: &mut Notes) {
        self.faults.append(&mut notes.faults);
    }

    /// A place as its author knows it: file and line.
    pub(crate) fn place(&self, spot: Spot) -> String {
        let told = self.files.get(spot.file).map(|(file, text)| (file.display(), line_and_column(text, spot.at).0));
        told.map(|(file, line)| format!("{file}:{line}")).unwrap_or_default()
    }

    pub(crate) fn is_sound(&self) -> bool {
        self.count_faults() == 0
    }

    pub(crate) fn count_faults(&self) -> usize {
        self.faults.len()
    }

    /// What was made of the folder, or else its faults: in order of files and places, each once.
    pub(crate) fn finish<T>(mut self, made: T) -> Result<T, Faults> {
        if self.faults.is_empty() {
            return Ok(made);
        }
        self.faults.sort_by_key(|(spot, _)| *spot);
        let mut told = BTreeSet::new();
        let faults = self.faults.iter().filter(|fault| told.insert(*fault));
        let faults = faults.filter_map(|(spot, message)| {
            let (file, text) = self.files.get(spot.file)?;
            let (line, column) = line_and_column(text, spot.at);
            Some(FileFault::new(file.clone(), line, column, message))
        });
        Err(Faults(faults.collect()))
    }
}

/// The text of a file without byte order mark, up to what is no text, and what is wrong with that.
fn text_of(bytes: &[u8]) -> (String, Option<String>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let problem = std::str::from_utf8(bytes).is_err();
    let problem = problem.then(|| "what follows is not UTF-8: save the file as UTF-8".to_owned());
    let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    (text.to_owned(), problem)
}

/// Line and character, from 1, of a byte position.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_from_one_in_characters() {
        let text = "aé\nøb";
        assert_eq!(line_and_column(text, 0), (1, 1));
        assert_eq!(line_and_column(text, 3), (1, 3));
        assert_eq!(line_and_column(text, 4), (2, 1));
        assert_eq!(line_and_column(text, 6), (2, 2));
        assert_eq!(line_and_column(text, 99), (2, 3));
    }
}
