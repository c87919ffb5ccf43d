//! No clinical number in `src/`: limits, factors and thresholds live in `reference_ranges/`.
//!
//! Every numeric literal outside comments, strings and tests must be a plain one (0, 1, 2 and powers of
//! ten), or stand in a file that says here why it may hold others.

use std::path::Path;

use crate::run::root;

/// Files and folders with other numbers, and why.
const ALLOWED: &[(&str, &str)] = &[
    (
        "units/",
        "definitions of units, their characters, noise of factors",
    ),
    ("age.rs", "the calendar"),
    ("age/unit.rs", "the calendar"),
    ("import/", "how files are laid out: lengths, dates, bytes"),
    (
        "report/",
        "widths of columns, colors, the version of the contract",
    ),
    ("cli", "widths of a terminal"),
    ("explain/page.rs", "widths of a page"),
    ("text/", "characters"),
    ("value/", "forms of numbers"),
    ("resolve/jlac.rs", "where digits stand in a code"),
    ("memory/notes", "where bytes stand in a note"),
    ("check/converted.rs", "bits and bytes of a text"),
    ("derive/electrolytes.rs", PUBLISHED),
    ("derive/glucose.rs", PUBLISHED),
    ("derive/hormones.rs", PUBLISHED),
    ("derive/iron.rs", PUBLISHED),
    ("derive/kidney.rs", PUBLISHED),
    ("derive/lipids.rs", PUBLISHED),
    ("derive/liver.rs", PUBLISHED),
];

/// Every function there names its source: see `every_formula_names_its_source`.
const PUBLISHED: &str = "coefficients of published equations, each with its citation";

