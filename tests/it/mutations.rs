//! Exports as they should not be: samples, mutated. Nothing panics, every record is accounted for, and the
//! order of rows does not matter.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use serumcheck::Interpreter;

use crate::judge;
use crate::run::{Row, file, root};

/// Samples with one result a row.
const LONG: [&str; 5] = [
    "preop_panel",
    "hemolyzed",
    "censored",
    "multi_patient",
    "sdtm_lb",
];
const ALL: [&str; 8] = [
    "preop_panel",
    "hemolyzed",
    "censored",
    "multi_patient",
    "sdtm_lb",
    "messy",
    "wide_german",
    "wide_no_units",
];

static BUNDLED: LazyLock<Interpreter> = LazyLock::new(|| judge::by("us"));

pub fn sample(name: &str) -> Vec<u8> {
    std::fs::read(root().join(format!("samples/{name}.csv"))).expect("a sample")
}

/// A sample as cells, its header first.
fn table(name: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(PathBuf::from(root()).join(format!("samples/{name}.csv")))
        .expect("a sample");
    let record = |record: Result<csv::StringRecord, _>| {
        record
            .expect("a record")
            .iter()
            .map(str::to_string)
            .collect()
    };
    reader.records().map(record).collect()
}

fn written(table: &[Vec<String>], delimiter: u8, line_end: &str) -> String {
    let quoted = |cell: &String| {
        let special = cell.contains(['"', '\n', '\r', char::from(delimiter)]) || cell.is_empty();
        if special {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    table.iter().fold(String::new(), |text, row| {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        text + &cells.join(&char::from(delimiter).to_string()) + line_end
    })
}

/// What holds for every row, whatever the file.
fn accounted(rows: &[Row]) {
    let mut last = 1;
    for row in rows {
        let line: u64 = row["line"].parse().expect("a line");
        assert!(last <= line, "rows are in order of input");
        last = line;
        if row["flag"].is_empty() {
            assert!(
                !row["notices"].is_empty(),
                "not judged, and no reason: {row:?}"
            );
        } else {
            assert!(!row["value"].is_empty(), "judged without a value: {row:?}");
        }
    }
}

#[derive(Clone, Debug)]
pub enum Blow {
    Delete(Index, usize),
    Double(Index, usize),
    Insert(Index, Vec<u8>),
    Cut(Index),
}

pub fn blow() -> impl Strategy<Value = Blow> {
    let bytes = prop_oneof![
        Just(b"\"".to_vec()),
        Just(b"\r".to_vec()),
        Just(b"\n".to_vec()),
        Just(b"\r\n\r\n".to_vec()),
        Just(b",".to_vec()),
        Just(b";;".to_vec()),
        Just(b"\t".to_vec()),
        Just(b"\0".to_vec()),
        Just(b"\xff\xfe".to_vec()),
        Just(b"\xef\xbb\xbf".to_vec()),
        Just("µ".as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 1..6),
    ];
    prop_oneof![
        (any::<Index>(), 1_usize..40).prop_map(|(at, length)| Blow::Delete(at, length)),
        (any::<Index>(), 1_usize..200).prop_map(|(at, length)| Blow::Double(at, length)),
        (any::<Index>(), bytes).prop_map(|(at, bytes)| Blow::Insert(at, bytes)),
        any::<Index>().prop_map(Blow::Cut),
    ]
}

pub fn strike(bytes: &mut Vec<u8>, blow: &Blow) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match blow {
        Blow::Delete(at, count) => {
            let at = at.index(length);
            bytes.drain(at..length.min(at + count));
        }
        Blow::Double(at, count) => {
            let at = at.index(length);
            let piece = bytes[at..length.min(at + count)].to_vec();
            bytes.splice(at..at, piece);
        }
        Blow::Insert(at, piece) => {
            let at = at.index(length);
            bytes.splice(at..at, piece.iter().copied());
        }
        Blow::Cut(at) => bytes.truncate(at.index(length)),
    }
}

/// Cells that a laboratory never meant to write.
fn odd_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        proptest::sample::select(vec![
            "nan",
            "inf",
            "-",
            "?",
            "1e400",
            "<",
            ">",
            "<<5",
            "5,1",
            "5.1.2",
            "1_000",
            "NULL",
            "=1+1",
            "'",
            "\"",
            "a\nb",
            "H",
            "0",
            "-5",
            "2026-02-30",
            "99/99/9999",
            "N/A",
            "µ",
            "😀",
            "hemolyzed",
            "not hemolyzed",
            "%",
            "mmol/L",
            "999999999999999999999999999999",
        ])
        .prop_map(str::to_string),
        "[ -~]{0,12}",
        "\\PC{0,8}",
    ]
}

