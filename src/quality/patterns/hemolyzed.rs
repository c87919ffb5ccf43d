//! Hemolysis in the patient, haptoglobin, and hemolysis that nobody stated.

use super::rows::InVivo;
use super::{Around, Finding, Patterns};
use crate::notice::Code;
use crate::quality::panel::Panel;
use crate::quality::{Provenance, SampleHemolysis};

impl Patterns {
    /// `explained`: another pattern explains a high potassium already.
    pub(super) fn hemolyzed(
        &self,
        panel: &Panel,
        hemolysis: SampleHemolysis,
        around: &Around<'_>,
        explained: bool,
    ) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.is_in_vivo(panel, hemolysis, around) {
            found.push(Finding::of(
                Code::InVivoHemolysisPossible,
                &self.in_vivo.marks,
            ));
        }
        if self.is_hemolyzed(hemolysis) && panel.get("haptoglobin").is_some() {
            found.push(Finding::of(
                Code::HaptoglobinUnreliable,
                &self.haptoglobin.marks,
            ));
        }
        if !explained && self.is_unstated(panel, hemolysis) {
            found.push(Finding::of(
                Code::HemolysisSuspected,
                &self.unstated_hemolysis.marks,
            ));
        }
        found
    }

    /// Hemolyzed, and one sign that it happened in the patient: another tube is hemolyzed as well,
    /// anemia with unconjugated bilirubin, or a potassium that did not rise with the hemoglobin.
    fn is_in_vivo(&self, panel: &Panel, hemolysis: SampleHemolysis, around: &Around<'_>) -> bool {
        let rule = &self.in_vivo;
        if !is_in_vivo_grade(rule, hemolysis) {
            return false;
        }
        // This sample is one of them.
        let again = 1 < around.hemolyzed(rule.within_hours);
        let anemic = panel.is_low("hemoglobin") || around.low_hemoglobin(rule.within_hours);
        let mostly_direct = match (
            panel.number("bilirubin_total"),
            panel.number("bilirubin_direct"),
        ) {
            (Some(total), Some(direct)) => rule.direct_share_to < direct / total,
            _ => false,
        };
        let unconjugated = panel.is_high("bilirubin_total") && !mostly_direct;
        let disproportionate = match (hemolysis.free_hb, panel.number("potassium")) {
            (Some((least, _)), Some(potassium)) if hemolysis.provenance == Provenance::Measured => {
                potassium - rule.potassium_per_gram * least < rule.potassium_floor
            }
            _ => false,
        };
        again || (anemic && unconjugated) || disproportionate
    }

    /// Potassium, LDH and AST up together with AST leading, and no word or index about hemolysis.
    fn is_unstated(&self, panel: &Panel, hemolysis: SampleHemolysis) -> bool {
        let rule = &self.unstated_hemolysis;
        let leads = match (panel.number("ast"), panel.number("alt")) {
            (Some(ast), Some(alt)) => alt < ast,
            _ => true,
        };
        let cap = rule
            .not_above
            .iter()
            .any(|(id, limit)| panel.is_above(id, *limit));
        hemolysis.free_hb.is_none()
            && !cap
            && rule.all_high.iter().all(|id| panel.is_high(id))
            && !rule.explained_by.iter().any(|id| panel.is_high(id))
            && leads
    }
}

/// Hemolyzed enough to ask whether it happened in the patient.
pub(super) fn is_in_vivo_grade(rule: &InVivo, hemolysis: SampleHemolysis) -> bool {
    hemolysis
        .free_hb
        .is_some_and(|(_, most)| most.is_none_or(|most| rule.hemolyzed_from <= most))
}
