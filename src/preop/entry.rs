//! One result, kept for a sheet: what a policy and a reader need to know of it, without its file.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::{unread, words};
use crate::derive::Said;
use crate::import::date::Moment;
use crate::interpretation::{Flag, ReportedFlag, Usability};
use crate::notice::Code;
use crate::person::Person;
use crate::reference::{Analyte, Conversion, Effect};
use crate::specimen::Specimen;
use crate::value::{Absence, Bounds};

mod from_result;

/// One result.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) analyte: Option<&'static Analyte>,
    /// Analyte as printed, or the name as reported.
    pub(crate) name: String,
    /// As reported, with a comparator.
    pub(crate) value: String,
    /// As printed.
    pub(crate) unit: String,
    /// The single number that it is, if it is one.
    pub(crate) number: Option<Decimal>,
    /// The numbers it may be.
    pub(crate) bounds: Option<Bounds>,
    /// From its unit to the canonical one.
    pub(crate) conversion: Option<Conversion>,
    /// In the canonical unit.
    pub(crate) canonical: Option<f64>,
    /// Limits of its interval in the canonical unit.
    pub(crate) limits: Option<(Option<f64>, Option<f64>)>,
    /// Its interval in words, and whose it is.
    pub(crate) interval: String,
    pub(crate) interval_source: String,
    pub(crate) flag: Option<Flag>,
    /// The critical limit that it reached.
    pub(crate) critical: Option<Critical>,
    pub(crate) usability: Option<Usability>,
    /// Why its sample is to be collected again.
    pub(crate) fault: String,
    /// Hemolysis is all that is known to be wrong with its sample.
    pub(crate) only_hemolyzed: bool,
    /// The fault, or a part of it, is a suspicion from the whole panel: illness may look the same.
    pub(crate) is_suspicion: bool,
    /// What is said of its sample, or what the whole panel looks like, touches it.
    pub(crate) in_pattern: bool,
    pub(crate) notices: Vec<Code>,
    /// Free hemoglobin of its sample in g/L: lowest and highest that the evidence allows.
    pub(crate) free_hb: Option<(f64, Option<f64>)>,
    /// The laboratory's comment and reason.
    pub(crate) comment: String,
    /// What the comment says against the sample.
    pub(crate) comment_fault: Option<&'static str>,
    /// The status, where it does not say that the result is final.
    pub(crate) not_final: String,
    /// A result in words that is the printed reference itself (`negative`).
    pub(crate) as_expected: bool,
    /// The printed reference as reported.
    pub(crate) range: String,
    /// The laboratory's own critical limit that it is past, where only that calls it.
    pub(crate) own_critical: Option<String>,
    /// The laboratory's own flag as reported.
    pub(crate) lab_flag: String,
    pub(crate) reported_flag: ReportedFlag,
    /// What a reader is told of it.
    pub(crate) remarks: Vec<String>,
    /// Why it has no flag.
    pub(crate) not_judged: Option<Code>,
    /// The conditions that its intervals ask for, where nobody stated one.
    pub(crate) asks: Vec<String>,
    /// There is a row and no result in it.
    pub(crate) absent: bool,
    /// Why.
    pub(crate) absence: Option<Absence>,
    pub(crate) specimen: Specimen,
    pub(crate) specimen_words: &'static str,
    pub(crate) person: Person,
    /// The row does not say whose it is.
    pub(crate) names_nobody: bool,
    /// Date of birth as reported.
    pub(crate) birth: String,
    pub(crate) born: Option<jiff::civil::Date>,
    /// Sample number as reported.
    pub(crate) sample: String,
    /// As printed.
    pub(crate) collected: String,
    /// `received` or `reported`, where that is the time of which `collected` is.
    pub(crate) stands_in: &'static str,
    pub(crate) moment: Option<Moment>,
    /// Its day lies after today: it counts as not dated.
    pub(crate) is_ahead: bool,
    /// The numbers of its date could be exchanged.
    pub(crate) day_is_open: bool,
    pub(crate) derived: bool,
    /// The formula that it was derived by, with its version and parameters; empty for a result.
    pub(crate) formula: String,
    /// Analytes that it was derived from.
    pub(crate) inputs: Vec<&'static str>,
    /// What is said beside it of a value that is, or is not, derived from it.
    pub(crate) asides: Vec<(&'static str, Said)>,
    pub(crate) file: Rc<str>,
    pub(crate) line: u64,
    /// Its place among the patient's entries, by which it is known.
    pub(crate) place: usize,
}

