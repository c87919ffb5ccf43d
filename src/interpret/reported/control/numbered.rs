//! Controls and calibrators by a short number behind a word, and whole texts of nobody. A barcode has a long number, and a
//! person an age.

/// Texts of nobody, folded, with a number behind them or not. "Test" alone is a name.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "test patient", "patient test", "test, patient", "patient, test", "testpatient", "test-patient", "testperson", "testpatientin",
    "patient de test", "paciente prueba", "paciente de prueba", "paciente teste", "paziente test", "paziente di prova",
    "serum pool", "pool serum", "pooled serum", "plasma pool", "pool plasma", "pooled plasma", "poolserum", "serumpool",
    "water blank", "saline blank", "serum blank", "sample blank", "uk neqas",
];

/// Names of products, folded, behind which a level or a product is named: alone they are initials, or a surname.
const PRODUCTS: &[&str] = &["mas", "pnu", "ppu"];

/// What is named there, besides a level.
const OF_PRODUCT: &[&str] = &["omni", "chemtrak", "control", "level", "cardio", "multi"];

/// The same, with one figure behind them.
const OF_ROCHE: &[&str] = &["pccc", "pccm"];

/// Words that only a short number makes a control of, and only where nobody is told.
const SHORT: &[&str] = &[
    "ctrl",
    "ctl",
    "control",
    "cal",
    "kontrolle",
    "controle",
    "level",
    "pcc",
];

/// Those that a patient may be called after as well: of a clinic, or a group of a study.
const OF_TUBES: &[&str] = &["std", "standard"];

/// Figures of such a number.
const FIGURES: usize = 2;

/// True for a folded text that is of no patient, whatever else its row says.
pub(super) fn is_one(folded: &str) -> bool {
    let (word, number) = split(folded);
    let unnumbered = folded
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches([' ', '-', '#']);
    WHOLE.contains(&unnumbered)
        || folded.starts_with("c.f.a.s")
        || (word == "qc" && is_short(number))
        || (OF_ROCHE.contains(&word) && is_short(number))
        || is_product(folded)
        || is_of_survey(folded)
}

/// True for a word and a short number, `CTRL1`, `Std 2`: of nobody, if the row tells of nobody. `tube`: it stands in place of
/// the number of a sample.
pub(super) fn is_short_number(folded: &str, tube: bool) -> bool {
    let (word, number) = split(folded);
    (SHORT.contains(&word) || (tube && OF_TUBES.contains(&word)))
        && is_short(number)
        && rest(folded, word) == number
}

/// "MAS Omni", "PNU L1".
fn is_product(folded: &str) -> bool {
    let mut words = folded.split([' ', '-', '_']);
    let first = words.next().unwrap_or_default();
    let is_level = |word: &str| {
        let number = word.strip_prefix('l').unwrap_or_default();
        is_short(number) || OF_PRODUCT.contains(&word)
    };
    PRODUCTS.contains(&first) && words.next().is_some_and(is_level)
}

/// "CAP C-03", "PT-CAP CHM-12": a scheme, a survey of it, and a short number. Cap may be somebody's name.
fn is_of_survey(folded: &str) -> bool {
    const LETTERS: usize = 4;
    let of_scheme = folded.trim_start_matches("pt-").trim_start_matches("pt ");
    let Some(code) = of_scheme
        .strip_prefix("cap ")
        .or(of_scheme.strip_prefix("cap-"))
    else {
        return false;
    };
    code.split_once('-').is_some_and(|(survey, number)| {
        (1..=LETTERS).contains(&survey.len())
            && survey.bytes().all(|c| c.is_ascii_alphabetic())
            && number.len() == FIGURES
            && number.bytes().all(|c| c.is_ascii_digit())
    })
}

fn is_short(number: &str) -> bool {
    (1..=FIGURES).contains(&number.len())
}

/// The letters in front, and the figures behind them.
fn split(folded: &str) -> (&str, &str) {
    let word = folded
        .find(|c: char| !c.is_alphabetic())
        .map_or(folded, |end| &folded[..end]);
    let rest = rest(folded, word);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    (word, &rest[..end])
}

/// What stands behind the letters and a separator.
fn rest<'t>(folded: &'t str, word: &str) -> &'t str {
    let rest = &folded[word.len()..];
    rest.strip_prefix([' ', '-', '_', '#']).unwrap_or(rest)
}
