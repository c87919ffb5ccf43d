//! Whether a row stands: columns in which a database marks rows as deleted, not done, not valid or worked out from others.
//!
//! What a cell says is given on as the status that means the same.

use super::vocabulary;
use crate::interpret::reported;

/// What the cells of a column say of their rows, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Whether, or when, the row was taken back: whatever is not "no".
    TakenBack,
    /// Whether it holds.
    Holds,
    /// Whether somebody verified it.
    Verified,
    /// Whether, when or by whom: a letter is somebody's, or says that it was.
    Released,
    /// Whether the test was not done.
    NotDone,
    /// Whether it was done.
    Done,
    /// How the value was derived (ADaM `DTYPE`).
    Derived,
    /// Whether it was (SDTM `LBDRVFL`).
    IsDerived,
    /// Which statistic it is; "Potassium" is none.
    Statistic,
    /// Of which species or breed the patient is.
    Species,
}

/// Headers, folded, by what their cells say. `verified` may be a date as well.
#[rustfmt::skip] // the words wrapped as text
pub(super) mod headers {
    pub(in crate::import) const TAKEN_BACK: &str = "\
        voided isvoided void isvoid datevoided voideddate deleted isdeleted deletedflag deleteflag deleteind \
        deletedat deleteddate datedeleted deletedind markedasdeleted excluded isexcluded exclude excludeflag \
        excludedflag suppressed issuppressed suppress suppressflag cancelled canceled iscancelled iscanceled \
        inactive isinactive enteredinerror isenteredinerror inerror retracted isretracted invalidated isinvalidated \
        invalid isinvalid rejected isrejected withdrawn iswithdrawn nullified superseded removed isremoved geloscht \
        storniert anulado annullato supprime ungultig ongeldig ugyldig ogiltig neplatny neplatne niewazny niewazne \
        ervenytelen gecersiz invalido makulerad makulert makuleret vervallen peruttu mitatoity iptal zruseno torolt torolve \
        rejeitado excluido usuniete usuniety verworfen gesperrt";
    pub(in crate::import) const HOLDS: &str = "\
        valid isvalid resultvalid validresult validflag accepted isaccepted usable isusable active isactive \
        activeflag gultig valide valido geldig gyldig giltig platny platne platna wazny wazne ervenyes gecerli valida \
        validity resultvalidity gultigkeit validite validez validita";
    /// Whether, or when, somebody released it.
    pub(in crate::import) const PERHAPS_VERIFIED: &str = "\
        verified validated approved freigabe freigegeben validiert validato validata validado validada liberado liberada zatwierdzone \
        zatwierdzony zatwierdzono uvolneno uvolnene uvolneny schvaleno godkendt godkjent godkand vahvistettu hyvaksytty onay \
        onayli onaylandi onaylanmis gevalideerd geautoriseerd vrijgegeven validovano validovane autoryzowane autorizado \
        validalt jovahagyva утверждено подтверждено";
    /// The same, or its status.
    pub(in crate::import) const PERHAPS_STATUS: &str = "validation verification approval";
    pub(in crate::import) const VERIFIED: &str = "\
        isverified verifiedflag isvalidated isfinal isreleased isauthorized isauthorised isapproved";
    pub(in crate::import) const NOT_DONE: &str = "\
        notdone isnotdone labnotdone testnotdone notperformed labsnotdone lbnd";
    pub(in crate::import) const DONE: &str = "\
        done lbperf performed labdone testdone labperformed wasperformed lbyn isdone";
    pub(in crate::import) const DERIVED: &str = "dtype derivationtype";
    pub(in crate::import) const IS_DERIVED: &str = "lbdrvfl isderived derivedflag derivedbytrinetx iscalculatedmean";
    pub(in crate::import) const STATISTIC: &str = "\
        statistic statistics statisticname statname statistictype summarystatistic aggregate aggregation \
        aggregationtype aggregatefunction";
    pub(in crate::import) const SPECIES: &str = "\
        species speciesname patientspecies animalspecies breed strain animal animaltype tierart tier rasse spezies espece \
        especie specie raza razza diersoort djurslag organismspecies hostspecies";
}

