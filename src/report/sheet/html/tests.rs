//! What the page must say, and must never say. How it looks is the browser's test.

use super::page;
// The names that `cases` takes from its parent.
use crate::interpretation::{Flag, Usability};
use crate::preop::policy::schema::{Recommendation, SurgeryGrade};
use crate::preop::sheet::{
    Counts, Identity, IndicatedTest, Item, Notice, Past, Point, Position, Provenance, Question,
    ResultGroup, ResultRow, Section, Sheet, State, Surgery, Trend, Verdict,
};

mod cases;
mod cover;
mod markup;

fn of(sheet: Sheet) -> String {
    page(&[sheet], &cases::provenance())
}

/// The text of a page, without its markup, drawings and style; blanks as one.
fn text(page: &str) -> String {
    const INLINE: [&str; 6] = ["bdi", "b", "span", "strong", "a", "code"];
    let body = page.split("<body>").nth(1).unwrap_or(page);
    let (mut text, mut drawing) = (String::new(), false);
    for part in body.split('<') {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        let tag = tag.split(' ').next().unwrap_or_default();
        drawing = (drawing || tag == "svg") && tag != "/svg";
        if !INLINE.contains(&tag.trim_start_matches('/')) {
            text.push(' ');
        }
        if !drawing {
            text.push_str(after);
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    (marks.iter()).fold(text, |text, (escaped, mark)| text.replace(escaped, mark))
}

#[track_caller]
fn in_order(text: &str, parts: &[&str]) {
    let mut at = 0;
    for part in parts {
        match text[at..].find(part) {
            Some(found) => at += found + part.len(),
            None => panic!("{part:?} is missing, or too early:\n{text}"),
        }
    }
}

#[test]
fn the_front_stands_in_the_order_in_which_it_is_read() {
    let shown = text(&of(cases::full("48213")));
    in_order(
        &shown,
        &[
            "Patient 48213",
            "born 1968-02-03 · surgery 2026-12-01",
            "Name",
            "Second identifier",
            "female, 58 y",
            "Abdominoplasty",
            "6 days from 2026-11-25",
            "intermediate",
            "diuretic, diabetes",
            "ACTION NEEDED BEFORE SURGERY + 2 missing, 2 unusable, 1 expired, 1 to optimize",
            "One result is dated after the day of surgery",
            "Potassium",
            "6.9 mmol/L NOT USABLE",
            "Creatinine",
            "A Stop: phone now",
            "STOP Sodium 118 mmol/L limit ≤ 120 mmol/L, clinic policy v3",
            "lab interval 133-146 mmol/L (printed on the report)",
            "collected 2026-11-20 08:05, 11 days before surgery",
            "serum, sample 48213",
            "previous 136 mmol/L on 2026-11-06 08:05",
            "Phone the anaesthetist today.",
            "Also crossed: < 130 mmol/L, preopevalguide",
            "Phoned to at by read back",
            "B Anaesthetist's review",
            "REVIEW HbA1c 74 mmol/mol limit ≥ 69 mmol/mol, clinic policy v3 (no source: working knowledge)",
            "may or may not cross limit < 75",
            "C Unusable samples",
            "Recollect: serum, sample 48213",
            "Why: hemolyzed, about 2.4 g/L (index 240)",
            "NOT USABLE Potassium 6.9 mmol/L last usable: 4.4 mmol/L on 2026-11-13 08:05",
            "Repeat potassium on a fresh sample.",
            "LDH 612 U/L no usable one in the file",
            "D Missing",
            "EXPIRED Creatinine 71 µmol/L (2026-07-23, 131 days before surgery). Repeat before the date. limit 30 days, clinic policy v3",
            "MISSING Hemoglobin, Platelets. Take before the date. NICE NG45, 2016",
            "I Sign-off",
            "Reviewed by (name)",
            "second checker",
            "E Not indicated",
            "ALT 31 U/L, GGT 22 U/L (2026-11-20 08:05, 11 days before surgery). Routine testing",
            "F Optimize",
            "G All results",
            "H To ask",
            "What the guideline says",
            "J What this sheet rests on",
            "This does not replace clinical judgement and is not a decision on whether surgery goes ahead.",
            "Dr A. Example",
        ],
    );
}

#[test]
fn an_empty_file_praises_nobody() {
    let shown = text(&of(cases::empty("")));
    in_order(
        &shown,
        &[
            "not named in the file",
            "INCOMPLETE + 5 missing, 0 unusable",
            "Potassium none in the file",
            "Creatinine none in the file",
            "A Stop: phone now, do not proceed until reviewed Nothing to judge: no result of this patient in the file.",
            "MISSING Creatinine, Potassium, Sodium.",
            "No result of this patient in the file.",
        ],
    );
}

#[test]
fn no_sheet_has_a_word_that_clears_anybody() {
    for sheet in [
        cases::full("1"),
        cases::empty("2"),
        cases::quiet("3"),
        cases::confidential("4"),
    ] {
        let shown = text(&of(sheet)).to_lowercase();
        // Ours, not the remarks of the sample: "normal-looking" stands in one of those.
        let shown = shown.replace("a normal-looking value on this sample", "");
        for word in ["fit ", "cleared", "safe", "normal", "✓", "✔", "☑"] {
            assert!(!shown.contains(word), "{word:?} in {shown}");
        }
    }
}

#[test]
fn every_verdict_is_printed_in_its_own_words() {
    for verdict in Verdict::ALL {
        let mut sheet = cases::quiet("1");
        sheet.verdict = verdict;
        let shown = text(&of(sheet));
        let found: Vec<Verdict> = (Verdict::ALL.into_iter())
            .filter(|other| shown.contains(&format!("{} +", other.words())))
            .collect();
        assert_eq!(found, [verdict]);
    }
}

#[test]
fn a_limit_never_stands_without_its_owner() {
    let mut sheet = cases::full("1");
    sheet.items.retain(|item| item.state == State::Stop);
    sheet.items[0].limit_owner.clear();
    let shown = text(&of(sheet));
    assert!(
        shown.contains("limit ≤ 120 mmol/L, owner not stated"),
        "{shown}"
    );
}

#[test]
fn nothing_inside_on_a_spoiled_sample_is_called_so() {
    let page = of(cases::full("1"));
    let shown = text(&page);
    in_order(&shown, &["Iron 14 µmol/L inside? IN DOUBT"]);
    in_order(&shown, &["Potassium 6.9 mmol/L high NOT USABLE"]);
}

#[test]
fn the_open_part_has_no_word_of_the_confidential_one() {
    let page = of(cases::confidential("77121"));
    let (open, hidden) = page
        .split_once("<article class=\"page confidential\"")
        .expect("two parts");
    for word in ["pregnan", "hcg", "childbear", "period"] {
        assert!(!open.to_lowercase().contains(word), "{word}");
        assert!(hidden.to_lowercase().contains(word), "{word}");
    }
    assert!(open.contains("There is a confidential part (separate page)."));
    in_order(
        &text(hidden),
        &[
            "CONFIDENTIAL: pregnancy Patient 77121",
            "For the patient and the treating team only; do not file where relatives can see it.",
            "MISSING hCG. Test on the day of surgery, with consent.",
            "Consent",
            "Could you be pregnant?",
            "Pregnancy test ask first, test with consent",
            "hCG 2 IU/L",
        ],
    );
    let quiet = of(cases::quiet("77120"));
    assert!(!quiet.contains("confidential part"));
}

#[test]
fn every_kind_of_confidential_matter_opens_the_confidential_part() {
    let all = cases::confidential("1");
    let without = || {
        let mut sheet = all.clone();
        sheet.items.retain(|item| !item.confidential);
        sheet.groups.retain(|group| !group.confidential);
        sheet.questions.retain(|question| !question.confidential);
        sheet.indicated.retain(|test| !test.confidential);
        sheet
    };
    assert!(!without().has_confidential());
    for part in 0..4 {
        let mut sheet = without();
        match part {
            0 => sheet.items = all.items.clone(),
            1 => sheet.groups = all.groups.clone(),
            2 => sheet.questions = all.questions.clone(),
            _ => sheet.indicated = all.indicated.clone(),
        }
        assert!(of(sheet).contains("CONFIDENTIAL"), "part {part}");
    }
}

#[test]
fn an_example_policy_says_so_on_every_part() {
    let mut provenance = cases::provenance();
    let sheets = [cases::full("1"), cases::confidential("2")];
    assert!(!page(&sheets, &provenance).contains("EXAMPLE"));
    provenance.policy_is_example = true;
    // The cover, two sheets, one confidential part.
    assert_eq!(
        page(&sheets, &provenance).matches("EXAMPLE POLICY").count(),
        4
    );
}
