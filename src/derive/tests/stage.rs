//! The stage over whole exports: what is derived, from what, and what is refused.

mod across;
mod bounds;
mod conditions;

use std::io::Write as _;

use crate::derive::{DeriveOptions, EgfrEquation};
use crate::grade::Grade;
use crate::interpreter::Interpreter;
use crate::notice::{Code, FileNotice};
use crate::rules::Options;

struct Run {
    /// `analyte value unit usability notices…`, without `derived`.
    derived: Vec<String>,
    refused: Vec<String>,
    /// `value flag grade`, in the order derived.
    judged: Vec<String>,
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
        judged: Vec::new(),
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
        let flag = result.flag.map_or("-", |flag| flag.as_str());
        let grade = result.grade.as_ref().map(Grade::shown).unwrap_or_default();
        let grade = if grade.is_empty() { "-" } else { &grade };
        run.judged
            .push(format!("{} {flag} {grade}", result.observation.value));
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
        .refuses("calcium_adjusted: albumin-result-absent");
    run(&sample(&[
        ("Calcium", "2.1", "mmol/L"),
        ("Albumin", "2500", "g/L"),
    ]))
    .gives("calcium_adjusted", "")
    .refuses("calcium_adjusted: albumin-implausible-value");
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
fn without_the_option_nothing_is_derived() {
    let run = run_with(
        Options::default(),
        &sample(&[("Creatinine", "80", "umol/L")]),
    );
    assert!(run.derived.is_empty() && run.refused.is_empty());
}
