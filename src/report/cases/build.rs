//! Builds single results for tests, over a handful of invented analytes.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rust_decimal::Decimal;

use crate::age::AgePoint;
use crate::interpretation::{
    Canonical, CriticalCall, Flag, Interpretation, Limit, Limits, RangeSource, Usability,
};
use crate::notice::Code;
use crate::observation::{NumberStyle, Observation};
use crate::person::Sex;
use crate::reference::schema::SourceRow;
use crate::reference::{
    Analyte, Conversion, CriticalLimit, Effect, HemolysisEffect, Interval, IntervalKind,
    StatedLimits, Transferable,
};
use crate::specimen::Specimen;
use crate::units::Unit;
use crate::value::{self, ResultWords, Value};

/// A result about which nothing is known.
pub(in crate::report) fn blank() -> Interpretation<'static> {
    let reading = value::Reading {
        value: Value::Text(""),
        unit: "",
        flag: "",
    };
    Interpretation::unjudged(Observation::default(), reading)
}

/// Names, canonical units, and what hemolysis does.
const ANALYTES: &[(&str, &str, &str, Effect)] = &[
    ("potassium", "Potassium", "mmol/L", Effect::Raises),
    ("sodium", "Sodium", "mmol/L", Effect::None),
    ("creatinine", "Creatinine", "umol/L", Effect::Unknown),
    (
        "egfr",
        "eGFR (CKD-EPI 2021)",
        "mL/min/{1.73_m2}",
        Effect::Unknown,
    ),
    ("alt", "Alanine aminotransferase", "U/L", Effect::Raises),
    ("ast", "Aspartate aminotransferase", "U/L", Effect::Raises),
    ("crp", "C-reactive protein", "mg/L", Effect::None),
    ("glucose", "Glucose", "mmol/L", Effect::None),
    ("platelets", "Platelets", "10*9/L", Effect::None),
];

fn analyte(id: &str) -> &'static Analyte {
    static ALL: OnceLock<Vec<Analyte>> = OnceLock::new();
    let all = ALL.get_or_init(|| ANALYTES.iter().map(build).collect());
    all.iter()
        .find(|analyte| analyte.id == id)
        .expect("a listed analyte")
}

fn build((id, name, unit, effect): &(&str, &str, &str, Effect)) -> Analyte {
    let unit = Unit::from_code(unit).expect("a unit");
    let source = |title: &str| SourceRow {
        title: title.to_owned(),
        url: Some("https://example.org/source".to_owned()),
        says: None,
    };
    let stated = |low: Option<&str>, high: Option<&str>| StatedLimits {
        low: low.map(limit),
        high: high.map(limit),
        unit,
        conversion: Conversion::IDENTITY,
    };
    let interval = |sex| Interval {
        profile: "us".to_owned(),
        kind: IntervalKind::ReferenceInterval,
        sex: Some(sex),
        from: AgePoint::years(18),
        below: None,
        condition: None,
        specimens: vec![Specimen::Serum],
        stated: stated(Some("60"), Some("110")),
        also: Vec::new(),
        source: "abim-2025".to_owned(),
        note: None,
    };
    Analyte {
        span: std::sync::OnceLock::new(),
        id: (*id).to_owned(),
        name: (*name).to_owned(),
        group: "tests".to_owned(),
        specimen: Specimen::Serum,
        unit,
        units: vec![unit],
        molar_mass: None,
        valence: None,
        conversions: Vec::new(),
        variants: Vec::new(),
        plausible: (0.0, 1e6),
        transferable: Transferable::Yes,
        note: None,
        intervals: vec![interval(Sex::Female), interval(Sex::Male)],
        critical: vec![CriticalLimit {
            list: "rcpath-2017".to_owned(),
            from: None,
            below: None,
            sex: None,
            specimens: Vec::new(),
            condition: None,
            unless: None,
            high_uln: None,
            stated: stated(Some("2.5"), Some("6.5")),
            source: "rcpath-2017".to_owned(),
            note: None,
        }],
        hemolysis: Some(HemolysisEffect {
            effect: *effect,
            comment_from: None,
            action_from: None,
            do_not_use_from: None,
            slope: None,
            source: "eflm-2018".to_owned(),
            note: None,
        }),
        icterus: None,
        lipemia: None,
        sources: BTreeMap::from([
            (
                "abim-2025".to_owned(),
                source("ABIM Laboratory Test Reference Ranges, 2025"),
            ),
            (
                "rcpath-2017".to_owned(),
                source("RCPath: communication of critical results, 2017"),
            ),
            (
                "eflm-2018".to_owned(),
                source("EFLM WG-PRE recommendations, 2018"),
            ),
        ]),
    }
}

