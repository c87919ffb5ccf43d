//! Whether a sentence says that samples are hemolyzed.

use crate::import::rows::remarked::says_nothing_else;
use crate::import::shapes::wide::unread::speaks_of_sample;
use crate::quality::words::SampleWords;
use crate::text::fold_words;

/// Words with which a sentence about such samples says nothing of those in the file.
const OF_NONE: &[&str] = &[
    "none",
    "discarded",
    "excluded",
    "rejected",
    "accept",
    "accepted",
    "any",
    "report",
    "study",
    "policy",
    "please",
    "must",
    "should",
    "will",
    "if",
    "when",
    "do",
    "keine",
    "verworfen",
    "ausgeschlossen",
    "aucun",
    "exclus",
    "ninguna",
    "excluidas",
];

/// What is done with many such samples that are none of those in the file, as parts of folded words.
const LEFT_OUT: &[&str] = &[
    "remov",
    "filtered",
    "omitted",
    "dropped",
    "deleted",
    "eliminat",
    "not analy",
    "not measured",
    "not tested",
    "not included",
    "not processed",
    "entfernt",
    "gefiltert",
    "weggelassen",
    "nicht enthalten",
    "nicht gemessen",
    "nicht analysiert",
    "nicht bestimmt",
    "nicht berucksichtigt",
    "nicht ausgewertet",
    "nicht untersucht",
    "retire",
    "supprime",
    "ecarte",
    "non analys",
    "non inclus",
    "eliminad",
    "no analizad",
    "no incluid",
    "rimoss",
    "esclus",
    "non analizzat",
    "verwijderd",
    "niet gemeten",
    "niet geanalyseerd",
    "borttag",
    "fjernet",
    "analyseras inte",
];

/// A denial in front of what is done with them: they are in the file.
const NOT_LEFT_OUT: &[&str] = &[
    "not remov",
    "not been remov",
    "not filtered",
    "not omitted",
    "not dropped",
    "not deleted",
    "not excluded",
    "not been excluded",
    "not rejected",
    "not discarded",
    "never removed",
    "never excluded",
    "nicht entfernt",
    "nicht ausgeschlossen",
    "nicht verworfen",
    "nicht gefiltert",
    "non exclus",
    "pas exclus",
    "pas ete exclus",
    "pas retire",
    "no excluid",
    "no eliminad",
    "non esclus",
    "non rimoss",
    "niet verwijderd",
];

/// How words for a sample begin, and words for many, folded.
const SAMPLES: &[&str] = &[
    "sample",
    "specimen",
    "serum",
    "tube",
    "prob",
    "materi",
    "echantillon",
    "prelev",
    "muestra",
    "campion",
    "amostra",
    "monster",
    "prov",
    "prøve",
    "nayt",
    "vzor",
    "numune",
];
const MANY: &[&str] = &[
    "samples",
    "specimens",
    "sera",
    "tubes",
    "proben",
    "echantillons",
    "prelevements",
    "muestras",
    "campioni",
    "amostras",
    "monsters",
    "prover",
    "prøver",
    "naytteet",
    "probki",
];

