//! Fasting and pregnancy: what the rows say, and what the run says.

use super::*;

/// HOMA-IR: what the rows say of fasting, and what the run says.
#[test]
fn a_row_that_is_not_fasting_is_none_whatever_the_run_says() {
    for (glucose, condition, conditions, expected) in [
        ("Glucose", "", &["fasting"][..], ""),
        ("Fasting glucose", "", &["fasting"], ""),
        ("Glucose", "fasting", &[], ""),
        ("Glucose", "pregnancy", &["fasting"], ""),
        ("Glucose", "", &[], "homa_ir: fasting-not-known"),
        (
            "Random glucose",
            "",
            &["fasting"],
            "homa_ir: condition-contradicts",
        ),
        (
            "Glucose",
            "random",
            &["fasting"],
            "homa_ir: condition-contradicts",
        ),
        (
            "Glucose",
            "non fasting",
            &["fasting"],
            "homa_ir: condition-contradicts",
        ),
        (
            "Glucose",
            "No",
            &["fasting"],
            "homa_ir: condition-contradicts",
        ),
    ] {
        let text = format!(
            "patient,sample,collected,name,value,unit,sex,age,specimen,condition\n\
             P1,S1,2026-01-05 08:00,{glucose},5,mmol/L,F,40,serum,{condition}\n\
             P1,S1,2026-01-05 08:00,Insulin,10,mIU/L,F,40,serum,{condition}\n"
        );
        let options = Options {
            derive: Some(DeriveOptions::default()),
            conditions: conditions.iter().map(ToString::to_string).collect(),
            ..Options::default()
        };
        let run = run_with(options, &text);
        if expected.is_empty() {
            run.gives("homa_ir", "2.22");
        } else {
            run.gives("homa_ir", "").refuses(expected);
        }
    }
}

#[test]
fn no_rate_from_creatinine_in_a_pregnancy() {
    let text = |condition: &str, comment: &str| {
        format!(
            "patient,sample,collected,name,value,unit,sex,age,specimen,condition,comment\n\
             P1,S1,2026-01-05 08:00,Creatinine,60,umol/L,F,30,serum,{condition},{comment}\n\
             P1,S1,2026-01-05 08:00,Cystatin C,0.9,mg/L,F,30,serum,,\n"
        )
    };
    let of_run = |conditions: &[&str]| Options {
        derive: Some(DeriveOptions::default()),
        conditions: conditions.iter().map(ToString::to_string).collect(),
        ..Options::default()
    };
    for (condition, comment, conditions, is_derived) in [
        ("", "", &[][..], true),
        ("not pregnant", "", &[], true),
        ("fasting", "", &["fasting"], true),
        ("pregnant", "", &[], false),
        ("pregnancy-t2", "", &[], false),
        ("", "32 weeks pregnant", &[], false),
        ("", "", &["pregnancy-t3"], false),
    ] {
        let run = run_with(of_run(conditions), &text(condition, comment));
        for id in ["egfr", "egfr_creatinine_cystatin_c"] {
            let derived = run
                .derived
                .iter()
                .any(|said| said.starts_with(&format!("{id} ")));
            assert_eq!(
                derived, is_derived,
                "{id} {condition} {comment} {conditions:?}"
            );
            if !is_derived {
                run.refuses(&format!("{id}: pregnancy"));
            }
        }
    }
}

#[test]
fn nor_what_the_placenta_or_its_hormones_move() {
    let text = "patient,sample,collected,name,value,unit,low,high,sex,age,specimen\n\
                P1,S1,2026-01-05 08:00,ALT,80,U/L,5,40,F,30,serum\n\
                P1,S1,2026-01-05 08:00,ALP,200,U/L,30,120,F,30,serum\n\
                P1,S1,2026-01-05 08:00,Testosterone,2,nmol/L,0.3,2.5,F,30,serum\n\
                P1,S1,2026-01-05 08:00,SHBG,60,nmol/L,20,110,F,30,serum\n\
                P1,S1,2026-01-05 08:00,Albumin,40,g/L,35,50,F,30,serum\n";
    for (conditions, is_derived) in [(&[][..], true), (&["pregnancy-t3"], false)] {
        let options = Options {
            derive: Some(DeriveOptions::default()),
            conditions: conditions.iter().map(ToString::to_string).collect(),
            ..Options::default()
        };
        let run = run_with(options, text);
        for id in ["r_factor", "free_androgen_index", "testosterone_free"] {
            let mut derived = run.derived.iter();
            let found = derived.any(|said| said.starts_with(&format!("{id} ")));
            assert_eq!(found, is_derived, "{id} {conditions:?}");
        }
    }
}

/// A creatinine of blood that an infusion may have diluted is no baseline; one that settles nothing is none beside one that does.
#[test]
fn a_spoiled_creatinine_is_no_baseline() {
    for (rows, expected) in [
        // The day before, and its comment; today's is good.
        (&[("01-04", "40", "drawn above iv")][..], ""),
        (
            &[("01-04", "40", "")],
            "2 derived-other-tube critical-limit",
        ),
        (
            &[("01-03", "80", ""), ("01-04", "40", "drawn above iv")],
            "0 derived-other-tube",
        ),
        (
            &[("01-03", "80", ""), ("01-04", "40", "unreliable")],
            "0 derived-other-tube",
        ),
    ] {
        let mut text = HEAD.replace("status", "comment");
        for (i, (day, value, comment)) in rows.iter().chain(&[("01-05", "85", "")]).enumerate() {
            text += &format!(
                "P1,S{i},2026-{day} 08:00,Creatinine,{value},umol/L,M,60,serum,{comment}\n"
            );
        }
        let done = run(&text);
        let mut stages = done
            .derived
            .iter()
            .filter_map(|said| said.strip_prefix("aki_kdigo "));
        assert_eq!(stages.next_back().unwrap_or(""), expected, "{text}");
    }
}
