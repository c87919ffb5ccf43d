//! Dates and times of Chinese, Japanese, Korean and Russian in the signs that all others write.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::clock;
use super::triple::Triple;

/// Words for the two halves of a day, which stand in front of the time.
const HALVES: &[(&str, &str)] = &[
    ("上午", "am"),
    ("午前", "am"),
    ("오전", "am"),
    ("下午", "pm"),
    ("午後", "pm"),
    ("오후", "pm"),
];

/// What stands behind the year in Russian, Ukrainian and Polish.
const OF_YEAR: &[&str] = &["года", "г.", "року", "р.", "r."];

/// A time and the day of numbers behind it: `7:12 20/11/2026`.
pub(super) fn behind_time(text: &str) -> Option<(&str, &str)> {
    if !text
        .as_bytes()
        .iter()
        .skip(1)
        .take(2)
        .any(|byte| *byte == b':')
    {
        return None;
    }
    let (time, day) = text.trim_end().rsplit_once(' ')?;
    let time = time.trim_end_matches([' ', ',']);
    let is_day = matches!(Triple::take(day), Some((_, "")));
    (is_day && clock::read(time).is_some()).then_some((time, day))
}

/// `2024年04月01日 08時10分` with the time as `08:10`, `下午 2:10` as `2:10 pm`, `01.04.2024 г.` without its word, digits in
/// single width, and the day in front of its time.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return match behind_time(text) {
            Some((time, day)) => Cow::Owned(format!("{day} {time}")),
            None if text.contains("r.") => Cow::Owned(without_word(text.to_string())),
            None => Cow::Borrowed(text),
        };
    }
    let text: String = text.nfkc().collect();
    let text = without_word(text);
    let (text, half) = HALVES
        .iter()
        .find_map(|(word, half)| {
            let (day, time) = text.split_once(*word)?;
            Some((format!("{} {}", day.trim_end(), time.trim_start()), *half))
        })
        .unwrap_or((text, ""));
    let mut plain = of_signs(&text).unwrap_or(text);
    if !half.is_empty() {
        plain.push(' ');
        plain.push_str(half);
    }
    Cow::Owned(plain)
}

/// `8時10分`, `8点10分30秒`: each number with its sign. `None` if there is no such time, or something else in it.
fn of_signs(text: &str) -> Option<String> {
    let at = text.find(['時', '时', '点', '點', '시'])?;
    let (before, behind) = text.split_at(at);
    let hour = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (day, hour) = before.split_at(hour);
    let sign = behind.chars().next()?.len_utf8();
    let minutes = behind[sign..].trim();
    let (minute, seconds) = minutes.split_once(['分', '분'])?;
    let seconds = seconds.trim();
    let second = match seconds {
        "" => "",
        seconds => seconds.strip_suffix(['秒', '초'])?,
    };
    let colon = if second.is_empty() { "" } else { ":" };
    Some(format!("{day} {hour}:{}{colon}{second}", minute.trim()))
}

/// The date without the word for a year behind its number.
fn without_word(text: String) -> String {
    let found = OF_YEAR.iter().find_map(|word| {
        let (day, time) = text.split_once(*word)?;
        let day = day.trim_end();
        let is_year = day.ends_with(|c: char| c.is_ascii_digit());
        let ends = time.is_empty() || time.starts_with([' ', ',']);
        (is_year && ends).then(|| format!("{day}{time}"))
    });
    found.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_dates() {
        for (text, expected) in [
            ("2024年04月01日 08時10分", "2024年04月01日  08:10"),
            ("2024年4月1日8点10分05秒", "2024年4月1日 8:10:05"),
            ("2024-04-01 下午 2:10", "2024-04-01 2:10 pm"),
            ("2024-04-01 오전 8시 10분", "2024-04-01  8:10 am"),
            ("01.04.2024 г.", "01.04.2024"),
            ("01.04.2024 г. 08:10", "01.04.2024 08:10"),
            ("01.04.2024 року", "01.04.2024"),
            ("２０２４/０４/０１", "2024/04/01"),
            ("20.11.2026 r.", "20.11.2026"),
            ("20.11.2026r. 07:12", "20.11.2026 07:12"),
            ("7:12 20/11/2026", "20/11/2026 7:12"),
            ("07:12:05, 20.11.2026", "20.11.2026 07:12:05"),
            ("7:12 pm 20/11/2026", "20/11/2026 7:12 pm"),
            ("7:12 20", "7:12 20"),
            // Nobody knows the minutes, or what else is said.
            ("2024年4月1日8時頃", "2024年4月1日8時頃"),
            ("2024年4月1日8時", "2024年4月1日8時"),
            ("12 März 2014", "12 März 2014"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
