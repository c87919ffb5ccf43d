//! Work-ups as data: the bundled ones are sound and hold every row that was collected; a clinic's own is
//! read, and its faults are found where they are.

use serumcheck::reference::Catalog;
use serumcheck::workup::Workup;
use serumcheck::workup::schema::{TestRow, Verified};

use crate::run::{Run, file, root};

const SOUND: &str = r#"[workup]
id = "ours"
title = "Our own"
version = "1"
owner = "The clinic"
scope = "Adults."

[[part]]
id = "first"
title = "First"

[[test]]
part = "first"
analytes = ["tsh", "inr|pt"]
not_in_catalog = ["MCV"]
requirement = "core"
timing = "always"
says = "Look at it."
source = "book"

[[question]]
ask = "How long?"
source = "unsourced"

[sources.book]
title = "A book"
"#;

/// What is right, what is wrong instead, and what must be said of it.
const FAULTS: &[(&str, &str, &str)] = &[
    (
        "\"tsh\"",
        "\"tsj\"",
        ":14:13: error: analyte `tsj` is not known",
    ),
    (
        "\"inr|pt\"",
        "\"inr|pz\"",
        "error: analyte `pz` is not known",
    ),
    (
        "\"inr|pt\"",
        "\"tsh\"",
        "error: analyte `tsh` is named twice in one test",
    ),
    (
        "part = \"first\"",
        "part = \"second\"",
        ":13:1: error: part `second` is not defined",
    ),
    (
        "part = \"first\"",
        "part = \"second\"",
        "warning: part `first` has no test",
    ),
    (
        "source = \"book\"",
        "source = \"bok\"",
        ":19:1: error: source `bok` is not defined",
    ),
    (
        "source = \"book\"",
        "source = \"bok\"",
        "warning: source `book` is not used",
    ),
    (
        "Look at it.",
        "Then she is fit.",
        "error: the sheet must not say \"fit\"",
    ),
    (
        "Look at it.",
        "Withhold it.",
        "warning: \"withhold\" sounds like a prescription",
    ),
    ("timing =", "timeing =", "unknown field `timeing`"),
    ("\"core\"", "\"cor\"", "unknown variant `cor`"),
    (
        "title = \"First\"",
        "title = \"First\"\nsex = \"W\"",
        "unknown variant `W`",
    ),
    (
        "[\"MCV\"]",
        "[\"Potassium\"]",
        "warning: \"Potassium\" is known to this program",
    ),
    (
        "[\"tsh\", \"inr|pt\"]\nnot_in_catalog = [\"MCV\"]",
        "[]",
        "error: the test names nothing to look for",
    ),
    (
        "owner = \"The clinic\"",
        "owner = \" \"",
        "error: owner is empty",
    ),
    ("[workup]", "[workup", "error:"),
];

#[test]
fn every_fault_is_found() {
    for (sound, broken, expected) in FAULTS {
        assert!(SOUND.contains(sound), "{sound}");
        // A file that is no TOML cannot be told to be a work-up.
        let text = SOUND.replacen(sound, broken, 1);
        let (_folder, path) = file("ours.toml", text);
        let done = Run::new(["ranges", "check"]).args([&path]).done();
        assert!(done.stdout.contains(expected), "{broken}: {}", done.stdout);
        assert_eq!(
            done.code,
            i32::from(done.stdout.contains(" error: ")),
            "{}",
            done.stdout
        );
    }
}

