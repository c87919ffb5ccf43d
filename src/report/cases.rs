//! Realistic results for the tests of this module. The numbers are invented.

use super::Meta;
use crate::age::Age;
use crate::interpretation::{Flag, Interpretation, RangeSource, ReportedFlag, Usability};
use crate::notice::Code;
use crate::person::{Person, Sex};
use crate::quality::{Provenance, SampleHemolysis};
use crate::specimen::Specimen;
use crate::units::spelling::UnitTable;

mod build;

pub(super) use build::{Case, blank, case};

pub(super) fn meta() -> Meta {
    Meta::new("2026.1", "us", Some("rcpath-2017"))
}

pub(super) fn units() -> UnitTable {
    UnitTable::parse(
        r#"
        [[unit]]
        ucum = "umol/L"
        print = "µmol/L"
        [[unit]]
        ucum = "10*9/L"
        print = "×10⁹/L"
        [[unit]]
        ucum = "mL/min/{1.73_m2}"
        print = "mL/min/1.73 m²"
        "#,
    )
    .expect("a table of units")
}

/// Puts rows into one sample.
pub(super) fn sample(
    patient: &'static str,
    sample: &'static str,
    collected: &'static str,
    person: Person,
    hemolysis: SampleHemolysis,
    cases: Vec<Case>,
) -> Vec<Interpretation<'static>> {
    let mut results: Vec<Interpretation<'static>> = cases.into_iter().map(|case| case.0).collect();
    for (i, result) in results.iter_mut().enumerate() {
        result.observation.line = i as u64 + 2;
        result.observation.patient = patient;
        result.observation.sample = sample;
        result.observation.collected = collected;
        result.person = person;
        result.hemolysis = hemolysis;
    }
    results
}

/// A hemolyzed tube with a potassium that must be called.
pub(super) fn hemolyzed_sample() -> Vec<Interpretation<'static>> {
    use Usability::{Caution, Indeterminate, Unusable, Usable};
    let mut potassium = case("potassium", "Kalium", "6.8", "mmol/L")
        .report("3.5", "5.0")
        .flag(Flag::CriticalHigh)
        .usability(Indeterminate)
        .says(&[Code::HemolysisRaises]);
    potassium.0.observation.flag = "H";
    potassium.0.reported_flag = ReportedFlag::High;
    let urine = |name, value| {
        let mut case = case("", name, value, "mmol/L").says(&[Code::SpecimenNotSerum]);
        case.0.specimen = Specimen::Urine;
        case
    };
    let mut disagrees = case("crp", "CRP", "<5", "mg/L")
        .report("", "5")
        .flag(Flag::Normal)
        .usability(Usable)
        .says(&[Code::ValueCensored, Code::FlagDisagrees]);
    disagrees.0.observation.flag = "H";
    disagrees.0.reported_flag = ReportedFlag::High;
    sample(
        "P-1002",
        "48623",
        "2024-03-05 07:15",
        Person {
            sex: Sex::Female,
            age: Age::read("67", ""),
        },
        SampleHemolysis {
            provenance: Provenance::Measured,
            free_hb: Some((1.8, Some(1.8))),
        },
        vec![
            potassium,
            case("sodium", "Natrium", "140", "mmol/L")
                .report("136", "145")
                .flag(Flag::Normal)
                .usability(Usable),
            case("creatinine", "Kreatinin", "131", "µmol/L")
                .report("45", "84")
                .flag(Flag::High)
                .usability(Caution)
                .says(&[Code::HemolysisEffectUnknown]),
            case("ast", "AST", "31", "U/L")
                .report("", "35")
                .flag(Flag::Normal)
                .usability(Indeterminate)
                .says(&[Code::MaskedLowPossible]),
            case("alt", "ALT", "HEMOLYZED", "U/L")
                .usability(Unusable)
                .says(&[Code::ResultAbsent]),
            disagrees,
            case("", "Xyzase", "12", "").says(&[Code::AnalyteUnknown]),
            case("glucose", "Glucose", "5.4", "").says(&[Code::UnitMissing]),
            urine("Natrium i.U.", "60"),
            urine("Kalium i.U.", "35"),
        ],
    )
}

/// A tube without trouble, of a person whose sex is not known.
pub(super) fn quiet_sample() -> Vec<Interpretation<'static>> {
    use Usability::Usable;
    sample(
        "P-1003",
        "48630",
        "2024-03-05",
        Person {
            sex: Sex::Unknown,
            age: Age::read("44", ""),
        },
        SampleHemolysis::default(),
        vec![
            case("potassium", "Potassium", "4.1", "mmol/L")
                .report("3.5", "5.0")
                .flag(Flag::Normal)
                .usability(Usable),
            case("creatinine", "Creatinine", "84", "umol/L")
                .limits(RangeSource::Profile("us"), Some("60"), Some("110"))
                .flag(Flag::Normal)
                .usability(Usable),
            case("egfr", "eGFR", "71", "mL/min/1.73m2")
                .report("60", "")
                .flag(Flag::Normal)
                .usability(Usable),
            case("platelets", "PLT", "98", "10^9/L")
                .report("150", "400")
                .flag(Flag::Low)
                .usability(Usable),
            case("", "HBsAg", "NEGATIVE", "").says(&[Code::NotNumeric]),
            case("crp", "CRP", "pending", "mg/L").says(&[Code::ResultAbsent]),
        ],
    )
}
