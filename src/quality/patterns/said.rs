//! Patterns that the laboratory itself states in a comment.

mod signs;

use std::sync::Arc;

use super::rows::SaidWords;
use super::{Finding, Patterns};
use crate::notice::Code;
use crate::text::fold_words;
use crate::value::Absence;

/// What a comment says of the tube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Perhaps another patient's.
    MixUp,
    /// Clotted, contaminated or unsuitable.
    Spoiled,
    /// The same of some tube with its number, or something else that may have moved a result.
    Doubtful,
    /// EDTA from another tube.
    Edta,
    /// It is an EDTA tube, which is right for other tests.
    EdtaTube,
    /// It is a tube with citrate or fluoride, which is right for other tests.
    OtherTube,
    /// Diluted by an infusion.
    Infusion,
    /// Separated too late.
    Delay,
}

impl Said {
    /// True if it is the same matter as a fault that other words of the comment name: "EDTA contamination".
    #[must_use]
    pub(crate) fn covers(self, fault: Absence) -> bool {
        match self {
            Said::MixUp => fault == Absence::MixedUp,
            Said::Edta | Said::EdtaTube | Said::OtherTube | Said::Infusion => {
                matches!(fault, Absence::Contaminated | Absence::Unsuitable)
            }
            Said::Spoiled | Said::Doubtful | Said::Delay => false,
        }
    }
}

/// Words that `..` in a phrase stands for, at most.
const GAP: usize = 4;

/// Letters of a word that has no other ending than that of more than one.
const SHORT: usize = 4;

/// What sets one part of a sentence off from another.
const DASH: &str = "-";

/// In front of a number that is not reached.
const LESS: &str = "<";

/// Words between a denial and what it denies, and itself.
const DENIED_WITHIN: usize = 3;

impl Patterns {
    /// What a comment says of the tube; `None` if nothing, or if it denies it.
    #[must_use]
    pub fn said_in(&self, comment: &str) -> Option<Said> {
        if comment.trim().is_empty() {
            return None;
        }
        let folded = fold_words(comment);
        let sentences: Vec<Vec<&str>> = sentences_of(&folded).map(words_of).collect();
        let words = &self.said;
        let lists = [
            (&words.edta, Said::Edta),
            (&words.infusion, Said::Infusion),
            (&words.delay, Said::Delay),
            (&words.doubtful, Said::Doubtful),
        ];
        let parts = signs::parts_of(&folded);
        let in_part = lists.into_iter().find_map(|(list, said)| {
            // "EDTA contamination cannot be excluded".
            let or_open = |is_open: bool| if is_open { Said::Doubtful } else { said };
            let in_words = sentences.iter().find(|words_of| words.say(words_of, list));
            let in_words = in_words.map(|words_of| or_open(words.hold(words_of, &words.left_open)));
            let in_signs = || {
                let part = parts.iter().find(|part| signs::say(part, list))?;
                let is_open = signs::say(part, &words.left_open);
                let is_denied = signs::hold(part, &words.denied_signs);
                (is_open || !is_denied).then(|| or_open(is_open))
            };
            in_words.or_else(in_signs)
        });
        let is_whole = |sentence: &Vec<&str>| {
            let whole = sentence.join(" ");
            words.edta_tube.contains(&whole.as_str()) || words.is_edta_tube(sentence)
        };
        let is_one_of = |list: &[&str]| {
            let mut whole = sentences.iter();
            whole.any(|sentence| {
                let mut phrases = list.iter();
                phrases.any(|phrase| {
                    let rest = words.behind(sentence, phrase.split(' '));
                    rest.is_some_and(|rest| rest.is_empty())
                })
            })
        };
        let whole = || {
            let is_edta = sentences.iter().any(is_whole).then_some(Said::EdtaTube);
            is_edta
                .or_else(|| is_one_of(&words.other_tube).then_some(Said::OtherTube))
                .or_else(|| is_one_of(&words.kept).then_some(Said::Delay))
        };
        in_part.or_else(whole)
    }

    /// True for a cell about the quality of a sample that calls it poor; of a test of its own, its name is asked too.
    #[must_use]
    pub(crate) fn is_poor(&self, text: &str) -> bool {
        let folded = fold_words(text);
        self.said
            .poor
            .contains(&words_of(&folded).join(" ").as_str())
    }

    /// True for a cell about the condition of a sample with a word that speaks against it, or a grade of something.
    #[must_use]
    pub(crate) fn is_doubt(&self, condition: &str) -> bool {
        if condition.is_empty() {
            return false;
        }
        let folded = fold_words(condition);
        let whole = format!("{} ", words_of(&folded).join(" "));
        let is_denied = signs::hold(&whole, &self.said.not_bad);
        // The beginning of a word; signs are written together.
        let speaks = |bad: &&str| {
            let mut found = whole.match_indices(*bad);
            found.any(|(at, _)| !bad.is_ascii() || at == 0 || whole[..at].ends_with(' '))
        };
        (condition.contains('+') || self.said.bad.iter().any(speaks)) && !is_denied
    }

