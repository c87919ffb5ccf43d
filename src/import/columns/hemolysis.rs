//! Columns that hold nothing but how hemolyzed, icteric or lipemic the sample is, or how it looks.

use super::questions::about_question;
use super::{Columns, Seen};
use crate::import::header_unit;
use crate::import::plan::Plan;
use crate::import::role::Role;
use crate::import::table::is_blank;
use crate::import::vocabulary::{self, Entry, Kind};
use crate::import::wide::unread;
use crate::interpret::reported;
use crate::quality::appearance;
use crate::quality::condition;
use crate::value::interval::is_missing;
use csv::StringRecord;

/// What such a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    Hemolysis,
    Icterus,
    Lipemia,
    /// All three, in the order of its header: lipemia first.
    LipemiaFirst,
    /// The sample, where a letter alone is a code.
    Sample,
    /// How the sample looks: there a color says how it is.
    Look,
}

impl About {
    /// What is said in front of a cell, so that "2+" is not anything.
    pub(crate) fn heading(self, as_index: bool) -> &'static str {
        match (self, as_index) {
            (About::Hemolysis, true) => "Hemolysis index: ",
            (About::Hemolysis, false) => "Hemolysis: ",
            (About::Icterus, true) => "Icterus index: ",
            (About::Icterus, false) => "Icterus: ",
            (About::Lipemia, true) => "Lipemia index: ",
            (About::Lipemia, false) => "Lipemia: ",
            (About::LipemiaFirst, _) => "LIH: ",
            (About::Sample | About::Look, _) => "",
        }
    }
}

/// A column that holds nothing but how hemolyzed, icteric or lipemic the sample is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HemolysisColumn {
    pub(crate) column: usize,
    pub(crate) about: About,
    /// Its numbers are those of an index.
    pub(crate) is_index: bool,
    /// Their unit, if the header or a column of its own states it.
    pub(crate) unit: String,
    /// That column.
    pub(crate) unit_column: Option<usize>,
}

impl Columns {
    /// A number in a column "grade" is a grade, in a column "index" or of a unit it is an index.
    pub(super) fn about_hemolysis(&self, seen: &Seen) -> Vec<HemolysisColumn> {
        let columns = self.of(Role::SpecimenCondition).iter().copied();
        let of_serum = |column: &usize| !is_perhaps_of_urine(seen, *column);
        columns
            .filter(of_serum)
            .filter_map(|column| {
                let header = seen.headers[column].as_str();
                let beside_others = about_index(seen, column, false);
                let short = beside_others
                    .or_else(|| about_grade(seen, column))
                    .or_else(|| about_question(seen, column));
                let in_short = || short.and(in_short(header).or(Some((header, ""))));
                let (name, unit) = hemolysis_with_unit(header).or_else(in_short)?;
                let entry = short.or_else(|| vocabulary::entry(name));
                let beside = unit_beside(seen, header).filter(|_| unit.is_empty());
                let (unit_column, unit) =
                    beside.map_or((None, unit), |(at, unit)| (Some(at), unit));
                let words = header.to_lowercase();
                // Free hemoglobin is the amount that an index stands for.
                let named = ["ind", "idx", "hil", "hb", "hgb", "moglobin"]
                    .iter()
                    .any(|word| words.contains(word));
                Some(HemolysisColumn {
                    column,
                    about: about(name, entry?.kind)?,
                    is_index: named || beside_others.is_some() || !unit.is_empty(),
                    unit: header_unit::plain_unit(unit),
                    unit_column,
                })
            })
            .collect()
    }
}

/// The column of the unit of an index, and the unit, if all its cells say the same: `hemolysis_index_units`.
fn unit_beside<'s>(seen: &Seen<'s>, header: &str) -> Option<(usize, &'s str)> {
    let folded = vocabulary::fold(header);
    let is_unit = |other: &String| {
        let other = vocabulary::fold(other);
        let end = other.strip_prefix(folded.as_str());
        end.is_some_and(|end| ["unit", "units", "uom"].contains(&end))
    };
    let column = seen.headers.iter().position(is_unit)?;
    let mut cells = seen.cells(column).filter(|cell| !is_blank(cell));
    let first = cells.next()?;
    cells.all(|cell| cell == first).then_some((column, first))
}

