//! The sheet in a browser: pages on paper, no overflow on a phone or on A4.

use std::path::{Path, PathBuf};

use serumcheck::interpretation::{Flag, Usability};
use serumcheck::preop::policy::schema::{Recommendation, SurgeryGrade};
use serumcheck::preop::sheet::{
    Counts, Identity, IndicatedTest, Item, Notice, Past, Point, Position, Provenance, Question,
    ResultGroup, ResultRow, Section, Sheet, State, Surgery, Trend, Verdict,
};
use serumcheck::report::sheet::html;

use crate::browser::{chromium, content_width, printed_pages};

// The hand-made sheets of the unit tests.
#[path = "../../src/report/sheet/html/tests/cases.rs"]
mod cases;

/// A4 and a phone, in CSS pixels.
const WIDTHS: [u32; 2] = [794, 390];

/// Text as it can stand in a file: long without a blank, and hostile.
const HOSTILE: &str = "<script>alert(1)</script>\u{202e}WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";

fn written(folder: &Path, name: &str, sheets: &[Sheet]) -> PathBuf {
    let file = folder.join(name);
    let mut provenance = cases::provenance();
    provenance.policy_is_example = true;
    let mut out = std::fs::File::create(&file).expect("a temporary file");
    html::write(&mut out, sheets, &provenance).expect("a temporary file takes it");
    file
}

/// No content is wider than its window.
#[track_caller]
pub fn fits_its_window(chromium: &Path, file: &Path) {
    for window in WIDTHS {
        let width = content_width(chromium, file, window);
        assert!(width <= window, "{}: {width} in {window}", file.display());
    }
}

#[test]
fn no_page_is_wider_than_a_phone_or_a4() {
    let Some(chromium) = chromium() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, sheets) in [
        ("full.html", vec![cases::full("48213")]),
        ("empty.html", vec![cases::empty("")]),
        ("confidential.html", vec![cases::confidential("77121")]),
        ("hostile.html", vec![cases::hostile(HOSTILE)]),
        (
            "several.html",
            vec![
                cases::full("48213"),
                cases::hostile(HOSTILE),
                cases::empty(""),
            ],
        ),
    ] {
        fits_its_window(&chromium, &written(folder.path(), name, &sheets));
    }
}

#[test]
fn every_patient_begins_a_page_of_paper() {
    let Some(chromium) = chromium() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = |name: &str, sheets: &[Sheet]| {
        printed_pages(&chromium, &written(folder.path(), name, sheets))
    };
    let quiet = pages("quiet.html", &[cases::quiet("77120")]);
    assert_eq!(quiet, 1, "a small sheet is one page");
    assert_eq!(pages("empty.html", &[cases::empty("")]), 1);
    // The confidential part is a page more.
    assert_eq!(
        pages("confidential.html", &[cases::confidential("77121")]),
        2
    );
    let full = pages("full.html", &[cases::full("48213")]);
    assert_eq!(full, 2, "front and overleaf");
    // In front of several, a cover.
    let several = [
        cases::quiet("77120"),
        cases::empty(""),
        cases::full("48213"),
    ];
    assert_eq!(pages("several.html", &several), 1 + quiet + 1 + full);
}

/// The front, from the header to the sign-off, is one side of paper.
#[test]
fn the_front_fits_one_side() {
    let Some(chromium) = chromium() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut sheet = cases::full("48213");
    // Nothing overleaf but the foot, and of that nothing printed.
    sheet
        .items
        .retain(|item| !matches!(item.section, Section::E | Section::F));
    sheet.groups.clear();
    sheet.questions.clear();
    sheet.indicated.clear();
    let file = written(folder.path(), "front.html", &[sheet]);
    let page = std::fs::read_to_string(&file).expect("a temporary file");
    let (front, _) = page
        .split_once("<section class=\"part e")
        .expect("the front ends");
    std::fs::write(
        &file,
        format!("{front}</td></tr></tbody></table></article></main>"),
    )
    .expect("a temporary file");
    assert_eq!(printed_pages(&chromium, &file), 1);
}
