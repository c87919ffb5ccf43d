//! Writes the reference data in the form in which a query engine wants it: flat tables of names, codes, units and limits.
//!
//! `cargo run --release --example refs -- DIRECTORY` writes aliases.csv, analytes.csv, loinc.csv, units.csv,
//! ranges.csv, ranges_by_age.csv and gen.csv there, for the US profile and the default list of critical
//! limits; and codes.csv and conditions.csv, which only the comparison reads. A job in SQL or data frames then judges with the same data as this program, and
//! `compare.py` says where the answers part.
//!
//! Everything comes out of the library as it is compiled. What a flat table cannot say is left out and
//! counted: names that only unit or specimen settle, codes that state a condition, scales with an offset,
//! intervals that depend on more than sex and whole years.

mod codes;
mod export;
mod limits;
mod names;
mod units;

use std::path::Path;
use std::process::ExitCode;

use serumcheck::{Error, Interpreter};

use export::{Left, Table};

fn main() -> ExitCode {
    let Some(directory) = std::env::args().nth(1) else {
        eprintln!("usage: refs DIRECTORY");
        return ExitCode::FAILURE;
    };
    match write(Path::new(&directory)) {
        Ok(left) => {
            for (what, count) in left.counts() {
                println!("left out: {count} {what}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(directory: &Path) -> Result<Left, Error> {
    std::fs::create_dir_all(directory)
        .map_err(|error| Error::io(directory.display().to_string(), error))?;
    let interpreter = Interpreter::bundled()?;
    let catalog = interpreter.rules().catalog();
    let codes = codes::all(catalog);
    let mut left = Left::default();
    let save = |table: Table| table.write(directory);
    save(codes::analytes(&codes))?;
    save(codes::details(&codes))?;
    for table in names::aliases(catalog, &codes, &mut left) {
        save(table)?;
    }
    save(names::loinc(catalog, &codes, &mut left))?;
    save(units::factors(catalog, &codes, &mut left))?;
    let limits = limits::by_age(&interpreter, &codes, &mut left);
    save(limits::table(&limits))?;
    save(limits::bands(&limits))?;
    save(export::generated(&codes, &limits))?;
    Ok(left)
}
