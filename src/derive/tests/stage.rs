//! The stage over whole exports: what is derived, from what, and what is refused.

use std::io::Write as _;

use crate::derive::{DeriveOptions, EgfrEquation};
use crate::interpreter::Interpreter;
use crate::notice::{Code, FileNotice};
use crate::rules::Options;

struct Run {
    /// `analyte value unit usability notices…`, without `derived`.
    derived: Vec<String>,
    refused: Vec<String>,
    notices: Vec<FileNotice>,
    inputs: Vec<String>,
}

fn run_with(options: Options, text: &str) -> Run {
    let mut file = tempfile::Builder::new()
        .suffix(".csv")
        .tempfile()
        .expect("a file");
    file.write_all(text.as_bytes()).expect("written");
    let interpreter = Interpreter::with(options).expect("bundled data");
    let exports = [interpreter.open(file.path()).expect("a table")];
    let mut results = interpreter.results(&exports).expect("readable");
    let mut run = Run {
        derived: Vec::new(),
        refused: Vec::new(),
        notices: Vec::new(),
        inputs: Vec::new(),
    };
    let mut seen = 0;
    while let Some(result) = results.next().expect("readable") {
        seen += 1;
        let Some(derivation) = &result.derived else {
            assert!(run.derived.is_empty(), "derived values follow at the end");
            assert_ne!(result.observation.line, 0);
            continue;
        };
        assert_eq!(result.observation.line, 0);
        assert!(result.notices.has(Code::Derived));
        let id = &result.analyte.expect("an analyte").id;
        let mut said = format!("{id} {}", result.observation.value);
        if let Some(usability) = result.usability.filter(|u| u.as_str() != "usable") {
            said = said + " " + usability.as_str();
        }
        for code in [
            Code::DerivedOtherTube,
            Code::DerivedFromSuspect,
            Code::CriticalLimit,
        ] {
            if result.notices.has(code) {
                said = said + " " + code.as_str();
            }
        }
        run.derived.push(said);
        for input in &derivation.inputs {
            run.inputs.push(format!(
                "{id} < {} {} @{}",
                input.analyte, input.value, input.line
            ));
        }
    }
    assert!(0 < seen);
    for (id, reasons) in results.not_derived() {
        run.refused
            .extend(reasons.keys().map(|why| format!("{id}: {why}")));
    }
    run.notices = results.file_notices().to_vec();
    run
}

fn run(text: &str) -> Run {
    run_with(
        Options {
            derive: Some(DeriveOptions::default()),
            ..Options::default()
        },
        text,
    )
}

impl Run {
    #[track_caller]
    fn gives(&self, id: &str, expected: &str) -> &Run {
        let found: Vec<&str> = self
            .derived
            .iter()
            .filter_map(|said| said.strip_prefix(id)?.strip_prefix(' '))
            .collect();
        let expected: Vec<&str> = [expected]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        assert_eq!(
            found, expected,
            "{id} in {:?}\nrefused {:?}",
            self.derived, self.refused
        );
        self
    }

    #[track_caller]
    fn refuses(&self, expected: &str) -> &Run {
        assert!(
            self.refused.iter().any(|why| why == expected),
            "{expected} in {:?}",
            self.refused
        );
        self
    }
}

const HEAD: &str = "patient,sample,collected,name,value,unit,sex,age,specimen,status\n";

fn sample(rows: &[(&str, &str, &str)]) -> String {
    let mut text = HEAD.to_string();
    for (name, value, unit) in rows {
        text += &format!("P1,S1,2026-01-05 08:00,{name},{value},{unit},F,60,serum,F\n");
    }
    text
}

#[test]
fn a_sample_gives_what_its_results_allow() {
    let rows = [
        ("Sodium", "140", "mmol/L"),
        ("Chloride", "104", "mmol/L"),
        ("Bicarbonate", "24", "mmol/L"),
        ("Creatinine", "1.2", "mg/dL"),
        ("Calcium", "2.10", "mmol/L"),
        ("Albumin", "2.5", "g/dL"),
    ];
    let forward = run(&sample(&rows));
    forward
        .gives("anion_gap", "12.0")
        .gives("anion_gap_potassium", "")
        .gives("anion_gap_albumin_corrected", "15.8")
        .gives("calcium_adjusted", "2.40")
        .gives("egfr", "51.8")
        .refuses("anion_gap_potassium: potassium-missing")
        .refuses("osmolality_calculated: glucose-missing")
        .refuses("delta_ratio: outside-validity");
    assert!(
        forward
            .inputs
            .contains(&"calcium_adjusted < albumin 25 @7".to_string()),
        "{:?}",
        forward.inputs
    );
    // Order does not matter.
    let mut turned = rows;
    turned.reverse();
    assert_eq!(run(&sample(&turned)).derived, forward.derived);
}

