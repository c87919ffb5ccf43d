//! What is read out of comments, as tables.

use super::*;

#[track_caller]
fn comment(text: &str, grade: &str) {
    let words = SampleWords::hemolysis().expect("bundled words");
    let said = words.in_comment(text);
    let expected = (!grade.is_empty()).then(|| words.band(words.grade(grade), Provenance::Word));
    assert_eq!(said, expected, "{text:?} should be {grade:?}");
}

#[test]
fn words_with_their_grade() {
    comment("Specimen slightly hemolyzed", "slight");
    comment("Slight haemolysis noted", "slight");
    comment("Specimen moderately hemolyzed.", "moderate");
    comment("GROSSLY HEMOLYZED", "gross");
    comment("markedly hemolyzed", "gross");
    comment("very hemolyzed", "gross");
    comment("hochgradig hämolytisch", "gross");
    comment("siero emolitico", "unstated");
    comment("haemolised", "unstated");
    comment("mild to moderate hemolysis", "moderate");
    comment("+/- hemolysis", "trace");
    comment("HEM: 2+", "moderate");
    comment("repeat; hem = slight", "slight");
    comment("HEM2+", "");
    comment("hem consult 2+", "");
    comment("hemolyzed + lipemic", "unstated");
    comment("exposed to light - hemolyzed", "unstated");
    // What is denied here is something else than hemolysis.
    comment("Sample rejected - hemolyzed", "unstated");
    comment("K 6.1 - haemolysed specimen", "unstated");
    comment("hCG neg - hemolyzed", "unstated");
    comment("Haemolysed - no result available", "unstated");
    comment("Hemolyzed - no potassium result", "unstated");
    comment("hämolytisch - keine Kaliumbestimmung", "unstated");
    comment("Hemólisis no valorable", "unstated");
    comment("Kalium nicht gemessen wegen Hämolyse", "unstated");
    comment("K nicht verwertbar (Hämolyse)", "unstated");
    comment("keine Bestimmung wegen Hämolyse", "unstated");
    comment("Not reported - haemolysed", "unstated");
    comment("no informado por hemólisis", "unstated");
    comment("muestra no procesada hemolizada", "unstated");
    comment("Sample not lipemic but hemolyzed", "unstated");
    comment("Specimen no 3 hemolyzed", "unstated");
    comment("?hemolysis", "unstated");
    // So much of it; a result with its flag, and what is counted is something else.
    comment("0 hemolysis", "none");
    comment("0 haemolysis noted", "none");
    comment("hemolysis 0", "none");
    comment("no hemolysis seen", "none");
    comment("0 hemolysis 2+", "moderate");
    comment("Lip. 0 Hemolysis 300", "unstated");
    comment("0 hemolysis: 300", "unstated");
    comment("Lip. 0 Hemolysis", "unstated");
    comment("0 HEM", "unstated");
    comment("0 (hemolysis)", "unstated");
    comment("0 hemolyzed", "unstated");
    comment("10 hemolysis", "unstated");
    comment("Icterus 0 hemolysis", "unstated");
    comment("Hemolysis: 2+", "moderate");
    comment("hemolysis +++", "marked");
    comment("leichte Hämolyse", "slight");
    comment("stark hämolytisch", "gross");
    comment("Probe hämolytisch", "unstated");
    comment("fortement hémolysé", "gross");
    comment("prélèvement hémolysé", "unstated");
    comment("hémolyse légère", "slight");
    comment("hemólisis intensa", "gross");
    comment("muestra hemolizada", "unstated");
    comment("emolisi lieve", "slight");
    comment("campione emolizzato", "unstated");
    comment(
        "Potassium may be falsely elevated due to haemolysis",
        "unstated",
    );
    comment("hæmolyseret", "unstated");
    // What is denied is something else.
    comment("Icterus not found, hemolyzed", "unstated");
    comment("Result not found; hemolyzed", "unstated");
    comment("Potassium not reported. Sample hemolyzed", "unstated");
    comment("nije ponovljeno, hemoliza", "unstated");
    comment("Uzorak hemolitičan", "unstated");
    // No list: only the first is denied.
    comment("Not icteric, hemolyzed", "unstated");
    comment("not lipemic and hemolyzed", "unstated");
    comment("Previous and current specimen hemolyzed", "unstated");
    comment("Repeat specimen also hemolyzed", "unstated");
    comment("Cannot rule out hemolysis", "unstated");
    comment("Hemolysis 4+ (gross)", "gross");
    // What may be is said of this sample.
    comment(
        "Results may be affected by hemolysis, icterus or lipemia",
        "unstated",
    );
    comment("Hemolysis can increase potassium", "unstated");
    comment("Hemolysis interference", "unstated");
    comment("Hemolysis interference +", "slight");
    comment(
        "If clinically indicated please repeat, sample haemolysed",
        "unstated",
    );
    comment("First sample hemolyzed, repeat requested", "unstated");
    comment("Icterus negative hemolysis 3+", "marked");
    comment("Icterus: 0 Lipemia: 0 Hemolysis: 3", "unstated");
    // Signs that stand between.
    comment("Gross/hemolysis", "gross");
    comment("[Gross hemolysis]", "gross");
    comment("hemolysis_gross", "gross");
    // Short forms, and other languages.
    comment("SL HEM", "slight");
    comment("slt haem", "slight");
    comment("2+ HEM", "moderate");
    comment("gross hem", "gross");
    comment("Sample haem", "unstated");
    comment("Hemol.", "unstated");
    comment("häm.", "unstated");
    comment("Refer to haem", "");
    comment("no hem", "");
    comment("Monster gehemolyseerd", "unstated");
    comment("выраженный гемолиз", "gross");
    comment("标本溶血", "unstated");
    comment("轻度溶血", "slight");
    comment("HAEM +++", "marked");
}

