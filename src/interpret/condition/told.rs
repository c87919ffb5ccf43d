//! What a cell under a header of pregnancy says. Any word may stand there: one that is not known is told, and never taken for a
//! yes or a no.

use super::{ConditionWords, PREGNANCY, is_count, speaks_of_pregnancy};
use crate::text::fold_words;

/// Whether she is pregnant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// She is, by this condition of the intervals.
    Yes(&'static str),
    /// She is not, or nothing is said.
    No,
    /// Nobody knows: the word is not known, or one speaks against the other.
    Unread,
}

/// Behind which an answer is explained: "No - not pregnant".
const MARKS: &[char] = &[',', ';', ':', '(', '-', '/', '=', '.'];

impl ConditionWords {
    pub(super) fn told(&self, cell: &str) -> Told {
        // Nearly always.
        if cell.is_empty() {
            return Told::No;
        }
        let folded = fold_words(cell).replace('_', " ");
        let whole = bare(&folded);
        if let Some(answer) = self.answer(whole) {
            return answer;
        }
        let is_no = |text: &str| {
            text.is_empty() || self.answer(text) == Some(Told::No) || self.is_denied(text)
        };
        let pregnant = || Told::Yes(self.pregnancy_in(cell).unwrap_or(PREGNANCY));
        if whole.starts_with(|c: char| c.is_ascii_digit()) {
            if let Some(number) = bare_number(&folded) {
                return self.number(number);
            }
            let said = bare(whole.trim_start_matches(|c: char| !c.is_alphabetic()));
            // "2nd" is no "not determined".
            let behind = whole.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_glued = behind.starts_with(char::is_alphabetic);
            let says_no = !said.is_empty() && !is_glued && is_no(said);
            let is_nought = whole.bytes().all(|c| !matches!(c, b'1'..=b'9'));
            return match is_nought || says_no || self.is_past(whole) {
                true => Told::No,
                // Weeks, however they are written.
                false => pregnant(),
            };
        }
        let (head, rest) = whole.split_once(MARKS).unwrap_or((whole, ""));
        let rest = bare(rest);
        match self.answer(bare(head)) {
            Some(Told::Yes(_)) if !rest.is_empty() && is_no(rest) => Told::Unread,
            Some(Told::Yes(_)) => pregnant(),
            Some(Told::No) if is_no(rest) => Told::No,
            _ if self.is_denied(whole) || self.is_past(whole) => Told::No,
            _ => self.pregnancy_in(cell).map_or(Told::Unread, Told::Yes),
        }
    }

    /// A number alone: nought and one are answers, others weeks, if she can be so far. The rest are codes of anything: 2 is no, or
    /// a trimester, -1 and 99 are of no answer.
    fn number(&self, number: f64) -> Told {
        let is_week = f64::from(self.weeks_from) <= number && number < f64::from(self.weeks_below);
        if number == 0.0 {
            Told::No
        } else if number == 1.0 || is_week {
            Told::Yes(PREGNANCY)
        } else {
            Told::Unread
        }
    }

    /// The answer that a whole text is.
    fn answer(&self, text: &str) -> Option<Told> {
        let text = text.replace('-', " ");
        let is_of = |list: &[String]| list.contains(&text);
        if text.is_empty() || is_of(&self.no) || is_of(&self.unsaid) {
            return Some(Told::No);
        }
        is_of(&self.yes).then_some(Told::Yes(PREGNANCY))
    }

    /// "Not pregnant", "pregnancy test negative": a pregnancy, one word that denies it, and no number, which may be one of weeks
    /// ("no complications, pregnant 32 weeks"). "Not excluded" has two.
    fn is_denied(&self, text: &str) -> bool {
        let denials = words(text).filter(|word| is_of(&self.not_pregnant, word));
        let has_number = text.contains(|c: char| c.is_ascii_digit());
        !has_number && denials.count() == 1 && self.stated(text).contains("nonpregnan")
    }

    /// "6 weeks postpartum": nothing but a word of the past, numbers, and what may stand beside them.
    fn is_past(&self, text: &str) -> bool {
        let is_post = text.contains("post partum") || text.contains("post-partum");
        let has_past = || words(text).any(|word| is_of(&self.past, word));
        (is_post || has_past())
            && words(text).all(|word| {
                is_of(&self.past, word) || is_of(&self.beside_past, word) || is_count(word)
            })
    }

    /// The pregnancy that a cell speaks of.
    fn pregnancy_in(&self, cell: &str) -> Option<&'static str> {
        let stated = self.stated(cell);
        let known = ["pregnancy-t1", "pregnancy-t2", "pregnancy-t3"];
        let of_trimester = known.into_iter().find(|known| *known == stated);
        of_trimester.or(speaks_of_pregnancy(&stated).then_some(PREGNANCY))
    }
}

fn is_of(list: &[String], word: &str) -> bool {
    list.iter().any(|known| known == word)
}

/// The number that a cell is, and nothing else.
fn bare_number(cell: &str) -> Option<f64> {
    let digits = cell.trim().bytes();
    let is_number = digits
        .into_iter()
        .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b'-'));
    is_number.then(|| cell.trim().parse().ok()).flatten()
}

/// Without marks around it.
fn bare(text: &str) -> &str {
    let is_mark = |c: char| c.is_whitespace() || "?.,;:!()[]*\"'\\/=-\u{2013}\u{2014}".contains(c);
    text.trim_matches(is_mark)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_under_a_header_of_pregnancy() {
        let words = ConditionWords::bundled().expect("bundled words");
        let yes = Told::Yes(PREGNANCY);
        let third = Told::Yes("pregnancy-t3");
        #[rustfmt::skip]
        let cells = [
            (yes, "yes|Y|TRUE|1|1.0|12|12.0|positive|Yes.|ja|oui|sí|да|是|はい|예|schwanger|enceinte|pregnant|Gravid|32|32+4|32/40|32 weeks|\
                   pregnant 32 weeks|SSW 34|G2P1|Yes (32 weeks)|1 = yes|possibly pregnant|antenatal|12-14|2nd|3rd"),
            (third, "third trimester|pregnancy-t3|Trimester 3|3rd trimester|Yes, third trimester|Yes - 3rd trimester"),
            (Told::No, "no|N|no.|No|FALSE|0|0.0|0 weeks|-|--|?|.|nein|keine|non|nej|não|nie|hayır|нет|否|なし|아니오|male|n/a|unknown|Not known|\
                   Not applicable|sans objet|No - not pregnant|not pregnant|non-pregnant|nonpregnant|NOT_PREGNANT|non enceinte|nicht schwanger|\
                   Post-menopausal|postpartum|post partum|6 weeks postpartum|Postpartum day 2|previous pregnancy|pregnancy test negative|\
                   0 - No|2 = no|No (not pregnant)|no pregnancy|delivered"),
            (Told::Unread, "yes/no|maybe|unsure|see notes|not excluded|pregnancy not excluded|No complications, pregnant 32 weeks|\
                   No, 32 weeks|xyz|history of miscarriage, 12 weeks|no?yes|F|2|2.0|3|-1|99|8888|T2|III"),
        ];
        for (expected, cells) in cells {
            for cell in cells.split('|').map(str::trim) {
                assert_eq!(words.told(cell), expected, "{cell}");
            }
        }
        for list in [&words.yes, &words.no, &words.unsaid] {
            for word in list {
                assert_eq!(
                    fold_words(word).replace('-', " "),
                    *word,
                    "as it is looked for"
                );
            }
        }
        assert!(words.child_below().is_some());
    }
}
