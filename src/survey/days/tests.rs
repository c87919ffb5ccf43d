use super::*;

#[test]
fn what_tells_rows_of_a_day_apart() {
    let row = |test, value| DayRow {
        test,
        value,
        half: 0.05,
        whose: 2,
        ..DayRow::default()
    };
    let one = row(1, 4.1);
    for (other, expected, standing) in [
        (row(2, 7.2), Day::One, 2),
        (row(1, 4.1), Day::One, 2),
        (row(1, 4.2), Day::Several, 2),
        // In another unit, to the digits that are printed.
        (
            DayRow {
                scale: 1,
                ..row(1, 4.14)
            },
            Day::One,
            2,
        ),
        (
            DayRow {
                scale: 1,
                ..row(1, 4.3)
            },
            Day::Several,
            2,
        ),
        (DayRow { words: 1, ..one }, Day::Several, 2),
        // A correction replaces it.
        (
            DayRow {
                status: Rank::Corrected,
                ..row(1, 5.9)
            },
            Day::One,
            1,
        ),
        (
            DayRow {
                status: Rank::Preliminary,
                ..row(1, 5.9)
            },
            Day::One,
            1,
        ),
        // What is measured again and again.
        (
            DayRow {
                analyte: 7,
                ..row(2, 4.1)
            },
            Day::One,
            2,
        ),
        (
            DayRow {
                draw: 1,
                ..row(2, 4.1)
            },
            Day::Several,
            2,
        ),
        (
            DayRow {
                whose: 1,
                ..row(2, 4.1)
            },
            Day::OfTwo,
            2,
        ),
        // Not stated in each row.
        (
            DayRow {
                whose: 0,
                ..row(2, 4.1)
            },
            Day::One,
            2,
        ),
    ] {
        let mut rows = Rows::default();
        for (number, row) in (0..).zip([one, other]) {
            rows.add(row, Some((number, row.value)));
        }
        let (day, results) = rows.settle(|analyte| analyte == 7);
        assert_eq!((day, results.len()), (expected, standing), "{other:?}");
    }
    let mut often = Rows::default();
    for (number, value) in [(0, 5.2), (1, 7.9)] {
        often.add(row(1, value), Some((number, value)));
    }
    assert_eq!(often.settle(|_| true), (Day::One, Vec::new()));
}

/// Of results that are the same the one with more digits tells whether one in another unit is, whichever comes first.
#[test]
fn digits_count_in_any_order() {
    let row = |value, half, scale| DayRow {
        test: 1,
        value,
        half,
        scale,
        ..DayRow::default()
    };
    let [coarse, fine, other] = [row(4.1, 0.05, 0), row(4.1, 0.005, 0), row(4.14, 0.005, 1)];
    for (all, expected) in [
        (vec![coarse, other], Day::One),
        (vec![fine, other], Day::Several),
        (vec![coarse, fine, other], Day::Several),
        (vec![other, fine, coarse], Day::Several),
        (vec![fine, coarse, fine], Day::One),
    ] {
        let mut rows = Rows::default();
        for row in &all {
            rows.add(*row, None);
        }
        assert_eq!(rows.settle(|_| false).0, expected, "{all:?}");
    }
}
