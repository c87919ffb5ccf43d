//! Words against a result or its sample that no phrase lists: each group beside its denials, and beside what only sounds
//! like it.

use crate::run::{Run, file};
use crate::traps_words::{
    DELAYED, DISOWNED, DOUBTFUL, FINE, HEADER, HEMOLYZED, MIXED_UP, check, comments, shown,
};

const PRELIMINARY: &str = "usable preliminary";
const ASKED: &str = "caution comment-disowns";
/// The comment speaks against the tube, and so perhaps against other results of it.
const OF_TUBE: &str = "indeterminate sample-spoiled comment-disowns";
const SPOILED: &str = "indeterminate sample-doubtful comment-disowns";
const DILUTED: &str = "indeterminate iv-fluid-possible";

#[test]
fn a_result_that_is_taken_back_or_doubted() {
    comments(
        DISOWNED,
        &[
            "Ignore this result",
            "result doubtful",
            "result questionable",
            "This result is questionable",
            "erroneous",
            "incorrect result",
            "Result issued in error",
            "spurious result",
            "artefact",
            "Probable artefact",
            "Suspicious result",
            "Do not interpret",
            "cannot be interpreted",
            "Can't be interpreted",
            "uninterpretable",
            "Not interpretable",
            "Results should not be relied on",
            "This result should not be used",
            "Test not performed",
            "Analysis not performed due to clot",
            "Result cancelled",
            "Wert fraglich",
            "Ergebnis nicht beurteilbar",
            "Messwert fehlerhaft",
            "Résultat douteux",
            "Ne pas interpréter",
            "Résultat à ne pas prendre en compte",
            "Resultado dudoso",
            "No interpretar",
            "Risultato errato",
            "Non interpretabile",
            "Resultado duvidoso",
            "Resultaat twijfelachtig",
            "Niet interpreteerbaar",
            "Osäkert resultat",
            "Usikkert svar",
        ],
    );
    comments(
        FINE,
        &[
            "Result not doubtful",
            "Not an erroneous result",
            "No artefact",
            "Artefact excluded",
            "Artefact: no",
            "Please ignore previous report",
            "Ignore flag on previous result",
            "Incorrect GP on request",
            "Test ordered in error",
            "Wrong number dialled",
            "Interpret with clinical context",
            "Result should not be used alone for diagnosis",
            "Values obtained with different methods should not be used interchangeably",
            "Do not interpret in isolation",
            "False positive results may occur with heterophilic antibodies",
            "Result confirmed, not an artefact",
            "Sampling not performed by the laboratory",
            "Glucose not done, no fluoride tube",
            "Test performed in duplicate",
            "Test cancelled: duplicate",
            "Cause uncertain",
            "Reference range changed",
            "Result phoned to ward",
            "previous result was haemolysed",
            "Namensänderung nach Heirat",
            "Diagnostic incertain",
        ],
    );
}

#[test]
fn a_result_with_less_certainty() {
    comments(
        ASKED,
        &[
            "estimated result",
            "approx only",
            "Value approximate",
            "Result estimated due to low volume",
            "Result may be unreliable",
            "Results may be inaccurate due to delay",
            "Ergebnis geschätzt",
            "Valeur estimée",
            "Valor estimado",
            "Valore stimato",
        ],
    );
    comments(
        FINE,
        &[
            "Estimated GFR 62",
            "Estimated gestational age 30 weeks",
            "Approximately 2 h after breakfast",
            "eGFR may be unreliable in pregnancy",
            "Results may be delayed",
        ],
    );
}

