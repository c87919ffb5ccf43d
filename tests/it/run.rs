//! Runs the program: `Run::check("samples/messy.csv").args(["--to", "csv"]).ok().rows()`.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A run to be. It starts in the project's folder, with 80 columns and no terminal.
pub struct Run {
    command: Command,
}

/// A run that ended.
pub struct Done {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// One line of `check --to csv`, by column.
pub type Row = BTreeMap<String, String>;

impl Run {
    pub fn new<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_serumcheck"));
        command
            .current_dir(root())
            .env_clear()
            .env("COLUMNS", "80")
            .args(args)
            // A closed standard input: no test depends on the terminal it is started from.
            .write_stdin("");
        Run { command }
    }

    pub fn check(file: impl AsRef<OsStr>) -> Run {
        Run::new([OsStr::new("check"), file.as_ref()])
    }

    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Run {
        self.command.args(args);
        self
    }

    pub fn stdin(mut self, text: impl Into<Vec<u8>>) -> Run {
        self.command.write_stdin(text);
        self
    }

    /// With a page of another width.
    pub fn columns(mut self, width: usize) -> Run {
        self.command.env("COLUMNS", width.to_string());
        self
    }

    pub fn current_dir(mut self, folder: &Path) -> Run {
        self.command.current_dir(folder);
        self
    }

    pub fn done(mut self) -> Done {
        let output = self.command.output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Done {
            code: output.status.code().expect("the program ends by itself"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// The run, which must have worked.
    #[track_caller]
    pub fn ok(self) -> Done {
        let done = self.done();
        assert_eq!(done.code, 0, "exit status; {}", done.stderr);
        done
    }

    /// The rows of a run that must have worked, as `--to csv` gives them.
    #[track_caller]
    pub fn rows(self) -> Vec<Row> {
        self.args(["--to", "csv"]).ok().rows()
    }
}

impl Done {
    #[track_caller]
    pub fn rows(&self) -> Vec<Row> {
        csv::Reader::from_reader(self.stdout.as_bytes())
            .deserialize()
            .map(|row| row.expect("a row of the contract"))
            .collect()
    }
}

/// A file in a folder of its own that goes away with the test.
pub fn file(name: &str, contents: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::write(&path, contents).expect("a temporary file");
    (folder, path)
}

/// These columns of each row of an export, with strokes between them.
#[track_caller]
pub fn said(text: &str, columns: &[&str]) -> Vec<String> {
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let of_row = |row: &Row| {
        let cells: Vec<&str> = columns.iter().map(|column| row[*column].as_str()).collect();
        cells.join("|")
    };
    rows.iter().map(of_row).collect()
}

/// The sheet of rows before a surgery. It ends with 1 where somebody is to be phoned.
pub fn sheet_or_stop(text: &str) -> Done {
    let (_folder, path) = file("labs.csv", text);
    let dates = ["--surgery-date", "2026-12-01", "--today", "2026-11-21"];
    let run = Run::new(["preop", "--fail-on", "stop"]).args(dates);
    run.args([&path]).done()
}

/// Exports that are no part of the project; `None` where they are not at hand.
pub fn real(path: &str) -> Option<PathBuf> {
    let path = root().join("../shared/real_exports").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}
