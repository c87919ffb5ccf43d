//! Slips in a laboratory table, and rows of a chosen profile.

use super::*;
use std::io::Write as _;

fn load(text: &str) -> Result<Laboratory> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(text.as_bytes()).expect("written");
    let catalog = Catalog::bundled().expect("bundled data");
    let words = SpecimenWords::bundled().expect("bundled words");
    read(file.path(), catalog, &words, "us")
}

#[test]
fn a_laboratory_table() {
    let laboratory = load(
        "analyte,sex,age_from,age_below,low,high,unit\n\
         potassium,,18 y,,3.4,4.9,mmol/L\n\
         Kreatinin,F,18,,45,84,µmol/l\n\
         creatinine,M,18,,59,104,umol/L\n\
         moonstone,,,,1,2,mmol/L\n",
    )
    .expect("readable");
    assert_eq!(laboratory.intervals["creatinine"].len(), 2);
    assert_eq!(laboratory.intervals["potassium"].len(), 1);
    assert_eq!(laboratory.notices[0].line, Some(5));
}

#[test]
fn slips_are_told_with_line_and_column() {
    for (row, expected) in [
        ("potassium,,,,five,5,mmol/L", ":2:5: \"five\" is no number"),
        (
            "potassium,,,,5,3.5,mmol/L",
            ":2:5: the low limit 5 is above",
        ),
        (
            "potassium,,,,3,5,U/L",
            ":2:7: Potassium cannot be stated in",
        ),
        ("potassium,x,,,3,5,mmol/L", ":2:2: \"x\" is no sex"),
        ("potassium,,old,,3,5,mmol/L", ":2:3: \"old\" is no age"),
        ("potassium,,,,,,mmol/L", ":2:5: the row has no limit"),
    ] {
        let text = format!("analyte,sex,age_from,age_below,low,high,unit\n{row}\n");
        let error = load(&text).expect_err(row).to_string();
        assert!(error.contains(expected), "{row}: {error}");
    }
}

#[test]
fn a_row_of_a_profile_counts_only_where_it_is_chosen_and_none_is_own() {
    let laboratory = load(
        "analyte,low,high,high_op,unit,profile,kind,specimen\n\
         potassium,3.5,5.0,,mmol/L,us,,serum;plasma\n\
         potassium,3.5,5.3,,mmol/L,uk,,serum\n\
         sodium,135,145,,mmol/L,us,,serum\n\
         sodium,134,146,,mmol/L,,,serum\n\
         glucose,,126,<,mg/dL,us,decision-limit,serum\n\
         glucose,,7,<,mmol/L,us,decision-limit,serum\n",
    )
    .expect("readable");
    let potassium = &laboratory.intervals["potassium"];
    assert_eq!(potassium.len(), 1);
    assert_eq!(potassium[0].profile, "us");
    assert_eq!(potassium[0].specimens.len(), 2);
    let sodium = &laboratory.intervals["sodium"];
    assert_eq!((sodium.len(), sodium[0].profile.as_str()), (1, OWN));
    // The same limit in a second unit is one interval, judged in the reported unit.
    let glucose = &laboratory.intervals["glucose"];
    assert_eq!((glucose.len(), glucose[0].also.len()), (1, 1));
    assert!(glucose[0].stated.high.is_some_and(|limit| !limit.inclusive));
}
