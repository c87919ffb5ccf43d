use super::*;

#[test]
fn flags_are_whole_words() {
    for (text, expected) in [
        ("", ReportedFlag::None),
        ("H", ReportedFlag::High),
        ("HIGH", ReportedFlag::High),
        ("(H)", ReportedFlag::High),
        ("LL", ReportedFlag::Low),
        ("NORMAL", ReportedFlag::Normal),
        ("abnormal", ReportedFlag::NoDirection),
        ("delta", ReportedFlag::NoDirection),
        ("CH", ReportedFlag::High),
        ("AL", ReportedFlag::Low),
        ("H^High^HL70078", ReportedFlag::High),
        ("H~A", ReportedFlag::High),
        ("H, D", ReportedFlag::High),
        ("H~L", ReportedFlag::NoDirection),
        ("@H", ReportedFlag::High),
        ("High Critical", ReportedFlag::High),
        ("Alert Low", ReportedFlag::Low),
        ("ABNORMAL_HIGH", ReportedFlag::High),
        ("Above upper panic limits", ReportedFlag::High),
        ("Below range", ReportedFlag::Low),
        ("stark erhöht", ReportedFlag::High),
        ("ERHÖHT", ReportedFlag::High),
        ("zu hoch", ReportedFlag::High),
        ("augmenté", ReportedFlag::High),
        ("düşük", ReportedFlag::Low),
        ("out of range", ReportedFlag::NoDirection),
        ("high risk", ReportedFlag::NoDirection),
        ("low volume", ReportedFlag::NoDirection),
        ("CHK", ReportedFlag::NoDirection),
        ("A", ReportedFlag::NoDirection),
        ("↑", ReportedFlag::High),
        ("极高", ReportedFlag::High),
        ("Tinggi", ReportedFlag::High),
        ("High/Abnormal", ReportedFlag::High),
        ("L/A", ReportedFlag::Low),
        ("Increased", ReportedFlag::High),
        ("H/L", ReportedFlag::NoDirection),
        ("N/A", ReportedFlag::NoDirection),
        // Beside a word about the sample.
        ("H HEM", ReportedFlag::High),
        ("H-HEM", ReportedFlag::High),
        ("Hem, H", ReportedFlag::High),
        ("L HEM", ReportedFlag::Low),
        ("N~HEMO", ReportedFlag::Normal),
        ("HEM", ReportedFlag::NoDirection),
        ("HEM CONSULT H", ReportedFlag::NoDirection),
        ("H pylori", ReportedFlag::NoDirection),
    ] {
        assert_eq!(flag(text), expected, "{text:?}");
    }
}

#[test]
fn flags_that_call_a_result_critical() {
    for critical in "Panik|Panik Değer|паническое|kritická|kritično|危|↑↑↑|▲▲|CRIT|LL|HH|CH|High Panic|PANIC|危急值|パニック値|Critical|H~CRIT|HH^Critical high|CRIT HIGH|Critically low|kritisch|\
                     критическое|Crítico|[HH]|critique|Low Alert|Alert Low|ALERT HIGH|L Alert|Alert-H|LL!|*HH|L**|LCRIT|!!|Life threatening"
        .split('|')
    {
        assert!(is_critical_flag(critical), "{critical}");
        assert!(!is_unknown_flag(critical), "{critical}");
    }
    for not in "H|L|N|not critical|Non-critical|High|Hematocrit|no panic|nicht kritisch|criteria|A|abnormal|Alert|L!|!|Alert abnormal|No low alert|Low".split('|') {
        assert!(!is_critical_flag(not), "{not}");
    }
}

#[test]
fn flags_without_a_direction() {
    for abnormal in
        "异常|基準値外|비정상|вне нормы|Abnormal|Borderline|Out of Range|OOR|Alert|*|ABN|auffällig"
            .split('|')
    {
        assert!(is_abnormal_mark(abnormal), "{abnormal}");
        assert!(!is_unknown_flag(abnormal), "{abnormal}");
    }
    for unknown in "Y|True|1|§|see note|Q".split('|') {
        assert!(is_unknown_flag(unknown), "{unknown}");
    }
    for known in "|H|N|HEM|delta|D|no|OK|suspect|normal|>I.H|>React|HU|LU".split('|') {
        assert!(!is_unknown_flag(known), "{known}");
    }
    for unknown in ">5|>ULN of kit".split('|') {
        assert!(is_unknown_flag(unknown), "{unknown}");
    }
    for doubt in ">React|>Samp|>Test|>Kin".split('|') {
        assert!(is_doubt(doubt), "{doubt}");
    }
    for none in ">ULN|>High|>H|>I.H|>LL|>5".split('|') {
        assert!(!is_doubt(none), "{none}");
    }
}
