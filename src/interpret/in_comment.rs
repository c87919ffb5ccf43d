//! The number of one's own test in the comment of a row whose cell has none: "Potassium 6.9 mmol/L confirmed by dilution". It is
//! nowhere a result, because words around it may say anything; but what would be critical is called, so that somebody reads it.

mod calls;
mod parts;

use std::collections::HashSet;
use std::sync::OnceLock;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::no_number::is_choice;
use crate::observation::NumberStyle;
use crate::reference::{Analyte, Catalog, Conversion};
use crate::resolve::Resolution;
use crate::text::{fold_name, fold_words};
use crate::value::{Comparator, Value, before_words, read_number, take_flag};
pub(crate) use calls::restates;
use parts::{may_be_grouped, parts, sentences, spaced, words_of};

/// `reference_ranges/results/results_in_comments.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct Words {
    joining: HashSet<&'static str>,
    no_result: HashSet<&'static str>,
    earlier: HashSet<&'static str>,
    together: HashSet<&'static str>,
    beyond: HashSet<&'static str>,
    standing: HashSet<&'static str>,
    restating: HashSet<&'static str>,
    calling: HashSet<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // A test reads the bundled file.
    WORDS.get_or_init(|| bundled!("results/results_in_comments").unwrap_or_default())
}

/// Words of the name of a test, and of a unit, at most.
const LONGEST_NAME: usize = 3;
const LONGEST_UNIT: usize = 2;

/// The test of a row, whose numbers are looked for.
struct Own<'a, 'r> {
    analyte: &'a Analyte,
    resolution: &'r Resolution<'a>,
    catalog: &'a Catalog,
    style: NumberStyle,
    meant: Meant,
}

/// Which numbers are meant to be the test's own where nothing names it.
#[derive(Clone, Copy)]
enum Meant {
    None,
    /// The cell of the result says where it stands.
    PointedAt,
    /// The sentence says that it was measured again.
    Restated,
}

