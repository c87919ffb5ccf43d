//! Codes of what a result rests on: why it is not judged, and what is to be known of it.

macro_rules! codes_of_results {
    () => { codes_of_samples! {
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
    PastTheDevice, "past-the-device", Serious,
        "In place of a number stands what a device prints past its measuring range (HI, LO). Nothing judges it, and it may be critical.",
        "Take it for critical until a number is there: see the patient, send a sample to the laboratory.";
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
    } };
}
