//! Files that are not of patients, by what stands in several of their columns: of animals, or of a scheme that compares laboratories.

use crate::import::cells::standing::headers::RACE;
use crate::import::cells::standing::{self, Standing};
use crate::import::columns::{Columns, Seen};
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::interpret::reported;
use crate::text::fold_words;

/// Of whom, or of what, the results of a file are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum OfWhom {
    /// Of patients, as far as the file as a whole tells.
    #[default]
    Patients,
    /// Of animals: their sex or their names say so.
    Animals,
    /// Of samples of a scheme (external quality assessment): the columns of the value that is right and of how far off it is.
    Scheme(usize, usize),
}

impl OfWhom {
    pub(in crate::import) fn of(seen: &Seen, columns: &Columns) -> OfWhom {
        let of = |role: Role, is_one: fn(&str) -> bool| {
            let mut columns = columns.of(role).iter();
            columns.any(|column| is_share(seen.cells(*column), is_one))
        };
        if of(Role::Sex, is_sex_of_animal)
            || of(Role::Patient, is_name_of_animal)
            || has_breeds(seen)
        {
            return OfWhom::Animals;
        }
        let of_persons = [Role::Sex, Role::Age, Role::Birth];
        if of_persons.iter().any(|role| columns.has(*role)) {
            return OfWhom::Patients;
        }
        let find = |words: &str| {
            let mut headers = seen.headers.iter();
            headers.position(|header| vocabulary::is_among(header, words))
        };
        match (find(RIGHT_VALUES), find(SCORES)) {
            (Some(right), Some(score)) => OfWhom::Scheme(right, score),
            _ => OfWhom::Patients,
        }
    }

    /// The status of all its results, if they have one.
    pub(in crate::import) fn status(self) -> Option<&'static str> {
        (self == OfWhom::Animals).then_some(reported::OF_ANIMAL)
    }

    /// The section of a result, which tells of a control.
    pub(in crate::import) fn category(self, own: &str) -> &str {
        match self {
            OfWhom::Scheme(..) => reported::OF_CONTROL,
            OfWhom::Patients | OfWhom::Animals => own,
        }
    }

    /// True for a column by which it is known.
    pub(in crate::import) fn uses(self, at: usize) -> bool {
        matches!(self, OfWhom::Scheme(right, score) if [right, score].contains(&at))
    }
}

/// The columns that say whether a row stands, and those of panels some of which are made for animals.
pub(in crate::import) fn with_panels(
    seen: &Seen,
    columns: &Columns,
    mut standing: Vec<(usize, Standing)>,
) -> Vec<(usize, Standing)> {
    let panels = columns.of(Role::Category).iter().copied();
    let of_animals = panels.filter(|at| seen.cells(*at).any(is_panel_of_animals));
    standing.extend(of_animals.map(|at| (at, Standing::Kind)));
    standing
}

/// Headers of what a result should have been, and of what only a scheme tells of other laboratories. A target alone is a
/// patient's.
#[rustfmt::skip] // the words wrapped as text
const RIGHT_VALUES: &str = "\
    assignedvalue assigned targetvalue consensusvalue consensusmean peergroupmean peermean peergroup robustmean allmethodmean \
    sollwert zielwert valeurcible valeurassignee valorasignado valoreassegnato valoratribuido \
    noflabs nooflabs numberoflabs noflaboratories nooflaboratories numberoflaboratories capnumber limitsofacceptability \
    limitsofacceptabilitylower limitsofacceptabilitylow acceptabilitylimits 靶值 指定值 目標値";

/// Headers of how far off it was, in standard deviations.
const SCORES: &str = "zscore zscores zvalue zprimescore zwert scorez sdi sdindex standarddeviationindex rmsdi zスコア";

/// True for a column that may tell of people and of animals, where a cell is a breed, or the file has a word of animals: all of
/// it is of animals, among them the mestizo.
fn has_breeds(seen: &Seen) -> bool {
    let of_animals = |(at, header): (usize, &String)| {
        let is_one = vocabulary::is_among(header, OF_PETS)
            || Standing::of_header(header) == Standing::Species;
        is_one && !seen.cells(at).any(standing::is_human)
    };
    let races = seen
        .headers
        .iter()
        .enumerate()
        .filter(|(_, header)| vocabulary::is_among(header, RACE));
    let says = |(at, _): (usize, &String)| {
        let headers = seen.headers.iter().enumerate();
        seen.cells(at).any(standing::is_breed)
            || (!seen.is_empty(at) && { headers }.any(of_animals))
    };
    { races }.any(says)
}

/// Headers beside which a race is a breed.
const OF_PETS: &str = "\
    tiernr tiernummer tierid tierhalter tierbesitzer numeroanimal noanimal idanimal idmascota animale nomeanimale \
    microchip chipnr chipnummer numerochip nchip";

