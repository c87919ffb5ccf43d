//! From the files as written to the analytes as used. Every slip is a message, none is mended.

use std::mem::take;

use rust_decimal::Decimal;

use super::schema::{self, AnalyteFile};
use super::{
    Analyte, BiasSlope, CriticalLimit, HemolysisEffect, Interval, StandardConversion, StatedLimits,
    Variant,
};
use crate::age::AgePoint;
use crate::interpretation::Limit;
use crate::person::Sex;
use crate::reference::Conversion;
use crate::units::Unit;

/// Builds an analyte from its file, and takes out of it what is the analyte's: what is left are id, name, and the names
/// and codes that mean it.
pub(super) fn analyte(file: &mut AnalyteFile) -> Result<Analyte, String> {
    let mut analyte = core(file)?;
    analyte.intervals = take(&mut file.intervals)
        .into_iter()
        .map(|row| interval(row, &analyte))
        .collect::<Result<_, _>>()?;
    analyte.critical = take(&mut file.critical)
        .into_iter()
        .map(|row| critical(row, &analyte))
        .collect::<Result<_, _>>()?;
    analyte.hemolysis = take(&mut file.hemolysis)
        .map(|row| hemolysis(row, &analyte))
        .transpose()?;
    Ok(analyte)
}

/// Builds an analyte without its intervals, critical limits and hemolysis.
pub(super) fn core(file: &mut AnalyteFile) -> Result<Analyte, String> {
    Ok(Analyte {
        span: std::sync::OnceLock::new(),
        id: file.id.clone(),
        name: file.name.clone(),
        group: take(&mut file.group),
        specimen: file.specimen,
        unit: unit(&file.unit)?,
        units: file
            .units
            .iter()
            .map(|code| unit(code))
            .collect::<Result<_, _>>()?,
        molar_mass: file.molar_mass,
        valence: file.valence,
        conversions: take(&mut file.conversions)
            .into_iter()
            .map(|row| {
                Ok(StandardConversion {
                    unit: unit(&row.unit)?,
                    conversion: Conversion {
                        factor: row.factor,
                        offset: row.offset,
                    },
                    source: row.source,
                    note: row.note,
                })
            })
            .collect::<Result<_, String>>()?,
        variants: file
            .variants
            .iter()
            .map(|row| Variant {
                id: row.id.clone(),
                name: row.name.clone(),
                molar_mass: row.molar_mass,
            })
            .collect(),
        plausible: (file.plausible.low, file.plausible.high),
        transferable: file.transferable,
        note: take(&mut file.note),
        intervals: Vec::new(),
        critical: Vec::new(),
        hemolysis: None,
        icterus: take(&mut file.icterus),
        lipemia: take(&mut file.lipemia),
        sources: take(&mut file.sources),
    })
}

fn unit(code: &str) -> Result<&'static Unit, String> {
    Unit::from_code(code).ok_or_else(|| format!("unit `{code}` is not known"))
}

fn age(text: &str) -> Result<AgePoint, String> {
    AgePoint::read(text).ok_or_else(|| format!("age `{text}` is not like \"18 y\" or \"6 mo\""))
}

fn variant<'a>(id: Option<&str>, analyte: &'a Analyte) -> Result<Option<&'a Variant>, String> {
    id.map(|id| {
        let mut all = analyte.variants.iter();
        all.find(|variant| variant.id == id)
            .ok_or_else(|| format!("variant `{id}` is not defined"))
    })
    .transpose()
}

fn sex(key: schema::SexKey) -> Sex {
    match key {
        schema::SexKey::F => Sex::Female,
        schema::SexKey::M => Sex::Male,
    }
}

/// Builds an interval.
pub(super) fn interval(row: schema::IntervalRow, analyte: &Analyte) -> Result<Interval, String> {
    let variant = variant(row.variant.as_deref(), analyte)?;
    let limits = |low, high, code: &str, low_op: Option<&str>, high_op: Option<&str>| {
        let unit = unit(code)?;
        Ok::<_, String>(StatedLimits {
            low: limit(low, low_op, [">=", ">"])?,
            high: limit(high, high_op, ["<=", "<"])?,
            unit,
            conversion: analyte
                .conversion(unit, variant)
                .ok_or_else(|| format!("`{code}` does not convert to `{}`", analyte.unit.code))?,
        })
    };
    let (low_op, high_op) = (row.low_op.as_deref(), row.high_op.as_deref());
    let stated = limits(row.low, row.high, &row.unit, low_op, high_op)?;
    let mut also = row
        .also
        .iter()
        .map(|pair| limits(pair.low, pair.high, &pair.unit, low_op, high_op))
        .collect::<Result<Vec<_>, String>>()?;
    if variant.is_some() {
        also.push(stated.in_canonical(analyte.unit));
    }
    Ok(Interval {
        profile: row.profile,
        kind: row.kind,
        sex: row.sex.map(sex),
        from: age(&row.from)?,
        below: row.below.as_deref().map(age).transpose()?,
        condition: row.condition,
        specimens: if row.specimen.is_empty() {
            vec![analyte.specimen]
        } else {
            row.specimen
        },
        stated,
        also,
        source: row.source,
        note: row.note,
    })
}