/// "Appearance" beside a color and a specific gravity: of urine.
pub(super) fn is_perhaps_of_urine(seen: &Seen, column: usize) -> bool {
    const OF_STRIPS: &[&str] = &[
        "color",
        "colour",
        "specificgravity",
        "urinecolor",
        "uacolor",
    ];
    let is_bare = vocabulary::fold(&seen.headers[column]) == "appearance";
    let is_one = |header: &String| {
        let header = vocabulary::fold(header);
        OF_STRIPS.contains(&header.as_str()) || header.contains("urine")
    };
    is_bare && seen.headers.iter().any(is_one)
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
    let is_of_urine = |header: &String| {
        let header = vocabulary::fold(header);
        ["specificgravity", "urin", "leuko", "nitrit", "sediment"]
            .iter()
            .any(|part| header.contains(part))
    };
    if !COLORS.contains(&header.as_str()) || plan.headers.iter().any(is_of_urine) {
        return false;
    }
    let cells = || rows.iter().filter_map(|row| row.get(column)).map(str::trim);
    let is_cap = |cell: &str| OF_CAPS.iter().any(|cap| cell.eq_ignore_ascii_case(cap));
    let speaks = |cell: &str| appearance::look(cell).is_some() || condition::is_doubt(cell);
    // Red, yellow and green are the colors of a verdict, too.
    let is_of_fluid = |cell: &str| {
        let lower = cell.to_lowercase();
        condition::is_doubt(cell) || OF_FLUIDS.iter().any(|word| lower.contains(word))
    };
    cells().any(speaks) && cells().any(is_of_fluid) && !cells().any(is_cap)
}

/// What a column of a kind is about; `None` if its cells say so themselves.
fn about(header: &str, kind: Kind) -> Option<About> {
    let header = vocabulary::fold(header);
    match kind {
        Kind::Hemolysis => Some(About::Hemolysis),
        Kind::Icterus => Some(About::Icterus),
        Kind::Lipemia => Some(About::Lipemia),
        Kind::Plain if header.starts_with("lih") => Some(About::LipemiaFirst),
        Kind::Plain if SAMPLE.contains(&header.as_str()) => Some(About::Sample),
        Kind::Plain if appearance::is_header(&header) => Some(About::Look),
        _ => None,
    }
}

/// Headers of a condition of the sample, where `H` is a code. Of its quality it may be "high".
const SAMPLE: &[&str] = &[
    "lbspccnd",
    "specimencondition",
    "samplecondition",
    "probenzustand",
];

/// Is a header the name of an index, with or without a unit? Then it is a result. `HIL` is none: `H3 I0 L0`.
pub(super) fn names_index(seen: &Seen, header: &str) -> bool {
    header_unit::split_known(header, seen.known).is_some()
}

/// True for a column about one of the three.
pub(super) fn is_about_one(kind: Kind) -> bool {
    matches!(kind, Kind::Hemolysis | Kind::Icterus | Kind::Lipemia)
}

/// A header that speaks of nothing else, and the unit behind it.
pub(super) fn hemolysis_with_unit(header: &str) -> Option<(&str, &str)> {
    let speaks_of_it = |name: &str| {
        let entry = vocabulary::entry(name);
        entry.is_some_and(|entry| {
            entry.role == Role::SpecimenCondition && about(name, entry.kind).is_some()
        })
    };
    header_unit::split_known(header, &speaks_of_it)
}

/// Short names of the three, which are indices beside each other: alone `H` says nothing, `HI` is a limit, as it is beside a
/// low one, and `LIP` an enzyme. Some analyzers give turbidity for lipemia.
const SHORT: &[[&[&str]; 3]] = &[
    [&["h"], &["i"], &["l", "t"]],
    [&["hi"], &["ii"], &["li"]],
    [&["hilh"], &["hili"], &["hill"]],
    [&["sih"], &["sii"], &["sil"]],
    WORDS,
];

/// The longer ones among them: each is a grade where its cells are words for one.
const WORDS: [&[&str]; 3] = [
    &["hem", "haem", "hemo", "haemo"],
    &["ict"],
    &["lip", "turb"],
];

/// What the three are called in full.
const INDICES: [&str; 3] = ["hemolysisindex", "icterusindex", "lipemiaindex"];
pub(super) const GRADES: [&str; 3] = ["hemolysis", "icterus", "lipemia"];

/// `H` beside `I` and `L`, `HI` beside `II` and `LI`, `HEM` beside `ICT` and `LIP`: all of them, or none.
pub(super) fn about_index(seen: &Seen, column: usize, wide: bool) -> Option<Entry> {
    if wide {
        return None;
    }
    let headers = seen.headers;
    let (set, place) = of_trio(headers, &headers[column], in_short)?;
    let all_fit = (0..headers.len()).all(|at| {
        let Some((name, unit)) = in_short(&headers[at]) else {
            return true;
        };
        let is_amount = |cell: &str| {
            let number = cell.trim_start_matches(['<', '>', '=']).replace(',', ".");
            !unit.is_empty() && number.trim().parse::<f64>().is_ok()
        };
        let fits = |cell: &str| is_index(cell) || is_amount(cell) || is_nothing(cell);
        place_in(set, &vocabulary::fold(name)).is_none() || seen.cells(at).all(fits)
    });
    all_fit.then(|| vocabulary::entry(INDICES[place]))?
}

