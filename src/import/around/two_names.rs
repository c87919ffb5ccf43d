//! Names of patients beside their numbers: numbers that stand for two names which have nothing in common, and persons who stand
//! under two numbers. Another surname, a second name, an initial or another order is one person's.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::error::Result;
use crate::import::columns::NAME_BESIDE;
use crate::import::date;
use crate::import::file::opening::Opened;
use crate::import::file::table::is_blank;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;
use crate::text::{fold_words, hash};

/// Words that are of many people, or of one whom nobody knew yet, folded.
#[rustfmt::skip]
const OF_MANY: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "herr", "frau", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "sig",
    "sigra", "dott", "jr", "ii", "iii", "unknown", "unidentified", "unbekannt", "inconnu", "desconocido", "desconhecido", "sconosciuto",
    "anonymous", "anonym", "anonyme", "anonimo", "test", "patient", "doe", "baby", "boy", "girl", "newborn", "neonate", "infant",
    "twin", "male", "female", "man", "woman", "mother", "trauma", "emergency", "none", "null", "name", "of", "de", "la", "van",
    "bb", "bg", "rn", "nn", "bebe", "bebes", "weiblich", "mannlich", "neugeborenes", "recien", "nacido", "confidential", "record", "not", "available",
    "hidden", "policy", "zztest", "von", "der", "den", "da", "do", "dos", "del", "el", "al", "bin", "bint", "ibn", "di",
];

/// What names beside numbers say of these.
#[derive(Debug, Default)]
pub(in crate::import) struct NamesBeside {
    /// The patients whose rows state two names in earnest.
    pub(in crate::import) of_two: BTreeSet<String>,
    /// How many people, by name and day of birth, stand under two numbers.
    pub(in crate::import) under_two: usize,
}

/// Nothing is looked at where no column holds names beside the numbers.
pub(in crate::import) fn of(opened: &Opened, plan: &Plan) -> Result<NamesBeside> {
    let patient = plan.pick(Role::Patient);
    let uses = plan.uses.iter().zip(&plan.headers).enumerate();
    let names = uses.filter(|(_, (of, header))| {
        of.role.is_none() && (of.reason == NAME_BESIDE || vocabulary::is_name_of_patient(header))
    });
    let mut names: Vec<usize> = names.map(|(at, _)| at).collect();
    // A pair of columns may be a doctor's: of his patients it says nothing but with their day of birth.
    let is_full = !names.is_empty();
    if !is_full && plan.pick(Role::Birth).is_some() {
        names.extend(in_two_columns(plan));
    }
    if names.is_empty() || !patient.is_some() || plan.patient_is_stay {
        return Ok(NamesBeside::default());
    }
    let birth = plan.pick(Role::Birth);
    // By name and birth: the first number. Twins have one day of birth, and not one name.
    let mut persons: HashMap<u64, String> = HashMap::new();
    let mut under_two: HashSet<u64> = HashSet::new();
    // By number: the names that stand beside it, each once. Nearly every row says what one before it says.
    let mut known: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    let mut heard: HashSet<u64> = HashSet::new();
    opened.each_row(|row| {
        let number = patient.text(row).trim();
        let cells = names.iter().filter_map(|at| row.get(*at));
        let name = cells.collect::<Vec<_>>().join(" ");
        let born = birth.text(row).trim();
        if !heard.insert(hash(&format!("{number}\n{name}\n{born}"))) {
            return true;
        }
        let words = words(&name);
        if !number.is_empty() && 1 < words.len() {
            if !is_blank(born) && !date::is_of_nobody(born) {
                let person = person(&words, born);
                let first = persons.entry(person).or_insert_with(|| number.to_string());
                if first != number {
                    under_two.insert(person);
                }
            }
            if !is_full {
                return true;
            }
            let own = known.entry(number.to_string()).or_default();
            if own.len() < NAMES && !own.contains(&words) {
                own.push(words);
            }
        }
        true
    })?;
    let two = known.into_iter().filter(|(_, names)| are_of_two(names));
    Ok(NamesBeside {
        of_two: two.map(|(number, _)| number).collect(),
        under_two: under_two.len(),
    })
}

/// The column of family names and that of given ones, where there is one of each.
fn in_two_columns(plan: &Plan) -> impl Iterator<Item = usize> + use<> {
    let single = |is_one: fn(&str) -> bool| {
        let headers = plan.headers.iter().enumerate();
        let mut columns = headers.filter(|(_, header)| is_one(header));
        let found = columns.next().filter(|_| columns.next().is_none());
        found.map(|(at, _)| at)
    };
    let family = single(vocabulary::is_family_name);
    let pair = family.zip(single(vocabulary::is_given_name));
    pair.into_iter().flat_map(|(family, given)| [family, given])
}

