use super::super::fold;
use super::*;

#[test]
fn limits_by_their_words() {
    for header in [
        "Low Range|low_normal|lowNormal|NORM_RANGE_LOW|Normal min|Normal Lower|Normal Range Lower|lower_limit_of_normal",
        "Lower Normal Limit|Reference Range Lower Limit|Ref. From|Untere Grenze|Limite inférieure|Nedre gräns|Nedre grænse",
        "Limita inferioara|Rango inferior|Normalwert-Untergrenze|norma_dol|Donja granica|alsó határ|Dolná hranica|Spodní mez|\
         Borne basse|Долна граница|Alumine piir|Κάτω όριο|Norma minimalna",
        "Norme inf|Norme mini|VR min|Rif. min|Norma od|Dolna granica|Dolní mez|Ref. laag|Ref. lav|Nedre grense|Ondergrens referentie|Alaraja viite|referanse_nedre|limit_low|Std Low Limit|参考范围下限",
    ]
    .iter()
    .flat_map(|headers| headers.split('|'))
    {
        assert_eq!(limit(&fold(header)), Some(Role::Low), "{header}");
    }
    for header in "Ref. maks|Norma maks|Referansemaks|Limita superioara|Rango superior|Normalwert-Obergrenze|norma_gora|\
                   Gornja granica|felső határ|Horná hranica|Borne haute|Горна граница|Ülemine piir|Άνω όριο|Norme sup|Norme maxi|VR max|Rif. max|Górna granica|Horní mez|Ref. hoog|Ref. høj|Øvre grense|High Range|hi_normal|NORM_RANGE_HIGH|Normal max|Upper Normal Limit|Ref. To|Obere Grenze|Övre gräns|\
                   Øvre grænse|Reference Range Upper Limit|Limite supérieure|参考范围上限"
        .split('|')
    {
        assert_eq!(limit(&fold(header)), Some(Role::High), "{header}");
    }
    for header in "Critical low|Critical Range Low|Low flag|Panic low limit|Test limit min|Detection limit low|Lower limit of \
                   detection|Lower limit of quantification|Measuring range low|Reportable Range Low|Linear range low|\
                   Age low|Low|Normal|Low value|Target low|Previous ref low|R2A1LO|NORM_MODIFIER_LOW|Low High Range|\
                   ALT normal|ALT ref|Ref. Alt|Alt Değer|Norma no|Maks|Alert low|Lower respiratory|Range of motion max|Dose range low|Low income|Hi|LOLIPOP"
        .split('|')
    {
        assert_eq!(limit(&fold(header)), None, "{header}");
    }
}

#[test]
fn sides_beside_another_one() {
    let of = |header: &str| side(&fold(header));
    for (low, high) in [
        ("Ref. Alt", "Ref. Üst"),
        ("Alt Değer", "Üst Değer"),
        ("Min Value", "Max Value"),
        ("Inf", "Sup"),
        ("Norma no", "Norma līdz"),
    ] {
        let (one, words) = of(low).expect(low);
        assert_eq!(
            (one, of(high)),
            (Side::Low, Some((Side::High, words))),
            "{low}"
        );
    }
    for header in "From|To|Lowest value|Start|Value|Low High|Male low".split('|') {
        assert_eq!(of(header), None, "{header}");
    }
}

#[test]
fn intervals_by_their_words() {
    for header in "Valeurs normales|Valori normali|Zakres|Zakres normy|Referenční rozmezí|Referenční interval|Meze|\
                   Referenčné rozpätie|Referenčné hodnoty|Referencia tartomány|Interval de referință|Valori de referință|Viitealue|\
                   Ref. område|Referans Değer|Referans Değerleri|Normal Değerler|Intervalo de referência do laboratório|\
                   Biological Ref. Interval|Expected Values|Ranges|Ref. Int.|Lab Normal|参考值|参考范围|基準値|참고치|\
                   Референсные значения|Your Range|Normy|Referens"
        .split('|')
    {
        assert!(is_range(&fold(header)), "{header}");
    }
    for header in "Therapeutic Range|Critical Range|Age range|Age Range|Measuring range|Value|Lab value|Low Range|\
                   Date range|Out of range|Normalized"
        .split('|')
    {
        assert!(!is_range(&fold(header)), "{header}");
    }
}

