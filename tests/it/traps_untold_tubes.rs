//! What rows and columns say of a sample without its tube.

use crate::run::{Run, file};

/// A row of no test that names no specimen may speak of any tube: "Clotted,yes" left a count calm, and clumps the platelets.
#[test]
fn a_row_of_no_test_tells_no_tube() {
    const HEAD: &str =
        "patient,sample,collected,sex,age,test,value,unit,specimen,comment,hemolysis\n";
    let row = |result: &str| format!("P1,S1,2026-05-02 07:15,M,40,{result}\n");
    const SPOILED: &str = "indeterminate";
    for (said, expected) in [
        ("Clotted,Yes,,,,", [SPOILED, SPOILED, SPOILED, SPOILED]),
        ("Clotted,No,,,,", ["usable"; 4]),
        (
            "Comment,FBC sample clotted,,,,",
            [SPOILED, SPOILED, SPOILED, SPOILED],
        ),
        ("Sample status,Rejected,,,,", ["caution"; 4]),
        (
            "Clotted,Yes,,EDTA blood,,",
            [SPOILED, SPOILED, "usable", "usable"],
        ),
        (
            "Clotted,Yes,,Serum,,",
            ["usable", "usable", "usable", SPOILED],
        ),
        // Of serum are indices, and what does not touch cells.
        ("HIL,2+,,,,", ["usable", "usable", "usable", "caution"]),
        ("HI,350,,,,", ["usable", "usable", "usable", "caution"]),
        (
            "Comment,?EDTA contamination,,,,",
            ["usable", "usable", "usable", "unusable"],
        ),
        // Clumps are of platelets, and of nothing else.
        (
            "Platelet clumps,present,,,,",
            ["usable", SPOILED, "usable", "usable"],
        ),
        ("Platelet clumps,absent,,,,", ["usable"; 4]),
        (
            "Blood film,Platelet clumps seen,,,,",
            ["usable", SPOILED, "usable", "usable"],
        ),
        (
            "WBC,6,10*9/L,EDTA blood,platelet clumps seen,",
            ["usable", SPOILED, "usable", "usable"],
        ),
        // In whole blood nobody sees hemolysis: a column says it beside a count of the sample's serum.
        (
            "WBC,6,10*9/L,,,3+",
            ["caution", "caution", "usable", SPOILED],
        ),
        (
            "WBC,6,10*9/L,EDTA blood,,3+",
            ["caution", "caution", "usable", "usable"],
        ),
        ("WBC,6,10*9/L,,,none", ["usable"; 4]),
    ] {
        let results = [
            "Hemoglobin,15.1,g/dL,,,",
            "Platelets,110,10*9/L,,,",
            "INR,1.1,,,,",
            "Potassium,5.2,mmol/L,,,",
            said,
        ];
        let text = format!("{HEAD}{}", results.map(row).concat());
        let (_folder, path) = file("labs.csv", text);
        let rows = Run::new(["check"]).args([&path]).rows();
        let found = [0, 1, 2, 3].map(|at| rows[at]["usability"].clone());
        assert_eq!(found, expected, "{said}");
    }
}
