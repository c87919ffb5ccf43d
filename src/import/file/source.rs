//! Where the bytes of an export come from.
//!
//! Every export is read more than once, so standard input and pipes are first copied to a temporary
//! file that has no name and vanishes with the program: it holds patient data. So are files with cells written as formulas.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::formula_cells;
use crate::error::{Error, Result};

/// An export's bytes, held open: a file that is renamed or replaced meanwhile does not matter.
#[derive(Debug)]
pub(crate) struct Source {
    label: String,
    file: Mutex<File>,
    length: u64,
    modified: Option<SystemTime>,
    /// Its quotes were found to be closed: not to be looked at again.
    pub(crate) quotes_checked: AtomicBool,
}

impl Source {
    /// Opens a path, or standard input where the path is `-`.
    pub(crate) fn open(path: &Path) -> Result<Source> {
        let label = path.display().to_string();
        if label == "-" {
            return Source::spool(label, &mut io::stdin().lock());
        }
        let failed = |error| Error::io(label.clone(), error);
        let metadata = std::fs::metadata(path).map_err(failed)?;
        if metadata.is_dir() {
            return Err(Error::io(label, io::ErrorKind::IsADirectory.into()));
        }
        let mut file = File::open(path).map_err(failed)?;
        if !metadata.is_file() || has_formulas(&mut file).map_err(failed)? {
            return Source::spool(label, &mut file);
        }
        Ok(Source {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            file: Mutex::new(file),
            quotes_checked: AtomicBool::new(false),
            label,
        })
    }

    /// Copies what can be read only once.
    fn spool(label: String, from: &mut dyn Read) -> Result<Source> {
        let copied = tempfile::tempfile().and_then(|mut file| {
            let length = formula_cells::copy(from, &mut file)?;
            Ok((file, length))
        });
        match copied {
            Ok((file, length)) => Ok(Source {
                label,
                length,
                modified: file.metadata().ok().and_then(|m| m.modified().ok()),
                file: Mutex::new(file),
                quotes_checked: AtomicBool::new(false),
            }),
            Err(error) => Err(Error::io(label, error)),
        }
    }

    /// The name as given on the command line.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// Length in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// A reader from the byte `at` on. Any number of them can be in use at the same time.
    pub(crate) fn reader(&self, at: u64) -> SourceReader<'_> {
        SourceReader { source: self, at }
    }

    /// An error if the file was written to since it was opened: a second reading would not be the
    /// same as the first.
    pub(crate) fn still_the_same(&self) -> Result<()> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        match file.metadata() {
            Ok(now) if now.len() == self.length && now.modified().ok() == self.modified => Ok(()),
            Ok(_) => Err(self.changed()),
            Err(error) => Err(Error::io(&self.label, error)),
        }
    }

    /// A second reading would not be, or was not, the same as the first.
    pub(crate) fn changed(&self) -> Error {
        Error::new(
            &self.label,
            "the file was changed while it was being read",
            "run it again when nothing writes to the file",
        )
    }
}

/// True for a file with cells written as formulas. It stands at its beginning again.
fn has_formulas(file: &mut File) -> io::Result<bool> {
    let head = formula_cells::head(file)?;
    file.rewind()?;
    Ok(formula_cells::are_in(&head))
}

/// Reads a [`Source`] from a place of its own.
#[derive(Debug)]
pub(crate) struct SourceReader<'s> {
    source: &'s Source,
    at: u64,
}

impl Read for SourceReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let lock = self.source.file.lock();
        let mut file = lock.unwrap_or_else(PoisonError::into_inner);
        let count = read_at(&mut file, self.at, into)?;
        self.at += count as u64;
        Ok(count)
    }
}

/// Reads from a place, in one step where the system can.
#[cfg(unix)]
fn read_at(file: &mut File, at: u64, into: &mut [u8]) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, at)
}

#[cfg(not(unix))]
fn read_at(file: &mut File, at: u64, into: &mut [u8]) -> io::Result<usize> {
    use std::io::SeekFrom;
    file.seek(SeekFrom::Start(at))?;
    file.read(into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_opened_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = Source::open(&folder.path().join("no.csv")).expect_err("missing");
        assert!(missing.to_string().contains("no such file"), "{missing}");
        let directory = Source::open(folder.path()).expect_err("directory");
        assert!(directory.to_string().contains("directory"), "{directory}");
    }

    #[test]
    fn readers_do_not_disturb_each_other() {
        let source = Source::spool("-".into(), &mut &b"abcdef"[..]).expect("spooled");
        let (mut one, mut two) = (source.reader(0), source.reader(3));
        let mut letters = [0u8; 2];
        let mut seen = Vec::new();
        for _ in 0..2 {
            for reader in [&mut one, &mut two] {
                let count = reader.read(&mut letters).expect("readable");
                seen.push(String::from_utf8_lossy(&letters[..count]).into_owned());
            }
        }
        assert_eq!(seen, ["ab", "de", "cd", "f"]);
        assert_eq!(source.length(), 6);
        source.still_the_same().expect("unchanged");
    }
}
