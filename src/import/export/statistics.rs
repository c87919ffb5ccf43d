//! Headers of what was worked out of several results of an analyte: `d1_potassium_max`, `sodium_mean`.

use crate::reference::Catalog;
use crate::text::{fold_name, is_one_of};

/// Those headers that name an analyte and say that it is the greatest, the least or the mean of several results.
pub(super) fn of_several(headers: &[String]) -> Vec<&str> {
    let Ok(catalog) = Catalog::bundled() else {
        return Vec::new();
    };
    let headers = headers.iter().map(String::as_str);
    headers.filter(|header| is_one(header, catalog)).collect()
}

fn is_one(header: &str, catalog: &Catalog) -> bool {
    #[rustfmt::skip]
    const STATISTICS: &[&str] = &[
        "min", "max", "mean", "avg", "median", "std", "sd", "var", "minimum", "maximum", "average",
    ];
    // A letter or two are anything.
    const SHORTEST: usize = 3;
    let parts: Vec<&str> = header.split([' ', '_', '-', '.']).collect();
    let is_known = |part: &[&str]| {
        let name = part.concat();
        SHORTEST <= name.len() && catalog.knows_name(&fold_name(&name))
    };
    let rest: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !is_one_of(part, STATISTICS))
        .collect();
    rest.len() < parts.len()
        && (0..rest.len()).any(|from| (from + 1..=rest.len()).any(|to| is_known(&rest[from..to])))
}