#[derive(Clone, Copy, Debug)]
enum Encoding {
    Utf8,
    Bom,
    Utf16Le,
    Utf16Be,
}

fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Utf16Le => std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        Encoding::Utf16Be => std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_be_bytes)
            .collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Bytes are lost, doubled, put in: there is an answer or an error, and every row has its reason.
    #[test]
    fn broken_bytes(name in proptest::sample::select(&ALL[..]), blows in proptest::collection::vec(blow(), 1..8)) {
        let mut bytes = sample(name);
        blows.iter().for_each(|blow| strike(&mut bytes, blow));
        let (_folder, path) = file("labs.csv", &bytes);
        if let Ok(rows) = judge::file(&BUNDLED, &path) {
            accounted(&rows);
        }
    }

    /// Cells are replaced and rows are lost, doubled and moved: as many results come out as rows go in.
    #[test]
    fn rows_in_are_rows_out(
        name in proptest::sample::select(&LONG[..]),
        cells in proptest::collection::vec((any::<Index>(), any::<Index>(), odd_cell()), 0..12),
        rows in proptest::collection::vec((any::<Index>(), any::<bool>()), 0..6),
        encoding in proptest::sample::select(vec![Encoding::Utf8, Encoding::Bom, Encoding::Utf16Le, Encoding::Utf16Be]),
        line_end in proptest::sample::select(vec!["\n", "\r\n", "\r"]),
        delimiter in proptest::sample::select(vec![b',', b';', b'\t', b'|']),
    ) {
        let mut table = table(name);
        for (row, column, text) in cells {
            let row = 1 + row.index(table.len() - 1);
            let column = column.index(table[row].len());
            table[row][column] = text;
        }
        for (at, double) in rows {
            let at = 1 + at.index(table.len() - 1);
            if double { table.push(table[at].clone()) } else if 3 < table.len() { table.remove(at); }
        }
        let text = written(&table, delimiter, line_end);
        let (_folder, path) = file("labs.csv", encoded(&text, encoding));
        let judged = judge::file(&BUNDLED, &path).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        accounted(&judged);
        prop_assert_eq!(judged.len(), table.len() - 1, "{}", text);
    }

    /// The same rows in another order get the same judgement. What is marked as a repetition is the later one.
    #[test]
    fn order_does_not_matter(name in proptest::sample::select(&LONG[..]), seed in proptest::collection::vec(any::<u32>(), 64)) {
        let table = table(name);
        let mut order: Vec<usize> = (1..table.len()).collect();
        order.sort_by_key(|at| seed[*at % seed.len()].wrapping_mul(*at as u32 | 1));
        let shuffled: Vec<Vec<String>> =
            std::iter::once(0).chain(order).map(|at| table[at].clone()).collect();
        let judged = |table: &[Vec<String>]| -> Vec<String> {
            let (_folder, path) = file("labs.csv", written(table, b',', "\n"));
            let rows = judge::file(&BUNDLED, &path).expect("a table");
            let mut rows: Vec<String> = rows.iter().map(without_place).collect();
            rows.sort_unstable();
            rows
        };
        prop_assert_eq!(judged(&table), judged(&shuffled));
    }
}

/// A row without its place in the file, and without the mark of an exact repetition.
fn without_place(row: &Row) -> String {
    let notices: BTreeSet<&str> = row["notices"]
        .split(' ')
        .filter(|code| *code != "duplicate")
        .collect();
    let mut row = row.clone();
    row.insert(
        "notices".to_string(),
        notices.into_iter().collect::<Vec<_>>().join(" "),
    );
    for place in ["file", "line"] {
        row.remove(place);
    }
    format!("{row:?}")
}