fn limit(text: &str) -> Limit {
    Limit {
        value: text.parse().expect("a limit"),
        inclusive: true,
    }
}

/// A row of a sample under construction.
pub(in crate::report) struct Case(pub(in crate::report) Interpretation<'static>);

/// `id` is empty for an analyte that is not known.
pub(in crate::report) fn case(
    id: &str,
    name: &'static str,
    value: &'static str,
    unit: &'static str,
) -> Case {
    static WORDS: OnceLock<ResultWords> = OnceLock::new();
    let words = WORDS.get_or_init(ResultWords::bundled);
    let mut result = blank();
    result.observation.file = "panel.csv";
    result.observation.name = name;
    result.observation.value = value;
    result.observation.unit = unit;
    result.reading = value::read(value, "", NumberStyle::default(), words);
    result.specimen = Specimen::Serum;
    if !id.is_empty() {
        let analyte = analyte(id);
        result.analyte = Some(analyte);
        let number = |comparator, number: Decimal| Canonical {
            comparator,
            value: value::to_f64(number),
            text: number.normalize().to_string(),
            unit: analyte.unit.code,
        };
        if !unit.is_empty() {
            result.unit = analyte.unit.code;
            result.canonical = match result.reading.value {
                Value::Number(n) => Some(number(None, n)),
                Value::Censored(comparator, n) => Some(number(Some(comparator), n)),
                _ => None,
            };
        }
    }
    Case(result)
}

impl Case {
    /// Limits as printed on the report, or of the profile with every row of the analyte.
    pub(in crate::report) fn limits(
        mut self,
        source: RangeSource<'static>,
        low: Option<&str>,
        high: Option<&str>,
    ) -> Case {
        let number = |text: &str| text.parse::<f64>().expect("a limit");
        self.0.limits = Some(Limits {
            low: low.map(limit),
            high: high.map(limit),
            unit: match source {
                RangeSource::Report => self.0.observation.unit,
                _ => self.0.unit,
            },
            source,
            rows: match (source, self.0.analyte) {
                (RangeSource::Profile(_), Some(analyte)) => analyte.intervals.iter().collect(),
                _ => Vec::new(),
            },
            canonical: Some((low.map(number), high.map(number))),
        });
        self
    }

    pub(in crate::report) fn report(self, low: &str, high: &str) -> Case {
        let given = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
        let (low, high) = (given(low), given(high));
        self.limits(RangeSource::Report, low.as_deref(), high.as_deref())
    }

    pub(in crate::report) fn flag(mut self, flag: Flag) -> Case {
        self.0.flag = Some(flag);
        if flag.is_critical() {
            let high = flag == Flag::CriticalHigh;
            self.0.critical = self.0.analyte.map(|analyte| CriticalCall {
                limit: &analyte.critical[0],
                high,
                reached: limit(if high { "6.5" } else { "2.5" }),
                unit: analyte.unit.code,
            });
            self.0.notices.add(Code::CriticalLimit);
        }
        self
    }

    pub(in crate::report) fn usability(mut self, usability: Usability) -> Case {
        self.0.usability = Some(usability);
        self
    }

    pub(in crate::report) fn says(mut self, codes: &[Code]) -> Case {
        codes.iter().for_each(|code| self.0.notices.add(*code));
        self
    }
}
