//! What the commands that make one sheet per patient share: patients gathered, files read and known by
//! their digest, the look.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use serumcheck::check::{Results, Work};
use serumcheck::derive::recipes::chosen;
use serumcheck::error::{Error, Result};
use serumcheck::import::Export;
use serumcheck::interpret::Rules;
use serumcheck::preop::{Gatherer, Patient, Provenance};
use serumcheck::reference::laboratory::toml_files;
use serumcheck::report::Style;
use sha2::{Digest as _, Sha256};

use super::args::{ImportArgs, JudgementArgs, When};
use super::{options, progress, session};

/// The patients of all files, with their judged results.
pub fn gather(rules: &Rules, exports: &[Export]) -> Result<Vec<Patient>> {
    let bytes = exports.iter().map(Export::len_bytes).sum();
    let bar = progress::bar(bytes);
    let work = Work {
        threads: session::threads(None, bytes),
        ..Work::default()
    };
    let mut results = Results::of(rules, exports, work, |read| bar.set_position(read))?;
    results.keep_asides();
    let mut gatherer = Gatherer::new(rules.catalog());
    while let Some((result, resolution)) = results.next_traced()? {
        gatherer.see(&result, &resolution);
        if rules.tells_pregnancy(&result.observation) {
            gatherer.note_pregnancy();
        }
    }
    bar.finish_and_clear();
    gatherer.note_asides(results.asides());
    let notices = results.file_notices();
    for notice in notices {
        anstream::eprintln!("{notice}");
    }
    let mut patients = gatherer.patients();
    for patient in &mut patients {
        patient.note_unread(notices);
    }
    Ok(patients)
}

/// What every sheet of a run rests on besides its policy or work-up, and when. `tells` is true for a condition that
/// belongs on the confidential part: it holds for everybody, and stands on no open page.
pub fn provenance(
    files: &[PathBuf],
    (import, judgement): (&ImportArgs, &JudgementArgs),
    rules: &Rules,
    tells: impl Fn(&str) -> bool,
) -> Result<Provenance> {
    let derives = rules.options().derive;
    let equations = derives.as_ref().map_or_else(Vec::new, chosen);
    let name = |id: &str| {
        rules
            .catalog()
            .analyte(id)
            .map(|analyte| analyte.name.clone())
    };
    let withheld = |(name, value): (&'static str, String)| match name {
        // What tells of it is not named on an open page; that something is withheld would tell it too.
        "condition" if tells(&value) => None,
        _ => Some((name, value)),
    };
    Ok(Provenance {
        tool: env!("CARGO_PKG_VERSION").to_string(),
        data: serumcheck::reference::DATA_VERSION.to_string(),
        profile: judgement.profile.as_str().to_string(),
        critical_list: judgement.critical_list.clone(),
        inputs: inputs(files)?,
        beside: beside(import, judgement)?,
        equations: equations
            .into_iter()
            .map(|(id, formula)| (id, name(id).unwrap_or_else(|| id.to_string()), formula))
            .collect(),
        options: options::given(judgement, import, derives.as_ref())
            .into_iter()
            .filter_map(withheld)
            .collect(),
        ..Provenance::default()
    })
}

/// The files that say more of the inputs.
fn beside(
    import: &ImportArgs,
    judgement: &JudgementArgs,
) -> Result<Vec<(&'static str, String, String)>> {
    let named = |option, paths: &[PathBuf]| -> Vec<_> {
        paths.iter().map(|path| (option, path.clone())).collect()
    };
    let all = [
        named("ranges", judgement.ranges.as_slice()),
        named("patients", &import.patients),
        named("codes", &import.codes),
        named("layout", import.layout.as_slice()),
    ];
    all.into_iter()
        .flatten()
        .map(|(option, path)| known(option, &path))
        .collect()
}

/// A file beside the inputs, with what its contents are known by.
pub fn known(option: &'static str, path: &Path) -> Result<(&'static str, String, String)> {
    Ok((option, path.display().to_string(), digest_of(path)?))
}

/// A text of the site's own, with its name for messages.
pub fn read(path: &Path) -> Result<(String, String)> {
    let label = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(&label, error))?;
    Ok((label, text))
}

/// First digits of the SHA-256 of a text.
pub fn digest(text: &str) -> String {
    short(&Sha256::digest(text.as_bytes()))
}

/// Where nothing can be read a second time.
const NOT_KNOWN: &str = "not known";

/// Each file with what its contents are known by.
fn inputs(files: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let mut inputs = Vec::new();
    for path in files {
        let label = path.display().to_string();
        if path.as_os_str() == "-" {
            inputs.push(("standard input".to_string(), NOT_KNOWN.to_string()));
            continue;
        }
        inputs.push((label, digest_of(path)?));
    }
    Ok(inputs)
}

/// The digest of a file; of a folder of intervals, that of the files that are read, in their order.
fn digest_of(path: &Path) -> Result<String> {
    let files = match (path.is_file(), path.is_dir()) {
        (true, _) => vec![path.to_path_buf()],
        (_, true) => toml_files(path)?,
        // A pipe is read once.
        _ => return Ok(NOT_KNOWN.to_string()),
    };
    let mut hasher = Sha256::new();
    for path in files {
        let failed = |error| Error::io(path.display().to_string(), error);
        let mut file = std::fs::File::open(&path).map_err(failed)?;
        std::io::copy(&mut file, &mut Hashed(&mut hasher)).map_err(failed)?;
    }
    Ok(short(&hasher.finalize()))
}

struct Hashed<'h>(&'h mut Sha256);

impl std::io::Write for Hashed<'_> {
    fn write(&mut self, block: &[u8]) -> std::io::Result<usize> {
        self.0.update(block);
        Ok(block.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Enough digits to tell two files apart, few enough to read out.
fn short(digest: &[u8]) -> String {
    const BYTES: usize = 8;
    digest[..BYTES]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// As wide as the terminal; wider where a file is written, for paper.
pub fn style(to_stdout: bool, color: When) -> Style {
    let terminal = to_stdout && std::io::stdout().is_terminal();
    Style {
        width: session::width(terminal, if terminal { 80 } else { 100 }),
        color: match color {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        },
        abnormal_only: false,
    }
}
