//! Answers in words: nothing was found, something was, or what a blood bank answers.

use crate::text::fold_words;

/// Whole answers that say that nothing was found.
const NEGATIVE: &[&str] = &[
    "neg",
    "neg.",
    "negative",
    "negativ",
    "negatif",
    "negativo",
    "negativa",
    "not detected",
    "nicht nachweisbar",
    "nicht nachgewiesen",
    "non detecte",
    "no detectado",
];

/// Words that say that something was found.
const POSITIVE: &[&str] = &[
    "positive",
    "positiv",
    "positif",
    "positivo",
    "positiva",
    "positief",
    "pos",
    "reactive",
    "reaktiv",
    "detected",
    "pregnant",
    "schwanger",
    "enceinte",
    "embarazada",
    "incinta",
    "+",
    "++",
    "+++",
];

/// Words that deny the one behind them.
const DENIALS: &[&str] = &[
    "no", "not", "non", "nicht", "kein", "keine", "pas", "nie", "nao", "niet",
];

/// True for a result in words that says that nothing was found. The whole of it: "negative control
/// failed" and "not determined" found nothing out.
pub(super) fn is_negative(value: &str) -> bool {
    NEGATIVE.contains(&fold_words(value).as_str())
}

/// True for the same where a question is asked that has two answers, with nothing behind it but below which number: "not
/// pregnant", "Negative (<5 IU/L)".
pub(super) fn is_denied(value: &str) -> bool {
    let folded = fold_words(value);
    let at = folded
        .find(['(', '[', ',', ';', ':'])
        .unwrap_or(folded.len());
    let (head, rest) = folded.split_at(at);
    let head = head.trim().trim_end_matches('.');
    let tokens = tokens(head);
    let is_denial = match tokens.as_slice() {
        [denial, word] => DENIALS.contains(&denial.as_str()) && POSITIVE.contains(&word.as_str()),
        _ => false,
    };
    let rest = rest.trim_start_matches(['(', '[', ',', ';', ':', ' ']);
    let is_below = rest.strip_prefix('<').is_some_and(|rest| {
        rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) && !rest.contains([';', ','])
    });
    (is_negative(head) || is_denial) && (rest.is_empty() || is_below)
}

/// True for a result in words that says that something was found, whatever else it says.
pub(super) fn is_positive(value: &str) -> bool {
    let folded = fold_words(value);
    let tokens = tokens(&folded);
    let is_yes = |word: &str| ["yes", "ja", "oui", "si", "sim"].contains(&word);
    if let [word] = tokens.as_slice()
        && is_yes(word)
    {
        return true;
    }
    // "No hCG detected", "Negative; QC positive": to be read by somebody.
    let denies = tokens
        .iter()
        .any(|word| NEGATIVE.contains(&word.as_str()) || DENIALS.contains(&word.as_str()));
    let mut found = tokens.iter().map(String::as_str);
    !is_blood_group(&folded) && !denies && found.any(|word| POSITIVE.contains(&word))
}

/// True for a comment that puts a positive answer in the place of the one it stands beside: "Corrected result: POSITIVE".
/// What would follow from a positive one ("if positive, confirm in serum") is none.
pub(super) fn is_corrected_to_positive(comment: &str) -> bool {
    let folded = fold_words(comment);
    let corrects = [
        "correct",
        "korrig",
        "amend",
        "revis",
        "actual",
        "should read",
        "changed to",
    ];
    corrects.iter().any(|word| folded.contains(word)) && is_positive(&folded)
}

/// True for an answer that leaves nothing to ask: a blood group, "compatible", nothing found.
pub(super) fn is_answer(value: &str) -> bool {
    let folded = fold_words(value);
    let mut parts = folded.split([',', ';', '/', '.']).map(str::trim);
    let is_good = |part: &str| {
        let screen = part
            .strip_prefix("antibody screen")
            .or_else(|| part.strip_prefix("ab screen"))
            .map(|rest| rest.trim_start_matches(':').trim());
        [
            "compatible",
            "kompatibel",
            "compatibile",
            "normal",
            "no antibodies detected",
        ]
        .contains(&part)
            || is_blood_group(part)
            || is_negative(screen.unwrap_or(part))
    };
    !folded.is_empty() && parts.all(|part| part.is_empty() || is_good(part))
}

/// True for words that call a result critical.
pub(super) fn is_critical(text: &str) -> bool {
    has_undenied(
        text,
        &[
            "critical",
            "critically",
            "panic",
            "kritisch",
            "critique",
            "critico",
        ],
    )
}

/// True for words in place of a number that say that it lies far out.
pub(super) fn is_past_range(value: &str) -> bool {
    let folded = fold_words(value);
    let phrases = [
        "above measuring range",
        "above the measuring range",
        "above measurable range",
        "above analytical range",
        "above reportable range",
        "above range",
        "over range",
        "too high to measure",
    ];
    let severe = ["markedly", "severely", "grossly", "extremely", "very"];
    let ways = [
        "increased",
        "decreased",
        "raised",
        "reduced",
        "high",
        "low",
        "elevated",
    ];
    let tokens = tokens(&folded);
    let is_severe = tokens
        .windows(2)
        .any(|pair| severe.contains(&pair[0].as_str()) && ways.contains(&pair[1].as_str()));
    is_severe || is_critical(&folded) || phrases.iter().any(|phrase| folded.contains(phrase))
}

/// True for words in place of a clotting time that say that the blood does not clot, or late.
pub(super) fn is_unclottable(value: &str) -> bool {
    let folded = fold_words(value);
    let whole = [
        "no clot",
        "no clotting",
        "does not clot",
        "did not clot",
        "kein gerinnsel",
    ];
    whole.contains(&folded.as_str())
        || has_undenied(
            &folded,
            &[
                "unclottable",
                "incoagulable",
                "ungerinnbar",
                "incoagulabile",
                "prolonged",
            ],
        )
}

/// One of the words, without a denial in front of it.
fn has_undenied(text: &str, words: &[&str]) -> bool {
    let tokens = tokens(&fold_words(text));
    tokens.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        words.contains(&word.as_str())
            && !before.is_some_and(|before| DENIALS.contains(&before.as_str()))
    })
}

/// `O Rh positive`, `AB-`, `A Rh(D) Pos`.
fn is_blood_group(folded: &str) -> bool {
    let groups = ["a", "b", "ab", "o", "0", "a1", "a2", "a1b", "a2b"];
    let beside = [
        "rh", "rhd", "rhesus", "d", "pos", "positive", "positiv", "positif", "positivo", "neg",
        "negative", "negativ", "negatif", "negativo", "group", "blood", "type", "factor", "+",
    ];
    let tokens = tokens(&folded.replace('+', " + ").replace('-', " "));
    tokens
        .iter()
        .filter(|word| groups.contains(&word.as_str()))
        .count()
        == 1
        && tokens
            .iter()
            .all(|word| groups.contains(&word.as_str()) || beside.contains(&word.as_str()))
}

fn tokens(folded: &str) -> Vec<String> {
    folded
        .split(|c: char| !c.is_alphanumeric() && c != '+')
        .filter(|word| !word.is_empty())
        .map(str::to_string)
        .collect()
}

#[cfg(test)]
mod tests;
