use super::*;

#[test]
fn control_rows_are_no_patients() {
    let row = |patient, sample| Observation {
        patient,
        sample,
        ..Observation::default()
    };
    assert!(is_quality_control(&row("QC", "")));
    assert!(is_quality_control(&row("", "QC-LEVEL-1")));
    assert!(is_quality_control(&row("CONTROL 2", "")));
    assert!(is_quality_control(&row("QC1", "")));
    for control in "Kalibrator|Kalibrator 2|Ringversuch 2026|Qualitätskontrolle|Leerwert|Contrôle niveau 1|CQ|CQ1|Calibrateur|EEQ 3|\
                    Controllo|Calibratore|VEQ|Calibrador|Controle|Branco|Kontrola|Kontrolní vzorek|Kontroll|Kontrollserum|\
                    Kontrolli|Kalibratör|PreciControl 1|Seronorm L-1|Lyphochek|Multiqual 3|Liquichek|Reagent blank|ZZTEST|\
                    QC-LEVEL-1|Kontrolle hoch|Контроль|Precinorm U|Precipath|CIQ niveau 2|CQI|Blanco 1|Kontrolmateriale|\
                    Kontrollimateriaali 2"
        .split('|')
    {
        assert!(is_quality_control(&row(control, "")), "{control}");
    }
    for control in "QC2-1120|qc1|NEQAS 455|UK NEQAS 12|NEQAS455|EQAS 3|INSTAND 11|C.f.a.s.|C.f.a.s. Lipids|CFAS 2|PCCC1|PCCM 2|PNU L1|\
                    PNU-L2|MAS Omni|MAS L1|HUMATROL N|Test Patient|TEST, PATIENT|Testpatient 3|DUMMY|Dummy 2|Dummy patient|\
                    Serum Pool|Serum pool 3|Water blank|CTRL1|CAL1|Control 2|Cal12"
        .split('|')
    {
        assert!(is_quality_control(&row(control, "")), "{control}");
        assert!(is_quality_control(&row("", control)), "{control}");
    }
    for tube in ["STD1", "Std 2", "Standard 1", "STD-3"] {
        assert!(is_quality_control(&row("", tube)), "{tube}");
        assert!(!is_quality_control(&row(tube, "")), "{tube}");
        assert!(!is_quality_control(&row("4711", tube)), "{tube}");
    }
    for control in "EQA Sample 2|EQA Survey 4|Bio-Rad Lyphochek L1|BIORAD Level 2|Technopath Multichem S Plus L2|RCPAQAP|Randox Assayed 2|\
                    Equalis 3|SKML 2026.2A|Labquality|ProBioQual|CAP C-03|PT-CAP C-01|LEVEL 1|PCC2"
        .split('|')
    {
        assert!(is_quality_control(&row(control, "")), "{control}");
    }
    for person in "Cap, Ana|Cap C|CAP-10023|Level|Levels, Jo|Bio, Rada|Level 4711|PCC4711|PCC|Randolph|EQA-Jones" .split('|') {
        assert!(!is_quality_control(&row(person, "")), "{person}");
    }
    for (specimen, expected) in [
        ("QC Level 1", true),
        ("QC L1", true),
        ("Level 1 control", true),
        ("Multiqual 1", true),
        ("Control level 2", true),
        ("Kontrolle", false),
        ("Kontrollprobe", false),
        ("Level 1", true),
        ("Serum", false),
        ("PT sample", false),
    ] {
        let row = Observation {
            specimen,
            ..Observation::default()
        };
        assert_eq!(is_quality_control(&row), expected, "{specimen}");
    }
    let flagged = |flag| Observation {
        flag,
        ..Observation::default()
    };
    assert!(is_quality_control(&flagged("CNTL")));
    assert!(!is_quality_control(&flagged("H")));
    // A control of a study has an age.
    let aged = |patient| Observation {
        age: "45",
        ..row(patient, "")
    };
    for person in ["CTRL1", "Cal2", "STD1"] {
        assert!(!is_quality_control(&aged(person)), "{person}");
    }
    for person in "CAL10023|CTRL1001|STD2024-01|Standard|Mas|MAS 1|Mas, Joan|Mas Garcia|PNU|PNU 4|PCCC|Pool|Pool, A|Pool 7|Dummer|\
                   Testa|Tester 1|Test Smith|Instandt|Neqash|Human|Trulabi|Water|Waters|Standardt 1|CALDER1|C.F. Asmus|Control100|\
                   Patient|Patient 1|Serum 1|STD 123"
        .split('|')
    {
        let quality_control = [row(person, ""), row("", person)].map(|row| is_quality_control(&row));
        assert_eq!(quality_control, [false, false], "{person}");
    }
    // People, and their numbers.
    for person in "Branco, Ana|Controlli Paolo|Kontrym|Eeqbal|CQ-Nguyen|Vega|Reagan|Kalb|Calder|C4711|K123|Q9|V12|E55|S1|Z3|Test|\
                   Blanka|Blankenship|Blanco, Ana|Blanco Garcia|Ciqual"
        .split('|')
    {
        assert!(!is_quality_control(&row(person, "")), "{person}");
    }
    assert!(!is_quality_control(&row("QCumber", "")));
    assert!(!is_quality_control(&row("4711", "S1")));
}