#[test]
fn words_that_deny_it() {
    for text in [
        "no hemolysis",
        "No visible haemolysis.",
        "not hemolyzed",
        "non-hemolyzed",
        "nonhemolyzed",
        "unhemolyzed",
        "no evidence of haemolysis",
        "without hemolysis",
        "free of hemolysis",
        "hemolysis: none",
        "hemolysis: negative",
        "hemolysis: no",
        "hemolysis not detected",
        "hemolysis not present.",
        "absence of hemolysis",
        "kein Hinweis auf Hämolyse",
        "hämolysefrei",
        "Hämolyse: nein",
        "Hémolyse : non",
        "hemolyse: nei",
        "ikke tegn til hemolyse",
        "hemólisis ausente",
        "Bez významnější hemolýzy",
        "hemolysis absent",
        "hemolysis index normal",
        "nicht hämolytisch",
        "keine Hämolyse",
        "ohne Hämolyse",
        "Hämolyse: negativ",
        "pas d'hémolyse",
        "absence d'hémolyse",
        "non hémolysé",
        "sin hemólisis",
        "no hemolizada",
        "assenza di emolisi",
        "nessuna emolisi",
        "emolisi assente",
        "ingen hemolys",
        "geen hemolyse",
        "ikke hemolysert",
        "No lipemia, icterus or hemolysis",
        "no icterus/lipemia/hemolysis",
        "No icterus, hemolysis or lipemia",
        "Not icteric, hemolyzed, or lipemic",
        "Kein Ikterus, keine Hämolyse",
        "Neither icteric nor hemolysed",
        "Absence d'ictère, de lipémie et d'hémolyse",
        "Keine Lipämie/Hämolyse",
        "weder ikterisch noch hämolytisch",
        "Hemolysis 0, Icterus 0, Lipemia 0",
        "hemolysis neg, icterus neg",
        "Hemolysis - none",
        "Hemolysis (none)",
        "Hemolyzed? No",
        "Hemolysis ruled out",
        "Result not affected by hemolysis",
        "Hemolysis index within acceptable limits",
        "Hemolyse: negatief",
        "Inte hemolyserat",
        "sin signos de hemólisis",
        "w/o hemolysis",
        "Neg. for hemolysis",
        "Zero hemolysis",
        "Unaffected by hemolysis",
        "Hemolysis interference: none",
        "без гемолиза",
        "гемолиз отсутствует",
        "未见溶血",
        "nie stwierdzono hemolizy",
        "nie stwierdza się cech hemolizy",
        "Hemolysis: not found",
        "hemolysis grade 0",
        "Fără hemoliză",
        "fara semne de hemoliza",
        "Hemoliza: absenta",
        "nema hemolize",
        "Uzorak nije hemolitičan",
        "няма хемолиза",
    ] {
        comment(text, "none");
    }
}

