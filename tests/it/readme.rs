//! The README: its commands run, and what it shows is what they print.

use std::path::Path;

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

/// Copies a folder with what is in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("a copy");
        }
    }
}

#[test]
fn every_command_works() {
    // In a folder of its own: some commands write files.
    let folder = tempfile::tempdir().expect("a folder");
    let samples = folder.path().join("samples");
    copy(&root().join("samples"), &samples);
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

/// Each command has conditions of its own: the README must not name one beside another command.
#[test]
fn every_condition_of_the_exit_status_is_one_of_its_command() {
    let text = readme();
    let mut count = 0;
    for line in text.lines().filter(|line| line.contains("--fail-on ")) {
        let mut words = line
            .split(['`', ' ', ',', ';', '.'])
            .filter(|word| !word.is_empty());
        let command = words.find(|word| ["check", "preop", "review"].contains(word));
        let Some(command) = command else {
            continue;
        };
        let named = words.filter(|word| !["--fail-on", "or"].contains(word));
        for condition in named {
            let mut args = vec![command, "samples/preop_panel.csv", "--fail-on", condition];
            if command == "review" {
                args.extend(["--for", "hair-loss"]);
            }
            let done = Run::new(&args).done();
            assert!(done.code < 2, "{command} {condition}: {}", done.stderr);
            count += 1;
        }
    }
    assert_eq!(count, 11, "conditions of three commands");
}