#[test]
fn the_laboratory_may_choose_its_parameters() {
    let derive = DeriveOptions {
        egfr: EgfrEquation::CkdEpi2009,
        calcium_slope: 0.025,
        calcium_albumin: 42.0,
        ..DeriveOptions::default()
    };
    let text = sample(&[
        ("Calcium", "2.10", "mmol/L"),
        ("Albumin", "25", "g/L"),
        ("Creatinine", "53.04", "umol/L"),
    ]);
    let options = Options {
        derive: Some(derive),
        ..Options::default()
    };
    run_with(options, &text)
        .gives("calcium_adjusted", "2.53")
        .gives("egfr", "99.4");
}

#[test]
fn what_may_not_be_an_input() {
    // Another patient, another tube, whole blood, urine, an absent and an implausible result.
    let text = HEAD.to_string()
        + "P1,S1,2026-01-05 08:00,Calcium,2.1,mmol/L,F,60,serum,F\n\
           P2,S1,2026-01-05 08:00,Albumin,25,g/L,F,60,serum,F\n\
           P1,S2,2026-01-05 09:00,Albumin,25,g/L,F,60,serum,F\n\
           P1,S1,2026-01-05 08:00,Albumin,25,g/L,F,60,urine,F\n\
           P1,S1,2026-01-05 08:00,Albumin,HEMOLYZED,g/L,F,60,serum,F\n";
    run(&text)
        .gives("calcium_adjusted", "")
        .refuses("calcium_adjusted: albumin-missing");
    run(&sample(&[
        ("Calcium", "2.1", "mmol/L"),
        ("Albumin", "2500", "g/L"),
    ]))
    .gives("calcium_adjusted", "")
    .refuses("calcium_adjusted: albumin-missing");
    // Outside its validity it is refused, not clamped.
    run(&sample(&[
        ("Calcium", "2.1", "mmol/L"),
        ("Albumin", "19", "g/L"),
    ]))
    .gives("calcium_adjusted", "")
    .refuses("calcium_adjusted: outside-validity");
}

#[test]
fn repeats() {
    let differ = [
        ("Calcium", "2.1", "mmol/L"),
        ("Albumin", "25", "g/L"),
        ("Albumin", "35", "g/L"),
    ];
    run(&sample(&differ))
        .gives("calcium_adjusted", "")
        .refuses("calcium_adjusted: repeat-differs");
    let same = [
        ("Calcium", "2.1", "mmol/L"),
        ("Albumin", "25", "g/L"),
        ("Albumin", "25", "g/L"),
    ];
    run(&sample(&same)).gives("calcium_adjusted", "2.40");
    // A corrected result replaces the old one, and it alone is the input.
    let text =
        sample(&differ).replace("Albumin,35,g/L,F,60,serum,F", "Albumin,35,g/L,F,60,serum,C");
    run(&text).gives("calcium_adjusted", "2.20");
}

#[test]
fn age_and_sex_are_never_guessed() {
    let text = sample(&[("Creatinine", "80", "umol/L")]);
    run(&text.replace(",F,60,", ",,60,"))
        .gives("egfr", "")
        .refuses("egfr: sex-missing");
    run(&text.replace(",F,60,", ",F,,"))
        .gives("egfr", "")
        .refuses("egfr: age-missing");
    run(&text.replace(",F,60,", ",F,17,"))
        .gives("egfr", "")
        .refuses("egfr: outside-validity");
    run(&text.replace(",F,60,", ",F,> 89,"))
        .gives("egfr", "")
        .refuses("egfr: age-missing");
}

#[test]
fn inequalities_are_carried_through_or_refused() {
    run(&sample(&[("Creatinine", "<30", "umol/L")])).gives("egfr", ">117.8");
    run(&sample(&[("AST", ">500", "U/L"), ("ALT", "50", "U/L")])).gives("de_ritis", ">10.00");
    run(&sample(&[("AST", ">500", "U/L"), ("ALT", ">500", "U/L")]))
        .gives("de_ritis", "")
        .refuses("de_ritis: value-censored");
    // Sampson's equation does not move one way only; Friedewald's does not hold above 4.5.
    run(&sample(&[
        ("Cholesterol", "6", "mmol/L"),
        ("HDL", "1", "mmol/L"),
        ("Triglycerides", ">4", "mmol/L"),
    ]))
    .gives("cholesterol_ldl_sampson", "")
    .gives("cholesterol_ldl_friedewald", "")
    .gives("cholesterol_non_hdl", "5.00")
    .refuses("cholesterol_ldl_friedewald: value-censored");
}

#[test]
fn the_worst_input_decides() {
    let rows = [
        ("Sodium", "140", "mmol/L"),
        ("Potassium", "4.2", "mmol/L"),
        ("Chloride", "104", "mmol/L"),
        ("Bicarbonate", "24", "mmol/L"),
        ("Hemolysis index", "120", "mg/dL"),
    ];
    run(&sample(&rows)).gives(
        "anion_gap_potassium",
        "16.2 indeterminate derived-from-suspect",
    );
    // Free hemoglobin of 10 g/L spoils everything.
    let gross = run(&sample(&rows).replace("120,mg/dL", "1100,mg/dL"));
    gross.gives("anion_gap", "12.0 unusable derived-from-suspect");
}

