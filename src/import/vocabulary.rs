//! What the header of a column says about its role.
//!
//! Headers are compared without case, accents, blanks and punctuation. A header that is not in the
//! table has no role: nothing is guessed from a likeness.

use std::borrow::Cow;
use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::role::Role;
use super::sex;
use crate::text::fold_into;

mod grammar;
mod words;

/// What sets one column of a role apart from another of the same role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Nothing.
    Plain,
    /// An identifier of a stay or an admission, not of a person.
    Stay,
    /// The result as it was reported, beside which standardized results may stand (SDTM).
    Original,
    /// The result as analyzed (ADaM).
    Analysis,
    /// The result in standard units (SDTM).
    Standard,
    /// Counts only where one row is one sample or person.
    WideOnly,
    /// How hemolyzed the sample is; where one row holds many results, a result itself.
    Hemolysis,
    /// The same of icterus and of lipemia.
    Icterus,
    Lipemia,
    /// What an analyzer remarks on: what is not understood is a doubt.
    Alarm,
    /// A code that is a LOINC code in some rows (OMOP).
    PerhapsLoinc,
    /// A name with the unit in parentheses behind it (ADaM).
    NameWithUnit,
    /// The role depends on what the cells hold.
    ByCells(&'static [(Role, Cells)]),
}

/// What the cells of a column must be for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cells {
    /// Dates.
    Dates,
    /// Identifiers: nearly all hold a digit.
    Identifiers,
    /// Names of analytes.
    Analytes,
    /// LOINC codes.
    Loincs,
    /// Words for specimens: half of them known.
    Specimens,
    /// Words for the status of a result: half of them known.
    Statuses,
    /// Short texts with letters, and no dates: words and codes.
    Words,
    /// Printed intervals: half of them read.
    Intervals,
    /// Printed intervals, of whole numbers too.
    Limits,
    /// The laboratory's own critical limits, both in one text.
    CriticalRanges,
    /// Comparators: all that say something, or half of them where the header speaks of one.
    Comparators,
    /// Names of analytes of more than a letter.
    AnalyteWords,
    /// Numbers, with a sign of comparison or without.
    Numbers,
    /// Flags of a laboratory.
    Flags,
    /// Ages in years.
    Ages,
    /// Groups of ages by their limits: 60-69, 65+.
    AgeGroups,
    /// Units of an age.
    AgeUnits,
    /// Yes and no, or words for them; or nothing yet.
    Answers,
    /// Anything else.
    Anything,
}

/// A column with results beside the one with results, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Later {
    /// Where it says something, it goes before the other.
    Corrected,
    /// The result as it was measured once more.
    Again,
    /// Perhaps the result in another unit: the column of units is there twice, too.
    Converted,
}

/// True for a header of the names of patients.
pub(crate) fn is_name_of_patient(header: &str) -> bool {
    is_among(header, words::NAMES_OF_PATIENTS)
}

/// True for a header that asks whether a result is critical.
pub(crate) fn asks_if_critical(header: &str) -> bool {
    is_among(header, words::ASKING_IF_CRITICAL)
}

/// True for a header of printed intervals with the unit of the result behind them.
pub(crate) fn ends_with_units(header: &str) -> bool {
    is_among(header, words::RANGES_WITH_UNITS)
}

fn is_among(header: &str, words: &str) -> bool {
    let folded = fold(header);
    words.split_whitespace().any(|word| word == folded)
}

/// Whether a header that is not known is that of a later result.
pub(crate) fn later(header: &str) -> Option<Later> {
    grammar::later(&fold(header))
}

/// A side of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Low,
    High,
}

/// The side of a header that is a limit beside another one, and the other words of it.
pub(crate) fn side(header: &str) -> Option<(Side, String)> {
    grammar::side(&fold(header))
}

/// One known header.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Role; for [`Kind::ByCells`] the usual one.
    pub(crate) role: Role,
    /// What sets it apart.
    pub(crate) kind: Kind,
    /// Among columns of one role, the lower comes first.
    pub(crate) rank: usize,
    /// Unit of an age, if the header says it.
    pub(crate) age_unit: &'static str,
}

/// More than there are words.
const WORDS: usize = 1 << 12;

impl Entry {
    /// True for a header that is known as a whole, and not put together from words.
    pub(crate) fn is_listed(&self) -> bool {
        self.rank < WORDS
    }
}

