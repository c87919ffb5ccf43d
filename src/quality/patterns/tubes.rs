//! Additive of another tube: EDTA, citrate, fluoride and oxalate.

use super::{Finding, Patterns};
use crate::interpretation::Usability;
use crate::notice::Code;
use crate::quality::panel::Panel;
use crate::specimen::Specimen;

impl Patterns {
    /// What the additive of a tube of this kind makes unusable: the same results as where it got into another tube.
    pub(crate) fn spoils(&self, specimen: Specimen, analyte: &str) -> bool {
        let marks = match specimen {
            Specimen::PlasmaEdta => &self.edta.marks,
            Specimen::PlasmaCitrate => &self.sodium_additive.marks,
            Specimen::PlasmaFluoride => &self.fluoride.marks,
            _ => return false,
        };
        let mut unusable = marks
            .0
            .iter()
            .filter(|mark| mark.usability == Usability::Unusable);
        unusable.any(|mark| mark.analytes.iter().any(|id| id == analyte))
    }

    /// Additives that the panel betrays. More than one may fit; which tube it was cannot be told.
    pub(super) fn tubes(&self, panel: &Panel) -> Vec<Finding> {
        let found = [
            (self.is_edta(panel), Code::EdtaSuspected, &self.edta.marks),
            (
                self.is_sodium_additive(panel),
                Code::SodiumAdditiveSuspected,
                &self.sodium_additive.marks,
            ),
            (
                self.is_fluoride(panel),
                Code::FluorideSuspected,
                &self.fluoride.marks,
            ),
        ];
        found
            .into_iter()
            .filter(|(is, ..)| *is)
            .map(|(_, code, marks)| Finding::of(code, marks))
            .collect()
    }

    /// Potassium up and calcium down with one of their partners. Renal failure lowers calcium too, but
    /// not these enzymes and ions; hemolysis is no excuse, because it lowers no calcium.
    fn is_edta(&self, panel: &Panel) -> bool {
        let rule = &self.edta;
        let gross = panel.is_from("potassium", rule.potassium_from)
            && panel.is_low("calcium_total")
            && rule.partners.iter().any(|partner| panel.is_low(partner));
        let calcium_alone =
            panel.is_high("potassium") && panel.is_below("calcium_total", rule.calcium_alone_below);
        gross || calcium_alone
    }

    /// A high potassium that nothing explains: a normal calcium does not exclude EDTA, and a low one with no partner
    /// measured, or all that was measured of them low and no calcium, is half of its sign. So is all of them low beside a
    /// potassium that is not.
    pub(super) fn edta_not_excluded(&self, panel: &Panel) -> Option<Finding> {
        let rule = &self.edta;
        let high = panel.is_from("potassium", rule.potassium_from);
        let explained = rule.explained_by.iter().any(|id| panel.is_high(id));
        let measured = rule.partners.iter().filter(|id| panel.get(id).is_some());
        let low = rule.partners.iter().filter(|id| panel.is_low(id));
        let (measured, low) = (measured.count(), low.count());
        let half = match panel.get("calcium_total") {
            Some(_) => panel.is_low("calcium_total") && measured == 0,
            None => 1 < low && low == measured,
        };
        // Calcium and every partner that was measured, two at least: a potassium that is not high may hide a low one.
        let all_low = panel.is_low("calcium_total") && 1 < low && low == measured;
        let not_low = panel.get("potassium").is_some() && !panel.is_low("potassium");
        let sensitive = high && panel.is_low(&rule.sensitive);
        let (code, marks) = if sensitive || (high && half && !explained) || (all_low && not_low) {
            (Code::EdtaPossible, &rule.possible_marks)
        } else if high && !explained && panel.is_inside("calcium_total") {
            (Code::EdtaNotExcluded, &rule.possible_marks)
        } else {
            return None;
        };
        Some(Finding::of(code, marks))
    }

    fn is_sodium_additive(&self, panel: &Panel) -> bool {
        let rule = &self.sodium_additive;
        // A chloride that is low because bicarbonate is high says nothing of a tube.
        if panel.is_high("bicarbonate") {
            return false;
        }
        let (Some(sodium), Some(chloride)) = (panel.number("sodium"), panel.number("chloride"))
        else {
            return self.is_sodium_edta(panel);
        };
        let apart = (rule.sodium_from <= sodium && chloride <= rule.chloride_to)
            || rule.gap_from <= sodium - chloride;
        // Citrate binds calcium: a calcium that is not low refutes it (dehydration and hypercalcemia part
        // sodium and chloride too). Where bicarbonate is low an acid fills the gap, not citrate.
        let citrate = apart
            && !panel.is_low("bicarbonate")
            && panel.is_below("calcium_total", rule.calcium_below);
        citrate || self.is_sodium_edta(panel)
    }

    fn is_sodium_edta(&self, panel: &Panel) -> bool {
        let rule = &self.sodium_additive;
        panel.is_high("sodium")
            && !panel.is_high("chloride")
            && !panel.is_high("potassium")
            && panel.is_below("calcium_total", rule.calcium_below)
            && rule.partners.iter().any(|partner| panel.is_low(partner))
    }

    /// Oxalate binds calcium and brings potassium, fluoride brings sodium and poisons enzymes.
    fn is_fluoride(&self, panel: &Panel) -> bool {
        let rule = &self.fluoride;
        let low = rule.enzymes.iter().filter(|id| panel.is_low(id)).count();
        let (sodium, potassium) = (panel.is_high("sodium"), panel.is_high("potassium"));
        panel.is_below("calcium_total", rule.calcium_below)
            && !panel.is_low("glucose")
            && ((sodium && potassium && 1 <= low) || (sodium && rule.enzymes_low <= low))
    }
}
