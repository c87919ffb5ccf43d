use super::*;

#[test]
fn a_style_is_proved_or_plain() {
    for (values, comma, thousands) in [
        (&["4.1", "140"][..], false, None),
        (&["140", "7"], false, None),
        (&["3,40", "415,00"], true, None),
        (&["0,123"], true, None),
        (&["<0,5", "12"], true, None),
        (&["1,234"], false, None),
        (&["1,234", "2,345"], false, None),
        (&["1,234", "4.1"], false, Some(',')),
        (&["1,234.5"], false, Some(',')),
        (&["1,234,567"], false, Some(',')),
        (&["1.234,5"], true, Some('.')),
        (&["1.234.567", "3,4"], true, Some('.')),
        (&["1.005", "3,4"], true, None),
        (&["1.240", "3,4"], true, Some('.')),
        (&["95.000", "1.020", "3,4"], true, None),
        (&["95.000 /mm3", "4,1 mmol/L"], true, Some('.')),
        (&["1,20,000", "4.1"], false, Some(',')),
        (&["1,20,000"], false, Some(',')),
        (&["1,20,00", "4.1"], false, None),
        (&["1.234"], false, None),
        (&["3,40", "3.40"], false, None),
        (&["1 234,5"], true, Some(' ')),
        (&["1\u{a0}234", "3,4"], true, Some('\u{a0}')),
        (&["1'234.5"], false, Some('\'')),
        (&["12 13", "1 234", "4.1"], false, None),
        (&["LESS THAN 1.5", "7,2 mild", "10-20"], false, None),
        (&["↑ 7,3", "4,1"], true, None),
        (&[], false, None),
    ] {
        let mut evidence = NumberEvidence::default();
        for value in values {
            evidence.see(value);
        }
        let expected = NumberStyle {
            decimal_comma: comma,
            thousands,
            groups_open: values == ["3,40", "3.40"],
        };
        assert_eq!(evidence.style(b','), expected, "{values:?}");
    }
}

#[test]
fn beside_limits_with_a_comma_a_point_before_three_digits_is_open() {
    for (values, limits, open) in [
        (&["1.250", "4"][..], &["< 14", "3,5-5,1"][..], true),
        (&["1.250", "4.1"], &["3,5-5,1"], false),
        (&["1.250", "4"], &["3.5-5.1"], false),
        (&["1.250", "4"], &["3,5-5,1", "0.5 - 0.9"], false),
        (&["1.250", "4"], &["1,000-2,000"], false),
        (&["4"], &["3,5-5,1"], false),
    ] {
        let mut evidence = NumberEvidence::default();
        values.iter().for_each(|value| evidence.see(value));
        limits.iter().for_each(|limit| evidence.see_limit(limit));
        let found = evidence.style(b'\t');
        assert_eq!(found.decimal_comma, open, "{values:?} {limits:?}");
        assert_eq!(found.thousands, None, "{values:?} {limits:?}");
    }
}

#[test]
fn between_semicolons_a_point_before_three_digits_is_open() {
    for (values, comma, thousands) in [
        (&["1.234", "250"][..], true, None),
        (&["1.234", "0.123"], false, None),
        (&["1.234", "4.1"], false, None),
        (&["1.234", "4,1"], true, Some('.')),
        (&["1.234.567", "1.234"], true, Some('.')),
        (&["250"], false, None),
    ] {
        let mut evidence = NumberEvidence::default();
        values.iter().for_each(|value| evidence.see(value));
        let found = evidence.style(b';');
        assert_eq!(
            (found.decimal_comma, found.thousands),
            (comma, thousands),
            "{values:?}"
        );
    }
}

#[test]
fn a_flagged_value_is_read_and_leaves_open_what_is_open() {
    for values in [
        &["7,2 H"][..],
        &["5,9*", "140"],
        &["↑ 7,3", "1.250"],
        &["16,18 H", "1,250"],
        &["LESS THAN 1,5", "7"],
        &["< di 0,5", "superior a 8"],
    ] {
        let mut evidence = NumberEvidence::default();
        values.iter().for_each(|value| evidence.see(value));
        assert!(evidence.style(b'\t').groups_open, "{values:?}");
    }
    let style = NumberStyle {
        groups_open: true,
        ..NumberStyle::default()
    };
    for (text, expected) in [
        ("5,9", Some("5.9")),
        ("1.250", None),
        ("1,250", None),
        ("140", Some("140")),
    ] {
        let read = crate::value::read_number(text, style).map(|number| number.to_string());
        assert_eq!(read.as_deref(), expected, "{text}");
    }
}
