use super::*;
use std::io::Write;

fn detected(bytes: &[u8], label: Option<&str>) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("written");
    let source = Source::open(file.path()).expect("opened");
    match detect(&source, label, false) {
        Ok(found) => format!(
            "{} {}{}",
            found.encoding.name(),
            found.mark,
            if found.assumed { " assumed" } else { "" }
        ),
        Err(error) => error
            .to_string()
            .lines()
            .next()
            .unwrap_or("")
            .rsplit(": ")
            .next()
            .unwrap_or("")
            .to_string(),
    }
}

#[test]
fn mark_then_utf8_then_pattern_then_label_then_assumption() {
    let utf16 = |text: &str, mark: &[u8], little: bool| -> Vec<u8> {
        let two = |unit: u16| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        };
        [mark.to_vec(), text.encode_utf16().flat_map(two).collect()].concat()
    };
    let text = "Patient;Analyse\n1;Größe µ\n";
    for (bytes, label, expected) in [
        (text.as_bytes().to_vec(), None, "UTF-8 0"),
        (text.as_bytes().to_vec(), Some("latin1"), "UTF-8 0"),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), None, "UTF-8 3"),
        (utf16(text, b"\xff\xfe", true), None, "UTF-16LE 2"),
        (utf16(text, b"\xfe\xff", false), None, "UTF-16BE 2"),
        (utf16(text, b"", true), None, "UTF-16LE 0"),
        (utf16(text, b"", false), None, "UTF-16BE 0"),
        (b"a;\xb5g/l\n".to_vec(), None, "windows-1252 0 assumed"),
        (
            b"a;\xb5g/l\n".to_vec(),
            Some("iso-8859-15"),
            "ISO-8859-15 0",
        ),
        (
            b"a;\xb5g/l\n".to_vec(),
            Some("klingon"),
            "unknown encoding \"klingon\"",
        ),
        (
            b"a;\xb5g/l\n".to_vec(),
            Some("IBM850"),
            "unknown encoding \"IBM850\"",
        ),
        (
            b"\xff\xfe\0\0a\0\0\0,\0\0\0".to_vec(),
            None,
            "this is text in UTF-32",
        ),
        (
            b"\0\0\xfe\xff\0\0\0a".to_vec(),
            None,
            "this is text in UTF-32",
        ),
        (
            b"a,b\n1,\0\0\0\x01\x02".to_vec(),
            None,
            "this is binary data, not text",
        ),
    ] {
        assert_eq!(detected(&bytes, label), expected);
    }
}

#[test]
fn a_character_may_be_cut_by_a_chunk() {
    let mut bytes = vec![b'a'; 256 * 1024 - 1];
    bytes.extend_from_slice("µµ".as_bytes());
    assert_eq!(detected(&bytes, None), "UTF-8 0");
    bytes.push(0xc2);
    assert_eq!(detected(&bytes, None), "windows-1252 0 assumed");
}
