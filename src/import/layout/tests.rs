//! Layout files, read and refused.

use super::*;

#[test]
fn a_layout_says_what_is_wrong_and_where() {
    for (text, expected) in [
        ("shape = \"long\"\n", ""),
        ("shape = \"tall\"\n", "l:1:9: "),
        ("delimiter = \"<\"\n", "l:1:13: "),
        ("shape = \"long\"\ncolour = 1\n", "l:2:1: "),
        ("[columns]\nvalue = \"R\"\nvalu = \"R\"\n", "l:3:1: "),
        ("decimal = \";\"\n", "l:1:11: "),
        ("encoding = \"klingon\"\n", "l:1:12: "),
        (
            "decimal = \",\"\nthousands = \",\"\n",
            "l: decimal and thousands",
        ),
        ("[[analytes]]\nunit = \"g/L\"\n", "l: the analyte number 1"),
        ("header_line = 0\n", "l: header_line is 0"),
        ("shape = \n", "l:1:"),
    ] {
        let message = match Layout::parse("l", text) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        assert!(message.starts_with(expected), "{text:?} gives {message:?}");
        assert_eq!(
            message.is_empty(),
            expected.is_empty(),
            "{text:?} gives {message:?}"
        );
    }
}

#[test]
fn a_full_layout_is_read() {
    let layout = Layout::parse(
        "l",
        "shape = \"wide\"\ndelimiter = \"tab\"\nquoting = false\nheader_line = 4\ndecimal = \",\"\n\
         thousands = \"none\"\ndate_order = \"dmy\"\n[columns]\npatient = [\"id\", \"#2\"]\n\
         [[analytes]]\ncolumn = \"ALB\"\nname = \"albumin\"\nunit = \"g/L\"\nlow = 35\nhigh = 52.5\n",
    )
    .expect("a layout");
    assert_eq!(layout.shape, Some(Shape::Wide));
    assert_eq!(layout.delimiter, Some(Delimiter(b'\t')));
    assert_eq!(layout.thousands, Some(Thousands(None)));
    assert_eq!(layout.date_order, Some(DateOrder::DayFirst));
    assert_eq!(layout.columns[&Role::Patient].as_slice(), ["id", "#2"]);
    assert_eq!(layout.analytes[0].high, Some(Number("52.5".into())));
}
