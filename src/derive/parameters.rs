//! Which parameters of a run are believable: a slip of a unit (an albumin of 4.0, meant as g/dL) would move
//! every derived value without a word. The bounds stand in `reference_ranges/results/parameters.toml`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::DeriveOptions;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    disagreement: Disagreement,
    parameters: Vec<Parameter>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Disagreement {
    share: f64,
    #[allow(dead_code)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    option: String,
    unit: String,
    low: f64,
    high: f64,
    #[allow(dead_code)]
    source: String,
    slips: Vec<Slip>,
}

/// A unit in which it is typed by mistake.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    unit: String,
    /// What one of it is in the right unit.
    factor: f64,
}

/// What is wrong with a parameter, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unbelievable {
    /// Which, in which unit it is taken, and between what.
    pub problem: String,
    /// The likely slip.
    pub advice: String,
}

impl File {
    /// Read when it is first asked for.
    fn bundled() -> &'static File {
        static FILE: OnceLock<File> = OnceLock::new();
        FILE.get_or_init(|| {
            // A test reads the bundled file.
            let file = bundled!("results/parameters");
            file.unwrap_or_else(|_: serde_json::Error| File {
                disagreement: Disagreement::default(),
                parameters: Vec::new(),
            })
        })
    }
}

/// Is a derived value further from the reported one than another equation would put it?
pub(crate) fn is_far_apart(reported: f64, derived: f64) -> bool {
    File::bundled().disagreement.share * reported.abs() < (reported - derived).abs()
}

impl DeriveOptions {
    /// The first parameter that is not believable in its unit, if there is one.
    #[must_use]
    pub fn unbelievable(&self) -> Option<Unbelievable> {
        File::bundled().parameters.iter().find_map(|parameter| {
            let value = match parameter.option.as_str() {
                "--calcium-slope" => Some(self.calcium_slope),
                "--calcium-albumin" => Some(self.calcium_albumin),
                "--weight" => self.weight_kg,
                "--height" => self.height_cm,
                _ => None,
            }?;
            (!parameter.holds(value)).then(|| parameter.refused(value))
        })
    }
}

impl Parameter {
    fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    fn refused(&self, value: f64) -> Unbelievable {
        let Parameter {
            option,
            unit,
            low,
            high,
            ..
        } = self;
        let slip = self.slips.iter().find_map(|slip| {
            let meant = value * slip.factor;
            self.holds(meant).then(|| (slip, short(meant)))
        });
        Unbelievable {
            problem: format!(
                "{option} {value} is not believable: it is taken in {unit}, from {low} to {high}"
            ),
            advice: match slip {
                Some((slip, meant)) => {
                    format!("if it was meant in {}, write {option} {meant}", slip.unit)
                }
                None => format!("write it in {unit}"),
            },
        }
    }
}

/// Three significant digits, without zeros behind them.
fn short(value: f64) -> String {
    let two = format!("{value:.2e}");
    two.parse().map_or(two, |value: f64| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_unit_is_refused() {
        let defaults = DeriveOptions::default;
        let albumin = |calcium_albumin| DeriveOptions {
            calcium_albumin,
            ..defaults()
        };
        let slope = |calcium_slope| DeriveOptions {
            calcium_slope,
            ..defaults()
        };
        let weight = |kg| DeriveOptions {
            weight_kg: Some(kg),
            ..defaults()
        };
        let height = |cm| DeriveOptions {
            height_cm: Some(cm),
            ..defaults()
        };
        for (options, expected) in [
            (defaults(), None),
            (
                albumin(4.0),
                Some("if it was meant in g/dL, write --calcium-albumin 40"),
            ),
            (
                albumin(4.25),
                Some("if it was meant in g/dL, write --calcium-albumin 42.5"),
            ),
            (albumin(400.0), Some("write it in g/L")),
            (albumin(f64::NAN), Some("write it in g/L")),
            (albumin(-40.0), Some("write it in g/L")),
            (albumin(42.0), None),
            (albumin(43.5), None),
            (albumin(30.0), None),
            (
                slope(0.2),
                Some("if it was meant in mmol/L per g/dL, write --calcium-slope 0.02"),
            ),
            (
                slope(0.8),
                Some("if it was meant in mg/dL per g/dL, write --calcium-slope 0.02"),
            ),
            (slope(0.0), Some("write it in mmol/L per g/L")),
            (slope(0.025), None),
            (slope(0.012), None),
            (weight(7.0), Some("write it in kg")),
            (weight(0.0), Some("write it in kg")),
            (
                weight(70_000.0),
                Some("if it was meant in g, write --weight 70"),
            ),
            (
                weight(450.0),
                Some("if it was meant in lb, write --weight 204"),
            ),
            (weight(f64::INFINITY), Some("write it in kg")),
            (weight(38.0), None),
            (weight(320.0), None),
            (
                height(1.40),
                Some("if it was meant in m, write --height 140"),
            ),
            (
                height(4.5),
                Some("if it was meant in ft, write --height 137"),
            ),
            (
                height(1400.0),
                Some("if it was meant in mm, write --height 140"),
            ),
            (height(14.0), Some("write it in cm")),
            (height(68.0), None),
            (height(202.0), None),
        ] {
            let found = options.unbelievable();
            let found = found.as_ref().map(|refused| refused.advice.as_str());
            assert_eq!(found, expected, "{options:?}");
        }
        let refused = albumin(4.0).unbelievable().expect("a slip");
        assert_eq!(
            refused.problem,
            "--calcium-albumin 4 is not believable: it is taken in g/L, from 30 to 55"
        );
    }

    #[test]
    fn the_file_is_read_and_bounds_every_parameter() {
        let file: File = bundled!("results/parameters").expect("the bundled file");
        let options: Vec<&str> = file.parameters.iter().map(|p| p.option.as_str()).collect();
        assert_eq!(
            options,
            [
                "--calcium-slope",
                "--calcium-albumin",
                "--weight",
                "--height"
            ]
        );
        for parameter in &file.parameters {
            assert!(parameter.low < parameter.high, "{}", parameter.option);
            assert_eq!(parameter.source, "unsourced", "{}", parameter.option);
        }
    }
}
