//! What cells say of their rows: yes, no, nothing, a statistic, a species.

use crate::interpret::reported;
use crate::text::{fold_words, is_one_of};

/// Cells that say nothing.
pub(super) const NOTHING: &[&str] = &[
    "",
    "null",
    "none",
    "nan",
    "na",
    "n/a",
    "-",
    "--",
    ".",
    "\\n",
    "unknown",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "<na>",
    "[]",
    "{}",
    "nil",
    "-1",
    "00000000-0000-0000-0000-000000000000",
];

pub(super) const YES: &[&str] = &[
    "y", "yes", "true", "t", "1", "1.0", "x", "ja", "j", "oui", "o", "si", "sí", "sì", "s", "sim",
    "da", "tak", "checked", "✓", "ano", "áno", "igen", "evet", "kyllä", "да", "jah",
];

pub(super) const NO: &[&str] = &[
    "n", "no", "false", "f", "0", "0.0", "nein", "non", "nao", "não", "nej", "nei", "nee", "nie",
    "ne", "nem", "nu", "ei", "hayır", "hayir", "h", "нет", "ні", "όχι",
];

/// Cells by which a row stands.
pub(super) const STANDS: &[&str] = &[
    "active",
    "visible",
    "included",
    "include",
    "keep",
    "kept",
    "valid",
    "unchecked",
    "not deleted",
    "not voided",
    "not excluded",
    "not cancelled",
    "not rejected",
];

/// What programs call the type of a column.
pub(super) const DATA_TYPES: &[&str] = &[
    "int",
    "int64",
    "int32",
    "integer",
    "float",
    "float64",
    "float32",
    "double",
    "num",
    "numeric",
    "number",
    "char",
    "character",
    "string",
    "text",
    "str",
    "object",
    "decimal",
    "nm",
    "st",
    "sn",
    "quantitative",
    "qualitative",
    "continuous",
    "varchar",
];

/// What is worked out from several results.
const STATISTICS: &[&str] = &[
    "mean",
    "average",
    "avg",
    "median",
    "sd",
    "std",
    "stdev",
    "stddev",
    "std dev",
    "std. dev.",
    "standard deviation",
    "se",
    "sem",
    "cv",
    "min",
    "minimum",
    "max",
    "maximum",
    "count",
    "sum",
    "25%",
    "50%",
    "75%",
    "5%",
    "95%",
    "q1",
    "q3",
    "iqr",
    "range",
    "variance",
    "var",
    "geometric mean",
    "geomean",
    "arithmetic mean",
    "p25",
    "p50",
    "p75",
];

/// "Yes", in the languages of the exports.
pub(crate) fn is_yes(cell: &str) -> bool {
    is_one_of(cell, YES)
}

/// "No".
pub(in crate::import) fn is_no(cell: &str) -> bool {
    is_one_of(cell, NO)
}

/// True for what a human is called where a species is asked for.
pub(in crate::import) fn is_human(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let words = [
        "homo",
        "human",
        "humain",
        "umano",
        "mensch",
        "menneske",
        "person",
        "patient",
        "adult",
        "not applicable",
    ];
    words.iter().any(|word| lower.contains(word))
        || is_one_of(
            cell,
            &["hs", "h. sapiens", "h", "hum", "hsa", "9606", "mens"],
        )
}

/// True for what people are called where their origin or color is asked for. A dog may be a mestizo too: beside it stands
/// its species, or another breed.
pub(super) fn is_origin(cell: &str) -> bool {
    let stems = [
        "afro", "african", "afrikan", "amarel", "americ", "amerik", "arab", "asiat", "asian",
        "aymar", "black", "blanc", "branc", "bianc", "caucas", "europ", "garif", "gitan", "hispan",
        "indig", "indio", "ladin", "latin", "kaukas", "mapuch", "mestiz", "metic", "mulat", "negr",
        "nera", "nero", "otra", "otro", "quechua", "altr", "ander", "pard", "schwarz", "weiß",
        "weiss", "white",
    ];
    let folded = fold_words(cell);
    let words = || folded.split(|c: char| !c.is_alphanumeric());
    let begins = |word: &str, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    words().any(|word| begins(word, &stems)) && !words().any(|word| begins(word, BREEDS))
}