/// The words of a name in one order, with a day of birth.
fn person(words: &[String], born: &str) -> u64 {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    let mut text = words.join(" ") + "\n";
    date::write_day(born, &mut text);
    hash(&text)
}

/// More names than this beside one number are not compared.
const NAMES: usize = 16;

/// Are there names which have nothing in common with the others, nor with any that has?
fn are_of_two(names: &[Vec<String>]) -> bool {
    let Some((first, rest)) = names.split_first() else {
        return false;
    };
    let (mut one, mut others) = (vec![first], rest.iter().collect::<Vec<_>>());
    loop {
        let shares = |name: &&Vec<String>| one.iter().any(|own| share_a_word(own, name));
        let (more, left): (Vec<_>, Vec<_>) = others.into_iter().partition(shares);
        if left.is_empty() || more.is_empty() {
            return !left.is_empty();
        }
        one.extend(more);
        others = left;
    }
}

/// The words of a name, folded; none of what holds a figure, which is no name.
fn words(name: &str) -> Vec<String> {
    if name.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let folded = fold_words(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !OF_MANY.contains(word));
    words.map(str::to_string).collect()
}

fn share_a_word(one: &[String], other: &[String]) -> bool {
    one.iter().any(|a| other.iter().any(|b| are_alike(a, b)))
}

/// The same word, an initial or a short form of the other, or one that is a letter away. Words of two scripts may be one, where
/// they begin alike.
fn are_alike(one: &str, other: &str) -> bool {
    const LEAST: usize = 4;
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    match (is_latin(one), is_latin(other)) {
        (true, false) => return may_begin_alike(other, one),
        (false, true) => return may_begin_alike(one, other),
        _ => {}
    }
    long.starts_with(short)
        || long.ends_with(short) && LEAST <= short.len()
        || LEAST <= short.chars().count() && is_a_letter_away(short, long)
}

/// With the letters of Vietnamese.
fn is_latin(word: &str) -> bool {
    let is_one = |c| c < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&c);
    word.chars().all(is_one)
}

/// May a word of another script begin with the letter that a Latin one begins with? Of a script that is not known here, yes.
fn may_begin_alike(word: &str, latin: &str) -> bool {
    let (Some(own), Some(first)) = (word.chars().next(), latin.chars().next()) else {
        return true;
    };
    let known = INITIALS.iter().find(|(letters, _)| letters.contains(own));
    // An accent that folding leaves says nothing of the letter below it.
    known.is_none_or(|(_, initials)| !first.is_ascii() || initials.contains(first))
}

/// Letters of Cyrillic and Greek, folded, and those with which Latin ones begin what begins with them, in any language: Jordan,
/// Giorgio, Xenia, Thomas. Folding makes й of Йордан to и. Rather one too many: an alarm on names that are one is worse.
const INITIALS: &[(&str, &str)] = &[
    ("аαάеёєэεέиіїйјιίыυύηήоοόωώуюяў", "aeiouyjwhgv"),
    ("бπп", "pbvf"),
    ("вβ", "vwbfuo"),
    ("гґγ", "ghjykvqwaeiou"),
    ("дδђџ", "dtjgczy"),
    ("жзζѕ", "zjsgrdxc"),
    ("кκ", "kcqgxh"),
    ("лљλ", "l"),
    ("мμ", "mb"),
    ("нњν", "ndkgm"),
    ("рρ", "rwh"),
    ("сσшщ", "sczxtj"),
    ("тτθ", "tdcjgzf"),
    ("фφ", "fpvth"),
    ("хχ", "hkcxgjqaeiouyw"),
    ("цчћ", "ctzqsjkxg"),
    ("ξ", "xkz"),
    ("ψ", "ps"),
];

/// True if one letter put in, left out or changed makes one of the other.
fn is_a_letter_away(short: &str, long: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let alike = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let (behind_short, behind_long) = (&short[alike..], &long[alike..]);
    let rest = |letters: &[char]| letters.iter().skip(1).copied().collect::<Vec<_>>();
    match long.len() - short.len() {
        0 => rest(behind_short) == rest(behind_long),
        1 => behind_short == rest(behind_long).as_slice(),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
