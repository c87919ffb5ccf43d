//! What the guideline recommends: NICE NG45, three grades of surgery, four ASA grades, five groups of
//! tests. ASA 3 and 4 are one column there.

use std::path::Path;

use serumcheck::preop::sheet::IndicatedTest;

use crate::bench::{Case, case, sheets};

/// Groups, in the order of the columns below.
const GROUPS: [&str; 5] = [
    "full_blood_count",
    "hemostasis",
    "kidney_function",
    "ecg",
    "lung_function",
];

/// `-` not routinely, `Y` yes, `?` consider. A letter behind `?` is the condition, below.
const CELLS: &[(&str, &str, [&str; 5])] = &[
    // surgery, ASA: blood count, hemostasis, kidney, ECG, lung
    ("minor", "1", ["-", "-", "-", "-", "-"]),
    ("minor", "2", ["-", "-", "-", "-", "-"]),
    ("minor", "3_4", ["-", "-", "?a", "?e", "-"]),
    ("intermediate", "1", ["-", "-", "-", "-", "-"]),
    ("intermediate", "2", ["-", "-", "?a", "?c", "-"]),
    ("intermediate", "3_4", ["?s", "?l", "Y", "Y", "?r"]),
    ("major", "1", ["Y", "-", "?a", "?o", "-"]),
    ("major", "2", ["Y", "-", "Y", "Y", "-"]),
    ("major", "3_4", ["Y", "?l", "Y", "Y", "?r"]),
];

/// The conditions: as the sheet says them, and the context that answers them, where one does.
const CONDITIONS: &[(&str, &str, &str)] = &[
    ("a", "at risk of acute kidney injury", "aki-risk"),
    ("e", "no ECG result of the past 12 months", ""),
    ("c", "cardiovascular or renal disease or diabetes", ""),
    ("o", "over 65 and no ECG result of the past 12 months", ""),
    (
        "s",
        "cardiovascular or renal disease with symptoms that were not recently investigated",
        "symptomatic-cardiac-renal",
    ),
    ("l", "chronic liver disease", "liver-disease"),
    (
        "r",
        "ASA 3 or 4 because of known or suspected respiratory disease; ask a senior anaesthetist",
        "respiratory-disease",
    ),
];

fn asa_grades(column: &str) -> Vec<&str> {
    column.split('_').collect()
}

fn recommended(cell: &str) -> &'static str {
    match &cell[..1] {
        "Y" => "yes",
        "?" => "consider",
        _ => "no",
    }
}

fn condition(cell: &str) -> Option<(&'static str, &'static str)> {
    let letter = cell.strip_prefix('?')?;
    let found = CONDITIONS.iter().find(|(own, ..)| *own == letter);
    found.map(|(_, words, context)| (*words, *context))
}

fn of_group<'s>(tests: &'s [IndicatedTest], group: &str) -> &'s IndicatedTest {
    let found: Vec<_> = tests.iter().filter(|test| test.group == group).collect();
    assert_eq!(found.len(), 1, "{group} stands once");
    found[0]
}

#[test]
fn all_45_cells_are_what_the_sheet_says() {
    let mut cells = 0;
    for (surgery, column, row) in CELLS {
        for asa in asa_grades(column) {
            let sheet = &sheets(&[case(&format!("{surgery} asa-{asa}"), &[])])[0];
            for (group, cell) in GROUPS.iter().zip(row) {
                let context = format!("{surgery}, ASA {asa}, {group}");
                let said = of_group(&sheet.indicated, group);
                let recommendation = said.recommendation.map(|one| one.as_str());
                assert_eq!(recommendation, Some(recommended(cell)), "{context}");
                let words = condition(cell).map_or("", |(words, _)| words);
                assert_eq!(said.condition, words, "{context}");
                assert!(
                    said.source.contains("NICE NG45"),
                    "{context}: {}",
                    said.source
                );
                cells += 1;
            }
        }
    }
    // 45 cells, those of ASA 3 and 4 tried for each of the two.
    assert_eq!(cells, 60);
}

