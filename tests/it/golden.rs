//! Golden files: what was printed and found right. `UPDATE_GOLDEN=1 cargo test` writes them anew; read
//! the difference before you commit it.

use std::fmt::Write as _;

use crate::run::root;

/// Compares with `tests/golden/NAME`. The program's own version is not part of what is compared.
#[track_caller]
pub fn golden(name: &str, actual: &str) {
    let path = root().join("tests/golden").join(name);
    let actual = actual
        .replace(
            concat!("serumcheck ", env!("CARGO_PKG_VERSION")),
            "serumcheck VERSION",
        )
        .replace(
            concat!("serumcheck <bdi>", env!("CARGO_PKG_VERSION"), "</bdi>"),
            "serumcheck <bdi>VERSION</bdi>",
        );
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, &actual).expect("the golden file is written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == actual,
        "tests/golden/{name} differs (UPDATE_GOLDEN=1 writes it anew):\n{}",
        difference(&expected, &actual)
    );
}

/// A page without its style sheet: how it looks is judged by eye and in a browser.
#[track_caller]
pub fn without_style(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").expect("a style sheet");
    let (_, body) = rest.split_once("</style>").expect("its end");
    format!("{head}<style></style>{body}")
}

/// The lines that differ, with their numbers: `-` expected, `+` printed.
fn difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<&str>, Vec<&str>) =
        (expected.lines().collect(), actual.lines().collect());
    let same_head = expected
        .iter()
        .zip(&actual)
        .take_while(|(left, right)| left == right)
        .count();
    let same_tail = expected[same_head..]
        .iter()
        .rev()
        .zip(actual[same_head..].iter().rev())
        .take_while(|(left, right)| left == right)
        .count();
    let mut text = String::new();
    let mut side = |mark: char, lines: &[&str]| {
        for (at, line) in lines[same_head..lines.len() - same_tail].iter().enumerate() {
            let _ = writeln!(text, "{mark}{:4} {line}", same_head + at + 1);
        }
    };
    side('-', &expected);
    side('+', &actual);
    text
}
