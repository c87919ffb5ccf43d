//! Notations as analyzers and laboratories write them, as tables.

use super::*;

#[test]
fn grades_by_letter() {
    for (text, expected) in [
        ("H:2+ I:0 L:0", Some([Some("2+"), Some("0"), Some("0")])),
        ("H 250 I 3 L 10", Some([Some("250"), Some("3"), Some("10")])),
        ("H=1+, L=neg", Some([Some("1+"), None, Some("neg")])),
        ("L+++", None),
        ("H+++", Some([Some("+++"), None, None])),
        ("H 3+", Some([Some("3+"), None, None])),
        ("H+", None),
        ("H2", None),
        ("HIL: H2", Some([Some("2"), None, None])),
        ("HIL: 250/1/5", Some([Some("250"), Some("1"), Some("5")])),
        ("LIH 5/1/250", Some([Some("250"), Some("1"), Some("5")])),
        ("H/I/L: 3+/0/0", Some([Some("3+"), Some("0"), Some("0")])),
        ("HIL 3/4", None),
        ("HIL: see above", None),
        ("Hill 1/2/3", None),
        ("H", None),
        ("HIL", None),
        ("Hold", None),
        ("H:2+ H:0", Some([Some("2+"), None, None])),
        ("", None),
        // Anywhere in a text, with a heading or without.
        (
            "H=200 I=1 L=10.",
            Some([Some("200"), Some("1"), Some("10")]),
        ),
        (
            "Verified. H3+ I0 L0",
            Some([Some("3+"), Some("0"), Some("0")]),
        ),
        (
            "HIL: 3+/0/0 called",
            Some([Some("3+"), Some("0"), Some("0")]),
        ),
        ("(H3+ I0 L0)", Some([Some("3+"), Some("0"), Some("0")])),
        ("*H3+,I0,L0* AB", Some([Some("3+"), Some("0"), Some("0")])),
        (
            "H:3+\u{a0}I:0\nL:0",
            Some([Some("3+"), Some("0"), Some("0")]),
        ),
        (
            "Serum indices: H 200 I 2 L 10",
            Some([Some("200"), Some("2"), Some("10")]),
        ),
        (
            "Serum indices H=3+ I=N L=N",
            Some([Some("3+"), Some("N"), Some("N")]),
        ),
        ("Index H: 3+", Some([Some("3+"), None, None])),
        ("HIL 2 0 1", Some([Some("2"), Some("0"), Some("1")])),
        ("LIH 3+ N N", Some([Some("N"), Some("N"), Some("3+")])),
        ("H,I,L = 3,0,0", Some([Some("3"), Some("0"), Some("0")])),
        ("HI 3+", Some([Some("3+"), None, None])),
        ("HI: 3+", Some([Some("3+"), None, None])),
        ("HI=150", Some([Some("150"), None, None])),
        ("H.I. 200", Some([Some("200"), None, None])),
        ("HEM:3 ICT:0 LIP:0", Some([Some("3"), Some("0"), Some("0")])),
        (
            "Hem 150 Ict 2 Lip 10",
            Some([Some("150"), Some("2"), Some("10")]),
        ),
        ("H2I0L0", Some([Some("2"), Some("0"), Some("0")])),
        // A dash between them.
        ("L-N I-N H-3", Some([Some("3"), Some("N"), Some("N")])),
        ("L-0, I-0, H-3", Some([Some("3"), Some("0"), Some("0")])),
        (
            "H - 3, I - 0, L - 0",
            Some([Some("3"), Some("0"), Some("0")]),
        ),
        ("HIL: H-3", Some([Some("3"), None, None])),
        (
            "Serum indices L-0 I-0 H-3",
            Some([Some("3"), Some("0"), Some("0")]),
        ),
        ("H-, I-, L-", Some([Some("-"), Some("-"), Some("-")])),
        ("H:-3 I:1 L:4", None),
        ("H-3", None),
        ("Drawn at L4-L5", None),
        ("H-1 antagonist, L-3.5", None),
        // Limits, names, dates, hours.
        ("Ref L 135 H 145", None),
        ("Ref H 145 L 135", None),
        ("H 5.1 L 3.5", None),
        ("Said hi 3 times", None),
        ("pH 3+", None),
        ("HIL 12/10/2026", None),
        ("H 5.1", None),
        ("Index case", None),
        ("Hi", None),
    ] {
        assert_eq!(notation(text).map(|found| found.grades), expected, "{text}");
    }
}

#[test]
fn grades_under_a_name() {
    for (name, cell, expected) in [
        ("HIL", "3+/0/0", Some([Some("3+"), Some("0"), Some("0")])),
        (
            "Serum indices",
            "2/0/1",
            Some([Some("2"), Some("0"), Some("1")]),
        ),
        (
            "Serum Index",
            "200/1/10",
            Some([Some("200"), Some("1"), Some("10")]),
        ),
        ("HIL", "+++,-,-", Some([Some("+++"), Some("-"), Some("-")])),
        ("HIL", "H2I0L0", Some([Some("2"), Some("0"), Some("0")])),
        ("HIL", "3-0-0", Some([Some("3"), Some("0"), Some("0")])),
        ("LIH", "-/-/+++", Some([Some("+++"), Some("-"), Some("-")])),
        ("H/I/L", "1 0 0", Some([Some("1"), Some("0"), Some("0")])),
        ("HIL", "see comment", None),
        ("HIL", "2/0", None),
        ("Hill", "2/0/0", None),
        ("Index finger", "2/0/0", None),
    ] {
        let found = order_under(name).and_then(|order| under(order, cell));
        assert_eq!(found, expected, "{name} {cell}");
    }
}

#[test]
fn flags_of_analyzers() {
    for (text, in_flags, expected) in [
        (">I.H", false, [true, false, false]),
        ("I.H", true, [true, false, false]),
        (">I.LI, >Test", true, [false, true, true]),
        ("Phoned to I.H", false, [false; LETTERS.len()]),
        ("H", true, [false; LETTERS.len()]),
        (">I.", true, [false; LETTERS.len()]),
        (">I.X", true, [false; LETTERS.len()]),
        ("HIL positive", false, [true; LETTERS.len()]),
        ("HIL flagged", false, [true; LETTERS.len()]),
        (
            "HIL checked, flagged by ward",
            false,
            [false; LETTERS.len()],
        ),
    ] {
        assert_eq!(alarms(text, in_flags), expected, "{text}");
    }
}

#[test]
fn grades_in_a_column() {
    for (text, expected) in [
        ("H:2+ I:0 L:0", Some([Some("2+"), Some("0"), Some("0")])),
        ("L+++", Some([None, None, Some("+++")])),
        ("I:3+", Some([None, Some("3+"), None])),
        ("N/N/N", Some([Some("N"), Some("N"), Some("N")])),
        ("2+/0/0", Some([Some("2+"), Some("0"), Some("0")])),
        ("1/2", None),
        ("3/4/2026", None),
        ("2+", None),
        ("slight", None),
    ] {
        assert_eq!(in_column(text), expected, "{text}");
    }
    assert_eq!(behind_heading("Hemolysis: H:0 I:0 L:0"), "H:0 I:0 L:0");
}