/// A critical limit that was reached.
#[derive(Clone, Debug)]
pub(crate) struct Critical {
    /// `>= 6.5 mmol/L`.
    pub(crate) limit: String,
    pub(crate) list: String,
    pub(crate) source: String,
    /// Context in which the list does not call.
    pub(crate) unless: Option<String>,
    pub(crate) high: bool,
}

impl Entry {
    /// True if one of the notices stands on it.
    pub(crate) fn has(&self, code: Code) -> bool {
        self.notices.contains(&code)
    }

    /// Repeated, replaced, or not a patient's: shown, not counted.
    pub(crate) fn is_set_aside(&self) -> bool {
        [Code::QualityControl, Code::Duplicate, Code::Superseded]
            .into_iter()
            .any(|code| self.has(code))
    }

    /// Hemolysis moved it the other way: the true value lies further out by an unknown amount. The
    /// finding stands, the number does not.
    pub(crate) fn is_further_out(&self) -> bool {
        self.has(Code::HemolysisTrueLower) || self.has(Code::HemolysisTrueHigher)
    }

    /// It has a number to be held against limits, or one that is critical or hardly to be believed.
    pub(crate) fn may_stop(&self) -> bool {
        self.can_be_held() || self.critical.is_some() || self.is_hardly_believable()
    }

    /// A number of known size that hardly anybody can have.
    pub(crate) fn is_hardly_believable(&self) -> bool {
        self.has(Code::ImplausibleValue)
            && self.canonical.is_some()
            && !self.has(Code::IntervalUnitDoubtful)
            && !self.has(Code::SpecimenUnsuitable)
    }

    /// It can satisfy what is asked for: usable, final, and nothing in its comment against the sample.
    pub(crate) fn satisfies(&self) -> bool {
        self.is_usable() && self.stands()
    }

    /// It is final, nothing takes it back, its fluid is known, and nothing in its comment is against the sample.
    fn stands(&self) -> bool {
        let open = [
            Code::Preliminary,
            Code::PerhapsWithdrawn,
            Code::SpecimenUnknown,
        ];
        self.not_final.is_empty()
            && self.comment_fault.is_none()
            && !open.into_iter().any(|code| self.has(code))
    }

    /// The same, and it is no inequality: `<10` after a 7.2 settles nothing.
    pub(crate) fn satisfies_with_a_number(&self) -> bool {
        self.satisfies() && self.number.is_some()
    }

    /// The same, and nobody doubts whose it is, what it was measured in, or that tube: it may take an earlier stop away.
    pub(crate) fn settles(&self) -> bool {
        let doubts = [
            Code::TwoPatientsPossible,
            Code::SampleOfTwoPatients,
            Code::SampleNotTold,
            // What was worked out is worth no more than what it was worked out from.
            Code::DerivedFromSuspect,
        ];
        self.satisfies_with_a_number()
            && !doubts.into_iter().any(|code| self.has(code))
            && !self.is_tube_in_doubt()
    }

    /// Nobody doubts whose it is, which tube it was, or whether it stands: of an answer in words.
    pub(crate) fn is_undoubted(&self) -> bool {
        let doubts = [
            Code::RepeatDiffers,
            Code::CommentDisowns,
            Code::TwoPatientsPossible,
            Code::SampleOfTwoPatients,
        ];
        !self.absent
            && self.stands()
            && !doubts.into_iter().any(|code| self.has(code))
            && self
                .usability
                .is_none_or(|usability| usability <= Usability::Caution)
    }

