//! The same export in every encoding and with every line end.

use super::*;
use crate::notice::Code;

const TEXT: &str =
    "PatID;Analyse;Ergebnis;Einheit;Bemerkung\n1;CRP;3,40;µg/l;\"groß,\nsehr\"\n\n2;K;4,1;mmol/l;";
const EXPECTED: [&str; 2] = [
    "2 patient=1 name=CRP value=3,40 unit=µg/l comment=groß,\nsehr comma",
    "5 patient=2 name=K value=4,1 unit=mmol/l comma",
];

#[test]
fn all_encodings_and_line_ends_give_the_same() {
    for end in ["\n", "\r\n", "\r"] {
        let text = TEXT.replace('\n', end);
        let wide =
            |two: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(two).collect() };
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        for bytes in [
            text.clone().into_bytes(),
            [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(),
            [&b"\xff\xfe"[..], &wide(u16::to_le_bytes)].concat(),
            [&b"\xfe\xff"[..], &wide(u16::to_be_bytes)].concat(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            latin.to_vec(),
        ] {
            expect(&bytes, "", &EXPECTED);
        }
    }
}

#[test]
fn an_assumed_encoding_is_said_and_a_stated_one_is_not() {
    let codes = |bytes: &[u8], layout: &str| -> Vec<Code> {
        let export = open(bytes, layout).expect("understood");
        export.notices().iter().map(|notice| notice.code).collect()
    };
    let bytes = b"Patient,Test,Result,Unit\n1,CRP,3.4,\xb5g/l\n";
    assert_eq!(codes(bytes, ""), [Code::EncodingAssumed]);
    assert_eq!(codes(bytes, "encoding = \"iso-8859-1\"\n"), []);
    assert_eq!(codes(b"Patient,Test,Result\n", ""), [Code::EmptyExport]);
    expect(b"Patient,Test,Result\n", "", &[]);
    expect(b"Patient,Test,Result", "", &[]);
}

#[test]
fn bytes_read_reach_the_length() {
    for bytes in [
        TEXT.as_bytes().to_vec(),
        [&b"\xef\xbb\xbf"[..], TEXT.as_bytes()].concat(),
    ] {
        let export = open(&bytes, "").expect("understood");
        let mut rows = export.rows().expect("readable");
        while rows.next().expect("readable").is_some() {}
        assert_eq!(rows.bytes_read(), export.len_bytes());
    }
}

#[test]
fn an_encoding_is_assumed_by_the_headers_that_are_known_in_it() {
    use encoding_rs::{
        ISO_8859_2, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1254,
    };

    let polish = "Pacjent;Płeć;Materiał;Badanie;Wynik\n1;K;Mocz;Sód;śladowo\n";
    let czech = "Pacient;Pohlaví;Materiál;Vyšetření;Výsledek\n1;Ž;Moč;Sodík;140\n";
    let turkish = "Hasta No;Cinsiyet;Numune Türü;Tetkik Adı;Sonuç\n1;K;İdrar;Sodyum;140\n";
    let russian = "Пациент;Пол;Биоматериал;Test;Result\n1;Ж;Моча;K;4.1\n";
    let german = "Patient;Untersuchung;Ergebnis;Einheit\n1;Größe;4,1;µg/l\n";
    for (text, encoding, expected) in [
        (polish, WINDOWS_1250, "windows-1250"),
        (polish, ISO_8859_2, "iso-8859-2"),
        (czech, WINDOWS_1250, "windows-1250"),
        (turkish, WINDOWS_1254, "windows-1254"),
        (russian, WINDOWS_1251, "windows-1251"),
        (
            "Patient;Test;Résultat;Unité\n1;K;4,1;mmol\n",
            MACINTOSH,
            "macintosh",
        ),
        // Where no header tells more, it stays with the usual one.
        (german, WINDOWS_1252, "windows-1252"),
        (
            "Patient,Test,Result,Unit\n1,CRP,3.4,µg/l\n",
            WINDOWS_1252,
            "windows-1252",
        ),
    ] {
        let (bytes, _, _) = encoding.encode(text);
        let export = open(&bytes, "").expect("understood");
        let said = &export.notices()[0];
        assert_eq!(said.code, Code::EncodingAssumed, "{text}");
        assert!(said.message.contains(expected), "{}: {text}", said.message);
    }
}
