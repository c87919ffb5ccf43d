//! Where a report goes: standard output, or a file that is there whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, NamedTempFile};

use crate::error::{Error, Result};

/// Where parts of files were begun, whatever became of them.
static PARTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Takes away what is written of files that are not whole yet, before the run is ended from outside.
pub fn remove_parts() {
    let parts = PARTS.lock().unwrap_or_else(PoisonError::into_inner);
    for part in parts.iter() {
        // One that became a file, or was given up, is there no more.
        let _ = fs::remove_file(part);
    }
}

/// An output. A file becomes visible under its name with [`Output::commit`]; dropped before, it
/// leaves whatever was there untouched.
pub struct Output<'a> {
    to: To<'a>,
}

enum To<'a> {
    Stream(Box<dyn Write + 'a>),
    File {
        temporary: BufWriter<NamedTempFile>,
        path: PathBuf,
        shown: String,
    },
}

impl std::fmt::Debug for Output<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.to {
            To::Stream(_) => f.write_str("Output::Stream"),
            To::File { shown, .. } => write!(f, "Output::File({shown})"),
        }
    }
}

impl<'a> Output<'a> {
    /// Standard output, buffered.
    #[must_use]
    pub fn stdout() -> Output<'static> {
        Output::stream(io::stdout().lock())
    }

    /// Any stream, buffered here: standard output wrapped for a terminal, or memory.
    #[must_use]
    pub fn stream(out: impl Write + 'a) -> Output<'a> {
        Output {
            to: To::Stream(Box::new(BufWriter::with_capacity(1 << 16, out))),
        }
    }

    /// A file. It is written beside its final place and moved there when it is whole. `-` is standard output, as it is
    /// standard input among the files that are read.
    ///
    /// # Errors
    /// If `path` is a directory, its folder does not exist, or it may not be written there.
    pub fn file(path: &Path) -> Result<Output<'static>> {
        if path == Path::new("-") {
            return Ok(Output::stdout());
        }
        let shown = path.display().to_string();
        // Through a symbolic link, the file it points to is replaced, not the link.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let existing = fs::metadata(&target).ok();
        if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(Error::new(
                shown,
                "this is a directory, not a file",
                "name a file in it",
            ));
        }
        if target.file_name().is_none() {
            return Err(Error::new(shown, "this names no file", "name a file"));
        }
        // A device or a pipe cannot be replaced by a file; it is written to directly.
        if existing.as_ref().is_some_and(|meta| !meta.is_file()) {
            let device = fs::OpenOptions::new()
                .write(true)
                .open(&target)
                .map_err(|error| Error::io(shown, error))?;
            return Ok(Output::stream(device));
        }
        if existing
            .as_ref()
            .is_some_and(|meta| meta.permissions().readonly())
        {
            return Err(Error::io(shown, io::ErrorKind::PermissionDenied.into()));
        }
        let temporary = create_beside(&target, existing.as_ref()).map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                Error::new(
                    shown.clone(),
                    "its folder does not exist",
                    "create the folder, or name another one",
                )
            } else {
                Error::io(shown.clone(), error)
            }
        })?;
        Ok(Output {
            to: To::File {
                temporary: BufWriter::with_capacity(1 << 16, temporary),
                path: target,
                shown,
            },
        })
    }

    /// Finishes: flushes a stream, or puts a file in its place.
    ///
    /// # Errors
    /// If the rest cannot be written or the file cannot be put in its place.
    pub fn commit(self) -> Result<()> {
        match self.to {
            To::Stream(mut out) => out.flush().map_err(super::broken),
            To::File {
                temporary,
                path,
                shown,
            } => {
                let place = || -> io::Result<()> {
                    let temporary = temporary
                        .into_inner()
                        .map_err(|error| without_path(error.into_error()))?;
                    // On the disk before the name points to it, or a crash leaves an empty file.
                    temporary.as_file().sync_all()?;
                    temporary.persist(&path).map_err(|error| error.error)?;
                    Ok(())
                };
                place().map_err(|error| Error::io(shown, error))
            }
        }
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::Stream(out) => out.write(bytes),
            To::File {
                temporary, shown, ..
            } => temporary.write(bytes).map_err(|error| of(shown, error)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Stream(out) => out.flush(),
            To::File {
                temporary, shown, ..
            } => temporary.flush().map_err(|error| of(shown, error)),
        }
    }
}

/// The error without the name of the part, which nobody gave.
fn without_path(error: io::Error) -> io::Error {
    let inner = error
        .get_ref()
        .and_then(|named| named.source())
        .and_then(|inner| inner.downcast_ref::<io::Error>());
    match inner.and_then(io::Error::raw_os_error) {
        Some(code) => io::Error::from_raw_os_error(code),
        None => error,
    }
}

/// The error with the name that the user gave.
fn of(shown: &str, error: io::Error) -> io::Error {
    let kind = error.kind();
    io::Error::new(kind, format!("{shown}: {}", without_path(error)))
}

fn create_beside(target: &Path, existing: Option<&fs::Metadata>) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".serumcheck-").suffix(".part");
    // A new file gets what the user's own files get, not a temporary file's permissions.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let temporary = builder.tempfile_in(folder)?;
    let mut parts = PARTS.lock().unwrap_or_else(PoisonError::into_inner);
    parts.push(temporary.path().to_path_buf());
    if let Some(meta) = existing {
        temporary.as_file().set_permissions(meta.permissions())?;
    }
    Ok(temporary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("out.csv");
        fs::write(&path, "old").expect("written");

        let mut output = Output::file(&path).expect("opens");
        output.write_all(b"half").expect("written");
        drop(output);
        assert_eq!(fs::read_to_string(&path).expect("read"), "old");

        let mut output = Output::file(&path).expect("opens");
        output.write_all(b"new").expect("written");
        output.commit().expect("in place");
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
        assert_eq!(files(folder.path()), ["out.csv"]);
    }

    #[test]
    fn a_place_that_is_no_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        for (path, expected) in [
            (folder.path().to_path_buf(), "directory"),
            (
                folder.path().join("missing/out.csv"),
                "folder does not exist",
            ),
            (PathBuf::from(""), "names no file"),
        ] {
            let error = Output::file(&path).expect_err("refused").to_string();
            assert!(error.contains(expected), "{error}");
        }
        assert!(files(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (
            folder.path().join("real.csv"),
            folder.path().join("link.csv"),
        );
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        std::os::unix::fs::symlink(&path, &link).expect("linked");
        let mut output = Output::file(&link).expect("opens");
        output.write_all(b"new").expect("written");
        output.commit().expect("in place");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}
