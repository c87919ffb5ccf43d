//! `review --to html`: what its pages say and in which order, what they must never say, and what a
//! browser makes of them.

use std::path::PathBuf;

use crate::browser::{chromium, printed_pages};
use crate::golden::{golden, without_style};
use crate::html_sheet::fits_its_window;
use crate::run::{Run, file};
use crate::samples::REVIEWED;

const HEADER: &str =
    "patient,sample,collected,sex,birth_date,specimen,test,result,unit,reference_range,comment\n";

/// Text as it can stand in a file: hostile, and long without a blank.
const HOSTILE: &str = "<script>alert(1)</script>\u{202e}WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";

fn page(path: impl AsRef<std::ffi::OsStr>, name: &str) -> String {
    let run = Run::new([
        "review",
        "--for",
        name,
        "--today",
        "2026-11-25",
        "--to",
        "html",
    ]);
    run.args([path]).ok().stdout
}

fn of_sample(sample: &str, name: &str) -> String {
    page(format!("samples/{sample}.csv"), name)
}

/// The page of rows like `P1,T1,2026-11-20,F,1990-05-01,Serum,TSH,2.0,mIU/L,0.4-4.0,`.
fn of_rows(rows: &str, name: &str) -> String {
    let (_folder, path) = file("labs.csv", format!("{HEADER}{rows}"));
    page(&path, name)
}

/// Rows in which every cell that takes one is such a text.
fn hostile() -> String {
    format!(
        "{HOSTILE},T1,2026-11-20,F,1990-05-01,Serum,{HOSTILE},1,{HOSTILE},{HOSTILE},{HOSTILE}\n\
         {HOSTILE},T1,2026-11-20,F,1990-05-01,Serum,Ferritin,60,ug/L,15-150,{HOSTILE}\n\
         {HOSTILE},T1,2026-11-20,F,1990-05-01,Serum,MCV,{HOSTILE},fL,{HOSTILE},\n\
         {HOSTILE},T1,2026-11-20,F,1990-05-01,Serum,Potassium,6.7,mmol/L,3.5-5.1,{HOSTILE}\n"
    )
}

/// The pages of a file, each on its own.
fn articles(page: &str) -> Vec<&str> {
    page.split("<article").skip(1).collect()
}

