//! Who is called like a control, and is none: "Blank, Peter", born 1950, the subject CONTROL-101 of a study, and a tube that is
//! numbered by an analyzer's name.

use super::words::{BEHIND, LEVEL, is_one_of};
use crate::age::Age;
use crate::import::date::{self, DateReading};
use crate::interpret::person_of;
use crate::observation::Observation;
use crate::person::Sex;
use crate::text::{fold_words, trim};

/// Words of controls that are surnames, or groups of a study, too.
#[rustfmt::skip] // the words wrapped as text
const PERHAPS: &str = "\
    control controls ctrl kontrolle kontrollen controle controles controlo controllo controlli kontrola kontroll kontrolli kontrol kontrolny \
    kontrolni cal blank etalon randox";

/// Makers of analyzers, by which these number tubes.
const MAKERS: &str = "randox biorad technopath";

/// What stands behind a control's word and names no person, besides what is in [`LEVEL`] and [`BEHIND`]: whole words.
#[rustfmt::skip] // the words wrapped as text
const OF_CONTROLS: &str = "\
    qc iqc eqa serum plasma urine batch material probe prov assayed unassayed solution test tests sample samples \
    normale normaal niedrig saline buffer reagent reagents water diluent zero blood method field trip assay matrix plate elecsys multi humatrol seronorm biorad precinorm precipath precicontrol lyphochek liquichek technopath sysmex mindray multiqual multichem vitros";

/// How such words begin: "patológico", "Pathologique". No name does.
const BEGIN: &str = "patholog patolog positiv negativ normal hochpath";

/// Words of levels and makers that may be a person's name, or a part of one, too: Norm, Bas, Lot, Roché, Low.
#[rustfmt::skip] // the words wrapped as text
const PERHAPS_OF_CONTROLS: &str = "\
    low high norm patho pato alto alta baixo baixa basso bassa bajo baja hoch haut haute bas hoog laag \
    lot cal ctrl roche siemens beckman abbott ortho bio rad";

/// Those that are usual as one: behind a comma, or behind a name, they are.
const NAMES: &str = "norm alta haut bas pato lot cal roche beckman abbott ortho";

/// Words of [`PERHAPS`] that are usual as names themselves, and have no level.
const UNLEVELED: &str = "blank cal";

/// Words of [`PERHAPS`] that are nobody's surname: behind their comma stands no name that a level or a maker has, too.
const NO_SURNAMES: &str = "control controls ctrl kontrolle kontrollen controle controles";

/// Does a row tell of somebody, though its patient is called like a control? An analyzer gives its controls neither an age nor a
/// day of birth.
pub(super) fn is_somebody(row: &Observation<'_>, text: &str) -> bool {
    match likeness(text) {
        Likeness::Surname => is_surname(text) || tells_of_somebody(row),
        Likeness::Group => is_aged(row) && is_of_many(text),
        Likeness::None => false,
    }
}

/// "Blank, Peter": a name that is usual, with its comma, and behind it words alone.
fn is_surname(text: &str) -> bool {
    const USUAL: &str = "blank";
    let Some((family, given)) = text.split_once(',') else {
        return false;
    };
    let given = given.trim();
    let is_letter = |c: char| c.is_alphabetic() || " .-'’".contains(c);
    fold_words(family.trim()) == USUAL && 2 < given.len() && given.chars().all(is_letter)
}