/// Single numbers that are not clinical, each with its reason.
const REASONS: &[(&str, &str, &str)] = &[
    ("check/told.rs", "10_000", "names counted"),
    ("check/derived.rs", "256", "draws of a thread at a time"),
    (
        "interpret/reported/status/words.rs",
        "60",
        "bytes of a status that is no sentence",
    ),
    (
        "interpret/reported/status/words.rs",
        "3",
        "bytes of a status that is no letter",
    ),
    ("interpret/reported/status.rs", "200", "statuses remembered"),
    ("person/birth.rs", "126", "years that nobody lives"),
    ("reference/build.rs", "4", "decimal places"),
    ("resolve/specimen/allergen.rs", "3", "digits of a code"),
    ("interpret/placeholder.rs", "3", "nines in a row"),
    (
        "interpret/no_number.rs",
        "3",
        "choices of why there is no result",
    ),
    (
        "interpret/reported/control/somebody.rs",
        "3",
        "digits of a study's number",
    ),
    (
        "interpret/reported/control/somebody.rs",
        "4",
        "digits of a tube's number",
    ),
    ("interpret/placeholder.rs", "9", "nines in a row"),
    ("interpret/placeholder.rs", "10_u64", "digits"),
    (
        "person.rs",
        "19",
        "calendar years up to an eighteenth birthday",
    ),
    ("person.rs", "32", "no day of a month"),
    (
        "person.rs",
        "30",
        "years between a sample and the day on which an age was stated",
    ),
    ("person.rs", "2000", "this century"),
    ("check/told.rs", "60", "letters of a name"),
    ("quality/panel.rs", "0x9e37_79b9", "spreads keys"),
    ("quality/panel.rs", "16", "results of a usual panel"),
    ("check/touches.rs", "30_000", "effects numbered"),
    ("check/spoken.rs", "4_000", "kinds of samples remembered"),
    ("check/written.rs", "20_000", "parts of lines known"),
    ("check/answers.rs", "60", "answers remembered"),
    ("interpret/bands.rs", "250", "bands remembered"),
    ("quality/hil/scan.rs", "4", "digits of an index"),
    ("quality/words/prepared.rs", "3", "signs of an answer"),
    ("quality/remarks.rs", "4096", "comments remembered"),
    ("quality/remarks.rs", "256", "bytes of a comment"),
    ("check/counts.rs", "3", "things said of a repetition"),
    ("memory/shared.rs", "31", "a bit"),
    ("survey/items.rs", "6", "numbers before results"),
    ("survey/items.rs", "8", "numbers of what tells a row apart"),
    ("survey/days.rs", "3", "ranks of a result"),
    ("sample/numbered.rs", "4", "digits of a sample's number"),
    ("sample/numbered.rs", "3", "ways to state a time"),
    ("quality/evidence/untold.rs", "3", "cells of a row"),
    ("survey/first/rows.rs", "3", "times of a row"),
    (
        "survey/persons/stated.rs",
        "10",
        "digits of a day with a time",
    ),
    ("memory.rs", "3", "keys"),
    ("memory/draws.rs", "3", "cells of a patient"),
    ("sample.rs", "3", "parts of a sample's bits"),
    ("interpret/in_comment.rs", "3", "words of a name"),
    ("interpret/touch.rs", "4", "sides of an interval"),
    ("memory.rs", "16", "bits of a mark"),
    ("quality/evidence.rs", "32", "parts of the evidence"),
    ("check/told.rs", "5", "names shown"),
    ("crew.rs", "18", "bytes of a block, as a power of two"),
    ("crew.rs", "45_000", "rows remembered"),
    ("memory/shared.rs", "80", "bytes of a row"),
    ("memory/persons.rs", "2_000", "persons remembered"),
    ("interpret/asked.rs", "60", "bits of a number"),
    ("spill.rs", "512", "parts of a file"),
    ("spill.rs", "4", "KiB of memory"),
    ("spill.rs", "1024", "bytes of a KiB"),
    ("resolve.rs", "100_000", "wordings remembered"),
    ("resolve/nearest.rs", "3", "letters of a name"),
    ("resolve/nearest.rs", "4", "letters of a name"),
    ("resolve/nearest.rs", "6", "letters of a formula"),
    ("resolve/nearest.rs", "8", "letters of a name"),
    ("resolve/analyte.rs", "3", "digits of a LOINC code"),
    (
        "resolve/wording/brackets.rs",
        "3",
        "letters of a name before a bracket",
    ),
    ("resolve/analyte.rs", "7", "digits of a LOINC code"),
    ("quality/words/codes.rs", "3", "letters of a code"),
    ("quality/patterns/said/phrase.rs", "3", "words of a denial"),
    (
        "quality/patterns/said/phrase.rs",
        "4",
        "words of a gap, letters of a word",
    ),
    ("interpret/reported/control.rs", "40", "letters of a title"),
    (
        "interpret/reported/control/numbered.rs",
        "4",
        "letters of a survey",
    ),
    ("resolve/specimen/alone.rs", "40", "letters of a name"),
    ("rules/comments.rs", "3", "words that say one thing"),
    ("preop/item.rs", "8", "names shown"),
    ("preop/who.rs", "2000", "a year to count days from"),
    ("preop/sheet.rs", "4", "verdicts"),
    ("preop/sheet/item.rs", "6", "sections"),
    ("quality/patterns/around.rs", "60", "minutes of an hour"),
    ("derive/group.rs", "18", "digits of a decimal"),
    ("derive/group.rs", "0.5", "half a digit"),
    ("derive/recipes", "3", "place of an input"),
    ("derive/recipes", "4", "decimals"),
    ("derive/disagree.rs", "5", "told one by one"),
    ("person.rs", "18", "of age, as --adults says"),
    ("reference/overview.rs", "4", "profiles"),
    ("reference/schema/interval.rs", "3", "kinds of interval"),
    ("reference/lint/sources.rs", "200", "letters of a quotation"),
    ("reference/lint/interval.rs", "3", "steps of a path"),
    ("reference/lint/names.rs", "3", "steps of a path"),
    (
        "reference/lint/interval.rs",
        "0.03",
        "what rounding explains",
    ),
    (
        "reference/lint/interval.rs",
        "0.1",
        "how far two units of a pair may be apart",
    ),
    ("reference/laboratory/cells.rs", "3", "words of an operator"),
    ("reference/laboratory/folder.rs", "4", "depth of folders"),
    ("explain/", "24", "cells shown"),
    ("explain/", "4", "indents and counts"),
    ("explain/", "6", "indents and digits"),
    ("explain/", "8", "indents"),
    ("explain/", "3", "digits"),
    ("preop/policy/check.rs", "4", "ASA grades"),
    ("preop/context.rs", "4", "ASA grades"),
    ("preop/policy/sense.rs", "4", "ASA grades"),
    ("preop/policy/sense.rs", "366", "days of a year"),
    ("preop/limits/items.rs", "3", "place of a word in a limit"),
    ("preop/indicated.rs", "3", "rank of a recommendation"),
    ("preop/indicated.rs", "4", "rank of a recommendation"),
    ("preop/indicated.rs", "5", "rank of a recommendation"),
    ("convert/request.rs", "3", "words of a unit"),
    ("convert/request.rs", "6", "words of a number"),
];