#[test]
fn a_result_that_is_not_released() {
    comments(
        PRELIMINARY,
        &[
            "Provisional",
            "Interim report",
            "Preliminary result only",
            "Unconfirmed",
            "Result unverified",
            "not yet authorised",
            "Results not yet verified by laboratory",
            "Not yet reviewed by biochemist",
            "awaiting verification",
            "Pending validation",
            "Result to follow; not yet released",
            "Vorläufiger Befund",
            "noch nicht freigegeben",
            "Résultat provisoire",
            "En attente de validation",
            "Pendiente de validación",
            "Risultato non confermato",
            "In attesa di validazione",
            "Resultado preliminar",
            "Voorlopige uitslag",
            "Nog niet vrijgegeven",
            "Preliminärt svar",
            "Ännu inte godkänt",
            "Foreløbigt svar",
            "Ikke godkjent",
        ],
    );
    comments(
        "indeterminate preliminary comment-disowns",
        &["Not validated", "Analyser fault; result not verified"],
    );
    comments(
        FINE,
        &[
            "Result verified",
            "Authorised by Dr Smith",
            "Provisional diagnosis: AKI",
            "Diagnosis not confirmed",
            "Pregnancy not confirmed",
            "Awaiting review by renal team",
            "Awaiting clinic appointment",
            "Requires clinical review",
            "Culture results pending",
            "No interpretation required",
            "Befund validiert",
            "Vorläufige Diagnose Pneumonie",
            "Résultat validé",
            "Svar validerat",
        ],
    );
}

#[test]
fn what_measured_it_failed() {
    comments(
        DISOWNED,
        &[
            "instrument error",
            "Analyser malfunction",
            "ISE electrode fault at time of analysis",
            "Calibration failed",
            "QC failed",
            "QC out",
            "Reagent expired",
            "Gerätefehler",
            "Panne de l'automate",
            "Error del analizador",
            "Errore dello strumento",
            "Erro do equipamento",
        ],
    );
    comments(
        FINE,
        &[
            "No instrument error",
            "No QC failure",
            "QC within limits",
            "QC carried out",
            "Calibration verified",
            "Result delayed by analyser maintenance",
            "Turnaround delay due to analyser failure",
            "Analysed on backup after analyser failure",
            "Heart failure unlikely",
            "Dialysis machine problem",
            "Error bars 5%",
            "Kein Gerätefehler",
        ],
    );
}

#[test]
fn whose_result_it_is() {
    comments(
        MIXED_UP,
        &[
            "Result of father",
            "Sample belongs to baby",
            "Specimen belongs to her twin",
            "Blood of mother",
            "Maternal sample?",
            "Labelled with different name",
            "label discrepancy",
            "identity not confirmed",
            "Patient ID not verified",
            "Surname on tube different from request",
            "DOB mismatch",
            "Wrong label",
            "Sample swap suspected",
            "Two different patients' labels",
            "Identität nicht gesichert",
            "Namen stimmen nicht überein",
            "Blut der Mutter",
            "Étiquette discordante",
            "Nombre no coincide",
            "Etichetta errata",
            "Naam komt niet overeen",
            "Felmärkt prov",
        ],
    );
    // A control is nobody's.
    comments("quality-control", &["EQA sample", "QC material"]);
    comments(
        FINE,
        &[
            "No label discrepancy",
            "Labels match",
            "Patient identity verified at bedside",
            "Date of birth mismatch resolved",
            "Name of GP incorrect",
            "Wrong ward on form",
            "Form unlabelled",
            "Results sent to mother",
            "Father had MI at 45",
            "Maternal sample also received",
            "Mother's results on file",
            "Known under different name",
            "Kidney donor work-up",
            "EQA performance satisfactory",
            "Mutter informiert",
        ],
    );
}

#[test]
fn a_tube_that_is_no_good() {
    comments(
        SPOILED,
        &[
            "Unsuitable for analysis",
            "Sample not suitable",
            "cord blood",
            "wrong tube type",
            "Wrong specimen container",
            "expired tube",
            "Specimen degraded",
            "Compromised sample",
            "Stability exceeded",
            "Thawed on arrival",
            "small clot seen",
            "fibrin clot",
            "clot in sample",
            "Fibrin strands in sample",
            "underfilled tube",
            "Gerinnsel",
            "Caillot",
            "Probe ungeeignet",
            "Échantillon inadapté",
            "Muestra no apta",
            "Campione non idoneo",
            "Amostra inadequada",
            "Monster ongeschikt",
            "Provet olämpligt",
        ],
    );
    // Beside the very test that it is no good for.
    comments(
        DISOWNED,
        &["Sample unsuitable for potassium", "Unsuitable for K+"],
    );
    comments(
        ASKED,
        &["Specimen received frozen", "Sample frozen on arrival"],
    );
    comments(
        FINE,
        &[
            "Sample suitable for analysis",
            "Sample unsuitable for ammonia",
            "Heparin plasma not suitable for this test",
            "Samples older than 24 h are not suitable.",
            "Wrong tube received for HbA1c",
            "Right tube type",
            "Umbilical hernia",
            "Blood pressure not adequate",
            "Fresh frozen plasma given",
            "Stability limit 24 h not exceeded",
            "Serum frozen for referral",
            "Frozen serum aliquot received",
            "No small clots",
            "Absence de caillot",
            "Inga koagel",
            "Coagulation screen to follow",
            "Probe geeignet",
            "Muestra apta",
        ],
    );
}

