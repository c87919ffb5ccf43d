//! Blood that stood, was chilled, or was drawn with the tourniquet on; cells that leak; assays.

use super::{Around, Finding, Patterns};
use crate::notice::Code;
use crate::quality::panel::Panel;
use crate::quality::{Position, SampleHemolysis};
use crate::specimen::Specimen;

impl Patterns {
    /// Delayed separation, cold storage.
    pub(super) fn stored(&self, panel: &Panel, hemolysis: SampleHemolysis) -> Option<Finding> {
        let (code, marks) = if is_delayed(panel) {
            (Code::DelayedSeparationPossible, &self.delayed.marks)
        } else if self.is_cold(panel, hemolysis) {
            (Code::ColdStoragePossible, &self.cold.marks)
        } else {
            return None;
        };
        Some(Finding::of(code, marks))
    }

    fn is_cold(&self, panel: &Panel, hemolysis: SampleHemolysis) -> bool {
        let rule = &self.cold;
        let not_hemolyzed = matches!(
            hemolysis.free_hb,
            Some((_, Some(most))) if most < rule.hemolysis_below
        );
        not_hemolyzed
            && panel.is_from("potassium", rule.potassium_from)
            && panel.is_inside("glucose")
            && !panel.is_high("phosphate")
            && !panel.is_high("bicarbonate")
            && !rule.explained_by.iter().any(|id| panel.is_high(id))
    }

    /// Platelets or leukocytes that give their potassium away, counted in this or another tube.
    pub(super) fn cells(&self, panel: &Panel, around: &Around<'_>) -> Vec<Finding> {
        let Some(potassium) = panel.get("potassium") else {
            return Vec::new();
        };
        let platelets = || {
            let rule = &self.platelets;
            panel.is_above("platelets", rule.above) || around.many_platelets(rule.within_hours)
        };
        let leukocytes = || {
            let rule = &self.leukocytes;
            panel.is_above("wbc", rule.above) || around.many_leukocytes(rule.within_hours)
        };
        let mut found = Vec::new();
        // Only clotting empties platelets: plasma is what the repeat should be.
        if potassium.specimen == Specimen::Serum && platelets() {
            found.push(Finding::of(
                Code::PseudohyperkalemiaPossible,
                &self.platelets.marks,
            ));
        }
        if potassium.position != Position::Low && leukocytes() {
            found.push(Finding::of(
                Code::LeukocytePotassiumPossible,
                &self.leukocytes.marks,
            ));
        }
        found
    }

    /// Tourniquet, biotin, sodium electrodes.
    pub(super) fn assay(&self, panel: &Panel) -> Vec<Finding> {
        let mut found = Vec::new();
        let tourniquet = &self.hemoconcentration;
        if tourniquet.all_high.iter().all(|id| panel.is_high(id)) {
            found.push(Finding::of(
                Code::HemoconcentrationPossible,
                &tourniquet.marks,
            ));
        }
        let biotin = &self.biotin;
        if panel.is_low(&biotin.low) && biotin.high.iter().any(|id| panel.is_high(id)) {
            found.push(Finding::of(Code::BiotinPossible, &biotin.marks));
        }
        let electrode = &self.sodium_electrode;
        // Infants have less protein; the limits are those of adults.
        let sodium = panel.get("sodium").filter(|_| !panel.is_child());
        match sodium.map(|sodium| sodium.position) {
            // A normal sodium may be a high one; only a protein far above makes that likely.
            Some(position @ (Position::Low | Position::Inside)) => {
                let limit = match position {
                    Position::Low => electrode.protein_above,
                    _ => electrode.protein_far_above,
                };
                let protein = panel.is_above("total_protein", limit);
                if protein || panel.is_from("triglycerides", electrode.triglycerides_from) {
                    found.push(Finding::of(
                        Code::SodiumPseudoLowPossible,
                        &electrode.marks_low,
                    ));
                }
                let far_below = electrode.protein_far_below;
                if position == Position::Inside && panel.is_below("total_protein", far_below) {
                    found.push(Finding::of(
                        Code::SodiumPseudoHighPossible,
                        &electrode.marks_high,
                    ));
                }
            }
            Some(Position::High) if panel.is_below("total_protein", electrode.protein_below) => {
                found.push(Finding::of(
                    Code::SodiumPseudoHighPossible,
                    &electrode.marks_high,
                ));
            }
            _ => {}
        }
        found
    }
}

/// Glucose eaten, potassium leaked, and one more sign. Adrenal crisis and sepsis look the same.
fn is_delayed(panel: &Panel) -> bool {
    panel.is_low("glucose")
        && panel.is_high("potassium")
        && (panel.is_high("phosphate") || panel.is_high("ldh") || panel.is_low("bicarbonate"))
}
