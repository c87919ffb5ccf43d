//! Headers, folded, by what the cells below them say of their rows. `verified` may be a date as well.

use super::Standing;

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const TAKEN_BACK: &str = "\
    voided isvoided void isvoid datevoided voideddate deleted isdeleted deletedflag deleteflag deleteind \
    deletedat deleteddate datedeleted deletedind markedasdeleted excluded isexcluded exclude excludeflag \
    excludedflag suppressed issuppressed suppress suppressflag cancelled canceled iscancelled iscanceled \
    inactive isinactive enteredinerror isenteredinerror inerror retracted isretracted invalidated isinvalidated \
    invalid isinvalid rejected isrejected withdrawn iswithdrawn nullified superseded removed isremoved geloscht \
    storniert anulado annullato supprime ungultig ongeldig ugyldig ogiltig neplatny neplatne niewazny niewazne \
    ervenytelen gecersiz invalido makulerad makulert makuleret vervallen peruttu mitatoity iptal zruseno torolt torolve \
    rejeitado excluido usuniete usuniety verworfen gesperrt \
    lbexclfl exclusion exclusionflag exclusionind excludefromanalysis excludedfromanalysis delflag delind delmark isdel deletemark \
    supersededby replacedby hidden ishidden voidreason deletereason deletionreason";

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const HOLDS: &str = "\
    valid isvalid resultvalid validresult validflag accepted isaccepted usable isusable active isactive \
    activeflag gultig valide valido geldig gyldig giltig platny platne platna wazny wazne ervenyes gecerli valida \
    validity resultvalidity accept acceptable lbspcufl gultigkeit validite validez validita";

/// Whether, or when, somebody released it.
#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const PERHAPS_VERIFIED: &str = "\
    verified validated approved released authorised authorized freigabe freigegeben validiert validato validata validado validada liberado liberada zatwierdzone \
    zatwierdzony zatwierdzono uvolneno uvolnene uvolneny schvaleno godkendt godkjent godkand vahvistettu hyvaksytty onay \
    onayli onaylandi onaylanmis gevalideerd geautoriseerd vrijgegeven validovano validovane autoryzowane autorizado \
    validalt jovahagyva утверждено подтверждено";

/// The same, or its status.
pub(in crate::import) const PERHAPS_STATUS: &str = "validation verification approval";

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const VERIFIED: &str = "\
    isverified verifiedflag isvalidated isfinal isreleased isauthorized isauthorised isapproved";

/// Not released yet.
pub(in crate::import) const UNFINISHED: &str =
    "preliminary ispreliminary preliminaryflag prelimflag";

/// Something speaks against the result: a control, the tube, an outlier.
#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const DOUBTED: &str = "\
    qcfailed qcfail isqcfailed outlier isoutlier outlierflag suspect issuspect suspectflag redraw recollect recollectionrequired";

/// Nothing does.
#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const FIT: &str = "\
    qcok isqcok sampleok sampleisok samplevalid validsample specimenok specimenvalid specimenacceptable sampleacceptable";

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const NOT_DONE: &str = "\
    notdone isnotdone labnotdone testnotdone notperformed labsnotdone lbnd";

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const DONE: &str = "\
    done lbperf performed labdone testdone labperformed wasperformed lbyn isdone";

pub(in crate::import) const DERIVED: &str = "dtype derivationtype";

pub(in crate::import) const IS_DERIVED: &str =
    "lbdrvfl isderived derivedflag iscalculatedmean imputed isimputed imputedflag imputationflag";

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const STATISTIC: &str = "\
    statistic statistics statisticname statname statistictype summarystatistic aggregate aggregation \
    aggregationtype aggregatefunction";

#[rustfmt::skip] // the words wrapped as text
pub(in crate::import) const SPECIES: &str = "\
    species speciesname patientspecies animalspecies breed animal animaltype petname petid mouseid mouse ratid animalid animalno animalnumber animalname tierart tier spezies espece \
    especie specie diersoort djurslag organismspecies hostspecies \
    pet tiername nomanimal nomdelanimal nombreanimal nombredelanimal mascota nombremascota nomeanimale nomedoanimal diernaam dyreart \
    zviratko druhzvirete hayvan hayvanturu hayvanadi gatunek gatunekzwierzecia видживотного кличка кличкаживотного 动物种类 动物名称 \
    动物品种 宠物名 動物種 動物種別 동물종";

/// Of what kind a patient is: most are in a bed, or are not.
pub(in crate::import) const KIND: &str = "patienttype";

/// Of an animal the breed, of a person something else.
pub(in crate::import) const RACE: &str = "rasse raza razza";

pub(in crate::import) const ORGANISM: &str = "organism strain";

