//! Printed limits in a column for each sex: "Normal Range (Male)", `female_low`.

use super::{ColumnUse, Columns, Seen};
use crate::import::headers::role::Role;
use crate::import::headers::vocabulary;
use crate::person::Sex;

/// A column with limits of one sex.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LimitsOfSex {
    pub(crate) column: usize,
    pub(crate) role: Role,
    pub(crate) sex: Sex,
}

impl Columns {
    /// Finds them, where both sexes have some. They go before limits for all.
    pub(super) fn find_limits_by_sex(&mut self, seen: &Seen) {
        let found = seen
            .headers
            .iter()
            .enumerate()
            .filter_map(|(column, header)| {
                let (role, sex) = limit_of_sex(header)?;
                Some(LimitsOfSex { column, role, sex })
            });
        let found: Vec<LimitsOfSex> = found.collect();
        let of = |sex: Sex| found.iter().any(|limits| limits.sex == sex);
        if !of(Sex::Female) || !of(Sex::Male) {
            return;
        }
        for limits in &found {
            self.uses[limits.column] = ColumnUse {
                role: Some(limits.role),
                reason: format!("of a patient who is {}", limits.sex.as_str()),
            };
        }
        self.limits_by_sex = found;
    }
}

/// Which limit a header is, and of whom: a word for a sex beside words for a limit.
fn limit_of_sex(header: &str) -> Option<(Role, Sex)> {
    let words = header.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_sex = |word: &&&str| 1 < word.chars().count() && Sex::read(word) != Sex::Unknown;
    let mut sexes = words.iter().filter(is_sex);
    let (sex, None) = (Sex::read(sexes.next()?), sexes.next()) else {
        return None;
    };
    let rest: Vec<&str> = words.iter().filter(|word| !is_sex(word)).copied().collect();
    let rest = rest.join(" ");
    let entry = vocabulary::entry(&rest)?;
    let is_limit = [Role::Low, Role::High, Role::Range].contains(&entry.role);
    is_limit.then_some((entry.role, sex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_one_sex() {
        for (header, expected) in [
            ("Normal Range (Male)", Some((Role::Range, Sex::Male))),
            ("normal_range_female", Some((Role::Range, Sex::Female))),
            ("Male Low", Some((Role::Low, Sex::Male))),
            ("Female High", Some((Role::High, Sex::Female))),
            ("min_male", Some((Role::Low, Sex::Male))),
            ("Reference range woman", Some((Role::Range, Sex::Female))),
            ("Range male female", None),
            ("Male", None),
            ("Male count", None),
            ("Normal range", None),
        ] {
            assert_eq!(limit_of_sex(header), expected, "{header}");
        }
    }
}