/// True where nobody says which race.
pub(super) fn is_untold(cell: &str) -> bool {
    const STEMS: &[&str] = &[
        "descon", "unbek", "ignor", "no espec", "no dec", "no cons", "no sabe", "sin ", "sconosc",
        "keine", "nicht", "non ",
    ];
    let folded = fold_words(cell);
    STEMS.iter().any(|stem| folded.starts_with(stem))
}

/// Words for breeds, which may have a color or a country beside them.
#[rustfmt::skip]
const BREEDS: &[&str] = &[
    "labrador", "retriever", "terrier", "pastor", "pastore", "schaferhund", "schäferhund", "shepherd", "bulldog", "buldog", "spaniel",
    "setter", "pointer", "kurzhaar", "langhaar", "rauhaar", "shorthair", "longhair", "pelo", "husky", "boxer", "beagle", "dackel",
    "teckel", "mastiff", "mastin", "mastino", "galgo", "podenco", "siam", "persa", "perser", "maine", "angora", "bengal",
    "chihuahua", "caniche", "pudel", "poodle", "barbon", "bichon", "schnauzer", "stafford", "pitbull", "rottweil", "doberman",
    "akita", "collie", "corgi", "pinscher", "spitz", "perro", "gato", "cane", "gatto", "hund", "katze", "comun", "común", "comune",
    "domest", "hauskatze", "cruza", "cruce", "incrocio",
];

/// True for a word by which a sample or a control is as it should be.
pub(super) fn is_good(cell: &str) -> bool {
    let good = [
        "suitable",
        "satisfactory",
        "sufficient",
        "intact",
        "fine",
        "clear",
    ];
    reported::is_no_alarm(cell) || is_one_of(cell, &good)
}

/// True for a method by which a missing value was put in.
pub(super) fn is_method(cell: &str) -> bool {
    let methods = [
        "locf",
        "bocf",
        "wocf",
        "nocb",
        "mice",
        "mean",
        "median",
        "imputed",
        "knn",
        "interpolated",
        "average",
        "lod/2",
    ];
    is_one_of(cell, &methods)
}

/// True for an animal by its name; a microbe is none.
pub(super) fn is_animal(cell: &str) -> bool {
    let animals = [
        "mus",
        "mouse",
        "murine",
        "rattus",
        "rat",
        "canis",
        "canine",
        "dog",
        "felis",
        "feline",
        "cat",
        "equus",
        "equine",
        "horse",
        "bos",
        "bovine",
        "sus",
        "porcine",
        "pig",
        "macaca",
        "monkey",
        "wistar",
        "sprague",
        "balb",
        "c57bl",
        "beagle",
        "rabbit",
        "oryctolagus",
        "cavia",
        "ovis",
        "sheep",
    ];
    let mut words = cell.split(|c: char| !c.is_alphanumeric());
    words.any(|word| is_one_of(word, &animals))
}

pub(super) fn is_taken_back(cell: &str) -> bool {
    let back = [reported::Status::Cancelled, reported::Status::Failed];
    1 < cell.len() && back.contains(&reported::status(cell))
}

pub(super) fn is_not_done(cell: &str) -> bool {
    reported::status(cell) == reported::Status::NotDone
}

/// True for the name of a statistic.
pub(crate) fn is_statistic(cell: &str) -> bool {
    is_one_of(cell.trim(), STATISTICS)
}

/// True for the names of rows of a summary, such as pandas' `describe()` writes: a mean, and other statistics beside it.
pub(crate) fn are_statistics<'c>(cells: impl Iterator<Item = &'c str>) -> bool {
    const LEAST: usize = 3;
    let mut found: Vec<String> = cells.map(|cell| cell.trim().to_lowercase()).collect();
    found.retain(|cell| is_statistic(cell));
    found.sort_unstable();
    found.dedup();
    LEAST <= found.len()
        && found
            .iter()
            .any(|cell| ["mean", "average", "avg"].contains(&cell.as_str()))
}