/// Looks a header up.
pub(crate) fn entry(header: &str) -> Option<Entry> {
    let header = &without_places(header);
    let folded = fold(header);
    // `Unit#` is a number, and no unit.
    if header.trim_end().ends_with('#') {
        return lookup(&format!("{folded}number")).or_else(|| lookup(&format!("{folded}no")));
    }
    lookup(&folded)
        .or_else(|| names_sexes(header).then(|| lookup("sex"))?)
        .or_else(|| sex::coded(header).is_some().then(|| lookup("sex"))?)
        .or_else(|| lookup(&fold(behind_table(header)?)))
        .or_else(|| lookup(&fold(before_form(header)?)))
        .or_else(|| age_with_unit(&folded))
        .or_else(|| by_grammar(&folded))
}

/// The text of a code that stands in a column of its own: `COMPONENT_ID_NAME` of `COMPONENT_ID`, `SEX_C_NAME` of `SEX_C`.
pub(crate) fn display(header: &str) -> Option<Entry> {
    let upper = header.trim().to_ascii_uppercase();
    let code = upper.strip_suffix("_NAME")?;
    let of = lookup(&fold(code.strip_suffix("_C").unwrap_or(code)))?;
    match of.role {
        Role::Code | Role::Loinc => Some(Entry {
            role: Role::Name,
            kind: Kind::Plain,
            ..of
        }),
        Role::Sex | Role::Flag | Role::Status | Role::Specimen | Role::Unit => Some(of),
        _ => None,
    }
}

/// True for a time that is counted from the beginning of a stay.
pub(crate) fn counts_from_stay(header: &str) -> bool {
    fold(header) == "labresultoffset"
}

/// True for a header that ends with "status" or a word for it, of whatever.
pub(crate) fn ends_with_status(header: &str) -> bool {
    let folded = fold(header);
    let bare = STATUS_ENDS
        .iter()
        .find_map(|end| folded.strip_suffix(end))
        .unwrap_or(&folded);
    bare.ends_with("status") || grammar::status(&folded).is_some()
}

/// What may stand behind it: `_CD_DISP`, `_C_NAME`.
const STATUS_ENDS: &[&str] = &[
    "cddisp", "cname", "disp", "code", "cd", "desc", "text", "name", "c",
];

/// How a header says that "yes" and "no" stand below.
const ANSWERS: [&str; 8] = [
    "y/n", "yes/no", "0/1", "1/0", "j/n", "ja/nein", "s/n", "o/n",
];

/// `DOB (yyyy-mm-dd)`, `Sex (M/F)`, `Pregnant (Y/N)`: without the form of its cells.
fn before_form(header: &str) -> Option<&str> {
    let (name, form) = header.trim().strip_suffix(')')?.split_once('(')?;
    let is_form = |c: char| "ymdhsYMDHS-/.: ".contains(c);
    let lower = form.to_lowercase();
    let is_date = form.chars().all(is_form) && lower.contains("yy");
    let is_answer = ANSWERS.contains(&lower.replace(' ', "").as_str());
    (is_date || is_answer || names_sexes(form)).then_some(name)
}

/// `m/w`, `M/V`, `F/M/D`: the letters that stand below.
fn names_sexes(header: &str) -> bool {
    const PAIRS: [&str; 7] = ["mf", "mw", "mv", "mk", "hf", "hm", "ek"];
    let header = header.trim().to_lowercase();
    let letters = header.strip_suffix("/d").unwrap_or(&header);
    let (Some(one), Some(other)) = (letters.chars().next(), letters.chars().next_back()) else {
        return false;
    };
    let pairs = [format!("{one}{other}"), format!("{other}{one}")];
    letters.replace(' ', "").chars().eq([one, '/', other])
        && PAIRS.iter().any(|pair| pairs.iter().any(|own| own == pair))
}

