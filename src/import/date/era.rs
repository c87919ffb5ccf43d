//! Years counted from an emperor or a republic: `令和6年5月2日`, `R6.5.2`, `民國113年5月2日`, `113/05/02`.

/// An era: its words, the year before its first, and how many years it had.
struct Era {
    words: &'static [&'static str],
    /// The letter that stands for it in front of a number.
    letter: u8,
    before: i64,
    years: i64,
}

/// Those still counting have no end yet.
const ERAS: &[Era] = &[
    era(&["令和", "㋿"], b'R', 2018, 99),
    era(&["平成", "㍻"], b'H', 1988, 31),
    era(&["昭和", "㍼"], b'S', 1925, 64),
    era(&["大正", "㍽"], b'T', 1911, 15),
    era(&["明治", "㍾"], b'M', 1867, 45),
    // Its letter is none: the number stands alone.
    era(&["中華民國", "民國", "民国"], 0, REPUBLIC, 199),
];

/// The year before the first of the Republic of China.
const REPUBLIC: i64 = 1911;

const fn era(words: &'static [&'static str], letter: u8, before: i64, years: i64) -> Era {
    Era {
        words,
        letter,
        before,
        years,
    }
}

/// Takes the year of a text that begins with an era; gives the rest, from the sign or mark behind the year on.
pub(super) fn take(text: &str) -> Option<(i64, &str)> {
    let first = *text.as_bytes().first()?;
    let (era, rest) = ERAS.iter().find_map(|era| {
        let is_letter = first.to_ascii_uppercase() == era.letter;
        let letter = is_letter.then(|| text.get(1..)).flatten();
        let named = || era.words.iter().find_map(|word| text.strip_prefix(word));
        Some((era, letter.or_else(named)?))
    })?;
    let rest = rest.trim_start();
    // The first year has a word of its own.
    if let Some(rest) = rest.strip_prefix('元') {
        return Some((era.before + 1, rest));
    }
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let (number, rest) = rest.split_at(end);
    let year: i64 = number.parse().ok()?;
    let is_of_it = (1..=era.years).contains(&year) && number.len() <= 3;
    is_of_it.then_some((era.before + year, rest))
}

/// The year of a number of three digits: no other calendar writes one so.
pub(super) fn of_republic(year: i64) -> i64 {
    REPUBLIC + year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras() {
        for (text, expected) in [
            ("令和6年5月2日", Some((2024, "年5月2日"))),
            ("令和元年5月2日", Some((2019, "年5月2日"))),
            ("R06/05/02", Some((2024, "/05/02"))),
            ("s50.3.4", Some((1975, ".3.4"))),
            ("民國113年5月2日", Some((2024, "年5月2日"))),
            ("昭和65年1月1日", None),
            ("R", None),
            ("May 2", None),
            ("Mar 12, 2014", None),
            ("", None),
        ] {
            assert_eq!(take(text), expected, "{text}");
        }
    }
}
