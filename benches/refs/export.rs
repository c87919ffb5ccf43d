//! Tables as files, and the table from which the generator of exports draws its results.

use std::collections::BTreeMap;
use std::path::Path;

use serumcheck::Error;
use serumcheck::interpretation::Limit;
use serumcheck::reference::Catalog;
use serumcheck::value::to_f64;

use crate::codes::Code;
use crate::limits::Limits;
use crate::{names, units};

/// A table with its file's name.
pub struct Table {
    name: &'static str,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(name: &'static str, header: &[&str]) -> Table {
        Table {
            name,
            rows: vec![header.iter().map(|cell| (*cell).to_string()).collect()],
        }
    }

    pub fn push(&mut self, row: impl IntoIterator<Item = String>) {
        self.rows.push(row.into_iter().collect());
    }

    pub fn write(&self, directory: &Path) -> Result<(), Error> {
        let path = directory.join(self.name);
        let broken = |error: csv::Error| Error::io(path.display().to_string(), error.into());
        let mut file = csv::Writer::from_path(&path).map_err(broken)?;
        for row in &self.rows {
            file.write_record(row).map_err(broken)?;
        }
        file.flush()
            .map_err(|error| Error::io(path.display().to_string(), error))
    }
}

/// What the tables cannot say, counted.
#[derive(Default)]
pub struct Left(BTreeMap<&'static str, u64>);

impl Left {
    pub fn add(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }

    pub fn counts(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|(what, count)| (*what, *count))
    }
}

/// Which analytes are ordered together, under the generator's names of its panels.
const PANELS: &[(&str, &[&str])] = &[
    (
        "BMP",
        &[
            "sodium",
            "potassium",
            "chloride",
            "bicarbonate",
            "urea_nitrogen",
            "creatinine",
            "glucose",
            "calcium_total",
        ],
    ),
    ("MIN", &["magnesium", "phosphate"]),
    (
        "LFT",
        &[
            "alt",
            "ast",
            "alp",
            "ggt",
            "bilirubin_total",
            "bilirubin_direct",
            "albumin",
            "total_protein",
        ],
    ),
    ("ENZ", &["ldh", "ck", "lipase", "urate"]),
    ("THY", &["tsh", "free_t4", "free_t3"]),
    (
        "HOR",
        &["cortisol", "testosterone_total", "estradiol", "prolactin"],
    ),
    ("IRON", &["ferritin", "iron", "crp"]),
    (
        "LIP",
        &["cholesterol_total", "triglycerides", "cholesterol_hdl"],
    ),
    ("IDX", &[crate::codes::HEMOLYSIS]),
];

/// Spellings, names and LOINC codes of a generated export, with how its values are spread.
pub fn generated(codes: &[Code<'_>], limits: &[Limits]) -> Table {
    let mut table = Table::new(
        "gen.csv",
        &[
            "code", "loinc", "names", "units", "kind", "mean", "sd", "panel", "low", "high",
        ],
    );
    let catalog = Catalog::bundled().expect("bundled data");
    for (panel, ids) in PANELS {
        for code in ids
            .iter()
            .filter_map(|id| codes.iter().find(|code| code.code == *id))
        {
            let (low, high) = spread(code, limits);
            let names: Vec<String> = names::spelled(code)
                .into_iter()
                .filter(|name| !name.contains('|'))
                .take(4)
                .collect();
            // Nineteen of twenty healthy people inside, by whichever of the two shapes suits.
            let skewed = 0.0 < low && 4.0 < high / low || code.is_hemolysis();
            let (kind, mean, sd) = if skewed {
                ("l", (low * high).sqrt(), (high / low).ln() / 4.0)
            } else {
                ("n", (low + high) / 2.0, (high - low) / 4.0)
            };
            table.push([
                code.code.to_string(),
                names::first_loinc(code).unwrap_or_default(),
                names.join("|"),
                reported_units(catalog, code, high - low),
                kind.to_string(),
                mean.to_string(),
                sd.to_string(),
                (*panel).to_string(),
                low.to_string(),
                high.to_string(),
            ]);
        }
    }
    table
}

/// Where most values lie: the interval of a man of forty, else any that is published for adults, else a
/// part of what is believable. Nothing is judged by it.
fn spread(code: &Code<'_>, limits: &[Limits]) -> (f64, f64) {
    if code.is_hemolysis() {
        return (2.0, 18.0);
    }
    let known = limits
        .iter()
        .find(|row| row.code == code.code && row.sex == "M" && row.age == 40)
        .map(|row| (row.low, row.high));
    let published = code.analyte.intervals.iter().filter_map(|row| {
        let canonical = |limit: Limit| row.stated.conversion.apply(to_f64(limit.value));
        let adult = row.below.is_none();
        adult.then_some((canonical(row.stated.low?), canonical(row.stated.high?)))
    });
    let (least, most) = code.analyte.plausible;
    let believable = (least, most / 4.0);
    let (low, high) = known
        .into_iter()
        .chain(published)
        .find(|(_, high)| high.is_finite())
        .unwrap_or(believable);
    (low.max(least), high.min(most))
}

/// `unit;factor;decimals;weight` of every unit in which it is reported.
fn reported_units(catalog: &Catalog, code: &Code<'_>, width: f64) -> String {
    let mut all = Vec::new();
    for unit in &code.analyte.units {
        let spelling = catalog.units().printed(unit.code);
        if let Some(factor) = units::factor(catalog, code, spelling) {
            // Fifty steps across the interval or a little more.
            let step = width / factor / 50.0;
            let decimals = (0..4)
                .find(|places| 10f64.powi(-places) <= step)
                .unwrap_or(4);
            all.push(format!("{spelling};{factor};{decimals};5"));
        }
    }
    all.join("|")
}