    /// The number may be used with caution, and what asks for it is a doubt about its tube or about what is in it: not what
    /// says nothing of this number, as an icterus of which nobody knows whether it matters here.
    pub(crate) fn is_tube_in_doubt(&self) -> bool {
        let moves = |code: Code, effect: Option<Effect>| {
            self.has(code) && matches!(effect, Some(Effect::Raises | Effect::Lowers))
        };
        let has_index_without_unit = self.analyte.is_some_and(|analyte| {
            let hemolysis = analyte.hemolysis.as_ref().map(|row| row.effect);
            let icterus = analyte.icterus.as_ref().map(|row| row.effect);
            let lipemia = analyte.lipemia.as_ref().map(|row| row.effect);
            moves(Code::HemolysisIndexWithoutUnit, hemolysis)
                || moves(Code::IcterusIndexWithoutUnit, icterus)
                || moves(Code::LipemiaIndexWithoutUnit, lipemia)
        });
        let is_cautioned = Some(Usability::Caution) <= self.usability;
        is_cautioned
            && (self.in_pattern || self.has(Code::CommentDisowns) || has_index_without_unit)
    }

    /// What is said against its sample rests on rows of a day being of one draw, which none of them tells: a doubt, that takes
    /// no stop away.
    pub(crate) fn is_only_assumed_faulty(&self) -> bool {
        let told = [
            Code::HemolysisRaises,
            Code::HemolysisLowers,
            Code::HemolysisTrueLower,
            Code::HemolysisTrueHigher,
            Code::HemolysisGross,
            Code::SampleSpoiled,
            Code::SampleDoubtful,
            Code::SampleMixUp,
            Code::SpecimenUnsuitable,
            Code::CommentDisowns,
        ];
        self.has(Code::OneDrawAssumed) && !told.into_iter().any(|code| self.has(code))
    }

    /// It may be held against a stop: usable, or so but for what is only assumed.
    pub(crate) fn is_held_for_stops(&self) -> bool {
        self.is_usable() || (self.can_be_held() && self.is_only_assumed_faulty())
    }

    /// The number may be used: a number of a known analyte whose sample does not forbid it.
    pub(crate) fn is_usable(&self) -> bool {
        self.can_be_held()
            && !self.is_further_out()
            && !matches!(
                self.usability,
                Some(Usability::Unusable | Usability::Indeterminate)
            )
    }

    /// There is a number that can be held against a limit.
    pub(crate) fn can_be_held(&self) -> bool {
        self.canonical.is_some()
            && self.bounds.is_some()
            && !self.has(Code::ImplausibleValue)
            && !self.has(Code::IntervalUnitDoubtful)
            && !self.has(Code::SpecimenUnsuitable)
    }

    /// A try of which nothing came and nothing is to come: not done, cancelled, an empty cell. It takes nothing away from what
    /// was measured before, good or bad. A tube that was turned away, or a result that is pending, is another matter.
    pub(crate) fn gave_nothing(&self) -> bool {
        let is_idle = self.absence.is_some_and(|absence| {
            matches!(
                absence,
                Absence::Blank
                    | Absence::Placeholder
                    | Absence::NotReceived
                    | Absence::Hold
                    | Absence::Cancelled
                    | Absence::NotPerformed
                    | Absence::Unspecified
            )
        });
        let says_more = [Code::NumberInComment, Code::Preliminary]
            .into_iter()
            .any(|code| self.has(code));
        self.absent
            && is_idle
            && !says_more
            && self.comment_fault.is_none()
            && !unread::is_flagged(self)
            && !words::is_critical(&self.comment)
    }

    /// The sample is why this result is no use.
    pub(crate) fn is_sample_fault(&self) -> bool {
        self.is_further_out()
            || matches!(
                self.usability,
                Some(Usability::Unusable | Usability::Indeterminate)
            ) && (!self.fault.is_empty() || self.has(Code::DerivedFromSuspect))
    }

    /// A new sample is what it needs: for what is known of this one, or because the laboratory's comment speaks
    /// against it. The comment is no reason not to call a critical number: that is for [`Self::is_sample_fault`].
    pub(crate) fn needs_new_sample(&self) -> bool {
        // A tube that was turned away is lost like one whose number is no use.
        let was_turned_away = self.absent && self.comment_fault.is_some();
        let is_disowned = self.has(Code::CommentDisowns)
            && matches!(
                self.usability,
                Some(Usability::Unusable | Usability::Indeterminate)
            );
        self.is_sample_fault() || is_disowned || was_turned_away
    }

    /// The day on which it was collected.
    pub(crate) fn day(&self) -> Option<jiff::civil::Date> {
        self.moment.map(Moment::date)
    }
}