/// The short names among which a header is, beside the others of them, and its place; `split` takes its unit off.
fn of_trio(
    headers: &[String],
    header: &str,
    split: fn(&str) -> Option<(&str, &str)>,
) -> Option<(&'static [&'static [&'static str]; 3], usize)> {
    let (name, _) = split(header)?;
    let header = vocabulary::fold(name);
    let mut sets = SHORT.iter();
    let (set, place) = sets.find_map(|set| Some((set, place_in(set, &header)?)))?;
    let name_of =
        |header: &String| vocabulary::fold(split(header).map_or(header, |(name, _)| name));
    let folded = || headers.iter().map(name_of);
    let has = |names: &&[&str]| folded().any(|header| names.contains(&header.as_str()));
    // `II` is nothing else: beside it `HI` is an index where the third one was left out. `H`, `L` and `HI` may be limits,
    // where one beside a low one is not called by another name.
    let is = |role: Role, header: &String| {
        let entry = vocabulary::entry(header);
        place_in(set, &name_of(header)).is_none() && entry.is_some_and(|entry| entry.role == role)
    };
    let has_limit = |role: Role| headers.iter().any(|header| is(role, header));
    let perhaps_limit = has_limit(Role::Low) && !has_limit(Role::High);
    let fits = (*set == WORDS || !perhaps_limit)
        && (set.iter().all(has) || (has(&SHORT[1][0]) && has(&SHORT[1][1])));
    fits.then_some((set, place))
}

/// True for a header of the three in short beside each other, whatever their units and their cells are: not read, it is named.
pub(crate) fn is_of_trio(headers: &[String], header: &str) -> bool {
    of_trio(headers, header, split_short).is_some()
}

/// A cell of an index that was not measured: nothing is said of the sample. A single dash is a grade.
pub(crate) fn is_unmeasured(cell: &str) -> bool {
    const WORDS: &[&str] = &["err", "error", "nd", "n/d", "not done", "not measured", "."];
    (1 < cell.len() && cell.bytes().all(|c| c == b'-'))
        || WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// A cell that says that there is no index, or why.
fn is_nothing(cell: &str) -> bool {
    is_missing(cell)
        || is_unmeasured(cell)
        || cell.eq_ignore_ascii_case("qns")
        || reported::leaves_no_result(cell)
}

/// A header that may be one of the three in short, and the unit behind it: `HI (mg/dL)`. Arbitrary units are none, and one of an
/// enzyme or an electrolyte is of another thing.
fn in_short(header: &str) -> Option<(&str, &str)> {
    let (name, unit) = split_short(header)?;
    let folded = unit.to_lowercase();
    let of_mass = folded.contains("g/");
    let of_amount = ["umol/", "µmol/", "μmol/"]
        .iter()
        .any(|of| folded.starts_with(of));
    match of_mass || of_amount || !folded.contains('/') {
        true => Some((name, if of_mass || of_amount { unit } else { "" })),
        false => None,
    }
}

/// A header that may be one of the three in short, and what stands behind it as a unit.
fn split_short(header: &str) -> Option<(&str, &str)> {
    let is_short = |name: &str| {
        let folded = vocabulary::fold(name);
        SHORT.iter().any(|set| place_in(set, &folded).is_some())
    };
    let in_brackets = || {
        let (name, unit) = header
            .trim()
            .strip_suffix([')', ']'])?
            .split_once(['(', '['])?;
        is_short(name).then_some((name.trim_end(), unit))
    };
    header_unit::split_known(header, &is_short).or_else(in_brackets)
}

/// `HEM` alone, where its cells are words for a grade: a number under it may be of anything.
pub(super) fn about_grade(seen: &Seen, column: usize) -> Option<Entry> {
    let place = place_in(&WORDS, &vocabulary::fold(&seen.headers[column]))?;
    let is_word = |cell: &str| !cell.bytes().all(|c| c.is_ascii_digit());
    let is_grade = |cell: &str| is_index(cell) || unread::speaks_of_sample(cell);
    let fits = seen.cells(column).any(is_word) && seen.cells(column).all(is_grade);
    fits.then(|| vocabulary::entry(GRADES[place]))?
}

/// True for a header that may be one of the three in short: `HEM`, and no letter alone.
pub(crate) fn may_be_about_one(header: &str) -> bool {
    let name = in_short(header).map_or(header, |(name, _)| name);
    place_in(&WORDS, &vocabulary::fold(name)).is_some()
}

/// Which of the three a folded header is among short names.
fn place_in(names: &[&[&str]; 3], header: &str) -> Option<usize> {
    names.iter().position(|names| names.contains(&header))
}

/// A whole number, a grade, or a word for one.
pub(super) fn is_index(cell: &str) -> bool {
    let number = cell.trim_start_matches(['<', '+']).trim_end_matches('+');
    let words = [
        "-", "n", "no", "neg", "negative", "nil", "none", "trace", "slight", "mild", "moderate",
        "marked", "severe", "gross",
    ];
    number.bytes().all(|c| c.is_ascii_digit())
        || words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}
