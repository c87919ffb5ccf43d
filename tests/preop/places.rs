//! A result is known by its place: the cells of a wide record share one line, and so do two files. What is said of one
//! says nothing of the others.

use serumcheck::preop::sheet::Section;

use crate::bench::{BORN, COLLECTED, TODAY, items, of_files, plan};

const HEADER: &str = "patient,sample,collected,birth_date,test,result,unit,comment";

/// A line of an export in which each result has a row of its own.
fn long(result: &str) -> String {
    format!("P1,S1,{COLLECTED},{BORN},{result}")
}

/// The items of the sections A, B and C.
fn front(files: &[&[String]]) -> String {
    let sheet = of_files(&plan("intermediate asa-3"), TODAY, files);
    let mut front = items(&sheet);
    front.retain(|item| item.starts_with(['A', 'B', 'C']));
    let grave = [Section::A, Section::B, Section::C];
    let is_placed = |section: &Section| sheet.section(*section).all(|item| 0 < item.line);
    assert!(grave.iter().all(is_placed));
    front.join(", ")
}

#[test]
fn a_wide_record_says_what_its_rows_would_say() {
    let wide = [
        "patient,sample,collected,birth_date,comment,Potassium (mmol/L),Sodium (mmol/L),Glucose (mmol/L)"
            .to_string(),
        format!("P1,S1,{COLLECTED},{BORN},hemolyzed,4.1,140,LO"),
    ];
    let rows = [
        HEADER.to_string(),
        long("Potassium,4.1,mmol/L,hemolyzed"),
        long("Sodium,140,mmol/L,hemolyzed"),
        long("Glucose,LO,mmol/L,hemolyzed"),
    ];
    let expected = "B review glucose, C unusable potassium";
    assert_eq!(front(&[&rows]), expected);
    assert_eq!(front(&[&wide]), expected);
}

#[test]
fn no_file_takes_an_item_of_another_away() {
    for (first, second, expected) in [
        (
            "Potassium,4.1,mmol/L,hemolyzed",
            "Glucose,LO,mmol/L,",
            "B review glucose, C unusable potassium",
        ),
        (
            "Potassium,8.9,mmol/L,hemolyzed",
            "INR,2.5,{INR},",
            "B review potassium, B review inr, C unusable potassium",
        ),
        (
            "Potassium,8.9,mmol/L,hemolyzed",
            "Glucose,HI,mmol/L,",
            "B review potassium, B review glucose, C unusable potassium",
        ),
        (
            "Sodium,140,mmol/L,",
            "Glucose,LO,mmol/L,",
            "B review glucose",
        ),
        // Nothing said is nothing lost.
        ("Sodium,140,mmol/L,", "Glucose,5.1,mmol/L,", ""),
    ] {
        let file = |result: &str, above: usize| {
            let mut lines = vec![HEADER.to_string()];
            lines.extend(vec![long("Chloride,102,mmol/L,"); above]);
            lines.push(long(result));
            lines
        };
        // On one line of both files, and on two.
        for above in [0, 1] {
            let (one, other) = (file(first, 0), file(second, above));
            for files in [[&one[..], &other], [&other[..], &one]] {
                assert_eq!(front(&files), expected, "{first} {second} {above}");
            }
        }
    }
}
