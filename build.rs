//! Reads the files of `reference_ranges/` that every run needs once, at build time, so that no start of the
//! program has to parse them again. A slip in a file stops the build with its place.

#[allow(dead_code, unused_imports)]
#[path = "src/reference/schema.rs"]
mod schema;
#[allow(dead_code)]
#[path = "src/specimen.rs"]
mod specimen;

use std::error::Error;
use std::path::{Path, PathBuf};

const DATA: &str = "reference_ranges";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DATA}");
    println!("cargo:rerun-if-changed=src/reference/schema.rs");
    println!("cargo:rerun-if-changed=src/reference/schema");
    println!("cargo:rerun-if-changed=src/specimen.rs");
    let mut analytes: Vec<(String, schema::AnalyteFile)> = Vec::new();
    for path in analyte_files()? {
        let text = std::fs::read_to_string(&path)?;
        let file = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
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
        let file: toml::Table =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let out = out.join(path.strip_prefix(DATA)?).with_extension("json");
        std::fs::create_dir_all(out.parent().unwrap_or(&out))?;
        std::fs::write(out, serde_json::to_vec(&file)?)?;
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
    let mut files = vec![Path::new(DATA).join("units.toml")];
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
