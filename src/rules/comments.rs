//! What comments, reasons and statuses say against the sample of a row.

use rust_decimal::Decimal;

use super::Rules;
use crate::interpret::{reported, restates};
use crate::interpretation::Usability;
use crate::observation::Observation;
use crate::quality::damaged;
use crate::quality::patterns::Said;
use crate::quality::remarks::{Aside, Remark};
use crate::reference::Analyte;
use crate::specimen::Specimen;
use crate::text::{fold_name, fold_words, trim};
use crate::value::{Absence, Value};

impl Rules {
    /// What a comment says of its sample.
    pub(crate) fn remark(&self, comment: &str) -> Remark {
        self.said_in(comment).0
    }

    /// What a comment says of the number beside it.
    fn aside(&self, comment: &str) -> Aside {
        self.said_in(comment).1
    }

    fn said_in(&self, comment: &str) -> (Remark, Aside) {
        self.remarks.get(comment, || {
            let aside = Aside {
                insufficient: self.words.absence(trim(comment)) == Some(Absence::Insufficient),
                fluid: self.specimens.is_fluid_alone(comment),
                corrected_to: self.words.corrected_to(comment),
                restates: restates(comment),
            };
            // An answer to a question that nobody sees.
            if trim(comment).eq_ignore_ascii_case("false") {
                return (Remark::default(), aside);
            }
            let says = |said: &Remark| *said != Remark::default();
            let own = Some(self.read_remark(comment)).filter(says);
            let damaged = || {
                let readings = damaged::readings(comment).into_iter();
                readings.map(|text| self.read_remark(&text)).find(says)
            };
            (own.or_else(damaged).unwrap_or_default(), aside)
        })
    }

    fn read_remark(&self, comment: &str) -> Remark {
        let fault = self.words.fault_in(comment);
        let said = match fault {
            Some(Absence::MixedUp) => Some(Said::MixUp),
            _ => self.patterns.said_in(comment),
        };
        Remark {
            hemolysis: self.hemolysis.in_comment(comment),
            icterus: self.icterus.in_comment(comment),
            lipemia: self.lipemia.in_comment(comment),
            said,
            fault,
            control: fault == Some(Absence::MixedUp) && self.words.names_control(comment),
            serum_fault: self.words.fault_in_serum(comment),
            preliminary: self.words.is_preliminary(comment),
        }
    }

