//! How a sample looks, by one word in a column or a row about nothing else.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::fold_words;

/// What the color of a sample says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// Red: hemolyzed, to an unknown degree.
    Red,
    /// Of no serum as it should be.
    Odd,
}

impl Look {
    /// The same in words, for the cell of a sample's condition: the color stands behind them.
    pub(crate) fn heading(self) -> &'static str {
        match self {
            Look::Red => "Hemolysis: ",
            Look::Odd => "Abnormal: ",
        }
    }

    /// The same as a condition of its own.
    pub(crate) fn condition(self) -> &'static str {
        match self {
            Look::Red => "Hemolysis: present",
            Look::Odd => "Abnormal",
        }
    }
}

/// A light that stands for a verdict on a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Light {
    Green,
    Amber,
    Yellow,
    Red,
}

impl Light {
    /// True where it says that something may be wrong. A yellow one alone may be the color of the serum.
    pub(crate) fn warns(self, beside_green: bool) -> bool {
        match self {
            Light::Green => false,
            Light::Yellow => beside_green,
            Light::Amber | Light::Red => true,
        }
    }
}

/// The words of `reference_ranges/sample_quality/appearance.toml`, folded when they are read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    names: Vec<String>,
    columns: Vec<String>,
    red: Vec<String>,
    odd: Vec<String>,
    green: Vec<String>,
    amber: Vec<String>,
    yellow: Vec<String>,
}

impl Words {
    fn folded(mut self) -> Words {
        let lists = [
            &mut self.names,
            &mut self.columns,
            &mut self.red,
            &mut self.odd,
            &mut self.green,
            &mut self.amber,
            &mut self.yellow,
        ];
        for word in lists.into_iter().flatten() {
            *word = fold_words(word);
        }
        self
    }
}

fn read() -> serde_json::Result<Words> {
    bundled!("sample_quality/appearance")
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| read().unwrap_or_default().folded())
}

/// What a cell about the look of a sample says by its color; `None` if it names none.
pub(crate) fn look(cell: &str) -> Option<Look> {
    if cell.is_empty() {
        return None;
    }
    let folded = fold_words(cell).replace('-', " ");
    let color = folded.trim_end_matches('.');
    let is = |list: &[String]| list.iter().any(|word| word == color);
    if is(&words().red) {
        Some(Look::Red)
    } else {
        is(&words().odd).then_some(Look::Odd)
    }
}

/// The light that a cell names where a verdict stands.
pub(crate) fn light(cell: &str) -> Option<Light> {
    let folded = fold_words(cell);
    let words = words();
    let lists = [
        (&words.green, Light::Green),
        (&words.amber, Light::Amber),
        (&words.yellow, Light::Yellow),
        (&words.red, Light::Red),
    ];
    let mut lists = lists.into_iter();
    lists.find_map(|(list, light)| list.contains(&folded).then_some(light))
}

/// True for the name of a row about nothing else.
pub(crate) fn is_name(name: &str) -> bool {
    let folded = fold_words(name);
    words().names.contains(&folded)
}

/// True for a header, folded as headers are, about nothing else.
pub(crate) fn is_header(folded: &str) -> bool {
    let mut known = words().names.iter().chain(&words().columns);
    known.any(|known| known.replace(' ', "") == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_of_samples() {
        read().expect("the bundled words");
        for (cell, expected) in [
            ("Red", Some(Look::Red)),
            ("Cherry red", Some(Look::Red)),
            ("Pink-tinged", Some(Look::Red)),
            ("Rötlich", Some(Look::Red)),
            ("Rosé", Some(Look::Red)),
            ("Różowy", Some(Look::Red)),
            ("розовая", Some(Look::Red)),
            ("Brown.", Some(Look::Odd)),
            ("", None),
            ("Clear", None),
            ("Yellow", None),
            ("Straw", None),
            ("Not red", None),
            ("Red top", None),
            ("Red tube", None),
        ] {
            assert_eq!(look(cell), expected, "{cell}");
        }
    }

    #[test]
    fn names_of_looks() {
        for (text, row, column) in [
            ("Serum Appearance", true, true),
            ("Serum colour", true, true),
            ("Sample Condition", true, true),
            ("Condition on receipt", false, true),
            ("Appearance", false, true),
            ("Color", false, false),
            ("Specimen color", false, false),
            ("Quality", false, false),
            ("Urine appearance", false, false),
        ] {
            let header = text.to_lowercase().replace(' ', "");
            assert_eq!((is_name(text), is_header(&header)), (row, column), "{text}");
        }
    }
}
