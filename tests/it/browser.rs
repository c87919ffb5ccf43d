//! A page in a real browser: printed, and as wide as it turns out. Without a Chromium the tests that
//! need one say so and end.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A Chromium of this machine, or `None` with a printed line.
pub fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let found = std::env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|file| file.is_file());
    if found.is_none() {
        println!("skipped: no Chromium");
    }
    found
}

/// Runs the browser without a window, in a profile of its own.
fn run(chromium: &Path, folder: &Path, args: &[String]) -> Vec<u8> {
    let profile = folder.join("profile");
    let done = Command::new(chromium)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
        ])
        .args([
            "--no-first-run",
            "--disable-extensions",
            "--allow-file-access-from-files",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(args)
        .stderr(Stdio::null())
        .output()
        .expect("the browser starts");
    assert!(done.status.success(), "the browser failed: {args:?}");
    done.stdout
}

/// How many pages the file takes when it is printed.
#[track_caller]
pub fn printed_pages(chromium: &Path, html: &Path) -> usize {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pdf = folder.path().join("printed.pdf");
    let args = [
        "--no-pdf-header-footer".to_owned(),
        format!("--print-to-pdf={}", pdf.display()),
        url(html),
    ];
    run(chromium, folder.path(), &args);
    let pdf = std::fs::read(pdf).expect("a printed file");
    let pdf = String::from_utf8_lossy(&pdf);
    // A page is an object of this type; the tree of the pages has a name with one letter more.
    pdf.replace("/Type/Page", "/Type /Page")
        .split("/Type /Page")
        .skip(1)
        .filter(|after| !after.starts_with('s'))
        .count()
}

/// How wide the content gets in a window of this width: more than the width is an overflow. The
/// page holds no script, so a page around it measures.
#[track_caller]
pub fn content_width(chromium: &Path, html: &Path, window: u32) -> u32 {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let around = folder.path().join("around.html");
    let page = format!(
        "<!DOCTYPE html><body style=\"margin:0\"><iframe style=\"border:0;width:{window}px;height:900px\" \
         src=\"{}\" onload=\"const d = this.contentDocument.documentElement; \
         document.body.innerHTML = 'width=' + d.scrollWidth + ';of=' + d.clientWidth + ';'\"></iframe>",
        url(html)
    );
    std::fs::write(&around, page).expect("a temporary file");
    let shown = run(
        chromium,
        folder.path(),
        &["--dump-dom".to_owned(), url(&around)],
    );
    let shown = String::from_utf8_lossy(&shown);
    let number = |key: &str| -> Option<u32> {
        let after = shown.split(key).nth(1)?;
        after.split(';').next()?.parse().ok()
    };
    assert_eq!(
        number("of="),
        Some(window),
        "the window is as wide as asked:\n{shown}"
    );
    number("width=").expect("a width")
}

fn url(file: &Path) -> String {
    format!("file://{}", file.display())
}
