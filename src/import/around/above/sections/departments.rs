//! Titles that head a part of one report: departments of a laboratory, panels, specimens.

use csv::StringRecord;

use super::ends;
use crate::import::around::above::statements;
use crate::import::cells::fluid;
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::import::plan::Plan;

/// What stands between the last row and a header that stands again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Between {
    /// Nothing that says anything.
    #[default]
    Nothing,
    /// The title of a part: the report goes on.
    Title,
    /// Anything else, which may begin another report.
    More,
}

impl Between {
    /// With one more line that is no row.
    pub(super) fn and(self, plan: &Plan, row: &StringRecord) -> Between {
        let says = |role: Role, is: fn(&str) -> bool| {
            let said = statements::of(row);
            let is_one = |key: &str| vocabulary::role(key) == Some(role);
            !said.is_empty() && said.iter().all(|(key, value)| is_one(key) && is(value))
        };
        let is_title = || match ends::title(plan, row) {
            Some(title) => is_part(title),
            None => says(Role::Category, is_part),
        };
        match self {
            Between::More => self,
            _ if says(Role::Comment, |value| !value.is_empty()) => self,
            _ if is_title() => Between::Title,
            _ => Between::More,
        }
    }
}

fn is_part(title: &str) -> bool {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !AROUND.contains(word));
    let bare = words.collect::<Vec<_>>().join(" ");
    vocabulary::is_among(&bare, DEPARTMENTS)
        || fluid::is_blood_count(title)
        || fluid::words().is_some_and(|words| words.is_panel(title) || words.is_nothing_else(title))
}

/// What stands beside the name of one.
const AROUND: &[&str] = &[
    "department",
    "dept",
    "of",
    "section",
    "tests",
    "continued",
    "contd",
    "cont",
];

/// Departments, folded.
const DEPARTMENTS: &str = "\
    biochemistry clinicalbiochemistry chemistry clinicalchemistry generalchemistry routinechemistry haematology hematology coagulation \
    haemostasis hemostasis immunology serology immunochemistry endocrinology urinalysis toxicology tumourmarkers tumormarkers \
    cardiacmarkers bloodgas bloodgases bloodgasanalysis microbiology \
    klinischechemie hamatologie gerinnung hamostaseologie immunologie serologie endokrinologie urinstatus blutbild \
    biochimie hematologie hemostase biochimieclinique coagulationhemostase \
    bioquimica bioquimicaclinica hematologia coagulacion inmunologia hemostasia coagulacao imunologia \
    chimicaclinica ematologia coagulazione biochimica immunologia \
    biochemia biochemie hematologija biokemi stolling hemostaseologie \
    биохимия гематология коагулология коагулограмма иммунология 生化 生化学 血液学 凝固 免疫 临床化学 血液";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_parts_and_of_anything() {
        for (title, expected) in [
            ("HAEMATOLOGY", true),
            ("Clinical Chemistry", true),
            ("Klinische Chemie", true),
            ("Hämatologie", true),
            ("Urine", true),
            ("CBC", true),
            ("Electrolytes", true),
            ("Department of Haematology", true),
            ("CHEMISTRY (continued)", true),
            ("Department of Surgery", false),
            ("CITY HOSPITAL LABORATORY", false),
            ("Laboratory report", false),
            ("Doe, Jane", false),
            ("Page 2", false),
            ("Results", false),
        ] {
            assert_eq!(is_part(title), expected, "{title}");
        }
    }
}
