//! The table of headers, folded (lower case, letters and digits only, no accents).
//!
//! Within a role, the order of the words is the order of preference. Names are those of hospital
//! research data (MIMIC, eICU, AmsterdamUMC, HiRID), of clinical trials (SDTM, ADaM), of OMOP, of
//! laboratory systems and analyzers, in the languages of the exports seen.

mod analytes;
mod identifiers;
mod persons;
mod remarks;
mod results;
mod scripts;
mod specimens;
mod times;

pub(super) use identifiers::{BARE_NAMES, FAMILY_NAMES, GIVEN_NAMES, NAMES_OF_PATIENTS};
pub(super) use remarks::ASKING_IF_CRITICAL;
pub(super) use results::{RANGES_WITH_UNITS, THERAPEUTIC};
pub(super) use scripts::NAMES_OF_PATIENTS as NAMES_IN_OTHER_SCRIPTS;
pub(super) use times::{DATES_OF_VISITS, DAYS_OF_DRAWS, OF_DAYS_FIRST};

use super::Kind;
use crate::import::headers::role::Role;

/// A role, what sets such columns apart, and their headers.
pub(super) type Row = (Role, Kind, &'static str);

/// All of them.
pub(super) const WORDS: [&[Row]; 8] = [
    identifiers::WORDS,
    times::WORDS,
    persons::WORDS,
    analytes::WORDS,
    specimens::WORDS,
    results::WORDS,
    remarks::WORDS,
    scripts::WORDS,
];

/// Units of an age in a header, folded, longest first.
pub(super) const AGE_UNITS: &[(&str, &str)] = &[
    (
        "years",
        "years year yrs yr jahren jahre annees ans anos anni y",
    ),
    ("months", "months month mois monaten monate meses mesi mo m"),
    ("weeks", "weeks week wochen semaines semanas settimane wk w"),
    ("days", "days day tagen tage jours dias giorni d"),
];
