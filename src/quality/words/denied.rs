//! Denials of other scripts: how they are worded, and one of them for several names.

use super::grammar::Grammar;

/// What joins two names that are denied as one by what stands behind them. Not a comma: "溶血、乳びなし" may be one of each.
const JOINED: &[&str] = &[
    "・", "/", "和", "及", "或", "与", "與", "や", "と", "및", "или", "чи", "або",
];

impl Grammar {
    /// A text in which what denies is a word of its own and the same word throughout: "不存在溶血" as "未见溶血", "비용혈" as
    /// "no 용혈", "гемолиза и липемии" as "гемолиза или липемии". A question denies nothing: "是否溶血".
    pub(super) fn worded_plainly(&self, text: &str) -> String {
        let asked = self.questions.iter();
        let text = asked.fold(text.to_string(), |text, words| text.replace(*words, " "));
        let unseen = self.not_seen.iter();
        let text = unseen.fold(text, |text, words| text.replace(*words, "未见"));
        let words: Vec<&str> = text.split(' ').collect();
        let is_genitive = |word: Option<&&str>| {
            word.is_some_and(|word| self.genitives.contains(&word.trim_end_matches(',')))
        };
        let plain = words.iter().enumerate().map(|(at, word)| {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            if self.and.contains(word) && is_genitive(before) && is_genitive(words.get(at + 1)) {
                return "или".to_string();
            }
            let mut attached = self.attached_signs.iter();
            let bare = attached.find_map(|sign| word.strip_prefix(*sign));
            let names = || self.nouns().iter().map(|name| name.replace(' ', ""));
            match bare
                .filter(|bare| names().any(|name| !name.is_ascii() && bare.starts_with(&name)))
            {
                Some(bare) => format!("no {bare}"),
                None => (*word).to_string(),
            }
        });
        plain.collect::<Vec<String>>().join(" ")
    }

    /// A name of what is looked for, in one word.
    fn is_name(&self, token: &str) -> bool {
        let mut names = self.nouns().iter();
        names.any(|name| !name.is_ascii() && name.replace(' ', "") == token)
    }

    /// "未見 溶血 、 黄疸" with the denial before each name.
    pub(super) fn deny_each(&self, text: &str) -> String {
        const DENIALS: &[&str] = &["无", "無", "未见", "未見", "没有", "未发现"];
        // A comma ends what is denied: "无黄疸，溶血".
        const BETWEEN: &[&str] = &["、", "和", "及", "或", "与", "與", "・", "/"];
        let mut denied: Vec<&str> = Vec::new();
        // The signs of the denial at hand, and whether a name of it was met.
        let (mut denial, mut met) = (String::new(), false);
        let mut tokens = text.split(' ').filter(|token| !token.is_empty()).peekable();
        while let Some(token) = tokens.next() {
            let is_answered = tokens
                .peek()
                .is_some_and(|next| next.starts_with(['+', '(', '1', '2', '3', '4']));
            if self.is_name(token) && DENIALS.contains(&denial.as_str()) && !is_answered {
                if met {
                    denied.extend([",", "无"]);
                }
                met = true;
            } else if !(met && BETWEEN.contains(&token)) {
                if met || !DENIALS.iter().any(|known| known.starts_with(&denial)) {
                    denial.clear();
                }
                denial.push_str(token);
                met = false;
            }
            denied.push(token);
        }
        denied.join(" ").replace('、', ",")
    }

    /// "溶血 ・ 乳び な し" with the denial behind each name.
    pub(super) fn deny_each_behind(&self, text: &str) -> String {
        let tokens: Vec<&str> = text.split(' ').filter(|token| !token.is_empty()).collect();
        let mut denied: Vec<&str> = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let (last, commas) = self.last_of_list(&tokens, at);
            let behind = &tokens[last + 1..];
            let colon = behind.first().is_some_and(|token| *token == ":");
            let denial = self.denial_in_front(&behind[usize::from(colon)..]);
            // Behind commas only an answer that is set off is one for all: "溶血、乳び、黄疸：なし".
            let names = tokens[at..=last].iter().step_by(2).count();
            let of_all = !commas || (colon && 2 < names);
            match denial.filter(|_| at < last && of_all) {
                Some(denial) => {
                    for name in tokens[at..=last].iter().step_by(2) {
                        denied.push(name);
                        denied.extend(denial);
                        denied.push(",");
                    }
                    at = last + 1 + usize::from(colon) + denial.len();
                }
                None => {
                    denied.push(token);
                    at += 1;
                }
            }
        }
        denied.join(" ")
    }

    /// The last name of a list that begins at a place, and whether there are commas in it.
    fn last_of_list(&self, tokens: &[&str], at: usize) -> (usize, bool) {
        let (mut last, mut commas) = (at, false);
        if !self.is_name(tokens[at]) {
            return (last, commas);
        }
        while let (Some(between), Some(name)) = (tokens.get(last + 1), tokens.get(last + 2)) {
            let comma = *between == ",";
            if !(comma || JOINED.contains(between)) || !self.is_name(name) {
                break;
            }
            (last, commas) = (last + 2, commas || comma);
        }
        (last, commas)
    }

    /// A denial that ends its statement, in front of other tokens.
    fn denial_in_front<'s, 't>(&self, tokens: &'s [&'t str]) -> Option<&'s [&'t str]> {
        let mut denials = self.denials.iter().chain(&["(-)", "-"]);
        denials.find_map(|denial| {
            let length = denial.split(' ').count();
            let (found, behind) = tokens.split_at_checked(length)?;
            let stops = |c: char| matches!(c, '.' | ',' | ';');
            let last = found.last()?;
            let ends =
                last.ends_with(stops) || behind.first().is_none_or(|next| next.starts_with(stops));
            let mut words = found.iter().map(|word| word.trim_end_matches(stops));
            (ends && denial.split(' ').all(|word| words.next() == Some(word))).then_some(found)
        })
    }
}