#[test]
fn another_tube_within_a_day() {
    let text = sample(&[("AST", "40", "U/L"), ("ALT", "40", "U/L")]).replace(",F,60,", ",F,50,");
    let at = |time: &str| format!("{text}P1,S9,{time},Platelets,200,10^9/L,F,50,EDTA blood,F\n");
    run(&at("2026-01-05 20:00")).gives("fib_4", "1.58 derived-other-tube");
    run(&at("2026-01-06 08:00")).gives("fib_4", "1.58 derived-other-tube");
    run(&at("2026-01-06 08:01"))
        .gives("fib_4", "")
        .refuses("fib_4: platelets-missing");
    // Below 35 years the score does not hold.
    run(&at("2026-01-05 20:00").replace(",F,50,", ",F,34,")).refuses("fib_4: outside-validity");
}

#[test]
fn what_the_laboratory_reports_stands() {
    let rows = [
        ("Creatinine", "106.08", "umol/L"),
        ("eGFR", "71", "mL/min/1.73m2"),
    ];
    let male = |text: String| text.replace(",F,60,", ",M,55,");
    let agrees = run(&male(sample(&rows)));
    agrees
        .gives("egfr", "")
        .refuses("egfr: reported-by-laboratory");
    assert!(
        agrees
            .notices
            .iter()
            .all(|notice| notice.code != Code::DerivedDisagrees)
    );
    let differs = run(&male(sample(&rows)).replace("eGFR,71", "eGFR,64"));
    let said: Vec<&FileNotice> = differs
        .notices
        .iter()
        .filter(|notice| notice.code == Code::DerivedDisagrees)
        .collect();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].line, Some(3));
    assert!(
        said[0]
            .message
            .contains("64 is reported, 71.4 by CKD-EPI 2021"),
        "{}",
        said[0].message
    );
    // ">60" says nothing against 71.
    let above = run(&male(sample(&rows)).replace("eGFR,71", "eGFR,>60"));
    assert!(
        above
            .notices
            .iter()
            .all(|notice| notice.code != Code::DerivedDisagrees)
    );
}

#[test]
fn a_series_of_creatinines() {
    let series = |values: &[(&str, &str)]| {
        let mut text = HEAD.to_string();
        for (i, (time, value)) in values.iter().enumerate() {
            text += &format!("P1,S{i},{time},Creatinine,{value},umol/L,M,60,serum,F\n");
        }
        run(&text)
    };
    series(&[("2026-01-05 08:00", "80")]).refuses("aki_kdigo: earlier-creatinine-missing");
    // Lowest of seven days.
    series(&[("2026-01-01 08:00", "80"), ("2026-01-05 08:00", "165")])
        .gives("aki_kdigo", "2 derived-other-tube critical-limit");
    series(&[("2026-01-05 08:00", "165"), ("2026-01-01 08:00", "80")])
        .gives("aki_kdigo", "2 derived-other-tube critical-limit");
    // A rise of 26.5 within 48 hours, and not a minute later.
    series(&[("2026-01-01 08:00", "100"), ("2026-01-03 08:00", "126.5")])
        .gives("aki_kdigo", "1 derived-other-tube");
    series(&[("2026-01-01 08:00", "100"), ("2026-01-03 08:01", "126.5")])
        .gives("aki_kdigo", "0 derived-other-tube");
    // None within seven days: the median of 8 to 365 days before.
    let older = series(&[
        ("2025-06-01 08:00", "70"),
        ("2025-07-01 08:00", "80"),
        ("2025-12-20 08:00", "200"),
        ("2026-01-05 08:00", "250"),
    ]);
    assert!(
        older
            .derived
            .contains(&"aki_kdigo 3 derived-other-tube critical-limit".to_string()),
        "{:?}",
        older.derived
    );
    // Another patient's creatinine is none of it.
    let text = HEAD.to_string()
        + "P1,S1,2026-01-04 08:00,Creatinine,60,umol/L,M,60,serum,F\n\
           P2,S2,2026-01-05 08:00,Creatinine,250,umol/L,M,60,serum,F\n";
    run(&text).gives("aki_kdigo", "");
}

#[test]
fn a_weight_is_of_one_person() {
    let derive = DeriveOptions {
        weight_kg: Some(72.0),
        ..DeriveOptions::default()
    };
    let options = || Options {
        derive: Some(derive),
        ..Options::default()
    };
    let text = sample(&[("Creatinine", "123.76", "umol/L")]);
    run_with(options(), &text).gives("creatinine_clearance_estimated", "48.6");
    let two = text.clone() + &text.replace("P1,S1", "P2,S2").replace(HEAD, "");
    run_with(options(), &two)
        .gives("creatinine_clearance_estimated", "")
        .refuses("creatinine_clearance_estimated: more-than-one-patient");
}

#[test]
fn without_the_option_nothing_is_derived() {
    let run = run_with(
        Options::default(),
        &sample(&[("Creatinine", "80", "umol/L")]),
    );
    assert!(run.derived.is_empty() && run.refused.is_empty());
}