#[test]
fn numbers_in_src_are_plain() {
    let mut found = Vec::new();
    let mut used = [false; REASONS.len()];
    walk(&root().join("src"), &mut |path| {
        let name = path
            .strip_prefix(root().join("src"))
            .expect("in src")
            .display()
            .to_string();
        if ALLOWED.iter().any(|(allowed, _)| name.starts_with(allowed)) {
            return;
        }
        let text = std::fs::read_to_string(path).expect("a source file");
        for (line, number) in literals(&text) {
            let reason = REASONS
                .iter()
                .position(|(file, known, _)| name.starts_with(file) && *known == number);
            if let Some(reason) = reason {
                used[reason] = true;
            } else if !is_plain(&number) {
                found.push(format!("src/{name}:{line}: {number}"));
            }
        }
    });
    assert!(
        found.is_empty(),
        "numbers that may be clinical; put them into reference_ranges/, or give the reason here:\n{}",
        found.join("\n")
    );
    for ((file, number, why), used) in REASONS.iter().zip(used) {
        assert!(
            used,
            "no number stands behind the reason for src/{file}: {number} ({why})"
        );
    }
}

/// Formulas without a coefficient: what the word means, and nobody's equation.
const DEFINITIONS: &[&str] = &[
    "anion_gap_with_potassium",
    "urea_creatinine_ratio",
    "non_hdl",
    "globulin",
    "albumin_globulin_ratio",
    "bilirubin_indirect",
    "tibc_from_uibc",
    "transferrin_saturation",
    "free_androgen_index",
    "free_androgen_index_applies",
];

/// Formulas whose doc comment still owes its source. One is taken away here as it is paid.
const OWED: &[&str] = &[
    "estimated_average_glucose_mg_dl",
    "tibc_from_transferrin",
    "meld_3_applies",
];

/// A public function: its doc comment, its name, and what follows up to the next one.
struct Formula {
    doc: String,
    name: String,
    body: String,
}

fn formulas(text: &str) -> Vec<Formula> {
    let (mut doc, mut found) = (String::new(), Vec::<Formula>::new());
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("///") {
            doc.push_str(said);
            doc.push('\n');
        } else if let Some(rest) = line.strip_prefix("pub fn ") {
            found.push(Formula {
                doc: std::mem::take(&mut doc),
                name: rest.split('(').next().unwrap_or(rest).to_string(),
                body: String::new(),
            });
        } else if !line.starts_with("#[") {
            if !line.is_empty() && !line.starts_with([' ', '}', ')']) {
                doc.clear(); // It belonged to something else.
            }
            if let Some(last) = found.last_mut().filter(|_| line.starts_with(' ')) {
                last.body.push_str(line);
                last.body.push('\n');
            }
        }
    }
    found
}