#[test]
fn sentences_that_say_nothing_of_this_sample() {
    for text in [
        "hemolytic anemia",
        "h/o autoimmune haemolytic anaemia",
        "Hämolytische Anämie",
        "anémie hémolytique",
        "haemolysis screen requested",
        "beta-hemolytic streptococcus",
        "Hemolyzed samples may show falsely elevated potassium",
        "Reject if hemolyzed",
        "avoid hemolysis",
        "no gross hemolysis",
        "Reject if grossly hemolyzed",
        "if specimen is hemolyzed",
        "bei bekannter hämolytischer Anämie",
        "hämolytischen Anämie",
        "Staphylococcus haemolyticus",
        "haemolytic crisis",
        "modest rise, please monitor",
        "Previous specimen hemolyzed",
        "Original specimen was hemolyzed. Recollected",
        "Vorprobe hämolytisch",
        "Prélèvement précédent hémolysé",
        "Recollect of hemolyzed specimen",
        "Unacceptable conditions: grossly hemolyzed, lipemic",
        "Hemolysis interferes with this assay",
        "Hemolyzed samples are rejected",
        "Hemolysis should be avoided",
        "Hemolysis does not affect the result",
        "Not due to hemolysis",
        "Recollected due to hemolysis",
        "First sample hemolyzed",
        "1st specimen hemolyzed, 2nd OK",
        "Previous potassium 6.2 (hemolysed)",
        "Coag sample hemolyzed",
        "Ammonia not done - hemolyzed",
        "溶血性贫血",
        "No interference from hemolysis up to 500 mg/dL",
        "Raised LDH: consider haemolysis, liver disease",
        "Lysed whole blood flow cytometry",
        "",
    ] {
        comment(text, "");
    }
}

#[test]
fn an_index_in_words() {
    let words = SampleWords::hemolysis().expect("bundled words");
    let said = words.in_comment("Hemolysis index 180 mg/dL").expect("said");
    assert_eq!(said.free_hb, Some((1.8, Some(1.8))));
    assert_eq!(said.provenance, Provenance::Measured);
    let said = words.in_comment("Hämolyse: 0,8 g/L").expect("said");
    assert_eq!(said.free_hb, Some((0.8, Some(0.8))));
    for (text, amount) in [
        ("Free Hb 2 g/L", (2.0, Some(2.0))),
        ("cfHb 2.0 g/L", (2.0, Some(2.0))),
        ("Free Hgb >100 mg/dL", (1.0, None)),
        ("HEM 150 mg/dL", (1.5, Some(1.5))),
    ] {
        assert_eq!(words.in_comment(text).expect("said").free_hb, Some(amount));
    }
    assert_eq!(words.in_comment("Free Hb requested"), None);
    let said = words.in_comment("hemolysis index: 180").expect("said");
    assert_eq!(said.provenance, Provenance::Unknown);
    let said = words.in_comment("0 Hemolysis index 300").expect("said");
    assert_eq!(said.provenance, Provenance::Unknown);
    let said = words.in_comment("0 hemolysis index: 250 mg/dL");
    assert_eq!(said.expect("said").provenance, Provenance::Measured);
    let said = words.in_index("2+").expect("a grade");
    assert_eq!(said.provenance, Provenance::Graded);
    assert_eq!(
        words.in_condition("HEM").expect("a code").provenance,
        Provenance::Word
    );
    assert_eq!(words.in_condition("ROOM"), None);
}
