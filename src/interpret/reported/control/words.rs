//! Words for controls, calibrators and blanks.

use super::{LONGEST_WORD, numbered};
use crate::text::{fold_words, trim};

/// The first letters of [`WORDS`], [`NUMBERED`] and of what is in `numbered`.
pub(super) const BEGINS: &[u8] = b"QCKLBERVSMPZNUIHTDW";

/// Words for a control, a calibrator, a blank or a sample of an external scheme, folded: the first word of an identifier. Names
/// of people ("Branco", "Blank") are none of them, but for those of one language.
#[rustfmt::skip] // the words wrapped as text
const WORDS: &str = "\
    qc control ctrl calibrator cal kontrolle qualitycontrol linearity blank background \
    kalibrator kalibration kalibrierung ringversuch ringversuche qualitatskontrolle leerwert reagenzienleerwert kontrollprobe \
    controle calibrateur etalon controlo controllo calibratore calibrador calibracao kontrola kontrolni kontrolny kalibracja \
    kontroll kontrollserum kontrollprov kontrolprove kontrolli kalibraattori kalibrering kalibrace \
    kontrol kontrolmateriale kontrollimateriaali kontrollmaterial precinorm precipath precicontrol seronorm lyphochek multiqual liquichek \
    humatrol elitrol trulab serodos chemtrak multichem biorad randox technopath rcpaqap equalis skml labquality probioqual neqas ukneqas riqas eurotrol qualicheck simulator proficiency zztest zzztest контроль \
    калибратор бланк";

/// The same, that may be somebody's initials or name: only with a number or another such word behind them.
const NUMBERED: &str = "cq ciq cqi eeq veq eqa eqas instand cfas dummy branco blanco reagent";

/// What stands behind those.
pub(super) const BEHIND: &str =
    "blank low high normal control patient sample specimen survey round distribution";

/// Words for the level of a control.
pub(super) const LEVEL: &str = "level nivel niveau niveli livello niva уровень 水平 レベル 레벨";

/// True for "Level 1": of whatever is a control.
pub(crate) fn names_level(text: &str) -> bool {
    let folded = fold_words(text);
    let first = folded.split(|c: char| !c.is_alphabetic()).next();
    first.is_some_and(|word| is_one_of(word, LEVEL))
}

/// True for a text that is nothing but a control's word, its product, level or lot: "Multiqual 2", "LOT 4711", "Control samples".
/// "QC within limits" says something of controls, and "Level 2 ward" speaks of a place.
pub(crate) fn is_nothing_but_control(text: &str) -> bool {
    const LOTS: &str = "lot lote lotto";
    const BESIDE: &str = "quality internal name number no nr type data material sample samples serum assayed unassayed \
        low high normal hoch tief bas haut alto bajo i ii iii";
    let folded = fold_words(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let tells = |word: &str| {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
        [LOTS, WORDS, LEVEL, HEADS]
            .iter()
            .any(|list| is_one_of(bare, list))
    };
    let has_figure = |word: &str| word.bytes().any(|c| c.is_ascii_digit());
    let is_part = |word: &str| tells(word) || has_figure(word) || is_one_of(word, BESIDE);
    super::heads_controls(text) || (words.clone().any(tells) && words.all(is_part))
}

/// Those of [`super::heads_controls`] that are one word and no name of a control.
const HEADS: &str = "controls kontrollen controles controlli calibrators calibration iqc";

/// True for a line that says something of controls, as that they are over or have passed: one of their words stands in it.
pub(crate) fn speaks_of_controls(text: &str) -> bool {
    const OWN: &str = "qc iqc control controls kontrolle kontrollen controle controles controlli qualitatskontrolle";
    let folded = fold_words(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| is_one_of(word, OWN))
}

pub(super) fn is_one_of(word: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|other| other == word)
}

pub(super) fn is_word(text: &str) -> bool {
    let folded = fold_words(text);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let behind = |word: &str| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        is_number || is_one_of(word, LEVEL) || is_one_of(word, BEHIND)
    };
    let second = words.clone().next().unwrap_or_default();
    let unnumbered = first.trim_end_matches(|c: char| c.is_ascii_digit());
    is_one_of(first, WORDS)
        // The maker in front: "Bio-Rad Lyphochek".
        || (first == "bio" && second == "rad")
        || (is_one_of(first, NUMBERED) && words.next().is_none_or(behind))
        || (unnumbered.len() < first.len()
            && (is_one_of(unnumbered, NUMBERED) || LONGER.contains(&unnumbered)))
        || (2 < text.len()
            && text.get(..2).is_some_and(|head| head == "QC")
            && text[2..].chars().all(|c| c.is_ascii_digit()))
        || numbered::is_one(&folded)
}