/// Builds a line of a critical list.
pub(super) fn critical(
    row: schema::CriticalRow,
    analyte: &Analyte,
) -> Result<CriticalLimit, String> {
    let unit = unit(&row.unit)?;
    let variant = variant(row.variant.as_deref(), analyte)?;
    Ok(CriticalLimit {
        list: row.list,
        from: row.from.as_deref().map(age).transpose()?,
        below: row.below.as_deref().map(age).transpose()?,
        sex: row.sex.map(sex),
        specimens: row.specimen,
        condition: row.condition,
        unless: row.unless,
        high_uln: limit(row.high_uln, row.high_op.as_deref(), [">=", ">"])?,
        stated: StatedLimits {
            low: limit(row.low, row.low_op.as_deref(), ["<=", "<"])?,
            high: limit(row.high, row.high_op.as_deref(), [">=", ">"])?,
            unit,
            conversion: analyte
                .conversion(unit, variant)
                .ok_or_else(|| format!("`{}` does not convert", row.unit))?,
        },
        source: row.source,
        note: row.note,
    })
}

fn hemolysis(row: schema::HemolysisRow, analyte: &Analyte) -> Result<HemolysisEffect, String> {
    let slope = row
        .slope
        .as_ref()
        .map(|slope| {
            let percent = slope.unit == "%";
            let factor = if percent {
                1.0
            } else {
                analyte
                    .conversion(unit(&slope.unit)?, None)
                    .ok_or_else(|| format!("slope unit `{}` does not convert", slope.unit))?
                    .factor
            };
            Ok::<_, String>(BiasSlope {
                low: slope.low * factor,
                high: slope.high * factor,
                percent,
            })
        })
        .transpose()?;
    Ok(HemolysisEffect {
        effect: row.effect,
        comment_from: row.comment_from,
        action_from: row.action_from,
        do_not_use_from: row.do_not_use_from,
        slope,
        source: row.source,
        note: row.note,
    })
}

/// Decimal places that limits have at most, nearly all of them.
const PLACES: i32 = 4;

/// Whole numbers below this one are exact as floats.
const EXACT: f64 = 1e15;

/// A limit with its operator, which is `ops[0]` (inclusive) unless `ops[1]` is written.
fn limit(value: Option<f64>, op: Option<&str>, ops: [&str; 2]) -> Result<Option<Limit>, String> {
    let inclusive = match op {
        None => true,
        Some(op) if op == ops[0] => true,
        Some(op) if op == ops[1] => false,
        Some(op) => return Err(format!("operator `{op}` is not {} or {}", ops[0], ops[1])),
    };
    value
        .map(|value| {
            Ok(Limit {
                value: decimal(value)?,
                inclusive,
            })
        })
        .transpose()
}

/// The decimal as written in the file: the shortest one that gives this float.
fn decimal(value: f64) -> Result<Decimal, String> {
    // Two whole numbers that a float holds exactly, divided, give the float that is nearest to the decimal.
    for places in 0..=PLACES {
        let power = 10_f64.powi(places);
        let digits = (value * power).round();
        if digits.abs() < EXACT && digits / power == value {
            return Ok(Decimal::new(digits as i64, places as u32));
        }
    }
    value
        .to_string()
        .parse()
        .map_err(|_| format!("limit {value} is not a decimal number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_the_decimal_that_was_written() {
        for text in [
            "0",
            "5",
            "-2",
            "5.1",
            "0.1",
            "0.3",
            "1.05",
            "7.35",
            "0.0044",
            "0.0075",
            "0.00012",
            "1234567.8901",
            "126",
            "1000000000",
            "0.1234567",
            "33.3",
        ] {
            let written: f64 = text.parse().expect("a number");
            let read = decimal(written).expect("a decimal");
            assert_eq!(
                (read.to_string().as_str(), read.scale()),
                (text, places(text)),
                "{text}"
            );
        }
        for hundredths in 0..200_000_u32 {
            let written = f64::from(hundredths) / 1e2;
            let expected: Decimal = written.to_string().parse().expect("a decimal");
            let read = decimal(written).expect("a decimal");
            assert_eq!((read, read.scale()), (expected, expected.scale()));
        }
    }

    fn places(text: &str) -> u32 {
        text.split_once('.')
            .map_or(0, |(_, behind)| behind.len() as u32)
    }
}
