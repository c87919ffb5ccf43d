//! When a sample was drawn, where day and time have columns of their own.

use crate::run::{Run, file, said};

/// Two results of potassium, an afternoon and the next morning, with the columns that say when.
fn collected(headers: &str, first: &str, second: &str) -> Vec<String> {
    let text = format!(
        "patient,{headers},sex,age,test,result,unit\n\
         1,{first},F,40,Potassium,4.1,mmol/L\n\
         1,{second},F,40,Potassium,6.9,mmol/L\n"
    );
    said(&text, &["collected"])
}

#[test]
fn a_time_on_the_first_day_of_a_spreadsheet_is_a_time() {
    for (first, second) in [
        ("1899-12-30 17:15:00", "1899-12-30 08:15:00"),
        ("30.12.1899 17:15:00", "30.12.1899 08:15:00"),
        ("1900-01-01T17:15:00", "1900-01-01T08:15:00"),
        ("1970-01-01T17:15:00", "1970-01-01T08:15:00"),
        ("17:15:00", "08:15:00"),
        ("171500", "081500"),
    ] {
        for header in [
            "time",
            "collection_time",
            "draw_time",
            "Abnahmezeit",
            "Provtagningstid",
        ] {
            assert_eq!(
                collected(
                    &format!("date,{header}"),
                    &format!("2026-11-20,{first}"),
                    &format!("2026-11-21,{second}")
                ),
                ["2026-11-20 17:15:00", "2026-11-21 08:15:00"],
                "{header}: {first}"
            );
        }
    }
    assert_eq!(
        collected(
            "date,time",
            "2026-11-20,12/30/1899 5:15:00 PM",
            "2026-11-21,12/30/1899 8:15:00 AM"
        ),
        ["2026-11-20 5:15:00 PM", "2026-11-21 8:15:00 AM"]
    );
    // A day of the age goes before a date, as it has the time.
    assert_eq!(
        collected(
            "date,time",
            "2026-11-20,2026-11-20 17:15:00",
            "2026-11-21,2026-11-21 08:15:00"
        ),
        ["2026-11-20 17:15:00", "2026-11-21 08:15:00"]
    );
    // The later one is the critical one.
    let text = "patient,date,time,sex,age,test,result,unit\n\
                1,2026-11-20,1899-12-30 17:15:00,F,40,Potassium,4.1,mmol/L\n\
                1,2026-11-21,1899-12-30 08:15:00,F,40,Potassium,6.9,mmol/L\n";
    let (_folder, path) = file("labs.csv", text);
    let run = Run::new([std::ffi::OsStr::new("preop"), path.as_os_str()]);
    let options = "--surgery-date 2026-12-01 --surgery-grade major --asa 2";
    let done = run.args(options.split(' ')).ok();
    assert!(done.stdout.contains("STOP"), "{}", done.stdout);
}

#[test]
fn midnight_beside_a_time_is_a_day_however_it_is_written() {
    for (day, time, expected) in [
        ("11/20/2026 12:00:00 AM", "8:15 AM", "11/20/2026 8:15 AM"),
        ("20/11/2026 0:00", "08:15", "20/11/2026 08:15"),
        ("2026-11-20 00:00:00.000", "08:15", "2026-11-20 08:15"),
        ("2026-11-20T00:00:00Z", "08:15", "2026-11-20 08:15"),
        ("2026-11-20", "815 PM", "2026-11-20 08:15 PM"),
        ("2026-11-20", "0815h", "2026-11-20 08:15"),
        ("2026-11-20", "08:15 hrs", "2026-11-20 08:15 hrs"),
    ] {
        let cells = format!("{day},{time}");
        assert_eq!(
            collected("date,time", &cells, &cells)[0],
            expected,
            "{cells}"
        );
    }
}

/// A spreadsheet takes the zero off 7.50.
#[test]
fn one_figure_behind_a_point_is_no_minute() {
    for (first, second) in [("7.15", "7.5"), ("17.15", "17.5"), ("8h15", "8h5")] {
        let rows = collected(
            "date,time",
            &format!("2026-11-20,{first}"),
            &format!("2026-11-20,{second}"),
        );
        assert_eq!(rows[1], "2026-11-20", "{second}");
        assert!(rows[0].ends_with(":15"), "{first}");
    }
    let told = |time: &str| {
        let text = format!(
            "patient,date,time,sex,age,test,result,unit\n1,2026-11-20,{time},F,40,Potassium,4.1,mmol/L\n"
        );
        let (_folder, path) = file("labs.csv", text);
        let done = Run::check(&path).ok();
        done.stderr.contains(
            "columns of times that are not read in each row: there the day alone counts: \"time\"",
        )
    };
    for time in ["7.5", "17.5", "8h5", "in the morning"] {
        assert!(told(time), "{time}");
    }
    for time in ["7.50", "08:15", "", "NULL", "--:--", "-"] {
        assert!(!told(time), "{time}");
    }
}

#[test]
fn plain_words_for_a_date() {
    for header in [
        "Dato",
        "dato",
        "pvm",
        "Tanggal",
        "날짜",
        "일자",
        "Ημερομηνία",
        "Датум",
        "Dagsetning",
    ] {
        assert_eq!(
            collected(header, "2026-11-20", "2026-11-21"),
            ["2026-11-20", "2026-11-21"],
            "{header}"
        );
    }
    // Of a birth and of a printed page it is none.
    for header in ["Fødselsdato", "Tanggal lahir"] {
        assert_eq!(
            collected(header, "1986-11-20", "1986-11-20"),
            ["", ""],
            "{header}"
        );
    }
}
