//! What is read out of comments against a sample, as tables.

use super::*;

#[test]
fn numbers_in_the_place_of_another() {
    let words = ResultWords::bundled();
    for (comment, expected) in [
        ("Corrected value is 6.9", Some("6.9")),
        ("Correct result: 6,9 mmol/L, please disregard", Some("6.9")),
        ("Corrected result: 6.9. Previously 4.1", Some("6.9")),
        ("Corrected from 5.9", None),
        ("Corrected calcium 2.4", None),
        ("Corrected value 2.45 for albumin", None),
        ("Correct result", None),
        ("Corrected to 6.9", Some("6.9")),
        ("AMENDED RESULT: 6.9 mmol/L", Some("6.9")),
        ("Result amended to 6,9 mmol/L", Some("6.9")),
        ("Corrected from 6.9", None),
        ("Reference range corrected to 3.5-5.1", None),
        ("Collection date corrected to 27.11.", None),
        ("Received, corrected to 27/11", None),
        ("Corrected to pH 7.4", None),
        // From one number to another.
        ("Corrected from 4.1 to 6.9", Some("6.9")),
        ("Result changed from 4.1 mmol/L to 6.9 mmol/L", Some("6.9")),
        ("korrigiert von 4,1 auf 6,9", Some("6.9")),
        ("Corregido de 4,1 a 6,9", Some("6.9")),
        ("Range corrected from 3.5 to 3.6", None),
        ("Time corrected from 10:30 to 11:30", None),
        ("Corrected to 6.9 from 4.1", Some("6.9")),
        ("Infused from 8 to 9", None),
        // The whole of a sentence.
        ("should be 6.9", Some("6.9")),
        ("Should be: 6,9 mmol/L.", Some("6.9")),
        ("Sorry. Should be 6.9!", Some("6.9")),
        ("Actual value 6.9 mmol/L", Some("6.9")),
        ("Should be repeated in 7 days", None),
        ("should be 6.9 before surgery", None),
        ("Should be 3.5-5.0", None),
        ("Should be below 5", None),
        ("Potassium should be 4.5", None),
        ("Dose should be 20", None),
        ("Changed to 20 mg twice daily", None),
        ("", None),
    ] {
        let expected = expected.map(|number| number.parse().expect("a number"));
        assert_eq!(words.corrected_to(comment), expected, "{comment:?}");
    }
}

#[test]
fn comments_against_a_sample() {
    let words = ResultWords::bundled();
    for (comment, expected) in [
        ("Specimen clotted, repeat on 12/5", Some(Absence::Clotted)),
        ("WRONG PATIENT - DISREGARD", Some(Absence::MixedUp)),
        ("Disregard this result", Some(Absence::Unreliable)),
        ("IV line contamination", Some(Absence::Contaminated)),
        ("Probe kontaminiert", Some(Absence::Contaminated)),
        ("not contaminated", None),
        ("Unreliable if the patient takes biotin", None),
        ("May be contaminated", None),
        ("no EDTA contamination", None),
        ("Specimen no 3 clotted", Some(Absence::Clotted)),
        ("Not haemolysed, clotted", Some(Absence::Clotted)),
        ("Wrong patient. Hemolyzed.", Some(Absence::MixedUp)),
        ("Sample hemolyzed and clotted", Some(Absence::Clotted)),
        ("No clots. Contaminated.", Some(Absence::Contaminated)),
        (
            "If in doubt repeat. Sample mislabelled",
            Some(Absence::MixedUp),
        ),
        ("Hemolyzed", Some(Absence::Hemolyzed)),
        ("Not valid for medico-legal use", None),
        ("Sample unsuitable for ammonia", None),
        ("Wrong tube received for HbA1c", None),
        ("Previous sample clotted. This is the repeat sample.", None),
        ("Blood withdrawn from left arm", None),
        ("Sample type: clotted blood", None),
        ("Urine culture contaminated", None),
        ("Keine Verwechslung", None),
        ("Verwechslung ausgeschlossen", None),
        ("Verwechslung nicht ausgeschlossen", Some(Absence::MixedUp)),
        ("Probenverwechslung", Some(Absence::MixedUp)),
        ("muestra contaminada", Some(Absence::Contaminated)),
        ("échantillon coagulé", Some(Absence::Clotted)),
        ("Corrected: 5.9 was another patient's sample", None),
        ("Clot in sample", Some(Absence::Clotted)),
        ("Interpret with caution", Some(Absence::Doubtful)),
        ("Ergebnis nicht verwertbar", Some(Absence::Unreliable)),
        ("Prélèvement à renouveler", Some(Absence::Recollect)),
        ("Recollected specimen", None),
        ("Recollect in 4 weeks", None),
        ("No evidence of contamination", None),
        ("Clotted blood", None),
        ("eGFR unreliable in extremes of muscle mass", None),
        ("fasting", None),
        ("Contamination screen negative", None),
        ("Contamination screen positive", Some(Absence::Contaminated)),
        ("Contamination: no", None),
        ("Clots not seen", None),
        ("No clots in sample", None),
        ("Checked for clots in sample", None),
        ("Checked: clots in sample", Some(Absence::Clotted)),
        ("Collection time does not match request", None),
        ("Organism identity uncertain", None),
        ("Referenzbereich ungültig", None),
        ("Ergebnis ungültig", Some(Absence::Unreliable)),
        ("Belongs to another patient", Some(Absence::MixedUp)),
        ("Does not belong to another patient", None),
        ("not this patient", Some(Absence::MixedUp)),
        ("not this patient's usual value", None),
        ("Patient identity not confirmed", Some(Absence::MixedUp)),
        ("Patient identity confirmed", None),
        ("Wrong tube type", Some(Absence::Unsuitable)),
        ("Tube type: gel", None),
        ("QC failed on this run", Some(Absence::Unreliable)),
        ("QC failed on previous run", None),
        ("No platelet clumping seen", None),
        ("", None),
    ] {
        assert_eq!(words.fault_in(comment), expected, "{comment:?}");
    }
}