#[test]
fn a_clinic_s_own_is_used() {
    let (_folder, path) = file("ours.toml", SOUND);
    let done = Run::new(["ranges", "check"]).args([&path]).done();
    assert_eq!((done.code, done.stdout.as_str()), (0, ""));
    let review = |args: &[&str]| {
        Run::new(["review", "samples/workups/hair_loss.csv", "--workup"])
            .args([&path])
            .args(args)
            .done()
    };
    let done = review(&[]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(
        done.stdout.contains("1 of 2 core tests present"),
        "{}",
        done.stdout
    );
    assert!(!done.stdout.contains("EXAMPLE"), "{}", done.stdout);
    assert_eq!(review(&["--for", "ours"]).code, 0);
    let done = review(&["--for", "hair-loss"]);
    assert_eq!(done.code, 2);
    assert!(
        done.stderr
            .contains("this work-up is \"ours\", not \"hair-loss\""),
        "{}",
        done.stderr
    );
}

#[test]
fn a_faulty_one_stops_the_run_with_its_place() {
    let (_folder, path) = file("ours.toml", SOUND.replace("\"tsh\"", "\"tsj\""));
    let done = Run::new(["review", "samples/workups/hair_loss.csv", "--workup"])
        .args([&path])
        .done();
    assert_eq!(done.code, 2);
    assert!(
        done.stderr
            .contains("ours.toml:14:13: analyte `tsj` is not known"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_name_that_is_not_known_is_answered_with_the_known_ones() {
    let done = Run::new([
        "review",
        "samples/workups/hair_loss.csv",
        "--for",
        "hairloss",
    ])
    .done();
    assert_eq!((done.code, done.stdout.as_str()), (2, ""));
    assert!(
        done.stderr
            .contains("\"hairloss\" is not one of the work-ups"),
        "{}",
        done.stderr
    );
    assert!(
        done.stderr
            .contains("known are: acne-hirsutism, hair-loss, pruritus"),
        "{}",
        done.stderr
    );
    let done = Run::new(["review", "samples/workups/hair_loss.csv"]).done();
    assert_eq!(done.code, 2, "without --for nothing is guessed");
}

#[test]
fn the_bundled_ones_are_sound_and_can_be_copied() {
    let catalog = Catalog::bundled().expect("the catalog");
    assert_eq!(Workup::known(), ["acne-hirsutism", "hair-loss", "pruritus"]);
    for name in Workup::known() {
        let found = Workup::lint(&Workup::path(&name), Workup::bundled_text(&name), catalog);
        assert!(found.is_empty(), "{name}: {}", found[0]);
        let workup = Workup::bundled(&name, catalog).expect("a work-up");
        assert_eq!(workup.head().id, name);
        assert!(
            workup.head().example && workup.is_confidential("hcg"),
            "{name}"
        );
        let done = Run::new(["review", "--for", &name, "--example-workup"]).ok();
        assert_eq!(done.stdout, Workup::bundled_text(&name));
    }
}

/// Panels of the collected table, the work-up and the part that hold them.
const PANELS: &[(&str, &str, &str)] = &[
    ("hair_te", "hair-loss", "telogen-effluvium"),
    ("hair_fphl", "hair-loss", "female-pattern"),
    ("hair_aa", "hair-loss", "alopecia-areata"),
    ("hair_male", "hair-loss", "male-pattern"),
    ("pcos_androgen", "acne-hirsutism", "androgen-excess"),
    ("pruritus", "pruritus", "generalized-pruritus"),
];

/// What the table calls a test or a group of tests, and one that stands for it in a work-up.
const NAMES: &[(&str, &str)] = &[
    ("CBC", "hemoglobin"),
    ("CMP", "bicarbonate"),
    ("LFT", "alp"),
    ("U&E", "urea"),
    ("25-OH-D", "vitamin_d_25oh"),
    ("vitamin_d", "vitamin_d_25oh"),
    ("TPO", "anti_tpo"),
    ("B12", "vitamin_b12"),
    ("DHEA-S", "dhea_s"),
    ("17-OHP", "ohp_17"),
    (
        "free_testosterone_calc_or_FAI",
        "testosterone_free|free_androgen_index",
    ),
    ("HbA1c_or_OGTT", "hba1c"),
    ("lipids", "cholesterol_ldl"),
    ("calcium", "calcium_total"),
    ("film", "blood film"),
    ("hepatitis", "hepatitis serology"),
    ("tTG", "tissue transglutaminase antibodies"),
];

#[test]
fn every_collected_row_is_there_with_its_strength() {
    let path = root().join("../shared/evidence/preop/panels.csv");
    let Ok(mut table) = csv::Reader::from_path(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    let catalog = Catalog::bundled().expect("the catalog");
    let mut count = 0;
    for row in table.records() {
        let row = row.expect("a row");
        let Some((_, workup, part)) = PANELS.iter().find(|(panel, ..)| *panel == &row[0]) else {
            continue;
        };
        let workup = Workup::bundled(workup, catalog).expect("a work-up");
        let names: Vec<String> = row[2]
            .split(';')
            .map(|name| {
                let known = NAMES.iter().find(|(table, _)| *table == name);
                known.map_or(name.to_lowercase(), |(_, own)| own.to_lowercase())
            })
            .collect();
        let requirement = row[3].replace("redflag", "red-flag");
        let strength = |test: &TestRow| match (test.source.as_str(), test.verified) {
            ("unsourced", _) => "unsourced",
            (_, Some(Verified::Part)) => "verified-part",
            _ => "verified",
        };
        let holds = |test: &TestRow| {
            let own: Vec<String> = test
                .analytes
                .iter()
                .chain(&test.not_in_catalog)
                .map(|name| name.to_lowercase())
                .collect();
            test.part == *part
                && test.requirement.as_str() == requirement
                && strength(test) == &row[7]
                && names.iter().all(|name| own.contains(name))
        };
        assert!(workup.tests().iter().any(holds), "{row:?} is in no work-up");
        count += 1;
    }
    assert!(20 < count, "only {count} rows");
}
