//! A comment made ready to be read: signs and short forms that would end a sentence or join two answers.

use super::grammar::Grammar;
use crate::text;
use crate::text::is_sign;

/// True for a text with letters of another script than the Latin one, or with accents behind their letters: the sieve does
/// not know them.
pub(super) fn is_of_other_script(text: &str) -> bool {
    !text.is_ascii()
        && text
            .chars()
            .any(|c| matches!(c, '\u{300}'..='\u{36f}') || text::is_of_other_script(c))
}

impl Grammar {
    /// A folded comment in which each sentence is whole, each answer stands by its name, and each Chinese sign is a word.
    pub(super) fn prepared(&self, folded: String) -> String {
        let text = folded.replace('\u{2019}', "'");
        let text = text
            .replace("neg. ", "neg ")
            .replace("neg for", "negative for");
        if !is_of_other_script(&text) {
            return self.answers_apart(&text).unwrap_or(text);
        }
        // A name of several signs is one word among answers.
        let names = || self.nouns().iter().filter(|name| name.contains(' '));
        let one = |name: &str| name.replace(' ', "");
        // Beside these signs it is one plus, where others mean a trace by it.
        let text = blanks_marked(&self.worded_plainly(&text.replace("(+)", "+")));
        let text = names().fold(signs_apart(&text), |text, name| {
            text.replace(*name, &one(name))
        });
        let text = self.deny_each(&text).replace(MARK, "");
        let text = self.deny_each_behind(&text);
        let text = self.answers_apart(&text).unwrap_or(text);
        names().fold(text, |text, name| text.replace(&one(name), name))
    }

    /// "Hemolysis + icterus - lipemia -" with a comma behind each answer; `None` unless every name has one.
    fn answers_apart(&self, text: &str) -> Option<String> {
        let tokens: Vec<&str> = text.split(' ').filter(|token| !token.is_empty()).collect();
        let name = |token: &str| {
            let name = token.trim_end_matches([':', '=']);
            let of_signs = |known: &&&str| known.contains(' ') && known.replace(' ', "") == name;
            self.nouns().contains(&name)
                || (!name.is_ascii() && self.nouns().iter().any(|known| of_signs(&known)))
        };
        let is_answer = |token: &str| {
            let answer = token.trim_end_matches(['.', ',', ';']);
            let answer = answer.trim_matches(['(', ')']);
            let is_plus_or_minus = |c: char| matches!(c, '+' | '-' | '±' | '0'..='9');
            let signs = (1..=3).contains(&answer.len()) && answer.chars().all(is_plus_or_minus);
            signs || self.is_yes_or_no(answer)
        };
        let names: Vec<usize> = (0..tokens.len()).filter(|at| name(tokens[*at])).collect();
        let answered = |at: &usize| tokens.get(at + 1).is_some_and(|token| is_answer(token));
        if names.len() < 2 || !names.iter().all(answered) {
            return None;
        }
        let mut apart = String::with_capacity(text.len() + names.len());
        for (at, token) in tokens.iter().enumerate() {
            if 0 < at {
                let ended = apart.ends_with([',', ';', '.']);
                apart.push_str(if names.contains(&at) && !ended {
                    ", "
                } else {
                    " "
                });
            }
            apart.push_str(token);
        }
        Some(apart)
    }
}

/// Stands for a blank that the writer set between two signs: what is denied before it ends there.
const MARK: &str = "\u{2} ";

/// Blanks between two signs, marked.
fn blanks_marked(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut marked = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        marked.push(*c);
        let between = at
            .checked_sub(1)
            .and_then(|before| chars.get(before))
            .zip(chars.get(at + 1));
        if *c == ' ' && between.is_some_and(|(one, other)| is_sign(*one) && is_sign(*other)) {
            marked.push_str(MARK);
        }
    }
    marked
}

/// Signs of Chinese, Japanese and Korean as words of their own: these write words together.
fn signs_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() * 2);
    let mut before = false;
    for c in text.chars() {
        let sign = is_sign(c);
        if (sign || before) && !apart.is_empty() && !apart.ends_with(' ') && c != ' ' {
            apart.push(' ');
        }
        apart.push(match c {
            '\u{ff0c}' => ',',
            '\u{3002}' => '.',
            '\u{ff1a}' => ':',
            c => c,
        });
        before = sign;
    }
    apart
}