/// Are the words behind a control's word those of controls? One that nobody is called is enough. Of others all have to be, and
/// none a usual name where a name is looked for: "Control Norm", but not "Blank, Norm".
fn is_of_controls(text: &str, first: &str, rest: &[&str]) -> bool {
    let is_of_nobody = |word: &&str| {
        let bare = unnumbered(word);
        let lists = [LEVEL, BEHIND, OF_CONTROLS, PERHAPS];
        let is_one = lists.iter().any(|words| is_one_of(bare, words));
        (is_one && !is_one_of(bare, PERHAPS_OF_CONTROLS))
            || (bare == "l" && bare.len() < word.len())
            || BEGIN
                .split_ascii_whitespace()
                .any(|begin| word.starts_with(begin))
    };
    let is_level = |word: &&str| is_one_of(word, PERHAPS_OF_CONTROLS);
    // "Control Norm U", "Kontrolle hoch 2".
    let is_short = |word: &&str| unnumbered(word).len() < 2;
    // And none has a figure alone behind it: "Blank Cal 1".
    let is_numbered = rest
        .last()
        .is_some_and(|word| is_number(word) && word.len() < 2);
    let is_behind_comma = text.contains(',') && !is_one_of(first, NO_SURNAMES);
    let may_be_name = !is_numbered && (is_behind_comma || is_one_of(first, UNLEVELED));
    let mut pairs = rest.iter().zip(rest.iter().skip(1));
    let has_lot = pairs.any(|(word, number)| *word == "lot" && is_number(number));
    let is_usual_name = |word: &&str| may_be_name && is_one_of(word, NAMES);
    has_lot
        || rest.iter().any(is_of_nobody)
        || (rest.iter().any(is_level)
            && rest.iter().all(|word| is_level(word) || is_short(word))
            && !rest.iter().any(is_usual_name))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|c| c.is_ascii_digit())
}

fn unnumbered(word: &str) -> &str {
    word.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// A number behind the word that no level of a control has: of a study's people there are many.
fn is_of_many(text: &str) -> bool {
    const FIGURES: usize = 3;
    FIGURES <= text.bytes().filter(u8::is_ascii_digit).count()
}

/// Is a row of somebody of whom an age is known, in a section that is called like that of controls: in a group of a study?
pub(crate) fn is_in_group(row: &Observation<'_>, section: &str) -> bool {
    let is_known = || person_of(row).person.age != Age::Unknown;
    // In short it is an analyzer's word.
    let is_short = fold_words(trim(section)) == "ctrl";
    likeness(section) == Likeness::Group && !is_short && is_aged(row) && is_known()
}

/// Is it a tube of a named patient, which begins with the name of an analyzer, or that of somebody who is called like a control?
pub(super) fn is_tube(row: &Observation<'_>) -> bool {
    const LONG: usize = 4;
    let (patient, sample) = (trim(row.patient), trim(row.sample));
    let folded = fold_words(sample);
    let mut words = words(&folded);
    let is_makers = words.next().is_some_and(|first| is_one_of(first, MAKERS));
    let is_long = |word: &str| LONG < word.len() && word.bytes().all(|c| c.is_ascii_digit());
    let is_named = !patient.is_empty() && patient != sample;
    // "Auftrag: Kontrolle", "Petición: Control": why he comes, where the number of the order is asked for.
    let is_visit = || tells_of_somebody(row) && likeness(sample) != Likeness::None;
    is_named && ((is_makers && words.any(is_long)) || is_visit()) || is_somebody(row, sample)
}

/// What such a text may be besides a control.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    None,
    /// With another name behind it.
    Surname,
    /// Alone, or with a number.
    Group,
}

fn likeness(text: &str) -> Likeness {
    let folded = fold_words(text);
    let mut words = words(&folded);
    let first = words.next().unwrap_or_default();
    let rest: Vec<&str> = words.collect();
    if !is_one_of(first, PERHAPS) || is_of_controls(text, first, &rest) {
        Likeness::None
    } else if rest.iter().all(|word| is_number(word)) {
        Likeness::Group
    } else {
        Likeness::Surname
    }
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Does a row tell a sex, an age or a birth?
pub(crate) fn tells_of_somebody(row: &Observation<'_>) -> bool {
    is_aged(row) || Sex::read(row.sex) != Sex::Unknown
}

/// Is an age stated, or a birth? Nothing and the first day of a spreadsheet fill the cells of a control.
fn is_aged(row: &Observation<'_>) -> bool {
    let says = |text: &str| text.bytes().any(|c| c.is_ascii_digit() && c != b'0');
    let is_born = !matches!(
        date::read_full_year(row.birth, row.date_orders),
        DateReading::Missing | DateReading::Unreadable
    );
    says(row.age) || (is_born && !date::is_empty(row.birth))
}
