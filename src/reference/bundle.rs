//! The files of `reference_ranges/` as they are compiled in.

use include_dir::{Dir, include_dir};

use super::Analyte;
use super::schema::{AnalyteFile, NOT_ANALYTES};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/reference_ranges");

/// The text of a bundled file; empty if there is none.
pub(crate) fn bundled_text(path: &str) -> &'static str {
    FILES
        .get_file(path)
        .and_then(|file| file.contents_utf8())
        .unwrap_or_default()
}

/// The file of an analyte as written, for what the index does not hold: its names, its codes.
/// `None` for an analyte that is not bundled.
#[must_use]
pub fn file_of(analyte: &Analyte) -> Option<AnalyteFile> {
    let path = format!("{}/{}.toml", analyte.group, analyte.id);
    toml::from_str(FILES.get_file(path)?.contents_utf8()?).ok()
}

/// The analytes' files with their paths, in order: `GROUP/ID.toml`.
#[must_use]
pub fn analyte_files() -> Vec<(String, &'static str)> {
    let mut files: Vec<(String, &'static str)> = FILES
        .dirs()
        .flat_map(Dir::files)
        .filter(|file| {
            !NOT_ANALYTES
                .iter()
                .any(|folder| file.path().starts_with(folder))
        })
        .filter(|file| file.path().extension().is_some_and(|end| end == "toml"))
        .filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
        .collect();
    files.sort();
    files
}

/// Names of the files in a folder (`grades`, `workups`), in order.
#[must_use]
pub(crate) fn files_in(folder: &str) -> Vec<String> {
    let folder = FILES.get_dir(folder);
    let mut names: Vec<String> = folder
        .iter()
        .flat_map(|folder| folder.files())
        .filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_string()))
        .collect();
    names.sort();
    names
}
