//! The groups of analytes on a sheet: those of the policy, then the clinical ones.

use crate::preop::policy::Policy;
use crate::reference::Analyte;

/// The clinical groups in the order in which an anaesthetist reads them, as the folders of the
/// reference data are called.
const GROUPS: &[(&str, &str)] = &[
    ("blood_count", "Full blood count"),
    ("kidney", "Kidney"),
    ("electrolytes", "Electrolytes"),
    ("coagulation", "Coagulation"),
    ("liver", "Liver"),
    ("glucose", "Glucose"),
    ("muscle_cardiac", "Muscle and heart"),
    ("thyroid", "Thyroid"),
    ("iron", "Iron"),
    ("proteins_inflammation", "Proteins and inflammation"),
    ("growth_bone", "Bone and growth"),
    ("adrenal", "Adrenal"),
    ("reproductive", "Reproductive hormones"),
    ("pancreas", "Pancreas"),
    ("lipids", "Lipids"),
    ("vitamins", "Vitamins and trace elements"),
    ("drugs", "Drug levels"),
    ("tumor_markers", "Tumor markers"),
    ("serum_indices", "Sample indices"),
];

/// Title of the rows of analytes that are not known.
pub(super) const UNKNOWN: &str = "Not known to this program: read by eye";

/// The group of an analyte on the sheet: that of the policy, or its clinical one.
pub(crate) fn group_of(policy: &Policy, analyte: &Analyte) -> String {
    let own = policy
        .groups()
        .iter()
        .find(|group| group.names(&analyte.id));
    match own {
        Some(group) => group.title.clone(),
        None => title(&analyte.group).to_string(),
    }
}

/// Its place among the groups: those of the policy in its order, then the clinical ones.
pub(crate) fn rank_of_group(policy: &Policy, group: &str) -> usize {
    let own = policy.groups().iter().position(|own| own.title == group);
    own.unwrap_or_else(|| policy.groups().len() + rank(group))
}

pub(super) fn title(group: &str) -> &str {
    GROUPS
        .iter()
        .find(|(id, _)| *id == group)
        .map_or(group, |(_, title)| title)
}

pub(super) fn rank(title: &str) -> usize {
    GROUPS
        .iter()
        .position(|(_, own)| *own == title)
        .unwrap_or(GROUPS.len())
}