#[test]
fn a_new_sample_is_asked_for() {
    comments(
        ASKED,
        &[
            "repeat advised",
            "Repeat recommended on a fresh sample",
            "Repeat potassium urgently",
            "Repeat to exclude artefact",
            "Please send fresh sample",
            "Wiederholung empfohlen",
            "Nouveau prélèvement souhaité",
            "Nueva extracción",
            "Nuovo prelievo",
        ],
    );
    comments(
        FINE,
        &[
            "Suggest repeat in 3 months",
            "Please repeat fasting",
            "Please repeat in 3 days",
            "Please repeat lipids fasting",
            "repeat advised if clinically indicated",
            "Repeat advised in 3/12",
            "Repeat recommended in 4 weeks",
            "Repeat annually",
            "No repeat needed",
            "Repeat sample requested by GP",
            "Recollect received",
            "Wiederholung in 4 Wochen empfohlen",
            "Si consiglia controllo tra 3 mesi",
        ],
    );
}

#[test]
fn blood_that_was_left() {
    comments(
        DELAYED,
        &[
            "Unspun for 9 hours",
            "stored at 4C overnight",
            "Left overnight before centrifugation",
            "sample left unseparated over weekend",
            "Stored in fridge over the weekend",
            "Sample >72h old",
            "Sample age 30 h",
            "Collected 3 days ago",
            "Received 26 h after collection",
            "Received 3 days late",
            "Arrived 26 h late",
            "Not spun until next day",
            "Time to centrifugation 9 h",
            "Delay > 8 h in separation",
            "Chilled whole blood",
            "Probe älter als 24 h",
            "Probe 3 Tage alt",
            "Délai de centrifugation dépassé",
            "Retraso en la centrifugación",
            "Te laat gecentrifugeerd",
        ],
    );
    // "Unspun" alone says that it is unsuitable.
    comments(
        "indeterminate sample-doubtful delayed-separation-possible masked-low-possible comment-disowns",
        &["Unspun overnight"],
    );
    comments(
        "indeterminate delayed-separation-possible masked-low-possible comment-disowns",
        &["sample too old for K+"],
    );
    comments(
        FINE,
        &[
            "Unspun for 1 hour",
            "Sample <4h old",
            "Sample less than 4 hours old",
            "Sample age 2 h",
            "Sample from baby 2 days old",
            "Patient fasted overnight",
            "Overnight dexamethasone suppression",
            "Serum separated and stored at 4C overnight",
            "Sample stored for 7 days",
            "Last dose taken 3 days ago",
            "Received 1 h after collection",
            "Report delayed due to IT downtime",
            "Sample too old for lactate",
        ],
    );
}

#[test]
fn a_vein_with_something_running_and_a_tube_of_edta() {
    comments(
        DILUTED,
        &[
            "taken above cannula",
            "NaCl running in same arm",
            "Saline infusion in same arm",
            "Drawn from infusion line",
        ],
    );
    // In which arm is not said.
    comments(
        DOUBTFUL,
        &[
            "IV fluids running",
            "KCl infusion running",
            "Drip running",
            "Taken below IV? drip not stopped",
            "Blood taken from cannula",
            "Perfusion en cours",
        ],
    );
    comments(
        FINE,
        &[
            "not taken from the drip arm",
            "No IV fluids running",
            "Infusion stopped",
            "IV cannula in left hand, blood from right arm",
            "Insulin infusion clinic",
            "Running a marathon",
        ],
    );
    comments(
        "unusable edta-suspected",
        &[
            "received in EDTA tube",
            "purple top received",
            "Lavender tube used",
            "Taken into EDTA",
            "Serum from EDTA",
            "EDTA-Röhrchen verwendet",
        ],
    );
    comments(
        FINE,
        &[
            "EDTA sample also received",
            "Serum and EDTA received",
            "SST filled before EDTA",
            "Potassium EDTA not used",
            "1 x SST 1 x EDTA",
            "Lavender tube also drawn",
        ],
    );
}

