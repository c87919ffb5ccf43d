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
fn rows_that_judge_nobody_and_low_limits_of_zero_stop_nothing() {
    for (row, used) in [
        ("cholesterol_total,,,,0,200,mg/dL,", true),
        ("Triglycerides,,,,0,150,mg/dL,serum", true),
        ("creatinine,,,,0,1.2,mg/dL,", true),
        ("potassium,,,,25,125,mmol/L,urine", false),
        ("creatinine,,,,5.3,15.9,mmol/24h,urine", false),
        (
            "potassium,,,,25,125,mmol/L,urine\npotassium,,,,10,60,mmol/L,urine",
            false,
        ),
        ("glucose,,,,2.2,3.9,mmol/L,CSF", false),
        (",,,,,,,", false),
    ] {
        let header = "analyte,sex,age_from,age_below,low,high,unit,specimen";
        let text = format!("{header}\n{row}\nsodium,,,,135,145,mmol/L,\n");
        let laboratory = load(&text).unwrap_or_else(|error| panic!("{row}: {error}"));
        assert!(laboratory.notices.is_empty(), "{row}");
        let of_blood = laboratory.intervals.values().flatten();
        let of_blood = of_blood.filter(|row| row.specimens.iter().any(|own| own.is_blood()));
        assert_eq!(of_blood.count(), 1 + usize::from(used), "{row}");
    }
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
        // Low values of potassium are called.
        (
            "potassium,,,,0,5.1,mmol/L",
            ":2:5: a limit of Potassium lies outside what is plausible",
        ),
        // What the linter calls wrong: a slip of the decimal point, two rows for one person.
        (
            "potassium,,,,3.5,55,mmol/L",
            ":2:6: a limit of Potassium lies outside what is plausible",
        ),
        (
            "potassium,,18,,3.5,5,mmol/L\npotassium,F,50,,3.4,5,mmol/L",
            ":3:1: this row of Potassium and that of line 2 hold",
        ),
        (
            "potassium,,,,3.5,5,mmol/L\npotassium,,,,3.4,5,mmol/L",
            ":3:1: this row of Potassium and that of line 2 hold",
        ),
        // Decimal commas without quotes.
        (
            "potassium,,,,3,5,5,2,mmol/L",
            ":2:8: this row has more cells than the header",
        ),
        (
            "potassium,,60,18,3,5,mmol/L",
            ":2:4: the row begins at 60 y and ends at 18 y",
        ),
        (
            "potassium,,60,60,3,5,mmol/L",
            ":2:4: the row begins at 60 y and ends at 60 y",
        ),
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

#[test]
fn a_column_stands_once_and_a_code_may_stand_beside_a_name() {
    for (text, expected) in [
        (
            "analyte,low,low,high,unit\npotassium,3.5,3.4,5,mmol/L\n",
            Some(":1:3: \"low\" and \"low\" are both the column `low`"),
        ),
        (
            "analyte,min,high,unit,Lower\npotassium,3.5,5,mmol/L,3\n",
            Some(":1:5: \"Lower\" and \"min\" are both the column `low`"),
        ),
        (
            "analyte,analyte,low,high,unit\npotassium,sodium,3.5,5,mmol/L\n",
            Some(":1:2: \"analyte\" and \"analyte\" are both"),
        ),
        (
            "loinc,name,low,high,unit\n2823-3,Potassium,3.5,5,mmol/L\n",
            None,
        ),
        ("analyte,low,high,unit\npotassium,3.5,5,mmol/L,,\n", None),
        ("", Some("empty file")),
        ("%PDF-1.7\n", Some("this is a PDF document")),
        ("[\n  {\"a\": 1}]", Some("this looks like JSON")),
    ] {
        let said = load(text).err().map(|error| error.to_string());
        match expected {
            Some(expected) => {
                assert!(
                    said.as_ref().is_some_and(|said| said.contains(expected)),
                    "{text:?}: {said:?}"
                );
            }
            None => assert_eq!(said, None, "{text:?}"),
        }
    }
}