#[test]
fn statuses_by_their_words() {
    for header in "RES STATUS|RSLT_STATUS|obs_result_stat|OBS_STATUS|obx_status|OBX_11_STATUS|Result Status Code|LAB_STATUS|\
                   Lab_Result_Status|RESULT_STATUS_DISP|Analysis Status|Release Status|RECORD_STATUS_CD_DISP|\
                   RESULT_STATUS_C_NAME|Status wyniku|Status badania|Status exame|Onay Durumu|Sonuç Durumu|\
                   Estado del resultado|Uitslagstatus|Svarstatus|Provsvarsstatus|Freigabestatus|Analysestatus|Resultatstatus|\
                   Stav výsledku|Eredmény státusz"
        .split('|')
    {
        assert_eq!(status(&fold(header)), Some(Status::OfResult), "{header}");
    }
    for header in
        "Statuscode|Stav|Stan|Situação|Státusz|Állapot|Tila|Tilstand|Durum|État|Статус".split('|')
    {
        assert_eq!(status(&fold(header)), Some(Status::Bare), "{header}");
    }
    for header in "Stat|Marital status|Smoking status|Specimen status|State|Station|Statin|Result|Statistic|Stanford|Test".split('|') {
        assert_eq!(status(&fold(header)), None, "{header}");
    }
}

#[test]
fn later_results_by_their_words() {
    for (headers, expected) in [
        (
            "Corrected Result|corrected_value|Result (corrected)|Amended result|Final Value|Revised Result|Korrigierter Wert|\
             Résultat corrigé|Resultado corregido",
            Some(Later::Corrected),
        ),
        (
            "Repeat Result|Result 2|value2|2nd result|New value|Retest result|Rerun value|Zweites Ergebnis|Repeat corrected result",
            Some(Later::Again),
        ),
        (
            "Previous result|Prior value|Last value|Delta|Result|Corrected calcium|Final diagnosis|Repeat|Result flag|New|\
             Result comment|Old value|Corrected|Result date 2|Test 2",
            None,
        ),
    ] {
        for header in headers.split('|') {
            assert_eq!(later(&fold(header)), expected, "{header}");
        }
    }
}

#[test]
fn conditions_of_a_sample_by_their_words() {
    for (headers, expected) in [
        (
            "HEM_INDEX|Haem Index|Hgb Index|Hemolysis_idx|Hb index|Hemolysis (0-4)|HEMOLYSIS_YN|Hemolysis detected|Hemolysis interference|\
             Hemolysis (0=none 1=slight 2=moderate 3=gross)|Hemolysis Level|Hemolysis (H)|Specimen hemolysis",
            Some(Kind::Hemolysis),
        ),
        (
            "ICT_INDEX|Bili index|Icterus Level|Icteric (I)",
            Some(Kind::Icterus),
        ),
        (
            "LIP_INDEX|Lipemia Level|Turbidity index",
            Some(Kind::Lipemia),
        ),
        (
            "Hem|Hemo|Hb|Bili|Bili 2|Hb 1|Hgb|Hgb level|Lip|Lip level|Turbidity|Index|Hemolysis test|Hemolytic anemia|Hemolysis/Icterus|Hemoglobin|\
             Hem date|Lipid index|Hemolysis date|Flag|H|L",
            None,
        ),
    ] {
        for header in headers.split('|') {
            assert_eq!(condition(&fold(header)), expected, "{header}");
        }
    }
}

#[test]
fn persons_by_their_words() {
    for header in "PAT_MRN_ID|PatientICN|PatientSID|Patient study no|patient_cpr|Study Subject ID|Animal ID|Donor ID|Member ID|\
                   Screening subject number|Unique Patient Identifier"
        .split('|')
    {
        assert!(is_person(&fold(header)), "{header}");
    }
    for header in "Hospital ID|hospitalid|Study ID|Patient|Patient name|Patient type|Patient age|Provider ID|Sample ID|\
                   Patient location code|Record number|Person type id"
        .split('|')
    {
        assert!(!is_person(&fold(header)), "{header}");
    }
}