const HEADERS: &[(Standing, &str)] = &[
    (Standing::TakenBack, headers::TAKEN_BACK),
    (Standing::Holds, headers::HOLDS),
    (Standing::Released, headers::PERHAPS_VERIFIED),
    (Standing::Released, headers::PERHAPS_STATUS),
    (Standing::Verified, headers::VERIFIED),
    (Standing::NotDone, headers::NOT_DONE),
    (Standing::Done, headers::DONE),
    (Standing::Derived, headers::DERIVED),
    (Standing::IsDerived, headers::IS_DERIVED),
    (Standing::Statistic, headers::STATISTIC),
    (Standing::Species, headers::SPECIES),
];

/// How headers begin that say that a row was taken back, whatever ends stand behind: `Storno`, `Stornokennzeichen`, `Annulée`.
const TAKEN_BACK_BEGIN: &[&str] = &[
    "storn", "annule", "annulat", "annull", "anulad", "anulat", "anulow", "anulac", "anulov",
    "cancelle", "cancella", "cancelad", "geannul", "zrusen", "torolt", "makuler", "peruutet",
    "iptal",
];

/// What databases call a row that was taken back, and one that stands, without what they put around it.
const TAKEN_BACK: &[&str] = &[
    "void",
    "voided",
    "delete",
    "deleted",
    "cancel",
    "cancelled",
    "canceled",
    "retract",
    "retracted",
    "errored",
    "inactive",
    "invalid",
    "obsolete",
    "hidden",
    "reject",
    "rejected",
    "exclude",
    "excluded",
    "suppress",
    "suppressed",
];
const HOLDS: &[&str] = &["active", "valid", "current", "latest", "reportable"];

/// Ends of the headers of columns that answer yes or no, and of those that say when: `ACTIVE_IND`, `deletedDateTime`.
const ANSWERS: &[&str] = &["flag", "ind", "yn"];
const TIMES: &[&str] = &["date", "dt", "dttm", "datetime", "at", "on", "time", "ts"];

/// What a folded header says that is put together from such words: `VOID_DTTM`, `IsErrored`, `is_latest`.
pub(super) fn by_words(folded: &str) -> Option<Standing> {
    if TAKEN_BACK_BEGIN.iter().any(|stem| folded.starts_with(stem)) {
        return Some(Standing::TakenBack);
    }
    let bare = folded.strip_prefix("is").unwrap_or(folded);
    let is_question = bare.len() < folded.len();
    let has = |stems: &[&str], is_end: &dyn Fn(&str) -> bool| {
        let mut ends = stems.iter().filter_map(|stem| bare.strip_prefix(stem));
        ends.any(is_end)
    };
    let answers = |end: &str| ANSWERS.contains(&end) || (end.is_empty() && is_question);
    if has(TAKEN_BACK, &|end| answers(end) || TIMES.contains(&end)) {
        Some(Standing::TakenBack)
    } else {
        // When a row was valid is another question.
        has(HOLDS, &answers).then_some(Standing::Holds)
    }
}

impl Standing {
    /// What the cells of a column with this header say; one that a layout names says that a row was taken back.
    pub(crate) fn of_header(header: &str) -> Standing {
        let folded = vocabulary::fold(header);
        let says =
            |(_, words): &&(Standing, &str)| words.split_whitespace().any(|word| word == folded);
        let found = HEADERS.iter().find(says).map(|(standing, _)| *standing);
        found
            .or_else(|| by_words(&folded))
            .unwrap_or(Standing::TakenBack)
    }

    /// True where a whole row of many results is marked so: `active` and `withdrawn` may be said of a person.
    pub(crate) fn is_of_the_row(self, header: &str) -> bool {
        let folded = vocabulary::fold(header);
        let of_persons = ["active", "withdrawn", "removed"];
        let may_be_of_person = of_persons.iter().any(|word| folded.contains(word));
        match self {
            Standing::TakenBack | Standing::Holds => !may_be_of_person,
            Standing::Verified
            | Standing::Released
            | Standing::NotDone
            | Standing::Done
            | Standing::Derived
            | Standing::IsDerived
            | Standing::Statistic
            | Standing::Species => true,
        }
    }

