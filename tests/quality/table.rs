//! What the table says: a sentence for the ward, one for the laboratory, and the list at the end.

use serumcheck::Options;

use crate::bench::{table, tube};

#[test]
fn a_sentence_for_the_ward_and_one_for_the_laboratory() {
    let rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 4.1 mmol/L; Na 140 mmol/L; H-index 200 mg/dL",
    );
    let printed = table(&rows, Options::default());
    assert!(
        printed.contains(
            "    Recollect: sample hemolyzed (about 2 g/L).\n    \
             Potassium 4.1 cannot be called normal; a low one may be hidden.\n"
        ),
        "{printed}"
    );
    let rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 9.8 mmol/L; Ca 1.20 mmol/L; ALP 9 U/L",
    );
    let printed = table(&rows, Options::default());
    for said in [
        "Recollect: EDTA from another tube suspected.",
        "[edta-suspected]",
        "CRITICAL: call now",
        "if unwell: act while repeating",
    ] {
        assert!(printed.contains(said), "{said}\n{printed}");
    }
    // What a wrong tube did is not "critical whatever the hemolysis".
    assert!(!printed.contains("whatever the hemolysis"), "{printed}");
}

#[test]
fn one_list_of_tubes_across_all_patients() {
    let mut rows = tube(
        "P1",
        "S1",
        "2026-03-05 07:15",
        "K 4.1 mmol/L; H-index 200 mg/dL",
    );
    rows.extend(tube(
        "P2",
        "S2",
        "2026-03-05 07:20",
        "K QNS mmol/L; Na 140 mmol/L",
    ));
    rows.extend(tube(
        "P3",
        "S3",
        "2026-03-05 07:25",
        "K 4.1 mmol/L; H-index 5 mg/dL",
    ));
    let printed = table(&rows, Options::default());
    assert!(
        printed.contains(
            "RECOLLECT 2 samples:\n  \
             P1, S1: sample hemolyzed (about 2 g/L): Potassium 4.1\n  \
             P2, S2: insufficient sample: Potassium\n"
        ),
        "{printed}"
    );
}

#[test]
fn nothing_to_recollect_says_nothing() {
    let rows = tube(
        "P3",
        "S3",
        "2026-03-05 07:25",
        "K 4.1 mmol/L; H-index 5 mg/dL",
    );
    let printed = table(&rows, Options::default());
    assert!(!printed.to_lowercase().contains("recollect"), "{printed}");
}
