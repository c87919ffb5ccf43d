//! Limits of a policy as they are written, read here by another reader than the program's own, and the
//! results that lie at them.

use rust_decimal::Decimal;
use serumcheck::preop::Sheet;
use serumcheck::preop::policy::schema::{LimitRow, Tier};
use serumcheck::preop::sheet::{Item, Section, State};
use serumcheck::reference::{Analyte, Conversion, Variant};
use serumcheck::value::to_f64;

use crate::bench::{Case, Row, catalog, plan, policy, row};

/// Printed intervals, in the canonical unit, of the analytes with a limit that is a multiple of one.
const INTERVALS: &[(&str, &str, &str)] = &[
    ("alt", "10", "40"),
    ("ast", "10", "40"),
    ("alp", "30", "120"),
    ("bilirubin_total", "5", "20"),
    ("free_t4", "12", "22"),
    ("free_t3", "3.0", "6.8"),
    ("tsh", "0.4", "4.0"),
    ("ck", "30", "200"),
    ("hs_troponin_i", "0", "16"),
    ("hs_troponin_t", "0", "14"),
    ("troponin_i_conventional", "0", "0.04"),
    ("troponin_t_conventional", "0", "0.01"),
];

pub fn interval(analyte: &str) -> Option<(Decimal, Decimal)> {
    let (_, low, high) = INTERVALS.iter().find(|(id, ..)| *id == analyte)?;
    let number = |text: &str| text.parse().expect("a number");
    Some((number(low), number(high)))
}

/// `>= 84 mg/dL urea_nitrogen`, taken apart.
#[derive(Clone, Debug)]
pub struct Stated<'t> {
    pub sign: &'t str,
    pub value: Decimal,
    pub unit: &'t str,
    pub variant: Option<&'t str>,
}

pub fn read(text: &str) -> Stated<'_> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Stated {
        sign: words[0],
        value: words
            .get(1)
            .map_or(Decimal::ZERO, |word| word.parse().expect("a number")),
        unit: words.get(2).copied().unwrap_or(""),
        variant: words.get(3).copied(),
    }
}

impl Stated<'_> {
    /// Is it crossed by a value that many last digits above it?
    pub fn is_crossed(&self, step: i64) -> bool {
        match self.sign {
            "<" => step < 0,
            "<=" => step <= 0,
            ">" => 0 < step,
            ">=" => 0 <= step,
            sign => panic!("{sign}"),
        }
    }

    /// As the sheet prints it.
    pub fn printed(&self) -> String {
        let unit = match self.unit {
            "ULN" => "times the upper limit",
            "LLN" => "times the lower limit",
            "{score}" | "{ratio}" => "",
            code => catalog().units().printed(code),
        };
        let variant = self.variant.unwrap_or("").replace('_', " ");
        // The number as it is written in the policy: 0.80 stays 0.80.
        format!("{} {} {unit} {variant}", self.sign, self.value)
            .trim()
            .to_string()
    }
}

pub fn analyte(id: &str) -> &'static Analyte {
    catalog().analyte(id).expect("an analyte of the catalog")
}

/// The limits in force that are numbers or multiples, not a rise.
pub fn in_force() -> impl Iterator<Item = &'static LimitRow> {
    policy()
        .limit_rows()
        .iter()
        .filter(|row| row.in_force && row.rise_within_hours.is_none())
}

/// A way to report an analyte: its name, unit, conversion.
pub struct Way {
    pub name: &'static str,
    pub unit: &'static str,
    pub conversion: Conversion,
}

/// Every usual unit of an analyte, under the name that says which molecule its mass weighs.
pub fn ways(analyte: &'static Analyte) -> Vec<Way> {
    let whole: Option<&Variant> = None;
    let variants = std::iter::once(whole).chain(analyte.variants.iter().map(Some));
    let mut ways = Vec::new();
    for variant in variants {
        for unit in &analyte.units {
            if let Some(conversion) = analyte.conversion(unit, variant) {
                let name = variant.map_or(analyte.name.as_str(), |variant| &variant.name);
                ways.push(Way {
                    name,
                    unit: unit.code,
                    conversion,
                });
            }
        }
    }
    ways
}

pub fn way_of(analyte: &'static Analyte, stated: &Stated<'_>) -> Way {
    let variant = stated.variant.map(|id| {
        analyte
            .variants
            .iter()
            .find(|variant| variant.id == id)
            .expect("a variant")
    });
    let name = variant.map_or(analyte.name.as_str(), |variant| &variant.name);
    ways(analyte)
        .into_iter()
        .find(|way| way.unit == stated.unit && way.name == name)
        .unwrap_or_else(|| panic!("{} in {}", analyte.id, stated.unit))
}

/// A result at a limit: how it is reported, and the statement of the limit that it is held against.
pub struct At<'t> {
    pub stated: Stated<'t>,
    pub step: i64,
    pub row: Row,
}

