use super::*;
use crate::sample::SampleId;

fn row<'a>(value: &'a str, status: &'a str) -> Observation<'a> {
    Observation {
        patient: "p",
        sample: "s",
        name: "Potassium",
        value,
        unit: "mmol/L",
        status,
        ..Observation::default()
    }
}

fn run(rows: &[Observation<'_>]) -> Vec<Option<Code>> {
    let mut repeats = Repeats::default();
    let sample = Some(SampleId::of("p\u{1f}s"));
    let candidates: Vec<Candidate> = (1..)
        .zip(rows)
        .map(|(line, row)| {
            let wording = Wording::of(row, Some("potassium"), crate::specimen::Specimen::Serum);
            let said = Said::by(row);
            let drawn = Drawn::from(row);
            let identity = identity(&drawn, sample, &wording, &said, || 0).expect("one");
            let place = Place {
                line,
                ..Place::of(0, row)
            };
            Candidate::of(identity, &drawn, &wording, &said, place).reported(row)
        })
        .collect();
    let base = repeats.begin_file();
    for row in &candidates {
        let line = base.line(row.place.line);
        repeats.note(&[(row.identity, line)]).expect("noted");
    }
    repeats.find(1).expect("found");
    let looked_at = |row: &&Candidate| repeats.repeated.contains(row.identity);
    let candidates: Vec<Option<&Candidate>> = candidates
        .iter()
        .map(|row| Some(row).filter(looked_at))
        .collect();
    let mut repeats = repeats;
    candidates.iter().flatten().for_each(|row| repeats.see(row));
    repeats.settle();
    repeats.conclude();
    let mut codes = repeats.codes_from(0, 0);
    (1..)
        .zip(rows)
        .map(|(line, row)| {
            let code = repeats.code_at(Place {
                line,
                ..Place::of(0, row)
            });
            assert_eq!(codes.pass(line), code);
            code
        })
        .collect()
}

#[test]
fn repetitions() {
    assert_eq!(run(&[row("4.1", "F")]), [None]);
    assert_eq!(
        run(&[row("4.1", "F"), row("4.1", "F")]),
        [None, Some(Code::Duplicate)]
    );
    assert_eq!(
        run(&[row("4.1", "F"), row("5.1", "F")]),
        [Some(Code::RepeatDiffers), Some(Code::RepeatDiffers)]
    );
    assert_eq!(
        run(&[row("4.1", "F"), row("5.1", "C")]),
        [Some(Code::Superseded), None]
    );
    assert_eq!(
        run(&[row("5.1", "C"), row("4.1", "F")]),
        [None, Some(Code::Superseded)]
    );
}

#[test]
fn a_final_result_replaces_a_preliminary_one() {
    let old = Some(Code::Superseded);
    let differs = Some(Code::RepeatDiffers);
    for (rows, expected) in [
        (
            [("5.9", "P"), ("4.1", "F"), ("4.1", "F")],
            [old, None, Some(Code::Duplicate)],
        ),
        ([("4.1", "F"), ("5.9", "P"), ("6.1", "P")], [None, old, old]),
        ([("5.9", "P"), ("6.1", "P"), ("4.1", "F")], [old, old, None]),
        (
            [("5.9", "P"), ("4.1", "F"), ("4.2", "F")],
            [old, differs, differs],
        ),
        (
            [("4.1", "F"), ("5.9", "P"), ("4.2", "F")],
            [differs, old, differs],
        ),
        ([("5.9", "P"), ("4.1", "F"), ("4.3", "C")], [old, old, None]),
        (
            [("5.9", "P"), ("6.1", "P"), ("6.2", "P")],
            [differs, differs, differs],
        ),
        // A cancelled row, and one without a status, are no final results.
        (
            [("5.9", "P"), ("5.9", "P"), ("", "X")],
            [differs, Some(Code::Duplicate), differs],
        ),
        (
            [("5.9", "P"), ("5.9", "P"), ("4.1", "")],
            [differs, Some(Code::Duplicate), differs],
        ),
    ] {
        let rows = rows.map(|(value, status)| row(value, status));
        assert_eq!(run(&rows), expected);
    }
}

#[test]
fn what_another_row_takes_back_does_not_hang_on_the_order() {
    let asked = Some(Code::PerhapsWithdrawn);
    let differs = Some(Code::RepeatDiffers);
    for (rows, expected) in [
        ([("4.1", "F"), ("4.1", "W")], [asked, None]),
        ([("4.1", "F"), ("", "W")], [asked, None]),
        ([("4.1", "F"), ("4.1", "X")], [asked, None]),
        ([("4.1", "F"), ("9.9", "W")], [None, None]),
        // A correction comes in the place of all that is withdrawn, but not of itself.
        ([("4.1", "C"), ("", "W")], [None, None]),
        ([("4.1", "C"), ("4.1", "W")], [asked, None]),
        ([("4.1", "F"), ("5.1", "F")], [differs, differs]),
    ] {
        let [one, other] = rows.map(|(value, status)| row(value, status));
        assert_eq!(run(&[one, other]), expected, "{rows:?}");
        let turned = [expected[1], expected[0]];
        assert_eq!(run(&[other, one]), turned, "{rows:?}");
    }
}

#[test]
fn what_is_reported_again_behind_its_withdrawal_stands() {
    let at = |status, reported| Observation {
        reported,
        ..row("4.1", status)
    };
    let rows = [
        at("F", "2026-05-02 10:00"),
        at("W", "2026-05-02 12:00"),
        at("F", "2026-05-02 14:00"),
    ];
    let codes = run(&rows);
    assert_eq!(codes, [None, None, Some(Code::Duplicate)]);
}

#[test]
fn what_is_reported_behind_its_correction_is_a_question() {
    let at = |value, status, reported| Observation {
        reported,
        ..row(value, status)
    };
    let differs = Some(Code::RepeatDiffers);
    let replaced = Some(Code::Superseded);
    for (one, other, expected) in [
        (
            ("4.1", "C", "09:00"),
            ("6.9", "F", "11:00"),
            [differs, differs],
        ),
        (
            ("4.1", "C", "11:00"),
            ("6.9", "F", "09:00"),
            [None, replaced],
        ),
        (
            ("4.1", "F", "09:00"),
            ("5.9", "P", "11:00"),
            [differs, differs],
        ),
        (
            ("4.1", "F", "11:00"),
            ("5.9", "P", "09:00"),
            [None, replaced],
        ),
        // When it was reported is not told.
        (("4.1", "C", ""), ("6.9", "F", "11:00"), [None, replaced]),
    ] {
        let of = |(value, status, time): (&'static str, &'static str, &str)| {
            let reported = match time {
                "" => String::new(),
                time => format!("2026-05-02 {time}"),
            };
            at(value, status, Box::leak(reported.into_boxed_str()))
        };
        assert_eq!(run(&[of(one), of(other)]), expected, "{one:?} {other:?}");
        let turned = [expected[1], expected[0]];
        assert_eq!(run(&[of(other), of(one)]), turned, "{one:?} {other:?}");
    }
}
