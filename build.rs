//! Reads the files of `reference_ranges/` that every run needs once, at build time, so that no start of the
//! program has to parse them again. A slip in a file stops the build with its place.

#[allow(dead_code, unused_imports)]
#[path = "src/reference/schema.rs"]
mod schema;
#[allow(dead_code)]
#[path = "src/specimen.rs"]
mod specimen;
#[allow(dead_code)]
#[path = "src/text/fold.rs"]
mod text;
#[path = "src/units/fold.rs"]
mod unit_fold;

use std::error::Error;
use std::path::{Path, PathBuf};

const DATA: &str = "reference_ranges";
const UNITS: &str = "units.toml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/reference/schema.rs");
    println!("cargo:rerun-if-changed=src/reference/schema");
    println!("cargo:rerun-if-changed=src/specimen.rs");
    println!("cargo:rerun-if-changed=src/text/fold.rs");
    println!("cargo:rerun-if-changed=src/units/fold.rs");
    let mut analytes: Vec<(String, schema::AnalyteFile)> = Vec::new();
    for path in analyte_files()? {
        let text = std::fs::read_to_string(&path)?;
        let mut file =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        fold_names(&mut file);
        let name = path.strip_prefix(DATA)?.display().to_string();
        analytes.push((name, file));
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let (first, second) = halves(&analytes)?;
    for (part, analytes) in [(1, first), (2, second)] {
        let bytes = postcard::to_allocvec(analytes)?;
        std::fs::write(out.join(format!("analytes-{part}.postcard")), bytes)?;
    }
    for path in word_files()? {
        let text = std::fs::read_to_string(&path)?;
        let mut file: toml::Table =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        if path.ends_with(UNITS) {
            fold_spellings(&mut file)?;
        }
        let out = out.join(path.strip_prefix(DATA)?).with_extension("json");
        std::fs::create_dir_all(out.parent().unwrap_or(&out))?;
        std::fs::write(out, serde_json::to_vec(&file)?)?;
    }
    Ok(())
}

/// Writes names as they are looked for: folded, those of all languages together.
fn fold_names(file: &mut schema::AnalyteFile) {
    let fold = |name: &mut String| *name = text::fold_name(name);
    let variants = file.variants.iter_mut();
    for names in variants
        .map(|variant| &mut variant.names)
        .chain([&mut file.names])
    {
        let mut all: Vec<String> = std::mem::take(names).into_values().flatten().collect();
        all.iter_mut().for_each(fold);
        names.insert(String::new(), all);
    }
    file.conditions.values_mut().flatten().for_each(fold);
    let variants = file.variants.iter_mut();
    let ambiguous = variants.flat_map(|variant| &mut variant.ambiguous);
    for row in ambiguous.chain(&mut file.ambiguous) {
        fold(&mut row.name);
        row.beside.iter_mut().for_each(fold);
    }
}

/// Writes all that means a unit as it is looked for.
fn fold_spellings(file: &mut toml::Table) -> Result<(), Box<dyn Error>> {
    let units = file.get_mut("unit").and_then(toml::Value::as_array_mut);
    for unit in units.into_iter().flatten() {
        let text = |key: &str| -> Result<String, Box<dyn Error>> {
            let text = unit.get(key).and_then(toml::Value::as_str);
            Ok(text.ok_or("a unit without a code or a print")?.to_string())
        };
        let (ucum, print) = (text("ucum")?, text("print")?);
        let spellings = unit.get("spellings").cloned();
        let spellings: Vec<String> = match spellings {
            Some(spellings) => spellings.try_into()?,
            None => Vec::new(),
        };
        let folded = toml::Value::from(unit_fold::folded(&spellings, &ucum, &print));
        if let Some(unit) = unit.as_table_mut() {
            unit.insert("spellings".to_string(), folded);
        }
    }
    Ok(())
}

type Analytes = [(String, schema::AnalyteFile)];

/// Two parts that are about as long to read.
fn halves(analytes: &Analytes) -> Result<(&Analytes, &Analytes), Box<dyn Error>> {
    let lengths: Vec<usize> = analytes
        .iter()
        .map(|analyte| Ok(postcard::to_allocvec(analyte)?.len()))
        .collect::<Result<_, postcard::Error>>()?;
    let half = lengths.iter().sum::<usize>() / 2;
    let mut read = 0;
    let middle = lengths.iter().position(|length| {
        read += length;
        half <= read
    });
    Ok(analytes.split_at(middle.unwrap_or(0)))
}

/// Words, units and rules: as JSON they are read in a fraction of the time.
fn word_files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = vec![Path::new(DATA).join(UNITS)];
    for folder in ["sample_quality", "results"] {
        for file in std::fs::read_dir(Path::new(DATA).join(folder))? {
            let file = file?.path();
            if file.extension().is_some_and(|end| end == "toml") {
                files.push(file);
            }
        }
    }
    Ok(files)
}

/// `GROUP/ID.toml` of every group; the folders of words and rules are no groups.
fn analyte_files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(DATA)? {
        let folder = folder?.path();
        let is_group = folder.is_dir()
            && !schema::NOT_ANALYTES
                .iter()
                .any(|other| folder.ends_with(Path::new(other)));
        if is_group {
            for file in std::fs::read_dir(&folder)? {
                let file = file?.path();
                if file.extension().is_some_and(|end| end == "toml") {
                    files.push(file);
                }
            }
        }
    }
    files.sort();
    Ok(files)
}
