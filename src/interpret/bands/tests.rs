use super::*;
use crate::Options;
use crate::quality::SampleQuality;
use crate::value::Mark;

/// Numbers near both ends of a band and between them, as a report would have them.
fn within(bands: &Bands, band: usize) -> Vec<String> {
    let (start, end) = (bands.starts[band], bands.ends[band]);
    let end = if end.is_finite() { end } else { 10.0 * start };
    let share = |part: f64| start + part * (end - start);
    let back = |value| (value - bands.conversion.offset) / bands.conversion.factor;
    [1e-3, 0.5, 1.0 - 1e-3]
        .map(|part| back(share(part)))
        .iter()
        .filter(|number| **number < 1e6)
        .map(|number| {
            let places = if *number < 10.0 { 6 } else { 3 };
            format!("{number:.places$}")
        })
        .filter(|text| {
            let number = PlainNumber::read(text.as_bytes(), Mark::POINT);
            number.and_then(|number| bands.of(number)) == Some(band)
        })
        .collect()
}

/// Everything that is said of a result but the value itself.
fn said(rules: &Rules, row: &Observation<'_>) -> String {
    let reading = rules.read(row);
    let resolution = rules.resolver().resolve(row, reading.unit);
    let result = rules.judge(*row, reading, &resolution, &SampleQuality::default());
    let limits = result.limits.as_ref();
    let value = result.canonical.as_ref().map(|canonical| canonical.value);
    let suspicious = resolution
        .analyte
        .zip(value)
        .map(|(analyte, value)| rules.patterns.is_suspicious(&analyte.id, value));
    format!(
        "{:?} {:?} {:?} {:?} {:?} {suspicious:?}",
        result.flag,
        result.usability,
        result.notices.codes(),
        limits.map(|limits| (limits.low, limits.high, limits.unit, limits.source)),
        result
            .critical
            .map(|call| (call.high, call.reached, call.unit)),
    )
}

/// Two numbers with no limit between them are judged alike, whoever it is. Gives how many were compared.
fn check(rules: &Rules, analyte: &Analyte, unit: &str, range: &str) -> usize {
    let mut compared = 0;
    for (sex, age) in [("M", "40"), ("F", "9"), ("", "")] {
        let blank = Observation {
            name: &analyte.name,
            unit,
            range,
            sex,
            age,
            ..Observation::default()
        };
        let with = Observation {
            value: "1",
            ..blank
        };
        let resolution = rules.resolver().resolve(&with, "");
        let Some(bands) = rules.bands(&with, &resolution) else {
            assert!(is_index(analyte), "{}", analyte.id);
            continue;
        };
        for band in 0..bands.len() {
            let numbers = within(&bands, band);
            let said: Vec<String> = numbers
                .iter()
                .map(|value| said(rules, &Observation { value, ..blank }))
                .collect();
            compared += said.len();
            assert!(
                said.windows(2).all(|pair| pair[0] == pair[1]),
                "{} in {unit} beside {range:?}: {numbers:?} {said:?}",
                analyte.id
            );
        }
    }
    compared
}

#[test]
fn two_numbers_of_a_band_are_judged_alike() {
    let us = Rules::bundled(Options::default()).expect("bundled data");
    let uk = Rules::bundled(Options {
        profile: "uk".to_string(),
        critical_list: "homerton".to_string(),
        adults: true,
        ..Options::default()
    });
    let mut compared = 0;
    for rules in [us, uk.expect("bundled data")] {
        for analyte in rules.catalog().analytes() {
            for unit in &analyte.units {
                compared += check(&rules, analyte, unit.code, "");
            }
            let code = analyte.unit.code;
            for range in ["3-9", "<50", "2.5-5.5 mg/dL", ">10"] {
                compared += check(&rules, analyte, code, range);
            }
            compared += check(&rules, analyte, "", "3-9");
        }
    }
    assert!(50_000 < compared, "{compared}");
}

#[test]
fn a_number_on_a_limit_is_of_no_band() {
    let limits = vec![5.0, 3.5, 0.0, 3.5, f64::INFINITY];
    let bands = Bands::between(limits, Conversion::IDENTITY);
    let of = |text: &str| bands.of(PlainNumber::read(text.as_bytes(), Mark::POINT).expect(text));
    let found = [
        "3.4999", "3.5", "3.50", "3.5001", "4.9", "5.0", "5.000004", "5.1", "9999",
    ]
    .map(of);
    let expected = [
        Some(0),
        None,
        None,
        Some(1),
        Some(1),
        None,
        None,
        Some(2),
        Some(2),
    ];
    assert_eq!(found, expected);
}