/// The values at a limit, one last digit to either side of it and on it: in each unit in which it is
/// stated, and in every other one.
pub fn values(limit: &'static LimitRow) -> Vec<At<'static>> {
    let analyte = analyte(&limit.analyte);
    let first = read(&limit.crossed);
    let mut values = Vec::new();
    let mut at = |stated: &Stated<'static>, way: &Way, value: String, interval: &str, step| {
        values.push(At {
            stated: stated.clone(),
            step,
            row: row(&format!("{} | {value} {} | {interval}", way.name, way.unit)),
        });
    };
    if matches!(first.unit, "ULN" | "LLN") {
        let (low, high) = interval(&limit.analyte).expect("an interval in the table");
        for way in ways(analyte) {
            let there = |limit: Decimal| -> Decimal {
                let there = way.conversion.invert(to_f64(limit));
                // As a laboratory prints it: its last digit is far above the tolerance of a conversion.
                format!("{there:.3}").parse().expect("a number")
            };
            let (low, high) = (there(low), there(high));
            let end = if first.unit == "ULN" { high } else { low };
            let on = (end * first.value).normalize();
            for step in [-1, 0, 1] {
                let value = on + Decimal::new(step, on.scale() + 1);
                at(
                    &first,
                    &way,
                    value.to_string(),
                    &format!("{low}-{high}"),
                    step,
                );
            }
        }
        return values;
    }
    let statements: Vec<Stated<'static>> = std::iter::once(&limit.crossed)
        .chain(&limit.also)
        .map(|text| read(text))
        .collect();
    let own: Vec<Way> = statements
        .iter()
        .map(|stated| way_of(analyte, stated))
        .collect();
    for (stated, way) in statements.iter().zip(&own) {
        for step in [-1, 0, 1] {
            // A stage has no decimals.
            let scale = if stated.unit == "{score}" {
                0
            } else {
                stated.value.scale() + 1
            };
            let value = stated.value + Decimal::new(step, scale);
            at(stated, way, value.to_string(), "", step);
        }
    }
    let from = own[0].conversion;
    for way in ways(analyte) {
        if own.iter().any(|own| own.conversion == way.conversion) {
            continue;
        }
        for step in [-1, 0, 1] {
            let there = way.conversion.invert(from.apply(to_f64(first.value)));
            // A millionth: a thousand times the tolerance, less than any last digit.
            let value = there + step as f64 * there.abs() * 1e-6;
            at(&first, &way, value.to_string(), "", step);
        }
    }
    values
}

/// A surgery in which all of these contexts are known to hold; `F` or `M` for the patient's sex.
pub fn holding(when: &[String]) -> (String, &'static str) {
    let male = when.iter().any(|name| name == "male");
    let words: Vec<&str> = std::iter::once("asa-1")
        .chain(
            when.iter()
                .map(String::as_str)
                .filter(|name| *name != "male"),
        )
        .collect();
    (words.join(" "), if male { "M" } else { "F" })
}

/// Rows that make the conditions on other analytes true, or false.
pub fn partners(limit: &LimitRow, holds: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for alternatives in &limit.with {
        for one in alternatives.split(" or ") {
            let (id, test) = one.split_once(' ').expect("an analyte and a test");
            if id != limit.analyte {
                rows.push(partner(id, test, holds));
            }
            if holds {
                break; // One alternative is enough.
            }
        }
    }
    rows
}

fn partner(id: &str, test: &str, holds: bool) -> Row {
    let analyte = analyte(id);
    let range = interval(id);
    let printed = range.map_or(String::new(), |(low, high)| format!("{low}-{high}"));
    let stated = read(test);
    let tenth = Decimal::new(1, 1);
    let value = if stated.sign == "inside" {
        let (low, high) = range.expect("an interval in the table");
        if holds {
            (low + high) / Decimal::TWO
        } else {
            high * Decimal::TWO
        }
    } else {
        let limit = match stated.unit {
            "ULN" => range.expect("an interval").1 * stated.value,
            "LLN" => range.expect("an interval").0 * stated.value,
            _ => stated.value,
        };
        if stated.sign.starts_with('<') == holds {
            limit * (Decimal::ONE - tenth)
        } else {
            limit * (Decimal::ONE + tenth)
        }
    };
    let unit = match stated.unit {
        "ULN" | "LLN" | "" => analyte.unit.code,
        unit => unit,
    };
    row(&format!("{} | {value} {unit} | {printed}", analyte.name))
}

/// A patient with the result, its partners, and the contexts.
pub fn patient(limit: &LimitRow, at: &At<'_>, words: &str, sex: &str, holds: bool) -> Case {
    let mut rows = partners(limit, holds);
    rows.push(at.row.clone());
    for row in &mut rows {
        row.sex = sex.to_string();
    }
    Case {
        plan: plan(words),
        rows,
    }
}

/// Where the sheet says that this limit is crossed: the section of the item that names it.
pub fn said(sheet: &Sheet, limit: &LimitRow, stated: &Stated<'_>) -> Option<Section> {
    let crossed = [State::Stop, State::Review, State::Optimize, State::Note];
    named(sheet, limit, stated)
        .filter(|item| crossed.contains(&item.state))
        .map(|item| item.section)
        .next()
}

/// Where it says that an answer decides: `B undetermined` before a stop, `D not_stated` before a review.
pub fn hangs(sheet: &Sheet, limit: &LimitRow) -> bool {
    let state = match limit.tier {
        Tier::Stop if !matches!(limit.source.as_str(), "unsourced" | "proposal") => {
            State::Undetermined
        }
        // Without a source it makes the sheet incomplete, not the anaesthetist's.
        Tier::Stop | Tier::Review => State::NotStated,
        Tier::Optimize | Tier::Note => return false,
    };
    let graver = [State::Stop, State::Review, State::Undetermined];
    sheet.items.iter().any(|item| {
        item.analyte == limit.analyte && (item.state == state || graver.contains(&item.state))
    })
}

fn named<'s>(
    sheet: &'s Sheet,
    limit: &'s LimitRow,
    stated: &Stated<'_>,
) -> impl Iterator<Item = &'s Item> {
    let printed = stated.printed();
    let also = format!("{printed} ({}", limit.owner);
    sheet.items.iter().filter(move |item| {
        item.analyte == limit.analyte
            && ((item.limit == printed && item.limit_owner == limit.owner)
                || item.also_crossed.iter().any(|text| text.starts_with(&also)))
    })
}

pub fn section_of(tier: Tier) -> Section {
    match tier {
        Tier::Stop => Section::A,
        Tier::Review => Section::B,
        Tier::Optimize | Tier::Note => Section::F,
    }
}
