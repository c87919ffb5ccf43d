//! What is asked of a tube, how it came and lay, and hemolysis in scripts of Asia; each beside its denial and its look-alikes.

use crate::traps_words::{DELAYED, DOUBTFUL, FINE, HEMOLYZED, MIXED_UP, check, comments};

const EDTA: &str = "unusable edta-suspected";
const DILUTED: &str = "indeterminate iv-fluid-possible";

#[test]
fn a_question_about_edta_is_a_suspicion() {
    comments(
        EDTA,
        &[
            "?EDTA",
            "? EDTA",
            "EDTA?",
            "?K EDTA",
            "? from EDTA",
            "K+ high. ?EDTA",
            "possible EDTA",
            "EDTA suspected",
        ],
    );
    comments(
        FINE,
        &[
            "EDTA? no",
            "?EDTA - excluded",
            "not EDTA",
            "?EDTA induced platelet clumping",
            "possible EDTA-dependent pseudothrombocytopenia",
            "K EDTA tube sent for FBC",
            "FBC? EDTA tube received for FBC",
        ],
    );
}

#[test]
fn how_the_sample_was_drawn_and_came() {
    comments(
        DILUTED,
        &[
            "Dilution by IV fluids?",
            "Taken from IV arm",
            "IV arm",
            "taken from drip arm",
        ],
    );
    comments(DOUBTFUL, &["drip", "on IV fluids"]);
    comments(
        DELAYED,
        &[
            "Sample not spun",
            "Not centrifuged",
            "Uncentrifuged",
            "Transit > 24 h",
            "Delayed transit",
            "sample delayed",
        ],
    );
    comments(MIXED_UP, &["Specimen mismatch", "sample mismatch"]);
    comments(
        "caution lipemia-effect-unknown",
        &["Cloudy serum", "serum cloudy", "mẫu đục", "דגימה ליפמית"],
    );
    comments(
        FINE,
        &[
            "not from IV arm",
            "taken from opposite arm to IV arm",
            "no drip",
            "Transit 1 h",
            "No delay in transit",
            "Sample not delayed",
            "report delayed",
            "Spun and separated",
            "centrifuged on arrival",
            "cloudy urine",
            "serum not cloudy",
            "Exposed to light",
        ],
    );
}

#[test]
fn light_is_said_of_bilirubin() {
    let row = |comment| format!("Serum,Bilirubin total,1.0,mg/dL,0.2-1.2,,final,{comment}");
    for (comment, expected) in [
        ("Exposed to light", DOUBTFUL),
        ("Not protected from light", DOUBTFUL),
        ("protected from light", FINE),
        ("not exposed to light", FINE),
        ("not centrifuged", FINE),
    ] {
        check(&[(&row(comment), expected)]);
    }
}

#[test]
fn hemolysis_in_vietnamese_thai_hebrew_arabic_persian_and_hindi() {
    comments(
        HEMOLYZED,
        &[
            "mẫu tán huyết",
            "Mẫu bị tán huyết nhẹ",
            "mau tan huyet",
            "vỡ hồng cầu",
            "เม็ดเลือดแดงแตก",
            "ตัวอย่างเม็ดเลือดแดงแตก",
            "המוליזה",
            "דגימה המוליטית",
            "انحلال الدم",
            "عينة متحللة",
            "همولیز",
            "نمونه همولیز شده",
            "हेमोलाइज़्ड",
            "नमूना हीमोलाइज्ड",
        ],
    );
    comments(
        FINE,
        &[
            "không tán huyết",
            "Mẫu không bị tán huyết",
            "thiếu máu tán huyết",
            "ไม่พบเม็ดเลือดแดงแตก",
            "ตัวอย่างไม่พบเม็ดเลือดแดงแตก",
            "เม็ดเลือดแดงแตก: ไม่พบ",
            "โลหิตจางจากเม็ดเลือดแดงแตก",
            "ללא המוליזה",
            "אנמיה המוליטית",
            "لا يوجد انحلال الدم",
            "عينة غير متحللة",
            "انحلال الربيدات",
            "بدون همولیز",
            "همولیز ندارد",
            "آنمی همولیتیک",
            "हीमोलिसिस नहीं",
            "हीमोलिटिक एनीमिया",
        ],
    );
    comments(
        "indeterminate sample-doubtful comment-disowns",
        &["דגימה קרושה", "mẫu bị đông"],
    );
}

#[test]
fn the_same_in_the_condition_of_the_sample() {
    for (cell, expected) in [
        ("Exposed to light", FINE),
        ("IV arm", DILUTED),
        ("not centrifuged", DELAYED),
        ("?EDTA", EDTA),
        ("mẫu tán huyết", HEMOLYZED),
        ("ok", FINE),
        ("centrifuged", FINE),
    ] {
        crate::traps_words::check_under(
            "patient,sample,collected,sex,age,test,result,unit,range,SampleCondition",
            &[(&format!("Potassium,4.1,mmol/L,3.5-5.1,{cell}"), expected)],
            crate::traps_words::shown,
        );
    }
}

#[test]
fn a_number_with_a_remark_in_its_cell() {
    let row = |value| format!("Serum,Potassium,{value},mmol/L,3.5-5.1,,final,");
    for (value, expected) in [
        ("4.1 (hemolyzed)", HEMOLYZED),
        ("4.1 (not hemolyzed)", FINE),
        ("4.1 (fasting)", FINE),
        // The laboratory's mark for a result outside of its limits.
        ("**4.1**", "usable flag-disagrees"),
    ] {
        check(&[(&row(value), expected)]);
    }
    // What may be more than a mark leaves no number.
    for value in ["4.1^", "4.1 #", "(4.1)", "4.1 (see note)"] {
        check(&[(&row(value), "value-unreadable")]);
    }
}

#[test]
fn units_and_orders_as_they_are_abbreviated() {
    crate::traps_words::check_under(
        "patient,sample,collected,sex,age,test,result,unit,panel",
        &[
            ("WBC,7.1,THOU/CMM,", FINE),
            ("WBC,7.1,10x3/uL,", FINE),
            ("WBC,7100,cumm,", FINE),
            ("WBC,7100,per cumm,", FINE),
            ("Platelets,2.1,lakh/uL,", FINE),
            ("ALT,20,U/L@37C,", "usable method-dependent"),
            ("Sodium,140,mmol/L,Fecal electrolytes", "specimen-not-serum"),
            ("Sodium,140,mmol/L,U Na", "specimen-not-serum"),
            ("Sodium,140,mmol/L,U&E", FINE),
            ("Sodium,140,mmol/L,Electrolytes", FINE),
        ],
        crate::traps_words::shown,
    );
}