/// A year between 1900 and 2099, as a citation has it.
fn cites(doc: &str) -> bool {
    doc.split(|c: char| !c.is_ascii_digit())
        .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

#[test]
fn every_formula_names_its_source() {
    let (mut all, mut missing) = (Vec::new(), Vec::new());
    for (file, why) in ALLOWED.iter().filter(|(_, why)| *why == PUBLISHED) {
        let text = std::fs::read_to_string(root().join("src").join(file)).expect(why);
        let found = formulas(&text);
        assert!(!found.is_empty(), "src/{file}: no formula was found");
        all.extend(found);
    }
    for formula in &all {
        // What one formula refers to, and what refers to it: `see [`meld_score`]`.
        let linked = all.iter().any(|other| {
            let link =
                |from: &Formula, to: &Formula| from.doc.contains(&format!("[`{}`]", to.name));
            cites(&other.doc) && (link(formula, other) || link(other, formula))
        });
        let definition = DEFINITIONS.contains(&formula.name.as_str());
        if definition {
            let numbers = literals(&formula.body);
            let plain = numbers.iter().all(|(_, number)| is_plain(number));
            assert!(plain, "{} has a coefficient: cite it", formula.name);
        }
        let sourced = cites(&formula.doc) || linked || definition;
        if formula.doc.trim().is_empty() || !sourced {
            missing.push(formula.name.as_str());
        }
    }
    println!("{} formulas", all.len());
    assert_eq!(missing.len(), OWED.len(), "without a source: {missing:?}");
    assert!(
        missing.iter().all(|name| OWED.contains(name)),
        "without a source: {missing:?}"
    );
}

#[test]
fn the_scan_can_fail() {
    let text = "fn f() { let high = 5.3; } // 9.9\nlet s = \"7.7\"; let c = '8'; let raw = r#\"6.6 \"#;\nlet x = 1e-9;\n#[cfg(test)]\nmod tests { let t = 3.3; }\n";
    let found: Vec<String> = literals(text)
        .into_iter()
        .map(|(_, number)| number)
        .collect();
    assert_eq!(found, ["5.3", "1e-9"]);
    assert!(is_plain("1000") && is_plain("1e-9") && is_plain("0.001") && is_plain("1_000"));
    assert!(!is_plain("5.3") && !is_plain("25") && !is_plain("0.5"));
}

fn walk(folder: &Path, each: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("");
        if name == "tests" || name == "cases" {
            continue;
        }
        if path.is_dir() {
            walk(&path, each);
        } else if path.extension().is_some_and(|end| end == "rs") {
            each(&path);
        }
    }
}

/// 0, 1, 2, and powers of ten.
fn is_plain(number: &str) -> bool {
    let plain = number.replace('_', "");
    let plain = plain.trim_end_matches("f64");
    let Ok(value) = plain.parse::<f64>() else {
        return false;
    };
    value == 0.0 || value == 2.0 || (value.log10() - value.log10().round()).abs() < 1e-12
}

/// Numeric literals with their lines, outside comments, strings, characters and test modules.
fn literals(text: &str) -> Vec<(usize, String)> {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    let word = |c: char| c.is_alphanumeric() || c == '_';
    while at < chars.len() {
        let c = chars[at];
        let next = chars.get(at + 1).copied().unwrap_or(' ');
        let before = if at == 0 { ' ' } else { chars[at - 1] };
        match c {
            '\n' => line += 1,
            '/' if next == '/' => {
                while at + 1 < chars.len() && chars[at + 1] != '\n' {
                    at += 1;
                }
            }
            'r' if !word(before) && (next == '"' || next == '#') => {
                let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
                let end: String = std::iter::once('"')
                    .chain("#".repeat(hashes).chars())
                    .collect();
                let start = at + 2 + hashes;
                let rest: String = chars[start.min(chars.len())..].iter().collect();
                let length = rest.find(&end).map_or(0, |to| rest[..to].chars().count());
                line += chars[at..start + length]
                    .iter()
                    .filter(|c| **c == '\n')
                    .count();
                at = start + length + hashes;
            }
            '"' => {
                at += 1;
                while at < chars.len() && chars[at] != '"' {
                    line += usize::from(chars[at] == '\n');
                    at += 1 + usize::from(chars[at] == '\\');
                }
            }
            // A character, not a lifetime.
            '\'' if next == '\\' => {
                at += 3;
                while at < chars.len() && chars[at] != '\'' {
                    at += 1;
                }
            }
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 2,
            c if c.is_ascii_digit() && !word(before) && !(before == '.' && field(&chars, at)) => {
                let mut number = String::new();
                while at < chars.len() {
                    let c = chars[at];
                    let exponent = number.ends_with(['e', 'E']) && !number.starts_with("0x");
                    let point = c == '.' && chars.get(at + 1).is_some_and(char::is_ascii_digit);
                    if word(c) || point || (exponent && matches!(c, '-' | '+')) {
                        number.push(c);
                        at += 1;
                    } else {
                        break;
                    }
                }
                found.push((line, number));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// `pair.0`: a field, not a number.
fn field(chars: &[char], at: usize) -> bool {
    2 <= at && (chars[at - 2].is_alphanumeric() || matches!(chars[at - 2], ')' | ']' | '_' | '?'))
}
