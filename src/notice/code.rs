//! Every code, with its severity and its page, declared once.

use std::fmt;

use super::Severity;

macro_rules! codes {
    ($($variant:ident, $code:literal, $severity:ident, $meaning:literal, $todo:literal;)+) => {
        /// A notice's code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $variant,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            /// The stable kebab-case code.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)+ }
            }

            /// How much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// What it means, in one or two sentences.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)+ }
            }

            /// What to do about it.
            #[must_use]
            pub fn what_to_do(self) -> &'static str {
                match self { $(Code::$variant => $todo,)+ }
            }

            /// The code that is written `text`.
            #[must_use]
            pub fn from_code(text: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.as_str() == text)
            }
        }
    };
}

codes! {
    // Why a result is not judged.
    AnalyteUnknown, "analyte-unknown", Serious,
        "The name or code is not one this program knows.",
        "Join local codes with --codes, or name the columns with --layout. A printed interval still judges the row.";
    AnalyteAmbiguous, "analyte-ambiguous", Serious,
        "The name means more than one thing, and neither unit nor specimen nor a LOINC code settles which.",
        "Give the unit, the specimen or the LOINC code in the export, or name the analyte in a layout or code file.";
    LoincDisagrees, "loinc-disagrees", Serious,
        "The LOINC code and the name mean different analytes. Neither is taken for the other.",
        "Have the laboratory correct the code or the name.";
    SpecimenNotSerum, "specimen-not-serum", Info,
        "The result is from urine or another fluid that this program does not judge.",
        "Nothing: it is left alone.";
    SpecimenUnknown, "specimen-unknown", Serious,
        "The specimen is stated in a word this program does not know. Only the printed interval and the critical limits judge the result.",
        "Have the specimen exported in plain words (serum, plasma, urine), or name it in a layout file.";
    SectionHeading, "section-heading", Warning,
        "The file has rows that head a section (URINE, CSF): the specimen of the rows below stands on no row of theirs.",
        "Have the specimen exported with each row, or split the file.";
    CommentDisowns, "comment-disowns", Serious,
        "The laboratory's comment speaks against the sample or the result: clotted, contaminated, wrong patient, do not use.",
        "Read the comment; ask the laboratory whether the number holds, or collect again.";
    SpecimenUnsuitable, "specimen-unsuitable", Serious,
        "The analyte cannot be measured in the specimen that is stated.",
        "Check the specimen with the laboratory; collect again in the right tube.";
    UnitMissing, "unit-missing", Serious,
        "The result has no unit, and a unit is never guessed.",
        "Name the unit in a layout file, or have it exported.";
    UnitUnknown, "unit-unknown", Serious,
        "The unit is not one this program knows.",
        "Correct the spelling, or name the unit in a layout file.";
    UnitNotForAnalyte, "unit-not-for-analyte", Serious,
        "The unit exists but this analyte cannot be stated in it.",
        "Check the analyte and the unit with the laboratory.";
    UnitConflict, "unit-conflict", Serious,
        "The row states two units: one in its own column and another one beside the number or in the name.",
        "Ask the laboratory which one holds. Neither is taken for the other.";
    ImplausibleValue, "implausible-value", Serious,
        "The value lies outside what is believable for this analyte: wrong unit, decimal point or sign, or contamination.",
        "Verify unit, decimal point and sign. If it is beyond a critical limit, treat it as urgent until known.";
    NotNumeric, "not-numeric", Info,
        "The result is a word or a code, not a number.",
        "Read it as it is.";
    ValueUnreadable, "value-unreadable", Serious,
        "The test is measured as a number, and its cell holds text that is no number, no answer such as negative, and no known word for a missing result.",
        "Read the cell: it may hold a number, or say that the result is too high or too low to be measured.";
    NumberUnreadable, "number-unreadable", Serious,
        "The result is a number in another style than this file's (decimal comma, thousands mark), so it could be read in two ways.",
        "Correct it at the source, or state decimal and thousands in a layout file.";
    ResultAbsent, "result-absent", Serious,
        "There is a row for the result, but no result that counts: none stands in it, or the laboratory cancelled, rejected or withdrew it, or it is a statistic of results or an animal's.",
        "See the reason; ask for the test again if it is needed.";
    NumberInComment, "number-in-comment", Warning,
        "The comment gives a number where the result cell holds none, or another one that would be critical. It is shown, not used as the result.",
        "Read the comment: the laboratory put the number there for a reason.";
    NoInterval, "no-interval", Serious,
        "No interval in this profile covers the analyte for this person's age and sex and this specimen.",
        "Use the laboratory's own ranges (--ranges), or another --profile.";
    NoTransferableInterval, "no-transferable-interval", Serious,
        "Methods differ so much that an interval from elsewhere must not judge this analyte.",
        "Use the interval of the laboratory that measured it: printed in the export, or with --ranges.";
    ConditionNeeded, "condition-needed", Serious,
        "Only intervals for a certain condition exist (fasting, phase of cycle, time of draw, trimester), and it is not known.",
        "State it in a column, or with --condition.";
    ConditionUnread, "condition-unread", Serious,
        "Under a header that says whether somebody is pregnant stands a word that is not understood. Only a printed interval and the critical limits judge the result.",
        "Read the cell; have yes, no or the weeks exported there.";
    AgeMissing, "age-missing", Serious,
        "The age at collection is not known, or not closely enough: it may fall on either side of a limit of age.",
        "Give --patients, --age, or --adults if everyone is 18 or older.";
    SexMissing, "sex-missing", Serious,
        "Intervals differ by sex, the sex is not known, and the answer is not the same for both.",
        "Give --patients or --sex.";
    IntervalReversed, "interval-reversed", Serious,
        "The printed interval has its low limit above its high limit.",
        "Ask the laboratory; the interval is not used.";
    IntervalUnreadable, "interval-unreadable", Warning,
        "The printed interval is not one this program can read. Where the profile's interval judges instead, the laboratory may mean another flag: usability is caution.",
        "Read the printed interval before relying on the flag, or give the laboratory's own ranges (--ranges).";
    IntervalOneSided, "interval-one-sided", Serious,
        "The printed interval has no limit, or a zero, on the side on which the value lies beyond every interval that is known for the analyte. So nothing judges the result.",
        "Judge it by the laboratory's report; it is not calm. If it is beyond a critical limit, call.";
    IntervalUnitDoubtful, "interval-unit-doubtful", Serious,
        "The printed interval cannot be in the unit of its row: it lies far from every interval of the analyte, and fits in another unit. Unit or interval is wrong, so nothing judges the result.",
        "Compare the unit with the laboratory's report. If the result is beyond a critical limit, treat it as urgent until known.";
    FlagUndetermined, "flag-undetermined", Serious,
        "The result is an inequality or a range, and not every value in it would get the same flag; or the interval printed beside it is not read as a whole, and what can be read of it speaks against the profile's flag.",
        "Ask for a number if it matters.";
    QualityControl, "quality-control", Info,
        "A quality-control or calibration row, or one of limits or means: not a patient.",
        "Nothing: it is not judged.";
    SampleIndex, "sample-index", Info,
        "An index of the sample's own quality, not an analyte with an interval.",
        "Read it with the other results of the sample; it has been used for them.";
    // About a result that is judged or shown.
    ValueCensored, "value-censored", Info,
        "The result is below or above a measuring limit; the inequality is kept.",
        "Read it as an inequality, not as a number.";
    FlagDisagrees, "flag-disagrees", Warning,
        "The laboratory's own flag points another way than this one.",
        "Compare the interval that each rests on.";
    FlagUnknown, "flag-unknown", Warning,
        "The laboratory's own flag is a word that this program does not know, beside a result that it judges normal.",
        "Ask what the flag means: the laboratory may call the result abnormal.";
    CriticalByLaboratory, "critical-by-laboratory", Serious,
        "The laboratory calls the result critical, by its own flag or by its own critical limit printed beside it, and no critical limit of the list in use does.",
        "Call as the laboratory would, and ask which limit it rests on.";
    CriticalLimitUnread, "critical-limit-unread", Warning,
        "The laboratory's own critical limit stands beside the result and is not read: it is no number, in another unit, or within the printed interval.",
        "Hold the result against it yourself.";
    CriticalLimit, "critical-limit", Serious,
        "The result is at or beyond a critical limit of the list in use.",
        "Call now. If the sample is faulty as well: act on the number while repeating.";
    CriticalContext, "critical-context", Warning,
        "The critical limit that was reached does not hold in a context that its list names, and this program does not know whether that is given.",
        "Call unless the context holds; JSON and explain name it. State it with --condition where it holds for all.";
    CriticalEitherWay, "critical-either-way", Serious,
        "The sample is faulty, but the result stays critical after the largest published bias, or is critical on the side the bias cannot cause.",
        "Call and redraw.";
    MethodDependent, "method-dependent", Info,
        "Methods differ for this analyte; the laboratory's own interval is better.",
        "Prefer the laboratory's own interval.";
    DecisionLimit, "decision-limit", Info,
        "Judged against a guideline's threshold or target, which is not a normal range.",
        "Read the flag as above or below that threshold.";
    AdultAssumed, "adult-assumed", Info,
        "The age is not known; --adults says that it is 18 years or more.",
        "Nothing, if that is true.";
    LimitsCombined, "limits-combined", Info,
        "Sex or age is not known closely enough to choose one interval. Every interval that may apply gives this flag; the limits shown are what they have in common.",
        "Give sex and age, to see the interval itself.";
    SpecimenAssumed, "specimen-assumed", Info,
        "The specimen is not stated; the analyte's usual specimen is taken.",
        "Have the specimen exported.";
    DateUnreadable, "date-unreadable", Warning,
        "A date of birth cannot be read or has a two-digit year that may be of either century, so the age at collection is not known from it; or the date of collection is none (February 30), or is written in a way that is not read.",
        "Correct the date; export dates as YYYY-MM-DD.";
    DateAmbiguous, "date-ambiguous", Warning,
        "Day and month of a date, or its two-digit year, could be exchanged, and nothing in the file settles their order.",
        "Give --date-order dmy, mdy or ymd.";
    CollectionAssumed, "collection-assumed", Info,
        "The time of collection is not stated; the time of receipt or report stands in.",
        "Have the time of collection exported.";
    Duplicate, "duplicate", Info,
        "An exact repetition of an earlier row.",
        "Count it once.";
    RepeatDiffers, "repeat-differs", Warning,
        "The same analyte of the same sample is reported again with another result; both stand.",
        "Ask the laboratory which one holds.";
    PerhapsWithdrawn, "perhaps-withdrawn", Serious,
        "Another row takes this result back, or is cancelled and has the same one, and which of the two rows was reported last is not told.",
        "Ask the laboratory whether the result holds; until then act on a critical one, and rely on no good one.";
    Superseded, "superseded", Warning,
        "A corrected result, or a final one after this preliminary one, for the same analyte of the same sample is in the file; or another row takes this one back.",
        "Use the corrected or final result; if there is none, ask the laboratory.";
    Preliminary, "preliminary", Info,
        "The laboratory has not released this result as final.",
        "Wait for the final result.";
    StatusFailed, "status-failed", Warning,
        "The status of the result says that something failed: a control of the run, or its own limits. Which, it does not say.",
        "Ask the laboratory what failed, and whether the number holds.";
    StatusUnknown, "status-unknown", Info,
        "The status of the result is not one that is known. It counts as final here; `preop` does not take it for final.",
        "Ask what the status means, and whether the result was released.";
    SampleNotTold, "sample-not-told", Warning,
        "Some sample of this patient is said to be hemolyzed or spoiled otherwise, without sample number and time: whether it is this one is not known.",
        "Have the sample number or the time of collection exported; until then ask the laboratory which tube it was.";
    OneDrawAssumed, "one-draw-assumed", Warning,
        "No row tells its sample. The results of this patient and day (of this patient, where no day is stated) were looked at together, as if they were of one tube, and show what is said beside.",
        "Ask the laboratory whether they are of one tube; have the sample number or the time of collection exported.";
    TwoPatientsPossible, "two-patients-possible", Warning,
        "Rows under this identifier state two sexes, two dates of birth or two names with nothing in common: perhaps two people. Each row is judged by what it states itself.",
        "Find out whose the result is before it is used.";
    OnePersonPossible, "one-person-possible", Warning,
        "The same name and date of birth stand under two identifiers: perhaps one person. Results under one are not compared with those under the other, over time or as repeats.",
        "Find out whether it is one person; merge the identifiers in the export.";
    SampleOfTwoPatients, "sample-of-two-patients", Warning,
        "A sample of this number and time is given to another patient, too: one of them is not whose it is.",
        "Find out whose the sample is before it is used.";
    RowRagged, "row-ragged", Warning,
        "The record has more or fewer cells than the header; cells may be shifted.",
        "Check the row in the file.";
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
        "The patient stands in some rows only, as where cells were merged. The other rows are nobody's: what they say of a sample is not known of the patient above.",
        "Fill the patient, and what else stands once only, down to every row.";
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
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