/// True where a quarter of the cells that say something are so: some animals are whole, and some files have one that strayed.
fn is_share<'c>(cells: impl Iterator<Item = &'c str>, is_one: fn(&str) -> bool) -> bool {
    const SHARE: usize = 4;
    let (mut filled, mut found) = (0, 0);
    for cell in cells.filter(|cell| !is_blank(cell)) {
        filled += 1;
        found += usize::from(is_one(cell));
    }
    0 < found && filled <= SHARE * found
}

/// True for the sex of an animal that was neutered, or of a horse.
fn is_sex_of_animal(cell: &str) -> bool {
    const CODES: &[&str] = &[
        "fs", "sf", "mn", "nm", "mc", "cm", "fn", "f/s", "m/n", "m/c", "f/n", "f(s)", "m(n)",
        "m(c)", "mare", "stallion", "gelding", "stute", "hengst", "wallach",
    ];
    const STEMS: &[&str] = &["spay", "neuter", "castr", "kastr", "steril", "gecastr"];
    let folded = fold_words(cell);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    CODES.contains(&folded.as_str())
        || words.any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// "Buddy (Canine)", "Fluffy - Feline": alone it may be a first name.
fn is_name_of_animal(cell: &str) -> bool {
    let folded = fold_words(cell);
    let behind = folded.rsplit_once(['(', '-']);
    behind.is_some_and(|(name, kind)| {
        let kind = kind.trim_end_matches(')').trim();
        !name.trim().is_empty() && (KINDS.contains(&kind) || ANIMALS.contains(&kind))
    })
}

/// True for a patient who is an animal: "Dog", "Canine".
pub(in crate::import) fn is_of_animal(cell: &str) -> bool {
    ANIMALS.contains(&fold_words(cell).as_str()) || is_panel_of_animals(cell)
}

/// True for a panel that is made for animals: "Canine Chem". CAT and PET are panels of people.
fn is_panel_of_animals(cell: &str) -> bool {
    let folded = fold_words(cell);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    // An encephalitis may be equine, and an albumin bovine.
    let of_people = ["encephal", "albumin", "insulin", "ige", "allerg", "bse"];
    words.next().is_some_and(|first| KINDS.contains(&first))
        && !of_people.iter().any(|part| folded.contains(part))
}

/// What something of animals is called.
const KINDS: &[&str] = &[
    "canine",
    "feline",
    "equine",
    "bovine",
    "ovine",
    "caprine",
    "porcine",
    "murine",
    "veterinary",
    "veterinaire",
    "veterinario",
    "veterinaria",
];

/// Animals that come to a doctor; as a whole cell.
const ANIMALS: &[&str] = &[
    "dog",
    "cat",
    "horse",
    "animal",
    "pet",
    "hund",
    "katze",
    "pferd",
    "tier",
    "perro",
    "gato",
    "caballo",
    "chien",
    "chat",
    "cheval",
    "cane",
    "gatto",
    "cavallo",
    "canino",
    "felino",
    "equino",
    "hond",
    "kat",
    "paard",
    "pies",
    "kot",
    "собака",
    "кошка",
    "köpek",
    "kedi",
    "犬",
    "猫",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_an_animal() {
        for cell in [
            "FS",
            "MN",
            "MC",
            "SF",
            "Female spayed",
            "Spayed Female",
            "Male, neutered",
            "Gelding",
            "Mare",
            "weiblich kastriert",
            "M/N",
        ] {
            assert!(is_sex_of_animal(cell), "{cell}");
        }
        for cell in [
            "F",
            "M",
            "Female",
            "Male",
            "MTF",
            "FTM",
            "non-binary",
            "U",
            "weiblich",
            "W",
            "Mujer",
            "Masculin",
            "F/M",
        ] {
            assert!(!is_sex_of_animal(cell), "{cell}");
        }
        for (cell, expected) in [
            ("Fluffy (Feline)", true),
            ("Buddy - Canine", true),
            ("Feline de Vries", false),
            ("Cat", false),
            ("Smith-Katz", false),
            ("P-100", false),
        ] {
            assert_eq!(is_name_of_animal(cell), expected, "{cell}");
        }
        for (cell, expected) in [
            ("Canine Chem 17", true),
            ("Feline Senior Profile", true),
            ("Veterinary", true),
            ("Dog", true),
            ("Equine encephalitis", false),
            ("Bovine serum albumin", false),
            ("SUS", false),
            ("Cat 2", false),
            ("Dog dander", false),
            ("Chemistry", false),
            ("Inpatient", false),
        ] {
            assert_eq!(is_of_animal(cell), expected, "{cell}");
        }
        for (cell, expected) in [("Canine Chem 17", true), ("CAT", false), ("PET", false)] {
            assert_eq!(is_panel_of_animals(cell), expected, "{cell}");
        }
    }
}