    /// True for the name of a test that is the quality of a sample.
    #[must_use]
    pub(crate) fn is_quality(&self, name: &str) -> bool {
        let folded = fold_words(name);
        self.said
            .quality
            .contains(&words_of(&folded).join(" ").as_str())
    }

    /// True for what is measured in tubes with fluoride, and not in serum alone.
    #[must_use]
    pub(crate) fn fits_other_tubes(&self, analyte: &str) -> bool {
        self.said.measured_in_it.contains(&analyte)
    }

    /// True for what is counted falsely where platelets clump.
    #[must_use]
    pub(crate) fn clumps(&self, analyte: &str) -> bool {
        self.said.clumped.contains(&analyte)
    }

    /// The pattern that a laboratory stated, with the results that it touches.
    #[must_use]
    pub fn stated(&self, said: Said) -> Finding {
        let (code, marks) = match said {
            Said::MixUp => (Code::SampleMixUp, Arc::clone(&self.said.mix_up_marks)),
            Said::Spoiled => (Code::SampleSpoiled, Arc::clone(&self.said.spoiled_marks)),
            Said::Doubtful | Said::OtherTube => {
                (Code::SampleDoubtful, Arc::clone(&self.said.doubtful_marks))
            }
            Said::Edta | Said::EdtaTube => (Code::EdtaSuspected, Arc::clone(&self.edta.marks)),
            Said::Infusion => (Code::IvFluidPossible, Arc::new(self.diluted(&[]))),
            Said::Delay => (
                Code::DelayedSeparationPossible,
                Arc::clone(&self.delayed.marks),
            ),
        };
        Finding { code, marks }
    }
}

impl SaidWords {
    /// True if a sentence holds one of the phrases and neither denies it nor speaks of another sample.
    fn say(&self, sentence: &[&str], phrases: &[&str]) -> bool {
        let mut found = self.found(sentence, phrases);
        found.any(|(at, rest)| !self.is_void(sentence, &sentence[..at], rest))
    }

    /// True if a sentence holds one of some phrases, whatever stands around it.
    fn hold(&self, sentence: &[&str], phrases: &[&str]) -> bool {
        self.found(sentence, phrases).next().is_some()
    }

    /// Where phrases begin in a sentence, and what stands behind them.
    fn found<'f, 't>(
        &'f self,
        sentence: &'f [&'t str],
        phrases: &'f [&'f str],
    ) -> impl Iterator<Item = (usize, &'f [&'t str])> {
        let of_words = phrases.iter().filter(|phrase| !signs::are_in(phrase));
        of_words.flat_map(move |phrase| {
            // Most words do not begin as the phrase does: seen without looking further.
            let first = phrase.as_bytes().first();
            let may_begin =
                move |at: &usize| first == Some(&b'#') || sentence[*at].as_bytes().first() == first;
            (0..sentence.len()).filter(may_begin).filter_map(move |at| {
                let rest = self.behind(&sentence[at..], phrase.split(' '))?;
                Some((at, rest))
            })
        })
    }

    /// True if nothing is said but that it is an EDTA tube: "lavender tube used".
    fn is_edta_tube(&self, sentence: &[&str]) -> bool {
        let holds = |list: &[&str]| sentence.iter().any(|word| list.contains(word));
        let all = [&self.edta_names, &self.edta_tubes, &self.edta_fillers];
        holds(&self.edta_names)
            && holds(&self.edta_tubes)
            && sentence
                .iter()
                .all(|word| all.iter().any(|list| list.contains(word)))
    }

    fn is_void(&self, sentence: &[&str], before: &[&str], rest: &[&str]) -> bool {
        if self.hold(sentence, &self.left_open) {
            return false;
        }
        // "Not reported - EDTA contamination" denies something else; "EDTA contamination - excluded" is denied.
        let near = before.iter().rev().take_while(|word| **word != DASH);
        let near = near.take(DENIED_WITHIN);
        let rest: Vec<&str> = rest.iter().copied().filter(|word| *word != DASH).collect();
        let elsewhere = before.iter().any(|word| self.before.contains(word))
            && !sentence.iter().any(|word| self.both.contains(word));
        elsewhere
            || near.into_iter().any(|word| self.denied.contains(word))
            || self.denied_behind.contains(&rest.join(" ").as_str())
            || self.hold(sentence, &self.dismissed)
            || self.hold(sentence, &self.general)
    }

    /// What stands behind a phrase at the beginning of the words; `None` if it is not there.
    fn behind<'s, 't>(
        &self,
        words: &'s [&'t str],
        mut phrase: std::str::Split<'_, char>,
    ) -> Option<&'s [&'t str]> {
        let Some(asked) = phrase.next() else {
            return Some(words);
        };
        if asked == ".." {
            let ends_gap = |word: &&str| self.not_within.contains(word);
            let most = words
                .iter()
                .position(ends_gap)
                .unwrap_or(words.len())
                .min(GAP);
            return (0..=most).find_map(|gap| self.behind(&words[gap..], phrase.clone()));
        }
        let (word, rest) = words.split_first()?;
        let is_last = phrase.clone().next().is_none();
        let matches = match asked {
            // Of hours, so many that a sample is to be separated before.
            "#" => word.replace(',', ".").parse().is_ok_and(|number: f64| {
                let of_hours = phrase.clone().next() == Some("h");
                !of_hours || self.separated_within_hours < number
            }),
            "h" => self.hours.contains(word),
            "d" => self.days.contains(word),
            asked => {
                let rest = word.strip_prefix(asked);
                rest.is_some_and(|rest| {
                    let is_ending = SHORT < asked.len() || rest == "s";
                    rest.is_empty() || (is_last && is_ending)
                })
            }
        };
        if matches {
            self.behind(rest, phrase)
        } else {
            None
        }
    }
}