    /// How far a result can be used of which the laboratory's own comment says that its sample is no good; `None`
    /// if it says nothing of that. What interferes is said by its own words.
    pub(crate) fn disowned(
        &self,
        row: &Observation<'_>,
        analyte: Option<&Analyte>,
        specimen: Specimen,
    ) -> Option<Usability> {
        let (comment, aside) = self.said_in(row.comment);
        let is_other = |fault: &Absence| comment.said.is_none_or(|said| !said.covers(*fault));
        let said = comment.fault_of(specimen).filter(is_other);
        let others = [row.reason, row.specimen_condition, said_in_status(row)];
        let for_this = || {
            let is_own = |name: &str| {
                let name =
                    fold_name(name.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+'));
                let mut meanings = self.catalog.by_name(&name);
                analyte.is_some_and(|own| meanings.any(|meaning| meaning.analyte.id == own.id))
            };
            let comment = self.words.for_this(row.comment, is_own)?;
            self.remark(&comment).fault_of(specimen)
        };
        let counted = || analyte.is_none_or(|analyte| self.patterns.clumps(&analyte.id));
        let for_platelets = || {
            let of_platelets = analyte.is_some() && counted();
            let comment = of_platelets.then(|| named_clumps(row.comment))??;
            self.remark(&comment).fault_of(specimen)
        };
        let said = said.or_else(for_this).or_else(for_platelets);
        let in_others = || {
            others
                .iter()
                .find_map(|text| self.remark(text).fault_of(specimen))
        };
        let fault = said.or_else(in_others);
        let is_replaced = || self.replaced_by(row).is_some();
        let fault = fault.or_else(|| is_replaced().then_some(Absence::Unreliable));
        // Too little of it is a word against this number where it is the status of the number itself.
        // So it is where a comment says nothing else.
        let is_short = || {
            self.aside(said_in_status(row)).insufficient
                || (row.alarm.is_empty() && aside.insufficient && is_alone(row.comment))
        };
        let is_doubted = || reported::is_doubt(row.flag) || is_short() || aside.fluid;
        let fault = fault.filter(|fault| *fault != Absence::Insufficient || !is_short());
        match fault.or_else(|| is_doubted().then_some(Absence::Doubtful))? {
            Absence::Clotted
            | Absence::Contaminated
            | Absence::Unsuitable
            | Absence::Unreliable => Some(Usability::Indeterminate),
            Absence::Clumped => counted().then_some(Usability::Indeterminate),
            // Too much citrate for the blood in it.
            Absence::Insufficient if specimen == Specimen::PlasmaCitrate => {
                Some(Usability::Indeterminate)
            }
            Absence::Insufficient
                if matches!(specimen, Specimen::WholeBlood | Specimen::PlasmaEdta) =>
            {
                Some(Usability::Caution)
            }
            Absence::MixedUp => Some(Usability::Unusable),
            Absence::Recollect | Absence::Doubtful => Some(Usability::Caution),
            // Too little for another test ("zu wenig Material für Glukose"): here is a number.
            _ => None,
        }
    }

    /// True for a comment that is nothing but the name of a fluid other than blood: "dialysate".
    pub(crate) fn names_fluid(&self, comment: &str) -> bool {
        self.aside(comment).fluid
    }

    /// True if the number of the row is not the one that its comment gives in its place.
    fn is_another(&self, row: &Observation<'_>, stated: Decimal) -> bool {
        match self.read(row).value {
            Value::Number(number) => number != stated,
            Value::Censored(..) | Value::Range(..) => true,
            Value::Absent(_) | Value::Text(_) => false,
        }
    }

    /// The number that the comment gives in the place of the one beside it, if it is another one.
    pub(crate) fn replaced_by(&self, row: &Observation<'_>) -> Option<Decimal> {
        let stated = self.aside(row.comment).corrected_to?;
        self.is_another(row, stated).then_some(stated)
    }

    /// True for a comment that may give another number of the test of its row.
    pub(crate) fn is_restated(&self, comment: &str) -> bool {
        !comment.is_empty() && self.aside(comment).restates
    }

    /// True if what is said of a number hangs on the number itself.
    pub(crate) fn may_be_replaced(&self, row: &Observation<'_>) -> bool {
        let aside = self.aside(row.comment);
        aside.corrected_to.is_some() || aside.restates
    }
}

/// A comment beside a count that clumps of platelets make false, with their name: "Clumps seen". `None` if it speaks of none.
fn named_clumps(comment: &str) -> Option<String> {
    const STEMS: &[&str] = &["clump", "aggregate"];
    if comment.is_empty() {
        return None;
    }
    let folded = fold_words(comment);
    let at = STEMS.iter().filter_map(|stem| folded.find(stem)).min()?;
    let begins = !folded[..at].ends_with(char::is_alphanumeric);
    begins.then(|| format!("{}platelet {}", &folded[..at], &folded[at..]))
}

/// True for a comment of so few words that it says one thing only: "insufficient sample", and not "insufficient for ammonia". A
/// sample is called short where it was enough for some of the tests.
fn is_alone(comment: &str) -> bool {
    const MOST: usize = 3;
    const FOR: &[&str] = &["for", "für", "pour", "para", "per", "voor", "short"];
    let mut words = comment.split_whitespace();
    words.clone().count() <= MOST && !words.any(|word| FOR.contains(&word.to_lowercase().as_str()))
}

/// What stands in the cell of the status and is none ("Clotted"), or may be beside one ("Received - Hemolyzed").
pub(crate) fn said_in_status<'a>(row: &Observation<'a>) -> &'a str {
    let of_parts = || row.status.contains(['-', '(', ',', '/']);
    match reported::is_unknown_status(row.status) || of_parts() {
        true => row.status,
        false => "",
    }
}
