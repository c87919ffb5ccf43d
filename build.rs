//! Reads the files of `reference_ranges/` that every run needs once, at build time, so that no start of the
//! program has to parse them again. A slip in a file stops the build with its place.

#[path = "build/index.rs"]
mod index;
#[allow(dead_code, unused_imports)]
#[path = "src/reference/schema.rs"]
mod schema;
#[allow(dead_code)]
#[path = "src/specimen.rs"]
mod specimen;
#[allow(dead_code)]
#[path = "src/text/fold.rs"]
mod text;
#[path = "src/units"]
mod unit_files {
    mod fold;
    pub(crate) mod table;
}
#[path = "build/units.rs"]
mod units;

use std::error::Error;
use std::path::{Path, PathBuf};

const DATA: &str = "reference_ranges";

/// What is written here depends on these.
const READ: &[&str] = &[
    DATA,
    "build",
    "src/reference/schema.rs",
    "src/reference/schema",
    "src/specimen.rs",
    "src/text/fold.rs",
    "src/units/fold.rs",
    "src/units/table.rs",
];

fn main() -> Result<(), Box<dyn Error>> {
    for path in READ {
        println!("cargo:rerun-if-changed={path}");
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut analytes = Vec::new();
    for path in analyte_files()? {
        analytes.push(analyte(&path).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    write(
        &out.join("catalog.rs"),
        index::tables(&analytes)?.as_bytes(),
    )?;
    for mut file in analytes {
        let path = format!("{}/{}.postcard", file.group, file.id);
        without_names(&mut file);
        write(&out.join(path), &postcard::to_allocvec(&file)?)?;
    }
    let units = units::tables(&Path::new(DATA).join("units.toml"))?;
    write(&out.join("units.rs"), units.as_bytes())?;
    for path in word_files()? {
        let text = std::fs::read_to_string(&path)?;
        let file: toml::Table =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let json = serde_json::to_string(&file)?;
        // The program keeps no copy of a text: it must stand there as it is.
        if json.contains('\\') {
            let problem = "a text holds a quotation mark, a backslash or a control character";
            return Err(format!("{}: {problem}", path.display()).into());
        }
        let out = out.join(path.strip_prefix(DATA)?).with_extension("json");
        write(&out, json.as_bytes())?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    Ok(std::fs::write(path, bytes)?)
}

/// An analyte's file, its names folded.
fn analyte(path: &Path) -> Result<schema::AnalyteFile, Box<dyn Error>> {
    let mut file: schema::AnalyteFile = toml::from_str(&std::fs::read_to_string(path)?)?;
    // By group and id the program finds the file again.
    if path
        != Path::new(DATA)
            .join(&file.group)
            .join(format!("{}.toml", file.id))
    {
        return Err(format!("this is no place for {} of {}", file.id, file.group).into());
    }
    fold_names(&mut file);
    Ok(file)
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

/// Takes out what the index holds, and what only the checks of the files ask for.
fn without_names(file: &mut schema::AnalyteFile) {
    file.names.clear();
    file.ambiguous.clear();
    file.loinc.clear();
    file.conditions.clear();
    file.gaps.clear();
    for variant in &mut file.variants {
        variant.names.clear();
        variant.ambiguous.clear();
        variant.loinc.clear();
    }
}

/// Words and rules: as JSON they are read in a fraction of the time.
fn word_files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
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

/// `GROUP/ID.toml` of every group, in order; the folders of words and rules are no groups.
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
