//! Columns of how a sample looks: serum, or urine, or the cap of its tube.

use super::Seen;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;
use crate::quality::appearance;
use crate::quality::condition::{self, Cell};
use csv::StringRecord;

/// "Appearance" beside a color and a specific gravity: of urine.
pub(super) fn is_perhaps_of_urine(seen: &Seen, column: usize) -> bool {
    const OF_STRIPS: &[&str] = &[
        "color",
        "colour",
        "specificgravity",
        "urinecolor",
        "uacolor",
        "farbe",
        "spezifischesgewicht",
    ];
    let header = vocabulary::fold(&seen.headers[column]);
    let is_bare = ["appearance", "aussehen"].contains(&header.as_str());
    let is_one = |header: &String| {
        let header = vocabulary::fold(header);
        OF_STRIPS.contains(&header.as_str()) || header.contains("urin")
    };
    is_bare && seen.headers.iter().any(is_one)
}

/// Is there a header of a urine?
pub(super) fn is_beside_urine(headers: &[String]) -> bool {
    const PARTS: &[&str] = &["specificgravity", "urin", "leuko", "nitrit", "sediment"];
    headers.iter().any(|header| {
        let header = vocabulary::fold(header);
        PARTS.iter().any(|part| header.contains(part))
    })
}

/// "Color" with red or turbid cells: of the serum, or of the cap of its tube, or of urine, or of a verdict. Colors that only
/// caps have tell them, what is measured beside it tells urine, and words that only a fluid has tell one.
pub(crate) fn is_perhaps_of_serum(plan: &Plan, column: usize, rows: &[StringRecord]) -> bool {
    const COLORS: &[&str] = &[
        "color",
        "colour",
        "samplecolor",
        "samplecolour",
        "specimencolor",
        "specimencolour",
        "farbe",
        "couleur",
        "colore",
        "kleur",
        "clarity",
        "turbidity",
    ];
    const OF_FLUIDS: &[&str] = &[
        "straw",
        "clear",
        "klar",
        "clair",
        "pale",
        "amber",
        "pink",
        "rosa",
        "colorless",
        "colourless",
    ];
    const OF_CAPS: &[&str] = &[
        "gold",
        "lavender",
        "purple",
        "blue",
        "light blue",
        "gray",
        "grey",
        "tiger",
        "mint",
        "pink top",
        "red top",
        "lila",
        "violett",
        "blau",
        "green",
        "grün",
        "vert",
        "violet",
        "bleu",
    ];
    let header = vocabulary::fold(&plan.headers[column]);
    if !COLORS.contains(&header.as_str()) || is_beside_urine(&plan.headers) {
        return false;
    }
    let cells = || rows.iter().filter_map(|row| row.get(column)).map(str::trim);
    let is_cap = |cell: &str| OF_CAPS.iter().any(|cap| cell.eq_ignore_ascii_case(cap));
    let speaks = |cell: &str| appearance::look(cell).is_some() || condition::is_doubt(cell);
    // No cap is turbid.
    if header == "turbidity" {
        let is_graded = |cell: &str| condition::is_grade(cell) || condition::of(cell) != Cell::Fine;
        return cells().any(|cell| speaks(cell) || is_graded(cell));
    }
    // Red, yellow and green are the colors of a verdict, too.
    let is_of_fluid = |cell: &str| {
        let lower = cell.to_lowercase();
        condition::is_doubt(cell) || OF_FLUIDS.iter().any(|word| lower.contains(word))
    };
    cells().any(speaks) && cells().any(is_of_fluid) && !cells().any(is_cap)
}