#[test]
fn hemolysis_that_is_asked_for_or_was_another_sample() {
    comments(
        ASKED,
        &[
            "query haemolysis",
            "Frage nach Hämolyse",
            "Recherche d'hémolyse",
        ],
    );
    comments(
        HEMOLYZED,
        &[
            "?haemolysis",
            "Repeat after haemolysed sample; still haemolysed",
            "Repeat of potassium, haemolysed",
            "H-index < 0.5 g/L",
        ],
    );
    comments(
        FINE,
        &[
            "free from haemolysis",
            "free of hemolysis",
            "Repeat after haemolysed sample; not haemolysed",
            "Replaces haemolysed sample of yesterday",
            "Haemolysis check: passed",
            "Haemolysis below threshold for this test",
            "Nem hemolizált",
        ],
    );
}

/// What is wrong with one tube beside results from others.
#[test]
fn clots_where_they_belong_and_where_not() {
    let beside = |test: &str, comment: &str| format!(r#"{test},,final,"{comment}""#);
    let potassium = "Serum,Potassium,4.1,mmol/L,3.5-5.1";
    let hemoglobin = "Whole blood,Hemoglobin,140,g/L,120-160";
    let platelets = "Whole blood,Platelets,180,10^9/L,150-400";
    let inr = "Citrate plasma,INR,1.0,,0.8-1.2";
    for (test, comment, expected) in [
        (potassium, "FBC clotted", FINE),
        (potassium, "clotted tube", FINE),
        (potassium, "serum: clotted", FINE),
        (potassium, "Clotted 30 min before centrifugation", FINE),
        (potassium, "Coag sample clotted", FINE),
        (potassium, "Clotted", SPOILED),
        (potassium, "FBC mislabelled", MIXED_UP),
        (hemoglobin, "FBC clotted", OF_TUBE),
        (hemoglobin, "clotted tube", OF_TUBE),
        (potassium, "Platelet clumping in EDTA", FINE),
        (hemoglobin, "Platelet clumping in EDTA", FINE),
        (platelets, "Platelet clumping in EDTA", OF_TUBE),
        (platelets, "platelets clumped", OF_TUBE),
        (platelets, "Platelets adequate, no clumps", FINE),
        (inr, "Short sample", DISOWNED),
        (inr, "Underfilled tube", OF_TUBE),
        (inr, "Volume adequate", FINE),
        (hemoglobin, "Short sample", ASKED),
        // Here is a number all the same.
        (potassium, "Short sample", FINE),
        (potassium, "Insufficient sample for glucose", FINE),
    ] {
        check(&[(&beside(test, comment), expected)]);
    }
}

/// A preliminary potassium by its comment is not taken for final where surgery waits for one.
#[test]
fn a_sheet_waits_for_what_is_preliminary_by_its_comment() {
    let sheet = |comment: &str| {
        let text = format!(
            "{HEADER}\nP,S,2026-10-12 07:10,F,45,Serum,Potassium,4.1,mmol/L,3.5-5.1,,final,{comment}\n"
        );
        let (_folder, path) = file("labs.csv", text);
        assert!(shown(&Run::check(&path).rows()[0]).starts_with("usable"));
        let run = Run::new([std::path::Path::new("preop"), &path]);
        run.args(["--today", "2026-10-13"]).done().stdout
    };
    assert!(sheet("Provisional").contains("PRELIMINARY"));
    assert!(!sheet("Fasting").contains("PRELIMINARY"));
}
