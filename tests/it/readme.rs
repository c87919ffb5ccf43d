//! The README: its commands run, and what it shows is what they print.

use crate::run::{Run, root};

/// The fenced blocks of a Markdown file: language and lines.
fn blocks(text: &str) -> Vec<(String, Vec<&str>)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, Vec<&str>)> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(language), None) => open = Some((language.trim().to_string(), Vec::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    blocks
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("README.md")
}

/// The arguments of a command of ours, split at blanks; a remark behind `#` is dropped.
fn arguments(line: &str) -> Option<Vec<&str>> {
    let line = line.split(" #").next().unwrap_or(line).trim();
    let ours = line
        .strip_prefix("serumcheck ")
        .or_else(|| line.strip_prefix("cargo run --release -- "))?;
    Some(ours.split_whitespace().collect())
}

#[test]
fn every_command_works() {
    // In a folder of its own: some commands write files.
    let folder = tempfile::tempdir().expect("a folder");
    let samples = folder.path().join("samples");
    std::fs::create_dir(&samples).expect("a folder");
    for entry in std::fs::read_dir(root().join("samples")).expect("samples/") {
        let entry = entry.expect("an entry");
        if entry.path().is_file() {
            std::fs::copy(entry.path(), samples.join(entry.file_name())).expect("a copy");
        }
    }
    let text = readme();
    let mut count = 0;
    for (_, lines) in blocks(&text)
        .iter()
        .filter(|(language, _)| language == "sh")
    {
        for line in lines {
            let Some(args) = arguments(line) else {
                continue;
            };
            let done = Run::new(&args).current_dir(folder.path()).done();
            assert_eq!(done.code, 0, "{line}\n{}", done.stderr);
            count += 1;
        }
    }
    assert!(4 < count, "only {count} commands were found");
}

#[test]
fn the_quick_start_is_two_commands() {
    let text = readme();
    let blocks = blocks(&text);
    let (_, first) = blocks
        .iter()
        .find(|(language, _)| language == "sh")
        .expect("a block");
    assert_eq!(
        first,
        &[
            "cargo run --release -- check samples/preop_panel.csv",
            "cargo test"
        ]
    );
}

#[test]
fn before_and_after_are_true() {
    let text = readme();
    let blocks = blocks(&text);
    let lines_of = |wanted: &str| -> Vec<&str> {
        let (_, lines) = blocks
            .iter()
            .find(|(language, _)| language == wanted)
            .expect("a block");
        lines.clone()
    };
    let sample = std::fs::read_to_string(root().join("samples/preop_panel.csv")).expect("a sample");
    let printed = Run::check("samples/preop_panel.csv").ok().stdout;
    for line in lines_of("csv") {
        assert!(
            sample.lines().any(|other| other == line),
            "not in the sample: {line}"
        );
    }
    for line in lines_of("text").iter().filter(|line| !line.is_empty()) {
        assert!(
            printed.lines().any(|other| other == *line),
            "not printed: {line}\n{printed}"
        );
    }
}
