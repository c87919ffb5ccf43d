//! A laboratory's own intervals: exported and read back, as a table and as a directory.

use crate::run::{Row, Run, file};

const SAMPLES: &[&str] = &[
    "samples/preop_panel.csv",
    "samples/si_units.csv",
    "samples/us_conventional.csv",
    "samples/pediatric.csv",
    "samples/hemolyzed.csv",
    "samples/censored.csv",
    "samples/multi_patient.csv",
];

/// What a laboratory's file must not change: everything but whose interval it is called.
fn judgement(rows: &[Row]) -> Vec<Vec<String>> {
    let columns = [
        "line",
        "analyte",
        "low",
        "high",
        "limit_unit",
        "flag",
        "usability",
        "notices",
    ];
    rows.iter()
        .map(|row| columns.iter().map(|column| row[*column].clone()).collect())
        .collect()
}

#[test]
fn what_is_exported_reads_back_to_the_same_judgement() {
    let (folder, path) = file("ranges.csv", "");
    Run::new(["ranges", "export", "-o"]).args([&path]).ok();
    assert_eq!(
        Run::new(["ranges", "check"]).args([&path]).done().code,
        0,
        "the export is sound"
    );
    let mut judged = 0;
    for profile in ["us", "uk", "anz", "nordic"] {
        for sample in SAMPLES {
            let args = ["--profile", profile, "--condition", "fasting", "--adults"];
            let bundled = Run::check(sample).args(args).rows();
            let own = Run::check(sample)
                .args(args)
                .args(["--ranges"])
                .args([&path])
                .rows();
            assert_eq!(judgement(&bundled), judgement(&own), "{sample} {profile}");
            judged += own
                .iter()
                .filter(|row| row["range_source"] == "lab")
                .count();
        }
    }
    println!("{judged} results were judged by the exported rows, all as before");
    assert!(100 < judged, "only {judged} rows rest on the export");
    drop(folder);
}

#[test]
fn one_profile_can_be_exported() {
    let all = Run::new(["ranges", "export"]).ok().stdout;
    let nordic = Run::new(["ranges", "export", "--profile", "nordic"])
        .ok()
        .stdout;
    let header = "analyte,sex,age_from,age_below,condition,specimen,low,high,low_op,high_op,unit,kind,profile,source\n";
    assert!(all.starts_with(header) && nordic.starts_with(header));
    assert!(
        nordic.lines().skip(1).all(|line| line.contains(",nordic,")),
        "{nordic}"
    );
    assert!(nordic.lines().count() < all.lines().count());
}

/// No interval is left out. One whose unit weighs another molecule stands under that: BUN under `urea_nitrogen`.
#[test]
fn every_interval_is_exported() {
    let all = Run::new(["ranges", "export"]).ok().stdout;
    let catalog = serumcheck::reference::Catalog::bundled().expect("bundled data");
    for analyte in catalog.analytes() {
        let own =
            |id: &str| id == analyte.id || analyte.variants.iter().any(|variant| variant.id == id);
        let lines = all.lines().skip(1);
        let lines = lines.filter(|line| line.split(',').next().is_some_and(own));
        let rows = analyte.intervals.iter();
        let rows: usize = match analyte.variants.is_empty() {
            true => rows.map(|row| 1 + row.also.len()).sum(),
            // Limits of another molecule are known in the unit of the analyte as well.
            false => rows.count(),
        };
        assert_eq!(lines.count(), rows, "{}", analyte.id);
    }
    let bun = "urea_nitrogen,,18 y,,,serum;plasma,8,20,,,mg/dL,reference-interval,us,abim-2024";
    assert!(all.lines().any(|line| line == bun), "{all}");
}

#[test]
fn a_directory_of_analytes_comes_before_the_profile() {
    const OWN: &str = r#"id = "potassium"
name = "Potassium"
group = "electrolytes"
specimen = "serum"
unit = "mmol/L"
units = ["mmol/L"]
plausible = { low = 0.8, high = 25, source = "unsourced" }
transferable = "yes"
intervals = [
  { profile = "lab", from = "18 y", low = 3.9, high = 4.1, unit = "mmol/L", source = "own" },
  { profile = "us", from = "18 y", low = 1, high = 9, unit = "mmol/L", source = "own" },
]

[sources.own]
title = "Own verification, 2026"
"#;
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("electrolytes")).expect("a folder");
    let path = folder.path().join("electrolytes/potassium.toml");
    std::fs::write(&path, OWN).expect("a file");
    let labs = folder.path().join("labs.csv");
    std::fs::write(
        &labs,
        "patient,age,test,result,unit\n1,50,Potassium,4.2,mmol/L\n1,50,Sodium,140,mmol/L\n",
    )
    .expect("a file");
    let rows = Run::check(&labs)
        .args(["--ranges"])
        .args([folder.path()])
        .rows();
    let shown = |row: &Row| {
        [
            &row["flag"],
            &row["low"],
            &row["high"],
            &row["range_source"],
        ]
        .map(String::clone)
    };
    assert_eq!(
        shown(&rows[0]),
        ["H", "3.9", "4.1", "lab"].map(String::from)
    );
    assert_eq!(shown(&rows[1]), ["N", "136", "145", "us"].map(String::from));

    // A slip is told with its place.
    std::fs::write(&path, OWN.replace("low = 3.9", "lov = 3.9")).expect("a file");
    let done = Run::check(&labs)
        .args(["--ranges"])
        .args([folder.path()])
        .done();
    assert_eq!(done.code, 2);
    assert!(
        done.stderr
            .contains("potassium.toml:10:37: unknown field `lov`"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_name_that_states_a_condition_is_judged_by_it() {
    let text = "patient,age,test,result,unit\n\
                1,50,Fasting glucose,90,mg/dL\n\
                1,50,Glucose,90,mg/dL\n\
                1,50,TCO2,29,mmol/L\n\
                1,50,Bicarbonate,29,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let rows = Run::check(&path).rows();
    let flags: Vec<&str> = rows.iter().map(|row| row["flag"].as_str()).collect();
    assert_eq!(flags, ["N", "", "N", "H"]);
    assert!(
        rows[1]["notices"].contains("condition-needed"),
        "{}",
        rows[1]["notices"]
    );
}
