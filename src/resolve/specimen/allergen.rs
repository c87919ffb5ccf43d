//! A fluid that is an allergen, and no specimen: `Milk (f2)`, "Cow's milk IgE".

use super::{SpecimenWords, holds};
use crate::text::fold_words;

impl SpecimenWords {
    /// True for a name that means antibodies against what else would be a fluid, by its code, the word IgE, or its unit.
    #[must_use]
    pub fn is_allergen(&self, name: &str, unit: &str) -> bool {
        let folded = fold_words(name);
        let is_food = |(from, to, _)| self.foods.contains(&folded[from..to]);
        let speaks = || holds(&folded, "ige") || has_code(&folded) || is_of_ige(unit);
        self.phrase_in(&folded).is_some_and(is_food) && speaks()
    }
}

/// Units of antibodies against one allergen.
fn is_of_ige(unit: &str) -> bool {
    let unit = fold_words(unit).replace([' ', '(', ')', '[', ']'], "");
    ["kua/l", "kau/l"].contains(&unit.as_str())
}

/// True for the code of an allergen in brackets, or of a food as the first word: T4 is a hormone, f2 is none.
fn has_code(folded: &str) -> bool {
    let in_brackets = folded.split(['(', '[']).skip(1);
    let in_brackets = in_brackets.filter_map(|text| text.split([')', ']']).next());
    let first = folded.split([' ', '-', ':', '_']).next();
    let first = first.filter(|word| word.starts_with('f'));
    in_brackets.chain(first).any(|text| is_code(text.trim()))
}

/// A letter for the kind, of food, pollen, mites, animals and so on, and a number.
fn is_code(text: &str) -> bool {
    const LONGEST: usize = 3;
    let number = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let kind = &text[..text.len() - number.len()];
    let kinds = [
        "f", "rf", "nf", "w", "t", "g", "d", "e", "k", "m", "i", "h", "o", "c", "p",
    ];
    let numbered =
        (1..=LONGEST).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
    kinds.contains(&kind) && numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allergens_and_specimens() {
        let words = SpecimenWords::bundled().expect("the bundled file is right");
        for (name, unit, expected) in [
            ("Milk (f2)", "", true),
            ("Milk, cow (F2)", "kU/L", true),
            ("f2 Milk", "", true),
            ("Cow's milk IgE", "kU/L", true),
            ("IgE (milk)", "kU/L", true),
            ("Milk", "kUA/L", true),
            ("Milk", "kU(A)/L", true),
            ("Milk", "mmol/L", false),
            ("Sodium, milk", "mmol/L", false),
            ("T4 (milk)", "nmol/L", false),
            ("Vitamin D3 milk", "nmol/L", false),
            ("Breast milk IgE", "kU/L", false),
            ("Human milk IgA (f2)", "g/L", false),
            ("IgE, ascites", "kU/L", false),
            ("Egg white (f1)", "kUA/L", false),
        ] {
            assert_eq!(words.is_allergen(name, unit), expected, "{name} {unit}");
        }
    }
}