    /// The status that means what a cell says; empty where that is nothing.
    pub(crate) fn status(self, cell: &str) -> &'static str {
        let cell = cell.trim();
        if is_one_of(cell, NOTHING) {
            return "";
        }
        let yes = || is_one_of(cell, YES);
        let no = || is_one_of(cell, NO);
        let of_status = 1 < cell.len();
        let is_no_word = || no() && (of_status || matches!(cell, "N" | "n" | "0"));
        // "Nicht storniert", "final".
        let stands = || {
            is_one_of(cell, STANDS)
                || (of_status && (reported::is_denied(cell) || reported::is_final(cell)))
        };
        let unfinished = || of_status && reported::status(cell) == reported::Status::Preliminary;
        match self {
            Standing::TakenBack if !no() && !stands() => VOIDED,
            Standing::Holds if no() || is_taken_back(cell) => NOT_VALID,
            Standing::Holds if unfinished() => NOT_VERIFIED,
            Standing::Verified if no() || is_taken_back(cell) || unfinished() => NOT_VERIFIED,
            Standing::Released if is_no_word() || is_taken_back(cell) || unfinished() => {
                NOT_VERIFIED
            }
            Standing::NotDone if yes() || is_not_done(cell) => NOT_DONE,
            Standing::Done if no() || is_not_done(cell) => NOT_DONE,
            Standing::Derived if !no() && !stands() && !is_one_of(cell, DATA_TYPES) => {
                reported::STATISTIC
            }
            Standing::IsDerived if yes() => reported::STATISTIC,
            Standing::Statistic if is_statistic(cell) => reported::STATISTIC,
            Standing::Species if !no() && !is_human(cell) => reported::OF_ANIMAL,
            _ => "",
        }
    }
}

const VOIDED: &str = "VOIDED";
const NOT_VALID: &str = "NOT VALID";
const NOT_VERIFIED: &str = "NOT VERIFIED";
const NOT_DONE: &str = "NOT DONE";

/// Cells that say nothing.
const NOTHING: &[&str] = &[
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
];

const YES: &[&str] = &[
    "y", "yes", "true", "t", "1", "1.0", "x", "ja", "j", "oui", "o", "si", "sí", "s", "sim", "da",
    "tak", "checked", "✓", "ano", "áno", "igen", "evet", "kyllä", "да", "jah",
];

const NO: &[&str] = &[
    "n", "no", "false", "f", "0", "0.0", "nein", "non", "nao", "não", "nej", "nei", "nee", "nie",
    "ne", "nem", "nu", "ei", "hayır", "hayir", "h", "нет", "ні", "όχι",
];

