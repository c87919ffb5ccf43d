//! Judging by the library: one made-up row, or a whole file.

use std::path::Path;

use serumcheck::reference::{Analyte, Conversion, Variant};
use serumcheck::report::CsvReport;
use serumcheck::units::Unit;
use serumcheck::{Interpreter, Options, Result, Specimen};

use crate::run::Row;

pub const PROFILES: [&str; 4] = ["us", "uk", "anz", "nordic"];

/// The bundled reference data, with a profile.
pub fn by(profile: &str) -> Interpreter {
    Interpreter::with(Options {
        profile: profile.to_string(),
        ..Options::default()
    })
    .expect("bundled data")
}

/// A way to state an analyte: a unit, under the name that says which molecule its mass weighs.
pub struct Stated<'a> {
    pub name: &'a str,
    pub unit: &'static Unit,
    pub to_canonical: Conversion,
}

/// Every usual way to state an analyte.
pub fn ways<'a>(analyte: &'a Analyte) -> Vec<Stated<'a>> {
    let mut ways = Vec::new();
    let whole: Option<&Variant> = None;
    for variant in std::iter::once(whole).chain(analyte.variants.iter().map(Some)) {
        for unit in &analyte.units {
            if let Some(to_canonical) = analyte.conversion(unit, variant) {
                let name = variant.map_or(analyte.name.as_str(), |variant| &variant.name);
                ways.push(Stated {
                    name,
                    unit,
                    to_canonical,
                });
            }
        }
    }
    ways
}

/// The words that state a specimen.
pub fn words(specimen: Specimen) -> String {
    specimen.as_str().replace('-', " ")
}

/// Judges a file; its rows as `--to csv` gives them.
pub fn file(interpreter: &Interpreter, path: &Path) -> Result<Vec<Row>> {
    let exports = [interpreter.open(path)?];
    let mut results = interpreter.results(&exports)?;
    let mut out = Vec::new();
    let mut report = CsvReport::new(&mut out, false)?;
    while let Some(result) = results.next()? {
        report.write(&result)?;
    }
    report.finish()?;
    let rows = csv::Reader::from_reader(out.as_slice())
        .deserialize()
        .collect::<std::result::Result<_, _>>();
    Ok(rows.expect("the contract's CSV"))
}

/// A hemolyzed creatinine of the same day takes no part where there is a usable one.
#[test]
fn an_unusable_creatinine_is_no_baseline() {
    let (_folder, path) = crate::run::file(
        "labs.csv",
        "patient,sample,collected,sex,birth,test,result,unit,comment\n\
         A,S1,2026-11-24 07:15,F,1976-05-01,Creatinine,70,umol/L,\n\
         A,S2,2026-12-24 08:00,F,1976-05-01,Creatinine,180,umol/L,\n\
         A,S3,2026-11-24 07:15,F,1976-05-01,Creatinine,180,umol/L,grossly hemolyzed\n",
    );
    let rows = crate::run::Run::check(&path).args(["--derive"]).rows();
    let stage = rows.iter().find(|row| row["analyte"] == "aki_kdigo");
    let stage = stage.expect("a stage");
    assert_eq!(
        (stage["value"].as_str(), stage["usability"].as_str()),
        ("2", "usable")
    );
}