/// A header that is made of words of one kind: it comes behind all that are known as a whole.
fn by_grammar(folded: &str) -> Option<Entry> {
    const STATUSES: Kind = Kind::ByCells(&[(Role::Status, Cells::Statuses)]);
    const WORDS_OF_STATUS: Kind = Kind::ByCells(&[(Role::Status, Cells::Words)]);
    const INTERVALS: Kind = Kind::ByCells(&[(Role::Range, Cells::Limits)]);
    let (role, kind) = if let Some(role) = grammar::limit(folded) {
        (role, Kind::Plain)
    } else if grammar::is_range(folded) {
        (Role::Range, INTERVALS)
    } else if grammar::is_person(folded) {
        (Role::Patient, Kind::Plain)
    } else if super::standing::by_words(folded).is_some() {
        (Role::Standing, Kind::Plain)
    } else if let Some(status) = grammar::status(folded) {
        let kind = match status {
            grammar::Status::OfResult => WORDS_OF_STATUS,
            grammar::Status::Bare => STATUSES,
        };
        (Role::Status, kind)
    } else if let Some(kind) = grammar::condition(folded) {
        (Role::SpecimenCondition, kind)
    } else {
        return None;
    };
    Some(Entry {
        role,
        kind,
        rank: WORDS,
        age_unit: "",
    })
}

/// `referenceRange[0].low.value`, and with `.0.`, without the place in a list: a part of the first is one of it.
fn without_places(header: &str) -> Cow<'_, str> {
    let places = ["[0]", ".0."];
    match places.iter().any(|place| header.contains(place)) {
        true => Cow::Owned(header.replace("[0]", "").replace(".0.", ".")),
        false => Cow::Borrowed(header),
    }
}

/// The column of one qualified by its table: `labevents.itemid`. `referenceRange.low.value` is a part of a record, and
/// `referenceRange.value` none of the values; "N. accettazione" is an abbreviation.
fn behind_table(header: &str) -> Option<&str> {
    let (table, column) = header.trim().split_once('.')?;
    let is_name = |text: &str| {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        2 < text.len() && text.chars().all(word)
    };
    let says_which = [
        "range",
        "ref",
        "low",
        "high",
        "limit",
        "previous",
        "prior",
        "last",
        "component",
    ];
    let folded = fold(table);
    let is_table = is_name(table) && !says_which.iter().any(|word| folded.contains(word));
    (is_table && is_name(column)).then_some(column)
}

/// Lower case, letters and digits only, no accents.
pub(crate) fn fold(header: &str) -> String {
    let mut folded = String::with_capacity(header.len());
    // The small one is that of micrometers.
    let header: &Cow<str> = match header.contains('Μ') {
        true => &Cow::Owned(header.replace('Μ', "μ")),
        false => &Cow::Borrowed(header),
    };
    // "№ пробы"; alone it is the number of a row.
    let numbered = header.trim().strip_prefix('№');
    let header = match numbered.filter(|rest| !rest.trim().is_empty()) {
        Some(rest) => {
            folded.push_str("no");
            rest
        }
        None => header,
    };
    fold_into(header, &mut folded, |c| {
        c.is_alphanumeric() && !matches!(c, 'º' | 'ª')
    });
    folded
}

fn lookup(folded: &str) -> Option<Entry> {
    /// By word: the row in which it stands, and its place among all words. Small, as every start fills it.
    static TABLE: OnceLock<HashMap<&'static str, (u16, u16)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::with_capacity(WORDS);
        let rows = (0..).zip(words::WORDS).flat_map(|(row, (_, _, words))| {
            words.split_ascii_whitespace().map(move |word| (word, row))
        });
        for (rank, (word, row)) in (0..).zip(rows) {
            table.entry(word).or_insert((row, rank));
        }
        table
    });
    let (row, rank) = *table.get(folded)?;
    let (role, kind, _) = *words::WORDS.get(usize::from(row))?;
    Some(Entry {
        role,
        kind,
        rank: usize::from(rank),
        age_unit: "",
    })
}

