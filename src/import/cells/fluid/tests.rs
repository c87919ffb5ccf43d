//! Which columns name a fluid, or the specimen.

use super::*;

#[test]
fn columns_of_specimens() {
    for (header, cells, expected) in [
        ("Zdroj", "Serum|Urine", true),
        ("Zdroj", "Serum|Drain|Random", true),
        ("Zdroj", "Blood|CSF", true),
        ("Draw type", "Random", false),
        ("Draw site", "Cath|Arterial|Venous", false),
        ("Complication", "Ascites", false),
        ("Material code", "Urine|Serum", true),
        ("Sample information", "Random", false),
        ("Nom du prélèvement", "Sérum|Urine", true),
        ("Clinical info", "Urine", false),
        ("Order code", "Urine|Serum", false),
    ] {
        assert_eq!(
            is_specimen(header, cells.split('|')),
            expected,
            "{header}: {cells}"
        );
    }
}

#[test]
fn columns_that_name_a_fluid() {
    for (header, cells, expected) in [
        ("Lab Panel", "Chemistry|Urine Chemistry", true),
        ("Form Name", "Hematology|CSF", true),
        ("ItemGroupOID", "IG.CHEM|URINALYSIS", true),
        ("RAW_PANEL", "BMP|CMP", false),
        ("procedure", "BMP|Urinalysis", true),
        ("procedure", "Urinalysis|Venipuncture|Lumbar puncture", true),
        ("procedure", "Paracentesis fluid|Hip replacement", true),
        (
            "procedure_description",
            "Bone marrow biopsy|Hip replacement",
            false,
        ),
        ("Service", "Medicine|Peritoneal dialysis unit", false),
        ("Diagnosis", "Ascites|Sepsis", false),
        ("Whatever", "Pleural effusion|none", false),
        ("Validated by", "UA|UB", false),
        ("Phase", "pre-HD|dialysate", true),
        ("Timepoint", "post|Effluent", true),
        ("Phase", "pre-HD|dialysate out|drain", true),
        ("Phase", "luteal|follicular", false),
        ("Phase", "fluid resuscitation|recovery", false),
        ("Phase", "fasting|random", false),
        ("Phase", "drain|no drain", false),
        ("Phase", "pre-HD|post-HD", false),
        ("Surname", "Stuhl|Weber", false),
        ("Surname", "Stuhl|Blut", false),
        ("Zdroj", "Serum (x)|Urine|Spot urine", true),
        ("Zdroj", "Serum gel|Urine", true),
        ("Zdroj", "Serum (x)|Spot urine", true),
        ("Zdroj", "Serum (x)|Urine 2", true),
        ("Project", "CSF biobank", false),
        ("Project", "CSF biobank|CSF 2", false),
        ("Zdroj", "Serum (x)|Urine|North", false),
        ("Zdroj", "Serum (x)|EDTA blood", false),
        ("Zdroj", "Serum (x)|Urine|n/a|?", true),
        ("Prio", "Stat serum|Routine urine", true),
        ("Extra", "Urine culture|Blood culture", false),
        ("Extra", "Serum|Urine culture ordered", false),
        ("Project", "Urine study|Serum study", false),
        ("Zdroj", "Urine infection|Urine", false),
        ("Also ordered", "Urine sodium", false),
        ("Test code", "UA", false),
        ("Draw type", "Random", false),
        ("Draw site", "Cath|Arterial", false),
        ("Collection method", "Cath|Random", false),
        ("Diet", "Milk", false),
        ("Specialty", "Gastric|Joint", false),
        ("Zdroj", "Serum|Drain", true),
        ("Zdroj", "Krew|Mocz", true),
        ("Sample info", "Urine", true),
        ("Sample info", "Ascites", true),
        ("Sample info", "Random", false),
        ("Clinical info", "Urine", false),
        ("Material code", "Urine|Serum", true),
        ("Whatever", "Arterial blood gas", false),
        ("Whatever", "1|2", false),
        (
            "Whatever",
            "The patient was told to collect urine for a whole day and to bring it along",
            false,
        ),
    ] {
        assert_eq!(
            is_column(header, cells.split('|')),
            expected,
            "{header}: {cells}"
        );
    }
}