#[test]
fn what_is_yes_is_missing_from_an_empty_file_and_what_is_no_is_not() {
    for (surgery, column, row) in CELLS {
        for asa in asa_grades(column) {
            let sheet = &sheets(&[case(&format!("{surgery} asa-{asa}"), &[])])[0];
            for (group, cell) in GROUPS.iter().zip(row).take(3) {
                let title = &of_group(&sheet.indicated, group).title;
                let missing = sheet.items.iter().filter(|item| &item.group == title);
                assert_eq!(
                    0 < missing.count(),
                    *cell == "Y",
                    "{surgery}, ASA {asa}, {group}: {:#?}",
                    sheet.items
                );
            }
        }
    }
}

#[test]
fn what_is_to_be_considered_is_asked_for_once_its_condition_holds() {
    for (surgery, column, row) in CELLS {
        for asa in asa_grades(column) {
            for (group, cell) in GROUPS.iter().zip(row).take(3) {
                let Some((words, context)) = condition(cell) else {
                    continue;
                };
                let words_of = |context: &str| case(&format!("{surgery} asa-{asa} {context}"), &[]);
                let cases: Vec<Case> = ["", context, &format!("no-{context}")].map(words_of).into();
                let [unknown, holds, denied] = &sheets(&cases)[..] else {
                    unreachable!("three sheets");
                };
                let place = format!("{surgery}, ASA {asa}, {group}");
                let title = &of_group(&holds.indicated, group).title;
                let asked = |sheet: &serumcheck::preop::Sheet| {
                    sheet
                        .items
                        .iter()
                        .filter(|item| &item.group == title)
                        .count()
                };
                assert_eq!(asked(unknown), 0, "{place}: not known");
                assert!(0 < asked(holds), "{place}: {context}");
                assert_eq!(asked(denied), 0, "{place}: denied");
                let action = &holds.items.iter().find(|item| &item.group == title);
                let action = &action.expect("an item").action;
                assert!(action.contains(words), "{place}: {action}");
                // Not known: it is asked. Denied: it is not.
                let is_asked = |sheet: &serumcheck::preop::Sheet| {
                    sheet
                        .questions
                        .iter()
                        .any(|one| one.because.contains(title.as_str()))
                };
                assert!(is_asked(unknown), "{place}: {:#?}", unknown.questions);
                assert!(!is_asked(denied), "{place}: {:#?}", denied.questions);
            }
        }
    }
}

#[test]
fn without_grade_or_asa_nothing_is_recommended_and_the_sheet_says_why() {
    for (words, lacking) in [
        ("", vec!["surgery grade", "asa grade"]),
        ("major", vec!["asa grade"]),
        ("asa-2", vec!["surgery grade"]),
    ] {
        let sheet = crate::bench::sheet(words, &["Potassium | 4.1 mmol/L"]);
        for name in lacking {
            assert!(
                crate::bench::items(&sheet).contains(&format!("D not_stated {name}")),
                "{words}: {:#?}",
                sheet.items
            );
        }
        assert_eq!(sheet.verdict.key(), "incomplete", "{words}");
        let kidney = of_group(&sheet.indicated, "kidney_function");
        assert_eq!(kidney.recommendation, None, "{words}");
    }
}

/// The table that the policy was written from, where it is at hand.
#[test]
fn the_cells_are_those_of_the_table_that_was_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/evidence/preop/nice_ng45.csv");
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("skipped: {} is not here", path.display());
        return;
    };
    const CODES: [&str; 5] = ["FBC", "HAEMOSTASIS", "KIDNEY", "ECG", "LUNG_ABG"];
    let mut compared = 0;
    for record in reader.records() {
        let record = record.expect("a record");
        let surgery = record[0].trim_end_matches("_complex");
        let Some((.., row)) = CELLS
            .iter()
            .find(|(own, asa, _)| *own == surgery && *asa == &record[1])
        else {
            continue;
        };
        let Some(at) = CODES.iter().position(|code| *code == &record[2]) else {
            continue;
        };
        let theirs = &record[4];
        assert_eq!(recommended(row[at]), theirs, "{record:?}");
        assert_eq!(
            condition(row[at]).is_some(),
            !record[5].is_empty(),
            "{record:?}"
        );
        compared += 1;
    }
    assert_eq!(compared, 45);
}