/// `age_days`, `Age (y)`, `Alter (Jahre)`.
fn age_with_unit(folded: &str) -> Option<Entry> {
    words::AGE_UNITS.iter().find_map(|(unit, words)| {
        let age = words.split_whitespace().find_map(|word| {
            let age = folded.strip_suffix(word)?;
            // `ageat` would be left of `ageaty`.
            lookup(age.strip_suffix("in").unwrap_or(age)).filter(|found| found.role == Role::Age)
        })?;
        Some(Entry {
            age_unit: unit,
            ..age
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_folded_and_claimed_once() {
        let mut seen = HashMap::new();
        for (role, _, words) in words::WORDS {
            for word in words.split_whitespace() {
                assert_eq!(fold(word), word, "written folded");
                if let Some(before) = seen.insert(word, role) {
                    panic!("{word} is claimed by {before:?} and by {role:?}");
                }
            }
        }
    }

    #[test]
    fn headers_of_real_exports_have_their_roles() {
        for (role, headers) in [
            (
                Role::Patient,
                "SUBJECT_ID|usubjid|person_id|Patient|PatID|Fallnummer|N° dossier|Paciente|Historia|Paziente|HADM_ID|patientunitstayid|Patient no.",
            ),
            (
                Role::Sample,
                "specimen_id|LBREFID|sample_id|Accession|Specimen ID|Auftragsnummer|Probennummer|Sample Id",
            ),
            (
                Role::Collected,
                "charttime|LBDTC|labresultoffset|measurement_datetime|collected_at|Collected|Entnahme|Abnahmedatum|Date de prélèvement|Fecha de extracción|Data prelievo|Date",
            ),
            (Role::Received, "Received|Eingang"),
            (Role::Reported, "storetime|Befunddatum"),
            (
                Role::Sex,
                "sex|GENDER|Geschlecht|Sexe|Sexo|Sesso|gender_source_value",
            ),
            (
                Role::Age,
                "age|Alter|Âge|Edad|Età|age_days|Age (y)|AGE_MONTHS|Alter (Jahre)|Edad (años)",
            ),
            (
                Role::Birth,
                "DOB|birth_datetime|BRTHDTC|Geburtsdatum|Date de naissance|Fecha de nacimiento|Data di nascita",
            ),
            (
                Role::Name,
                "labname|LBTEST|PARAM|analyte|Test|Analyse|Parameter|Untersuchung|Bezeichnung|Examen|Prueba|Determinación|Esame|Analita|Test short name",
            ),
            (
                Role::Code,
                "ITEMID|LBTESTCD|measurement_source_value|PARAMCD|Test_Code",
            ),
            (Role::Loinc, "loinc|LBLOINC|LOINC_CODE"),
            (Role::Specimen, "FLUID|LBSPEC|Specimen Type|Material|Nature"),
            (Role::Category, "LBCAT|CATEGORY"),
            (Role::SpecimenCondition, "LBSPCCND"),
            (Role::Condition, "LBFAST|Fasting"),
            (
                Role::Value,
                "value|valuenum|labresulttext|labresult|LBORRES|LBSTRESN|AVAL|AVALC|value_source_value|value_as_number|Result|Ergebnis|Messwert|Wert|Résultat|Resultado|Risultato",
            ),
            (Role::Comparator, "operator_concept_id"),
            (
                Role::Unit,
                "valueuom|labmeasurenamesystem|LBORRESU|unit_source_value|Units|Einheit|Unité|Unidades|Unità di misura|Result unit",
            ),
            (
                Role::Low,
                "ref_range_lower|LBORNRLO|ANRLO|range_low|ref_low|Untergrenze|Borne inf",
            ),
            (
                Role::High,
                "ref_range_upper|LBORNRHI|ANRHI|range_high|ref_high|Obergrenze|Borne sup",
            ),
            (
                Role::Range,
                "Reference Range|Referenzbereich|Normbereich|Valeurs de référence|Valores de referencia|Valori di riferimento",
            ),
            (
                Role::Flag,
                "flag|LBNRIND|ANRIND|Abnormal Flag|Bewertung|Alarma",
            ),
            (Role::Status, "Status|LBSTAT"),
            (Role::Reason, "LBREASND"),
            (
                Role::Comment,
                "comments|LBCOVAL|Comment|Kommentar|Bemerkung|Commentaire|Comentario|Commento|Notes",
            ),
        ] {
            for header in headers.split('|') {
                assert_eq!(entry(header).map(|e| e.role), Some(role), "{header}");
            }
        }
        for header in [
            "",
            "Dil. ratio",
            "Potassium",
            "Test limit min",
            "LBSPID",
            "LBSEQ",
            "visit",
            "agent",
        ] {
            assert_eq!(entry(header), None, "{header}");
        }
        assert_eq!(entry("age_days").map(|e| e.age_unit), Some("days"));
        assert_eq!(
            entry("Alter in Monaten").map(|e| e.age_unit),
            Some("months")
        );
        assert_eq!(entry("age").map(|e| e.age_unit), Some(""));
    }
}