/// A number, by itself and with its side, and the conversion of the unit behind it.
type Told = (Value<'static>, Decimal, Option<Conversion>);

impl Own<'_, '_> {
    fn numbers(&self, comment: &str) -> Vec<Told> {
        let mut found = Vec::new();
        for sentence in sentences(comment) {
            // Of the sentence, up to the number: "Sodium 140, potassium (repeated) 6.9 mmol/L".
            let mut named = None;
            for part in parts(sentence) {
                let spaced = spaced(part);
                let tokens: Vec<&str> = words_of(&spaced)
                    .flat_map(|word| self.apart(word))
                    .collect();
                let (mut from, mut was_open) = (0, true);
                for at in 0..tokens.len() {
                    let Some(written) = self.written(&tokens, at) else {
                        continue;
                    };
                    let before = &tokens[from..at];
                    from = at + 1;
                    let is_last = at + 1 == tokens.len();
                    let (is_named, joined) =
                        self.last_named(before_standing(before, is_last), &mut named);
                    // "Limits <2.5 and >6.5 mmol/L": what is said of one number is said of the other.
                    let goes_on = !before.is_empty() && before.iter().all(|word| self.joins(word));
                    was_open = is_open(before, &tokens[from..]) && (was_open || !goes_on);
                    if let Some(told) = self.told(&tokens, at, &written, before)
                        && was_open
                        && match told.2 {
                            Some(_) => named != Some(false),
                            None => {
                                let is_meant = match self.meant {
                                    Meant::None => false,
                                    Meant::PointedAt => !is_choice(told.1),
                                    // "Repeat was 7.2": a whole number may count anything, and two digits behind a point are of a date.
                                    Meant::Restated => is_last && told.1.scale() == 1,
                                };
                                joined && (is_named || (is_meant && named != Some(false)))
                            }
                        }
                    {
                        found.push(told);
                    }
                }
                self.last_named(&tokens[from..], &mut named);
            }
        }
        found
    }

    /// "K7.1", "血钾7.1mmol/L", "结果7.1": the name of one's own test, or a word that joins, and the number glued to it.
    fn apart<'t>(&self, word: &'t str) -> impl Iterator<Item = &'t str> {
        let at = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let (front, rest) = word.split_at(at);
        let is_front = || {
            words().joining.contains(fold_words(front).as_str())
                || self.names(&[front]) == Some(true)
        };
        let (front, rest) = match !front.is_empty() && is_front() {
            true => (front, rest),
            false => ("", word),
        };
        [front, rest].into_iter().filter(|word| !word.is_empty())
    }

    /// Does a word join two numbers of which one thing is said? Their units and signs are none of it.
    fn joins(&self, word: &str) -> bool {
        words().together.contains(fold_words(word).as_str())
            || Comparator::take(word).1.is_empty()
            || !self.units(word).is_empty()
    }

    /// The number that a word is or begins with: its side, itself, and what is glued to it.
    fn written<'t>(&self, tokens: &[&'t str], at: usize) -> Option<Written<'t>> {
        let (side, body) = Comparator::take(tokens[at]);
        if !body.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let is_side = |word: &&str| matches!(Comparator::take(word), (Some(_), ""));
        let apart = || {
            let before = at.checked_sub(1).map(|before| tokens[before]);
            Comparator::take(before.filter(is_side)?).0
        };
        let end = body.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let (digits, glued) = body.split_at(end.unwrap_or(body.len()));
        Some(Written {
            side: side.or_else(apart),
            digits: digits.trim_end_matches(['.', ',']),
            glued,
        })
    }

    /// The number with the unit behind it, if that is none of something else.
    fn told(
        &self,
        tokens: &[&str],
        at: usize,
        written: &Written<'_>,
        before: &[&str],
    ) -> Option<Told> {
        let number = self.number(written.digits)?;
        let value = match written.side {
            Some(side) => Value::Censored(side, number),
            None => Value::Number(number),
        };
        let mut behind = &tokens[at + 1..];
        // "3.5 - 5.3": of limits.
        let is_dash = |word: Option<&&str>| matches!(word, Some(&("-" | "–" | "to" | "bis" | "/")));
        let joins =
            |word: Option<&&str>| word.is_some_and(|word| word.starts_with(char::is_numeric));
        let is_second =
            is_dash(before.first()) && before.len() == 1 && joins(tokens.get(at.wrapping_sub(2)));
        if (is_dash(behind.first()) && joins(behind.get(1))) || is_second {
            return None;
        }
        let unit = match written.glued {
            "" => {
                // "6.9 HH called"
                let is_flag =
                    |word: &&&str| matches!(take_flag(word), (flag, "") if !flag.is_empty());
                let flags = behind.iter().take_while(is_flag).count();
                behind = &behind[flags..];
                let lengths = (1..=behind.len().min(LONGEST_UNIT)).rev();
                let mut units = lengths.map(|length| behind[..length].join(" "));
                units.find(|unit| !self.units(unit).is_empty())
            }
            glued => Some(glued.to_string()).filter(|unit| !self.units(unit).is_empty()),
        };
        let Some(unit) = unit else {
            let words = format!("{} {}", written.digits, behind.join(" "));
            let is_counted = !behind.is_empty() && before_words(&words, self.style).is_none();
            let is_bare = written.glued.is_empty() && !is_counted;
            return is_bare.then_some((value, number, None));
        };
        let conversion = {
            let variant = self.resolution.variant;
            let mut known = self.analyte.conversions_of(self.units(&unit), variant);
            known.next()?
        };
        Some((value, number, Some(conversion)))
    }

    fn units(&self, text: &str) -> &[&'static crate::units::Unit] {
        let text = text.trim_end_matches(['.', '!', '?']);
        self.catalog.units().read(text)
    }

    /// In the style of the file, or where one mark alone can only be that of a fraction.
    fn number(&self, digits: &str) -> Option<Decimal> {
        read_number(digits, self.style).or_else(|| {
            let (whole, fraction) = digits.split_once(['.', ','])?;
            let is_fraction = !fraction.contains(['.', ',']) && !may_be_grouped(digits);
            let text = format!("{whole}.{fraction}");
            is_fraction.then(|| text.parse().ok()).flatten()
        })
    }

    /// Is the last test named by these words one's own? Of no word that names one, what was known before stays. And does nothing
    /// but joining words stand behind the name?
    fn last_named(&self, tokens: &[&str], named: &mut Option<bool>) -> (bool, bool) {
        let mut end = tokens.len();
        while 0 < end {
            for start in end.saturating_sub(LONGEST_NAME)..end {
                if let Some(is_own) = self.names(&tokens[start..end]) {
                    *named = Some(is_own);
                    return (is_own, tokens[end..].iter().all(|word| is_joining(word)));
                }
            }
            end -= 1;
        }
        (false, tokens.iter().all(|word| is_joining(word)))
    }

    /// Do these words name a test, and one's own?
    fn names(&self, tokens: &[&str]) -> Option<bool> {
        let text = tokens.join(" ");
        let name = fold_name(&text);
        let mut meanings = self.catalog.by_name(&name).peekable();
        meanings.peek()?;
        let is_own = meanings.any(|meaning| meaning.analyte.id == self.analyte.id);
        // "as", "at", "in": the sign of an element has a capital.
        let is_sign = name.len() < LONGEST_NAME && !text.contains(char::is_uppercase);
        (is_own || !is_sign).then_some(is_own)
    }
}

struct Written<'t> {
    side: Option<Comparator>,
    digits: &'t str,
    glued: &'t str,
}

/// Does a word, or a sign, join the name of a test and its number?
fn is_joining(word: &str) -> bool {
    let folded = fold_words(word.trim_matches(['(', ')', ',']));
    words().joining.contains(folded.as_str()) || Comparator::take(word).1.is_empty()
}

/// "Potassium high at 7.2": what stands before a number without the "at" in front of it. Elsewhere that may be one of a time.
fn before_standing<'b, 't>(before: &'b [&'t str], is_last: bool) -> &'b [&'t str] {
    match before {
        [rest @ .., joining, at]
            if is_last
                && is_joining(joining)
                && words().standing.contains(fold_words(at).as_str()) =>
        {
            &before[..rest.len() + 1]
        }
        _ => before,
    }
}

/// Does nothing in front of the number or behind it say that it is an earlier one, a limit, a change?
fn is_open(before: &[&str], behind: &[&str]) -> bool {
    let is_in = |list: &HashSet<&str>, word: &str| {
        let folded = fold_words(word.trim_matches(|c: char| !c.is_alphanumeric()));
        list.contains(folded.as_str())
    };
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let end = behind.iter().position(is_number);
    let own = &behind[..end.unwrap_or(behind.len())];
    // "6.5 mmol/L or more is critical": a limit.
    let is_beyond =
        |pair: &[&str]| is_in(&words().together, pair[0]) && is_in(&words().beyond, pair[1]);
    !own.windows(2).any(is_beyond)
        && !before.iter().any(|word| is_in(&words().no_result, word))
        && !own.iter().any(|word| is_in(&words().earlier, word))
}

#[cfg(test)]
mod tests;
