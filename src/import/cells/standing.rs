//! Whether a row stands: columns in which a database marks rows as deleted, not done, not valid or worked out from others.
//!
//! What a cell says is given on as the status that means the same.

mod cells;
pub(in crate::import) mod headers;

pub(crate) use cells::{are_statistics, is_statistic, is_yes};
pub(in crate::import) use cells::{is_human, is_no};
pub(in crate::import) use headers::by_words;

use crate::import::around::of_whom::is_of_animal;
use crate::import::headers::vocabulary;
use crate::interpret::reported;
use crate::text::is_one_of;
use cells::{
    DATA_TYPES, NO, NOTHING, STANDS, YES, is_animal, is_good, is_method, is_not_done, is_origin,
    is_taken_back, is_untold,
};

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
    /// Whether it is not released yet.
    Unfinished,
    /// Whether something speaks against the result.
    Doubted,
    /// Whether sample and control are as they should be.
    Fit,
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
    /// Of which breed, or, of a human, of which origin.
    Race,
    /// Of which species, or which microbe was found.
    Organism,
    /// What kind of patient, or of panel.
    Kind,
}

impl Standing {
    /// What the cells of a column with this header say; one that a layout names says that a row was taken back.
    pub(crate) fn of_header(header: &str) -> Standing {
        headers::standing(&vocabulary::fold(header)).unwrap_or(Standing::TakenBack)
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
            | Standing::Unfinished
            | Standing::Doubted
            | Standing::Fit
            | Standing::NotDone
            | Standing::Done
            | Standing::Derived
            | Standing::IsDerived
            | Standing::Statistic
            | Standing::Species
            | Standing::Race
            | Standing::Organism
            | Standing::Kind => true,
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
            Standing::Unfinished if yes() => NOT_VERIFIED,
            Standing::Doubted if yes() || is_taken_back(cell) => FAILED,
            Standing::Fit if no() || !(yes() || stands() || is_good(cell)) => FAILED,
            Standing::NotDone if yes() || is_not_done(cell) => NOT_DONE,
            Standing::Done if no() || is_not_done(cell) => NOT_DONE,
            Standing::Derived if !no() && !stands() && !is_one_of(cell, DATA_TYPES) => {
                reported::STATISTIC
            }
            Standing::IsDerived if yes() || is_method(cell) => reported::STATISTIC,
            Standing::Statistic if is_statistic(cell) => reported::STATISTIC,
            Standing::Organism if is_animal(cell) => reported::OF_ANIMAL,
            Standing::Kind if is_of_animal(cell) => reported::OF_ANIMAL,
            Standing::Species if !no() && !is_human(cell) => reported::OF_ANIMAL,
            Standing::Race if is_breed(cell) => reported::OF_ANIMAL,
            _ => "",
        }
    }
}

/// True for a breed where people have an origin.
pub(in crate::import) fn is_breed(cell: &str) -> bool {
    let cell = cell.trim();
    let says = !is_one_of(cell, NOTHING) && !is_no(cell) && !is_untold(cell);
    says && !is_human(cell) && !is_origin(cell)
}

const VOIDED: &str = "VOIDED";
const NOT_VALID: &str = "NOT VALID";
const NOT_VERIFIED: &str = "NOT VERIFIED";
const NOT_DONE: &str = "NOT DONE";
const FAILED: &str = "QC FAILED";

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
            ("Raza", "Labrador", reported::OF_ANIMAL),
            ("Raza", "Mestizo", ""),
            ("Raza", "Indígena", ""),
            ("Rasse", "kaukasisch", ""),
            ("Rasse", "Dackel", reported::OF_ANIMAL),
            ("Raza", "Labrador negro", reported::OF_ANIMAL),
            ("Raza", "Común europeo", reported::OF_ANIMAL),
            ("Rasse", "Europäisch Kurzhaar", reported::OF_ANIMAL),
            ("Rasse", "Weißer Schäferhund", reported::OF_ANIMAL),
            ("Rasse", "American Staffordshire", reported::OF_ANIMAL),
            ("Raza", "Negra", ""),
            ("Raza", "Desconocida", ""),
            ("Rasse", "unbekannt", ""),
            ("Razza", "Caucasica", ""),
            ("Razza", "Meticcio", ""),
            ("Raza", "Blanca", ""),
            ("Especie", "Mestizo", reported::OF_ANIMAL),
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
