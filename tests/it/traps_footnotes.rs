//! Lines around the rows that speak of samples: whose they are, and of which rows.

use crate::run::said;

/// A line that names nobody: which rows it means is not told, unless a mark tells it.
#[test]
fn lines_about_samples_that_no_row_owns() {
    let usable = |text: &str| {
        let rows = said(text, &["analyte", "usability"]);
        let of_results = rows
            .into_iter()
            .filter(|row| row.starts_with("potassium") || row.starts_with("sodium"));
        of_results.collect::<Vec<_>>().join(" ")
    };
    let header = "Patient,Test,Result,Unit,Ref,Collected\n";
    let p1 = "P1,Potassium,4.9,mmol/L,3.5-5.1,2026-11-03\n";
    let p2 = "P2,Sodium,141,mmol/L,135-145,2026-11-03\n";
    for (line, expected) in [
        (
            ",Sample haemolysed - interpret with care,,,,\n",
            "potassium|caution sodium|caution",
        ),
        (
            "Proben hämolytisch,,,,,\n",
            "potassium|caution sodium|caution",
        ),
        (
            ",No sample haemolysed,,,,\n",
            "potassium|usable sodium|usable",
        ),
        (
            ",Reject sample if haemolysed,,,,\n",
            "potassium|usable sodium|usable",
        ),
        (",Hemolysis index,,,,\n", "potassium|usable sodium|usable"),
        (",Biochemistry,,,,\n", "potassium|usable sodium|usable"),
    ] {
        assert_eq!(usable(&[header, p1, line, p2].concat()), expected, "{line}");
    }
    let marked = p1.replace("4.9", "4.9*");
    let text = [header, &marked, p2, "* haemolysed sample,,,,,\n"].concat();
    assert_eq!(usable(&text), "potassium|caution sodium|usable");
    let above = "\"All samples haemolysed grade 2\",,,\nTest,Result,Unit,Ref\nPotassium,4.9,mmol/L,3.5-5.1\n";
    assert_eq!(usable(above), "potassium|indeterminate");
}

/// Usability of three potassium results, the first and the second with another mark each, around lines.
#[track_caller]
fn around(above: &str, below: &[&str]) -> String {
    let below: String = below.iter().map(|line| format!("{line},,,,,\n")).collect();
    let above = match above {
        "" => String::new(),
        line => format!("{line},,,,,\n"),
    };
    let text = format!(
        "{above}Patient,Test,Result,Unit,Ref,Flag\nP1,Potassium,4.9*,mmol/L,3.5-5.1,\n\
         P2,Potassium,4.1#,mmol/L,3.5-5.1,\nP3,Potassium,4.1,mmol/L,3.5-5.1,Q\n{below}"
    );
    said(&text, &["usability"])[..3].join(" ")
}

#[test]
fn each_footnote_by_its_mark() {
    const ALL: &str = "caution caution caution";
    for (below, expected) in [
        (
            vec![
                "* slightly haemolysed sample",
                "# grossly haemolysed sample",
            ],
            "caution caution usable",
        ),
        (
            vec!["*,slightly haemolysed sample"],
            "caution usable usable",
        ),
        (vec!["Q = haemolysed sample"], "usable usable caution"),
        (
            vec!["Samples which are haemolysed are marked with #"],
            "usable caution usable",
        ),
        // A mark that no cell has.
        (vec!["† haemolysed sample"], ALL),
        (
            vec!["* haemolysed sample", "† grossly haemolysed sample"],
            "caution usable usable",
        ),
        (vec!["HEM = hemolyzed sample"], "usable usable usable"),
        (
            vec!["Samples which are haemolysed are marked with †"],
            "usable usable usable",
        ),
        // No mark.
        (vec!["Note,sample haemolysed"], ALL),
        (vec!["Haemolysed"], ALL),
        (vec!["Échantillon hémolysé"], ALL),
        (vec!["ECHANTILLON HEMOLYSE"], ALL),
        (vec!["Näyte hemolyyttinen"], ALL),
        (vec!["Hémolyse"], "usable usable usable"),
    ] {
        assert_eq!(around("", &below), expected, "{below:?}");
    }
    // Alone in a column of flags.
    let text = "Patient,Test,Result,Unit,Ref,Flag\nP1,Potassium,4.9,mmol/L,3.5-5.1,*\nP2,Potassium,4.1,mmol/L,3.5-5.1,\n\
                * haemolysed sample,,,,,\n";
    assert_eq!(said(text, &["usability"])[..2], ["caution", "usable"]);
}

#[test]
fn lines_about_samples_that_are_not_there() {
    for line in [
        "Hemolyzed samples removed",
        "Hemolysed samples filtered out",
        "Lipemic and hemolyzed samples omitted",
        "Hämolytische Proben nicht enthalten",
        "Hämolytische Proben werden nicht gemessen",
        "Haemolysed samples were not analysed",
        "Haemolysed samples: 0",
        "Number of haemolysed samples: 0",
    ] {
        assert_eq!(around(line, &[]), "usable usable usable", "{line}");
        assert_eq!(around("", &[line]), "usable usable usable", "{line}");
    }
    for line in [
        "Haemolysed samples: 2",
        "Samples haemolysed; potassium not measured",
    ] {
        assert_eq!(around("", &[line]), "caution caution caution", "{line}");
    }
    assert_eq!(
        around("Samples which are haemolysed are marked with *", &[]),
        "caution usable usable"
    );
    assert_eq!(
        around("Échantillon hémolysé", &[]),
        "indeterminate indeterminate indeterminate"
    );
}