/// The sentences of a text and the parts that commas set off; not the digits of a number.
fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let stops = text.match_indices(['.', ',', ';', '!', '\n']);
    let stops = stops.filter(|(at, _)| !is_in_number(text, *at));
    let ends = stops.map(|(at, _)| at).chain([text.len()]);
    ends.map(move |end| {
        let part = &text[from.min(end)..end];
        from = end + 1;
        part
    })
}

/// True for a point or a comma between two digits.
fn is_in_number(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    is_digit(at.checked_sub(1)) && is_digit(Some(at + 1))
}

/// The words of a sentence, with numbers apart from letters ("24h" is two), dashes that stand alone, and "<".
fn words_of(sentence: &str) -> Vec<&str> {
    let kind = |at: usize, c: char| match c {
        '.' | ',' if is_in_number(sentence, at) => Kind::Number,
        c if c.is_ascii_digit() => Kind::Number,
        c if c.is_alphanumeric() => Kind::Word,
        _ => Kind::Between,
    };
    let mut words = Vec::new();
    let (mut from, mut known) = (0, Kind::Between);
    let chars = sentence.char_indices().map(|(at, c)| (at, kind(at, c)));
    for (at, kind) in chars.chain([(sentence.len(), Kind::Between)]) {
        // A stretch of what stands between ends as a word does: it may be a dash.
        if kind == known && at < sentence.len() {
            continue;
        }
        let part = &sentence[from..at];
        if known != Kind::Between {
            words.push(part);
        } else if part.contains(" - ") {
            words.push(DASH);
        } else if part.contains(['<', '\u{2264}']) {
            words.push(LESS);
        }
        (from, known) = (at, kind);
    }
    words
}

/// What a character belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Word,
    Number,
    Between,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_apart() {
        for (sentence, expected) in [
            ("sample >24h old", &["sample", "24", "h", "old"][..]),
            ("sample <4h old", &["sample", "<", "4", "h", "old"]),
            ("after 9.5 hours", &["after", "9.5", "hours"]),
            ("not reported - edta", &["not", "reported", "-", "edta"]),
            ("k-edta", &["k", "edta"]),
            ("a,b .c 1. ,2 3,", &["a", "b", "c", "1", "2", "3"]),
            (
                "[mass/volume] in serum,plasma",
                &["mass", "volume", "in", "serum", "plasma"],
            ),
            ("\u{fffd},\u{fffd}", &[]),
            ("", &[]),
        ] {
            assert_eq!(words_of(sentence), expected, "{sentence:?}");
        }
    }

    /// Blanks are taken out of a comment before such phrases are searched in it.
    #[test]
    fn phrases_with_signs_are_listed_without_blanks() {
        let catalog = crate::reference::Catalog::bundled().expect("bundled");
        let words = Patterns::bundled(catalog).expect("bundled").said;
        for list in [
            &words.edta,
            &words.infusion,
            &words.delay,
            &words.doubtful,
            &words.left_open,
        ] {
            for phrase in list.iter().filter(|phrase| signs::are_in(phrase)) {
                assert!(!phrase.contains(' '), "{phrase}");
            }
        }
    }

    #[test]
    fn sentences_end_at_signs_and_not_in_numbers() {
        let all = |text| sentences_of(text).collect::<Vec<_>>();
        assert_eq!(all("a. b, 1.5 h;c"), ["a", " b", " 1.5 h", "c"]);
        assert_eq!(all(".,;"), ["", "", "", ""]);
        assert_eq!(all(""), [""]);
    }
}