/// True for a control or a calibrator under the specimen, with what tells that it is no check of a patient ("Kontrolle"): a
/// number, a level, or the name of a product.
pub(super) fn is_specimen(text: &str) -> bool {
    let is_told = || {
        let folded = fold_words(text);
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        text.bytes().any(|byte| byte.is_ascii_digit())
            || words.any(|word| is_one_of(word, LEVEL) || word == "qc")
    };
    text.len() < LONGEST_WORD && is_told() && (is_word(text) || is_level_of_control(text))
}

/// "Level 1 control", "L2 QC".
fn is_level_of_control(text: &str) -> bool {
    let folded = fold_words(text);
    let (rest, last) = folded.rsplit_once(' ').unwrap_or_default();
    let number = rest.trim_start_matches("level").trim_start_matches('l');
    let is_level = number.len() < rest.len() && number.trim().len() == 1;
    is_level
        && number.trim().bytes().all(|byte| byte.is_ascii_digit())
        && ["control", "qc"].contains(&last)
}

/// True for what an analyzer calls a measurement, a mode or a sample of no patient: "Electronic Simulator", "Liquid QC".
pub(crate) fn is_kind_of_control(text: &str) -> bool {
    const KINDS: &[&str] = &[
        "ctrl",
        "control test",
        "liquid qc",
        "liquid control",
        "electronic qc",
        "electronic simulator",
        "simulator",
        "eqc",
        "qa",
        "qa test",
        "qc test",
        "aqueous",
        "aqueous control",
        "process control solution",
        "proficiency",
        "proficiency test",
        "proficiency testing",
        "control solution",
        "calibration verification",
        "cal ver",
        "linearity",
    ];
    let text = trim(text);
    if text.len() < 2 || LONGEST_WORD < text.len() {
        return false;
    }
    // Nearly every cell is one of a patient.
    let first = text.as_bytes().first().map(u8::to_ascii_lowercase);
    if !first.is_some_and(|first| b"clesqap".contains(&first)) {
        return false;
    }
    let folded = fold_words(text);
    // "Process Control Solution A", "QA Test 2".
    let bare = match folded.rsplit_once(' ') {
        Some((front, last)) if last.len() < 2 => front,
        _ => folded.as_str(),
    };
    KINDS.contains(&bare)
}

/// Parts of such words in languages that write words together.
#[rustfmt::skip]
pub(super) const PARTS: &[&str] = &[
    "质控", "質控", "质评", "質評", "定标", "定標", "校准品", "校準品", "标准品", "標準品", "品管", "定值血清", "能力验证",
    "精度管理", "管理血清", "プール血清", "コントロール", "標準液", "キャリブレータ", "ブランク",
    "정도관리", "관리혈청", "컨트롤", "콘트롤", "대조물질", "표준물질", "캘리브레이터", "보정물질", "블랭크", "신빙도조사", "대조혈청",
];

/// What makes such words speak of how a laboratory works, and of no row: "室内质控合格".
#[rustfmt::skip]
pub(super) const OF_THE_LABORATORY: &[&str] = &[
    "合格", "通过", "在控", "审核", "認証", "认证", "責任者", "承認", "部门", "中心", "品管部", "品管课", "합격", "인증", "적합", "책임자",
    "отдел", "служб", "систем", "проиден", "прошел", "прошла", "соответств",
];

/// True for a text of another script that holds one of these folded parts.
pub(super) fn holds_one(text: &str, parts: &[&str]) -> bool {
    !text.is_ascii() && {
        let folded = fold_words(text);
        parts.iter().any(|part| folded.contains(part))
    }
}

/// Words that no number glued to them makes another: `Kalibrator1`, `Seronorm2`.
const LONGER: &[&str] = &[
    "kalibrator",
    "calibrator",
    "calibrateur",
    "calibratore",
    "calibrador",
    "seronorm",
    "lyphochek",
    "multiqual",
    "liquichek",
    "precicontrol",
    "ringversuch",
    "neqas",
    "ukneqas",
    "riqas",
];
