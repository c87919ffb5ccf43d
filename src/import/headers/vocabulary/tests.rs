use super::*;

#[test]
fn every_word_is_folded_and_claimed_once() {
    let mut seen = HashMap::new();
    for (role, _, words) in words::WORDS.into_iter().flatten() {
        for word in words.split_whitespace() {
            assert_eq!(fold(word), word, "written folded");
            if let Some(before) = seen.insert(word, role) {
                panic!("{word} is claimed by {before:?} and by {role:?}");
            }
        }
    }
}

#[test]
fn headers_of_real_exports_have_their_roles() {
    for (role, headers) in [
        (
            Role::Patient,
            "SUBJECT_ID|usubjid|person_id|Patient|PatID|Fallnummer|N° dossier|Paciente|Historia|Paziente|HADM_ID|patientunitstayid|Patient no.",
        ),
        (
            Role::Sample,
            "specimen_id|LBREFID|sample_id|Accession|Specimen ID|Auftragsnummer|Probennummer|Sample Id",
        ),
        (
            Role::Collected,
            "charttime|LBDTC|labresultoffset|measurement_datetime|collected_at|Collected|Entnahme|Abnahmedatum|Date de prélèvement|Fecha de extracción|Data prelievo|Date",
        ),
        (Role::Received, "Received|Eingang"),
        (Role::Reported, "storetime|Befunddatum"),
        (
            Role::Sex,
            "sex|GENDER|Geschlecht|Sexe|Sexo|Sesso|gender_source_value",
        ),
        (
            Role::Age,
            "age|Alter|Âge|Edad|Età|age_days|Age (y)|AGE_MONTHS|Alter (Jahre)|Edad (años)",
        ),
        (
            Role::Birth,
            "DOB|birth_datetime|BRTHDTC|Geburtsdatum|Date de naissance|Fecha de nacimiento|Data di nascita",
        ),
        (
            Role::Name,
            "labname|LBTEST|PARAM|analyte|Test|Analyse|Parameter|Untersuchung|Bezeichnung|Examen|Prueba|Determinación|Esame|Analita|Test short name",
        ),
        (
            Role::Code,
            "ITEMID|LBTESTCD|measurement_source_value|PARAMCD|Test_Code",
        ),
        (Role::Loinc, "loinc|LBLOINC|LOINC_CODE"),
        (Role::Specimen, "FLUID|LBSPEC|Specimen Type|Material|Nature"),
        (Role::Category, "LBCAT|CATEGORY"),
        (Role::SpecimenCondition, "LBSPCCND"),
        (Role::Condition, "LBFAST|Fasting"),
        (
            Role::Value,
            "value|valuenum|labresulttext|labresult|LBORRES|LBSTRESN|AVAL|AVALC|value_source_value|value_as_number|Result|Ergebnis|Messwert|Wert|Résultat|Resultado|Risultato",
        ),
        (Role::Comparator, "operator_concept_id"),
        (
            Role::Unit,
            "valueuom|labmeasurenamesystem|LBORRESU|unit_source_value|Units|Einheit|Unité|Unidades|Unità di misura|Result unit",
        ),
        (
            Role::Low,
            "ref_range_lower|LBORNRLO|ANRLO|range_low|ref_low|Untergrenze|Borne inf",
        ),
        (
            Role::High,
            "ref_range_upper|LBORNRHI|ANRHI|range_high|ref_high|Obergrenze|Borne sup",
        ),
        (
            Role::Range,
            "Reference Range|Referenzbereich|Normbereich|Valeurs de référence|Valores de referencia|Valori di riferimento",
        ),
        (
            Role::Flag,
            "flag|LBNRIND|ANRIND|Abnormal Flag|Bewertung|Alarma",
        ),
        (Role::Status, "Status|LBSTAT"),
        (Role::Reason, "LBREASND"),
        (
            Role::Comment,
            "comments|LBCOVAL|Comment|Kommentar|Bemerkung|Commentaire|Comentario|Commento|Notes",
        ),
    ] {
        for header in headers.split('|') {
            assert_eq!(entry(header).map(|e| e.role), Some(role), "{header}");
        }
    }
    for header in [
        "",
        "Dil. ratio",
        "Potassium",
        "Test limit min",
        "LBSPID",
        "LBSEQ",
        "visit",
        "agent",
    ] {
        assert_eq!(entry(header), None, "{header}");
    }
    assert_eq!(entry("age_days").map(|e| e.age_unit), Some("days"));
    assert_eq!(
        entry("Alter in Monaten").map(|e| e.age_unit),
        Some("months")
    );
    assert_eq!(entry("age").map(|e| e.age_unit), Some(""));
}