/// What a page says, without its markup.
fn text(page: &str) -> String {
    let mut text = String::new();
    for part in page.split('<') {
        let (tag, after) = part.split_once('>').unwrap_or(("", part));
        if !["bdi", "/bdi", "b", "/b"].contains(&tag) {
            text.push(' ');
        }
        text.push_str(after);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("&lt;", "<").replace("&gt;", ">")
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
fn golden_review_in_html() {
    golden(
        "reviews/hair_loss.html",
        &without_style(&of_sample("workups/hair_loss", "hair-loss")),
    );
}

#[test]
fn what_is_urgent_comes_first_and_what_is_missing_is_said() {
    let page = of_sample("workups/hair_loss", "hair-loss");
    let pages = articles(&page);
    assert_eq!(pages.len(), 3, "two patients, one with a confidential part");
    in_order(
        &text(pages[0]),
        &[
            "Review of a work-up: Hair loss Patient HL-01 born 1991-04-17 · female sheet 1",
            "6 of 7 core tests present, 3 outside limits, 0 unusable, 1 missing, 1 to read by eye",
            "More stands on the confidential part.",
            "EXAMPLE WORK-UP",
            "Diffuse hair loss, telogen effluvium",
            "State Test Result Flag Interval Previous Collected",
            "core, baseline: Look for anemia.",
            "source: Next Steps in Dermatology",
            "ABNORMAL Hemoglobin 108 g/L low 120-155 report 2026-11-17 08:05",
            "MISSING Neutrophil count",
            "READ BY EYE MCV 76 fL",
            "not known to this program: read it by eye",
            "ABNORMAL Ferritin 11 µg/L low caution 15-150 report was 22 µg/L on 2026-08-11 08:20 2026-11-17",
            "NO RESULT 25-Hydroxyvitamin D, total not judged none",
            "source supports a part: Zinc",
            "NOT USABLE Zinc 14.2 µmol/L inside? IN DOUBT",
            "no source: working knowledge · general knowledge",
            "Parts left out Male pattern",
            "To ask",
            "Everything else in the file (2 rows)",
            "Uric acid (urate) 288 µmol/L",
            "What this rests on An aid to review.",
            "Work-up owner no one yet",
            "13 rows of this patient",
        ],
    );
    in_order(
        &text(pages[1]),
        &[
            "CONFIDENTIAL Patient HL-01 born 1991-04-17",
            "EXAMPLE WORK-UP",
            "hCG",
        ],
    );
    in_order(
        &text(pages[2]),
        &[
            "Patient HL-02",
            "1 of 7 core tests present",
            "Critical: phone now (1)",
            "CRITICAL Potassium 6.7 mmol/L limit ≥ 6.5 mmol/L, critical list rcpath-2017",
            "Phoned to at by read back",
            "LOOK FOR IT MCV",
            "CRITICAL Potassium 6.7 mmol/L CRITICAL HIGH",
        ],
    );
    let itch = text(&of_sample("workups/pruritus", "pruritus"));
    in_order(
        &itch,
        &[
            "Critical number on a sample that is not usable (1)",
            "NOT USABLE Potassium 6.8 mmol/L",
            "If unwell: act on the number while repeating.",
            "Generalized itch",
            "last usable 4.2 mmol/L (2026-10-02 09:00)",
        ],
    );
}

#[test]
fn a_patient_has_a_page_of_his_own_and_names_no_other() {
    let page = of_sample("workups/acne_hirsutism", "acne-hirsutism");
    let ids = ["AH-01", "AH-02", "AH-03"];
    for article in articles(&page) {
        let named = ids.iter().filter(|id| article.contains(*id)).count();
        assert_eq!(named, 1, "{article}");
    }
    let title = page.split("<title>").nth(1).expect("a title");
    assert!(title.starts_with("Review of a work-up</title>"));
}

#[test]
fn a_pregnancy_test_stands_on_the_confidential_page_alone() {
    let rows = "P1,T1,2026-11-20,F,1990-05-01,Serum,hCG,148,IU/L,0-5,\n";
    for name in ["hair-loss", "acne-hirsutism", "pruritus"] {
        let page = of_rows(rows, name);
        let [open, apart] = articles(&page)[..] else {
            panic!("{name}: an open and a confidential page");
        };
        for word in ["hCG", "148"] {
            assert!(!open.contains(word), "{name}: {word}\n{open}");
            assert!(apart.contains(word), "{name}: {word}\n{apart}");
        }
        assert!(open.contains("More stands on the confidential part."));
    }
}

#[test]
fn a_row_without_a_source_says_so() {
    let page = of_sample("workups/pruritus", "pruritus");
    assert_eq!(
        page.matches("<b>no source: working knowledge</b>").count(),
        4
    );
}

#[test]
fn the_file_needs_nothing_else_and_no_text_of_a_file_is_markup() {
    for page in [
        of_rows(&hostile(), "hair-loss"),
        of_sample("workups/hair_loss", "hair-loss"),
    ] {
        for word in ["<script", "<link", "<img", "<iframe", "@import", "url("] {
            assert!(!page.contains(word), "{word}");
        }
        let tags = page.split('<').filter_map(|part| part.split('>').next());
        for attribute in tags.flat_map(|tag| tag.split(' ').skip(1)) {
            let handles = attribute.starts_with("on") && attribute.contains('=');
            assert!(!handles, "{attribute}");
        }
        assert!(!page.contains('\u{202e}'));
        assert!(page.contains("default-src 'none'"));
        for word in ["fit", "cleared", "safe"] {
            let said = text(&without_style(&page))
                .split(|c: char| !c.is_alphanumeric())
                .any(|own| own.eq_ignore_ascii_case(word));
            assert!(!said, "says {word:?}");
        }
    }
}

#[test]
fn no_row_is_lost() {
    for (sample, name) in [("messy", "pruritus"), ("workups/hair_loss", "hair-loss")] {
        let page = of_sample(sample, name);
        for row in Run::check(format!("samples/{sample}.csv")).rows() {
            let value = row["value"].replace('<', "&lt;").replace('>', "&gt;");
            let is_shown = page.split("<td class=\"result\"").skip(1).any(|cell| {
                cell.split("</td>")
                    .next()
                    .unwrap_or("")
                    .contains(value.trim())
            });
            assert!(is_shown, "{sample}: {value:?} of {}", row["name"]);
        }
    }
}

#[test]
fn nobody_is_called_normal() {
    for (sample, name) in REVIEWED {
        let page = of_sample(sample, name);
        for article in articles(&page) {
            let top = text(article.split("<section").next().expect("a top"));
            assert!(!top.to_lowercase().contains("normal"), "{sample}: {top}");
            for cell in article.split("<td class=\"flag\"").skip(1) {
                let cell = cell.split("</td>").next().expect("its end").to_lowercase();
                assert!(!cell.contains("normal"), "{sample}: {cell}");
            }
        }
    }
}

#[test]
fn without_a_row_or_a_part_the_page_says_so() {
    let empty = of_rows("", "hair-loss");
    assert!(empty.contains("No result of this patient is in the file."));
    let rows = "P1,T1,2026-11-20,M,1990-05-01,Serum,TSH,2.0,mIU/L,0.4-4.0,\n";
    let other = text(&of_rows(rows, "acne-hirsutism"));
    assert!(other.contains("No part of this work-up is for this patient."));
    assert!(other.contains("Parts left out Androgen excess: for women only"));
    let rows = "P1,T1,2026-11-20,,1990-05-01,Serum,TSH,2.0,mIU/L,0.4-4.0,\n";
    let unknown = text(&of_rows(rows, "acne-hirsutism"));
    assert!(unknown.contains("For women only; the sex of this patient is not known."));
}

/// A page in a folder, for a browser.
fn written(page: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("review.html");
    std::fs::write(&path, page).expect("a temporary file");
    (folder, path)
}

#[test]
fn no_page_is_wider_than_a_phone_or_a4() {
    let Some(chromium) = chromium() else { return };
    for page in [
        of_sample("workups/hair_loss", "hair-loss"),
        of_sample("workups/pruritus", "pruritus"),
        of_rows(&hostile(), "hair-loss"),
        of_rows("", "hair-loss"),
    ] {
        let (_folder, path) = written(&page);
        fits_its_window(&chromium, &path);
    }
}

#[test]
fn every_patient_and_every_confidential_part_begins_a_page_of_paper() {
    let Some(chromium) = chromium() else { return };
    let row =
        |patient: &str, test: &str| format!("{patient},T1,2026-11-20,M,1990-05-01,Serum,{test}\n");
    // Nothing of this work-up is for a man: a page with the rest alone.
    let pages = |rows: &[String]| {
        let (_folder, path) = written(&of_rows(&rows.concat(), "acne-hirsutism"));
        printed_pages(&chromium, &path)
    };
    let sodium = |patient: &str| row(patient, "Sodium,140,mmol/L,135-145,");
    let hcg = row("P2", "hCG,148,IU/L,0-5,");
    assert_eq!(pages(&[sodium("P1")]), 1);
    assert_eq!(pages(&[sodium("P1"), sodium("P2"), sodium("P3")]), 3);
    assert_eq!(pages(&[sodium("P1"), sodium("P2"), hcg, sodium("P3")]), 4);
}