const HEADERS: &[(Standing, &str)] = &[
    (Standing::TakenBack, TAKEN_BACK),
    (Standing::Holds, HOLDS),
    (Standing::Released, PERHAPS_VERIFIED),
    (Standing::Released, PERHAPS_STATUS),
    (Standing::Verified, VERIFIED),
    (Standing::Unfinished, UNFINISHED),
    (Standing::Doubted, DOUBTED),
    (Standing::Fit, FIT),
    (Standing::NotDone, NOT_DONE),
    (Standing::Done, DONE),
    (Standing::Derived, DERIVED),
    (Standing::IsDerived, IS_DERIVED),
    (Standing::Statistic, STATISTIC),
    (Standing::Species, SPECIES),
    (Standing::Race, RACE),
    (Standing::Organism, ORGANISM),
    (Standing::Kind, KIND),
];

/// How headers begin that say that a row was taken back, whatever ends stand behind: `Storno`, `Stornokennzeichen`, `Annulée`.
const TAKEN_BACK_BEGIN: &[&str] = &[
    "storn", "annule", "annulat", "annull", "anulad", "anulat", "anulow", "anulac", "anulov",
    "cancelle", "cancella", "cancelad", "geannul", "zrusen", "torolt", "makuler", "peruutet",
    "iptal",
];

/// What databases call a row that was taken back, and one that stands, without what they put around it.
const WORDS_TAKEN_BACK: &[&str] = &[
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
const WORDS_HOLD: &[&str] = &["active", "valid", "current", "latest", "reportable"];

/// Ends of the headers of columns that answer yes or no, and of those that say when: `ACTIVE_IND`, `deletedDateTime`.
const ANSWERS: &[&str] = &["flag", "ind", "yn"];
const TIMES: &[&str] = &["date", "dt", "dttm", "datetime", "at", "on", "time", "ts"];

/// What a folded header says that is put together from such words: `VOID_DTTM`, `IsErrored`, `is_latest`.
pub(in crate::import) fn by_words(folded: &str) -> Option<Standing> {
    if TAKEN_BACK_BEGIN.iter().any(|stem| folded.starts_with(stem)) {
        return Some(Standing::TakenBack);
    }
    let bare = folded.strip_prefix("is").unwrap_or(folded);
    if is_fit(bare) {
        return Some(Standing::Fit);
    }
    let is_question = bare.len() < folded.len();
    let has = |stems: &[&str], is_end: &dyn Fn(&str) -> bool| {
        let mut ends = stems.iter().filter_map(|stem| bare.strip_prefix(stem));
        ends.any(is_end)
    };
    let answers = |end: &str| ANSWERS.contains(&end) || (end.is_empty() && is_question);
    if has(WORDS_TAKEN_BACK, &|end| {
        answers(end) || TIMES.contains(&end)
    }) {
        Some(Standing::TakenBack)
    } else {
        // When a row was valid is another question.
        has(WORDS_HOLD, &answers).then_some(Standing::Holds)
    }
}

/// True for a header that asks whether the sample is as it should be: "Sample adequate", "Suitable for testing", "Sample
/// integrity OK?".
fn is_fit(folded: &str) -> bool {
    const ALONE: &[&str] = &[
        "suitablefortesting",
        "fitfortesting",
        "suitableforanalysis",
        "adequatesample",
        "suitablesample",
    ];
    let begins = ["sample", "specimen", "tube", "wassample", "wasspecimen"];
    let behind = begins.iter().find_map(|begin| folded.strip_prefix(begin));
    let named = |text: &str| FIT_WORDS.contains(&text);
    let of_quality = |text: &str| {
        let mut qualities = ["quality", "integrity", "condition", "volume", "is", "was"].iter();
        qualities.any(|quality| text.strip_prefix(quality).is_some_and(named))
    };
    ALONE.contains(&folded)
        || behind.is_some_and(|rest| named(rest) || of_quality(rest))
        || of_quality(folded)
}

const FIT_WORDS: &[&str] = &[
    "adequate",
    "suitable",
    "ok",
    "okay",
    "usable",
    "acceptable",
    "accepted",
    "satisfactory",
    "sufficient",
    "intact",
    "good",
    "fit",
    "suitablefortesting",
    "fitfortesting",
    "appropriate",
];

/// What the cells of a column with this folded header say, if that is known.
pub(super) fn standing(folded: &str) -> Option<Standing> {
    let says = |(_, words): &&(Standing, &str)| words.split_whitespace().any(|word| word == folded);
    let found = HEADERS.iter().find(says).map(|(standing, _)| *standing);
    found.or_else(|| by_words(folded))
}