/// Cells by which a row stands.
const STANDS: &[&str] = &[
    "active",
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
const DATA_TYPES: &[&str] = &[
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
pub(super) fn is_yes(cell: &str) -> bool {
    is_one_of(cell, YES)
}

/// "No".
pub(super) fn is_no(cell: &str) -> bool {
    is_one_of(cell, NO)
}

fn is_one_of(cell: &str, words: &[&str]) -> bool {
    words.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// True for what a human is called where a species is asked for.
fn is_human(cell: &str) -> bool {
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
        || is_one_of(cell, &["hs", "h. sapiens", "h", "hsa", "9606", "mens"])
}

fn is_taken_back(cell: &str) -> bool {
    let back = [reported::Status::Cancelled, reported::Status::Failed];
    1 < cell.len() && back.contains(&reported::status(cell))
}

fn is_not_done(cell: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cells_say_of_their_rows() {
        for (header, cell, expected) in [
            ("voided", "1", VOIDED),
            ("voided", "0", ""),
            ("isDeleted", "true", VOIDED),
            ("deleted_at", "2024-05-06 07:15:00", VOIDED),
            ("deleted_at", "NULL", ""),
            ("Exclude", "No", ""),
            ("Excluded", "quality", VOIDED),
            ("Inactive", "active", ""),
            ("Valid", "No", NOT_VALID),
            ("Valid", "Rejected", NOT_VALID),
            ("Valid", "Yes", ""),
            ("Valid", "98", ""),
            ("Verified", "No", NOT_VERIFIED),
            ("Not Done", "X", NOT_DONE),
            ("Not Done", "No", ""),
            ("LBPERF", "N", NOT_DONE),
            ("LBPERF", "Y", ""),
            ("Performed", "2024-05-06", ""),
            ("DTYPE", "AVERAGE", reported::STATISTIC),
            ("DTYPE", "", ""),
            ("dtype", "float64", ""),
            ("LBDRVFL", "Y", reported::STATISTIC),
            ("Statistic", "Mean", reported::STATISTIC),
            ("Statistic", "last", ""),
            ("Species", "Canine", reported::OF_ANIMAL),
            ("Breed", "Labrador", reported::OF_ANIMAL),
            ("Species", "Homo sapiens", ""),
            ("Species", "Human", ""),
            ("Animal", "No", ""),
            ("Strain", "", ""),
            ("marked by the ward", "Y", VOIDED),
            // As warehouses call it.
            ("deletedDateTime", "2026-05-02 08:00", VOIDED),
            ("deletedDateTime", "", ""),
            ("VOID_DTTM", "2026-05-02", VOIDED),
            ("IsErrored", "1", VOIDED),
            ("INACTIVE_IND", "Y", VOIDED),
            ("Cancel Flag", "N", ""),
            ("ACTIVE_IND", "0", NOT_VALID),
            ("ACTIVE_IND", "1", ""),
            ("VALID_IND", "N", NOT_VALID),
            ("Is Latest", "FALSE", NOT_VALID),
            ("isCurrent", "true", ""),
            // The same in other languages, with what says that a row stands.
            ("Storno", "ja", VOIDED),
            ("Storno", "1", VOIDED),
            ("Storno", "X", VOIDED),
            ("Storno", "nein", ""),
            ("Stornokennzeichen", "nicht storniert", ""),
            ("Annulé", "oui", VOIDED),
            ("Annulé", "O", VOIDED),
            ("Annulé", "non", ""),
            ("Cancelado", "sim", VOIDED),
            ("Cancelado", "não", ""),
            ("Anulowane", "tak", VOIDED),
            ("Anulowany", "nie", ""),
            ("Zrušeno", "ano", VOIDED),
            ("Zrušeno", "ne", ""),
            ("Törölt", "igen", VOIDED),
            ("Törölt", "nem", ""),
            ("Geannuleerd", "ja", VOIDED),
            ("Vervallen", "nee", ""),
            ("Annulleret", "ja", VOIDED),
            ("Makulerad", "nej", ""),
            ("Peruttu", "ei", ""),
            ("Peruttu", "kyllä", VOIDED),
            ("İptal", "Evet", VOIDED),
            ("İptal", "Hayır", ""),
            ("İptal", "H", ""),
            ("Geldig", "nee", NOT_VALID),
            ("Geldig", "ja", ""),
            ("Platný", "ne", NOT_VALID),
            ("Validato", "no", NOT_VERIFIED),
            ("Validado", "no", NOT_VERIFIED),
            ("Validado", "sí", ""),
            ("Liberado", "não", NOT_VERIFIED),
            ("Zatwierdzone", "nie", NOT_VERIFIED),
            ("Uvolněno", "ne", NOT_VERIFIED),
            ("Freigabe", "nein", NOT_VERIFIED),
            ("Freigabe", "nicht freigegeben", NOT_VERIFIED),
            ("Freigabe", "Dr. Mayer", ""),
            ("Freigabe", "F", ""),
            ("Verified", "H", ""),
            ("Verified", "no hemolysis", ""),
            ("Freigegeben", "N", NOT_VERIFIED),
            ("Validiert", "nein", NOT_VERIFIED),
            ("Godkendt", "nej", NOT_VERIFIED),
            ("Vahvistettu", "ei", NOT_VERIFIED),
            ("Onay", "Hayır", NOT_VERIFIED),
            ("Onay", "Onaylanmadı", NOT_VERIFIED),
            ("Onay", "Evet", ""),
        ] {
            assert_eq!(
                Standing::of_header(header).status(cell),
                expected,
                "{header}: {cell}"
            );
        }
    }

    #[test]
    fn summaries_have_a_mean_and_more() {
        let are = |cells: &str| are_statistics(cells.split(' '));
        assert!(are("count mean std min 25% 50% 75% max"));
        assert!(are("A1 A2 A3 Mean SD Median"));
        assert!(!are("Mean A1 A2"));
        assert!(!are("min max count"));
    }
}
