//! Codes of the sample, of derived values and of files, behind those of results.

macro_rules! codes_of_samples {
    ($($of_results:tt)*) => { codes! {
    $($of_results)*
    // The sample's quality.
    HemolysisRaises, "hemolysis-raises", Warning,
        "Hemolysis raises this analyte: the true value may be lower.",
        "Collect a fresh sample.";
    HemolysisLowers, "hemolysis-lowers", Warning,
        "Hemolysis lowers this analyte: the true value may be higher.",
        "Collect a fresh sample.";
    HemolysisTrueLower, "hemolysis-true-value-lower", Warning,
        "Low although hemolysis raises this analyte: the true value is lower still.",
        "Take the low result as real, and collect a fresh sample to know how low.";
    HemolysisTrueHigher, "hemolysis-true-value-higher", Warning,
        "High although hemolysis lowers this analyte: the true value is higher still.",
        "Take the high result as real, and collect a fresh sample to know how high.";
    MaskedLowPossible, "masked-low-possible", Serious,
        "Inside its limits, but what is wrong with the sample raises this analyte: a low value may be hidden.",
        "Do not read it as normal. Collect a fresh sample.";
    MaskedHighPossible, "masked-high-possible", Serious,
        "Inside its limits, but what is wrong with the sample lowers this analyte: a high value may be hidden.",
        "Do not read it as normal. Collect a fresh sample.";
    HemolysisEffectUnknown, "hemolysis-effect-unknown", Warning,
        "The sample is hemolyzed, and what that does to this analyte is not known or sources contradict each other.",
        "Collect a fresh sample if the result matters.";
    HemolysisNotVisible, "hemolysis-not-visible", Info,
        "Measured in whole blood, where hemolysis cannot be seen: nothing speaks for it or against it.",
        "If the result does not fit the patient, confirm it on serum or plasma.";
    HemolysisGross, "hemolysis-gross", Serious,
        "Free hemoglobin is, or cannot be excluded to be, 10 g/L or more: no serum result of this sample can be used.",
        "Collect a fresh sample.";
    HemolysisIndexWithoutUnit, "hemolysis-index-without-unit", Warning,
        "The sample has a hemolysis index without a unit. Its number means nothing until the unit or the analyzer is known.",
        "Have the unit exported, or give --index-platform.";
    IcterusRaises, "icterus-raises", Warning,
        "The sample is icteric, which raises this analyte: the true value may be lower.",
        "Ask the laboratory for a method that icterus does not disturb.";
    IcterusLowers, "icterus-lowers", Warning,
        "The sample is icteric, which lowers this analyte: the true value may be higher.",
        "Ask the laboratory for a method that icterus does not disturb.";
    IcterusEffectUnknown, "icterus-effect-unknown", Warning,
        "The sample is icteric, and what that does to this analyte is not known, or not at this level.",
        "Ask the laboratory whether its method is disturbed, if the result matters.";
    IcterusIndexWithoutUnit, "icterus-index-without-unit", Warning,
        "The sample has an icterus index without a unit. Its number means nothing until the unit or the analyzer is known.",
        "Have the unit exported, or give --index-platform.";
    LipemiaRaises, "lipemia-raises", Warning,
        "The sample is lipemic, which raises this analyte: the true value may be lower.",
        "Collect a fasting sample, or ask the laboratory to clear this one.";
    LipemiaLowers, "lipemia-lowers", Warning,
        "The sample is lipemic, which lowers this analyte: the true value may be higher.",
        "Collect a fasting sample, or ask the laboratory to clear this one.";
    LipemiaEffectUnknown, "lipemia-effect-unknown", Warning,
        "The sample is lipemic. Light scatter may move this analyte either way, or what it does is not known.",
        "Collect a fasting sample, or ask the laboratory to clear this one.";
    LipemiaIndexWithoutUnit, "lipemia-index-without-unit", Warning,
        "The sample has a lipemia index without a unit. Its number means nothing until the unit or the analyzer is known.",
        "Have the unit exported, or give --index-platform.";
    LipemiaIndexNotTrusted, "lipemia-index-not-trusted", Info,
        "Hemolysis above 1 g/L of free hemoglobin makes the lipemia index rise, so it is not used for this sample.",
        "Judge turbidity on a fresh sample.";
    // Derived values.
    Derived, "derived", Info,
        "Not measured: calculated from other results by a published equation, which JSON names with its inputs.",
        "Read it with the inputs and the limits of the equation.";
    DerivedOtherTube, "derived-other-tube", Info,
        "The inputs are not certainly of one tube: of another specimen, or of the same patient within 24 hours or on one day.",
        "Check that they belong together.";
    DerivedFromSuspect, "derived-from-suspect", Warning,
        "An input is marked because of its sample (hemolysis, icterus, lipemia, contamination), or the value is none that right inputs give (an anion gap below zero, iron above its binding capacity). What that does to the derived value is not worked out; its usability is that of the worst input.",
        "Collect a fresh sample before relying on it.";
    DerivedDisagrees, "derived-disagrees", Warning,
        "The laboratory reports this value itself, and the equation gives another from the inputs in the file, by more than rounding explains.",
        "The reported value stands. Ask which equation the laboratory uses.";
    // What the laboratory says of the sample, and patterns across its results. Each is a suspicion.
    SampleSpoiled, "sample-spoiled", Serious,
        "A row of this sample says that the sample is no good: clotted, contaminated, too old, the wrong tube.",
        "Do not rely on any result of it. Collect a fresh sample.";
    SampleDoubtful, "sample-doubtful", Warning,
        "Beside a result of this sample the laboratory says that the sample is no good (clotted, contaminated, too old), which may mean another tube with the same number, or that something else may have moved its results: a tourniquet, a clenched fist, a line.",
        "Ask the laboratory which tube it was; collect a fresh sample if it was this one.";
    SampleMixUp, "sample-mix-up", Serious,
        "The laboratory says of a result of this sample that the sample may be another patient's: wrong patient, mislabelled, mixed up. No result of it can be used.",
        "Identify the patient and collect a fresh sample. Tell the laboratory which results to withdraw.";
    EdtaSuspected, "edta-suspected", Serious,
        "Potassium is high while calcium and one of ALP, magnesium and zinc are low, or while calcium alone is below what life allows, or the laboratory says so: potassium-EDTA from the blood-count tube. Potassium, calcium, magnesium, ALP, zinc and iron cannot be used. Oxalate looks the same; rhabdomyolysis, tumor lysis and dialysis can.",
        "New serum tube today. If unwell or in renal failure: ECG now, do not wait for the repeat.";
    EdtaPossible, "edta-possible", Warning,
        "Potassium is 6.0 mmol/L or more, and zinc is low, or calcium is and none of its partners was measured, or all of these that were: carry-over of EDTA is possible. None of it is specific.",
        "Repeat on a fresh tube. If unwell: act while repeating.";
    EdtaNotExcluded, "edta-not-excluded", Info,
        "Potassium is 6.0 mmol/L or more with a normal calcium, and nothing in the sample explains it. A normal calcium does not exclude EDTA: 3 % by volume raises potassium by 0.5 mmol/L and lowers calcium by 1 %.",
        "Act on the potassium; repeat on a tube drawn before any EDTA tube.";
    SodiumAdditiveSuspected, "citrate-or-sodium-edta-suspected", Serious,
        "Sodium is high or far above chloride, with calcium low: citrate or sodium-EDTA from another tube. High-gap acidosis with a low calcium looks alike.",
        "Ask which tubes were drawn; collect again. If unwell: act while repeating.";
    FluorideSuspected, "fluoride-oxalate-suspected", Serious,
        "Sodium (and potassium) high, calcium and enzymes low, glucose preserved: additive of the gray glucose tube.",
        "Electrolytes and enzymes of this sample cannot be used; collect again. If unwell: act while repeating.";
    IvSalinePossible, "iv-saline-possible", Serious,
        "The results fit a patient's blood mixed with saline: proteins and calcium low together, chloride near the fluid's. A patient who has really received liters of it can look the same.",
        "Ask which arm had the drip; collect from the other arm. If unwell: act while repeating.";
    IvDextrosePossible, "iv-dextrose-possible", Serious,
        "The results fit a patient's blood mixed with dextrose: glucose very high without acidosis, everything else diluted.",
        "Check glucose at the bedside before treating it; collect from the other arm.";
    IvHartmannPossible, "iv-hartmann-possible", Serious,
        "The results fit a patient's blood mixed with Hartmann's, Ringer's or a similar balanced fluid. Electrolytes hardly show it; proteins and creatinine do.",
        "Ask which arm had the drip; collect from the other arm. If unwell: act while repeating.";
    IvFluidPossible, "iv-fluid-possible", Serious,
        "Most stable analytes fell together by a fifth or more since the previous sample, or a remark names an infusion: the blood may be diluted by an infusion. It may also be a patient who was given much fluid (specificity 95 %, sensitivity 64 %).",
        "Ask which arm had the drip; collect from the other arm. If unwell: act while repeating.";
    DelayedSeparationPossible, "delayed-separation-possible", Serious,
        "Glucose low and potassium high with phosphate or LDH high or bicarbonate low, or a remark says how late the sample came: blood that stood on its cells. Adrenal crisis, liver failure, sepsis and tumor lysis look the same, so nothing is muted.",
        "Call and repeat urgently. If unwell: act on the numbers.";
    ColdStoragePossible, "cold-storage-possible", Warning,
        "Potassium is high without hemolysis, with glucose preserved and nothing to explain it: blood chilled before it was spun reads like that. So does a real high potassium.",
        "Ask how the sample was kept; repeat, separated soon. If unwell: act while repeating.";
    PseudohyperkalemiaPossible, "pseudohyperkalemia-possible", Warning,
        "Platelets exceed 500 (in this tube or another within 24 h): clotting releases potassium into serum, even into one that then looks normal. By how much cannot be told from the count.",
        "Repeat potassium on heparin plasma.";
    LeukocytePotassiumPossible, "leukocyte-potassium-possible", Warning,
        "Leukocytes exceed 100 (in this tube or another within 24 h): fragile cells leak potassium, in plasma more than in serum.",
        "Repeat potassium on a blood gas carried by hand.";
    HemoconcentrationPossible, "hemoconcentration-possible", Info,
        "Total protein, albumin and calcium are high together: a tourniquet left on, or dehydration.",
        "Repeat without a tourniquet if it matters.";
    InVivoHemolysisPossible, "in-vivo-hemolysis-possible", Serious,
        "The sample is hemolyzed and there is a sign that it happened in the patient: another tube is hemolyzed as well, anemia with unconjugated bilirubin, or a potassium that did not rise with it.",
        "Urgent clinical review. Never discard the sample for hemolysis alone.";
    HaptoglobinUnreliable, "haptoglobin-unreliable", Warning,
        "Haptoglobin on a hemolyzed sample: free hemoglobin binds it and disturbs the assay. A low value alone proves no hemolysis in the patient.",
        "Measure it on a sample that is not hemolyzed.";
    HemolysisSuspected, "hemolysis-suspected", Info,
        "Potassium, LDH and AST are high together, AST leads ALT, and nothing is said about hemolysis. This is a hint, no evidence.",
        "Ask the laboratory for the hemolysis index.";
    BiotinPossible, "biotin-possible", Info,
        "TSH low with free T4 or T3 high: hyperthyroidism, or biotin taken in milligrams, which makes some assays read like this.",
        "Ask about biotin and hair-and-nail supplements; if taken, repeat after 2-3 days without.";
    SodiumPseudoLowPossible, "sodium-pseudo-low-possible", Warning,
        "Total protein or triglycerides are so high that an indirect electrode reads sodium falsely low. A direct electrode (blood gas) does not.",
        "Confirm sodium with a direct electrode before treating it.";
    SodiumPseudoHighPossible, "sodium-pseudo-high-possible", Warning,
        "Total protein is so low that an indirect electrode reads sodium falsely high: a high sodium may be normal, a normal one low.",
        "Confirm sodium with a direct electrode.";
    PotassiumChanged, "potassium-change", Info,
        "Potassium differs by 0.5 mmol/L or more from the previous sample within 12 h. Possible reasons: treatment, the sample, the patient.",
        "Compare both samples before acting on the difference.";
    ChangeBeyondVariation, "change-beyond-variation", Info,
        "The result differs from the previous one by more than analysis and biology explain (reference change value at 95 %). Sick patients do that often; it is no error by itself.",
        "Read it with the course of the illness.";
    // About a file.
    EmptyExport, "empty-export", Info,
        "The file has a header and no rows.",
        "Nothing, if nothing was expected.";
    HeaderRepeated, "header-repeated", Info,
        "The header stands again among the rows, as where pages were joined. Those rows are skipped.",
        "Nothing.";
    FooterSkipped, "footer-skipped", Info,
        "Lines with text in the first cell alone (the end of the report, a total, who printed it) stand in the column of patients. They are nobody's results, and are skipped.",
        "Nothing, unless such a line is a patient: give it an identifier like the others.";
    LettersLost, "letters-lost", Warning,
        "The file is said to be UTF-8, by --encoding or its first bytes, and is not all of it: some letters are lost.",
        "Leave --encoding out, or name the encoding that the file is in.";
    EncodingAssumed, "encoding-assumed", Info,
        "The file is not valid UTF-8 and has no byte-order mark; windows-1252 is assumed.",
        "Give --encoding if letters look wrong.";
    PatientUnknown, "patient-unknown", Info,
        "The patient is not in the files given with --patients.",
        "Check the identifiers.";
    PatientBlank, "patient-blank", Warning,
        "The patient stands in some rows only, as where cells were merged, or as a number that a spreadsheet has shortened (1.96E+11). The other rows are nobody's: what they say of a sample is not known of the patient above, and several people may have one shortened number.",
        "Fill the patient, and what else stands once only, down to every row; export long numbers as text.";
    PatientNotNamed, "patient-not-named", Warning,
        "No header names the patient, and the rows are of several people: all stand together as nobody's. A column that only looks like one of patients is not taken: it may be of a doctor, a mother or an insurer.",
        "Name the column of the patient in a layout file, or call it patient.";
    ColumnUnknown, "column-unknown", Warning,
        "The column holds numbers or answers (yes and no), or by its header may speak of the sample or a result, and the header is none that is known. It is not in the output.",
        "If it holds results or says something of them, name it in a layout file.";
    ListColumnUnread, "list-column-unread", Warning,
        "The header of a column of the list of surgeries is none that is known. Nothing of it is on a sheet.",
        "If it holds the day, the procedure, the grade, the ASA grade or contexts of the patient, call it surgery_date, procedure, surgery_grade, asa or context.";
    ValuesStandardized, "values-standardized", Serious,
        "Several analytes of the table have results below zero: the numbers are standardized, and no concentrations. None is judged.",
        "Export the results as they were measured.";
    PreambleUnread, "preamble-unread", Warning,
        "Above the header stand lines with text. Patient, sample, time of collection, sex, age, birth, specimen and comment count for every row below where the message names them: no column states them, and no second report follows. Nothing else of the lines is read.",
        "Check what the message names, and read the lines: put what else is needed into columns.";
    ColumnDiffers, "column-differs", Warning,
        "Two columns give the same thing and do not agree. Only one of them is in the output. A result beside which another column has another one is marked: usability is caution at best, and what would be critical in either of them is called.",
        "Ask the laboratory which one holds; name the column that counts in a layout file.";
    LoincUnit, "loinc-unit-disagrees", Info,
        "The LOINC code is for a result in units of mass and the unit is one of amount, or the other way round. The unit is believed.",
        "Have the laboratory correct the code: another one means the same analyte in this unit.";
    CodeUnknown, "code-unknown", Info,
        "The item code is not in the file given with --codes, or more than one thing is said of it there.",
        "Check the code list.";
    } };
}
