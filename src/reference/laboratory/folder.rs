//! A laboratory's intervals in our own form: TOML files, one analyte each.

use std::path::{Path, PathBuf};

use super::{Laboratory, chosen, text_of};
use crate::error::{Error, Result};
use crate::notice::{Code, FileNotice};
use crate::reference::lint::{self, spans::parse_error};
use crate::reference::schema::AnalyteFile;
use crate::reference::{Catalog, Interval, build};

/// Reads a file or every analyte's file in a directory and the directories in it.
pub(super) fn read(path: &Path, catalog: &Catalog, profile: &str) -> Result<Laboratory> {
    let mut laboratory = Laboratory::default();
    let files = if path.is_dir() {
        toml_files(path)?
    } else {
        vec![path.to_path_buf()]
    };
    if files.is_empty() {
        return Err(Error::new(
            path.display().to_string(),
            "there is no analyte's file (.toml) in this directory",
            "name a directory like reference_ranges, or a CSV file",
        ));
    }
    let mut known_files = Vec::new();
    for path in files {
        let label = path.display().to_string();
        let text = text_of(&path)?;
        let mut file: AnalyteFile =
            toml::from_str(&text).map_err(|error| parse_error(&label, &text, &error))?;
        let Some(known) = catalog.analyte(&file.id) else {
            laboratory.notices.push(FileNotice {
                file: label,
                line: None,
                code: Code::AnalyteUnknown,
                message: format!(
                    "`{}` is not an analyte this program knows; it is not used",
                    file.id
                ),
            });
            continue;
        };
        let wrong = |problem: String| {
            Error::new(
                &label,
                problem,
                "serumcheck ranges check DIR shows where, and what to do",
            )
        };
        let analyte = build::analyte(&mut file).map_err(wrong)?;
        if analyte.unit != known.unit {
            return Err(wrong(format!(
                "its unit is `{}`; {} is kept in `{}`",
                analyte.unit.code, known.name, known.unit.code
            )));
        }
        let mut rows: Vec<Interval> =
            chosen(analyte.intervals.clone(), profile, |row| &row.profile).collect();
        for row in &mut rows {
            if row.is_sourced() {
                row.source = analyte.source_title(&row.source).to_string();
            }
        }
        if !rows.is_empty() {
            laboratory
                .intervals
                .entry(file.id)
                .or_default()
                .extend(rows);
        }
        known_files.push((label, text));
    }
    // What the linter calls wrong judges nobody.
    match lint::first_error(lint::files(&known_files)) {
        Some(error) => Err(error),
        None => Ok(laboratory),
    }
}

/// The analytes' files of a directory, in order. What is no analyte is left out by name.
pub fn toml_files(folder: &Path) -> Result<Vec<PathBuf>> {
    const DEPTH: usize = 4;
    let mut found = Vec::new();
    let mut open = vec![(folder.to_path_buf(), 0)];
    while let Some((folder, depth)) = open.pop() {
        let failed = |error| Error::io(folder.display().to_string(), error);
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().unwrap_or_default();
            if path.is_dir() {
                if depth < DEPTH
                    && !crate::reference::NOT_ANALYTES
                        .iter()
                        .any(|other| name == *other)
                {
                    open.push((path, depth + 1));
                }
            } else if path.extension().is_some_and(|end| end == "toml") && name != "units.toml" {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
