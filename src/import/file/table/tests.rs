use super::*;
use crate::import::file::encoding::detect;
use std::io::Write;

fn lines(text: &[u8], header_line: u64) -> std::result::Result<Vec<(u64, String)>, String> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(text).expect("written");
    let source = Source::open(file.path()).expect("opened");
    let encoding = detect(&source, None, false).expect("detected");
    let dialect = Dialect {
        delimiter: b',',
        quoting: true,
        header_line,
    };
    let mut table = TableReader::open(&source, encoding, dialect).expect("opened");
    let mut record = StringRecord::new();
    let mut seen = Vec::new();
    loop {
        match table.read(&mut record) {
            Ok(Some(line)) => seen.push((line, record.get(0).unwrap_or("").to_string())),
            Ok(None) => return Ok(seen),
            Err(error) => return Err(error.to_string()),
        }
    }
}

#[test]
fn a_record_knows_the_line_it_starts_on() {
    for (text, header, expected) in [
        ("h,v\na,1\nb,2\n", 1, "1h 2a 3b"),
        ("h,v\n\n\na,1\n\nb,2", 1, "1h 4a 6b"),
        ("h,v\r\n\r\na,1\r\nb,2\r\n", 1, "1h 3a 4b"),
        ("h,v\r\ra,1\rb,2", 1, "1h 3a 4b"),
        ("h,v\na,\"1\n2\n3\"\nb,2\n", 1, "1h 2a 5b"),
        ("h,v\n\na,\"1\r\n2\"\n\nb,\"2\n\"\nc,3", 1, "1h 3a 6b 8c"),
        ("report\n\"x\n\nh,v\na,1\n", 4, "4h 5a"),
        ("\n\nh,v\na,1\n", 3, "3h 4a"),
        ("\n\nh,v\na,1\n", 1, "3h 4a"),
        ("h,v\n  \na,1\n , \nb,2", 1, "1h 3a 4  5b"),
        ("\u{feff}h,v\na,1", 1, "1h 2a"),
    ] {
        let seen = lines(text.as_bytes(), header).expect("readable");
        let seen: Vec<String> = seen
            .iter()
            .map(|(line, cell)| format!("{line}{cell}"))
            .collect();
        assert_eq!(seen.join(" "), expected, "{text:?}");
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let wide = [
            &b"\xfe\xff"[..],
            wide.strip_prefix(&[0xfe, 0xff]).unwrap_or(&wide),
        ]
        .concat();
        let through = lines(&wide, header).expect("readable");
        assert_eq!(through.len(), seen.len(), "{text:?} as UTF-16");
    }
}

#[test]
fn an_unclosed_quote_stops_the_run_at_its_line() {
    let error = lines(b"h,v\na,1\nb,\"2\nc,3\nd,\"x\"\n", 1).expect_err("unclosed");
    assert!(error.contains(":3: a quote is opened here"), "{error}");
}
