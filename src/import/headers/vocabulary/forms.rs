//! What may stand around the words of a header: the form of its cells, its table, its place in a list.

use std::borrow::Cow;

use super::fold;
use crate::import::headers::role::Role;
use crate::text::fold_words;

/// `No RM`, `no_rm`: the number of a medical record in Indonesian. Written as one word it is a norm.
pub(super) fn is_record_number(header: &str) -> bool {
    let mut words = header
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut next = |word: &str| {
        words
            .next()
            .is_some_and(|own| own.eq_ignore_ascii_case(word))
    };
    next("no") && next("rm") && words.next().is_none()
}

/// The words of a header, folded: `StudyID` and `study_id` are two.
pub(crate) fn words(header: &str) -> Vec<String> {
    let mut apart = String::with_capacity(header.len());
    let mut before = ' ';
    for c in header.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            apart.push(' ');
        }
        apart.push(if c.is_alphanumeric() && !matches!(c, 'º' | 'ª') {
            c
        } else {
            ' '
        });
        before = c;
    }
    let folded = fold_words(&apart);
    folded.split_whitespace().map(str::to_string).collect()
}

/// The words of a header with a number behind them, folded, and the number: "Unité 2". Two digits are enough for a header.
pub(crate) fn numbered(header: &str) -> Option<(String, u32)> {
    let folded = fold(header);
    let words = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &folded[words.len()..];
    let is_one = !words.is_empty() && digits.len() <= 2;
    Some((words.to_string(), digits.parse().ok().filter(|_| is_one)?))
}

/// A field of HL7 v2 with its part, `OBX.5.1`, `OBX3_Code`: the header of that field. A converter writes a column for each
/// part; the first is what the field says, but for the name behind a code. Of the others none is that.
pub(super) fn field_of_hl7(header: &str) -> Option<String> {
    const SEGMENTS: [&str; 5] = ["pid", "obr", "obx", "spm", "nte"];
    let is_mark = |c: char| matches!(c, '.' | '_' | '-' | ' ');
    let header = header.trim().to_ascii_lowercase();
    let (segment, rest) = header.split_at_checked("obx".len())?;
    let rest = rest.trim_start_matches(is_mark);
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let (field, part) = rest.split_at(end);
    let part = part.trim_start_matches(is_mark);
    if !SEGMENTS.contains(&segment) || field.is_empty() || part.is_empty() {
        return None;
    }
    let whole = format!("{segment}{field}");
    // A part of the first part is that part, `SPM.4.1.1`.
    let first = part.split(is_mark).next()?;
    let (is_code, is_name) = match fold(part).as_str() {
        "text" => (false, true),
        word => {
            let role = super::lookup(word).map(|entry| entry.role);
            let is = |roles: &[Role]| role.is_some_and(|role| roles.contains(&role));
            (
                first == "1" || word == "identifier" || is(&[Role::Code, Role::Loinc]),
                first == "2" || is(&[Role::Name]),
            )
        }
    };
    match whole.as_str() {
        "obx3" if is_code => Some("obx31".to_string()),
        "obx3" if is_name => Some("obx32".to_string()),
        "obr15" | "spm4" if first == "2" => Some(whole),
        _ => {
            let of_field = super::lookup(&whole)?.role;
            let says_it = || super::lookup(&fold(part)).is_some_and(|entry| entry.may_be(of_field));
            (first == "1" || (!first.bytes().all(|c| c.is_ascii_digit()) && says_it()))
                .then_some(whole)
        }
    }
}

/// How a header says that "yes" and "no" stand below.
const ANSWERS: [&str; 8] = [
    "y/n", "yes/no", "0/1", "1/0", "j/n", "ja/nein", "s/n", "o/n",
];

/// `DOB (yyyy-mm-dd)`, `Sex (M/F)`, `Pregnant (Y/N)`: without the form of its cells.
pub(super) fn before_form(header: &str) -> Option<&str> {
    let (name, form) = header.trim().strip_suffix(')')?.split_once('(')?;
    let is_form = |c: char| "ymdhsYMDHS-/.: ".contains(c);
    let lower = form.to_lowercase();
    let is_date = form.chars().all(is_form) && lower.contains("yy");
    let is_answer = ANSWERS.contains(&lower.replace(' ', "").as_str());
    (is_date || is_answer || names_sexes(form)).then_some(name)
}

/// `m/w`, `M/V`, `F/M/D`: the letters that stand below.
pub(super) fn names_sexes(header: &str) -> bool {
    const PAIRS: [&str; 7] = ["mf", "mw", "mv", "mk", "hf", "hm", "ek"];
    let header = header.trim().to_lowercase();
    let letters = header.strip_suffix("/d").unwrap_or(&header);
    let (Some(one), Some(other)) = (letters.chars().next(), letters.chars().next_back()) else {
        return false;
    };
    let pairs = [format!("{one}{other}"), format!("{other}{one}")];
    letters.replace(' ', "").chars().eq([one, '/', other])
        && PAIRS.iter().any(|pair| pairs.iter().any(|own| own == pair))
}

/// `referenceRange[0].low.value`, and with `.0.` or `_0_`, without the place in a list: a part of the first is one of it. Flattened
/// records begin with what holds them: `resource.status`.
pub(super) fn without_places(header: &str) -> Cow<'_, str> {
    const PLACES: [(&str, &str); 3] = [("[0]", ""), (".0.", "."), ("_0_", "_")];
    let holds = ["resource.", "resource_"];
    let header = holds
        .iter()
        .find_map(|held| header.strip_prefix(held))
        .unwrap_or(header);
    let places = PLACES.iter().filter(|(place, _)| header.contains(place));
    places.fold(Cow::Borrowed(header), |header, (place, instead)| {
        Cow::Owned(header.replace(place, instead))
    })
}

/// The column of one qualified by its table: `labevents.itemid`. `referenceRange.low.value` is a part of a record, and
/// `referenceRange.value` none of the values; "N. accettazione" is an abbreviation.
pub(super) fn behind_table(header: &str) -> Option<&str> {
    let (table, column) = header.trim().split_once('.')?;
    // Parts of a record of FHIR: `Observation.valueQuantity.value`.
    if table.eq_ignore_ascii_case("observation") && column.contains('.') {
        return Some(column);
    }
    let is_name = |text: &str| {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        2 < text.len() && text.chars().all(word)
    };
    let says_which = [
        "range",
        "ref",
        "low",
        "high",
        "limit",
        "previous",
        "prior",
        "last",
        "component",
    ];
    let folded = fold(table);
    let is_table = is_name(table) && !says_which.iter().any(|word| folded.contains(word));
    (is_table && is_name(column)).then_some(column)
}
