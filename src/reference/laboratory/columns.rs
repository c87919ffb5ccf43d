//! The columns of a laboratory's table, by the headers that mean them.

use std::collections::HashMap;

use csv::StringRecord;

use crate::text::{fold_name, quoted};

/// The columns by name, each with the headers that mean it.
const COLUMNS: &[(&str, &[&str])] = &[
    (
        "analyte",
        &["analyte", "id", "test", "name", "code", "loinc"],
    ),
    ("sex", &["sex", "gender"]),
    (
        "age_from",
        &["agefrom", "from", "minage", "agemin", "agelow"],
    ),
    (
        "age_below",
        &["agebelow", "below", "maxage", "agemax", "ageto", "agehigh"],
    ),
    ("condition", &["condition"]),
    ("specimen", &["specimen", "specimens", "material", "fluid"]),
    ("low", &["low", "lower", "lowerlimit", "reflow", "min"]),
    ("high", &["high", "upper", "upperlimit", "refhigh", "max"]),
    ("low_op", &["lowop", "lowoperator"]),
    ("high_op", &["highop", "highoperator"]),
    ("unit", &["unit", "units"]),
    ("kind", &["kind"]),
    ("profile", &["profile"]),
    ("source", &["source"]),
];

/// The columns by name, and the headers that mean nothing here. An error is a column that stands there twice; but a code
/// may stand beside the name of its analyte.
#[allow(clippy::type_complexity)]
pub(super) fn columns(
    headers: &StringRecord,
) -> std::result::Result<(HashMap<&'static str, usize>, Vec<(String, usize)>), (String, usize)> {
    let mut found = HashMap::new();
    let mut ignored = Vec::new();
    for (at, header) in headers.iter().enumerate() {
        let key = fold_name(header);
        let known = COLUMNS
            .iter()
            .find(|(_, spellings)| spellings.contains(&key.as_str()));
        let first = known.and_then(|(name, _)| found.get(name).copied());
        match (known, first) {
            (Some((name, _)), None) => {
                found.insert(*name, at);
            }
            (Some(("analyte", _)), Some(first))
                if headers
                    .get(first)
                    .is_some_and(|other| fold_name(other) != key) =>
            {
                ignored.push((header.to_string(), at));
            }
            (Some((name, _)), Some(first)) => {
                let other = headers.get(first).unwrap_or_default();
                let problem = format!(
                    "{} and {} are both the column `{name}`",
                    quoted(header),
                    quoted(other)
                );
                return Err((problem, at));
            }
            (None, _) => ignored.push((header.to_string(), at)),
        }
    }
    Ok((found, ignored))
}