/// True for a sentence that says that a sample is hemolyzed: not what is measured ("Hemolysis index"), nor that none is.
pub(in crate::import::around::above) fn is_remark(text: &str) -> bool {
    let folded = fold_words(text);
    let words = |text: &'_ str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.map(str::to_string).collect()
    };
    let all = words(&folded);
    let names_sample = || {
        let begins = |word: &String| SAMPLES.iter().any(|begin| word.starts_with(begin));
        all.iter().any(begins)
    };
    if !speaks_of_sample(text) {
        return false;
    }
    // "Hemolyzed samples: 0"; "hemolyzed samples removed", and not "samples hemolyzed, result removed".
    let is_none = |clause: &str| {
        let is_counted = clause.split([' ', ':', '=']).next_back() == Some("0");
        let is_left_out = || LEFT_OUT.iter().any(|part| clause.contains(part));
        words(clause)
            .iter()
            .any(|word| MANY.contains(&word.as_str()))
            && speaks_of_sample(clause)
            && (is_counted || is_left_out())
    };
    let is_of_none = |all: &[String]| all.iter().any(|word| OF_NONE.contains(&word.as_str()));
    let is_denied = |clause: &str| NOT_LEFT_OUT.iter().any(|part| clause.contains(part));
    let clauses = clauses(&folded);
    let (own, others): (Vec<&str>, Vec<&str>) =
        clauses.iter().partition(|clause| is_of_hemolysis(clause));
    // That other samples are left says nothing of these: "haemolysed samples: none. Lipaemic samples not excluded".
    if (own.iter())
        .any(|clause| !is_denied(clause) && (is_none(clause) || is_of_none(&words(clause))))
    {
        return false;
    }
    let goes_on = |clause: &&str| is_denied(clause) && !speaks_of_sample(clause);
    let are_left = own.iter().any(|clause| is_denied(clause)) || others.iter().any(goes_on);
    if !are_left && (is_of_none(&all) || others.iter().any(|clause| is_none(clause))) {
        return false;
    }
    // "Haemolysed", and nothing else.
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if !names_sample() && !says_nothing_else(bare) {
        return false;
    }
    let said = SampleWords::hemolysis()
        .ok()
        .and_then(|words| words.in_adjective(text));
    said.is_some_and(|said| said.free_hb.is_none_or(|(low, _)| 0.0 < low))
}

/// The clauses of a folded sentence.
fn clauses(folded: &str) -> Vec<&str> {
    const JOINED: &[&str] = &[
        " - ",
        " but ",
        " while ",
        " whereas ",
        " aber ",
        " mais ",
        " pero ",
        " ma ",
    ];
    let mut clauses: Vec<&str> = folded.split([',', ';', '.']).collect();
    for joint in JOINED {
        clauses = clauses.iter().flat_map(|part| part.split(joint)).collect();
    }
    clauses.into_iter().map(str::trim).collect()
}

fn is_of_hemolysis(clause: &str) -> bool {
    let words = SampleWords::hemolysis().ok();
    words.is_some_and(|words| words.in_adjective(clause).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_samples() {
        for (text, expected) in [
            ("Sample haemolysed", true),
            ("Haemolysed", true),
            ("* grossly haemolysed", true),
            ("Échantillon hémolysé", true),
            ("ECHANTILLON HEMOLYSE", true),
            ("Näyte hemolyyttinen", true),
            ("Provet hemolyserat", true),
            ("Samples haemolysed, potassium not measured", true),
            ("Hemolyzed samples not removed", true),
            ("Hemolysed samples were not excluded", true),
            ("Hämolytische Proben wurden nicht entfernt", true),
            ("Sample haemolysed, result removed", true),
            ("Number of haemolysed samples: 3", true),
            ("Hämolyse", false),
            ("Indice d'hémolyse de l'échantillon", false),
            ("Sample not haemolysed", false),
            ("Hemolyzed samples removed", false),
            ("Hemolysed samples filtered out", false),
            ("Lipemic and hemolyzed samples omitted", false),
            ("Hämolytische Proben nicht enthalten", false),
            ("Hämolytische Proben werden nicht gemessen", false),
            ("Haemolysed samples were not analysed", false),
            // Each clause speaks of its own samples.
            (
                "Haemolysed samples removed; icteric samples not removed",
                false,
            ),
            (
                "Haemolysed samples removed but icteric samples were not removed",
                false,
            ),
            (
                "Haemolysed samples: none. Lipaemic samples not excluded",
                false,
            ),
            (
                "Icteric samples removed; haemolysed samples not removed",
                true,
            ),
            (
                "Haemolysed samples were not excluded; lipaemic samples: none",
                true,
            ),
            (
                "Haemolysed samples, flagged in column F, were not excluded",
                true,
            ),
            ("Haemolysed samples: 0", false),
            ("Number of haemolysed samples: 0", false),
        ] {
            assert_eq!(is_remark(text), expected, "{text}");
        }
    }
}
