//! What comments say of a sample by possibility, in short forms and in the notation of indices; each beside its look-alikes.

use crate::traps_words::{FINE, HEMOLYZED, comments};

const INDEX: &str = "caution hemolysis-index-without-unit";

#[test]
fn what_may_be_is_said_of_this_sample() {
    comments(
        HEMOLYZED,
        &[
            "Result may be affected by haemolysis",
            "Results may be affected by hemolysis",
            "Hemolysis interference",
            "Possible hemolysis interference",
            "Hemolysis interference +",
            "Hemolysis interferes with potassium",
            "Potassium subject to hemolysis interference",
            "Hemolysis can increase potassium",
            "Hemolysis may falsely elevate result",
            "If clinically indicated please repeat, sample haemolysed",
            "Hemolysis may interfere with result",
        ],
    );
    comments(
        "caution lipemia-effect-unknown",
        &["Lipemia may affect result"],
    );
    comments(
        "caution icterus-effect-unknown",
        &["Icterus may affect result"],
    );
    comments(
        FINE,
        &[
            "Hemolyzed samples are rejected",
            "Hemolysed samples should not be used",
            "avoid hemolysis",
            "Hemolysis should be avoided",
            "reference range applies to unhemolyzed samples",
            "If hemolyzed, recollect",
            "Reject if hemolyzed",
            "If the sample is lipemic, icteric or hemolyzed it is rejected",
            "No hemolysis interference",
            "Hemolysis interference: none",
            "Tested for hemolysis interference",
            "Hemolysis interferes with this assay",
            "Hemolysis does not affect this result",
            "Not due to hemolysis",
            "Unaffected by hemolysis",
            "w/o hemolysis",
            "Neg. for hemolysis",
            "Zero hemolysis",
        ],
    );
}

#[test]
fn the_notation_of_indices_anywhere_in_a_comment() {
    comments(
        HEMOLYZED,
        &[
            "Verified. H3+ I0 L0",
            "HIL: 3+/0/0 called",
            "(H3+ I0 L0)",
            "H3+ I0 L0 *",
            "H3+ I0 L0 AB",
            "H:3+\u{a0}I:0 L:0",
            "H3+\nI0\nL0",
            "Serum indices H=3+ I=N L=N",
            "Index H: 3+",
            "HI 3+",
            "HI: 3+",
            "LIH: 0/0/3+",
        ],
    );
    comments(
        INDEX,
        &[
            "H,I,L = 3,0,0",
            "HI=150",
            "H.I. 200",
            "HEM:3 ICT:0 LIP:0",
            "H=200 I=0 L=0.",
        ],
    );
    comments("caution lipemia-effect-unknown", &["LIH 3+ N N"]);
    comments(
        FINE,
        &[
            "Verified. H0 I0 L0",
            "HIL: 0/0/0",
            "Serum indices: H N I N L N",
            "Ref L 135 H 145",
            "H 5.1 L 3.5",
            "Said hi 3 times",
            "HIL 12/10/2026",
            "Index case",
            "H. pylori 3+",
        ],
    );
    // What stands beside it counts too.
    comments(
        "indeterminate hemolysis-raises masked-low-possible sample-doubtful comment-disowns",
        &["H3+ I0 L0. Sample clotted"],
    );
}

#[test]
fn short_forms_and_other_languages() {
    comments(
        HEMOLYZED,
        &[
            "SL HEM",
            "Mod hem",
            "2+ HEM",
            "slt haem",
            "1+ HEM",
            "Sample haem",
            "HEMO",
            "Hemol.",
            "HEMOL+",
            "HML",
            "häm.",
            "Checked by AB, HEM",
            "Monster gehemolyseerd",
            "гемолиз",
            "标本溶血",
        ],
    );
    comments(
        "unusable hemolysis-gross",
        &[
            "gross hem",
            "Grossly haem",
            "Gross/hemolysis",
            "|Gross hemolysis|",
        ],
    );
    comments(
        "indeterminate hemolysis-raises masked-low-possible icterus-effect-unknown lipemia-effect-unknown",
        &["HIL positive", "HIL flagged"],
    );
    comments(
        FINE,
        &[
            "Refer to haem",
            "hem consult 2+",
            "seen in HEM clinic",
            "Hem/onc patient",
            "no hem",
            "без гемолиза",
            "未见溶血",
            "溶血性贫血",
            // As often as not the flag of a high result.
            "H flag",
        ],
    );
}

#[test]
fn free_hemoglobin_is_the_amount_itself() {
    comments(
        HEMOLYZED,
        &[
            "Free Hb 2 g/L",
            "cfHb 2.0 g/L",
            "Plasma hemoglobin 200 mg/dL",
        ],
    );
    comments("unusable hemolysis-gross", &["Free Hgb >100 mg/dL"]);
    comments(FINE, &["Free Hb <0.05 g/L", "Plasma hemoglobin requested"]);
}

#[test]
fn another_sample_and_another_tube() {
    comments(
        FINE,
        &[
            "Recollected due to hemolysis",
            "Repeat sample, first one hemolysed",
            "First sample hemolyzed",
            "1st specimen hemolyzed, 2nd OK",
            "Last sample hemolyzed",
            "Previous sample hemolyzed, redraw OK",
            "Original specimen hemolyzed, this is recollect",
            "Previous potassium 6.2 (hemolysed)",
            "Coag sample hemolyzed",
            "INR sample hemolysed",
            "EDTA sample hemolyzed",
            "blue top sample hemolyzed",
            "FBC: clotted. Please repeat.",
            "CBC specimen clotted, recollect",
            "Ammonia not done - hemolyzed",
            "verified by redraw",
            "Delta check failed, sample rechecked, result confirmed",
        ],
    );
    comments(
        HEMOLYZED,
        &[
            "Second sample hemolyzed",
            "First sample hemolyzed, repeat requested",
            "First sample hemolyzed, repeat also hemolyzed",
            "First and second sample hemolyzed",
            "Sample recollected but hemolyzed again",
            "Recollect due to hemolysis",
            // As often a request as a new sample.
            "Redraw due to hemolysis",
            "Potassium not done - hemolyzed",
            "Not entirely due to hemolysis",
            "Hemolysis + Icterus - Lipemia -",
            "Icterus: 0 Lipemia: 0 Hemolysis: 3",
            "Icterus negative hemolysis 3+",
        ],
    );
    comments("indeterminate comment-disowns", &["Delta check failed"]);
}
